"""`kpod logs`: the log of a run, by its name or its key.

It prints the container's words and adds none of its own; it changes nothing.
"""

from __future__ import annotations

import click

from kpod.cli import clusters, exits, runs


@click.command("logs", short_help="Print the log of a run.")
@click.argument("run", metavar="NAME|KEY")
@click.option("--follow", "-f", is_flag=True, help="Go on until the run ends.")
@clusters.options
def command(run: str, follow: bool, where: clusters.Where) -> int:
    """Print the main container's log of a run, found by its name or by its key."""
    with where.connect() as cluster:
        found = runs.find(run, cluster, namespace=where.namespace)
        try:
            for line in found.logs(follow=follow):
                click.echo(line)
        except KeyboardInterrupt:
            return exits.INTERRUPTED
    return exits.DONE
