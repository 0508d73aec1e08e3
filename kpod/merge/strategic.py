"""The merge itself. Pure: neither argument is changed, and what neither side changes is shared with them, so a result is not to be edited
in place. It refuses a patch that the API server refuses too: an item without its merge key, a directive that does not exist.

    >>> base = {"spec": {"containers": [{"name": "main", "image": "a", "args": ["x"]}, {"name": "sidecar"}]}}
    >>> patch = {"spec": {"containers": [{"name": "sidecar", "image": "s"}, {"name": "main", "args": None}]}}
    >>> strategic(base, patch, type="core_v1.Pod")
    {'spec': {'containers': [{'name': 'main', 'image': 'a'}, {'name': 'sidecar', 'image': 's'}]}}
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, ClassVar

from kpod.api import kinds
from kpod.errors import SpecError

if TYPE_CHECKING:
    from kpod.api.schema import Field

Body = dict[str, Any]
Fields = dict[str, "Field"]
NO_FIELDS: Fields = {}
DELETE, ORDER = "$deleteFromPrimitiveList/", "$setElementOrder/"


def strategic(base: Body, patch: Body, *, type: str | None = None, as_server: bool = False) -> Body:
    """Merge a patch over a base.

    A value of the patch wins, also where it is False, 0, "" or an empty atomic list; null deletes; maps, and lists that have a merge key,
    are merged, so an empty one changes nothing. The directives `$patch`, `$retainKeys`, `$deleteFromPrimitiveList` and `$setElementOrder`
    work as in the API server. What the schema does not know is merged as a JSON merge patch.

    Where layers are merged, three things are better than the API server's answer to a PATCH, which `as_server` gives: items that only the
    patch has come last, so that its init containers run after those of the base and its variables can refer to them; where several items
    have the same merge key (port 53 for TCP and UDP), they are told apart by all the keys that server-side apply uses; and an item with
    its merge key and `$patch: replace` replaces that item, where the server replaces the whole list and loses the item.

    Args:
        base: the body below.
        patch: what lies over it; a part of a body is enough.
        type: what they are, as a key of the schema table (`core_v1.Pod`, `core_v1.PodSpec`). None: what `apiVersion` and `kind` of the
            base, or else of the patch, say; a kind that kpod has no class for is merged by `json_merge`.
        as_server: order the lists as the API server does (what the patch lists comes first), and do the other two as it does.

    Returns:
        A body that shares with both what it could.

    Raises:
        SpecError: the patch is malformed, as where a number stands for a list; or there is no such type.

    Source: https://kubernetes.io/docs/tasks/manage-kubernetes-objects/update-api-object-kubectl-patch/
    """
    fields = fields_of(type) if type is not None else fields_by_kind(base, patch)
    if not fields:
        return dict(json_merge(base, patch))
    return (SERVER if as_server else LAYERS).map(base, patch, fields, "")


def json_merge(base: Any, patch: Any) -> Any:
    """Merge by RFC 7386: maps are merged, null deletes, everything else is replaced, lists too. Pure, and shares what it can.

    Args:
        base: the body that is changed.
        patch: what is laid over it; a JSON value that is no map replaces it whole.

    Source: https://www.rfc-editor.org/rfc/rfc7386
    """
    if not isinstance(patch, dict):
        return patch
    result = dict(base) if isinstance(base, dict) else {}
    for key, value in patch.items():
        if value is None:
            result.pop(key, None)
        else:
            result[key] = json_merge(result.get(key), value)
    return result


def patch_between(base: Body, body: Body, *, type: str | None = None) -> Body:
    """Return the smallest patch that makes `body` out of `base`: `strategic(base, patch)` is `body`, but for the order of merged lists.

    Args:
        base: the body below.
        body: what it is to become.
        type: as for `strategic`.

    Raises:
        SpecError: there is no such type.
    """
    return _between(base, body, fields_of(type) if type is not None else fields_by_kind(base, body))


def _between(base: Body, body: Body, fields: Fields) -> Body:
    patch: Body = {key: None for key in base if key not in body}
    for key, value in body.items():
        field, old = fields.get(key), base.get(key)
        if key in base and old == value:
            continue
        if isinstance(old, dict) and isinstance(value, dict):
            patch[key] = _between(old, value, inner(field) if field is not None and field.shape == "one" else NO_FIELDS)
        elif isinstance(old, list) and isinstance(value, list) and field is not None and "merge" in (field.merge_strategy or ""):
            patch.update(_between_lists(old, value, field))
        else:
            patch[key] = value if value or not isinstance(value, dict) or old is None else {"$patch": "replace"}
    return patch


def _between_lists(base: list[Any], items: list[Any], field: Field) -> Body:
    merge_key = field.merge_key
    if merge_key is None:
        gone = [text for text in base if text not in items]
        new = [text for text in items if text not in base]
        return {**({DELETE + field.wire: gone} if gone else {}), **({field.wire: new} if new else {})}
    before, after = ([_key(item, merge_key) for item in each] for each in (base, items))
    if None in before + after or len(set(before)) < len(before) or len(set(after)) < len(after):
        return {field.wire: [{"$patch": "replace"}, *items]}
    patch: list[Body] = [{merge_key: key, "$patch": "delete"} for key in before if key not in after]
    for key, item in zip(after, items, strict=True):
        old = base[before.index(key)] if key in before else None
        if old is None:
            patch.append(item)
        elif old != item:
            patch.append({merge_key: key, **_between(old, item, inner(field))})
    return {field.wire: patch} if patch else {}


def fields_of(type_key: str) -> Fields:
    """Return the fields of a type, or raise the error for a type that does not exist."""
    from kpod.api.schema import TYPES

    try:
        return TYPES[type_key]
    except KeyError:
        raise SpecError(f"there is no type {type_key!r} in the schema table", rule="merge", fix="write it as core_v1.Pod") from None


def fields_by_kind(*bodies: Body) -> Fields:
    """Return the fields of the kind that the first body that says one says, none where kpod has no class for it."""
    for body in bodies:
        api_version, kind = body.get("apiVersion"), body.get("kind")
        if api_version is not None and kind is not None:
            found = kinds.find(str(api_version), str(kind))
            return fields_of(found.type) if found else NO_FIELDS
    return NO_FIELDS


def inner(field: Field | None) -> Fields:
    """Return the fields of the objects that a field holds, none where it holds none."""
    return fields_of(field.type) if field is not None and "." in field.type else NO_FIELDS


class Layers:
    """Merges layers: what is new comes last, and items of one merge key are told apart where they can be."""

    patch_first: ClassVar[bool] = False
    fold: ClassVar[bool] = False

    def map(self, base: Body, patch: Body, fields: Fields, path: str) -> Body:
        """Merge two maps."""
        result = base
        for key, value in patch.items():
            if key[:1] == "$":
                return self._map_with_directives(base, patch, fields, path)
            if value is None:
                if key in result:
                    result = _owned(result, base)
                    del result[key]
                continue
            old = result.get(key)
            new = self._value(old, value, fields.get(key), path, key)
            if new is not old or key not in result:
                result = _owned(result, base)
                result[key] = new
        return result

    def _value(self, old: Any, value: Any, field: Field | None, path: str, key: str) -> Any:
        if field is not None:
            _check_shape(value, field, path)
        if isinstance(value, dict):
            fields = inner(field) if field is not None and field.shape == "one" else NO_FIELDS
            if isinstance(old, dict):
                return self.map(old, value, fields, f"{path}.{key}")
            return self._clean(value, fields, f"{path}.{key}")
        if isinstance(value, list) and field is not None and field.merge_strategy is not None and "merge" in field.merge_strategy:
            return self._list(old if isinstance(old, list) else [], value, field, f"{path}.{key}")
        return value

    def _clean(self, patch: Body, fields: Fields, path: str) -> Body:
        """Return a patch that has nothing to be merged into: itself, or without its nulls and directives."""
        return patch if _is_clean(patch) else self.map({}, patch, fields, path)

    def _map_with_directives(self, base: Body, patch: Body, fields: Fields, path: str) -> Body:
        _check_directives(patch, path)
        rest = {key: value for key, value in patch.items() if key[:1] != "$"}
        word = patch.get("$patch", "merge")
        if word == "delete":
            return {}
        if word == "replace":
            return self.map({}, rest, fields, path)
        retain = patch.get("$retainKeys")
        if retain is not None:
            missing = [key for key in rest if key not in retain]
            if missing:
                raise _error(path, f"$retainKeys does not list what the patch sets: {', '.join(missing)}")
            base = {key: value for key, value in base.items() if key in retain}
        result = self.map(base, rest, fields, path)
        for key, values in patch.items():
            name = key[len(DELETE) :]
            if key.startswith(DELETE) and isinstance(result.get(name), list):
                result = {**result, name: [item for item in result[name] if item not in values]}
        for key, order in patch.items():
            name = key[len(ORDER) :]
            if key.startswith(ORDER) and isinstance(result.get(name), list):
                field = fields.get(name)
                there = base.get(name)
                old = there if isinstance(there, list) else []
                before = _freed(old, result[name], field) if self.fold else old
                result = {**result, name: _ordered(result[name], order, before, field)}
        return result

    def _list(self, base: list[Any], patch: list[Any], field: Field, path: str) -> list[Any]:
        if not patch:
            return base
        if field.merge_key is None:
            result = base + [item for place, item in enumerate(patch) if item not in base and item not in patch[:place]]
            return _ordered(result, patch, base, field) if self.patch_first else result
        fields = inner(field)
        deleted, replace, items = _split(patch, field.merge_key, path, whole=self.fold)
        if replace:
            return [self._clean(item, fields, path) for item in items]
        if deleted:  # before the rest, wherever it stands in the patch: an item that is deleted and listed is made anew
            base = [item for item in base if _key(item, field.merge_key) not in deleted]
        result = self._merge_items(base, items, field, field.merge_key, path)
        return _ordered(result, items, base, field) if self.patch_first and items else result

    def _merge_items(self, base: list[Any], items: list[Body], field: Field, merge_key: str, path: str) -> list[Any]:
        fields = inner(field)
        result = base
        for item, place in zip(items, self._places(base, items, field, merge_key), strict=True):
            where = f"{path}[{item[merge_key]}]"
            if place is None:
                result = [*result, self._clean(item, fields, where)]
                continue
            new = self.map(result[place], item, fields, where)
            if new is not result[place]:
                result = list(base) if result is base else result
                result[place] = new
        return result

    def _places(self, base: list[Any], items: list[Body], field: Field, merge_key: str) -> list[int | None]:
        """Return for each item of the patch the place of the item that it changes, None where it is new."""
        places: dict[Any, list[int]] = {}
        for place, item in enumerate(base):
            places.setdefault(_key(item, merge_key), []).append(place)
        result: list[int | None] = []
        keys = [item[merge_key] for item in items]
        counts = Counter(keys)
        full_keys: dict[int, tuple[Any, ...]] = {}
        length = len(base)
        for item, key in zip(items, keys, strict=True):
            found = places.get(key, [])
            if not self.fold and (len(found) > 1 or counts[key] > 1):
                full_keys.update((place, _full_key(base[place], field)) for place in found if place not in full_keys)
                full = _full_key(item, field)
                found = [place for place in found if full_keys[place] == full]
            result.append(found[0] if found else None)
            if not found and self.fold:
                places[key] = [length]
            length += not found
        return result


class Server(Layers):
    """Merges as the API server answers a PATCH."""

    patch_first: ClassVar[bool] = True
    fold: ClassVar[bool] = True


LAYERS, SERVER = Layers(), Server()


def _owned(result: Body, base: Body) -> Body:
    return dict(base) if result is base else result


def _is_clean(value: Any) -> bool:
    if isinstance(value, dict):
        return all(item is not None and key[:1] != "$" and _is_clean(item) for key, item in value.items())
    return all(_is_clean(item) for item in value) if isinstance(value, list) else True


def _check_shape(value: Any, field: Field, path: str) -> None:
    """Refuse what would put a value of another shape over a list or an object; a template may stand for either."""
    if field.shape == "list":
        is_right, what = isinstance(value, list), "a list"
    elif field.shape == "map" or "." in field.type:
        is_right, what = isinstance(value, dict), "a map" if field.shape == "map" else "an object"
    else:
        return
    if not is_right and not (isinstance(value, str) and ("{{" in value or "{%" in value)):
        raise _error(f"{path}.{field.wire}", f"{what} belongs here")


def _check_directives(patch: Body, path: str) -> None:
    for key, value in patch.items():
        if key == "$patch":
            if value not in ("delete", "replace", "merge"):
                raise _error(path, f"$patch is {value!r}; it can be delete, replace or merge")
        elif key == "$retainKeys" or key.startswith((DELETE, ORDER)):
            if not isinstance(value, list):
                raise _error(f"{path}.{key}", "a list belongs here")
        elif key[:1] == "$":
            raise _error(path, f"{key} is no directive of strategic merge")


def _ordered(items: list[Any], wanted: list[Any], before: list[Any], field: Field | None) -> list[Any]:
    """Sort what `wanted` names as it says; what it does not name keeps its place relative to its old neighbours."""
    merge_key = field.merge_key if field is not None else None
    order = [_key(item, merge_key) for item in wanted]
    old = [_key(item, merge_key) for item in before]
    left = sorted((item for item in items if _key(item, merge_key) in order), key=lambda item: order.index(_key(item, merge_key)))
    right = [item for item in items if _key(item, merge_key) not in order]
    merged: list[Any] = []
    while left and right:
        first, second = _key(left[0], merge_key), _key(right[0], merge_key)
        take_right = first in old and second in old and old.index(second) < old.index(first)
        merged.append((right if take_right else left).pop(0))
    return merged + left + right


def _freed(old: list[Any], items: list[Any], field: Field | None) -> list[Any]:
    """Return the list that the API server takes for the old one: it deletes in place, and what is new fills the room that became free."""
    merge_key = field.merge_key if field is not None else None
    before, after = ([_key(item, merge_key) for item in each] for each in (old, items))
    kept = [item for item in old if _key(item, merge_key) in after]
    new = [item for item in items if _key(item, merge_key) not in before]
    return kept + new[: len(old) - len(kept)]


def _split(patch: list[Any], merge_key: str, path: str, *, whole: bool) -> tuple[list[Any], bool, list[Body]]:
    """Return the keys that the patch deletes, whether it replaces the whole list, and its plain items.

    For the API server (`whole`) an item that says `replace` means the whole list, and is dropped with its key and its fields.
    """
    deleted: list[Any] = []
    replace = False
    items: list[Body] = []
    for place, item in enumerate(patch):
        where = f"{path}[{place}]"
        if not isinstance(item, dict):
            raise _error(where, "an object belongs here")
        word = item.get("$patch")
        if word == "replace" and (whole or merge_key not in item):
            replace = True
        elif word == "merge" and whole:
            raise _error(where, "the API server takes no $patch: merge in an item of a list", "leave it out, that is what happens anyway")
        elif not _is_name(item.get(merge_key)):
            raise _error(where, f"this has no {merge_key}, by which the items of this list are merged", f"add {merge_key}")
        elif word == "delete":
            deleted.append(item[merge_key])
        else:
            items.append(item)
    return deleted, replace, items


def _key(item: Any, merge_key: str | None) -> Any:
    """Return what an item of a list is known by: the value of its merge key, or itself in a list of scalars."""
    if merge_key is None:
        return item
    key = item.get(merge_key) if isinstance(item, dict) else None
    return key if _is_name(key) else None


def _is_name(value: Any) -> bool:
    return value is not None and not isinstance(value, (dict, list))


def _full_key(item: Body, field: Field) -> tuple[Any, ...]:
    fields = inner(field)
    return tuple(item[key] if key in item else fields[key].default for key in field.list_keys)


def _error(path: str, message: str, fix: str = "") -> SpecError:
    return SpecError(message, path=path.lstrip("."), rule="merge", fix=fix)
