"""What the constructors of the specs check: each function takes what was given and its place, and returns it frozen, or raises.

Types are checked strictly, since a wrong type here becomes a puzzling answer of a server later. Text that is still a template (`{{ … }}`)
passes wherever text can stand.
"""

from __future__ import annotations

import shlex
from collections.abc import Callable, Iterable, Mapping
from datetime import timedelta
from typing import Any, NoReturn, TypeVar

from kpod import names, wire
from kpod.errors import SpecError
from kpod.quantity import Quantity
from kpod.specs.frozen import FrozenDict, freeze

T = TypeVar("T")
Check = Callable[[str], "tuple[str, str] | None"]


def refuse(path: str, message: str, fix: str = "", rule: str = "spec") -> NoReturn:
    """Raise a `SpecError` about one place."""
    raise SpecError(message, path=path, rule=rule, fix=fix)


def is_template(value: object) -> bool:
    """Whether a value is text that is still to be rendered."""
    return isinstance(value, str) and ("{{" in value or "{%" in value)


def shown(value: object) -> str:
    """Write a value short enough for a message."""
    text = repr(value) if isinstance(value, str) else " ".join(repr(value).split())  # of the official client's models it has many lines
    return text if len(text) <= 60 else f"{text[:57]}…"


def text(value: Any, path: str) -> str:
    """Take text that is not empty."""
    if not isinstance(value, str) or not value:
        refuse(path, f"{shown(value)} is no text" if value != "" else "the text is empty", _quote(value))
    return str(value)


def optional_text(value: Any, path: str) -> str | None:
    """Take text, or None."""
    return None if value is None else text(value, path)


def name(value: Any, path: str, kind: str) -> str:
    """Take the name of a thing of a kind, or a template for one."""
    return _checked(text(value, path), path, "name", lambda given: names.wrong_name(given, kind))


def optional_name(value: Any, path: str, kind: str) -> str | None:
    """Take a name, or None."""
    return None if value is None else name(value, path, kind)


def words(value: Any, path: str) -> tuple[str, ...]:
    """Take a list of texts, as `cmds` and `args` are."""
    if value is None:
        return ()
    if isinstance(value, str):
        refuse(path, f"{shown(value)} is one text, and a list of words belongs here", f"write {_split(value)}")
    for index, word in enumerate(sequence(value, path)):
        if not isinstance(word, str):
            refuse(f"{path}[{index}]", f"{shown(word)} is no text", _quote(word))
    return tuple(value)


def sequence(value: Any, path: str) -> tuple[Any, ...]:
    """Take a list or a tuple of anything."""
    if not isinstance(value, list | tuple):
        what = "a set has no order" if isinstance(value, set | frozenset) else f"{shown(value)} is no list"
        refuse(path, what, "write [ … ]")
    return tuple(value)


def instances(value: Any, path: str, of: type[T], fix: str) -> tuple[T, ...]:
    """Take a list of objects of a class."""
    if isinstance(value, of):
        refuse(path, f"one {of.__name__} stands here instead of a list", f"write [{of.__name__}(…)]")
    given = sequence(value, path)
    for index, item in enumerate(given):
        if isinstance(item, str):  # text in place of a Secret may be what it hides: it is not shown
            refuse(f"{path}[{index}]", f"text stands here instead of a {of.__name__}", fix)
        instance(item, f"{path}[{index}]", of, fix)
    return given


def instance(value: Any, path: str, of: type[T], fix: str) -> T:
    """Take an object of a class."""
    if not isinstance(value, of):
        what = f"the class {value.__name__} stands here" if isinstance(value, type) else f"{shown(value)} is no {of.__name__}"
        refuse(path, what, fix)
    return value


def mapping(value: Any, path: str, fix: str = "write {name: value}") -> Mapping[Any, Any]:
    """Take a mapping whose keys are text that is not empty."""
    if isinstance(value, list | tuple) and value and all(isinstance(item, str) and "=" in item for item in value):
        pairs = ", ".join(f'"{item.partition("=")[0]}": "{item.partition("=")[2]}"' for item in value)
        refuse(path, "a list stands here instead of a dict", f"write {{{pairs}}}")
    if not isinstance(value, Mapping):
        refuse(path, f"{shown(value)} is no dict", fix)
    for key in value:
        if key == "":
            refuse(path, "a key is empty", "name it, or leave it out")
        if not isinstance(key, str):
            refuse(f"{path}[{key}]", f"the key {shown(key)} is no text", _quote(key))
    return value


def label_map(value: Any, path: str) -> FrozenDict[str, str]:
    """Take labels, or a node selector."""
    for key, item in texts(value, path).items():
        _checked(key, f"{path}[{key}]", "label", names.wrong_qualified)
        _checked(item, f"{path}[{key}]", "label", names.wrong_label_value)
    return FrozenDict(value or {})


def annotation_map(value: Any, path: str) -> FrozenDict[str, str]:
    """Take annotations: keys as labels have them, values of any text."""
    for key in texts(value, path):
        _checked(key.lower(), f"{path}[{key}]", "label", lambda given: names.wrong_qualified(given, "annotation key"))
    return FrozenDict(value or {})


def texts(value: Any, path: str) -> Mapping[str, str]:
    """Take a mapping of texts to texts, or None."""
    for key, item in mapping(value or {}, path).items():
        if not isinstance(item, str):
            refuse(f"{path}[{key}]", f"{shown(item)} is no text", _quote(item))
    return value or {}


