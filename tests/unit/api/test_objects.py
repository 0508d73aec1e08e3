"""What all API objects have in common: absent fields, dump and load, equality, copies, pickles, repr."""

from __future__ import annotations

import copy
import doctest
import pickle
import typing
from typing import Any

import attrs
import pytest

from kpod.api import batch_v1, core_v1, meta_v1
from kpod.api import object as object_module
from kpod.api.object import find_class, is_set
from kpod.api.schema import TYPES
from kpod.errors import SpecError

BODY: dict[str, Any] = {
    "apiVersion": "v1",
    "kind": "Pod",
    "metadata": {"name": "etl", "labels": {"app": "etl"}},
    "spec": {
        "containers": [{"name": "main", "image": "etl:1", "args": [], "env": [{"name": "TZ", "value": "UTC"}], "new": {"a": [1]}}],
        "volumes": [{"name": "tmp", "emptyDir": {}}],
        "priority": None,
    },
}


def test_an_absent_field_is_none_and_an_empty_one_is_not() -> None:
    container = core_v1.Pod.from_body(BODY).spec.containers[0]
    assert container.command is None
    assert not is_set(container, "command")
    assert container.args == []
    assert is_set(container, "args")


def test_the_example_of_is_set_is_true() -> None:
    assert doctest.testmod(object_module).failed == 0


def test_is_set_of_a_field_that_the_class_does_not_have_is_an_error() -> None:
    with pytest.raises(AttributeError, match="imagee"):
        is_set(core_v1.Container(), "imagee")


def test_a_part_made_by_its_constructor_dumps_what_was_given() -> None:
    pod = core_v1.Pod(
        metadata=meta_v1.ObjectMeta(name="etl"),
        spec=core_v1.PodSpec(containers=[core_v1.Container(name="main", args=[])], host_network=False),
    )
    assert pod.to_body() == {
        "apiVersion": "v1",
        "kind": "Pod",
        "metadata": {"name": "etl"},
        "spec": {"containers": [{"name": "main", "args": []}], "hostNetwork": False},
    }


def test_a_dump_begins_with_what_a_person_reads_first() -> None:
    container = core_v1.Container(args=["a"], env=[], command=["c"], image="i", name="n")
    assert list(container.to_body()) == ["name", "image", "command", "args", "env"]
    assert list(core_v1.Pod.from_body({"status": {}, "spec": {}, "metadata": {}}).to_body()) == [
        "apiVersion",
        "kind",
        "metadata",
        "spec",
        "status",
    ]


def test_a_dump_and_a_load_share_nothing() -> None:
    body = copy.deepcopy(BODY)
    pod = core_v1.Pod.from_body(body)
    dumped = pod.to_body()
    pod.spec.containers[0].args.append("x")
    pod.metadata.labels["app"] = "other"
    pod.spec.containers[0].extra["new"]["a"].append(2)  # type: ignore[index]
    assert body == BODY
    assert dumped == BODY


def test_a_field_of_extra_wins_over_the_attribute() -> None:
    assert core_v1.Container(name="main", extra={"name": "other", "soon": 1}).to_body() == {"name": "other", "soon": 1}


def test_a_body_without_kind_gets_its_kind() -> None:
    assert core_v1.Pod.from_body({"apiVersion": None, "metadata": {}}).to_body() == {"apiVersion": "v1", "kind": "Pod", "metadata": {}}


def test_scalars_are_taken_as_they_are() -> None:
    container = core_v1.Container.from_body({"stdin": "{{ params.stdin }}", "resources": {"limits": {"cpu": 2, "memory": 1.5}}})
    assert container.to_body() == {"stdin": "{{ params.stdin }}", "resources": {"limits": {"cpu": 2, "memory": 1.5}}}


def test_objects_are_equal_when_their_fields_are() -> None:
    first, second = core_v1.Pod.from_body(BODY), core_v1.Pod.from_body(BODY)
    assert first == second
    second.spec.containers[0].env[0].value = "CET"
    assert first != second
    assert core_v1.Container(extra={}) == core_v1.Container()
    assert core_v1.EnvVar(name="a") != core_v1.Volume(name="a")
    assert core_v1.EnvVar(name="a") != {"name": "a"}


def test_objects_have_no_hash_since_they_can_change() -> None:
    with pytest.raises(TypeError, match="unhashable"):
        hash(core_v1.Container())


def test_an_unknown_attribute_cannot_be_set() -> None:
    with pytest.raises(AttributeError):
        core_v1.Container().imagee = "x"  # type: ignore[attr-defined]
    with pytest.raises(TypeError, match="imagee"):
        core_v1.Container(imagee="x")  # type: ignore[call-arg]


def test_copies_and_pickles_are_equal_and_deep_ones_share_nothing() -> None:
    pod = core_v1.Pod.from_body(BODY)
    deep = copy.deepcopy(pod)
    assert deep == pickle.loads(pickle.dumps(pod)) == copy.copy(pod) == pod
    deep.spec.containers[0].args.append("x")
    deep.spec.containers[0].extra["new"]["a"].append(2)  # type: ignore[index]
    assert pod.to_body() == BODY
    assert copy.copy(pod).spec is pod.spec


def test_attrs_can_evolve_an_object() -> None:
    container = core_v1.Container(name="main", extra={"soon": 1})
    assert attrs.evolve(container, image="x").to_body() == {"name": "main", "image": "x", "soon": 1}


