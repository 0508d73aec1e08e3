from __future__ import annotations

from typing import Any

import pytest

from airflow_integration.executor.verdicts import Ledger, job_of
from kpod.status import Category

_versions = iter(range(1, 100_000))


def job(**status: Any) -> dict[str, Any]:
    metadata = {"name": "etl-1", "namespace": "n", "uid": "job", "resourceVersion": str(next(_versions))}
    spec = {"backoffLimit": 0, "podFailurePolicy": {"rules": [{"action": "FailJob", "onPodConditions": [{"type": "DisruptionTarget"}]}]}}
    return {"apiVersion": "batch/v1", "kind": "Job", "metadata": metadata, "spec": spec, "status": status}


def pod(state: dict[str, Any] | None = None, *, phase: str = "Running", deleted: bool = False, **status: Any) -> dict[str, Any]:
    metadata: dict[str, Any] = {"name": "etl-1-x", "namespace": "n", "uid": "pod", "resourceVersion": str(next(_versions))}
    metadata["labels"] = {"batch.kubernetes.io/job-name": "etl-1"}
    metadata["creationTimestamp"] = "2026-11-22T16:00:00Z"
    if deleted:
        metadata |= {"deletionTimestamp": "2026-11-22T16:00:30Z", "deletionGracePeriodSeconds": 30}
    statuses = [{"name": "main", "state": state}] if state else []
    return {
        "apiVersion": "v1",
        "kind": "Pod",
        "metadata": metadata,
        "spec": {"nodeName": "n1", "restartPolicy": "Never", "containers": [{"name": "main", "image": "airflow:1"}]},
        "status": {"phase": phase, "containerStatuses": statuses, **status},
    }


RUNNING = {"running": {"startedAt": "2026-11-22T16:00:01Z"}}


def ended(code: int, reason: str = "Error") -> dict[str, Any]:
    return {"terminated": {"exitCode": code, "reason": reason, "startedAt": "2026-11-22T16:00:01Z", "finishedAt": "2026-11-22T16:00:31Z"}}


def test_exit_0_is_a_verdict_before_the_job_says_anything_and_only_once() -> None:
    ledger = Ledger()
    assert ledger.see_job("ADDED", job(active=1)) is None
    assert ledger.see_pod("ADDED", pod(RUNNING)) is None
    verdict = ledger.see_pod("MODIFIED", pod(ended(0, "Completed")))
    assert verdict is not None
    assert verdict.ok
    assert verdict.ended_by_itself
    assert ledger.see_pod("MODIFIED", pod(ended(0, "Completed"), phase="Succeeded")) is None
    assert ledger.see_job("MODIFIED", job(succeeded=1, conditions=[{"type": "Complete", "status": "True"}])) is None
    assert ledger.verdict("etl-1") == verdict


def test_a_failure_says_how() -> None:
    ledger = Ledger()
    ledger.see_job("ADDED", job(active=1))
    verdict = ledger.see_pod("ADDED", pod(ended(3), phase="Failed"))
    assert verdict is not None
    assert (verdict.ok, verdict.category, verdict.ended_by_itself) == (False, Category.FAILED, True)
    assert "exited with 3" in verdict.text


def test_the_job_is_the_net_where_no_pod_was_seen() -> None:
    conditions = [{"type": "Complete", "status": "True", "reason": "CompletionsReached"}]
    verdict = Ledger().see_job("ADDED", job(succeeded=1, conditions=conditions, completionTime="2026-11-22T16:00:31Z"))
    assert verdict is not None
    assert verdict.category in (Category.SUCCEEDED, Category.DISRUPTED)


def test_a_deleted_job_is_ended_only_when_its_pod_is_gone() -> None:
    ledger = Ledger()
    ledger.see_job("ADDED", job(active=1))
    ledger.see_pod("ADDED", pod(RUNNING))
    assert ledger.see_job("DELETED", job(active=1)) is None
    assert ledger.see_pod("MODIFIED", pod(RUNNING, deleted=True)) is None
    verdict = ledger.see_pod("DELETED", pod(RUNNING, deleted=True))
    assert verdict is not None
    assert (verdict.ok, verdict.ended_by_itself) == (False, False)
    assert verdict.category is Category.DELETED
    assert not ledger.knows("etl-1")


def test_a_deleted_job_without_a_pod_is_ended() -> None:
    ledger = Ledger()
    ledger.see_job("ADDED", job())
    verdict = ledger.see_job("DELETED", job())
    assert verdict is not None
    assert verdict.category is Category.DELETED
    assert "deleted" in verdict.text


