"""Pods, each with the quality of service that a real server wrote into its status."""

from __future__ import annotations

from typing import Any

Body = dict[str, Any]
BODIES: dict[str, Body] = {}
_EQUAL = {"requests": {"cpu": "100m", "memory": "64Mi"}, "limits": {"cpu": "100m", "memory": "64Mi"}}


def _pod(name: str, *resources: Body, init: tuple[Body, ...] = (), sidecars: tuple[Body, ...] = (), **spec: Any) -> None:
    containers = [{"name": f"c{number}", "image": "kpod.local/busybox:1", "resources": each} for number, each in enumerate(resources)]
    first = [{"name": f"i{number}", "image": "kpod.local/busybox:1", "resources": each} for number, each in enumerate(init)]
    first += [
        {"name": f"s{number}", "image": "kpod.local/busybox:1", "resources": each, "restartPolicy": "Always"}
        for number, each in enumerate(sidecars)
    ]
    body: Body = {"restartPolicy": "Never", "containers": containers, **spec}
    if first:
        body["initContainers"] = first
    BODIES[name] = {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "qos"}, "spec": body}


_pod("nothing", {})
_pod("nothing in two containers", {}, {})
_pod("equal", _EQUAL)
_pod("limits alone", {"limits": {"cpu": "100m", "memory": "64Mi"}})
_pod("equal by value", {"requests": {"cpu": "0.1", "memory": "65536Ki"}, "limits": {"cpu": "100m", "memory": "64Mi"}})
_pod("a request of memory", {"requests": {"memory": "64Mi"}})
_pod("a limit of memory alone", {"limits": {"memory": "64Mi"}})
_pod("a limit above the request", {"requests": {"cpu": "50m", "memory": "64Mi"}, "limits": {"cpu": "100m", "memory": "64Mi"}})
_pod("one equal, one with nothing", _EQUAL, {})
_pod("two that are equal", _EQUAL, _EQUAL)
_pod("an init container with nothing", _EQUAL, init=({},))
_pod("an init container that is equal", _EQUAL, init=(_EQUAL,))
_pod("a sidecar with nothing", _EQUAL, sidecars=({},))
_pod("a sidecar that is equal", _EQUAL, sidecars=(_EQUAL,))
_pod("an init container that asks alone", {}, init=(_EQUAL,))
_pod("a request of nothing", {"requests": {"cpu": "0"}})
_pod("a limit of nothing", {"limits": {"cpu": "0", "memory": "0"}})
_pod("a disk alone", {"requests": {"ephemeral-storage": "1Mi"}})
_pod("a device and equal", {**_EQUAL, "limits": {**_EQUAL["limits"], "example.com/device": "1"}})
_pod("the Pod's own, equal", {}, resources=_EQUAL)
_pod("the Pod's own limits alone", {}, resources={"limits": _EQUAL["limits"]})
_pod("the Pod's own request", {}, resources={"requests": {"cpu": "100m"}})
_pod("the Pod's own, equal, over one that is not", {"requests": {"cpu": "10m"}}, resources=_EQUAL)
_pod("huge pages and cpu", {"requests": {"cpu": "1m", "hugepages-2Mi": "2Mi"}, "limits": {"hugepages-2Mi": "2Mi"}})
