"""Start a Pod or a Job, and follow it to its end: `launch`, `attach`, `Run`; many at once: `wait_all`, `as_completed`, `RunWatcher`.

A run is an address with a uid and a key. It holds nothing that the server does not know, so `attach` in another process is the same run.
It refuses two runs for one key, and to delete what it did not make.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kpod.run.deadlines import Deadlines
from kpod.run.launching import attach, launch
from kpod.run.lines import Line
from kpod.run.running import Run
from kpod.run.timeline import Timeline

if TYPE_CHECKING:
    from kpod.run.sharing import ended, watcher
    from kpod.run.together import as_completed, wait_all
    from kpod.run.watching import RunWatcher

__all__ = ["Deadlines", "Line", "Run", "RunWatcher", "Timeline", "as_completed", "attach", "ended", "launch", "wait_all", "watcher"]

_LATER = {"RunWatcher": "watching", "as_completed": "together", "wait_all": "together", "ended": "sharing", "watcher": "sharing"}


def __getattr__(name: str) -> Any:
    """Load what decodes views when it is first used: it needs msgspec."""
    module = _LATER.get(name)
    if module is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value = globals()[name] = getattr(import_module(f"{__name__}.{module}"), name)
    return value
