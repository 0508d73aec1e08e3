"""Waiting against a scripted cluster and a clock that only the script moves: outages, last words, stalls, deadlines."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kpod.cluster import Listing, Ref, WatchEvent
from kpod.errors import ConflictError, ExpiredError, ForbiddenError, NotFoundError, UnreachableError, WaitTimeoutError
from kpod.run import Run
from kpod.run.waiting import RUNNING_WATCH
from kpod.status import Category, Progress

BODIES = Path(__file__).parents[2] / "data" / "bodies"


class Scripted:
    """A cluster that shows a Job and its Pods as they are at each look; every list moves the clock by a second, every watch by its time."""

    name, namespace = "scripted", "n"

    def __init__(self, *looks: Any) -> None:
        self.looks = list(looks)
        self.events: list[dict[str, Any]] = []
        self.in_watch: list[Any] = []
        self.watched: list[tuple[str, float]] = []
        self.now = 0.0
        self.deleted: list[Ref] = []
        self.version = 100
        self.no_events: Exception | None = None

    def list(self, kind: str, **_: Any) -> Listing:
        if kind == "Event":
            if self.no_events is not None:
                raise self.no_events
            return Listing(self.events, "0")
        self.now += 1
        look = self.looks.pop(0) if len(self.looks) > 1 else self.looks[0]
        return Listing(look[1], str(self.version))

    def get(self, ref: Ref) -> dict[str, Any]:
        if ref.kind == "Pod":  # it is asked for where the list has it no more
            raise NotFoundError(status=404)
        look = self.looks[0]
        if isinstance(look, Exception):
            self.looks.pop(0)
            raise look
        if look[0] is None:
            raise NotFoundError(status=404)
        found: dict[str, Any] = look[0]
        return found

    def watch(self, kind: str, *, since: str, timeout: float, **_: Any) -> Iterator[WatchEvent]:
        self.watched.append((since, timeout))
        return self._stream(self.in_watch.pop(0) if self.in_watch else [], timeout)

    def _stream(self, events: Any, timeout: float) -> Iterator[WatchEvent]:
        for event in events:
            if isinstance(event, Exception):
                raise event
            self.version = max(self.version, int(event[2]))  # no later list is older than that
            yield WatchEvent(*event)
        self.now += timeout

    def delete(self, ref: Ref, **_: Any) -> None:
        self.deleted.append(ref)

    def logs(self, ref: Ref, **_: Any) -> Iterator[bytes]:
        raise NotFoundError(status=404)

    def run(self) -> Run:
        job = next(look[0] for look in self.looks if isinstance(look, tuple) and look[0])
        return Run(self, Ref.of(job), clock=lambda: self.now, sleep=self.sleep)

    def sleep(self, seconds: float) -> None:
        self.now += seconds


def case(name: str) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    loaded = json.loads((BODIES / f"{name}.json").read_text())
    return loaded["job"], loaded["pods"]


def running(name: str) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    job, pods = copy.deepcopy(case(name))
    job["status"] = {"active": 1}
    job["metadata"]["resourceVersion"] = "1"
    for pod in pods:
        pod["metadata"].pop("deletionTimestamp", None)
        pod["metadata"]["resourceVersion"] = "1"
        pod["status"] = {"phase": "Running", "containerStatuses": [{"name": "main", "state": {"running": {}}}]}
    return job, pods


def test_an_end_that_was_missed_is_found_by_the_next_look() -> None:
    script = Scripted(running("b-exit3"), case("b-exit3"))
    told: list[Progress] = []
    outcome = script.run().wait(on_progress=told.append)
    assert (outcome.category, outcome.exit_code) == (Category.FAILED, 3)
    assert [progress.stage for progress in told] == ["running", "ended"]


def test_a_pod_whose_end_only_the_watch_tells_ends_with_its_last_words() -> None:
    job, pods = case("f-delete-graceful")
    gone = Scripted(running("f-delete-graceful"), (job, []))
    gone.in_watch = [[], [("DELETED", pods[0], "200")]]
    outcome = gone.run().wait()
    assert (outcome.category, outcome.exit_code) == (Category.DISRUPTED, 137)


def test_a_watch_goes_on_where_the_last_one_stopped() -> None:
    job, pods = running("b-exit3")
    script = Scripted((job, pods), (job, pods), case("b-exit3"))
    script.in_watch = [[("BOOKMARK", {"metadata": {"resourceVersion": "150"}}, "150")]]
    script.run().wait()
    assert [since for since, _ in script.watched] == ["100", "150"]


def test_an_outage_is_borne_and_told_once(caplog: pytest.LogCaptureFixture) -> None:
    outage = [UnreachableError("nobody is there") for _ in range(20)]
    script = Scripted(running("a-exit0"), *outage, case("a-exit0"))
    script.in_watch = [[ExpiredError(status=410)]]
    assert script.run().wait().ok
    assert len([message for message in caplog.messages if "nobody is there" in message]) == 1


def test_an_outage_of_more_than_five_minutes_is_an_error() -> None:
    script = Scripted(running("a-exit0"), *[UnreachableError("nobody is there") for _ in range(2000)])
    with pytest.raises(UnreachableError):
        script.run().wait()
    assert 300 < script.now - RUNNING_WATCH < 340


class Hanging(Scripted):
    """A Pod that waits for ever: its log is refused, and it is there."""

    def get(self, ref: Ref) -> dict[str, Any]:
        found: dict[str, Any] = self.looks[0][1][0] if ref.kind == "Pod" else super().get(ref)
        return found


@pytest.mark.parametrize("all_containers", [False, True])
def test_the_log_of_a_run_that_never_starts_is_over_when_a_wait_would_give_it_up(all_containers: bool) -> None:
    script = Hanging(case("j-image-refused"))
    run = script.run()
    assert list(run.logs(all_containers=all_containers)) == []
    assert 60 < script.now < 90
    assert run.wait().category is Category.NEVER_STARTED


def test_a_log_waits_as_long_for_a_start_as_its_reader_says() -> None:
    script = Hanging(case("j-image-refused"))
    assert list(script.run().logs(start_timeout=600)) == []
    assert 600 < script.now < 630


def test_the_log_of_a_job_that_gets_no_pod_is_over_too() -> None:
    script = Scripted((case("n-quota-needs-requests")[0], []))
    script.events = json.loads((BODIES / "n-quota-needs-requests.json").read_text())["events"]
    assert list(script.run().logs()) == []
    assert 300 < script.now < 330


def test_a_stall_ends_when_its_grace_is_over_by_the_callers_clock() -> None:
    script = Scripted(case("j-image-refused"))
    outcome = script.run().wait()
    assert outcome.category is Category.NEVER_STARTED
    assert 60 <= script.now < 75
    impatient = Scripted(case("j-image-refused"))
    assert impatient.run().wait(start_timeout=5).category is Category.NEVER_STARTED
    assert 5 <= impatient.now < 15


def test_a_timeout_is_kept_and_the_run_goes_on() -> None:
    script = Scripted(running("a-exit0"))
    run = script.run()
    with pytest.raises(WaitTimeoutError) as caught:
        run.wait(10)
    assert 10 <= script.now <= 12
    assert "it is running" in str(caught.value)
    assert script.deleted == []
    script.looks = [case("a-exit0")]
    assert run.wait(10).ok


def test_a_timeout_says_that_the_server_did_not_answer() -> None:
    away = UnreachableError("list Pods: the connection was refused\nthe server is elsewhere")
    run = Scripted(running("b-exit3"), *[away] * 200).run()
    with pytest.raises(WaitTimeoutError) as caught:
        run.wait(60)
    assert "\n  the server did not answer, so this may be old: list Pods: the connection was refused" in str(caught.value)
    with pytest.raises(WaitTimeoutError) as caught:
        Scripted(away, away, running("b-exit3")).run().wait(60)
    assert "did not answer" not in str(caught.value)


def test_a_timeout_of_nothing_looks_once() -> None:
    script = Scripted(running("a-exit0"))
    with pytest.raises(WaitTimeoutError):
        script.run().wait(0)
    assert script.watched == []


def test_a_job_that_one_look_more_does_not_find_was_deleted() -> None:
    script = Scripted(running("a-exit0"), (None, []))
    outcome = script.run().wait()
    assert outcome.category is Category.DELETED


def test_an_end_that_was_told_stays_whatever_becomes_of_the_objects() -> None:
    script = Scripted(case("a-exit0"))
    run = script.run()
    assert run.wait().ok
    script.looks = [(None, [])]
    assert run.wait().ok
    assert run.outcome() is run.wait()
    run.cancel()
    assert script.deleted == []


def test_the_end_of_the_block_deletes_by_uid() -> None:
    script = Scripted(running("a-exit0"))
    with script.run() as run:
        pass
    assert script.deleted == [run.ref]
    assert run.ref.uid


def test_an_end_that_fell_into_a_gap_of_the_watch_is_taken_from_the_job() -> None:
    job, _pods = case("f-delete-graceful")
    script = Scripted(running("f-delete-graceful"), (job, []))
    script.in_watch = [[ExpiredError(status=410)]]
    outcome = script.run().wait(200)
    assert outcome.category is Category.UNKNOWN
    assert outcome.reason == "BackoffLimitExceeded"


def test_who_may_not_read_events_waits_without_them(caplog: pytest.LogCaptureFixture) -> None:
    job, pods = running("b-exit3")
    pods[0]["status"] = {"phase": "Pending"}
    script = Scripted((job, pods), (job, pods), case("b-exit3"))
    script.no_events = ForbiddenError(status=403, message="events is forbidden")
    assert script.run().wait().exit_code == 3
    assert len([message for message in caplog.messages if "events is forbidden" in message]) == 1


@pytest.mark.parametrize("answer", [[], [ExpiredError(status=410)]], ids=["closed", "410"])
def test_watches_that_end_at_once_do_not_make_a_hot_loop(answer: list[Any]) -> None:
    script = Scripted(*[running("a-exit0")] * 5, case("a-exit0"))
    slept: list[float] = []
    script.sleep = slept.append
    script.watch = lambda *_, **__: script._stream(answer, 0.0)
    assert script.run().wait().ok
    assert len(slept) == 5


def test_the_end_of_the_log_is_that_of_the_pod_that_decided() -> None:
    script = Scripted(case("b-exit3-backoff1"))
    newest = max(script.looks[0][1], key=lambda pod: pod["metadata"]["creationTimestamp"])["metadata"]["name"]
    script.logs = lambda ref, **_: iter([f"log of {ref.name}\n".encode()])
    assert script.run().wait().log_tail == (f"log of {newest}",)


def test_a_run_whose_name_another_object_has_taken_is_gone_and_that_one_stays() -> None:
    script = Scripted(running("a-exit0"))
    run = script.run()

    def refuse(ref: Ref, **_: Any) -> None:
        raise ConflictError(status=409, reason="Conflict", message="the UID in the precondition does not match")

    script.delete = refuse
    job, pods = running("a-exit0")
    with pytest.raises(ConflictError):
        run.delete()
    script.looks = [({**job, "metadata": {**job["metadata"], "uid": "another"}}, pods)]
    run.delete()
