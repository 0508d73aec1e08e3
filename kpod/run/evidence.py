"""`Evidence`: what has been seen of one run, and what follows from it. It asks nobody; whoever asks feeds it.

Bodies or views come in any order, and `kpod.status` concludes. What is counted here is what no body tells: for how long the run has hung
on the same thing, which deadline has passed, what one GET has said to be gone. A Pod of which nothing but "it runs" is known stays the
small view that it came as, so that thousands of runs can be followed.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from kpod import status
from kpod.cluster import Body, Ref
from kpod.run.deadlines import Clocks, Missed, is_held_back
from kpod.status import Category, Outcome, Patience, Progress, Record, Stall
from kpod.status.facts import JobFacts, PodFacts, body_of, parse_time

MAIN = "main"
USUAL = frozenset({None, "ContainerCreating", "PodInitializing"})
STARTING = frozenset({"queued", "pending", "starting"})
NOBODY: frozenset[str] = frozenset()


class Evidence:
    """What has been seen of one run.

    Attributes:
        gone: the run's own object is no more: one GET has said so.
        vanished: the uids of Pods of which one GET has said so.
        clocks: counts the caller's deadlines, if there are any.
        since: a version from before anything happened to the run's Pods, or the first that was seen of the run; empty where none was.

    Args:
        ref: the run's Pod or Job.
        trust_exit_0: exit code 0 means done, also after the Pod was told to go.
        clock: seconds that only go up.
        since: the version of the run's object when it was made, where the caller knows it.
    """

    main = MAIN
    # thousands are followed at once
    __slots__ = ("_clock", "_patience", "_quiet", "_record", "_set_aside", "_trust", "clocks", "gone", "ref", "since", "vanished")

    def __init__(self, ref: Ref, *, trust_exit_0: bool = False, clock: Callable[[], float] = time.monotonic, since: str = "") -> None:
        self.ref = ref
        self.since = since
        self.gone = False
        self.vanished: frozenset[str] = NOBODY
        self.clocks: Clocks | None = None
        self._trust = trust_exit_0
        self._clock = clock
        self._record: Record | None = None  # of whatever is no longer quiet
        self._quiet: dict[str, Any] = {}
        self._set_aside: frozenset[str] = NOBODY
        self._patience = Patience()

    # --- taking in

    def see(self, thing: Any) -> None:
        """Take in a body or a view; an older one after a newer one changes nothing."""
        if isinstance(thing, dict):
            self._begin(thing["metadata"].get("uid"), thing["metadata"].get("resourceVersion"))
            self._loud().see(thing)
            return
        uid = thing.metadata.uid
        self._begin(uid, thing.metadata.resource_version)
        if _is_quiet(thing) and uid not in self._recorded():
            known = self._quiet.get(uid)
            if known is None or version_of(thing) > version_of(known):
                self._quiet[uid] = thing
            return
        quiet = self._quiet.pop(uid, None)
        if quiet is not None:
            self._loud().see(quiet)
        self._loud().see(thing)

    def miss(self, uid: str) -> None:
        """Take in that a Pod is gone: one GET has said so."""
        self.vanished |= {uid}

    def _loud(self) -> Record:
        if self._record is None:
            self._record = Record(self.main)
        return self._record

    def relist(self, pods: list[Body], *, version: str, since: int) -> None:
        """Take in a list of the run's Pods; see `Record.relist`.

        Args:
            pods: those of the list that are the run's.
            version: the version of the list.
            since: `version` of this evidence as it was before the list was asked for.
        """
        if version.isdigit() and int(version) < since:  # the store went back: what looks newer is of another past
            self._quiet.clear()
        else:
            for pod in pods:
                quiet = self._quiet.pop(pod["metadata"]["uid"], None)
                if quiet is not None:
                    self._loud().see(quiet)
        self._loud().relist(pods, version=version, since=since)

    def _begin(self, uid: str | None, version: str | None) -> None:
        if not self.since and uid == self.ref.uid:
            self.since = version or ""

    def is_mine(self, body: Body) -> bool:
        """Whether a body that has the run's name is the run's object."""
        return self.ref.kind != body["kind"] or self.ref.uid is None or body["metadata"]["uid"] == self.ref.uid

    # --- what is known

    @property
    def job(self) -> Body | None:
        """The Job's last body."""
        job = self._record.job if self._record else None
        if job is not None or self.ref.kind != "Job":
            return job
        quiet = self._quiet.get(self.ref.uid or "")
        return None if quiet is None else body_of(quiet)

    @property
    def pods(self) -> list[Body]:
        """The Pods' last bodies, also of those that are gone."""
        return [*(self._record.pods if self._record else ()), *(body_of(thing) for thing in self._quiet.values() if thing.kind == "Pod")]

    @property
    def events(self) -> list[Body]:
        """The events, in no order."""
        return self._record.events if self._record else []

    @property
    def calm(self) -> str | None:
        """`running` or `starting` where nothing else is known of it, so that there is nothing to judge; else None."""
        if self._recorded() or self.gone or self.vanished or not self._quiet:
            return None
        pods = [thing for thing in self._quiet.values() if thing.kind == "Pod"]
        if not all(_is_well(pod) for pod in pods):
            return None
        return "running" if pods and all(_runs(pod) for pod in pods) else "starting"

    @property
    def version(self) -> int:
        """The greatest version that was seen."""
        return max([self._record.version if self._record else 0, *(version_of(thing) for thing in self._quiet.values())])

    @property
    def makes_one_pod(self) -> bool:
        """Whether there is never a second Pod."""
        spec = (self.job or {}).get("spec") or {}
        return self.ref.kind == "Pod" or (spec.get("backoffLimit") == 0 and (spec.get("completions") or 1) == 1)

    @property
    def has_seen_itself(self) -> bool:
        """Whether the run's own object was seen."""
        return (self.ref.uid or "") in {*self._recorded(), *self._quiet}

    def newest(self) -> PodFacts | None:
        """The newest Pod, of those that count."""
        return self._newest(self._pods_that_count(self._job_facts()))

    def unseen_ends(self, listed: set[str]) -> list[Body]:
        """The Pods that were seen alive and are in a list no more: whether they are gone is to be asked for."""
        if self.ref.kind != "Job":
            return []
        missing = [pod for pod in self.pods if pod["metadata"]["uid"] not in listed | self.vanished]
        return [pod for pod in missing if not PodFacts(pod, self.main).ended()]

    # --- what follows

    def progress(self) -> Progress:
        """Where the run stood when it was last seen."""
        job = self.job
        pods = self._pods_that_count(self._job_facts())
        if self.gone and not pods:
            return Progress("ended", "Deleted")
        return status.progress(job, pods, events=self.events, main=self.main)

    def stalled(self) -> Stall | None:
        """Why it does not get on, None where nothing speaks against it."""
        pods = self._pods_that_count(self._job_facts())
        return status.stalled(self.job, pods, events=self.events, main=self.main, vanished=self.vanished)

    def outcome(self, grace: float | None = None) -> Outcome | None:
        """How it ended; None where it has not. `grace` is the seconds that a start may hang, of whatever kind."""
        job = self._job_facts()
        pods = self._pods_that_count(job)
        found = status.outcome(
            self.job,
            pods,
            events=self.events,
            main=self.main,
            trust_exit_0=self._trust,
            gone=self.gone,
            waited=self._waited(),
            grace=grace,
            vanished=self.vanished,
            lost=self._lost(),
        )
        missed = self.clocks.count(job, self._newest(pods), self.events) if self.clocks else None
        return self._too_late(missed) if found is None and missed is not None else found

    def time_left(self, grace: float | None = None) -> float:
        """Seconds until time alone may bring a verdict: by a deadline, or by a grace that ends."""
        left = self.clocks.left() if self.clocks else float("inf")
        found = self.stalled()
        if found is None:
            return left
        return min(left, max(0.0, found.limit(grace=grace, lost=self._lost()) - self._waited()))

    def _lost(self) -> float | None:
        return self.clocks.lost if self.clocks else None

    def is_held_back(self) -> bool:
        """Whether somebody holds it back on purpose (a suspended Job, a gated Pod), so that only he can bring news."""
        job = self._job_facts()
        return is_held_back(job, self._newest(self._pods_that_count(job)))

    def lacks_last_words(self, found: Outcome) -> bool:
        """Whether a verdict rests on what was not seen: no Pod, or not its end, or not whether it ended with 0 before it was told to go."""
        if found.category is Category.NEVER_STARTED or (found.category is Category.TIMED_OUT and not self.is_over()):
            return False  # it is ours, and about a Pod that did not get on
        pod = self.newest()
        return pod is None or not pod.ended() or (found.exited_zero and not found.ok)

    def has_ended(self) -> bool:
        """Whether the newest Pod has ended: then it is time to look at everything."""
        pod = self.newest()
        return pod is not None and pod.ended()

    def is_over(self) -> bool:
        """Whether nothing of it goes on, whatever a verdict of ours says."""
        job = self._job_facts()
        if self.gone or (job is not None and (job.complete or job.failed)):
            return True
        return self.has_ended() and status.outcome(self.job, self._pods_that_count(job), main=self.main) is not None

    def _job_facts(self) -> JobFacts | None:
        job = self.job
        return None if job is None else JobFacts(job)

    def _newest(self, pods: list[Body]) -> PodFacts | None:
        facts = [PodFacts(pod, self.main) for pod in pods]
        for pod in facts:
            pod.vanished = pod.metadata.get("uid") in self.vanished
        return max(facts, key=lambda pod: pod.age_key, default=None)

    def _recorded(self) -> set[str]:
        if self._record is None:
            return set()
        job = self._record.job
        return {pod["metadata"].get("uid") for pod in self._record.pods} | ({job["metadata"].get("uid")} if job else set())

    def _pods_that_count(self, job: JobFacts | None) -> list[Body]:
        """The Pods without those that a suspension took away: nobody counts them, and the Job will make another."""
        pods = self.pods
        if job is None:
            return pods
        # set anew when a suspended Job goes on; of others it says nothing, as it is another machine's clock than that of a Pod's making
        began = parse_time(job.status.get("startTime")) if job.was_suspended else None
        for pod in pods:
            facts = PodFacts(pod, self.main)
            created = parse_time(facts.metadata.get("creationTimestamp"))
            from_before = bool(began and created and created < began)
            if facts.deleted and (from_before or is_held_back(job, None)):
                self._set_aside |= {str(facts.metadata.get("uid"))}
        if is_held_back(job, None):
            return pods  # its end is still worth knowing
        return [pod for pod in pods if pod["metadata"].get("uid") not in self._set_aside]

    def _waited(self) -> float:
        """Seconds for which the run has hung on the same kind of thing."""
        return self._patience.waited(self.stalled(), self._clock())

    def _too_late(self, missed: Missed) -> Outcome:
        stall, now = self.stalled(), self.progress()
        pod = self.newest()
        why = f": {stall.what}" if stall else f"; it is {now}"
        return Outcome(
            category=Category.TIMED_OUT if missed.stage == "whole" else Category.NEVER_STARTED,
            reason=(stall.reason if stall else now.reason) or "DeadlineMissed",
            message=stall.message if stall else "",
            what=f"{missed}{why}",
            container=stall.container if stall else None,
            pod=now.pod,
            node=pod.node if pod else None,
            events=status.event_texts(sorted(self.events, key=status.event_order)),
            notes=("it may still be going on; cancel() ends it",),
        )


