"""Puts the parts of the embedded cluster together in one asyncio loop, starts them in order, and takes them down in the reverse order.

A part that fails takes the whole cluster down and its error is raised at the end: a cluster without its controllers would only stand still.
"""

from __future__ import annotations

import asyncio
import json
import os
import platform
import secrets
import shutil
import tempfile
import threading
import time
from collections.abc import Callable, Coroutine
from pathlib import Path
from types import TracebackType
from typing import Any

import attrs

from kpod.cluster import Body
from kpod.errors import ConfigError
from kpod.kube import KubeCluster
from kpod.local import Images, discovery, pods
from kpod.local.clock import Clock
from kpod.local.controllers.gc import Collector
from kpod.local.controllers.job import JobController
from kpod.local.controllers.namespaces import NamespaceController
from kpod.local.kubelet import scheduling
from kpod.local.kubelet.pods import Kubelet, Lives
from kpod.local.policies import priority
from kpod.local.policies.budget import BudgetController
from kpod.local.policies.quota import QuotaController
from kpod.local.server import Server, kubeconfig
from kpod.local.store import Store
from kpod.local.tap import Tap

KUBECONFIG = "kubeconfig"
NODE = "kpod-local"


@attrs.frozen
class Settings:
    """How to run.

    Attributes:
        images: what image names mean.
        host_paths: where hostPath volumes may lie.
        namespace: the namespace of the kubeconfig's context; it is made.
        port: where to listen; 0 is a free port.
        folder: a folder of its own: kubeconfig, and what Pods need.
        tap: whoever sees and bends what goes through; None for nobody.
        clock: its clock, where somebody else moves it.
        lives: gives Pods a worker of another kind; None for nobody.
    """

    images: Images
    host_paths: tuple[str | Path, ...]
    namespace: str
    port: int
    folder: Path
    tap: Tap | None = None
    clock: Clock | None = None
    lives: Lives | None = None


class Folder:
    """A temporary folder that only its owner can read; gone at the end."""

    def __enter__(self) -> Path:
        self._path = Path(tempfile.mkdtemp(prefix="kpod-local-"))
        return self._path

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None) -> None:
        shutil.rmtree(self._path, ignore_errors=True)


class EmbeddedCluster(KubeCluster):
    """A `KubeCluster` that is connected to an embedded cluster.

    Attributes:
        kubeconfig: the path of its kubeconfig.
        url: where it listens.
    """

    def __init__(self, path: Path, *, namespace: str | None = None) -> None:
        super().__init__(path, namespace=namespace)
        self.kubeconfig = path
        self.url = str(json.loads(path.read_text())["clusters"][0]["cluster"]["server"])


def write_private(path: Path, body: Body) -> None:
    """Write JSON (which is YAML) into a file that only its owner can read, at once or not at all."""
    draft = path.with_name(path.name + ".new")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w") as file:
        json.dump(body, file, indent=1)
    draft.replace(path)


