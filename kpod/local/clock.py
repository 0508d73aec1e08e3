"""The embedded cluster's one clock: what time it is there, and every timer of its controllers, its node and its scripts.

It runs with the machine's clock until a test moves it. When it is moved, the timers that fall due on the way are run one after the other,
each at its own time, with what they cause: ten minutes pass in milliseconds and in order. What waits on the network or on a process runs by
the machine's clock, which nobody can move.
"""

from __future__ import annotations

import asyncio
import heapq
import time
from collections.abc import Callable
from datetime import datetime, timezone
from itertools import count

_ROUNDS = 30
"""How often the loop is let run after a timer, so that what it set off comes to rest: a change passes some hands, none of which waits."""


class Timer:
    """What happens later; `cancel()` may be called at any time."""

    def __init__(self, due: float, call: Callable[[], None], *, eager: bool) -> None:
        self.due = due
        self.eager = eager
        self._call: Callable[[], None] | None = call

    @property
    def cancelled(self) -> bool:
        """Whether it has run or was cancelled."""
        return self._call is None

    def cancel(self) -> None:
        """Do not run it."""
        self._call = None

    def run(self) -> None:
        """Run it, once."""
        call, self._call = self._call, None
        if call is not None:
            call()


class Clock:
    """A clock that can be moved. Everything but reading it belongs into one asyncio loop.

    Attributes:
        skew: seconds by which the stamps that it writes are wrong; its timers know nothing of them.
        patience: real seconds after which time is moved on to the next eager timer; None: it is not, and time does not fly.
    """

    def __init__(self) -> None:
        self.skew = 0.0
        self.patience: float | None = None
        self._hurrying: asyncio.Task[None] | None = None
        self._moving = asyncio.Lock()
        self._ahead = 0.0
        self._queue: list[tuple[float, int, Timer]] = []
        self._numbers = count()
        self._handle: asyncio.TimerHandle | None = None

    def time(self) -> float:
        """Return the seconds since 1970."""
        return time.time() + self.offset

    @property
    def offset(self) -> float:
        """Seconds by which it is ahead of the machine's clock."""
        return self._ahead + self.skew

    def nanoseconds(self) -> int:
        """Return the nanoseconds since 1970."""
        return time.time_ns() + int(self.offset * 1_000_000_000)

    def moment(self) -> datetime:
        """Return the time in UTC."""
        return datetime.fromtimestamp(self.time(), timezone.utc)

    def steady(self) -> float:
        """Return seconds that only ever grow, for durations."""
        return time.monotonic() + self._ahead

    # timers

    def call_later(self, seconds: float, call: Callable[[], None], *, eager: bool = False) -> Timer:
        """Call something after some seconds of this clock.

        Args:
            seconds: how many.
            call: what.
            eager: whether time may be moved on to it, where time flies: what a script or a back-off waits for.
        """
        timer = Timer(self.steady() + max(seconds, 0.0), call, eager=eager)
        heapq.heappush(self._queue, (timer.due, next(self._numbers), timer))
        self._arm()
        if eager and self.patience is not None and self._hurrying is None:
            self._hurrying = asyncio.get_running_loop().create_task(self._hurry())
        return timer

    async def _hurry(self) -> None:
        """Move time on, from one eager timer to the next, as long as there is one."""
        while self.patience is not None and self.next_eager() is not None:
            await asyncio.sleep(self.patience)
            left = self.next_eager()
            if left:
                await self.advance(left)
        self._hurrying = None

    async def wait(self, event: asyncio.Event, seconds: float | None, *, eager: bool = False) -> bool:
        """Wait for an event, at most some seconds of this clock; False where the time ran out first."""
        if event.is_set():
            return True
        if seconds is None:
            await event.wait()
            return True
        over = asyncio.Event()
        timer = self.call_later(seconds, over.set, eager=eager)
        tasks = [asyncio.ensure_future(event.wait()), asyncio.ensure_future(over.wait())]
        try:
            await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        finally:
            timer.cancel()
            for task in tasks:
                task.cancel()
        return event.is_set()

    def next_eager(self) -> float | None:
        """Return how many seconds it is to the next eager timer, None where there is none."""
        dues = [timer.due for _, _, timer in self._queue if timer.eager and not timer.cancelled]
        return max(0.0, min(dues) - self.steady()) if dues else None

    async def advance(self, seconds: float) -> None:
        """Let time pass: run what falls due meanwhile, in order, and what that causes.

        Args:
            seconds: how many, more than 0.
        """
        async with self._moving:
            target = self.steady() + seconds
            await _rest()
            while (due := self._soonest()) is not None and due <= target:
                self._ahead += max(0.0, due - self.steady())
                self._fire()
                await _rest()
            self._ahead += max(0.0, target - self.steady())
            self._arm()
            await _rest()

    def _soonest(self) -> float | None:
        while self._queue and self._queue[0][2].cancelled:
            heapq.heappop(self._queue)
        return self._queue[0][0] if self._queue else None

    def _arm(self) -> None:
        due = self._soonest()
        if self._handle is not None:
            self._handle.cancel()
            self._handle = None
        if due is not None:
            self._handle = asyncio.get_running_loop().call_later(max(0.0, due - self.steady()), self._fire)

    def _fire(self) -> None:
        now = self.steady()
        while (due := self._soonest()) is not None and due <= now:
            heapq.heappop(self._queue)[2].run()
        self._arm()


async def _rest() -> None:
    for _ in range(_ROUNDS):
        await asyncio.sleep(0)
