"""The kubelet: it sees the Pods of its node, and gives each a worker.

It is the scheduler too, since there is one node. It reads and writes the store alone; what runs, runs below it, and ends with it.
"""

from __future__ import annotations

import asyncio
import logging
import shutil
from collections.abc import AsyncIterator, Callable, Sequence
from pathlib import Path

from kpod.cluster import Body
from kpod.local.changes import Subscription
from kpod.local.kubelet import isolation
from kpod.local.kubelet.attachment import Attachment
from kpod.local.kubelet.container import Container
from kpod.local.kubelet.images import Images
from kpod.local.kubelet.isolation import Isolation
from kpod.local.kubelet.limits import Limits
from kpod.local.kubelet.logs import ContainerLog, Query
from kpod.local.kubelet.node import Node, Timings
from kpod.local.kubelet.session import NotRunning, Session
from kpod.local.kubelet.worker import Worker
from kpod.local.store import Store

_log = logging.getLogger(__name__)

Lives = Callable[[Node, Body], "Worker | None"]

LOGS = 256 * 1024 * 1024
"""Bytes that are kept of all logs; beyond, those of Pods that have ended shrink to `REST`, the oldest first."""

REST = 64 * 1024

_WAITING = {"ErrImagePull": "image can't be pulled", "ImagePullBackOff": "trying and failing to pull image"}


