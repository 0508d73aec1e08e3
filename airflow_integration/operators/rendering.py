"""A rendered template is a text; where the schema wants a number or a truth value, it becomes one. Nothing else is changed or checked."""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping
from typing import Any

from kpod.api.schema import TYPES, Field
from kpod.cluster import Body


def typed(body: Body) -> Body:
    """Return a Pod's or a Job's body in which texts stand for numbers and truth values no longer.

    >>> typed({"kind": "Pod", "spec": {"terminationGracePeriodSeconds": "5", "hostNetwork": "true"}})["spec"]
    {'terminationGracePeriodSeconds': 5, 'hostNetwork': True}

    A text that is neither stays what it is, and the rules name it.
    """
    found: Body = _object(body, "batch_v1.Job" if body.get("kind") == "Job" else "core_v1.Pod")
    return found


def render_secret(body: Body, render: Callable[[str], str]) -> Body:
    """Return a Secret's body with the templates in its values rendered; a value that is no text stays as it is."""
    return {**body, "data": {key: _render_value(value, render) for key, value in (body.get("data") or {}).items()}}


def _render_value(value: str, render: Callable[[str], str]) -> str:
    try:
        text = base64.b64decode(value).decode()
    except UnicodeDecodeError:
        return value
    return base64.b64encode(render(text).encode()).decode()


def _object(value: Any, type_: str) -> Any:
    fields = TYPES.get(type_)
    if fields is None or not isinstance(value, Mapping):
        return value
    return {name: _field(item, fields[name]) if name in fields else item for name, item in value.items()}


def _field(value: Any, field: Field) -> Any:
    if field.shape == "list" and isinstance(value, list):
        return [_one(item, field.type) for item in value]
    if field.shape == "map" and isinstance(value, Mapping):
        return {name: _one(item, field.type) for name, item in value.items()}
    return _one(value, field.type)


def _one(value: Any, type_: str) -> Any:
    if not isinstance(value, str):
        return _object(value, type_)
    if type_ == "boolean" and value.lower() in ("true", "false"):
        return value.lower() == "true"
    if type_ in ("integer", "number", "int_or_string"):
        for convert in (int, float) if type_ == "number" else (int,):
            try:
                return convert(value)
            except ValueError:
                continue
    return value
