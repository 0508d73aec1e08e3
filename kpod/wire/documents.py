"""What reading a manifest gives: bodies, and where each of their fields stands in the text.

Positions are looked up in the parser's nodes when somebody asks, since most manifests are right and nobody asks. Nothing here parses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import attrs

from kpod.errors import Problem
from kpod.wire import yaml_scalars

Path = tuple[str | int, ...]
Position = tuple[int, int]

PLAIN = "plain"  # the tag that our parsers give to a scalar without quotes
_SIMPLE_KEY = re.compile(r"[A-Za-z_$][A-Za-z0-9_$-]*\Z")
_STEP = re.compile(r"\[([^\]]*)\]|\.?([^.\[\]]+)")


def key_of(node: Any) -> str | None:
    """The text of a key's node as it stands in the body; None where it is no text."""
    if not isinstance(node.value, str):
        return None
    return yaml_scalars.key(node.value) if node.tag is PLAIN else node.value


def pairs_of(node: Any) -> Iterator[tuple[str | None, Any, Any]]:
    """The key's text, the key's node and the value's node of a mapping's node: what wins comes first, merged mappings come last."""
    merged: list[Any] = []
    for key_node, value_node in reversed(node.value):
        if key_node.tag is PLAIN and key_node.value == "<<":
            merged[:0] = [value_node] if is_mapping(value_node) else value_node.value
        else:
            yield key_of(key_node), key_node, value_node
    for each in merged:
        yield from pairs_of(each)


def is_mapping(node: Any) -> bool:
    """Tell whether a node is a mapping."""
    return bool(node.id == "mapping")


def step_text(path: str, step: str | int, name: str | None = None) -> str:
    """Write one more step after a path: `spec` + `containers`, `spec.containers` + `[main]`, `metadata.labels` + `[a.b/c]`."""
    if isinstance(step, int):
        return f"{path}[{step if name is None else name}]"
    if not _SIMPLE_KEY.match(step):
        return f"{path}[{step}]"
    return f"{path}.{step}" if path else step


def name_of(node: Any) -> str | None:
    """The `name` of a list's item, by which paths call it."""
    if not is_mapping(node):
        return None
    return next((value.value for key, _, value in pairs_of(node) if key == "name" and isinstance(value.value, str)), None)


class Positions:
    """Where the fields of one body stand in the text that it was read from.

    Positions are `(line, column)`, both counted from 1, of a value, not of its key.
    """

    __slots__ = ("_root",)

    def __init__(self, root: Any) -> None:
        self._root = root

    def find(self, path: Path) -> Position | None:
        """Find a value: `find(("spec", "containers", 0, "image"))`. None if there is nothing of that path."""
        node = self._node(path)
        return None if node is None else _position(node)

    def key(self, path: Path) -> Position | None:
        """Find the key that a path ends with, for what should not be there at all. None for an item of a list."""
        node = self._node(path[:-1]) if path else None
        if node is None or not is_mapping(node):
            return None
        return next((_position(key_node) for key, key_node, _ in pairs_of(node) if key == path[-1]), None)

    def nearest(self, path: Path) -> Position:
        """Find a value or, where something is missing, what is there of the way to it."""
        for length in range(len(path), 0, -1):
            found = self.find(path[:length])
            if found is not None:
                return found
        return _position(self._root)

    def below(self, path: Path) -> Positions:
        """The positions of a part of the body, as of one item of a `List`; those of the whole if there is nothing of that path."""
        return Positions(self._node(path) or self._root)

    def path(self, text: str) -> Path:
        """Read a path as problems write it, `spec.containers[main].env[0]`, as far as it leads here."""
        node, path = self._root, []
        rest = text
        while rest:
            for step, rest_after in _steps(rest, node):
                child = _child(node, step)
                if child is not None:
                    path.append(step)
                    node, rest = child, rest_after
                    break
            else:
                break
        return tuple(path)

    def locate(self, problem: Problem, source: str | None = None) -> Problem:
        """Give a problem the line and column of its path, unless it has them already."""
        if problem.line is not None:
            return problem
        line, column = self.nearest(self.path(problem.path))
        return attrs.evolve(problem, source=problem.source or source, line=line, column=column)

    def _node(self, path: Path) -> Any:
        node = self._root
        for step in path:
            node = _child(node, step)
            if node is None:
                return None
        return node


def _position(node: Any) -> Position:
    return node.start_mark.line + 1, node.start_mark.column + 1


def _child(node: Any, step: str | int) -> Any:
    if is_mapping(node):
        return next((value for key, _, value in pairs_of(node) if key == step), None)
    if isinstance(step, int) and node.id == "sequence" and 0 <= step < len(node.value):
        return node.value[step]
    return None


def _steps(rest: str, node: Any) -> Iterator[tuple[str | int, str]]:
    """The steps that a path's text may begin with at this node, each with what follows it."""
    match = _STEP.match(rest)
    if match is None:
        return
    after = rest[match.end() :]
    bracket = match[1]
    if bracket is not None and node.id == "sequence":
        yield from ((place, after) for place, item in enumerate(node.value) if name_of(item) == bracket)
        if bracket.isdigit():
            yield int(bracket), after
    elif bracket is not None:
        yield bracket, after
    else:
        yield match[2], after
        # A key with dots in it, written without brackets: `metadata.labels.app.kubernetes.io/name`.
        yield from ((rest[1 : dot.start()] if rest[0] == "." else rest[: dot.start()], rest[dot.start() :]) for dot in _ends(rest))


def _ends(rest: str) -> Iterator[re.Match[str]]:
    return re.finditer(r"(?<=.)(?=\.)|\Z", rest[:1000], re.DOTALL)


@attrs.frozen
class Document:
    """One document of a manifest.

    Attributes:
        body: the data, as Kubernetes would read it.
        positions: where its fields stand.
        problems: the traps that were found in it: duplicate keys (errors) and scalars that readers disagree about (warnings).
        source: the file's name, if it was given.
    """

    body: dict[str, Any]
    positions: Positions
    problems: list[Problem]
    source: str | None = None