def test_an_image_that_cannot_be_had_is_given_up_after_its_time() -> None:
    ledger = Ledger()
    ledger.see_job("ADDED", job(active=1))
    ledger.see_pod("ADDED", pod({"waiting": {"reason": "ErrImagePull", "message": "no such host"}}, phase="Pending"))
    assert ledger.check("etl-1", 1000.0) is None
    ledger.see_pod("MODIFIED", pod({"waiting": {"reason": "ImagePullBackOff", "message": "back-off"}}, phase="Pending"))
    assert ledger.check("etl-1", 1030.0) is None
    verdict = ledger.check("etl-1", 1061.0)
    assert verdict is not None
    assert (verdict.category, verdict.ended_by_itself) == (Category.NEVER_STARTED, False)
    assert '"airflow:1"' in verdict.text
    assert ledger.check("etl-1", 2000.0) is None


def test_an_image_that_came_after_all_is_not_held_against_the_pod() -> None:
    ledger = Ledger()
    ledger.see_job("ADDED", job(active=1))
    ledger.see_pod("ADDED", pod({"waiting": {"reason": "ErrImagePull"}}, phase="Pending"))
    assert ledger.check("etl-1", 1000.0) is None
    ledger.see_pod("MODIFIED", pod(RUNNING))
    assert ledger.check("etl-1", 2000.0) is None
    assert ledger.why_waiting("etl-1") is None


def test_what_waits_says_what_for() -> None:
    ledger = Ledger()
    ledger.see_job("ADDED", job())
    assert ledger.why_waiting("etl-1") == "queued"
    ledger.see_pod("ADDED", pod(phase="Pending"))
    assert "starting" in str(ledger.why_waiting("etl-1"))


def test_a_job_that_is_held_back_on_purpose_waits_for_nothing_that_a_clock_counts() -> None:
    ledger = Ledger()
    held = job()
    held["spec"]["suspend"] = True
    ledger.see_job("ADDED", held)
    assert ledger.why_waiting("etl-1") is None


def test_the_order_of_events_does_not_matter() -> None:
    bodies = [("MODIFIED", pod(ended(3), phase="Failed")), ("ADDED", job(active=1))]
    first = Ledger()
    texts = [
        verdict.text for type_, body in bodies if (verdict := (first.see_job if body["kind"] == "Job" else first.see_pod)(type_, body))
    ]
    second = Ledger()
    texts += [
        verdict.text
        for type_, body in bodies[::-1]
        if (verdict := (second.see_job if body["kind"] == "Job" else second.see_pod)(type_, body))
    ]
    assert len(texts) == 2
    assert texts[0] == texts[1]


@pytest.mark.parametrize("label", ["batch.kubernetes.io/job-name", "job-name"])
def test_a_pod_names_its_job(label: str) -> None:
    assert job_of({"metadata": {"labels": {label: "etl-1"}}}) == "etl-1"


def test_a_pod_of_nobody_is_not_looked_at() -> None:
    assert Ledger().see_pod("ADDED", {"kind": "Pod", "metadata": {"name": "x", "uid": "u"}}) is None


@pytest.mark.parametrize("pod_first", [True, False])
def test_a_pod_that_vanished_unseen_does_not_hold_its_jobs_end_back(pod_first: bool) -> None:
    ledger = Ledger()
    ledger.see_job("ADDED", job(active=1))
    running = pod(RUNNING)
    ledger.see_pod("ADDED", running)
    failed = job(failed=1, conditions=[{"type": "Failed", "status": "True", "reason": "PodFailurePolicy"}])
    steps = [lambda: ledger.see_pod("DELETED", running), lambda: ledger.see_job("MODIFIED", failed)]
    first, second = steps if pod_first else reversed(steps)
    assert first() is None
    verdict = second()
    assert verdict is not None
    assert verdict.category is Category.DISRUPTED


@pytest.mark.parametrize("order", [("job", "pod"), ("pod", "job")])
def test_a_deleted_job_is_told_as_such_whichever_stream_is_first(order: tuple[str, str]) -> None:
    ledger = Ledger()
    ledger.see_job("ADDED", job(active=1))
    ledger.see_pod("ADDED", pod(RUNNING))
    killed = pod(ended(143), phase="Failed", deleted=True)
    steps = {"job": lambda: ledger.see_job("DELETED", job(active=1)), "pod": lambda: ledger.see_pod("MODIFIED", killed)}
    verdicts = [verdict for step in order if (verdict := steps[step]())]
    assert [verdict.category for verdict in verdicts] == [Category.DELETED]


def test_a_deleted_pod_of_a_job_that_goes_on_waits_for_the_jobs_word() -> None:
    ledger = Ledger()
    ledger.see_job("ADDED", job(active=1))
    assert ledger.see_pod("ADDED", pod(ended(143), phase="Failed", deleted=True)) is None
    failed = [{"type": "FailureTarget", "status": "True", "reason": "BackoffLimitExceeded"}]
    verdict = ledger.see_job("MODIFIED", job(failed=1, conditions=failed))
    assert verdict is not None
    assert verdict.category is Category.DISRUPTED
