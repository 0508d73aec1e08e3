"""The log of one container: standard output and error as one stream of stamped lines, in bounded memory.

Nothing is written to a disk. What is over the bound is forgotten from the oldest end, as a kubelet's rotation does; a reader that follows
from the start has seen it by then, one that comes later has not.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Iterator
from datetime import datetime, timezone
from typing import NamedTuple

import attrs

LIMIT = 10 * 1024 * 1024
"""Bytes that are kept of one container's log, 40 for the stamp of each line included, as in a node's files."""

PIECE = 16 * 1024
"""Bytes after which a line is stored in pieces; `tail` counts these, as it does on a node."""

_PREFIX = 40


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


class _Block(NamedTuple):
    """Lines that arrived together; each is stamped a nanosecond after the one before."""

    stamp: int
    text: bytes
    lines: int
    begins: bool  # False: the first line goes on with a line of the block before

    @property
    def size(self) -> int:
        return len(self.text) + _PREFIX * self.lines


class ContainerLog:
    """The lines of one container; written and read in one asyncio loop."""

    def __init__(self, limit: int = LIMIT, *, clock: Callable[[], int] = time.time_ns) -> None:
        self._limit = limit
        self._clock = clock
        self._blocks: list[_Block] = []
        self._first = 0
        self._size = 0
        self._open = b""
        self._last_stamp = 0
        self._closed = False
        self._news = asyncio.Event()

    def write(self, data: bytes) -> None:
        """Take what the process wrote."""
        whole, newline, rest = data.rpartition(b"\n")
        if newline:
            self._store(self._open + whole + newline)
            self._open = rest
        else:
            self._open += rest
        if len(self._open) >= PIECE:
            cut = len(self._open) - len(self._open) % PIECE
            self._store(self._open[:cut])
            self._open = self._open[cut:]
        self._wake()

    def close(self) -> None:
        """Nothing more will be written."""
        if self._open:
            self._store(self._open)
            self._open = b""
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
        self._blocks.clear()
        self._open = b""
        self._size = 0

    def end(self, lines: int, limit: int) -> bytes:
        """Return the last lines, at most `limit` bytes of them."""
        text = self._open
        for block in reversed(self._blocks):
            if len(text) > limit and text.count(b"\n") > lines:
                break
            text = block.text + text
        return b"".join(list(_lines(text))[-lines:])[-limit:]

    async def read(self, query: Query) -> AsyncIterator[bytes]:
        """Yield the log in pieces."""
        left = query.limit_bytes
        position, skipped = self._start(query)
        while True:
            position = max(position, self._first)
            while position < self._first + len(self._blocks):
                chunk = _shown(self._blocks[position - self._first], skipped, query.timestamps)[:left]
                position, skipped = position + 1, 0
                yield chunk
                if left is not None:
                    left -= len(chunk)
                    if left == 0:
                        return
                position = max(position, self._first)
            if self._closed or not query.follow:
                return
            await self._news.wait()

    def _start(self, query: Query) -> tuple[int, int]:
        """Return the block to begin with, and how many of its lines to leave out."""
        first, skipped = 0, 0
        if query.since is not None:
            since = query.since - query.since % 1_000_000_000
            first = sum(1 for block in self._blocks if block.stamp + block.lines <= since)
        if query.tail is not None:
            index, wanted = len(self._blocks), query.tail
            while index > first and wanted > 0:
                index -= 1
                wanted -= self._blocks[index].lines
            first, skipped = index, max(-wanted, 0)
        return self._first + first, skipped

    def _wake(self) -> None:
        # Every reader waits on the event that it found; a new one takes its place, so that no reader clears another's news.
        news, self._news = self._news, asyncio.Event()
        news.set()

    def _store(self, text: bytes) -> None:
        if len(text) < PIECE or all(len(line) < PIECE for line in text.split(b"\n")):
            self._add(text, text.count(b"\n") or 1)
            return
        for line in _lines(text):
            for at in range(0, len(line), PIECE):
                self._add(line[at : at + PIECE], 1)

    def _add(self, text: bytes, lines: int) -> None:
        begins = not self._blocks or self._blocks[-1].text.endswith(b"\n")
        at = max(self._clock(), self._last_stamp + 1)
        self._last_stamp = at + lines - 1
        self._blocks.append(_Block(at, text, lines, begins))
        self._size += self._blocks[-1].size
        if self._size > self._limit:
            self._forget()

    def _forget(self) -> None:
        # A tenth at a time, so that a full log does not pay for every line.
        gone = 0
        while self._size > self._limit * 0.9 and gone < len(self._blocks) - 1:
            self._size -= self._blocks[gone].size
            gone += 1
        del self._blocks[:gone]
        self._first += gone


def _shown(block: _Block, skipped: int, timestamps: bool) -> bytes:
    if not skipped and not timestamps:
        return block.text
    shown = []
    for index, line in enumerate(_lines(block.text)):
        if index >= skipped:
            begins = timestamps and (index > 0 or block.begins)
            shown.append(stamp(block.stamp + index).encode() + b" " + line if begins else line)
    return b"".join(shown)


def _lines(text: bytes) -> Iterator[bytes]:
    """Split after newlines only; `splitlines` would also split after carriage returns."""
    *whole, rest = text.split(b"\n")
    for line in whole:
        yield line + b"\n"
    if rest:
        yield rest
