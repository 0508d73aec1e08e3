"""`RunWatcher`: any number of runs followed to their ends over one watch per kind.

One LIST and one watch of the Pods, one of the Jobs if there are any, chosen by kpod's own label, so that nothing foreign is read. Objects
are decoded into views. A request about a single run is made only where the streams cannot tell: one look before an end is believed that
rests on what was not seen (`kpod.run.looking`), the events of a start that hangs. It refuses to poll, and to decide: `Evidence` does that.
"""

from __future__ import annotations

import logging
import math
import threading
import time
from collections.abc import Callable, Sequence
from types import TracebackType
from typing import Any

import attrs

from kpod.cluster import Cluster, Ref, within
from kpod.errors import ForbiddenError, KpodError, OverloadedError, RunError, UnreachableError
from kpod.run import looking, marks
from kpod.run.deadlines import Clocks, Deadlines
from kpod.run.evidence import STARTING, Evidence, version_of
from kpod.run.hands import Hands
from kpod.run.running import Run
from kpod.run.waiting import PATIENCE
from kpod.status import Outcome, Progress
from kpod.watch import Watcher
from kpod.wire.views import JobView, PodView

log = logging.getLogger("kpod")

VIEWS: dict[str, type[Any]] = {"Pod": PodView, "Job": JobView}
HANDS = 4
TICK = 0.5
LOOKS = 2
"""At each tick, so many looks at starts of which nothing bad is known: thousands of Jobs may wait for their controller."""
UNSEEN = 10.0
FIRST_EVENTS = 10.0
LONGEST_PAUSE = 120.0
REQUESTS = 60.0

Done = Callable[[Outcome | KpodError], object]


@attrs.define(eq=False)
class _Followed:
    """One run that is followed; thousands are at once."""

    run: Run
    done: Done
    on_progress: Callable[[Progress], object] | None
    deadlines: Deadlines | None
    evidence: Evidence
    told: tuple[str, str] | None = None
    doubt: bool = False
    look_at: float = math.inf
    events_pause: float = FIRST_EVENTS
    words_pause: float = looking.LAST_WORDS
    busy: bool = False
    again: bool = False


