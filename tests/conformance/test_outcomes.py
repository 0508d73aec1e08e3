"""Six ends of a run, as a Pod and as a Job, and what a person reads about them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from kpod import run
from kpod.cluster import Body
from kpod.errors import RunFailedError, WaitTimeoutError
from kpod.kube import KubeCluster
from kpod.status import Category

Make = Callable[..., Body]


@pytest.fixture(params=["pod", "job"])
def make(request: pytest.FixtureRequest) -> Make:
    """Makes the body of a Pod, then of a Job."""
    found: Make = request.getfixturevalue(request.param)
    return found


@pytest.mark.real
def test_a_pod_that_exits_0_succeeded(cluster: KubeCluster, namespace: str, make: Make) -> None:
    with run.launch(make("echo done"), namespace=namespace, cluster=cluster) as started:
        outcome = started.wait(60)
    assert outcome.category is Category.SUCCEEDED, str(outcome)
    assert outcome.exit_code == 0
    assert str(outcome).startswith("succeeded: container main exited with 0 on ")


@pytest.mark.real
def test_a_pod_that_exits_3_failed_and_the_text_has_the_end_of_its_log(cluster: KubeCluster, namespace: str, make: Make) -> None:
    with run.launch(make("echo no such table >&2; exit 3"), namespace=namespace, cluster=cluster) as started:
        outcome = started.wait(60)
        with pytest.raises(RunFailedError, match="exited with 3"):
            started.wait(check=True)
    assert (outcome.category, outcome.exit_code) == (Category.FAILED, 3), str(outcome)
    assert "| no such table" in str(outcome)
    assert str(outcome).startswith("failed: container main exited with 3 on ")


@pytest.mark.real
def test_wait_reports_the_container_that_was_oom_killed(cluster: KubeCluster, namespace: str, make: Make) -> None:
    body = make("exec tail /dev/zero", container={"resources": {"limits": {"memory": "32Mi"}}})
    with run.launch(body, namespace=namespace, cluster=cluster) as started:
        outcome = started.wait(90)
    assert (outcome.category, outcome.exit_code, outcome.limit) == (Category.OUT_OF_MEMORY, 137, "32Mi"), str(outcome)
    assert str(outcome).startswith("failed: container main was killed for memory (OOMKilled, limit 32Mi, exit code 137) on ")


@pytest.mark.real
def test_an_image_that_cannot_be_had_never_started(cluster: KubeCluster, namespace: str, make: Make) -> None:
    body = make("true", container={"image": "registry.invalid/none:1"})
    told = []
    with run.launch(body, namespace=namespace, cluster=cluster) as started:
        outcome = started.wait(90, start_timeout=3, on_progress=told.append)
    assert outcome.category is Category.NEVER_STARTED, str(outcome)
    assert outcome.reason in ("ErrImagePull", "ImagePullBackOff")
    assert 'image "registry.invalid/none:1" cannot be had' in str(outcome)
    assert any(progress.reason in ("ErrImagePull", "ImagePullBackOff") for progress in told)


def test_an_image_name_that_is_none_never_started_at_once(cluster: KubeCluster, namespace: str, make: Make) -> None:
    body = make("true", container={"image": "UPPER/Case:1"})
    with run.launch(body, namespace=namespace, cluster=cluster, levels={"image": "off"}) as started:
        outcome = started.wait(30)
    assert (outcome.category, outcome.reason) == (Category.NEVER_STARTED, "InvalidImageName"), str(outcome)


@pytest.mark.real
def test_a_run_that_is_deleted_while_it_runs_was_deleted(cluster: KubeCluster, namespace: str, make: Make) -> None:
    with run.launch(make("echo up; sleep 300"), namespace=namespace, cluster=cluster) as started:
        assert next(iter(started.logs())) == "up"
        cluster.delete(started.ref)
        outcome = started.wait(60)
    assert outcome.category is Category.DELETED, str(outcome)
    assert f"{started.ref.name} was deleted" in str(outcome)


@pytest.mark.real
def test_a_pod_that_is_gone_before_anybody_waits_has_not_lost_its_last_words(
    cluster: KubeCluster, namespace: str, pod: Make, until: Callable[..., object]
) -> None:
    with run.launch(pod("echo up; sleep 300"), namespace=namespace, cluster=cluster) as started:
        assert next(iter(started.logs())) == "up"
        cluster.delete(started.ref, grace=1)
        until(lambda: not cluster.list("Pod", namespace=namespace).items, "the Pod is gone")
        outcome = started.wait(60)
    assert outcome.category is Category.DELETED, str(outcome)
    assert outcome.exit_code in (137, 143), str(outcome)  # a node's shell has no handler for SIGTERM, the embedded one's obeys it


def test_a_jobs_pod_that_is_deleted_while_it_runs_was_disrupted(
    cluster: KubeCluster, namespace: str, job: Make, until: Callable[..., list[Body]]
) -> None:
    from kpod.cluster import Ref

    with run.launch(job("sleep 300"), namespace=namespace, cluster=cluster) as started:
        until(lambda: started.status().stage == "running", "it runs")
        pods = cluster.list("Pod", namespace=namespace).items
        cluster.delete(Ref.of(pods[0]))
        outcome = started.wait(60)
    assert (outcome.category, outcome.reason) == (Category.DISRUPTED, "PodDeleted"), str(outcome)


@pytest.mark.real
def test_a_run_that_outlives_its_timeout_timed_out_and_goes_on(cluster: KubeCluster, namespace: str, make: Make) -> None:
    with run.launch(make("sleep 300"), namespace=namespace, cluster=cluster) as started:
        with pytest.raises(WaitTimeoutError) as caught:
            started.wait(timedelta(seconds=2))
        assert caught.value.outcome is not None
        assert caught.value.outcome.category is Category.TIMED_OUT
        assert "has not ended within 2 s" in str(caught.value)
        assert started.outcome() is None
        started.cancel()
        assert started.wait(60).category is Category.DELETED


def test_a_job_whose_own_deadline_passes_timed_out(cluster: KubeCluster, namespace: str, job: Make) -> None:
    with run.launch(job("sleep 300", job={"activeDeadlineSeconds": 2}), namespace=namespace, cluster=cluster) as started:
        outcome = started.wait(60)
    assert (outcome.category, outcome.reason) == (Category.TIMED_OUT, "DeadlineExceeded"), str(outcome)
    assert "the Job's deadline of 2 s passed" in str(outcome)


def test_a_job_that_may_try_again_ends_with_its_last_pod(cluster: KubeCluster, namespace: str, job: Make) -> None:
    with run.launch(job("exit 4", backoff=1), namespace=namespace, cluster=cluster) as started:
        outcome = started.wait(90)
        pods = cluster.list("Pod", namespace=namespace).items
    assert (outcome.category, outcome.exit_code) == (Category.FAILED, 4)
    assert len(pods) == 2


def test_a_missing_secret_never_started_and_its_name_is_told(cluster: KubeCluster, namespace: str, make: Make) -> None:
    source = {"name": "TOKEN", "valueFrom": {"secretKeyRef": {"name": "nosecret", "key": "token"}}}
    with run.launch(make("true", container={"env": [source]}), namespace=namespace, cluster=cluster) as started:
        outcome = started.wait(60, start_timeout=2)
    assert (outcome.category, outcome.reason) == (Category.NEVER_STARTED, "CreateContainerConfigError"), str(outcome)
    assert "nosecret" in str(outcome)


def test_a_command_that_is_not_there_never_started(cluster: KubeCluster, namespace: str, make: Make) -> None:
    with run.launch(make("", container={"command": ["/no/such/binary"]}), namespace=namespace, cluster=cluster) as started:
        outcome = started.wait(60)
    assert (outcome.category, outcome.reason, outcome.exit_code) == (Category.NEVER_STARTED, "StartError", 128), str(outcome)
