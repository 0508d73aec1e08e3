"""`kpod logs`: the log of a run, by its name or its key.

It prints the containers' words and adds none of its own, but for the marks that are asked for; it changes nothing.
"""

from __future__ import annotations

import math

import click

from kpod.cli import clusters, exits, runs


@click.command("logs", short_help="Print the log of a run.")
@click.argument("run", metavar="NAME|KEY")
@click.option("--follow", "-f", is_flag=True, help="Go on until the run ends.")
@click.option("--container", "-c", metavar="NAME", help="Another container than the main one.")
@click.option("--all-containers", "-a", is_flag=True, help="All of them, with the container's name before each line.")
@click.option("--prefix", is_flag=True, help="The Pod's and the container's name before each line.")
@click.option("--tail", type=click.IntRange(min=0), metavar="LINES", help="Only the last lines.")
@click.option("--timestamps", "-t", is_flag=True, help="The time before each line.")
@clusters.options
def command(
    run: str,
    follow: bool,
    container: str | None,
    all_containers: bool,
    prefix: bool,
    tail: int | None,
    timestamps: bool,
    where: clusters.Where,
) -> int:
    """Print the main container's log of a run, found by its name or by its key.

    Of a Job of several Pods, theirs one after the other; with --follow, of Pods that run at the same time, line by line as they write.
    """
    if container and all_containers:
        raise click.UsageError("--container names one, --all-containers means all")
    with where.connect() as cluster:
        found = runs.find(run, cluster, namespace=where.namespace)
        try:
            for line in found.logs(follow=follow, container=container, all_containers=all_containers, tail=tail, start_timeout=math.inf):
                marks = [line.time] if timestamps else []
                marks += [f"[{line.pod}/{line.container}]"] if prefix else [f"[{line.container}]"] if all_containers else []
                click.echo(" ".join([*marks, line]))
        except KeyboardInterrupt:
            return exits.INTERRUPTED
    return exits.DONE
