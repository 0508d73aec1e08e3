"""Rules about one container, and about what the containers of a Pod share."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kpod.rules.scope import Found, Scope, duplicates, entries, is_template, mapping, text
from kpod.rules.scope import names as named

if TYPE_CHECKING:
    from typing import TypeGuard

_COMPONENT = r"[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*"
_DOMAIN = r"(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*|\[[0-9A-Fa-f:]+\])(?::\d+)?"
_IMAGE = re.compile(
    rf"(?:{_DOMAIN}/)?{_COMPONENT}(?:/{_COMPONENT})*(?::\w[\w.-]{{0,127}})?(?:@[A-Za-z][\w+.-]*:[0-9A-Fa-f]{{32,}})?", re.ASCII
)
_RANGES = {
    "pod": {"activeDeadlineSeconds": (1, 2**31 - 1)},
    "cron_job": dict.fromkeys(("successfulJobsHistoryLimit", "failedJobsHistoryLimit"), (0, 2**31 - 1))
    | {"startingDeadlineSeconds": (0, 2**63 - 1)},
    "job": dict.fromkeys(
        (
            "parallelism",
            "completions",
            "backoffLimit",
            "ttlSecondsAfterFinished",
            "backoffLimitPerIndex",
            "maxFailedIndexes",
        ),
        (0, 2**31 - 1),
    )
    | {"activeDeadlineSeconds": (0, 2**63 - 1)},
}
_USER_RANGES = dict.fromkeys(("runAsUser", "runAsGroup", "fsGroup"), (0, 2**31 - 1))


def image(scope: Scope) -> Iterator[Found]:
    """An image must be named, in a form that a container runtime can read."""
    given = scope.value.get("image")
    if given is None or given == "":
        yield scope.found(message="the container has no image", fix="write image: name:tag")
    elif isinstance(given, str) and not is_template(given) and not _IMAGE.fullmatch(given):
        bare, lower = "".join(given.split()), given.lower()
        fix = f"did you mean {bare}?" if bare != given and _IMAGE.fullmatch(bare) else ""
        fix = fix or (f"a repository is lower case: {lower}" if _IMAGE.fullmatch(lower) else "write registry.example.com/team/name:tag")
        yield scope.found("image", message=f'"{given}" is no image name', fix=fix)


def empty_containers(scope: Scope) -> Iterator[Found]:
    """A Pod has at least one container."""
    if scope.value.get("containers") == []:
        yield scope.found("containers", message="the list is empty", fix="a Pod has at least one container")


def port(scope: Scope) -> Iterator[Found]:
    """Ports lie between 1 and 65535."""
    for index, entry in entries(scope.value, "ports"):
        for field in ("containerPort", "hostPort"):
            number = entry.get(field)
            if _is_whole(number) and not (1 <= number <= 65535 or (field == "hostPort" and number == 0)):
                yield scope.found("ports", index, field, message=f"{number} is no port", fix="ports lie between 1 and 65535")


def in_range(scope: Scope) -> Iterator[Found]:
    """Counts, seconds and user ids within what the server takes."""
    for place, ranges in (((), _RANGES.get(scope.what, {})), (("securityContext",), _USER_RANGES)):
        value = mapping(scope.value, place[0]) if place else scope.value
        for field, (low, high) in ranges.items():
            number = value.get(field)
            if _is_whole(number) and not low <= number <= high:
                yield scope.found(*place, field, message=f"{number} is out of range", fix=f"write a number from {low} to {high}")
    groups = mapping(scope.value, "securityContext").get("supplementalGroups") if scope.what == "pod" else None
    for index, number in enumerate(groups if isinstance(groups, list) else ()):
        if _is_whole(number) and not 0 <= number <= 2**31 - 1:
            path = ("securityContext", "supplementalGroups", index)
            yield scope.found(*path, message=f"{number} is out of range", fix=f"write a number from 0 to {2**31 - 1}")


def env_source(scope: Scope) -> Iterator[Found]:
    """A variable has a value or one source."""
    for index, entry in entries(scope.value, "env"):
        source = entry.get("valueFrom")
        if not isinstance(source, dict):
            continue
        given = sorted(key for key, value in source.items() if value is not None)
        if entry.get("value") and not is_template(entry["value"]):
            yield scope.found("env", index, message="it has both value and valueFrom", fix="keep one of them")
        elif len(given) > 1:
            yield scope.found(
                "env", index, "valueFrom", message=f"it has {len(given)} sources ({', '.join(given)})", fix="keep one of them"
            )
        elif not given:
            yield scope.found("env", index, "valueFrom", message="it has no source", fix="write secretKeyRef, configMapKeyRef or fieldRef")


def duplicate_mount(scope: Scope) -> Iterator[Found]:
    """Two volumes mounted at the same path."""
    for index, path in duplicates(named(entries(scope.value, "volumeMounts"), "mountPath")):
        yield scope.found("volumeMounts", index, "mountPath", message=f'two volumes are mounted at "{path}"', fix="give each its own path")


def undeclared_volume(scope: Scope) -> Iterator[Found]:
    """A mount whose volume the Pod does not declare."""
    if not isinstance(scope.pod.get("volumes", []), list):
        return
    volumes = [entry.get("name") for _, entry in entries(scope.pod, "volumes")]
    volumes += [mapping(entry, "metadata").get("name") for _, entry in entries(mapping(scope.body, "spec"), "volumeClaimTemplates")]
    if any(is_template(volume) for volume in volumes):
        return
    for field in ("volumeMounts", "volumeDevices"):
        for index, volume in named(entries(scope.value, field)):
            if volume not in volumes:
                known = ", ".join(str(name) for name in volumes if name)
                fix = f"the Pod declares {known}" if known else "declare it in spec.volumes"
                yield scope.found(field, index, "name", message=f'no volume is called "{volume}"', fix=fix)


def volume_source(scope: Scope) -> Iterator[Found]:
    """A volume has one source."""
    for index, entry in entries(scope.value, "volumes"):
        given = sorted(key for key, value in entry.items() if key != "name" and value is not None)
        if len(given) > 1:
            yield scope.found("volumes", index, message=f"it has {len(given)} sources ({', '.join(given)})", fix="keep one of them")


def sub_path(scope: Scope) -> Iterator[Found]:
    """A sub path stays inside its volume."""
    for index, entry in entries(scope.value, "volumeMounts"):
        for field in ("subPath", "subPathExpr"):
            path = text(entry, field)
            if path and (path.startswith("/") or ".." in path.split("/")):
                yield scope.found(
                    "volumeMounts", index, field, message=f'"{path}" leaves the volume', fix="write a path below the volume's root"
                )


def undeclared_claim(scope: Scope) -> Iterator[Found]:
    """A device claim that the Pod does not declare."""
    claims = [entry.get("name") for _, entry in entries(scope.pod, "resourceClaims")]
    if any(is_template(claim) for claim in claims):
        return
    for index, claim in named(entries(mapping(scope.value, "resources"), "claims")):
        if claim not in claims:
            fix = "declare it in spec.resourceClaims"
            yield scope.found("resources", "claims", index, message=f'no resource claim is called "{claim}"', fix=fix)


def _is_whole(number: object) -> TypeGuard[int]:
    return isinstance(number, int) and not isinstance(number, bool)
