"""Whether a Pod fits the one node there is, and if not, the scheduler's sentence.

What other Pods have asked for is not counted: on a machine of two cores, ten Pods that ask for one each all run. Only what no machine state
could change is refused: a selector that does not match, and a request that is larger than the whole machine.
"""

from __future__ import annotations

import platform
from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from kpod.cluster import Body
from kpod.local.kubelet.environment import node_amount
from kpod.local.store import Store
from kpod.quantity import Quantity

_MACHINES = {"x86_64": "amd64", "aarch64": "arm64"}
_SKIPPED = ("ephemeral-storage",)


def node_labels(node: str) -> dict[str, str]:
    """Return the labels of the node."""
    machine = _MACHINES.get(platform.machine(), platform.machine())
    return {"kubernetes.io/hostname": node, "kubernetes.io/os": "linux", "kubernetes.io/arch": machine}


def gated(pod: Body) -> str:
    """Return why the Pod is not even looked at, empty where it is."""
    return "Scheduling is blocked due to non-empty scheduling gates" if pod["spec"].get("schedulingGates") else ""


def misfit(pod: Body, store: Store, node: str) -> str:
    """Return why the Pod does not fit the node, empty where it does."""
    body = store.get("nodes", None, node) or {}
    labels = (body.get("metadata") or {}).get("labels") or node_labels(node)
    reasons = []
    if not _selected(pod["spec"], labels):
        reasons.append("1 node(s) didn't match Pod's node affinity/selector")
    for name, amount in sorted(requests(pod).items()):
        if amount > _capacity(body, name):
            reasons.append(f"1 Insufficient {name}")
    for volume in pod["spec"].get("volumes") or []:
        claim = (volume.get("persistentVolumeClaim") or {}).get("claimName")
        if claim and store.get("persistentvolumeclaims", pod["metadata"]["namespace"], claim) is None:
            reasons.append(f'persistentvolumeclaim "{claim}" not found')
    if not reasons:
        return ""
    head = f"0/1 nodes are available: {', '.join(reasons)}."
    return f"{head} preemption: 0/1 nodes are available: 1 Preemption is not helpful for scheduling."


def requests(pod: Body) -> dict[str, Fraction]:
    """Return what a Pod asks for: the sum of what runs together, or the largest init container's."""
    total: dict[str, Fraction] = {}
    largest: dict[str, Fraction] = {}
    spec = pod["spec"]
    for container in spec["containers"]:
        _sum(total, _asked(container))
    for container in spec.get("initContainers") or []:
        if container.get("restartPolicy") == "Always":
            _sum(total, _asked(container))
        else:
            for name, amount in _asked(container).items():
                largest[name] = max(largest.get(name, Fraction(0)), amount)
    return {name: max(total.get(name, Fraction(0)), largest.get(name, Fraction(0))) for name in {*total, *largest}}


def quality(pod: Body) -> str:
    """Return the Pod's quality of service: `Guaranteed`, `Burstable` or `BestEffort`."""
    containers = [*pod["spec"]["containers"], *(pod["spec"].get("initContainers") or [])]
    resources = [container.get("resources") or {} for container in containers]
    named = [{**(each.get("requests") or {}), **(each.get("limits") or {})} for each in resources]
    if not any(name in ("cpu", "memory") for each in named for name in each):
        return "BestEffort"
    for each in resources:
        limits, asked = each.get("limits") or {}, each.get("requests") or {}
        for name in ("cpu", "memory"):
            if name not in limits or Quantity(asked.get(name, limits[name])).value != Quantity(limits[name]).value:
                return "Burstable"
    return "Guaranteed"


def _sum(total: dict[str, Fraction], more: Mapping[str, Fraction]) -> None:
    for name, amount in more.items():
        total[name] = total.get(name, Fraction(0)) + amount


def _asked(container: Body) -> dict[str, Fraction]:
    resources = container.get("resources") or {}
    texts = {**(resources.get("limits") or {}), **(resources.get("requests") or {})}
    return {name: Fraction(Quantity(text).value) for name, text in texts.items() if name not in _SKIPPED}


def _capacity(node: Body, name: str) -> Fraction:
    allocatable = (node.get("status") or {}).get("allocatable") or {}
    return Fraction(Quantity(allocatable[name]).value) if name in allocatable else node_amount(name)


def _selected(spec: Body, labels: Mapping[str, str]) -> bool:
    if any(labels.get(key) != value for key, value in (spec.get("nodeSelector") or {}).items()):
        return False
    affinity = (spec.get("affinity") or {}).get("nodeAffinity") or {}
    required = affinity.get("requiredDuringSchedulingIgnoredDuringExecution")
    if not required:
        return True
    terms = required.get("nodeSelectorTerms") or []
    return any(all(_matches(each, labels) for each in term.get("matchExpressions") or []) for term in terms)


def _matches(expression: Mapping[str, Any], labels: Mapping[str, str]) -> bool:
    value = labels.get(expression["key"])
    values = expression.get("values") or []
    operator = expression.get("operator")
    if operator == "In":
        return value in values
    if operator == "NotIn":
        return value not in values
    if operator == "Exists":
        return value is not None
    if operator == "DoesNotExist":
        return value is None
    if value is None or not value.isdigit() or not values:
        return False
    return int(value) > int(values[0]) if operator == "Gt" else int(value) < int(values[0])
