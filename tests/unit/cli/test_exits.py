from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from kpod.cli import exits
from kpod.errors import (
    ConfigError,
    ForbiddenError,
    InvalidError,
    KpodError,
    NotFoundError,
    SpecError,
    UnauthorizedError,
    UnreachableError,
    WaitTimeoutError,
)
from kpod.status import Category, Outcome


def end(category: str, exit_code: int | None = None) -> Any:
    return SimpleNamespace(category=SimpleNamespace(value=category), exit_code=exit_code)


@pytest.mark.parametrize(
    ("outcome", "code"),
    [
        (end("succeeded", 0), 0),
        (end("succeeded"), 0),
        (end("failed", 3), 3),
        (end("out_of_memory", 137), 137),
        (end("timed_out", 143), 124),
        (end("never_started"), 126),
        (end("rejected"), 126),
        (end("disrupted", 0), 125),
        (end("disrupted", 143), 143),
        (end("deleted"), 125),
        (end("unknown"), 125),
    ],
)
def test_a_run_ends_as_its_container_did_and_never_with_0_unless_it_succeeded(outcome: Any, code: int) -> None:
    assert exits.of_outcome(outcome) == code


@pytest.mark.parametrize(
    ("error", "of_run", "of_others"),
    [
        (SpecError("no"), 126, 1),
        (InvalidError(status=422), 126, 1),
        (ForbiddenError(status=403), 126, 1),
        (NotFoundError(status=404), 125, 1),
        (ConfigError("none"), 125, 2),
        (UnreachableError("gone"), 125, 2),
        (UnauthorizedError(status=401), 125, 2),
        (WaitTimeoutError("late", outcome=Outcome(category=Category.TIMED_OUT)), 124, 1),
    ],
)
def test_errors_have_codes_that_a_script_can_tell_apart(error: KpodError, of_run: int, of_others: int) -> None:
    assert (exits.of_error(error, run=True), exits.of_error(error, run=False)) == (of_run, of_others)
