"""The fleet on a cluster that answers as it does in trouble: silent, full, or unable to say."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import attrs
import pytest

from airflow_integration.executor import jobs, settings
from airflow_integration.executor.fleet import Fleet
from kpod.cluster import Body, Listing, Ref
from kpod.errors import ForbiddenError, NotFoundError, UnreachableError
from kpod.status import Category
from kpod.wire import views
from tests.until import until

SETTINGS = settings.Settings(
    image="airflow:1",
    execution_api_url="http://127.0.0.1:1/execution/",
    dags=settings.Storage("/dags"),
    logs=settings.Storage("/logs"),
    creation_concurrency=1,
)
FULL = 'jobs.batch "etl" is forbidden: exceeded quota: few, requested: count/jobs.batch=1, used: count/jobs.batch=1'


class Server:
    """A cluster with room for some Jobs, whose lists may wait and whose reads may fail."""

    name = "test"
    namespace = "n"

    def __init__(self) -> None:
        self.jobs: dict[str, Body] = {}
        self.room = 100
        self.refusal = FULL
        self.refused = 0
        self.reads: list[str] = []
        self.there: list[Body] = []
        self.silent: Exception | None = None
        self.lists = threading.Event()
        self.lists.set()
        self.over = threading.Event()

    def create(self, body: Body, **_: Any) -> Body:
        if body["kind"] == "Job":
            if len(self.jobs) >= self.room:
                self.refused += 1
                raise ForbiddenError(status=403, reason="Forbidden", message=self.refusal)
            self.jobs[body["metadata"]["name"]] = body
        return {**body, "metadata": {**body["metadata"], "uid": "u"}}

    def get(self, ref: Ref) -> Body:
        self.reads.append(ref.name)
        if self.silent:
            raise self.silent
        if ref.name not in self.jobs:
            raise NotFoundError(status=404)
        return self.jobs[ref.name]

    def delete(self, ref: Ref, **_: Any) -> None:
        if self.jobs.pop(ref.name, None) is None:
            raise NotFoundError(status=404)

    def list(self, kind: str, *, view: type[Any] | None = None, **_: Any) -> Listing:
        self.lists.wait()
        if kind == "Pod" and threading.current_thread().name == "kpod-watch-pods":
            self.over.wait(0.5)  # the watch of the Pods begins later than that of the Jobs
        found = [body for body in self.there if body["kind"] == kind]
        data = json.dumps({"metadata": {"resourceVersion": "9"}, "items": found}).encode()
        items, version = views.decode_list(data, view)
        return Listing(items, version)

    def watch(self, *_: Any, **__: Any) -> Iterator[Any]:
        self.over.wait()
        return iter(())


@pytest.fixture
def server() -> Iterator[Server]:
    server = Server()
    yield server
    server.lists.set()
    server.over.set()


Start = Callable[..., Fleet]


@pytest.fixture
def start(server: Server) -> Iterator[Start]:
    started: list[Fleet] = []

    def start(**changes: Any) -> Fleet:
        unseen = changes.pop("unseen", 60.0)
        fleet = Fleet(server, attrs.evolve(SETTINGS, **changes), "n", unseen=unseen)
        started.append(fleet)
        return fleet

    yield start
    server.lists.set()
    server.over.set()
    for fleet in started:
        fleet.stop()
    own = ("kpod-watch", "kpod-writes", "kpod-deletes")  # the session's embedded cluster has threads too
    until(lambda: not any(thread.name.startswith(own) for thread in threading.enumerate()))


def work(number: int) -> jobs.Work:
    return jobs.Work(identity=f"id {number}", about={"dag_id": "d", "task_id": "t"}, workload="{}")


def test_a_job_that_cannot_be_asked_for_is_not_called_gone(server: Server, start: Start) -> None:
    server.jobs["etl-1"] = {"metadata": {"name": "etl-1", "uid": "u"}}
    server.silent = UnreachableError("the connection was refused")
    fleet = start(unseen=0.0)
    fleet.adopt("etl-1", "u")
    seen: list[Any] = []
    until(lambda: seen.extend(fleet.take()) or len(server.reads) >= 3)  # the first two have been dealt with
    assert [*seen, *fleet.take()] == []
    assert list(server.jobs) == ["etl-1"]


def test_a_job_that_was_taken_over_unseen_and_is_gone_is_reported(start: Start) -> None:
    fleet = start(unseen=0.0)
    fleet.adopt("etl-1", None)
    seen: list[Any] = []
    until(lambda: seen.extend(fleet.take()) or seen)
    assert (seen[0].name, seen[0].category) == ("etl-1", Category.DELETED)


def test_a_full_quota_is_waited_for_and_the_deletion_that_makes_room_does_not_wait(server: Server, start: Start) -> None:
    server.room = 1
    fleet, first, second = start(), work(1), work(2)
    fleet.launch(first)
    until(lambda: first.name in server.jobs)
    fleet.launch(second)  # the only thread that creates waits now
    until(lambda: server.refused)
    assert fleet.take() == []
    fleet.finish(first.name, keep=False)
    until(lambda: list(server.jobs) == [second.name])
    assert fleet.take() == []


def test_a_right_that_is_missing_is_said_at_once(server: Server, start: Start) -> None:
    server.room, server.refusal = 0, 'jobs.batch is forbidden: User "airflow" cannot create resource "jobs"'
    fleet, launch = start(), work(1)
    fleet.launch(launch)
    seen: list[Any] = []
    until(lambda: seen.extend(fleet.take()) or seen)
    assert seen[0].category is Category.REJECTED
    assert "cannot create" in seen[0].text


def test_a_list_that_does_not_come_holds_the_scheduler_for_a_while_only(server: Server, start: Start) -> None:
    server.lists.clear()
    fleet = start()
    began = time.monotonic()
    with pytest.raises(UnreachableError, match=r"did not come within 0\.2 s"):
        fleet.list_jobs(timeout=0.2)
    assert time.monotonic() - began < 20


def test_how_a_worker_ended_is_known_also_where_its_job_is_seen_before_its_pod(server: Server, start: Start) -> None:
    condition = {"type": "Failed", "status": "True", "reason": "BackoffLimitExceeded"}
    labels = {"batch.kubernetes.io/job-name": "etl-1"}
    state = {"terminated": {"exitCode": 3, "reason": "Error", "finishedAt": "2026-11-22T16:00:31Z"}}
    server.there = [
        {
            "apiVersion": "batch/v1",
            "kind": "Job",
            "metadata": {"name": "etl-1", "namespace": "n", "uid": "j", "resourceVersion": "5"},
            "spec": {"backoffLimit": 0},
            "status": {"failed": 1, "conditions": [condition]},
        },
        {
            "apiVersion": "v1",
            "kind": "Pod",
            "metadata": {"name": "etl-1-x", "namespace": "n", "uid": "p", "resourceVersion": "4", "labels": labels},
            "spec": {"restartPolicy": "Never", "containers": [{"name": "main", "image": "a"}]},
            "status": {"phase": "Failed", "containerStatuses": [{"name": "main", "state": state}]},
        },
    ]
    fleet = start()
    fleet.start()
    fleet.adopt("etl-1", "j")
    seen: list[Any] = []
    until(lambda: seen.extend(fleet.take()) or seen)
    assert seen[0].category is Category.FAILED
    assert "exited with 3" in seen[0].text
