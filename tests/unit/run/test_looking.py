"""No verdict rests on what was not seen before one look: at the run's object, at its Pods by uid, at what the server remembers."""

from __future__ import annotations

import copy
import queue
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from kpod.cluster import Listing, Ref, WatchEvent
from kpod.errors import ExpiredError, NotFoundError
from kpod.run import Run, RunWatcher, looking
from kpod.run.evidence import Evidence
from kpod.status import Category, Outcome
from kpod.wire import views
from tests.unit.status import replay

Body = dict[str, Any]


class Wide:
    """A watch that may be closed by any thread."""

    def __init__(self, told: queue.SimpleQueue[Body | None], view: Any) -> None:
        self._told, self._view = told, view

    def __iter__(self) -> Iterator[WatchEvent]:
        return self

    def __next__(self) -> WatchEvent:
        body = self._told.get()
        if body is None:
            raise StopIteration
        return WatchEvent(*views.decode_event(views.encode({"type": "MODIFIED", "object": body}), self._view))

    def close(self) -> None:
        self._told.put(None)


class Server:
    """A server that has a Job and some Pods, remembers events of its Pods, and tells the wide watches nothing but what is put there."""

    name, namespace = "scripted", "n"

    def __init__(self, job: Body | None, pods: list[Body], past: list[WatchEvent | Exception]) -> None:
        self.job, self.pods, self.past = job, pods, past
        self.refusal: Exception | None = None
        self.asked: list[str] = []
        self.told: dict[str, queue.SimpleQueue[Body | None]] = {"Job": queue.SimpleQueue(), "Pod": queue.SimpleQueue()}

    def get(self, ref: Ref) -> Body:
        self.asked.append(f"get {ref.kind}")
        for body in [self.job, *self.pods]:
            if body is not None and body["metadata"]["uid"] == ref.uid:
                return body
        raise NotFoundError(status=404)

    def list(self, kind: str, *, labels: str = "", view: Any = None, **_: Any) -> Listing:
        if "managed-by" in labels:
            return Listing([], "1")  # what is there was made a moment later
        self.asked.append(f"list {kind}")
        return Listing(self.pods if kind == "Pod" else [], "99999999")

    def watch(self, kind: str, *, since: str, labels: str = "", view: Any = None, **_: Any) -> Iterator[WatchEvent]:
        if "managed-by" in labels:
            return Wide(self.told[kind], view)
        self.asked.append(f"watch {kind}s since {since}")
        if isinstance(self.refusal, Exception):
            raise self.refusal
        return self._back()

    def _back(self) -> Iterator[WatchEvent]:
        for event in self.past:
            if isinstance(event, Exception):
                raise event
            yield event

    def logs(self, ref: Ref, **_: Any) -> Iterator[bytes]:
        raise NotFoundError(status=404)


def past(name: str) -> list[WatchEvent | Exception]:
    """What a server remembers of a recorded case's Pods."""
    pods = [step for step in replay.steps(name) if step.body["kind"] == "Pod"]
    return [WatchEvent(step.type, step.body, step.body["metadata"]["resourceVersion"]) for step in pods]


def made(name: str) -> Body:
    """The Job of a recorded case as it was when it was made."""
    job = copy.deepcopy(replay.load(name)["job"])
    job["status"] = {}
    job["metadata"]["resourceVersion"] = "1"
    job["metadata"].pop("deletionTimestamp", None)
    return job


def server(name: str) -> Server:
    """A server after a recorded case."""
    case = replay.load(name)
    left = [] if any(step.type == "DELETED" for step in replay.steps(name) if step.body["kind"] == "Pod") else case["pods"]
    return Server(None if case["gone"] else case["job"], left, past(name))


def by_wait(cluster: Server, run: Run) -> Outcome:
    return run.wait(60)


def by_one_look(cluster: Server, run: Run) -> Outcome:
    found = run.outcome()
    assert found is not None
    return found


