"""When the image of a starting run was there, for the display: only the events of its Pod tell, so they are watched until one says so.

One LIST and one watch for each Pod that is shown. It explains and decides nothing: where events may not be read, or the server does not
answer, the display does without.
"""

from __future__ import annotations

import threading
from types import TracebackType
from typing import TYPE_CHECKING, Any

from kpod.errors import KpodError

if TYPE_CHECKING:
    from kpod.cli.console import Display
    from kpod.cluster import Body, Cluster
    from kpod.status import Progress

LONGEST = 600.0
"""Seconds of one watch: longer than any image takes that somebody waits for at a terminal."""


class Images:
    """Tells a display of `pulling` and `pulled`, in a thread of its own. A context manager.

    Args:
        cluster: where the run is.
        namespace: its namespace.
        display: is told.
    """

    def __init__(self, cluster: Cluster, namespace: str | None, display: Display) -> None:
        self._cluster = cluster
        self._namespace = namespace
        self._display = display
        self._pod: str | None = None
        self._stream: Any = None
        self._starting = False
        self._lock = threading.Lock()

    def __enter__(self) -> Images:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None) -> None:
        self._follow(None)

    def progress(self, progress: Progress) -> None:
        """Take what `Run.wait(on_progress=…)` tells, after the display."""
        self._starting = progress.stage == "starting"
        if progress.stage in ("starting", "running") and progress.pod and progress.pod != self._pod:
            self._follow(progress.pod)
            threading.Thread(target=self._watch, args=(progress.pod,), name="kpod-images", daemon=True).start()

    def _follow(self, pod: str | None) -> None:
        """Follow this Pod, and no other any more."""
        with self._lock:
            self._pod = pod
            stream, self._stream = self._stream, None
        if stream is not None:
            stream.close()

    def _watch(self, pod: str) -> None:
        chosen: dict[str, Any] = {"namespace": self._namespace, "fields": f"involvedObject.kind=Pod,involvedObject.name={pod}"}
        try:
            listing = self._cluster.list("Event", **chosen)
            if any(self._tell(event) for event in listing.items):
                return
            stream: Any = self._cluster.watch("Event", since=listing.resource_version, timeout=LONGEST, **chosen)
            with self._lock:
                followed = self._pod == pod
                self._stream = stream if followed else None
            for event in stream if followed else ():
                if event.type != "BOOKMARK" and self._tell(event.object):
                    break
            stream.close()
        except KpodError:
            return

    def _tell(self, event: Body) -> bool:
        """Tell of an event of the image, and say whether it is there."""
        if not str((event.get("involvedObject") or {}).get("fieldPath", "")).startswith("spec.containers{"):
            return False
        if event.get("reason") == "Pulling" and self._starting:
            self._display.stage("pulling")
        if event.get("reason") == "Pulled":
            self._display.reached("pulled")
        return event.get("reason") == "Pulled"
