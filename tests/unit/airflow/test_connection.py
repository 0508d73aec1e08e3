from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from airflow_integration.connection import from_extra
from kpod.errors import ConfigError


def kubeconfig(*contexts: str) -> dict[str, Any]:
    return {
        "apiVersion": "v1",
        "kind": "Config",
        "current-context": contexts[0],
        "clusters": [{"name": "c", "cluster": {"server": "http://127.0.0.1:1"}}],
        "users": [{"name": "u", "user": {"token": "canary-of-a-token"}}],
        "contexts": [{"name": name, "context": {"cluster": "c", "user": "u", "namespace": f"of-{name}"}} for name in contexts],
    }


@pytest.mark.parametrize("prefix", ["", "extra__kubernetes__"])
def test_a_kubeconfig_in_the_connection_is_taken(prefix: str) -> None:
    cluster = from_extra({f"{prefix}kube_config": json.dumps(kubeconfig("one", "two")), f"{prefix}in_cluster": False})
    assert (cluster.name, cluster.namespace) == ("one", "of-one")


def test_a_context_and_a_namespace_of_the_task_go_before_those_of_the_connection() -> None:
    extra = {"kube_config": kubeconfig("one", "two"), "cluster_context": "one", "namespace": "n"}
    assert (from_extra(extra).name, from_extra(extra).namespace) == ("one", "n")
    cluster = from_extra(extra, context="two", namespace="m")
    assert (cluster.name, cluster.namespace) == ("two", "m")


def test_a_path_to_a_kubeconfig_is_taken(tmp_path: Path) -> None:
    path = tmp_path / "config"
    path.write_text(json.dumps(kubeconfig("one")))
    assert from_extra({"kube_config_path": str(path)}).name == "one"


def test_two_ways_to_say_which_cluster_are_refused() -> None:
    with pytest.raises(ConfigError, match="'k8s' says in_cluster and kube_config; say which cluster in one way"):
        from_extra({"in_cluster": True, "kube_config": "{}"}, conn_id="k8s")


def test_in_cluster_outside_of_a_pod_is_refused() -> None:
    with pytest.raises(ConfigError, match="does not run in a Pod"):
        from_extra({"in_cluster": True}, conn_id="k8s")


def test_in_cluster_never_means_the_cluster_of_a_kubeconfig(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "config"
    path.write_text(json.dumps(kubeconfig("production")))
    monkeypatch.setenv("KUBECONFIG", str(path))
    monkeypatch.setenv("KUBERNETES_SERVICE_HOST", "127.0.0.1")
    with pytest.raises(ConfigError, match=r"'k8s' says in_cluster: .*no .*token"):
        from_extra({"in_cluster": True}, conn_id="k8s")


def test_in_cluster_has_no_contexts() -> None:
    with pytest.raises(ConfigError, match="leave 'prod' out"):
        from_extra({"in_cluster": True, "cluster_context": "prod"}, conn_id="k8s")


def test_no_value_of_a_connection_enters_an_error() -> None:
    broken = kubeconfig("one") | {"clusters": []}
    with pytest.raises(ConfigError) as caught:
        from_extra({"kube_config": json.dumps(broken)}, conn_id="k8s")
    assert "canary" not in str(caught.value)
