"""Where a run stands that may not have ended: its stage, and why it stands there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kpod.status.facts import JobFacts, PodFacts, body_of, parse_time
from kpod.status.outcome import Progress
from kpod.status.stall import Stall, stall


def progress(job: Any | None, pods: Sequence[Any], *, events: Sequence[Any] = (), main: str = "main") -> Progress:
    """Say where a run stands, whether it has ended or not.

    Args:
        job: the Job's body or view; None for a bare Pod, or where nobody has seen it.
        pods: those of its Pods, in any order.
        events: those of its events.
        main: the main container's name.
    """
    job_facts = JobFacts(body_of(job)) if job is not None else None
    facts = [PodFacts(body_of(pod), main) for pod in pods]
    if job_facts is not None:
        facts = [pod for pod in facts if not job_facts.is_former(pod)]
    pod = max(facts, key=lambda one: one.age_key, default=None)
    why = stall(job_facts, pod, [body_of(event) for event in events])
    if job_facts is not None and job_facts.suspended and (pod is None or pod.ended() or pod.deleted):
        return _suspended(job_facts, pod)
    if pod is None:
        done = job_facts is not None and bool(job_facts.complete or job_facts.failed)
        return _stands("ended" if done else "queued", why)
    if pod.ended():
        end = pod.main_end
        return Progress("ended", end.reason if end else pod.reason, since=end.ended if end else None, pod=pod.name)
    if pod.deleted:
        kind = why.kind if why else ""
        return Progress("ending", (pod.disruption or {}).get("reason") or "Deleted", since=pod.deleted, pod=pod.name, kind=kind)
    return _alive(pod, why)


def _suspended(job: JobFacts, pod: PodFacts | None) -> Progress:
    """A suspended Job waits for its turn; one that was suspended while it ran was disrupted before."""
    if pod is None:
        return Progress("queued", "JobSuspended", since=parse_time(job.metadata.get("creationTimestamp")))
    message = f"Pod {pod.name} was disrupted: its Job was suspended while it ran"
    return Progress("queued", "JobSuspended", message, parse_time(job.metadata.get("creationTimestamp")), pod.name)


def _alive(pod: PodFacts, why: Stall | None) -> Progress:
    conditions = {entry["type"]: entry for entry in pod.status.get("conditions") or ()}
    scheduled = conditions.get("PodScheduled") or {}
    states = [status.get("state") or {} for status in pod.container_statuses()[:1]]
    running = next((state["running"] for state in states if state.get("running") is not None), None)
    if running is not None:
        return _stands("running", why, since=parse_time(running.get("startedAt")), pod=pod.name)
    if scheduled.get("status") != "True" and not pod.node:
        gated = scheduled.get("reason") == "SchedulingGated"
        created = parse_time(pod.metadata.get("creationTimestamp"))
        stage = "queued" if gated else "pending"
        return _stands(stage, why, reason=scheduled.get("reason") or "", since=created, pod=pod.name)
    return _stands("starting", why, since=parse_time(scheduled.get("lastTransitionTime")), pod=pod.name)


def _stands(stage: str, why: Stall | None, *, reason: str = "", **more: Any) -> Progress:
    if why is None:
        return Progress(stage, reason, **more)
    return Progress(stage, why.reason, why.message, kind=why.kind, fatal=why.fatal, **more)
