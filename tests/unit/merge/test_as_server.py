"""What `as_server` answers, as a Kubernetes 1.37 answered a PATCH with the same patch (a PodTemplate, by dry run)."""

from __future__ import annotations

from typing import Any

import pytest

from kpod import merge
from kpod.errors import SpecError

PORTS = [{"containerPort": 53, "protocol": "UDP"}, {"containerPort": 53, "protocol": "TCP"}, {"containerPort": 80, "protocol": "TCP"}]


def names(patch: dict[str, Any]) -> list[str]:
    base = {"containers": [{"name": "main"}, {"name": "side"}, {"name": "third"}]}
    return [item["name"] for item in merge.strategic(base, patch, type="core_v1.PodSpec", as_server=True)["containers"]]


@pytest.mark.parametrize(
    ("patch", "order"),
    [
        ({"containers": [{"name": "side"}, {"name": "main"}]}, ["side", "main", "third"]),
        ({"containers": [{"name": "new"}, {"name": "main"}]}, ["new", "main", "side", "third"]),
        ({"containers": [{"name": "third"}]}, ["main", "side", "third"]),
        ({"containers": [{"name": "side", "$patch": "delete"}]}, ["main", "third"]),
        ({"containers": [{"$patch": "replace"}, {"name": "only"}]}, ["only"]),
        ({"$setElementOrder/containers": [{"name": "third"}, {"name": "side"}, {"name": "main"}]}, ["third", "side", "main"]),
        (
            {"$setElementOrder/containers": [{"name": "new"}, {"name": "third"}, {"name": "main"}], "containers": [{"name": "new"}]},
            ["new", "side", "third", "main"],
        ),
        (
            {"$setElementOrder/containers": [{"name": "side"}, {"name": "new"}], "containers": [{"name": "new"}]},
            ["main", "side", "new", "third"],
        ),
    ],
)
def test_what_the_patch_lists_comes_first(patch: dict[str, Any], order: list[str]) -> None:
    assert names(patch) == order


def test_scalars_that_the_patch_lists_come_first() -> None:
    merged = merge.strategic({"finalizers": ["a", "b"]}, {"finalizers": ["c", "a"]}, type="meta_v1.ObjectMeta", as_server=True)
    assert merged == {"finalizers": ["c", "a", "b"]}


@pytest.mark.parametrize(
    ("patch", "ports"),
    [
        (
            [{"containerPort": 53, "name": "dns"}, {"containerPort": 53, "protocol": "UDP", "name": "dns-udp"}],
            [{"containerPort": 53, "protocol": "UDP", "name": "dns-udp"}, *PORTS[1:]],
        ),
        (
            [{"containerPort": 80, "protocol": "TCP"}, {"containerPort": 80, "protocol": "UDP"}],
            [*PORTS[:2], {"containerPort": 80, "protocol": "UDP"}],
        ),
        (
            [{"containerPort": 90, "protocol": "TCP"}, {"containerPort": 90, "protocol": "UDP"}],
            [{"containerPort": 90, "protocol": "UDP"}, *PORTS],
        ),
        ([{"containerPort": 53, "$patch": "delete"}], [PORTS[2]]),
    ],
)
def test_items_with_one_merge_key_are_folded_into_the_first(patch: list[dict[str, Any]], ports: list[dict[str, Any]]) -> None:
    assert merge.strategic({"ports": PORTS}, {"ports": patch}, type="core_v1.Container", as_server=True) == {"ports": ports}


def test_an_item_that_says_replace_replaces_the_whole_list_and_is_lost() -> None:
    base = {"containers": [{"name": "main", "image": "a"}, {"name": "side"}]}
    patch = {"containers": [{"name": "main", "image": "b", "$patch": "replace"}, {"name": "new"}]}
    assert merge.strategic(base, patch, type="core_v1.PodSpec", as_server=True) == {"containers": [{"name": "new"}]}
    layered = merge.strategic(base, patch, type="core_v1.PodSpec")
    assert layered == {"containers": [{"name": "main", "image": "b"}, {"name": "side"}, {"name": "new"}]}


def test_an_item_that_says_merge_is_refused_as_by_the_server() -> None:
    patch = {"containers": [{"name": "main", "$patch": "merge"}]}
    with pytest.raises(SpecError, match=r"containers\[0\]: the API server takes no \$patch: merge"):
        merge.strategic({}, patch, type="core_v1.PodSpec", as_server=True)
    assert merge.strategic({}, patch, type="core_v1.PodSpec") == {"containers": [{"name": "main"}]}
