"""Why a run does not get on, whether that can heal, and how long to wait for it.

Kubernetes ends none of these by itself. The graces come from what a real kubelet, scheduler and Job controller do: images are tried at
0, 13 and 40 s, a missing Secret or ConfigMap for the environment is looked for every 12 to 15 s, one for a volume after 0.5, 1, 2, 4, 8
and 16 s; a node or room in a quota may take an autoscaler minutes. Reasons that alternate (`ErrImagePull`, `ImagePullBackOff`) are one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import attrs

from kpod.cluster import Body
from kpod.status.events import event_order
from kpod.status.facts import JobFacts, PodFacts

IMAGE_GRACE = 60.0
CONFIG_GRACE = 30.0
VOLUME_GRACE = 300.0
START_GRACE = 120.0
ROOM_GRACE = 300.0
LOST_MARGIN = 60.0
NODE_GRACE = 600.0
START_KINDS = frozenset({"image", "config", "volume", "start", "room"})

IMAGE_REASONS = frozenset(
    {"ErrImagePull", "ImagePullBackOff", "ImageInspectError", "RegistryUnavailable", "SignatureValidationFailed", "ImagePullSecretError"}
)
HOPELESS_REASONS = frozenset({"InvalidImageName", "ErrImageNeverPull"})
CONFIG_REASONS = frozenset({"CreateContainerConfigError", "CreateContainerError"})
START_REASONS = frozenset({"RunContainerError", "CreatePodSandboxError", "PostStartHookError", "StartError"})
MOUNT_EVENTS = frozenset({"FailedMount", "FailedAttachVolume"})
SANDBOX_EVENTS = frozenset({"FailedCreatePodSandBox"})
SLOW_VOLUMES = frozenset({"persistentVolumeClaim", "ephemeral", "csi", "nfs", "iscsi", "fc", "rbd", "cephfs", "glusterfs", "image"})


@attrs.frozen
class Stall:
    """A run that does not get on.

    Attributes:
        kind: `image`, `config`, `volume`, `start`, `room` (no node, no quota); or, of one that ran, `node` (its node does not answer) and
            `lost` (it was told to go and is still there). The caller counts how long one kind has lasted.
        reason: Kubernetes' word for it.
        message: Kubernetes' sentence for it.
        what: one sentence of ours.
        grace: seconds after which it counts as final, by default; 0 where it cannot heal.
        container: the container that waits.
    """

    kind: str
    reason: str
    message: str
    what: str
    grace: float
    container: str | None = None

    @property
    def fatal(self) -> bool:
        """Whether it cannot heal."""
        return self.grace == 0

    @property
    def started(self) -> bool:
        """Whether the run had started before it came to this."""
        return self.kind not in START_KINDS

    def limit(self, *, grace: float | None = None, lost: float | None = None) -> float:
        """Seconds after which it counts as final; 0 where it cannot heal.

        Args:
            grace: seconds that a start may hang; default: each kind's own.
            lost: seconds that a node may be silent, or a Pod outlive its own grace period; default: 600 and 60.
        """
        if self.started:
            return self.grace if lost is None else self.grace + lost - (LOST_MARGIN if self.kind == "lost" else NODE_GRACE)
        return self.grace if grace is None or self.fatal else grace


def stall(job: JobFacts | None, pod: PodFacts | None, events: Sequence[Body] = ()) -> Stall | None:
    """Say why a run that has not ended does not get on; None where nothing speaks against it."""
    if job is not None and job.suspended:
        return None  # it is queued: nothing of ours counts
    if pod is None or (pod.vanished and not pod.ended()):
        return _no_pod(job, events)
    if pod.ended():
        return None
    if pod.deleted:
        grace = LOST_MARGIN + (pod.metadata.get("deletionGracePeriodSeconds") or 0)
        what = f"Pod {pod.name} was told to go and is still there: its node{_on(pod)} is probably lost, and its process may still run"
        return Stall("lost", "NodeLost", "", what, grace)
    return _unscheduled(pod) or _silent(pod) or _waiting(pod) or _told_by_events(pod, events)


def _on(pod: PodFacts) -> str:
    return f" {pod.node}" if pod.node else ""


def _no_pod(job: JobFacts | None, events: Sequence[Body]) -> Stall | None:
    if job is None:
        return None
    last = _last(events, {"FailedCreate"}, "Job")
    if last is None:
        return None
    return Stall("room", "FailedCreate", last.get("message") or "", "no Pod could be made for it (quota, policy or account)", ROOM_GRACE)


def _unscheduled(pod: PodFacts) -> Stall | None:
    for entry in pod.status.get("conditions") or ():
        if entry.get("type") == "PodScheduled" and entry.get("status") == "False" and entry.get("reason") == "Unschedulable":
            return Stall("room", "Unschedulable", entry.get("message") or "", f"no node takes Pod {pod.name}", ROOM_GRACE)
    return None


def _silent(pod: PodFacts) -> Stall | None:
    """A Pod whose node does not answer: the node controller takes `Ready` away, without a reason, while all its containers are ready."""
    conditions = {entry.get("type"): entry for entry in pod.status.get("conditions") or ()}
    ready, containers = conditions.get("Ready") or {}, conditions.get("ContainersReady") or {}
    if ready.get("status") != "False" or ready.get("reason") or containers.get("status") != "True":
        return None
    what = f"the node{_on(pod)} of Pod {pod.name} does not answer, and its process may still run"
    return Stall("node", "NodeNotReady", "", what, NODE_GRACE)


def _waiting(pod: PodFacts) -> Stall | None:
    """A container, the main one before the others, that waits for something that is missing."""
    found = [
        one
        for status in [*pod.init_statuses(), *pod.container_statuses()]
        if (waiting := (status.get("state") or {}).get("waiting")) and (one := _container_stall(pod, status, waiting))
    ]
    return min(found, key=lambda one: one.grace, default=None)


def _container_stall(pod: PodFacts, status: Mapping[str, Any], waiting: Mapping[str, Any]) -> Stall | None:
    reason, message, name = waiting.get("reason") or "", waiting.get("message") or "", status["name"]
    image = next((entry.get("image") for entry in _containers(pod) if entry.get("name") == name), None)
    named = f'image "{image}"' if image else "the image"
    if reason == "InvalidImageName":
        return Stall("image", reason, message, f"container {name}: {named} is no valid image name", 0.0, name)
    if reason == "ErrImageNeverPull":
        what = f"container {name}: {named} is not on the node, and imagePullPolicy Never forbids to fetch it"
        return Stall("image", reason, message, what, 0.0, name)
    if reason in IMAGE_REASONS:
        return Stall("image", reason, message, f"container {name}: {named} cannot be had", IMAGE_GRACE, name)
    if reason in CONFIG_REASONS:
        return Stall("config", reason, message, f"container {name} cannot be made with this configuration", CONFIG_GRACE, name)
    if reason in START_REASONS or (reason == "CrashLoopBackOff" and name != pod.main):
        return Stall("start", reason, message, f"container {name} cannot be started", START_GRACE, name)
    return None


def _containers(pod: PodFacts) -> list[Mapping[str, Any]]:
    return [*(pod.spec.get("initContainers") or ()), *(pod.spec.get("containers") or ())]


def _told_by_events(pod: PodFacts, events: Sequence[Body]) -> Stall | None:
    """A volume or a sandbox that cannot be made shows in events only: the container just says `ContainerCreating`."""
    statuses = [*pod.init_statuses(), *pod.container_statuses()]
    if any((status.get("state") or {}).get("running") or (status.get("state") or {}).get("terminated") for status in statuses):
        return None
    about = [event for event in events if _uid(event) in (None, pod.metadata.get("uid"))]
    last = _last(about, MOUNT_EVENTS | SANDBOX_EVENTS, "Pod")
    if last is None:
        return None
    reason, message = last["reason"], last.get("message") or ""
    if reason in SANDBOX_EVENTS:
        return Stall("start", reason, message, f"the sandbox of Pod {pod.name} cannot be made", START_GRACE)
    slow = any(SLOW_VOLUMES & volume.keys() for volume in pod.spec.get("volumes") or ())
    return Stall("volume", reason, message, f"a volume of Pod {pod.name} cannot be mounted", VOLUME_GRACE if slow else CONFIG_GRACE)


def _uid(event: Body) -> str | None:
    uid: str | None = (event.get("involvedObject") or {}).get("uid")
    return uid


def _last(events: Sequence[Body], reasons: set[str] | frozenset[str], kind: str) -> Body | None:
    found = [event for event in events if event.get("reason") in reasons and (event.get("involvedObject") or {}).get("kind") == kind]
    return max(found, key=event_order, default=None)
