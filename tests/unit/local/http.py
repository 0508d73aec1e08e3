"""An API server on a free port with an aiohttp client, and nothing else: no controllers, no node."""

from __future__ import annotations

import asyncio
import io
import json
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import aiohttp
import attrs

from kpod.local.embedded import fill
from kpod.local.server import Server
from kpod.local.store import Store

POD = {
    "apiVersion": "v1",
    "kind": "Pod",
    "metadata": {"name": "p"},
    "spec": {"restartPolicy": "Never", "containers": [{"name": "main", "image": "a:1"}]},
}
JOB = {
    "apiVersion": "batch/v1",
    "kind": "Job",
    "metadata": {"name": "j"},
    "spec": {"template": {"spec": POD["spec"]}},
}
PODS = "/api/v1/namespaces/default/pods"
JOBS = "/apis/batch/v1/namespaces/default/jobs"
CONFIG = "/api/v1/namespaces/default/configmaps"
SECRETS = "/api/v1/namespaces/default/secrets"


@attrs.frozen
class Reply:
    status: int
    body: Any
    headers: Any

    @property
    def warnings(self) -> list[str]:
        return list(self.headers.getall("Warning", []))


@attrs.define
class Client:
    """Sends requests to one server."""

    store: Store
    server: Server
    session: aiohttp.ClientSession

    async def __call__(
        self, method: str, path: str, body: Any = None, *, kind: str = "application/json", accept: str = "application/json", **headers: str
    ) -> Reply:
        data = body if body is None or isinstance(body, bytes) else json.dumps(body).encode()
        data = io.BytesIO(data) if data and len(data) > 2**20 else data
        given = {"Content-Type": kind, "Accept": accept, **headers}
        async with self.session.request(method, self.server.url + path, data=data, headers=given) as answer:
            text = await answer.text()
            is_json = "json" in answer.headers.get("Content-Type", "")
            return Reply(answer.status, json.loads(text) if is_json else text, answer.headers)

    @asynccontextmanager
    async def watch(self, path: str) -> AsyncIterator[Callable[[], Awaitable[Any]]]:
        """Yields a function that returns the next event, None at the end of the stream."""
        async with self.session.get(self.server.url + path) as answer:
            assert answer.status == 200, await answer.text()

            async def following() -> Any:
                line = await asyncio.wait_for(answer.content.readline(), 10)
                return json.loads(line) if line else None

            yield following


@asynccontextmanager
async def serving(*, version: int = 1) -> AsyncIterator[Client]:
    store = Store(version=version)
    fill(store, "default")
    server = Server(store)
    await server.start()
    context = ssl.create_default_context(cadata=server.certificate.decode())
    connector = aiohttp.TCPConnector(ssl=context)
    session = aiohttp.ClientSession(connector=connector, headers={"Authorization": f"Bearer {server.token}"})
    try:
        yield Client(store, server, session)
    finally:
        await session.close()
        await server.stop()


def scene(play: Callable[[Client], Awaitable[None]]) -> None:
    """Run one test against a server of its own."""

    async def main() -> None:
        async with serving() as client:
            await play(client)

    asyncio.run(main())
