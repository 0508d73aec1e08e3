"""What a server refuses with 422: names, labels, and what matters in Pods and Jobs, each as one cause with field, reason and sentence.

The seed of what Kubernetes checks, in its words: what a person gets wrong most. `kpod.rules` is for people and says more; this is here so
that a body which a real server refuses is refused here too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from kpod.cluster import Body
from kpod.local.kinds import Resource
from kpod.local.statuses import StatusError, cause, invalid
from kpod.quantity import Quantity

Cause = dict[str, str]

_LABEL = re.compile(r"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$")
_SUBDOMAIN = re.compile(r"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$")
_NAME_PART = re.compile(r"^([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$")
_VALUE = re.compile(r"^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$")
_KEY = re.compile(r"^[-._a-zA-Z0-9]+$")

_SAY_LABEL = (
    "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric "
    "character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')"
)
_SAY_SUBDOMAIN = (
    "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an "
    "alphanumeric character (e.g. 'example.com', regex used for validation is "
    r"'[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')"
)
_SAY_NAME_PART = (
    "name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. "
    "'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')"
)
_SAY_VALUE = (
    "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an "
    "alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is "
    "'(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')"
)
_INDEXES = re.compile(r"\d{1,6}(-\d{1,6})?(,\d{1,6}(-\d{1,6})?)*")
_SAY_KEY = (
    "a valid config key must consist of alphanumeric characters, '-', '_' or '.' (e.g. 'key.name',  or 'KEY_NAME',  or 'key-name', "
    "regex used for validation is '[-._a-zA-Z0-9]+')"
)
_LABEL_NAMES = ("namespaces", "services")


def wrong(field: str, value: Any, why: str) -> Cause:
    """Return the cause of an invalid value."""
    return cause(field, "FieldValueInvalid", f"Invalid value: {_quoted(value)}: {why}")


def required(field: str, why: str = "") -> Cause:
    """Return the cause of a missing value."""
    return cause(field, "FieldValueRequired", "Required value" + (f": {why}" if why else ""))


def unsupported(field: str, value: Any, allowed: Sequence[str]) -> Cause:
    """Return the cause of a word that is not in the list."""
    words = ", ".join(f'"{each}"' for each in sorted(allowed))
    return cause(field, "FieldValueNotSupported", f"Unsupported value: {_quoted(value)}: supported values: {words}")


def _quoted(value: Any) -> str:
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return "true" if value is True else "false" if value is False else str(value)


def check(resource: Resource, body: Body) -> None:
    """Check a new object.

    Raises:
        StatusError: 422 with every cause.
    """
    causes = metadata(resource, body.get("metadata") or {})
    if resource.plural in _KINDS:
        causes += _KINDS[resource.plural](body)
    _raise(resource, body, causes)


def check_change(resource: Resource, new: Body, old: Body) -> None:
    """Check a changed object against the one that is stored.

    Raises:
        StatusError: 422 with every cause.
    """
    causes = metadata(resource, new["metadata"])
    if resource.plural in _KINDS:
        causes += _KINDS[resource.plural](new)
    if resource.plural in _CHANGES:
        causes += _CHANGES[resource.plural](new, old)
    _raise(resource, new, causes)


def _raise(resource: Resource, body: Body, causes: list[Cause]) -> None:
    if causes:
        raise invalid(resource.kind, resource.group, body["metadata"].get("name", ""), causes)


def metadata(resource: Resource, meta: Body) -> list[Cause]:
    """Return what is wrong with the name, labels and annotations."""
    causes: list[Cause] = []
    name = meta.get("name", "")
    if not name:
        return [required("metadata.name", "name or generateName is required")]
    if resource.plural in _LABEL_NAMES:
        if not _LABEL.match(name):
            causes.append(wrong("metadata.name", name, _SAY_LABEL))
        elif len(name) > 63:
            causes.append(wrong("metadata.name", name, "must be no more than 63 characters"))
    elif resource.group == "rbac.authorization.k8s.io":
        if name in (".", "..") or "/" in name or "%" in name:
            causes.append(wrong("metadata.name", name, "may not contain '/' or '%'"))
    elif not _SUBDOMAIN.match(name):
        causes.append(wrong("metadata.name", name, _SAY_SUBDOMAIN))
    elif len(name) > 253:
        causes.append(wrong("metadata.name", name, "must be no more than 253 characters"))
    causes += labels(meta.get("labels") or {}, "metadata.labels")
    for key in meta.get("annotations") or {}:
        causes += [wrong("metadata.annotations", key, why) for why in _qualified(key.lower())]
    return causes


def labels(have: dict[str, str], field: str) -> list[Cause]:
    """Return what is wrong with labels."""
    causes: list[Cause] = []
    for key, value in have.items():
        causes += [wrong(field, key, why) for why in _qualified(key)]
        if len(value) > 63:
            causes.append(wrong(field, value, "must be no more than 63 bytes"))
        elif not _VALUE.match(value):
            causes.append(wrong(field, value, _SAY_VALUE))
    return causes


def _qualified(key: str) -> list[str]:
    prefix, slash, name = key.rpartition("/")
    reasons = []
    if slash and not prefix:
        reasons.append("prefix part must be non-empty")
    elif slash and not _SUBDOMAIN.match(prefix):
        reasons.append("prefix part " + _SAY_SUBDOMAIN)
    if not name:
        reasons.append("name part must be non-empty")
    elif len(name) > 63:
        reasons.append("name part must be no more than 63 bytes")
    if not _NAME_PART.match(name):
        reasons.append(_SAY_NAME_PART)
    return reasons


# Pods


def pod(body: Body) -> list[Cause]:
    """Return what is wrong with a Pod."""
    return pod_spec(body.get("spec") or {}, "spec")


def pod_spec(spec: Body, field: str) -> list[Cause]:
    """Return what is wrong with the spec of a Pod or of a template."""
    causes: list[Cause] = []
    volumes: set[str] = set()
    for index, volume in enumerate(spec.get("volumes") or []):
        causes += _name(volume.get("name", ""), f"{field}.volumes[{index}].name", volumes)
    names: set[str] = set()
    for word in ("initContainers", "containers"):
        for index, container in enumerate(spec.get(word) or []):
            causes += _container(container, f"{field}.{word}[{index}]", names, volumes)
    if not spec.get("containers"):
        causes.append(required(f"{field}.containers"))
    if spec.get("restartPolicy") not in ("Always", "OnFailure", "Never"):
        causes.append(unsupported(f"{field}.restartPolicy", spec.get("restartPolicy"), ("Always", "OnFailure", "Never")))
    for word in ("activeDeadlineSeconds",):
        if spec.get(word, 1) < 1:
            causes.append(wrong(f"{field}.{word}", spec[word], "must be between 1 and 2147483647, inclusive"))
    if spec.get("terminationGracePeriodSeconds", 0) < 0:
        causes.append(wrong(f"{field}.terminationGracePeriodSeconds", spec["terminationGracePeriodSeconds"], "must be >= 0"))
    return causes


def _name(name: str, field: str, taken: set[str]) -> list[Cause]:
    if not name:
        return [required(field)]
    if not _LABEL.match(name):
        return [wrong(field, name, _SAY_LABEL)]
    if len(name) > 63:
        return [wrong(field, name, "must be no more than 63 bytes")]
    if name in taken:
        return [cause(field, "FieldValueDuplicate", f"Duplicate value: {_quoted(name)}")]
    taken.add(name)
    return []


def _container(container: Body, field: str, names: set[str], volumes: set[str]) -> list[Cause]:
    causes = _name(container.get("name", ""), f"{field}.name", names)
    image = container.get("image", "")
    if not image:
        causes.append(required(f"{field}.image"))
    elif image != image.strip():
        causes.append(wrong(f"{field}.image", image, "must not have leading or trailing whitespace"))
    for index, variable in enumerate(container.get("env") or []):
        name = variable.get("name", "")
        if not name:
            causes.append(required(f"{field}.env[{index}].name"))
        elif "=" in name or not name.isascii() or not name.isprintable():
            why = "a valid environment variable name must consist only of printable ASCII characters other than '='"
            causes.append(wrong(f"{field}.env[{index}].name", name, why))
        if variable.get("value") and variable.get("valueFrom"):
            causes.append(wrong(f"{field}.env[{index}].valueFrom", "", "may not be specified when `value` is not empty"))
    paths: set[str] = set()
    for index, mount in enumerate(container.get("volumeMounts") or []):
        where, path = f"{field}.volumeMounts[{index}]", mount.get("mountPath", "")
        if not mount.get("name"):
            causes.append(required(f"{where}.name"))
        elif mount["name"] not in volumes:
            causes.append(cause(f"{where}.name", "FieldValueNotFound", f"Not found: {_quoted(mount['name'])}"))
        if not path:
            causes.append(required(f"{where}.mountPath"))
        elif path in paths:
            causes.append(wrong(f"{where}.mountPath", path, "must be unique"))
        paths.add(path)
    if container.get("imagePullPolicy") not in ("Always", "IfNotPresent", "Never"):
        causes.append(unsupported(f"{field}.imagePullPolicy", container.get("imagePullPolicy"), ("Always", "IfNotPresent", "Never")))
    return causes + _resources(container.get("resources") or {}, f"{field}.resources")


def _resources(resources: Body, field: str) -> list[Cause]:
    causes: list[Cause] = []
    limits = resources.get("limits") or {}
    for word in ("limits", "requests"):
        for name, text in (resources.get(word) or {}).items():
            if Quantity(text).value < 0:
                causes.append(wrong(f"{field}.{word}[{name}]", text, "must be greater than or equal to 0"))
    for name, text in (resources.get("requests") or {}).items():
        if name in limits and Quantity(text) > Quantity(limits[name]):
            causes.append(wrong(f"{field}.requests", text, f"must be less than or equal to {name} limit of {limits[name]}"))
    return causes


# Jobs


def job(body: Body) -> list[Cause]:
    """Return what is wrong with a Job."""
    name, spec = body["metadata"].get("name", ""), body.get("spec") or {}
    causes = job_spec(spec, "spec")
    if len(name) > 63 and not body["metadata"].get("deletionTimestamp"):
        causes += labels((spec["template"].get("metadata") or {}).get("labels") or {}, "spec.template.labels")
    return causes


def job_spec(spec: Body, field: str) -> list[Cause]:
    """Return what is wrong with the spec of a Job or of a CronJob's template."""
    causes: list[Cause] = []
    for word in ("parallelism", "completions", "backoffLimit", "activeDeadlineSeconds", "ttlSecondsAfterFinished"):
        if spec.get(word, 0) < 0:
            causes.append(wrong(f"{field}.{word}", spec[word], "must be greater than or equal to 0"))
    template = (spec.get("template") or {}).get("spec") or {}
    causes += pod_spec(template, f"{field}.template.spec")
    policy = template.get("restartPolicy")
    if policy == "Always":
        causes.append(required(f"{field}.template.spec.restartPolicy", 'valid values: "OnFailure", "Never"'))
    failure = spec.get("podFailurePolicy")
    if failure is not None:
        if policy != "Never":
            causes.append(
                wrong(f"{field}.template.spec.restartPolicy", policy, 'only "Never" is supported when podFailurePolicy is specified')
            )
        if spec.get("podReplacementPolicy", "Failed") != "Failed":
            causes.append(unsupported(f"{field}.podReplacementPolicy", spec["podReplacementPolicy"], ("Failed",)))
        names = {each.get("name") for word in ("initContainers", "containers") for each in template.get(word) or []}
        for index, rule in enumerate(failure.get("rules") or []):
            causes += _rule(rule, f"{field}.podFailurePolicy.rules[{index}]", names)
    return causes + _indexed(spec, field)


