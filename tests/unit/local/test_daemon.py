"""The background cluster: up, down, status, and what may have happened to it meanwhile."""

from __future__ import annotations

import json
import os
import signal
import socket
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from kpod.errors import ConfigError
from kpod.kube import KubeCluster
from kpod.local import daemon


@pytest.fixture(autouse=True)
def state_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A state folder of the test's own, and no cluster left in it."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    yield tmp_path / "state"
    daemon.down()


def test_it_comes_up_answers_and_leaves_nothing_when_it_goes_down(state_home: Path) -> None:
    assert daemon.status() is None
    state = daemon.up(images="host")
    assert daemon.status() == state
    with KubeCluster(state.kubeconfig) as cluster:
        assert cluster.list("Pod", namespace="default").items == []
    for path in (state.kubeconfig, daemon.folder() / "state.json", daemon.folder() / "log"):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(daemon.folder().stat().st_mode) == 0o700
    assert daemon.up(images="host") == state
    with pytest.raises(ConfigError, match=r"with other settings \(images\); stop it first: kpod local down"):
        daemon.up()
    assert daemon.down()
    assert daemon.began(state.pid) == -1
    assert list(state_home.iterdir()) == []
    assert not daemon.down()


def test_a_killed_cluster_is_not_up_and_the_next_one_takes_its_place() -> None:
    first = daemon.up()
    os.kill(first.pid, signal.SIGKILL)
    assert daemon.status() is None
    second = daemon.up()
    assert second.pid != first.pid
    assert daemon.status() == second


def test_a_state_file_of_another_process_is_not_believed() -> None:
    daemon.folder().mkdir(parents=True)
    state = {"pid": os.getpid(), "url": "https://127.0.0.1:1", "kubeconfig": "/nowhere", "started": 1}
    (daemon.folder() / "state.json").write_text(json.dumps(state))
    assert daemon.status() is None
    assert not daemon.down()


def test_a_broken_state_file_is_cleared_away() -> None:
    daemon.folder().mkdir(parents=True)
    (daemon.folder() / "state.json").write_text("{nope")
    assert daemon.status() is None
    assert not daemon.down()


def test_a_taken_port_is_told(state_home: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(ConfigError, match=f"cannot listen on port {port}: Address already in use"):
            daemon.up(port=port)
    assert list(state_home.iterdir()) == []
