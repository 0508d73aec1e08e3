"""How a command writes what it found: YAML, JSON, or lines for a person. Colours only where a person looks; data never has any."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import click

import kpod

if TYPE_CHECKING:
    from kpod.cluster import Body

Command = TypeVar("Command", bound=Callable[..., Any])

FILE = click.Path(allow_dash=True)
"""A file, a folder or `-`; whether it is there is for `sources` to say."""


def option(*forms: str) -> Callable[[Command], Command]:
    """The option `--output`; the first form is the default."""
    choice = click.Choice(forms)
    return click.option("--output", "-o", type=choice, default=forms[0], show_default=True, help="In which form.")


def objects(bodies: Sequence[Body], form: str) -> None:
    """Print objects: YAML documents, or one JSON document, a List where there are several."""
    if form == "json":
        data({"apiVersion": "v1", "kind": "List", "items": list(bodies)} if len(bodies) > 1 else bodies[0], form)
    else:
        click.echo(kpod.to_yaml(*bodies), nl=False)


def data(value: Any, form: str) -> None:
    """Print JSON-able data as one document."""
    click.echo(json.dumps(value, indent=2) if form == "json" else kpod.to_yaml(value).rstrip("\n"))


def short(value: Any) -> str:
    """Write a value on one line, as JSON."""
    return json.dumps(value, ensure_ascii=False)
