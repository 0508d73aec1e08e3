"""A run's log: which Pod and which container to read next, when to take a stream up again, and when it is over.

The end of a stream is a reason to look at the Pod, not the end of the log; a log never decides how a run ended. What a line is, and which
lines were seen, `kpod.run.lines` knows.
"""

from __future__ import annotations

import logging
import queue
import threading
import time
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from kpod.cluster import Body, Cluster, Ref
from kpod.errors import InvalidError, KpodError, NotFoundError, OverloadedError, SpecError, UnreachableError
from kpod.result import MAGIC
from kpod.run.lines import Line, Position
from kpod.status import results
from kpod.status.facts import Ended, JobFacts, PodFacts

log = logging.getLogger("kpod")

FIRST_PAUSE = 0.2
LONGEST_PAUSE = 2.0
PATIENCE = 5
"""How often in a row a follower bears that the server does not answer, each time after all tries of the request, before it gives up."""
QUEUE = 1000
"""Lines of several containers that may wait for their reader."""

Names = Callable[[PodFacts], "list[str]"]


class LogReader:
    """Reads the log of one run.

    Args:
        cluster: where it is.
        ref: its Pod or Job, with the uid.
        main: the name of the main container.
        sleep: waits so many seconds.
        whole: with the lines that carry a large result, which are no words of the container.
        given_up: whether a container that has not started is waited for no longer; asked before each pause.
    """

    def __init__(
        self,
        cluster: Cluster,
        ref: Ref,
        main: str,
        *,
        sleep: Callable[[float], None] = time.sleep,
        whole: bool = False,
        given_up: Callable[[], bool] = lambda: False,
    ) -> None:
        self._cluster = cluster
        self._ref = ref
        self._main = main
        self._sleep = sleep
        self._whole = whole
        self._given_up = given_up
        self._streams: set[Any] = set()
        self._closed = False

    def lines(self, *, follow: bool, container: str | None = None, all_containers: bool = False, tail: int | None = None) -> Iterator[Line]:
        """Yield the lines, of each Pod of the run; with `follow` to the end of the run."""

        def names(pod: PodFacts) -> list[str]:
            return _containers(pod) if all_containers else [_known(pod, container) if container else pod.main]

        width = self._width() if follow else 1
        if follow and (all_containers or width > 1):
            yield from self._side_by_side(names, width, tail)
        else:
            yield from self._one_after_the_other(names, follow, tail)

    def _one_after_the_other(self, names: Names, follow: bool, tail: int | None) -> Iterator[Line]:
        done: set[str] = set()
        pause, failures = FIRST_PAUSE, 0
        while True:
            try:
                pod, goes_on = self._next_pod(done)
                failures = 0
            except (OverloadedError, UnreachableError):
                failures += 1
                if not follow or failures > PATIENCE:
                    raise
                self._sleep(LONGEST_PAUSE)
                continue
            if pod is None:
                if not follow or not goes_on or self._given_up():
                    return
                self._sleep(pause)
                pause = min(LONGEST_PAUSE, pause * 1.5)
                continue
            for name in names(pod):
                yield from self._of_container(pod, name, follow=follow, tail=tail)
            done.add(pod.metadata["uid"])
            pause = FIRST_PAUSE

    def _side_by_side(self, names: Names, width: int, tail: int | None) -> Iterator[Line]:
        """Follow several containers at once, a thread for each: those of one Pod, and of as many Pods as the Job has at a time."""
        feeds = _Feeds()
        done: set[str] = set()
        pause, failures = FIRST_PAUSE, 0
        try:
            while True:
                pod, goes_on = None, True
                try:
                    if feeds.pods() < width:  # else there can be no further one
                        pod, goes_on = self._next_pod(done)
                        failures = 0
                except (OverloadedError, UnreachableError):
                    failures += 1
                    if failures > PATIENCE:
                        raise
                if pod is not None:
                    done.add(pod.metadata["uid"])
                    pause = FIRST_PAUSE
                    for name in names(pod):
                        feeds.start(pod, name, partial(self._feed, feeds, pod, name, tail))
                    continue
                if not feeds.pods() and (not goes_on or self._given_up()):
                    return
                yield from feeds.lines(None if feeds.pods() >= width else pause)
                pause = min(LONGEST_PAUSE, pause * 1.5)
        finally:
            self._close(feeds)

    def _width(self) -> int:
        """How many Pods the run may have at a time."""
        failures = 0
        while True:
            try:
                body = self._get(self._ref) if self._ref.kind == "Job" else None
                break
            except (OverloadedError, UnreachableError):
                failures += 1
                if failures > PATIENCE:
                    raise
                self._sleep(LONGEST_PAUSE)
        return 1 if body is None or JobFacts(body).one_pod else int((body.get("spec") or {}).get("parallelism") or 1)

    def _feed(self, feeds: _Feeds, pod: PodFacts, name: str, tail: int | None) -> None:
        """Follow one container for a reader in another thread."""
        end: KpodError | None = None
        try:
            for line in self._of_container(pod, name, follow=True, tail=tail):
                feeds.queue.put((pod.name, name, line))
                if self._closed:
                    return
        except KpodError as error:
            end = error
        finally:
            feeds.queue.put((pod.name, name, end))

    def _close(self, feeds: _Feeds) -> None:
        """End the streams of the followers that still read, and let them go."""
        self._closed = True
        while any(thread.is_alive() for thread in feeds.threads):
            for stream in list(self._streams):
                stream.close()
            try:
                feeds.queue.get(timeout=0.05)  # somebody waits for room
            except queue.Empty:
                pass
        self._closed = False

    def _of_container(self, pod: PodFacts, name: str, *, follow: bool, tail: int | None) -> Iterator[Line]:
        def aside(said: str) -> None:
            log.warning("the node says of the log of %s: %s", self._ref, said[:300])

        position = Position(pod.name, name, aside)
        wanted = None if self._whole else results.wanted(pod, None)
        found = self._follow(pod, name, position, tail) if follow else self._once(pod, name, position, tail)
        for lines in (found, position.finish()):
            yield from lines if wanted is None or not wanted.large else _without_block(lines)

    def _next_pod(self, done: set[str]) -> tuple[PodFacts | None, bool]:
        """The oldest Pod that was not read yet, and whether there may be more."""
        if self._ref.kind == "Pod":
            body = self._get(self._ref)
            fresh = body is not None and body["metadata"]["uid"] not in done and self._ref.uid in (None, body["metadata"]["uid"])
            return (PodFacts(body, self._main) if body is not None and fresh else None), False
        found = self._cluster.list("Pod", namespace=self._ref.namespace, labels=f"batch.kubernetes.io/controller-uid={self._ref.uid}")
        pods = sorted((PodFacts(body, self._main) for body in found.items), key=lambda pod: pod.age_key)
        fresh_pod = next((pod for pod in pods if pod.metadata["uid"] not in done), None)
        if fresh_pod is not None:
            return fresh_pod, True
        job = self._get(self._ref)
        if job is None or job["metadata"]["uid"] != self._ref.uid:
            return None, False
        facts = JobFacts(job)
        if not facts.one_pod:
            return None, not (facts.complete or facts.failed)
        ended = [pod for pod in pods if pod.ended()]
        over = bool(facts.complete or facts.failed) or any(pod.main_end and pod.main_end.exit_code == 0 for pod in ended)
        return None, not over and (not ended or facts.goes_on_after(ended))

    def _get(self, ref: Ref) -> Body | None:
        try:
            return self._cluster.get(ref)
        except NotFoundError:
            return None

    def _once(self, pod: PodFacts, container: str, position: Position, tail: int | None) -> Iterator[Line]:
        try:
            yield from self._read(pod, container, position, follow=False, tail=tail)
        except (InvalidError, NotFoundError):
            return  # not started yet, or gone: there is no log

    def _follow(self, pod: PodFacts, container: str, position: Position, tail: int | None) -> Iterator[Line]:
        pause = FIRST_PAUSE
        while not self._closed:
            before = position.count
            try:
                yield from self._read(pod, container, position, follow=True, tail=tail if position.stamp is None else None)
            except (NotFoundError, InvalidError, OverloadedError, UnreachableError):
                # Not started yet, or not known to its node yet, which says 404 of a Pod that was bound to it a moment ago; or a connection
                # that broke, or was silent: take it up again. Whether the Pod is gone, only the Pod says.
                pass
            if self._has_ended(pod, container):
                yield from self._to_the_end(pod, container, position, tail)
                return
            if not position.count and self._given_up():
                return
            pause = FIRST_PAUSE if position.count > before else min(LONGEST_PAUSE, pause * 1.5)
            self._sleep(pause)

    def _to_the_end(self, pod: PodFacts, container: str, position: Position, tail: int | None) -> Iterator[Line]:
        """Read what is left of a log that grows no more; a connection that breaks is taken up again."""
        for failures in range(1, PATIENCE + 1):
            try:
                yield from self._once(pod, container, position, tail if position.stamp is None else None)
                gap = position.missing_end()
                if gap is not None:
                    yield gap
                return
            except (OverloadedError, UnreachableError):
                if failures == PATIENCE:
                    raise
                self._sleep(FIRST_PAUSE)

    def _has_ended(self, pod: PodFacts, container: str) -> bool:
        try:
            body = self._cluster.get(Ref("Pod", pod.name, self._ref.namespace))
        except NotFoundError:
            return True
        except (OverloadedError, UnreachableError):
            return False
        if body["metadata"]["uid"] != pod.metadata["uid"]:
            return True
        return _is_over(PodFacts(body, container), container)

    def _read(self, pod: PodFacts, container: str, position: Position, *, follow: bool, tail: int | None) -> Iterator[Line]:
        ref = Ref("Pod", pod.name, self._ref.namespace)
        stream: Any = self._cluster.logs(ref, container=container, follow=follow, since=position.stamp, tail=tail, timestamps=True)
        self._streams.add(stream)
        try:
            yield from position.take(stream)
        finally:
            self._streams.discard(stream)
            close = getattr(stream, "close", None)
            if close is not None:
                close()


