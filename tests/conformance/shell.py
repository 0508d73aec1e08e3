"""The real executable as a subprocess, for the tests of the command line."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import attrs

EXECUTABLE = Path(sys.executable).with_name("kpod")
KINDS = ("Job", "Pod", "Secret", "ConfigMap")


@attrs.frozen
class Done:
    code: int
    out: str
    err: str

    def is_one_clear_text(self) -> bool:
        """One text of at most 20 lines on stderr, no traceback, nothing of Python."""
        words = ("Traceback", 'File "', "urllib3", "HTTPConnectionPool", " object at 0x")
        return not self.out and 0 < len(self.err.splitlines()) <= 20 and not any(word in self.err for word in words)


def name_of(done: Done) -> str:
    """The run's name, from the first line."""
    found = re.search(r"^(\S+) in context \S+, namespace \S+$", done.err, re.MULTILINE)
    assert found, done
    return found[1]
