"""The executor's hands and eyes on the cluster: a bounded pool that writes, two threads that watch. It knows no Airflow.

Three writes for each launch: the Job, its Secret, and the Job's end. No call here waits for the cluster but `list_jobs`; what happened
comes out of `take`. Nothing is retried that may already have been done, except by a name that makes the second time harmless.
"""

from __future__ import annotations

import logging
import queue
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, TimeoutError
from contextlib import suppress
from functools import partial
from typing import Any

import attrs

import kpod
from airflow_integration.executor import jobs
from airflow_integration.executor.settings import Settings
from airflow_integration.executor.verdicts import Ledger, Verdict
from kpod.cluster import Body, Cluster, Ref
from kpod.errors import AlreadyExistsError, ApiError, ForbiddenError, KpodError, NotFoundError, OverloadedError, UnreachableError
from kpod.status import Category
from kpod.watch import Watcher
from kpod.wire.views import JobView, PodView

log = logging.getLogger(__name__)

LOOK = 1.0
"""Seconds between two looks for what does not get on."""
PAUSE = 5.0
"""Seconds before a watch is begun again that the server refused."""
LIST_PATIENCE = 10.0
"""Seconds for which the scheduler waits for the list of Jobs; its heart may not stop beating."""
DELETING = 4
"""Threads that delete and list. They are of their own: what waits to be made may wait for the room that a deletion makes."""


@attrs.define(eq=False)
class Launch:
    """One Job that is being made, or that runs.

    Attributes:
        name: the Job's name.
        since: when it was asked for, by the fleet's clock.
        uid: the Job's uid once it is known.
        is_made: whether the Job was made, here or by another scheduler, so that its absence means something.
        cancelled: set when somebody wants it gone; whoever makes it deletes it.
    """

    name: str
    since: float
    uid: str | None = None
    is_made: bool = False
    cancelled: threading.Event = attrs.field(factory=threading.Event)


