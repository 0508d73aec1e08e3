"""The embedded cluster: Kubernetes' API over HTTP on the loopback address, and a node that runs Pods as processes of this machine.

It is for development and tests. It is no sandbox, it schedules on one node, it has one user who may do everything, and it is never chosen
silently: a caller names it (`cluster()`, `--local`). It listens on the loopback address only and wants a random token.

Floor plan, from the wire inwards:

    certificate  made at each start, because Go clients want TLS
    server       who may ask, which path means what, how an answer looks on the wire
    calls        one request, taken apart: kind, object, options, wanted form
    bodies       bytes -> body: JSON, YAML, `protobuf`; made an object of its kind by `fields` (types, unknown fields, quantities)
    verbs        create, get, list, update, patch, delete; `patches` (four kinds), `admission` (defaults), `validation` (422)
    watches      streams of changes; `selectors` choose, `views` and `tables` give the form
    pods         log and eviction
    discovery    which kinds there are, from the rows of `kinds`; `openapi` from the schema table
    tap          the one place where requests, events and streams can be seen and bent: `kpod.testing` does
    statuses     every refusal, in Kubernetes' words
    store        the objects, one version for all, changes that can be replayed; `changes` are waited for
    clock        what time it is, and every timer of controllers and kubelet
    controllers  Jobs, garbage, namespaces: loops on the store
    kubelet      the node: containers, volumes, logs, limits
    embedded     all of that together in one asyncio loop
    daemon       the same in the background, for `kpod local`

A request is served and a controller works in one loop, and no write waits in between: that is why nothing here has a lock.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from kpod.errors import ConfigError

if TYPE_CHECKING:
    from kpod.local.embedded import EmbeddedCluster

__all__ = ["Images", "cluster"]

Images = Literal["host"] | Mapping[str, "Literal['host'] | str | Path"] | None
"""What image names mean: `"host"`: every name is this machine's file system; a mapping: name to `"host"`, a folder that is the root, or a
virtual environment; None: no image is known, and every one is `ErrImagePull`."""


@contextmanager
def cluster(
    images: Images = None, *, host_paths: Sequence[str | Path] = (), namespace: str = "default", port: int = 0
) -> Iterator[EmbeddedCluster]:
    """Run an embedded cluster in a thread of this process, and yield it, connected.

    At the end everything is gone: the server, its thread and port, every container, every file.

    Args:
        images: what image names mean; default: none is known.
        host_paths: the folders below which a hostPath volume may lie; default: none.
        namespace: the namespace that "none given" means. It is made.
        port: where to listen on 127.0.0.1; default: a free one.

    Yields:
        A `KubeCluster` with two more attributes: `kubeconfig`, the path of a kubeconfig for other clients, and `url`.

    Raises:
        ConfigError: the extra `local` is not installed, or the port is taken.

    >>> with cluster() as embedded:
    ...     embedded.list("Pod", namespace="default").items
    []
    """
    embedded = _import()
    with embedded.Folder() as folder:
        settings = embedded.Settings(images=images, host_paths=tuple(host_paths), namespace=namespace, port=port, folder=folder)
        runner = embedded.Runner(settings)
        thread = threading.Thread(target=runner.run, name="kpod-local", daemon=True)
        thread.start()
        try:
            with embedded.EmbeddedCluster(runner.wait_until_ready(), namespace=namespace) as connected:
                yield connected
        finally:
            runner.stop()
            thread.join()
        runner.check()


def _import() -> Any:
    try:
        from kpod.local import embedded
    except ImportError as error:
        raise ConfigError(f"the embedded cluster needs more packages ({error.name}): pip install 'kpod[local]'") from error
    return embedded
