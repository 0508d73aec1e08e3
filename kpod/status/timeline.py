"""When each stage of a run began and ended: what a timeline is drawn from.

From the bodies of a Job, its Pods and its events, in any order; no clock. All times are the cluster's own, most of them in whole seconds,
and from the clocks of several machines: a stage that would end before it began has no length. Nothing is guessed: a moment that nobody
tells joins its two stages into one. It draws nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import attrs

from kpod.cluster import Body
from kpod.status.events import event_time
from kpod.status.facts import Ended, JobFacts, PodFacts, body_of, condition, parse_time
from kpod.status.outcome import Times

STAGES = ("queued", "pending", "pulling", "init", "starting", "running", "ending")


@attrs.frozen
class Stage:
    """One stage of a run.

    Attributes:
        name: `queued` (there was no Pod yet: a quota, a suspended Job, the pause before another try), `pending` (no node yet), `pulling` (a
            node, but the image not there yet; volumes are mounted in it too), `init` (the init containers ran), `starting`, `running`,
            `ending` (the main container had ended, the Pod or its Job not yet).
        start: when it began; with a time zone.
        end: when it ended; None while it lasts, which only the last stage of a Pod does.
        pod: the name of the Pod; of `queued` that of the Pod that came of it, empty while there is none.
        reason: Kubernetes' word for how a `running` stage ended, as `Error`; else empty.
    """

    name: str
    start: datetime
    end: datetime | None
    pod: str = ""
    reason: str = ""

    @property
    def seconds(self) -> float | None:
        """How long it lasted; None while it lasts."""
        return (self.end - self.start).total_seconds() if self.end else None


def stages(job: Any | None, pods: Sequence[Any], events: Sequence[Any] = (), *, main: str = "main") -> list[Stage]:
    """Say when each stage of a run began and ended, in order of time: those of each Pod one after the other, the oldest Pod's first.

    Args:
        job: the Job's last body or view; None for a bare Pod.
        pods: the last bodies of its Pods, also of those that are gone, in any order.
        events: the events about them, in any order; only they say when an image was there.
        main: the container that counts as the run.
    """
    facts = sorted((PodFacts(body_of(pod), main) for pod in pods), key=lambda pod: pod.age_key)
    bodies = [body_of(event) for event in events]
    job_facts = JobFacts(body_of(job)) if job is not None else None
    free = parse_time(job_facts.metadata.get("creationTimestamp")) if job_facts else None
    found: list[Stage] = []
    for pod in facts:
        created = parse_time(pod.metadata.get("creationTimestamp"))
        if free and created and created >= free:
            found.append(Stage("queued", free, created, pod.name))
        own = _of_pod(pod, bodies, None if pod is not facts[-1] or job_facts is None else _job_end(job_facts))
        found += own
        free = (own[-1].end if own else None) or created
    if not facts and job_facts and free:
        found.append(Stage("queued", free, _job_end(job_facts)))
    return found


def times(pod: PodFacts, events: Sequence[Body] = (), end: Ended | None = None) -> Times:
    """When one Pod was made, got its node and its image, and when its main container started and ended.

    Args:
        pod: the Pod.
        events: the run's events.
        end: the end that decided; default: that of the main container.
    """
    status = next((one for one in pod.container_statuses() if one.get("name") == pod.main), {})
    running = ((status.get("state") or {}).get("running") or {}).get("startedAt")
    end = end or pod.main_end
    return Times(
        created=parse_time(pod.metadata.get("creationTimestamp")),
        scheduled=parse_time((condition(pod.body, "PodScheduled") or {}).get("lastTransitionTime")),
        pulled=_pulled(pod, events, pod.main),
        started=end.started if end else parse_time(running),
        finished=end.ended if end else None,
    )


def _of_pod(pod: PodFacts, events: Sequence[Body], job_end: datetime | None) -> list[Stage]:
    """The stages of one Pod: moments in their order, each one the end of the stage before it."""
    known = times(pod, events)
    if known.created is None:
        return []
    inits = [end for status in pod.init_statuses() if status["name"] not in pod.sidecars() and (end := Ended.of(status))]
    first_image = _pulled(pod, events, inits[0].name) if inits else known.pulled
    moments: list[tuple[str, datetime | None]] = [("pending", known.scheduled), ("pulling", first_image)]
    if inits:
        moments.append(("init", max((end.ended for end in inits if end.ended), default=None)))
    moments += [("starting", known.started), ("running", known.finished)]
    over = _pod_end(pod, job_end)
    found, at = [], known.created
    last = max((index for index, (_, moment) in enumerate(moments) if moment), default=-1)
    for name, moment in moments[: last + 1]:
        if moment is None:
            continue  # nobody tells this moment: the stage that follows begins here
        moment = max(moment, at)
        reason = pod.main_end.reason if name == "running" and pod.main_end else ""
        found.append(Stage(name, at, moment, pod.name, reason))
        at = moment
    rest = "ending" if known.finished or pod.terminal else moments[last + 1][0]
    found.append(Stage(rest, at, max(over, at) if over else None, pod.name))
    return found


def _pulled(pod: PodFacts, events: Sequence[Body], container: str) -> datetime | None:
    """When the image of a container was there, the first time; an event tells it, also of an image that the node had."""
    paths = (f"spec.containers{{{container}}}", f"spec.initContainers{{{container}}}")
    about = [(event.get("involvedObject") or {}, event) for event in events if event.get("reason") == "Pulled"]
    mine = [event for of, event in about if of.get("uid") == pod.metadata.get("uid") and of.get("fieldPath") in paths]
    return min((time for event in mine if (time := parse_time(event.get("firstTimestamp") or event_time(event)))), default=None)


def _pod_end(pod: PodFacts, job_end: datetime | None) -> datetime | None:
    """When a Pod that has ended was over; None while it is not."""
    if not pod.terminal:
        return job_end
    conditions = [entry for entry in pod.status.get("conditions") or () if entry.get("type") in ("PodReadyToStartContainers", "Ready")]
    moments = [parse_time(entry.get("lastTransitionTime")) for entry in conditions if entry.get("status") == "False"]
    moments += [end.ended for status in [*pod.init_statuses(), *pod.container_statuses()] if (end := Ended.of(status))]
    return max((moment for moment in [*moments, job_end] if moment), default=None)


def _job_end(job: JobFacts) -> datetime | None:
    ended = condition(job.body, "Complete", "Failed") or {}
    return parse_time(job.status.get("completionTime") or ended.get("lastTransitionTime"))
