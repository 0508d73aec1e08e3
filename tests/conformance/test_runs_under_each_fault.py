"""A run ends right, and is launched once, whatever goes wrong on the way. Only the embedded cluster can be told what goes wrong."""

from __future__ import annotations

import pytest

import kpod
from kpod.testing import Cut, Drop, Exit, Fault, JobTrouble, Kube, LoseReply, Refuse, Repeat, Running, Split, Stale, Waiting, WatchError

FAULTS: dict[str, Fault] = {
    "F1 410 in the stream": WatchError(410, times=2),
    "F2 410 when a watch begins": Refuse(410, verb="watch", times=2),
    "F4 every watch ends at once": Cut(seconds=0.1, clean=True, verb="watch"),
    "F5 a line is cut": Cut(bytes=1500, verb="watch", times=3),
    "F5 bytes come one by one": Split(1, verb="watch"),
    "F6 events are repeated": Repeat(),
    "F6 events are stale": Stale(),
    "F7 ends are lost": Drop(kind="Pod", probability=0.5),
    "F7 deletions are lost": Drop(type="DELETED"),
    "F8 too many requests": Refuse(429, retry_after=0, times=3),
    "F8 too many requests, without a time": Refuse(429, times=2),
    "F9 the server restarts": Refuse(503, verb=("get", "list", "watch"), times=3),
    "F9 a proxy's page": Refuse(502, page="<html>Bad Gateway</html>", verb=("get", "list", "watch"), times=2),
    "F12 the reply to the launch is lost": LoseReply(verb="create", kind="Job", times=1),
    "F15 the controller makes two Pods": JobTrouble(pods=2, times=1),
    "F15 the controller is refused once": JobTrouble(refused="exceeded quota: compute", times=1),
}


@pytest.mark.parametrize("name", list(FAULTS))
@pytest.mark.parametrize(("code", "category"), [(0, "succeeded"), (3, "failed")])
def test_a_run_ends_right_and_once(kube: Kube, name: str, code: int, category: str) -> None:
    kube.script("load", [Waiting("ContainerCreating", 1), Running(3), Exit(code)])
    with kube.faults.add(FAULTS[name]):
        run = kpod.Job(kpod.Pod("any", name="load")).launch(cluster=kube)
        outcome = run.wait(timeout=200, check=False)
    assert (outcome.category.value, outcome.exit_code) == (category, code)
    assert len(kube.requests.created("Job")) == 1


def test_a_token_that_is_rotated_in_mid_run_is_not_noticed(kube: Kube) -> None:
    kube.clock.flies = False
    kube.script("load", [Running(5), Exit(0)])
    run = kpod.Job(kpod.Pod("any", name="load")).launch(cluster=kube)
    kube.rotate_token()
    kube.clock.advance(6)
    assert run.wait(timeout=200, check=False).category.value == "succeeded"


@pytest.mark.parametrize("skew", [-3600, 3600])
def test_a_clock_that_is_an_hour_off_changes_nothing(kube: Kube, skew: float) -> None:
    kube.clock.skew = skew
    kube.script("load", [Running(3), Exit(3)])
    outcome = kpod.Job(kpod.Pod("any", name="load"), deadline=600).launch(cluster=kube).wait(timeout=200, check=False)
    assert (outcome.category.value, outcome.exit_code) == ("failed", 3)