def _indexed(spec: Body, field: str) -> list[Cause]:
    """Return what is wrong with what only an Indexed Job can say."""
    causes: list[Cause] = []
    if spec.get("completionMode") not in ("Indexed", "NonIndexed", None):
        return [unsupported(f"{field}.completionMode", spec["completionMode"], ("Indexed", "NonIndexed"))]
    is_indexed = spec.get("completionMode") == "Indexed"
    if is_indexed and spec.get("completions") is None:
        causes.append(required(f"{field}.completions", "when completion mode is Indexed"))
    for word in ("backoffLimitPerIndex", "maxFailedIndexes", "successPolicy"):
        if not is_indexed and spec.get(word) is not None:
            causes.append(wrong(f"{field}.{word}", spec[word], "requires indexed completion mode"))
    if is_indexed and spec.get("maxFailedIndexes") is not None and spec.get("backoffLimitPerIndex") is None:
        causes.append(required(f"{field}.backoffLimitPerIndex", "when maxFailedIndexes is specified"))
    for place, rule in enumerate((spec.get("successPolicy") or {}).get("rules") or []):
        text = rule.get("succeededIndexes")
        if text is not None and not _INDEXES.fullmatch(text):
            causes.append(wrong(f"{field}.successPolicy.rules[{place}].succeededIndexes", text, "error parsing succeededIndexes"))
        if text is None and rule.get("succeededCount") is None:
            causes.append(
                required(f"{field}.successPolicy.rules[{place}]", "at least one of succeededCount or succeededIndexes must be specified")
            )
    for place, rule in enumerate((spec.get("podFailurePolicy") or {}).get("rules") or []):
        if rule.get("action") == "FailIndex" and spec.get("backoffLimitPerIndex") is None:
            causes.append(
                wrong(f"{field}.podFailurePolicy.rules[{place}].action", "FailIndex", "requires the backoffLimitPerIndex to be set")
            )
    return causes


