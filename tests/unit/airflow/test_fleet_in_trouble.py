"""The fleet on a cluster that answers as it does in trouble: silent, full, or unable to say."""

from __future__ import annotations

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
        self.reads: list[str] = []
        self.silent: Exception | None = None
        self.lists = threading.Event()
        self.lists.set()
        self.over = threading.Event()

    def create(self, body: Body, **_: Any) -> Body:
        if body["kind"] == "Job":
            if len(self.jobs) >= self.room:
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

    def list(self, *_: Any, **__: Any) -> Listing:
        self.lists.wait()
        return Listing([], "1")

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
        fleet = Fleet(server, attrs.evolve(SETTINGS, **changes), "n", unseen=unseen)  # type: ignore[arg-type]
        started.append(fleet)
        return fleet

    yield start
    server.lists.set()
    server.over.set()
    for fleet in started:
        fleet.stop()
    until(lambda: not [thread for thread in threading.enumerate() if thread.name.startswith("kpod-")])


def work(number: int) -> jobs.Work:
    return jobs.Work(identity=f"id {number}", about={"dag_id": "d", "task_id": "t"}, workload="{}")


def until(condition: Callable[[], Any], timeout: float = 10) -> None:
    end = time.monotonic() + timeout
    while not condition():
        assert time.monotonic() < end, "it did not come true"
        time.sleep(0.02)


def test_a_job_that_cannot_be_asked_for_is_not_called_gone(server: Server, start: Start) -> None:
    server.jobs["etl-1"] = {"metadata": {"name": "etl-1", "uid": "u"}}
    server.silent = UnreachableError("the connection was refused")
    fleet = start(unseen=0.0)
    fleet.adopt("etl-1", "u")
    seen: list[Any] = []
    until(lambda: seen.extend(fleet.take()) or len(server.reads) >= 2)
    time.sleep(0.1)
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
    time.sleep(0.1)
    assert fleet.take() == []
    fleet.finish(first.name, keep=False)
    until(lambda: list(server.jobs) == [second.name])
    assert fleet.take() == []


def test_a_right_that_is_missing_is_said_at_once(server: Server, start: Start) -> None:
    server.room, server.refusal = 0, 'jobs.batch is forbidden: User "airflow" cannot create resource "jobs"'
    fleet, launch = start(), work(1)
    fleet.launch(launch)
    seen: list[Any] = []
    until(lambda: seen.extend(fleet.take()) or seen, timeout=2)
    assert seen[0].category is Category.REJECTED
    assert "cannot create" in seen[0].text


def test_a_list_that_does_not_come_holds_the_scheduler_for_a_while_only(server: Server, start: Start) -> None:
    server.lists.clear()
    fleet = start()
    began = time.monotonic()
    with pytest.raises(UnreachableError, match=r"did not come within 0\.2 s"):
        fleet.list_jobs(timeout=0.2)
    assert time.monotonic() - began < 2
