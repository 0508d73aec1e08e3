"""attrs classes of one's own may hold API objects."""

from __future__ import annotations

import doctest

import attrs

from kpod.api.core_v1 import Container, Pod
from kpod.quantity import Quantity
from kpod.wire import structure


@attrs.define
class Step:
    name: str
    container: Container
    pods: dict[str, Pod] = attrs.Factory(dict)
    size: Quantity = attrs.Factory(lambda: Quantity("1Gi"))
    side: Container | None = None


def test_a_class_that_holds_api_objects_is_structured_and_unstructured() -> None:
    data = {
        "name": "load",
        "container": {"name": "main", "imagePullPolicy": "Never", "args": [], "newer": 1},
        "pods": {"a": {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "a"}}},
        "size": "1.5Gi",
        "side": None,
    }
    converter = structure.converter()
    step = converter.structure(data, Step)
    assert step.container.image_pull_policy == "Never"
    assert step.pods["a"].metadata.name == "a"
    assert step.size == Quantity("1536Mi")
    assert converter.unstructure(step) == data


def test_an_object_that_is_one_already_is_taken_as_it_is() -> None:
    container = Container(name="main")
    assert structure.converter().structure({"name": "a", "container": container}, Step).container is container


def test_the_example_in_the_docs_is_true() -> None:
    assert doctest.testmod(structure).failed == 0
