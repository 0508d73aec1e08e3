"""What breaks in a thread of `RunWatcher` is told to those who wait, where no error of a server's tells it."""

from __future__ import annotations

import itertools
import queue
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from kpod.cluster import Ref
from kpod.errors import RunError
from kpod.run import Run, RunWatcher
from kpod.run.hands import Hands
from tests.unit.run.test_looking import Server, made, server
from tests.until import until

NAME = "b-exit3"
ROOT = Path(__file__).parents[3]

HANGS = """
import queue, threading, time
from kpod.cluster import Ref
from kpod.run import Run, RunWatcher
from tests.unit.run.test_looking import Server, made

class Silent(Server):
    def get(self, ref):
        asked.set()
        time.sleep(600)

asked = threading.Event()
job = made("b-exit3")
cluster = Silent(None, [], [])
with RunWatcher(cluster, "n", clock=lambda: time.monotonic() * 50) as watcher:
    watcher.follow(Run(cluster, Ref.of(job), seen=job, marked=True), print)
    asked.wait(60)
    print("asked", flush=True)
print("closed", flush=True)
"""


class Broken(Server):
    """A server whose library has a defect at one door."""

    def __init__(self, door: str) -> None:
        whole = server(NAME)
        super().__init__(whole.job, whole.pods, [])
        self.door = door

    def get(self, ref: Ref) -> dict[str, Any]:
        self._enter("get")
        return super().get(ref)

    def watch(self, kind: str, **more: Any) -> Iterator[Any]:
        self._enter("watch")
        return super().watch(kind, **more)

    def logs(self, ref: Ref, **more: Any) -> Iterator[bytes]:
        self._enter("logs")
        return super().logs(ref, **more)

    def _enter(self, door: str) -> None:
        if door == self.door:
            raise LookupError(f"a defect in {door}")


def told_by(cluster: Server, *, clock: Callable[[], float] | None = None, **more: Any) -> Any:
    """What a follower is told of a run whose Job has failed."""
    ends: queue.SimpleQueue[Any] = queue.SimpleQueue()
    ticks = itertools.count()
    job = made(NAME)
    with RunWatcher(cluster, "n", clock=clock or (lambda: next(ticks) * 0.5)) as watcher:  # type: ignore[arg-type]
        watcher.follow(Run(cluster, Ref.of(job), seen=job, marked=True), ends.put, **more)  # type: ignore[arg-type]
        cluster.told["Job"].put(cluster.job)
        return ends.get(timeout=200)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")  # it goes on to the thread's own hook
@pytest.mark.parametrize("door", ["watch", "get", "logs"])
def test_a_defect_in_any_thread_ends_the_wait(door: str) -> None:
    found = told_by(Broken(door))
    assert isinstance(found, RunError)
    assert f"LookupError: a defect in {door}" in str(found)
    assert isinstance(found.__cause__, LookupError)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_callback_that_raises_ends_the_wait() -> None:
    here = threading.get_ident()

    def fail(progress: object) -> None:
        if threading.get_ident() != here:  # what `follow` itself tells it raises too
            raise LookupError("a defect in a callback")

    assert "a defect in a callback" in str(told_by(server(NAME), on_progress=fail))


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_clock_that_breaks_ends_the_wait() -> None:
    ticks = itertools.count()

    def clock() -> float:
        if next(ticks) > 6:
            raise LookupError("a defect in the clock")
        return 0.0

    cluster = server(NAME)
    cluster.job = made(NAME)  # nothing has happened yet
    assert "a defect in the clock" in str(told_by(cluster, clock=clock))


def test_a_process_that_ends_does_not_wait_for_an_answer_that_nobody_wants_any_more() -> None:
    """The look hangs for ten minutes; the time for the process separates from that."""
    done = subprocess.run([sys.executable, "-c", HANGS], cwd=ROOT, capture_output=True, text=True, timeout=100, check=False)
    assert done.stdout.split() == ["asked", "closed"], done.stderr


def test_work_is_done_by_as_many_hands_as_there_are_and_by_none_when_they_are_closed() -> None:
    hands = Hands(2, "hands")
    begun: queue.SimpleQueue[int] = queue.SimpleQueue()
    go_on = threading.Semaphore(0)

    def work(number: int) -> None:
        begun.put(number)
        assert go_on.acquire(timeout=200)

    for number in range(4):
        hands.do(lambda number=number: work(number))  # type: ignore[misc]
    assert {begun.get(timeout=200), begun.get(timeout=200)} == {0, 1}
    assert begun.empty()
    go_on.release()
    assert begun.get(timeout=200) == 2
    hands.close()
    hands.do(lambda: work(4))
    go_on.release(2)
    until(lambda: not [one for one in threading.enumerate() if one.name == "hands"], "its threads end")
    assert begun.empty()


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_work_that_raises_leaves_its_hand_to_the_next() -> None:
    hands = Hands(1, "hands")
    over = threading.Event()
    hands.do(lambda: 1 / 0)
    hands.do(over.set)
    assert over.wait(60)
