"""`kpod diff`: is what is there what the files say? There: live on a cluster, or in another file.

It reads and changes nothing. Values of Secrets are compared and never shown.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import attrs
import click

import kpod
from kpod.cli import clusters, exits, sources
from kpod.cli import output as writing
from kpod.errors import NotFoundError
from kpod.merge import ABSENT, Difference

if TYPE_CHECKING:
    from kpod.cli.sources import Item
    from kpod.cluster import Body, Cluster

SIGNS = {"-": "red", "+": "green", "~": "yellow"}


@attrs.frozen
class Compared:
    """One object, and where it differs."""

    kind: str
    name: str
    where: str
    differences: list[Difference]


@click.command("diff", short_help="Say whether what is there is what the files say.")
@click.argument("wanted", metavar="WANTED", type=writing.FILE)
@click.argument("found", metavar="[FOUND]", required=False, type=writing.FILE)
@click.option("--name", help="Only the object of this name.")
@writing.option("text", "yaml", "json")
@clusters.options
def command(wanted: str, found: str | None, name: str | None, output: str, where: clusters.Where) -> int:
    """Compare the objects of WANTED with the live ones, or with those of FOUND. The exit code is 1 where they differ.

    WANTED and FOUND are files, folders, or - for stdin. Amounts are compared by value, lists by their merge keys; what a server adds by
    itself is no difference.
    """
    items = sources.read(wanted)
    sources.warn(items)
    chosen = sources.pick(items, name, source=wanted)
    if found is not None:
        compared = list(_with_file(chosen, sources.read(found), found, named=name is not None))
    else:
        with where.connect() as cluster:
            compared = [_with_live(item, cluster) for item in chosen]
    if output == "text":
        _print(compared)
    else:
        writing.data(
            {"differences": sum(len(each.differences) for each in compared), "objects": [_data(each) for each in compared]}, output
        )
    return exits.FINDING if any(each.differences for each in compared) else exits.DONE


def _with_live(item: Item, cluster: Cluster) -> Compared:
    body = item.body
    metadata = sources.metadata_of(body)
    if not metadata.get("name"):
        raise click.UsageError(f"{item.source}: {item.kind or 'an object'} has no metadata.name, so its live object cannot be found")
    namespace = metadata.get("namespace") or cluster.namespace
    ref = kpod.Ref(item.kind, metadata["name"], namespace)
    try:
        live: Body | None = cluster.get(ref)
    except NotFoundError:
        live = None
    return _compared(body, live, f"context {cluster.name}, namespace {namespace}")


def _with_file(items: list[Item], others: list[Item], file: str, *, named: bool) -> Iterator[Compared]:
    """Pair the objects of two files by kind and name; where each has one object, they are a pair under any name."""
    ones, twos = [item.body for item in items], [item.body for item in others]
    if len(ones) == len(twos) == 1:
        yield _compared(ones[0], twos[0], file)
        return
    there = {_identity(body): body for body in twos}
    for body in ones:
        yield _compared(body, there.pop(_identity(body), None), file)
    if not named:
        for body in there.values():
            yield Compared(str(body.get("kind", "")), sources.name_of(body), file, [Difference("", ABSENT, "the object")])


def _identity(body: Body) -> tuple[str, str, str]:
    return str(body.get("kind", "")), str(sources.metadata_of(body).get("namespace") or ""), sources.name_of(body)


def _compared(wanted: Body, found: Body | None, where: str) -> Compared:
    differences = [Difference("", "the object", ABSENT)] if found is None else kpod.merge.diff(wanted, found)
    return Compared(str(wanted.get("kind", "")), sources.name_of(wanted), where, differences)


def _print(compared: list[Compared]) -> None:
    for each in compared:
        title = f"{each.kind} {each.name}".strip()
        if each.differences:
            click.echo(f"{click.style(title, bold=True)}  ({each.where})")
        for path, wanted, found in each.differences:
            if wanted is ABSENT:
                sign, text = "+", f"{_shown(found)} is there, and was not asked for"
            elif found is ABSENT:
                sign, text = "-", f"{_shown(wanted)} is not there"
            else:
                sign, text = "~", f"{_shown(wanted)} is wanted, {_shown(found)} is there"
            click.echo(f"{click.style(sign, fg=SIGNS[sign])} {path + ': ' if path else ''}{text}")


def _shown(value: Any) -> str:
    return value if value == "the object" else writing.short(value)


def _data(each: Compared) -> dict[str, Any]:
    differences = [
        {"path": path, **{side: value for side, value in (("wanted", wanted), ("found", found)) if value is not ABSENT}}
        for path, wanted, found in each.differences
    ]
    return {"kind": each.kind, "name": each.name, "where": each.where, "differences": differences}
