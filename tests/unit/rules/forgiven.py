"""Bodies that look like mistakes, and that a server takes: the rules must stay silent, and a server is asked to confirm it."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

from tests.unit.rules.cases import CRON_JOB, JOB, POD, SECRET, Body, put
from tests.unit.rules.cases_objects import BINDING, CLAIM, ROLE, SERVICE

EMPTY_AND_FIELD = {"name": "A", "value": "", "valueFrom": {"fieldRef": {"fieldPath": "metadata.name"}}}
TWICE = [{"name": "data", "mountPath": "/a"}, {"name": "data", "mountPath": "/b"}]
FORGIVEN: dict[str, Body] = {}


def _forgiven(name: str, change: Callable[[Any], object], good: Body = POD) -> None:
    FORGIVEN[name] = copy.deepcopy(good)
    change(FORGIVEN[name])


_forgiven(
    "a header without a value",
    put("spec", "containers", 0, "livenessProbe", value={"httpGet": {"port": 80, "httpHeaders": [{"name": "A"}]}}),
)
_forgiven("a sleep of no seconds", put("spec", "containers", 0, "lifecycle", value={"preStop": {"sleep": {}}}))
_forgiven("a failure policy without rules", put("spec", "podFailurePolicy", value={}), JOB)
_forgiven("an indexed Job without any number", put("spec", "completionMode", value="Indexed"), JOB)
_forgiven("a volume without a source", put("spec", "volumes", 0, "emptyDir", value=...))
_forgiven("a restart policy that is missing", put("spec", "restartPolicy", value=...))
_forgiven("nulls where nothing is meant", lambda body: body["spec"].update(nodeSelector=None, tolerations=None, hostNetwork=None))
_forgiven("a quantity that is a number", put("spec", "containers", 0, "resources", value={"limits": {"cpu": 0.5, "memory": 1073741824}}))
_forgiven("an empty value beside a source", put("spec", "containers", 0, "env", value=[EMPTY_AND_FIELD]))
_forgiven("a volume that nothing mounts", put("spec", "containers", 0, "volumeMounts", value=[]))
_forgiven("the same volume at two paths", put("spec", "containers", 0, "volumeMounts", value=TWICE))
_forgiven(
    "the same port twice without a name",
    put("spec", "containers", 0, "ports", value=[{"containerPort": 80}, {"containerPort": 80, "protocol": "UDP"}]),
)
_forgiven("a label without a value", put("metadata", "labels", "app", value=""))
_forgiven("an image by its digest", put("spec", "containers", 0, "image", value="registry.example.com:5000/a/b@sha256:" + "0" * 64))
_forgiven("a sidecar", put("spec", "initContainers", value=[{"name": "proxy", "image": "p:1", "restartPolicy": "Always"}]))
_forgiven("a prefix of 250 characters", lambda body: body["metadata"].update(name=None, generateName="x" * 250))
_forgiven("a name in a template that nobody reads", put("spec", "template", "metadata", "name", value="A b"), JOB)
_forgiven("a finalizer in a template that nobody reads", put("spec", "template", "metadata", "finalizers", value=["mine"]), JOB)
_forgiven("an empty selector", put("spec", "selector", value={"matchLabels": {}, "matchExpressions": []}), JOB)
_forgiven("a deadline of centuries", put("spec", "activeDeadlineSeconds", value=10**12), JOB)
_forgiven("a selector that is not manual", put("spec", "manualSelector", value=False), JOB)
_forgiven("a role named as one likes", put("metadata", "name", value="System: Reader"), ROLE)
_forgiven("a binding of a role named as one likes", put("roleRef", "name", value="system:Reader"), BINDING)
_forgiven("a target port of 0", put("spec", "ports", 0, "targetPort", value=0), SERVICE)
_forgiven("a Service without ports and address", lambda body: body["spec"].update(clusterIP="None", ports=[]), SERVICE)
_forgiven("an outside name", lambda body: body.update(spec={"type": "ExternalName", "externalName": "db.example.com"}), SERVICE)
_forgiven("source ranges that are empty", put("spec", "loadBalancerSourceRanges", value=[]), SERVICE)
_forgiven("a claim's limit below nothing", put("spec", "resources", "limits", value={"storage.example.com/x": "-1"}), CLAIM)
_forgiven("a port's name that is empty", put("spec", "containers", 0, "ports", 0, "name", value=""))
_forgiven(
    "a host port on two protocols",
    put(
        "spec",
        "containers",
        0,
        "ports",
        value=[{"containerPort": 53, "hostPort": 53}, {"containerPort": 53, "hostPort": 53, "protocol": "UDP"}],
    ),
)
_forgiven(
    "a host port on two addresses",
    put(
        "spec",
        "containers",
        0,
        "ports",
        value=[{"containerPort": 80, "hostPort": 80, "hostIP": "127.0.0.1"}, {"containerPort": 81, "hostPort": 80, "hostIP": "10.0.0.1"}],
    ),
)
_forgiven(
    "a readiness probe that must succeed twice",
    put("spec", "containers", 0, "readinessProbe", value={"httpGet": {"port": "http"}, "successThreshold": 2}),
)
_forgiven(
    "a sidecar with probes and hooks",
    put(
        "spec",
        "initContainers",
        value=[
            {
                "name": "proxy",
                "image": "p:1",
                "restartPolicy": "Always",
                "startupProbe": {"tcpSocket": {"port": 80}},
                "lifecycle": {"preStop": {"sleep": {"seconds": 3}}},
            }
        ],
    ),
)
_forgiven(
    "variables from the Pod's fields",
    put(
        "spec",
        "containers",
        0,
        "env",
        value=[
            {"name": "LABEL", "valueFrom": {"fieldRef": {"fieldPath": "metadata.labels['app.example.com/Name']"}}},
            {"name": "ANNOTATION", "valueFrom": {"fieldRef": {"fieldPath": "metadata.annotations['A']"}}},
            {"name": "CPU", "valueFrom": {"resourceFieldRef": {"resource": "limits.cpu", "divisor": "1m"}}},
            {"name": "MEMORY", "valueFrom": {"resourceFieldRef": {"resource": "requests.memory", "divisor": "1Mi"}}},
            {"name": "BOTH", "value": "$(LABEL)-$$(LATER)-$(LABEL)"},
            {"name": "LATER", "value": "x"},
        ],
    ),
)
_forgiven(
    "a projected volume of all",
    put(
        "spec",
        "volumes",
        0,
        value={
            "name": "data",
            "projected": {
                "defaultMode": 0o440,
                "sources": [
                    {"secret": {"name": "a", "items": [{"key": "k", "path": "a/..b"}]}},
                    {"configMap": {"name": "b"}},
                    {"serviceAccountToken": {"path": "token", "expirationSeconds": 600}},
                    {"downwardAPI": {"items": [{"path": "labels", "fieldRef": {"fieldPath": "metadata.labels"}}]}},
                ],
            },
        },
    ),
)
_forgiven(
    "huge pages beside memory",
    put("spec", "containers", 0, "resources", value={"limits": {"hugepages-2Mi": "4Mi", "memory": "1Gi"}}),
)
for _schedule in (
    "@daily",
    "@every 1h30m",
    "*/5 0-6,12 1,15 jan-mar mon-fri",
    "0 0 ? * SUN",
    "5/15 * * * *",
    "0 5 * * 0-6/2",
    "+5 0005 */+2 *-9 ?/3",
):
    _forgiven(f"the schedule {_schedule}", put("spec", "schedule", value=_schedule), CRON_JOB)
for _zone in ("Etc/UTC", "Europe/Berlin", "UTC"):
    _forgiven(f"the time zone {_zone}", put("spec", "timeZone", value=_zone), CRON_JOB)
_forgiven(
    "failure and success policies",
    lambda body: body["spec"].update(
        completionMode="Indexed",
        completions=5,
        parallelism=2,
        backoffLimitPerIndex=1,
        maxFailedIndexes=5,
        podFailurePolicy={
            "rules": [
                {"action": "FailIndex", "onExitCodes": {"operator": "NotIn", "values": [0, 1]}},
                {"action": "Ignore", "onPodConditions": [{"type": "DisruptionTarget"}]},
            ]
        },
        successPolicy={"rules": [{"succeededIndexes": "0,2-4", "succeededCount": 2}]},
    ),
    JOB,
)
_forgiven("a login with a user alone", lambda body: body.update(type="kubernetes.io/basic-auth", stringData={"username": "x"}), SECRET)
_forgiven(
    "a login that is null",
    lambda body: body.update(type="kubernetes.io/dockercfg", stringData=None, data={".dockercfg": "bnVsbA=="}),
    SECRET,
)
_forgiven(
    "huge pages of another machine's size", put("spec", "volumes", 0, value={"name": "data", "emptyDir": {"medium": "HugePages-1Mi"}})
)
_forgiven("a traffic policy that is empty", put("spec", "externalTrafficPolicy", value=""), SERVICE)
_forgiven("the node's network on Windows", lambda body: body["spec"].update(os={"name": "windows"}, hostNetwork=True))
_forgiven(
    "a process of a Windows node",
    lambda body: body["spec"].update(
        os={"name": "windows"}, hostNetwork=True, securityContext={"windowsOptions": {"hostProcess": True}}, hostPID=False
    ),
)
_forgiven("one access twice", put("spec", "accessModes", value=["ReadWriteOncePod", "ReadWriteOncePod"]), CLAIM)
