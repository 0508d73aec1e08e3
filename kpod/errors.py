"""The exceptions of kpod, and nothing else.

    KpodError
    ├─ SpecError (ValueError)      what you wrote cannot work
    ├─ ConfigError                 no usable cluster configuration
    ├─ UnreachableError            the server could not be reached
    ├─ ApiError                    the server said no; one class per kind of answer
    │  ├─ InvalidError  ├─ UnauthorizedError  ├─ ForbiddenError  ├─ NotFoundError
    │  ├─ AlreadyExistsError  ├─ ConflictError  ├─ ExpiredError  └─ OverloadedError
    └─ RunError                    the run did not end well
       ├─ RunFailedError  ├─ RunDeletedError  ├─ ResultError  └─ WaitTimeoutError (TimeoutError)

The fields come first and the text is built from them: what failed, where, why, what to do; at most 20 lines.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Literal

import attrs

if TYPE_CHECKING:
    from kpod.cluster import Ref
    from kpod.status import Outcome

MAX_LINES = 20
MAX_TEXT = 500
"""Characters of a path, a message or a fix that are written: what somebody wrote may be of any length. The fields hold all of it."""


class KpodError(Exception):
    """Everything that kpod raises on purpose."""


@attrs.frozen
class Problem:
    """One thing that is wrong with a body.

    Attributes:
        path: where in the body, with names instead of list positions: `spec.containers[main].env[TZ]`.
        rule: the id of the rule that found it, as `rules.check(levels=…)` takes it: `quantity`.
        message: what is wrong, one sentence without a full stop.
        fix: what to write instead, or empty where nothing sensible can be said.
        level: `error` (it cannot work) or `warning`.
        source: the file's name where the body came from a file.
        line: its line, counted from 1.
        column: its column, counted from 1.
    """

    path: str
    rule: str
    message: str
    fix: str = ""
    level: Literal["error", "warning"] = "error"
    source: str | None = None
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        where = ":".join(str(part) for part in (self.source, self.line, self.column) if part is not None)
        path, message, fix = (text if len(text) <= MAX_TEXT else f"{text[:MAX_TEXT]}…" for text in (self.path, self.message, self.fix))
        said = f"{path + ': ' if path else ''}{message}{'; ' + fix if fix else ''}"
        return f"{where + '  ' if where else ''}{self.level}  {said}  [{self.rule}]"


class SpecError(KpodError, ValueError):
    """What you wrote cannot work; nothing was sent.

    Attributes:
        problems: every problem that was found, errors before warnings.
    """

    def __init__(self, problems: Iterable[Problem] | str, *, path: str = "", rule: str = "spec", fix: str = "") -> None:
        if isinstance(problems, str):
            problems = [Problem(path=path, rule=rule, message=problems, fix=fix)]
        self.problems: tuple[Problem, ...] = tuple(problems)
        super().__init__(self._text())

    def __reduce__(self) -> tuple[Any, ...]:
        return (type(self), (self.problems,))

    def _text(self) -> str:
        lines = [str(problem) for problem in self.problems]
        if len(lines) > MAX_LINES:
            lines = [*lines[: MAX_LINES - 1], f"and {len(lines) - MAX_LINES + 1} more"]
        return "\n".join(lines)


class ConfigError(KpodError):
    """No usable cluster configuration; the text names what was tried and the way out."""


class UnreachableError(KpodError):
    """The server could not be reached; the cause is chained."""


class ApiError(KpodError):
    """The server said no.

    Attributes:
        status: the HTTP status code.
        reason: Kubernetes' word for it, as `AlreadyExists`; empty where the server gave none.
        message: the server's sentence.
        causes: `(field, message)` for each cause that the server listed.
        ref: the object that the request was about, if there was one.
        retry_after: seconds after which the server wants to be asked again, or None.
    """

    hint: ClassVar[str] = ""

    def __init__(
        self,
        *,
        status: int,
        reason: str = "",
        message: str = "",
        causes: Sequence[tuple[str, str]] = (),
        ref: Ref | None = None,
        verb: str = "",
        retry_after: float | None = None,
    ) -> None:
        self.status = status
        self.reason = reason
        self.message = message
        self.causes = tuple(causes)
        self.ref = ref
        self.verb = verb
        self.retry_after = retry_after
        super().__init__(self._text())

    def __reduce__(self) -> tuple[Any, ...]:
        return (_api_error, (type(self), self.__dict__.copy()))

    def _text(self) -> str:
        what = " ".join(str(part) for part in (self.verb, self.ref) if part)
        answer = f"{self.status} {self.reason}".strip()
        lines = [f"{what + ': ' if what else ''}{self.message or 'no message'} ({answer})"]
        if len(self.causes) > 1:
            lines += [f"  {field + ': ' if field else ''}{message}" for field, message in self.causes[: MAX_LINES - 3]]
        if self.hint:
            lines.append(self.hint)
        return "\n".join(lines)


def _api_error(cls: type[ApiError], fields: dict[str, Any]) -> ApiError:
    return cls(**fields)


class InvalidError(ApiError):
    """400, 413 or 422: the server refuses the body."""


class UnauthorizedError(ApiError):
    """401: the server does not know who is asking."""

    hint = "the credentials were refused; log in again, or name another context"


class ForbiddenError(ApiError):
    """403: not allowed, over a quota, or in a namespace that is being deleted."""


class NotFoundError(ApiError):
    """404: the object, or its namespace, is not there."""


class AlreadyExistsError(ApiError):
    """409 `AlreadyExists`: an object of that name is there."""


class ConflictError(ApiError):
    """409 otherwise: the object has changed, or has another uid than the one that was asked for."""


class ExpiredError(ApiError):
    """410: the resourceVersion is too old; list again."""


class OverloadedError(ApiError):
    """429 and 5xx: the server cannot answer now; the same request may succeed later."""


class RunError(KpodError):
    """The run did not end well.

    Attributes:
        ref: the run's object.
        outcome: how it ended, or None where nothing has been seen of it; the errors below always have one.
    """

    def __init__(self, message: str, *, ref: Ref | None = None, outcome: Outcome | None = None) -> None:
        self.ref = ref
        self._outcome = outcome
        super().__init__(message)

    @property
    def outcome(self) -> Outcome | None:
        """How it ended, or None where nothing has been seen of it."""
        return self._outcome

    def __reduce__(self) -> tuple[Any, ...]:
        return (_run_error, (type(self), self.args[0], self.ref, self.outcome))


def _run_error(cls: Any, message: str, ref: Ref | None, outcome: Outcome | None) -> RunError:
    error: RunError = cls(message, ref=ref, outcome=outcome)
    return error


class _OutcomeError(RunError):
    """A `RunError` that has an outcome, so that nobody has to ask."""

    def __init__(self, message: str, *, outcome: Outcome, ref: Ref | None = None) -> None:
        super().__init__(message, ref=ref, outcome=outcome)
        self._seen = outcome

    @property
    def outcome(self) -> Outcome:
        """How it ended."""
        return self._seen


class RunFailedError(_OutcomeError):
    """The run ended, and not in success; `outcome` says how."""


class RunDeletedError(_OutcomeError):
    """Somebody deleted the run before its end was seen."""


class ResultError(_OutcomeError):
    """The work succeeded, but its result is missing, cut, damaged or too large.

    Attributes:
        flaw: `missing`, `cut`, `damaged` or `too large`.
    """

    def __init__(self, message: str, *, outcome: Outcome, ref: Ref | None = None, flaw: str = "") -> None:
        self.flaw = flaw
        super().__init__(message, ref=ref, outcome=outcome)

    def __reduce__(self) -> tuple[Any, ...]:
        return (_result_error, (self.args[0], self.ref, self.outcome, self.flaw))


def _result_error(message: str, ref: Ref | None, outcome: Outcome, flaw: str) -> ResultError:
    return ResultError(message, ref=ref, outcome=outcome, flaw=flaw)


class WaitTimeoutError(_OutcomeError, TimeoutError):
    """The run has not ended in the time that the caller gave; it goes on unless it was cancelled."""
