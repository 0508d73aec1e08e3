"""Start a Pod or a Job, and follow it to its end: `launch`, `attach`, `Run`; many at once: `wait_all`, `as_completed`, `RunWatcher`.

A run is an address with a uid and a key. It holds nothing that the server does not know, so `attach` in another process is the same run.
It refuses two runs for one key, and to delete what it did not make.
"""

from __future__ import annotations

from kpod.run.deadlines import Deadlines
from kpod.run.launching import attach, launch
from kpod.run.lines import Line
from kpod.run.running import Run

__all__ = ["Deadlines", "Line", "Run", "attach", "launch"]
