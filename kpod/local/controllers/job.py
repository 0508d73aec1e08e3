"""The Job controller: makes Pods, counts their ends once, and says how the Job ended, in the order and the words of the real one.

A Pod is counted while it carries the tracking finalizer, and loses it then: so none is counted twice, and none that vanishes uncounted is
forgotten (it is replaced). What is peculiar to Indexed Jobs is in `indexes`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from kpod.cluster import Body
from kpod.local import policies, statuses, tables
from kpod.local.changes import Change
from kpod.local.controllers import Controller, Key, indexes
from kpod.local.controllers.counting import FINALIZER, Counts, condition, count, is_finished, is_ready, pod_of, restarted_too_often
from kpod.local.store import Store
from kpod.local.tap import Tap

SOURCE = "job-controller"
_LIMIT = ("BackoffLimitExceeded", "Job has reached the specified backoff limit")
_DEADLINE = ("DeadlineExceeded", "Job was active longer than specified deadline")
_REACHED = ("CompletionsReached", "Reached expected number of succeeded pods")


class JobController(Controller):
    """Runs the Jobs of a store.

    Args:
        store: the objects.
        delay: seconds before the first failed Pod is replaced; doubles with each failure, at most ten minutes.
        tap: whoever bends what is done here; None for nobody.
    """

    plurals: ClassVar[tuple[str, ...]] = ("jobs", "pods")

    def __init__(self, store: Store, *, delay: float = 10.0, tap: Tap | None = None) -> None:
        super().__init__(store)
        self._tap = tap
        self._delay = delay
        self._pods: dict[str, set[str]] = {}
        self._failures: dict[tuple[str, int], tuple[int, float]] = {}  # by Job, and by index where they are counted so
        self._refusals: dict[str, int] = {}

    def observe(self, change: Change) -> None:
        """Look at the Job that changed, or whose Pod did."""
        type_, new, _ = change
        metadata = new["metadata"]
        if new["kind"] == "Job":
            if type_ == "DELETED":
                self._forget(metadata["uid"])
                self._release(metadata["namespace"], metadata["uid"])
            self.add((metadata["namespace"], metadata["name"]))
            return
        owner = next((each for each in metadata.get("ownerReferences") or [] if each.get("controller")), None)
        if owner is None or owner["kind"] != "Job":
            self._strip(new)
            return
        names = self._pods.setdefault(owner["uid"], set())
        (names.discard if type_ == "DELETED" else names.add)(metadata["name"])
        job = self.store.get("jobs", metadata["namespace"], owner["name"])
        if job is None or job["metadata"]["uid"] != owner["uid"]:
            self._strip(new)
            if not names:
                self._pods.pop(owner["uid"])
        self.add((metadata["namespace"], owner["name"]))

    def _forget(self, uid: str) -> None:
        for key in [key for key in self._failures if key[0] == uid]:
            del self._failures[key]
        self._refusals.pop(uid, None)

    def _release(self, namespace: str, uid: str) -> None:
        for name in list(self._pods.get(uid, ())):
            pod = self.store.get("pods", namespace, name)
            if pod is not None:
                self._strip(pod)

    def _strip(self, pod: Body) -> None:
        """Take the tracking finalizer off a Pod."""
        metadata = pod["metadata"]
        if FINALIZER not in (metadata.get("finalizers") or []):
            return

        def take(body: Body) -> None:
            left = [each for each in body["metadata"].get("finalizers") or [] if each != FINALIZER]
            body["metadata"].pop("finalizers", None)
            if left:
                body["metadata"]["finalizers"] = left

        self.store.change("pods", metadata["namespace"], metadata["name"], take)

    def reconcile(self, key: Key) -> None:
        """Bring one Job to rest."""
        job = self.store.get("jobs", *key)
        if job is None:
            return
        if job["spec"].get("managedBy", "kubernetes.io/job-controller") != "kubernetes.io/job-controller":
            return
        wait = self._tap.delay(job) if self._tap is not None else 0.0
        if wait > 0:
            self.add_later(key, wait)
            return
        uid = job["metadata"]["uid"]
        pods = [pod for name in sorted(self._pods.get(uid, ())) if (pod := self.store.get("pods", key[0], name)) is not None]
        if is_finished(job):
            for pod in pods:
                self._strip(pod)
            self._expire(job)
            return
        counts = count(job, pods)
        if job["spec"].get("suspend") and not condition(job, "FailureTarget"):
            self._suspend(job, counts)
            return
        job = self._start(job)
        reason = self._failure(job, counts)
        if reason is not None:
            self._fail(job, counts, *reason)
        elif (success := self._success(job, counts)) is not None:
            self._complete(job, counts, *success)
        else:
            self._go_on(job, counts)

    # counting

    def _failure(self, job: Body, counts: Counts) -> tuple[str, str] | None:
        target = condition(job, "FailureTarget")
        if target is not None:
            return target["reason"], target["message"]
        spec, status = job["spec"], job.get("status") or {}
        if counts.verdict:
            return "PodFailurePolicy", counts.verdict
        given_up = indexes.failure(job, counts) if indexes.is_indexed(job) else None
        if given_up is not None or self._success(job, counts) is not None:
            return given_up
        if status.get("failed", 0) + len(counts.failed) > spec["backoffLimit"] or restarted_too_often(spec, counts):
            return _LIMIT
        seconds = spec.get("activeDeadlineSeconds")
        if seconds is not None and self._seconds_since(status["startTime"]) >= seconds:
            return _DEADLINE
        return None

    def _success(self, job: Body, counts: Counts) -> tuple[str, str] | None:
        """Return why the Job has succeeded: reason and message; None where it has not."""
        met = condition(job, "SuccessCriteriaMet")
        if met is not None:
            return met["reason"], met["message"]
        wanted = job["spec"].get("completions")
        if indexes.is_indexed(job):
            return _REACHED if len(indexes.completed(job, counts)) >= wanted else indexes.success(job, counts)
        done = (job.get("status") or {}).get("succeeded", 0) + len(counts.succeeded)
        reached = done >= wanted if wanted is not None else done > 0 and not counts.active
        return _REACHED if reached else None

    def _seconds_since(self, moment: str) -> float:
        return (self.store.moment() - tables.parse_time(moment)).total_seconds()

    # writing

    def _write(self, job: Body, change: Callable[[Body], None]) -> Body:
        metadata = job["metadata"]

        def write(body: Body) -> None:
            if body["metadata"]["uid"] == metadata["uid"]:
                change(body.setdefault("status", {}))

        return self.store.change("jobs", metadata["namespace"], metadata["name"], write) or job

    def _tell(self, job: Body, type_: str, reason: str, message: str) -> None:
        self.store.event(job, type_, reason, message, SOURCE)

    def _set(self, status: Body, type_: str, reason: str, message: str, *, value: str = "True") -> None:
        conditions = status.setdefault("conditions", [])
        known = next((each for each in conditions if each["type"] == type_), None)
        if known is not None and (known["status"], known["reason"]) == (value, reason):
            return
        now = self.store.now()
        body = {"type": type_, "status": value, "lastProbeTime": now, "lastTransitionTime": now, "reason": reason, "message": message}
        if known is not None:
            known.update(body)
        else:
            conditions.append(body)

    def _numbers(self, status: Body, counts: Counts) -> None:
        for word, number in (("active", len(counts.active)),):
            status.pop(word, None)
            if number:
                status[word] = number
        status["ready"] = sum(1 for pod in counts.active if is_ready(pod))
        status["terminating"] = len(counts.terminating)
        status.setdefault("uncountedTerminatedPods", {})

    def _settle(self, job: Body, counts: Counts, change: Callable[[Body], None] | None = None) -> Body:
        """Write the counters, with the ends that are not counted yet: first as uncounted, then off with the finalizers, then as counted."""
        ended = {"succeeded": counts.succeeded, "failed": counts.failed}
        done, given_up = (indexes.completed(job, counts), indexes.failed(job, counts)) if indexes.is_indexed(job) else (set(), set())
        uncounted = {word: [pod["metadata"]["uid"] for pod in pods] for word, pods in ended.items() if pods}

        def announce(status: Body) -> None:
            self._numbers(status, counts)
            status["uncountedTerminatedPods"] = uncounted
            if change is not None:
                change(status)

        job = self._write(job, announce)
        for pod in (*counts.succeeded, *counts.failed, *counts.ignored):
            self._strip(pod)
        if not uncounted:
            return job

        def add(status: Body) -> None:
            status["uncountedTerminatedPods"] = {}
            for word, pods in ended.items():
                if pods:
                    status[word] = status.get(word, 0) + len(pods)
            if indexes.is_indexed(job):
                self._write_indexes(status, done, given_up)

        self._remember(job, counts)
        return self._write(job, add)

    def _write_indexes(self, status: Body, done: set[int], given_up: set[int]) -> None:
        for word, numbers in (("completedIndexes", done), ("failedIndexes", given_up)):
            if numbers:
                status[word] = indexes.show(numbers)
        if done:
            status["succeeded"] = len(done)  # one index may have succeeded twice

    def _remember(self, job: Body, counts: Counts) -> None:
        uid = job["metadata"]["uid"]
        if job["spec"].get("backoffLimitPerIndex") is None and counts.succeeded:
            self._failures.pop((uid, -1), None)
            return
        for pod in counts.failed:
            key = self._failure_key(job, indexes.index_of(pod))
            self._failures[key] = (self._failures.get(key, (0, 0.0))[0] + 1, self.store.clock.steady())

    def _failure_key(self, job: Body, index: int) -> tuple[str, int]:
        return job["metadata"]["uid"], index if job["spec"].get("backoffLimitPerIndex") is not None else -1

    def _start(self, job: Body) -> Body:
        status = job.get("status") or {}
        suspended = any(each["type"] == "Suspended" and each["status"] == "True" for each in status.get("conditions") or [])
        if "startTime" in status and not suspended:
            return job

        def start(each: Body) -> None:
            if suspended:
                self._set(each, "Suspended", "JobResumed", "Job resumed", value="False")
            each["startTime"] = self.store.now()

        job = self._write(job, start)
        if suspended:
            self._tell(job, "Normal", "Resumed", "Job resumed")
        return job

    def _delete(self, job: Body, pods: Sequence[Body]) -> None:
        for pod in pods:
            metadata = pod["metadata"]
            self.store.delete("pods", metadata["namespace"], metadata["name"], uid=metadata["uid"])
            self._tell(job, "Normal", "SuccessfulDelete", f"Deleted pod: {metadata['name']}")

    def _suspend(self, job: Body, counts: Counts) -> None:
        was_active = list(counts.active)
        counts.terminating += [pod for pod in counts.active if (pod.get("spec") or {}).get("nodeName")]
        counts.active, ended = [], [*counts.failed, *counts.succeeded]
        counts.failed = counts.succeeded = []
        new = condition(job, "Suspended") is None

        def suspend(status: Body) -> None:
            self._numbers(status, counts)
            status.pop("startTime", None)
            self._set(status, "Suspended", "JobSuspended", "Job suspended")

        job = self._write(job, suspend)
        for pod in ended:
            self._strip(pod)
        for pod in was_active:
            self._strip(pod)
        self._delete(job, was_active)
        if new:
            self._tell(job, "Normal", "Suspended", "Job suspended")

    def _fail(self, job: Body, counts: Counts, reason: str, message: str) -> None:
        doomed, counts.active = counts.active, []
        known = {pod["metadata"]["uid"] for pod in (*counts.succeeded, *counts.failed, *counts.ignored)}
        tracked = [pod for pod in (*doomed, *counts.terminating) if FINALIZER in (pod["metadata"].get("finalizers") or [])]
        counts.failed += [pod for pod in tracked if pod["metadata"]["uid"] not in known]
        counts.terminating += [pod for pod in doomed if pod["spec"].get("nodeName")]
        self._delete(job, doomed)
        job = self._settle(job, counts, lambda status: self._set(status, "FailureTarget", reason, message))
        if not counts.terminating:
            job = self._write(job, lambda status: self._set(status, "Failed", reason, message))
            self._tell(job, "Warning", reason, message)

    def _complete(self, job: Body, counts: Counts, reason: str, message: str) -> None:
        doomed, counts.active = counts.active, []
        for pod in doomed:
            self._strip(pod)
        self._delete(job, doomed)
        counts.terminating += [pod for pod in doomed if pod["spec"].get("nodeName")]
        job = self._settle(job, counts, lambda status: self._set(status, "SuccessCriteriaMet", reason, message))
        if counts.terminating:
            return

        def finish(status: Body) -> None:
            self._set(status, "Complete", reason, message)
            status["completionTime"] = self.store.now()

        job = self._write(job, finish)
        self._tell(job, "Normal", "Completed", "Job completed")

    # going on

    def _go_on(self, job: Body, counts: Counts) -> None:
        key = (job["metadata"]["namespace"], job["metadata"]["name"])
        seconds = job["spec"].get("activeDeadlineSeconds")
        if seconds is not None:
            self.add_later(key, max(0.05, seconds - self._seconds_since(job["status"]["startTime"])))
        job = self._settle(job, counts)
        if "deletionTimestamp" in job["metadata"]:
            return
        missing = self._missing(job, counts)
        if missing < 0:
            extra = counts.active[missing:]
            for pod in extra:
                self._strip(pod)
            self._delete(job, extra)
        if missing <= 0:
            return
        chosen = indexes.free(job, counts) if indexes.is_indexed(job) else [-1] * missing
        for index in chosen:
            wait = self._wait(job, index)
            if wait > 0:
                self.add_later(key, wait, eager=True)
            elif missing == 0 or not self._make(job, index):
                return
            else:
                missing -= 1

    def _missing(self, job: Body, counts: Counts) -> int:
        spec, done = job["spec"], job["status"].get("succeeded", 0)
        wanted = spec["parallelism"]
        if spec.get("completions") is not None:
            given_up = indexes.failed(job, counts) if indexes.is_indexed(job) else ()
            wanted = min(wanted, spec["completions"] - done - len(given_up))
        elif done:
            return 0
        waiting = len(counts.terminating) if spec.get("podReplacementPolicy") == "Failed" else 0
        missing = wanted - len(counts.active)
        return int(max(0, missing - waiting) if missing > 0 else missing)

    def _wait(self, job: Body, index: int) -> float:
        times, last = self._failures.get(self._failure_key(job, index), (0, 0.0))
        if not times:
            return 0.0
        pause = min(self._delay * float(2 ** min(times - 1, 20)), 600.0)
        return last + pause - self.store.clock.steady()

    def _make(self, job: Body, index: int) -> bool:
        try:
            for _ in range(1 if self._tap is None else self._tap.replicas(job)):
                self._make_one(job, index)
        except statuses.StatusError as error:
            metadata = job["metadata"]
            self._tell(job, "Warning", "FailedCreate", f"Error creating: {error}")
            times = self._refusals.get(metadata["uid"], 0)
            self._refusals[metadata["uid"]] = times + 1
            self.add_later((metadata["namespace"], metadata["name"]), min(2.0 ** min(times, 10), 60.0))
            return False
        self._refusals.pop(job["metadata"]["uid"], None)
        return True

    def _make_one(self, job: Body, index: int) -> None:
        """Make a Pod. Raises StatusError."""
        uid, pod = job["metadata"]["uid"], pod_of(job)
        if index >= 0:
            indexes.dress(job, pod, index, self._failures.get(self._failure_key(job, index), (0, 0.0))[0])
        policies.pod(self.store, pod)
        made = self.store.create("pods", pod)
        self._pods.setdefault(uid, set()).add(made["metadata"]["name"])
        self._tell(job, "Normal", "SuccessfulCreate", f"Created pod: {made['metadata']['name']}")

    def _expire(self, job: Body) -> None:
        seconds = job["spec"].get("ttlSecondsAfterFinished")
        if seconds is None or "deletionTimestamp" in job["metadata"]:
            return
        end = condition(job, "Complete") or condition(job, "Failed") or {}
        left = seconds - self._seconds_since(end["lastTransitionTime"])
        key = (job["metadata"]["namespace"], job["metadata"]["name"])
        if left > 0:
            self.add_later(key, left)
        else:
            self.store.delete("jobs", *key, propagation="Foreground", uid=job["metadata"]["uid"])
