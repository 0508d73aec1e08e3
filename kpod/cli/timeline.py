"""`kpod timeline`: a bar for each stage of a run: on a terminal, or as a picture for a report. It draws what `Run.timeline` knows."""

from __future__ import annotations

import shutil
from datetime import datetime, timezone

import attrs
import click

from kpod.cli import clusters, exits, output, runs


@click.command("timeline", short_help="Draw the stages of a run.")
@click.argument("run", metavar="NAME|KEY")
@output.option("text", "svg", "html", "json")
@clusters.options
def command(run: str, output: str, where: clusters.Where) -> int:
    """Draw when each stage of a run began and ended, by the cluster's clocks, most of which know whole seconds.

    When an image was there only events tell, which a cluster keeps for about an hour.
    """
    with where.connect() as cluster:
        found = runs.find(run, cluster, namespace=where.namespace).timeline()
    found = attrs.evolve(found, now=datetime.now(timezone.utc))
    if output == "text":
        click.echo(found.to_text(width=shutil.get_terminal_size((100, 24)).columns))
    else:
        click.echo({"svg": found.to_svg, "html": found.to_html, "json": found.to_json}[output]().rstrip("\n"))
    return exits.DONE