class Kubelet:
    """Runs the Pods of one node.

    Args:
        store: the objects; of the loop in which `run` is awaited.
        images: what images' names mean: `"host"`, a mapping of names to `"host"` or a folder, or None for no image at all.
        host_paths: the folders below which a hostPath may lie.
        root: the kubelet's folder. Pods' volumes lie in `pods`, persistent claims in `claims`; the latter outlive it.
        node: the node's name.
        timings: how long it waits before it looks again.
        probed: what the machine can do; None tries it.
        lives: gives a Pod another worker, where it does not run as processes; None for nobody.
    """

    def __init__(
        self,
        store: Store,
        *,
        images: Images,
        host_paths: Sequence[str | Path] = (),
        root: Path,
        node: str = "kpod-local",
        timings: Timings | None = None,
        probed: Isolation | None = None,
        lives: Lives | None = None,
    ) -> None:
        can = probed or isolation.probe()
        limits = Limits(can.memory_base, can.memory_version)
        paths = tuple(Path(path) for path in host_paths)
        self._node = Node(node, store, images, can, limits, root, paths, timings or Timings())
        self._lives = lives
        self._workers: dict[str, Worker] = {}
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._subscription: Subscription | None = None

    @property
    def isolation(self) -> Isolation:
        """What the machine can do."""
        return self._node.isolation

    async def run(self) -> None:
        """Run Pods until cancelled, or until `stop`."""
        self._subscription = self._node.store.subscribe("pods")
        async for type_, new, _ in self._subscription:
            self._see(type_, new)

    async def stop(self) -> None:
        """Kill what runs and give everything back; the objects stay as they are."""
        if self._subscription is not None:
            self._subscription.close()
        tasks = list(self._tasks.values())
        for task in tasks:
            task.cancel()
        if tasks:
            await asyncio.wait(tasks)
        self._node.limits.close()
        shutil.rmtree(self._node.root / "pods", ignore_errors=True)

    def _see(self, type_: str, pod: Body) -> None:
        uid = pod["metadata"]["uid"]
        worker = self._workers.get(uid)
        if worker is not None and type_ == "DELETED":
            worker.stop(self._node.timings.forced)
            if uid not in self._tasks:
                del self._workers[uid]
        elif worker is not None:
            worker.update(pod)
        elif type_ != "DELETED" and self._is_ours(pod):
            self._begin(uid, pod)

    def _is_ours(self, pod: Body) -> bool:
        phase = (pod.get("status") or {}).get("phase")
        return pod["spec"].get("nodeName") in (None, "", self._node.name) and phase not in ("Succeeded", "Failed")

    def _begin(self, uid: str, pod: Body) -> None:
        other = self._lives(self._node, pod) if self._lives is not None else None
        worker = self._workers[uid] = other or Worker(self._node, pod)
        if "deletionTimestamp" in pod["metadata"]:
            worker.update(pod)
        task = self._tasks[uid] = asyncio.get_running_loop().create_task(worker.run(), name=f"pod {pod['metadata']['name']}")
        task.add_done_callback(lambda done: self._finished(uid, done))

    def _finished(self, uid: str, task: asyncio.Task[None]) -> None:
        del self._tasks[uid]
        worker = self._workers[uid]
        metadata = worker.pod["metadata"]
        stored = self._node.store.get("pods", metadata["namespace"], metadata["name"])
        if stored is None or stored["metadata"]["uid"] != uid:
            del self._workers[uid]
        self._bound_logs()
        error = None if task.cancelled() else task.exception()
        if error is not None:
            _log.error("the worker of Pod %s/%s failed", metadata["namespace"], metadata["name"], exc_info=error)
            worker.tell("Warning", "FailedSync", f"the embedded cluster failed: {type(error).__name__}: {error}")

    # exec and attach

    async def exec(self, namespace: str, pod: str, container: str, command: Sequence[str], *, stdin: bool, tty: bool) -> Session:
        """Run a program in a container that runs.

        Raises:
            ExecError: there is no such container or program.
        """
        return await self._running(namespace, pod, container).enter(command, stdin=stdin, tty=tty)

    def attach(self, namespace: str, pod: str, container: str) -> Attachment:
        """Join the input and output of a container that runs.

        Raises:
            ExecError: there is no such container.
        """
        return self._running(namespace, pod, container).attach()

    def _running(self, namespace: str, pod: str, container: str) -> Container:
        body = self._node.store.get("pods", namespace, pod)
        worker = self._workers.get(body["metadata"]["uid"]) if body is not None else None
        runner = worker.runners.get(container) if worker is not None else None
        found = runner.container if runner is not None else None
        if found is None:
            raise NotRunning(container)
        return found

    # logs

    def _bound_logs(self) -> None:
        sizes = {uid: sum(log.size for log in worker.logs()) for uid, worker in self._workers.items()}
        total = sum(sizes.values())
        for uid, size in sizes.items():
            if total <= LOGS:
                return
            if uid not in self._tasks and size > REST:
                for log in self._workers[uid].logs():
                    log.trim(REST)
                total -= size

    def read_log(
        self,
        namespace: str,
        pod: str,
        container: str,
        *,
        follow: bool = False,
        since: float | None = None,
        tail: int | None = None,
        timestamps: bool = False,
        previous: bool = False,
        limit_bytes: int | None = None,
    ) -> AsyncIterator[bytes]:
        """Yield a container's log in pieces; nothing where there is none (see `waiting_message`).

        Args:
            namespace: the Pod's.
            pod: its name.
            container: the container's name.
            follow: go on until the container has ended.
            since: seconds since 1970; the fraction is dropped.
            tail: how many of the last lines to begin with.
            timestamps: whether every line begins with its stamp.
            previous: the log of the start before.
            limit_bytes: where to stop.
        """
        log = self._find_log(namespace, pod, container, previous)
        query = Query(follow, None if since is None else int(since) * 1_000_000_000, tail, timestamps, limit_bytes)
        return log.read(query) if log is not None else _nothing()

    def waiting_message(self, namespace: str, pod: str, container: str, *, previous: bool = False) -> str | None:
        """Return why a container has no log yet, in the words of a node; None where it has one."""
        if self._find_log(namespace, pod, container, previous) is not None:
            return None
        if previous:
            return f'previous terminated container "{container}" in pod "{pod}" not found'
        body = self._node.store.get("pods", namespace, pod) or {}
        status = body.get("status") or {}
        states = [*(status.get("initContainerStatuses") or []), *(status.get("containerStatuses") or [])]
        waiting = next((each["state"].get("waiting") or {} for each in states if each["name"] == container), {})
        reason = waiting.get("reason", "ContainerCreating")
        return f'container "{container}" in pod "{pod}" is waiting to start: {_WAITING.get(reason, reason)}'

    def _find_log(self, namespace: str, pod: str, container: str, previous: bool) -> ContainerLog | None:
        body = self._node.store.get("pods", namespace, pod)
        worker = self._workers.get(body["metadata"]["uid"]) if body is not None else None
        return worker.log_of(container, previous=previous) if worker is not None else None


async def _nothing() -> AsyncIterator[bytes]:
    nothing: tuple[bytes, ...] = ()
    for piece in nothing:
        yield piece
