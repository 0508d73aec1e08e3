"""The steps of a Pod's life, as values: what its node would report, without a process.

    kube.script("load-*", [Waiting("ErrImagePull", 5), Running(2), Exit(0, result={"rows": 3})])

A script says what containers do. Everything else stays as it is: the scheduler's and the node's words are written around it, the Job
controller counts the Pod, a deletion is met with the exit code of a SIGTERM. Seconds are those of the cluster's clock. How a step is played
is in `lives`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import attrs

from kpod.cluster import Body


@attrs.frozen
class Step:
    """One step. A Pod whose script is over and that has not ended runs on until it is deleted."""


@attrs.frozen
class Unschedulable(Step):
    """No node fits.

    Attributes:
        seconds: how long; default: for ever.
        message: the scheduler's sentence.
    """

    seconds: float | None = None
    message: str = "0/3 nodes are available: 3 Insufficient cpu. preemption: 0/3 nodes are available: 3 No preemption victims found."


@attrs.frozen
class Waiting(Step):
    """The containers wait, for a reason that stands in the Pod's status: `ErrImagePull`, `CreateContainerConfigError` and so on.

    Attributes:
        reason: Kubernetes' word.
        seconds: how long; default: for ever.
        message: the node's sentence.
        container: which one; default: all.
    """

    reason: str
    seconds: float | None = None
    message: str = ""
    container: str = ""


@attrs.frozen
class Init(Step):
    """The init containers run, one after the other. Without this step they have succeeded when the others start.

    Attributes:
        code: the exit code of the last of them; with another than 0 the Pod fails.
        seconds: how long each runs.
        log: what the last of them writes.
    """

    code: int = 0
    seconds: float = 0.0
    log: str = ""


@attrs.frozen
class Running(Step):
    """The containers run.

    Attributes:
        seconds: how long; default: until the Pod is deleted.
        log: what they write when they have started; lines, with their newlines.
        on_term: the exit code on SIGTERM.
        term_seconds: how long that takes; more than the grace period: it is killed, with 137.
    """

    seconds: float | None = None
    log: str | bytes = attrs.field(default="", kw_only=True)
    on_term: int = attrs.field(default=143, kw_only=True)
    term_seconds: float = attrs.field(default=0.0, kw_only=True)


@attrs.frozen
class Log(Step):
    """A container writes.

    Attributes:
        text: lines, with their newlines.
        container: which one; default: the first.
        rotate: what was written before is gone, as after a rotation that nobody followed.
    """

    text: str | bytes
    container: str = attrs.field(default="", kw_only=True)
    rotate: bool = attrs.field(default=False, kw_only=True)


@attrs.frozen
class Exit(Step):
    """The containers end.

    Attributes:
        code: the exit code.
        result: a JSON-able value that stands in the termination message, as `kpod.Result` reads it; default: none.
        message: the termination message itself.
        reason: Kubernetes' word; default: `Completed` or `Error`.
        log: what is written last.
        container: which one ends; default: all. The others run on, and the Pod with them.
    """

    code: int = 0
    result: Any = attrs.field(default=None, kw_only=True)
    message: str = attrs.field(default="", kw_only=True)
    reason: str = attrs.field(default="", kw_only=True)
    log: str | bytes = attrs.field(default="", kw_only=True)
    container: str = attrs.field(default="", kw_only=True)

    @property
    def text(self) -> str:
        """The termination message."""
        return self.message if self.result is None else json.dumps(self.result)


@attrs.frozen
class OOM(Exit):
    """The containers are killed for memory: 137, `OOMKilled`. `OOM(0)`: a child was killed, and the container ended well."""

    code: int = 137
    reason: str = attrs.field(default="OOMKilled", kw_only=True)


@attrs.frozen
class Stuck(Step):
    """Native sidecars ignore SIGTERM when the others have ended: the Pod stays `Running` until they are killed.

    Attributes:
        seconds: how long; default: the Pod's grace period.
    """

    seconds: float | None = None


@attrs.frozen
class Evicted(Step):
    """The node ends the Pod for want of something: `Failed`, reason `Evicted`, `DisruptionTarget`.

    Attributes:
        message: the node's sentence.
    """

    message: str = "The node was low on resource: memory. Threshold quantity: 100Mi, available: 50Mi. "


@attrs.frozen
class Disrupted(Step):
    """The Pod is marked with `DisruptionTarget` and deleted; what its containers do on SIGTERM the last `Running` says.

    Attributes:
        reason: `EvictionByEvictionAPI`, `DeletionByTaintManager`, …
        message: the sentence.
    """

    reason: str = "EvictionByEvictionAPI"
    message: str = "Eviction API: evicting"


@attrs.frozen
class Preempted(Disrupted):
    """A Pod of higher priority takes its place; as first step: before any container has started."""

    reason: str = "PreemptionByScheduler"
    message: str = "default-scheduler: preempting to accommodate a higher priority pod"


@attrs.frozen
class NodeLost(Step):
    """The node is not heard of any more: `Ready` is false; after a while the Pod is marked and deleted, and stays, as nobody ends it.

    Attributes:
        tolerated: seconds until it is deleted.
        back: seconds after which the node is there again, and ends a Pod that was deleted; default: never.
    """

    tolerated: float = 300.0
    back: float | None = None


@attrs.frozen
class Rejected(Step):
    """The node refuses the Pod: `Failed` at once, with a reason and without containers.

    Attributes:
        reason: `OutOfcpu`, `NodeAffinity`, …
        message: the sentence.
    """

    reason: str = "OutOfcpu"
    message: str = "Pod was rejected: Node didn't have enough resource: cpu, requested: 1000, used: 2000, capacity: 2000"


@attrs.frozen
class Recorded(Step):
    """The Pod's status becomes one that was recorded, with this Pod's names and times.

    Attributes:
        pod: the body of the recorded Pod.
    """

    pod: Mapping[str, Any] = attrs.field(repr=False)

    @property
    def ended(self) -> bool:
        """Whether the recorded Pod had ended."""
        return (self.pod.get("status") or {}).get("phase") in ("Succeeded", "Failed")


def replay(case: Mapping[str, Any]) -> list[list[Step]]:
    """Return the scripts of a recorded case, one for each of its Pods, in the order in which they were made.

    Args:
        case: `pods` and `pods_last_seen`, bodies as the API gave them at the end, and before they were gone.
    """
    last: dict[str, Body] = {pod["metadata"]["uid"]: pod for pod in case.get("pods_last_seen") or []}
    last |= {pod["metadata"]["uid"]: pod for pod in case.get("pods") or []}
    ordered = sorted(last.values(), key=lambda pod: int(pod["metadata"]["resourceVersion"]))
    ordered.sort(key=lambda pod: str(pod["metadata"]["creationTimestamp"]))
    conditions = ((case.get("job") or {}).get("status") or {}).get("conditions") or []
    deadline = any(each["reason"] == "DeadlineExceeded" for each in conditions)
    return [[*_before(pod, None if deadline else 1.0), Recorded(pod)] for pod in ordered]


def _before(pod: Mapping[str, Any], seconds: float | None) -> list[Step]:
    """Return what the Pod did before: a Pod that its Job's deadline ended runs until then."""
    statuses = (pod.get("status") or {}).get("containerStatuses") or []
    ran = any("terminated" in each["state"] or "running" in each["state"] for each in statuses)
    if seconds is None:
        return [Running()] if ran else [Waiting("ContainerCreating") if statuses else Unschedulable()]
    return [Running(seconds)] if ran else []
