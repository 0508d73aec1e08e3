"""Mistakes in Secrets, ConfigMaps, claims, Services, roles, and in what every object has."""

from __future__ import annotations

import base64
from typing import Any

from tests.unit.rules.cases import POD, SECRET, Body
from tests.unit.rules.making import Table

CONFIG_MAP: Body = {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "c"}, "data": {"a": "b"}}
CLAIM: Body = {
    "apiVersion": "v1",
    "kind": "PersistentVolumeClaim",
    "metadata": {"name": "c"},
    "spec": {"accessModes": ["ReadWriteOnce"], "resources": {"requests": {"storage": "1Gi"}}},
}
SERVICE: Body = {
    "apiVersion": "v1",
    "kind": "Service",
    "metadata": {"name": "s"},
    "spec": {"selector": {"app": "etl"}, "ports": [{"port": 80}]},
}
ROLE: Body = {
    "apiVersion": "rbac.authorization.k8s.io/v1",
    "kind": "Role",
    "metadata": {"name": "r"},
    "rules": [{"apiGroups": [""], "resources": ["pods"], "verbs": ["get"]}],
}
BINDING: Body = {
    "apiVersion": "rbac.authorization.k8s.io/v1",
    "kind": "RoleBinding",
    "metadata": {"name": "r"},
    "roleRef": {"apiGroup": "rbac.authorization.k8s.io", "kind": "Role", "name": "r"},
    "subjects": [{"kind": "ServiceAccount", "name": "a", "namespace": "default"}],
}
ACCOUNT: Body = {"apiVersion": "v1", "kind": "ServiceAccount", "metadata": {"name": "a"}}
GOOD = (CONFIG_MAP, CLAIM, SERVICE, ROLE, BINDING, ACCOUNT)
OBJECTS = Table()
_add = OBJECTS.add
_OWNER = {"apiVersion": "v1", "kind": "Pod", "name": "p", "uid": "u"}


def _meta(name: str, rule: str, path: str, /, **metadata: Any) -> None:
    _add(POD, name, rule, f"metadata.{path}" if path else "metadata", metadata=metadata)


def _claim(name: str, rule: str, path: str, /, **spec: Any) -> None:
    _add(CLAIM, name, rule, f"spec.{path}", spec=spec)


def _service(name: str, rule: str, path: str, /, **spec: Any) -> None:
    _add(SERVICE, name, rule, f"spec.{path}", spec=spec)


# metadata
_meta("annotations over 256 KiB", "annotation-size", "annotations", annotations={"a": "x" * (256 * 1024 + 1)})
_meta("an owner without a name", "owner", "ownerReferences[0].name", ownerReferences=[{**_OWNER, "name": ""}])
_meta("an owner without a uid", "owner", "ownerReferences[p].uid", ownerReferences=[{**_OWNER, "uid": ""}])
_meta(
    "two owners that control",
    "owner",
    "ownerReferences[q].controller",
    ownerReferences=[{**_OWNER, "controller": True}, {**_OWNER, "name": "q", "uid": "v", "controller": True}],
)
_meta("a finalizer with a space", "finalizer", "finalizers[0]", finalizers=["a b"])
_meta("a finalizer without a domain", "finalizer", "finalizers[0]", finalizers=["mine"])
_meta("a prefix with a capital", "name", "generateName", name=None, generateName="Etl-")
_meta("a namespace with a capital", "name", "namespace", namespace="Data")

# Secrets and ConfigMaps
_add(SECRET, "a Secret over 1 MiB", "size", "data", data={"a": base64.b64encode(b"x" * (1024 * 1024 + 1)).decode()})
_add(
    SECRET,
    "a Secret for a registry that is no JSON",
    "secret",
    "data[.dockerconfigjson]",
    type="kubernetes.io/dockerconfigjson",
    stringData={},
    data={".dockerconfigjson": base64.b64encode(b"no json").decode()},
)
_add(SECRET, "a Secret for a registry without its key", "secret", "data", type="kubernetes.io/dockerconfigjson")
_add(SECRET, "a Secret for a login without user and password", "secret", "data", type="kubernetes.io/basic-auth", stringData={"user": "x"})
_add(SECRET, "a Secret for SSH without its key", "secret", "data", type="kubernetes.io/ssh-auth")
_add(
    SECRET,
    "a token's Secret without its account",
    "secret",
    "metadata.annotations[kubernetes.io/service-account.name]",
    type="kubernetes.io/service-account-token",
)
_add(CONFIG_MAP, "a ConfigMap over 1 MiB", "size", "data", data={"a": "x" * (1024 * 1024 + 1)})
_add(CONFIG_MAP, "a key in data and in binaryData", "key", "binaryData.a", binaryData={"a": "eA=="})
_add(CONFIG_MAP, "a key with a space", "key", "data[a b]", data={"a b": "c"})
_add(CONFIG_MAP, "binary data that is no base64", "base64", "binaryData.b", binaryData={"b": "?"})
_add(CONFIG_MAP, "a key that begins with ..", "key", "data[..a]", data={"..a": "c"})

