"""What has changed in the store, and whoever waits for it."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable, Iterator

from kpod.cluster import Body

Change = tuple[str, Body, "Body | None"]
"""`(type, new, old)`; type is ADDED, MODIFIED or DELETED. The new body of a deletion is the last one, with a new resourceVersion."""


class Subscription:
    """An asynchronous iterator over the changes of some kinds; ends after `close()`.

    Args:
        forget: called when it is closed.
        limit: how many changes may wait.

    Attributes:
        lost: True when a bounded subscription was closed because its reader was too slow.
    """

    def __init__(self, forget: Callable[[Subscription], None], limit: int | None = None) -> None:
        self._forget = forget
        self._limit = limit
        self._changes: deque[Change] = deque()
        self._news = asyncio.Event()
        self._closed = False
        self.lost = False

    def __aiter__(self) -> Subscription:
        return self

    async def __anext__(self) -> Change:
        while not self._changes:
            if self._closed:
                raise StopAsyncIteration
            self._news.clear()
            await self._news.wait()
        return self._changes.popleft()

    def pending(self) -> Iterator[Change]:
        """Take what has arrived, without waiting."""
        while self._changes:
            yield self._changes.popleft()

    async def wait(self, timeout: float | None = None) -> bool:
        """Wait until there is something to take, or the subscription is closed; False when the time ran out first."""
        if self._changes or self._closed:
            return True
        self._news.clear()
        try:
            await asyncio.wait_for(self._news.wait(), timeout)
        except (asyncio.TimeoutError, TimeoutError):
            return False
        return True

    @property
    def closed(self) -> bool:
        """Whether nothing more will arrive."""
        return self._closed

    def put(self, change: Change) -> None:
        """Take one change; for the store."""
        if self._closed:
            return
        if self._limit is not None and len(self._changes) >= self._limit:
            self.lost = True
            self.close()
            return
        self._changes.append(change)
        self._news.set()

    def close(self) -> None:
        """Stop listening. What has arrived can still be taken."""
        self._closed = True
        self._forget(self)
        self._news.set()
