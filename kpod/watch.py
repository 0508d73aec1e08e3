"""`Watcher`: what happens to the objects of a kind, for as long as somebody listens, whatever happens to the connection.

List, then watch from the list's version; on every restart list again and tell the differences. It refuses to take silence for health
(a connection is asked for 45 s at a time, so one that went half-open is known within 50), to give up on 410, a closed connection or a
server that restarts, and to decide anything about the objects. "No longer in the list" is told as `DELETED`, as is an object that left the
selector: whoever must know whether it is gone asks for it once.
"""

from __future__ import annotations

import logging
import random
import threading
import time
from collections.abc import Callable, Generator, Iterator
from typing import Any

from kpod.cluster import Cluster, WatchEvent
from kpod.errors import ExpiredError, KpodError, OverloadedError, UnreachableError

log = logging.getLogger("kpod")

TIMEOUT = 900.0
RENEWAL = 45.0
EARLY = 1.0
FIRST_DELAY = 0.5
LONGEST_DELAY = 30.0
HEALTHY_AFTER = 10.0


class Watcher:
    """Yields `(type, object)`, type `ADDED`, `MODIFIED` or `DELETED`, until `close`.

    The object of a `DELETED` is its last body; where it vanished while nobody watched, the last one that was seen. Iterating anew goes on
    where the last iteration stopped: only differences are told. One thread iterates; any thread may close.

    Args:
        cluster: where to watch.
        kind: as `Pod`.
        namespace: only of this namespace; default: all.
        labels: a label selector.
        fields: a field selector.
        view: a class of `kpod.wire.views`; default: bodies.
        timeout: seconds after which everything is listed again. The connection is renewed every 45 s without a list.
        clock: seconds that only go up.
        sleep: waits so many seconds, or until the watcher is closed; default: does just that.
        jitter: takes a delay and returns a random one near it.

    Attributes:
        synced: set once a whole list has been told for the first time.
        failing: since when, by the clock, the server has not answered, and its last error; None while all is well.

    Raises:
        ApiError: while iterating: the server refuses (401, 403, 404, …). What may heal by itself is never raised.
        ConfigError: while iterating: no usable configuration.
    """

    def __init__(
        self,
        cluster: Cluster,
        kind: str,
        *,
        namespace: str | None = None,
        labels: str = "",
        fields: str = "",
        view: type[Any] | None = None,
        timeout: float = TIMEOUT,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], object] | None = None,
        jitter: Callable[[float], float] = lambda delay: random.uniform(delay / 2, delay),
    ) -> None:
        self._cluster = cluster
        self._kind = kind
        self._what: dict[str, Any] = {"namespace": namespace, "labels": labels, "fields": fields}
        if view is not None:
            self._what["view"] = view
        self._timeout = timeout
        self._clock = clock
        self._closed = threading.Event()
        self._sleep = sleep or self._closed.wait
        self._jitter = jitter
        self._known: dict[str, Any] = {}
        self._stream: Iterator[WatchEvent] | None = None
        self._lock = threading.Lock()
        self._trouble = ""
        self.synced = threading.Event()
        self.failing: tuple[float, KpodError] | None = None

    def close(self) -> None:
        """End the iteration, also one that waits; may be called by any thread, and twice."""
        self._closed.set()
        with self._lock:
            _close(self._stream)

    def __iter__(self) -> Iterator[tuple[str, Any]]:
        failures = 0
        while not self._closed.is_set():
            began = self._clock()
            try:
                version = yield from self._list()
                yield from self._watch(version)
                self._say("")
            except ExpiredError:
                pass  # the list is the cure
            except (OverloadedError, UnreachableError) as error:
                if not self._closed.is_set():
                    self.failing = (self.failing[0] if self.failing else self._clock(), error)
                    self._say(f"watching {self._kind}s: {error}")
            failures = failures + 1 if self._clock() - began < HEALTHY_AFTER else 0
            if failures and not self._closed.is_set():
                self._sleep(self._jitter(min(LONGEST_DELAY, FIRST_DELAY * 2.0 ** (failures - 1))))

    def _list(self) -> Generator[tuple[str, Any], None, str]:
        listing = self._cluster.list(self._kind, **self._what)
        found = {_identity(item)[0]: item for item in listing.items}
        for uid in [uid for uid in self._known if uid not in found]:
            yield "DELETED", self._known.pop(uid)
        for uid, item in found.items():
            known = self._known.get(uid)
            self._known[uid] = item
            if known is None:
                yield "ADDED", item
            elif _identity(known) != _identity(item):
                yield "MODIFIED", item
        return listing.resource_version

    def _watch(self, version: str) -> Iterator[tuple[str, Any]]:
        self.failing = None
        self.synced.set()
        now = self._clock()
        end, in_time = now + self._timeout, True
        while now < end and in_time and not self._closed.is_set():
            seconds = min(RENEWAL, end - now)
            version = yield from self._stream_of(version, seconds)
            began, now = now, self._clock()
            in_time = now - began >= seconds - EARLY  # who ends it earlier may have lost something

    def _stream_of(self, version: str, seconds: float) -> Generator[tuple[str, Any], None, str]:
        """Tell the events of one connection; return the version to go on from."""
        stream = self._cluster.watch(self._kind, since=version, timeout=seconds, **self._what)
        with self._lock:
            self._stream = stream
            if self._closed.is_set():
                _close(stream)
        newest = _number(version)
        try:
            for event in stream:
                self._say("")
                number = _number(event.resource_version)
                if 0 < number <= newest:
                    continue  # events come in the order of their versions: this one is a repetition, or older than what was told
                newest, version = max(newest, number), event.resource_version
                if event.type == "BOOKMARK" or self._closed.is_set():
                    continue
                yield self._changed(event)
        finally:
            with self._lock:
                self._stream = None
            _close(stream)
        return version

    def _changed(self, event: WatchEvent) -> tuple[str, Any]:
        uid = _identity(event.object)[0]
        known = self._known.pop(uid, None)
        if event.type == "DELETED":
            return "DELETED", event.object
        self._known[uid] = event.object
        return "ADDED" if known is None else "MODIFIED", event.object

    def _say(self, trouble: str) -> None:
        """Tell of a trouble once, and of its end."""
        if trouble == self._trouble:
            return
        if trouble:
            log.warning("%s", trouble)
        else:
            log.info("watching %ss: all is well again", self._kind)
        self._trouble = trouble


def _close(stream: Any) -> None:
    """Close an iterator that can be closed."""
    close = getattr(stream, "close", None)
    if close is not None:
        close()


def _identity(thing: Any) -> tuple[str, str | None]:
    """The uid and the version of a body or a view."""
    if isinstance(thing, dict):
        metadata = thing["metadata"]
        return metadata.get("uid") or metadata["name"], metadata.get("resourceVersion")
    metadata = thing.metadata
    return metadata.uid or metadata.name, metadata.resource_version


def _number(version: str) -> int:
    """A version as the number that it is; 0 where it is none."""
    return int(version) if version.isdigit() else 0
