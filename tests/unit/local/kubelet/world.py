"""A node with a store, in a thread of its own, as the embedded cluster has it; the containers are real."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any, TypeVar

from kpod.local.kubelet.node import Timings
from kpod.local.kubelet.pods import Kubelet
from kpod.local.store import Store

T = TypeVar("T")
Body = dict[str, Any]
PATIENCE = 30.0


class World:
    """What a test sees of a node: it creates and deletes Pods and waits for what their status shows."""

    def __init__(self, root: Path, **options: Any) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._live, name="world", daemon=True)
        self._ready = threading.Event()
        self._options = {"images": "host", "root": root, "timings": Timings(pull=0.3, show=0.1, crash=0.2, config=0.1, schedule=0.1)}
        self._options.update(options)
        self.root = root
        self.seen: list[Body] = []
        self.store: Store
        self.kubelet: Kubelet

    def _live(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.run_until_complete(self._run())
        self._loop.close()

    async def _run(self) -> None:
        self.store = Store()
        self.kubelet = Kubelet(self.store, **self._options)
        self._over = asyncio.Event()
        self._ready.set()
        tasks = [asyncio.create_task(self.kubelet.run()), asyncio.create_task(self._record())]
        await self._over.wait()
        await self.kubelet.stop()
        for task in tasks:
            task.cancel()
        await asyncio.wait(tasks)

    async def _record(self) -> None:
        async for _, pod, _ in self.store.subscribe("pods"):
            self.seen.append(pod)

    def start(self) -> World:
        self._thread.start()
        assert self._ready.wait(PATIENCE)
        return self

    def stop(self) -> None:
        if self._thread.is_alive():
            self._loop.call_soon_threadsafe(self._over.set)
            self._thread.join(PATIENCE)
            assert not self._thread.is_alive()

    def do(self, work: Callable[[], T]) -> T:
        async def call() -> T:
            return work()

        return self.wait_for(call())

    def wait_for(self, work: Coroutine[Any, Any, T]) -> T:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(PATIENCE)

    def put(self, plural: str, name: str, **fields: Any) -> Body:
        body = {"apiVersion": "v1", "kind": plural, "metadata": {"name": name, "namespace": "default"}, **fields}
        return self.do(lambda: self.store.create(plural, body))

    def run(self, *command: str, name: str = "pod", spec: Body | None = None, metadata: Body | None = None, **container: Any) -> Body:
        """Create a Pod of one container, `main`."""
        main = {"name": "main", "image": "any", "command": list(command), **container}
        given = spec or {}
        rest = {"containers": [main, *given.pop("others", [])], "restartPolicy": "Never", "terminationGracePeriodSeconds": 5, **given}
        meta = {"name": name, "namespace": "default", "generation": 1, **(metadata or {})}
        pod = {"apiVersion": "v1", "kind": "Pod", "metadata": meta, "spec": rest}
        return self.do(lambda: self.store.create("pods", pod))

    def pod(self, name: str = "pod") -> Body | None:
        return self.do(lambda: self.store.get("pods", "default", name))

    def until(self, check: Callable[[Body], Any], name: str = "pod") -> Body:
        """Wait until the Pod's status passes a check, and return the Pod."""
        end = time.monotonic() + PATIENCE
        while True:
            pod = self.pod(name)
            if pod is not None and "status" in pod and check(pod["status"]):
                return pod
            assert time.monotonic() < end, (pod, self.events())
            time.sleep(0.005)

    def ended(self, name: str = "pod") -> Body:
        return self.until(lambda status: status["phase"] in ("Succeeded", "Failed"), name)

    def running(self, name: str = "pod") -> Body:
        return self.until(lambda status: status["phase"] == "Running", name)

    def gone(self, name: str = "pod") -> None:
        end = time.monotonic() + PATIENCE
        while self.pod(name) is not None:
            assert time.monotonic() < end, self.pod(name)
            time.sleep(0.005)

    def delete(self, name: str = "pod", **options: Any) -> None:
        self.do(lambda: self.store.delete("pods", "default", name, **options))

    def log(self, name: str = "pod", container: str = "main", **options: Any) -> str:
        async def collect() -> bytes:
            return b"".join([piece async for piece in self.kubelet.read_log("default", name, container, **options)])

        return self.wait_for(collect()).decode()

    def events(self) -> list[tuple[str, str, int]]:
        events = self.do(lambda: self.store.list("events", "default"))
        events.sort(key=lambda event: int(event["metadata"]["resourceVersion"]) if event["count"] == 1 else 0)
        return [(event["reason"], event["message"], event["count"]) for event in events]

    def reasons(self) -> list[str]:
        return [reason for reason, _, _ in self.events()]
