"""A run's log as lines, whatever the connection does.

Every line is asked for with its time. A connection that broke is taken up from the last line's whole second (the API knows no finer one),
and lines that were seen are dropped by their time, and by their count where several have the same. The end of a stream is a reason to look
at the Pod, not the end of the log; a log never decides how a run ended.
"""

from __future__ import annotations

import logging
import re
import time
from collections.abc import Callable, Iterator

from kpod.cluster import Body, Cluster, Ref
from kpod.errors import InvalidError, NotFoundError, OverloadedError, UnreachableError
from kpod.status.facts import JobFacts, PodFacts

log = logging.getLogger("kpod")

_STAMP = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d")
_HALF_STAMP = re.compile(rb"[\d:T.-]+Z?")

FIRST_PAUSE = 0.2
LONGEST_PAUSE = 2.0
PATIENCE = 5
"""How often in a row a follower bears that the server does not answer, each time after all tries of the request, before it gives up."""


class LogReader:
    """Reads the log of one run.

    Args:
        cluster: where it is.
        ref: its Pod or Job, with the uid.
        main: the name of the main container.
        sleep: waits so many seconds.
    """

    def __init__(self, cluster: Cluster, ref: Ref, main: str, *, sleep: Callable[[float], None] = time.sleep) -> None:
        self._cluster = cluster
        self._ref = ref
        self._main = main
        self._sleep = sleep

    def lines(self, *, follow: bool, container: str | None = None, tail: int | None = None) -> Iterator[str]:
        """Yield the lines; with `follow` to the end of the run, of each of its Pods."""
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
                if not follow or not goes_on:
                    return
                self._sleep(pause)
                pause = min(LONGEST_PAUSE, pause * 1.5)
                continue
            position = _Position()
            name = container or pod.main
            if not follow:
                yield from self._once(pod, name, position, tail)
                yield from self._rest(position)
                return
            yield from self._follow(pod, name, position, tail)
            done.add(pod.metadata["uid"])
            pause = FIRST_PAUSE

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
        ended = [pod for pod in pods if pod.ended()]
        over = bool(facts.complete or facts.failed) or any(pod.main_end and pod.main_end.exit_code == 0 for pod in ended)
        return None, not over and (not ended or facts.goes_on_after(ended))

    def _get(self, ref: Ref) -> Body | None:
        try:
            return self._cluster.get(ref)
        except NotFoundError:
            return None

    def _once(self, pod: PodFacts, container: str, position: _Position, tail: int | None) -> Iterator[str]:
        try:
            yield from self._read(pod, container, position, follow=False, tail=tail)
        except (InvalidError, NotFoundError):
            return  # not started yet, or gone: there is no log

    def _follow(self, pod: PodFacts, container: str, position: _Position, tail: int | None) -> Iterator[str]:
        pause = FIRST_PAUSE
        while True:
            before = position.count
            try:
                yield from self._read(pod, container, position, follow=True, tail=tail if position.stamp is None else None)
            except (NotFoundError, InvalidError, OverloadedError, UnreachableError):
                # Not started yet, or not known to its node yet, which says 404 of a Pod that was bound to it a moment ago; or a connection
                # that broke, or was silent: take it up again. Whether the Pod is gone, only the Pod says.
                pass
            if self._has_ended(pod, container):
                yield from self._once(pod, container, position, tail if position.stamp is None else None)
                yield from self._rest(position)
                return
            pause = FIRST_PAUSE if position.count > before else min(LONGEST_PAUSE, pause * 1.5)
            self._sleep(pause)

    def _has_ended(self, pod: PodFacts, container: str) -> bool:
        try:
            body = self._cluster.get(Ref("Pod", pod.name, self._ref.namespace))
        except NotFoundError:
            return True
        except (OverloadedError, UnreachableError):
            return False
        if body["metadata"]["uid"] != pod.metadata["uid"]:
            return True
        return PodFacts(body, container).ended()

    def _read(self, pod: PodFacts, container: str, position: _Position, *, follow: bool, tail: int | None) -> Iterator[str]:
        ref = Ref("Pod", pod.name, self._ref.namespace)
        position.resume()
        rest = b""
        pieces = self._cluster.logs(ref, container=container, follow=follow, since=position.stamp, tail=tail, timestamps=True)
        try:
            for piece in pieces:
                *lines, rest = (rest + piece).split(b"\n")
                for line in lines:
                    if self._is_new(line, position):
                        yield _text(line)
            if _STAMP.match(rest):
                position.rest = rest  # half a line, or a last one without an end: which of the two, the next read tells
            elif not _HALF_STAMP.fullmatch(rest):
                self._is_new(rest, position)
        finally:
            close = getattr(pieces, "close", None)
            if close is not None:
                close()

    def _rest(self, position: _Position) -> Iterator[str]:
        """The last line, where it has no end."""
        if _STAMP.match(rest := position.rest) and self._is_new(rest, position):
            yield _text(rest)

    def _is_new(self, line: bytes, position: _Position) -> bool:
        """Whether it is a new line of the log. What has no time is a word of the node about it, as that it can watch no more files."""
        if _STAMP.match(line):
            return position.is_new(line)
        said = line.decode("utf-8", "replace").strip()
        if said and said != position.aside:
            position.aside = said
            log.warning("the node says of the log of %s: %s", self._ref, said[:300])
        return False


class _Position:
    """How far a log was read: the last line's time, how many lines had that time, and what of a line came after it."""

    def __init__(self) -> None:
        self.stamp: str | None = None
        self.count = 0
        self.aside = ""
        self.rest = b""
        self._same = 0
        self._skip = 0
        self._resuming = False

    def resume(self) -> None:
        """Begin a stream that starts again at the second of the last line."""
        self._skip = self._same
        self._resuming = self.stamp is not None

    def is_new(self, line: bytes) -> bool:
        """Whether the line was not seen before; if so, it is the last one now."""
        stamp = line.partition(b" ")[0].decode("ascii", "replace")
        if self._resuming and self.stamp is not None:
            if _key(stamp) < _key(self.stamp):
                return False
            if stamp == self.stamp and self._skip:
                self._skip -= 1
                return False
            self._resuming = False  # two streams of one container may be a little out of order: what is new is taken as it comes
        self._same = self._same + 1 if stamp == self.stamp else 1
        self.stamp = stamp
        self.rest = b""
        self.count += 1
        return True


def _key(stamp: str) -> str:
    """Times of one clock in UTC compare as text, once the fraction has its nine digits."""
    whole, _, fraction = stamp.rstrip("Z").partition(".")
    return f"{whole}.{fraction:0<9}"


def _text(line: bytes) -> str:
    return line.partition(b" ")[2].decode("utf-8", "replace")
