"""Wait for something that another thread or program does."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any


def until(condition: Callable[[], Any], what: str = "it came true", *, timeout: float = 60.0) -> Any:
    """Ask again and again, and return the answer once it is true; fail where that takes too long."""
    end = time.monotonic() + timeout
    while not (found := condition()):
        assert time.monotonic() < end, f"not within {timeout:g} s: {what}"
        time.sleep(0.02)
    return found


def until_equal(ask: Callable[[], Any], expected: Any, *, timeout: float = 60.0) -> None:
    """Ask again and again until this is the answer; fail with the last one where that takes too long.

    For what a server's admission says of an object that was written just now: it reads quotas, labels, classes and rights
    from caches, which run a moment behind.
    """
    end = time.monotonic() + timeout
    while (found := ask()) != expected and time.monotonic() < end:
        time.sleep(0.02)
    assert found == expected