class RunWatcher:
    """Follows runs of one cluster and namespace, and hands each end over by a callback.

    Its threads: one per watched kind, one for what only time decides, up to four that ask about single runs, up to four that call back, so
    that no end waits for a look at another run. Any thread may use it; an event loop by `kpod.run.ended`. Those who want one together in a
    process take `kpod.run.watcher`.

    Attributes:
        broken: the error with which it gave up; None while it has not.

    Args:
        cluster: where the runs are.
        namespace: their namespace.
        only: follow this one run of somebody else's, whose objects lack kpod's label; default: runs that kpod launched.
        patience: seconds for which a server that does not answer is borne; None: for ever.
        clock: seconds that only go up.
    """

    def __init__(
        self,
        cluster: Cluster,
        namespace: str | None,
        *,
        only: Ref | None = None,
        patience: float | None = PATIENCE,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._cluster = cluster
        self._namespace = namespace
        self._only = only
        self._patience = patience
        self._clock = clock
        self._lock = threading.RLock()
        self._followed: dict[str, list[_Followed]] = {}
        self._objects: dict[str, dict[str, Any]] = {}
        self._watchers: dict[str, Watcher] = {}
        self._hands = Hands(HANDS, "kpod-runs")
        self._tellers = Hands(HANDS, "kpod-ends")
        self._clock_runs = False
        self._closed = threading.Event()
        self.broken: KpodError | None = None

    def __enter__(self) -> RunWatcher:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Stop. No callback begins after that; runs go on. Doing it twice is fine."""
        self._closed.set()
        with self._lock:
            self._followed.clear()
            watchers = list(self._watchers.values())
        for watcher in watchers:
            watcher.close()
        self._hands.close()
        self._tellers.close()

    def follow(
        self,
        run: Run,
        done: Done,
        *,
        on_progress: Callable[[Progress], object] | None = None,
        deadlines: Deadlines | None = None,
    ) -> None:
        """Follow a run to its end.

        Args:
            run: of this cluster and namespace.
            done: called once, in a thread of the watcher's, with how it ended; or with the error for which nobody will know (the server
                refuses the watch, or has not answered for as long as the patience lasts). It must be quick, and must not raise.
            on_progress: called in such threads with each new stage or reason. It must be quick too; the watcher gives up where it raises.
            deadlines: as of `Run.wait`.
        """
        followed = _Followed(run, done, on_progress, deadlines, run.new_evidence(self._clock))
        if deadlines:
            followed.evidence.clocks = Clocks(deadlines, self._clock)
        known = run.ended()
        with self._lock:
            if self._closed.is_set():
                raise RuntimeError("this RunWatcher is closed")
            self._start(() if self.broken is not None else ("Pod", run.ref.kind))
            if known is not None or self.broken is not None:
                self._submit(self._tellers, followed, lambda: followed.done(known or self.broken))  # type: ignore[arg-type]
                return
            uid = run.ref.uid or ""
            self._followed.setdefault(uid, []).append(followed)
            for view in list(self._objects.get(uid, {}).values()):
                followed.evidence.see(view)
            followed.look_at = self._clock() + UNSEEN
        self._consider(followed)

    def forget(self, run: Run) -> None:
        """Follow a run no longer: its callback is not called any more."""
        with self._lock:
            uid = run.ref.uid or ""
            left = [one for one in self._followed.get(uid, ()) if one.run is not run]
            if left:
                self._followed[uid] = left
            else:
                self._followed.pop(uid, None)

    # --- what comes in

    def _start(self, kinds: Sequence[str]) -> None:
        if not self._clock_runs:
            self._clock_runs = True
            threading.Thread(target=self._tick, name="kpod-clock", daemon=True).start()
        for kind in kinds:
            if kind not in self._watchers:
                labels, fields = self._selectors(kind)
                watcher = self._watchers[kind] = Watcher(
                    self._cluster, kind, namespace=self._namespace, labels=labels, fields=fields, view=VIEWS[kind], clock=self._clock
                )
                threading.Thread(target=self._watch, args=(kind, watcher), name=f"kpod-watch-{kind.lower()}s", daemon=True).start()

    def _selectors(self, kind: str) -> tuple[str, str]:
        if self._only is None:
            return marks.SELECTOR, ""
        if kind == self._only.kind:
            return "", f"metadata.name={self._only.name}"
        return f"batch.kubernetes.io/controller-uid={self._only.uid}", ""

    def _watch(self, kind: str, watcher: Watcher) -> None:
        try:
            for type_, view in watcher:
                self._take(kind, type_, view)
        except KpodError as error:
            self._fail(error)
        except BaseException as error:
            self._fail(_defect(error))  # nobody may wait for a thread that is no more
            raise

    def _take(self, kind: str, type_: str, view: Any) -> None:
        owner = next((one.uid for one in view.metadata.owner_references or () if one.kind == "Job" and one.controller), None)
        uid = owner if kind == "Pod" and owner else view.metadata.uid
        with self._lock:
            known = self._objects.get(uid, {}).get(view.metadata.uid)
            # its end has to be asked for; or the store was restored from a copy, and what is new looks old
            doubt = type_ == "DELETED" or (known is not None and version_of(view) < version_of(known))
            if type_ == "DELETED":
                left = self._objects.get(uid, {})
                left.pop(view.metadata.uid, None)
                if not left:
                    self._objects.pop(uid, None)
            else:
                self._objects.setdefault(uid, {})[view.metadata.uid] = view
            followed = list(self._followed.get(uid, ()))
            for one in followed:
                one.evidence.see(view)
                one.doubt = one.doubt or doubt
        for one in followed:
            self._consider(one)

    def _tick(self) -> None:
        """Look again at what only time decides."""
        try:
            while self.broken is None and not self._closed.wait(TICK):
                self._look_at_the_clock()
        except BaseException as error:
            self._fail(_defect(error))
            raise

    def _look_at_the_clock(self) -> None:
        now = self._clock()
        for failing in [watcher.failing for watcher in list(self._watchers.values())]:
            if failing is not None and self._patience is not None and now - failing[0] > self._patience:
                self._fail(failing[1])
        with self._lock:
            due = [one for ones in self._followed.values() for one in ones if one.look_at <= now]
            quiet = sorted((one for one in due if not one.doubt and one.evidence.calm == "starting"), key=lambda one: one.look_at)
            later = {id(one) for one in quiet[LOOKS:]}  # they stay due
            due = [one for one in due if id(one) not in later]
            for one in due:
                one.look_at = now + UNSEEN
        for one in due if self._is_in_sync() else ():
            self._ask(one)

    def _is_in_sync(self) -> bool:
        """Whether every watch has told its first list."""
        return all(watcher.synced.is_set() for watcher in list(self._watchers.values()))

    def _fail(self, error: KpodError) -> None:
        with self._lock:
            if self._closed.is_set():
                return
            self.broken = error
            followed = [one for ones in self._followed.values() for one in ones]
            self._followed.clear()
            watchers = list(self._watchers.values())
        for watcher in watchers:
            watcher.close()
        for one in followed:
            self._submit(self._tellers, one, lambda one=one: one.done(error))  # type: ignore[misc]

    # --- what follows from it

    def _consider(self, one: _Followed) -> None:
        """Judge what the streams have told, and ask where they cannot tell."""
        with self._lock:
            evidence = one.evidence
            calm = None if one.doubt or evidence.clocks or one.on_progress else evidence.calm
            if calm is not None:
                # nothing to judge; a start is looked at now and then, as some troubles show in events only
                one.look_at = math.inf if calm == "running" else min(one.look_at, self._clock() + one.events_pause)
                return
            found = evidence.outcome()
            needs_more = one.doubt or (found is not None and (not found.ok or evidence.lacks_last_words(found)))
            if not self._is_in_sync():
                one.look_at = self._clock() + looking.LAST_WORDS  # half of the truth is not there yet
                return
            self._schedule(one)
        self._tell(one)
        if needs_more:
            self._ask(one)
        elif found is not None:
            self._submit(self._tellers, one, lambda: self._conclude(one, found))

    def _schedule(self, one: _Followed) -> None:
        """Say when to look at a run again though nothing comes."""
        if not one.evidence.has_seen_itself:
            return
        now, pause = self._clock(), one.evidence.time_left()
        if one.evidence.progress().stage in STARTING and not one.evidence.is_held_back():
            pause = min(pause, one.events_pause)
        if one.evidence.is_over():
            pause = min(pause, one.words_pause)  # by its Job; the Pod's last words are on their way, or lost
        one.look_at = now + max(TICK, pause)

    def _tell(self, one: _Followed) -> None:
        if one.on_progress is None:
            return
        with self._lock:
            now = one.evidence.progress()
            news, one.told = (now.stage, now.reason) != one.told, (now.stage, now.reason)
        if news:
            one.on_progress(now)

    def _ask(self, one: _Followed) -> None:
        with self._lock:
            if one.busy:
                one.again = True
                return
            one.busy = True
        self._submit(self._hands, one, lambda: self._look(one))

    def _look(self, one: _Followed) -> None:
        """Ask about one run what the streams cannot tell; in a thread of its own."""
        try:
            with within(REQUESTS):
                found = self._look_closely(one)
        except (OverloadedError, UnreachableError):
            found = None  # the watch tells of the outage
            with self._lock:
                one.look_at = self._clock() + UNSEEN
        except KpodError as error:
            self._hand_over(one, error)
            return
        with self._lock:
            one.busy, again, one.again = False, one.again, False
        if found is not None:
            self._conclude(one, found)
        elif again:
            self._consider(one)

    def _look_closely(self, one: _Followed) -> Outcome | None:
        evidence = one.evidence
        with self._lock:
            found = evidence.outcome()
            if found is not None and found.ok and not one.doubt and not evidence.lacks_last_words(found):
                return found  # it came while the question waited for its turn
            rests_on_absence = one.doubt or found is not None or evidence.is_over() or not evidence.has_seen_itself
            one.doubt = False
        if rests_on_absence:
            looking.look(self._cluster, evidence, self._lock)
        with self._lock:
            found = evidence.outcome()
            hangs = found is None and not evidence.gone and evidence.progress().stage in STARTING and not evidence.is_held_back()
        if found is not None and evidence.lacks_last_words(found):
            looking.look_back(self._cluster, evidence, self._lock)
        if hangs or (found is not None and not found.ok):
            self._read_events(one)
        with self._lock:
            found = evidence.outcome()
            if found is None:
                one.events_pause = min(LONGEST_PAUSE, one.events_pause * 2)
                one.words_pause = min(LONGEST_PAUSE, one.words_pause * 2)
                self._schedule(one)
        self._tell(one)
        return found

    def _read_events(self, one: _Followed) -> None:
        try:
            looking.read_events(self._cluster, one.evidence, self._lock)
        except ForbiddenError as error:
            log.debug("%s: what its events tell is not known: %s", one.run.ref, error)

    def _conclude(self, one: _Followed, found: Outcome) -> None:
        with self._lock:
            followed = any(one is other for other in self._followed.get(one.run.ref.uid or "", ()))
        if followed:
            self._hand_over(one, one.run.conclude(one.evidence, found))

    def _hand_over(self, one: _Followed, what: Outcome | KpodError) -> None:
        with self._lock:
            uid = one.run.ref.uid or ""
            ones = self._followed.get(uid, [])
            if not any(one is other for other in ones):
                return
            ones[:] = [other for other in ones if other is not one]
            if not ones:
                del self._followed[uid]
        one.done(what)

    def _submit(self, hands: Hands, one: _Followed, do: Callable[[], object]) -> None:
        hands.do(lambda: self._do(one, do))

    def _do(self, one: _Followed, do: Callable[[], object]) -> None:
        try:
            do()
        except BaseException as error:
            self._hand_over(one, _defect(error))  # nobody may wait for a thread that is no more
            raise


def _defect(error: BaseException) -> RunError:
    """What is told where something broke that is none of the server's doing."""
    told = RunError(f"the run goes on, but is followed no longer, as something broke here: {type(error).__name__}: {error}")
    told.__cause__ = error
    return told