def _rule(rule: Body, field: str, names: set[Any]) -> list[Cause]:
    causes: list[Cause] = []
    actions = ("Count", "FailIndex", "FailJob", "Ignore")
    if rule.get("action") not in actions:
        causes.append(unsupported(f"{field}.action", rule.get("action", ""), actions))
    codes = rule.get("onExitCodes")
    if codes is None:
        return causes
    if codes.get("operator") == "In" and 0 in (codes.get("values") or []):
        causes.append(wrong(f"{field}.onExitCodes.values[{codes['values'].index(0)}]", 0, "must not be 0 for the In operator"))
    if "containerName" in codes and codes["containerName"] not in names:
        why = "must be one of the container or initContainer names in the pod template"
        causes.append(wrong(f"{field}.onExitCodes.containerName", codes["containerName"], why))
    return causes


def _keys(body: Body) -> list[Cause]:
    return [wrong(f"data[{key}]", key, _SAY_KEY) for key in body.get("data") or {} if not _KEY.match(key)]


def _job_change(new: Body, old: Body) -> list[Cause]:
    causes = []
    for word in ("completions", "selector", "template", "completionMode", "podFailurePolicy", "backoffLimitPerIndex", "managedBy"):
        if new["spec"].get(word) != old["spec"].get(word) and not (word == "template" and _not_started(old)):
            causes.append(wrong(f"spec.{word}", "…", "field is immutable"))
    return causes


