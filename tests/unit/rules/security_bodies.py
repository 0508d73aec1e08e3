"""Pods that a namespace with Pod Security admits or refuses: what the rules say is compared with a real server's admission."""

from __future__ import annotations

import copy
import random
from collections.abc import Iterator
from typing import Any

Body = dict[str, Any]

RESTRICTED: Body = {
    "apiVersion": "v1",
    "kind": "Pod",
    "metadata": {"name": "etl"},
    "spec": {
        "securityContext": {"runAsNonRoot": True, "seccompProfile": {"type": "RuntimeDefault"}},
        "containers": [
            {
                "name": "main",
                "image": "etl:1",
                "securityContext": {"allowPrivilegeEscalation": False, "capabilities": {"drop": ["ALL"]}},
            }
        ],
    },
}
BODIES: dict[str, Body] = {"all that is asked for": RESTRICTED}


def _pod(name: str, *, own: Body | None = None, around: Body | None = None, main: Body | None = None, **spec: Any) -> None:
    """Change the container's security settings, the Pod's, the container, the spec; None takes a setting away."""
    body = copy.deepcopy(RESTRICTED)
    container = body["spec"]["containers"][0]
    container["securityContext"].update(own or {})
    body["spec"]["securityContext"].update(around or {})
    container.update(main or {})
    body["spec"].update(spec)
    for part in (container["securityContext"], body["spec"]["securityContext"]):
        for key in [key for key, value in part.items() if value is None]:
            del part[key]
    BODIES[name] = body


