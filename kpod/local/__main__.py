"""`python -m kpod.local`: the embedded cluster in the foreground; with `--background`, what `kpod.local.daemon` starts.

In the background the first process waits until the cluster answers and then ends with 0; otherwise it says why not, and ends with 1. The
cluster itself is a session of its own, without a terminal.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import signal
import sys
from pathlib import Path
from typing import Any

from kpod.errors import ConfigError
from kpod.local import daemon


def main() -> int:
    """Run, and return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m kpod.local", description="Run an embedded cluster until interrupted.")
    parser.add_argument("--images", choices=["host"], help="every image name means this machine's own files")
    parser.add_argument("--port", type=int, default=0, help="where to listen on 127.0.0.1; default: a free port")
    parser.add_argument("--background", metavar="FOLDER", help=argparse.SUPPRESS)
    options = parser.parse_args()
    try:
        if options.background:
            return _background(Path(options.background), json.loads(sys.stdin.read()))
        return _foreground(options.images, options.port)
    except ConfigError as error:
        print(error, file=sys.stderr)  # noqa: T201
        return 2


def _foreground(images: Any, port: int) -> int:
    from kpod.local import cluster

    with cluster(images, port=port) as embedded, contextlib.suppress(KeyboardInterrupt):
        print(f"export KUBECONFIG={embedded.kubeconfig}", flush=True)  # noqa: T201
        signal.pause()
    return 0


def _background(folder: Path, settings: dict[str, Any]) -> int:
    reader, writer = os.pipe()
    if os.fork():
        os.close(writer)
        with os.fdopen(reader) as answers:
            answer = answers.read()
        print(answer)  # noqa: T201
        return 0 if answer == "ready" else 1
    os.close(reader)
    os.setsid()
    os.chdir("/")
    log = os.open(folder / "log", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    empty = os.open(os.devnull, os.O_RDONLY)
    for target, source in ((0, empty), (1, log), (2, log)):
        os.dup2(source, target)
    _serve(folder, settings, writer)
    return 0


def _serve(folder: Path, settings: dict[str, Any], writer: int) -> None:
    import threading

    from kpod.local import embedded

    words = {**settings, "host_paths": tuple(settings["host_paths"])}
    runner = embedded.Runner(embedded.Settings(folder=folder, **words))
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, lambda *_: runner.stop())
    thread = threading.Thread(target=runner.run, name="kpod-local")
    thread.start()
    try:
        kubeconfig = runner.wait_until_ready()
    except ConfigError as error:
        os.write(writer, str(error).encode())
        return
    state = {"pid": os.getpid(), "url": runner.url, "kubeconfig": str(kubeconfig), "started": daemon.began(os.getpid())}
    embedded.write_private(folder / "state.json", {**state, "settings": settings})
    os.write(writer, b"ready")
    os.close(writer)
    thread.join()
    runner.check()


if __name__ == "__main__":
    sys.exit(main())
