"""`kpod render`: what a file describes, as YAML.

It checks nothing and asks no cluster; `kpod validate` does. Values of Secrets are left out unless they are asked for.
"""

from __future__ import annotations

from typing import Any

import click

import kpod
from kpod.cli import sources
from kpod.cli.sources import Item


@click.command("render", short_help="Print the YAML of what a file describes.")
@click.argument("file", metavar="FILE")
@click.option("--name", help="Only the one of this name: a Python variable's, or the object's.")
@click.option("--with-secrets", is_flag=True, help="Print literal Secrets too, their values in clear.")
@click.option("--language", type=click.Choice(["python", "yaml"]), help="For stdin (FILE is -), which is YAML by default.")
def command(file: str, name: str | None, with_secrets: bool, language: str | None) -> None:
    """Print the YAML of the specs in FILE, in the order they were made.

    FILE is a Python file, which is run, or a YAML file, which is read and printed in kpod's own form.
    """
    items = sources.read(file, language=language)
    for problem in (problem for item in items for problem in item.problems):
        click.echo(str(problem), err=True)
    chosen = [item for item in items if name in item.names] if name else sources.standing_alone(items)
    if not chosen:
        if not items:
            raise click.UsageError(f"{file} describes no object")
        known = ", ".join(item.label for item in items)
        raise click.UsageError(f"{file} describes nothing named {name!r}; there is: {known}")
    objects, left_out = _objects(chosen, with_secrets=with_secrets)
    if left_out:
        click.echo(
            f"left out, for their values would be in clear: Secret {', Secret '.join(left_out)} (--with-secrets prints them)", err=True
        )
    click.echo(kpod.to_yaml(*objects), nl=False)


def _objects(items: list[Item], *, with_secrets: bool) -> tuple[list[Any], list[str]]:
    """Return the bodies, without those that only refer, each object once; and the names of the Secrets that were left out."""
    objects: dict[tuple[str, str], Any] = {}
    left_out: dict[str, None] = {}
    for item in items:
        parts = item.value.objects() if isinstance(item.value, (kpod.Pod, kpod.Job)) else [item.value]
        for index, body in enumerate(kpod.to_body(part) for part in parts):
            name = str((body.get("metadata") or {}).get("name", ""))
            if body.get("kind") == "Secret" and not with_secrets and item.positions is None:
                left_out[name] = None
            else:
                objects.setdefault((str(body.get("kind")), name or f"{item.label}/{index}"), body)
    return list(objects.values()), list(left_out)
