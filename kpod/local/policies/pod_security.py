"""Pod Security by the labels of a namespace: `enforce` refuses Pods, `warn` warns of Pods and of what makes Pods, `audit` is not kept.

The verdict is that of `kpod.rules`; here it gets the words of the API server. Always the newest version of the standard is applied.
"""

from __future__ import annotations

import re
from typing import cast

import attrs

from kpod.cluster import Body
from kpod.errors import Problem
from kpod.local import statuses
from kpod.local.kinds import Resource
from kpod.local.store import Store
from kpod.rules import PodSecurity, pod_security

_PREFIX = "pod-security.kubernetes.io/"
_LEVELS = ("privileged", "baseline", "restricted")
_TEMPLATES = ("jobs", "cronjobs")
_CONTAINER = re.compile(r"(?:initC|c)ontainers\[([^\]]+)\]")
_VOLUME = re.compile(r"volumes\[([^\]]+)\]")


@attrs.frozen
class _Words:
    """How one finding is said: by the end of its path; `{who}` is the containers, or the Pod, `{field}` the field."""

    path: str
    title: str
    detail: str


_TABLE = (
    _Words(r"\.host(Network|PID|IPC)$", "host namespaces", "{field}=true"),
    _Words(r"\.privileged$", "privileged", "{who} must not set securityContext.privileged=true"),
    _Words(r"\.capabilities\.add\[", "non-default capabilities", "{who} must not add more in securityContext.capabilities.add"),
    _Words(r"\.hostPath$", "hostPath volumes", "{volume}"),
    _Words(r"\.hostPort$", "hostPort", "{who} uses a hostPort"),
    _Words(r"\.allowPrivilegeEscalation$", "allowPrivilegeEscalation != false", "{who} must set securityContext.{field}=false"),
    _Words(r"\.capabilities\.drop$", "unrestricted capabilities", '{who} must set securityContext.capabilities.drop=["ALL"]'),
    _Words(r"\.volumes\[", "restricted volume types", "{volume} uses a restricted volume type"),
    _Words(r"\.runAsNonRoot$", "runAsNonRoot != true", "pod or {who} must set securityContext.runAsNonRoot=true"),
    _Words(r"\.runAsUser$", "runAsUser=0", "{who} must not set runAsUser=0"),
    _Words(
        r"\.seccompProfile(\.type)?$",
        "seccompProfile",
        'pod or {who} must set securityContext.seccompProfile.type to "RuntimeDefault" or "Localhost"',
    ),
    _Words(r"", "forbidden", "{field}"),
)


def check_labels(namespace: Body) -> None:
    """Refuse a namespace whose labels name no level.

    Raises:
        StatusError: 422.
    """
    labels = namespace["metadata"].get("labels") or {}
    causes = [
        statuses.cause(
            f"metadata.labels[{_PREFIX}{mode}]", "FieldValueInvalid", f'Invalid value: "{level}": must be one of {", ".join(_LEVELS)}'
        )
        for mode in ("enforce", "audit", "warn")
        if (level := labels.get(f"{_PREFIX}{mode}")) not in (None, *_LEVELS)
    ]
    if causes:
        raise statuses.invalid("Namespace", "", namespace["metadata"]["name"], causes)


def check(store: Store, resource: Resource, body: Body) -> None:
    """Refuse a Pod that its namespace forbids.

    Raises:
        StatusError: 403.
    """
    if resource.plural != "pods":
        return
    level = _level(store, body, "enforce")
    text = verdict(resource, body, level)
    if text:
        raise statuses.forbidden("pods", body["metadata"]["name"], f'violates PodSecurity "{level}:latest": {text}')


def warnings(store: Store, resource: Resource, body: Body) -> list[str]:
    """Return the warning about a Pod, or what makes Pods."""
    if resource.plural != "pods" and resource.plural not in _TEMPLATES:
        return []
    level = _level(store, body, "warn")
    text = verdict(resource, body, level)
    return [f'would violate PodSecurity "{level}:latest": {text}'] if text else []


def _level(store: Store, body: Body, mode: str) -> PodSecurity:
    namespace = store.get("namespaces", None, body["metadata"]["namespace"])
    labels = (namespace or {"metadata": {}})["metadata"].get("labels") or {}
    level = labels.get(f"{_PREFIX}{mode}") or (labels.get(f"{_PREFIX}enforce") if mode == "warn" else None) or "privileged"
    return cast(PodSecurity, level if level in _LEVELS else "privileged")


def verdict(resource: Resource, body: Body, level: PodSecurity) -> str:
    """Return what a level forbids in a Pod or a template, in the words of the API server; empty where there is nothing."""
    found: dict[_Words, list[Problem]] = {}
    for problem in pod_security({**body, "kind": resource.kind, "apiVersion": resource.api_version}, level):
        words = next(each for each in _TABLE if re.search(each.path, problem.path))
        found.setdefault(words, []).append(problem)
    return ", ".join(f"{words.title} ({_detail(words, found[words])})" for words in _TABLE if words in found)


def _detail(words: _Words, problems: list[Problem]) -> str:
    fields = [problem.path.rpartition(".")[2] for problem in problems]
    if "{who}" not in words.detail and "{volume}" not in words.detail:
        return ", ".join(words.detail.format(field=field) for field in fields)
    text = words.detail.format(
        who=_named("container", _CONTAINER, problems) or "pod", volume=_named("volume", _VOLUME, problems), field=fields[0]
    )
    return text.replace("pod or pod", "pod")


def _named(what: str, pattern: re.Pattern[str], problems: list[Problem]) -> str:
    names = dict.fromkeys(match[1] for problem in problems if (match := pattern.search(problem.path)))
    listed = ", ".join(f'"{name}"' for name in names)
    return f"{what}{'s' if len(names) > 1 else ''} {listed}" if names else ""
