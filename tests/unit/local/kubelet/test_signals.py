"""A container begins with no signal ignored, also where its cluster was started in the background by a script, and ignores some."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator

import pytest

from kpod.local.kubelet.session import DEFAULTED, HEEDED

SCRIPT = """
import sys
from kpod import Pod, local
patch = {"spec": {"containers": [{"name": "main", "tty": sys.argv[1] == "terminal"}]}}
pod = Pod("any", cmds=["grep", "SigIgn", "/proc/self/status"], patch=patch)
with local.cluster(images="host") as cluster, pod.launch(cluster=cluster) as run:
    print(*run.logs())
"""


def ignored_in_a_container(how: str) -> list[signal.Signals]:
    """Return which of the signals that are set right a container ignores. A machine may have every process ignore another, as 32."""
    done = subprocess.run([sys.executable, "-c", SCRIPT, how], capture_output=True, text=True, timeout=100, check=False)
    assert done.stdout.startswith("SigIgn:"), done.stderr
    mask = int(done.stdout.split()[1], 16)
    return [each for each in DEFAULTED if mask >> (each - 1) & 1]


@pytest.fixture
def ignored() -> Iterator[None]:
    """What this process starts ignores signals."""
    before = {number: signal.signal(number, signal.SIG_IGN) for number in HEEDED}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.mark.usefixtures("ignored")
@pytest.mark.parametrize("how", ["plain", "terminal"])
def test_a_container_ignores_no_signal_that_its_cluster_ignores(how: str) -> None:
    assert ignored_in_a_container(how) == []


@pytest.mark.parametrize("how", ["plain", "terminal"])
def test_a_container_ignores_no_signal(how: str) -> None:
    assert ignored_in_a_container(how) == []
