"""The schemas that the API classes are generated from, and a body of every kind in which every field is set, made from them."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from kpod.api import kinds
from kpod.api.schema import TYPES

Body = dict[str, Any]
NEWEST = "1.37"
# An alpha status field whose 1.36 form demands a field that 1.37 has dropped: no newer body can satisfy that version.
INCOMPATIBLE = {("core_v1.PodStatus", "nodeAllocatableResourceClaimStatuses"): "1.37"}
SAMPLES = {"date-time": "2026-01-01T00:00:00Z", "byte": "a3BvZA==", "int32": 7, "int64": 7}
SCALARS = {"string": "text", "integer": 7, "number": 7.5, "boolean": True}


@cache
def read_definitions(version: str, strict: bool) -> dict[str, Any]:
    """Read the definitions of one Kubernetes version; `strict` refuses unknown fields."""
    spec = importlib.util.find_spec("kubernetes_validate")
    assert spec is not None
    assert spec.origin is not None
    folder = f"v{version}.0-local{'-strict' if strict else ''}"
    path = Path(spec.origin).parent / "kubernetes-json-schema" / folder / "_definitions.json"
    return json.loads(path.read_text())["$defs"]  # type: ignore[no-any-return]


def definition_name(kind: kinds.Kind) -> str:
    """Return the name of the definition of a kind."""
    group, version = kind.type.split(".")[0].split("_")
    return f"io.k8s.api.{group}.{version}.{kind.kind}"


def full(name: str, definitions: dict[str, Any]) -> Any:
    """Return a value of a definition in which every field is set."""
    definition = definitions[name]
    short = name.rsplit(".", 1)[1]
    if short == "Quantity":
        return "1Gi"
    if short == "IntOrString":
        return "http"
    if short == "MicroTime":
        return "2026-01-01T00:00:00.000000Z"
    if short == "FieldsV1":
        return {"f:spec": {"f:replicas": {}}}
    if "properties" in definition or definition.get("type") in ("object", ["object", "null"]):
        return {wire: value_of(schema, definitions) for wire, schema in definition.get("properties", {}).items()}
    return value_of(definition, definitions)


def value_of(schema: dict[str, Any], definitions: dict[str, Any]) -> Any:
    """Return a value for one field's schema."""
    if "$ref" in schema:
        return full(schema["$ref"].rsplit("/", 1)[1], definitions)
    if "items" in schema:
        return [value_of(schema["items"], definitions)]
    if "additionalProperties" in schema:
        return {"example.com/key": value_of(schema["additionalProperties"], definitions)}
    if "enum" in schema:
        return schema["enum"][0]
    kind = schema["type"] if isinstance(schema["type"], str) else schema["type"][0]
    return SAMPLES.get(schema.get("format", ""), SCALARS.get(kind))


def as_old_as(version: str, body: Body, type_key: str) -> Body:
    """Return the body without the fields that came after a version, by the `since` of the schema table."""
    limit = int(version.split(".")[1])
    result: Body = {}
    for wire, value in body.items():
        field = TYPES[type_key][wire]
        since = INCOMPATIBLE.get((type_key, wire), field.since)
        if int(since.split(".")[1]) > limit:
            continue
        if field.type not in TYPES:
            result[wire] = value
        elif field.shape == "list":
            result[wire] = [as_old_as(version, item, field.type) for item in value]
        else:
            result[wire] = as_old_as(version, value, field.type)
    return result


@pytest.fixture(params=kinds.ALL, ids=lambda kind: f"{kind.api_version}-{kind.kind}")
def kind(request: pytest.FixtureRequest) -> kinds.Kind:
    """Each kind that has an API class."""
    return request.param  # type: ignore[no-any-return]


@pytest.fixture
def full_body(kind: kinds.Kind) -> Body:
    """A body of that kind with every field of the newest schema."""
    return full(definition_name(kind), read_definitions(NEWEST, False))  # type: ignore[no-any-return]


@pytest.fixture(scope="session")
def definitions() -> Callable[..., dict[str, Any]]:
    """Reads the definitions of a version: `definitions("1.30", strict=True)`."""
    return lambda version, strict=False: read_definitions(version, strict)


@pytest.fixture
def body_as_old_as(kind: kinds.Kind, full_body: Body) -> Callable[[str], Body]:
    """Makes the full body of a kind as a version knows it."""
    return lambda version: as_old_as(version, full_body, kind.type)


@pytest.fixture
def definition(kind: kinds.Kind) -> str:
    """The name of the kind's definition."""
    return definition_name(kind)
