"""`kpod render`: what files describe, as YAML or JSON.

It checks nothing and asks no cluster; `kpod validate` does. A Secret that Python made is left out unless it is asked for; one
that a YAML file holds in clear already is printed as the file says.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import click

import kpod
from kpod.cli import output as writing
from kpod.cli import sources
from kpod.cli.sources import Item


@click.command("render", short_help="Print the YAML of what files describe.")
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=writing.FILE)
@click.option("--name", help="Only the one of this name: a Python variable's, or the object's.")
@click.option("--with-secrets", is_flag=True, help="Print literal Secrets too, their values in clear.")
@click.option("--language", type=click.Choice(["python", "yaml"]), help="For stdin (FILE is -), which is YAML by default.")
@writing.option("yaml", "json")
def command(files: Sequence[str], name: str | None, with_secrets: bool, language: str | None, output: str) -> None:
    """Print the YAML of the specs in each FILE, in the order they were made.

    FILE is a Python file, which is run, a YAML file, which is read and printed in kpod's own form, a folder of YAML, or - for stdin.
    """
    items = [item for file in files for item in sources.read(file, language=language)]
    sources.warn(items)
    chosen = sources.pick(items, name, source=", ".join(files))
    objects, left_out = _objects(chosen, with_secrets=with_secrets)
    if left_out:
        click.echo(
            f"left out, for their values would be in clear: Secret {', Secret '.join(left_out)} (--with-secrets prints them)", err=True
        )
    if objects:
        writing.objects(objects, output)


def _objects(items: list[Item], *, with_secrets: bool) -> tuple[list[Any], list[str]]:
    """Return the bodies, without those that only refer, and the names of the Secrets that were left out.

    What several specs use, as a Secret of two Pods, is there once; whatever differs, or has no name to be told by, is there as it is.
    """
    objects: list[Any] = []
    there: dict[tuple[str, str], list[Any]] = {}
    left_out: dict[str, None] = {}
    for item in items:
        parts = item.value.objects() if isinstance(item.value, (kpod.Pod, kpod.Job)) else [item.value]
        for body in (kpod.to_body(part) for part in parts):
            name = str(sources.metadata_of(body).get("name") or "")
            same = there.setdefault((str(body.get("kind")), name), [])
            if body.get("kind") == "Secret" and not with_secrets and item.positions is None:
                left_out[name] = None
            elif not name or body not in same:
                same.append(body)
                objects.append(body)
    return objects, list(left_out)
