"""The server's refusals: `StatusError`, and one function for each kind of answer, worded as Kubernetes words them.

Clients compare codes and reasons, people read the sentences; both are the real server's. Nothing here knows HTTP beyond the code, and no
value of a Secret is ever put into a sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kpod.errors import KpodError

REASONS = {
    400: "BadRequest",
    401: "Unauthorized",
    403: "Forbidden",
    404: "NotFound",
    405: "MethodNotAllowed",
    406: "NotAcceptable",
    409: "Conflict",
    410: "Expired",
    413: "RequestEntityTooLarge",
    415: "UnsupportedMediaType",
    422: "Invalid",
    429: "TooManyRequests",
    500: "InternalError",
    503: "ServiceUnavailable",
    504: "Timeout",
}


class StatusError(KpodError):
    """An answer that is not success, as Kubernetes' `Status` object.

    Attributes:
        code: the HTTP status code.
        reason: Kubernetes' word, as `AlreadyExists`.
        message: the sentence.
        details: kind, name, group, uid, causes; empty where there is nothing to say.
    """

    def __init__(self, code: int, message: str, *, reason: str = "", details: dict[str, Any] | None = None) -> None:
        super().__init__(message)
        self.code = code
        self.reason = reason or REASONS.get(code, "")
        self.message = message
        self.details = details or {}

    def to_body(self) -> dict[str, Any]:
        """Return the `Status` object that travels."""
        body: dict[str, Any] = {"kind": "Status", "apiVersion": "v1", "metadata": {}, "status": "Failure", "message": self.message}
        if self.reason:
            body["reason"] = self.reason
        if self.details:
            body["details"] = self.details
        body["code"] = self.code
        return body


def resource(plural: str, group: str = "") -> str:
    """Return the words that a sentence uses for a resource: `pods`, `jobs.batch`."""
    return f"{plural}.{group}" if group else plural


def _details(plural: str, group: str, name: str) -> dict[str, Any]:
    details = {"name": name, "group": group, "kind": plural}
    return {word: value for word, value in details.items() if value}


def bad_request(message: str) -> StatusError:
    """Return 400."""
    return StatusError(400, message)


def not_found(plural: str, name: str, group: str = "") -> StatusError:
    """Return 404 for an object that is not there."""
    return StatusError(404, f'{resource(plural, group)} "{name}" not found', details=_details(plural, group, name))


def no_such_path() -> StatusError:
    """Return 404 for a path that means nothing."""
    return StatusError(404, "the server could not find the requested resource")


def already_exists(plural: str, name: str, group: str = "") -> StatusError:
    """Return 409 for a name that is taken."""
    message = f'{resource(plural, group)} "{name}" already exists'
    return StatusError(409, message, reason="AlreadyExists", details=_details(plural, group, name))


def conflict(plural: str, name: str, why: str, group: str = "") -> StatusError:
    """Return 409 for a write that was made on an old version, or on another object of that name."""
    message = f'Operation cannot be fulfilled on {resource(plural, group)} "{name}": {why}'
    return StatusError(409, message, details=_details(plural, group, name))


def stale(plural: str, name: str, group: str = "") -> StatusError:
    """Return 409 for a write whose resourceVersion is not the current one."""
    return conflict(plural, name, "the object has been modified; please apply your changes to the latest version and try again", group)


def expired(message: str) -> StatusError:
    """Return 410."""
    return StatusError(410, message)


def forbidden(plural: str, name: str, why: str, group: str = "", causes: Sequence[dict[str, str]] = ()) -> StatusError:
    """Return 403."""
    details = _details(plural, group, name)
    if causes:
        details["causes"] = list(causes)
    return StatusError(403, f'{resource(plural, group)} "{name}" is forbidden: {why}', details=details)


def cause(field: str, reason: str, message: str) -> dict[str, str]:
    """Return one cause of a 422."""
    return {"reason": reason, "message": message, "field": field}


def invalid(kind: str, group: str, name: str, causes: Sequence[dict[str, str]]) -> StatusError:
    """Return 422 with all causes; the sentence is made of them."""
    texts = [f"{each['field']}: {each['message']}" for each in causes]
    text = texts[0] if len(texts) == 1 else "[" + ", ".join(texts) + "]"
    what = f"{kind}.{group}" if group else kind
    return StatusError(422, f'{what} "{name}" is invalid: {text}', details={**_details(kind, group, name), "causes": list(causes)})
