"""Streams the changes of a kind: replay, what leaves a selector, bookmarks, the marker after the first objects, and 410 as an event.

A watcher that reads too slowly is closed, and comes back with the last version that it saw: nothing here grows with a reader that stands
still.
"""

from __future__ import annotations

import asyncio
import json
import random
from collections.abc import AsyncIterator, Iterator
from typing import Any

from kpod.cluster import Body
from kpod.local import statuses, validation, views
from kpod.local.calls import Call
from kpod.local.changes import Change, Subscription
from kpod.local.store import Bodies, Store

BOOKMARKS = 60.0
"""Seconds between two bookmarks of an idle stream."""

BACKLOG = 20_000
"""How many changes may wait for a slow reader before it is closed."""


def encode(body: Any) -> bytes:
    """Return JSON bytes; what is no Unicode becomes `?`."""
    return json.dumps(body, separators=(",", ":"), ensure_ascii=False).encode("utf-8", "replace")


class Watch:
    """One watch: `lines()` yields the stream's pieces until its time is over, or `close()`.

    Raises:
        StatusError: 400, 422 for parameters that do not fit; a version that is too old is told in the stream.
    """

    def __init__(self, store: Store, call: Call) -> None:
        self._store = store
        self._call = call
        self._question = call.question()
        self._bookmarks = call.flag("allowWatchBookmarks")
        self._seconds = call.integer("timeoutSeconds") or random.randint(1800, 3600)
        self._initial = call.flag("sendInitialEvents") if call.query.get("sendInitialEvents") else None
        match = call.query.get("resourceVersionMatch", "")
        if self._initial is not None and match != "NotOlderThan":
            causes = [statuses.cause("resourceVersionMatch", "FieldValueForbidden", "Forbidden: sendInitialEvents requires NotOlderThan")]
            raise statuses.invalid("ListOptions", "meta.k8s.io", "", causes)
        if self._initial is None and match:
            why = "Forbidden: resourceVersionMatch is forbidden for watch unless sendInitialEvents is provided"
            raise statuses.invalid("ListOptions", "meta.k8s.io", "", [statuses.cause("resourceVersionMatch", "FieldValueForbidden", why)])
        version = call.query.get("resourceVersion", "")
        if version and not version.isdigit():
            raise statuses.invalid("ListOptions", "meta.k8s.io", "", [validation.wrong("resourceVersion", version, "must be a number")])
        self._since = int(version or "0")
        self._first = True
        self._subscription: Subscription | None = None

    def close(self) -> None:
        """End the stream."""
        if self._subscription is not None:
            self._subscription.close()

    async def lines(self) -> AsyncIterator[bytes]:
        """Yield the events, each one a line."""
        try:
            past, since = self._begin()
            self._subscription = self._store.subscribe(self._call.resource.stored, since=since, limit=BACKLOG)
        except statuses.StatusError as error:
            yield encode({"type": "ERROR", "object": error.to_body()}) + b"\n"
            return
        try:
            for body in past:
                yield self._line("ADDED", body)
            if self._initial and self._bookmarks:
                yield self._bookmark(end=True)
            async for line in self._live(self._subscription):
                yield line
        finally:
            self._subscription.close()

    def _begin(self) -> tuple[Bodies, int]:
        """Return the objects to begin with, and the version after which the changes are told."""
        store = self._store
        if self._initial or (self._initial is None and self._since == 0):
            stored = store.list(self._call.resource.stored, self._call.namespace)
            shown = [views.shown(self._call.resource, body) for body in stored]
            return [body for body in shown if self._question(body)], store.version
        return [], self._since if self._since else store.version

    async def _live(self, subscription: Subscription) -> AsyncIterator[bytes]:
        loop = asyncio.get_running_loop()
        end, mark = loop.time() + self._seconds, loop.time() + BOOKMARKS
        while True:
            lines = b"".join(self._lines(subscription))
            if lines:
                yield lines
            if subscription.closed:
                return
            now = loop.time()
            if now >= end:
                if self._bookmarks:
                    yield self._bookmark()
                return
            if now >= mark:
                mark = now + BOOKMARKS
                if self._bookmarks:
                    yield self._bookmark()
            await subscription.wait(min(end, mark) - now)

    def _lines(self, subscription: Subscription) -> Iterator[bytes]:
        for change in subscription.pending():
            line = self._event(change)
            if line:
                yield line

    def _event(self, change: Change) -> bytes:
        type_, new, old = change
        resource = self._call.resource
        new = views.shown(resource, new)
        before = old is not None and self._question(views.shown(resource, old))
        after = self._question(new)
        if type_ == "DELETED":
            return self._line("DELETED", new) if before else b""
        if before and not after and old is not None:
            gone = views.shown(resource, old)
            metadata = {**gone["metadata"], "resourceVersion": new["metadata"]["resourceVersion"]}
            return self._line("DELETED", {**gone, "metadata": metadata})
        if after:
            return self._line("MODIFIED" if before else "ADDED", new)
        return b""

    def _line(self, type_: str, body: Body) -> bytes:
        include = self._call.query.get("includeObject", "Metadata")
        shown = views.one(self._call.resource, body, self._call.form, self._store.moment(), include=include, columns=self._first)
        self._first = False
        return encode({"type": type_, "object": shown}) + b"\n"

    def _bookmark(self, *, end: bool = False) -> bytes:
        metadata: Body = {"resourceVersion": str(self._store.version), "creationTimestamp": None}
        if end:
            metadata["annotations"] = {"k8s.io/initial-events-end": "true"}
        resource = self._call.resource
        body: Body = {"kind": resource.kind, "apiVersion": resource.api_version, "metadata": metadata}
        if self._call.form == "Table":
            body = {"kind": "Table", "apiVersion": "meta.k8s.io/v1", "metadata": metadata, "columnDefinitions": None, "rows": []}
            if end:
                row = {"kind": "PartialObjectMetadata", "apiVersion": "meta.k8s.io/v1", "metadata": metadata}
                body["rows"] = [{"cells": [""], "object": row}]
        elif self._call.form == "PartialObjectMetadata":
            body = views.partial(body)
        return encode({"type": "BOOKMARK", "object": body}) + b"\n"
