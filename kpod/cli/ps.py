"""`kpod ps`: the runs of a namespace, and how each one stands. It lists what kpod has made, by its label, and judges it as `wait` would."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime, timezone
from typing import TYPE_CHECKING, Any

import click

from kpod import names, status
from kpod.cli import clusters, exits, output, runs

if TYPE_CHECKING:
    from kpod.cluster import Body, Cluster

LABEL = f"{names.MANAGED_BY}=kpod"
KEY = "kpod/key"
COLUMNS = ("NAME", "KIND", "STATUS", "AGE", "KEY")


@click.command("ps", short_help="List runs.")
@click.option("--all", "-a", "everything", is_flag=True, help="Those that have ended too.")
@output.option("text", "json")
@clusters.options
def command(everything: bool, output: str, where: clusters.Where) -> int:
    """List the runs in a namespace that go on, with --all also those that have ended, the newest first."""
    with where.connect() as cluster:
        rows = [row for row in found(cluster, where.namespace) if everything or not row["ended"]]
    if output == "json":
        click.echo(json.dumps(rows, indent=2))
    elif rows:
        _table([COLUMNS, *((row["name"], row["kind"], row["status"], _age(row["created"]), row["key"] or "") for row in rows)])
    return exits.DONE


def found(cluster: Cluster, namespace: str | None) -> list[dict[str, Any]]:
    """Return what kpod has made in a namespace and how it stands, the newest first.

    Raises:
        ConfigError: no namespace is configured.
    """
    place = runs.place(cluster, namespace)
    jobs = cluster.list("Job", namespace=place, labels=LABEL).items
    pods = cluster.list("Pod", namespace=place, labels=LABEL).items
    rows = [_row(job, list(_owned(job, pods))) for job in jobs]
    rows += [_row(pod, [pod]) for pod in pods if not (pod["metadata"].get("ownerReferences") or ())]
    return sorted(rows, key=lambda row: (row["created"], row["name"]), reverse=True)


def _owned(job: Body, pods: list[Body]) -> Iterator[Body]:
    for pod in pods:
        if any(owner.get("uid") == job["metadata"]["uid"] for owner in pod["metadata"].get("ownerReferences") or ()):
            yield pod


def _row(body: Body, pods: list[Body]) -> dict[str, Any]:
    kind = "Pod" if body in pods else "Job"
    job = body if kind == "Job" else None
    outcome = status.outcome(job, pods)
    progress = status.progress(job, pods)
    reason = f" ({progress.reason})" if progress.reason else ""
    metadata = body["metadata"]
    return {
        "name": metadata["name"],
        "namespace": metadata["namespace"],
        "kind": kind,
        "status": str(outcome.category).replace("_", " ") if outcome else f"{progress.stage}{reason}",
        "ended": outcome is not None,
        "exit_code": outcome.exit_code if outcome else None,
        "created": metadata["creationTimestamp"],
        "key": (metadata.get("annotations") or {}).get(KEY),
    }


def _age(created: str) -> str:
    seconds = int((datetime.now(timezone.utc) - datetime.fromisoformat(created.replace("Z", "+00:00"))).total_seconds())
    for unit, length in (("d", 86400), ("h", 3600), ("m", 60)):
        if seconds >= length:
            return f"{seconds // length}{unit}"
    return f"{max(0, seconds)}s"


def _table(rows: list[tuple[str, ...]]) -> None:
    widths = [max(len(row[index]) for row in rows) for index in range(len(COLUMNS))]
    for row in rows:
        click.echo("  ".join(word.ljust(width) for word, width in zip(row, widths, strict=True)).rstrip())
