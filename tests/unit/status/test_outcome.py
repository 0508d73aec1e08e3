"""What an outcome is decided from: the rules, one by one, on bodies of a real cluster that were changed."""

from __future__ import annotations

import copy
import json
import pickle
from pathlib import Path
from typing import Any

import pytest

from kpod import status
from kpod.errors import RunDeletedError, RunFailedError
from kpod.status import Category, Outcome
from kpod.wire import views
from tests.unit.status.replay import RAN

BODIES = Path(__file__).parents[2] / "data" / "bodies"


def load(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((BODIES / f"{name}.json").read_text())
    return loaded


def judge(name: str, **options: Any) -> Outcome | None:
    case = load(name)
    return status.outcome(case["job"], case["pods"], events=case["events"], gone=case["gone"], **options)


STALLS = [
    ("j-image-refused", "image", "ImagePullBackOff", 60.0, 'never started: container main: image "127.0.0.1:5999/none:1" cannot be had'),
    (
        "l-missing-secret-key",
        "config",
        "CreateContainerConfigError",
        30.0,
        "never started: container main cannot be made with this configuration",
    ),
    ("l-missing-configmap-volume", "volume", "FailedMount", 30.0, "never started: a volume of Pod l-qlkgw cannot be mounted"),
    ("m-unschedulable-cpu", "room", "Unschedulable", 300.0, "never started: no node takes Pod m-qjbjt"),
    ("n-quota-needs-requests", "room", "FailedCreate", 300.0, "never started: no Pod could be made for it (quota, policy or account)"),
    ("o-serviceaccount-missing", "room", "FailedCreate", 300.0, "never started: no Pod could be made for it (quota, policy or account)"),
]


@pytest.mark.parametrize(("name", "kind", "reason", "grace", "text"), STALLS, ids=[stall[0] for stall in STALLS])
def test_a_stall_ends_as_never_started_when_its_grace_is_over_and_not_before(
    name: str, kind: str, reason: str, grace: float, text: str
) -> None:
    case = load(name)
    found = status.stalled(case["job"], case["pods"], events=case["events"])
    assert found is not None
    assert (found.kind, found.reason, found.grace) == (kind, reason, grace)
    assert judge(name, waited=grace - 1) is None
    end = judge(name, waited=grace)
    assert end is not None
    assert end.category is Category.NEVER_STARTED
    assert str(end).splitlines()[0] == text
    assert "None" not in str(end)
    assert judge(name, waited=grace, grace=grace + 1) is None


@pytest.mark.parametrize("name", ["d-evict-ignore-rule", "f-delete-trap143-nopolicy-backoff1"])
def test_a_job_that_made_another_pod_goes_on(name: str) -> None:
    assert judge(name) is None


def test_the_last_pod_of_a_job_that_may_try_again_is_no_end_before_the_limit() -> None:
    case = load("b-exit3-backoff1")
    first = min(case["pods"], key=lambda pod: pod["metadata"]["creationTimestamp"])
    job = {**case["job"], "status": {"active": 1}}
    assert status.outcome(job, [first]) is None
    assert status.outcome(job, case["pods"]) is not None


def test_exit_0_after_the_pod_was_told_to_go_is_success_only_on_trust() -> None:
    doubted, trusted = judge("d-evict-trap0"), judge("d-evict-trap0", trust_exit_0=True)
    assert doubted is not None
    assert doubted.exited_zero
    assert "no proof" in str(doubted)
    assert trusted is not None
    assert trusted.ok
    assert trusted.exited_zero


def test_a_valid_result_is_evidence_for_exit_0_after_the_pod_was_told_to_go() -> None:
    case = load("d-evict-trap0")
    case["job"]["metadata"]["annotations"] = {"kpod/result": "{}"}
    main = case["pods"][0]["status"]["containerStatuses"][0]["state"]["terminated"]
    assert not status.outcome(case["job"], case["pods"]).ok
    main["message"] = '{"rows": 12}'
    assert status.outcome(case["job"], case["pods"]).ok
    main["message"] = "x" * 4096
    assert not status.outcome(case["job"], case["pods"]).ok


def test_a_child_that_was_killed_for_memory_is_told_beside_success_and_is_the_end_without_a_result() -> None:
    found = judge("c-oom-child-exit0")
    assert found is not None
    assert found.ok
    assert found.oom_seen
    assert "killed for memory (OOMKilled, limit 32Mi)" in str(found)
    case = load("c-oom-child-exit0")
    case["job"]["metadata"]["annotations"] = {"kpod/result": "{}"}
    missing = status.outcome(case["job"], case["pods"])
    assert missing is not None
    assert missing.category is Category.OUT_OF_MEMORY


def test_a_bare_complete_whose_pod_nobody_saw_end_is_disrupted_unless_trusted() -> None:
    job = load("a-exit0")["job"]
    doubted, trusted = status.outcome(job, []), status.outcome(job, [], trust_exit_0=True)
    assert doubted is not None
    assert doubted.category is Category.DISRUPTED
    assert doubted.exited_zero
    assert trusted is not None
    assert trusted.ok


def test_an_end_that_was_seen_before_the_pod_was_deleted_stands_in_any_order() -> None:
    case = load("f-delete-pod-after-complete")
    last = case["pods"][0]
    before = copy.deepcopy(last)
    del before["metadata"]["deletionTimestamp"]
    before["metadata"]["resourceVersion"] = str(int(last["metadata"]["resourceVersion"]) - 1)
    for order in ([last], [before, last], [last, before]):
        record = status.Record()
        record.see_all([case["job"], *order])
        found = status.outcome(record.job, record.pods)
        assert found is not None
        assert found.ok is (len(order) == 2)


def test_a_pod_that_may_take_its_time_to_go_and_exits_0_is_no_success() -> None:
    case = load("f-delete-trap0")
    metadata = case["pods"][0]["metadata"]
    metadata["deletionTimestamp"], metadata["deletionGracePeriodSeconds"] = "2027-01-01T00:00:00Z", 3600
    found = status.outcome(case["job"], case["pods"])
    assert found is not None
    assert found.category is Category.DISRUPTED


def test_a_job_whose_end_came_before_its_pods_end_waits_for_it() -> None:
    case = load("a-exit0")
    pod = case["pods"][0]
    pod["status"] = {"phase": "Running", "containerStatuses": [{"name": "main", "state": {"running": {}}}]}
    assert status.outcome(case["job"], [pod]) is None


@pytest.mark.parametrize(("name", "category"), [("d-evict", Category.DISRUPTED), ("b-exit3", Category.UNKNOWN)])
def test_a_failed_job_whose_pod_nobody_saw_end_says_what_its_rules_say(name: str, category: Category) -> None:
    found = status.outcome(load(name)["job"], [])
    assert found is not None
    assert found.category is category


def test_a_suspended_job_is_queued_and_has_not_ended() -> None:
    case = load("f-delete-graceful")
    case["job"]["spec"]["suspend"] = True
    case["job"]["status"] = {"conditions": [{"type": "Suspended", "status": "True"}]}
    assert status.outcome(case["job"], case["pods"]) is None
    assert status.progress(case["job"], case["pods"]).stage == "queued"


def test_a_deleted_bare_pod_is_deleted_and_a_vanished_one_too() -> None:
    pod = load("f-delete-graceful")["pods"][0]
    found = status.outcome(None, [pod])
    assert found is not None
    assert found.category is Category.DELETED
    assert status.outcome(None, []) is None
    vanished = status.outcome(None, [], gone=True)
    assert vanished is not None
    assert vanished.category is Category.DELETED


def test_a_pod_that_was_told_to_go_and_stays_is_lost_after_its_grace_and_a_minute() -> None:
    assert judge("t-node-lost-terminating", waited=62.0) is None
    found = judge("t-node-lost-terminating", waited=63.0)
    assert found is not None
    assert found.category is Category.DISRUPTED
    assert "node2 is probably lost" in str(found)


@pytest.mark.parametrize(
    ("name", "stage", "reason"),
    [
        ("a-exit0", "ended", "Completed"),
        ("j-image-refused", "starting", "ImagePullBackOff"),
        ("m-unschedulable-cpu", "pending", "Unschedulable"),
        ("n-quota-needs-requests", "queued", "FailedCreate"),
        ("t-node-lost-terminating", "ending", "DeletionByTaintManager"),
        ("d-evict-ignore-rule", "running", ""),
    ],
)
def test_progress_names_the_stage_and_the_reason(name: str, stage: str, reason: str) -> None:
    case = load(name)
    found = status.progress(case["job"], case["pods"], events=case["events"])
    assert (found.stage, found.reason) == (stage, reason)
    assert "None" not in str(found)


def test_the_exit_code_that_the_kubelet_makes_up_is_none() -> None:
    case = load("b-exit3")
    [main] = case["pods"][0]["status"]["containerStatuses"]
    main["state"]["terminated"] |= {"reason": "ContainerStatusUnknown", "exitCode": 137}
    found = status.outcome(case["job"], case["pods"])
    assert found is not None
    assert (found.category, found.exit_code, found.signal) == (Category.UNKNOWN, None, None)
    assert "the end of container main was never seen" in str(found)


def test_check_raises_what_the_end_is_and_the_error_survives_a_pickle() -> None:
    failed, deleted, good = judge("b-exit3"), judge("w-job-deleted"), judge("a-exit0")
    assert failed is not None
    assert deleted is not None
    assert good is not None
    assert good.check() is good
    with pytest.raises(RunDeletedError):
        deleted.check()
    with pytest.raises(RunFailedError, match="exited with 3") as caught:
        failed.check()
    again = pickle.loads(pickle.dumps(caught.value))
    assert again.outcome == failed


def test_a_long_log_and_a_long_message_keep_the_text_short() -> None:
    found = Outcome(
        category=Category.FAILED,
        what="container main exited with 1",
        message="\n".join("m" * 900 for _ in range(50)),
        events=tuple(f"Failed: {n}" for n in range(30)),
        log_tail=tuple("l" * 900 for _ in range(90)),
    )
    lines = str(found).splitlines()
    assert len(lines) <= 20
    assert max(map(len, lines)) < 320
    assert lines[0] == "failed: container main exited with 1"


def restarted(restarts: int, limit: int) -> tuple[dict[str, Any], dict[str, Any]]:
    """A Job whose container was started again and again, and its Pod, which the Job then deleted."""
    case = load("f-delete-graceful")
    job, pod = case["job"], case["pods"][0]
    job["spec"]["backoffLimit"] = limit
    pod["spec"]["restartPolicy"] = "OnFailure"
    [main] = pod["status"]["containerStatuses"]
    main["restartCount"] = restarts
    main["lastState"] = {"terminated": {"exitCode": 3, "reason": "Error"}}
    return job, pod


def test_a_job_that_gave_up_on_a_container_and_deleted_its_pod_failed_by_itself() -> None:
    job, pod = restarted(2, limit=2)
    ended = status.outcome(job, [pod])
    assert ended is not None
    assert (ended.category, ended.exit_code) == (Category.FAILED, 3)
    assert "started it again 2 times and gave up" in str(ended)
    pod["status"]["phase"] = "Running"
    pod["status"]["containerStatuses"][0]["state"] = {"waiting": {"reason": "CrashLoopBackOff"}}
    assert status.outcome(job, [pod]) == ended


def test_a_pod_that_somebody_deleted_before_its_job_gave_up_is_disrupted() -> None:
    found = status.outcome(*(lambda job, pod: (job, [pod]))(*restarted(1, limit=2)))
    assert found is not None
    assert (found.category, found.reason) == (Category.DISRUPTED, "PodDeleted")


def test_a_complete_job_waits_for_the_last_words_of_a_pod_that_is_going() -> None:
    case = load("f-delete-trap0")
    pod = case["pods"][0]
    pod["status"] = {"phase": "Running", "containerStatuses": [{"name": "main", "state": {"running": {}}}]}
    assert status.outcome(case["job"], [pod]) is None
    gone = status.outcome(case["job"], [pod], vanished=[pod["metadata"]["uid"]])
    assert gone is not None
    assert (gone.category, gone.reason) == (Category.DISRUPTED, "Complete")


def test_a_job_that_counts_a_deleted_pod_before_its_end_is_disrupted() -> None:
    case = load("f-delete-graceful")
    pod = case["pods"][0]
    pod["status"] = {"phase": "Running", "containerStatuses": [{"name": "main", "state": {"running": {}}}]}
    case["job"]["status"] = {"conditions": [{"type": "FailureTarget", "status": "True", "reason": "BackoffLimitExceeded"}]}
    found = status.outcome(case["job"], [pod])
    assert found is not None
    assert (found.category, found.reason, found.exit_code) == (Category.DISRUPTED, "PodDeleted", None)


def test_a_job_that_gives_a_lost_pod_up_before_its_end_is_disrupted() -> None:
    case = load("t-node-lost-terminating")
    case["job"]["status"] = {"conditions": [{"type": "FailureTarget", "status": "True", "reason": "BackoffLimitExceeded"}]}
    found = status.outcome(case["job"], case["pods"])
    assert found is not None
    assert (found.category, found.reason) == (Category.DISRUPTED, "DeletionByTaintManager")


def test_a_pod_that_vanished_unseen_does_not_hold_its_jobs_end_back() -> None:
    case = load("b-exit3")
    [pod] = case["pods"]
    pod["status"] = {"phase": "Running", "containerStatuses": [{"name": "main", "state": {"running": {}}}]}
    assert status.outcome(case["job"], [pod]) is None
    found = status.outcome(case["job"], [pod], vanished=[pod["metadata"]["uid"]])
    assert found is not None
    assert found.category is Category.UNKNOWN


def test_a_pod_that_vanished_is_no_lost_one() -> None:
    case = load("t-node-lost-terminating")
    uid = case["pods"][0]["metadata"]["uid"]
    assert judge("t-node-lost-terminating", waited=1000.0) is not None
    assert judge("t-node-lost-terminating", waited=1000.0, vanished=[uid]) is None


def as_view(body: dict[str, Any]) -> Any:
    event = json.dumps({"type": "MODIFIED", "object": body}).encode()
    return views.decode_event(event, {"Pod": views.PodView, "Job": views.JobView, "Event": views.EventView}[body["kind"]])[1]


@pytest.mark.parametrize("name", RAN)
@pytest.mark.parametrize("claim", [False, True], ids=["", "with-a-claim"])
def test_views_and_bodies_end_in_the_same_outcome(name: str, claim: bool) -> None:
    case = load(name)
    for pod in case["pods"] if claim else ():
        pod["spec"].setdefault("volumes", []).append({"name": "c", "persistentVolumeClaim": {"claimName": "c"}})
    job, pods, events = as_view(case["job"]), [*map(as_view, case["pods"])], [*map(as_view, case["events"])]
    for waited in (0.0, 61.0, 1000.0):
        by_bodies = status.outcome(case["job"], case["pods"], events=case["events"], gone=case["gone"], waited=waited)
        assert status.outcome(job, pods, events=events, gone=case["gone"], waited=waited) == by_bodies
    assert status.progress(job, pods, events=events) == status.progress(case["job"], case["pods"], events=case["events"])


def test_a_long_message_keeps_its_end_where_the_cause_is() -> None:
    chain = 'failed to pull image "a": ' + "failed to do a request: " * 20 + "connection refused"
    for text in (str(Outcome(category=Category.NEVER_STARTED, what="w", message=chain)), str(status.Progress("starting", message=chain))):
        line = text.splitlines()[-1]
        assert len(line) <= 320
        assert 'failed to pull image "a"' in line
        assert line.endswith("connection refused")
