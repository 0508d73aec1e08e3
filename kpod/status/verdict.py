"""How a run ended: from the bodies of its Job, its Pods and its events to an `Outcome`. Pure: no cluster, no clock, no log.

The newest Pod decides and the Job is the net: the container's exit code is there seconds before the Job says anything, and the Job's words
say less. Success needs evidence. Only structured fields decide; a message is shown, never read.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

import attrs

from kpod.cluster import Body
from kpod.status import many
from kpod.status.events import event_texts
from kpod.status.facts import Ended, JobFacts, PodFacts, body_of, parse_time
from kpod.status.outcome import Category, Outcome, Times
from kpod.status.results import asked_for, usable
from kpod.status.stall import Stall, stall
from kpod.status.timeline import times

NODE_GONE_REASONS = frozenset({"NodeLost", "NodeShutdown", "Shutdown", "Terminated", "Preempting", "Preempted"})
START_FAILURES = frozenset({"StartError", "ContainerCannotRun"})
UNSEEN_END = "ContainerStatusUnknown"


def outcome(
    job: Any | None,
    pods: Sequence[Any],
    *,
    events: Sequence[Any] = (),
    main: str = "main",
    trust_exit_0: bool = False,
    gone: bool = False,
    waited: float = 0.0,
    grace: float | None = None,
    vanished: Collection[str] = (),
    lost: float | None = None,
) -> Outcome | None:
    """Say how a run ended; None where it has not.

    Args:
        job: the Job's last body or view; None for a bare Pod.
        pods: the last bodies of its Pods, also of those that are gone, in any order.
        events: the events about them, in any order.
        main: the container that decides; a Pod without one of that name has `kubectl.kubernetes.io/default-container`, or its first.
        trust_exit_0: the program ends with 0 only when it is done, so 0 counts also after the Pod was told to go.
        gone: the run's object was deleted: one GET has said so.
        waited: seconds, by the caller's clock, that the same kind of stall (`stalled`) has lasted.
        grace: seconds after which a start that hangs is final; default: each kind's own. A stall that cannot heal is final at once.
        lost: seconds that a node may be silent, or a Pod that was told to go may outlive its own grace period, before the run counts as
            lost although no Job ever says so; default: 600 and 60.
        vanished: the uids of Pods that are gone, one GET of each has said so: their last words will not come.
    """
    job_facts = JobFacts(body_of(job)) if job is not None else None
    facts = _facts(pods, main, vanished, job_facts)
    bodies = [body_of(event) for event in events]
    judge = _Judge(job_facts, facts, bodies, trust_exit_0=trust_exit_0, gone=gone)
    verdict = judge.verdict()
    if verdict is None and not gone:
        found = stall(job_facts, judge.newest, bodies)
        if found is not None and waited >= found.limit(grace=grace, lost=lost):
            return judge.stalled(found)
    return verdict


def stalled(
    job: Any | None, pods: Sequence[Any], *, events: Sequence[Any] = (), main: str = "main", vanished: Collection[str] = ()
) -> Stall | None:
    """Say why a run does not get on, None where nothing speaks against it; see `kpod.status.stall`.

    Args:
        job: the Job's body or view; None for a bare Pod, or where nobody has seen it.
        pods: those of its Pods, in any order.
        events: those of its events.
        main: the main container's name.
        vanished: the uids of Pods that were there and are not.
    """
    job_facts = JobFacts(body_of(job)) if job is not None else None
    newest = max(_facts(pods, main, vanished, job_facts), key=lambda pod: pod.age_key, default=None)
    return stall(job_facts, newest, [body_of(event) for event in events])


def rejected(answer: Body) -> Outcome:
    """The outcome of a run that the server refused: nothing was made.

    Args:
        answer: the `Status` that the server answered with.
    """
    code = answer.get("code")
    what = "the API server refused it" + (f" ({code} {answer.get('reason') or ''}".rstrip() + ")" if code else "")
    return Outcome(category=Category.REJECTED, reason=answer.get("reason") or "", message=answer.get("message") or "", what=what)


def _facts(pods: Sequence[Any], main: str, vanished: Collection[str], job: JobFacts | None) -> list[PodFacts]:
    """The Pods of the run's present life: those that went when their Job was suspended do not count."""
    facts = [PodFacts(body_of(pod), main) for pod in pods]
    facts = [pod for pod in facts if job is None or not job.is_former(pod)]
    for pod in facts:
        pod.vanished = pod.metadata.get("uid") in vanished
    return facts


