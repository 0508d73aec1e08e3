"""`Run`: one run, wherever it was started: wait, status, logs, result, cancel, delete.

It reads the Pods for the end and the Job as the net, in the caller's own thread, and keeps no connection between two calls. The end is
decided by `kpod.status`; what is decided here is when to look again, and when silence has lasted too long.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from types import TracebackType
from typing import Any

import attrs

from kpod.cluster import Body, Cluster, Ref, within
from kpod.errors import ConflictError, ForbiddenError, KpodError, NotFoundError, Problem, ResultError, WaitTimeoutError
from kpod.run.deadlines import Deadlines
from kpod.run.deadlines import seconds as to_seconds
from kpod.run.evidence import Evidence
from kpod.run.lines import Line
from kpod.run.logs import LogReader
from kpod.run.results import ResultReader
from kpod.run.timeline import Timeline
from kpod.run.waiting import Start, Waiting
from kpod.status import Category, Outcome, Progress, results
from kpod.status.results import Flawed, Wanted

log = logging.getLogger("kpod")

LOG_TAIL = 15
LAST_WORDS = 15.0


class Run:
    """One run. Made by `launch` and `attach`.

    As a context manager it is cancelled by an exception (Ctrl-C is one) and deleted at the end.

    Attributes:
        ref: the address of its Pod or Job, with the uid.
        key: its key; None for a run that was started without one.
        cluster: where it is.
        marked: its objects carry kpod's labels, so that it can be watched together with others.
        warnings: what the rules warned of when it was launched; empty for one that was attached to.
    """

    def __init__(
        self,
        cluster: Cluster,
        ref: Ref,
        *,
        key: str | None = None,
        seen: Body | None = None,
        trust_exit_0: bool = False,
        marked: bool = False,
        warnings: tuple[Problem, ...] = (),
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.cluster = cluster
        self.marked = marked
        self.warnings = warnings
        self.ref = ref
        self.key = key
        self._waiting = Waiting(cluster, ref, seen=seen, trust_exit_0=trust_exit_0, clock=clock, sleep=sleep)
        self._clock = clock
        self._sleep = sleep
        self._outcome: Outcome | None = None
        self._cancelled = False
        self._lock = threading.Lock()

    def __repr__(self) -> str:
        key = f", key={self.key!r}" if self.key is not None else ""
        return f"Run({self.ref}{key})"

    def __enter__(self) -> Run:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None) -> None:
        try:
            self.delete()
        except KpodError as trouble:
            if error is None:
                raise
            log.warning("%s may be left behind: %s", self.ref, trouble)  # the first error is the one to tell

    def wait(
        self,
        timeout: timedelta | float | None = None,
        *,
        check: bool = False,
        on_progress: Callable[[Progress], object] | None = None,
        start_timeout: timedelta | float | None = None,
        deadlines: Deadlines | None = None,
    ) -> Outcome:
        """Wait for the end.

        Args:
            timeout: seconds, or a timedelta; default: for as long as it takes. The run goes on when it has passed. Kept whatever the
                server does: every request that waits for it ends by then. Only the first look has at least 2 s.
            check: raise where it did not end well, as `Outcome.check` does.
            on_progress: called in this thread with each new stage or reason.
            start_timeout: seconds, or a timedelta, that a start may hang on an image, a missing Secret, a node or a quota before the run
                counts as never started; default: 60, 30, 300 and 300 (`kpod.status.stall`). What cannot heal counts at once.
            deadlines: how long each stage may take, also where nothing is wrong. One that has passed is the outcome (`never_started`, or
                `timed_out` for `whole`), and names its stage and the last reason. They stand while a Job is suspended; `timeout` does not.

        Returns:
            how it ended; the same from then on, whatever becomes of the objects.

        Raises:
            WaitTimeoutError: it has not ended in time; its `outcome` is of the category `timed_out`.
            RunFailedError, RunDeletedError: with `check`.
            UnreachableError: the server could not be reached for five minutes.
        """
        if self._outcome is None:
            seconds = to_seconds(timeout)
            found = self._waiting.until_end(seconds, on_progress=on_progress, grace=to_seconds(start_timeout), deadlines=deadlines)
            if found is None:
                outcome = self._too_late(seconds or 0.0)
                raise WaitTimeoutError(f"{self.ref}: {outcome}", ref=self.ref, outcome=outcome)
            self._keep(found)
        outcome = self._kept()
        return outcome.check(self.ref) if check else outcome

    def outcome(self) -> Outcome | None:
        """How it ended, None while it has not; looks once."""
        if self._outcome is None:
            found = self._waiting.look_once()
            if found is not None:
                self._keep(found)
        return self._outcome

    def status(self) -> Progress:
        """Where it stands; looks once."""
        if self._outcome is None:
            self.outcome()
        return self._waiting.progress()

    def logs(
        self,
        follow: bool = True,
        *,
        container: str | None = None,
        all_containers: bool = False,
        tail: int | None = None,
        start_timeout: timedelta | float | None = None,
    ) -> Iterator[Line]:
        """Yield the lines of the main container's log, without their newline: each a `str` that knows its Pod, container and time.

        A connection that breaks is taken up where it stopped, nothing lost and nothing twice; where the node has rotated the log meanwhile,
        a line with `is_gap` stands for what is missing. What is no UTF-8 comes as U+FFFD, a line of more than 1 MiB in pieces. Where the
        run makes several Pods, theirs come one after the other, the oldest Pod's first; with `follow`, those that run at once write
        side by side.

        Args:
            follow: go on to the end of the run; otherwise what there is now, which before the start is nothing.
            container: another container than the main one.
            all_containers: all of them, the init containers too: one after the other, or with `follow` as they write.
            tail: only the last lines of each (of what there is now).
            start_timeout: as of `wait`: the log of a run that is given up before it starts is over, and `wait` says why.
        """
        looks = Waiting(self.cluster, self.ref, clock=self._clock, sleep=self._sleep)
        given_up = Start(looks, to_seconds(start_timeout), clock=self._clock).is_given_up
        reader = LogReader(self.cluster, self.ref, self._waiting.main, sleep=self._sleep, given_up=given_up)
        return reader.lines(follow=follow, container=container, all_containers=all_containers, tail=tail)

    def result(self, timeout: timedelta | float | None = None) -> Any:
        """Wait for the end and return the result, in the format that `Result` declares: a value of JSON, a text, or bytes.

        A run whose container was not asked for a result (`Result()`) has what it left in its termination message, as text, else None. A
        bare Pod is deleted when its result has been read.

        Args:
            timeout: as of `wait`.

        Raises:
            RunFailedError, RunDeletedError: the run did not end well.
            ResultError: it did, but the result is missing, cut, damaged or too large; its `flaw` says which.
            WaitTimeoutError: it has not ended in time.
        """
        outcome = self.wait(timeout, check=True)
        asked, pod = self._waiting.result()
        if asked is None and not outcome.result_text:
            value = None
        else:
            wanted = asked or Wanted("text")
            try:
                data = ResultReader(self.cluster, pod, wanted, sleep=self._sleep).read(outcome.result_text)
                value = results.value(data, wanted.format)
            except Flawed as flaw:
                done = outcome.what or "it ended well"
                text = f"{self.ref}: the work succeeded ({done}), but not its result: {flaw}"
                raise ResultError(text, ref=self.ref, outcome=outcome, flaw=flaw.kind) from None
        if self.ref.kind == "Pod":
            try:
                self.delete()
            except KpodError as trouble:
                log.warning("%s may be left behind: %s", self.ref, trouble)  # the work is done, and its result is here
        return value

    def timeline(self) -> Timeline:
        """When each stage began and ended, by the cluster's clocks, in order; looks once. It draws itself by `to_text()` and others."""
        self._waiting.look_once()
        try:
            self._waiting.read_events()
        except ForbiddenError:
            pass  # then nobody says when an image was there
        return Timeline(self.ref.name, self._waiting.timeline())

    def events(self) -> list[Body]:
        """The events about the run's object and its Pods, oldest first."""
        self._waiting.look_once()
        return self._waiting.read_events()

    def cancel(self, *, grace: int | None = None) -> None:
        """Stop the work, if it has not ended: the object is deleted, its processes get their grace period.

        Args:
            grace: seconds for the processes of a bare Pod; default: the Pod's own.
        """
        if self.outcome() is not None and self._waiting.is_over():
            return
        self._delete(grace)
        with self._lock:
            self._outcome = self._outcome or Outcome(
                category=Category.DELETED, reason="Cancelled", what=f"{self.ref} was cancelled before its end"
            )

    def delete(self, *, grace: int | None = None) -> None:
        """Delete the run's object with all that belongs to it, running or not. Doing it twice is fine."""
        self._delete(grace)

    def ended(self) -> Outcome | None:
        """How it ended, where this process knows it; nobody is asked."""
        return self._outcome

    def new_evidence(self, clock: Callable[[], float]) -> Evidence:
        """Make what a `RunWatcher` collects what it sees of this run in; its time is the watcher's."""
        return self._waiting.new_evidence(clock)

    def conclude(self, evidence: Evidence, found: Outcome) -> Outcome:
        """Take over an end that a `RunWatcher` has seen, and return it as it is kept."""
        self._waiting.take(evidence)
        self._keep(found)
        return self._kept()

    def _delete(self, grace: int | None) -> None:
        try:
            self.cluster.delete(self.ref, grace=grace if self.ref.kind == "Pod" else None)
        except NotFoundError:
            pass  # it is what was wanted
        except ConflictError:
            if self._is_there():
                raise
            # another object has its name: it is gone, and that one is left alone

    def _is_there(self) -> bool:
        try:
            return bool(self.cluster.get(self.ref)["metadata"]["uid"] == self.ref.uid)
        except NotFoundError:
            return False

    def _keep(self, found: Outcome) -> None:
        """Remember the end, with the last words of its log where it was not good."""
        if not found.ok and found.container and found.pod and not found.log_tail and found.category is not Category.NEVER_STARTED:
            found = attrs.evolve(found, log_tail=self._log_tail(found.pod, found.container))
        with self._lock:
            self._outcome = self._outcome or found

    def _kept(self) -> Outcome:
        outcome = self._outcome
        if outcome is None:
            raise RuntimeError("the end is remembered before it is asked for")
        return outcome

    def _log_tail(self, pod: str, container: str) -> tuple[str, ...]:
        """The last words of the Pod that decided, which of several is not the one whose log comes first."""
        try:
            with within(LAST_WORDS):
                pieces = self.cluster.logs(Ref("Pod", pod, self.ref.namespace), container=container, tail=LOG_TAIL)
                text = b"".join(pieces).decode("utf-8", "replace")
        except KpodError:
            return ()  # the Pod is gone, or its node; the outcome stands without it
        return tuple(text.removesuffix("\n").split("\n")) if text else ()

    def _too_late(self, timeout: float) -> Outcome:
        now = self._waiting.progress()
        what = f"it has not ended within {timeout:g} s; it is {now}"
        trouble = self._waiting.trouble
        unseen = () if trouble is None else (f"the server did not answer, so this may be old: {str(trouble).splitlines()[0]}",)
        notes = ("it goes on; cancel() ends it", *unseen)
        return Outcome(category=Category.TIMED_OUT, reason="WaitTimeout", what=what, pod=now.pod, notes=notes, node=self._waiting.node())
