"""The HTTP side of the embedded cluster: who may ask, which path means what, and how an answer looks on the wire.

It listens on the loopback address only, with a certificate and a bearer token that are made anew at each start (Go clients send no token
without TLS). It refuses requests whose
Host or Origin is not its own, so that no web page can reach it through a browser. What the verbs mean is in `verbs`, `watches` and `pods`.
"""

from __future__ import annotations

import asyncio
import hmac
import secrets
import socket
import ssl
import tempfile
import weakref
from collections.abc import Awaitable, Callable
from pathlib import Path

from aiohttp import web

from kpod.cluster import Body
from kpod.local import bodies, calls, certificate, channels, discovery, openapi, pods, statuses, verbs, watches
from kpod.local.calls import Answer, Call
from kpod.local.kinds import REVIEWS
from kpod.local.store import Store
from kpod.local.tap import Tap, Visit

_OPEN = ("/readyz", "/livez", "/healthz")
_COLLECTION = {"GET": verbs.list_, "POST": verbs.create, "DELETE": verbs.delete_collection}
_OBJECT = {"GET": verbs.get, "PUT": verbs.update, "PATCH": verbs.patch, "DELETE": verbs.delete}
_STATUS = {"GET": verbs.get, "PUT": verbs.update, "PATCH": verbs.patch}


