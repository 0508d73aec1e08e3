"""Every request that a cluster for tests was asked, in order, and what can be counted about them.

Requests of the cluster's own controllers are no requests: they do not go over HTTP.
"""

from __future__ import annotations

from collections.abc import Iterator
from fnmatch import fnmatchcase
from typing import Any

import attrs

from kpod.cluster import Body


@attrs.frozen
class Seen:
    """One request.

    Attributes:
        verb: as RBAC calls it, or `log` or `evict`.
        kind: `Pod`; of a subresource the kind that has it.
        namespace: the path's, empty for none.
        name: the object's, also that of a create; empty for a collection.
        subresource: `status`, `log`, `eviction`, or empty.
        status: the answer's HTTP code. A reply that a fault lost has the code that it would have had; 0: the server never began with it.
        at: seconds since 1970, by the real clock, when it arrived.
        seconds: how long it took; of a stream, until it began.
        query: the query's parameters.
        body: what was sent, None for nothing. It may hold a Secret's values, so it is in no `repr`.
        agent: the client's name.
        faults: the names of the faults that struck it.
    """

    verb: str
    kind: str
    namespace: str
    name: str
    subresource: str
    status: int
    at: float
    seconds: float
    query: dict[str, str] = attrs.field(factory=dict)
    body: Any = attrs.field(default=None, repr=False)
    agent: str = ""
    faults: tuple[str, ...] = ()

    @property
    def writes(self) -> bool:
        """Whether it may have changed something."""
        return self.verb not in ("get", "list", "watch", "log")


class Requests:
    """The requests so far: a sequence of `Seen`, to be counted and chosen from. May be read by any thread."""

    def __init__(self) -> None:
        self._seen: list[Seen] = []

    def add(self, seen: Seen) -> None:
        """Take one; for the server."""
        self._seen.append(seen)

    def clear(self) -> None:
        """Forget what was so far."""
        self._seen = []

    def __len__(self) -> int:
        return len(self._seen)

    def __getitem__(self, index: int) -> Seen:
        return self._seen[index]

    def __iter__(self) -> Iterator[Seen]:
        return iter(list(self._seen))

    def of(
        self,
        *,
        verb: str = "",
        kind: str = "",
        namespace: str = "",
        name: str = "",
        subresource: str | None = None,
        status: int | None = None,
    ) -> list[Seen]:
        """Return those that match; words may be patterns, as `load-*`, and what is not given matches all.

        Args:
            verb: as `list`.
            kind: as `Pod`.
            namespace: of the path.
            name: of the object.
            subresource: as `status`; empty: only of objects themselves.
            status: the answer's code.
        """
        found = []
        for seen in list(self._seen):
            pairs = ((verb, seen.verb), (kind, seen.kind), (namespace, seen.namespace), (name, seen.name))
            if all(not pattern or fnmatchcase(value, pattern) for pattern, value in pairs) and (
                subresource in (None, seen.subresource) and status in (None, seen.status)
            ):
                found.append(seen)
        return found

    def count(self, *, verb: str = "", kind: str = "", namespace: str = "", name: str = "", status: int | None = None) -> int:
        """Return how many match; the arguments are as of `of`."""
        return len(self.of(verb=verb, kind=kind, namespace=namespace, name=name, status=status))

    def writes(self) -> list[Seen]:
        """Return those that may have changed something."""
        return [seen for seen in self if seen.writes]

    def created(self, kind: str = "") -> list[Body]:
        """Return the bodies that were sent to be created, and were."""
        return [seen.body for seen in self.of(verb="create", kind=kind, status=201) if seen.body is not None]

    def __repr__(self) -> str:
        lines = [f"{seen.status} {seen.verb} {seen.kind} {seen.namespace}/{seen.name} {' '.join(seen.faults)}".rstrip() for seen in self]
        return "\n".join(lines) or "no requests"
