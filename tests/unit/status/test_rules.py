"""Rules that no recorded case shows: containers that start again, suspended Jobs, silent nodes, stores that went back, what was told."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from kpod import status
from kpod.status import Category, Patience, Progress, Record, Stall, Telling
from tests.unit.status import replay
from tests.unit.status.replay import Watcher

Body = dict[str, Any]


def case(name: str) -> tuple[Body, Body]:
    """A Job and its one Pod."""
    loaded = replay.load(name)
    return loaded["job"], loaded["pods"][0]


# --- containers that start again


RESTART_3 = {"restartPolicy": "Never", "restartPolicyRules": [{"action": "Restart", "exitCodes": {"operator": "In", "values": [3]}}]}
RESTART_NOT_4 = {"restartPolicy": "Never", "restartPolicyRules": [{"action": "Restart", "exitCodes": {"operator": "NotIn", "values": [4]}}]}
RESTART_4 = {"restartPolicy": "Never", "restartPolicyRules": [{"action": "Restart", "exitCodes": {"operator": "In", "values": [4]}}]}


@pytest.mark.parametrize(
    ("pods_policy", "own", "is_end"),
    [
        ("Never", {}, True),
        ("OnFailure", {}, False),
        ("Never", {"restartPolicy": "OnFailure"}, False),
        ("OnFailure", {"restartPolicy": "Never"}, True),
        ("Always", {"restartPolicy": "Never"}, True),
        ("Never", RESTART_3, False),
        ("Never", RESTART_NOT_4, False),
        ("Never", RESTART_4, True),
    ],
)
def test_a_containers_own_restart_policy_and_rules_say_whether_its_end_is_final(pods_policy: str, own: Body, is_end: bool) -> None:
    _, pod = case("b-exit3")
    pod["spec"]["restartPolicy"] = pods_policy
    pod["spec"]["containers"][0].update(own)
    pod["status"]["phase"] = "Running"
    assert (status.outcome(None, [pod]) is not None) is is_end
    pod["status"]["phase"] = "Failed"
    assert status.outcome(None, [pod]) is not None


# --- memory


def test_a_request_below_the_limit_is_told_with_it() -> None:
    job, pod = case("c-oom")
    pod["spec"]["containers"][0]["resources"]["requests"]["memory"] = "16Mi"
    found = status.outcome(job, [pod])
    assert found is not None
    assert (found.limit, found.request) == ("32Mi", "16Mi")
    assert "(OOMKilled, limit 32Mi, request 16Mi, exit code 137)" in str(found)


# --- suspended Jobs


def suspended(job: Body, is_suspended: bool, at: str) -> Body:
    job = copy.deepcopy(job)
    job["spec"]["suspend"] = is_suspended
    status_, reason = ("True", "JobSuspended") if is_suspended else ("False", "JobResumed")
    job["status"] = {"conditions": [{"type": "Suspended", "status": status_, "reason": reason, "lastTransitionTime": at}]}
    return job


def test_a_job_is_queued_disrupted_and_running_as_it_is_suspended_and_resumed_and_no_clock_of_ours_runs() -> None:
    job, killed = case("f-delete-graceful")
    made = suspended(job, True, "2026-11-22T15:58:30Z")
    held = suspended(job, True, "2026-11-22T15:58:40Z")
    resumed = suspended(job, False, "2026-11-22T15:59:00Z")
    for body, pods in ((made, []), (held, [killed])):
        assert status.outcome(body, pods, waited=1e6) is None
        assert status.stalled(body, pods) is None
        assert status.progress(body, pods).stage == "queued"
    assert "disrupted: its Job was suspended while it ran" in str(status.progress(held, [killed]))
    assert status.outcome(resumed, [killed]) is None, "its Pod went with the suspension: the Job makes another"
    assert status.progress(resumed, [killed]).stage == "queued"
    _, again = case("b-exit3")
    again["metadata"]["creationTimestamp"] = "2026-11-22T15:59:00Z"
    ended = status.outcome(resumed, [killed, again])
    assert ended is not None
    assert ended.exit_code == 3


def test_a_pod_of_a_resumed_job_that_is_deleted_later_counts() -> None:
    job, killed = case("f-delete-graceful")
    resumed = suspended(job, False, killed["metadata"]["creationTimestamp"])
    found = status.outcome(resumed, [killed])
    assert found is not None
    assert found.reason == "PodDeleted"


def test_a_node_that_is_lost_while_its_job_is_suspended_is_not_waited_for() -> None:
    job, pod = case("t-node-lost-terminating")
    assert status.stalled(job, [pod]) is not None
    assert status.stalled(suspended(job, True, "2026-11-22T16:34:36Z"), [pod]) is None


# --- silent nodes


@pytest.mark.parametrize(
    ("name", "lost", "at"),
    [
        ("t-node-lost-terminating", None, 120),
        ("t-node-lost-terminating", 10.0, 70),
        ("t-node-lost-notready", None, 651),
        ("t-node-lost-notready", 30.0, 81),
        ("t-node-lost-finishes-meanwhile", None, 126),
        ("t-node-lost-default-tolerations", None, 364),
        ("t-node-lost-default-tolerations", 120.0, 177),
        ("t-node-lost-returns", 5.0, 63),
    ],
)
def test_a_lost_node_has_its_verdict_within_the_configured_time_without_a_condition_of_the_job(
    name: str, lost: float | None, at: int
) -> None:
    found = replay.verdict(name, lost=lost)
    assert found is not None
    assert at - 1 <= found.t <= at + 1
    if found.first.reason in ("NodeLost", "NodeNotReady"):
        assert found.first.category is Category.DISRUPTED
        assert "its process may still run" in str(found.first)


def test_the_patience_with_a_start_is_none_with_a_node() -> None:
    job, pod = case("t-node-lost-terminating")
    assert status.outcome(job, [pod], waited=5.0, grace=1.0) is None
    assert status.outcome(job, [pod], waited=5.0, lost=1.0) is not None


def test_a_readiness_gate_that_is_not_met_is_no_silent_node() -> None:
    job, pod = case("t-node-lost-notready")
    assert status.stalled(job, [pod]) is not None
    ready = next(one for one in pod["status"]["conditions"] if one["type"] == "Ready")
    ready["reason"] = "ReadinessGatesNotReady"
    assert status.stalled(job, [pod]) is None


# --- memories


def test_patience_counts_one_kind_of_trouble_and_begins_anew_with_another() -> None:
    image, config = Stall("image", "ErrImagePull", "", "", 60.0), Stall("config", "CreateContainerConfigError", "", "", 30.0)
    patience = Patience()
    assert [patience.waited(image, 10.0), patience.waited(image, 25.0), patience.waited(config, 30.0)] == [0.0, 15.0, 0.0]
    assert [patience.waited(None, 40.0), patience.waited(config, 50.0)] == [0.0, 0.0]


def test_each_change_of_stage_and_reason_is_told_once() -> None:
    watcher, telling, told = Watcher(), Telling(), []
    for step in replay.steps("j-image-unreachable"):
        watcher.see(step)
        now = status.progress(watcher.record.job, watcher.record.pods, events=watcher.record.events)
        if telling.is_news(now):
            told.append((now.stage, now.reason))
    assert told == [("queued", ""), ("pending", ""), ("starting", ""), ("starting", "ErrImagePull")]


def test_a_message_that_changes_in_its_words_is_no_news_and_another_pod_is() -> None:
    telling = Telling()
    news = [Progress("pending", "Unschedulable", "0/2 nodes", kind="room"), Progress("pending", "Unschedulable", "0/5 nodes", kind="room")]
    assert [telling.is_news(now) for now in news] == [True, False]
    assert telling.is_news(Progress("pending", "Unschedulable", kind="room", pod="another"))


def test_progress_says_what_cannot_heal() -> None:
    for name, fatal in (("k-invalid-image", True), ("j-image-refused", False)):
        loaded = replay.load(name)
        now = status.progress(loaded["job"], loaded["pods"])
        assert (now.kind, now.fatal) == ("image", fatal)


# --- stores that went back


def versioned(body: Body, version: int) -> Body:
    body = copy.deepcopy(body)
    body["metadata"]["resourceVersion"] = str(version)
    return body


def test_an_old_body_after_a_new_one_is_no_news_and_a_list_of_a_restored_store_is() -> None:
    job, running = case("t-node-lost-notready")
    deleted = copy.deepcopy(running)
    deleted["metadata"]["deletionTimestamp"] = "2026-11-22T16:40:00Z"
    record = Record()
    record.see_all([versioned(job, 900), versioned(running, 1000)])
    assert not record.see(versioned(deleted, 70)), "a stale event"
    assert record.relist([versioned(running, 50), versioned(job, 40)], version="60", since=record.version)
    assert record.see(versioned(deleted, 70)), "newer than what the restored store has"
    assert not record.see(versioned(job, 30))
    assert status.progress(record.job, record.pods).stage == "ending"


def test_a_restored_store_that_has_counted_on_past_the_known_version_is_seen_too() -> None:
    _, pod = case("b-exit3")
    record = Record()
    record.see(versioned(pod, 1000))
    assert record.relist([versioned(pod, 70)], version="5000", since=record.version)


def test_an_event_that_came_while_a_list_was_on_its_way_is_not_taken_back_by_it() -> None:
    _, pod = case("b-exit3")
    record = Record()
    record.see(versioned(pod, 50))
    since = record.version
    record.see(versioned(pod, 62))
    assert not record.relist([versioned(pod, 50)], version="60", since=since)


def test_a_store_that_forgot_the_end_of_a_container_does_not_undo_it() -> None:
    job, ended = case("b-exit3")
    running = versioned(ended, 50)
    running["status"] = {"phase": "Running"}
    record = Record()
    record.see_all([job, versioned(ended, 1000)])
    record.relist([running], version="60", since=record.version)
    found = status.outcome(record.job, record.pods)
    assert found is not None
    assert found.exit_code == 3


# --- Jobs that ask for no Pod


def test_a_job_that_asks_for_no_pod_succeeds_by_its_condition_alone() -> None:
    job, _ = case("a-exit0")
    job["spec"]["completions"] = 0
    found = status.outcome(job, [])
    assert found is not None
    assert str(found) == "succeeded: the Job asked for no Pod (completions: 0)"