class _Feeds:
    """The containers that are followed at once, and their lines as they come."""

    def __init__(self) -> None:
        self.queue: queue.Queue[tuple[str, str, Line | KpodError | None]] = queue.Queue(QUEUE)
        self.threads: list[threading.Thread] = []
        self._open: set[tuple[str, str]] = set()

    def pods(self) -> int:
        """How many Pods are being read."""
        return len({pod for pod, _ in self._open})

    def start(self, pod: PodFacts, name: str, follow: Callable[[], None]) -> None:
        """Follow one container more."""
        self._open.add((pod.name, name))
        self.threads = [thread for thread in self.threads if thread.is_alive()]
        self.threads.append(threading.Thread(target=follow, name=f"kpod-log-{name}", daemon=True))
        self.threads[-1].start()

    def lines(self, seconds: float | None) -> Iterator[Line]:
        """Yield what comes, until a container is read to its end, or so many seconds have passed."""
        end = None if seconds is None else time.monotonic() + seconds
        while True:
            try:
                pod, name, item = self.queue.get(timeout=None if end is None else max(0.0, end - time.monotonic()))
            except queue.Empty:
                return
            if isinstance(item, Line):
                yield item
                if end is not None and time.monotonic() >= end:
                    return  # however much more there is: somebody wants to look for Pods
                continue
            self._open.discard((pod, name))
            if item is not None:
                raise item
            return


