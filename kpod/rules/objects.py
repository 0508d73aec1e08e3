"""Rules about whole objects: Jobs, CronJobs, Secrets, ConfigMaps, and the kind itself."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator

from kpod import names
from kpod.rules.scope import Found, Scope, Value, entries, is_template, mapping, text
from kpod.rules.scope import names as named

_TYPED_SECRETS = {
    "kubernetes.io/dockerconfigjson": (".dockerconfigjson",),
    "kubernetes.io/dockercfg": (".dockercfg",),
    "kubernetes.io/tls": ("tls.crt", "tls.key"),
    "kubernetes.io/ssh-auth": ("ssh-privatekey",),
}
_MOST_BYTES = 1024 * 1024
_ACCOUNT = "kubernetes.io/service-account.name"


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
    if indexed and (pods is not None or scope.kind == "CronJob") and scope.value.get("completions") is None:
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


def key(scope: Scope) -> Iterator[Found]:
    """Keys of a Secret or a ConfigMap become names of files."""
    if scope.kind not in ("Secret", "ConfigMap"):
        return
    for field in ("data", "stringData", "binaryData"):
        for name in mapping(scope.value, field):
            if isinstance(name, str) and not is_template(name):
                yield from scope.wrong(names.wrong_key(name), field, name)


def secret(scope: Scope) -> Iterator[Found]:
    """A Secret of a built-in type has that type's keys, and the annotation that a token needs. No value is ever shown."""
    if scope.kind != "Secret":
        return
    given = {**mapping(scope.value, "data"), **mapping(scope.value, "stringData")}
    kind = text(scope.value, "type")
    for name in _TYPED_SECRETS.get(kind or "", ()):
        if name not in given:
            yield scope.found("data", message=f"a Secret of type {kind} needs the key {name}", fix="add it, or leave the type out")
        elif name.startswith(".docker") and not _is_json(name, scope.value):
            yield scope.found("data", name, message=f"a Secret of type {kind} holds JSON", fix="write what docker login writes")
    if kind == "kubernetes.io/basic-auth" and not {"username", "password"} & set(given):
        message = f"a Secret of type {kind} needs the key username or password"
        yield scope.found("data", message=message, fix="add one, or leave the type out")
    account = mapping(mapping(scope.value, "metadata"), "annotations").get(_ACCOUNT)
    if kind == "kubernetes.io/service-account-token" and not account:
        message = "the Secret of a token names its account"
        yield scope.found("metadata", "annotations", _ACCOUNT, message=message, fix="write the ServiceAccount's name")


def _is_json(name: str, body: Value) -> bool:
    plain, encoded = (mapping(body, field).get(name) for field in ("stringData", "data"))
    if is_template(plain if isinstance(plain, str) else encoded):
        return True
    try:
        value = plain if isinstance(plain, str) else base64.b64decode(str(encoded), validate=True)
        return isinstance(json.loads(value), dict | None)
    except (ValueError, RecursionError):  # what is no base64 is another rule's
        return False


def size(scope: Scope) -> Iterator[Found]:
    """No Secret and no ConfigMap holds more than 1 MiB."""
    if scope.kind not in ("Secret", "ConfigMap"):
        return
    given: dict[str, int] = {}
    for field in ("data", "stringData", "binaryData"):
        is_encoded = field == "binaryData" or (field == "data" and scope.kind == "Secret")
        for name, value in mapping(scope.value, field).items():
            if isinstance(value, str):
                plain = len(value) * 3 // 4 - value[-2:].count("=") if is_encoded else len(value.encode(errors="replace"))
                given[name] = plain
    total = sum(given.values())
    if total > _MOST_BYTES:
        yield scope.found("data", message=f"it holds {total} bytes, a {scope.kind} at most {_MOST_BYTES}", fix="use a volume")


def twice(scope: Scope) -> Iterator[Found]:
    """A ConfigMap has a key in `data` or in `binaryData`."""
    if scope.kind == "ConfigMap":
        for name in mapping(scope.value, "binaryData"):
            if name in mapping(scope.value, "data"):
                yield scope.found("binaryData", name, message=f"data has the key {name} too", fix="keep one of them")


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
