"""The log of one container: standard output and error as one stream of stamped lines, in bounded memory.

Nothing is written to a disk. What is over the bound is forgotten from the oldest end, as a kubelet's rotation does; a reader that follows
from the start has seen it by then, one that comes later has not.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from datetime import datetime, timezone

import attrs

LIMIT = 10 * 1024 * 1024
"""Bytes that are kept of one container's log."""

PIECE = 16 * 1024
"""Bytes after which a line is stored in pieces; `tail` counts these, as it does on a node."""


CHUNK = 1024
"""Pieces that a reader is given at once."""


def stamp(nanoseconds: int) -> str:
    """Return a time as logs write it: RFC 3339 with nine digits, in UTC."""
    seconds, rest = divmod(nanoseconds, 1_000_000_000)
    return f"{datetime.fromtimestamp(seconds, timezone.utc):%Y-%m-%dT%H:%M:%S}.{rest:09d}Z"


@attrs.frozen
class Query:
    """Which part of a log is asked for.

    Attributes:
        follow: go on until the container has ended.
        since: nanoseconds since 1970; whole seconds count, as on a node.
        tail: how many of the last lines to begin with, None for all.
        timestamps: whether every line begins with its stamp.
        limit_bytes: where to stop, mid-line if need be.
    """

    follow: bool = False
    since: int | None = None
    tail: int | None = None
    timestamps: bool = False
    limit_bytes: int | None = None


class ContainerLog:
    """The lines of one container; written and read in one asyncio loop."""

    def __init__(self, limit: int = LIMIT) -> None:
        self._limit = limit
        self._pieces: list[tuple[int, bytes, bool]] = []  # stamp, text, whether a line begins here
        self._first = 0
        self._size = 0
        self._open = bytearray()
        self._open_stamp = 0
        self._last_stamp = 0
        self._begins = True
        self._closed = False
        self._news = asyncio.Event()

    def write(self, data: bytes) -> None:
        """Take what the process wrote."""
        for part in _lines(data):
            for piece in _pieces(part, PIECE - len(self._open)):
                if not self._open:
                    self._open_stamp = self._stamp()
                self._open += piece
                if piece.endswith(b"\n") or len(self._open) >= PIECE:
                    self._store()
        self._wake()

    def close(self) -> None:
        """Nothing more will be written."""
        if self._open:
            self._store()
        self._closed = True
        self._wake()

    @property
    def size(self) -> int:
        """Bytes that are kept, counted as for the limit."""
        return self._size

    def trim(self, limit: int) -> None:
        """Keep no more than `limit` bytes of the end from now on."""
        self._limit = limit
        if self._size > limit:
            self._forget()

    def clear(self) -> None:
        """Forget everything: it was not the process that wrote it."""
        self._pieces.clear()
        self._open.clear()
        self._size = 0
        self._begins = True

    def end(self, lines: int, limit: int) -> bytes:
        """Return the last lines, at most `limit` bytes of them."""
        text = b"".join(piece for _, piece, _ in self._pieces) + bytes(self._open)
        kept = b"".join(text.splitlines(keepends=True)[-lines:])
        return kept[-limit:]

    async def read(self, query: Query) -> AsyncIterator[bytes]:
        """Yield the log in pieces."""
        left = query.limit_bytes
        position = self._start(query)
        while True:
            chunk, position = self._chunk(position, query.timestamps)
            if left is not None:
                chunk = chunk[:left]
                left -= len(chunk)
            if chunk:
                yield chunk
            if left == 0:
                return
            if position < self._first + len(self._pieces):
                continue
            if self._closed or not query.follow:
                return
            await self._news.wait()

    def _wake(self) -> None:
        # Every reader waits on the event that it found; a new one takes its place, so that no reader clears another's news.
        news, self._news = self._news, asyncio.Event()
        news.set()

    def _start(self, query: Query) -> int:
        skipped = 0
        if query.since is not None:
            since = query.since - query.since % 1_000_000_000
            skipped = sum(1 for at, _, _ in self._pieces if at < since)
        if query.tail is not None:
            skipped = max(skipped, len(self._pieces) - query.tail)
        return self._first + skipped

    def _chunk(self, position: int, timestamps: bool) -> tuple[bytes, int]:
        position = max(position, self._first)
        begin = position - self._first
        chosen = self._pieces[begin : begin + CHUNK]
        if timestamps:
            text = b"".join((stamp(at).encode() + b" " + piece) if begins else piece for at, piece, begins in chosen)
        else:
            text = b"".join(piece for _, piece, _ in chosen)
        return text, position + len(chosen)

    def _stamp(self) -> int:
        self._last_stamp = max(time.time_ns(), self._last_stamp + 1)
        return self._last_stamp

    def _store(self) -> None:
        piece = bytes(self._open)
        self._open.clear()
        self._pieces.append((self._open_stamp, piece, self._begins))
        self._begins = piece.endswith(b"\n")
        self._size += len(piece)
        if self._size > self._limit:
            self._forget()

    def _forget(self) -> None:
        # A tenth at a time, so that a full log does not pay for every line.
        gone = 0
        while self._size > self._limit * 0.9 and gone < len(self._pieces) - 1:
            self._size -= len(self._pieces[gone][1])
            gone += 1
        del self._pieces[:gone]
        self._first += gone


def _lines(data: bytes) -> list[bytes]:
    """Split after newlines only; `splitlines` would also split after carriage returns."""
    parts = data.split(b"\n")
    return [part + b"\n" for part in parts[:-1]] + ([parts[-1]] if parts[-1] else [])


def _pieces(line: bytes, first: int) -> list[bytes]:
    """Split a line so that what is open and the first part make one piece."""
    if len(line) <= first:
        return [line]
    return [line[:first], *(line[at : at + PIECE] for at in range(first, len(line), PIECE))]
