"""The executor's hands and eyes on a cluster, without Airflow: launches whose worker is a shell."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any

import attrs
import pytest

from airflow_integration import worker
from airflow_integration.executor import jobs, settings
from airflow_integration.executor.fleet import Fleet
from airflow_integration.executor.verdicts import Verdict
from airflow_integration.executor_config import parse
from kpod import Category, KubeCluster, Ref, names
from kpod.cluster import Body
from kpod.errors import NotFoundError, UnreachableError
from tests.airflow.conftest import SHELL_IMAGE, Place
from tests.until import until

pytestmark = [pytest.mark.airflow, pytest.mark.real]

SETTINGS = settings.Settings(
    image=SHELL_IMAGE,
    image_pull_policy="IfNotPresent",
    execution_api_url="http://127.0.0.1:1/execution/",
    dags=settings.Storage("/dags"),
    logs=settings.Storage("/logs"),
)


class Recording(KubeCluster):
    """A cluster that remembers what was written, and can lose the first answer to a create."""

    writes: list[str]
    lose_an_answer = False

    def create(self, body: Body, *, namespace: str | None = None, dry_run: bool = False) -> Body:
        self.writes.append(f"create {body['kind']}")
        made = super().create(body, namespace=namespace, dry_run=dry_run)
        if self.lose_an_answer:
            self.lose_an_answer = False
            raise UnreachableError("the connection was lost")
        return made

    def delete(self, ref: Ref, *, grace: int | None = None, propagation: Any = "Background") -> None:
        self.writes.append(f"delete {ref.kind}")
        super().delete(ref, grace=grace, propagation=propagation)


@pytest.fixture
def cluster(place: Place) -> Iterator[Recording]:
    with Recording(place.kubeconfig, namespace=place.namespace) as cluster:
        cluster.writes = []
        yield cluster


Start = Callable[..., Fleet]


@pytest.fixture
def start(cluster: Recording) -> Iterator[Start]:
    """Make a fleet of a deployment of its own; it is stopped, and its Jobs are deleted, at the end."""
    deployment = names.fresh("test")
    started: list[Fleet] = []

    def start(*, unseen: float = 60.0, **changes: Any) -> Fleet:
        chosen = attrs.evolve(SETTINGS, deployment=deployment, **changes)
        fleet = Fleet(cluster, chosen, str(cluster.namespace), unseen=unseen)
        fleet.start()
        started.append(fleet)
        return fleet

    yield start
    for fleet in started:
        fleet.stop()
    until(lambda: not any(thread.name.startswith(("kpod-writes", "kpod-deletes")) for thread in threading.enumerate()))
    for job in cluster.list("Job", namespace=cluster.namespace, labels=jobs.selector(deployment)).items:
        with suppress(NotFoundError):
            cluster.delete(Ref.of(job))


def work(script: str, **pod: Any) -> jobs.Work:
    """A launch whose worker is a shell that runs a script."""
    spec = {"terminationGracePeriodSeconds": 1, "containers": [{"name": "main", "command": ["sh", "-c", script]}], **pod}
    about = {"dag_id": "test", "task_id": "shell"}
    return jobs.Work(identity=names.fresh("id"), about=about, workload='{"token": "secret"}', config=parse(worker(pod={"spec": spec})))


def verdict_on(fleet: Fleet, name: str, *, timeout: float = 60) -> Verdict:
    """Wait for the verdict on a launch."""
    end = time.monotonic() + timeout
    while time.monotonic() < end:
        for verdict in fleet.take():
            if verdict.name == name:
                return verdict
        time.sleep(0.05)
    raise TimeoutError(f"no verdict on {name}")


def is_gone(cluster: KubeCluster, name: str) -> bool:
    try:
        cluster.get(Ref("Job", name, cluster.namespace))
    except NotFoundError:
        return True
    return False


def runs(cluster: KubeCluster, name: str) -> bool:
    pods = cluster.list("Pod", namespace=cluster.namespace, labels=f"batch.kubernetes.io/job-name={name}").items
    return any(pod["status"].get("phase") == "Running" for pod in pods)


def test_a_launch_takes_three_writes_and_its_worker_reads_the_workload(cluster: Recording, start: Start) -> None:
    fleet, launch = start(), work("grep -q secret /kpod/workload/workload.json")
    fleet.launch(launch)
    verdict = verdict_on(fleet, launch.name)
    assert verdict.ok, verdict
    fleet.finish(launch.name, keep=False)
    until(lambda: is_gone(cluster, launch.name))
    assert cluster.writes == ["create Job", "create Secret", "delete Job"]
    until(lambda: not cluster.list("Secret", namespace=cluster.namespace, fields=f"metadata.name={launch.name}").items)


def test_a_failed_worker_is_kept_when_that_is_wanted(cluster: Recording, start: Start) -> None:
    fleet, launch = start(), work("exit 3")
    fleet.launch(launch)
    verdict = verdict_on(fleet, launch.name)
    assert (verdict.ok, verdict.category, verdict.ended_by_itself) == (False, Category.FAILED, True)
    assert "exited with 3" in verdict.text
    fleet.finish(launch.name, keep=True)
    assert not is_gone(cluster, launch.name)


def test_a_lost_answer_makes_no_second_job(cluster: Recording, start: Start) -> None:
    cluster.lose_an_answer = True
    fleet, launch = start(), work("exit 0")
    fleet.launch(launch)
    assert verdict_on(fleet, launch.name).ok
    assert cluster.writes == ["create Job", "create Job", "create Secret"]
    assert list(fleet.list_jobs()) == [launch.name]


def test_a_cancelled_launch_is_gone_and_has_no_verdict(cluster: Recording, start: Start) -> None:
    fleet, launch = start(), work("sleep 300")
    fleet.launch(launch)
    until(lambda: runs(cluster, launch.name))
    fleet.cancel(launch.name)
    until(lambda: is_gone(cluster, launch.name))
    until(lambda: not runs(cluster, launch.name))
    assert fleet.take() == []


def test_a_launch_that_is_cancelled_at_once_leaves_nothing(cluster: Recording, start: Start) -> None:
    fleet, launch = start(), work("sleep 300")
    fleet.launch(launch)
    fleet.cancel(launch.name)
    until(lambda: "delete Job" in cluster.writes and cluster.writes.count("create Job") == cluster.writes.count("create Secret"))
    until(lambda: is_gone(cluster, launch.name))


def test_a_job_that_somebody_deletes_is_reported_when_its_pod_has_ended(cluster: Recording, start: Start) -> None:
    fleet, launch = start(), work("sleep 300")
    fleet.launch(launch)
    until(lambda: runs(cluster, launch.name))
    cluster.delete(Ref("Job", launch.name, cluster.namespace))
    verdict = verdict_on(fleet, launch.name)
    assert not runs(cluster, launch.name)
    assert (verdict.category, verdict.ended_by_itself) == (Category.DELETED, False)
    assert f"Job {launch.name} was deleted while it ran" in verdict.text


def test_a_worker_that_no_node_takes_is_given_up_with_the_reason(start: Start) -> None:
    fleet, launch = start(start_timeout=2.0), work("exit 0", nodeSelector={"disk": "none-has-it"})
    fleet.launch(launch)
    verdict = verdict_on(fleet, launch.name)
    assert verdict.category is Category.NEVER_STARTED
    assert verdict.text.startswith("the worker did not start in 2 s: pending (Unschedulable)")


def test_a_body_that_the_server_refuses_fails_alone_and_leaves_nothing(cluster: Recording, start: Start) -> None:
    fleet, launch = start(), work("exit 0", restartPolicy="Always")
    fleet.launch(launch)
    verdict = verdict_on(fleet, launch.name)
    assert verdict.category is Category.REJECTED
    assert "restartPolicy" in verdict.text
    assert is_gone(cluster, launch.name)


def test_what_a_dead_scheduler_left_is_taken_over_running_or_ended(cluster: Recording, start: Start) -> None:
    dead = start()
    running, ended = work("sleep 3"), work("exit 3")
    for launch in (running, ended):
        dead.launch(launch)
    until(lambda: runs(cluster, running.name))
    dead.stop()
    alive = start()
    existing = alive.list_jobs()
    assert set(existing) == {running.name, ended.name}
    for name, job in existing.items():
        alive.adopt(name, job["metadata"]["uid"])
    assert verdict_on(alive, ended.name).category is Category.FAILED
    assert verdict_on(alive, running.name).ok


def test_a_job_that_vanished_while_nobody_looked_is_reported(start: Start) -> None:
    fleet = start(unseen=0.0)
    fleet.adopt("never-there", "some-uid")
    verdict = verdict_on(fleet, "never-there")
    assert (verdict.category, verdict.ok) == (Category.DELETED, False)
