"""Rules about probes, hooks, and what init and ephemeral containers may not have."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kpod.rules.ports import PROBES, actions
from kpod.rules.scope import Found, Scope, entries, mapping, text, whole

_COUNTS = ("initialDelaySeconds", "timeoutSeconds", "periodSeconds", "successThreshold", "failureThreshold")
_HEADER = re.compile(r"[-A-Za-z0-9]+", re.ASCII)
_KINDS = ("exec", "httpGet", "tcpSocket", "grpc", "sleep")


def handler(scope: Scope) -> Iterator[Found]:
    """A probe and a hook do one thing: `exec`, `httpGet`, `tcpSocket`, `grpc` or `sleep`; and what it needs is there."""
    for place, value in actions(scope.value):
        given = [field for field in _KINDS if value.get(field) is not None]
        if len(given) != 1:
            message = f"it does {len(given)} things ({', '.join(given)})" if given else "it does nothing"
            yield scope.found(*place, message=message, fix="keep one of them" if given else "write exec, httpGet, tcpSocket or grpc")
        if isinstance(value.get("exec"), dict) and not value["exec"].get("command"):
            yield scope.found(*place, "exec", "command", message="it runs no command", fix="write command: [sh, -c, …]")
        for index, header in entries(mapping(value, "httpGet"), "httpHeaders"):
            name = text(header, "name")
            if name is not None and not _HEADER.fullmatch(name):
                path = (*place, "httpGet", "httpHeaders", index, "name")
                yield scope.found(*path, message=f'"{name}" is no name of a header', fix="it has only letters, digits and -")
        seconds = whole(mapping(value, "sleep"), "seconds")
        grace = whole(scope.pod, "terminationGracePeriodSeconds")
        most = 30 if scope.pod.get("terminationGracePeriodSeconds") is None else grace
        if seconds is not None and (seconds < 0 or (most is not None and seconds > most >= 0)):
            message = f"it sleeps {seconds} seconds, and has {most} until it is killed"
            yield scope.found(*place, "sleep", "seconds", message=message, fix="sleep less, or raise terminationGracePeriodSeconds")


def probe(scope: Scope) -> Iterator[Found]:
    """A probe's numbers: none below 0; one success is enough, but for readiness; a grace period of 1 or more, and none for readiness."""
    for field in PROBES:
        value = mapping(scope.value, field)
        for name in _COUNTS:
            number = whole(value, name)
            if number is not None and number < 0:
                yield scope.found(field, name, message=f"{number} is less than nothing", fix="write 0 or more, or leave it out")
        successes = whole(value, "successThreshold")
        if field != "readinessProbe" and successes is not None and successes > 1:
            yield scope.found(field, "successThreshold", message=f"a {field} must be content with one success", fix="write 1")
        grace = whole(value, "terminationGracePeriodSeconds")
        if grace is not None and (field == "readinessProbe" or grace < 1):
            message = "a readinessProbe ends nothing, so it has no grace period" if field == "readinessProbe" else f"{grace} is too little"
            fix = "leave it out" if field == "readinessProbe" else "write 1 or more"
            yield scope.found(field, "terminationGracePeriodSeconds", message=message, fix=fix)


def init_container(scope: Scope) -> Iterator[Found]:
    """An init container that ends has no probes and no hooks; a sidecar (`restartPolicy: Always`) may."""
    if (
        len(scope.path) < 2
        or scope.path[-2] != "initContainers"
        or scope.value.get("restartPolicy") not in (None, "", "Never", "OnFailure")
    ):
        return
    for field in (*PROBES, "lifecycle"):
        if scope.value.get(field):
            fix = "leave it out, or make it a sidecar: restartPolicy: Always"
            yield scope.found(field, message=f"an init container has no {field}", fix=fix)


def ephemeral_container(scope: Scope) -> Iterator[Found]:
    """Ephemeral containers join a Pod that runs; no Pod is made with them."""
    if scope.value.get("ephemeralContainers"):
        yield scope.found("ephemeralContainers", message="a new Pod has no ephemeral containers", fix="kubectl debug adds one later")


def restart_rules(scope: Scope) -> Iterator[Found]:
    """Restart rules stand beside the container's own `restartPolicy`."""
    if scope.value.get("restartPolicyRules") and not scope.value.get("restartPolicy"):
        fix = "write restartPolicy: Never beside them"
        yield scope.found("restartPolicyRules", message="restart rules need the container's own restartPolicy", fix=fix)
