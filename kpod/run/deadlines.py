"""How long each stage of a start may take, and a run as a whole: `Deadlines`, and the clocks that count them.

Kubernetes has one deadline, and it counts all of it: a node that has to be bought, an image of 10 GB and the work. These count by the
caller's clock and each stage by itself. A clock stands while a Job is suspended or a Pod is gated: whoever holds it back (Kueue) has his
reasons. Nothing here is sent, and nothing is ended: what a deadline decides is the verdict.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from datetime import timedelta
from numbers import Real
from typing import Any

import attrs

from kpod.cluster import Body
from kpod.errors import SpecError
from kpod.status.facts import JobFacts, PodFacts
from kpod.status.timeline import times

MISSED = {
    "created": "no Pod was made for it",
    "scheduled": "no node took its Pod",
    "pulled": "its images were not there",
    "started": "its main container did not start",
    "whole": "it has not ended",
}


def seconds(duration: timedelta | float | None) -> float | None:
    """A duration of ours in seconds. Raises SpecError for what is none: a text, not-a-number."""
    if duration is None or isinstance(duration, timedelta):
        return None if duration is None else duration.total_seconds()
    number: Any = duration  # whoever calls may not have been checked for types
    if not isinstance(number, Real) or math.isnan(number):
        raise SpecError(f"{number!r} is no duration", rule="duration", fix="give seconds as a number, or a timedelta")
    return float(number)


@attrs.frozen(kw_only=True)
class Deadlines:
    """How long each stage of a run may take: seconds, or a timedelta; None for as long as it takes. Not sent.

    Each stage is counted from the end of the one before it, or from the first look where that came later, and anew for each Pod.

    Attributes:
        created: until there is a Pod (a Job's: quota, admission).
        scheduled: until a node has taken it (autoscaling).
        pulled: until the main container's image is there, what its init containers do included. Only events tell that; whoever may not read
            them has `pulled` and `started` as one stage that takes as long as both.
        started: until the main container runs.
        whole: all of it, from the first look to the end.
        lost: how long a node may be silent, or a Pod that was told to go may outlive its own grace period, before the run counts as lost
            (*disrupted*, reason `NodeNotReady` or `NodeLost`): no Job ever says so. Default: 600 and 60.
    """

    created: timedelta | float | None = None
    scheduled: timedelta | float | None = None
    pulled: timedelta | float | None = None
    started: timedelta | float | None = None
    whole: timedelta | float | None = None
    lost: timedelta | float | None = None

    def __attrs_post_init__(self) -> None:
        for stage in (*MISSED, "lost"):
            self.of(stage)

    def of(self, stage: str) -> float | None:
        """The seconds for a stage."""
        return seconds(getattr(self, stage))


@attrs.frozen
class Missed:
    """A deadline that has passed."""

    stage: str
    limit: float

    def __str__(self) -> str:
        return f"{MISSED[self.stage]} within {self.limit:g} s (the deadline `{self.stage}`)"


class Clocks:
    """Counts one run's deadlines.

    Attributes:
        lost: the seconds of `Deadlines.lost`, which `kpod.status` counts.

    Args:
        deadlines: what to count.
        clock: seconds that only go up.
    """

    def __init__(self, deadlines: Deadlines, clock: Callable[[], float]) -> None:
        self._deadlines = deadlines
        self.lost = deadlines.of("lost")
        self._clock = clock
        self._at = clock()
        self._whole = 0.0
        self._stage: tuple[str, str] | None = None
        self._in_stage = 0.0

    def count(self, job: JobFacts | None, pod: PodFacts | None, events: Sequence[Body]) -> Missed | None:
        """Take note of where the run stands, and say which deadline has passed."""
        now = self._clock()
        passed, self._at = now - self._at, now
        if is_held_back(job, pod):
            self._stage = None
            return None
        stage = _stage(job, pod, events), str(pod.metadata.get("uid")) if pod else ""
        if stage != self._stage:
            self._stage, self._in_stage, passed = stage, 0.0, passed if self._stage else 0.0
            self._whole += passed
        else:
            self._in_stage += passed
            self._whole += passed
        for name, so_far in ((stage[0], self._in_stage), ("whole", self._whole)):
            limit = self._deadlines.of(name) if name else None
            if limit is not None and so_far >= limit:
                return Missed(name, limit)
        return None

    def left(self) -> float:
        """Seconds until the next deadline may pass; infinite where none is counted now."""
        if self._stage is None:
            return math.inf
        stage = self._deadlines.of(self._stage[0]) if self._stage[0] else None
        whole = self._deadlines.of("whole")
        gone = self._clock() - self._at
        left = [limit - so_far - gone for limit, so_far in ((stage, self._in_stage), (whole, self._whole)) if limit is not None]
        return max(0.0, min(left, default=math.inf))


def is_held_back(job: JobFacts | None, pod: PodFacts | None) -> bool:
    """Whether somebody holds the run back on purpose: the Job is suspended, or its Pod is gated."""
    if job is not None and job.suspended and not (job.complete or job.failed):
        return True
    conditions = pod.status.get("conditions") or () if pod else ()
    return any(
        one.get("type") == "PodScheduled" and one.get("reason") == "SchedulingGated" and one.get("status") == "False" for one in conditions
    )


def _stage(job: JobFacts | None, pod: PodFacts | None, events: Sequence[Body]) -> str:
    """The stage that the run waits for; empty where its start is over."""
    if pod is None or pod.vanished:
        return "created" if job is not None else ""
    known = times(pod, events)
    if pod.ended() or known.started or pod.deleted:
        return ""
    if known.pulled:
        return "started"
    return "pulled" if known.scheduled or pod.node else "scheduled"
