"""An answer that is read up to a point in time and not beyond, however slowly it comes.

A transport's read time-out counts the silence between two bytes, so a server that sends one byte now and then is never silent for too
long. Here each read gets what is left until the end that `kpod.cluster.within` has set; without one nothing changes. Only the official
client's pool of connections is told, through urllib3's own doors.
"""

from __future__ import annotations

import functools
import http.client
import io
import time
from typing import Any

from kpod.cluster import ends_at


class _Reader(io.RawIOBase):
    """Reads a socket, each time for no longer than there is left."""

    def __init__(self, sock: Any, by: float) -> None:
        self._sock = sock
        self._raw = sock.makefile("rb", buffering=0)
        self._silence = sock.gettimeout()
        self._by = by

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:
        left = self._by - time.monotonic()
        if left <= 0:
            raise TimeoutError("the time for this answer is over")
        self._sock.settimeout(left if self._silence is None else min(self._silence, left))
        read: int | None = self._raw.readinto(buffer)
        return read

    def close(self) -> None:
        self._raw.close()
        super().close()


class _Timed:
    """A socket as `http.client` sees it when it reads an answer."""

    def __init__(self, sock: Any, by: float) -> None:
        self._sock = sock
        self._by = by

    def makefile(self, mode: str) -> io.BufferedReader:
        return io.BufferedReader(_Reader(self._sock, self._by))


class _Response(http.client.HTTPResponse):
    """An answer, from its first header to its last byte, that ends by a point in time."""

    def __init__(self, sock: Any, *args: Any, by: float, **options: Any) -> None:
        super().__init__(_Timed(sock, by), *args, **options)  # type: ignore[arg-type]


class _Connection:
    """Mixed into urllib3's connections."""

    response_class: Any

    def getresponse(self) -> Any:
        by = ends_at()
        self.response_class = http.client.HTTPResponse if by is None else functools.partial(_Response, by=by)
        return super().getresponse()  # type: ignore[misc]


def keep_time(pool_manager: Any) -> None:
    """Let the answers of all connections of a urllib3 pool manager keep the time that `within` gives."""
    pool_manager.pool_classes_by_scheme = {scheme: _timed(pool) for scheme, pool in pool_manager.pool_classes_by_scheme.items()}


@functools.cache
def _timed(pool: Any) -> Any:
    connection = type(pool.ConnectionCls.__name__, (_Connection, pool.ConnectionCls), {})
    return type(pool.__name__, (pool,), {"ConnectionCls": connection})
