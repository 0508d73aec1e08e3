"""How a Job of several Pods ended: by its Pods and by the Job, as one of one Pod is.

Success needs as many Pods that ended well as the Job asks for (of an Indexed Job one per index); with the Job's `Complete`, where its own
rule of success asks for fewer, one. A failure is told by the Pod for whose sake the Job failed, not by those that the Job then took away.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import attrs

from kpod.status.facts import JobFacts, PodFacts, parse_time
from kpod.status.outcome import Category, Outcome


class Judge(Protocol):
    """What judges one Pod, and says what the Job alone says."""

    pods: list[PodFacts]
    gone: bool

    def by_pod(self, pod: PodFacts) -> Outcome:
        """How one Pod ended."""
        ...

    def timed_out(self, pod: PodFacts | None) -> Outcome:
        """The end by a deadline."""
        ...

    def bare_complete(self, pod: PodFacts | None) -> Outcome:
        """The end by `Complete` alone."""
        ...

    def bare_failed(self, pod: PodFacts | None) -> Outcome:
        """The end by `Failed` alone."""
        ...

    def deleted(self, pod: PodFacts | None) -> Outcome:
        """The end by the Job's deletion."""
        ...


Ends = Sequence[tuple[PodFacts, Outcome]]


def outcome(judge: Judge, job: JobFacts) -> Outcome | None:
    """The end of a Job of several Pods; None where it has not ended."""
    ends = [(pod, judge.by_pod(pod)) for pod in judge.pods if pod.ended()]
    good = [(pod, found) for pod, found in ends if found.ok]
    bad = [(pod, found) for pod, found in ends if not found.ok]
    if job.failed is not None and job.failed.get("reason") == "DeadlineExceeded":
        return judge.timed_out(None)
    if job.complete is None and job.suspended and not judge.gone:
        return None
    if _enough(job, good):
        return _succeeded(job, good)
    if job.complete is not None:
        return _doubtful(judge, job, good, bad)
    over = job.failed is not None or judge.gone
    if bad and (over or not job.goes_on_after(pod for pod, _ in bad)):
        return _failed(job, good, bad)
    if job.failed is not None:
        return None if _on_its_way(judge) else judge.bare_failed(None)
    return judge.deleted(None) if judge.gone else None


def _enough(job: JobFacts, good: Ends) -> bool:
    """Whether as many Pods as the Job asks for ended well, or its own rule of success (`successPolicy`) says so and one did."""
    if job.complete is not None and job.complete.get("reason") == "SuccessPolicy":
        return bool(good)
    wanted = job.spec.get("completions")
    if wanted is None:  # a work queue: only the Job knows when it is empty
        return job.complete is not None and bool(good)
    return _done(job, good) >= int(wanted)


def _done(job: JobFacts, good: Ends) -> int:
    if job.spec.get("completionMode") == "Indexed":
        return len({pod.index for pod, _ in good})
    return len(good)


def _on_its_way(judge: Judge) -> bool:
    """Whether the end of a Pod is still to come in the other stream."""
    alive = [pod for pod in judge.pods if not pod.ended() and pod.deleted is None and not pod.vanished]
    return bool(alive) and not judge.gone


def _succeeded(job: JobFacts, good: Ends) -> Outcome:
    _, last = max(good, key=_when)
    wanted = job.spec.get("completions")
    of = f" of {wanted}" if wanted else ""
    notes = tuple(dict.fromkeys(note for _, found in sorted(good, key=_when) for note in found.notes))
    oom, zero = any(found.oom_seen for _, found in good), any(found.exited_zero for _, found in good)
    what = f"{_done(job, good)}{of} Pods ended well; the last one: {last.what}"
    return attrs.evolve(last, what=what, notes=notes[:4], oom_seen=oom, exited_zero=zero)


def _doubtful(judge: Judge, job: JobFacts, good: Ends, bad: Ends) -> Outcome | None:
    """The Job has `Complete`, and the Pods that were seen do not vouch for all of it."""
    zero = [(pod, found) for pod, found in bad if found.exited_zero]
    if zero:
        return _counted(job, good, max(zero, key=_when)[1])
    return None if _on_its_way(judge) else _counted(job, good, judge.bare_complete(None))


def _failed(job: JobFacts, good: Ends, bad: Ends) -> Outcome:
    """The Pod that the Job failed for: one that failed by itself before those that were sent away, of these the last before the verdict."""
    end = parse_time((job.failed or {}).get("lastTransitionTime"))
    before = [one for one in bad if end is None or one[1].times.finished is None or one[1].times.finished <= end] or bad
    ranked = sorted(before, key=lambda one: (-_rank(one[1]), _when(one)))
    return _counted(job, good, ranked[-1][1])


def _rank(found: Outcome) -> int:
    """How much an end looks like a Pod's own: the Job itself takes the others away when one has failed."""
    if found.category in (Category.DISRUPTED, Category.DELETED):
        return 2 if found.reason in ("PodDeleted", "Deleted") else 1
    return 0


def _counted(job: JobFacts, good: Ends, found: Outcome) -> Outcome:
    wanted = job.spec.get("completions")
    if not wanted or found.category is Category.SUCCEEDED:
        return found
    return attrs.evolve(found, notes=(*found.notes, f"{_done(job, good)} of {wanted} Pods ended well"))


def _when(one: tuple[PodFacts, Outcome]) -> tuple[str, tuple[str, int, str]]:
    pod, found = one
    return (found.times.finished.isoformat() if found.times.finished else "", pod.age_key)
