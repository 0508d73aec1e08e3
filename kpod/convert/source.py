"""A small tree of Python expressions: what it is worth, and how it is written.

The tree is both the value (`value`: the constructors are called) and the text (`write`: laid out as `ruff format` would), so what was
checked is what is printed. It knows calls, lists, dicts, texts, numbers and names, and nothing else of Python. Wherever a bracket does not
fit on its line, each item gets a line and a trailing comma, which a formatter leaves alone.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from functools import reduce
from importlib import import_module
from operator import add
from typing import Any

import attrs

import kpod

INDENT = 4
API = ("batch_v1", "core_v1", "events_v1", "meta_v1", "rbac_v1", "scheduling_v1alpha3", "core_rare_v1", "core_status_v1")


@attrs.frozen
class Call:
    """A call of a public name: `Volume.claim`, `core_v1.Probe`, `Pod`.

    Attributes:
        name: what is called, as it is written.
        args: the arguments by position.
        kwargs: the arguments by name, in order.
        tail: what follows the bracket: `.compile().spec`, or empty.
    """

    name: str
    args: tuple[Any, ...] = ()
    kwargs: tuple[tuple[str, Any], ...] = ()
    tail: tuple[str, ...] = ()


@attrs.frozen
class Key:
    """One key of what a call makes: `Secret.existing("db")["PASSWORD"]`, or `.key("PASSWORD", optional=True)`."""

    of: Any
    key: str
    optional: bool = False

    @property
    def text(self) -> str:
        """What is written after the call."""
        return f".key({quoted(self.key)}, optional=True)" if self.optional else f"[{quoted(self.key)}]"


@attrs.frozen
class Name:
    """A variable of the module that stands for a node."""

    name: str
    of: Any


@attrs.frozen
class Sum:
    """Calls that are added up."""

    terms: tuple[Call, ...]


@attrs.frozen
class Octal:
    """A file mode: `0o400`."""

    number: int


@attrs.frozen
class Script:
    """A text of several lines, written as an indented block: `dedent(\"\"\"…\"\"\")`."""

    text: str


@attrs.frozen
class Manifest:
    """A manifest's text, the only argument of a call, written as it is from the first column on."""

    text: str


def call(name: str, /, *args: Any, **kwargs: Any) -> Call:
    """Make a call; arguments that are None are left out."""
    return Call(name, args, tuple((key, node) for key, node in kwargs.items() if node is not None))


def text(value: Any) -> Any:
    """Make the node of a text: a block where it has lines and `dedent` gives back exactly the text, else the text itself."""
    if not isinstance(value, str) or value.count("\n") < 2 or len(value.strip().splitlines()) < 2 or not _is_plain(value):
        return value
    return Script(value) if textwrap.dedent(_block(value, " " * INDENT)) == value else value


def _is_plain(value: str) -> bool:
    return all(char == "\n" or char.isprintable() for char in value)


def _block(value: str, pad: str) -> str:
    """The block as Python reads it: each line that is not empty after a pad; a pad before the closing quotes where a line ended."""
    lines = value.split("\n")
    body = "\n".join(pad + line if line else "" for line in lines[:-1])
    return f"{body}\n{pad}{lines[-1]}"


# What a node is worth.


def value(node: Any) -> Any:
    """Make what a node describes, by calling what it calls.

    Raises:
        SpecError: a constructor refuses its arguments.
    """
    if isinstance(node, Call):
        made = resolve(node.name)(*map(value, node.args), **{key: value(item) for key, item in node.kwargs})
        for step in node.tail:
            made = made[0] if step == "[0]" else getattr(made, step.strip(".()"))
            made = made() if step.endswith("()") else made
        return made
    if isinstance(node, Key):
        return value(node.of).key(node.key, optional=True) if node.optional else value(node.of)[node.key]
    if isinstance(node, Name):
        return value(node.of)
    if isinstance(node, Sum):
        return reduce(add, map(value, node.terms))
    if isinstance(node, Octal):
        return node.number
    if isinstance(node, (Script, Manifest)):
        return node.text
    if isinstance(node, dict):
        return {key: value(item) for key, item in node.items()}
    return [value(item) for item in node] if isinstance(node, list) else node


def resolve(name: str) -> Any:
    """Return what a written name means: a public name of kpod, or a class of one of the modules of `kpod.api`."""
    root, *rest = name.split(".")
    found: Any = import_module(f"kpod.api.{root}") if root in API else getattr(kpod, root)
    for step in rest:
        found = getattr(found, step)
    return found


def walk(node: Any) -> Iterator[Any]:
    """Yield a node and all below it; a name is a leaf."""
    yield node
    inner: list[Any] = []
    if isinstance(node, Call):
        inner = [*node.args, *(item for _, item in node.kwargs)]
    elif isinstance(node, Sum):
        inner = list(node.terms)
    elif isinstance(node, Key):
        inner = [node.of]
    elif isinstance(node, (dict, list)):
        inner = list(node.values() if isinstance(node, dict) else node)
    for item in inner:
        yield from walk(item)


