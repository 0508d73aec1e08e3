"""The OpenAPI v3 documents that kubectl reads before `apply` and for `explain`, made from the schema table.

They carry what clients look for: a path with `patch` and the parameter `fieldValidation` for each kind, and schemas whose objects name
their kind. Descriptions of fields are not in the table, so `explain` shows names and types.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache

from kpod.api.schema import TYPES, Field
from kpod.cluster import Body
from kpod.local.discovery import groups
from kpod.local.kinds import Resource

_SCALARS: dict[str, Body] = {
    "string": {"type": "string"},
    "integer": {"type": "integer", "format": "int64"},
    "number": {"type": "number", "format": "double"},
    "boolean": {"type": "boolean"},
    "time": {"type": "string", "format": "date-time"},
    "micro_time": {"type": "string", "format": "date-time"},
    "bytes": {"type": "string", "format": "byte"},
    "quantity": {"oneOf": [{"type": "string"}, {"type": "number"}]},
    "int_or_string": {"oneOf": [{"type": "integer"}, {"type": "string"}], "format": "int-or-string"},
    "any": {},
}
_PARAMETERS = ("dryRun", "fieldManager", "fieldValidation", "force")


def roots() -> dict[str, str]:
    """Return the path of each group's version (`api/v1`) with its group."""
    return {rows[0].root.lstrip("/"): group for group, rows in groups().items()}


def index() -> Body:
    """Return the answer of `/openapi/v3`."""
    stamp = hashlib.sha256(repr(sorted(TYPES)).encode()).hexdigest()[:32].upper()
    return {"paths": {root: {"serverRelativeURL": f"/openapi/v3/{root}?hash={stamp}"} for root in roots()}}


@lru_cache(maxsize=16)
def document(root: str) -> Body:
    """Return the document of one group's version: `api/v1`, `apis/batch/v1`."""
    rows = groups()[roots()[root]]
    paths: Body = {}
    wanted: list[str] = []
    for row in rows:
        paths |= _paths(row)
        if row.type in TYPES:
            wanted.append(row.type or "")
    schemas = {name(type_): _schema(type_) for type_ in _reachable(wanted)}
    for row in rows:
        schema = schemas.setdefault(schema_name(row), {"type": "object"})
        schema["x-kubernetes-group-version-kind"] = [_kind(row)]
    info = {"title": "Kubernetes", "version": "v1.37.0"}
    return {"openapi": "3.0.0", "info": info, "paths": paths, "components": {"schemas": schemas}}


def name(type_: str) -> str:
    """Return the schema's name of a type: `io.k8s.api.core.v1.Pod`."""
    module, _, short = type_.rpartition(".")
    words = module.split("_")
    if words[0] == "meta":
        return f"io.k8s.apimachinery.pkg.apis.meta.v1.{short}"
    return f"io.k8s.api.{words[0]}.{words[-1]}.{short}"


def schema_name(row: Resource) -> str:
    """Return the schema's name of a kind, also of one that has no type."""
    return name(row.type or f"{row.group.partition('.')[0] or 'core'}_{row.version}.{row.kind}")


def _kind(row: Resource) -> Body:
    return {"group": row.group, "kind": row.kind, "version": row.version}


def _paths(row: Resource) -> Body:
    collection = f"{row.root}/namespaces/{{namespace}}/{row.plural}" if row.namespaced else f"{row.root}/{row.plural}"
    one = collection + "/{name}"
    parameters = [{"name": each, "in": "query", "schema": {"type": "boolean" if each == "force" else "string"}} for each in _PARAMETERS]
    reference = {"$ref": f"#/components/schemas/{schema_name(row)}"}
    answer = {"200": {"description": "OK", "content": {"application/json": {"schema": reference}}}}

    def operation(action: str, *, writes: bool) -> Body:
        body: Body = {"responses": answer, "x-kubernetes-action": action, "x-kubernetes-group-version-kind": _kind(row)}
        if writes:
            body["parameters"] = parameters
            body["requestBody"] = {"content": {"application/json": {"schema": reference}}}
        return body

    return {
        collection: {"get": operation("list", writes=False), "post": operation("post", writes=True)},
        one: {
            "get": operation("get", writes=False),
            "put": operation("put", writes=True),
            "patch": operation("patch", writes=True),
            "delete": operation("delete", writes=False),
        },
    }


def _reachable(wanted: list[str]) -> list[str]:
    seen: dict[str, None] = {}
    todo = list(wanted)
    while todo:
        type_ = todo.pop()
        if type_ in seen or type_ not in TYPES:
            continue
        seen[type_] = None
        todo += [field.type for field in TYPES[type_].values()]
    return sorted(seen)


def _schema(type_: str) -> Body:
    fields = TYPES[type_]
    body: Body = {"type": "object", "properties": {wire: _property(field) for wire, field in fields.items()}}
    required = [wire for wire, field in fields.items() if field.required]
    if required:
        body["required"] = required
    return body


def _property(field: Field) -> Body:
    inner = {"$ref": f"#/components/schemas/{name(field.type)}"} if field.type in TYPES else dict(_SCALARS.get(field.type, {}))
    if field.shape == "map":
        return {"type": "object", "additionalProperties": inner}
    if field.shape == "one":
        return {"allOf": [inner], "default": {}} if "$ref" in inner else inner
    body: Body = {"type": "array", "items": inner}
    if field.merge_key:
        body["x-kubernetes-patch-merge-key"] = field.merge_key
    if field.merge_strategy:
        body["x-kubernetes-patch-strategy"] = field.merge_strategy
    if field.list_type:
        body["x-kubernetes-list-type"] = field.list_type
    if field.list_keys:
        body["x-kubernetes-list-map-keys"] = list(field.list_keys)
    return body
