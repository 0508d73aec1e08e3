"""Objects of bodies, and bodies of objects."""

from __future__ import annotations

import gc
from typing import Any

import pytest

from kpod.api.batch_v1 import Job
from kpod.api.core_v1 import Container, Pod, PodSpec
from kpod.errors import SpecError
from kpod.wire import load, load_all, load_yaml, to_body, to_json

POD = {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "a"}, "spec": {"containers": [{"name": "main", "newer": 1}]}}


class Spec:
    def to_body(self) -> dict[str, Any]:
        return {"kind": "X"}


def test_a_body_is_taken_as_it_is_and_objects_are_asked_for_theirs() -> None:
    assert to_body(POD) is POD
    assert to_body(Container(name="main")) == {"name": "main"}
    assert to_body(Spec()) == {"kind": "X"}


@pytest.mark.parametrize(("x", "words"), [("a: 1", "load_yaml"), (3, "int"), (None, "NoneType"), (Spec, "type"), ([POD], "list")])
def test_what_describes_no_object_is_refused(x: Any, words: str) -> None:
    with pytest.raises(SpecError, match=words):
        to_body(x)


def test_a_body_becomes_the_object_of_its_kind_and_keeps_what_is_unknown() -> None:
    pod = load(POD)
    assert isinstance(pod, Pod)
    assert isinstance(pod.spec, PodSpec)
    assert to_body(pod) == POD
    assert isinstance(load({"apiVersion": "batch/v1", "kind": "Job"}), Job)


@pytest.mark.parametrize(
    "body", [{"apiVersion": "x.io/v1", "kind": "Pod"}, {"kind": "Pod"}, {"apiVersion": "v1"}, {"apiVersion": 1, "kind": 2}, {}]
)
def test_a_kind_without_a_class_stays_a_dict(body: dict[str, Any]) -> None:
    assert load(body) is body


def test_lists_are_flattened_and_their_items_get_the_kind_that_a_server_leaves_out() -> None:
    inner = {"apiVersion": "v1", "kind": "PodList", "items": [{"metadata": {"name": "b"}}]}
    objects = load_all({"apiVersion": "v1", "kind": "List", "items": [POD, inner]})
    assert [type(each) for each in objects] == [Pod, Pod]
    assert to_body(objects[1]) == {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "b"}}
    with pytest.raises(SpecError, match="load_all"):
        load(inner)


def test_a_manifest_becomes_objects() -> None:
    objects = load_yaml("apiVersion: v1\nkind: Pod\nmetadata: {name: a}\n---\n---\nkind: List\nitems:\n- {apiVersion: x/v1, kind: Z}\n")
    assert isinstance(objects[0], Pod)
    assert objects[1:] == [{"apiVersion": "x/v1", "kind": "Z"}]


def test_every_problem_of_every_document_is_told_at_once_with_its_line() -> None:
    text = """\
apiVersion: v1
kind: Pod
metadata: {name: a, name: b}
spec:
  containers:
    name: main
---
kind: List
items:
- apiVersion: batch/v1
  kind: Job
  spec:
    template: [x]
"""
    with pytest.raises(SpecError) as caught:
        load_yaml(text, "f.yaml")
    places = [(problem.source, problem.line) for problem in caught.value.problems]
    assert places == [("f.yaml", 3), ("f.yaml", 6), ("f.yaml", 13)]


def test_an_item_that_is_no_mapping_is_told_with_its_line() -> None:
    with pytest.raises(SpecError) as caught:
        load_yaml("kind: List\nitems:\n- kind: Pod\n- 3\n")
    assert caught.value.problems[0].line == 4


def test_json_is_compact_and_refuses_what_it_cannot_say() -> None:
    assert to_json({"a": ["é", None]}) == '{"a":["é",null]}'.encode()
    with pytest.raises(SpecError, match="JSON"):
        to_json({"a": object()})
    with pytest.raises(SpecError, match="JSON"):
        to_json({"a": "\ud800"})


@pytest.mark.parametrize("collects", [True, False])
def test_loading_a_list_leaves_the_garbage_collector_as_it_was(collects: bool) -> None:
    wrong = {"apiVersion": "v1", "kind": "PodList", "items": [{"spec": []}]}
    was = gc.isenabled()
    (gc.enable if collects else gc.disable)()
    try:
        assert len(load_all({"apiVersion": "v1", "kind": "PodList", "items": [{}, {}]})) == 2
        assert gc.isenabled() is collects
        with pytest.raises(SpecError):
            load_all(wrong)
        assert gc.isenabled() is collects
    finally:
        (gc.enable if was else gc.disable)()
