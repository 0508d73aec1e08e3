"""A Job that somebody suspends, as Kueue does: at its creation, in mid-run, and resumed. No deadline of ours runs meanwhile."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable
from typing import Any

import pytest

from kpod import run
from kpod.cluster import Body
from kpod.kube import KubeCluster
from kpod.run import Deadlines, Run, RunWatcher
from kpod.status import Outcome, Progress

Make = Callable[..., Body]
Follow = Callable[[Progress], None]

DEADLINES = Deadlines(created=600, scheduled=600, whole=900, lost=1e6)
LONG = 1000.0
"""More than each deadline of a start; it passes by the clock of the one who waits, not by ours."""


class Clock:
    """The clock of one who waits; it can be put forward."""

    def __init__(self) -> None:
        self.ahead = 0.0

    def __call__(self) -> float:
        return time.monotonic() + self.ahead


def by_wait(cluster: KubeCluster, started: Run, clock: Clock, follow: Follow) -> Any:
    one = Run(cluster, started.ref, seen=cluster.get(started.ref), marked=True, clock=clock)
    return one.wait(10 * LONG, on_progress=follow, deadlines=DEADLINES)


def by_watcher(cluster: KubeCluster, started: Run, clock: Clock, follow: Follow) -> Any:
    ends: queue.SimpleQueue[Any] = queue.SimpleQueue()
    with RunWatcher(cluster, started.ref.namespace, clock=clock) as watcher:
        watcher.follow(started, ends.put, on_progress=follow, deadlines=DEADLINES)
        return ends.get(timeout=120)


@pytest.mark.real
@pytest.mark.parametrize("way", [by_wait, by_watcher], ids=["wait", "watcher"])
def test_a_job_is_queued_while_it_is_suspended_and_goes_on_when_it_is_resumed(
    cluster: KubeCluster, namespace: str, job: Make, way: Callable[..., Any]
) -> None:
    started = run.launch(job("sleep 5; exit 3", job={"suspend": True}), namespace=namespace, cluster=cluster)
    clock = Clock()
    told: list[str] = []
    why: list[str] = []
    runs = 0

    def suspend(suspended: bool) -> None:
        cluster.patch(started.ref, {"spec": {"suspend": suspended}})

    def follow(progress: Progress) -> None:
        nonlocal runs
        told.append(f"{progress.stage} {progress.reason}".strip())
        why.append(progress.message)
        if progress.stage == "running":
            runs += 1
            if runs == 1:
                suspend(True)
        elif told[-1] == "queued JobSuspended":
            clock.ahead += LONG
            threading.Timer(3, suspend, [False]).start()

    with started:
        outcome = way(cluster, started, clock, follow)
    assert isinstance(outcome, Outcome), outcome
    assert outcome.exit_code == 3, str(outcome)
    assert told.count("queued JobSuspended") >= 2
    assert any("was disrupted: its Job was suspended while it ran" in text for text in why), why
    assert runs >= 2
