"""The strategic-merge patch that turns one body into another: what the shorthands could not say.

It is found by comparing, and it is tried: a patch that does not give exactly the wanted body, the order of its lists included, is no
patch. An explicit null cannot be patched in, as a null deletes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kpod import merge
from kpod.errors import SpecError

if TYPE_CHECKING:
    from kpod.api.schema import Field

Body = dict[str, Any]


class Inexpressible(Exception):
    """No patch says it."""


def between(have: Body, want: Body, type_key: str) -> Body | None:
    """Return the patch that makes `want` of `have`, or None where there is none."""
    try:
        patch = _maps(have, want, _fields(type_key))
        return patch if same(merge.strategic(have, patch, type=type_key), want) else None
    except (Inexpressible, SpecError):
        return None


def same(one: Any, other: Any) -> bool:
    """Whether two JSON-able values are the same; True is not 1, and 1 is not 1.0."""
    if type(one) is not type(other):
        return False
    if isinstance(one, dict):
        return one.keys() == other.keys() and all(same(item, other[key]) for key, item in one.items())
    if isinstance(one, list):
        return len(one) == len(other) and all(map(same, one, other))
    return bool(one == other)


def has_null(value: Any) -> bool:
    """Whether an explicit null is in it."""
    if isinstance(value, dict):
        return any(map(has_null, value.values()))
    return value is None or (isinstance(value, list) and any(map(has_null, value)))


def _fields(type_key: str) -> dict[str, Field]:
    from kpod.api.schema import TYPES

    return TYPES.get(type_key, {})


def _maps(have: Body, want: Body, fields: dict[str, Field]) -> Body:
    patch: Body = {key: None for key in have if key not in want}
    for key, new in want.items():
        old, field = have.get(key), fields.get(key)
        if key in have and same(old, new):
            continue
        if new is None or key.startswith("$"):
            raise Inexpressible
        of = _fields(field.type) if field is not None else {}
        if isinstance(old, dict) and isinstance(new, dict):
            patch[key] = _maps(old, new, of if field is not None and field.shape == "one" else {})
        elif isinstance(old, list) and isinstance(new, list) and field is not None and "merge" in (field.merge_strategy or ""):
            patch |= _lists(key, old, new, field, of)
        elif has_null(new):
            raise Inexpressible
        else:
            patch[key] = new
    return patch


def _lists(key: str, have: list[Any], want: list[Any], field: Field, of: dict[str, Field]) -> Body:
    """Return the patch of a list that is merged: of what differs, else of the whole."""
    name = field.merge_key
    if name is None or not (_are_known(have, name) and _are_known(want, name)):
        return {key: _whole(want, name)}
    old = {item[name]: item for item in have}
    new = {item[name]: item for item in want}
    items: list[Body] = [{"$patch": "delete", name: each} for each in old if each not in new]
    for each, item in new.items():
        if each not in old:
            items.append(item)
        elif not same(old[each], item):
            items.append({name: each, **_maps(old[each], item, of)})
    if any(has_null(item) for item in items if item[name] not in old):
        raise Inexpressible
    patch: Body = {key: items} if items else {}
    if [each for each in old if each in new] + [each for each in new if each not in old] != list(new):
        patch[f"$setElementOrder/{key}"] = [{name: each} for each in new]
    return patch


def _are_known(items: list[Any], name: str) -> bool:
    keys = [item.get(name) if isinstance(item, dict) else None for item in items]
    return all(isinstance(key, (str, int)) for key in keys) and len(set(keys)) == len(keys)


def _whole(want: list[Any], name: str | None) -> list[Any]:
    if name is None or has_null(want):
        raise Inexpressible
    return [{"$patch": "replace"}, *want]
