"""Which cluster a command means: the options that say it, and the connection.

The embedded cluster is meant when `--local` is given, and never otherwise.
"""

from __future__ import annotations

import contextlib
import functools
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import attrs
import click

import kpod
from kpod.errors import ConfigError

if TYPE_CHECKING:
    from kpod.cluster import Cluster


@attrs.frozen
class Where:
    """What the options say about the cluster.

    Attributes:
        namespace: the namespace, or None for the configuration's own.
        context: a context of the kubeconfig, or None for its current one.
        kubeconfig: a path, or None for what kubectl would take.
        local: the embedded cluster is meant.
    """

    namespace: str | None = None
    context: str | None = None
    kubeconfig: str | None = None
    local: bool = False

    @contextlib.contextmanager
    def connect(self, *, start: bool = False) -> Iterator[Cluster]:
        """Yield the cluster, after it has answered once: what is wrong with it is told before anything is done.

        Args:
            start: with `--local`, start an embedded cluster for this command alone where none is up.

        Raises:
            ConfigError: there is no usable configuration, or `--local` and no embedded cluster is up.
            UnreachableError: the server does not answer.
            ApiError: it refuses the credentials.
        """
        if not self.local:
            with kpod.kube.connect(self.kubeconfig, context=self.context, namespace=self.namespace) as cluster:
                yield cluster
            return
        from kpod.local import daemon

        running = daemon.status()
        if running is not None:
            with kpod.KubeCluster(running.kubeconfig, namespace=self.namespace) as cluster:
                yield cluster
        elif start:
            with kpod.local.cluster(images="host", namespace=self.namespace or "default") as embedded:
                click.echo("an embedded cluster for this run; every image name means this machine's own files", err=True)
                yield embedded
        else:
            raise ConfigError("no embedded cluster is up; start one: kpod local up")


def options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options that say which cluster, as its argument `where`."""

    @functools.wraps(command)
    def wrapped(*args: Any, namespace: str | None, context: str | None, kubeconfig: str | None, local: bool, **kwargs: Any) -> Any:
        if local and (context or kubeconfig):
            raise click.UsageError("--local names the embedded cluster; it goes with neither --context nor --kubeconfig")
        return command(*args, where=Where(namespace, context, kubeconfig, local), **kwargs)

    for option in (
        click.option("--local", is_flag=True, help="The embedded cluster."),
        click.option("--kubeconfig", metavar="FILE", help="The kubeconfig; by default what kubectl takes."),
        click.option("--context", help="A context of the kubeconfig; by default its current one."),
        click.option("--namespace", "-n", help="By default the context's."),
    ):
        wrapped = option(wrapped)
    return wrapped