class Runner:
    """One embedded cluster: `run` blocks until `stop`, which any thread may call.

    Args:
        settings: how to run.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._ready = threading.Event()
        self._error: BaseException | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._stop: asyncio.Event | None = None
        self._server: Server | None = None
        self.url = ""

    def run(self) -> None:
        """Run the cluster in this thread until it is stopped."""
        try:
            asyncio.run(self._main())
        except (OSError, RuntimeError, ValueError, KeyError, TypeError, AttributeError, LookupError) as error:
            self._error = error
        finally:
            self._ready.set()

    def wait_until_ready(self) -> Path:
        """Wait until the cluster answers, and return the path of its kubeconfig.

        Raises:
            ConfigError: it cannot listen.
        """
        self._ready.wait()
        if self._error is not None:
            if isinstance(self._error, OSError):
                raise ConfigError(
                    f"the embedded cluster cannot listen on port {self._settings.port}: {self._error.strerror}"
                ) from self._error
            raise self._error
        return self._settings.folder / KUBECONFIG

    @property
    def loop(self) -> asyncio.AbstractEventLoop:
        """The loop in which the cluster runs.

        Raises:
            RuntimeError: it has not been started.
        """
        if self._loop is None:
            raise RuntimeError("the cluster has not been started")
        return self._loop

    def stop(self) -> None:
        """Tell the cluster to end; from any thread, and as often as one likes."""
        loop, stop = self._loop, self._stop
        if loop is not None and stop is not None and not loop.is_closed():
            try:
                loop.call_soon_threadsafe(stop.set)
            except RuntimeError:
                pass  # it closed just now

    def rotate_token(self) -> None:
        """Take a new token, refuse the old one, and write the kubeconfig anew; from any thread."""
        if self._server is not None:
            self._server.token = secrets.token_urlsafe(32)
            self._write_kubeconfig(self._server)

    def disrupt(self, chosen: Callable[[Body], bool], reason: str, message: str) -> list[str]:
        """Mark the chosen Pods that have not ended as disrupted, and delete them; in the cluster's loop. Returns their names."""
        if self._server is None:
            return []
        store, names = self._server.store, []
        for pod in store.list("pods"):
            metadata = pod["metadata"]
            ended = (pod.get("status") or {}).get("phase") in ("Succeeded", "Failed")
            if not ended and "deletionTimestamp" not in metadata and chosen(pod):
                place = ("pods", metadata["namespace"], metadata["name"])
                store.change(*place, lambda each: pods.mark_disrupted(each, store.now(), reason, message))
                store.delete(*place)
                names.append(str(metadata["name"]))
        return names

    def _write_kubeconfig(self, server: Server) -> None:
        folder = self._settings.folder
        write_private(folder / KUBECONFIG, kubeconfig(server, folder / "ca.crt", namespace=self._settings.namespace))

    def check(self) -> None:
        """Raise what ended the cluster before it was told to end."""
        if self._error is not None:
            raise self._error

    async def _main(self) -> None:
        settings = self._settings
        self._loop, self._stop = asyncio.get_running_loop(), asyncio.Event()
        store = Store(clock=settings.clock, version=first_version())
        server = Server(store)
        kubelet = Kubelet(
            store, images=settings.images, host_paths=settings.host_paths, root=settings.folder, node=NODE, lives=settings.lives
        )
        fill(store, settings.namespace)
        store.create("nodes", node(NODE, since=store.now()))
        await server.start(settings.port)
        try:
            server.reader, server.node, server.tap = kubelet, kubelet, settings.tap
            self.url = server.url
            (settings.folder / "ca.crt").write_bytes(server.certificate)
            self._server = server
            self._write_kubeconfig(server)
            jobs = JobController(store, tap=settings.tap)
            controllers = (NamespaceController(store), Collector(store), QuotaController(store), BudgetController(store), jobs)
            parts: list[Coroutine[Any, Any, None]] = [part.run() for part in (*controllers, kubelet)]
            tasks = [asyncio.create_task(part) for part in parts]
            tasks.append(asyncio.create_task(self._told(self._stop)))
            self._ready.set()
            await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            await kubelet.stop()
            for task in tasks:
                task.cancel()
            results = await asyncio.gather(*tasks, return_exceptions=True)
        finally:
            await server.stop()
        for result in results:
            if isinstance(result, BaseException) and not isinstance(result, asyncio.CancelledError):
                raise result

    async def _told(self, stop: asyncio.Event) -> None:
        await stop.wait()


def first_version() -> int:
    """Return a version that is higher than any of an earlier server: a client that comes back from one is told to list again."""
    return int(time.time() - 1_600_000_000) * 100


def node(name: str, *, since: str) -> Body:
    """Return the Node object of this machine, ready since a time."""
    machine = platform.uname()
    info = {
        "architecture": machine.machine,
        "kernelVersion": machine.release,
        "kubeletVersion": discovery.VERSION["gitVersion"],
        "operatingSystem": machine.system.lower(),
        "osImage": f"{machine.system} (this machine)",
        "containerRuntimeVersion": "kpod://processes",
    }
    ready = {"type": "Ready", "status": "True", "reason": "KubeletReady", "message": "the embedded cluster's node is this machine"}
    ready |= {"lastHeartbeatTime": since, "lastTransitionTime": since}
    status = {"addresses": [{"type": "InternalIP", "address": "127.0.0.1"}, {"type": "Hostname", "address": name}], "nodeInfo": info}
    amounts = {"cpu": str(os.cpu_count() or 1), "memory": f"{_memory() // 1024}Ki", "pods": "110"}
    return {
        "kind": "Node",
        "apiVersion": "v1",
        "metadata": {"name": name, "labels": scheduling.node_labels(name)},
        "spec": {},
        "status": {**status, "capacity": amounts, "allocatable": dict(amounts), "conditions": [ready]},
    }


def _memory() -> int:
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")


def fill(store: Store, namespace: str) -> None:
    """Make the namespaces and priority classes that are always there, and the namespace that was asked for."""
    for each in priority.classes(store.now()):
        store.create("priorityclasses", each)
    for name in dict.fromkeys(("default", "kube-system", "kube-public", namespace)):
        labels = {"kubernetes.io/metadata.name": name}
        body = {"kind": "Namespace", "apiVersion": "v1", "metadata": {"name": name, "labels": labels}}
        store.create("namespaces", {**body, "spec": {"finalizers": ["kubernetes"]}, "status": {"phase": "Active"}})
        store.create("serviceaccounts", {"kind": "ServiceAccount", "apiVersion": "v1", "metadata": {"name": "default", "namespace": name}})
