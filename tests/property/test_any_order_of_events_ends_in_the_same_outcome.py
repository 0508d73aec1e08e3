"""Whatever the order in which the events of a run arrive, how often, and which get lost: one end, and no success without its evidence."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kpod import status
from kpod.status import Category, Record
from tests.unit.status import replay
from tests.unit.status.replay import RAN, Step, Watcher

FEW = settings(max_examples=25, deadline=None)


@pytest.mark.parametrize("name", RAN)
@FEW
@given(data=st.data())
def test_any_order_and_repetition_of_the_events_ends_in_the_same_outcome(name: str, data: st.DataObject) -> None:
    steps = replay.steps(name)
    order = data.draw(st.permutations(range(len(steps))))
    again = data.draw(st.lists(st.sampled_from(range(len(steps))), max_size=8))
    assert Watcher().see_all(steps[index] for index in [*order, *again]).judge(0.0) == replay.last_words(name)


def ends(steps: list[Step]) -> list[Any]:
    """The ends of the container `main` that these events show: its exit code, and whether the Pod had been told to go."""
    found = []
    for step in steps:
        told = "deletionTimestamp" in step.body["metadata"]
        for entry in step.body.get("status", {}).get("containerStatuses") or ():
            terminated = entry["state"].get("terminated")
            if step.body["kind"] == "Pod" and entry["name"] == "main" and terminated:
                marks = [one for one in step.body["status"]["conditions"] if one["type"] == "DisruptionTarget"]
                told_first = any(one["lastTransitionTime"] <= (terminated["finishedAt"] or "") for one in marks)
                found.append((terminated["exitCode"], told_first or (told and not marks)))
    return found


@pytest.mark.parametrize("name", RAN)
@FEW
@given(data=st.data())
def test_whatever_gets_lost_success_is_never_told_without_its_evidence(name: str, data: st.DataObject) -> None:
    steps = replay.steps(name)
    seen = [steps[index] for index in data.draw(st.lists(st.sampled_from(range(len(steps))), max_size=10))]
    watcher = Watcher()
    for step in seen:
        watcher.see(step)
        found = watcher.judge(step.t)
        if found is not None and found.ok:
            assert (0, False) in ends(seen)


@pytest.mark.parametrize("name", RAN)
@FEW
@given(data=st.data())
def test_every_run_ends_when_what_is_there_is_listed_again(name: str, data: st.DataObject) -> None:
    """Whatever was lost: an end is known after the next list, and where a last word was lost it is one of less certainty."""
    steps = replay.steps(name)
    expected = replay.last_words(name)
    seen = [steps[index] for index in data.draw(st.lists(st.sampled_from(range(len(steps))), max_size=10, unique=True))]
    watcher = Watcher().see_all(seen)
    gone = {step.body["metadata"]["uid"] for step in steps if step.type == "DELETED"}
    there = [body for uid, body in {step.body["metadata"]["uid"]: step.body for step in steps}.items() if uid not in gone]
    version = max(int(step.body["metadata"]["resourceVersion"]) for step in steps)
    watcher.record.relist(there, version=str(version), since=watcher.record.version)
    watcher.vanished, watcher.gone = gone, replay.load(name)["gone"]
    found = watcher.judge(0.0)
    if expected is None:
        assert found is None or not found.ok
    elif found != expected:
        assert found is not None
        assert gone, "everything is still there to be seen"
        assert not found.ok or expected.ok
        assert found.category in (expected.category, Category.DISRUPTED, Category.UNKNOWN, Category.DELETED, Category.FAILED)


texts = st.text(max_size=12)
times = st.sampled_from(["2026-11-22T15:58:15Z", "2026-11-22T15:58:20Z", None])
states = st.one_of(
    st.just({}),
    st.fixed_dictionaries({"running": st.fixed_dictionaries({}, optional={"startedAt": times})}),
    st.fixed_dictionaries({"waiting": st.fixed_dictionaries({}, optional={"reason": st.one_of(texts, st.just("ErrImagePull"))})}),
    st.fixed_dictionaries(
        {
            "terminated": st.fixed_dictionaries(
                {"exitCode": st.sampled_from([0, 1, 137, 200])},
                optional={
                    "reason": st.sampled_from(["OOMKilled", "Error", "StartError", "ContainerStatusUnknown", None]),
                    "message": st.one_of(st.none(), texts),
                    "startedAt": times,
                    "finishedAt": times,
                },
            )
        }
    ),
)
conditions = st.lists(
    st.fixed_dictionaries(
        {"type": st.sampled_from(["DisruptionTarget", "PodScheduled", "Ready"]), "status": st.sampled_from(["True", "False"])},
        optional={"reason": st.one_of(st.none(), texts), "message": st.one_of(st.none(), texts), "lastTransitionTime": times},
    ),
    max_size=3,
)
pods = st.builds(
    lambda state, phase, conditions, deleted, node, reason, limit: {
        "kind": "Pod",
        "metadata": {"name": "p", "uid": "u", "resourceVersion": "1"} | ({"deletionTimestamp": deleted} if deleted else {}),
        "spec": {"containers": [{"name": "main", "resources": {"limits": {"memory": limit}}}], "nodeName": node, "restartPolicy": "Never"},
        "status": {"phase": phase, "reason": reason, "conditions": conditions, "containerStatuses": [{"name": "main", "state": state}]},
    },
    states,
    st.sampled_from(["Pending", "Running", "Succeeded", "Failed", None]),
    conditions,
    times,
    st.sampled_from(["n1", None]),
    st.sampled_from(["Evicted", "OutOfcpu", "DeadlineExceeded", "NodeLost", None]),
    st.sampled_from(["32Mi", None]),
)
jobs = st.one_of(
    st.none(),
    st.builds(
        lambda type_, reason, message, time, spec: {
            "kind": "Job",
            "metadata": {"name": "j", "uid": "j", "resourceVersion": "1"},
            "spec": spec,
            "status": {"conditions": [{"type": type_, "status": "True", "reason": reason, "message": message, "lastTransitionTime": time}]},
        },
        st.sampled_from(["Complete", "Failed", "FailureTarget", "Suspended", "SuccessCriteriaMet"]),
        st.sampled_from(["BackoffLimitExceeded", "DeadlineExceeded", "PodFailurePolicy", None]),
        st.one_of(st.none(), texts),
        times,
        st.fixed_dictionaries(
            {},
            optional={
                "backoffLimit": st.integers(0, 2),
                "suspend": st.booleans(),
                "completions": st.sampled_from([1, 2, None]),
                "parallelism": st.sampled_from([1, 2]),
                "activeDeadlineSeconds": st.sampled_from([3, None]),
            },
        ),
    ),
)


@settings(max_examples=500, deadline=None)
@given(jobs, st.lists(pods, max_size=2), st.booleans(), st.booleans())
def test_no_text_contains_none_whatever_the_bodies_leave_out(job: Any, pods: list[Any], gone: bool, trust: bool) -> None:
    record = Record()
    for index, pod in enumerate(pods):
        pod["metadata"]["uid"] = f"u{index}"
        record.see(pod)
    found = status.outcome(job, record.pods, gone=gone, trust_exit_0=trust, waited=10_000.0)
    progress = status.progress(job, record.pods)
    stages = status.stages(job, record.pods)
    assert "None" not in f"{found or ''}{progress}"
    assert len(str(found).splitlines()) <= 20
    assert "None" not in "".join(f"{stage.name}{stage.pod}{stage.reason}" for stage in stages)
