"""What a server's refusal means: an HTTP answer becomes one of `kpod.errors`, with the server's causes and its Retry-After.

Pure, and decided by the status code and Kubernetes' `reason`, never by a message's text.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from kpod.cluster import Ref
from kpod.errors import (
    AlreadyExistsError,
    ApiError,
    ConflictError,
    ExpiredError,
    ForbiddenError,
    InvalidError,
    NotFoundError,
    OverloadedError,
    UnauthorizedError,
)

CLASSES: dict[int, type[ApiError]] = {
    400: InvalidError,
    401: UnauthorizedError,
    403: ForbiddenError,
    404: NotFoundError,
    409: ConflictError,
    410: ExpiredError,
    413: InvalidError,
    422: InvalidError,
    429: OverloadedError,
}

NO_NAMESPACE = "; make the namespace, or name another one: namespace= (--namespace)"


def error_of(
    status: int, body: bytes | str | None, headers: Mapping[str, str] | None = None, *, verb: str = "", ref: Ref | None = None
) -> ApiError:
    """Make the exception for one answer: `body` is what the server sent, a `Status` object or anything else."""
    answer = _status_object(body)
    details = answer.get("details") or {}
    reason = str(answer.get("reason") or "")
    kind = AlreadyExistsError if reason == "AlreadyExists" else CLASSES.get(status, OverloadedError if status >= 500 else ApiError)
    return kind(
        status=status,
        reason=reason,
        message=f"{answer.get('message') or ''}{NO_NAMESPACE if verb == 'create' and details.get('kind') == 'namespaces' else ''}",
        causes=[(str(cause.get("field") or ""), str(cause.get("message") or "")) for cause in details.get("causes") or ()],
        ref=ref,
        verb=verb,
        retry_after=_seconds((headers or {}).get("Retry-After")) or _seconds(details.get("retryAfterSeconds")),
    )


def _status_object(body: bytes | str | None) -> dict[str, Any]:
    text = body.decode("utf-8", "replace") if isinstance(body, bytes) else body or ""
    try:
        answer = json.loads(text)
    except ValueError:
        return {"message": " ".join(text.split())[:300]}  # a proxy's page, not Kubernetes
    return answer if isinstance(answer, dict) else {"message": text[:300]}


def _seconds(value: Any) -> float | None:
    try:
        return max(0.0, float(value)) if value else None
    except (TypeError, ValueError):
        return None  # Retry-After may be a date; no API server sends one
