"""The status of a Pod, computed from the states of its containers. Pure: nothing here runs, waits or writes.

The words, their order and what is absent are those of a real node (1.37).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timezone
from typing import Any

import attrs

from kpod.cluster import Body
from kpod.local.kubelet import scheduling
from kpod.local.kubelet.environment import ADDRESS

NEVER = "1970-01-01T00:00:00Z"
"""When a container that was never started has started."""

_OWN = ("PodReadyToStartContainers", "Initialized", "Ready", "ContainersReady", "PodScheduled")


def timestamp(seconds: float) -> str:
    """Return a time as the API writes it, in whole seconds."""
    return datetime.fromtimestamp(seconds, timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


@attrs.define
class State:
    """What the node knows of one container.

    Attributes:
        spec: the container in the Pod's spec.
        init: whether it is an init container (a native sidecar is one).
        sidecar: whether it is a native sidecar.
        current: `{"waiting": …}`, `{"running": …}` or `{"terminated": …}`.
        last: the same of the start before, empty for none.
        restarts: how often it was started again.
        image_id: the image's, once it was found.
        container_id: the last start's.
        final: whether it has ended and will not be started again.
    """

    spec: Body
    init: bool = False
    sidecar: bool = False
    current: Body = attrs.Factory(dict)
    last: Body = attrs.Factory(dict)
    restarts: int = 0
    image_id: str = ""
    container_id: str = ""
    final: bool = False

    @property
    def name(self) -> str:
        """The container's name."""
        return str(self.spec["name"])

    @property
    def running(self) -> bool:
        """Whether its program runs."""
        return "running" in self.current

    @property
    def exit_code(self) -> int | None:
        """The exit code of the start that has ended, None where it runs or waits."""
        terminated = self.current.get("terminated")
        return int(terminated["exitCode"]) if terminated else None

    def wait(self, reason: str, message: str = "") -> None:
        """Note why it waits."""
        if "terminated" in self.current:
            self.last = self.current
        self.current = {"waiting": {"reason": reason, **({"message": message} if message else {})}}

    def body(self) -> Body:
        """Return its entry of the status."""
        terminated = "terminated" in self.current
        ready = self.running or (terminated and self.init and not self.sidecar and self.exit_code == 0)
        entry: Body = {
            "name": self.name,
            "state": self.current,
            "lastState": self.last,
            "ready": ready,
            "restartCount": self.restarts,
            "image": self.spec.get("image", ""),
            "imageID": self.image_id,
        }
        if self.container_id:
            entry["containerID"] = self.container_id
        entry["started"] = self.running
        resources = self.spec.get("resources") or {}
        if self.container_id:
            asked = {**(resources.get("limits") or {}), **(resources.get("requests") or {})}
            if asked:
                entry["allocatedResources"] = asked
            entry["resources"] = {**resources, **({"requests": asked} if asked else {})}
        mounts = self.spec.get("volumeMounts") or []
        if mounts:
            entry["volumeMounts"] = [_mount(mount) for mount in mounts]
        return entry


def _mount(mount: Body) -> Body:
    read_only = {"readOnly": True, "recursiveReadOnly": "Disabled"} if mount.get("readOnly") else {}
    return {"name": mount["name"], "mountPath": mount["mountPath"], **read_only}


@attrs.define
class Facts:
    """What the node knows of one Pod.

    Attributes:
        inits: the init containers, native sidecars among them, in order.
        mains: the other containers.
        started_at: when the node took it, as the API writes it.
        sandbox: whether its volumes are there, so that containers can be started.
        phase: set once the Pod has ended for good.
        reason: why the node ended it: `DeadlineExceeded`.
        message: the same in a sentence.
    """

    inits: list[State]
    mains: list[State]
    started_at: str = ""
    sandbox: bool = False
    phase: str = ""
    reason: str = ""
    message: str = ""

    @property
    def initialized(self) -> bool:
        """Whether the other containers may start."""
        return all(state.exit_code == 0 or (state.sidecar and (state.running or state.restarts or state.final)) for state in self.inits)

    @property
    def outcome(self) -> str:
        """`Succeeded` or `Failed` once that is settled, else nothing."""
        if self.phase:
            return self.phase
        if any(state.final and not state.sidecar and state.exit_code != 0 for state in self.inits):
            return "Failed"
        if not all(state.final and state.exit_code is not None for state in self.mains):
            return ""
        return "Succeeded" if all(state.exit_code == 0 for state in self.mains) else "Failed"

    def current_phase(self) -> str:
        """Return the Pod's phase."""
        if self.phase:
            return self.phase
        waits = all(_never_started(state) for state in self.mains)
        return "Running" if self.initialized and not waits else "Pending"


def _never_started(state: State) -> bool:
    terminated = state.current.get("terminated") or {}
    return state.restarts == 0 and ("waiting" in state.current or terminated.get("reason") == "StartError")


def initial(pod: Body) -> Facts:
    """Return the facts of a Pod of which nothing has been started."""
    spec = pod["spec"]
    inits = [State(each, True, each.get("restartPolicy") == "Always") for each in spec.get("initContainers") or []]
    mains = [State(each) for each in spec["containers"]]
    for state in (*inits, *mains):
        state.wait("PodInitializing" if inits else "ContainerCreating")
    return Facts(inits, mains)