_pod("the node's network", hostNetwork=True)
_pod("the node's processes", hostPID=True)
_pod("the node's messages", hostIPC=True)
_pod("a privileged container", own={"privileged": True, "allowPrivilegeEscalation": None})
_pod("a capability that baseline allows", own={"capabilities": {"drop": ["ALL"], "add": ["CHOWN"]}})
_pod("a capability that restricted allows", own={"capabilities": {"drop": ["ALL"], "add": ["NET_BIND_SERVICE"]}})
_pod("a capability that nobody allows", own={"capabilities": {"drop": ["ALL"], "add": ["SYS_ADMIN"]}, "allowPrivilegeEscalation": None})
_pod("a capability with its prefix", own={"capabilities": {"drop": ["ALL"], "add": ["CAP_CHOWN"]}})
_pod("some capabilities dropped", own={"capabilities": {"drop": ["CHOWN"]}})
_pod("no capability dropped", own={"capabilities": None})
_pod("a folder of the node", volumes=[{"name": "a", "hostPath": {"path": "/a"}}])
_pod(
    "a claim and a Secret",
    volumes=[{"name": "a", "persistentVolumeClaim": {"claimName": "a"}}, {"name": "b", "secret": {"secretName": "b"}}],
)
_pod("NFS", volumes=[{"name": "a", "nfs": {"server": "a", "path": "/a"}}])
_pod("an image's files", volumes=[{"name": "a", "image": {"reference": "etl:1"}}])
_pod(
    "a volume of its own claim",
    volumes=[
        {
            "name": "a",
            "ephemeral": {
                "volumeClaimTemplate": {"spec": {"accessModes": ["ReadWriteOnce"], "resources": {"requests": {"storage": "1Gi"}}}}
            },
        }
    ],
)
_pod("a port of the node", main={"ports": [{"containerPort": 80, "hostPort": 80}]})
_pod("a port of the Pod", main={"ports": [{"containerPort": 80}]})
_pod("a probe of another host", main={"livenessProbe": {"httpGet": {"port": 80, "host": "example.com"}}})
_pod("a probe of this host", main={"livenessProbe": {"httpGet": {"port": 80, "host": "127.0.0.1"}}})
_pod("a probe of no host", main={"readinessProbe": {"tcpSocket": {"port": 80}}})
_pod("a hook of another host", main={"lifecycle": {"preStop": {"httpGet": {"port": 80, "host": "10.0.0.1"}}}})
_pod("AppArmor off", own={"appArmorProfile": {"type": "Unconfined"}})
_pod("AppArmor as the runtime has it", around={"appArmorProfile": {"type": "RuntimeDefault"}})
_pod("SELinux of another type", own={"seLinuxOptions": {"type": "spc_t"}})
_pod("SELinux of a container's type", around={"seLinuxOptions": {"type": "container_t", "level": "s0:c1"}})
_pod("SELinux of another user", around={"seLinuxOptions": {"user": "root"}})
_pod("SELinux of another role", own={"seLinuxOptions": {"role": "sysadm_r"}})
_pod("an unmasked /proc with users of its own", own={"procMount": "Unmasked"}, hostUsers=False)
_pod("seccomp off", own={"seccompProfile": {"type": "Unconfined"}})
_pod("seccomp off for the Pod", around={"seccompProfile": {"type": "Unconfined"}})
_pod("no seccomp profile", around={"seccompProfile": None})
_pod("a seccomp profile of the container only", around={"seccompProfile": None}, own={"seccompProfile": {"type": "RuntimeDefault"}})
_pod("a seccomp profile of the node", around={"seccompProfile": {"type": "Localhost", "localhostProfile": "a.json"}})
_pod("a safe setting of the kernel", around={"sysctls": [{"name": "net.ipv4.tcp_syncookies", "value": "1"}]})
_pod("a setting of the kernel that came late", around={"sysctls": [{"name": "net.ipv4.tcp_rmem", "value": "4096 87380 6291456"}]})
_pod("an unsafe setting of the kernel", around={"sysctls": [{"name": "kernel.msgmax", "value": "65536"}]})
_pod("escalation allowed", own={"allowPrivilegeEscalation": True})
_pod("escalation not mentioned", own={"allowPrivilegeEscalation": None})
_pod("root allowed", around={"runAsNonRoot": False})
_pod("root not mentioned", around={"runAsNonRoot": None})
_pod("root forbidden in the container only", around={"runAsNonRoot": None}, own={"runAsNonRoot": True})
_pod("root allowed around, forbidden within", around={"runAsNonRoot": False}, own={"runAsNonRoot": True})
_pod("root forbidden around, allowed within", own={"runAsNonRoot": False})
_pod("user 0 in the Pod", around={"runAsNonRoot": None, "runAsUser": 0}, own={"runAsNonRoot": True, "runAsUser": 1000})
_pod("user 0 in the container", own={"runAsUser": 0})
_pod("user 1000", around={"runAsUser": 1000})
_pod("root of its own users", around={"runAsNonRoot": None}, own={"runAsUser": 0}, hostUsers=False)
_pod("Windows", os={"name": "windows"}, around={"seccompProfile": None}, own={"capabilities": None, "allowPrivilegeEscalation": None})
_pod(
    "a process of a Windows node",
    os={"name": "windows"},
    hostNetwork=True,
    around={"seccompProfile": None, "windowsOptions": {"hostProcess": True}},
    own={"capabilities": None, "allowPrivilegeEscalation": None},
)
_pod("an init container that says nothing", initContainers=[{"name": "init", "image": "etl:1"}])
_pod("a sidecar that says nothing", initContainers=[{"name": "init", "image": "etl:1", "restartPolicy": "Always"}])
_pod(
    "nothing said at all",
    around={"runAsNonRoot": None, "seccompProfile": None},
    own={"allowPrivilegeEscalation": None, "capabilities": None},
)


