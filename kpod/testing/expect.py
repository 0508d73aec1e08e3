"""Says what one body lacks of another: for "this would create a Job like this one"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any


def lacking(expected: Any, actual: Any, path: str = "") -> Iterator[str]:
    """Yield a line for everything in `expected` that `actual` does not say as well; `actual` may say more.

    Elements of lists that have a name are found by it, others by their place.

    >>> list(lacking({"a": 1, "b": [{"name": "x", "v": 2}]}, {"a": 1, "b": [{"name": "y"}, {"name": "x", "v": 3}], "c": 4}))
    ['b[x].v: expected 2, was 3']
    """
    if isinstance(expected, dict) and isinstance(actual, dict):
        for key, value in expected.items():
            where = f"{path}.{key}" if path else str(key)
            if key not in actual:
                yield f"{where}: expected {value!r}, was not there"
            else:
                yield from lacking(value, actual[key], where)
    elif isinstance(expected, list) and isinstance(actual, list):
        named = {each["name"]: each for each in actual if isinstance(each, dict) and "name" in each}
        for index, value in enumerate(expected):
            name = value.get("name") if isinstance(value, dict) else None
            where = f"{path}[{index if name is None else name}]"
            found = [named[name]] if name in named else actual[index : index + 1] if name is None else []
            if found:
                yield from lacking(value, found[0], where)
            else:
                yield f"{where}: expected {value!r}, was not there"
    elif expected != actual or isinstance(expected, bool) is not isinstance(actual, bool):
        yield f"{path}: expected {expected!r}, was {actual!r}"
