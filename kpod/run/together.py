"""`wait_all` and `as_completed`: many runs at once, in one thread of the caller's, on one watch per kind and namespace."""

from __future__ import annotations

import queue
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from datetime import timedelta

from kpod.errors import KpodError, WaitTimeoutError
from kpod.run.deadlines import Deadlines, seconds
from kpod.run.running import Run
from kpod.run.watching import RunWatcher
from kpod.status import Category, Outcome, Progress

SHOWN = 5


def wait_all(
    runs: Iterable[Run],
    *,
    timeout: timedelta | float | None = None,
    on_progress: Callable[[Run, Progress], object] | None = None,
    deadlines: Deadlines | None = None,
) -> list[Outcome]:
    """Wait until all runs have ended, and return how, in the order of the runs.

    Args: as of `as_completed`.

    Raises:
        WaitTimeoutError: some have not ended in time; those that have know it (`Run.ended`).
        ApiError: the server refuses to list or watch.
        UnreachableError: it could not be reached for five minutes.
    """
    runs = list(runs)
    found = {id(run): outcome for run, outcome in as_completed(runs, timeout=timeout, on_progress=on_progress, deadlines=deadlines)}
    return [found[id(run)] for run in runs]


def as_completed(
    runs: Iterable[Run],
    *,
    timeout: timedelta | float | None = None,
    on_progress: Callable[[Run, Progress], object] | None = None,
    deadlines: Deadlines | None = None,
) -> Iterator[tuple[Run, Outcome]]:
    """Yield each run with how it ended, as they end.

    Runs of one cluster and namespace share one LIST and one watch of Pods, and one of Jobs where there are any; runs that kpod has not
    launched have their own. No outcome is raised: see `Outcome.check`.

    Args:
        runs: any number, of any clusters and namespaces; one that is given twice comes once.
        timeout: seconds, or a timedelta, for all of them; default: for as long as it takes. The runs go on when it has passed.
        on_progress: called with a run and its new stage or reason, in the caller's thread, while it waits for the next end.
        deadlines: for each of the runs, as of `Run.wait`.

    Raises:
        WaitTimeoutError, ApiError, UnreachableError: as of `wait_all`.
    """
    limit = seconds(timeout)
    end = None if limit is None else time.monotonic() + limit
    left = {id(run): run for run in runs}
    news: queue.SimpleQueue[tuple[Run, Progress | Outcome | KpodError]] = queue.SimpleQueue()
    with ExitStack() as stack:
        watchers: dict[object, RunWatcher] = {}
        for run in left.values():
            shared = (id(run.cluster), run.ref.namespace, None if run.marked else run.ref)
            if shared not in watchers:
                watcher = RunWatcher(run.cluster, run.ref.namespace, only=None if run.marked else run.ref)
                watchers[shared] = stack.enter_context(watcher)
            tell = lambda what, run=run: news.put((run, what))  # noqa: E731
            watchers[shared].follow(run, tell, on_progress=tell if on_progress else None, deadlines=deadlines)
        while left:
            try:
                run, found = news.get(timeout=None if end is None else max(0.0, end - time.monotonic()))
            except queue.Empty:
                raise _too_late(list(left.values()), limit or 0.0) from None
            if isinstance(found, KpodError):
                raise found
            if isinstance(found, Outcome):
                del left[id(run)]
                yield run, found
            elif on_progress is not None:
                on_progress(run, found)


def _too_late(left: list[Run], limit: float) -> WaitTimeoutError:
    names = ", ".join(str(run.ref) for run in left[:SHOWN]) + (f" and {len(left) - SHOWN} more" if len(left) > SHOWN else "")
    what = f"{len(left)} run{'s have' if len(left) > 1 else ' has'} not ended within {limit:g} s: {names}"
    outcome = Outcome(category=Category.TIMED_OUT, reason="WaitTimeout", what=what, notes=("they go on; cancel() ends one",))
    return WaitTimeoutError(str(outcome), ref=left[0].ref, outcome=outcome)
