"""What a person sees: problems, and the progress of a run.

The container's words go to stdout, kpod's to stderr. On a terminal progress is one live line below the log; elsewhere each stage is one
plain line, so that a log of CI reads well. Nothing here decides or asks anything.
"""

from __future__ import annotations

import logging
import sys
import threading
import time
from types import TracebackType
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from rich.live import Live

    from kpod.errors import Problem
    from kpod.status import Outcome, Progress

LONGEST = 240
"""Characters of Kubernetes' sentence that are shown while a run waits."""
COLORS = {"error": "red", "warning": "yellow"}
MOMENTS = ("created", "scheduled", "pulled")
DONE_BEFORE = {
    "pending": ("created",),
    "starting": ("created", "scheduled"),
    "running": ("created", "scheduled"),
    "ending": ("created",),
}
BRIEF = ("queued", "pending", "starting")
"""Stages that a plain log does not tell unless they wait for something: what was done before them says the same."""


def problem(found: Problem) -> None:
    """Print one problem to stdout, its level in colour on a terminal."""
    head, level, tail = str(found).partition(found.level)
    click.echo(head + click.style(level, fg=COLORS[found.level], bold=True) + tail)


def end(name: str, outcome: Outcome) -> None:
    """Tell on stderr how a run ended, the class of its end in colour on a terminal."""
    category, colon, rest = str(outcome).partition(":")
    note(f"{name}  {click.style(category, fg='green' if outcome.ok else 'red', bold=True)}{colon}{rest}")


def note(text: str) -> None:
    """Say something about the command itself, on stderr."""
    click.echo(text, err=True)


def show_warnings() -> None:
    """Let what kpod's rooms log as a warning be read, one line each."""
    logger = logging.getLogger("kpod")
    if not any(isinstance(handler, _Warnings) for handler in logger.handlers):
        logger.addHandler(_Warnings(logging.WARNING))


class _Warnings(logging.Handler):
    def emit(self, record: logging.LogRecord) -> None:
        note(f"kpod: warning: {record.getMessage()}")


class Display:
    """The progress of one run, and its log.

    The line says what is done, with the seconds since the launch (`created`: there is a Pod; `scheduled`: it has a node; `pulled`: its
    image is there), and then what goes on now. A context manager; at its end the live line is gone or has become a plain one.

    Args:
        name: the run's name, which begins each line.
        log_to_stderr: keep stdout for something else.
    """

    def __init__(self, name: str, *, log_to_stderr: bool = False) -> None:
        self._name = name
        self._log_to_stderr = log_to_stderr
        self._start = time.monotonic()
        self._done: dict[str, float] = {}
        self._stage = ""
        self._since = 0.0
        self._waiting = ""
        self._pod: str | None = None
        self._lock = threading.RLock()
        self._live: Live | None = None
        self._closed = False

    def __enter__(self) -> Display:
        if sys.stderr.isatty():
            from rich.console import Console
            from rich.live import Live

            self._live = Live(
                console=Console(stderr=True), transient=True, get_renderable=self._line, redirect_stdout=False, redirect_stderr=False
            )
            self._live.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None) -> None:
        with self._lock:
            self._closed = True
            if self._live is not None:
                self._live.stop()
                self._live = None
                if self._stage:  # what the live line said last, for the scrollback
                    note(self._text(self._since))

    def progress(self, progress: Progress) -> None:
        """Tell what `Run.wait(on_progress=…)` tells."""
        if progress.stage == "ended":
            return  # the outcome says that better
        with self._lock:
            if progress.pod and self._pod and progress.pod != self._pod:
                self._done.clear()  # another try, with another Pod
                self._stage = ""
            self._pod = progress.pod or self._pod
            for moment in DONE_BEFORE.get(progress.stage, ()):
                self.reached(moment)
            message = " ".join(progress.message.split())[:LONGEST]
            self.stage(progress.stage, ": ".join(word for word in (progress.reason, message) if word))

    def reached(self, moment: str) -> None:
        """Tell that something is done: `created`, `scheduled`, `pulled`."""
        with self._lock:
            if moment in self._done:
                return
            late = self._stage == "running"  # nobody told in time: it was done when that began
            self._done[moment] = self._since if late else self._now()
            if not late:
                self._plain(f"{moment} {_seconds(self._done[moment])}")

    def note(self, text: str) -> None:
        """Say something beside the stages, unless the display has ended."""
        with self._lock:
            if self._closed:
                return
            if self._live is not None:
                self._live.console.print(text, markup=False, highlight=False, soft_wrap=True)
            else:
                note(f"{self._name}  {text}")

    def stage(self, name: str, reason: str = "") -> None:
        """Tell what goes on now, with the reason where it waits for something."""
        with self._lock:
            new = self._stage != name
            if not new and reason == self._waiting:
                return
            if new:
                self._stage, self._since = name, self._now()
            self._waiting = reason
            if reason:
                self._plain(f"{name}: {reason}")
            elif new and name not in BRIEF:
                self._plain(f"{name} {_seconds(self._since)}")

    def log(self, line: str) -> None:
        """Print one line of the container's log, above the live line."""
        with self._lock:
            if self._closed:
                return
            if self._live is not None and (self._log_to_stderr or sys.stdout.isatty()):
                from rich.text import Text

                self._live.console.print(Text.from_ansi(line), soft_wrap=True)
            else:
                click.echo(line, err=self._log_to_stderr)

    def _plain(self, text: str) -> None:
        if self._live is None and not self._closed:
            note(f"{self._name}  {text}")

    def _now(self) -> float:
        return time.monotonic() - self._start

    def _text(self, at: float) -> str:
        done = [f"{moment} {_seconds(self._done[moment])}" for moment in MOMENTS if moment in self._done]
        stage = [f"{self._stage} {_seconds(at)}"] if self._stage else []
        return "  ".join([self._name, *done, *stage]) + (f"  ({self._waiting})" if self._waiting else "")

    def _line(self) -> Any:
        from rich.text import Text

        return Text(self._text(self._now()), no_wrap=True, overflow="ellipsis")


def _seconds(seconds: float) -> str:
    return f"{seconds:.1f}s"
