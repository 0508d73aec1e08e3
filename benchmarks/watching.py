"""What a watcher of thousands of live Jobs costs in memory: a process of its own, and a server that has nothing to say but them.

The server runs here, on loopback, and answers as an API server does: the Jobs and the Pods in pages, then watches. Each Job has one running
Pod of the size that real ones have. Once everything is listed, it tells of a change of every Pod and every Job, and at last of the end of
one Job, so that the watcher is known to have read them all. Memory is what the operating system counts (`VmRSS`, and its highest mark).
"""

from __future__ import annotations

import copy
import gc
import json
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from sample import Body, returned_job, returned_pod

NAMESPACE = "analytics"
WAIT = 300.0
KINDS = {"pods": "Pod", "jobs": "Job"}
VERSION = 5_000_000


class _Quiet(ThreadingHTTPServer):
    """Says nothing of a client that hangs up, as the one that is measured does at its end."""

    def handle_error(self, request: Any, client_address: Any) -> None:
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


class Server:
    """Jobs with a Pod each, as an API server answers for them.

    Attributes:
        url: where it listens.
    """

    def __init__(self, count: int) -> None:
        self._items = {
            "pods": [json.dumps(returned_pod(number)).encode() for number in range(count)],
            "jobs": [json.dumps(returned_job(number)).encode() for number in range(count)],
        }
        self._count = count
        self._closed = threading.Event()
        self._watched = {plural: threading.Event() for plural in KINDS}
        self._go = threading.Event()
        server = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                server.answer(self)

            def log_message(self, *args: object) -> None:
                """Say nothing."""

        self._http = _Quiet(("127.0.0.1", 0), Handler)
        self._http.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._http.server_port}"

    def __enter__(self) -> Server:
        threading.Thread(target=self._http.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *error: object) -> None:
        self._closed.set()
        self._http.shutdown()
        self._http.server_close()

    def wait_until_watched(self) -> None:
        """Return once everything has been listed: the watches are asked for after that."""
        for plural, watched in self._watched.items():
            if not watched.wait(WAIT):
                raise SystemExit(f"nobody watches the {plural}")

    def change_everything(self) -> None:
        """Tell of a change of each object, and then of the end of the last Job."""
        self._go.set()

    def answer(self, request: BaseHTTPRequestHandler) -> None:
        url = urlsplit(request.path)
        query = {key: values[0] for key, values in parse_qs(url.query).items()}
        plural = url.path.rpartition("/")[2]
        if plural == "version":
            _send(request, b'{"major": "1", "minor": "37", "gitVersion": "v1.37.0"}')
        elif plural not in KINDS:
            _send(request, b'{"kind": "Status", "status": "Failure", "reason": "NotFound", "code": 404}', 404)
        elif "watch" in query:
            self._stream(request, plural)
        else:
            _send(request, self._page(plural, int(query.get("continue", 0)), int(query.get("limit", self._count))))

    def _page(self, plural: str, first: int, limit: int) -> bytes:
        more = str(first + limit) if first + limit < self._count else ""
        meta = json.dumps({"resourceVersion": str(VERSION), "continue": more}).encode()
        items = b",".join(self._items[plural][first : first + limit])
        return b'{"kind": "%sList", "apiVersion": "v1", "metadata": %s, "items": [%s]}' % (KINDS[plural].encode(), meta, items)

    def _stream(self, request: BaseHTTPRequestHandler, plural: str) -> None:
        request.send_response(200)
        request.send_header("Content-Type", "application/json")
        request.send_header("Transfer-Encoding", "chunked")
        request.end_headers()
        self._watched[plural].set()
        while not self._go.wait(0.2):
            if self._closed.is_set():
                return
        for event in self._changes(plural):
            line = json.dumps(event).encode() + b"\n"
            request.wfile.write(b"%x\r\n%s\r\n" % (len(line), line))
        request.wfile.flush()
        self._closed.wait()

    def _changes(self, plural: str) -> Iterator[Body]:
        kind = {"apiVersion": "v1" if plural == "pods" else "batch/v1", "kind": KINDS[plural]}
        version = VERSION
        for item in self._items[plural]:
            version += 1
            body = kind | json.loads(item)
            body["metadata"]["resourceVersion"] = str(version)
            yield {"type": "MODIFIED", "object": body}
        last = copy.deepcopy(body)
        last["metadata"]["resourceVersion"] = str(version + 1)
        if plural == "pods":
            last["status"] |= {"phase": "Succeeded"}
            for status in last["status"]["containerStatuses"]:
                status["state"] = {"terminated": {"exitCode": 0, "reason": "Completed"}}
        yield {"type": "MODIFIED", "object": last}


