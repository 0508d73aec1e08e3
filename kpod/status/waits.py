"""What a caller with a clock keeps between two looks at a run: how long it has hung on one thing, and what was told already.

Two small memories, so that everyone who waits counts and tells alike: `Patience` and `Telling`. They read no clock: the time comes in.
"""

from __future__ import annotations

from kpod.status.outcome import Progress
from kpod.status.stall import Stall


class Patience:
    """How long a run has hung on the same kind of thing.

    Reasons that alternate (`ErrImagePull`, `ImagePullBackOff`) are one kind. A run that gets on, or a Job that is suspended, hangs on
    nothing: the clock stands, and begins anew.
    """

    __slots__ = ("_since",)  # one for each of thousands of runs

    def __init__(self) -> None:
        self._since: tuple[str, float] | None = None

    def waited(self, found: Stall | None, now: float) -> float:
        """Seconds for which what `stalled` found has lasted: `outcome(waited=…)`.

        Args:
            found: what `stalled` says now.
            now: seconds that only go up, by the caller's clock.
        """
        if found is None:
            self._since = None
            return 0.0
        since = self._since  # another thread may look at the same time
        if since is None or since[0] != found.kind:
            since = self._since = (found.kind, now)
        return max(0.0, now - since[1])


class Telling:
    """Which changes were told already: each stage and each kind of trouble once, until another comes.

    A message that changes in its wording, as the scheduler's does with each node that comes and goes, is no news.
    """

    __slots__ = ("_told",)

    def __init__(self) -> None:
        self._told: tuple[str, str, str] | None = None

    def is_news(self, now: Progress) -> bool:
        """Say whether this differs from what was told last; what is news counts as told."""
        key = (now.stage, now.kind or now.reason, now.pod or "")
        if key == self._told:
            return False
        self._told = key
        return True
