"""What an exec writes, in small frames and cut off (F19), as the official client's WebSocket reads it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest
from kubernetes.client import CoreV1Api
from kubernetes.config import new_client_from_config
from kubernetes.stream import stream
from websocket import WebSocketConnectionClosedException

import kpod
from kpod.testing import Cut, Kube, Split
from tests.conformance.test_exec import hang_up
from tests.until import until


@pytest.fixture
def execute(kube: Kube) -> Iterator[Callable[..., Any]]:
    """Runs a command in the Pod `load`, by the official client's WebSocket, and hands that over."""
    run = kpod.Pod("any", name="load", cmds=["sleep", "300"]).launch(cluster=kube)
    until(lambda: run.status().stage == "running", "it runs")
    flags: dict[str, Any] = {"stdin": False, "stdout": True, "stderr": True, "tty": False, "binary": True, "_preload_content": False}
    with new_client_from_config(str(kube.kubeconfig)) as api, ExitStack() as opened:

        def execute(*command: str) -> Any:
            socket = stream(CoreV1Api(api).connect_get_namespaced_pod_exec, "load", "default", command=list(command), **flags)
            opened.callback(hang_up, socket)
            return socket

        yield execute


@pytest.mark.parametrize("size", [1, 3, 32768])
def test_what_an_exec_writes_is_the_same_in_whatever_frames_it_travels(kube: Kube, execute: Callable[..., Any], size: int) -> None:
    split = kube.faults.add(Split(size, verb="exec", name="load"))
    lines = "i=0; while [ $i -lt 99 ]; do printf 'ä€😀 %d\\n' $i; i=$((i+1)); done"
    told = execute("sh", "-c", f"{lines}; printf 'ü' >&2; exit 7")
    told.run_forever(timeout=200)
    assert told.read_channel(1) == "".join(f"ä€😀 {number}\n" for number in range(99)).encode()
    assert told.read_channel(2) == "ü".encode()
    assert told.returncode == 7
    assert split.hits == 1


def test_an_exec_that_breaks_off_does_not_say_how_its_program_ended(kube: Kube, execute: Callable[..., Any]) -> None:
    kube.faults.add(Cut(bytes=5, verb="exec"))
    told = execute("echo", "0123456789")
    with pytest.raises(WebSocketConnectionClosedException):
        told.run_forever(timeout=200)
    assert told.read_channel(1) == b"01234"
    told.close()
    assert told.read_channel(3) == b""
