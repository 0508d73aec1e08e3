"""Pod Security, offline: what a namespace that enforces `baseline` or `restricted` forbids, and which fields to change.

The checks are those of Kubernetes' own admission, in their newest version. What a cluster exempts (users, runtime classes, namespaces)
is not known here. A value that is still a template is not judged.

Source: https://kubernetes.io/docs/concepts/security/pod-security-standards/
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from difflib import get_close_matches
from functools import partial
from typing import Any, Literal, get_args

from kpod.errors import Problem, SpecError
from kpod.rules.scope import (
    CONTAINER_LISTS,
    Found,
    Labels,
    Path,
    Value,
    entries,
    is_template,
    mapping,
    place_of,
    shown,
    template_of,
    whole,
    words,
)

PodSecurity = Literal["privileged", "baseline", "restricted"]
Check = Callable[[Value, Path], Iterator[Found]]

_CAPABILITIES = ("AUDIT_WRITE", "CHOWN", "DAC_OVERRIDE", "FOWNER", "FSETID", "KILL", "MKNOD", "NET_BIND_SERVICE", "SETFCAP", "SETGID")
_CAPABILITIES_OF_BASELINE = (*_CAPABILITIES, "SETPCAP", "SETUID", "SYS_CHROOT")
_SELINUX = ("", "container_t", "container_init_t", "container_kvm_t", "container_engine_t")
_SYSCTLS = (
    "kernel.shm_rmid_forced",
    "net.ipv4.ip_local_port_range",
    "net.ipv4.ip_unprivileged_port_start",
    "net.ipv4.tcp_syncookies",
    "net.ipv4.ping_group_range",
    "net.ipv4.ip_local_reserved_ports",
    "net.ipv4.tcp_keepalive_time",
    "net.ipv4.tcp_fin_timeout",
    "net.ipv4.tcp_keepalive_intvl",
    "net.ipv4.tcp_keepalive_probes",
    "net.ipv4.tcp_rmem",
    "net.ipv4.tcp_wmem",
)
_VOLUMES = ("configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "image", "persistentVolumeClaim", "projected", "secret")
_APPARMOR = "container.apparmor.security.beta.kubernetes.io/"
_PROBES = ("livenessProbe", "readinessProbe", "startupProbe")


def pod_security(body: Mapping[str, Any], level: PodSecurity) -> list[Problem]:
    """Return what a namespace that enforces a level of Pod Security forbids in a Pod, each with the field to change.

    Args:
        body: a Pod, or whatever holds a Pod's template: a Job is admitted where its Pods are refused, so the template is judged.
        level: `baseline`, `restricted` (baseline and more), or `privileged`, which forbids nothing.

    Returns:
        Problems of the rule `pod-security`, all errors; empty where the Pod would be admitted, and for kinds without Pods.

    Raises:
        SpecError: no such level.

    Examples:
        >>> [problem.path for problem in pod_security({"kind": "Pod", "spec": {"hostNetwork": True, "containers": []}}, "baseline")]
        ['spec.hostNetwork']
    """
    if level not in get_args(PodSecurity):
        near = get_close_matches(str(level), get_args(PodSecurity), 1)
        fix = f"did you mean {near[0]}?" if near else "write baseline, restricted or privileged"
        raise SpecError(f'there is no level "{level}"', path="level", rule="pod-security", fix=fix)
    whole_body = dict(body)
    template = template_of(whole_body)
    spec = mapping(template, "spec")
    if not spec or level == "privileged":
        return []
    place = place_of(str(body["kind"]))
    is_restricted = level == "restricted"
    checks: tuple[Check, ...] = (*_BASELINE, partial(_proc_mount, is_restricted=is_restricted), *(_RESTRICTED if is_restricted else ()))
    found = [each for check in checks for each in check(template, place)]
    seen: Labels = {}
    return [Problem(shown(each.path, whole_body, seen), "pod-security", each.message, each.fix) for each in found]


def _containers(spec: Value, place: Path) -> Iterator[tuple[Value, Path]]:
    for field in CONTAINER_LISTS:
        for index, container in entries(spec, field):
            yield container, (*place, "spec", field, index)


def _contexts(template: Value, place: Path) -> Iterator[tuple[Value, Path]]:
    """The security settings of the Pod, and of each container."""
    spec = mapping(template, "spec")
    yield mapping(spec, "securityContext"), (*place, "spec", "securityContext")
    for container, path in _containers(spec, place):
        yield mapping(container, "securityContext"), (*path, "securityContext")


def _host(template: Value, place: Path) -> Iterator[Found]:
    for field in ("hostNetwork", "hostPID", "hostIPC"):
        if mapping(template, "spec").get(field) is True:
            yield Found((*place, "spec", field), "the node's own is forbidden", "leave it out")


def _host_process(template: Value, place: Path) -> Iterator[Found]:
    for context, path in _contexts(template, place):
        if mapping(context, "windowsOptions").get("hostProcess") is True:
            yield Found((*path, "windowsOptions", "hostProcess"), "a process of the node is forbidden", "leave it out")


def _privileged(template: Value, place: Path) -> Iterator[Found]:
    for container, path in _containers(mapping(template, "spec"), place):
        if mapping(container, "securityContext").get("privileged") is True:
            yield Found((*path, "securityContext", "privileged"), "privileged is forbidden", "leave it out")


def _capabilities(template: Value, place: Path, allowed: tuple[str, ...]) -> Iterator[Found]:
    for container, path in _containers(mapping(template, "spec"), place):
        for index, name in words(mapping(mapping(container, "securityContext"), "capabilities"), "add"):
            if name not in allowed:
                where = (*path, "securityContext", "capabilities", "add", index)
                yield Found(where, f"the capability {name} is forbidden", f"leave it out; allowed: {', '.join(allowed)}")


def _host_path(template: Value, place: Path) -> Iterator[Found]:
    for index, volume in entries(mapping(template, "spec"), "volumes"):
        if volume.get("hostPath") is not None:
            yield Found((*place, "spec", "volumes", index, "hostPath"), "a folder of the node is forbidden", "use a claim or an emptyDir")


def _host_ports(template: Value, place: Path) -> Iterator[Found]:
    for container, path in _containers(mapping(template, "spec"), place):
        for index, port in entries(container, "ports"):
            if whole(port, "hostPort"):
                yield Found((*path, "ports", index, "hostPort"), "a port of the node is forbidden", "leave it out, and use a Service")


def _host_probes(template: Value, place: Path) -> Iterator[Found]:
    for container, path in _containers(mapping(template, "spec"), place):
        lifecycle = mapping(container, "lifecycle")
        actions: list[tuple[Path, Value]] = [((field,), mapping(container, field)) for field in _PROBES]
        actions += [(("lifecycle", field), mapping(lifecycle, field)) for field in ("postStart", "preStop")]
        for where, action in actions:
            for kind in ("httpGet", "tcpSocket"):
                host = mapping(action, kind).get("host")
                if host and not is_template(host):
                    yield Found((*path, *where, kind, "host"), "naming a host is forbidden", "leave it out: the Pod is asked")


def _apparmor(template: Value, place: Path) -> Iterator[Found]:
    for context, path in _contexts(template, place):
        if mapping(context, "appArmorProfile").get("type") == "Unconfined":
            yield Found((*path, "appArmorProfile", "type"), "Unconfined is forbidden", "write RuntimeDefault, or leave it out")
    for key, value in mapping(mapping(template, "metadata"), "annotations").items():
        is_ours = key.startswith(_APPARMOR) and isinstance(value, str) and not is_template(value)
        if is_ours and value not in ("", "runtime/default") and not value.startswith("localhost/"):
            yield Found((*place, "metadata", "annotations", key), f'"{value}" is forbidden', "write runtime/default")


def _selinux(template: Value, place: Path) -> Iterator[Found]:
    for context, path in _contexts(template, place):
        options = mapping(context, "seLinuxOptions")
        kind = options.get("type") or ""
        if not is_template(kind) and kind not in _SELINUX:
            yield Found((*path, "seLinuxOptions", "type"), f'the type "{kind}" is forbidden', f"write one of {', '.join(_SELINUX[1:])}")
        for field in ("user", "role"):
            if options.get(field) and not is_template(options[field]):
                yield Found((*path, "seLinuxOptions", field), f"a {field} of one's own is forbidden", "leave it out")


def _proc_mount(template: Value, place: Path, *, is_restricted: bool) -> Iterator[Found]:
    spec = mapping(template, "spec")
    if spec.get("hostUsers") is False and not is_restricted:
        return  # since 1.35 baseline allows it where users are the Pod's own
    for container, path in _containers(spec, place):
        if mapping(container, "securityContext").get("procMount") == "Unmasked":
            yield Found((*path, "securityContext", "procMount"), "an unmasked /proc is forbidden", "leave it out")


def _seccomp_baseline(template: Value, place: Path) -> Iterator[Found]:
    for context, path in _contexts(template, place):
        if mapping(context, "seccompProfile").get("type") == "Unconfined":
            yield Found((*path, "seccompProfile", "type"), "Unconfined is forbidden", "write RuntimeDefault, or leave it out")


def _sysctls(template: Value, place: Path) -> Iterator[Found]:
    context = mapping(mapping(template, "spec"), "securityContext")
    for index, entry in entries(context, "sysctls"):
        name = entry.get("name")
        if isinstance(name, str) and not is_template(name) and name not in _SYSCTLS:
            where = (*place, "spec", "securityContext", "sysctls", index, "name")
            yield Found(where, f"the setting {name} is forbidden", f"leave it out; allowed: {', '.join(_SYSCTLS)}")


def _is_windows(template: Value) -> bool:
    return mapping(mapping(template, "spec"), "os").get("name") == "windows"


def _volume_types(template: Value, place: Path) -> Iterator[Found]:
    for index, volume in entries(mapping(template, "spec"), "volumes"):
        for source, value in volume.items():
            if source not in ("name", "hostPath", *_VOLUMES) and value is not None:  # hostPath is told by baseline
                fix = f"use one of {', '.join(_VOLUMES)}"
                yield Found((*place, "spec", "volumes", index, source), f"a {source} volume is forbidden", fix)


def _escalation(template: Value, place: Path) -> Iterator[Found]:
    if _is_windows(template):
        return
    for container, path in _containers(mapping(template, "spec"), place):
        given = mapping(container, "securityContext").get("allowPrivilegeEscalation")
        if given is not False and not is_template(given):
            where = (*path, "securityContext", "allowPrivilegeEscalation")
            yield Found(where, "it must be said that a process never gains privileges", "write allowPrivilegeEscalation: false")


def _non_root(template: Value, place: Path) -> Iterator[Found]:
    spec = mapping(template, "spec")
    if spec.get("hostUsers") is False:
        return
    around = mapping(spec, "securityContext").get("runAsNonRoot")
    path_of_pod = (*place, "spec", "securityContext", "runAsNonRoot")
    own = [(mapping(container, "securityContext").get("runAsNonRoot"), path) for container, path in _containers(spec, place)]
    if around is False:
        yield Found(path_of_pod, "root is forbidden", "write runAsNonRoot: true")
    for value, path in own:
        if value is False:
            yield Found((*path, "securityContext", "runAsNonRoot"), "root is forbidden", "write runAsNonRoot: true")
        elif value is None and around is None:
            yield Found((*path, "securityContext", "runAsNonRoot"), "it must be said that it is not root", "write runAsNonRoot: true")


def _user(template: Value, place: Path) -> Iterator[Found]:
    if mapping(template, "spec").get("hostUsers") is False:
        return
    for context, path in _contexts(template, place):
        if whole(context, "runAsUser") == 0:
            yield Found((*path, "runAsUser"), "user 0 is root, which is forbidden", "name another user, as 1000")


def _seccomp(template: Value, place: Path) -> Iterator[Found]:
    if _is_windows(template):
        return
    spec = mapping(template, "spec")
    around = mapping(mapping(spec, "securityContext"), "seccompProfile").get("type")
    for container, path in _containers(spec, place):
        own = mapping(mapping(container, "securityContext"), "seccompProfile").get("type")
        if own is None and around is None:
            where = (*path, "securityContext", "seccompProfile")
            yield Found(where, "a seccomp profile must be named", "write seccompProfile: {type: RuntimeDefault}")


def _drop_all(template: Value, place: Path) -> Iterator[Found]:
    if _is_windows(template):
        return
    for container, path in _containers(mapping(template, "spec"), place):
        capabilities = mapping(mapping(container, "securityContext"), "capabilities")
        dropped = capabilities.get("drop")
        if is_template(dropped) or any(is_template(each) for each in (dropped if isinstance(dropped, list) else ())):
            continue
        if not isinstance(dropped, list) or "ALL" not in dropped:
            where = (*path, "securityContext", "capabilities", "drop")
            yield Found(where, "all capabilities must be dropped", "write drop: [ALL]")
        for index, name in words(capabilities, "add"):
            if name != "NET_BIND_SERVICE" and name in _CAPABILITIES_OF_BASELINE:
                where = (*path, "securityContext", "capabilities", "add", index)
                yield Found(where, f"the capability {name} is forbidden", "leave it out; only NET_BIND_SERVICE is allowed")


_BASELINE: tuple[Check, ...] = (
    _host,
    _host_process,
    _privileged,
    partial(_capabilities, allowed=_CAPABILITIES_OF_BASELINE),
    _host_path,
    _host_ports,
    _host_probes,
    _apparmor,
    _selinux,
    _seccomp_baseline,
    _sysctls,
)
_RESTRICTED: tuple[Check, ...] = (_volume_types, _escalation, _non_root, _user, _seccomp, _drop_all)
