"""A proxy on the loopback address that loses answers: it hands requests on, and then may say nothing, or hang up."""

from __future__ import annotations

import http.client
import ssl
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from typing import Any
from urllib.parse import urlsplit

import yaml

HOP = {"connection", "transfer-encoding", "content-length", "keep-alive", "host"}


class Proxy:
    """Stands before a cluster's API server.

    Attributes:
        kubeconfig: the cluster's, with the proxy as its server.
        mute: what becomes of the answer to a POST: None (handed on), `silence` (never answered) or `hangup` (the connection closes).
        swallowed: set when a POST was done and its answer lost.
    """

    def __init__(self, kubeconfig: Path) -> None:
        content = yaml.safe_load(kubeconfig.read_text())
        self._cluster = content["clusters"][0]["cluster"]
        self._target = urlsplit(self._cluster["server"])
        self.mute: str | None = None
        self.swallowed = threading.Event()
        self._over = threading.Event()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = False
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,), name="proxy")
        entry = {"server": f"http://127.0.0.1:{self._server.server_port}"}
        self.kubeconfig: dict[str, Any] = {**content, "clusters": [{"name": content["clusters"][0]["name"], "cluster": entry}]}

    def __enter__(self) -> Proxy:
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None) -> None:
        self._over.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def _connect(self) -> http.client.HTTPConnection:
        host, port = self._target.hostname or "", self._target.port
        if self._target.scheme == "http":
            return http.client.HTTPConnection(host, port, timeout=30)
        context = ssl.create_default_context(cafile=self._cluster.get("certificate-authority"))
        return http.client.HTTPSConnection(host, port, timeout=30, context=context)

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        proxy = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            timeout = 5

            def log_message(self, format: str, *args: Any) -> None:
                """Say nothing."""

            def _serve(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                connection = proxy._connect()
                try:
                    headers = {key: value for key, value in self.headers.items() if key.lower() not in HOP}
                    connection.request(self.command, self.path, body or None, headers)
                    answer = connection.getresponse()
                    if self.command == "POST" and proxy.mute is not None:
                        answer.read()
                        self._lose(proxy.mute)
                        return
                    self._hand_on(answer)
                except (BrokenPipeError, ConnectionResetError, TimeoutError):
                    self.close_connection = True
                finally:
                    connection.close()

            def _lose(self, mute: str) -> None:
                proxy.swallowed.set()
                if mute == "silence":
                    proxy._over.wait(60)
                self.close_connection = True

            def _hand_on(self, answer: http.client.HTTPResponse) -> None:
                self.send_response(answer.status)
                for key, value in answer.getheaders():
                    if key.lower() not in HOP:
                        self.send_header(key, value)
                self.send_header("Transfer-Encoding", "chunked")
                self.end_headers()
                while piece := answer.read1(1 << 16):
                    self.wfile.write(b"%x\r\n%s\r\n" % (len(piece), piece))
                self.wfile.write(b"0\r\n\r\n")

            do_GET = do_POST = do_PATCH = do_DELETE = do_PUT = _serve  # noqa: N815

        return Handler
