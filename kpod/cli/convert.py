"""`kpod convert`: manifests, live objects and docker's arguments, as Python source or as YAML.

It checks nothing and changes nothing anywhere. The values of Secrets are left out unless they are asked for.
"""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

import kpod
from kpod.api import kinds
from kpod.cli import clusters, exits, sources
from kpod.cli import output as writing
from kpod.cluster import Ref
from kpod.errors import ConfigError, SpecError

_KINDS = {word.lower(): kind.kind for kind in reversed(kinds.ALL) for word in (kind.kind, kind.plural)}


@click.command("convert", short_help="Print the Python of a manifest, a live object or docker's arguments.")
@click.argument("given", metavar="FILE | KIND/NAME | -- run …", nargs=-1, required=True, type=writing.FILE)
@click.option("--docker", is_flag=True, help="What follows -- is what would follow docker: run --memory 1g image args.")
@click.option("--to", type=click.Choice(["python", "yaml"]), default="python", show_default=True)
@click.option("--show-secrets", is_flag=True, help="Print the values of Secrets too, in clear.")
@click.option("--line-length", type=click.IntRange(40), default=88, show_default=True, help="The columns of a line.")
@clusters.options
def command(given: Sequence[str], docker: bool, to: str, show_secrets: bool, line_length: int, where: clusters.Where) -> int:
    """Print what a manifest (FILE, or - for stdin), a live object (pod/NAME) or docker's arguments are in kpod's own shorthands.

    The Python, run, compiles to the same bodies. Of a live object, what the server added is left out.
    """
    if docker:
        bodies = [_from_docker(given)]
    elif len(given) != 1:
        raise click.UsageError("one FILE or KIND/NAME belongs here, or --docker and what would follow docker")
    else:
        bodies = _live(given[0], where) or _of_file(given[0])
    left_out = [sources.name_of(body) for body in bodies if body.get("kind") == "Secret" and not show_secrets]
    if left_out:
        click.echo(f"not printed: the values of Secret {', Secret '.join(left_out)} (--show-secrets prints them)", err=True)
    if to == "python":
        click.echo(kpod.convert.to_source(bodies, show_secrets=show_secrets, line_length=line_length), nl=False)
    else:
        bodies = [body for body in kpod.convert.cleaned(bodies) if show_secrets or body.get("kind") != "Secret"]
        click.echo(kpod.to_yaml(*bodies), nl=False)
    return exits.DONE


def _from_docker(words: Sequence[str]) -> Any:
    with warnings.catch_warnings(record=True) as found:
        warnings.simplefilter("always", kpod.convert.ConvertWarning)
        pod = kpod.convert.from_docker(words)
    for warning in found:
        click.echo(f"warning: {warning.message}", err=True)
    return pod.to_body()


def _live(word: str, where: clusters.Where) -> list[Any]:
    """Return the object that `pod/NAME` means, or nothing where the word is a file."""
    kind, slash, name = word.partition("/")
    if not slash or kind.lower() not in _KINDS or not name or Path(word).exists():
        return []
    with where.connect() as cluster:
        namespace = where.namespace or cluster.namespace
        if namespace is None:
            raise ConfigError("no namespace is configured; name one by --namespace")
        return [cluster.get(Ref(_KINDS[kind.lower()], name, namespace))]


def _of_file(file: str) -> list[Any]:
    """Return the bodies of a file, or raise every problem of their shapes at once, with line and column."""
    items = sources.read(file)
    problems = [problem for item in items for problem in item.problems]
    for item in items:
        try:
            kpod.wire.load_all(item.body)
        except SpecError as error:
            located = item.positions.locate if item.positions is not None else lambda problem, source: problem
            problems += [located(problem, item.source) for problem in error.problems]
    if any(problem.level == "error" for problem in problems):
        raise SpecError(problems)
    for problem in problems:
        click.echo(str(problem), err=True)
    if not items:
        raise click.UsageError(f"{file} describes no object")
    return [item.body for item in sources.standing_alone(items)]