class Server:
    """The API server of one embedded cluster.

    Args:
        store: its objects.
        token: the bearer token, made at random where none is given.

    Attributes:
        url: where it listens, after `start`.
        certificate: its certificate as PEM, after `start`.
        reader: whoever reads the Pods' logs.
        node: whoever runs programs in the Pods' containers.
        tap: whoever sees and bends what goes through; None for nobody.
    """

    def __init__(self, store: Store, *, token: str = "") -> None:
        self.store = store
        self.token = token or secrets.token_urlsafe(32)
        self.url = ""
        self.certificate = b""
        self.reader: pods.LogReader | None = None
        self.node: channels.Node | None = None
        self.tap: Tap | None = None
        self._hosts: tuple[str, ...] = ()
        self._runner: web.AppRunner | None = None
        self._watches: set[watches.Watch] = set()
        self._transports: weakref.WeakSet[asyncio.WriteTransport] = weakref.WeakSet()

    async def start(self, port: int = 0) -> None:
        """Listen on the loopback address, on a free port where 0 is given.

        Raises:
            OSError: the port is taken.
        """
        app = web.Application(client_max_size=bodies.LIMIT, middlewares=[self._guard])
        app.router.add_route("*", "/{path:.*}", self._handle)
        self.certificate, key = certificate.make()
        listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        try:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.bind(("127.0.0.1", port))
            port = listener.getsockname()[1]
            self._runner = web.AppRunner(app, access_log=None, handler_cancellation=True, shutdown_timeout=1.0)
            await self._runner.setup()
            await web.SockSite(self._runner, listener, backlog=512, ssl_context=_context(self.certificate, key)).start()
        except OSError:
            listener.close()
            raise
        self.url = f"https://127.0.0.1:{port}"
        self._hosts = (f"127.0.0.1:{port}", f"localhost:{port}")

    async def stop(self) -> None:
        """Close every watch and every connection."""
        for watch in list(self._watches):
            watch.close()
        if self.tap is not None:
            self.tap.close()
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None
        for transport in list(self._transports):
            transport.abort()  # a TLS connection would wait for its peer's goodbye
        for _ in range(3):
            await asyncio.sleep(0)

    # who may ask

    @web.middleware
    async def _guard(self, request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]) -> web.StreamResponse:
        if isinstance(request.transport, asyncio.WriteTransport):
            self._transports.add(request.transport)
        try:
            self._check(request)
            return await handler(request)
        except statuses.StatusError as error:
            return _respond(Answer(error.to_body(), error.code))
        except web.HTTPRequestEntityTooLarge:
            problem = statuses.StatusError(413, f"Request entity too large: limit is {bodies.LIMIT}")
            return _respond(Answer(problem.to_body(), problem.code))
        except web.HTTPException as error:
            problem = statuses.StatusError(error.status, error.reason)
            return _respond(Answer(problem.to_body(), error.status))

    def _check(self, request: web.Request) -> None:
        origin = request.headers.get("Origin")
        if request.host not in self._hosts or (origin is not None and origin.partition("://")[2] not in self._hosts):
            raise statuses.StatusError(403, "this server answers only requests that are made to its own address")
        if request.path in _OPEN:
            return
        scheme, _, token = request.headers.get("Authorization", "").partition(" ")
        given = token.strip().encode("utf-8", "surrogateescape")
        if scheme.lower() != "bearer" or not hmac.compare_digest(given, self.token.encode()):
            raise statuses.StatusError(401, "Unauthorized")

    # which path means what

    async def _handle(self, request: web.Request) -> web.StreamResponse:
        path = request.path
        if path in _OPEN:
            return web.Response(text="ok")
        if path in ("/version", "/version/"):  # kr8s asks so
            return _respond(Answer(discovery.VERSION))
        if path in ("/openapi/v2", "/swagger.json") or not path.startswith(("/api", "/openapi/v3")):
            raise statuses.no_such_path()
        found = self._discover(request) if request.method == "GET" else None
        if found is not None:
            return found
        return await self._call(request)

    def _discover(self, request: web.Request) -> web.Response | None:
        path = request.path.strip("/")
        accept = request.headers.get("Accept", "")
        parts = path.split("/")
        if path in ("api", "apis") and discovery.wants_aggregated(accept):
            return _respond(Answer(discovery.aggregated(core=path == "api")), discovery.AGGREGATED)
        if path == "api":
            return _respond(Answer(discovery.versions(self._hosts[0])))
        if path == "apis":
            return _respond(Answer(discovery.group_list()))
        if path == "openapi/v3":
            return _respond(Answer(openapi.index()))
        if path.startswith("openapi/v3/"):
            root = path.removeprefix("openapi/v3/")
            if root in openapi.roots():
                return _respond(Answer(openapi.document(root)))
            raise statuses.no_such_path()
        if path in openapi.roots():
            return _respond(Answer(discovery.resource_list("" if parts[0] == "api" else parts[1])))
        if len(parts) == 2 and parts[0] == "apis" and parts[1] in discovery.groups():
            return _respond(Answer(discovery.group(parts[1])))
        return None

    async def _call(self, request: web.Request) -> web.StreamResponse:
        resource, namespace, name, subresource = calls.parse_path(request.path)
        call = Call(
            resource,
            namespace,
            name,
            subresource,
            request.query,
            request.headers.get("Content-Type", ""),
            await request.read() if request.method != "GET" else b"",
            calls.parse_form(request.headers.get("Accept", "")),
            request.headers.get("User-Agent", "").partition("/")[0],
        )
        if resource in REVIEWS:
            return _respond(self._review(request.method, call))
        if self.tap is None:
            return await self._serve(request, call, None)
        visit = self.tap.visit(request, call, _name_of_verb(request.method, call))
        return await visit.serve(lambda: self._serve(request, call, visit))

    async def _serve(self, request: web.Request, call: Call, visit: Visit | None) -> web.StreamResponse:
        if request.method == "GET" and call.subresource == "log":
            return await self._log(request, call, visit)
        if call.subresource in ("exec", "attach") and self.node is not None:
            return await channels.serve(self.store, self.node, request, call, visit)
        if request.method == "GET" and not call.subresource and call.flag("watch"):
            return await self._watch(request, call, visit)
        return _respond(self._verb(request.method, call))

    def _verb(self, method: str, call: Call) -> Answer:
        if call.subresource == "eviction" and method == "POST":
            return pods.evict(self.store, call)
        table = _STATUS if call.subresource == "status" else {} if call.subresource else _OBJECT if call.name else _COLLECTION
        verb = table.get(method)
        if verb is None or (call.name and call.resource.namespaced and call.namespace is None):
            raise statuses.StatusError(405, "the server does not allow this method on the requested resource")
        return verb(self.store, call)

    def _review(self, method: str, call: Call) -> Answer:
        if method != "POST" or call.name:
            raise statuses.StatusError(405, "the server does not allow this method on the requested resource")
        body = bodies.decode(call.data, call.content_type)
        if not isinstance(body, dict) or not isinstance(body.get("spec") or {}, dict):
            raise statuses.bad_request("the review is no object")
        return Answer(discovery.review(call.resource.kind, body), 201)

    # streams

    async def _watch(self, request: web.Request, call: Call, visit: Visit | None) -> web.StreamResponse:
        watch = watches.Watch(self.store, call, bend=visit.bend if visit else None)
        lines = visit.pieces(watch.lines()) if visit else watch.lines()
        kind = "application/json;stream=watch" if call.form else "application/json"
        response = web.StreamResponse(headers={"Content-Type": kind, "Cache-Control": "no-cache, private"})
        response.enable_chunked_encoding()
        self._watches.add(watch)
        try:
            await response.prepare(request)
            async for line in lines:
                await response.write(line)
            await response.write_eof()
        except ConnectionError:
            pass  # the reader has gone
        finally:
            watch.close()
            self._watches.discard(watch)
        return response

    async def _log(self, request: web.Request, call: Call, visit: Visit | None) -> web.StreamResponse:
        pieces = pods.log(self.store, self.reader, call)
        if pieces is None:
            return web.Response(status=204)
        if visit is not None:
            pieces = visit.pieces(pieces)
        response = web.StreamResponse(headers={"Content-Type": "text/plain", "Cache-Control": "no-cache, private"})
        response.enable_chunked_encoding()
        try:
            await response.prepare(request)
            async for piece in pieces:
                await response.write(piece)
            await response.write_eof()
        except (ConnectionError, asyncio.TimeoutError):
            pass  # the reader has gone
        return response


