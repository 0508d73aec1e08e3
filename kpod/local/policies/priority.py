"""Priority classes: a Pod's priority is its class's number, and nobody writes the number itself."""

from __future__ import annotations

from kpod.cluster import Body
from kpod.local import statuses
from kpod.local.store import Store

HIGHEST = 1_000_000_000
SYSTEM = {"system-cluster-critical": 2_000_000_000, "system-node-critical": 2_000_001_000}
"""The classes that every cluster has."""


def classes(now: str) -> list[Body]:
    """Return the bodies of the classes that every cluster has."""
    return [
        {
            "kind": "PriorityClass",
            "apiVersion": "scheduling.k8s.io/v1",
            "metadata": {"name": name, "generation": 1, "creationTimestamp": now},
            "value": value,
            "preemptionPolicy": "PreemptLowerPriority",
        }
        for name, value in SYSTEM.items()
    ]


def resolve(store: Store, pod: Body) -> None:
    """Write the priority of a Pod's class, or of the class that is everybody's default.

    Raises:
        StatusError: 403 for a class that is not there, or another number than the class's.
    """
    spec, metadata = pod.setdefault("spec", {}), pod["metadata"]
    name = spec.get("priorityClassName")
    if name:
        chosen = store.get("priorityclasses", None, name)
    else:
        chosen = max((each for each in store.list("priorityclasses") if each.get("globalDefault")), key=_value, default=None)
    shown = metadata.get("name") or metadata.get("generateName", "")
    if name and chosen is None:
        raise statuses.forbidden("pods", shown, f"no PriorityClass with name {name} was found")
    value = _value(chosen) if chosen is not None else 0
    if spec.get("priority", value) != value:
        why = f"the integer value of priority ({spec['priority']}) must not be provided in pod spec; "
        raise statuses.forbidden("pods", shown, f"{why}priority admission controller computed {value} from the given PriorityClass name")
    spec["priority"] = value
    if chosen is not None:
        spec["priorityClassName"] = chosen["metadata"]["name"]
        spec.setdefault("preemptionPolicy", chosen.get("preemptionPolicy", "PreemptLowerPriority"))


def _value(body: Body) -> int:
    return int(body.get("value") or 0)


def check_class(body: Body) -> None:
    """Refuse a class above those that everybody may make.

    Raises:
        StatusError: 422.
    """
    if _value(body) > HIGHEST and body["metadata"]["name"] not in SYSTEM:
        cause = statuses.cause("value", "FieldValueForbidden", f"Forbidden: maximum allowed value of a user defined priority is {HIGHEST}")
        raise statuses.invalid("PriorityClass", "scheduling.k8s.io", body["metadata"]["name"], [cause])
