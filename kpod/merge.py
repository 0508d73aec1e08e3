"""Kubernetes' strategic merge on bodies, by the schema's merge keys: how a base, a spec and a patch become one body.

Pure: neither argument is changed, and what neither side changes is shared with them, so a result must not be edited in place. A value of
the patch wins, also where it is False, 0, "" or empty; null deletes. The directives `$patch`, `$retainKeys`, `$deleteFromPrimitiveList`
and `$setElementOrder` work as in the API server. What the schema does not know is merged as a JSON merge patch.

It does not check what comes out (`kpod.rules` does), and it does not guess: a volume that gets a second source has two, as on the server,
unless the patch says `$retainKeys` or deletes the first one with a null.

One departure: where several items of a list have the same merge key (port 53 for TCP and UDP), they are matched by all the keys that
server-side apply uses. The API server folds them into one.

    >>> base = {"spec": {"containers": [{"name": "main", "image": "a", "args": ["x"]}, {"name": "sidecar"}]}}
    >>> patch = {"spec": {"containers": [{"name": "sidecar", "image": "s"}, {"name": "main", "args": None}]}}
    >>> strategic(base, patch, type="core_v1.Pod")
    {'spec': {'containers': [{'name': 'main', 'image': 'a'}, {'name': 'sidecar', 'image': 's'}]}}
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from kpod.api import kinds, paths
from kpod.errors import SpecError

__all__ = ["explain", "json_merge", "strategic"]

Body = dict[str, Any]
Fields = dict[str, Any]  # wire name -> kpod.api.schema.Field
NO_FIELDS: Fields = {}
MASK = "***"
SECRET_FIELDS = ("data", "stringData")
DELETE, ORDER = "$deleteFromPrimitiveList/", "$setElementOrder/"


def strategic(base: Body, patch: Body, *, type: str | None = None) -> Body:
    """Merge a patch over a base.

    Args:
        base: the body below.
        patch: what lies over it; a part of a body is enough.
        type: what they are, as a key of the schema table (`core_v1.Pod`, `core_v1.PodSpec`). None: what `apiVersion` and `kind` of the
            base, or else of the patch, say; a kind that kpod has no class for is merged by `json_merge`.

    Returns:
        A body that shares with both what it could.

    Raises:
        SpecError: the patch is malformed (an item without its merge key, an unknown directive), or there is no such type.

    Source: https://kubernetes.io/docs/tasks/manage-kubernetes-objects/update-api-object-kubectl-patch/
    """
    fields = _fields_of(type) if type is not None else _fields_by_kind(base, patch)
    return _map(base, patch, fields, "") if fields else dict(json_merge(base, patch))


def json_merge(base: Any, patch: Any) -> Any:
    """Merge by RFC 7386: maps are merged, null deletes, everything else is replaced, lists too. Pure, and shares what it can."""
    if not isinstance(patch, dict):
        return patch
    result = dict(base) if isinstance(base, dict) else {}
    for key, value in patch.items():
        if value is None:
            result.pop(key, None)
        else:
            result[key] = json_merge(result.get(key), value)
    return result


def explain(layers: Sequence[tuple[str, Body]], *, type: str | None = None) -> list[tuple[str, Any, str]]:
    """Merge layers, lowest first, and say for each leaf of the result which layer set it last.

    Args:
        layers: `(name of the layer, its body)`.
        type: as for `strategic`.

    Returns:
        `(path, value, layer)` in the order of the result; items of lists go by their merge key: `spec.containers[main].image`. Empty maps
        and lists are leaves. The values of Secrets are masked.
    """
    if not layers:
        return []
    fields = _fields_of(type) if type is not None else _fields_by_kind(*(body for _, body in layers))
    merged: Body = {}
    for name, body in layers:
        merged = _map(merged, _tag(body, name), fields, "")
    secret = type == "core_v1.Secret" if type is not None else fields is _fields_of("core_v1.Secret")
    return list(_leaves(merged, fields, "", secret))


# the schema


def _fields_of(type_key: str) -> Fields:
    from kpod.api.schema import TYPES

    try:
        return TYPES[type_key]
    except KeyError:
        raise SpecError(f"there is no type {type_key!r} in the schema table", rule="merge", fix="write it as core_v1.Pod") from None


def _fields_by_kind(*bodies: Body) -> Fields:
    for body in bodies:
        api_version, kind = body.get("apiVersion"), body.get("kind")
        if api_version is not None and kind is not None:
            found = kinds.find(str(api_version), str(kind))
            return _fields_of(found.type) if found else NO_FIELDS
    return NO_FIELDS


def _inner(field: Any) -> Fields:
    """Return the fields of the objects that a field holds."""
    if field is None or "." not in field.type:
        return NO_FIELDS
    return _fields_of(field.type)


# maps


def _map(base: Body, patch: Body, fields: Fields, path: str) -> Body:
    result = base
    for key, value in patch.items():
        if key[:1] == "$":
            return _map_with_directives(base, patch, fields, path)
        if value is None:
            if key in result:
                result = _owned(result, base)
                del result[key]
            continue
        old = result.get(key)
        new = _value(old, value, fields.get(key), path, key)
        if new is not old or key not in result:
            result = _owned(result, base)
            result[key] = new
    return result


def _owned(result: Body, base: Body) -> Body:
    return dict(base) if result is base else result


def _value(old: Any, value: Any, field: Any, path: str, key: str) -> Any:
    if isinstance(value, dict):
        inner = _inner(field) if field is None or field.shape == "one" else NO_FIELDS
        if isinstance(old, dict):
            return _map(old, value, inner, f"{path}.{key}")
        return _clean_map(value, inner, f"{path}.{key}")
    if isinstance(value, list) and field is not None and field.merge_strategy is not None and "merge" in field.merge_strategy:
        return _list(old if isinstance(old, list) else [], value, field, f"{path}.{key}")
    return value


def _clean_map(patch: Body, fields: Fields, path: str) -> Body:
    """Return a patch that has nothing to be merged into: itself, or without its nulls and directives."""
    return patch if _is_clean(patch) else _map({}, patch, fields, path)


def _is_clean(value: Any) -> bool:
    if isinstance(value, dict):
        return all(item is not None and key[:1] != "$" and _is_clean(item) for key, item in value.items())
    return all(_is_clean(item) for item in value) if isinstance(value, list) else True


def _map_with_directives(base: Body, patch: Body, fields: Fields, path: str) -> Body:
    rest = {key: value for key, value in patch.items() if key[:1] != "$"}
    word = patch.get("$patch", "merge")
    if word == "delete":
        return {}
    if word == "replace":
        return _map({}, rest, fields, path)
    if word != "merge":
        raise _error(path, f"$patch is {word!r}; it can be delete, replace or merge")
    retain = patch.get("$retainKeys")
    if retain is not None:
        missing = [key for key in rest if key not in retain]
        if not isinstance(retain, list) or missing:
            raise _error(path, f"$retainKeys does not list what the patch sets: {', '.join(missing) or 'it is no list'}")
        base = {key: value for key, value in base.items() if key in retain}
    result = _map(base, rest, fields, path)
    for key, value in patch.items():
        if key.startswith(DELETE):
            result = _delete_primitives(result, key[len(DELETE) :], value, f"{path}.{key}")
    for key, value in patch.items():
        if key.startswith(ORDER):
            name = key[len(ORDER) :]
            result = _set_order(result, base, name, value, fields.get(name), f"{path}.{key}")
        elif not key.startswith(DELETE) and key[:1] == "$" and key not in ("$patch", "$retainKeys"):
            raise _error(path, f"{key} is no directive of strategic merge")
    return result


def _delete_primitives(result: Body, name: str, values: Any, path: str) -> Body:
    if not isinstance(values, list):
        raise _error(path, "a list of values belongs here")
    old = result.get(name)
    return {**result, name: [item for item in old if item not in values]} if isinstance(old, list) else result


def _set_order(result: Body, base: Body, name: str, order: Any, field: Any, path: str) -> Body:
    """Sort a list as the directive says; what it does not name keeps its place relative to its old neighbours."""
    if not isinstance(order, list):
        raise _error(path, "a list belongs here")
    items = result.get(name)
    if not isinstance(items, list):
        return result
    merge_key = field.merge_key if field is not None else None
    wanted = [_key(item, merge_key) for item in order]
    before = [_key(item, merge_key) for item in base.get(name) or []]
    left = sorted((item for item in items if _key(item, merge_key) in wanted), key=lambda item: wanted.index(_key(item, merge_key)))
    right = [item for item in items if _key(item, merge_key) not in wanted]
    merged: list[Any] = []
    while left and right:
        first, second = _key(left[0], merge_key), _key(right[0], merge_key)
        take_right = first in before and second in before and before.index(second) < before.index(first)
        merged.append((right if take_right else left).pop(0))
    return {**result, name: merged + left + right}


# lists that are merged


def _list(base: list[Any], patch: list[Any], field: Any, path: str) -> list[Any]:
    if field.merge_key is None:
        return base + [item for place, item in enumerate(patch) if item not in base and item not in patch[:place]] if patch else base
    fields = _inner(field)
    deleted, replace, items = _split(patch, field, path)
    if replace:
        return [_clean_map(item, fields, path) for item in items]
    matches = _match(base, items, field, fields)
    result = base
    added = []
    for item, place in zip(items, matches, strict=True):
        if place is None:
            added.append(_clean_map(item, fields, f"{path}[{item[field.merge_key]}]"))
            continue
        new = _map(base[place], item, fields, f"{path}[{item[field.merge_key]}]")
        if new is not base[place]:
            result = list(base) if result is base else result
            result[place] = new
    if deleted:
        result = [item for item in result if _key(item, field.merge_key) not in deleted]
    return result + added if added else result


def _split(patch: list[Any], field: Any, path: str) -> tuple[list[Any], bool, list[Body]]:
    """Return the keys that the patch deletes, whether it replaces the whole list, and its plain items."""
    deleted: list[Any] = []
    replace = False
    items: list[Body] = []
    for place, item in enumerate(patch):
        if not isinstance(item, dict):
            raise _error(f"{path}[{place}]", "an object belongs here")
        word = item.get("$patch")
        if word == "replace" and field.merge_key not in item:
            replace = True
        elif field.merge_key not in item:
            raise _error(
                f"{path}[{place}]", f"this has no {field.merge_key}, by which the items of this list are merged", f"add {field.merge_key}"
            )
        elif word == "delete":
            deleted.append(item[field.merge_key])
        else:
            items.append(item)
    return deleted, replace, items


def _match(base: list[Any], items: list[Body], field: Any, fields: Fields) -> list[int | None]:
    """Return for each item of the patch the place of the item of the base that it changes, None where it is new."""
    places: dict[Any, list[int]] = {}
    for place, item in enumerate(base):
        places.setdefault(_key(item, field.merge_key), []).append(place)
    groups: dict[Any, int] = {}
    for item in items:
        groups[item[field.merge_key]] = groups.get(item[field.merge_key], 0) + 1
    result: list[int | None] = []
    for item in items:
        found = places.get(item[field.merge_key], [])
        if len(found) > 1 or groups[item[field.merge_key]] > 1:
            key = _full_key(item, field, fields)
            found = [place for place in found if _full_key(base[place], field, fields) == key]
        result.append(found[0] if found else None)
    return result


def _key(item: Any, merge_key: str | None) -> Any:
    return item.get(merge_key) if merge_key is not None and isinstance(item, dict) else item if merge_key is None else None


def _full_key(item: Body, field: Any, fields: Fields) -> tuple[Any, ...]:
    return tuple(item.get(key, fields[key].default if key in fields else None) for key in field.list_keys or (field.merge_key,))


def _error(path: str, message: str, fix: str = "") -> SpecError:
    return SpecError(message, path=path.lstrip("."), rule="merge", fix=fix)


# explain


class _Leaf:
    """A scalar and the layer that it comes from; merges like the scalar."""

    __slots__ = ("layer", "value")

    def __init__(self, value: Any, layer: str) -> None:
        self.value = value
        self.layer = layer

    def __eq__(self, other: object) -> bool:
        return bool(self.value == (other.value if isinstance(other, _Leaf) else other))

    def __hash__(self) -> int:
        return hash(self.value)

    def __str__(self) -> str:
        return str(self.value)


class _Empty(dict[str, Any]):
    """An empty map and the layer that it comes from."""

    layer = ""


def _tag(value: Any, layer: str) -> Any:
    if isinstance(value, dict):
        tagged = {key: item if key[:1] == "$" else _tag(item, layer) for key, item in value.items()}
        if not tagged:
            tagged = _Empty()
            tagged.layer = layer
        return tagged
    if isinstance(value, list) and value:
        return [_tag(item, layer) for item in value]
    return value if value is None else _Leaf(value, layer)


def _leaves(value: Any, fields: Fields, path: str, secret: bool) -> Iterator[tuple[str, Any, str]]:
    for key, item in value.items():
        yield from _leaf(item, fields.get(key), paths.member(path, key), secret and not path and key in SECRET_FIELDS)


def _leaf(value: Any, field: Any, path: str, secret: bool) -> Iterator[tuple[str, Any, str]]:
    if isinstance(value, _Leaf):
        yield path, MASK if secret else value.value, value.layer
    elif isinstance(value, dict) and not value:
        yield path, {}, value.layer if isinstance(value, _Empty) else ""
    elif isinstance(value, dict):
        inner = _inner(field) if field is None or field.shape != "map" else NO_FIELDS
        for key, item in value.items():
            yield from _leaf(item, inner.get(key), paths.member(path, key), secret)
    elif isinstance(value, list):
        names = [paths.item(path, field, place, _untag(item)) for place, item in enumerate(value)]
        for place, item in enumerate(value):
            name = names[place] if names.count(names[place]) == 1 else f"{path}[{place}]"
            yield from _leaf(item, field, name, secret)


def _untag(value: Any) -> Any:
    return {key: item.value if isinstance(item, _Leaf) else item for key, item in value.items()} if isinstance(value, dict) else value