def _not_started(job_body: Body) -> bool:
    return bool(job_body["spec"].get("suspend")) and "startTime" not in (job_body.get("status") or {})


def _pod_change(new: Body, old: Body) -> list[Cause]:
    changeable = ("activeDeadlineSeconds", "terminationGracePeriodSeconds", "tolerations", "nodeName")

    def rest(spec: Body) -> Body:
        left = {key: value for key, value in spec.items() if key not in changeable}
        for word in ("containers", "initContainers"):
            if word in left:
                left[word] = [{key: value for key, value in each.items() if key != "image"} for each in left[word]]
        return left

    if rest(new["spec"]) != rest(old["spec"]):
        why = (
            "pod updates may not change fields other than `spec.containers[*].image`,`spec.initContainers[*].image`,"
            "`spec.activeDeadlineSeconds`,`spec.tolerations` (only additions to existing tolerations),"
            "`spec.terminationGracePeriodSeconds` (allow it to be set to 1 if it was previously negative)"
        )
        return [cause("spec", "FieldValueForbidden", f"Forbidden: {why}")]
    return []


def _data_change(new: Body, old: Body) -> list[Cause]:
    causes: list[Cause] = []
    if old.get("immutable") and (new.get("data") != old.get("data") or not new.get("immutable")):
        causes.append(cause("data", "FieldValueForbidden", "Forbidden: field is immutable when `immutable` is set"))
    if new.get("type") != old.get("type"):
        causes.append(wrong("type", new.get("type", ""), "field is immutable"))
    return causes


def _secret(body: Body) -> list[Cause]:
    return _keys(body)


def _cron_job(body: Body) -> list[Cause]:
    spec = body.get("spec") or {}
    missing = [] if spec.get("schedule") else [required("spec.schedule")]
    return missing + job_spec(((spec.get("jobTemplate") or {}).get("spec")) or {}, "spec.jobTemplate.spec")


_KINDS: dict[str, Callable[[Body], list[Cause]]] = {
    "pods": pod,
    "jobs": job,
    "cronjobs": _cron_job,
    "secrets": _secret,
    "configmaps": _keys,
}
_CHANGES: dict[str, Callable[[Body, Body], list[Cause]]] = {
    "jobs": _job_change,
    "pods": _pod_change,
    "secrets": _data_change,
    "configmaps": _data_change,
}

__all__ = ["StatusError", "check", "check_change", "job_spec", "labels", "metadata", "pod_spec"]
