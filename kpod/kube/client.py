"""`KubeCluster`: the seam's verbs, spoken over HTTP.

Bodies go in as they are and come out as they are; nothing is defaulted, renamed or dropped. It makes no discovery call and keeps no cache.
"""

from __future__ import annotations

import math
import os
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import TracebackType
from typing import Any

from kpod import wire
from kpod.api.kinds import Kind
from kpod.cluster import Body, Listing, PatchType, Propagation, Ref, WatchEvent, within
from kpod.errors import ExpiredError, UnreachableError
from kpod.kube import config, paths
from kpod.kube.answers import error_of
from kpod.kube.door import READ_TIMEOUT, Door, Request
from kpod.kube.streams import Lines, Stream

LIST_TIMEOUT = 60.0
PAGE = 1000
WATCH_SILENCE = 90.0
OVERTIME = 5.0
LOG_SILENCE = 60.0
_Page = tuple[list[Any], str, str]  # items, version, the token of the next page
PATCH_TYPES: dict[str, str] = {
    "strategic": "application/strategic-merge-patch+json",
    "merge": "application/merge-patch+json",
    "json": "application/json-patch+json",
}


class KubeCluster:
    """A Kubernetes API, reached over HTTP with the official client's configuration and credentials.

    Safe for any number of threads. Nothing is read or sent before the first call, except the kubeconfig.

    Args:
        kubeconfig: a path (or several, joined as in `$KUBECONFIG`), a parsed one, or a source;
            None for what `kpod.kube.default` would take.
        context: the context to use; default: the kubeconfig's current one.
        namespace: the namespace that "none given" means; default: the context's. Never guessed.
        sleep: waits between two tries of a request.

    Raises:
        ConfigError: the kubeconfig is missing or broken, there is none at all, or the official client is not installed.
    """

    def __init__(
        self,
        kubeconfig: str | os.PathLike[str] | Mapping[str, Any] | config.Source | None = None,
        *,
        context: str | None = None,
        namespace: str | None = None,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        if isinstance(kubeconfig, config.Source):
            source = kubeconfig
        else:
            source = config.find(context=context) if kubeconfig is None else config.from_kubeconfig(kubeconfig, context=context)
        self._source = source
        self._namespace = namespace or source.namespace
        self._door = Door(source, sleep=sleep)

    @property
    def name(self) -> str:
        """What a person calls the cluster: the kubeconfig's context, or `in-cluster`."""
        return self._source.name

    @property
    def namespace(self) -> str | None:
        """The namespace that "none given" means."""
        return self._namespace

    def __repr__(self) -> str:
        return f"KubeCluster({self._source}, namespace={self._namespace!r})"

    def __enter__(self) -> KubeCluster:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close the idle connections. The cluster may be used again."""
        self._door.close()

    def create(self, body: Body, *, namespace: str | None = None, dry_run: bool = False) -> Body:
        """Create one object and return it as the server stored it.

        Unknown fields are refused by the server (`fieldValidation=Strict`). It is sent once, or again where the server said that it did
        nothing (429): whether a lost answer meant success is for the caller to find out.

        Raises:
            AlreadyExistsError: an object of that name is there.
            InvalidError: the server refuses the body.
        """
        kind = paths.kind_of(body.get("kind", ""), body.get("apiVersion"))
        metadata = body.get("metadata") or {}
        name = metadata.get("name") or metadata.get("generateName", "")
        place = self._place(kind, namespace or metadata.get("namespace"), name)
        return self._json(
            Request(
                "POST",
                paths.collection(kind, place),
                query=[("fieldValidation", "Strict"), *_dry_run(dry_run)],
                body=body,
                verb="create",
                ref=Ref(kind.kind, name, place),
            )
        )

    def apply(self, body: Body, *, field_manager: str = "kpod", force: bool = False) -> Body:
        """Create or change one object by server-side apply, and return it.

        `force` takes fields over from other managers. Raises ConflictError where another manager owns a field and `force` is not set.
        """
        kind = paths.kind_of(body.get("kind", ""), body.get("apiVersion"))
        metadata = body.get("metadata") or {}
        place = self._place(kind, metadata.get("namespace"), metadata["name"])
        query = [("fieldManager", field_manager), ("fieldValidation", "Strict")]
        return self._json(
            Request(
                "PATCH",
                paths.of_object(kind, place, metadata["name"]),
                query=[*query, ("force", "true")] if force else query,
                body=body,
                content_type="application/apply-patch+yaml",
                verb="apply",
                ref=Ref(kind.kind, metadata["name"], place),
                repeatable=True,
            )
        )

    def get(self, ref: Ref) -> Body:
        """Read one object. Raises NotFoundError."""
        return self._json(self._request("GET", "get", ref, repeatable=True))

    def list(
        self, kind: str, *, namespace: str | None = None, labels: str = "", fields: str = "", view: type[Any] | None = None
    ) -> Listing:
        """List the objects of a kind that the selectors choose, of all namespaces where none is given.

        Asked for in pages of 1,000, so that memory holds the answers of one page; where the server forgets in between, once more and whole.

        Args:
            kind: as `Pod`.
            namespace: only of this namespace.
            labels: a label selector, as `app=x,tier in (a, b)`.
            fields: a field selector, as `metadata.name=x`.
            view: a class of `kpod.wire.views` that the items are decoded into; default: bodies.
        """
        path = paths.collection(paths.kind_of(kind), namespace)
        query = _selectors(labels, fields)
        items, version, more = self._page(kind, path, [*query, ("limit", str(PAGE))], view)
        try:
            while more:
                page, version, more = self._page(kind, path, [*query, ("limit", str(PAGE)), ("continue", more)], view)
                items += page
        except ExpiredError:  # the server has forgotten the first page's version meanwhile
            items, version, _ = self._page(kind, path, query, view)
        return Listing(items, version)

    def _page(self, kind: str, path: str, query: Sequence[tuple[str, str]], view: type[Any] | None) -> _Page:
        request = Request("GET", path, query=query, verb=f"list {kind}s", repeatable=True, read_timeout=LIST_TIMEOUT)
        data = self._door.send(request)
        try:
            found: _Page = _views().decode_page(data, view)
        except ValueError as error:
            raise _no_answer(f"list {kind}s", error) from error
        return found

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
    ) -> Watch:
        """Yield what happens after the version `since`, for at most `timeout` seconds (rounded up) by the server's clock.

        The iterator's `close` may be called by any thread and ends it. Raises UnreachableError where the server is silent for longer than
        its bookmarks (90 s), or has not ended the watch 5 s after its time; ExpiredError where `since` is too old: list again.
        """
        seconds = max(1, math.ceil(timeout))
        query = [
            ("watch", "true"),
            ("resourceVersion", since),
            ("allowWatchBookmarks", "true"),
            ("timeoutSeconds", str(seconds)),
            *_selectors(labels, fields),
        ]
        path = paths.collection(paths.kind_of(kind), namespace)
        request = Request("GET", path, query=query, verb=f"watch {kind}s", repeatable=True, read_timeout=WATCH_SILENCE)
        with within(seconds + OVERTIME):  # a peer that went half-open is not silent for longer than this
            stream = self._door.stream(request)
        return Watch(stream, kind, view)

    def patch(self, ref: Ref, patch: Any, *, patch_type: PatchType = "merge") -> Body:
        """Change one object and return it. A JSON patch is sent once, the others may be sent again when no answer came."""
        return self._json(
            self._request(
                "PATCH",
                "patch",
                ref,
                query=[("fieldValidation", "Strict")],
                body=patch,
                content_type=PATCH_TYPES[patch_type],
                repeatable=patch_type != "json",
            )
        )

    def delete(self, ref: Ref, *, grace: int | None = None, propagation: Propagation = "Background") -> None:
        """Delete one object, only the one with `ref.uid` where that is set.

        Args:
            ref: the object.
            grace: seconds that a Pod's processes get, default: the Pod's own; 0 kills at once.
            propagation: what happens to what the object owns. Always sent: without it the Pods of a Job run on.

        Raises:
            NotFoundError: it is not there.
            ConflictError: an object with another uid has that name.
        """
        options: Body = {"kind": "DeleteOptions", "apiVersion": "v1", "propagationPolicy": propagation}
        if ref.uid:
            options["preconditions"] = {"uid": ref.uid}
        if grace is not None:
            options["gracePeriodSeconds"] = grace
        self._door.send(self._request("DELETE", "delete", ref, body=options, repeatable=True))

    def logs(
        self,
        ref: Ref,
        *,
        container: str | None = None,
        follow: bool = False,
        since: str | None = None,
        tail: int | None = None,
        timestamps: bool = False,
    ) -> Stream:
        """Yield a Pod's log in pieces as they arrive; pieces are no lines.

        Args:
            ref: the Pod.
            container: needed where the Pod has more than one.
            follow: go on until the container ends. Then silence of 60 s raises UnreachableError: ask again from the last line's time.
            since: RFC 3339; the kubelet cuts it to the whole second.
            tail: only the last lines.
            timestamps: put the time, in nanoseconds, before each line.

        Raises:
            NotFoundError: the Pod is gone.
            InvalidError: the container has not started yet.
        """
        query = [("follow", "true" if follow else ""), ("container", container), ("sinceTime", since)]
        query += [("tailLines", None if tail is None else str(tail)), ("timestamps", "true" if timestamps else "")]
        request = self._request(
            "GET",
            "logs",
            ref,
            subresource="log",
            query=[(key, value) for key, value in query if value],
            repeatable=True,
            read_timeout=LOG_SILENCE if follow else READ_TIMEOUT,
        )
        return self._door.stream(request)

    def version(self) -> str:
        """Ask for the server's version, as `v1.37.2`; needs no permission."""
        answer: str = self._json(Request("GET", "/version", verb="ask for the version", repeatable=True)).get("gitVersion", "")
        return answer

    def _request(self, method: str, verb: str, ref: Ref, *, subresource: str = "", **more: Any) -> Request:
        kind = paths.kind_of(ref.kind)
        namespace = self._place(kind, ref.namespace, ref.name)
        return Request(method, paths.of_object(kind, namespace, ref.name, subresource), verb=verb, ref=ref, **more)

    def _place(self, kind: Kind, namespace: str | None, name: str) -> str | None:
        if not kind.namespaced:
            return None
        if not (namespace or self._namespace):
            raise paths.no_namespace(f"{kind.kind} {name}")
        return namespace or self._namespace

    def _json(self, request: Request) -> Body:
        what = f"{request.verb} {request.ref or ''}".strip()
        data = self._door.send(request)
        try:
            body = _views().decode(data)
        except ValueError as error:
            raise _no_answer(what, error) from error
        if not isinstance(body, dict):
            raise _no_answer(what, "it is no object")
        return body


class Watch:
    """The events of one watch. `close` may be called by any thread and ends it."""

    def __init__(self, stream: Stream, kind: str, view: type[Any] | None) -> None:
        self._lines = Lines(stream)
        self._kind = kind
        self._view = view
        self._decode = _views().decode_event

    def __iter__(self) -> Iterator[WatchEvent]:
        return self

    def __next__(self) -> WatchEvent:
        line = next(self._lines)
        try:
            type_, thing, version = self._decode(line, self._view)
        except ValueError as error:
            if self._lines.is_over:
                raise StopIteration from None  # the connection ended, or was closed, in the middle of an event
            self.close()
            raise _no_answer(f"watch {self._kind}s", error) from error
        if type_ == "ERROR":
            self.close()
            raise error_of(int(thing.get("code") or 500), wire.to_json(thing), verb=f"watch {self._kind}s")
        return WatchEvent(type_, thing, version)

    def close(self) -> None:
        """End the watch."""
        self._lines.close()


def _dry_run(dry_run: bool) -> list[tuple[str, str]]:
    return [("dryRun", "All")] if dry_run else []


def _selectors(labels: str, fields: str) -> list[tuple[str, str]]:
    return [(key, value) for key, value in (("labelSelector", labels), ("fieldSelector", fields)) if value]


def _no_answer(what: str, why: object) -> UnreachableError:
    """Something else than the API answered, as a proxy with its own page does."""
    return UnreachableError(f"{what}: the answer is none of a Kubernetes API ({why}); what stands between here and the server?")


def _views() -> Any:
    from kpod.wire import views  # loads msgspec, which a cluster that is only configured does not need

    return views
