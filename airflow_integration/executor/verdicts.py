"""What became of each launch: bodies of Jobs and Pods go in, verdicts come out. Pure.

Pods decide, Jobs are the net: the exit code is in the Pod seconds before the Job has a condition. It is level-driven: whatever order or
number of events leads to the same bodies leads to the same verdict, and each launch gets one. It looks at no cluster and no clock.
"""

from __future__ import annotations

import attrs

from kpod import status
from kpod.cluster import Body
from kpod.status import Category, Outcome, Patience, Record

_OWN_END = (Category.SUCCEEDED, Category.FAILED, Category.OUT_OF_MEMORY, Category.TIMED_OUT)


@attrs.frozen
class Verdict:
    """How one launch ended.

    Attributes:
        name: the Job's name.
        ok: whether the worker ended with exit code 0; what became of its task, the worker has told Airflow itself.
        text: why not, for a person.
        category: the outcome's category, or `rejected` where nothing was made.
    """

    name: str
    ok: bool
    text: str = ""
    category: Category = Category.SUCCEEDED

    @property
    def ended_by_itself(self) -> bool:
        """Whether its Pod ran to an end of its own, so that there is something left to look at."""
        return self.category in _OWN_END

    @classmethod
    def of(cls, name: str, outcome: Outcome) -> Verdict:
        """Make the verdict from an outcome."""
        return cls(name, outcome.ok, "" if outcome.ok else str(outcome), outcome.category)


@attrs.define
class _Entry:
    record: Record = attrs.field(factory=Record)
    gone: set[str] = attrs.field(factory=set)
    patience: Patience = attrs.field(factory=Patience)
    has_run: bool = False
    verdict: Verdict | None = None

    @property
    def is_gone(self) -> bool:
        """Whether the Job and every Pod of it are gone: a deleted Job's task may not start again while a Pod still runs."""
        things = [self.record.job, *self.record.pods] if self.record.job else self.record.pods
        return bool(things) and all(thing["metadata"]["uid"] in self.gone for thing in things)


class Ledger:
    """What is known of each Job and its Pods. Not safe for threads by itself."""

    def __init__(self) -> None:
        self._entries: dict[str, _Entry] = {}

    def see_job(self, type_: str, job: Body) -> Verdict | None:
        """Take in an event of a Job; return the verdict that it leads to, the first time."""
        return self._see(job["metadata"]["name"], type_, job)

    def see_pod(self, type_: str, pod: Body) -> Verdict | None:
        """Take in an event of a Pod; return the verdict that it leads to, the first time."""
        name = job_of(pod)
        return self._see(name, type_, pod) if name else None

    def check(self, name: str, now: float) -> Verdict | None:
        """Judge a launch by how long it has not got on; return the verdict, the first time.

        Args:
            name: the Job's name.
            now: seconds that only grow, of the caller's clock.
        """
        entry = self._entries.get(name)
        if entry is None or entry.verdict:
            return None
        stall = status.stalled(entry.record.job, entry.record.pods, vanished=entry.gone)
        waited = entry.patience.waited(stall, now)
        return None if stall is None else self._judge(name, entry, waited=waited)

    def verdict(self, name: str) -> Verdict | None:
        """Return the verdict on a launch, if there is one already."""
        entry = self._entries.get(name)
        return entry.verdict if entry else None

    def knows(self, name: str) -> bool:
        """Say whether anything was seen of a launch."""
        return name in self._entries

    def why_waiting(self, name: str) -> str | None:
        """Say what a launch waits for whose worker has not run, or None where it has, or is held back on purpose (Kueue suspends Jobs)."""
        entry = self._entries[name]
        progress = status.progress(entry.record.job, entry.record.pods)
        return None if entry.has_run or progress.reason == "JobSuspended" else str(progress)

    def _see(self, name: str, type_: str, body: Body) -> Verdict | None:
        entry = self._entries.setdefault(name, _Entry())
        entry.record.see(body)
        entry.has_run = entry.has_run or _has_run(body)
        if type_ == "DELETED":
            entry.gone.add(body["metadata"]["uid"])
        first = self._judge(name, entry)
        if entry.is_gone:
            del self._entries[name]
        return first

    def _judge(self, name: str, entry: _Entry, *, waited: float = 0.0) -> Verdict | None:
        if entry.verdict:
            return None
        job, pods = entry.record.job, entry.record.pods
        outcome = status.outcome(job, pods, gone=entry.is_gone, waited=waited, trust_exit_0=True, vanished=entry.gone)
        if outcome is not None and job is not None and job["metadata"]["uid"] in entry.gone:
            outcome = status.outcome(job, pods, gone=True, trust_exit_0=True)  # its Pods have ended, and because of that
        if outcome is not None and outcome.reason == "PodDeleted" and not _has_spoken(job, entry.gone):
            return None  # somebody deleted the Pod, or its Job and so the Pod: the Job tells which, a moment later
        if outcome is None and entry.is_gone:
            entry.verdict = Verdict(name, False, f"Job {name} was deleted before its end was seen", Category.DELETED)
        elif outcome is not None:
            entry.verdict = Verdict.of(name, outcome)
        return entry.verdict


def _has_spoken(job: Body | None, gone: set[str]) -> bool:
    """Whether a Job has said what became of it: it is gone or going, or has a condition that ends it."""
    if job is None:
        return False
    conditions = (job.get("status") or {}).get("conditions") or ()
    ends = {entry["type"] for entry in conditions if entry.get("status") == "True"} & {"FailureTarget", "Failed", "Complete"}
    return bool(ends) or job["metadata"]["uid"] in gone or "deletionTimestamp" in job["metadata"]


def _has_run(body: Body) -> bool:
    statuses = (body.get("status") or {}).get("containerStatuses") or ()
    states = [container.get("state") or {} for container in statuses if container.get("name") == "main"]
    return any("running" in state or "terminated" in state for state in states)


def job_of(pod: Body) -> str | None:
    """The name of the Job that made a Pod."""
    labels = pod["metadata"].get("labels") or {}
    name = labels.get("batch.kubernetes.io/job-name") or labels.get("job-name")
    return str(name) if name else None
