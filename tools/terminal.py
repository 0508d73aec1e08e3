"""A command in a pseudo-terminal of its own, as a person at a keyboard has it: what it shows, and keys that are pressed meanwhile.

Used to record what the docs show, and by the tests of the command line. It refuses to interpret more of a terminal's language than a live
line uses: colours, the cursor's going up, and the erasing of a line.
"""

from __future__ import annotations

import fcntl
import os
import pty
import re
import subprocess
import termios
from collections.abc import Mapping, Sequence
from types import TracebackType

CTRL_C = b"\x03"


class Terminal:
    """Runs a command; a context manager, at whose end the command has ended.

    Args:
        words: the command.
        environment: its variables.

    Attributes:
        shown: all that it has written so far.
        code: its exit code, once it has ended.
    """

    def __init__(self, words: Sequence[str], environment: Mapping[str, str]) -> None:
        self.shown = ""
        self.code: int | None = None
        self._ours, theirs = pty.openpty()
        self._bytes = b""
        self._process = subprocess.Popen(
            words,
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env={"TERM": "xterm", "COLUMNS": "100", **environment},
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),  # so that Ctrl-C is a signal
        )
        os.close(theirs)

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None) -> None:
        if kind is not None:
            self._process.kill()
        self.read()
        self.code = self._process.wait()
        os.close(self._ours)

    def press(self, keys: bytes) -> None:
        """Press keys."""
        os.write(self._ours, keys)

    def read(self, pattern: str | None = None) -> str:
        """Read until a pattern is on the screen, or the command has ended; return all that it has shown.

        Raises:
            EOFError: the command has ended, and has not shown it.
        """
        while pattern is None or not re.search(pattern, self.shown):
            try:
                piece = os.read(self._ours, 65536)
            except OSError:
                piece = b""  # how Linux says that nobody holds the other end any more
            if not piece:
                if pattern is None:
                    break
                raise EOFError(f"{pattern!r} did not come: {self.shown}")
            self._bytes += piece
            self.shown = self._bytes.decode("utf-8", "replace")
        return self.shown


def screen(text: str) -> str:
    """Return what is left on the screen: colours gone, and of each line what was written last."""
    text = re.sub(r"\x1b\[(\?25[hl]|[\d;]*m)", "", text).replace("\r\n", "\n")
    lines: list[str] = []
    for line in text.split("\n"):
        while "\x1b[1A" in line:  # the cursor went up: the live line before is written over
            _, _, line = line.partition("\x1b[1A")
            if lines:
                lines.pop()
        lines.append(re.split(r"\x1b\[2K", line)[-1].split("\r")[-1])
    return "\n".join(line.rstrip() for line in lines).strip("\n") + "\n"
