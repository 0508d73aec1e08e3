"""Jobs of several Pods: decided by their Pods and by the Job, as Jobs of one Pod are."""

from __future__ import annotations

import itertools
from typing import Any

import pytest

from kpod import status
from kpod.status import Category, Outcome

Body = dict[str, Any]
START = "2026-11-22T16:00:00Z"


def pod(number: int, code: int | None = None, *, index: int | None = None, second: int = 30, **more: Any) -> Body:
    """A Pod that runs, or has ended with a code."""
    times = {"startedAt": START, "finishedAt": f"2026-11-22T16:00:{second:02}Z"}
    reason = more.pop("reason", "Completed" if code == 0 else "Error")
    state = {"running": {"startedAt": START}} if code is None else {"terminated": {"exitCode": code, "reason": reason, **times}}
    phase = {None: "Running", 0: "Succeeded"}.get(code, "Failed")
    labels = {} if index is None else {"batch.kubernetes.io/job-completion-index": str(index)}
    metadata = {"name": f"p-{number}", "uid": f"uid-{number}", "resourceVersion": str(100 + number), "creationTimestamp": START}
    return {
        "kind": "Pod",
        "metadata": metadata | {"labels": labels} | more.pop("metadata", {}),
        "spec": {"restartPolicy": "Never", "nodeName": "n1", "containers": [{"name": "main"}]},
        "status": {"phase": phase, "containerStatuses": [{"name": "main", "state": state}], **more},
    }


def job(condition: str = "", reason: str = "", **spec: Any) -> Body:
    conditions = (
        [{"type": condition, "status": "True", "reason": reason, "lastTransitionTime": "2026-11-22T16:01:00Z"}] if condition else []
    )
    metadata = {"name": "j", "uid": "j", "resourceVersion": "1", "creationTimestamp": START}
    given = {"completions": 3, "parallelism": 3, "backoffLimit": 0}
    return {"kind": "Job", "metadata": metadata, "spec": given | spec, "status": {"conditions": conditions}}


def judge(job: Body, pods: list[Body], **options: Any) -> Outcome | None:
    """The outcome, which is the same for every order of the Pods."""
    found = {
        str(status.outcome(job, list(order), **options)): status.outcome(job, list(order), **options)
        for order in itertools.permutations(pods)
    }
    assert len(found) == 1
    return next(iter(found.values()))


def test_all_of_its_pods_ended_with_0_before_the_job_says_so() -> None:
    found = judge(job(), [pod(1, 0, second=10), pod(2, 0, second=20), pod(3, 0, second=40)])
    assert found is not None
    assert found.ok
    assert str(found) == "succeeded: 3 of 3 Pods ended well; the last one: container main exited with 0 on n1 after 40 s"


def test_two_of_three_is_not_the_end() -> None:
    assert judge(job(), [pod(1, 0), pod(2, 0), pod(3)]) is None


def test_the_same_index_twice_counts_once() -> None:
    indexed = job(completionMode="Indexed", completions=2)
    assert judge(indexed, [pod(1, 0, index=0), pod(2, 0, index=0)]) is None
    found = judge(indexed, [pod(1, 0, index=0), pod(2, 0, index=1)])
    assert found is not None
    assert found.ok


def test_one_that_failed_fails_the_job_before_it_says_so_and_the_others_are_told_of() -> None:
    found = judge(job(), [pod(1, 0), pod(2, 7), pod(3)])
    assert found is not None
    assert (found.category, found.exit_code, found.pod) == (Category.FAILED, 7, "p-2")
    assert "1 of 3 Pods ended well" in str(found)


def test_the_job_is_told_to_have_failed_for_the_pod_that_failed_not_for_those_that_it_then_took_away() -> None:
    taken = {"metadata": {"deletionTimestamp": "2026-11-22T16:01:00Z"}}
    found = judge(
        job("FailureTarget", "BackoffLimitExceeded"),
        [pod(1, 9, second=20), pod(2, 143, second=59, **taken), pod(3, 137, second=58, **taken)],
    )
    assert found is not None
    assert (found.category, found.exit_code) == (Category.FAILED, 9)


def test_of_a_failure_and_a_later_disruption_the_failure_is_told() -> None:
    told = {"conditions": [{"type": "DisruptionTarget", "status": "True", "reason": "EvictionByEvictionAPI", "lastTransitionTime": START}]}
    found = judge(job("Failed", "BackoffLimitExceeded"), [pod(1, 9, second=20), pod(2, 143, second=50, **told)])
    assert found is not None
    assert (found.category, found.exit_code) == (Category.FAILED, 9)


def test_a_failure_that_the_job_tries_again_is_no_end() -> None:
    assert judge(job(backoffLimit=2), [pod(1, 0), pod(2, 7), pod(3)]) is None
    assert judge(job(backoffLimitPerIndex=0, completionMode="Indexed"), [pod(1, 7, index=0), pod(2, index=1)]) is None


def test_complete_with_a_pod_that_exited_with_0_after_it_was_told_to_go_is_disrupted() -> None:
    told = {"conditions": [{"type": "DisruptionTarget", "status": "True", "reason": "EvictionByEvictionAPI", "lastTransitionTime": START}]}
    pods = [pod(1, 0), pod(2, 0), pod(3, 0, **told)]
    found = judge(job("Complete"), pods)
    assert found is not None
    assert (found.category, found.exited_zero, found.reason) == (Category.DISRUPTED, True, "EvictionByEvictionAPI")
    assert "2 of 3 Pods ended well" in str(found)
    trusted = judge(job("Complete"), pods, trust_exit_0=True)
    assert trusted is not None
    assert trusted.ok


def test_complete_whose_pods_nobody_saw_end_is_not_success() -> None:
    found = judge(job("Complete"), [pod(1, 0), pod(2, 0)])
    assert found is not None
    assert (found.category, found.exited_zero) == (Category.DISRUPTED, True)
    assert judge(job("Complete"), [pod(1, 0), pod(2, 0), pod(3)]) is None, "its end is on its way in the other stream"


@pytest.mark.parametrize("spec", [{"completions": None}, {"completions": 3}])
def test_a_rule_of_success_or_a_work_queue_needs_the_job_and_one_pod(spec: dict[str, Any]) -> None:
    reason = "SuccessPolicy" if spec["completions"] else "CompletionsReached"
    found = judge(job("SuccessCriteriaMet", reason, **spec), [pod(1, 0), pod(2)])
    assert found is not None
    assert found.ok
    assert judge(job(**spec), [pod(1, 0), pod(2)]) is None


def test_a_deadline_a_deletion_and_a_suspension() -> None:
    late = judge(job("FailureTarget", "DeadlineExceeded", activeDeadlineSeconds=5), [pod(1), pod(2)])
    assert late is not None
    assert late.category is Category.TIMED_OUT
    deleted = judge(job(), [pod(1), pod(2)], gone=True)
    assert deleted is not None
    assert deleted.category is Category.DELETED
    assert judge(job(suspend=True), [pod(1, 143), pod(2, 143)]) is None
    unseen = judge(job("Failed", "BackoffLimitExceeded"), [])
    assert unseen is not None
    assert unseen.category is Category.UNKNOWN