def test_a_pickle_is_not_much_larger_than_that_of_the_body() -> None:
    assert len(pickle.dumps(core_v1.Pod.from_body(BODY))) < len(pickle.dumps(BODY)) + 100


def test_repr_shows_what_is_set_and_is_cut() -> None:
    assert repr(core_v1.Container(name="main", args=[], stdin=False)) == "Container(name='main', args=[], stdin=False)"
    many = core_v1.PodSpec(containers=[core_v1.Container(name=f"c{number}", image="x" * 100) for number in range(50)])
    assert len(repr(many)) <= 600
    assert "x" * 100 not in repr(many)
    assert "44 more" in repr(core_v1.ConfigMap(data={str(number): "" for number in range(50)}))


def test_repr_of_a_secret_shows_no_value() -> None:
    applied = {"kubectl.kubernetes.io/last-applied-configuration": '{"data": {"a": "geheim"}}', "note": "plain"}
    secret = core_v1.Secret(
        metadata=meta_v1.ObjectMeta(name="db", annotations=applied),
        data={"a": "geheim"},
        string_data={"b": "geheim"},
        extra={"c": "geheim"},
    )
    text = repr(secret)
    assert "geheim" not in text
    assert "data={'a': '***'}" in text
    assert "string_data={'b': '***'}" in text
    assert "plain" in text
    assert "geheim" not in repr([secret])


def test_a_class_can_be_found_by_its_key_wherever_it_lives() -> None:
    assert find_class("core_v1.Pod") is core_v1.Pod
    assert find_class("core_v1.PodStatus") is core_v1.PodStatus
    assert find_class("core_v1.NFSVolumeSource") is core_v1.NFSVolumeSource
    assert find_class("batch_v1.Job") is batch_v1.Job
    for key in ("core_v1.Podd", "core_v2.Pod", "Pod"):
        with pytest.raises(KeyError):
            find_class(key)


@pytest.mark.parametrize("key", TYPES)
def test_the_type_hints_of_every_class_can_be_read(key: str) -> None:
    cls = find_class(key)
    hints = typing.get_type_hints(cls)
    assert {field.name for field in TYPES[key].values()} <= set(hints)
    assert set(typing.get_type_hints(cls.__init__)) >= {name for name in cls.__slots__ if name != "extra"}


def test_a_hint_is_the_class_itself_even_if_its_module_is_loaded_late() -> None:
    assert typing.get_type_hints(core_v1.Pod)["status"] is core_v1.PodStatus
    assert typing.get_type_hints(core_v1.PodSpec)["host_aliases"] == list[core_v1.HostAlias]


def test_a_module_names_the_classes_that_it_loads_on_first_use() -> None:
    assert {"Pod", "PodStatus", "NFSVolumeSource", "Service"} <= set(dir(core_v1)) & set(core_v1.__all__)
    with pytest.raises(AttributeError, match="has no attribute 'Podd'"):
        core_v1.Podd  # noqa: B018


@pytest.mark.parametrize(
    ("body", "problems"),
    [
        ([], ["this is a list, and an object (Pod) belongs here"]),
        ({"spec": []}, ["spec"]),
        ({"spec": {"containers": {}}}, ["spec.containers"]),
        ({"spec": {"containers": "main"}}, ["spec.containers"]),
        ({"spec": {"containers": ["", None]}}, ["spec.containers[0]", "spec.containers[1]"]),
        ({"metadata": {"labels": [], "name": {}}, "kind": "Job"}, ["metadata.labels", "metadata.name", "kind"]),
        ({"metadata": {"annotations": "a=b"}}, ["metadata.annotations"]),
        (
            {"spec": {"containers": [{"name": "main", "args": "x", "env": [{"name": "TZ", "value": ["UTC"]}]}, {"ports": {}}]}},
            ["spec.containers[main].args", "spec.containers[main].env[TZ].value", "spec.containers[1].ports"],
        ),
        ({"status": {"conditions": [{"type": "Ready", "status": []}]}}, ["status.conditions[Ready].status"]),
        ({"spec": {"volumes": [{"name": "n", "nfs": "server:/"}]}}, ["spec.volumes[n].nfs"]),
    ],
)
def test_a_body_of_the_wrong_shape_is_refused_with_every_place(body: Any, problems: list[str]) -> None:
    with pytest.raises(SpecError) as caught:
        core_v1.Pod.from_body(body)
    assert [problem.path or problem.message for problem in caught.value.problems] == problems


def test_an_object_with_a_dict_for_a_part_is_refused_with_its_place() -> None:
    pod = core_v1.Pod.from_body(BODY)
    pod.spec.containers.append({"name": "two"})  # type: ignore[arg-type]
    pod.spec.containers[0].args = "x"  # type: ignore[assignment]
    with pytest.raises(SpecError) as caught:
        pod.to_body()
    assert [problem.path for problem in caught.value.problems] == ["spec.containers[main].args", "spec.containers[two]"]
    assert "Container.from_body(…)" in str(caught.value)


def test_what_contains_itself_is_refused_in_both_directions() -> None:
    body: dict[str, Any] = {"kind": "Pod"}
    body["future"] = body
    with pytest.raises(SpecError, match="contains itself"):
        core_v1.Pod.from_body(body)
    container = core_v1.Container(extra={})
    container.extra["future"] = container.extra  # type: ignore[index]
    with pytest.raises(SpecError, match="contains itself"):
        container.to_body()
