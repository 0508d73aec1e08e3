"""Wait for something that another thread or program does."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import Any


def until(condition: Callable[[], Any], what: str = "it came true", *, timeout: float = 60.0) -> Any:
    """Ask again and again, and return the answer once it is true; fail where that takes too long."""
    for found in _answers(condition, timeout):
        if found:
            return found
    raise AssertionError(f"not within {timeout:g} s: {what}")


def until_equal(ask: Callable[[], Any], expected: Any, *, timeout: float = 60.0) -> None:
    """Ask again and again until this is the answer; fail with the last one where that takes too long.

    For what a server's admission says of an object that was written just now: it reads quotas, labels, classes and rights
    from caches, which run a moment behind.
    """
    for found in _answers(ask, timeout):
        if found == expected:
            return
    assert found == expected


def _answers(ask: Callable[[], Any], timeout: float) -> Iterator[Any]:
    end = time.monotonic() + timeout
    while True:
        yield ask()
        if time.monotonic() >= end:
            return
        time.sleep(0.02)