def _containers(pod: PodFacts) -> list[str]:
    """The names of all containers, in the order in which they start."""
    return [entry["name"] for entry in [*(pod.spec.get("initContainers") or ()), *(pod.spec.get("containers") or ())]]


def _known(pod: PodFacts, container: str) -> str:
    """Return the name of a container that the Pod has. Raises SpecError where it has none of that name."""
    names = [*_containers(pod), *(entry["name"] for entry in pod.spec.get("ephemeralContainers") or ())]
    if container not in names:
        text = f"Pod {pod.name} has no container {container!r}; it has {', '.join(names)}"
        raise SpecError(text, path="container", rule="container", fix=f"write {pod.main}")
    return container


def _is_over(pod: PodFacts, container: str) -> bool:
    """Whether a container writes no more: it has ended for good, or its Pod has."""
    init = next((status for status in pod.init_statuses() if status["name"] == container), None)
    if init is None or pod.terminal:
        return pod.ended()
    end = Ended.of(init)
    if container in pod.sidecars():
        return end is not None and pod.ended()
    return end is not None and (end.exit_code == 0 or pod.spec.get("restartPolicy") == "Never")


def _without_block(lines: Iterator[Line]) -> Iterator[Line]:
    """Leave out the lines of a large result. Its first one may stand behind last words that have no newline."""
    for line in lines:
        before, found, _ = line.partition(f"{MAGIC}:")
        if not found:
            yield line
        elif before:
            yield Line(before, pod=line.pod, container=line.container, time=line.time)
