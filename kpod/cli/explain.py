"""`kpod explain`: which layer set each field. Layers are the base, the spec and the patch of a spec, or several files, one over the other.

It asks no cluster. Values of Secrets are masked.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

import kpod
from kpod.cli import output as writing
from kpod.cli import sources

if TYPE_CHECKING:
    from kpod.cli.sources import Item
    from kpod.cluster import Body

COLORS = ("cyan", "green", "yellow", "magenta", "blue")


@click.command("explain", short_help="Say which layer set each field.")
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=writing.FILE)
@click.option("--name", help="Only the one of this name: a Python variable's, or the object's.")
@writing.option("text", "yaml", "json")
def command(files: Sequence[str], name: str | None, output: str) -> None:
    """Merge layers, and say for each field of the result which of them set it last.

    With one FILE, the base, the spec and the patch of each Pod and Job in it, and what its request factory adds.
    With several, each FILE is a layer over those before it and
    describes one object, or the one that --name names.
    """
    read = [sources.read(file) for file in files]
    sources.warn([item for items in read for item in items])
    if len(files) == 1:
        chosen = sources.pick(read[0], name, source=files[0])
        told = [(item.kind, item.label, _layers(item)) for item in chosen]
    else:
        layers = [(file, _one(items, name, file)) for file, items in zip(files, read, strict=True)]
        told = [(layers[0][1].kind, layers[0][1].label, [(file, item.body) for file, item in layers])]
    explained = [(kind, label, kpod.merge.explain(layers)) for kind, label, layers in told]
    if output == "text":
        for place, (kind, label, leaves) in enumerate(explained):
            click.echo(("\n" if place else "") + click.style(f"{kind} {label}".strip(), bold=True))
            _table(leaves)
    else:
        keys = ("path", "value", "layer")
        objects = [
            {"kind": kind, "name": label, "fields": [dict(zip(keys, leaf, strict=True)) for leaf in leaves]}
            for kind, label, leaves in explained
        ]
        writing.data({"objects": objects}, output)


def _one(items: list[Item], name: str | None, file: str) -> Item:
    chosen = [item for item in items if name in item.names] if name else []
    chosen = chosen or sources.standing_alone(items)
    if len(chosen) != 1:
        which = "; say which by --name" if chosen else ""
        raise click.UsageError(f"{file} describes {len(chosen) or 'no'} objects, and a layer is one{which}")
    return chosen[0]


def _layers(item: Item) -> list[tuple[str, Body]]:
    """Return the layers of one item: what a spec was given as base and patch, and between them what it says itself."""
    spec = item.value
    return spec.layers() if isinstance(spec, (kpod.Pod, kpod.Job)) else [(item.source, item.body)]


def _table(leaves: list[tuple[str, Any, str]]) -> None:
    """Print one line for each field: layer, path, value. On a terminal the lines are cut at its edge."""
    layers = list(dict.fromkeys(layer for _, _, layer in leaves))
    widths = [max((len(leaf[place]) for leaf in leaves), default=0) for place in (2, 0)]
    edge = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
    for path, value, layer in leaves:
        text = writing.short(value)
        room = max(8, edge - sum(widths) - 4) if edge else len(text)
        text = text if len(text) <= room else text[: room - 1] + "…"
        color = COLORS[layers.index(layer) % len(COLORS)]
        click.echo(f"{click.style(layer.ljust(widths[0]), fg=color)}  {path.ljust(widths[1])}  {text}")