# Pods drawn at random: each setting is one of what Pod Security admits at each level, what it forbids, and nothing said.
_NOTHING: Any = object()
_OWN: dict[str, tuple[Any, ...]] = {
    "privileged": (False, _NOTHING, _NOTHING, _NOTHING, True),
    "allowPrivilegeEscalation": (False, False, False, _NOTHING, True),
    "runAsNonRoot": (True, True, _NOTHING, _NOTHING, False),
    "runAsUser": (1000, _NOTHING, _NOTHING, _NOTHING, 0),
    "procMount": ("Default", _NOTHING, _NOTHING, _NOTHING),
    "seccompProfile": (
        {"type": "RuntimeDefault"}, {"type": "Localhost", "localhostProfile": "a"}, _NOTHING, _NOTHING, {"type": "Unconfined"},
    ),
    "appArmorProfile": ({"type": "RuntimeDefault"}, _NOTHING, _NOTHING, _NOTHING, {"type": "Unconfined"}),
    "seLinuxOptions": ({"type": "container_t"}, {"level": "s0:c1,c2"}, _NOTHING, _NOTHING, _NOTHING, {"type": "spc_t"}, {"user": "u"}),
    "capabilities": (
        {"drop": ["ALL"]}, {"drop": ["ALL"]}, {"drop": ["ALL"], "add": ["NET_BIND_SERVICE"]}, {"add": ["CHOWN"]}, {"drop": ["CHOWN"]},
        {"drop": ["ALL"], "add": ["SYS_PTRACE"]}, _NOTHING,
    ),
    "windowsOptions": (_NOTHING, _NOTHING, _NOTHING, {"hostProcess": False}, {"runAsUserName": "a"}),
}  # fmt: skip
_AROUND = {
    key: _OWN[key] for key in ("runAsNonRoot", "runAsUser", "seccompProfile", "appArmorProfile", "seLinuxOptions", "windowsOptions")
} | {"sysctls": (_NOTHING, _NOTHING, [{"name": "net.ipv4.tcp_syncookies", "value": "1"}], [{"name": "kernel.msgmax", "value": "1"}])}
_VOLUMES = ({"emptyDir": {}}, {"emptyDir": {}}, {"secret": {"secretName": "a"}}, {"configMap": {"name": "a"}}, {"csi": {"driver": "a"}},
    {"nfs": {"server": "a", "path": "/a"}}, {"hostPath": {"path": "/a"}}, {"persistentVolumeClaim": {"claimName": "a"}})  # fmt: skip
_PORTS = ({"containerPort": 80}, {"containerPort": 80}, {"containerPort": 81, "hostPort": 81})
_PROBES = ({"path": "/"}, {"path": "/"}, {"path": "/", "host": "127.0.0.1"}, {"path": "/", "host": "example.com"})


def random_bodies(count: int, seed: int = 1) -> Iterator[Body]:
    """Yield Pods of several containers, the same ones for the same seed; half of them begin as ones that `restricted` admits."""
    source = random.Random(seed)
    for number in range(count):
        good = source.random() < 0.5
        spec: Body = {"containers": [], "initContainers": [], "securityContext": _settings(source, _AROUND, good)}
        for index in range(source.randint(1, 3)):
            container: Body = {"name": f"c-{index}", "image": "etl:1", "securityContext": _settings(source, _OWN, good)}
            if source.random() < 0.2:
                container["ports"] = [source.choice(_PORTS)]
            if source.random() < 0.2 and not index:
                container["livenessProbe"] = {"httpGet": {"port": 80, **source.choice(_PROBES)}}
            spec["initContainers" if index and source.random() < 0.4 else "containers"].append(container)
        if source.random() < 0.3:
            spec["volumes"] = [{"name": "a", **source.choice(_VOLUMES)}]
        for key in ("hostNetwork", "hostPID", "hostIPC"):
            if source.random() < 0.05:
                spec[key] = True
        yield {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": f"drawn-{number}"}, "spec": spec}


def _settings(source: random.Random, choices: dict[str, tuple[Any, ...]], good: bool) -> Body:
    drawn = {key: source.choice(values[:1] if good and source.random() < 0.9 else values) for key, values in choices.items()}
    found = {key: copy.deepcopy(value) for key, value in drawn.items() if value is not _NOTHING}
    if good and source.random() < 0.9:
        found.pop("windowsOptions", None)
    if found.get("privileged") or "SYS_ADMIN" in str(found.get("capabilities")):
        found.pop("allowPrivilegeEscalation", None)  # the server refuses a privileged container that may not
    return found