class _Judge:
    """Everything that one verdict looks at."""

    def __init__(self, job: JobFacts | None, pods: list[PodFacts], events: list[Body], *, trust_exit_0: bool, gone: bool) -> None:
        self.job = job
        self.pods = pods
        self.events = events
        self.trust_exit_0 = trust_exit_0
        self.gone = gone
        self.newest = max(pods, key=lambda pod: pod.age_key, default=None)

    def verdict(self) -> Outcome | None:
        pod = self.newest
        if self.job is not None and not self.job.one_pod:
            return many.outcome(self, self.job)
        if pod is not None and self.job is not None and self.job.gave_up_on(pod):
            return self._gave_up_on(pod)
        if pod is not None and pod.ended():
            found = self.by_pod(pod)
            if not found.ok and self._is_suspended():
                return None  # it is queued again, and will make another Pod when its turn comes
            if found.ok or found.exited_zero or self.job is None or self.gone or not self.job.goes_on_after(self._failed_pods()):
                return found
            return None  # the Job makes another Pod
        if pod is not None and self._is_final_without_end(pod):
            return self.by_pod(pod)
        return self._by_job(pod)

    def stalled(self, found: Stall) -> Outcome:
        """The outcome of a stall that is final."""
        category = Category.DISRUPTED if found.started else Category.NEVER_STARTED
        return self._make(category, self.newest, reason=found.reason, message=found.message, what=found.what, container=found.container)

    def _is_suspended(self) -> bool:
        job = self.job
        return job is not None and bool(job.spec.get("suspend")) and not (job.complete or job.failed or job.deleted or self.gone)

    def _failed_pods(self) -> list[PodFacts]:
        return [pod for pod in self.pods if pod.ended()]

    def _is_final_without_end(self, pod: PodFacts) -> bool:
        return self.gone and (pod.deleted is not None or pod.disruption is not None)

    # --- by the Pod

    def by_pod(self, pod: PodFacts) -> Outcome:
        """How one Pod that has ended did."""
        end = pod.main_end
        if end is not None and end.exit_code == 0:
            return self._exited_zero(pod, end)
        if end is None and pod.phase == "Succeeded":
            return self._make(Category.SUCCEEDED, pod, what=f"every container of Pod {pod.name} exited with 0{_on(pod)}")
        if self._deadline_passed(pod, end):
            return self.timed_out(pod)
        return self._sent_away(pod, end) or self._failed_itself(pod, end)

    def _gave_up_on(self, pod: PodFacts) -> Outcome:
        """The Job started its containers again as often as it may, and then deleted the Pod itself: nobody sent it away."""
        note = f"its Job started it again {pod.restarts()} times and gave up (BackoffLimitExceeded)"
        end = pod.last_failure() or (pod.main_end if pod.main_end and pod.main_end.exit_code != 0 else None)
        if end is None:
            return self.bare_failed(pod)
        inits = {status["name"] for status in pod.init_statuses()}
        found = self._container_failed(pod, end, "init container" if end.name in inits else "container")
        return attrs.evolve(found, notes=(*found.notes, note))

    def _exited_zero(self, pod: PodFacts, end: Ended) -> Outcome:
        limit, killed = pod.memory(end.name), end.reason == "OOMKilled"
        asked = asked_for(pod, self.job)
        has_result = asked and usable(pod)
        if killed and asked and not has_result:
            what = f"a process of container {end.name} was killed for memory (OOMKilled{_limit(limit)}) and left no result{_on(pod)}"
            return self._make(Category.OUT_OF_MEMORY, pod, end=end, what=what, oom_seen=True, limit=limit, exited_zero=True)
        told_to_go = self._told_to_go_before(pod, end)
        if told_to_go and not (self.trust_exit_0 or has_result):
            if self._deadline_passed(pod, end):
                return self.timed_out(pod)
            found = self._sent_away(pod, end)
            if found is not None:
                return found
        notes = [f"a process of the container was killed for memory (OOMKilled{_limit(limit)}) although it exited with 0"] if killed else []
        notes += [f"container {other.name} exited with {other.exit_code}; that does not count" for other in pod.failed_others()]
        notes += ["the Pod had been told to go before that"] if told_to_go else []
        what = f"container {end.name} exited with 0{_on(pod)}{_after(end)}"
        return self._make(
            Category.SUCCEEDED,
            pod,
            end=end,
            what=what,
            notes=tuple(notes),
            oom_seen=killed,
            limit=limit,
            exited_zero=told_to_go,
            message="",
        )

    def _told_to_go_before(self, pod: PodFacts, end: Ended) -> bool:
        """Whether the Pod had been told to go when its container ended; whole seconds, so a tie counts as yes."""
        if pod.disruption:
            marked = parse_time(pod.disruption.get("lastTransitionTime"))
            return not (marked and end.ended and end.ended < marked)
        # a deletionTimestamp lies in the future, and moves: it tells no order. A Record keeps the body of an end that came before
        return pod.deleted is not None

    def _deadline_passed(self, pod: PodFacts, end: Ended | None) -> bool:
        if pod.phase == "Failed" and pod.reason == "DeadlineExceeded":
            return True
        failed = self.job.failed if self.job else None
        if failed is None or failed.get("reason") != "DeadlineExceeded":
            return False
        passed = parse_time(failed.get("lastTransitionTime"))
        return not (end and end.ended and passed and end.ended < passed and pod.deleted is None)

    def timed_out(self, pod: PodFacts | None) -> Outcome:
        """The end by a deadline."""
        end = pod.main_end if pod else None
        whose, spec = ("Pod", pod.spec) if pod and pod.reason == "DeadlineExceeded" else ("Job", self.job.spec if self.job else {})
        seconds = spec.get("activeDeadlineSeconds")
        deadline = f"the {whose}'s deadline" if seconds is None else f"the {whose}'s deadline of {seconds} s"
        exit_text = f"; container {end.name} then exited with {end.exit_code}" if end else ""
        return self._make(Category.TIMED_OUT, pod, reason="DeadlineExceeded", what=f"{deadline} passed{_on(pod)}{exit_text}", end=end)

    def _sent_away(self, pod: PodFacts, end: Ended | None) -> Outcome | None:
        """A Pod that was disrupted or deleted; None where its end is its own."""
        zero = end is not None and end.exit_code == 0
        exit_text = f"; container {end.name} then exited with {end.exit_code}" if end else ""
        notes = ("exit code 0 after that is no proof that its work was whole",) if zero else ()
        if pod.reason in NODE_GONE_REASONS and pod.phase == "Failed":
            what = f"Pod {pod.name} was ended by its node{_on(pod)}{exit_text}"
            return self._make(
                Category.DISRUPTED, pod, end=end, reason=pod.reason, message=pod.message, what=what, notes=notes, exited_zero=zero
            )
        # of a Job that was deleted: the collector of garbage only clears away what its node never gave back
        cleared_away = self.gone and pod.deleted is not None and (pod.disruption or {}).get("reason") == "DeletionByPodGC"
        if pod.disruption and not cleared_away and (end is None or self._told_to_go_before(pod, end)):
            reason, message = pod.disruption.get("reason") or "", pod.disruption.get("message") or ""
            message = pod.message or message
            what = f"Pod {pod.name} was told to go ({reason or 'DisruptionTarget'}){_on(pod)}{exit_text}"
            return self._make(Category.DISRUPTED, pod, end=end, reason=reason, message=message, what=what, notes=notes, exited_zero=zero)
        if pod.deleted is None:
            return None
        ran = "while it ran" if end or pod.started() else "before its start was seen"
        more: dict[str, Any] = {"end": end, "notes": notes, "exited_zero": zero, "message": ""}
        if self.job is None or self.job.deleted or self.gone:
            what = f"{self._name(pod)} was deleted {ran}{_on(pod)}{exit_text}"
            return self._make(Category.DELETED, pod, reason="Deleted", what=what, **more)
        what = f"somebody deleted Pod {pod.name} {ran}{_on(pod)}{exit_text}"
        return self._make(Category.DISRUPTED, pod, reason="PodDeleted", what=what, **more)

    def _failed_itself(self, pod: PodFacts, end: Ended | None) -> Outcome:
        if pod.phase == "Failed" and pod.reason == "Evicted":  # without DisruptionTarget it went over its own limit
            what = f"Pod {pod.name} was evicted for going over its own limit{_on(pod)}"
            end = None if end and end.reason == UNSEEN_END else end
            return self._make(Category.FAILED, pod, end=end, reason="Evicted", message=pod.message, what=what)
        init = pod.failed_init() if end is None or not pod.terminal else None
        if end is None and init is not None:
            return self._container_failed(pod, init, "init container")
        if end is not None:
            return self._container_failed(pod, end, "container")
        if pod.reason and not pod.container_statuses():
            what = f"node{_on(pod).replace(' on ', ' ')} refused Pod {pod.name} ({pod.reason})"
            return self._make(Category.NEVER_STARTED, pod, reason=pod.reason, message=pod.message, what=what)
        others = pod.failed_others()
        if others:
            return self._container_failed(pod, others[0], "container")
        what = f"Pod {pod.name} failed, and the end of container {pod.main} was never seen{_on(pod)}"
        return self._make(Category.UNKNOWN, pod, reason=pod.reason, message=pod.message, what=what)

    def _container_failed(self, pod: PodFacts, end: Ended, kind: str) -> Outcome:
        limit, request = pod.memory(end.name), pod.memory(end.name, "requests")
        name, code, on = f"{kind} {end.name}", end.exit_code, _on(pod)
        if end.reason == "OOMKilled":
            amounts = _limit(limit) + (f", request {request}" if request and request != limit else "")
            what = f"{name} was killed for memory (OOMKilled{amounts}, exit code {code}){on}{_after(end)}"
            return self._make(Category.OUT_OF_MEMORY, pod, end=end, what=what, limit=limit, request=request, oom_seen=True)
        if end.reason in START_FAILURES:
            what = f"{name} could not be started ({end.reason}, exit code {code}){on}"
            return self._make(Category.NEVER_STARTED, pod, end=end, message=end.message, what=what)
        if end.reason == UNSEEN_END:
            return self._make(Category.UNKNOWN, pod, end=end, message=end.message, what=f"the end of {name} was never seen{on}")
        found = self._make(Category.FAILED, pod, end=end)
        by = f" (signal {found.signal})" if found.signal else ""
        what = f"{name} exited with {code}{by}{on}{_after(end)}"
        message = "" if asked_for(pod, self.job) else end.message
        return self._make(Category.FAILED, pod, end=end, what=what, message=message)

    # --- by the Job

    def _by_job(self, pod: PodFacts | None) -> Outcome | None:
        job = self.job
        if job is not None and job.failed is not None and job.failed.get("reason") == "DeadlineExceeded":
            return self.timed_out(pod)
        there = pod is not None and not (self.gone or pod.vanished)  # its end is on its way in the other stream
        if job is not None and job.complete is not None and not there:
            return self.bare_complete(pod)
        if job is not None and job.failed is not None and not (there and pod is not None and pod.deleted is None):
            # a Job that replaces Pods as soon as they are told to go fails before their end (podReplacementPolicy: TerminatingOrFailed)
            sent_away = self._sent_away(pod, None) if pod is not None and (pod.disruption or pod.deleted) else None
            return sent_away or self.bare_failed(pod)
        if not self.gone:
            return None
        return self.deleted(pod)

    def deleted(self, pod: PodFacts | None) -> Outcome:
        """The end by a deletion that nobody saw the end of."""
        what = f"{self._name(pod)} was deleted, and nobody saw how it ended"
        return self._make(Category.DELETED, pod, reason="Deleted", what=what)

    def _name(self, pod: PodFacts | None) -> str:
        """What the run's object is called."""
        if self.job is not None:
            return f"Job {self.job.metadata.get('name')}"
        if pod is None:
            return "it"
        owner = next((each for each in pod.metadata.get("ownerReferences") or () if each.get("kind") == "Job"), None)
        return f"Job {owner['name']}" if owner else f"Pod {pod.name}"

    def bare_complete(self, pod: PodFacts | None) -> Outcome:
        """The end by the Job's `Complete` alone."""
        if pod is None and self.job is not None and self.job.spec.get("completions") == 0:
            return self._make(Category.SUCCEEDED, None, reason="Complete", what="the Job asked for no Pod (completions: 0)")
        what = "the Job has Complete, but nobody saw its Pod end"
        if self.trust_exit_0:
            return self._make(Category.SUCCEEDED, pod, reason="Complete", what=what, exited_zero=True)
        note = "a Pod that is told to go and then exits with 0 looks the same; trust_exit_0 says that 0 means done"
        return self._make(Category.DISRUPTED, pod, reason="Complete", what=what, notes=(note,), exited_zero=True)

    def bare_failed(self, pod: PodFacts | None) -> Outcome:
        """The end by the Job's `Failed` alone."""
        failed = (self.job.failed if self.job else None) or {}
        reason, message = failed.get("reason") or "", failed.get("message") or ""
        actions = self.job.rules() if self.job else ()
        failing = [rule for rule in actions if rule.get("action") == "FailJob"]
        if reason == "PodFailurePolicy" and failing and all(_is_disruption(rule) for rule in failing):
            return self._make(Category.DISRUPTED, pod, reason=reason, message=message, what="its Pod was told to go (DisruptionTarget)")
        if reason == "PodFailurePolicy" and failing and all(rule.get("onExitCodes") for rule in failing):
            return self._make(
                Category.FAILED, pod, reason=reason, message=message, what="its Pod failed with an exit code that ends the Job"
            )
        return self._make(Category.UNKNOWN, pod, reason=reason, message=message, what="the Job failed, but nobody saw its Pod end")

    def _make(self, category: Category, pod: PodFacts | None, *, end: Ended | None = None, **fields: Any) -> Outcome:
        fields.setdefault("reason", end.reason if end else "")
        fields.setdefault("container", end.name if end else None)
        return Outcome(
            category=category,
            exit_code=end.exit_code if end and end.reason != UNSEEN_END else None,  # the kubelet makes 137 up where it saw no end
            node=pod.node if pod else None,
            pod=pod.name if pod else None,
            events=event_texts(self.events),
            times=times(pod, self.events, end) if pod else Times(),
            result_text=pod.result_text() if pod else None,
            **fields,
        )


def _is_disruption(rule: Any) -> bool:
    conditions = rule.get("onPodConditions") or ()
    return bool(conditions) and all(entry.get("type") == "DisruptionTarget" for entry in conditions)


def _on(pod: PodFacts | None) -> str:
    return f" on {pod.node}" if pod and pod.node else ""


def _limit(limit: str | None) -> str:
    return f", limit {limit}" if limit else ""


def _after(end: Ended) -> str:
    if end.started is None or end.ended is None:
        return ""
    return f" after {(end.ended - end.started).total_seconds():.0f} s"
