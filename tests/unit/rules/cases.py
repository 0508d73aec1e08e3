"""Mistakes, each as the body that makes it: what the rules must say, and whether a real API server refuses it.

The unit tests check the rules against this table, and a conformance test checks the table against a server, so that no rule can cry wolf.
"""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any, Literal

import attrs

Body = dict[str, Any]
Server = Literal["refuses", "accepts", "never starts", "cannot be sent"]

POD: Body = {
    "apiVersion": "v1",
    "kind": "Pod",
    "metadata": {"name": "etl", "labels": {"app": "etl"}},
    "spec": {
        "restartPolicy": "Never",
        "containers": [
            {
                "name": "main",
                "image": "etl:1",
                "command": ["sh", "-c", "true"],
                "env": [{"name": "TZ", "value": "UTC"}],
                "resources": {"requests": {"cpu": "500m", "memory": "1Gi"}, "limits": {"memory": "1Gi"}},
                "ports": [{"name": "http", "containerPort": 80}],
                "volumeMounts": [{"name": "data", "mountPath": "/data"}],
            }
        ],
        "volumes": [{"name": "data", "emptyDir": {}}],
    },
}
JOB: Body = {
    "apiVersion": "batch/v1",
    "kind": "Job",
    "metadata": {"name": "etl"},
    "spec": {"backoffLimit": 0, "template": {"metadata": {"labels": {"app": "etl"}}, "spec": POD["spec"]}},
}
CRON_JOB: Body = {
    "apiVersion": "batch/v1",
    "kind": "CronJob",
    "metadata": {"name": "etl"},
    "spec": {"schedule": "0 5 * * *", "jobTemplate": {"spec": JOB["spec"]}},
}
SECRET: Body = {
    "apiVersion": "v1",
    "kind": "Secret",
    "metadata": {"name": "db"},
    "type": "Opaque",
    "data": {"PASSWORD": "czNjcjN0"},
    "stringData": {"USER": "etl"},
}


@attrs.frozen
class Mistake:
    """One mistake.

    Attributes:
        name: what is wrong, as the test's name.
        body: the body that makes it.
        rule: the id of the rule that must find it.
        path: the path that the problem must have.
        server: `refuses` (an error), `accepts` (a warning), `never starts`: accepted, but no container can ever start (an error), or
            `cannot be sent`: it is of no kind that a server has an address for (an error).
    """

    name: str
    body: Body
    rule: str
    path: str
    server: Server


MISTAKES: list[Mistake] = []


def _add(
    good: Body,
    name: str,
    rule: str,
    path: str,
    change: Callable[[Any], object],
    server: Server = "refuses",
) -> None:
    body = copy.deepcopy(good)
    change(body)
    MISTAKES.append(Mistake(name, body, rule, path, server))


def _pod(
    name: str,
    rule: str,
    path: str,
    change: Callable[[Any], object],
    server: Server = "refuses",
) -> None:
    _add(POD, name, rule, path, lambda body: change(body["spec"]), server)


def _main(
    name: str,
    rule: str,
    path: str,
    change: Callable[[Any], object],
    server: Server = "refuses",
) -> None:
    place = f"spec.containers[main]{'.' if path and not path.startswith('[') else ''}{path}"
    _add(POD, name, rule, place, lambda body: change(body["spec"]["containers"][0]), server)


def _meta(name: str, rule: str, path: str, change: Callable[[Any], object]) -> None:
    _add(POD, name, rule, path, lambda body: change(body["metadata"]))


def put(*path: str | int, value: Any) -> Callable[[Any], None]:
    """Return a change that sets the value at a path; `...` as value removes it."""

    def change(body: Any) -> None:
        for step in path[:-1]:
            body = body.setdefault(step, {}) if isinstance(body, dict) else body[step]
        if value is ...:
            del body[path[-1]]
        else:
            body[path[-1]] = value

    return change


def add(*path: str | int, value: Any) -> Callable[[Any], None]:
    """Return a change that appends to the list at a path."""

    def change(body: Any) -> None:
        for step in path[:-1]:
            body = body[step]
        body.setdefault(path[-1], []).append(value)

    return change


DISRUPTED = {"action": "FailJob", "onPodConditions": [{"type": "DisruptionTarget", "status": "True"}]}
TWO = {"name": "two", "image": "etl:1"}

