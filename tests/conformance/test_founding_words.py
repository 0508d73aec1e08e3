"""`launch_pod` and `_execution_finished`, as the founding document has them."""

from __future__ import annotations

import copy
import time

import pytest

from kpod import Container, Pod, Result, Secret
from kpod.cluster import Cluster

pytestmark = pytest.mark.real


def test_a_pod_launches_itself_and_knows_when_it_has_ended(cluster: Cluster, namespace: str, image: str) -> None:
    words = ["sh", "-c", 'sleep 2; echo "hello $WHO $GREETING" > "$KPOD_RESULT"']
    greetings = Secret("greetings", {"GREETING": "and-hello-again"})
    pod = Pod(image, {"WHO": "world"}, words, [greetings], {"team": "data"}, {}, None, "hello", namespace, Result(format="text")).but(
        main=Container(pull_policy="IfNotPresent")
    )
    run = pod.launch_pod(cluster=cluster)
    assert not pod._execution_finished()
    deadline = time.monotonic() + 90
    while not pod._execution_finished():
        assert time.monotonic() < deadline
        time.sleep(0.1)
    assert copy.deepcopy(pod) == pod  # the run stays behind
    assert run.result(timeout=30).strip() == "hello world and-hello-again"