# claims
_claim("a claim of no size", "claim", "resources.requests.storage", resources={})
_claim("a claim of size 0", "claim", "resources.requests.storage", resources={"requests": {"storage": "0"}})
_claim("a claim without access", "claim", "accessModes", accessModes=[])
_claim("a claim for one Pod and for many", "claim", "accessModes", accessModes=["ReadWriteOncePod", "ReadWriteMany"])
_claim("an access that is none", "enum", "accessModes[0]", accessModes=["ReadWrite"])
_claim("a claim of a mode that is none", "enum", "volumeMode", volumeMode="File")
_claim("a claim with a storage class in capitals", "name", "storageClassName", storageClassName="Fast")
_claim("a claim in Gb", "quantity", "resources.requests.storage", resources={"requests": {"storage": "1Gb"}})

# Services
_service("a Service without ports", "service", "ports", ports=[])
_service("a Service's port twice", "service", "ports[b]", ports=[{"name": "a", "port": 80}, {"name": "b", "port": 80}])
_service("two ports without names", "service", "ports[0].name", ports=[{"port": 80}, {"name": "b", "port": 81}])
_service("a Service's port's name twice", "duplicate-name", "ports[1].name", ports=[{"name": "a", "port": 80}, {"name": "a", "port": 81}])
_service("a Service's port 0", "port", "ports[0].port", ports=[{"port": 0}])
_service("a Service's target above 65535", "port", "ports[0].targetPort", ports=[{"port": 80, "targetPort": 70000}])
_service(
    "a Service's target by a name too long", "service", "ports[0].targetPort", ports=[{"port": 80, "targetPort": "a-very-long-port-name"}]
)
_service("an outside name that is missing", "service", "externalName", type="ExternalName")
_service("a node's port without a type", "service", "ports[0].nodePort", ports=[{"port": 80, "nodePort": 30080}])
_service("an address that is none", "ip", "clusterIP", clusterIP="x")
_service("a Service's type that is none", "enum", "type", type="Internal")
_service("a selector with a space", "label", "selector.app", selector={"app": "a b"})
_service("no address, for a load balancer", "service", "clusterIP", clusterIP="None", type="LoadBalancer")
_add(SERVICE, "a Service's name that is too long", "name", "metadata.name", metadata={"name": "s" * 64})

# roles and accounts
_add(ROLE, "a role without verbs", "role", "rules[0].verbs", rules=[{"apiGroups": [""], "resources": ["pods"], "verbs": []}])
_add(ROLE, "a role without resources", "role", "rules[0].resources", rules=[{"apiGroups": [""], "resources": [], "verbs": ["get"]}])
_add(ROLE, "a role without groups", "role", "rules[0].apiGroups", rules=[{"resources": ["pods"], "verbs": ["get"]}])
_add(
    ROLE, "a path in a role of a namespace", "role", "rules[0].nonResourceURLs", rules=[{"nonResourceURLs": ["/healthz"], "verbs": ["get"]}]
)
_add(BINDING, "a binding of no role", "role-binding", "roleRef.name", roleRef={**BINDING["roleRef"], "name": ""})
_add(BINDING, "a binding of what is no role", "enum", "roleRef.kind", roleRef={**BINDING["roleRef"], "kind": "Rolle"})
_add(BINDING, "a binding of another group's role", "role-binding", "roleRef.apiGroup", roleRef={**BINDING["roleRef"], "apiGroup": "v1"})
_add(BINDING, "a binding to what is no subject", "enum", "subjects[a].kind", subjects=[{"kind": "Account", "name": "a"}])
_add(
    BINDING,
    "a binding to nobody's name",
    "role-binding",
    "subjects[0].name",
    subjects=[{"kind": "User", "apiGroup": "rbac.authorization.k8s.io", "name": ""}],
)
