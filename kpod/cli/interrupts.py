"""Ctrl-C and SIGTERM, in two stages.

The first one is raised in the main thread as `Interrupted`, but not while it is held back: a create that is under way is finished first,
else nobody would know what to clean up. The second one is never held back.
"""

from __future__ import annotations

import contextlib
import signal
import threading
import warnings
from collections.abc import Iterator
from types import FrameType, TracebackType
from typing import Any

SIGNALS = (signal.SIGINT, signal.SIGTERM)


class Interrupted(BaseException):
    """The user pressed Ctrl-C, or this process was told to stop.

    Attributes:
        number: the signal's number.
    """

    def __init__(self, number: int) -> None:
        self.number = number
        super().__init__(signal.Signals(number).name)

    @property
    def exit_code(self) -> int:
        """128 and the signal's number, as a shell says it."""
        return 128 + self.number


class Interrupts:
    """Takes the two signals for the length of a `with` block; outside the main thread it does nothing."""

    def __init__(self) -> None:
        self._before: dict[int, Any] = {}
        self._holding = False
        self._pending: int | None = None
        self._count = 0

    def __enter__(self) -> Interrupts:
        if threading.current_thread() is threading.main_thread():
            self._before = {number: signal.signal(number, self._take) for number in SIGNALS}
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)

    @contextlib.contextmanager
    def held(self) -> Iterator[None]:
        """Hold the first signal back until the block has ended well or badly."""
        self._holding = True
        try:
            yield
        finally:
            self._holding = False
        self.release()

    def release(self) -> None:
        """Raise what was held back."""
        if self._pending is not None:
            number, self._pending = self._pending, None
            raise Interrupted(number)

    def _take(self, number: int, frame: FrameType | None) -> None:
        self._count += 1
        # ssl closes a socket whose handshake is left by such an exception only when it is collected, and that is a warning
        warnings.simplefilter("ignore", ResourceWarning)
        if self._holding and self._count == 1:
            self._pending = number
        else:
            raise Interrupted(number)
