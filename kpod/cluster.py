"""The seam between kpod and a Kubernetes API: `Cluster`, and `Ref`, the address of one object.

Everything above this room speaks to a cluster through these eight verbs: bodies go in, bodies come out, or, from `list` and `watch`, the
few fields that a caller names (`view=`). Nothing here knows HTTP, credentials or retries; `kpod.kube` does. How long a caller has for all
that it asks is said around the verbs, not in each of them: `within`.
"""

from __future__ import annotations

import contextvars
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Literal, Protocol, TypeVar, overload

import attrs

Body = dict[str, Any]
"""The JSON-able dict of one object, as it goes over the wire."""

Propagation = Literal["Background", "Foreground", "Orphan"]
PatchType = Literal["strategic", "merge", "json"]
View = TypeVar("View")

_ends_at: contextvars.ContextVar[float | None] = contextvars.ContextVar("kpod_ends_at", default=None)


@contextmanager
def within(seconds: float | None) -> Iterator[None]:
    """Let every request that begins in this block end within so many seconds, with all its retries and the whole of its answer.

    A request that has not ended by then raises `UnreachableError`, whatever the server does: nothing, half of its headers, a byte now and
    then. So does one that begins later. An answer that is read in pieces (`watch`, `logs`) ends by then too, also outside of the block.
    Blocks may be nested, and the earliest end holds. It is the calling thread's (or task's) own; other threads are not held to it. Not
    counted is what the machine's own name resolution takes.

    Args:
        seconds: from now; None for no limit of its own.
    """
    outer = _ends_at.get()
    mine = None if seconds is None else time.monotonic() + seconds
    token = _ends_at.set(min((end for end in (outer, mine) if end is not None), default=None))
    try:
        yield
    finally:
        _ends_at.reset(token)


def ends_at() -> float | None:
    """When the requests of this thread have to have ended, by `time.monotonic`; None where nobody said `within`."""
    return _ends_at.get()


@attrs.frozen
class Ref:
    """The address of one object.

    Attributes:
        kind: `Pod`, `Job`, …; the kinds of `kpod.api.kinds`.
        name: the object's name.
        namespace: its namespace, None for what has none.
        uid: its uid where it is known. A delete with a uid touches no other object of that name.
    """

    kind: str
    name: str
    namespace: str | None = None
    uid: str | None = None

    @classmethod
    def of(cls, body: Mapping[str, Any]) -> Ref:
        """Make the address of a body that came from a server."""
        metadata = body["metadata"]
        return cls(body["kind"], metadata["name"], metadata.get("namespace"), metadata.get("uid"))

    def __str__(self) -> str:
        return f"{self.kind} {self.namespace + '/' if self.namespace else ''}{self.name}"


@attrs.frozen
class Listing:
    """What `list` answers: the items, and the version of the collection to watch from. Iterating it gives the items."""

    items: list[Any]
    resource_version: str

    def __iter__(self) -> Iterator[Any]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)


@attrs.frozen
class WatchEvent:
    """One event of a watch.

    Attributes:
        type: `ADDED`, `MODIFIED`, `DELETED` or `BOOKMARK`.
        object: the body, or the view of it; for a bookmark the body with nothing but its version.
        resource_version: the version to go on from.
    """

    type: str
    object: Any
    resource_version: str


class Cluster(Protocol):
    """A Kubernetes API. Every method may raise `ApiError` or `UnreachableError`, and keeps the time that `within` gives.

    Attributes:
        name: what a person calls it: the kubeconfig's context, `in-cluster`, `embedded`.
        namespace: the namespace that "none given" means, or None where nothing says.
    """

    @property
    def name(self) -> str:
        """What a person calls the cluster."""
        ...

    @property
    def namespace(self) -> str | None:
        """The namespace that "none given" means."""
        ...

    def create(self, body: Body, *, namespace: str | None = None, dry_run: bool = False) -> Body:
        """Create one object and return it as the server stored it. Unknown fields are refused (`fieldValidation=Strict`).

        Args:
            body: the object.
            namespace: where; default: the body's own, then the cluster's.
            dry_run: let the server check and fill in all, and store nothing.
        """
        ...

    def apply(self, body: Body, *, field_manager: str = "kpod", force: bool = False) -> Body:
        """Create or change one object by server-side apply.

        Args:
            body: the fields that are to be so; those of others are left alone.
            field_manager: who says so.
            force: take over fields of other managers, which otherwise are a `ConflictError`.
        """
        ...

    def get(self, ref: Ref) -> Body:
        """Read one object. Raises `NotFoundError`."""
        ...

    @overload
    def list(self, kind: str, *, namespace: str | None = None, labels: str = "", fields: str = "") -> Listing: ...
    @overload
    def list(self, kind: str, *, namespace: str | None = None, labels: str = "", fields: str = "", view: type[View]) -> Listing: ...
    def list(
        self, kind: str, *, namespace: str | None = None, labels: str = "", fields: str = "", view: type[Any] | None = None
    ) -> Listing:
        """List the objects of a kind that the selectors choose, of all namespaces where none is given.

        Args:
            kind: `Pod`, `Job` and so on.
            namespace: where; default: everywhere.
            labels: a label selector, as `team=data,day!=1`.
            fields: a field selector, as `metadata.name=etl`.
            view: a class of `kpod.wire.views`: the items are decoded straight into it. Default: bodies.
        """
        ...

    def watch(
        self,
        kind: str,
        *,
        since: str,
        namespace: str | None = None,
        labels: str = "",
        fields: str = "",
        view: type[Any] | None = None,
        timeout: float = 300.0,
    ) -> Iterator[WatchEvent]:
        """Yield what happens after the version `since`, for at most `timeout` seconds by the server's clock.

        Raises `ExpiredError` where that version is too old. Bookmarks are asked for and yielded. The end of the iterator says nothing about
        the objects: list again. Silence longer than the server's bookmarks (90 s), or than what is left of `timeout`, raises
        `UnreachableError`. `kind`, `namespace`, `labels`, `fields` and `view` are those of `list`.
        """
        ...

    def patch(self, ref: Ref, patch: Any, *, patch_type: PatchType = "merge") -> Body:
        """Change one object, and return it as the server stored it.

        Args:
            ref: which.
            patch: the change.
            patch_type: how it is meant: `merge` (RFC 7386), `strategic`, or `json` (RFC 6902, a list).
        """
        ...

    def delete(self, ref: Ref, *, grace: int | None = None, propagation: Propagation = "Background") -> None:
        """Delete one object, only the one with `ref.uid` where that is set. An object that is not there raises `NotFoundError`.

        Args:
            ref: which.
            grace: seconds between SIGTERM and SIGKILL for a Pod's processes; default: the Pod's own.
            propagation: what becomes of what it owns: deleted after it (`Background`), before it (`Foreground`), or left (`Orphan`).
        """
        ...

    def logs(
        self,
        ref: Ref,
        *,
        container: str | None = None,
        follow: bool = False,
        since: str | None = None,
        tail: int | None = None,
        timestamps: bool = False,
    ) -> Iterator[bytes]:
        """Yield a Pod's log in pieces as they arrive; pieces are no lines.

        Args:
            ref: the Pod.
            container: which; default: its only one.
            follow: go on until the container ends.
            since: an RFC 3339 time; what was written before is left out.
            tail: only so many of the last lines.
            timestamps: each line begins with its time, in nanoseconds.
        """
        ...
