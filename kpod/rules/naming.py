"""Rules about names, labels and keys: what the server refuses before it looks at anything else."""

from __future__ import annotations

from collections.abc import Iterator

from kpod import names
from kpod.rules.scope import Found, Scope, Value, duplicates, entries, is_template, mapping, text
from kpod.rules.scope import names as named

_REFERS = {
    "serviceAccountName": "ServiceAccount",
    "priorityClassName": "PriorityClass",
    "runtimeClassName": "RuntimeClass",
    "nodeName": "Node",
}


def name(scope: Scope) -> Iterator[Found]:
    """The names of the object, its namespace, its containers, volumes, ports and what it refers to."""
    if scope.what == "metadata":
        yield from _object_names(scope)
    elif scope.what == "pod":
        for index, volume in named(entries(scope.value, "volumes")):
            yield from scope.wrong(names.wrong_name(volume, "volume"), "volumes", index, "name")
        for field in ("hostname", "subdomain"):
            host = text(scope.value, field)
            if host:
                yield from scope.wrong(names.wrong_name(host, "label"), field)
        for field, kind in _REFERS.items():
            refers = text(scope.value, field)
            if refers:
                yield from scope.wrong(names.wrong_name(refers, kind), field)
    else:
        container = text(scope.value, "name")
        if container is not None:
            yield from scope.wrong(names.wrong_name(container, "container"), "name")
        for index, port in named(entries(scope.value, "ports")):
            yield from scope.wrong(names.wrong_port_name(port), "ports", index, "name")


def _object_names(scope: Scope) -> Iterator[Found]:
    own, prefix, namespace = (text(scope.value, key) for key in ("name", "generateName", "namespace"))
    if own:
        yield from scope.wrong(names.wrong_name(own, "label" if scope.kind == "Service" else scope.kind or "Pod"), "name")
    if prefix:
        yield from scope.wrong(names.wrong_prefix(prefix, scope.kind or "Pod"), "generateName")
    if namespace:
        yield from scope.wrong(names.wrong_name(namespace, "Namespace"), "namespace")


def object_name(scope: Scope) -> Iterator[Found]:
    """An object needs a name, or a prefix for one."""
    metadata = mapping(scope.value, "metadata")
    storage = text(mapping(scope.value, "spec"), "storageClassName") if scope.kind.startswith("PersistentVolume") else None
    if storage:
        yield from scope.wrong(names.wrong_name(storage, "StorageClass"), "spec", "storageClassName")
    if scope.kind and not scope.kind.endswith("List") and not metadata.get("name") and not metadata.get("generateName"):
        yield scope.found("metadata", message=f"the {scope.kind} has neither name nor generateName", fix="write metadata.name")


def label(scope: Scope) -> Iterator[Found]:
    """Keys and values of labels, node selectors, and keys of annotations."""
    if scope.what == "object":
        if scope.kind == "Service":
            yield from _labels(scope, mapping(scope.value, "spec"), ("spec", "selector"), "label key")
        return
    fields = (("labels", "label key"), ("annotations", "annotation key")) if scope.what == "metadata" else (("nodeSelector", "label key"),)
    for field, what in fields:
        yield from _labels(scope, scope.value, (field,), what)


def _labels(scope: Scope, value: Value, place: tuple[str, ...], what: str) -> Iterator[Found]:
    is_annotation = what == "annotation key"
    for key, entry in mapping(value, place[-1]).items():
        if not isinstance(key, str) or is_template(key):
            continue
        yield from scope.wrong(names.wrong_qualified(key.lower() if is_annotation else key, what), *place, key)
        if not is_annotation and isinstance(entry, str) and not is_template(entry):
            yield from scope.wrong(names.wrong_label_value(entry), *place, key)


def env_name(scope: Scope) -> Iterator[Found]:
    """Names of environment variables that no server takes."""
    for index, variable in named(entries(scope.value, "env")):
        yield from scope.wrong(names.wrong_env_name(variable), "env", index, "name")


def env_name_portable(scope: Scope) -> Iterator[Found]:
    """Names of environment variables that servers before 1.34 and most shells do not take."""
    for index, variable in named(entries(scope.value, "env")):
        if not names.wrong_env_name(variable) and not names.is_portable_env_name(variable):
            message = f'servers before 1.34 refuse the name "{variable}", and a shell cannot read it'
            yield scope.found("env", index, "name", message=message, fix="use letters, digits and _, no digit first")


def duplicate_name(scope: Scope) -> Iterator[Found]:
    """Two containers (init containers count), two volumes, or two ports of one container with the same name."""
    if scope.what == "container":
        for index, port in duplicates(named(entries(scope.value, "ports"))):
            yield scope.found("ports", index, "name", message=f'two ports are called "{port}"', fix="give each its own name")
        return
    lists = ("initContainers", "containers", "ephemeralContainers")
    containers = [((field, index), found) for field in lists for index, found in named(entries(scope.value, field))]
    for (field, index), found in duplicates(containers):
        yield scope.found(field, index, "name", message=f'two containers are called "{found}"', fix="give each its own name")
    for index, volume in duplicates(named(entries(scope.value, "volumes"))):
        yield scope.found("volumes", index, "name", message=f'two volumes are called "{volume}"', fix="declare it once and mount it twice")


def duplicate_env(scope: Scope) -> Iterator[Found]:
    """One variable set twice: the last one wins, silently."""
    for index, variable in duplicates(named(entries(scope.value, "env"))):
        yield scope.found("env", index, message=f'"{variable}" is set twice; the last one wins', fix="remove one")
