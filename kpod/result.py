"""What runs inside a container whose result is large: it frames the result, so that whoever reads it can tell whole from cut.

    python -m kpod.result -- python etl.py        runs the command, then frames what it wrote into the file $KPOD_RESULT
    python -m kpod.result < result.json           frames its input
    kpod.result.write(data)                       the same, from Python

A frame of up to 2,048 bytes is the termination message itself. What is longer goes to the log, in lines of base64 that begin with the
mark, and the message says its length and checksum: it is written after the block, so it is also the word that the block is out. The
process then lives on for a moment, because a busy node may lose what is written in the instant before a container ends.

It needs nothing but Python's standard library: the file may be copied into an image that has no kpod. It refuses to hide how the command
ended, and to frame the result of one that failed.
"""

from __future__ import annotations

import base64
import hashlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence

VARIABLE = "KPOD_RESULT"
MAGIC = "kpod-result/1"
END = "end"
LONGEST_MESSAGE = 2048
LARGEST = 4 << 20
"""Bytes of the largest result; a node turns over its log file at 10 MiB, so much more would not stay in one."""
LINE = 1000
LINGER = 2.0
"""Seconds to live on after a block: of 732 bursts a busy node lost the end of 9, and none of 300 after one second."""
COMMAND_MISSING = 127
SIGNALS = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGQUIT)


def head(kind: str, size: int, checksum: str = "-", rest: str = "-") -> str:
    """Return the message: its mark, where the data are (`message`, `log`) or why there are none, their length and checksum, the end."""
    return f"{MAGIC} {kind} {size} {checksum} {rest} {END}\n"


def mark(checksum: str) -> str:
    """Return how each line of a block in the log begins."""
    return f"{MAGIC}:{checksum[:8]} "


def frame(data: bytes) -> tuple[str, list[str]]:
    """Return the message, and the lines of the block in the log, none where the message has room for the data.

    >>> frame(b"7")
    ('kpod-result/1 message 1 7902699be42c8a8e46fbbb4501726517e86b22c56a189f7625a6da49081b2451 Nw== end\\n', [])
    """
    checksum = hashlib.sha256(data).hexdigest()
    text = base64.b64encode(data).decode("ascii")
    message = head("message", len(data), checksum, text or "-")
    if len(message) <= LONGEST_MESSAGE:
        return message, []
    if len(data) > LARGEST:
        return head("large", len(data)), []
    pieces = [text[start : start + LINE] for start in range(0, len(text), LINE)]
    begin = mark(checksum)
    return head("log", len(data), checksum, str(len(pieces))), [begin + word for word in ("begin", *pieces, END)]


def write(data: bytes | str, *, path: str | None = None) -> None:
    """Hand a result back, framed; the process should end soon after.

    Args:
        data: bytes, or text, which goes as UTF-8; at most 4 MiB, more is told to the reader as too large.
        path: the file of the termination message; default: what the variable `KPOD_RESULT` says.

    Raises:
        KeyError: no path is given, and `KPOD_RESULT` is not set.
    """
    message, block = frame(data.encode() if isinstance(data, str) else data)
    if block:
        sys.stdout.flush()
        sys.stdout.buffer.write("".join(line + "\n" for line in block).encode())
        sys.stdout.buffer.flush()
    with open(path if path is not None else os.environ[VARIABLE], "w", encoding="ascii") as file:
        file.write(message)  # in place: the file is a mount, nothing can be renamed onto it
    if block:
        time.sleep(LINGER)


def run(command: Sequence[str]) -> int:
    """Run a command, pass signals on to it, frame its result if it ended with 0, and return its exit code as a shell says it."""
    told: list[int] = []
    started: list[subprocess.Popen[bytes]] = []

    def pass_on(number: int, _: object) -> None:
        for process in started:
            process.send_signal(number)
        if not started:
            told.append(number)

    for number in SIGNALS:
        signal.signal(number, pass_on)  # before the start: a signal to the first process of a container without a handler is lost
    try:
        process = subprocess.Popen(command)
    except OSError as error:
        print(f"kpod.result: {command[0]}: {error.strerror}", file=sys.stderr)  # noqa: T201
        return COMMAND_MISSING
    started.append(process)
    for early in told:
        process.send_signal(early)
    code = process.wait()
    if code != 0:
        return code if code > 0 else 128 - code
    with open(os.environ[VARIABLE], "rb") as file:
        data = file.read()
    if not data.startswith(MAGIC.encode() + b" "):  # else it has framed it itself
        write(data)
    return 0


def main(arguments: Sequence[str]) -> int:
    """Run the command after `--`, or frame what is read from stdin."""
    if arguments[:1] == ["--"] and len(arguments) > 1:
        return run(arguments[1:])
    if arguments:
        print("usage: python -m kpod.result -- COMMAND...\n       python -m kpod.result < FILE", file=sys.stderr)  # noqa: T201
        return 2
    write(sys.stdin.buffer.read())
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
