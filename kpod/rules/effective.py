"""What a Pod asks the scheduler for, and its quality of service: sums over its containers, as Kubernetes makes them.

Pure arithmetic on a body; what a LimitRange or a runtime class adds at admission is not known here. A value that is still a template, or
that is no quantity, counts as absent.

Source: https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/#resource-sharing-within-containers,
https://kubernetes.io/docs/concepts/workloads/pods/pod-qos/ and KEP-2837 (resources of a Pod)
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

import attrs

from kpod.quantity import Quantity
from kpod.rules.amounts import parsed
from kpod.rules.scope import Value, entries, mapping, template_of

Amounts = dict[str, Quantity]
Qos = Literal["Guaranteed", "Burstable", "BestEffort"]

_POD_LEVEL = ("cpu", "memory")


@attrs.frozen
class Effective:
    """What a Pod asks for and may use, all containers together.

    Attributes:
        requests: what the scheduler looks for on a node, by resource; overhead included.
        limits: the most that it may use; a resource is here where every container that counts has a limit, or the Pod has one. Overhead
            is added to a limit that is there.
    """

    requests: Amounts
    limits: Amounts


def effective_resources(body: Mapping[str, Any]) -> Effective:
    """Return what a Pod asks the scheduler for.

    Containers are added up. Init containers run one after the other, so the largest counts where it is more than the rest; a sidecar (an
    init container with `restartPolicy: Always`) runs beside all that follows, so it is added to both. The Pod's own `resources` (1.34)
    stand in place of the sum for what they name. The overhead comes on top. A container's limit without a request is its request too.

    Args:
        body: a Pod, or whatever holds a Pod's template: a Job, a CronJob.

    >>> pod = {"kind": "Pod", "spec": {"containers": [{"resources": {"requests": {"cpu": "100m"}}}],
    ...        "initContainers": [{"resources": {"requests": {"cpu": "1"}}}]}}
    >>> str(effective_resources(pod).requests["cpu"])
    '1'
    """
    spec = mapping(template_of(dict(body)), "spec")
    overhead = _amounts(mapping(spec, "overhead"))
    found = []
    for field in ("requests", "limits"):
        total = {name: value for name, value in of_containers(spec, field).items() if field == "requests" or _is_bounded(spec, name)}
        total.update(_own(spec, field))
        if field == "requests":
            total = _plus(total, overhead)
        else:
            total = {name: value + overhead[name] if name in overhead else value for name, value in total.items()}
        found.append(total)
    return Effective(*found)


def qos(body: Mapping[str, Any]) -> Qos:
    """Return the quality of service that the kubelet gives a Pod: who is evicted first when a node runs out.

    `Guaranteed`: every container has a limit of cpu and of memory, and requests equal to them. `BestEffort`: nobody asks for any.
    `Burstable`: the rest. Where the Pod has resources of its own (1.34), they alone decide.

    Args:
        body: a Pod, or whatever holds a Pod's template.
    """
    spec = mapping(template_of(dict(body)), "spec")
    if mapping(spec, "resources").get("requests") or mapping(spec, "resources").get("limits"):
        parts = [_of(spec, "requests"), _of(spec, "limits")]
        pairs = [(parts[0], parts[1])]
    else:
        containers = [each for field in ("initContainers", "containers") for _, each in entries(spec, field)]
        pairs = [(_of(each, "requests"), _of(each, "limits")) for each in containers]
    given = [{name: value for name, value in part.items() if name in _POD_LEVEL and value} for pair in pairs for part in pair]
    if not any(given):
        return "BestEffort"
    for requests, limits in pairs:
        for name in _POD_LEVEL:
            if not limits.get(name) or requests.get(name, limits[name]) != limits[name]:
                return "Burstable"
    return "Guaranteed"


def of_containers(spec: Value, field: str) -> Amounts:
    """Add up what the containers of a PodSpec request or are limited to, init containers and sidecars as Kubernetes counts them."""
    sidecars: Amounts = {}
    highest: Amounts = {}
    for _, container in entries(spec, "initContainers"):
        own = _of(container, field)
        if container.get("restartPolicy") == "Always":
            sidecars = _plus(sidecars, own)
            highest = _larger(highest, sidecars)
        else:
            highest = _larger(highest, _plus(sidecars, own))
    total = sidecars
    for _, container in entries(spec, "containers"):
        total = _plus(total, _of(container, field))
    return _larger(total, highest)


def _is_bounded(spec: Value, name: str) -> bool:
    """Whether each container that runs to the end has a limit of a resource."""
    running = [each for _, each in entries(spec, "containers")]
    running += [each for _, each in entries(spec, "initContainers") if each.get("restartPolicy") == "Always"]
    return all(name in _of(each, "limits") for each in running)


def _of(value: Value, field: str) -> Amounts:
    resources = mapping(value, "resources")
    amounts = _amounts(mapping(resources, field))
    if field == "requests":  # the server fills a missing request from the limit
        for name, limit in _amounts(mapping(resources, "limits")).items():
            amounts.setdefault(name, limit)
    return amounts


def _own(spec: Value, field: str) -> Amounts:
    return {name: value for name, value in _of(spec, field).items() if name in _POD_LEVEL or name.startswith("hugepages-")}


def _amounts(given: Value) -> Amounts:
    found = {}
    for name, value in given.items():
        amount = parsed(value) if isinstance(value, str | int | float) and not isinstance(value, bool) else None
        if isinstance(name, str) and amount is not None:
            found[name] = amount
    return found


def _plus(one: Amounts, other: Amounts) -> Amounts:
    return {**one, **{name: one[name] + value if name in one else value for name, value in other.items()}}


def _larger(one: Amounts, other: Amounts) -> Amounts:
    return {**one, **{name: max(one[name], value) if name in one else value for name, value in other.items()}}
