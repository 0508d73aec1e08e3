"""Semantic validation: everything that is wrong with a body, at once, before any server is asked.

A rule is one function in one table (`kpod.rules.table`). An error is what a real API server refuses, or what can never start; all else is
at most a warning: a false alarm would stop work that is right. Text that is still a template is skipped. What only a cluster can know
(quotas, admission, whether the Secret is there) is not guessed at; the server's dry run is one call away.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any, Protocol

from kpod.errors import Problem, SpecError
from kpod.rules.effective import Effective, Qos, effective_resources, qos
from kpod.rules.pod_security import PodSecurity, pod_security
from kpod.rules.scope import Labels, Path, shown, walk, without_measure
from kpod.rules.table import IDS, TABLE, Level, Rule
from kpod.rules.versions import Needs, Reason, check_version, needs

__all__ = [
    "IDS",
    "TABLE",
    "Effective",
    "Level",
    "Needs",
    "PodSecurity",
    "Positions",
    "Qos",
    "Reason",
    "Rule",
    "check",
    "check_version",
    "demand",
    "effective_resources",
    "needs",
    "pod_security",
    "qos",
]

_ROWS = {
    what: tuple(row for row in TABLE if what in row.looks_at) for what in ("object", "metadata", "pod", "container", "job", "cron_job")
}

_TYPE = next(row for row in TABLE if row.id == "type")


class Positions(Protocol):
    """Where the parts of a body stand in the text that it was read from; `kpod.wire` makes it."""

    def find(self, path: Path) -> tuple[int, int] | None:
        """Return line and column, counted from 1, of the value at a path of keys and list positions."""
        ...


def check(
    body: Mapping[str, Any],
    *,
    positions: Positions | None = None,
    source: str | None = None,
    levels: Mapping[str, Level] | None = None,
) -> list[Problem]:
    """Return all problems of one body, errors before warnings, each in the body's order.

    Args:
        body: the JSON-able dict of a Pod, a Job, a CronJob, a Secret or any other kind; a `List` is checked item by item. A kind without a
            schema table is checked for its names and labels only.
        positions: where its parts stand in a file, for lines and columns.
        source: the file's name.
        levels: rule ids to `error`, `warning` or `off`, over the table's own levels.

    Raises:
        SpecError: `levels` names a rule or a level that is not there.

    >>> problem, = check({"apiVersion": "v1", "kind": "Secret", "metadata": {"name": "db", "labels": {"team": "data eng"}}})
    >>> problem.path, problem.rule, problem.fix
    ('metadata.labels.team', 'label', 'did you mean data-eng? An annotation may hold any text')
    """
    chosen = _levels(levels or {})
    problems = []
    seen: Labels = {}
    for prefix, item in _items(body):
        for row, path, message, fix in _findings(item, chosen):
            line, column = _place((*prefix, *path), positions)
            problem = Problem(
                path=shown((*prefix, *path), body, seen),
                rule=row.id,
                message=message,
                fix=fix,
                level="error" if chosen.get(row.id, row.level) == "error" else "warning",
                source=source,
                line=line,
                column=column,
            )
            problems.append(problem)
    return sorted(problems, key=lambda problem: problem.level != "error")


def demand(body: Mapping[str, Any], *, levels: Mapping[str, Level] | None = None) -> list[Problem]:
    """Return the warnings about one body, where no rule finds an error in it.

    Args:
        body: as of `check`.
        levels: as of `check`.

    Raises:
        SpecError: with every problem, errors and warnings, where one of them is an error.
    """
    problems = check(body, levels=levels)
    if any(problem.level == "error" for problem in problems):
        raise SpecError(problems)
    return problems


def _place(path: Path, positions: Positions | None) -> tuple[int | None, int | None]:
    """Where a part stands or, when it is missing, what is there of the way to it."""
    for length in range(len(path), -1, -1):
        found = positions.find(path[:length]) if positions else None
        if found:
            return found
    return None, None


def _items(body: Mapping[str, Any]) -> Iterator[tuple[Path, dict[str, Any]]]:
    items = body.get("items")
    if isinstance(items, list) and str(body.get("kind", "")).endswith("List"):
        yield from ((("items", index), item) for index, item in enumerate(items) if isinstance(item, dict))
    else:
        yield (), dict(body)


def _findings(body: dict[str, Any], levels: Mapping[str, Level]) -> Iterator[tuple[Rule, Path, str, str]]:
    unreadable: set[Path] = set()
    beyond = without_measure(body)
    if beyond is not None:
        yield _TYPE, beyond.path, beyond.message, beyond.fix
        return
    for scope in walk(body):
        for row in _ROWS[scope.what]:
            if levels.get(row.id) == "off":
                continue
            for found in row.find(scope):
                if row.id == "type":
                    unreadable.add(found.path)
                elif found.path in unreadable:  # what a server cannot read has no other fault
                    continue
                yield row, found.path, found.message, found.fix


def _levels(levels: Mapping[str, Level]) -> Mapping[str, Level]:
    for name, level in levels.items():
        if name not in IDS:
            near = get_close_matches(name, IDS, 1)
            raise SpecError(f'there is no rule "{name}"', path="levels", fix=f"did you mean {near[0]}?" if near else "")
        if level not in ("error", "warning", "off"):
            raise SpecError(f'"{level}" is no level', path=f"levels[{name}]", fix="write error, warning or off")
    return levels
