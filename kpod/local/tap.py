"""The one place where a request to the embedded cluster can be seen and bent: the server asks its `Tap`, if it has one, at each step.

Nothing here bends anything: `kpod.testing` does, by implementing `Tap`. A server without one takes one comparison for each request, and
nothing else differs.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from typing import Protocol

from aiohttp import web

from kpod.cluster import Body
from kpod.local.calls import Call

Serve = Callable[[], Awaitable[web.StreamResponse]]
"""Does what the request asks for, and makes the answer."""


class Visit(Protocol):
    """One request on its way through the server."""

    async def serve(self, serve: Serve) -> web.StreamResponse:
        """Answer: by `serve`, or by something else."""
        ...

    def bend(self, type_: str, new: Body, old: Body | None) -> Iterable[tuple[str, Body]]:
        """Return what a watcher is told in the place of one event: type and body; usually just these."""
        ...

    def pieces(self, pieces: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
        """Return what travels in the place of a stream: a watch, a log, or one output of an exec.

        Each piece of an exec's output is one frame; where they are split or cut is fault F19.
        """
        ...


class Tap(Protocol):
    """Whoever sees and bends."""

    def visit(self, request: web.Request, call: Call, verb: str) -> Visit:
        """Meet a request. The verb is that of RBAC, or `log`, `evict`, `exec` or `attach`."""
        ...

    def replicas(self, job: Body) -> int:
        """Return how many Pods the Job controller makes in the place of one; usually 1.

        Raises:
            StatusError: the Pod is refused, and the controller tries again later.
        """
        ...

    def delay(self, job: Body) -> float:
        """Return for how many seconds more the Job controller does not look at a Job; usually 0."""
        ...

    def close(self) -> None:
        """The server ends: whatever is held goes free."""
        ...
