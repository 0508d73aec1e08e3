"""The API classes and the schema table against the JSON schemas of every Kubernetes version."""

from __future__ import annotations

import copy
import json
import pickle
from collections.abc import Callable, Iterator
from typing import Any

import jsonschema
import pytest
import yaml
from ruamel.yaml import YAML

import kpod
from kpod.api import kinds
from kpod.api.object import ApiObject, find_class
from kpod.api.schema import NEWEST, OLDEST, TYPES
from tests.parity.full_bodies import alone

Body = dict[str, Any]
VERSIONS = [f"1.{minor}" for minor in range(25, 38)]


def objects(obj: ApiObject) -> Iterator[ApiObject]:
    """Yield an object and all that it holds."""
    yield obj
    for name in obj.__slots__:
        value = getattr(obj, name)
        parts = value if isinstance(value, list) else value.values() if isinstance(value, dict) else [value]
        for part in parts:
            if isinstance(part, ApiObject):
                yield from objects(part)


def comes_back(kind: kinds.Kind, body: Body) -> None:
    """Load and dump: as a dict, as JSON, as YAML for the readers of YAML 1.1 and 1.2, pickled and copied."""
    obj = find_class(kind.type).from_body(body)
    assert obj.to_body() == body
    assert type(obj).from_body(obj.to_body()) == obj
    text = obj.to_yaml()
    assert kpod.load_yaml(text) == [obj]
    assert yaml.load(text, getattr(yaml, "CSafeLoader", yaml.SafeLoader)) == body
    assert YAML(typ="safe", pure=True).load(text) == body
    assert json.loads(json.dumps(obj.to_body())) == body
    assert pickle.loads(pickle.dumps(obj)).to_body() == copy.deepcopy(obj).to_body() == body


def test_a_body_with_every_field_comes_back_identical(kind: kinds.Kind, full_body: Body) -> None:
    comes_back(kind, full_body)


def test_a_body_with_one_field_comes_back_identical_in_every_branch_of_every_one_of(kind: kinds.Kind) -> None:
    bodies = dict(alone(kind))
    for name, body in bodies.items():
        obj = find_class(kind.type).from_body(body)
        assert obj.to_body() == body, name
        assert kpod.load_yaml(obj.to_yaml()) == [obj], name


def test_there_is_a_body_for_every_field_of_the_schema() -> None:
    made = {name for kind in kinds.ALL for name, _ in alone(kind)}
    assert made == {f"{type_key}.{wire}" for type_key, fields in TYPES.items() for wire in fields}


def test_every_field_of_every_part_is_an_attribute(kind: kinds.Kind, full_body: Body) -> None:
    for part in objects(find_class(kind.type).from_body(full_body)):
        assert part.extra is None, part.type_key
        for field in TYPES[part.type_key].values():
            assert getattr(part, field.name) is not None, (part.type_key, field.name)


def test_unknown_fields_and_nulls_are_kept_in_every_part(kind: kinds.Kind, full_body: Body) -> None:
    def spoil(body: Body, type_key: str) -> None:
        for wire, value in body.items():
            field = TYPES[type_key][wire]
            if field.type in TYPES:
                for part in value if isinstance(value, list) else [value]:
                    spoil(part, field.type)
        free = next(
            (wire for wire, field in TYPES[type_key].items() if field.type not in TYPES and wire not in ("apiVersion", "kind")), None
        )
        if free is not None:
            body[free] = None
        body["fromTheFuture"] = {"list": [1, None, {"a": None}], "null": None}

    spoil(full_body, kind.type)
    comes_back(kind, full_body)
    assert all(part.extra for part in objects(find_class(kind.type).from_body(full_body)))


def test_empty_lists_and_maps_are_not_absent(kind: kinds.Kind, full_body: Body) -> None:
    def empty(body: Body, type_key: str) -> Body:
        made: Body = {}
        for wire, value in body.items():
            field = TYPES[type_key][wire]
            whole = field.shape == "one" and field.type in TYPES
            made[wire] = empty(value, field.type) if whole else value if field.shape == "one" else type(value)()
        return made

    body = empty(full_body, kind.type)
    assert find_class(kind.type).from_body(body).to_body() == body
    hollow = {wire: value for wire, value in body.items() if wire in ("apiVersion", "kind")} | {
        wire: {} for wire in body if TYPES[kind.type][wire].type in TYPES and TYPES[kind.type][wire].shape == "one"
    }
    assert find_class(kind.type).from_body(hollow).to_body() == hollow


@pytest.mark.parametrize("version", VERSIONS)
def test_a_body_as_old_as_a_version_is_accepted_by_its_strict_schema(
    kind: kinds.Kind, body_as_old_as: Callable[[str], Body], definition: str, definitions: Callable[..., Any], version: str
) -> None:
    body = find_class(kind.type).from_body(body_as_old_as(version)).to_body()
    schema = {"$ref": f"#/$defs/{definition}", "$defs": definitions(version, strict=True)}
    errors = [f"{error.json_path}: {error.message[:200]}" for error in jsonschema.Draft202012Validator(schema).iter_errors(body)]
    assert errors == []


@pytest.mark.parametrize(
    ("type_key", "wire", "since"),
    [
        ("core_v1.PodSpec", "containers", OLDEST),
        ("core_v1.PodSpec", "schedulingGates", "1.26"),
        ("core_v1.Container", "restartPolicy", "1.28"),
        ("batch_v1.JobSpec", "podReplacementPolicy", "1.28"),
        ("batch_v1.JobSpec", "successPolicy", "1.30"),
        ("core_v1.EnvVarSource", "fileKeyRef", "1.34"),
        ("core_v1.VolumeResourceRequirements", "requests", OLDEST),
        ("core_v1.PodSpec", "evictionResponders", NEWEST),
    ],
)
def test_since_is_the_version_in_which_a_field_came(type_key: str, wire: str, since: str) -> None:
    assert TYPES[type_key][wire].since == since


def test_no_field_is_older_than_its_since(definitions: Callable[..., Any]) -> None:
    for type_key, fields in TYPES.items():
        group, version = type_key.split(".")[0].split("_")
        prefix = "io.k8s.apimachinery.pkg.apis.meta.v1" if group == "meta" else f"io.k8s.api.{group}.{version}"
        for wire, field in fields.items():
            if field.since == OLDEST:
                continue
            before = f"1.{int(field.since.split('.')[1]) - 1}"
            there = definitions(before).get(f"{prefix}.{type_key.split('.')[1]}", {}).get("properties", {})
            reached = any(inner.since < field.since for owner in TYPES.values() for inner in owner.values() if inner.type == type_key)
            assert wire not in there or not reached, (type_key, wire, field.since)
