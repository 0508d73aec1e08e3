"""`kpod events`: what Kubernetes says of a run, oldest first. The cluster keeps events for about an hour."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

from kpod.cli import clusters, exits, output, runs

if TYPE_CHECKING:
    from kpod.cluster import Body


@click.command("events", short_help="What Kubernetes says of a run.")
@click.argument("run", metavar="NAME|KEY")
@output.option("text", "json")
@clusters.options
def command(run: str, output: str, where: clusters.Where) -> int:
    """Print the events of a run and its Pods, oldest first, one line each."""
    with where.connect() as cluster:
        events = runs.find(run, cluster, namespace=where.namespace).events()
    rows = [_row(event) for event in events]
    if output == "json":
        click.echo(json.dumps(rows, indent=2))
        return exits.DONE
    for row in rows:
        times = f" ({row['count']} times)" if row["count"] > 1 else ""
        reason = click.style(row["reason"], fg="yellow", bold=True) if row["type"] == "Warning" else row["reason"]
        click.echo(f"{row['time']}  {row['object']}  {reason}: {row['message']}{times}")
    return exits.DONE


def _row(event: Body) -> dict[str, Any]:
    about = event.get("involvedObject") or {}
    time = event.get("lastTimestamp") or event.get("eventTime") or event["metadata"].get("creationTimestamp") or ""
    series = event.get("series") or {}
    return {
        "time": series.get("lastObservedTime") or time,
        "type": event.get("type") or "Normal",
        "reason": event.get("reason") or "",
        "object": f"{about.get('kind', '')}/{about.get('name', '')}",
        "message": " ".join((event.get("message") or "").split()),
        "count": series.get("count") or event.get("count") or 1,
    }
