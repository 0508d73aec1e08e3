"""Finding a run by what a person calls it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import kpod
from kpod.cluster import Ref
from kpod.errors import ConfigError, NotFoundError

if TYPE_CHECKING:
    from kpod.cluster import Cluster
    from kpod.run import Run

KINDS = ("Job", "Pod")


def find(text: str, cluster: Cluster, *, namespace: str | None = None) -> Run:
    """Return the run that has this name, or this key.

    Raises:
        NotFoundError: there is neither.
    """
    place = namespace or cluster.namespace
    if place is None:
        raise ConfigError("no namespace is configured; name one by --namespace")
    if kpod.names.wrong_name(text) is None:
        for kind in KINDS:
            try:
                return kpod.attach(Ref(kind, text, place), cluster=cluster)
            except NotFoundError:
                continue
    try:
        return kpod.attach(text, namespace=place, cluster=cluster)
    except NotFoundError as error:
        raise NotFoundError(
            status=404, reason="NotFound", message=f"no run in namespace {place} of context {cluster.name} has the name or the key {text!r}"
        ) from error
