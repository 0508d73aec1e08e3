"""The same Pods as a real node ran them: what our status says is compared with what Kubernetes 1.37 said, field by field.

`tests/data/pods-of-kubernetes-1.37.json` holds the specs and the last statuses. What differs is listed here, and nothing else may.
"""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import pytest

DATA = Path(__file__).parents[3] / "data" / "pods-of-kubernetes-1.37.json"
CASES: dict[str, Any] = json.loads(DATA.read_text())

OF_THE_MOMENT = {"lastTransitionTime", "startedAt", "finishedAt", "startTime", "containerID", "imageID"}
OF_THE_MACHINE = {"hostIP", "podIP", "hostIPs", "podIPs", "image"}
OF_THE_SERVER = {"observedGeneration"}
NOT_MADE = (".resources", ".allocatedResources")
"""The Pod's own sums of its containers' resources."""

RUNTIME = "failed to create containerd task: failed to create shim task: OCI runtime create failed: runc create failed: "
OURS = "failed to start container: "


def _flat(value: Any, path: str = "") -> dict[str, Any]:
    flat: dict[str, Any] = {}
    if isinstance(value, dict) and value:
        for key, each in value.items():
            skipped = key in OF_THE_MOMENT | OF_THE_MACHINE | OF_THE_SERVER
            flat.update({f"{path}.{key}": "…"} if skipped else _flat(each, f"{path}.{key}"))
    elif isinstance(value, list):
        for index, each in enumerate(value):
            name = each.get("type") or each.get("name") if isinstance(each, dict) else index
            flat.update(_flat(each, f"{path}[{name}]"))
    else:
        flat[path] = value
    return {path: each for path, each in flat.items() if not path.startswith(NOT_MADE)}


def _settled(world, name, real):
    if name.startswith("f-delete"):
        world.running(name)
        time.sleep(0.5)  # the shell has to come to its trap
        world.delete(name)
        world.gone(name)
        return [pod for pod in world.seen if pod["metadata"]["name"] == name][-1]["status"]
    if real["phase"] in ("Succeeded", "Failed"):
        return world.ended(name)["status"]
    wanted = {path: value for path, value in _flat(real).items() if ".waiting" in path and path.endswith(".reason")}
    return world.until(lambda status: wanted.items() <= _flat(status).items(), name)["status"]


@pytest.mark.parametrize("name", sorted(CASES))
def test_the_status_is_that_of_a_real_node(make_world, machine, name):
    case = CASES[name]
    if "oom" in name and machine.memory_base is None:
        pytest.skip("no control group can be made on this machine")
    images = {container["image"]: "host" for container in case["spec"]["containers"] if container.get("imagePullPolicy") != "Never"}
    world = make_world(images=images)
    pod = {
        "apiVersion": "v1",
        "kind": "Pod",
        "metadata": {"name": name, "namespace": "default", "generation": 1},
        "spec": json.loads(json.dumps(case["spec"])),
    }
    world.do(lambda: world.store.create("pods", pod))
    ours, real = _flat(_settled(world, name, case["status"])), _flat(case["status"])
    message = ".containerStatuses[main].state.terminated.message"
    if RUNTIME in str(real.get(message)):
        real[message] = OURS + real[message].removeprefix(RUNTIME).removesuffix(": unknown")
    assert ours == real
