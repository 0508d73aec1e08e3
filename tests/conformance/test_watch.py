"""Watching on a cluster: list, then changes, then the end."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest

from kpod.cluster import Body, Ref
from kpod.errors import ExpiredError
from kpod.kube import KubeCluster
from kpod.watch import Watcher
from kpod.wire.views import PodView

Make = Callable[..., Body]


def config_map(name: str, namespace: str, **labels: str) -> Body:
    return {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": name, "namespace": namespace, "labels": labels}}


@pytest.mark.real
def test_a_watch_tells_what_happens_after_its_version_and_ends_by_itself(cluster: KubeCluster, namespace: str) -> None:
    since = cluster.list("ConfigMap", namespace=namespace, labels="app=x").resource_version
    ref = Ref.of(cluster.create(config_map("one", namespace, app="x")))
    cluster.patch(ref, {"data": {"a": "ä" * 50_000}})
    cluster.delete(ref)
    events = list(cluster.watch("ConfigMap", since=since, namespace=namespace, labels="app=x", timeout=2))
    told = [event for event in events if event.type != "BOOKMARK"]
    assert [event.type for event in told] == ["ADDED", "MODIFIED", "DELETED"]
    assert told[1].object["data"] == {"a": "ä" * 50_000}
    assert all(event.resource_version for event in events)


@pytest.mark.real
def test_a_watch_is_closed_from_another_thread(cluster: KubeCluster, namespace: str) -> None:
    since = cluster.list("ConfigMap", namespace=namespace).resource_version
    stream = cluster.watch("ConfigMap", since=since, namespace=namespace, labels="app=none", timeout=300)
    timer = threading.Timer(0.3, stream.close)
    timer.start()
    assert [event for event in stream if event.type != "BOOKMARK"] == []
    timer.join()


@pytest.mark.real
def test_a_watcher_tells_additions_changes_and_deletions_until_it_is_closed(cluster: KubeCluster, namespace: str, pod: Make) -> None:
    watcher = Watcher(cluster, "Pod", namespace=namespace, labels="app=x", view=PodView, timeout=2)
    ref = Ref.of(cluster.create(pod("sleep 1", name="one", labels={"app": "x"}), namespace=namespace))
    told, deleted = [], False
    for type_, seen in watcher:
        told.append((type_, seen.metadata.name))
        if seen.status and seen.status.phase == "Succeeded" and type_ == "MODIFIED" and not deleted:
            cluster.delete(ref)
            deleted = True
        if type_ == "DELETED":
            watcher.close()
    assert told[0] == ("ADDED", "one")
    assert told[-1] == ("DELETED", "one")
    assert {type_ for type_, _ in told[1:-1]} == {"MODIFIED"}


@pytest.mark.real
def test_a_watcher_that_waits_is_closed_from_another_thread(cluster: KubeCluster, namespace: str) -> None:
    watcher = Watcher(cluster, "Pod", namespace=namespace)
    thread = threading.Thread(target=list, args=(watcher,))
    thread.start()
    threading.Event().wait(0.3)
    watcher.close()
    thread.join(5)
    assert not thread.is_alive()


def test_an_object_that_leaves_the_selector_is_told_as_deleted(cluster: KubeCluster, namespace: str) -> None:
    ref = Ref.of(cluster.create(config_map("one", namespace, app="x")))
    watcher = Watcher(cluster, "ConfigMap", namespace=namespace, labels="app=x")
    told = []
    for type_, seen in watcher:
        told.append(type_)
        if type_ == "ADDED":
            cluster.patch(ref, {"metadata": {"labels": {"app": "y"}}})
        else:
            watcher.close()
            assert seen["metadata"]["name"] == "one"
    assert told == ["ADDED", "DELETED"]
    assert cluster.get(ref)["metadata"]["labels"] == {"app": "y"}


def test_a_version_that_is_too_old_is_expired_or_served(cluster: KubeCluster, namespace: str) -> None:
    """The embedded cluster forgets; a young real one still knows everything."""
    statuses = []
    try:
        list(cluster.watch("ConfigMap", since="1", namespace=namespace, timeout=1))
    except ExpiredError as error:
        statuses.append(error.status)
    assert statuses in ([], [410])
