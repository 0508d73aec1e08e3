"""Looking at one run until it has ended: when to ask, what to ask for, and what to make of silence.

One thread, the caller's. Look (`kpod.run.looking`), judge; if it has not ended, watch the Pods for a while and look again at whatever
speaks for an end. Events are asked for only while something does not get on, and at a bad end.
"""

from __future__ import annotations

import logging
import random
import threading
import time
from collections.abc import Callable
from typing import Any

from kpod import status
from kpod.cluster import Body, Cluster, Ref, within
from kpod.errors import ApiError, ExpiredError, ForbiddenError, OverloadedError, UnreachableError
from kpod.run import looking
from kpod.run.deadlines import Clocks, Deadlines
from kpod.run.evidence import MAIN, STARTING, Evidence
from kpod.status import Category, Outcome, Progress, Telling, results
from kpod.status.facts import JobFacts, PodFacts
from kpod.status.results import Wanted

log = logging.getLogger("kpod")

SHORT_WATCH = 1.0
LONGEST_STARTING_WATCH = 5.0
RUNNING_WATCH = 45.0
PATIENCE = 300.0
FIRST_LOOK = 2.0
LAST_LOOK = 2.0


class Waiting:
    """What has been seen of one run, and how to see more.

    Attributes:
        trouble: why the server could not be asked the last time, None where it could: what is known is then older.

    Args:
        cluster: where it is.
        ref: its Pod or Job, with the uid.
        seen: its body when it was made or found: what happens from then on is seen, however late the first look is.
        trust_exit_0: exit code 0 means done, also after the Pod was told to go.
        clock: seconds that only go up.
        sleep: waits so many seconds.
    """

    main = MAIN
    # thousands are held at once
    __slots__ = (
        "_blind",
        "_clock",
        "_cluster",
        "_evidence",
        "_failing_since",
        "_ref",
        "_since",
        "_sleep",
        "_telling",
        "_trust",
        "_version",
        "trouble",
    )

    def __init__(
        self,
        cluster: Cluster,
        ref: Ref,
        *,
        seen: Body | None = None,
        trust_exit_0: bool = False,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._cluster = cluster
        self._ref = ref
        self._trust = trust_exit_0
        self._clock = clock
        self._sleep = sleep
        self._since = seen["metadata"].get("resourceVersion", "") if seen is not None else ""
        self._evidence = self.new_evidence()
        self._blind = False
        self._version = self._since
        if seen is not None:
            self._evidence.see(_small(seen))
        self._telling = Telling()
        self._failing_since: float | None = None
        self.trouble: ApiError | UnreachableError | None = None

    def new_evidence(self, clock: Callable[[], float] | None = None) -> Evidence:
        """Make evidence of the same run that has seen nothing yet, but knows from when on there is something to see."""
        return Evidence(self._ref, trust_exit_0=self._trust, clock=clock or self._clock, since=self._since)

    def take(self, evidence: Evidence) -> None:
        """Take over what somebody else has seen of this run."""
        self._evidence = evidence

    def until_end(
        self,
        timeout: float | None,
        *,
        on_progress: Callable[[Progress], object] | None = None,
        grace: float | None = None,
        deadlines: Deadlines | None = None,
    ) -> Outcome | None:
        """Wait for the end; None when the time has passed before."""
        deadline = None if timeout is None else self._clock() + timeout
        self._evidence.clocks = Clocks(deadlines, self._clock) if deadlines else None
        with within(None if timeout is None else max(timeout, FIRST_LOOK)):
            return self._until(deadline, on_progress, grace)

    def _until(self, deadline: float | None, on_progress: Callable[[Progress], object] | None, grace: float | None) -> Outcome | None:
        pause = SHORT_WATCH
        while True:
            try:
                self._look()
                found = self._conclude(grace, on_progress)
                self._failing_since = self.trouble = None
                left = None if deadline is None else deadline - self._clock()
                if found is not None or (left is not None and left <= 0):
                    return found
                pause = RUNNING_WATCH if self.progress().stage == "running" else min(LONGEST_STARTING_WATCH, pause * 1.5)
                soonest = min(pause, max(SHORT_WATCH, self._evidence.time_left(grace)))
                self._watch(self._until_last_look(soonest, left), deadline, grace, on_progress)
            except ExpiredError:
                self._version = ""
                self._sleep(random.uniform(0.1, 0.5))  # the look is the cure, but not in a hot loop
            except (OverloadedError, UnreachableError) as error:
                self.trouble = error
                if deadline is not None and self._clock() >= deadline:
                    return None
                self._bear(error, deadline)

    def _until_last_look(self, pause: float, left: float | None) -> float:
        """Seconds to watch: what is told at the deadline was looked at shortly before, as there is no time to look after it."""
        if left is None:
            return pause
        return min(pause, left - LAST_LOOK if left > LAST_LOOK + SHORT_WATCH else left)

    def look_once(self, grace: float | None = None) -> Outcome | None:
        """Ask once, and judge."""
        self._look()
        return self._conclude(grace, None)

    def is_over(self) -> bool:
        """Whether nothing of it went on when it was last looked at, whatever a verdict of ours says."""
        return self._evidence.is_over()

    def progress(self) -> Progress:
        """Where the run stood when it was last looked at."""
        return self._evidence.progress()

    def node(self) -> str | None:
        """The node that the newest Pod was on."""
        pod = self._evidence.newest()
        return pod.node if pod else None

    def result(self) -> tuple[Wanted | None, PodFacts | None]:
        """What result was asked for, None where none was, and the newest Pod."""
        pod = self._evidence.newest()
        return results.wanted(pod, JobFacts(self._evidence.job) if self._evidence.job else None), pod

    def timeline(self) -> list[status.Stage]:
        """When each stage of what was seen began and ended."""
        return status.stages(self._evidence.job, self._evidence.pods, self._evidence.events)

    def read_events(self) -> list[Body]:
        """Ask for the events about the run's object and its Pods; oldest first."""
        looking.read_events(self._cluster, self._evidence)
        return sorted(self._evidence.events, key=status.event_order)

    # --- asking

    def _look(self) -> None:
        """Ask for everything, and for events where something does not get on."""
        version = looking.look(self._cluster, self._evidence)
        if self.progress().stage in STARTING and not self._evidence.gone:
            self._read_events_if_allowed()
        if not self._version or _number(version) < _number(self._version):  # it goes back where the store was restored from a copy
            self._version = version

    def _read_events_if_allowed(self) -> None:
        """Ask for the events, which only explain: whoever may not read them waits without."""
        if self._blind:
            return
        try:
            self.read_events()
        except ForbiddenError as error:
            self._blind = True
            log.warning("%s: what its events tell is not known: %s", self._ref, error)

    def _conclude(self, grace: float | None, on_progress: Callable[[Progress], object] | None) -> Outcome | None:
        """Judge what a look has found; what it lacks is looked for in what the server remembers."""
        found = self._judge(grace, on_progress)
        if found is not None and self._evidence.lacks_last_words(found):
            looking.look_back(self._cluster, self._evidence)
            found = self._judge(grace, on_progress)
        return found

    def _judge(self, grace: float | None, on_progress: Callable[[Progress], object] | None) -> Outcome | None:
        found = self._evidence.outcome(grace)
        if found is not None and not found.ok:
            try:
                self._read_events_if_allowed()
                found = self._evidence.outcome(grace)
            except (OverloadedError, UnreachableError):
                pass  # the end stands without them
        now = self.progress()
        if on_progress is not None and self._telling.is_news(now):
            on_progress(now)
        return found

    def _watch(self, seconds: float, deadline: float | None, grace: float | None, on_progress: Callable[[Progress], object] | None) -> None:
        """Watch the Pods for a while, from where the last watch stopped, so that nothing falls between two; returns early at an end."""
        began, told = self._clock(), False
        stream = self._cluster.watch(
            "Pod", since=self._version, namespace=self._ref.namespace, timeout=seconds, **looking.selectors(self._ref)
        )
        try:
            for event in stream:
                self._version, told = event.resource_version, True
                if event.type == "BOOKMARK" or not self._evidence.is_mine(event.object):
                    continue
                self._evidence.see(event.object)
                if event.type == "DELETED" or self._evidence.has_ended() or (deadline is not None and self._clock() >= deadline):
                    return
                self._judge(grace, on_progress)
        finally:
            close = getattr(stream, "close", None)
            if close is not None:
                close()
        soonest = min(seconds, SHORT_WATCH)
        if not told and self._clock() - began < soonest / 2:
            self._sleep(soonest)  # something closes watches at once: do not ask in a hot loop

    def _bear(self, error: OverloadedError | UnreachableError, deadline: float | None) -> None:
        """Wait out a server that does not answer, within reason. Raises the error when it has lasted too long."""
        now = self._clock()
        if self._failing_since is None:
            self._failing_since = now
            log.warning("%s: %s; trying again", self._ref, error)
        elif now - self._failing_since > PATIENCE:
            raise error
        pause = random.uniform(0.5, 2.0)
        self._sleep(pause if deadline is None else max(0.0, min(pause, deadline - now)))


class Start:
    """Whether a run that does not start is to be given up, for whoever follows its log, and may never see a line.

    Its own look at the run, now and then, from any thread; it disturbs nobody who waits for the same run.

    Args:
        waiting: has seen nothing yet, and is used by nobody else.
        grace: seconds that a start may hang; None: those of `kpod.status.stall`.
        clock: seconds that only go up.
    """

    def __init__(self, waiting: Waiting, grace: float | None, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._waiting = waiting
        self._grace = grace
        self._clock = clock
        self._lock = threading.Lock()
        self._next = clock() + LONGEST_STARTING_WATCH  # most have started by then, and cost nothing

    def is_given_up(self) -> bool:
        """Whether a wait would say now that it never started. Looks every 5 s, and answers no between."""
        with self._lock:
            if self._clock() < self._next:
                return False
            try:
                found = self._waiting.look_once(self._grace)
            except (ExpiredError, ForbiddenError, OverloadedError, UnreachableError):
                found = None  # who cannot look gives nothing up
            self._next = self._clock() + (LONGEST_STARTING_WATCH if found is None else 0.0)
            return found is not None and found.category is Category.NEVER_STARTED


def _number(version: str) -> int:
    """A version as the number that it is; 0 where it is none."""
    return int(version) if version.isdigit() else 0


def _small(seen: Body) -> Any:
    """What is kept of the body that a run began with: thousands of runs are held at once."""
    from kpod.wire import views  # loads msgspec, which the cluster that answered has loaded before

    return views.view_of(seen)
