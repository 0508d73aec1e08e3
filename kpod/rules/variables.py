"""Rules about where variables come from: keys of Secrets and ConfigMaps, fields and resources of the Pod, other variables."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kpod import names
from kpod.rules.amounts import parsed
from kpod.rules.scope import Found, Path, Scope, Value, entries, is_template, mapping, text
from kpod.rules.scope import names as named

_ENV_FIELDS: tuple[str, ...] = ("metadata.name", "metadata.namespace", "metadata.uid", "spec.nodeName", "spec.serviceAccountName")
_ENV_FIELDS += ("status.hostIP", "status.hostIPs", "status.podIP", "status.podIPs")
_FILE_FIELDS = ("metadata.annotations", "metadata.labels", "metadata.name", "metadata.namespace", "metadata.uid")
_SUBSCRIPT = re.compile(r"metadata\.(annotations|labels)\['(.+)'\]")
_CPU, _BYTES = ("1m", "1"), ("1", "1k", "1M", "1G", "1T", "1P", "1E", "1Ki", "1Mi", "1Gi", "1Ti", "1Pi", "1Ei")
_RESOURCES = tuple(f"{field}.{name}" for field in ("limits", "requests") for name in ("cpu", "ephemeral-storage", "memory"))
_KUBERNETES = re.compile(r"KUBERNETES_(SERVICE_(HOST|PORT(_HTTPS)?)|PORT(_443_TCP(_(ADDR|PORT|PROTO))?)?)")
_REFERENCE = re.compile(r"(?<!\$)\$\(([^()\s]+)\)")


def env_reference(scope: Scope) -> Iterator[Found]:
    """A variable from a Secret or a ConfigMap names it and the key; a prefix is a name's beginning."""
    for index, entry in entries(scope.value, "env"):
        for field in ("secretKeyRef", "configMapKeyRef"):
            found = mapping(entry, "valueFrom").get(field)
            if isinstance(found, dict):
                yield from _key_of(scope, found, ("env", index, "valueFrom", field))
    for index, entry in entries(scope.value, "envFrom"):
        prefix = text(entry, "prefix")
        if prefix:
            yield from scope.wrong(names.wrong_env_name(prefix), "envFrom", index, "prefix")
        for field in ("secretRef", "configMapRef"):
            name = text(mapping(entry, field), "name")
            if name:
                yield from scope.wrong(
                    names.wrong_name(name, "Secret" if field == "secretRef" else "ConfigMap"), "envFrom", index, field, "name"
                )


def _key_of(scope: Scope, found: Value, path: Path) -> Iterator[Found]:
    what = "Secret" if path[-1] == "secretKeyRef" else "ConfigMap"
    name, key = text(found, "name"), text(found, "key")
    if name == "" or found.get("name") is None:
        yield scope.found(*path, "name", message=f"it names no {what}", fix="write its name")
    elif name:
        yield from scope.wrong(names.wrong_name(name, what), *path, "name")
    if key == "":
        yield scope.found(*path, "key", message=f"it names no key of the {what}", fix="write the key")
    elif key:
        yield from scope.wrong(names.wrong_key(key), *path, "key")


def field_ref(scope: Scope) -> Iterator[Found]:
    """Fields and resources of the Pod that can be had as a variable or as a file."""
    if scope.what == "container":
        for index, entry in entries(scope.value, "env"):
            yield from _field(scope, mapping(entry, "valueFrom"), ("env", index, "valueFrom"), _ENV_FIELDS)
        return
    for volume, entry in entries(scope.value, "volumes"):
        places: list[tuple[Path, Value]] = [(("volumes", volume, "downwardAPI"), mapping(entry, "downwardAPI"))]
        for source, each in entries(mapping(entry, "projected"), "sources"):
            places.append((("volumes", volume, "projected", "sources", source, "downwardAPI"), mapping(each, "downwardAPI")))
        for place, value in places:
            for index, item in entries(value, "items"):
                yield from _item(scope, item, (*place, "items", index))


def _item(scope: Scope, item: Value, place: Path) -> Iterator[Found]:
    given = [field for field in ("fieldRef", "resourceFieldRef") if item.get(field) is not None]
    if len(given) != 1:
        message = "it has both fieldRef and resourceFieldRef" if given else "it names no field"
        yield scope.found(*place, message=message, fix="write fieldRef or resourceFieldRef")
        return
    resource = item.get("resourceFieldRef")
    if isinstance(resource, dict) and not resource.get("containerName"):
        path = (*place, "resourceFieldRef", "containerName")
        yield scope.found(*path, message="a file does not know whose resource is meant", fix="write the container's name")
    yield from _field(scope, item, place, _FILE_FIELDS)


def _field(scope: Scope, source: Value, place: Path, known: tuple[str, ...]) -> Iterator[Found]:
    path = text(mapping(source, "fieldRef"), "fieldPath")
    if path is not None and path not in known:
        match = _SUBSCRIPT.fullmatch(path)
        wrong = names.wrong_qualified(match[2].lower() if match[1] == "annotations" else match[2]) if match else ("", "")
        if wrong:
            fix = f"write one of {', '.join(known)}, or metadata.labels['…']"
            yield scope.found(*place, "fieldRef", "fieldPath", message=f'"{path}" cannot be had here', fix=fix)
    resource, divisor = text(mapping(source, "resourceFieldRef"), "resource"), mapping(source, "resourceFieldRef").get("divisor")
    if resource is None:
        return
    if resource not in _RESOURCES and not resource.partition(".")[2].startswith("hugepages-"):
        fix = f"write one of {', '.join(_RESOURCES)}"
        yield scope.found(*place, "resourceFieldRef", "resource", message=f'there is no resource "{resource}" to tell', fix=fix)
        return
    amount, fits = parsed(divisor), _CPU if resource.endswith(".cpu") else _BYTES
    if amount is not None and amount.value != 0 and amount.canonical not in {_canonical(one) for one in fits}:
        path_to = (*place, "resourceFieldRef", "divisor")
        yield scope.found(*path_to, message=f"{divisor} is no divisor for {resource}", fix=f"write one of {', '.join(fits)}")


def _canonical(one: str) -> str:
    amount = parsed(one)
    return amount.canonical if amount is not None else one


def reserved_env(scope: Scope) -> Iterator[Found]:
    """Variables by which a container finds the API server: the kubelet sets them, and setting them cuts the container off."""
    for index, name in named(entries(scope.value, "env")):
        if _KUBERNETES.fullmatch(name):
            message = f"{name} is set by the kubelet, and clients find the API server by it"
            yield scope.found("env", index, "name", message=message, fix="give it another name")


def env_order(scope: Scope) -> Iterator[Found]:
    """`$(NAME)` of a variable that comes later stays as it is written."""
    variables = list(named(entries(scope.value, "env")))
    last = {name: index for index, name in variables}
    first: dict[str, int] = {}
    for index, name in variables:
        first.setdefault(name, index)
    for index, entry in entries(scope.value, "env"):
        value = entry.get("value")
        if not isinstance(value, str) or "$(" not in value or is_template(value):
            continue
        for name in _REFERENCE.findall(value):
            if name in first and first[name] > index and last[name] > index:
                message = f"$({name}) comes later, so it stays as it is written"
                yield scope.found("env", index, "value", message=message, fix=f"put {name} above it")
