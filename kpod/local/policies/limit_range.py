"""Limit ranges: what a container gets that asks for nothing, and how little and how much one may ask for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kpod.cluster import Body
from kpod.local import statuses
from kpod.local.kinds import Resource
from kpod.local.store import Store
from kpod.quantity import Quantity
from kpod.rules import effective_resources

_ANNOTATION = "kubernetes.io/limit-ranger"


def fill(store: Store, pod: Body) -> bool:
    """Write the defaults of the namespace's ranges into the containers; return whether any was written."""
    wrote: list[str] = []
    defaults: dict[str, dict[str, str]] = {"requests": {}, "limits": {}}
    for limit in _limits(store, pod, "Container"):
        defaults["requests"].update(limit.get("defaultRequest") or {})
        defaults["limits"].update(limit.get("default") or {})
    for word, what in (("containers", "container"), ("initContainers", "init container")):
        for container in pod["spec"].get(word) or []:
            for kind in ("requests", "limits"):
                missing = {name: value for name, value in defaults[kind].items() if name not in (container["resources"].get(kind) or {})}
                if missing:
                    container["resources"][kind] = {**(container["resources"].get(kind) or {}), **missing}
                    wrote.append(f"{', '.join(sorted(missing))} {kind[:-1]} for {what} {container['name']}")
    if wrote:
        annotations = pod["metadata"].setdefault("annotations", {})
        annotations[_ANNOTATION] = f"LimitRanger plugin set: {'; '.join(wrote)}"
    return bool(wrote)


def check(store: Store, resource: Resource, body: Body) -> None:
    """Refuse what is outside of a range.

    Raises:
        StatusError: 403 with every breach.
    """
    if resource.plural == "pods":
        found = list(_breaches(store, body))
    elif resource.plural == "persistentvolumeclaims":
        asked = (body["spec"].get("resources") or {}).get("requests") or {}
        found = [each for limit in _limits(store, body, "PersistentVolumeClaim") for each in _breach(limit, asked, asked)]
    else:
        return
    if found:
        text = found[0] if len(found) == 1 else f"[{', '.join(found)}]"
        raise statuses.forbidden(resource.plural, body["metadata"]["name"], text)


def _breaches(store: Store, pod: Body) -> Iterator[str]:
    for limit in _limits(store, pod, "Container"):
        for word in ("containers", "initContainers"):
            for container in pod["spec"].get(word) or []:
                own = container.get("resources") or {}
                yield from _breach(limit, own.get("requests") or {}, own.get("limits") or {})
    for limit in _limits(store, pod, "Pod"):
        whole = effective_resources({"kind": "Pod", **pod})
        yield from _breach(limit, dict(whole.requests), dict(whole.limits))


def _limits(store: Store, body: Body, type_: str) -> list[Body]:
    ranges = store.list("limitranges", body["metadata"]["namespace"])
    return [limit for each in ranges for limit in (each.get("spec") or {}).get("limits") or [] if limit.get("type") == type_]


def _breach(limit: Body, requests: dict[str, Any], limits: dict[str, Any]) -> Iterator[str]:
    kind = limit["type"]
    for name, least in sorted((limit.get("min") or {}).items()):
        rule = f"minimum {name} usage per {kind} is {_text(least)}"
        if name not in requests:
            yield f"{rule}.  No request is specified"
        elif Quantity(requests[name]) < Quantity(least):
            yield f"{rule}, but request is {_text(requests[name])}"
        elif name in limits and Quantity(limits[name]) < Quantity(least):
            yield f"{rule}, but limit is {_text(limits[name])}"
    for name, most in sorted((limit.get("max") or {}).items()):
        rule = f"maximum {name} usage per {kind} is {_text(most)}"
        if name not in limits:
            yield f"{rule}.  No limit is specified"
        elif Quantity(limits[name]) > Quantity(most):
            what = "request" if kind == "PersistentVolumeClaim" else "limit"
            yield f"{rule}, but {what} is {_text(limits[name])}"
        elif name in requests and Quantity(requests[name]) > Quantity(most):
            yield f"{rule}, but request is {_text(requests[name])}"
    for name, most in sorted((limit.get("maxLimitRequestRatio") or {}).items()):
        rule = f"{name} max limit to request ratio per {kind} is {_text(most)}"
        if not Quantity(requests.get(name, 0)):
            yield f"{rule}, but no request is specified or request is 0"
        elif not Quantity(limits.get(name, 0)):
            yield f"{rule}, but no limit is specified or limit is 0"
        elif (ratio := Quantity(limits[name]).value / Quantity(requests[name]).value) > Quantity(most).value:
            yield f"{rule}, but provided ratio is {float(ratio):f}"


def _text(value: Any) -> str:
    return Quantity(value).canonical
