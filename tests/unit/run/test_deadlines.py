"""Deadlines per stage against a scripted cluster and a clock that only the script moves."""

from __future__ import annotations

import copy
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from kpod import run
from kpod.errors import RunFailedError, SpecError
from kpod.run.deadlines import Deadlines
from kpod.status import Category
from tests.unit.run.test_waiting import Scripted, case, running

Look = tuple[dict[str, Any], list[dict[str, Any]]]


def at(stage: str) -> Look:
    """A Job's look at one stage of its Pod's start, with nothing wrong."""
    job, pods = copy.deepcopy(running("b-exit3"))
    pod = pods[0]
    pod["metadata"]["resourceVersion"] = str(("created", "scheduled", "pulled", "started").index(stage) + 1)
    scheduled = {"type": "PodScheduled", "status": "True", "lastTransitionTime": "2026-11-20T10:00:00Z"}
    if stage == "created":
        return job, []
    if stage == "scheduled":
        pod["spec"].pop("nodeName", None)
        pod["status"] = {"phase": "Pending"}
    if stage in ("pulled", "started"):
        waits = [{"name": "main", "state": {"waiting": {"reason": "ContainerCreating"}}}]
        pod["status"] = {"phase": "Pending", "conditions": [scheduled], "containerStatuses": waits}
    return job, [pod]


def pulled(look: Look) -> dict[str, Any]:
    of = {"kind": "Pod", "uid": look[1][0]["metadata"]["uid"], "fieldPath": "spec.containers{main}"}
    metadata = {"name": "e", "uid": "e", "resourceVersion": "1"}
    return {"kind": "Event", "metadata": metadata, "reason": "Pulled", "involvedObject": of, "lastTimestamp": "2026-11-20T10:00:01Z"}


@pytest.mark.parametrize("stage", ["created", "scheduled", "pulled", "started"])
def test_a_stage_that_takes_longer_than_it_may_is_the_verdict_and_is_named(stage: str) -> None:
    script = Scripted(at(stage))
    if stage == "started":
        script.events = [pulled(at(stage))]
    outcome = script.run().wait(deadlines=Deadlines(**{stage: 40}))
    assert outcome.category is Category.NEVER_STARTED
    assert f"within 40 s (the deadline `{stage}`)" in outcome.what
    assert 40 <= script.now < 50
    assert "None" not in str(outcome)


@pytest.mark.parametrize("stage", ["created", "scheduled", "pulled", "started"])
def test_a_stage_is_not_held_to_the_deadline_of_another(stage: str) -> None:
    others = {name: 5.0 for name in ("created", "scheduled", "pulled", "started") if name != stage}
    script = Scripted(*[at(stage)] * 20, case("b-exit3"))
    if stage == "started":
        script.events = [pulled(at(stage))]
    assert script.run().wait(deadlines=Deadlines(**others)).exit_code == 3  # type: ignore[arg-type]
    assert script.now > 20


def test_each_stage_has_its_own_clock() -> None:
    looks = [at(stage) for stage in ("created", "scheduled", "pulled") for _ in range(5)]
    script = Scripted(*looks, case("b-exit3"))
    assert script.run().wait(deadlines=Deadlines(created=40, scheduled=40, pulled=timedelta(seconds=40))).exit_code == 3
    assert script.now > 60


def test_the_whole_counts_everything_and_its_verdict_can_be_raised() -> None:
    script = Scripted(running("b-exit3"))
    run = script.run()
    outcome = run.wait(deadlines=Deadlines(whole=100))
    assert (outcome.category, outcome.reason) == (Category.TIMED_OUT, "DeadlineMissed")
    assert "it has not ended within 100 s (the deadline `whole`); it is running" in outcome.what
    assert 100 <= script.now < 110
    with pytest.raises(RunFailedError):
        run.wait(check=True)
    run.cancel()
    assert script.deleted == [run.ref]


def suspended(look: Look) -> Look:
    job, pods = copy.deepcopy(look)
    job["spec"]["suspend"] = True
    return job, pods


