"""Rules about quantities: what a container asks for and may use."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from kpod import names
from kpod.errors import Problem, SpecError
from kpod.quantity import Quantity
from kpod.rules.scope import Found, Path, Scope, at, entries, is_template, mapping

_STANDARD = ("cpu", "memory", "ephemeral-storage")
_BYTES = ("memory", "ephemeral-storage")
_NOTHING, _ONE = Quantity(0), Quantity(1)
_MEANT = {
    "cpus": "cpu",
    "core": "cpu",
    "cores": "cpu",
    "mem": "memory",
    "ram": "memory",
    "storage": "ephemeral-storage",
    "disk": "ephemeral-storage",
}
_ALIASES = {"gpu": "nvidia.com/gpu", "gpus": "nvidia.com/gpu"}


def quantity(scope: Scope) -> Iterator[Found]:
    """Amounts that are no quantities, or less than nothing."""
    for path, value in _amounts(scope):
        amount = _read(value)
        if isinstance(amount, Problem):
            yield scope.found(*path, message=amount.message, fix=amount.fix)
        elif amount < _NOTHING and (scope.what != "object" or path[-1] == "storage"):
            yield scope.found(*path, message=f'"{value}" is less than nothing', fix="write an amount of 0 or more")


def milli_memory(scope: Scope) -> Iterator[Found]:
    """Thousandths of a byte: `512m` of memory is half a byte; docker's 512m is Kubernetes' 512Mi."""
    for path, value in _amounts(scope):
        amount = parsed(value) if path[-1] in _BYTES or path[-1] == "sizeLimit" else None
        if amount is not None and not is_multiple(amount, _ONE):
            number = str(value).rstrip("m")
            fix = f"did you mean {number}Mi?" if number != value else "write whole bytes"
            yield scope.found(*path, message=f'"{value}" is a fraction of a byte', fix=fix)


def resource_name(scope: Scope) -> Iterator[Found]:
    """Names of resources: `cpu`, `memory`, `ephemeral-storage`, `hugepages-…`, or `domain/name`."""
    for field in ("requests", "limits"):
        for name in _of(scope, field):
            if not isinstance(name, str) or is_template(name) or name in _STANDARD or name.startswith("hugepages-"):
                continue
            path = ("resources", field, name)
            if "/" in name:
                yield from scope.wrong(names.wrong_qualified(name, "name of a resource"), *path)
            else:
                better = _MEANT.get(name.lower()) or _ALIASES.get(name.lower()) or (name.lower() if name.lower() in _STANDARD else "")
                fix = f"did you mean {better}?" if better else "write cpu, memory, ephemeral-storage, or domain/name as nvidia.com/gpu"
                yield scope.found(*path, message=f'there is no resource "{name}"', fix=fix)


def request_over_limit(scope: Scope) -> Iterator[Found]:
    """A request above its limit."""
    limits = _of(scope, "limits")
    for name, value in _of(scope, "requests").items():
        request, limit = parsed(value), parsed(limits.get(name))
        if request is not None and limit is not None and request > limit:
            fix = "lower the request or raise the limit"
            yield scope.found("resources", "requests", name, message=f"the request {value} is above the limit {limits[name]}", fix=fix)


def extended(scope: Scope) -> Iterator[Found]:
    """Devices and other extended resources: whole numbers, with a limit that equals the request."""
    requests, limits = _of(scope, "requests"), _of(scope, "limits")
    for field, values in (("requests", requests), ("limits", limits)):
        for name, value in values.items():
            amount = parsed(value)
            if _is_extended(name) and amount is not None and not is_multiple(amount, _ONE):
                yield scope.found("resources", field, name, message=f"{value} is no whole number", fix="such a resource cannot be divided")
    for name, value in requests.items():
        request, limit = parsed(value), parsed(limits.get(name))
        if _is_extended(name) and request is not None and name not in limits:
            yield scope.found("resources", "requests", name, message="it has no limit", fix=f"write limits: {{{name}: {value}}}")
        elif _is_extended(name) and request is not None and limit is not None and request < limit:
            message = f"the request {value} is not the limit {limits[name]}"
            yield scope.found("resources", "requests", name, message=message, fix="for such a resource both are the same")


def parsed(value: Any) -> Quantity | None:
    """The quantity, or None where it is none, or not known yet."""
    if is_template(value) or isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    found = _read(value)
    return found if isinstance(found, Quantity) else None


@lru_cache(1024, typed=True)
def _read(value: str | int | float) -> Quantity | Problem:
    """The quantity, or why it is none."""
    try:
        return Quantity(value)
    except SpecError as error:
        return error.problems[0]


@lru_cache(1024)
def is_multiple(amount: Quantity, unit: Quantity) -> bool:
    """Whether an amount is a whole number of units."""
    return amount.value % unit.value == 0


def _amounts(scope: Scope) -> Iterator[tuple[Path, Any]]:
    found: list[tuple[Path, Any]] = []
    if scope.what == "container":
        found = [(("resources", field, name), value) for field in ("requests", "limits") for name, value in _of(scope, field).items()]
    elif scope.what == "object":
        if scope.kind == "PersistentVolumeClaim":
            claim = at(scope.value, ("spec", "resources"))
            found = [
                (("spec", "resources", field, name), value)
                for field in ("requests", "limits")
                for name, value in mapping(claim, field).items()
            ]
        elif scope.kind == "PersistentVolume":
            found = [(("spec", "capacity", name), value) for name, value in at(scope.value, ("spec", "capacity")).items()]
    else:
        found = [(("overhead", name), value) for name, value in mapping(scope.value, "overhead").items()]
        found += [(("resources", field, name), value) for field in ("requests", "limits") for name, value in _of(scope, field).items()]
        for index, volume in entries(scope.value, "volumes"):
            found.append((("volumes", index, "emptyDir", "sizeLimit"), mapping(volume, "emptyDir").get("sizeLimit")))
    yield from ((path, value) for path, value in found if isinstance(value, str | int | float) and not is_template(value))


def _of(scope: Scope, field: str) -> dict[str, Any]:
    return at(scope.value, ("resources", field))


def _is_extended(name: object) -> bool:
    return isinstance(name, str) and "/" in name and "kubernetes.io/" not in name and not name.startswith("requests.")
