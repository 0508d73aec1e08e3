"""What one object takes of a quota. Pure: bodies in, amounts out."""

from __future__ import annotations

from collections.abc import Iterable

from kpod.cluster import Body
from kpod.local.kinds import RESOURCES, Resource
from kpod.quantity import Quantity
from kpod.rules import effective_resources, qos

Amounts = dict[str, Quantity]

_SHORT = ("configmaps", "persistentvolumeclaims", "pods", "resourcequotas", "secrets", "services")
"""Kinds that can be counted without `count/`."""

_COMPUTE = ("cpu", "memory", "ephemeral-storage")


def hard(quota: Body) -> Amounts:
    """Return what a quota allows."""
    return {name: Quantity(amount) for name, amount in ((quota.get("spec") or {}).get("hard") or {}).items()}


def counted(names: Iterable[str]) -> list[Resource]:
    """Return the kinds that some amounts are about."""
    chosen = set(names)
    return [each for each in RESOURCES if not each.store and chosen & set(_names(each))]


def _names(resource: Resource) -> Iterable[str]:
    yield _count(resource)
    if not resource.group and resource.plural in _SHORT:
        yield resource.plural
    if resource.plural == "pods":
        yield from _COMPUTE
        yield from (f"{kind}.{name}" for kind in ("requests", "limits") for name in _COMPUTE)
    if resource.plural == "persistentvolumeclaims":
        yield "requests.storage"


def _count(resource: Resource) -> str:
    return f"count/{resource.plural}.{resource.group}" if resource.group else f"count/{resource.plural}"


def of(resource: Resource, body: Body) -> Amounts:
    """Return what an object takes."""
    one, found = Quantity(1), {_count(resource): Quantity(1)}
    if resource.plural == "pods":
        if (body.get("status") or {}).get("phase") not in ("Succeeded", "Failed"):
            found |= {"pods": one, **_asked(body)}
        return found
    if not resource.group and resource.plural in _SHORT:
        found[resource.plural] = one
    if resource.plural == "persistentvolumeclaims":
        asked = ((body.get("spec") or {}).get("resources") or {}).get("requests") or {}
        found["requests.storage"] = Quantity(asked.get("storage", 0))
    return found


def _asked(pod: Body) -> Amounts:
    whole = effective_resources({**pod, "kind": "Pod"})
    found = {f"requests.{name}": amount for name, amount in whole.requests.items()}
    found |= {f"limits.{name}": amount for name, amount in whole.limits.items()}
    return found | {name: whole.requests[name] for name in _COMPUTE if name in whole.requests}


def unsaid(resource: Resource, body: Body, allowed: Amounts) -> list[str]:
    """Return what a Pod has to say since a quota is about it, as `requests.cpu for: main`."""
    if resource.plural != "pods":
        return []
    found = []
    for name in sorted(allowed):
        kind, _, resource_name = name.rpartition(".")
        if resource_name not in _COMPUTE or kind not in ("", "requests", "limits"):
            continue
        containers = body["spec"].get("containers") or []
        silent = [each["name"] for each in containers if resource_name not in ((each.get("resources") or {}).get(kind or "requests") or {})]
        if silent:
            found.append(f"{name} for: {','.join(silent)}")
    return found


def in_scope(quota: Body, resource: Resource, body: Body) -> bool:
    """Whether a quota is about an object: one with scopes is about some Pods only."""
    spec = quota.get("spec") or {}
    rules = [{"scopeName": each, "operator": "Exists"} for each in spec.get("scopes") or []]
    rules += (spec.get("scopeSelector") or {}).get("matchExpressions") or []
    if rules and resource.plural != "pods":
        return False
    return all(_matches(rule, body) for rule in rules)


def _matches(rule: Body, pod: Body) -> bool:
    scope, spec = rule["scopeName"], pod.get("spec") or {}
    if scope in ("BestEffort", "NotBestEffort"):
        return (qos({**pod, "kind": "Pod"}) == "BestEffort") is (scope == "BestEffort")
    if scope in ("Terminating", "NotTerminating"):
        return (spec.get("activeDeadlineSeconds") is not None) is (scope == "Terminating")
    if scope != "PriorityClass":
        return False
    name, values = spec.get("priorityClassName") or "", rule.get("values") or []
    return {"In": name in values, "NotIn": name not in values, "Exists": bool(name), "DoesNotExist": not name}[rule["operator"]]
