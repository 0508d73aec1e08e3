"""`kpod merge`: a manifest and what lies over it, as one; by strategic merge, or as RFC 7386 says.

It asks no cluster and checks nothing but that the patch can be merged. What it prints is what the files say: Secrets in clear.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import attrs
import click

import kpod
from kpod.cli import output as writing
from kpod.cli import sources
from kpod.errors import SpecError

if TYPE_CHECKING:
    from kpod.cli.sources import Item
    from kpod.cluster import Body


@click.command("merge", short_help="Merge patches into manifests.")
@click.argument("base", metavar="BASE", type=writing.FILE)
@click.argument("patches", metavar="PATCH...", nargs=-1, required=True, type=writing.FILE)
@click.option("--json-merge", is_flag=True, help="Merge as RFC 7386 says: lists are replaced, there are no directives.")
@click.option("--as-server", is_flag=True, help="Answer as the API server does to a strategic merge patch, list order and all.")
@writing.option("yaml", "json")
def command(base: str, patches: Sequence[str], json_merge: bool, as_server: bool, output: str) -> None:
    """Merge each PATCH, in turn, into the objects of BASE, and print them.

    A PATCH with kind and name changes the object of that kind and name; one without changes the only object of BASE. A patch of an object
    that BASE does not have is a mistake.
    """
    if json_merge and as_server:
        raise click.UsageError("--as-server is about strategic merge; it does not go with --json-merge")
    items = sources.read(base)
    if not items:
        raise click.UsageError(f"{base} describes no object")
    bodies = [item.body for item in items]
    for item in (item for file in patches for item in sources.read(file)):
        place = _place(bodies, item, base)
        if json_merge:
            bodies[place] = kpod.merge.json_merge(bodies[place], item.body)
        else:
            bodies[place] = _merged(bodies[place], item, as_server=as_server)
    writing.objects(bodies, output)


def _merged(body: Body, item: Item, *, as_server: bool) -> Body:
    """Merge a patch into its object, or say where in the patch's file it cannot be."""
    try:
        return kpod.merge.strategic(body, item.body, as_server=as_server)
    except SpecError as error:
        locate = item.positions.locate if item.positions is not None else lambda problem, source: attrs.evolve(problem, source=source)
        raise SpecError(locate(problem, item.source) for problem in error.problems) from None


def _place(bodies: list[Body], item: Item, base: str) -> int:
    """Return the place of the object that a patch is for."""
    kind, name = item.kind, sources.metadata_of(item.body).get("name")
    fitting = [place for place, body in enumerate(bodies) if kind in ("", body.get("kind")) and name in (None, sources.name_of(body))]
    if len(fitting) == 1:
        return fitting[0]
    what = f"{kind or 'object'} {name or ''}".strip()
    there = ", ".join(f"{body.get('kind')} {sources.name_of(body)}".strip() for body in bodies)
    if not fitting:
        raise click.UsageError(f"{item.source} is for {what}, and {base} has none; there is: {there}")
    raise click.UsageError(f"{item.source} does not say which object it is for; write kind and metadata.name into it; there are: {there}")
