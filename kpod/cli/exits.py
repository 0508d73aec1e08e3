"""Exit codes, decided in one place.

`kpod run` ends as the container did, so its own troubles have the codes that docker and timeout(1) use for them. Every other command
knows three: done, a finding or a bad end, and wrong usage or configuration.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kpod.errors import (
    ConfigError,
    ForbiddenError,
    InvalidError,
    KpodError,
    SpecError,
    UnauthorizedError,
    UnreachableError,
    WaitTimeoutError,
)

if TYPE_CHECKING:
    from kpod.status import Outcome

DONE = 0
FINDING = 1
USAGE = 2
TIMEOUT = 124
TROUBLE = 125
REJECTED = 126
INTERRUPTED = 130
TERMINATED = 143

_BY_CATEGORY = {"succeeded": DONE, "timed_out": TIMEOUT, "never_started": REJECTED, "rejected": REJECTED}


def of_outcome(outcome: Outcome) -> int:
    """Return the exit code of `kpod run` for an end: the container's own where it left one that tells the truth.

    >>> from types import SimpleNamespace as End
    >>> of_outcome(End(category=End(value="failed"), exit_code=3))
    3
    >>> of_outcome(End(category=End(value="disrupted"), exit_code=0))  # it was told to stop: no success
    125
    """
    known = _BY_CATEGORY.get(outcome.category.value)
    return known if known is not None else outcome.exit_code or TROUBLE


def of_error(error: KpodError, *, run: bool) -> int:
    """Return the exit code for an error, of `kpod run` or of any other command."""
    if run:
        if isinstance(error, WaitTimeoutError):
            return TIMEOUT
        return REJECTED if isinstance(error, (SpecError, InvalidError, ForbiddenError)) else TROUBLE
    return USAGE if isinstance(error, (ConfigError, UnreachableError, UnauthorizedError)) else FINDING
