"""Fetching the result of a run that ended well: from the message, else from the block in the log.

The message is the word of the kubelet, so it is believed; the log is what a node kept, so it is checked by the length and checksum that
the message carries, and asked for again for a while: the last lines may be on their way. Nothing here decides how a run ended.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

from kpod.cluster import Cluster, Ref
from kpod.errors import NotFoundError, OverloadedError, UnreachableError
from kpod.run.logs import LogReader
from kpod.status import results
from kpod.status.facts import PodFacts
from kpod.status.results import Flawed, Frame, Wanted

TRIES = 6
PAUSE = 0.5
HELPER_MARGIN = 30.0
DEFAULT_GRACE = 30.0
SLACK = 1000
"""Lines that may stand in the log after the block, before the whole log is read for it."""


class ResultReader:
    """Reads the result of one run.

    Args:
        cluster: where it is.
        pod: the Pod that decided, as it was last seen; None where none was seen.
        wanted: what was asked for.
        sleep: waits so many seconds.
        clock: seconds that only go up.
    """

    def __init__(
        self,
        cluster: Cluster,
        pod: PodFacts | None,
        wanted: Wanted,
        *,
        sleep: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._cluster = cluster
        self._pod = pod
        self._wanted = wanted
        self._sleep = sleep
        self._clock = clock

    def read(self, message: str | None) -> bytes:
        """Return the bytes of the result.

        Args:
            message: the main container's.

        Raises:
            Flawed: it is missing, cut, damaged or too large.
            UnreachableError, OverloadedError: the server does not answer.
        """
        limit = results.room(self._pod) if self._pod else results.LONGEST_MESSAGE
        if not self._wanted.large:
            return results.whole_text(message, limit).encode("utf-8", "surrogatepass")
        if self._wanted.container:
            message = self._message_of(self._wanted.container)
        frame = results.read_frame(message)
        return frame.data if frame.data is not None else self._block(frame)

    def _message_of(self, container: str) -> str | None:
        """Wait for the end of the helper, which the kubelet tells to go when the main container has ended."""
        pod = self._pod
        if pod is None:
            return None
        grace = pod.spec.get("terminationGracePeriodSeconds")
        deadline = self._clock() + (DEFAULT_GRACE if grace is None else grace) + HELPER_MARGIN
        while True:
            ended, message = results.message_of(pod, container)
            if ended or self._clock() >= deadline:
                return message
            self._sleep(PAUSE)
            try:
                body = self._cluster.get(Ref.of({"kind": "Pod", **pod.body}))
            except NotFoundError:
                return None
            except (OverloadedError, UnreachableError):
                continue
            if body["metadata"]["uid"] != pod.metadata["uid"]:
                return None
            pod = PodFacts(body, pod.main)

    def _block(self, frame: Frame) -> bytes:
        tail: int | None = frame.lines + SLACK
        for attempt in range(1, TRIES + 1):
            try:
                return results.read_block(frame, self._lines(tail))
            except Flawed:
                if attempt == TRIES:
                    raise
            tail = None
            self._sleep(PAUSE)
        raise AssertionError("the loop ends by a return or an error")

    def _lines(self, tail: int | None) -> Iterator[str]:
        if self._pod is None:
            return iter(())
        ref = Ref("Pod", self._pod.name, self._pod.metadata.get("namespace"), self._pod.metadata.get("uid"))
        reader = LogReader(self._cluster, ref, self._pod.main, sleep=self._sleep, whole=True)
        return reader.lines(follow=False, container=self._wanted.container, tail=tail)
