"""Joining what a container itself reads and writes: `attach`, and the container's input and terminal.

What was written before is in the log and is not shown again. A client that falls too far behind loses the attachment, never the container
its speed. Output and errors of a container are one stream here, as in its log: an attached client sees both as output.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping

import attrs

from kpod.cluster import Body
from kpod.local.kubelet.session import Pipe

_MOST = 1024 * 1024


@attrs.frozen
class Console:
    """What a container's spec says of its input.

    Attributes:
        stdin: whether it has one; else it reads the end at once.
        tty: whether its input and output are a terminal.
        once: whether its input ends with the first attachment that used it.
    """

    stdin: bool = False
    tty: bool = False
    once: bool = False

    @classmethod
    def of(cls, spec: Body) -> Console:
        """Read a container's spec."""
        return cls(bool(spec.get("stdin")), bool(spec.get("tty")), bool(spec.get("stdinOnce")))


class Feed:
    """What a container writes from now on, for one reader."""

    def __init__(self) -> None:
        self._data = bytearray()
        self._ended = False
        self._news = asyncio.Event()

    def put(self, data: bytes) -> None:
        """Take what was written."""
        if not self._ended:
            self._data += data
            self._ended = len(self._data) > _MOST
            self._news.set()

    def end(self) -> None:
        """Nothing more will come."""
        self._ended = True
        self._news.set()

    async def read(self) -> bytes:
        """Return what comes next; empty at the end."""
        while not self._data and not self._ended:
            self._news.clear()
            await self._news.wait()
        data = bytes(self._data)
        self._data.clear()
        return data


class Attachment:
    """One client at a container's own input and output.

    Args:
        console: what the container has.
        input_: its input, None where it has none.
        feed: what it writes.
        exited: set when it has ended.
        leave: takes the feed off the container.
    """

    def __init__(self, console: Console, input_: Pipe | None, feed: Feed, exited: asyncio.Event, leave: Callable[[], None]) -> None:
        self.outputs: Mapping[int, Feed] = {1: feed}
        self._console = console
        self._input = input_
        self._exited = exited
        self._leave: Callable[[], None] | None = leave
        self._wrote = False

    async def write(self, data: bytes) -> None:
        """Send something to the container's input."""
        self._wrote = True
        if self._input is not None:
            await self._input.write(data)

    def close_input(self) -> None:
        """End the container's input, where it is for one attachment only."""
        if self._input is not None and self._console.once and not self._console.tty:
            self._input.close()

    def resize(self, width: int, height: int) -> None:
        """Tell the container's terminal its size; nothing where it has none."""
        if self._input is not None and self._console.tty:
            self._input.resize(width, height)

    async def wait(self) -> int:
        """Wait for the container's end. Its exit code is in the Pod's status, so 0 is returned."""
        await self._exited.wait()
        return 0

    def detach(self) -> None:
        """Leave."""
        if self._leave is not None:
            self._leave()
            self._leave = None
            if self._wrote:
                self.close_input()