@pytest.mark.parametrize("text", ["5", "5m", float("nan"), [5]])
def test_what_is_no_duration_is_refused_where_it_is_written(text: Any) -> None:
    """A wait that took it would break late, or last for ever."""
    one = Scripted(running("b-exit3")).run()
    uses: list[Callable[[], object]] = [
        lambda: one.wait(text),
        lambda: one.wait(start_timeout=text),
        lambda: run.wait_all([], timeout=text),
        lambda: Deadlines(started=text),
        lambda: Deadlines(lost=text),
    ]
    for use in uses:
        with pytest.raises(SpecError, match="is no duration; give seconds as a number, or a timedelta"):
            use()


def test_no_deadline_runs_while_the_job_is_suspended() -> None:
    held = suspended(at("created"))
    script = Scripted(*[held] * 100, *[running("b-exit3")] * 2, case("b-exit3"))
    assert script.run().wait(deadlines=Deadlines(created=10, scheduled=10, whole=150)).exit_code == 3
    assert script.now > 400


def test_no_deadline_runs_while_the_pod_is_gated() -> None:
    job, pods = at("scheduled")
    pods[0]["status"]["conditions"] = [{"type": "PodScheduled", "status": "False", "reason": "SchedulingGated"}]
    script = Scripted(*[(job, pods)] * 100, case("b-exit3"))
    assert script.run().wait(deadlines=Deadlines(scheduled=10, whole=150)).exit_code == 3
    assert script.now > 400


def test_the_reason_of_a_stall_is_told_with_the_stage() -> None:
    script = Scripted(case("j-image-refused"))
    outcome = script.run().wait(start_timeout=1000, deadlines=Deadlines(pulled=20))
    assert outcome.reason in ("ErrImagePull", "ImagePullBackOff")
    assert "its images were not there within 20 s" in outcome.what
    assert "cannot be had" in outcome.what


def test_a_pod_that_a_suspension_took_away_does_not_decide_when_the_job_goes_on() -> None:
    job, pods = running("b-exit3")
    job["status"]["startTime"] = pods[0]["metadata"]["creationTimestamp"]
    taken = copy.deepcopy(pods[0])
    taken["metadata"].update(deletionTimestamp="2026-11-20T10:00:00Z", resourceVersion="2")
    taken["status"] = {"phase": "Failed", "containerStatuses": [{"name": "main", "state": {"terminated": {"exitCode": 137}}}]}
    resumed = copy.deepcopy(job)
    resumed["metadata"]["resourceVersion"] = "5"
    resumed["status"]["startTime"] = "2199-01-01T00:00:00Z"
    resumed["status"]["conditions"] = [{"type": "Suspended", "status": "False", "lastTransitionTime": "2199-01-01T00:00:00Z"}]
    held = suspended((job, [taken]))
    held[0]["metadata"]["resourceVersion"] = "4"
    end = copy.deepcopy(case("b-exit3"))
    end[0]["metadata"]["resourceVersion"] = end[1][0]["metadata"]["resourceVersion"] = "9"
    end[1][0]["metadata"].update(uid="second", name="second", creationTimestamp="2199-01-01T00:00:01Z")
    for looks in ([(job, pods), held, (resumed, []), end], [(job, pods), (resumed, [taken]), (resumed, []), end]):
        assert Scripted(*looks).run().wait().exit_code == 3


@pytest.mark.parametrize(
    ("name", "reason", "usual"), [("t-node-lost-notready", "NodeNotReady", 600), ("t-node-lost-terminating", "NodeLost", 60)]
)
def test_a_lost_node_has_its_verdict_within_the_time_that_is_given_although_no_job_ever_says_so(name: str, reason: str, usual: int) -> None:
    grace = case(name)[1][0]["metadata"].get("deletionGracePeriodSeconds", 0)
    for deadlines, within in ((Deadlines(lost=20), 20), (Deadlines(lost=timedelta(seconds=5)), 5), (None, usual)):
        script = Scripted(case(name))
        outcome = script.run().wait(deadlines=deadlines)
        assert (outcome.category, outcome.reason) == (Category.DISRUPTED, reason)
        assert within <= script.now - grace <= within + 8
        assert "its process may still run" in outcome.what
