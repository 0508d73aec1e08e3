"""Explain: which layer set each leaf of the merged body."""

from __future__ import annotations

from typing import Any

from kpod import merge

BASE: dict[str, Any] = {
    "apiVersion": "v1",
    "kind": "Pod",
    "spec": {"containers": [{"name": "main", "image": "a", "args": ["x", "y"], "stdin": True}], "volumes": [{"name": "v", "emptyDir": {}}]},
}


def test_each_leaf_names_the_layer_that_set_it_last() -> None:
    site = {"spec": {"containers": [{"name": "main", "args": ["z"], "stdin": False}], "tolerations": []}}
    patch: dict[str, Any] = {"metadata": {"labels": {"example.com/team": "data"}}, "spec": {"volumes": [{"name": "v", "$patch": "delete"}]}}
    assert merge.explain([("base", BASE), ("site", site), ("patch", patch)]) == [
        ("apiVersion", "v1", "base"),
        ("kind", "Pod", "base"),
        ("spec.containers[main].name", "main", "site"),
        ("spec.containers[main].image", "a", "base"),
        ("spec.containers[main].args[0]", "z", "site"),
        ("spec.containers[main].stdin", False, "site"),
        ("spec.volumes", [], "patch"),
        ("spec.tolerations", [], "site"),
        ("metadata.labels[example.com/team]", "data", "patch"),
    ]


def test_the_explained_body_is_the_merged_one() -> None:
    patch: dict[str, Any] = {
        "spec": {"containers": [{"name": "main", "ports": [{"containerPort": 53}]}, {"name": "two"}], "hostNetwork": None}
    }
    merged = merge.strategic(BASE, patch)
    assert {path: value for path, value, _ in merge.explain([("base", BASE), ("patch", patch)])} == {
        path: value for path, value, _ in merge.explain([("merged", merged)])
    }


def test_empty_maps_and_lists_are_leaves() -> None:
    assert merge.explain([("base", {"volumes": [{"name": "v", "emptyDir": {}}]})], type="core_v1.PodSpec") == [
        ("volumes[v].name", "v", "base"),
        ("volumes[v].emptyDir", {}, "base"),
    ]


def test_items_with_the_same_key_go_by_their_place() -> None:
    ports = [{"containerPort": 53, "protocol": "UDP"}, {"containerPort": 53, "protocol": "TCP"}]
    paths = [path for path, _, _ in merge.explain([("base", {"ports": ports})], type="core_v1.Container")]
    assert paths == ["ports[0].containerPort", "ports[0].protocol", "ports[1].containerPort", "ports[1].protocol"]


def test_the_values_of_secrets_are_masked() -> None:
    secret = {"apiVersion": "v1", "kind": "Secret", "metadata": {"name": "db"}, "stringData": {"a": "geheim"}, "data": {"b": "geheim"}}
    told = merge.explain([("base", secret), ("patch", {"stringData": {"c": "geheim"}})])
    assert "geheim" not in str(told)
    assert ("stringData.c", "***", "patch") in told
    assert ("metadata.name", "db", "base") in told


def test_nothing_explains_nothing() -> None:
    assert merge.explain([]) == []