def quantity(value: Any, path: str) -> str | None:
    """Take an amount: text, a number or a `Quantity`; returned as text, as it was written."""
    if value is None:
        return None
    if is_template(value):
        return str(value)
    try:
        amount = Quantity(value)
    except SpecError as error:
        problem = error.problems[0]
        raise SpecError(problem.message, path=path, rule=problem.rule, fix=problem.fix) from None
    if amount < Quantity(0):
        refuse(path, f"{value} is less than nothing", rule="quantity")
    return amount.text


def quantities(value: Any, path: str) -> FrozenDict[str, str]:
    """Take a mapping of resource names to amounts."""
    found = {}
    for key, item in mapping(value or {}, path).items():
        _checked(key, f"{path}[{key}]", "resource-name", lambda given: names.wrong_qualified(given, "name of a resource"))
        found[key] = str(quantity(item, f"{path}[{key}]"))
    return FrozenDict(found)


def whole(value: Any, path: str, low: int = 0) -> int | None:
    """Take a whole number of at least `low`, a template for one, or None."""
    if value is None or is_template(value):
        return value  # type: ignore[no-any-return]
    if not isinstance(value, int) or isinstance(value, bool):
        refuse(path, f"{shown(value)} is no whole number", f"write {value}" if isinstance(value, str) and value.isdigit() else "")
    if value < low:
        refuse(path, f"{value} is less than {low}")
    return value


def flag(value: Any, path: str) -> bool | None:
    """Take True, False, a template for one of them, or None."""
    if value is not None and not isinstance(value, bool) and not is_template(value):
        refuse(path, f"{shown(value)} is neither True nor False")
    return value  # type: ignore[no-any-return]


def switch(value: Any, path: str) -> bool:
    """Take True or False, of what kpod itself decides by: a template comes too late for that."""
    if not isinstance(value, bool):
        refuse(path, f"{shown(value)} is neither True nor False", "no template can stand here" if is_template(value) else "")
    return value


def seconds(value: Any, path: str, low: int = 0) -> int | None:
    """Take a duration (a `timedelta`, or seconds) and return whole seconds, rounded up; or a template for seconds, or None."""
    if value is None or is_template(value):
        return value  # type: ignore[no-any-return]
    if isinstance(value, timedelta):
        value = value.total_seconds()
    if not isinstance(value, int | float) or isinstance(value, bool) or not value < 2**31:
        refuse(path, f"{shown(value)} is no duration", "write seconds or a timedelta, as timedelta(hours=1)")
    whole_seconds = -int(-value // 1)
    if whole_seconds < low:
        refuse(path, f"{value} seconds are less than {low}")
    return whole_seconds


def part(value: Any, path: str, type_key: str, fix: str = "") -> Any:
    """Take a part of a body, and return it frozen; or None.

    Args:
        value: a spec's own part, a dict, an API object, or a model of the official client.
        path: its place.
        type_key: what belongs there, as `core_v1.Probe`. An object of another class is refused, and a dict that has nothing of it.
        fix: what to write instead.
    """
    if value is None:
        return None
    try:
        body = wire.to_body(value)
    except SpecError:
        refuse(path, f"{shown(value)} is neither a dict nor an API object", fix)
    _belongs(value, body, path, type_key, fix)
    return freeze(body)


def _belongs(value: Any, body: Mapping[str, Any], path: str, type_key: str, fix: str) -> None:
    wanted = type_key.partition(".")[2]
    if isinstance(value, Mapping):
        if body:
            from kpod.api.schema import TYPES

            known = TYPES[type_key]
            if not any(key in known for key in body):
                refuse(path, f"{shown(next(iter(body)))} is no field of {wanted}", fix or f"it has {', '.join(list(known)[:6])}")
        return
    found = getattr(value, "type_key", None) or f".{type(value).__name__.removeprefix('V1')}"
    if found.partition(".")[2] != wanted:
        refuse(path, f"a {type(value).__name__} stands here instead of a {wanted}", fix)


def parts(value: Any, path: str, type_key: str) -> tuple[Any, ...]:
    """Take a list of parts of a body."""
    if is_part(value):
        refuse(path, "one part stands here instead of a list", "write [ … ]")
    return tuple(part(item, f"{path}[{index}]", type_key) for index, item in enumerate(sequence(value or (), path)))


def is_part(value: Any) -> bool:
    """Whether a value describes a part of a body: a dict, an API object, a part of a spec, a model of the official client."""
    return isinstance(value, Mapping) or (not isinstance(value, type) and (hasattr(value, "to_body") or hasattr(value, "attribute_map")))


def only_one(given: Iterable[tuple[str, Any]], message: str, path: str) -> None:
    """Refuse two things that mean the same."""
    found = [name for name, value in given if value]
    if len(found) > 1:
        refuse(path, message.format(" and ".join(found)), "keep one of them")


def _checked(value: str, path: str, rule: str, check: Check) -> str:
    wrong = None if is_template(value) else check(value)
    if wrong:
        refuse(path, wrong[0], wrong[1], rule)
    return value


def _quote(value: Any) -> str:
    if isinstance(value, bool):
        return f'write "{str(value).lower()}"'
    return f'write "{value}"' if isinstance(value, int | float) else ""


def _split(value: str) -> str:
    try:
        found = shlex.split(value)
    except ValueError:
        found = value.split()
    listed = "[" + ", ".join(f'"{word}"' for word in found) + "]"
    return f'["sh", "-c", {shown(value)}]' if set(value) & set("|&;<>$`*") else listed
