"""The kinds and the schema table."""

from __future__ import annotations

import subprocess
import sys

import pytest

from kpod.api import kinds, paths
from kpod.api.object import find_class
from kpod.api.schema import TYPES, Field


def test_the_name_event_means_that_of_core() -> None:
    assert kinds.KINDS["Event"].api_version == "v1"
    assert kinds.find("events.k8s.io/v1", "Event") == kinds.Kind("events.k8s.io/v1", "Event", "events", True, "events_v1.Event")
    assert kinds.find("apps/v1", "Deployment") is None


def test_every_kind_has_a_class_that_says_so() -> None:
    for kind in kinds.ALL:
        body = find_class(kind.type)().to_body()
        assert (body["apiVersion"], body["kind"]) == (kind.api_version, kind.kind)


def test_cluster_wide_kinds_are_marked() -> None:
    assert [kind.kind for kind in kinds.ALL if not kind.namespaced] == ["PersistentVolume", "Namespace"]


def test_every_type_of_the_table_has_a_class_with_its_attributes() -> None:
    for key, fields in TYPES.items():
        cls = find_class(key)
        assert cls.type_key == key
        for field in fields.values():
            assert hasattr(cls, field.name), (key, field.name)
            assert field.type in TYPES or "." not in field.type


def test_the_table_has_merge_keys_list_keys_enums_and_defaults() -> None:
    assert TYPES["core_v1.PodSpec"]["volumes"] == Field(
        "volumes", "volumes", "list", "core_v1.Volume", since="1.25",
        merge_key="name", merge_strategy="merge,retainKeys", list_type="map", list_keys=("name",),
    )  # fmt: skip
    ports = TYPES["core_v1.Container"]["ports"]
    assert (ports.merge_key, ports.list_keys) == ("containerPort", ("containerPort", "protocol"))
    assert TYPES["core_v1.PodSpec"]["restartPolicy"].enum == ("Always", "OnFailure", "Never")
    assert TYPES["core_v1.PodSpec"]["restartPolicy"].default == "Always"
    assert TYPES["core_v1.PodSpec"]["tolerations"].list_type == "atomic"
    assert TYPES["core_v1.Container"]["name"].required
    assert TYPES["core_v1.ResourceRequirements"]["limits"][2:4] == ("map", "quantity")
    assert TYPES["core_v1.Secret"]["data"].type == "bytes"
    assert TYPES["core_v1.HTTPGetAction"]["port"].type == "int_or_string"
    assert TYPES["core_v1.Event"]["eventTime"].type == "micro_time"
    assert TYPES["meta_v1.ManagedFieldsEntry"]["fieldsV1"].type == "any"


def test_every_default_of_an_enum_is_one_of_its_values() -> None:
    for fields in TYPES.values():
        for field in fields.values():
            assert not field.enum or field.default is None or field.default in field.enum, field


@pytest.mark.parametrize("statement", ["import kpod.api", "import kpod.api.kinds", "from kpod.api.core_v1 import Pod; Pod().to_body()"])
def test_what_a_pod_does_not_need_is_not_loaded(statement: str) -> None:
    code = f"import sys; {statement}; print(*sorted(name for name in sys.modules if name.startswith('kpod.api.')))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=200).stdout.split()
    allowed = {
        "kpod.api.core_v1": ["kpod.api.core_v1", "kpod.api.late", "kpod.api.meta_v1", "kpod.api.object"],
        "kpod.api.kinds": ["kpod.api.kinds"],
    }
    assert loaded == next((names for name, names in allowed.items() if name in statement), [])


def test_whole_numbers_say_how_long_they_may_be_and_nothing_else_does() -> None:
    assert TYPES["core_v1.ContainerPort"]["containerPort"].bits == 32
    assert TYPES["core_v1.SecurityContext"]["runAsUser"].bits == 64
    assert TYPES["batch_v1.PodFailurePolicyOnExitCodesRequirement"]["values"].bits == 32
    for fields in TYPES.values():
        for field in fields.values():
            assert (field.bits in (32, 64)) == (field.type == "integer"), field


def test_paths_use_dots_brackets_and_names() -> None:
    assert paths.member("", "spec") == "spec"
    assert paths.member("resources.limits", "memory") == "resources.limits.memory"
    assert paths.member("metadata.annotations", "example.com/a") == "metadata.annotations[example.com/a]"
    containers, tolerations = TYPES["core_v1.PodSpec"]["containers"], TYPES["core_v1.PodSpec"]["tolerations"]
    assert paths.item("spec.containers", containers, 0, {"name": "main"}) == "spec.containers[main]"
    assert (
        paths.item("spec.containers", containers, 0, find_class("core_v1.Container").from_body({"name": "main"})) == "spec.containers[main]"
    )
    assert paths.item("spec.containers", containers, 3, {}) == "spec.containers[3]"
    assert paths.item("spec.tolerations", tolerations, 1, {"key": "a"}) == "spec.tolerations[1]"
