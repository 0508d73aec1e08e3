"""A Job that somebody suspends, as Kueue does: at its creation, in mid-run, and resumed. No deadline of ours runs meanwhile."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest

from kpod import run
from kpod.cluster import Body
from kpod.kube import KubeCluster
from kpod.run import Deadlines
from kpod.status import Outcome, Progress

Make = Callable[..., Body]


@pytest.mark.real
@pytest.mark.parametrize("together", [False, True], ids=["wait", "wait_all"])
def test_a_job_is_queued_while_it_is_suspended_and_goes_on_when_it_is_resumed(
    cluster: KubeCluster, namespace: str, job: Make, together: bool
) -> None:
    body = job("sleep 5; exit 3", job={"suspend": True})
    started = run.launch(body, namespace=namespace, cluster=cluster)
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
            threading.Timer(15, suspend, [False]).start()  # longer than each deadline of a start, which a busy machine keeps

    deadlines = Deadlines(created=12, scheduled=12, whole=60)
    with started:
        if together:
            [outcome] = run.wait_all([started], timeout=120, on_progress=lambda _, progress: follow(progress), deadlines=deadlines)
        else:
            outcome = started.wait(120, on_progress=follow, deadlines=deadlines)
    assert isinstance(outcome, Outcome)
    assert outcome.exit_code == 3, str(outcome)
    assert told.count("queued JobSuspended") >= 2
    assert any("was disrupted: its Job was suspended while it ran" in text for text in why), why
    assert runs >= 2
