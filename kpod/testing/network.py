"""Closes the network for the length of a test: what is not on this machine cannot be reached, and whoever tries is told so.

It hears Python's own audit events, so nothing is patched, and whatever library makes the connection is heard; a child process is not.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from ipaddress import ip_address
from typing import Any

_closed = 0
_listening = False


class NetworkClosedError(OSError):
    """The code under test wanted to reach something beyond this machine."""


@contextmanager
def closed() -> Iterator[None]:
    """Refuse connections and look-ups of names that go beyond this machine, in every thread."""
    global _closed, _listening
    if not _listening:
        sys.addaudithook(_hear)  # cannot be taken away again; it does nothing while the network is open
        _listening = True
    _closed += 1
    try:
        yield
    finally:
        _closed -= 1


def _hear(event: str, arguments: tuple[Any, ...]) -> None:
    if not _closed or event not in ("socket.connect", "socket.getaddrinfo", "socket.sendto"):
        return
    address = arguments[1] if event != "socket.getaddrinfo" else (arguments[0],)
    if isinstance(address, tuple) and address and not _is_here(address[0]):
        raise NetworkClosedError(
            f"the test wanted to reach {address[0]!r}, and the network is closed while the fixture `kube` is in use; "
            "to open it write `kpod_network = open` into pytest's configuration"
        )


def _is_here(host: Any) -> bool:
    text = host.decode(errors="replace") if isinstance(host, bytes) else host
    if not isinstance(text, str) or text in ("", "localhost"):
        return True  # a number is an address of another family: not of the internet
    try:
        return ip_address(text.partition("%")[0]).is_loopback
    except ValueError:
        return False
