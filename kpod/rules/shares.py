"""Rules about resources beyond one container's plain amounts: huge pages, resizing, and the Pod's own resources."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kpod.quantity import Quantity
from kpod.rules.amounts import is_multiple, parsed
from kpod.rules.effective import of_containers
from kpod.rules.scope import Found, Scope, entries, is_template, mapping, text

_HUGE = "hugepages-"
_POD_LEVEL = ("cpu", "memory")
_THOUSANDTH = Quantity("1m")


def huge_pages(scope: Scope) -> Iterator[Found]:
    """Huge pages: whole pages, with a limit that equals the request, beside cpu or memory."""
    resources = mapping(scope.value, "resources")
    requests, limits = mapping(resources, "requests"), mapping(resources, "limits")
    names = [name for name in {**requests, **limits} if isinstance(name, str) and name.startswith(_HUGE)]
    if names and not any(name in given for name in ("cpu", "memory") for given in (requests, limits)):
        field = "limits" if names[0] in limits else "requests"
        yield scope.found("resources", field, names[0], message="huge pages need cpu or memory beside them", fix="write requests: {cpu: …}")
        return
    for name in names:
        field = "limits" if name in limits else "requests"
        page, amount, request = parsed(name[len(_HUGE) :]), parsed(limits.get(name)), parsed(requests.get(name))
        if page is None or page.value <= 0:
            fix = "write hugepages-2Mi or hugepages-1Gi"
            yield scope.found("resources", field, name, message=f'"{name[len(_HUGE) :]}" is no size of a page', fix=fix)
        elif name not in limits:
            yield scope.found("resources", field, name, message="it has no limit", fix=f"write limits: {{{name}: {requests[name]}}}")
        elif amount is not None and amount.value % page.value:
            yield scope.found("resources", field, name, message=f"{limits[name]} are no whole pages", fix=f"write a multiple of {page}")
        elif request is not None and amount is not None and request < amount:
            message = f"the request {requests[name]} is not the limit {limits[name]}"
            yield scope.found("resources", "requests", name, message=message, fix="for huge pages both are the same")


def fine_cpu(scope: Scope) -> Iterator[Found]:
    """Processor time finer than a thousandth: the server rounds it up."""
    for field in ("requests", "limits"):
        given = mapping(mapping(scope.value, "resources"), field).get("cpu")
        amount = parsed(given)
        if amount is not None and not is_multiple(amount, _THOUSANDTH):
            path = ("resources", field, "cpu")
            yield scope.found(*path, message=f"{given} is finer than a thousandth, and is rounded up", fix="write whole thousandths, as 1m")


def resize_policy(scope: Scope) -> Iterator[Found]:
    """Resizing in place: cpu and memory, each once; what never restarts is not restarted for it."""
    seen: set[str] = set()
    for index, entry in entries(scope.value, "resizePolicy"):
        name = text(entry, "resourceName")
        if name is None:
            continue
        if name not in _POD_LEVEL:
            yield scope.found("resizePolicy", index, "resourceName", message=f'"{name}" is not resized in place', fix="write cpu or memory")
        elif name in seen:
            yield scope.found("resizePolicy", index, message=f"{name} stands twice", fix="remove one")
        seen.add(name)
        restarts = scope.value.get("restartPolicy") or scope.pod.get("restartPolicy")
        if entry.get("restartPolicy") == "RestartContainer" and restarts == "Never":
            path = ("resizePolicy", index, "restartPolicy")
            yield scope.found(*path, message="a container that never restarts is not restarted for a resize", fix="write NotRequired")


def pod_resources(scope: Scope) -> Iterator[Found]:
    """The Pod's own resources (1.34): cpu, memory and huge pages; the request covers the containers', the limit covers each limit."""
    own = mapping(scope.value, "resources")
    requests, limits = mapping(own, "requests"), mapping(own, "limits")
    for field, values in (("requests", requests), ("limits", limits)):
        for name in values:
            if isinstance(name, str) and not is_template(name) and name not in _POD_LEVEL and not name.startswith(_HUGE):
                message = f"a Pod's own resources are cpu, memory and huge pages, not {name}"
                yield scope.found("resources", field, name, message=message, fix="ask for it in a container")
    if own.get("claims"):
        yield scope.found("resources", "claims", message="a Pod's own resources have no claims", fix="claim in a container")
    if not own:
        return
    needed = of_containers(scope.value, "requests")
    for name, value in requests.items():
        request, limit, least = parsed(value), parsed(limits.get(name)), needed.get(name)
        if request is None or name not in _POD_LEVEL:
            continue
        if limit is not None and request > limit:
            message = f"the request {value} is above the limit {limits[name]}"
            yield scope.found("resources", "requests", name, message=message, fix="lower the request or raise the limit")
        elif least is not None and request < least:
            message = f"the containers together request {least}, the Pod only {value}"
            yield scope.found("resources", "requests", name, message=message, fix=f"write {least} or more")
    yield from _limits(scope, limits, requests)


def _limits(scope: Scope, limits: dict[str, Any], requests: dict[str, Any]) -> Iterator[Found]:
    for name, value in limits.items():
        limit = parsed(value)
        if limit is None or name not in _POD_LEVEL or parsed(requests.get(name)) not in (None, limit):
            continue
        for field in ("containers", "initContainers"):
            for _, container in entries(scope.value, field):
                own = mapping(mapping(container, "resources"), "limits").get(name)
                amount = parsed(own)
                if amount is not None and amount > limit:
                    message = f"a container's limit is {own}, the Pod's only {value}"
                    yield scope.found("resources", "limits", name, message=message, fix="raise the Pod's or lower the container's")
                    return