def by_watcher(cluster: Server, run: Run) -> Outcome:
    """Of all that happens the watcher is told one thing: the Job's end; where the Job is gone, nothing."""
    ends: queue.SimpleQueue[Any] = queue.SimpleQueue()
    tick = iter(range(10**9))
    with RunWatcher(cluster, "n", clock=lambda: next(tick) * 0.5) as watcher:
        watcher.follow(run, ends.put)
        if cluster.job is not None:
            cluster.told["Job"].put(cluster.job)
        found = ends.get(timeout=200)
    assert isinstance(found, Outcome)
    return found


WAYS = [by_wait, by_one_look, by_watcher]
GONE = ["f-delete-trap0", "f-delete-graceful", "d-evict", "d-evict-trap0", "e-preempt", "g-taint-noexecute-nopolicy", "i-job-deadline"]
THERE = ["b-exit3", "c-oom", "b-exit3-backoff1", "h-ephemeral-container", "p-init-fails", "q-command-not-found", "a-exit0"]


@pytest.mark.parametrize("name", [*GONE, *THERE])
@pytest.mark.parametrize("way", WAYS)
def test_a_pod_of_which_nobody_saw_anything_has_its_end_told_all_the_same(way: Callable[[Server, Run], Outcome], name: str) -> None:
    cluster, expected = server(name), replay.last_words(name)
    assert expected is not None
    job = made(name)
    found = way(cluster, Run(cluster, Ref.of(job), seen=job, marked=True))
    assert (found.category, found.reason, found.exit_code) == (expected.category, expected.reason, expected.exit_code)
    remembered = [asked for asked in cluster.asked if asked == "watch Pods since 1"]
    assert len(remembered) == (1 if name in GONE else 0)


@pytest.mark.parametrize("at_once", [True, False], ids=["refused", "in the stream"])
@pytest.mark.parametrize("way", WAYS)
def test_an_end_that_the_server_has_forgotten_too_is_doubted(way: Callable[[Server, Run], Outcome], at_once: bool) -> None:
    cluster = server("f-delete-trap0")
    if at_once:
        cluster.refusal = ExpiredError(status=410)
    cluster.past = [ExpiredError(status=410)]
    job = made("f-delete-trap0")
    found = way(cluster, Run(cluster, Ref.of(job), seen=job, marked=True))
    assert (found.category, found.reason, found.exited_zero) == (Category.DISRUPTED, "Complete", True)


def test_the_object_is_asked_for_before_its_pods_since_a_job_ends_after_them() -> None:
    cluster = server("b-exit3")
    looking.look(cluster, Evidence(Ref.of(cluster.job or {})))  # type: ignore[arg-type]
    assert cluster.asked == ["get Job", "list Pod"]


def test_a_pod_that_only_left_the_selector_is_not_believed_to_be_gone() -> None:
    cluster = server("b-exit3")
    evidence = Evidence(Ref.of(cluster.job or {}))
    [first, *_] = past("b-exit3")
    assert isinstance(first, WatchEvent)
    evidence.see(first.object)
    cluster.list = lambda kind, **_: Listing([], "99999999")  # type: ignore[method-assign]
    looking.look(cluster, evidence)  # type: ignore[arg-type]
    assert not evidence.vanished
    found = evidence.outcome()
    assert found is not None
    assert found.exit_code == 3


def test_a_store_that_was_restored_from_a_copy_is_believed() -> None:
    """The Pod was seen to run at a version that the store, restored, has not reached again when the Pod ends."""
    cluster = server("h-node-pressure-eviction")
    assert cluster.job is not None
    evidence = Evidence(Ref.of(cluster.job))
    later = copy.deepcopy(next(step.body for step in replay.steps("h-node-pressure-eviction") if step.body["kind"] == "Pod"))
    later["metadata"]["resourceVersion"] = "100000000"
    evidence.see(later)
    assert evidence.outcome() is None or not evidence.has_ended()
    looking.look(cluster, evidence)  # type: ignore[arg-type]
    assert evidence.has_ended()
