"""`within` against servers that take a connection and then are silent, hang in mid-answer, or send a byte now and then.

Without a limit each of these requests would take 30 s and more, several times over, or never end; 10 s separates the two.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pytest

from kpod import run
from kpod.cluster import Ref, ends_at, within
from kpod.errors import UnreachableError, WaitTimeoutError
from kpod.kube import KubeCluster
from tests.unit.kube.mute import MANNERS, Manner, Mute, silence

POD = {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "a", "namespace": "n", "uid": "u", "resourceVersion": "1"}, "spec": {}}
REF = Ref("Pod", "a", "n", "u")
VERBS: dict[str, Callable[[KubeCluster], object]] = {
    "get": lambda cluster: cluster.get(REF),
    "list": lambda cluster: cluster.list("Pod", namespace="n"),
    "watch": lambda cluster: list(cluster.watch("Pod", since="1", namespace="n")),
    "create": lambda cluster: cluster.create(POD),
    "patch": lambda cluster: cluster.patch(REF, {}),
    "delete": lambda cluster: cluster.delete(REF),
    "logs": lambda cluster: list(cluster.logs(REF)),
    "follow": lambda cluster: list(cluster.logs(REF, follow=True)),
}
LONG = 10.0


def took(do: Callable[[], Any], error: type[Exception]) -> float:
    began = time.monotonic()
    with pytest.raises(error):
        do()
    return time.monotonic() - began


@pytest.mark.parametrize("manner", MANNERS, ids=lambda manner: manner.__name__)
@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_ends_in_time_whatever_the_server_does(manner: Manner, verb: str) -> None:
    def ask() -> None:
        with within(0.5):
            VERBS[verb](cluster)

    with Mute(manner) as server, KubeCluster(server.kubeconfig) as cluster:
        assert 0.3 < took(ask, UnreachableError) < LONG


def test_an_answer_in_pieces_ends_in_time_also_outside_of_the_block() -> None:
    with Mute(MANNERS[-1]) as server, KubeCluster(server.kubeconfig) as cluster:
        with within(0.5):
            pieces = cluster.logs(REF, follow=True)
        assert took(lambda: list(pieces), UnreachableError) < LONG


def test_a_watch_whose_server_says_something_but_never_ends_it_is_ended_soon_after_its_time() -> None:
    """Half-open connections too: the silence after the last word is not waited out."""
    with Mute(MANNERS[-1]) as server, KubeCluster(server.kubeconfig) as cluster:
        assert 5.0 < took(lambda: list(cluster.watch("Pod", since="1", namespace="n", timeout=1)), UnreachableError) < 60.0


def test_a_request_that_begins_too_late_is_not_sent() -> None:
    with Mute(silence) as server, KubeCluster(server.kubeconfig) as cluster:
        with within(0), pytest.raises(UnreachableError, match="no time left"):
            cluster.get(REF)
        assert server.connections == 0


def test_the_earliest_end_holds_and_none_is_left_behind() -> None:
    with within(1000):
        outer = ends_at()
        with within(5000):
            assert ends_at() == outer
        with within(None):
            assert ends_at() == outer
        with within(10):
            inner = ends_at()
            assert inner is not None
            assert outer is not None
            assert inner < outer
        assert ends_at() == outer
    assert ends_at() is None


@pytest.mark.parametrize("manner", MANNERS, ids=lambda manner: manner.__name__)
@pytest.mark.parametrize("seen", [None, POD], ids=["attached", "launched"])
def test_a_wait_keeps_its_timeout_whatever_the_server_does(manner: Manner, seen: dict[str, Any] | None) -> None:
    with Mute(manner) as server, KubeCluster(server.kubeconfig) as cluster:
        waiting = run.Run(cluster, REF, seen=seen)
        assert 2.0 <= took(lambda: waiting.wait(2.5), WaitTimeoutError) < LONG
        assert took(lambda: waiting.result(0), WaitTimeoutError) < LONG


@pytest.mark.parametrize("manner", MANNERS, ids=lambda manner: manner.__name__)
def test_a_launch_keeps_its_timeout_whatever_the_server_does(manner: Manner) -> None:
    body = {"apiVersion": "v1", "kind": "Pod", "metadata": {}, "spec": {"containers": [{"name": "main", "image": "x"}]}}
    with Mute(manner) as server, KubeCluster(server.kubeconfig) as cluster:
        for key in (None, "k"):
            assert took(lambda key=key: run.launch(body, key=key, cluster=cluster, timeout=1), UnreachableError) < LONG  # type: ignore[misc]
