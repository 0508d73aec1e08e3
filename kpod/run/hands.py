"""A few threads that do what they are given, in the order in which it came.

A process that ends does not wait for them, as it would for those of `concurrent.futures`: what they are asking a silent server for, nobody
wants any more. They refuse to catch anything: what is raised goes to `threading.excepthook`, and the next piece of work begins.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable

Work = Callable[[], object]


class Hands:
    """Does work in threads of its own, one for each piece, up to so many at once; any thread may give it some.

    Args:
        count: how many at once.
        name: of the threads.
    """

    def __init__(self, count: int, name: str) -> None:
        self._free = count
        self._name = name
        self._lock = threading.Lock()
        self._waiting: deque[Work] = deque()
        self._closed = False

    def do(self, work: Work) -> None:
        """Have it done, now or when a hand is free; never after `close`."""
        with self._lock:
            if self._closed:
                return
            if not self._free:
                self._waiting.append(work)
                return
            self._free -= 1
        self._start(work)

    def close(self) -> None:
        """Forget what was not begun."""
        with self._lock:
            self._closed = True
            self._waiting.clear()

    def _start(self, work: Work) -> None:
        threading.Thread(target=self._do, args=(work,), name=self._name, daemon=True).start()

    def _do(self, work: Work) -> None:
        try:
            work()
        finally:
            with self._lock:
                following = self._waiting.popleft() if self._waiting else None
                self._free += following is None
            if following is not None:
                self._start(following)