def _is_quiet(view: Any) -> bool:
    """Whether a view says no more than that its object was made, or runs; a step that is done before it runs is no news either."""
    if view.metadata.deletion_timestamp:
        return False
    state = view.status
    if state is None:
        return True
    if view.kind == "Job":
        return not state.conditions and not (view.spec and view.spec.suspend)
    if view.kind != "Pod" or state.phase not in (None, "Pending", "Running"):
        return False
    if any(one.type == "DisruptionTarget" for one in state.conditions or ()):
        return False
    if any(one.state and one.state.terminated for one in state.container_statuses or ()):
        return False
    ends = [one.state.terminated for one in state.init_container_statuses or () if one.state and one.state.terminated]
    return all(end.exit_code == 0 for end in ends)


def _is_well(pod: Any) -> bool:
    """Whether a quiet Pod waits for nothing but what each Pod waits for."""
    state = pod.status
    if state is None:
        return True
    conditions = {one.type: one for one in state.conditions or ()}
    if "PodScheduled" in conditions and conditions["PodScheduled"].status == "False":
        return False
    if "Ready" in conditions and conditions["Ready"].status == "False" and not conditions["Ready"].reason and _runs(pod):
        return False  # its node does not answer
    waits = [one.state.waiting for one in (*(state.container_statuses or ()), *(state.init_container_statuses or ())) if one.state]
    return all(waiting is None or waiting.reason in USUAL for waiting in waits)


def _runs(pod: Any) -> bool:
    """Whether all containers of a quiet Pod run."""
    states = [one.state for one in pod.status.container_statuses or ()] if pod.status else []
    return len(states) > 0 and all(state and state.running for state in states)


def version_of(view: Any) -> int:
    """A view's version as the number that it is; 0 where it is none."""
    version = view.metadata.resource_version or "0"
    return int(version) if version.isdigit() else 0
