"""Logs of many megabytes: whole for whoever follows them, honest for whoever lost the connection, and cheap for both."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from kubernetes.client import CoreV1Api
from kubernetes.config import new_client_from_config
from kubernetes.stream import stream

from kpod import run
from kpod.cluster import Body, Ref
from kpod.errors import UnreachableError
from kpod.kube import KubeCluster
from kpod.run.lines import Line
from kpod.run.logs import LogReader
from tests.conformance.test_exec import finished, hang_up

Make = Callable[..., Body]
PAD = "p=`head -c 990 /dev/zero | tr '\\0' x`"
THOUSAND = """awk -v n=$i -v p=$p 'BEGIN { for (k = 0; k < 1000; k++) printf "%06d %s\\n", n * 1000 + k, p }'"""
LINE = 998
"""The bytes of each line that `THOUSAND` writes after `PAD`, with its end."""

READER = """
import sys
from pathlib import Path
from kpod import KubeCluster, Ref, attach

def megabytes(field):
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith(field))

kubeconfig, namespace, short = sys.argv[1:]
with KubeCluster(kubeconfig) as cluster:
    assert list(attach(Ref("Pod", short, namespace), cluster=cluster).logs()) == ["short"]  # all is imported, the connection stands
    Path("/proc/self/clear_refs").write_text("5")
    before, size = megabytes("VmRSS"), 0
    print("ready", flush=True)
    for line in attach(Ref("Pod", input(), namespace), cluster=cluster).logs():
        if line.is_gap:  # the node may rotate behind the last line: then nothing proves that it was the last
            continue
        if line == "begun":
            print(line, flush=True)
        size, last = size + len(line) + 1, line[:6]
    print(size, last, megabytes("VmHWM") - before)
"""


@pytest.mark.real
@pytest.mark.slow  # 128 MiB have to be written, kept and read
@pytest.mark.timeout(400)
def test_a_log_of_128_mib_costs_its_reader_less_than_5_mib(cluster: Any, namespace: str, pod: Make) -> None:
    count = (128 << 20) // (1000 * LINE) + 1
    wait = "echo begun; until [ -e /tmp/go ]; do sleep 0.1; done"
    script = f"{PAD}; {wait}; i=0; while [ $i -lt {count} ]; do {THOUSAND}; i=$((i+1)); sleep 0.02; done; sleep 1"
    with run.launch(pod("echo short"), namespace=namespace, cluster=cluster) as short:
        words = [sys.executable, "-c", READER, str(cluster.kubeconfig), namespace, short.ref.name]
        with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as reader:
            assert reader.stdin is not None
            assert reader.stdout is not None
            assert reader.stdout.readline() == "ready\n"
            with run.launch(pod(script), namespace=namespace, cluster=cluster) as long:
                print(long.ref.name, file=reader.stdin, flush=True)
                assert reader.stdout.readline() == "begun\n"
                _touch(cluster, long.ref, "/tmp/go")
                said, _ = reader.communicate(timeout=300)
    size, last, megabytes = said.split()
    assert float(megabytes) < 5, said
    assert int(last) == count * 1000 - 1, said
    assert int(size) > 100 << 20, said  # a follower that is slower than the writer misses what is rotated away; that is not the matter here


def _touch(cluster: Any, ref: Ref, path: str) -> None:
    """Make a file in a running container."""
    with new_client_from_config(str(cluster.kubeconfig)) as client:
        execute = CoreV1Api(client).connect_get_namespaced_pod_exec
        session = stream(execute, ref.name, ref.namespace, command=["touch", path], stdout=True, stderr=True, _preload_content=False)
        assert finished(session) == ("", "", 0)
        hang_up(session)


@pytest.mark.real
@pytest.mark.slow  # a node looks every 10 s whether to rotate
def test_a_log_that_the_node_rotates_is_whole_for_a_follower_and_has_one_mark_where_a_connection_was_lost(
    cluster: KubeCluster, namespace: str, pod: Make
) -> None:
    pause = 1 if os.environ.get("KPOD_TEST_KUBECONFIG") else 0.2  # a node looks every 10 s whether to rotate; the embedded one at each line
    script = f"{PAD}; i=0; while [ $i -lt 36 ]; do {THOUSAND}; sleep {pause}; i=$((i+1)); done"
    with run.launch(pod(script), namespace=namespace, cluster=cluster) as started:
        broken = BreaksOnce(cluster, after=5 << 20, until_ended=started)
        reader = LogReader(broken, started.ref, "main")
        with ThreadPoolExecutor(2) as threads:
            whole = threads.submit(lambda: _numbers(started.logs()))
            lost = threads.submit(lambda: _numbers(reader.lines(follow=True)))
            read, found = whole.result(), lost.result()
    if isinstance(read[-1], str):  # the node rotated behind the last line: nothing proves that it was the last
        read.pop()
    assert read == list(range(36_000))
    gaps = [index for index, line in enumerate(found) if isinstance(line, str)]
    numbers = [line for line in found if isinstance(line, int)]
    assert numbers == sorted(set(numbers))
    assert len(gaps) == (0 if numbers == list(range(36_000)) else 1)
    if gaps:
        assert found[: gaps[0]] == list(range(gaps[0]))
        rest = found[gaps[0] + 1 :]  # the node's newest file, which has nothing where it was rotated after the last line
        assert rest == list(range(36_000 - len(rest), 36_000))


def _numbers(lines: Iterator[Line]) -> list[int | str]:
    """Return the number of each line, and the marks between them as they are."""
    return [line if line.is_gap else int(line[:6]) for line in lines]


class BreaksOnce:
    """A cluster whose first log stream breaks after so many bytes, and which then has no log until the run has ended."""

    def __init__(self, cluster: KubeCluster, *, after: int, until_ended: run.Run) -> None:
        self._cluster = cluster
        self._after = after
        self._run = until_ended
        self._streams = 0

    def __getattr__(self, name: str) -> Any:
        return getattr(self._cluster, name)

    def logs(self, ref: Ref, **more: Any) -> Iterator[bytes]:
        if self._streams and more["since"]:
            self._run.wait(120)
        seen = 0
        for piece in self._cluster.logs(ref, **more):
            yield piece
            seen += len(piece)
            if not self._streams and seen > self._after:
                self._streams = 1
                raise UnreachableError("the connection broke")
