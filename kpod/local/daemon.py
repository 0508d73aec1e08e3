"""The embedded cluster that stays: `up`, `down`, `status`.

One for each user. Its folder (`$XDG_STATE_HOME/kpod/local`, readable by the owner alone) holds its state, its kubeconfig and its log, and
is gone after `down`. A state file whose process is dead, or is another one by now, counts as "not up" and is cleared away.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import ssl
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import attrs

from kpod.errors import ConfigError
from kpod.local import Images

STOP = 30.0
"""Seconds that a cluster gets to end before it is killed."""


@attrs.frozen
class State:
    """A cluster that is up.

    Attributes:
        pid: its process.
        url: where it listens.
        kubeconfig: the path of its kubeconfig.
        started: when its process began, in the kernel's ticks: tells it from a later process of that number; 0 where nobody knows.
    """

    pid: int
    url: str
    kubeconfig: Path
    started: int = 0


def folder() -> Path:
    """Return the folder of this user's cluster."""
    state = os.environ.get("XDG_STATE_HOME")
    return (Path(state) if state else Path.home() / ".local" / "state") / "kpod" / "local"


def status() -> State | None:
    """Return the cluster that is up, None where none is.

    A state file that is left from a killed cluster is not believed: the process has to be the one that wrote it, and to answer.
    """
    state = _read()
    return state if state is not None and _is_alive(state) and _answers(state) else None


def up(*, images: Images = None, host_paths: Sequence[str | Path] = (), port: int = 0, namespace: str = "default") -> State:
    """Start a cluster in the background, or return the one that is up.

    Args:
        images: what image names mean, as for `kpod.local.cluster`.
        host_paths: the folders below which a hostPath volume may lie.
        port: where to listen; default: a free port.
        namespace: the namespace of the kubeconfig's context.

    Raises:
        ConfigError: one is up with other settings, the port is taken, or it did not start; the text says what helps.
    """
    settings = _settings(images, host_paths, port, namespace)
    with _locked():
        running = status()
        if running is not None:
            _compare(running, settings)
            return running
        _clear()
        place = folder()
        place.mkdir(parents=True, exist_ok=True, mode=0o700)
        place.chmod(0o700)
        done = subprocess.run(
            [sys.executable, "-m", "kpod.local", "--background", str(place)],
            input=json.dumps(settings).encode(),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        state = _read()
        if done.returncode or state is None:
            why = [*_log_lines(), *done.stdout.decode(errors="replace").strip().splitlines()]
            _clear()
            raise ConfigError("the embedded cluster did not start: " + (why[-1] if why else f"it ended with code {done.returncode}"))
        return state


def down() -> bool:
    """Stop the cluster and every container in it, and remove its folder. Returns whether one was up."""
    with _locked():
        state = _read()
        was_up = state is not None and _is_alive(state)
        if state is not None and was_up:
            _end(state)
        _clear()
        return was_up


def _end(state: State) -> None:
    for number, seconds in ((signal.SIGTERM, STOP), (signal.SIGKILL, STOP)):
        try:
            os.kill(state.pid, number)
        except ProcessLookupError:
            return
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if not _is_alive(state):
                return
            time.sleep(0.02)


def _log_lines() -> Sequence[str]:
    log = folder() / "log"
    return log.read_text(errors="replace").strip().splitlines() if log.exists() else []


def _settings(images: Images, host_paths: Sequence[str | Path], port: int, namespace: str) -> dict[str, Any]:
    named = images if images is None or isinstance(images, str) else {name: str(place) for name, place in sorted(images.items())}
    return {"images": named, "host_paths": [str(Path(path).absolute()) for path in host_paths], "port": port, "namespace": namespace}


def _compare(running: State, wanted: dict[str, Any]) -> None:
    have = json.loads(_file().read_text())["settings"]
    other = [word for word, value in wanted.items() if value != have.get(word) and not (word == "port" and value == 0)]
    if other:
        words = ", ".join(word.replace("_", " ") for word in other)
        raise ConfigError(f"an embedded cluster is up at {running.url} with other settings ({words}); stop it first: kpod local down")


def _file() -> Path:
    return folder() / "state.json"


def _read() -> State | None:
    try:
        body = json.loads(_file().read_text())
        return State(int(body["pid"]), str(body["url"]), Path(body["kubeconfig"]), int(body["started"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def began(pid: int) -> int:
    """Return when a process began, in the kernel's ticks; 0 where the machine does not tell, -1 where it is gone or has ended."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return -1 if Path("/proc/self/stat").exists() else 0
    return -1 if fields[0] in ("Z", "X") else int(fields[19])


def _is_alive(state: State) -> bool:
    now = began(state.pid)
    if now == 0:
        try:
            os.kill(state.pid, 0)
        except OSError:
            return False
        return True
    return now == state.started


def _answers(state: State) -> bool:
    try:
        config = json.loads(state.kubeconfig.read_text())
        authority = config["clusters"][0]["cluster"]["certificate-authority"]
        https = urllib.request.HTTPSHandler(context=ssl.create_default_context(cafile=authority))
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}), https)
        with opener.open(f"{state.url}/readyz", timeout=10) as answer:
            return bool(answer.status == 200)
    except (OSError, ValueError, KeyError):
        return False


def _clear() -> None:
    """Remove what is left of a cluster. The lock stays with its holder."""
    place = folder()
    if place.is_dir():
        shutil.rmtree(place, ignore_errors=True)


@contextmanager
def _locked() -> Iterator[None]:
    """Let one `up` or `down` of this user go at a time."""
    try:
        import fcntl
    except ImportError:
        raise ConfigError("the embedded cluster runs in the background on Linux and macOS only; use kpod.local.cluster()") from None
    place = folder().parent
    while True:
        place.mkdir(parents=True, exist_ok=True)
        handle = os.open(place, os.O_RDONLY)
        fcntl.flock(handle, fcntl.LOCK_EX)
        if place.exists() and os.path.samestat(os.fstat(handle), place.stat()):
            break
        os.close(handle)  # whoever had the lock has removed the folder
    try:
        yield
    finally:
        try:
            place.rmdir()
        except OSError:
            pass  # a cluster is up, or somebody else's files are there
        os.close(handle)
