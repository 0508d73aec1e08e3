"""Rules about whole objects: Jobs, CronJobs, Secrets, ConfigMaps, and the kind itself."""

from __future__ import annotations

from collections.abc import Iterator

from kpod import names
from kpod.rules.scope import Found, Scope, entries, is_template, mapping, text
from kpod.rules.scope import names as named

_TYPED_SECRETS = {
    "kubernetes.io/dockerconfigjson": (".dockerconfigjson",),
    "kubernetes.io/dockercfg": (".dockercfg",),
    "kubernetes.io/tls": ("tls.crt", "tls.key"),
    "kubernetes.io/ssh-auth": ("ssh-privatekey",),
}
_MOST_BYTES = 1024 * 1024


def restart_policy(scope: Scope) -> Iterator[Found]:
    """A Job's Pods end: `Never` or `OnFailure`, and one of them must be written, since the server's default is `Always`."""
    if scope.job is None or is_template(scope.value.get("restartPolicy")):
        return
    given = scope.value.get("restartPolicy")
    if given is None or given == "":
        yield scope.found("restartPolicy", message="a Job's Pod needs a restartPolicy", fix="write restartPolicy: Never")
    elif given == "Always":
        yield scope.found("restartPolicy", message="a Job's Pod cannot restart Always", fix="write Never or OnFailure")
    elif scope.job.get("podFailurePolicy") and given != "Never":
        yield scope.found("restartPolicy", message="podFailurePolicy works only with restartPolicy Never", fix="write Never")


def job(scope: Scope) -> Iterator[Found]:
    """An indexed Job says how many indexes it has; failure rules name containers that are there."""
    indexed, pods = scope.value.get("completionMode") == "Indexed", scope.value.get("parallelism")
    if indexed and pods is not None and scope.value.get("completions") is None:
        yield scope.found("completions", message="an Indexed Job needs completions", fix="write how many indexes it has")
    pod = mapping(mapping(scope.value, "template"), "spec")
    containers = [entry.get("name") for field in ("containers", "initContainers") for _, entry in entries(pod, field)]
    if any(is_template(container) for container in containers):
        return
    for index, rule in entries(mapping(scope.value, "podFailurePolicy"), "rules"):
        container = text(mapping(rule, "onExitCodes"), "containerName")
        if container and container not in containers:
            path = ("podFailurePolicy", "rules", index, "onExitCodes", "containerName")
            yield scope.found(*path, message=f'no container is called "{container}"', fix="name one of the Pod's containers")


def schedule(scope: Scope) -> Iterator[Found]:
    """A CronJob's schedule has five fields, or is a word as `@daily`; its time zone stands in `timeZone`."""
    given = text(scope.value, "schedule")
    if given is None:
        return
    if given.startswith(("TZ=", "CRON_TZ=")):
        yield scope.found("schedule", message="the schedule holds a time zone", fix="write it as timeZone: Europe/Berlin")
    elif not given.startswith("@") and len(given.split()) != 5:
        fields = len(given.split())
        fix = "minute hour day month weekday, as 0 5 * * 1"
        yield scope.found("schedule", message=f"a schedule has five fields, not {fields}", fix=fix)


def key(scope: Scope) -> Iterator[Found]:
    """Keys of a Secret or a ConfigMap become names of files."""
    if scope.kind not in ("Secret", "ConfigMap"):
        return
    for field in ("data", "stringData", "binaryData"):
        for name in mapping(scope.value, field):
            if isinstance(name, str) and not is_template(name):
                yield from scope.wrong(names.wrong_key(name), field, name)


def secret(scope: Scope) -> Iterator[Found]:
    """A Secret of a built-in type has that type's keys; none holds more than 1 MiB. No value is ever shown."""
    if scope.kind != "Secret":
        return
    given = {**mapping(scope.value, "data"), **mapping(scope.value, "stringData")}
    for name in _TYPED_SECRETS.get(str(scope.value.get("type")), ()):
        if name not in given:
            yield scope.found(
                "data", message=f"a Secret of type {scope.value['type']} needs the key {name}", fix="add it, or leave the type out"
            )
    size = sum(len(value) * 3 // 4 for value in mapping(scope.value, "data").values() if isinstance(value, str))
    size += sum(len(value.encode()) for value in mapping(scope.value, "stringData").values() if isinstance(value, str))
    if size > _MOST_BYTES + 1024:
        yield scope.found("data", message=f"it holds {size} bytes, a Secret at most {_MOST_BYTES}", fix="use a volume")


def env_from(scope: Scope) -> Iterator[Found]:
    """`envFrom` names one Secret or one ConfigMap."""
    for index, entry in entries(scope.value, "envFrom"):
        given = [field for field in ("secretRef", "configMapRef") if entry.get(field) is not None]
        if len(given) != 1:
            message = "it names both a Secret and a ConfigMap" if given else "it names neither a Secret nor a ConfigMap"
            yield scope.found("envFrom", index, message=message, fix="write secretRef or configMapRef")
        elif not mapping(entry, given[0]).get("name"):
            yield scope.found("envFrom", index, given[0], "name", message="it names nothing", fix="write its name")


def image_pull_secret(scope: Scope) -> Iterator[Found]:
    """The Secrets to pull with must be there; where one cannot be, the image is pulled without it."""
    for index, found in named(entries(scope.value, "imagePullSecrets")):
        yield from scope.wrong(names.wrong_name(found, "Secret"), "imagePullSecrets", index, "name")
