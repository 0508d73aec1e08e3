"""Which cluster is meant, and how to speak to it: kubeconfig files, kubeconfig dicts, the service account of a Pod.

The official client reads the configuration and makes the credentials; this module only chooses, and says in one `ConfigError` what was
tried and what to do. It never touches the official client's process-global configuration, and no token or password enters an error.
"""

from __future__ import annotations

import os
import socket
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import attrs

from kpod import wire
from kpod.errors import ConfigError, SpecError

if TYPE_CHECKING:
    from kubernetes.client import ApiClient

SERVICE_ACCOUNT = Path("/var/run/secrets/kubernetes.io/serviceaccount")
DEFAULT_KUBECONFIG = Path("~/.kube/config")
WAY_OUT = "or start the embedded cluster: `kpod local up` and then `--local`, in Python `kpod.local.cluster()`"
POOL_SIZE = 32
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


@attrs.frozen(repr=False)
class Source:
    """Where the configuration of one cluster comes from.

    Attributes:
        kubeconfig: one path or several, joined as in `$KUBECONFIG`; or the parsed file as a dict; None for the service account of this Pod.
        name: what a person calls the cluster: the context, or `in-cluster`.
        namespace: the namespace that the configuration names, or None.
    """

    kubeconfig: str | Mapping[str, Any] | None
    name: str
    namespace: str | None = None

    def __str__(self) -> str:
        if self.kubeconfig is None:
            return "the service account of this Pod"
        where = self.kubeconfig if isinstance(self.kubeconfig, str) else "a dict"
        return f"context {self.name} of {where}"

    def __repr__(self) -> str:
        return f"Source({self})"

    def open(self) -> ApiClient:
        """Make the official client's `ApiClient`, with fresh credentials. Raises ConfigError."""
        client = import_client()
        configuration = type.__call__(client.Configuration)  # the plain constructor: the class call copies the process-global default
        configuration.connection_pool_maxsize = POOL_SIZE
        configuration.socket_options = _keep_alive()
        configuration.retries = False  # one request is one request; kpod.kube.door retries by class of error
        try:
            self._load(configuration)
            host = urlsplit(configuration.host).hostname or ""
        except (client.config.ConfigException, OSError, LookupError, TypeError, ValueError, AttributeError) as error:
            raise ConfigError(f"{self} cannot be used: {_why(error)}") from error
        if not configuration.host:
            raise ConfigError(f"{self} names no server")
        from urllib.request import getproxies  # heavy, and loaded by the official client anyhow

        if host in LOOPBACK and configuration.proxy in getproxies().values():
            configuration.proxy = None  # as Go's clients do: a proxy of the environment is not for this machine
        return client.client.ApiClient(configuration)

    def _load(self, configuration: Any) -> None:
        from kubernetes import config  # the package that import_client() has found

        if self.kubeconfig is None:
            config.load_incluster_config(client_configuration=configuration)
        elif isinstance(self.kubeconfig, str):
            config.load_kube_config(config_file=self.kubeconfig, context=self.name, client_configuration=configuration)
        else:
            config.load_kube_config_from_dict(dict(self.kubeconfig), context=self.name, client_configuration=configuration)


def _keep_alive() -> list[tuple[int, int, int]]:
    """Socket options by which the machine itself asks a silent peer whether it is there: a dead one is known after 50 s, not after 90."""
    names = (("TCP_KEEPIDLE", 20), ("TCP_KEEPALIVE", 20), ("TCP_KEEPINTVL", 10), ("TCP_KEEPCNT", 3))  # not every system has each
    options = [(socket.IPPROTO_TCP, getattr(socket, name), value) for name, value in names if hasattr(socket, name)]
    return [(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1), (socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1), *options]


def _why(error: BaseException) -> str:
    text = str(error).strip() or type(error).__name__
    return text if len(text) <= 300 else text[:297] + "..."


def import_client() -> Any:
    """Import the official client and return its package. Raises ConfigError where it is not installed."""
    try:
        import kubernetes.client
        import kubernetes.config
    except ImportError as error:
        raise ConfigError(
            f"speaking to a cluster needs the official Kubernetes client, which cannot be imported ({error}); pip install 'kpod[kube]'"
        ) from error
    return _Client(kubernetes)


class _Client:
    """The three doors of the official client that kpod goes through."""

    def __init__(self, package: Any) -> None:
        self.client = package.client
        self.config = package.config
        self.Configuration = package.client.Configuration


