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

_PATH_NAMED = ("Role", "ClusterRole", "RoleBinding", "ClusterRoleBinding")


def name(scope: Scope) -> Iterator[Found]:
    """The names of the object, its namespace, its containers, volumes, ports and what it refers to."""
    if scope.what == "metadata":
        yield from _object_names(scope)
    elif scope.what == "pod":
        for index, volume in named(entries(scope.value, "volumes")):
            yield from scope.wrong(names.wrong_name(volume, "volume"), "volumes", index, "name")
        override = text(scope.value, "hostnameOverride")
        if override is not None:
            yield from scope.wrong(names.wrong_name(override, "host"), "hostnameOverride")
        for index, gate in named(entries(scope.value, "schedulingGates")):
            yield from scope.wrong(names.wrong_qualified(gate, "gate"), "schedulingGates", index, "name")
        for index, claim in named(entries(scope.value, "resourceClaims")):
            yield from scope.wrong(names.wrong_name(claim, "label"), "resourceClaims", index, "name")
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
            yield from scope.wrong(names.wrong_port_name(port) if port else None, "ports", index, "name")


def _object_names(scope: Scope) -> Iterator[Found]:
    if scope.path != ("metadata",):
        return  # nobody reads the names in a template
    own, prefix, namespace = (text(scope.value, key) for key in ("name", "generateName", "namespace"))
    if own and scope.kind in _PATH_NAMED:
        yield from scope.wrong(_wrong_path_name(own), "name")
    elif own:
        yield from scope.wrong(names.wrong_name(own, _spelt_as(scope.kind)), "name")
    if prefix:
        yield from scope.wrong(_wrong_prefix(prefix, scope.kind), "generateName")
    if namespace:
        yield from scope.wrong(names.wrong_name(namespace, "Namespace"), "namespace")


def _spelt_as(kind: str) -> str:
    return "label" if kind == "Service" else kind or "Pod"


def _wrong_prefix(prefix: str, kind: str) -> tuple[str, str] | None:
    """The server cuts a prefix to 58 characters and adds five, but judges the whole of it."""
    if kind in _PATH_NAMED:
        return _wrong_path_name(prefix)
    if kind == "CronJob" and 47 < len(prefix) <= 253:
        return f"the prefix has {len(prefix)} characters, and five more make a name of more than 52", "write at most 47"
    return names.wrong_prefix(prefix, "label" if kind in ("Service", "Namespace") else "Pod")


def _wrong_path_name(name: str) -> tuple[str, str] | None:
    """Roles are named as one likes, as long as the name is one step of a path."""
    return (f'"{name}" is no name of a role: it has no / and no %', "") if name in (".", "..") or "/" in name or "%" in name else None


def object_name(scope: Scope) -> Iterator[Found]:
    """An object needs a name, or a prefix for one."""
    metadata = mapping(scope.value, "metadata")
    storage = text(mapping(scope.value, "spec"), "storageClassName") if scope.kind.startswith("PersistentVolume") else None
    if scope.kind in ("RoleBinding", "ClusterRoleBinding"):
        role = text(mapping(scope.value, "roleRef"), "name")
        yield from scope.wrong(_wrong_path_name(role) if role else None, "roleRef", "name")
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
