"""`kpod rm`: delete runs, running or not, with all that belongs to them. It touches only the very object that it found, by its uid."""

from __future__ import annotations

from collections.abc import Sequence

import click

import kpod
from kpod.cli import clusters, exits, ps, runs
from kpod.cluster import Ref
from kpod.errors import NotFoundError


@click.command("rm", short_help="Delete runs.")
@click.argument("names", metavar="[NAME|KEY]...", nargs=-1)
@click.option("--ended", is_flag=True, help="All runs of the namespace that have ended.")
@clusters.options
def command(names: Sequence[str], ended: bool, where: clusters.Where) -> int:
    """Delete runs, found by their names or keys, and print the name of each one that was there.

    One that still runs is stopped: its processes get their grace period.
    """
    if bool(names) == ended:
        raise click.UsageError("say which runs by their names or keys, or --ended")
    code = exits.DONE
    with where.connect() as cluster:
        if ended:
            rows = [row for row in ps.found(cluster, where.namespace) if row["ended"]]
            names = [row["name"] for row in rows]
            found = []
            for row in rows:
                try:
                    found.append(kpod.attach(Ref(row["kind"], row["name"], row["namespace"]), cluster=cluster))
                except NotFoundError:
                    continue  # somebody was faster
        else:
            found = []
            for name in names:
                try:
                    found.append(runs.find(name, cluster, namespace=where.namespace))
                except NotFoundError as error:
                    click.echo(f"kpod: {error}", err=True)
                    code = exits.FINDING
        for run in found:
            run.delete()
            click.echo(run.ref.name)
    return code