def _send(request: BaseHTTPRequestHandler, data: bytes, status: int = 200) -> None:
    request.send_response(status)
    request.send_header("Content-Type", "application/json")
    request.send_header("Content-Length", str(len(data)))
    request.end_headers()
    request.wfile.write(data)


def measure(count: int) -> dict[str, float]:
    """Follow so many live Jobs in another process.

    Returns:
        Megabytes above the process after connecting: `listed` once all is listed, `changed` after a change of each object, and `peak`.
    """
    with Server(count) as server, tempfile.TemporaryDirectory() as folder, _watcher(server.url, count, Path(folder)) as ask:
        ask("follow")
        server.wait_until_watched()
        listed = ask("memory")
        server.change_everything()
        changed = ask("memory at the end")
        return {"listed": listed["now"], "changed": changed["now"], "peak": changed["peak"]}


@contextmanager
def _watcher(url: str, count: int, folder: Path) -> Iterator[Any]:
    kubeconfig = folder / "kubeconfig"
    cluster = {"name": "bench", "cluster": {"server": url}}
    context = {"name": "bench", "context": {"cluster": "bench", "user": "bench", "namespace": NAMESPACE}}
    users = [{"name": "bench", "user": {}}]
    config = {
        "apiVersion": "v1",
        "kind": "Config",
        "clusters": [cluster],
        "users": users,
        "contexts": [context],
        "current-context": "bench",
    }
    kubeconfig.write_text(json.dumps(config))
    command = [sys.executable, __file__, str(kubeconfig), str(count)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:

        def ask(what: str) -> Any:
            assert process.stdin is not None
            assert process.stdout is not None
            process.stdin.write(what + "\n")
            process.stdin.flush()
            line = process.stdout.readline()
            if not line:
                raise SystemExit(f"the watcher ended with {process.wait()}")
            return json.loads(line)

        try:
            yield ask
        finally:
            process.kill()


# --- the process that watches


def memory() -> dict[str, float]:
    """Megabytes of this process: now, and at most since the mark was last taken back."""
    gc.collect()
    with open("/proc/self/status") as status:
        found = {line.partition(":")[0]: line.split()[1] for line in status if line.startswith(("VmRSS", "VmHWM"))}
    return {"now": int(found["VmRSS"]) / 1024, "peak": int(found["VmHWM"]) / 1024}


def watch(kubeconfig: str, count: int) -> None:
    from kpod.cluster import Ref
    from kpod.kube import KubeCluster
    from kpod.run import Run, RunWatcher

    ended = threading.Event()

    def note(found: object) -> None:
        ended.set()

    with KubeCluster(kubeconfig) as cluster, RunWatcher(cluster, NAMESPACE) as watcher:
        cluster.version()
        Path("/proc/self/clear_refs").write_text("5")  # the highest mark of memory begins anew
        start = memory()["now"]
        for line in sys.stdin:
            asked = line.strip()
            if asked == "follow":
                for number in range(count):
                    job = {"apiVersion": "batch/v1", "kind": "Job", **returned_job(number)}
                    watcher.follow(Run(cluster, Ref.of(job), seen=job, marked=True), note)  # as launch makes it
            elif asked == "memory at the end" and not ended.wait(WAIT):
                raise SystemExit("the last Job's end was not seen")
            print(json.dumps({key: value - start for key, value in memory().items()}), flush=True)


if __name__ == "__main__":
    watch(sys.argv[1], int(sys.argv[2]))
