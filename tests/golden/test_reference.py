"""The reference has every public name, and each says what it should: what it is, every argument and field, what it raises, its source."""

from __future__ import annotations

import ast
import importlib
import inspect
import re
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest

import kpod
from kpod.api.object import ApiObject

PAGES = sorted((Path(__file__).parents[2] / "docs" / "reference").glob("*.md"))
DIRECTIVE = re.compile(r"^::: (\S+)\n(?:    options:\n      members: \[([^\]]*)\])?", re.MULTILINE)
ROOMS = ("convert", "kube", "local", "merge", "rules", "run", "status", "testing", "wire")
"""The rooms that say what of them is public."""
WHOLE = ("kpod.errors", "kpod.names")
"""The modules that are shown with all that they define."""
INNER = {"conclude", "declare", "locate", "matches", "strikes"}
"""Methods of public classes that only other rooms call."""
OWN = {"kpod.Template", "kpod.PodRequest", "kpod.JobRequest"}
"""What Kubernetes has nothing of."""


def public() -> Iterator[tuple[str, Any]]:
    """Yield every public name with what it means."""
    yield from ((f"kpod.{name}", getattr(kpod, name)) for name in kpod.__all__)
    for room in ROOMS:
        module = importlib.import_module(f"kpod.{room}")
        yield from ((f"kpod.{room}.{name}", getattr(module, name)) for name in module.__all__)


def documented() -> set[str]:
    """Return what the pages show, by the names that stand in them."""
    found: set[str] = set()
    for page in PAGES:
        for path, members in DIRECTIVE.findall(page.read_text(encoding="utf-8") + "\n"):
            found.add(path)
            found |= {f"{path}.{member.strip()}" for member in members.split(",") if member}
    return found


PUBLIC = dict(public())
SHOWN = documented()
CALLABLE = {name: value for name, value in PUBLIC.items() if inspect.isfunction(value) or inspect.isclass(value)}


def functions() -> Iterator[tuple[str, Any]]:
    """Yield the public functions, and the public methods of the public classes."""
    for name, value in CALLABLE.items():
        if inspect.isfunction(value):
            yield name, value
        for method, each in vars(value).items() if inspect.isclass(value) else ():
            made = each.__func__ if isinstance(each, classmethod | staticmethod) else each
            if inspect.isfunction(made) and not method.startswith("_") and method not in INNER:
                yield f"{name}.{method}", made


FUNCTIONS = dict(functions())


def text_of(value: Any) -> str:
    return (value is not None and inspect.getdoc(value)) or ""


def untold_arguments(name: str) -> list[str]:
    """Those that neither its own text tells, nor its class's or its protocol's; the first may be what the sentence is about."""
    owner, _, method = name.rpartition(".")
    protocol = getattr(kpod.Cluster, method, None) if owner.endswith("KubeCluster") else None
    told = " ".join(map(text_of, (FUNCTIONS[name], CALLABLE.get(owner), protocol)))
    if re.search(r"Args: as of|arguments? (are )?as (for|of)|[Aa]s of `\w+`", told):
        return []
    arguments = [each for each in inspect.signature(FUNCTIONS[name]).parameters if each not in ("self", "cls")]
    return [each for each in arguments[1:] if not re.search(rf"\b{each.strip('_')}s?\b", told)]


def untold_fields(value: type) -> list[str]:
    if not attrs.has(value) or issubclass(value, ApiObject):
        return []
    text = text_of(value)
    bases = " ".join(map(text_of, value.__mro__[1:-1]))  # a default of its own for a field of a base
    own = [each.name for each in attrs.fields(value) if each.init and not each.name.startswith("_")]
    return [each for each in own if not re.search(rf"\b{each}\b", f"{text} {bases}")]


def untold_errors(function: Any) -> set[str]:
    tree = ast.parse(textwrap.dedent(inspect.getsource(function)))
    calls = [node.exc.func for node in ast.walk(tree) if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call)]
    raised = {call.id for call in calls if isinstance(call, ast.Name)}
    return {each for each in raised if each in vars(kpod.errors) and each not in text_of(function)}


def test_every_public_name_is_in_the_reference() -> None:
    def is_shown(name: str, value: Any) -> bool:
        module = getattr(value, "__module__", "")
        names = {name, f"kpod.{name.rpartition('.')[2]}", f"{module}.{getattr(value, '__qualname__', '')}"}
        return bool(SHOWN & names) or (module in WHOLE and module in SHOWN)

    assert [name for name, value in PUBLIC.items() if not is_shown(name, value)] == []


@pytest.mark.parametrize("path", sorted(SHOWN))
def test_what_is_shown_is_there(path: str) -> None:
    parts = path.split(".")
    for length in range(len(parts), 0, -1):
        try:
            found: Any = importlib.import_module(".".join(parts[:length]))
            break
        except ModuleNotFoundError:
            continue
    for name in parts[length:]:
        found = getattr(found, name)


def test_each_begins_with_a_sentence() -> None:
    everything = {**CALLABLE, **FUNCTIONS}
    first = {name: text_of(value).partition("\n\n")[0] for name, value in everything.items()}
    assert [name for name, text in first.items() if not text.rstrip("`").endswith((".", ":", "?"))] == []


def test_each_function_tells_its_arguments() -> None:
    assert {name: untold for name in FUNCTIONS if (untold := untold_arguments(name))} == {}


def test_each_class_tells_its_fields() -> None:
    classes = {name: value for name, value in CALLABLE.items() if inspect.isclass(value)}
    assert {name: untold for name, value in classes.items() if (untold := untold_fields(value))} == {}


def test_each_function_tells_the_errors_that_it_raises_itself() -> None:
    assert {name: untold for name, value in FUNCTIONS.items() if (untold := untold_errors(value))} == {}


def test_each_part_of_a_spec_names_its_source() -> None:
    parts = {name: value for name, value in PUBLIC.items() if getattr(value, "__module__", "").startswith("kpod.specs.")}
    texts = {name: f"{text_of(value)}{importlib.import_module(value.__module__).__doc__}" for name, value in parts.items()}
    assert {name for name, text in texts.items() if "https://" not in text} == OWN
