"""The module that is printed: one name for each object, imports of what is used, and nothing that was not asked for."""

from __future__ import annotations

import copy
import keyword
import re
from collections.abc import Iterator
from typing import Any

import attrs

from kpod import wire
from kpod.convert import live, objects, source
from kpod.convert.rows import Body
from kpod.convert.source import API, Call, Key, Name, Script
from kpod.errors import SpecError
from kpod.wire.bodies import flatten

REPEATED = ("Secret.existing", "ConfigMap.existing", "Volume")
"""What gets a name of its own where it stands twice: calls that begin with one of these."""


@attrs.frozen
class _Line:
    """One assignment: its comment (or empty), its name and its node."""

    comment: str
    name: str
    node: Any

    def write(self, width: int) -> str:
        """Write it as a formatter would."""
        prefix = f"{self.name} = "
        return f"{self.comment}{prefix}{source.write(self.node, width=width, used=len(prefix))}\n"


def to_source(x: Any, *, show_secrets: bool = False, line_length: int = 88) -> str:
    """Write objects as Python source in kpod's own shorthands.

    The source, run, compiles to the same bodies: key for key, lists in their order. Two things are written anew because they mean the
    same to every server: an amount of resources that is a number becomes its text (`cpu: 2`, `cpu: "2"`), and what only a server writes
    (`status`, `creationTimestamp`) is left out. Of a live object (one with a `uid` or a `status`), what the server filled in and what a
    run of kpod marked is left out too.

    Args:
        x: a manifest's text (YAML or JSON, several documents too), a body, an API object, a spec, a model of the official client, or a list
            of these.
        show_secrets: write the values of Secrets, in clear. By default a Secret becomes `Secret.existing(name)`, with a comment: whoever
            runs the source finds the Secret on the cluster, or is told that it is not there.
        line_length: the columns of a line.

    Returns:
        The text of a module: imports, then one name for each object, after its `metadata.name`; laid out as `ruff format` does.

    Raises:
        SpecError: broken YAML, or a body of another shape than its kind's; with places.
    """
    bodies = cleaned(x)
    hidden = [body for body in bodies if body.get("kind") == "Secret" and body.get("apiVersion") == "v1" and not show_secrets]
    taken = set(keyword.kwlist) | {"kpod", "dedent", "load_yaml", *API}
    lines = [_hidden(body, taken) for body in hidden]
    own = [(_name(body, taken), objects.node(body)) for body in bodies if all(body is not other for other in hidden)]
    names = [Name(line.name, line.node) for line in lines]
    names += _repeated([node for _, node in own], names, taken)
    lines += [_Line("", name.name, name.of) for name in names[len(lines) :]]
    first = "".join(line.write(line_length) for line in lines)
    rest = [_Line("", name, source.replaced(node, names)) for name, node in own]
    parts = [first, *(line.write(line_length) for line in rest)]
    return "\n".join(part for part in (_imports([*lines, *rest], line_length), *parts) if part)


def cleaned(x: Any) -> list[Body]:
    """Return the bodies that `to_source` writes: without what only a server writes, and of live objects without what was added to them.

    Args:
        x: as for `to_source`.
    """
    return [_prepared(body) for body in _bodies(x)]


def _bodies(x: Any) -> Iterator[Body]:
    if isinstance(x, (str, bytes)):
        wire.load_yaml(x)  # refuses what has the wrong shape, with line and column
        for document in wire.read_yaml(x):
            yield from (body for _, body in flatten(document.body))
    elif isinstance(x, (list, tuple)):
        for each in x:
            yield from _bodies(each)
    else:
        body = wire.to_body(x)
        wire.load_all(body)
        yield from (each for _, each in flatten(body))


def _prepared(body: Body) -> Body:
    body = live.cleaned(copy.deepcopy(body))
    objects.write_amounts(body)
    return body


def _hidden(body: Body, taken: set[str]) -> _Line:
    called = (body.get("metadata") or {}).get("name")
    if not isinstance(called, str):
        fix = "give it a name, or ask for its values"
        raise SpecError("the Secret has no name, so nothing can refer to it", path="metadata.name", rule="convert", fix=fix)
    comment = "# The values of this Secret are not written here: it has to be there already.\n"
    return _Line(comment, _name(body, taken), source.call("Secret.existing", called))


def _name(body: Body, taken: set[str]) -> str:
    metadata = body.get("metadata")
    metadata = metadata if isinstance(metadata, dict) else {}  # of an unknown kind it may be anything
    kind = str(body.get("kind") or "object")
    return _free(str(metadata.get("name") or metadata.get("generateName") or kind), kind, taken)


def _free(text: str, kind: str, taken: set[str]) -> str:
    """Return an identifier that nobody has yet: after the object, after the object and its kind, or with a number."""
    word = re.sub(r"[^a-z0-9]+", "_", text.lower()).strip("_") or kind.lower()
    word = f"{kind.lower()}_{word}" if word[0].isdigit() else word
    number, found = 2, word
    while found in taken:
        found = f"{word}_{kind.lower()}" if f"{word}_{kind.lower()}" not in taken else f"{word}_{number}"
        number += 1
    taken.add(found)
    return found


def _repeated(nodes: list[Any], known: list[Name], taken: set[str]) -> list[Name]:
    """Name the calls that stand in the source more than once."""
    seen: list[Call] = []
    found: list[Name] = []
    for node in nodes:
        for each in source.walk(node):
            if not isinstance(each, Call) or not each.name.startswith(REPEATED) or any(each == name.of for name in (*known, *found)):
                continue
            if each in seen:
                kind = each.name.partition(".")[0]
                first = dict(each.kwargs).get("name") or (each.args[0] if each.args else "volume")
                found.append(Name(_free(str(first), kind, taken), each))
            else:
                seen.append(each)
    return found


def _imports(lines: list[_Line], width: int) -> str:
    roots: set[str] = set()
    blocks = False
    for node in (each for line in lines for each in source.walk(line.node)):
        if isinstance(node, Call):
            roots.add(node.name.partition(".")[0])
        elif isinstance(node, Key) and isinstance(node.of, Call):
            roots.add(node.of.name.partition(".")[0])
        blocks = blocks or isinstance(node, Script)
    public, modules = sorted(roots - set(API), key=lambda name: (name.islower(), name)), sorted(roots & set(API))
    ours = [_import("kpod", public, width), _import("kpod.api", modules, width)]
    standard = "from textwrap import dedent\n" if blocks else ""
    return "\n".join(part for part in (standard, "".join(ours)) if part)


def _import(module: str, names: list[str], width: int) -> str:
    line = f"from {module} import {', '.join(names)}\n"
    if not names or len(line) <= width + 1:
        return line if names else ""
    return f"from {module} import (\n{''.join(f'    {name},{chr(10)}' for name in names)})\n"