def _name_of_verb(method: str, call: Call) -> str:
    """Return the verb as RBAC calls it; `log`, `evict`, `exec` and `attach` for what is a verb of its own to people."""
    if call.subresource in ("log", "eviction", "exec", "attach"):
        return {"eviction": "evict"}.get(call.subresource, call.subresource)
    if method == "GET":
        return "get" if call.name else "watch" if call.flag("watch") else "list"
    if method == "DELETE" and not call.name:
        return "deletecollection"
    return {"POST": "create", "PUT": "update"}.get(method, method.lower())


def _respond(answer: Answer, content_type: str = "application/json") -> web.Response:
    response = web.Response(
        status=answer.code,
        body=watches.encode(answer.body),
        headers={"Content-Type": content_type, "Cache-Control": "no-cache, private"},
    )
    for text in answer.warnings:
        response.headers.add("Warning", _warning(text))
    return response


def _warning(text: str) -> str:
    shown = "".join(each if each.isprintable() and each.isascii() else "?" for each in text)
    escaped = shown.replace("\\", "\\\\").replace('"', '\\"')
    return f'299 - "{escaped}"'


def _context(chain: bytes, key: bytes) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    with tempfile.NamedTemporaryFile(prefix="kpod-local-", suffix=".pem") as file:  # the module ssl reads files only; 0600
        file.write(chain + key)
        file.flush()
        context.load_cert_chain(file.name)
    return context


def kubeconfig(server: Server, authority: Path, *, namespace: str = "default", name: str = "kpod-local") -> Body:
    """Return the kubeconfig of a server that has started.

    The certificate is named by its path: what stands in the kubeconfig itself the official client writes into temporary files of its own.
    """
    return {
        "apiVersion": "v1",
        "kind": "Config",
        "clusters": [{"name": name, "cluster": {"server": server.url, "certificate-authority": str(authority)}}],
        "users": [{"name": name, "user": {"token": server.token}}],
        "contexts": [{"name": name, "context": {"cluster": name, "user": name, "namespace": namespace}}],
        "current-context": name,
    }
