"""`kpod validate`: every problem of every file, at once, in lines that editors and CI understand.

It changes nothing anywhere; with `--server` the API server is asked by a dry run.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Sequence
from difflib import get_close_matches
from typing import TYPE_CHECKING, cast

import attrs
import click

import kpod
from kpod.cli import clusters, console, exits, sources
from kpod.cli import output as writing
from kpod.cli.sources import Item
from kpod.errors import AlreadyExistsError, ApiError, ForbiddenError, InvalidError, NotFoundError, Problem, SpecError

if TYPE_CHECKING:
    from kpod.cluster import Body, Cluster
    from kpod.rules import Level


@attrs.frozen
class Wanted:
    """What to check for, besides the rules.

    Attributes:
        levels: rule ids to levels.
        kubernetes: the server's version, or None.
        pod_security: the level that the namespace enforces, or None.
        cluster: the cluster to ask, or None.
    """

    levels: dict[str, Level]
    kubernetes: str | None = None
    pod_security: kpod.rules.PodSecurity | None = None
    cluster: Cluster | None = None


@click.command("validate", short_help="Check files, all problems at once.")
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=writing.FILE)
@click.option("--kubernetes", metavar="VERSION", help="Tell what a server of this version does not know, as 1.30.")
@click.option("--pod-security", type=click.Choice(["baseline", "restricted"]), help="Tell what a namespace that enforces it forbids.")
@click.option("--server", is_flag=True, help="Ask the API server too, by a dry run.")
@click.option("--level", "levels", multiple=True, metavar="RULE=LEVEL", help="Make a rule a warning, an error, or off. May be repeated.")
@writing.option("text", "yaml", "json")
@clusters.options
def command(
    files: Sequence[str],
    kubernetes: str | None,
    pod_security: kpod.rules.PodSecurity | None,
    server: bool,
    levels: Sequence[str],
    output: str,
    where: clusters.Where,
) -> int:
    """Check each FILE: YAML, JSON or Python, a folder (its manifests, at any depth), or `-` for stdin. The exit code is 1 for an error."""
    wanted = Wanted(dict(_level(text) for text in levels), _version(kubernetes), pod_security)
    problems: list[Problem] = []
    with where.connect() if server else contextlib.nullcontext() as cluster:
        for file in (each for name in files for each in sources.files(name)):
            problems += _problems(file, attrs.evolve(wanted, cluster=cluster))
    errors = sum(problem.level == "error" for problem in problems)
    if output == "text":
        for problem in problems:
            console.problem(problem)
    else:
        counts = {"errors": errors, "warnings": len(problems) - errors}
        writing.data({"files": list(files), **counts, "problems": [attrs.asdict(problem) for problem in problems]}, output)
    return exits.FINDING if errors else exits.DONE


def _version(text: str | None) -> str | None:
    if text is not None:
        try:
            kpod.rules.check_version({}, text)
        except SpecError as error:
            raise click.BadParameter(f"{error.problems[0].message}; write it as 1.30", param_hint="--kubernetes") from None
    return text


def _level(text: str) -> tuple[str, Level]:
    rule, _, level = text.partition("=")
    if level not in ("error", "warning", "off"):
        raise click.BadParameter(f"{text!r} is not RULE=error, RULE=warning or RULE=off", param_hint="--level")
    if rule not in kpod.rules.IDS:
        near = get_close_matches(rule, kpod.rules.IDS, 1)
        raise click.BadParameter(f"there is no rule {rule!r}{f'; did you mean {near[0]}?' if near else ''}", param_hint="--level")
    return rule, cast("Level", level)


def _problems(file: str, wanted: Wanted) -> list[Problem]:
    """Return the problems of one file, in the order of its lines."""
    found: list[Problem] = []
    try:
        items = sources.read(file, refused=found)
    except SpecError as error:
        return list(error.problems)
    if not items and not found:
        found.append(Problem("", "empty", "the file describes no object", level="warning", source=file))
    for item in items:
        try:
            found += _item(item, wanted)
        except SpecError as error:  # a spec of a Python file that does not compile
            found += [attrs.evolve(problem, source=item.source, line=problem.line or item.line) for problem in error.problems]
    return sorted(found, key=lambda problem: (problem.line or 0, problem.column or 0, problem.level != "error"))


def _item(item: Item, wanted: Wanted) -> list[Problem]:
    own = item.check(wanted.levels)
    more: list[Problem] = []
    if wanted.kubernetes:
        more += kpod.rules.check_version(item.body, wanted.kubernetes)
    if wanted.pod_security:
        more += kpod.rules.pod_security(item.body, wanted.pod_security)
    own += [_located(item, problem) for problem in more]
    if wanted.cluster is not None and not any(problem.level == "error" for problem in own):
        own += _ask(item, wanted.cluster)
    return own


def _located(item: Item, problem: Problem) -> Problem:
    if item.positions is not None:
        found: Problem = item.positions.locate(problem, item.source)
        return found
    return attrs.evolve(problem, source=item.source, line=item.line)


def _ask(item: Item, cluster: Cluster) -> list[Problem]:
    """Ask the server by a dry run, and return what it refuses as problems."""
    body = item.body
    try:
        try:
            cluster.create(body, dry_run=True)
        except AlreadyExistsError:
            # An object of that name is there, which is no fault of the file; the rest of it is judged under a name that is not.
            cluster.create(_renamed(body), dry_run=True)
    except (InvalidError, ForbiddenError, NotFoundError) as error:
        causes = error.causes or (("", error.message),)
        return [_problem(item, field, message, error) for field, message in causes]
    return []


def _renamed(body: Body) -> Body:
    metadata = {key: value for key, value in body["metadata"].items() if key != "name"}
    return {**body, "metadata": {**metadata, "generateName": f"{body['metadata']['name'][:50]}-"}}


def _problem(item: Item, field: str, message: str, error: ApiError) -> Problem:
    steps = tuple(int(number) if number else word for word, number in re.findall(r"([^.\[\]]+)|\[(\d+)\]", field) if word or number)
    position = item.positions.find(steps) if item.positions is not None and steps else None
    line, column = position if position else (item.line, None)
    rule = f"server: {error.reason}" if error.reason else "server"
    return Problem(field, rule, message.splitlines()[0] if message else str(error), source=item.source, line=line, column=column)
