"""Says what is wrong with the shape of a body or of an object, and where: all places at once.

Only called after a load or a dump has failed, so it may be slow. It knows shapes (one, list, map, object, scalar) and nothing else; what a
value means is the business of `kpod.rules`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kpod.api.object import NESTED, ApiObject
from kpod.api.paths import item as item_path
from kpod.api.paths import member as join
from kpod.api.schema import TYPES, Field
from kpod.errors import Problem, SpecError

RULE = "shape"


def body_error(type_key: str, body: Any) -> SpecError:
    """Return the error for a body that could not be loaded as `type_key`."""
    problems = list(_body(type_key, body, ""))
    return SpecError(problems or f"the body is no {_short(type_key)}", rule=RULE)


def object_error(obj: ApiObject) -> SpecError | None:
    """Return the error for an object that could not be dumped, None where its shape is not the reason."""
    problems = list(_object(obj, ""))
    return SpecError(problems) if problems else None


def _short(type_key: str) -> str:
    return type_key.rpartition(".")[2]


def _what(value: Any) -> str:
    if isinstance(value, dict):
        return "an object"
    if isinstance(value, (list, tuple)):
        return "a list" if isinstance(value, list) else "a tuple"
    if value is None:
        return "null"
    return {str: "text", bool: "a boolean", int: "a number", float: "a number"}.get(type(value), f"of type {type(value).__name__}")


def _problem(path: str, value: Any, wanted: str, fix: str = "") -> Problem:
    return Problem(path=path, rule=RULE, message=f"this is {_what(value)}, and {wanted} belongs here", fix=fix)


def _wanted(field: Field) -> str:
    of = "objects" if field.type in TYPES else "values"
    return {"list": "a list", "map": f"a map of names to {of}", "one": "one value"}[field.shape]


def _body(type_key: str, body: Any, path: str) -> Iterator[Problem]:
    if not isinstance(body, dict):
        yield _problem(path, body, f"an object ({_short(type_key)})")
        return
    for wire, value in body.items():
        field = TYPES[type_key].get(wire)
        if field is None or value is None:
            continue
        if not path and wire in ("apiVersion", "kind") and field.enum and value not in field.enum:
            yield Problem(path=wire, rule=RULE, message=f"this is {value!r}, and a {_short(type_key)} has {field.enum[0]!r}")
        else:
            yield from _body_field(field, value, join(path, wire))


def _body_field(field: Field, value: Any, path: str) -> Iterator[Problem]:
    if field.shape == "list":
        if not isinstance(value, list):
            fix = "put it in a list" if isinstance(value, (str, int, float, dict)) else ""
            yield _problem(path, value, "a list", fix)
        elif field.type in TYPES:
            for place, item in enumerate(value):
                yield from _body(field.type, item, item_path(path, field, place, item))
    elif field.shape == "map":
        if not isinstance(value, dict):
            yield _problem(path, value, _wanted(field))
        elif field.type in TYPES:
            for key, item in value.items():
                yield from _body(field.type, item, join(path, key))
    elif field.type in TYPES:
        yield from _body(field.type, value, path)
    elif field.type != "any" and type(value) in NESTED:
        yield _problem(path, value, "one value")


def _object(obj: ApiObject, path: str) -> Iterator[Problem]:
    for field in TYPES[obj.type_key].values():
        value = getattr(obj, field.name)
        if value is not None and field.name in obj.__slots__:
            yield from _object_field(field, value, join(path, field.wire))


def _object_field(field: Field, value: Any, path: str) -> Iterator[Problem]:
    container = {"list": list, "map": dict}.get(field.shape)
    if container is not None and not isinstance(value, container):
        yield _problem(path, value, _wanted(field))
        return
    if field.type not in TYPES:
        return
    if field.shape == "one":
        yield from _part(field, value, path)
    elif field.shape == "list":
        for place, item in enumerate(value):
            yield from _part(field, item, item_path(path, field, place, item))
    else:
        for key, item in value.items():
            yield from _part(field, item, join(path, key))


def _part(field: Field, value: Any, path: str) -> Iterator[Problem]:
    if isinstance(value, ApiObject):
        yield from _object(value, path)
    else:
        name = _short(field.type)
        yield _problem(path, value, f"a {name}", f"use {name}(…) or {name}.from_body(…)" if isinstance(value, dict) else "")
