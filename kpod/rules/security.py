"""Rules about security settings that contradict each other, or that the Pod's operating system does not have.

What a cluster's Pod Security admission forbids is another question: `kpod.rules.pod_security`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kpod.rules.scope import Found, Path, Scope, Value, entries, mapping, text, words

_CAPABILITY = re.compile(r"[A-Z0-9_]+", re.ASCII | re.IGNORECASE)
_SYSCTL = re.compile(r"([a-z0-9]([-_a-z0-9]*[a-z0-9])?[./])*[a-z0-9]([-_a-z0-9]*[a-z0-9])?", re.ASCII)
_POD_LINUX: tuple[str, ...] = (
    "appArmorProfile",
    "seLinuxOptions",
    "seccompProfile",
    "fsGroup",
    "fsGroupChangePolicy",
    "sysctls",
    "runAsUser",
    "runAsGroup",
)
_POD_LINUX += ("supplementalGroups", "supplementalGroupsPolicy")
_LINUX: tuple[str, ...] = (
    "appArmorProfile",
    "seLinuxOptions",
    "seccompProfile",
    "capabilities",
    "readOnlyRootFilesystem",
    "privileged",
    "procMount",
)
_LINUX += ("allowPrivilegeEscalation", "runAsUser", "runAsGroup")
_HOST = ("hostPID", "hostIPC")  # the node's network is there, and a hostProcess container demands it
_HOST_WORD = ("shareProcessNamespace", "hostUsers")  # not even as false


def security(scope: Scope) -> Iterator[Found]:
    """Security settings that contradict each other, so that the server refuses or the kubelet never starts the container."""
    own = mapping(scope.value, "securityContext")
    yield from _profiles(scope, own)
    if scope.what == "pod":
        yield from _pod(scope, own)
        return
    around = mapping(scope.pod, "securityContext")
    merged = {**around, **{key: value for key, value in own.items() if value is not None}}
    if merged.get("runAsNonRoot") is True and merged.get("runAsUser") == 0 and not isinstance(merged.get("runAsUser"), bool):
        yield scope.found("securityContext", message="runAsNonRoot forbids runAsUser 0", fix="name another user")
    if own.get("allowPrivilegeEscalation") is False:
        added = {name for _, name in words(mapping(own, "capabilities"), "add")}
        for is_set, what in ((own.get("privileged") is True, "privileged"), ("CAP_SYS_ADMIN" in added, "CAP_SYS_ADMIN")):
            if is_set:
                message = f"{what} contradicts allowPrivilegeEscalation: false"
                yield scope.found("securityContext", message=message, fix="leave out one of them")
    if own.get("procMount") == "Unmasked" and scope.pod.get("hostUsers") in (None, True):
        fix = "write hostUsers: false in the Pod's spec"
        yield scope.found("securityContext", "procMount", message="an unmasked /proc needs users of the Pod's own", fix=fix)


def _profiles(scope: Scope, own: Value) -> Iterator[Found]:
    for field in ("seccompProfile", "appArmorProfile"):
        profile = mapping(own, field)
        kind, file = text(profile, "type"), profile.get("localhostProfile")
        if kind == "Localhost" and not file:
            yield scope.found("securityContext", field, message="type Localhost needs localhostProfile", fix="write it, or RuntimeDefault")
        elif kind in ("RuntimeDefault", "Unconfined") and file:
            path = ("securityContext", field, "localhostProfile")
            yield scope.found(*path, message=f"type {kind} takes no localhostProfile", fix="leave it out, or write type: Localhost")


def _pod(scope: Scope, own: Value) -> Iterator[Found]:
    if scope.value.get("shareProcessNamespace") is True and scope.value.get("hostPID") is True:
        message = "the Pod cannot share its own processes and the node's"
        yield scope.found("shareProcessNamespace", message=message, fix="keep shareProcessNamespace or hostPID")
    if scope.value.get("hostUsers") is False:
        for field in ("hostPID", "hostIPC", "hostNetwork"):
            if scope.value.get(field) is True and field != "hostNetwork":
                yield scope.found("hostUsers", message=f"users of the Pod's own do not go with {field}", fix="leave out one of them")
    seen: set[str] = set()
    for index, entry in entries(own, "sysctls"):
        name, place = text(entry, "name"), ("securityContext", "sysctls", index)
        if name is None:
            continue
        if not _SYSCTL.fullmatch(name) or len(name) > 253:
            yield scope.found(*place, "name", message=f'"{name}" is no name of a setting', fix="as net.core.somaxconn")
        elif name in seen:
            yield scope.found(*place, message=f"{name} is set twice", fix="remove one")
        elif scope.value.get("hostNetwork") is True and name.startswith("net."):
            message = f"{name} would change the node's network"
            yield scope.found(*place, "name", message=message, fix="leave it out, or hostNetwork")
        seen.add(name)


def system(scope: Scope) -> Iterator[Found]:
    """Settings of another operating system than the one that `os` names."""
    name = mapping(scope.pod, "os").get("name")
    if name not in ("windows", "linux"):
        return
    own = mapping(scope.value, "securityContext")
    wrong: list[Path] = []
    if name == "linux":
        wrong = [("securityContext", "windowsOptions")] if own.get("windowsOptions") is not None else []
    else:
        fields = _POD_LINUX if scope.what == "pod" else _LINUX
        wrong = [("securityContext", field) for field in fields if own.get(field) is not None]
        if scope.what == "pod":
            wrong += [(field,) for field in _HOST if scope.value.get(field) is True]
            wrong += [(field,) for field in _HOST_WORD if scope.value.get(field) is not None]
    for path in wrong:
        yield scope.found(*path, message=f"a {name} Pod has no {path[-1]}", fix="leave it out")


def capability(scope: Scope) -> Iterator[Found]:
    """Names of capabilities: a runtime passes over what it does not know."""
    capabilities = mapping(mapping(scope.value, "securityContext"), "capabilities")
    for index, name in words(capabilities, "add"):
        if not _CAPABILITY.fullmatch(name):
            better = re.sub(r"[^A-Za-z0-9]+", "_", name).strip("_").upper()
            path = ("securityContext", "capabilities", "add", index)
            yield scope.found(
                *path,
                message=f'"{name}" is no capability, and is passed over',
                fix=f"did you mean {better}?" if better else "as NET_BIND_SERVICE",
            )