class Fleet:
    """All launches of one executor on one cluster.

    Args:
        cluster: where.
        settings: how.
        namespace: the namespace of every Job.
        clock: seconds that only grow.
        unseen: seconds after which a Job is asked for of which no watch has told.
    """

    def __init__(
        self, cluster: Cluster, settings: Settings, namespace: str, *, clock: Callable[[], float] = time.monotonic, unseen: float = 60.0
    ) -> None:
        self._cluster = cluster
        self._settings = settings
        self._namespace = namespace
        self._clock = clock
        self._unseen = unseen
        self._ledger = Ledger()
        self._lock = threading.Lock()
        self._launches: dict[str, Launch] = {}
        self._verdicts: queue.SimpleQueue[Verdict] = queue.SimpleQueue()
        self._stopped = threading.Event()
        self._pool = ThreadPoolExecutor(settings.creation_concurrency, thread_name_prefix="kpod-writes")
        self._deletions = ThreadPoolExecutor(DELETING, thread_name_prefix="kpod-deletes")
        self._threads: dict[str, threading.Thread] = {}
        self._watchers: dict[str, Watcher] = {}
        self._next_look = 0.0

    # -- for the scheduler's thread; nothing here waits for the cluster

    def start(self) -> None:
        """Begin to watch; also where a watch has died of a bug."""
        for kind, view, see in (("Pod", PodView, self._ledger.see_pod), ("Job", JobView, self._ledger.see_job)):
            thread = self._threads.get(kind)
            if thread is None or not thread.is_alive():
                thread = threading.Thread(target=self._watch, args=(kind, view, see), name=f"kpod-watch-{kind.lower()}s", daemon=True)
                self._threads[kind] = thread
                thread.start()

    def launch(self, work: jobs.Work) -> None:
        """Make the Job of a launch, soon; its end comes out of `take`."""
        launch = Launch(work.name, self._clock())
        self._launches[work.name] = launch
        self._submit(self._create, launch, work)

    def adopt(self, name: str, uid: str | None) -> None:
        """Take over a Job that exists; its end comes out of `take`, also where it lies in the past."""
        self._launches[name] = Launch(name, self._clock(), uid, is_made=True)
        with self._lock:
            verdict = self._ledger.verdict(name)
        if verdict:
            self._verdicts.put(verdict)

    def cancel(self, name: str) -> None:
        """Delete a launch's Job and its Pod, whatever they are doing; no verdict follows."""
        if launch := self._launches.pop(name, None):
            launch.cancelled.set()
            self._submit(self._delete, launch)

    def finish(self, name: str, *, keep: bool) -> None:
        """Close a launch that has ended: delete its Job, or leave it for the cluster to delete later."""
        launch = self._launches.pop(name, None)
        if launch and not keep:
            self._submit(self._delete, launch)

    def take(self) -> list[Verdict]:
        """Take the verdicts that have come since the last call, on launches that are still ours."""
        self._look_for_the_overdue()
        verdicts = []
        with suppress(queue.Empty):
            while True:
                verdicts.append(self._verdicts.get_nowait())
        return [verdict for verdict in verdicts if verdict.name in self._launches]

    def put_back(self, verdicts: list[Verdict]) -> None:
        """Give verdicts back that could not be reported now."""
        for verdict in verdicts:
            self._verdicts.put(verdict)

    def stop(self) -> None:
        """Stop watching and writing; what is on the cluster goes on."""
        self._stopped.set()
        for watcher in list(self._watchers.values()):
            watcher.close()
        for pool in (self._pool, self._deletions):
            pool.shutdown(wait=False, cancel_futures=True)

    def list_jobs(self, *, timeout: float = LIST_PATIENCE) -> dict[str, Body]:
        """List the Jobs of this deployment, by name; this waits for the cluster, for at most `timeout` seconds.

        Raises:
            UnreachableError: there was no answer in that time.
            ApiError: the server refuses.
        """
        asked = self._deletions.submit(self._list_jobs)
        try:
            return asked.result(timeout)
        except TimeoutError:
            asked.cancel()
            raise UnreachableError(f"the list of Jobs did not come within {timeout:g} s") from None

    def _list_jobs(self) -> dict[str, Body]:
        listing = self._cluster.list("Job", namespace=self._namespace, labels=jobs.selector(self._settings.deployment))
        return {job["metadata"]["name"]: job for job in listing.items}

    def _look_for_the_overdue(self) -> None:
        """Give up what does not get on, or has not started in time, and look for what nobody has seen."""
        now = self._clock()
        if now < self._next_look:
            return
        self._next_look = now + LOOK
        self.start()
        for name, launch in list(self._launches.items()):
            with self._lock:
                verdict = self._ledger.check(name, now)
                known = self._ledger.knows(name)
                why = self._ledger.why_waiting(name) if known else None
            if known and why is None:
                launch.since = now  # it runs, or is held back: the clock of its start begins when it is let go
            if verdict is None and why and now - launch.since > self._settings.start_timeout:
                text = f"the worker did not start in {self._settings.start_timeout:g} s: {why}"
                verdict = Verdict(name, False, text, Category.NEVER_STARTED)
            if verdict:
                self._verdicts.put(verdict)
            elif not known and launch.is_made and now - launch.since > self._unseen:
                launch.since = now
                self._submit(self._look, launch)

    # -- in the pool

    def _submit(self, do: Callable[..., None], launch: Launch, *args: Any) -> None:
        pool = self._deletions if do == self._delete else self._pool
        try:
            future = pool.submit(do, launch, *args)
        except RuntimeError:  # stopping: what is on the cluster goes on, and is adopted
            return
        future.add_done_callback(partial(self._done, launch))

    def _done(self, launch: Launch, future: Future[None]) -> None:
        error = None if future.cancelled() else future.exception()
        if error is None:
            return
        if not isinstance(error, KpodError):
            log.error("Job %s: a bug of kpod", launch.name, exc_info=error)
        self._verdicts.put(Verdict(launch.name, False, f"Job {launch.name} could not be made: {error}", Category.REJECTED))

    def _create(self, launch: Launch, work: jobs.Work) -> None:
        if launch.cancelled.is_set():
            return
        body = jobs.build_job(work, self._settings, self._namespace)
        job = self._patiently(lambda: self._create_once(body, work))
        launch.uid, launch.is_made = job["metadata"]["uid"], True
        secret = jobs.build_secret(work, self._settings, Ref.of(job))
        try:
            self._patiently(lambda: self._create_secret(secret))
        except KpodError:
            self._delete(launch)  # without its Secret it would wait for ever
            raise
        if launch.cancelled.is_set():
            self._delete(launch)

    def _create_once(self, body: Body, work: jobs.Work) -> Body:
        try:
            return self._cluster.create(body)
        except AlreadyExistsError:
            job = self._cluster.get(Ref("Job", work.name, self._namespace))
            if jobs.read_work(job).get("identity") != work.identity:
                raise
            return job  # ours: an answer was lost

    def _create_secret(self, secret: Body) -> None:
        with suppress(AlreadyExistsError):
            self._cluster.create(secret)

    def _patiently(self, do: Callable[[], Any]) -> Any:
        """Do it again while the server cannot or a quota is full, with pauses that grow to half a minute."""
        end, delay = self._clock() + self._settings.creation_patience, 1.0
        while True:
            try:
                return do()
            except (ForbiddenError, OverloadedError, UnreachableError) as error:
                if isinstance(error, ForbiddenError) and "exceeded quota" not in error.message:
                    raise  # a right that is missing; Kubernetes tells the two apart by the text only
                asked = getattr(error, "retry_after", None) or 0.0
                if self._clock() > end or self._stopped.wait(max(delay, asked)):
                    raise
                delay = min(delay * 2, 30.0)

    def _delete(self, launch: Launch) -> None:
        try:
            self._patiently(lambda: self._cluster.delete(Ref("Job", launch.name, self._namespace, launch.uid)))
        except NotFoundError:
            pass  # gone, which is what was wanted
        except (ApiError, UnreachableError) as error:
            log.warning("Job %s could not be deleted, the cluster deletes it a day after its end: %s", launch.name, error)

    def _look(self, launch: Launch) -> None:
        """Ask once for a Job of which no watch has told: "not seen" is not "deleted"."""
        try:
            self._cluster.get(Ref("Job", launch.name, self._namespace))
        except NotFoundError:
            self._verdicts.put(Verdict(launch.name, False, f"Job {launch.name} is gone, and nobody saw its end", Category.DELETED))
        except KpodError as error:
            # its worker may well run: the next look asks again
            log.warning("nobody knows yet what became of Job %s: %s", launch.name, error)

    # -- in the watch threads

    def _watch(self, kind: str, view: type[Any], see: Callable[[str, Body], Verdict | None]) -> None:
        watcher = Watcher(self._cluster, kind, namespace=self._namespace, labels=jobs.selector(self._settings.deployment), view=view)
        self._watchers[kind] = watcher
        while not self._stopped.is_set():
            try:
                if kind == "Job":
                    self._see_ended_pods()
                for type_, seen in watcher:
                    self._see(see, type_, seen)
                    if self._stopped.is_set():
                        return
            except KpodError as error:
                log.warning("watching %ss in namespace %s: %s", kind, self._namespace, error)
            self._stopped.wait(PAUSE)

    def _see_ended_pods(self) -> None:
        """Look at the Pods that have ended before any Job is looked at: a Job says that it failed, its Pod says how."""
        listing = self._cluster.list("Pod", namespace=self._namespace, labels=jobs.selector(self._settings.deployment), view=PodView)
        for pod in listing.items:
            if pod.status and pod.status.phase in ("Succeeded", "Failed"):
                self._see(self._ledger.see_pod, "ADDED", pod)

    def _see(self, see: Callable[[str, Body], Verdict | None], type_: str, seen: Any) -> None:
        with self._lock:
            verdict = see(type_, kpod.to_body(seen))
        if verdict:
            self._verdicts.put(verdict)
