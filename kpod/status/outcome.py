"""What an end is called, what is known about it, and the one text that says so.

The same text goes into the exception, the executor's event and the task's log: the cause first, at most 20 lines, and never the word that
Python has for nothing.
"""

from __future__ import annotations

import enum
import signal as signals
from datetime import datetime
from typing import TYPE_CHECKING

import attrs

from kpod.errors import MAX_LINES, RunDeletedError, RunFailedError

if TYPE_CHECKING:
    from kpod.cluster import Ref

LONGEST_LINE = 300
MAX_MESSAGE_LINES = 3
MAX_EVENTS = 4


class Category(str, enum.Enum):
    """How a run ended."""

    SUCCEEDED = "succeeded"
    FAILED = "failed"
    OUT_OF_MEMORY = "out_of_memory"
    DISRUPTED = "disrupted"
    NEVER_STARTED = "never_started"
    REJECTED = "rejected"
    DELETED = "deleted"
    TIMED_OUT = "timed_out"
    UNKNOWN = "unknown"

    def __str__(self) -> str:
        return self.value


WORDS = {
    Category.SUCCEEDED: "succeeded",
    Category.FAILED: "failed",
    Category.OUT_OF_MEMORY: "failed",
    Category.DISRUPTED: "disrupted",
    Category.NEVER_STARTED: "never started",
    Category.REJECTED: "rejected",
    Category.DELETED: "deleted",
    Category.TIMED_OUT: "timed out",
    Category.UNKNOWN: "ended, nobody knows how",
}


@attrs.frozen
class Times:
    """When things happened, by the clocks of the cluster; whole seconds, None where nobody says.

    Attributes:
        created: the Pod was made.
        scheduled: a node was found for it.
        pulled: the image was there; only the events tell it.
        started: the container was started.
        finished: the container ended.
    """

    created: datetime | None = None
    scheduled: datetime | None = None
    pulled: datetime | None = None
    started: datetime | None = None
    finished: datetime | None = None

    @property
    def ran(self) -> float | None:
        """Seconds that the container ran."""
        return (self.finished - self.started).total_seconds() if self.started and self.finished else None


@attrs.frozen(kw_only=True)
class Outcome:
    """How a run ended.

    Attributes:
        category: the class of the end; decided from structured fields, never from a message.
        reason: Kubernetes' word for it, as `OOMKilled`, `EvictionByEvictionAPI`, `ErrImagePull`; empty where it has none.
        message: Kubernetes' sentence for it; empty where it has none.
        what: one sentence of ours, without a full stop: what happened.
        container: the container that decided.
        exit_code: its exit code, None where it has none.
        signal: the signal that the exit code stands for, as `SIGKILL`.
        node: the node that the Pod was on.
        limit: the memory limit of the container, as it was written.
        request: the memory that it was promised (its request), as it was written.
        exited_zero: the container ended with 0 although this is no success, or one that the caller vouched for.
        oom_seen: a process of the container was killed for memory, though the container itself may have gone on.
        pod: the Pod's name.
        notes: further facts that a reader should know, one sentence each.
        events: the last events about the run, oldest first.
        log_tail: the last lines of the container's log, where somebody asked for them.
        times: when things happened.
        result_text: the container's termination message.
    """

    category: Category
    reason: str = ""
    message: str = ""
    what: str = ""
    container: str | None = None
    exit_code: int | None = None
    node: str | None = None
    limit: str | None = None
    request: str | None = None
    exited_zero: bool = False
    oom_seen: bool = False
    pod: str | None = None
    notes: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    log_tail: tuple[str, ...] = ()
    times: Times = Times()
    result_text: str | None = None

    @property
    def ok(self) -> bool:
        """Whether it is a success."""
        return self.category is Category.SUCCEEDED

    @property
    def signal(self) -> str | None:
        """The signal that the exit code stands for, as `SIGKILL`; None where it stands for none."""
        if self.exit_code is None or self.exit_code <= 128:
            return None
        try:
            return signals.Signals(self.exit_code - 128).name
        except ValueError:
            return None

    def check(self, ref: Ref | None = None) -> Outcome:
        """Return the outcome if it is a success, and raise otherwise.

        Raises:
            RunDeletedError: somebody deleted the run.
            RunFailedError: any other end.
        """
        if self.ok:
            return self
        kind = RunDeletedError if self.category is Category.DELETED else RunFailedError
        raise kind(f"{ref}: {self}" if ref else str(self), ref=ref, outcome=self)

    def __str__(self) -> str:
        return "\n".join(self._lines())

    def _lines(self) -> list[str]:
        lines = [f"{WORDS[self.category]}: {_cut(self.what or self.reason or self.message or 'no more is known')}"]
        lines += [f"  {_cut(line)}" for line in self.message.splitlines()[:MAX_MESSAGE_LINES] if line.strip()]
        lines += [f"  {_cut(note)}" for note in self.notes]
        if not self.ok:
            lines += [f"  event: {_cut(event)}" for event in self._news(" ".join([self.what, *self.message.split()]))]
            room = MAX_LINES - len(lines) - 1
            if self.log_tail and room > 0:
                lines += ["  the end of its log:", *(f"  | {_cut(line)}" for line in self.log_tail[-room:])]
        return lines[:MAX_LINES]

    def _news(self, told: str) -> list[str]:
        """The last events that say more than what is told already, as the kubelet says each thing twice."""
        found: list[str] = []
        for event in self.events:
            text = event.partition(": ")[2].removeprefix("Error: ")
            if not text or text not in told:
                found.append(event)
                told = f"{told} {event}"
        return found[-MAX_EVENTS:]


def _cut(line: str) -> str:
    """Shorten a line in its middle: what is told of a chain of errors has its cause at the end."""
    line = line.rstrip()
    if len(line) <= LONGEST_LINE:
        return line
    head = LONGEST_LINE // 3
    return f"{line[:head].rstrip()} ... {line[len(line) - (LONGEST_LINE - head - 5) :].lstrip()}"


@attrs.frozen
class Progress:
    """Where a run stands that may not have ended.

    Attributes:
        stage: `queued` (no Pod, or one that waits for its turn), `pending` (no node yet), `starting`, `running`, `ending`, `ended`.
        reason: Kubernetes' word for why it stands there, as `Unschedulable`; empty where it has none.
        message: Kubernetes' sentence for it.
        since: when it came to this stage, where somebody says.
        pod: the Pod's name, where there is one.
        kind: the kind of trouble that it hangs on (`Stall.kind`); empty while it gets on.
        fatal: that trouble cannot heal.
    """

    stage: str
    reason: str = ""
    message: str = ""
    since: datetime | None = None
    pod: str | None = None
    kind: str = ""
    fatal: bool = False

    def __str__(self) -> str:
        reason = f" ({self.reason})" if self.reason else ""
        message = f": {_cut(' '.join(self.message.split()))}" if self.message else ""
        return f"{self.stage}{reason}{message}"
