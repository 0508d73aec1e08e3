"""Which Kubernetes a body needs, told offline: by the fields in it, and by what later servers no longer do.

A server that is too old drops a field that it does not know, or refuses it where it is asked to be strict. The version of a field is the
first whose schema has it, or the first whose feature gate is on where that came later (the table below). What a cluster's administrator
switched on or off is not known here.

Source: the API schemas of 1.25 to 1.37, and https://kubernetes.io/docs/reference/command-line-tools-reference/feature-gates/
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from kpod import names
from kpod.api.kinds import find
from kpod.api.schema import OLDEST, TYPES, Field
from kpod.errors import Problem, SpecError
from kpod.rules.scope import Labels, Path, Value, entries, is_template, shown, walk
from kpod.rules.volumes import unmounted

_VERSION = re.compile(r"v?(\d{1,3})\.(\d{1,4})(?:[.+-].*)?")
# Fields that the schema had while their feature gate was off by default: the version since which it is on.
_ON_SINCE = {
    "Container.resizePolicy": "1.33",
    "Container.restartPolicy": "1.29",
    "Container.restartPolicyRules": "1.35",
    "JobSpec.backoffLimitPerIndex": "1.29",
    "JobSpec.managedBy": "1.32",
    "JobSpec.maxFailedIndexes": "1.29",
    "JobSpec.podFailurePolicy": "1.26",
    "JobSpec.podReplacementPolicy": "1.29",
    "JobSpec.successPolicy": "1.31",
    "LifecycleHandler.sleep": "1.30",
    "PersistentVolumeClaimSpec.volumeAttributesClassName": "1.34",
    "PodAffinityTerm.matchLabelKeys": "1.31",
    "PodAffinityTerm.mismatchLabelKeys": "1.31",
    "PodSecurityContext.supplementalGroupsPolicy": "1.33",
    "PodSpec.hostUsers": "1.33",
    "PodSpec.hostnameOverride": "1.35",
    "PodSpec.resourceClaims": "1.34",
    "PodSpec.resources": "1.34",
    "PodSpec.schedulingGates": "1.27",
    "TopologySpreadConstraint.matchLabelKeys": "1.27",
    "Volume.image": "1.35",
    "VolumeMount.recursiveReadOnly": "1.31",
}


@attrs.frozen
class Reason:
    """One thing in a body that asks for a version.

    Attributes:
        path: where it stands.
        version: the version, as `1.34`.
        message: why, in one sentence without a full stop.
        fix: what to do about it, for a server of another version.
    """

    path: str
    version: str
    message: str
    fix: str


@attrs.frozen
class Needs:
    """Which Kubernetes a body needs.

    Attributes:
        version: the oldest version that knows all of it, as `1.34`; the oldest that kpod has a schema of where nothing asks for more.
        reasons: what asks for more than the oldest, newest first.
        gone: what newer versions no longer do; `version` is the first that does not.
    """

    version: str
    reasons: tuple[Reason, ...] = ()
    gone: tuple[Reason, ...] = ()


def needs(body: Mapping[str, Any]) -> Needs:
    """Return the oldest Kubernetes that knows every field of a body, and why.

    >>> needs({"apiVersion": "v1", "kind": "Pod", "spec": {"resources": {"limits": {"cpu": "1"}}}}).version
    '1.34'

    Args:
        body: the JSON-able dict of any kind; one without a schema table needs nothing.
    """
    whole = dict(body)
    found = sorted(_reasons(whole), key=lambda each: (_numbers(each[1]), each[0] == ()), reverse=True)
    seen: Labels = {}
    reasons = tuple(
        Reason(shown(path, whole, seen), version, message, f"leave it out, or use a server of {version} or newer")
        for path, version, message in found
    )
    gone = tuple(_gone(whole))
    return Needs(reasons[0].version if reasons else OLDEST, reasons, gone)


def check_version(body: Mapping[str, Any], version: str) -> list[Problem]:
    """Return what a server of a version does not know, or no longer does; each is an error of the rule `kubernetes-version`.

    Args:
        body: the JSON-able dict of any kind.
        version: the server's, as `1.30`; `v1.30.4` does as well.

    Raises:
        SpecError: the version is none.
    """
    server = _numbers(version)
    asked, problems = needs(body), []
    for reason in asked.reasons:
        if _numbers(reason.version) > server:
            problems.append(Problem(reason.path, "kubernetes-version", f"{reason.message}, not {_short(version)}", reason.fix))
    for reason in asked.gone:
        if _numbers(reason.version) <= server:
            problems.append(Problem(reason.path, "kubernetes-version", reason.message, reason.fix))
    return problems


def _numbers(version: str) -> tuple[int, int]:
    match = _VERSION.fullmatch(version)
    if not match:
        raise SpecError(f'"{version}" is no version of Kubernetes', path="version", rule="kubernetes-version", fix="as 1.30")
    return int(match[1]), int(match[2])


def _short(version: str) -> str:
    return ".".join(str(number) for number in _numbers(version))


def _reasons(body: Value) -> Iterator[tuple[Path, str, str]]:
    version, kind = body.get("apiVersion"), body.get("kind")
    known = find(version, kind) if isinstance(version, str) and isinstance(kind, str) else None
    if known:
        yield from _object(known.type, body, ())
    for scope in walk(body):
        if scope.what == "container":
            for index, entry in entries(scope.value, "env"):
                name = entry.get("name")
                if (
                    isinstance(name, str)
                    and not is_template(name)
                    and not names.wrong_env_name(name)
                    and not names.is_portable_env_name(name)
                ):
                    path = (*scope.path, "env", index, "name")
                    yield path, "1.34", f'the name "{name}" needs a server of 1.34 or newer'


def _object(type_key: str, value: Value, path: Path, around: str = OLDEST) -> Iterator[tuple[Path, str, str]]:
    fields, short = TYPES[type_key], type_key.rpartition(".")[2]
    for key, entry in value.items():
        field = fields.get(key)
        if field is None or entry is None or (not path and key == "status"):
            continue
        version = _since(field, short, path)
        if _numbers(version) > _numbers(around):  # what stands in a new field is new with it
            yield (*path, key), version, f"{key} needs a server of {version} or newer"
        if field.type in TYPES:
            yield from _below(field, entry, (*path, key), max(version, around, key=_numbers))


def _since(field: Field, short: str, path: Path) -> str:
    name = f"{short}.{field.wire}"
    if name == "Container.restartPolicy" and "initContainers" not in path:
        return "1.35"  # of an ordinary container
    return max(field.since, _ON_SINCE.get(name, OLDEST), key=_numbers)


def _below(field: Field, value: Any, path: Path, around: str) -> Iterator[tuple[Path, str, str]]:
    if isinstance(value, list | tuple) and field.shape == "list":
        for index, entry in enumerate(value):
            if isinstance(entry, dict):
                yield from _object(field.type, entry, (*path, index), around)
    elif isinstance(value, dict) and field.shape == "map":
        for key, entry in value.items():
            if isinstance(entry, dict):
                yield from _object(field.type, entry, (*path, str(key)), around)
    elif isinstance(value, dict):
        yield from _object(field.type, value, path, around)


def _gone(body: Value) -> Iterator[Reason]:
    seen: Labels = {}
    for scope in walk(body):
        if scope.what == "pod":
            for index, source, legacy in unmounted(scope.value):
                message = f"no kubelet of {legacy.gone_since} or newer mounts a {source} volume"
                yield Reason(shown((*scope.path, "volumes", index, source), body, seen), legacy.gone_since, message, legacy.instead)
