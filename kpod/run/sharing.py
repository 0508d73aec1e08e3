"""One `RunWatcher` for all of a process who wait in the same namespace, and the way from its threads into an event loop.

Airflow's triggerer waits for thousands of runs in one event loop, each for itself. `watcher` gives all of them the same watches, which
close with the last one's end; `ended` turns the end of a run into something to await. There is no asynchronous HTTP here: the watches have
threads of their own, and what they find is handed over by `call_soon_threadsafe`.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import attrs

from kpod.cluster import Cluster
from kpod.errors import KpodError
from kpod.run.deadlines import Deadlines
from kpod.run.running import Run
from kpod.run.watching import RunWatcher
from kpod.status import Outcome, Progress

if TYPE_CHECKING:
    import asyncio


@attrs.define
class _Shared:
    watcher: RunWatcher
    users: int = 0


_lock = threading.Lock()
_shared: dict[Hashable, _Shared] = {}


@contextmanager
def watcher(cluster: Cluster, namespace: str | None, *, key: Hashable | None = None) -> Iterator[RunWatcher]:
    """Give the watcher that this process has for a namespace of a cluster; it is closed when its last user leaves the block.

    It follows runs that kpod has launched (`Run.marked`), on one LIST and one watch per kind however many users there are. One that has
    given up (the server refuses, or was away for too long) has told its users so; who comes next gets a fresh one.

    Args:
        cluster: where the runs are. The first user's is the one that is asked, so leave it usable until all have left.
        namespace: their namespace.
        key: what tells clusters apart: users who give the same key, as the id of an Airflow connection, share although each has made a
            `KubeCluster` of its own. Default: the cluster object itself.
    """
    whose: Hashable = (os.getpid(), ("key", key) if key is not None else ("cluster", id(cluster)), namespace)
    with _lock:
        found = _shared.get(whose)
        if found is None or found.watcher.broken is not None:
            found = _shared[whose] = _Shared(RunWatcher(cluster, namespace))
        found.users += 1
    try:
        yield found.watcher
    finally:
        with _lock:
            found.users -= 1
            is_last = found.users == 0
            if is_last and _shared.get(whose) is found:
                del _shared[whose]
        if is_last:
            found.watcher.close()


async def ended(
    run: Run,
    watcher: RunWatcher,
    *,
    on_progress: Callable[[Progress], object] | None = None,
    deadlines: Deadlines | None = None,
) -> Outcome:
    """Wait in an event loop until a run has ended; cancelling it forgets the run there, and leaves the run alone.

    Args:
        run: of the watcher's cluster and namespace.
        watcher: follows it.
        on_progress: called in the event loop with each new stage or reason.
        deadlines: as of `Run.wait`.

    Raises:
        ApiError, UnreachableError: the watcher has given up.
    """
    import asyncio

    loop = asyncio.get_running_loop()
    end: asyncio.Future[Outcome] = loop.create_future()

    def take(found: Outcome | KpodError) -> None:
        if end.done():
            return  # it was cancelled meanwhile
        if isinstance(found, Outcome):
            end.set_result(found)
        else:
            end.set_exception(found)

    def hand_over(do: Callable[..., object], *what: object) -> None:
        try:
            loop.call_soon_threadsafe(do, *what)
        except RuntimeError:
            pass  # the loop was closed: nobody waits there any more

    tell = None if on_progress is None else (lambda progress: hand_over(on_progress, progress))
    watcher.follow(run, lambda found: hand_over(take, found), on_progress=tell, deadlines=deadlines)
    try:
        return await end
    finally:
        watcher.forget(run)
