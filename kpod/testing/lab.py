"""An embedded cluster for tests: the cluster, its faults, and a record of every request, in one object."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from kpod.local import Images, embedded
from kpod.testing.injection import Desk, Faults
from kpod.testing.requests import Requests


class Kube(embedded.EmbeddedCluster):
    """An embedded cluster in this process, and everything with which a test bends and sees it.

    Attributes:
        faults: what goes wrong: `kube.faults.add(Refuse(410, times=1))`.
        requests: what it was asked: `kube.requests.count(verb="list", kind="Pod")`.
    """

    def __init__(self, runner: embedded.Runner, desk: Desk, *, namespace: str) -> None:
        super().__init__(runner.wait_until_ready(), namespace=namespace)
        self.faults: Faults = desk.faults
        self.requests: Requests = desk.requests
        self._runner = runner

    def rotate_token(self) -> None:
        """Refuse the token that clients have (401) and take a new one, which stands in the kubeconfig: F17."""
        self._runner.rotate_token()


@contextmanager
def cluster(images: Images = None, *, host_paths: Sequence[str | Path] = (), namespace: str = "default", seed: int = 0) -> Iterator[Kube]:
    """Run an embedded cluster for a test in a thread of this process, and yield it, connected. See `kpod.local.cluster`.

    Args:
        images: what image names mean; default: none is known.
        host_paths: the folders below which a hostPath volume may lie; default: none.
        namespace: the namespace that "none given" means. It is made.
        seed: what decides which requests a fault with a `probability` strikes.

    Yields:
        The cluster.
    """
    desk = Desk(Faults(seed=seed), Requests())
    with embedded.Folder() as folder:
        settings = embedded.Settings(images=images, host_paths=tuple(host_paths), namespace=namespace, port=0, folder=folder, tap=desk)
        runner = embedded.Runner(settings)
        thread = threading.Thread(target=runner.run, name="kpod-local", daemon=True)
        thread.start()
        try:
            kube = Kube(runner, desk, namespace=namespace)
            with kube:
                yield kube
        finally:
            runner.stop()
            thread.join()
        runner.check()
