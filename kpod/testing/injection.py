"""Strikes with faults, and records requests: the `Tap` of an embedded cluster for tests.

Whether a fault strikes depends on the cluster's seed, on the fault's place among those that were added, and on what it meets (verb, kind,
name and how often it met that), never on the order in which threads happen to run: so a run can be repeated.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterable
from random import Random
from types import TracebackType
from typing import Any

from aiohttp import web

from kpod.cluster import Body
from kpod.local import statuses
from kpod.local.calls import Call
from kpod.local.tap import Serve
from kpod.local.watches import encode
from kpod.testing.faults import (
    MESSAGES,
    Cut,
    Drop,
    Fault,
    JobTrouble,
    Latency,
    LoseReply,
    Refuse,
    Repeat,
    Silence,
    Split,
    Stale,
    WatchError,
)
from kpod.testing.requests import Requests, Seen


class Injected:
    """A fault at work: `remove()` it, or use it as a context manager.

    Attributes:
        fault: the fault.
        hits: how often it has struck.
    """

    def __init__(self, faults: Faults, fault: Fault, index: int) -> None:
        self.fault = fault
        self.hits = 0
        self._faults = faults
        self._index = index
        self._met: Counter[tuple[str, ...]] = Counter()
        self._matched = 0

    def strikes(self, verb: str, kind: str, namespace: str, name: str, type_: str = "") -> bool:
        """Return whether it strikes this, and count it; for the server."""
        fault = self.fault
        if not fault.matches(verb, kind, namespace, name) or (fault.times is not None and self.hits >= fault.times):
            return False
        self._matched += 1
        if self._matched <= fault.skip:
            return False
        if fault.probability < 1.0:
            key = (verb, kind, namespace, name, type_)
            self._met[key] += 1
            if Random(f"{self._faults.seed}/{self._index}/{key}/{self._met[key]}").random() >= fault.probability:
                return False
        self.hits += 1
        return True

    def remove(self) -> None:
        """Strike no more."""
        self._faults.remove(self)

    def __enter__(self) -> Injected:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None) -> None:
        self.remove()

    def __repr__(self) -> str:
        return f"{self.fault}: {self.hits} hits"


class Faults:
    """The faults of one cluster.

    Attributes:
        seed: what decides where a `probability` is below 1.
    """

    def __init__(self, *, seed: int = 0) -> None:
        self.seed = seed
        self._active: tuple[Injected, ...] = ()
        self._added = 0

    def add(self, fault: Fault) -> Injected:
        """Let a fault strike from now on, until it is removed; from any thread.

        Returns:
            The fault at work: a context manager that removes it, with `hits`.
        """
        injected = Injected(self, fault, self._added)
        self._added += 1
        self._active = (*self._active, injected)
        return injected

    def remove(self, injected: Injected) -> None:
        """Let a fault strike no more."""
        self._active = tuple(each for each in self._active if each is not injected)

    def clear(self) -> None:
        """Remove all."""
        self._active = ()

    @property
    def active(self) -> tuple[Injected, ...]:
        """Those that are at work, in the order in which they were added."""
        return self._active


class Desk:
    """The tap: every request comes by here.

    Args:
        faults: what strikes.
        requests: where they are recorded.
        clock: seconds, by the cluster's clock.
    """

    def __init__(self, faults: Faults, requests: Requests, clock: Callable[[], float] = time.time) -> None:
        self.faults = faults
        self.requests = requests
        self.over: asyncio.Event | None = None
        self._clock = clock
        self._late: dict[str, float] = {}

    def visit(self, request: web.Request, call: Call, verb: str) -> _Visit:
        """Meet a request."""
        if self.over is None:
            self.over = asyncio.Event()
        return _Visit(self, request, call, verb)

    def close(self) -> None:
        """The server ends: whatever is held goes free."""
        if self.over is not None:
            self.over.set()

    def replicas(self, job: Body) -> int:
        """Return how many Pods are made in the place of one."""
        for fault in self._on_jobs(job):
            if fault.refused:
                raise statuses.StatusError(403, fault.refused)
            if fault.pods != 1:
                return fault.pods
        return 1

    def _on_jobs(self, job: Body) -> Iterable[JobTrouble]:
        metadata = job["metadata"]
        for injected in self.faults.active:
            fault = injected.fault
            if isinstance(fault, JobTrouble) and not fault.late and injected.strikes("", "Job", metadata["namespace"], metadata["name"]):
                yield fault

    def delay(self, job: Body) -> float:
        """Return for how long the Job controller does not look at a Job."""
        metadata, now = job["metadata"], self._clock()
        for injected in self.faults.active:
            fault = injected.fault
            if not isinstance(fault, JobTrouble) or not fault.late:
                continue
            if metadata["uid"] not in self._late and injected.strikes("", "Job", metadata["namespace"], metadata["name"]):
                self._late[metadata["uid"]] = now + fault.late
        return self._late.get(metadata["uid"], 0.0) - now


class _Visit:
    """One request on its way."""

    def __init__(self, desk: Desk, request: web.Request, call: Call, verb: str) -> None:
        self._desk = desk
        self._request = request
        self._call = call
        self._verb = verb
        self._at, self._began = time.time(), time.monotonic()
        self._body = _decoded(call)
        self._name = call.name or (((self._body or {}).get("metadata") or {}).get("name") or "" if verb == "create" else "")
        place = (verb, call.resource.kind, call.namespace or "", self._name)
        active = desk.faults.active
        self._struck = [each.fault for each in active if not each.fault.on_events and not each.fault.on_jobs and each.strikes(*place)]
        self._recorded = False

    def _record(self, status: int) -> None:
        if self._recorded:
            return
        self._recorded = True
        call, seconds = self._call, time.monotonic() - self._began
        names = tuple(type(fault).__name__ for fault in self._struck)
        seen = Seen(
            *(self._verb, call.resource.kind, call.namespace or "", self._name, call.subresource, status, self._at, seconds),
            query=dict(call.query),
            body=self._body,
            agent=call.agent,
            faults=names,
        )
        self._desk.requests.add(seen)

    async def serve(self, serve: Serve) -> web.StreamResponse:
        """Answer: late, not at all, with a refusal, or as if nothing had happened."""
        for fault in self._struck:
            if isinstance(fault, Latency):
                await asyncio.sleep(fault.seconds)
        for fault in self._struck:
            if isinstance(fault, Refuse):
                self._record(fault.status)
                return _refusal(fault, self._call)
        try:
            response = await serve()
        except statuses.StatusError as error:
            self._record(error.code)
            raise
        except asyncio.CancelledError:
            self._record(0)  # the client has gone before there was an answer
            raise
        self._record(response.status)
        return await self._send(response)

    async def _send(self, response: web.StreamResponse) -> web.StreamResponse:
        """Lose or bend an answer that is no stream."""
        lost = next((each for each in self._struck if isinstance(each, LoseReply)), None)
        if lost is not None:
            if lost.silent:
                await self._hold()
            self._break()
        elif isinstance(response, web.Response) and any(isinstance(each, Cut | Split | Silence) for each in self._struck):
            return await self._bent(response)
        return response

    async def _bent(self, response: web.Response) -> web.StreamResponse:
        body = response.body if isinstance(response.body, bytes) else b""
        stream = web.StreamResponse(status=response.status, headers=response.headers)
        stream.content_length = len(body)

        async def whole() -> AsyncIterator[bytes]:
            yield body

        try:
            await stream.prepare(self._request)
            async for piece in self.pieces(whole()):
                await stream.write(piece)
            await stream.write_eof()
        except ConnectionError:
            pass  # broken on purpose, or the reader has gone
        return stream

    async def _hold(self) -> None:
        if self._desk.over is not None:
            await self._desk.over.wait()

    def _break(self) -> None:
        """Break the connection, without a goodbye."""
        transport = self._request.transport
        if isinstance(transport, asyncio.WriteTransport):
            transport.abort()

    # events

    def bend(self, type_: str, new: Body, old: Body | None) -> Iterable[tuple[str, Body]]:
        """Lose, repeat or follow an event by an older one."""
        metadata = new["metadata"]
        place = (self._verb, self._call.resource.kind, metadata.get("namespace") or "", metadata["name"])
        told = [(type_, new)]
        for injected in self._desk.faults.active:
            fault = injected.fault
            if not fault.on_events or (isinstance(fault, Drop) and fault.type not in ("", type_)):
                continue
            if isinstance(fault, Stale) and old is None:
                continue
            if not injected.strikes(*place, type_):
                continue
            if isinstance(fault, Drop):
                return []
            if isinstance(fault, Repeat):
                told += [(type_, new)] * fault.copies
            elif isinstance(fault, Stale) and old is not None:
                told.append(("MODIFIED", old))
        return told

    # streams

    async def pieces(self, pieces: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
        """Cut, split or silence a stream."""
        self._record(200)
        if not self._struck:
            async for piece in pieces:
                yield piece
            return
        for fault in self._struck:
            if isinstance(fault, WatchError):
                pieces = _with_error(pieces, fault)
            elif isinstance(fault, Split):
                pieces = _split(pieces, fault.bytes)
        cut = next((each for each in self._struck if isinstance(each, Cut)), None)
        silence = next((each for each in self._struck if isinstance(each, Silence)), None)
        left = cut.bytes if cut is not None else silence.after if silence is not None else None
        end = time.monotonic() + cut.seconds if cut is not None and cut.seconds is not None else None
        if left != 0:
            async for piece in _until(pieces, end):
                yield piece[:left]
                if left is not None and (left := left - len(piece)) <= 0:
                    break
        if silence is not None and cut is None:
            await self._hold()
        elif cut is not None and not cut.clean and (end is None or time.monotonic() >= end) and (left is None or left <= 0):
            await asyncio.sleep(0)
            self._break()
            raise ConnectionResetError("cut by a fault")


def _decoded(call: Call) -> Any:
    if "json" not in call.content_type and call.content_type:
        return None
    try:
        body = json.loads(call.data) if call.data.strip() else None
    except ValueError:
        return None
    return body


def _refusal(fault: Refuse, call: Call) -> web.Response:
    headers = {} if fault.retry_after is None else {"Retry-After": str(fault.retry_after)}
    if fault.page:
        return web.Response(status=fault.status, text=fault.page, content_type="text/html", headers=headers)
    resource = call.resource
    details: Body = {"name": call.name, "group": resource.group, "kind": resource.plural}
    details = {word: value for word, value in details.items() if value}
    if fault.causes:
        details["causes"] = [statuses.cause(field, "FieldValueInvalid", message) for field, message in fault.causes]
    if fault.retry_after is not None:
        details["retryAfterSeconds"] = fault.retry_after
    message = fault.message or MESSAGES.get(fault.status, "the server refused")
    if not fault.message and fault.status in (403, 404, 422):
        message = f'{statuses.resource(resource.plural, resource.group)} "{call.name}" {message}'
    error = statuses.StatusError(fault.status, message, reason=fault.reason, details=details)
    return web.Response(status=fault.status, body=encode(error.to_body()), content_type="application/json", headers=headers)


async def _split(pieces: AsyncIterator[bytes], size: int) -> AsyncIterator[bytes]:
    async for piece in pieces:
        for at in range(0, len(piece), size):
            yield piece[at : at + size]
            await asyncio.sleep(0)


async def _with_error(pieces: AsyncIterator[bytes], fault: WatchError) -> AsyncIterator[bytes]:
    left = fault.after
    if left > 0:
        async for piece in pieces:
            lines = piece.splitlines(keepends=True)[:left]
            yield b"".join(lines)
            left -= len(lines)
            if left <= 0:
                break
    error = statuses.StatusError(fault.status, MESSAGES.get(fault.status, "the server refused"))
    yield encode({"type": "ERROR", "object": error.to_body()}) + b"\n"


async def _until(pieces: AsyncIterator[bytes], end: float | None) -> AsyncIterator[bytes]:
    """Yield what comes before a time."""
    while True:
        try:
            wait = None if end is None else max(0.0, end - time.monotonic())
            yield await asyncio.wait_for(anext(pieces), wait)
        except (StopAsyncIteration, asyncio.TimeoutError, TimeoutError):
            return
