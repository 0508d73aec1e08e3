"""A Kubernetes API over HTTP, and which cluster "none given" means.

The official client is used for configuration, credentials and HTTP, and for nothing else: its models refuse what they do not know. It is
imported on first use. This room knows no Pod and no Job, only paths, requests and refusals.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any

from kpod.kube import config
from kpod.kube.client import KubeCluster

__all__ = ["KubeCluster", "connect", "default", "in_cluster"]


def connect(
    kubeconfig: str | os.PathLike[str] | Mapping[str, Any] | None = None, *, context: str | None = None, namespace: str | None = None
) -> KubeCluster:
    """Make a `KubeCluster` and ask the server once whether it is there and knows us.

    Args:
        kubeconfig: a file, or its content; default: which cluster "none given" means, as of `default`.
        context: a context of the kubeconfig; default: its current one.
        namespace: the namespace that "none given" means; default: the context's.

    Raises:
        ConfigError: no usable configuration.
        UnreachableError: the server could not be reached.
        ApiError: it refused the credentials.
    """
    cluster = KubeCluster(kubeconfig, context=context, namespace=namespace)
    cluster.version()
    return cluster


def default(*, context: str | None = None, namespace: str | None = None) -> KubeCluster:
    """Make a `KubeCluster` for the cluster that "none given" means; nothing is sent.

    In this order: `$KUBECONFIG` where it is set, the service account of the Pod that this process runs in, `~/.kube/config`. The embedded
    cluster is never chosen silently.

    Args:
        context: a context of the kubeconfig; default: its current one.
        namespace: the namespace that "none given" means; default: the context's, or the service account's.

    Raises:
        ConfigError: there is none; the text names what was tried and the way out.
    """
    return KubeCluster(context=context, namespace=namespace)


def in_cluster(*, namespace: str | None = None) -> KubeCluster:
    """Make a `KubeCluster` by the service account of the Pod that this process runs in, whatever `$KUBECONFIG` says; nothing is sent.

    Raises:
        ConfigError: this process does not run in a Pod with a service account.
    """
    return KubeCluster(config.from_service_account(), namespace=namespace)