def replaced(node: Any, names: list[Name]) -> Any:
    """Return a tree in which names stand for the calls that they are bound to."""
    if isinstance(node, Call):
        for name in names:
            if name.of == node:
                return name
        args = tuple(replaced(item, names) for item in node.args)
        return attrs.evolve(node, args=args, kwargs=tuple((key, replaced(item, names)) for key, item in node.kwargs))
    if isinstance(node, Key):
        return attrs.evolve(node, of=replaced(node.of, names))
    if isinstance(node, dict):
        return {key: replaced(item, names) for key, item in node.items()}
    return [replaced(item, names) for item in node] if isinstance(node, list) else node


# How a node is written.


def write(node: Any, *, width: int, indent: int = 0, used: int = 0, tail: int = 0) -> str:
    """Write a node.

    Args:
        node: the node.
        width: the columns of a line.
        indent: the indentation of the line on which it begins.
        used: the columns of that line that are taken when it begins.
        tail: the columns that what follows it takes on its last line.
    """
    flat = _flat(node)
    if flat is not None and used + len(flat) + tail <= width:
        return flat
    if isinstance(node, Script):
        return _script(node.text, indent)
    if isinstance(node, Call) and node.args and isinstance(node.args[0], Manifest):
        return f'{node.name}("""\\\n{_escaped(node.args[0].text)}"""){"".join(node.tail)}'
    if isinstance(node, Key):
        return f"{write(node.of, width=width, indent=indent, used=used, tail=width)}{node.text}"
    if isinstance(node, Sum):
        first, *others = (write(term, width=width, indent=indent, used=indent + 2, tail=1) for term in node.terms)
        return "".join((first, *(f"\n{' ' * indent}+ {other}" for other in others)))
    items = _items(node)
    if not items:
        return flat if flat is not None else ""
    pad = " " * (indent + INDENT)
    lines = []
    for prefix, item in items:
        written = write(item, width=width, indent=indent + INDENT, used=indent + INDENT + len(prefix), tail=1)
        lines.append(f"{pad}{prefix}{written},\n")
    brackets = (f"{node.name}(", ")") if isinstance(node, Call) else ("[", "]") if isinstance(node, list) else ("{", "}")
    opening, closing = brackets
    return f"{opening}\n{''.join(lines)}{' ' * indent}{closing}" + _chain(node, indent)


def _chain(node: Any, indent: int) -> str:
    return "".join(f"\n{' ' * indent}{step}" for step in node.tail) if isinstance(node, Call) else ""


def _items(node: Any) -> list[tuple[str, Any]]:
    if isinstance(node, Call):
        return [*(("", item) for item in node.args), *((f"{key}=", item) for key, item in node.kwargs)]
    if isinstance(node, dict):
        return [(f"{quoted(key)}: ", item) for key, item in node.items()]
    return [("", item) for item in node] if isinstance(node, list) else []


def _flat(node: Any) -> str | None:
    """Write a node on one line, or return None where it has a block in it."""
    if isinstance(node, (Script, Manifest)):
        return None
    if isinstance(node, (Call, list, dict)):
        parts = [(prefix, _flat(item)) for prefix, item in _items(node)]
        if any(part is None for _, part in parts):
            return None
        inner = ", ".join(f"{prefix}{part}" for prefix, part in parts)
        if isinstance(node, Call):
            return f"{node.name}({inner}){''.join(node.tail)}"
        return f"[{inner}]" if isinstance(node, list) else f"{{{inner}}}"
    if isinstance(node, Key):
        of = _flat(node.of)
        return None if of is None else of + node.text
    if isinstance(node, Name):
        return node.name
    if isinstance(node, Sum):
        terms = [_flat(term) for term in node.terms]
        return None if None in terms else " + ".join(map(str, terms))
    if isinstance(node, Octal):
        return f"0o{node.number:o}"
    return quoted(node) if isinstance(node, str) else repr(node)


def quoted(value: str) -> str:
    """Write a text as a formatter has it: in double quotes, unless single ones save escapes."""
    quote = "'" if value.count('"') > value.count("'") else '"'
    return quote + "".join(f"\\{char}" if char == quote else char if char in "'\"" else repr(char)[1:-1] for char in value) + quote


def _script(value: str, indent: int) -> str:
    return f'dedent("""\\\n{_escaped(_block(value, " " * (indent + INDENT)))}""")'


def _escaped(value: str) -> str:
    """Escape what would end a triple-quoted text, or what Python would read as an escape."""
    return re.sub(r'"""|"\Z', lambda found: '\\"' * len(found[0]), value.replace("\\", "\\\\"))
