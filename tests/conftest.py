"""What holds for every test: a home of its own, and nothing left behind.

A test that leaves a process, a thread, a listening port or a temporary file behind fails. What session fixtures start is there before the
test's own snapshot is taken, so it does not count; they have to clean up at the end of the session, which is checked in the same way.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from kpod.testing import plugin

GRACE = 10.0
"""Seconds that what a test has told to end may take to be gone."""

_home = Path(tempfile.mkdtemp(prefix="kpod-tests-"))
_temp = _home / "tmp"


def pytest_configure(config: pytest.Config) -> None:
    """Give the session, and every process that it starts, a home and a temporary folder of its own."""
    if not config.pluginmanager.hasplugin("kpod"):  # an environment that was made before kpod had a plug-in
        config.pluginmanager.register(plugin, "kpod")
    _temp.mkdir()
    for name in ("KUBECONFIG", "KUBERNETES_SERVICE_HOST", "KUBERNETES_SERVICE_PORT", "AIRFLOW_HOME"):
        os.environ.pop(name, None)
    for name in ("STATE_HOME", "CONFIG_HOME", "CACHE_HOME", "DATA_HOME", "RUNTIME_DIR"):
        os.environ.pop(f"XDG_{name}", None)
    os.environ["HOME"] = str(_home)
    os.environ["TMPDIR"] = str(_temp)
    tempfile.tempdir = str(_temp)
    if config.option.basetemp is None and not hasattr(config, "workerinput"):
        config.option.basetemp = str(_home / "pytest")


def pytest_unconfigure(config: pytest.Config) -> None:
    """Remove the session's home."""
    shutil.rmtree(_home, ignore_errors=True)


def _processes() -> set[str]:
    found = set()
    for child in psutil.Process().children(recursive=True):
        try:
            if child.status() != psutil.STATUS_ZOMBIE:
                found.add(f"process {child.pid}: {' '.join(child.cmdline())[:120]}")
        except psutil.NoSuchProcess:
            continue
    return found


def _threads() -> set[str]:
    # The session's embedded cluster makes the threads of its pool as it needs them; they end with it.
    return {f"thread {thread.name} ({thread.ident})" for thread in threading.enumerate() if not thread.name.startswith("kpod-local")}


def _ports() -> set[str]:
    connections = psutil.Process().net_connections(kind="inet")
    return {f"port {connection.laddr.port}" for connection in connections if connection.status == psutil.CONN_LISTEN}


def _files() -> set[str]:
    return {f"file {entry}" for entry in _temp.iterdir()}


def _left(before: set[str], look: Callable[[], set[str]]) -> set[str]:
    end = time.monotonic() + GRACE
    while left := look() - before:
        if time.monotonic() > end:
            break
        time.sleep(0.02)
    return left


_LOOKS = (_processes, _threads, _ports, _files)


@pytest.fixture(autouse=True)
def nothing_is_left_behind() -> Iterator[None]:
    """Fail a test that leaves a process, a thread, a port or a file behind."""
    before = [look() for look in _LOOKS]
    yield
    left: set[str] = set().union(*(_left(known, look) for known, look in zip(before, _LOOKS, strict=True)))
    assert not left, "the test left behind: " + ", ".join(sorted(left))


@pytest.fixture(scope="session", autouse=True)
def the_session_leaves_nothing_behind() -> Iterator[None]:
    """The same for what session fixtures start."""
    before = [look() for look in _LOOKS]
    yield
    left: set[str] = set().union(*(_left(known, look) for known, look in zip(before, _LOOKS, strict=True)))
    assert not left, "the session left behind: " + ", ".join(sorted(left))
