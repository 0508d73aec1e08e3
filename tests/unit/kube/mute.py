"""A server on the loopback address that takes connections and then does not do what a server should."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable
from types import TracebackType
from typing import Any

HEADERS = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"


def silence(sock: socket.socket, over: threading.Event) -> None:
    """Say nothing."""
    over.wait(120)


def headers_only(sock: socket.socket, over: threading.Event) -> None:
    """Announce a body and hold it back."""
    sock.sendall(HEADERS + b"Content-Length: 1000\r\n\r\n")
    over.wait(120)


def dribbled_headers(sock: socket.socket, over: threading.Event) -> None:
    """Begin an answer, and add a byte to its headers now and then."""
    sock.sendall(HEADERS + b"X-Slow: ")
    while not over.wait(0.05):
        sock.sendall(b"x")


def dribbled_body(sock: socket.socket, over: threading.Event) -> None:
    """Send a body of spaces, a byte now and then."""
    sock.sendall(HEADERS + b"Content-Length: 1000000\r\n\r\n")
    while not over.wait(0.05):
        sock.sendall(b" ")


def dribbled_chunks(sock: socket.socket, over: threading.Event) -> None:
    """Send a body in pieces of one byte, as a watch or a log that somebody drips."""
    sock.sendall(HEADERS + b"Transfer-Encoding: chunked\r\n\r\n")
    while not over.wait(0.05):
        sock.sendall(b"1\r\n \r\n")


Manner = Callable[[socket.socket, threading.Event], None]
MANNERS: tuple[Manner, ...] = (silence, headers_only, dribbled_headers, dribbled_body, dribbled_chunks)


class Mute:
    """A server with one manner for every connection.

    Attributes:
        kubeconfig: for a cluster that it is the server of.
        connections: how many it has taken.
    """

    def __init__(self, manner: Manner) -> None:
        self._manner = manner
        self._over = threading.Event()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._listener.settimeout(0.05)
        self._threads = [threading.Thread(target=self._accept)]
        self.connections = 0
        server = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        self.kubeconfig: dict[str, Any] = {
            "clusters": [{"name": "c", "cluster": {"server": server}}],
            "users": [{"name": "u", "user": {"token": "t"}}],
            "contexts": [{"name": "x", "context": {"cluster": "c", "user": "u", "namespace": "n"}}],
            "current-context": "x",
        }

    def __enter__(self) -> Mute:
        self._threads[0].start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None) -> None:
        self._over.set()
        for thread in self._threads:
            thread.join()
        self._listener.close()

    def _accept(self) -> None:
        while not self._over.is_set():
            try:
                sock, _ = self._listener.accept()
            except TimeoutError:
                continue
            self.connections += 1
            thread = threading.Thread(target=self._serve, args=(sock,))
            self._threads.append(thread)
            thread.start()

    def _serve(self, sock: socket.socket) -> None:
        with sock:
            try:
                sock.recv(1 << 16)
                self._manner(sock, self._over)
            except OSError:
                pass  # the client has gone
