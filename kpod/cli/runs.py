"""Finding a run by what a person calls it, and telling of it what a script reads."""

from __future__ import annotations

import base64
from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING, Any

import attrs

import kpod
from kpod.cluster import Ref
from kpod.errors import ConfigError, NotFoundError

if TYPE_CHECKING:
    from kpod.cluster import Cluster
    from kpod.run import Run
    from kpod.status import Outcome

KINDS = ("Job", "Pod")


def find(text: str, cluster: Cluster, *, namespace: str | None = None) -> Run:
    """Return the run that has this name, or this key.

    Raises:
        NotFoundError: there is neither.
    """
    place_ = place(cluster, namespace)
    if kpod.names.wrong_name(text) is None:
        for kind in KINDS:
            try:
                return kpod.attach(Ref(kind, text, place_), cluster=cluster)
            except NotFoundError:
                continue
    try:
        return kpod.attach(text, namespace=place_, cluster=cluster)
    except NotFoundError as error:
        raise NotFoundError(
            status=404,
            reason="NotFound",
            message=f"no run in namespace {place_} of context {cluster.name} has the name or the key {text!r}",
        ) from error


def place(cluster: Cluster, namespace: str | None) -> str:
    """Return the namespace that a command means.

    Raises:
        ConfigError: none is given or configured.
    """
    found = namespace or cluster.namespace
    if found is None:
        raise ConfigError("no namespace is configured; name one by --namespace")
    return found


def address(run: Run) -> dict[str, Any]:
    """Return where a run is, as JSON-able data."""
    ref = run.ref
    return {"kind": ref.kind, "name": ref.name, "namespace": ref.namespace, "uid": ref.uid, "key": run.key}


def plain(outcome: Outcome) -> dict[str, Any]:
    """Return an outcome as JSON-able data."""
    return {**attrs.asdict(outcome, value_serializer=_plain), "signal": outcome.signal}


def result(value: Any) -> Any:
    """Return a result as JSON-able data: bytes as `{"base64": …}`."""
    return {"base64": base64.b64encode(value).decode("ascii")} if isinstance(value, bytes) else value


def _plain(instance: Any, attribute: Any, value: Any) -> Any:
    return value.value if isinstance(value, Enum) else value.isoformat() if isinstance(value, datetime) else value
