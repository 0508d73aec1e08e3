"""A node that falls silent: no Job ever says so, and the verdict comes within the time that the caller gives."""

from __future__ import annotations

import os
import secrets
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timezone
from typing import Any

import pytest

from kpod import run, testing
from kpod.cluster import Body
from kpod.run import Deadlines
from kpod.status import Category, Outcome
from kpod.testing import NodeLost, Running
from tests.until import until

Make = Callable[..., Body]


@pytest.fixture
def kube() -> Iterator[testing.Kube]:
    """An embedded cluster with scripted lives."""
    with testing.cluster() as connected:
        yield connected


def conditions(kube: Any, one: run.Run) -> list[str]:
    found = kube.get(one.ref)["status"].get("conditions") or []
    return [str(each["type"]) for each in found]


@pytest.mark.parametrize("together", [False, True], ids=["wait", "wait_all"])
@pytest.mark.parametrize(("tolerated", "reason"), [(300.0, "NodeNotReady"), (0.5, "NodeLost")])
def test_a_run_on_a_silent_node_is_lost_within_the_time_that_is_given(
    kube: testing.Kube, job: Make, together: bool, tolerated: float, reason: str
) -> None:
    kube.script("*", [Running(0.5), NodeLost(tolerated=tolerated)])
    started = run.launch(job("sleep 300", grace=1, job={"podReplacementPolicy": "Failed"}), namespace="default", cluster=kube)
    began = time.monotonic()
    found: Outcome
    if together:
        [found] = run.wait_all([started], timeout=120, deadlines=Deadlines(lost=3))
    else:
        found = started.wait(120, deadlines=Deadlines(lost=3))
    assert (found.category, found.reason) == (Category.DISRUPTED, reason)
    assert 3 <= time.monotonic() - began < 60, "without the caller's time it takes a minute, or ten"
    assert "its process may still run" in str(found)
    assert conditions(kube, started) == []


def test_a_silent_node_is_noticed_by_a_watcher_to_whom_nothing_was_said_of_time(kube: testing.Kube, job: Make) -> None:
    kube.script("*", [Running(0.5), NodeLost(tolerated=3000.0)])
    runs = [run.launch(job("sleep 300"), namespace="default", cluster=kube) for _ in range(3)]
    ends: list[object] = []
    with run.RunWatcher(kube, "default", clock=lambda: time.monotonic() * 100) as watcher:
        for one in runs:
            watcher.follow(one, ends.append)
        until(lambda: len(ends) == 3, "all have their verdict")
    assert [isinstance(end, Outcome) and end.reason for end in ends] == ["NodeNotReady"] * 3


@contextmanager
def ghost(core: Any) -> Iterator[str]:
    """A node that says once that it is ready, and then nothing: nobody runs it. Its taint keeps others' Pods away."""
    name, now = f"ghost-{secrets.token_hex(3)}", datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    core.create_node({"metadata": {"name": name}, "spec": {"taints": [{"key": "kpod.local/ghost", "effect": "NoSchedule"}]}})
    ready = {"type": "Ready", "status": "True", "reason": "KubeletReady", "lastHeartbeatTime": now, "lastTransitionTime": now}
    core.patch_node_status(name, {"status": {"conditions": [ready], "capacity": {"pods": "10"}, "allocatable": {"pods": "10"}}})
    try:
        yield name
    finally:
        core.delete_node(name)


def say_that_it_runs(core: Any, pod: Body) -> None:
    """What the kubelet of the node would have said."""
    now = datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    conditions = [{"type": type_, "status": "True", "lastTransitionTime": now} for type_ in ("Initialized", "Ready", "ContainersReady")]
    container = {"name": "main", "image": "any", "imageID": "", "ready": True, "restartCount": 0, "state": {"running": {"startedAt": now}}}
    status = {"phase": "Running", "conditions": conditions, "containerStatuses": [container]}
    core.patch_namespaced_pod_status(pod["metadata"]["name"], pod["metadata"]["namespace"], {"status": status})


@pytest.mark.real
def test_a_run_on_a_node_that_nobody_hears_of_is_lost_on_a_real_cluster_too(cluster: Any, namespace: str, job: Make) -> None:
    """It takes a minute: the node controller's own grace is 50 s."""
    if not os.environ.get("KPOD_TEST_KUBECONFIG"):
        pytest.skip("the embedded cluster has one node; its lost ones are scripted, above")
    from kubernetes import client, config

    keys = ("node.kubernetes.io/not-ready", "node.kubernetes.io/unreachable")
    tolerations = [{"key": key, "operator": "Exists", "effect": "NoExecute", "tolerationSeconds": 2} for key in keys]
    with config.new_client_from_config(str(cluster.kubeconfig)) as api, ghost(client.CoreV1Api(api)) as node:
        spec = {"nodeName": node, "tolerations": tolerations}
        body = job("sleep 300", spec=spec, job={"podReplacementPolicy": "Failed"})
        with run.launch(body, namespace=namespace, cluster=cluster, levels={"image": "off"}) as started:
            labels = f"batch.kubernetes.io/controller-uid={started.ref.uid}"
            [pod] = until(lambda: cluster.list("Pod", namespace=namespace, labels=labels).items, "there is a Pod")
            say_that_it_runs(client.CoreV1Api(api), pod)
            found = started.wait(180, deadlines=Deadlines(lost=3))
            assert (found.category, found.node) == (Category.DISRUPTED, node)
            assert found.reason in ("NodeNotReady", "NodeLost")
            assert conditions(cluster, started) == []
