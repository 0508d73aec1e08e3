"""Bodies made from the schemas that the API classes are generated from: of every kind one with every field, and one for every field alone.

A body with every field takes every branch of every one-of at once, which no server allows; a body with one field takes one branch.
"""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from kpod.api import kinds
from kpod.api.schema import TYPES, Field

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


def every(kind: kinds.Kind) -> Body:
    """Return the body of a kind in which every field of the newest schema is set, in every branch of every one-of."""
    return full(definition_name(kind), read_definitions(NEWEST, False))  # type: ignore[no-any-return]


def alone(kind: kinds.Kind) -> Iterator[tuple[str, Body]]:
    """Yield a body for every field that a kind can hold: the field, what the schema requires beside it and on the way to it, no more."""
    yield from _alone(kind.type, every(kind), set())


def _alone(type_key: str, whole: Body, seen: set[str]) -> Iterator[tuple[str, Body]]:
    if type_key in seen:
        return
    seen.add(type_key)
    fields = TYPES[type_key]
    for wire, field in fields.items():
        beside = _required(type_key, whole)
        if field.type not in TYPES:
            yield f"{type_key}.{wire}", {**beside, wire: whole[wire]}
            continue
        part = _part(field, whole[wire])
        yield f"{type_key}.{wire}", {**beside, wire: _shaped(field, whole[wire], _required(field.type, part))}
        for name, inner in _alone(field.type, part, seen):
            yield name, {**beside, wire: _shaped(field, whole[wire], {**_required(field.type, part), **inner})}


def _part(field: Field, whole: Any) -> Body:
    part: Body = whole if field.shape == "one" else whole[0] if field.shape == "list" else next(iter(whole.values()))
    return part


def _shaped(field: Field, whole: Any, part: Body) -> Any:
    return part if field.shape == "one" else [part] if field.shape == "list" else dict.fromkeys(whole, part)


def _required(type_key: str, whole: Body) -> Body:
    """Return what the schema requires of a type, and the kind of what has one."""
    made: Body = {}
    for wire, field in TYPES[type_key].items():
        if not field.required and wire not in ("apiVersion", "kind"):
            continue
        if field.type not in TYPES:
            made[wire] = whole[wire]
            continue
        part = _part(field, whole[wire])
        made[wire] = _shaped(field, whole[wire], _required(field.type, part))
    return made
