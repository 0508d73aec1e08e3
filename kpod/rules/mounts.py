"""Rules about what is mounted into a container, and where."""

from __future__ import annotations

from collections.abc import Iterator

from kpod.rules.scope import Found, Scope, entries, is_template, mapping, text
from kpod.rules.scope import names as named

_BLOCKS = ("persistentVolumeClaim", "ephemeral")


def mount(scope: Scope) -> Iterator[Found]:
    """A mount has a path and one sub path; what it shares with the node needs `privileged`; a device is a claim's."""
    privileged = mapping(scope.value, "securityContext").get("privileged")
    for index, entry in entries(scope.value, "volumeMounts"):
        place = ("volumeMounts", index)
        if entry.get("mountPath") == "":
            yield scope.found(*place, "mountPath", message="the mount has no path", fix="write mountPath: /data")
        if entry.get("subPath") and entry.get("subPathExpr"):
            yield scope.found(*place, "subPathExpr", message="it has both subPath and subPathExpr", fix="keep one of them")
        if entry.get("mountPropagation") == "Bidirectional" and privileged is not True and not is_template(privileged):
            message = "only a privileged container mounts for the node too"
            yield scope.found(*place, "mountPropagation", message=message, fix="write HostToContainer, or privileged: true")
        recursive = text(entry, "recursiveReadOnly")
        if recursive in ("Enabled", "IfPossible") and entry.get("readOnly") in (None, False):
            yield scope.found(*place, "recursiveReadOnly", message="it is not readOnly at all", fix="write readOnly: true beside it")
    yield from _devices(scope)


def _devices(scope: Scope) -> Iterator[Found]:
    volumes = {name: scope.pod["volumes"][index] for index, name in named(entries(scope.pod, "volumes"))}
    mounted = {name for _, name in named(entries(scope.value, "volumeMounts"))}
    paths = {text(entry, "mountPath") for _, entry in entries(scope.value, "volumeMounts")}
    for index, entry in entries(scope.value, "volumeDevices"):
        place, name, path = ("volumeDevices", index), text(entry, "name"), text(entry, "devicePath")
        if path is not None and (not path or ".." in path.split("/")):
            yield scope.found(*place, "devicePath", message="a device has a path without dots", fix="as /dev/xvda")
        if path and path in paths:
            yield scope.found(*place, "devicePath", message=f'a volume is mounted at "{path}" too', fix="give each its own path")
        elif name in mounted:
            message = f'"{name}" is both a device and a folder'
            yield scope.found(*place, "name", message=message, fix="mount it, or take it as a device")
        elif name in volumes and not any(volumes[name].get(field) for field in _BLOCKS):
            fix = "only a claim with volumeMode: Block can be one"
            yield scope.found(*place, "name", message=f'the volume "{name}" is no device', fix=fix)


def mount_path(scope: Scope) -> Iterator[Found]:
    """Paths in a container begin with `/`, and hold no colon: what a runtime makes of others is its own affair."""
    for index, entry in entries(scope.value, "volumeMounts"):
        path = text(entry, "mountPath")
        if path and not path.startswith("/") and not (len(path) > 1 and path[1] == ":"):
            yield scope.found("volumeMounts", index, "mountPath", message=f'"{path}" is no absolute path', fix=f"write /{path}")
        elif path and path.startswith("/") and ":" in path:
            yield scope.found("volumeMounts", index, "mountPath", message=f'"{path}" holds a colon', fix="leave it out")


def working_dir(scope: Scope) -> Iterator[Found]:
    """The working folder is an absolute path."""
    path = text(scope.value, "workingDir")
    if path and not path.startswith("/") and not (len(path) > 1 and path[1] == ":"):
        yield scope.found("workingDir", message=f'"{path}" is no absolute path', fix=f"write /{path}")
