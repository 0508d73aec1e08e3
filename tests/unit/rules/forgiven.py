"""Bodies that look like mistakes, and that a server takes: the rules must stay silent, and a server is asked to confirm it."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

from tests.unit.rules.cases import JOB, POD, Body, put

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
