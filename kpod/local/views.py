"""The forms in which an object is answered: itself, its metadata alone, a row of a table; and the newer view of an Event.

An Event is stored once, as core/v1, and shown under events.k8s.io/v1 with that API's words.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from kpod.cluster import Body
from kpod.local import tables
from kpod.local.kinds import Resource

_META = "meta.k8s.io/v1"
_NEWER = {
    "regarding": "involvedObject",
    "note": "message",
    "reportingController": "reportingComponent",
    "deprecatedSource": "source",
    "deprecatedFirstTimestamp": "firstTimestamp",
    "deprecatedLastTimestamp": "lastTimestamp",
    "deprecatedCount": "count",
}
_OLDER = {older: newer for newer, older in _NEWER.items()}


def shown(resource: Resource, body: Body) -> Body:
    """Return a stored body as the API of `resource` shows it."""
    if resource.plural == "events" and resource.group:
        return {**{_OLDER.get(key, key): value for key, value in body.items()}, "apiVersion": resource.api_version}
    return body


def stored(resource: Resource, body: Body) -> Body:
    """Return a body of the API of `resource` as the store keeps it."""
    if resource.plural == "events" and resource.group:
        return {**{_NEWER.get(key, key): value for key, value in body.items()}, "apiVersion": "v1"}
    return body


def one(resource: Resource, body: Body, form: str, now: datetime, *, include: str = "Metadata", columns: bool = True) -> Body:
    """Return one object in a form: `Table`, `PartialObjectMetadata` or "" for itself."""
    if form == "Table":
        return table(resource, [body], {"resourceVersion": body["metadata"].get("resourceVersion", "")}, now, include, columns)
    return partial(body) if form == "PartialObjectMetadata" else body


def partial(body: Body) -> Body:
    """Return an object's metadata."""
    return {"kind": "PartialObjectMetadata", "apiVersion": _META, "metadata": body["metadata"]}


def many(resource: Resource, bodies: Sequence[Body], metadata: Body, form: str, now: datetime, include: str = "Metadata") -> Body:
    """Return a list in a form; its items carry neither kind nor apiVersion, as on a real server."""
    if form == "Table":
        return table(resource, bodies, metadata, now, include, True)
    if form == "PartialObjectMetadata":
        items: list[Any] = [partial(body) for body in bodies]
        return {"kind": "PartialObjectMetadataList", "apiVersion": _META, "metadata": metadata, "items": items}
    items = [{key: value for key, value in body.items() if key not in ("kind", "apiVersion")} for body in bodies]
    return {"kind": f"{resource.kind}List", "apiVersion": resource.api_version, "metadata": metadata, "items": items}


def table(resource: Resource, bodies: Sequence[Body], metadata: Body, now: datetime, include: str, columns: bool) -> Body:
    """Return objects as a table; each row carries its object, its metadata or nothing, as `include` says."""
    cells = tables.rows(resource.stored, bodies, now)
    rows: list[Body] = []
    for each, body in zip(cells, bodies, strict=True):
        row: Body = {"cells": each}
        if include != "None":
            row["object"] = body if include == "Object" else partial(body)
        rows.append(row)
    return {
        "kind": "Table",
        "apiVersion": _META,
        "metadata": metadata,
        "columnDefinitions": tables.columns(resource.stored) if columns else None,
        "rows": rows,
    }
