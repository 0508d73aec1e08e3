"""One body, as the expression that makes it: by the shorthands of its kind, else as an API object, else as the manifest that it is."""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterator
from typing import Any

from kpod import wire
from kpod.api import kinds
from kpod.convert import containers, patches, pods, rows, source
from kpod.convert.rows import Body
from kpod.convert.source import Call
from kpod.errors import SpecError


def node(body: Body) -> Any:
    """Return the expression whose body is exactly this one."""
    kind = kinds.find(str(body.get("apiVersion")), str(body.get("kind")))
    if kind is None:
        return Call("load_yaml", (source.Manifest(wire.to_yaml(body)),), (), ("[0]",))
    short = SHORT.get(kind.type)
    made = short(body) if short is not None else None
    return made if made is not None else rows.typed(kind.type, body)


def _secret(body: Body) -> Call | None:
    """Return the literal `Secret`, where it would have exactly this body."""
    try:
        values = {key: base64.b64decode(item, validate=True).decode() for key, item in (body.get("data") or {}).items()}
        made = source.call("Secret", (body.get("metadata") or {}).get("name"), values, type=body.get("type"))
        return made if patches.same(wire.to_body(source.value(made)), body) else None
    except (SpecError, ValueError, TypeError):
        return None


def _config_map(body: Body) -> Call | None:
    """Return the literal `ConfigMap`, where it would have exactly this body."""
    values = {key: source.text(item) for key, item in (body.get("data") or {}).items()}
    made = source.call("ConfigMap", (body.get("metadata") or {}).get("name"), values)
    try:
        return made if patches.same(wire.to_body(source.value(made)), body) else None
    except SpecError:
        return None


def _cron_job(body: Body) -> Call | None:
    """Return the CronJob as an API object with a `Job` of the shorthands in it."""
    spec = ((body.get("spec") or {}).get("jobTemplate") or {}).get("spec")
    inner = pods.job_spec(spec) if isinstance(spec, dict) else None
    return _with_job(rows.typed("batch_v1.CronJob", body), inner) if inner is not None else None


def _with_job(made: Call, inner: Call, path: tuple[str, ...] = ("spec", "job_template", "spec")) -> Call:
    if not path:
        return inner
    kwargs = tuple((key, _with_job(item, inner, path[1:]) if key == path[0] else item) for key, item in made.kwargs)
    return Call(made.name, made.args, kwargs)


SHORT: dict[str, Callable[[Body], Call | None]] = {
    "core_v1.Pod": pods.pod,
    "batch_v1.Job": pods.job,
    "batch_v1.CronJob": _cron_job,
    "core_v1.Secret": _secret,
    "core_v1.ConfigMap": _config_map,
}
"""By type: what makes the shorthand of a body, or None where it has none."""

TEMPLATES: dict[str, tuple[tuple[str, ...], ...]] = {
    "Pod": ((),),
    "Job": ((), ("spec", "template")),
    "CronJob": (("spec", "jobTemplate", "spec", "template"),),
    "Secret": ((),),
    "ConfigMap": ((),),
}
"""By kind: the paths of everything in it that a spec of kpod labels as its own; the last one is the Pod's."""


def _parts(body: Body) -> Iterator[Body]:
    for path in TEMPLATES.get(str(body.get("kind")), ()):
        part: Any = body
        for step in path:
            part = part.get(step) if isinstance(part, dict) else None
        if isinstance(part, dict):
            yield part


def write_amounts(body: Body) -> None:
    """Write the amounts of resources that are numbers as texts, in place."""
    for part in _parts(body):
        spec = part.get("spec") or {}
        for field in ("containers", "initContainers"):
            containers.texts(spec.get(field) or [])