_add(POD, "no kind", "kind", "kind", put("kind", value=...), "cannot be sent")
_add(POD, "no apiVersion", "kind", "apiVersion", put("apiVersion", value=...), "cannot be sent")
_add(
    POD,
    "a CronJob of a version that is gone",
    "kind",
    "kind",
    lambda body: body.update(kind="CronJob", apiVersion="batch/v1beta1", spec={}),
    "cannot be sent",
)
_add(POD, "a kind in lower case", "kind", "kind", put("kind", value="pod"), "cannot be sent")
_add(POD, "an unknown field", "unknown-field", "spec.nodeSelectors", put("spec", "nodeSelectors", value={}))
_main("an unknown field of a container", "unknown-field", "imagee", put("imagee", value="x"))
_main("a field in snake case", "unknown-field", "working_dir", put("working_dir", value="/"))
_pod("a container without a name", "missing-field", "spec.containers[0].name", put("containers", 0, "name", value=...))
_pod("a spec without containers", "missing-field", "spec.containers", put("containers", value=...))
_add(POD, "a Pod without a spec", "missing-field", "spec", put("spec", value=...))
_add(POD, "a Pod whose spec is null", "missing-field", "spec", put("spec", value=None))
_add(JOB, "a Job without a spec", "missing-field", "spec", put("spec", value=...))
_add(JOB, "a template without a spec", "missing-field", "spec.template.spec", put("spec", "template", value={}))
_add(CRON_JOB, "a CronJob without a Job's spec", "missing-field", "spec.jobTemplate.spec", put("spec", "jobTemplate", value={}))
_pod("no containers in the list", "empty-containers", "spec.containers", put("containers", value=[]))
_main("a command that is text", "type", "command", put("command", value="sh -c true"))
_main("a variable that is a number", "type", "env[TZ].value", put("env", 0, "value", value=1))
_main("a variable that is a boolean", "type", "env[TZ].value", put("env", 0, "value", value=True))
_main("a port that is text", "type", "ports[http].containerPort", put("ports", 0, "containerPort", value="80"))
_pod("a user that is text", "type", "spec.securityContext.runAsUser", put("securityContext", "runAsUser", value="abc"))
_pod("a user that is a fraction", "type", "spec.securityContext.runAsUser", put("securityContext", "runAsUser", value=1.5))
_pod("volumes that are a map", "type", "spec.volumes", put("volumes", value={"name": "data"}))
_main("an empty entry in the command", "null-entry", "command[2]", put("command", 2, value=None), "accepts")
_pod("a word that is no restart policy", "enum", "spec.restartPolicy", put("restartPolicy", value="Sometimes"))
_main("a word that is no pull policy", "enum", "imagePullPolicy", put("imagePullPolicy", value="Allways"))
_main("a protocol in lower case", "enum", "ports[http].protocol", put("ports", 0, "protocol", value="tcp"))
_pod(
    "a word that is no operator of a toleration",
    "enum",
    "spec.tolerations[a].operator",
    put("tolerations", value=[{"key": "a", "operator": "Equals", "value": "b"}]),
)
_meta("a name with capitals", "name", "metadata.name", put("name", value="Etl"))
_meta("a name with an underscore", "name", "metadata.name", put("name", value="etl_1"))
_meta("a name that is too long", "name", "metadata.name", put("name", value="x" * 254))
_meta("no name at all", "name", "metadata", put("name", value=...))
_pod(
    "a volume's name with capitals",
    "name",
    "spec.volumes[Data].name",
    lambda spec: spec["volumes"].append({"name": "Data", "emptyDir": {}}),
)
_main("a port's name that is too long", "name", "ports[a-very-long-port-name].name", put("ports", 0, "name", value="a-very-long-port-name"))
_meta("a label with a space", "label", "metadata.labels.app", put("labels", "app", value="a b"))
_meta("a label that is too long", "label", "metadata.labels.app", put("labels", "app", value="x" * 64))
_meta("a label's key with a space", "label", "metadata.labels[a b]", put("labels", "a b", value="c"))
_meta("an annotation's key with a space", "label", "metadata.annotations[a b]", put("annotations", "a b", value="c"))
_pod("a node selector with a space", "label", "spec.nodeSelector.disk", put("nodeSelector", "disk", value="very fast"))
_main("a limit in Gb", "quantity", "resources.limits.memory", put("resources", "limits", "memory", value="1Gb"))
_main("a request below nothing", "quantity", "resources.requests.cpu", put("resources", "requests", "cpu", value="-1"))
_pod(
    "the size of a volume in MB",
    "quantity",
    "spec.volumes[data].emptyDir.sizeLimit",
    put("volumes", 0, "emptyDir", "sizeLimit", value="100MB"),
)
_main(
    "memory in thousandths of a byte",
    "milli-memory",
    "resources.limits.memory",
    lambda main: main.update(resources={"limits": {"memory": "512m"}}),
    "accepts",
)
_main("a request above the limit", "request-over-limit", "resources.requests.memory", put("resources", "requests", "memory", value="2Gi"))
_main("a resource that is not there", "resource-name", "resources.requests.cpus", put("resources", "requests", "cpus", value="1"))
_main(
    "a request of a device without a limit",
    "extended-resource",
    "resources.requests[nvidia.com/gpu]",
    put("resources", "requests", "nvidia.com/gpu", value=1),
)
_main("half a device", "extended-resource", "resources.limits[nvidia.com/gpu]", put("resources", "limits", "nvidia.com/gpu", value="500m"))
_main("no image", "image", "", put("image", value=...))
_main("an image with a space at the end", "image", "image", put("image", value="etl:1 "))
_main("an image with a space inside", "image", "image", put("image", value="etl: 1"), "never starts")
_main("an image with capitals", "image", "image", put("image", value="Etl:1"), "never starts")
_pod("two containers of one name", "duplicate-name", "spec.containers[1].name", add("containers", value={**TWO, "name": "main"}))
_pod(
    "an init container with the main one's name",
    "duplicate-name",
    "spec.containers[main].name",
    put("initContainers", value=[{**TWO, "name": "main"}]),
)
_pod("two volumes of one name", "duplicate-name", "spec.volumes[1].name", add("volumes", value={"name": "data", "emptyDir": {}}))
_main("two ports of one name", "duplicate-name", "ports[1].name", add("ports", value={"name": "http", "containerPort": 81}))
_main("a variable that is set twice", "duplicate-env", "env[1]", add("env", value={"name": "TZ", "value": "CET"}), "accepts")
_main(
    "two volumes at one path",
    "duplicate-mount",
    "volumeMounts[1].mountPath",
    add("volumeMounts", value={"name": "data", "mountPath": "/data"}),
)
_main("a mount of no volume", "undeclared-volume", "volumeMounts[/x].name", add("volumeMounts", value={"name": "x", "mountPath": "/x"}))
_main("a sub path that leaves the volume", "sub-path", "volumeMounts[/data].subPath", put("volumeMounts", 0, "subPath", value="../x"))
_main("a device claim of no claim", "undeclared-claim", "resources.claims[gpu]", put("resources", "claims", value=[{"name": "gpu"}]))
_pod("a volume with two sources", "volume-source", "spec.volumes[data]", put("volumes", 0, "configMap", value={"name": "x"}))
_main(
    "a variable with a value and a source",
    "env-source",
    "env[TZ]",
    put("env", 0, "valueFrom", value={"fieldRef": {"fieldPath": "metadata.name"}}),
)
_main("a variable with an empty source", "env-source", "env[A].valueFrom", add("env", value={"name": "A", "valueFrom": {}}))
_main(
    "a variable with two sources",
    "env-source",
    "env[A].valueFrom",
    add("env", value={"name": "A", "valueFrom": {"fieldRef": {"fieldPath": "metadata.name"}, "secretKeyRef": {"name": "a", "key": "b"}}}),
)
_main("an envFrom of nothing", "env-source", "envFrom[0]", put("envFrom", value=[{"prefix": "A"}]))
_main("a variable whose name holds =", "env-name", "env[A=1].name", add("env", value={"name": "A=1", "value": "x"}))
_main("a variable without a name", "env-name", "env[1].name", add("env", value={"name": "", "value": "x"}))
_main(
    "a variable whose name begins with a digit",
    "env-name-portable",
    "env[1A].name",
    add("env", value={"name": "1A", "value": "x"}),
    "accepts",
)
_main("an envFrom of a Secret without a name", "env-source", "envFrom[0].secretRef.name", put("envFrom", value=[{"secretRef": {}}]))
_pod(
    "a Secret to pull with that cannot be there",
    "image-pull-secret",
    "spec.imagePullSecrets[My_registry].name",
    put("imagePullSecrets", value=[{"name": "My_registry"}]),
    "accepts",
)
_main("a probe that does nothing", "handler", "livenessProbe", put("livenessProbe", value={"periodSeconds": 3}))
_main(
    "a hook that does two things",
    "handler",
    "lifecycle.preStop",
    put("lifecycle", "preStop", value={"exec": {"command": ["x"]}, "sleep": {"seconds": 1}}),
)
_pod("a host name with capitals", "name", "spec.hostname", put("hostname", value="Etl"))
_meta("a time that is none", "time", "metadata.creationTimestamp", put("creationTimestamp", value="yesterday"))
_main("a port above 65535", "port", "ports[http].containerPort", put("ports", 0, "containerPort", value=70000))
_main("port 0", "port", "ports[http].containerPort", put("ports", 0, "containerPort", value=0))
_pod("a deadline of nothing", "range", "spec.activeDeadlineSeconds", put("activeDeadlineSeconds", value=0))
_main("a user below nothing", "range", "securityContext.runAsUser", put("securityContext", "runAsUser", value=-1))
_main(
    "root where root is forbidden",
    "security",
    "securityContext",
    put("securityContext", value={"runAsNonRoot": True, "runAsUser": 0}),
    "never starts",
)
_main(
    "privileged without escalation",
    "security",
    "securityContext",
    put("securityContext", value={"privileged": True, "allowPrivilegeEscalation": False}),
)
_pod(
    "a toleration that exists with a value",
    "toleration",
    "spec.tolerations[a]",
    put("tolerations", value=[{"key": "a", "operator": "Exists", "value": "b"}]),
)
_pod("a toleration without a key", "toleration", "spec.tolerations[0]", put("tolerations", value=[{"operator": "Equal", "value": "b"}]))
_pod(
    "a toleration that ends without NoExecute",
    "toleration",
    "spec.tolerations[a]",
    put("tolerations", value=[{"key": "a", "operator": "Exists", "effect": "NoSchedule", "tolerationSeconds": 3}]),
)
_add(
    JOB,
    "a Job that restarts always",
    "restart-policy",
    "spec.template.spec.restartPolicy",
    put("spec", "template", "spec", "restartPolicy", value="Always"),
)
_add(
    JOB,
    "a Job without a restart policy",
    "restart-policy",
    "spec.template.spec.restartPolicy",
    put("spec", "template", "spec", "restartPolicy", value=...),
)
_add(
    JOB,
    "failure rules with OnFailure",
    "restart-policy",
    "spec.template.spec.restartPolicy",
    lambda job: (
        job["spec"].update(
            podFailurePolicy={"rules": [{"action": "FailJob", "onPodConditions": [{"type": "DisruptionTarget", "status": "True"}]}]}
        ),
        job["spec"]["template"]["spec"].update(restartPolicy="OnFailure"),
    ),
)
_add(
    JOB,
    "a failure rule about a container that is not there",
    "job",
    "spec.podFailurePolicy.rules[0].onExitCodes.containerName",
    put(
        "spec",
        "podFailurePolicy",
        value={"rules": [{"action": "FailJob", "onExitCodes": {"containerName": "x", "operator": "In", "values": [3]}}]},
    ),
)
_add(
    JOB,
    "an indexed Job without completions",
    "job",
    "spec.completions",
    lambda job: job["spec"].update(completionMode="Indexed", parallelism=2),
)
_add(JOB, "fewer than no retries", "range", "spec.backoffLimit", put("spec", "backoffLimit", value=-1))
_add(JOB, "a Job's name that is too long", "name", "metadata.name", put("metadata", "name", value="x" * 64))
_add(
    JOB,
    "a label in a Job's template",
    "label",
    "spec.template.metadata.labels.app",
    put("spec", "template", "metadata", "labels", "app", value="a b"),
)
_add(JOB, "a mistake in a Job's container", "port", "spec.template.spec.containers[main].ports[http].containerPort",
     put("spec", "template", "spec", "containers", 0, "ports", 0, "containerPort", value=70000))  # fmt: skip
_add(CRON_JOB, "a schedule of four fields", "schedule", "spec.schedule", put("spec", "schedule", value="0 5 * *"))
_add(CRON_JOB, "a CronJob's name that is too long", "name", "metadata.name", put("metadata", "name", value="x" * 53))
_add(CRON_JOB, "a mistake in a CronJob's container", "image", "spec.jobTemplate.spec.template.spec.containers[main]",
     put("spec", "jobTemplate", "spec", "template", "spec", "containers", 0, "image", value=...))  # fmt: skip
_add(SECRET, "data that is no base64", "base64", "data.PASSWORD", put("data", "PASSWORD", value="s3cr3t!"))
_add(SECRET, "a key with a slash", "key", "data[a/b]", put("data", "a/b", value="czNjcjN0"))
_add(SECRET, "a value that is a number", "type", "stringData.PIN", put("stringData", "PIN", value=1234))
_add(
    SECRET,
    "a Secret for TLS without its keys",
    "secret",
    "data",
    lambda body: body.update(type="kubernetes.io/tls", data={"tls.key": "eA=="}),
)
