"""What a server's admission says of an object, which is not made; it may run a moment behind what was written just now."""

from __future__ import annotations

from kpod.cluster import Body, Cluster
from kpod.errors import ForbiddenError


def refusal(cluster: Cluster, namespace: str, body: Body) -> str:
    """Why the object is forbidden; empty where it is taken."""
    try:
        cluster.create(body, namespace=namespace, dry_run=True)
    except ForbiddenError as error:
        return str(error)
    return ""
