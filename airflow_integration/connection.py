"""An Airflow connection becomes a `KubeCluster`.

The connection's type is `kubernetes`, its extras are those of Airflow's own provider: `in_cluster`, `kube_config_path`, `kube_config`,
`namespace`, `cluster_context`. Nothing is sent, and no value of a connection enters an error's text.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from airflow_integration import compat
from kpod.errors import ConfigError

if TYPE_CHECKING:
    from kpod.kube import KubeCluster

DEFAULT_CONN_ID = "kubernetes_default"
_PREFIX = "extra__kubernetes__"


def open_cluster(conn_id: str | None = DEFAULT_CONN_ID, *, context: str | None = None, namespace: str | None = None) -> KubeCluster:
    """Make the cluster that a connection means.

    Args:
        conn_id: the connection's id. Where it is `kubernetes_default` and there is no such connection, or where it is None, the cluster is
            what `kpod.kube.default()` takes.
        context: a context that goes before the connection's `cluster_context`.
        namespace: a namespace that goes before the connection's `namespace`.

    Raises:
        ConfigError: no such connection, contradicting extras, no usable configuration.
    """
    extra = compat.get_connection_extra(conn_id) if conn_id else {}
    if extra is None and conn_id != DEFAULT_CONN_ID:
        raise ConfigError(f"there is no Airflow connection {conn_id!r}; add it (type kubernetes), or name another one")
    return from_extra(extra or {}, conn_id=conn_id, context=context, namespace=namespace)


def from_extra(
    extra: Mapping[str, Any], *, conn_id: str | None = None, context: str | None = None, namespace: str | None = None
) -> KubeCluster:
    """Make a cluster from a connection's extras; see `open_cluster`."""
    from kpod import kube

    fields = {key.removeprefix(_PREFIX): value for key, value in extra.items() if value not in (None, "", False)}
    context = context or fields.get("cluster_context")
    namespace = namespace or fields.get("namespace")
    ways = [way for way in ("in_cluster", "kube_config_path", "kube_config") if way in fields]
    if len(ways) > 1:
        raise ConfigError(f"the Airflow connection {conn_id!r} says {' and '.join(ways)}; say which cluster in one way")
    if "kube_config_path" in fields:
        return kube.KubeCluster(fields["kube_config_path"], context=context, namespace=namespace)
    if "kube_config" in fields:
        return kube.KubeCluster(_parse_kubeconfig(fields["kube_config"], conn_id), context=context, namespace=namespace)
    if "in_cluster" in fields:
        if context:
            raise ConfigError(f"the Airflow connection {conn_id!r} says in_cluster, where there are no contexts; leave {context!r} out")
        try:
            return kube.in_cluster(namespace=namespace)
        except ConfigError as error:
            raise ConfigError(f"the Airflow connection {conn_id!r} says in_cluster: {error}") from error
    return kube.default(context=context, namespace=namespace)


def _parse_kubeconfig(text: Any, conn_id: str | None) -> Mapping[str, Any]:
    if isinstance(text, Mapping):
        return text
    from kpod.wire import read_yaml

    documents = read_yaml(str(text), source=f"kube_config of connection {conn_id}")
    if len(documents) != 1:
        raise ConfigError(
            f"kube_config of the Airflow connection {conn_id!r} is no kubeconfig: one mapping with clusters, users and contexts"
        )
    return documents[0].body
