"""A live object as somebody wrote it: without what the server, its controllers and a run of kpod added.

A body counts as live when it has a `uid` or a `status`. Of any other body only what nobody but a server can write is left out.
"""

from __future__ import annotations

from typing import Any

from kpod.api import kinds
from kpod.api.schema import TYPES
from kpod.convert.rows import Body
from kpod.merge import server
from kpod.specs.result import ANNOTATION

KEPT = frozenset({"core_v1.PodSpec.restartPolicy", "batch_v1.JobSpec.backoffLimit"})
"""Fields whose default is another one in kpod than in the server, so they are written."""

DEFAULTS: dict[str, Any] = {
    **server.DEFAULTS,
    "core_v1.PodSpec.preemptionPolicy": "PreemptLowerPriority",
    "core_v1.PodSpec.priority": 0,
    "batch_v1.JobSpec.parallelism": 1,
    "batch_v1.JobSpec.completions": 1,
    "batch_v1.JobSpec.podReplacementPolicy": "TerminatingOrFailed",
}
"""What the server fills in, beside what the schema table says."""

WRITTEN = frozenset({"meta_v1.ObjectMeta.namespace"})
"""Fields that the server fills in where nothing was asked for, and that are written all the same: they say where the object is."""


def cleaned(body: Body) -> Body:
    """Return the body without what only a server writes and, if it is live, without what was added to it."""
    metadata = body.get("metadata")
    kind = kinds.find(str(body.get("apiVersion")), str(body.get("kind")))
    is_live = kind is not None and (bool(body.get("status")) or (isinstance(metadata, dict) and bool(metadata.get("uid"))))
    if kind is not None:
        body = {key: item for key, item in body.items() if key != "status"}
    if kind is not None:
        body = _without_null_times(body)
    if not is_live or kind is None:
        return body
    return _without_defaults(body, kind.type)


def _without_null_times(value: Any) -> Any:
    """Leave out `creationTimestamp: null`, which tools write into every metadata."""
    if isinstance(value, dict):
        return {key: _without_null_times(item) for key, item in value.items() if not (key == "creationTimestamp" and item is None)}
    return [_without_null_times(item) for item in value] if isinstance(value, list) else value


def _without_defaults(body: Body, type_key: str) -> Body:
    fields = TYPES[type_key]
    body = ADJUST.get(type_key, dict)(body)
    found: Body = {}
    for key, item in body.items():
        field, place = fields.get(key), f"{type_key}.{key}"
        if place in server.OWNED or (place in server.UNLESS_ASKED and place not in WRITTEN):
            continue
        if field is not None and item is not None:
            default = DEFAULTS.get(place, field.default)
            if default is not None and place not in KEPT and type(item) is type(default) and item == default:
                continue
            if field.type in TYPES:
                item = _inner(item, field.type)
            if item in ({}, []) and key in ("securityContext", "resources", "labels", "annotations", "metadata"):
                continue
        found[key] = item
    return found


def _inner(item: Any, type_key: str) -> Any:
    if isinstance(item, list):
        return [_without_defaults(each, type_key) for each in item]
    return _without_defaults(item, type_key)


def _metadata(body: Body) -> Body:
    found = dict(body)
    for key, generated in (("labels", server.GENERATED_LABELS), ("annotations", server.GENERATED_ANNOTATIONS)):
        if isinstance(found.get(key), dict):
            found[key] = {
                name: item for name, item in found[key].items() if name == ANNOTATION or not server.is_mark(name, item, generated)
            }
    if "finalizers" in found:
        found["finalizers"] = [each for each in found["finalizers"] if each not in server.FINALIZERS]
        if not found["finalizers"]:
            del found["finalizers"]
    if found.get("generateName") and str(found.get("name", "")).startswith(str(found["generateName"])):
        del found["name"]
    return found


def _pod_spec(body: Body) -> Body:
    found = {key: item for key, item in body.items() if key != "serviceAccount"}
    found["volumes"] = [each for each in found.get("volumes") or [] if not str(each.get("name")).startswith(server.ACCOUNT_VOLUME)]
    found["tolerations"] = [
        each
        for each in found.get("tolerations") or []
        if not (each.get("key") in server.TOLERATED and each.get("tolerationSeconds") == 300 and each.get("effect") == "NoExecute")
    ]
    return {key: item for key, item in found.items() if key not in ("volumes", "tolerations") or item}


def _container(body: Body) -> Body:
    found = dict(body)
    mounts = [each for each in found.get("volumeMounts") or [] if not str(each.get("name")).startswith(server.ACCOUNT_VOLUME)]
    found["volumeMounts"] = mounts
    image = str(found.get("image", ""))
    tag = "" if "@" in image else image.rpartition("/")[2].partition(":")[2] or "latest"
    if found.get("imagePullPolicy") == ("Always" if tag == "latest" else "IfNotPresent"):
        del found["imagePullPolicy"]
    return {key: item for key, item in found.items() if key != "volumeMounts" or item}


def _resources(body: Body) -> Body:
    """Leave out the request of an extended resource that is its limit: the server writes it."""
    requests, limits = body.get("requests") or {}, body.get("limits") or {}
    left = {key: item for key, item in requests.items() if "/" not in key or limits.get(key) != item}
    return {key: item for key, item in {**body, "requests": left}.items() if item}


def _job_spec(body: Body) -> Body:
    return {key: item for key, item in body.items() if key != "selector" or body.get("manualSelector")}


ADJUST: dict[str, Any] = {
    "meta_v1.ObjectMeta": _metadata,
    "core_v1.PodSpec": _pod_spec,
    "core_v1.Container": _container,
    "core_v1.ResourceRequirements": _resources,
    "batch_v1.JobSpec": _job_spec,
}
"""By type: takes out what depends on more than one field."""
