"""The laws of strategic merge: nothing changes nothing, twice is once, layers merge in any grouping. And of diff: nothing from itself."""

from __future__ import annotations

import copy
import json
from contextlib import suppress
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from kpod import merge
from kpod.errors import SpecError

Body = dict[str, Any]
QUICK = settings(max_examples=150, deadline=None)
NAMES = st.sampled_from(["a", "b", "c"])
VALUES = st.sampled_from(["", "x", "y"])
MAPS = st.dictionaries(NAMES, VALUES, max_size=3)


def part(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[Body]:
    """Return bodies in which each field may be absent."""
    return st.fixed_dictionaries({}, optional=fields)


def items(key: str, keys: st.SearchStrategy[Any], **fields: st.SearchStrategy[Any]) -> st.SearchStrategy[list[Body]]:
    """Return lists of items with distinct merge keys."""
    one = st.fixed_dictionaries({key: keys}, optional=fields)
    return st.lists(one, max_size=3, unique_by=lambda item: item[key])


CONTAINERS = items(
    "name",
    NAMES,
    image=VALUES,
    args=st.lists(VALUES, max_size=2),
    stdin=st.booleans(),
    env=items("name", NAMES, value=VALUES),
    ports=items("containerPort", st.sampled_from([53, 80]), protocol=st.sampled_from(["TCP", "UDP"]), name=VALUES),
    resources=part(limits=MAPS, requests=MAPS),
)
PODS = part(
    metadata=part(labels=MAPS, finalizers=st.lists(NAMES, max_size=2, unique=True), name=VALUES),
    spec=part(
        containers=CONTAINERS,
        volumes=items("name", NAMES, emptyDir=st.just({})),
        tolerations=st.lists(part(key=NAMES), max_size=2),
        hostNetwork=st.booleans(),
        priority=st.integers(0, 1),
    ),
)


def merged(base: Body, patch: Body) -> Body:
    return merge.strategic(base, patch, type="core_v1.Pod")


@given(PODS)
@QUICK
def test_merging_nothing_changes_nothing(pod: Body) -> None:
    assert merged(pod, {}) is pod
    assert merged({}, pod) == pod


@given(PODS)
@QUICK
def test_merging_a_body_into_itself_changes_nothing(pod: Body) -> None:
    assert merged(pod, copy.deepcopy(pod)) == pod


@given(PODS, PODS)
@QUICK
def test_the_same_patch_twice_is_the_patch_once(base: Body, patch: Body) -> None:
    once = merged(base, patch)
    assert merged(once, patch) == once


@given(PODS, PODS, PODS)
@QUICK
def test_layers_can_be_merged_in_any_grouping(first: Body, second: Body, third: Body) -> None:
    assert merged(merged(first, second), third) == merged(first, merged(second, third))


@given(PODS, PODS)
@QUICK
def test_neither_side_is_changed(base: Body, patch: Body) -> None:
    before = copy.deepcopy((base, patch))
    merged(base, patch)
    assert (base, patch) == before


@given(PODS, PODS)
@QUICK
def test_what_the_patch_deletes_is_gone(base: Body, patch: Body) -> None:
    nulls = {
        "metadata": None,
        "spec": {"containers": [{"name": item["name"], "$patch": "delete"} for item in base.get("spec", {}).get("containers", [])]},
    }
    result = merged(base, nulls)
    assert "metadata" not in result
    assert not result["spec"].get("containers")


@given(PODS, PODS)
@QUICK
def test_explain_tells_the_leaves_of_the_merged_body(base: Body, patch: Body) -> None:
    told = merge.explain([("base", base), ("patch", patch)], type="core_v1.Pod")
    again = merge.explain([("merged", merged(base, patch))], type="core_v1.Pod")
    assert [leaf[:2] for leaf in told] == [leaf[:2] for leaf in again]
    assert {layer for _, _, layer in told} <= {"base", "patch"}
    own = {path for path, _, _ in merge.explain([("patch", patch)], type="core_v1.Pod")}
    told = [leaf for leaf in told if leaf[1] not in ({}, []) and "finalizers" not in leaf[0]]  # a list that is united goes by place
    assert all(layer == ("patch" if path in own else "base") for path, _, layer in told)


@given(PODS)
@QUICK
def test_a_body_does_not_differ_from_itself(pod: Body) -> None:
    assert merge.diff(pod, copy.deepcopy(pod), type="core_v1.Pod") == []


@given(PODS, PODS)
@QUICK
def test_the_patch_between_two_bodies_makes_one_of_the_other(base: Body, body: Body) -> None:
    patch = merge.patch_between(base, body, type="core_v1.Pod")
    assert unordered(merged(base, patch)) == unordered(body)
    assert patch or unordered(base) == unordered(body)


def unordered(value: Any) -> Any:
    """Sort the lists that are merged: their order is not what a patch says."""
    if isinstance(value, dict):
        merge_lists = ("containers", "volumes", "env", "ports", "finalizers")
        return {
            key: sorted(map(unordered, item), key=lambda each: json.dumps(each, sort_keys=True)) if key in merge_lists else unordered(item)
            for key, item in value.items()
        }
    return value


WORDS = st.sampled_from(
    """
    metadata spec template containers name env ports labels annotations finalizers data stringData tolerations volumes limits resources
    containerPort protocol hostNetwork selector type
    """.split()  # noqa: SIM905
)
JUNK = st.recursive(
    st.none() | st.booleans() | st.integers(0, 80) | st.sampled_from(["", "a", "{{ x }}", "1Gi"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=4),
    max_leaves=10,
)
KINDS = st.sampled_from([("v1", "Pod"), ("batch/v1", "Job"), ("v1", "Secret"), ("v1", "Service"), ("x/v1", "Thing")])


@given(KINDS, st.dictionaries(WORDS, JUNK, max_size=4), st.dictionaries(WORDS, JUNK, max_size=4))
@settings(max_examples=400, deadline=None)
def test_junk_is_compared_merged_and_explained_or_refused(kind: tuple[str, str], one: Body, other: Body) -> None:
    one, other = ({"apiVersion": kind[0], "kind": kind[1], **body} for body in (one, other))
    assert merge.diff(one, copy.deepcopy(one)) == []
    merge.diff(one, other)
    for function in (merge.strategic, merge.patch_between, merge.json_merge, explained):
        with suppress(SpecError):
            function(one, other)


def explained(one: Body, other: Body) -> None:
    merge.explain([("one", one), ("other", other)])
