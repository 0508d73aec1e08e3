"""A node that falls silent: no Job ever says so, and the verdict comes within the time that the caller gives."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import pytest

from kpod import run, testing
from kpod.cluster import Body
from kpod.run import Deadlines
from kpod.status import Category, Outcome
from kpod.testing import NodeLost, Running
from tests.until import until

Make = Callable[..., Body]


@pytest.fixture
def kube() -> Iterator[testing.Kube]:
    """An embedded cluster with scripted lives."""
    with testing.cluster() as connected:
        yield connected


def conditions(kube: testing.Kube, one: run.Run) -> list[str]:
    found = kube.get(one.ref)["status"].get("conditions") or []
    return [str(each["type"]) for each in found]


@pytest.mark.parametrize("together", [False, True], ids=["wait", "wait_all"])
@pytest.mark.parametrize(("tolerated", "reason"), [(300.0, "NodeNotReady"), (0.5, "NodeLost")])
def test_a_run_on_a_silent_node_is_lost_within_the_time_that_is_given(
    kube: testing.Kube, job: Make, together: bool, tolerated: float, reason: str
) -> None:
    kube.script("*", [Running(0.5), NodeLost(tolerated=tolerated)])
    started = run.launch(job("sleep 300", grace=1, job={"podReplacementPolicy": "Failed"}), namespace="default", cluster=kube)
    began = time.monotonic()
    found: Outcome
    if together:
        [found] = run.wait_all([started], timeout=120, deadlines=Deadlines(lost=3))
    else:
        found = started.wait(120, deadlines=Deadlines(lost=3))
    assert (found.category, found.reason) == (Category.DISRUPTED, reason)
    assert 3 <= time.monotonic() - began < 60, "without the caller's time it takes a minute, or ten"
    assert "its process may still run" in str(found)
    assert conditions(kube, started) == []


def test_a_silent_node_is_noticed_by_a_watcher_to_whom_nothing_was_said_of_time(kube: testing.Kube, job: Make) -> None:
    kube.script("*", [Running(0.5), NodeLost(tolerated=3000.0)])
    runs = [run.launch(job("sleep 300"), namespace="default", cluster=kube) for _ in range(3)]
    ends: list[object] = []
    with run.RunWatcher(kube, "default", clock=lambda: time.monotonic() * 100) as watcher:
        for one in runs:
            watcher.follow(one, ends.append)
        until(lambda: len(ends) == 3, "all have their verdict")
    assert [isinstance(end, Outcome) and end.reason for end in ends] == ["NodeNotReady"] * 3
