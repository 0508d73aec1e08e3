"""What can go wrong between a client and a cluster, as values: each says which requests it strikes, and what it does to them.

    kube.faults.add(Refuse(410, verb="watch", kind="Pod", times=1))     # until it has struck once
    with kube.faults.add(Latency(0.2)):                                 # for as long as the block lasts
        ...

Here is no machinery: `kpod.testing.injection` strikes. A fault of which nobody can say when it strikes is no test: where `probability` is
below 1, the cluster's seed decides, and the same requests are struck in every run.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fnmatch import fnmatchcase
from typing import Any, ClassVar

import attrs

VERBS = ("create", "get", "list", "watch", "update", "patch", "delete", "deletecollection", "log", "evict", "exec", "attach")


def _verbs(value: str | Sequence[str]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def _check_verbs(instance: Fault, attribute: Any, value: tuple[str, ...]) -> None:
    unknown = [each for each in value if each not in ("", *VERBS)]
    if unknown:
        raise ValueError(f"{type(instance).__name__}: {unknown[0]!r} is no verb; there are {', '.join(VERBS)}")


def _check_share(instance: Fault, attribute: Any, value: float) -> None:
    if not 0.0 <= value <= 1.0:
        raise ValueError(f"{type(instance).__name__}: probability {value} is not between 0 and 1")


@attrs.frozen(kw_only=True)
class Fault:
    """Which requests are struck; every kind of fault below has these, and they are all optional.

    Attributes:
        verb: one of `VERBS`, or several; default: each that the fault can strike.
        kind: `Pod`, or a pattern as `*Set`; default: each.
        namespace: a namespace, or a pattern; default: each.
        name: an object's name, or a pattern as `load-*`; a list, a watch and a deletecollection have none. For what is done to the events
            of a watch, it is the name of the event's object.
        times: how often it strikes; default: until it is removed.
        skip: how many matching requests (or events) pass before it may strike first.
        probability: which share of what matches it strikes; default: all.
    """

    verb: tuple[str, ...] = attrs.field(default=(), converter=_verbs, validator=_check_verbs)
    kind: str = ""
    namespace: str = ""
    name: str = ""
    times: int | None = None
    skip: int = 0
    probability: float = attrs.field(default=1.0, validator=_check_share)

    on_events: ClassVar[bool] = False
    on_jobs: ClassVar[bool] = False
    default_verbs: ClassVar[tuple[str, ...]] = VERBS

    def matches(self, verb: str, kind: str, namespace: str, name: str) -> bool:
        """Return whether a request, or an event of a watch, is one of those."""
        if verb not in (self.verb if any(self.verb) else self.default_verbs):
            return False
        pairs = ((self.kind, kind), (self.namespace, namespace), (self.name, name))
        return all(not pattern or fnmatchcase(value, pattern) for pattern, value in pairs)


@attrs.frozen
class Refuse(Fault):
    """The server says no, and does nothing: F2, F8, F9, F10, F11, F16, F17.

    Attributes:
        status: the HTTP status code.
        reason: Kubernetes' word; default: the usual one for the code, as `Conflict` for 409; `AlreadyExists` is to be said.
        message: the sentence; default: one that a real server says.
        retry_after: seconds, in the header `Retry-After` and in the body; default: none.
        causes: `(field, message)` pairs, for 422 and quotas.
        page: send this text instead, as a proxy between client and server does, with its own 502.
    """

    status: int
    reason: str = ""
    message: str = ""
    retry_after: int | None = None
    causes: Sequence[tuple[str, str]] = ()
    page: str = ""


@attrs.frozen
class Latency(Fault):
    """The request takes longer: F13.

    Attributes:
        seconds: real ones, before the server begins; in this time many requests may wait beside each other.
    """

    seconds: float


@attrs.frozen
class LoseReply(Fault):
    """The server does what was asked for, and the answer never arrives: F12.

    Attributes:
        silent: the connection stays open and says nothing; default: it breaks.
    """

    silent: bool = False
    default_verbs: ClassVar[tuple[str, ...]] = ("create", "update", "patch", "delete", "deletecollection", "evict")


@attrs.frozen
class Silence(Fault):
    """The stream is accepted, and then half-open: nothing comes any more, and no end: F3.

    Attributes:
        after: how many bytes come before.
    """

    after: int = 0
    default_verbs: ClassVar[tuple[str, ...]] = ("watch", "log")


@attrs.frozen
class Cut(Fault):
    """The answer ends too early: F4, F5, F16, F19.

    Attributes:
        seconds: real ones after which a stream ends.
        bytes: after how many bytes the answer ends, wherever that is: within a line, or within a character.
        clean: the end looks like a regular one; default: the connection breaks.
    """

    seconds: float | None = None
    bytes: int | None = None
    clean: bool = False

    def __attrs_post_init__(self) -> None:
        if (self.seconds is None) == (self.bytes is None):
            raise ValueError("Cut: say either seconds= or bytes=")


@attrs.frozen
class Split(Fault):
    """The answer travels in small pieces, each sent on its own: F5, F16; of an exec's output each piece is a frame: F19.

    Attributes:
        bytes: how many are in one piece, also within a character.
    """

    bytes: int = 1


@attrs.frozen
class WatchError(Fault):
    """A watch is told an event of type `ERROR`, and ends: F1.

    Attributes:
        status: the code in the event; 410 is "too old resource version".
        after: how many events come before; 0: none, the error is the first line.
    """

    status: int = 410
    after: int = 0
    default_verbs: ClassVar[tuple[str, ...]] = ("watch",)


@attrs.frozen
class Drop(Fault):
    """Events of a watch are lost: F7. What a list says is not touched.

    Attributes:
        type: `ADDED`, `MODIFIED` or `DELETED`; default: each.
    """

    type: str = ""
    on_events: ClassVar[bool] = True
    default_verbs: ClassVar[tuple[str, ...]] = ("watch",)


@attrs.frozen
class Repeat(Fault):
    """Events of a watch come more than once: F6.

    Attributes:
        copies: how many more.
    """

    copies: int = 1
    on_events: ClassVar[bool] = True
    default_verbs: ClassVar[tuple[str, ...]] = ("watch",)


@attrs.frozen
class Stale(Fault):
    """After an event of a watch comes an older one of the same object, with its older version: F6."""

    on_events: ClassVar[bool] = True
    default_verbs: ClassVar[tuple[str, ...]] = ("watch",)


@attrs.frozen
class JobTrouble(Fault):
    """The Job controller is late, makes too many Pods, or none: F15. `name` is the Job's.

    Attributes:
        late: seconds of the cluster's clock for which it does not look at a Job that it meets first.
        pods: how many Pods it makes in the place of one.
        refused: the server's sentence that refuses each of its Pods, as a quota does: then there is `FailedCreate`, and another try.
    """

    late: float = 0.0
    pods: int = 1
    refused: str = ""
    on_jobs: ClassVar[bool] = True
    default_verbs: ClassVar[tuple[str, ...]] = ("reconcile",)

    def matches(self, verb: str, kind: str, namespace: str, name: str) -> bool:
        """Return whether a Job is one of those."""
        return all(not wanted or fnmatchcase(value, wanted) for wanted, value in ((self.namespace, namespace), (self.name, name)))


MESSAGES: Mapping[int, str] = {
    401: "Unauthorized",
    403: "is forbidden: exceeded quota: compute, requested: pods=1, used: pods=10, limited: pods=10",
    404: "not found",
    409: "the object has been modified; please apply your changes to the latest version and try again",
    410: "too old resource version: 1 (2)",
    422: "is invalid",
    429: "Too many requests, please try again later.",
    500: 'Internal error occurred: failed calling webhook "policy.example.com": context deadline exceeded',
    503: "the server is currently unable to handle the request",
    504: "Timeout: request did not complete within the allotted timeout",
}
"""What a refusal says where nothing else was given."""