def find(*, context: str | None = None) -> Source:
    """Find the cluster that "none given" means; a context can only be one of a kubeconfig.

    In this order: `$KUBECONFIG` where it is set, the service account of this Pod, `~/.kube/config`.
    Raises ConfigError, which names all that was tried.
    """
    named = os.environ.get("KUBECONFIG")
    if named:
        return from_kubeconfig(named, context=context, why="$KUBECONFIG")
    if in_cluster() and context is None:
        return from_service_account()
    default = DEFAULT_KUBECONFIG.expanduser()
    if default.exists():
        return from_kubeconfig(default, context=context)
    raise ConfigError(
        "no cluster is configured; tried:\n"
        "  $KUBECONFIG: not set\n"
        f"  the service account of a Pod: no {SERVICE_ACCOUNT / 'token'}\n"
        f"  {default}: not there\n"
        f'name a kubeconfig (`--kubeconfig`, `KubeCluster("path")` or $KUBECONFIG), {WAY_OUT}'
    )


def in_cluster() -> bool:
    """Say whether this process runs in a Pod that has a service account's token."""
    return bool(os.environ.get("KUBERNETES_SERVICE_HOST")) and (SERVICE_ACCOUNT / "token").exists()


def from_service_account() -> Source:
    """Take the service account of the Pod that this process runs in."""
    if not in_cluster():
        raise ConfigError(f"this process does not run in a Pod with a service account: no {SERVICE_ACCOUNT / 'token'}, {WAY_OUT}")
    namespace = SERVICE_ACCOUNT / "namespace"
    return Source(None, "in-cluster", namespace.read_text().strip() if namespace.exists() else None)


def from_kubeconfig(kubeconfig: str | os.PathLike[str] | Mapping[str, Any], *, context: str | None = None, why: str = "") -> Source:
    """Take a kubeconfig: a path, several paths joined as in `$KUBECONFIG`, or the parsed file. Raises ConfigError."""
    if isinstance(kubeconfig, Mapping):
        return _choose(kubeconfig, [kubeconfig], "the kubeconfig dict", context)
    joined = os.fspath(kubeconfig)
    where = f"{joined} (from {why})" if why else joined
    paths = [path for text in joined.split(os.pathsep) if text and (path := Path(text).expanduser()).exists()]
    if not paths:
        raise ConfigError(f"the kubeconfig {where} does not exist; name another one, {WAY_OUT}")
    absolute = os.pathsep.join(str(path.resolve()) for path in paths)
    return _choose(absolute, [_read(path) for path in paths], f"the kubeconfig {where}", context)


def _read(path: Path) -> Mapping[str, Any]:
    try:
        documents = wire.read_yaml(path.read_text(encoding="utf-8"), source=str(path))
    except SpecError as error:
        problem = error.problems[0]
        place = "" if problem.line is None else f", line {problem.line}" + ("" if problem.column is None else f", column {problem.column}")
        raise ConfigError(f"the kubeconfig {path} is broken{place}: {problem.message}") from error
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"the kubeconfig {path} cannot be read: {_why(error)}") from error
    if len(documents) != 1 or not isinstance(documents[0].body, dict):
        raise ConfigError(f"the kubeconfig {path} is broken: it holds no mapping with clusters, users and contexts")
    return documents[0].body


def _choose(kubeconfig: str | Mapping[str, Any], contents: list[Mapping[str, Any]], where: str, context: str | None) -> Source:
    """Choose the context, and see that it names a cluster with a server."""
    contexts: dict[str, Any] = {}
    clusters: dict[str, Any] = {}
    for content in contents:
        _collect(content, "contexts", "context", contexts, where)
        _collect(content, "clusters", "cluster", clusters, where)
    current = [content["current-context"] for content in contents if content.get("current-context")]
    name = context or (current[-1] if current else None)
    known = ", ".join(sorted(contexts)) or "none"
    if name is None:
        raise ConfigError(f"{where} has no current-context; name one of its contexts: {known}")
    if name not in contexts:
        raise ConfigError(f"{where} has no context {name!r}; its contexts: {known}")
    cluster = clusters.get(contexts[name].get("cluster", ""))
    if not cluster or not isinstance(cluster.get("server"), str) or not cluster["server"]:
        raise ConfigError(f"{where} is broken: context {name!r} names no cluster with a server")
    return Source(kubeconfig, name, contexts[name].get("namespace") or None)


def _collect(content: Mapping[str, Any], plural: str, singular: str, into: dict[str, Any], where: str) -> None:
    entries = content.get(plural) or []
    if not isinstance(entries, list):
        raise ConfigError(f"{where} is broken: {plural} is no list")
    for entry in entries:
        if not isinstance(entry, dict) or not isinstance(entry.get("name"), str) or not isinstance(entry.get(singular), dict):
            raise ConfigError(f"{where} is broken: an entry of {plural} lacks its name or its {singular}")
        into.setdefault(entry["name"], entry[singular])
