"""The seam's verbs: bodies in, bodies out, refusals as classes."""

from __future__ import annotations

import logging
from collections.abc import Callable

import pytest

from kpod.cluster import Body, Ref
from kpod.errors import AlreadyExistsError, ConflictError, InvalidError, NotFoundError, UnauthorizedError
from kpod.kube import KubeCluster
from kpod.wire.views import PodView

Make = Callable[..., Body]


def config_map(name: str, namespace: str, **data: str) -> Body:
    return {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": name, "namespace": namespace}, "data": data}


@pytest.mark.real
def test_what_was_created_is_read_listed_patched_and_deleted(cluster: KubeCluster, namespace: str) -> None:
    made = cluster.create(config_map("one", namespace, a="b"))
    ref = Ref.of(made)
    assert ref.uid
    assert cluster.get(ref)["data"] == {"a": "b"}
    assert cluster.patch(ref, {"data": {"c": "d"}, "metadata": {"labels": {"app": "x"}}})["data"] == {"a": "b", "c": "d"}
    listing = cluster.list("ConfigMap", namespace=namespace, labels="app=x")
    assert [item["kind"] for item in listing.items] == ["ConfigMap"]
    assert int(listing.resource_version) > 0
    cluster.delete(ref)
    with pytest.raises(NotFoundError):
        cluster.get(ref)


@pytest.mark.real
def test_apply_makes_then_changes(cluster: KubeCluster, namespace: str) -> None:
    assert cluster.apply(config_map("one", namespace, a="b"))["data"] == {"a": "b"}
    assert cluster.apply(config_map("one", namespace, a="c"))["data"] == {"a": "c"}


def test_a_dry_run_stores_nothing(cluster: KubeCluster, namespace: str) -> None:
    cluster.create(config_map("one", namespace), dry_run=True)
    with pytest.raises(NotFoundError):
        cluster.get(Ref("ConfigMap", "one", namespace))


@pytest.mark.real
def test_a_name_that_is_taken_is_refused_and_says_so(cluster: KubeCluster, namespace: str) -> None:
    cluster.create(config_map("one", namespace))
    with pytest.raises(AlreadyExistsError, match=f"create ConfigMap {namespace}/one"):
        cluster.create(config_map("one", namespace))


@pytest.mark.real
def test_a_delete_touches_only_the_uid_that_it_names(cluster: KubeCluster, namespace: str) -> None:
    made = cluster.create(config_map("one", namespace))
    with pytest.raises(ConflictError):
        cluster.delete(Ref("ConfigMap", "one", namespace, uid="0e6c4cbb-9c4e-4a37-8a0c-000000000000"))
    cluster.delete(Ref.of(made))
    with pytest.raises(NotFoundError):
        cluster.delete(Ref.of(made))


@pytest.mark.real
def test_an_unknown_field_is_refused_and_named(cluster: KubeCluster, namespace: str, pod: Make) -> None:
    body = pod("true", name="one")
    body["spec"]["bogus"] = 1
    with pytest.raises(InvalidError, match=r"spec\.bogus"):
        cluster.create(body, namespace=namespace)


@pytest.mark.real
def test_every_cause_of_an_invalid_body_is_told(cluster: KubeCluster, namespace: str, pod: Make) -> None:
    body = pod("true", name="one", labels={"app": "a b"})
    body["spec"]["containers"][0]["name"] = "Main"
    with pytest.raises(InvalidError) as caught:
        cluster.create(body, namespace=namespace)
    fields = {field for field, _ in caught.value.causes}
    assert any(field.startswith("metadata.labels") for field in fields)
    assert "spec.containers[0].name" in fields
    assert len(str(caught.value).splitlines()) <= 20


def test_a_namespace_that_is_not_there_is_named_with_what_to_do(cluster: KubeCluster) -> None:
    with pytest.raises(NotFoundError, match='namespaces "nowhere-at-all" not found') as caught:
        cluster.create(config_map("one", "nowhere-at-all"))
    assert "namespace=" in str(caught.value)


@pytest.mark.real
def test_a_view_has_the_fields_that_a_watcher_reads(cluster: KubeCluster, namespace: str, pod: Make) -> None:
    cluster.create(pod("true", name="one"), namespace=namespace)
    [seen] = cluster.list("Pod", namespace=namespace, view=PodView).items
    assert isinstance(seen, PodView)
    assert seen.metadata.name == "one"
    assert seen.to_body()["kind"] == "Pod"


def test_a_wrong_token_is_refused_once_and_is_in_no_text(cluster: KubeCluster, caplog: pytest.LogCaptureFixture) -> None:
    token = "canary-9f31c2"
    source = cluster._source
    with KubeCluster(source.kubeconfig) as connected:
        connected.version()
        host = connected._door._client().configuration.host
        authority = connected._door._client().configuration.ssl_ca_cert
    entry = {"server": host, **({"certificate-authority": authority} if host.startswith("https") else {})}
    wrong = {
        "clusters": [{"name": "c", "cluster": entry}],
        "users": [{"name": "u", "user": {"token": token}}],
        "contexts": [{"name": "wrong", "context": {"cluster": "c", "user": "u", "namespace": "default"}}],
        "current-context": "wrong",
    }
    with caplog.at_level(logging.DEBUG), KubeCluster(wrong) as refused, pytest.raises(UnauthorizedError) as caught:
        refused.list("Pod", namespace="default")
    assert "log in again" in str(caught.value)
    for text in (str(caught.value), repr(refused), repr(caught.value), caplog.text):
        assert token not in text
