"""Answers that arrive in pieces: a log as it grows, the lines of a watch.

Pieces are no lines, and a piece may end inside a UTF-8 character: lines are cut at the newline byte, never by decoding. A stream may be
closed from another thread, which wakes a reader that waits; that reader then sees the end, not an error.
"""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from typing import Any

PIECE = 1 << 16


class Stream:
    """The pieces of one answer.

    Args:
        response: the answer of urllib3, not read yet.
        errors: turns a transport's exception into one of `kpod.errors`.
    """

    def __init__(self, response: Any, errors: Callable[[BaseException], Exception | None]) -> None:
        self._response = response
        self._errors = errors
        self._pieces: Iterator[bytes] = response.stream(PIECE, decode_content=True)
        self._closed = False
        self._reading = threading.Lock()

    def __iter__(self) -> Iterator[bytes]:
        return self

    def __next__(self) -> bytes:
        with self._reading:
            if self._closed:
                self._release()
                raise StopIteration
            try:
                return next(self._pieces)
            except StopIteration:
                self._closed = True
                self._release()
                raise
            except (OSError, ValueError, AttributeError, _transport_errors()) as error:
                was_closed, self._closed = self._closed, True
                self._release()
                if was_closed:
                    raise StopIteration from None  # it was closed while it was read
                known = self._errors(error)
                if known is None:
                    raise
                raise known from error

    def close(self) -> None:
        """End the stream; may be called by any thread, and twice."""
        self._closed = True
        connection = getattr(self._response, "connection", None)
        sock = getattr(connection, "sock", None)
        if sock is not None:
            try:
                socket.socket.shutdown(sock, socket.SHUT_RDWR)  # wakes the reader; closing alone would not
            except OSError:
                pass  # it was closed already
        if self._reading.acquire(blocking=False):
            try:
                self._release()
            finally:
                self._reading.release()
        # else the reader that was woken does it

    def _release(self) -> None:
        self._response.close()
        self._response.release_conn()


class Lines:
    """The lines of a stream, without their newline; empty lines are left out.

    Attributes:
        is_over: the stream has ended, so the last line may be a part of one.
    """

    def __init__(self, stream: Stream) -> None:
        self._stream = stream
        self._rest = b""
        self._ready: list[bytes] = []
        self.is_over = False

    def __iter__(self) -> Iterator[bytes]:
        return self

    def __next__(self) -> bytes:
        while not self._ready:
            try:
                piece = next(self._stream)
            except StopIteration:
                self.is_over = True
                if not self._rest.strip():
                    raise
                self._ready, self._rest = [self._rest], b""
                break
            *lines, self._rest = (self._rest + piece).split(b"\n")
            self._ready = [line for line in reversed(lines) if line.strip()]
        return self._ready.pop()

    def close(self) -> None:
        """End the stream; may be called by any thread, and twice."""
        self._stream.close()


def _transport_errors() -> type[BaseException]:
    from urllib3.exceptions import HTTPError  # a dependency of the official client, loaded with it

    return HTTPError