def write(pod: Body, facts: Facts, now: str) -> None:
    """Write the facts into a Pod's body. Conditions of other writers stay."""
    old = pod.get("status") or {}
    generation = {"observedGeneration": pod["metadata"]["generation"]} if "generation" in pod["metadata"] else {}
    status: Body = {**generation, "phase": facts.current_phase()}
    computed = _conditions(facts)
    status["conditions"] = _merged(old.get("conditions") or [], computed, generation, now)
    if facts.reason:
        status["message"], status["reason"] = facts.message, facts.reason
    status["hostIP"], status["hostIPs"] = ADDRESS, [{"ip": ADDRESS}]
    if facts.sandbox:
        status["podIP"], status["podIPs"] = ADDRESS, [{"ip": ADDRESS}]
    status["startTime"] = facts.started_at
    if facts.inits:
        status["initContainerStatuses"] = [state.body() for state in facts.inits]
    status["containerStatuses"] = [state.body() for state in facts.mains]
    status["qosClass"] = scheduling.quality(pod)
    kept = {key: value for key, value in old.items() if key not in status and key not in ("message", "reason", "podIP", "podIPs")}
    pod["status"] = {**status, **kept}


def write_unscheduled(pod: Body, reason: str, message: str, now: str) -> None:
    """Write that the Pod waits for a node."""
    old = pod.get("status") or {}
    generation = {"observedGeneration": pod["metadata"]["generation"]} if "generation" in pod["metadata"] else {}
    condition = {"type": "PodScheduled", "status": "False", "reason": reason, "message": message}
    conditions = _merged(old.get("conditions") or [], [condition], generation, now)
    pod["status"] = {**old, "phase": "Pending", "conditions": conditions, "qosClass": scheduling.quality(pod)}


def write_scheduled(pod: Body, node: str, now: str) -> None:
    """Write that the Pod has its node."""
    old = pod.get("status") or {}
    generation = {"observedGeneration": pod["metadata"]["generation"]} if "generation" in pod["metadata"] else {}
    conditions = _merged(old.get("conditions") or [], [{"type": "PodScheduled", "status": "True"}], generation, now)
    pod["spec"]["nodeName"] = node
    pod["status"] = {**old, "phase": "Pending", "conditions": conditions, "qosClass": scheduling.quality(pod)}


def _conditions(facts: Facts) -> list[Body]:
    outcome = facts.outcome
    if facts.phase:
        sandbox = _condition("PodReadyToStartContainers", False, "PodSandboxNotReady", "pod sandbox is not ready")
    elif not facts.sandbox:
        sandbox = _condition("PodReadyToStartContainers", False, "PodSandboxNotReady", "no pod sandbox exists")
    else:
        sandbox = _condition("PodReadyToStartContainers", True)
    incomplete = [state.name for state in facts.inits if not (state.exit_code == 0 or (state.sidecar and not _waits(state)))]
    if facts.initialized:
        initialized = _condition("Initialized", True, "PodCompleted" if outcome == "Succeeded" else "")
    else:
        text = f"containers with incomplete status: [{' '.join(incomplete)}]"
        initialized = _condition("Initialized", False, "ContainersNotInitialized", text)
    return [sandbox, initialized, _ready("Ready", facts), _ready("ContainersReady", facts), _condition("PodScheduled", True)]


def _waits(state: State) -> bool:
    return not state.running and not state.restarts and not state.final


def _ready(type_: str, facts: Facts) -> Body:
    outcome = facts.outcome
    if outcome:
        return _condition(type_, False, "PodCompleted" if outcome == "Succeeded" else "PodFailed")
    members = [*(state for state in facts.inits if state.sidecar), *facts.mains]
    unready = [state.name for state in members if not state.running]
    if not unready and facts.initialized:
        return _condition(type_, True)
    return _condition(type_, False, "ContainersNotReady", f"containers with unready status: [{' '.join(unready)}]")


def _condition(type_: str, status: bool, reason: str = "", message: str = "") -> Body:
    condition = {"type": type_, "status": "True" if status else "False"}
    return {**condition, **({"reason": reason} if reason else {}), **({"message": message} if message else {})}


def _merged(old: Sequence[Body], computed: Sequence[Body], generation: Body, now: str) -> list[Body]:
    """Keep the time of a condition whose status has not changed, and what others wrote."""
    before: dict[Any, Body] = {condition.get("type"): condition for condition in old}
    merged = []
    for condition in computed:
        known = before.get(condition["type"])
        same = known is not None and known.get("status") == condition["status"]
        since = known.get("lastTransitionTime", now) if known is not None and same else now
        rest = {key: value for key, value in condition.items() if key not in ("type", "status")}
        head = {"type": condition["type"], **generation, "status": condition["status"]}
        merged.append({**head, "lastProbeTime": None, "lastTransitionTime": since, **rest})
    names = {condition["type"] for condition in computed}
    foreign = [condition for condition in old if condition.get("type") not in names]
    return [*(each for each in foreign if each.get("type") not in _OWN), *merged, *(each for each in foreign if each.get("type") in _OWN)]
