"""The termination message: one file that the container sees at its `terminationMessagePath`, read when it has ended.

It is a mount of its own, so a rename onto it fails with EBUSY, as it does on a node. The limits and cuts are a node's, silent as there.
"""

from __future__ import annotations

import codecs
import os
from pathlib import Path

from kpod.local.kubelet.logs import ContainerLog

LIMIT = 4096
"""Bytes of the file's end that are read."""

SHARE = 12288
"""Bytes that all containers of a Pod share; each gets the same part, and of its message the beginning."""

_EACH = "kpod-each-byte"
_LOG_LINES = 80
_LOG_BYTES = 2048


def make(path: Path) -> Path:
    """Make the empty file that everybody may write."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"")
    path.chmod(0o666)
    return path


def read(path: Path, containers: int, *, policy: str, failed: bool, log: ContainerLog) -> str:
    """Return the message; empty for none.

    Args:
        path: the file.
        containers: how many containers the Pod has, init containers included.
        policy: `File` or `FallbackToLogsOnError`.
        failed: whether the container ended with another code than 0.
        log: what it wrote.
    """
    with path.open("rb") as file:
        size = os.fstat(file.fileno()).st_size
        file.seek(max(size - LIMIT, 0))
        data = file.read(LIMIT)
    if not data and policy == "FallbackToLogsOnError" and failed:
        data = log.end(_LOG_LINES, _LOG_BYTES)
    return data[: SHARE // max(containers, 1)].decode("utf-8", errors=_EACH)


def _replace(error: UnicodeError) -> tuple[str, int]:
    """Put one U+FFFD for each bad byte, as a node does; Python's own handler puts one for several."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return "\N{REPLACEMENT CHARACTER}" * (error.end - error.start), error.end


codecs.register_error(_EACH, _replace)
