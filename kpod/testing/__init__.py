"""Test code that runs Pods and Jobs, without a cluster, without a network, and with everything that goes wrong in a real one.

    def test_my_operator(kube):                                    # the fixture of the pytest plug-in
        kube.faults.add(Refuse(429, retry_after=1, times=1))
        assert my_operator.execute({}) == {"rows": 3}
        assert kube.requests.count(verb="create", kind="Job") == 1

The cluster is the embedded one (`kpod.local`), reached over HTTP like any other: nothing of the code under test is replaced. This room adds
what only a test wants: faults, scripted lives, a clock that can be moved, and the record of what was asked. It refuses to patch clients or
to pretend to be one.

    faults       what goes wrong, as values
    scripts      Pods' lives, as values
    injection    strikes with them, inside the server's one `tap`
    requests     what the cluster was asked
    cast         which Pod takes which script
    lives        plays scripts, in the place of the worker that runs processes
    lab          all of that around an embedded cluster
    expect       compares what was created with what was expected
    network      closes the network for the length of a test
    plugin       the pytest plug-in
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kpod.testing.faults import Cut, Drop, Fault, JobTrouble, Latency, LoseReply, Refuse, Repeat, Silence, Split, Stale, WatchError
from kpod.testing.requests import Requests, Seen
from kpod.testing.scripts import (
    OOM,
    Disrupted,
    Evicted,
    Exit,
    Init,
    Log,
    NodeLost,
    Preempted,
    Recorded,
    Rejected,
    Running,
    Step,
    Stuck,
    Unschedulable,
    Waiting,
)

if TYPE_CHECKING:
    from kpod.testing.injection import Faults, Injected
    from kpod.testing.lab import Kube, cluster

__all__ = [
    "OOM",
    "Cut",
    "Disrupted",
    "Drop",
    "Evicted",
    "Exit",
    "Fault",
    "Faults",
    "Init",
    "Injected",
    "JobTrouble",
    "Kube",
    "Latency",
    "Log",
    "LoseReply",
    "NodeLost",
    "Preempted",
    "Recorded",
    "Refuse",
    "Rejected",
    "Repeat",
    "Requests",
    "Running",
    "Seen",
    "Silence",
    "Split",
    "Stale",
    "Step",
    "Stuck",
    "Unschedulable",
    "Waiting",
    "WatchError",
    "cluster",
]

_LATER = {"Kube": "lab", "cluster": "lab", "Faults": "injection", "Injected": "injection"}


def __getattr__(name: str) -> Any:
    """Load what needs the extra `local` when it is first used, so that the plug-in costs nothing where it is not."""
    module = _LATER.get(name)
    if module is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(f"{__name__}.{module}"), name)
    globals()[name] = value
    return value
