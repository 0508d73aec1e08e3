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
