"""The four ways to change an object by a patch: JSON patch, merge patch, strategic merge patch, server-side apply.

Pure functions on bodies. Server-side apply knows who set which leaf, lists with keys by their items; it does not know the owners of plain
lists' parts, nor of what was written by anything but an apply.
"""

from __future__ import annotations

from typing import Any

from kpod import merge
from kpod.api.schema import TYPES
from kpod.cluster import Body
from kpod.errors import KpodError
from kpod.local import statuses
from kpod.local.kinds import Resource
from kpod.local.store import copy

Path = tuple[str, ...]


def merge_patch(base: Any, patch: Any) -> Any:
    """Return `base` changed by an RFC 7386 merge patch."""
    return merge.json_merge(base, copy(patch))


def strategic(resource: Resource, base: Body, patch: Any, *, as_server: bool = True) -> Body:
    """Return `base` changed by a strategic merge patch; a kind without a schema takes a merge patch instead.

    Args:
        resource: the kind of object.
        base: the object.
        patch: what changes it.
        as_server: order lists as a PATCH of a real server does; an apply keeps them as they are.

    Raises:
        StatusError: 400 for a patch that cannot be read.
    """
    if not isinstance(patch, dict):
        raise statuses.bad_request("the patch is no object")
    if resource.type is None or resource.type not in TYPES:
        return dict(merge_patch(base, patch))
    try:
        return merge.strategic(copy(base), patch, type=resource.type, as_server=as_server)
    except (KpodError, TypeError, AttributeError, KeyError) as error:
        raise statuses.bad_request(f"the strategic merge patch cannot be applied ({type(error).__name__})") from None


# JSON patch (RFC 6902)


def json_patch(base: Body, patch: Any) -> Body:
    """Return `base` changed by an RFC 6902 JSON patch.

    Raises:
        StatusError: 400 for a patch that cannot be read, 422 for one that does not fit.
    """
    if not isinstance(patch, list) or not all(isinstance(each, dict) for each in patch):
        raise statuses.bad_request("the JSON patch is no list of operations")
    root = {"": copy(base)}
    for operation in patch:
        try:
            _operate(root, operation)
        except (KeyError, IndexError, ValueError, TypeError):
            path = str(operation.get("path"))
            message = (
                f"the server rejected our request due to an error in our request: {operation.get('op')} operation does not apply: {path}"
            )
            raise statuses.StatusError(422, message, reason="Invalid") from None
    result = root[""]
    if not isinstance(result, dict):
        raise statuses.bad_request("the JSON patch leaves no object")
    return result


def _operate(root: Any, operation: dict[str, Any]) -> None:
    word, path = operation["op"], _pointer(operation["path"])
    if word == "test":
        if _read(root, path) != operation.get("value"):
            raise ValueError(word)
    elif word in ("add", "replace"):
        _write(root, path, copy(operation["value"]), insert=word == "add")
    elif word == "remove":
        _take(root, path)
    elif word == "move":
        _write(root, path, _take(root, _pointer(operation["from"])), insert=True)
    elif word == "copy":
        _write(root, path, copy(_read(root, _pointer(operation["from"]))), insert=True)
    else:
        raise ValueError(word)


def _pointer(text: str) -> list[str]:
    if text and not text.startswith("/"):
        raise ValueError(text)
    return [part.replace("~1", "/").replace("~0", "~") for part in text.split("/")]


def _read(root: Any, path: list[str]) -> Any:
    for part in path:
        root = root[_index(root, part)] if isinstance(root, list) else root[part]
    return root


def _index(items: list[Any], part: str) -> int:
    if not part.isdigit() or (len(part) > 1 and part[0] == "0"):
        raise ValueError(part)
    return int(part)


def _write(root: Any, path: list[str], value: Any, *, insert: bool) -> None:
    parent, last = _read(root, path[:-1]), path[-1]
    if isinstance(parent, list):
        position = len(parent) if last == "-" else _index(parent, last)
        if insert and position <= len(parent):
            parent.insert(position, value)
        else:
            parent[position] = value
        return
    if not insert and last not in parent:
        raise KeyError(last)
    parent[last] = value


def _take(root: Any, path: list[str]) -> Any:
    parent, last = _read(root, path[:-1]), path[-1]
    return parent.pop(_index(parent, last)) if isinstance(parent, list) else parent.pop(last)


# server-side apply


def apply(resource: Resource, live: Body | None, config: Body, manager: str, *, force: bool, now: str) -> Body:
    """Return the object after a server-side apply of `config`.

    Args:
        resource: its kind.
        live: the stored object, None where there is none.
        config: what the manager wants to be so.
        manager: who applies.
        force: take fields that others applied.
        now: the time for `managedFields`.

    Raises:
        StatusError: 409 with one cause for each field that another manager applied with another value.
    """
    config = copy(config)
    config.get("metadata", {}).pop("managedFields", None)
    mine = leaves(config, resource.type)
    if live is None:
        result = copy(config)
        result["metadata"]["managedFields"] = [_entry(resource, manager, set(mine), now)]
        return dict(result)
    others = {each["manager"]: _paths(each) for each in _entries(live) if each["manager"] != manager}
    before = next((_paths(each) for each in _entries(live) if each["manager"] == manager), set())
    have = leaves(live, resource.type)
    _refuse_conflicts(resource, live, [(path, who) for who, paths in others.items() for path in paths if _differs(path, mine, have)], force)
    result = strategic(resource, live, config, as_server=False) if resource.type else dict(merge_patch(live, config))
    kept = set().union(*others.values()) if others else set()
    for path in sorted(before - set(mine) - kept, key=len, reverse=True):
        _drop(result, path, resource.type)
    entries = [_entry(resource, manager, set(mine), now)]
    for who, paths in others.items():
        left = {path for path in paths if not _differs(path, mine, have)}
        if left:
            entries.append(_entry(resource, who, left, now))
    same = next((each for each in _entries(live) if each["manager"] == manager), None)
    if same is not None and same["fieldsV1"] == entries[0]["fieldsV1"]:
        entries[0] = same
    return {**result, "metadata": {**result["metadata"], "managedFields": sorted(entries, key=lambda each: str(each["manager"]))}}


def _refuse_conflicts(resource: Resource, live: Body, conflicts: list[tuple[Path, str]], force: bool) -> None:
    if not conflicts or force:
        return
    causes = [statuses.cause(_dotted(path), "FieldManagerConflict", f'conflict with "{who}"') for path, who in conflicts]
    count = f"{len(conflicts)} conflict{'s' if len(conflicts) > 1 else ''}"
    texts = ", ".join(f'"{who}": {_dotted(path)}' for path, who in conflicts)
    message = f"Apply failed with {count}: conflict{'s' if len(conflicts) > 1 else ''} with {texts}"
    raise statuses.StatusError(409, message, details={"causes": causes})


def _differs(path: Path, mine: dict[Path, Any], have: dict[Path, Any]) -> bool:
    return path in mine and mine[path] != have.get(path)


def _entries(body: Body) -> list[Body]:
    return [each for each in body["metadata"].get("managedFields") or [] if each.get("operation") == "Apply"]


def _entry(resource: Resource, manager: str, paths: set[Path], now: str) -> Body:
    tree: Body = {}
    for path in sorted(paths):
        node = tree
        for part in path:
            node = node.setdefault(part, {})
    return {
        "manager": manager,
        "operation": "Apply",
        "apiVersion": resource.api_version,
        "time": now,
        "fieldsType": "FieldsV1",
        "fieldsV1": tree,
    }


def _paths(entry: Body) -> set[Path]:
    found: set[Path] = set()

    def walk(node: Body, path: Path) -> None:
        if not node and path:
            found.add(path)
        for part, below in node.items():
            walk(below, (*path, part))

    walk(entry.get("fieldsV1") or {}, ())
    return found


def _dotted(path: Path) -> str:
    text = ""
    for part in path:
        text += "." + part[2:] if part.startswith("f:") else "[" + part[2:].strip("{}").replace('":', '"=').replace('"', "", 2) + "]"
    return text


def leaves(body: Body, type_: str | None) -> dict[Path, Any]:
    """Return the leaves of a configuration by their path in the form of `FieldsV1`; identity and status are nobody's."""
    found: dict[Path, Any] = {}
    metadata = {key: value for key, value in (body.get("metadata") or {}).items() if key in ("labels", "annotations", "finalizers")}
    rest = {key: value for key, value in body.items() if key not in ("apiVersion", "kind", "metadata", "status")}
    _walk({"metadata": metadata, **rest}, type_, (), found)
    return found


def _walk(value: Any, type_: str | None, path: Path, found: dict[Path, Any]) -> None:
    if not isinstance(value, dict) or not value:
        if path and (value or not isinstance(value, dict) or len(path) > 1):
            found[path] = value
        return
    known = TYPES.get(type_ or "", {})
    for name, each in value.items():
        field = known.get(name)
        below = (*path, f"f:{name}")
        if isinstance(each, list) and field is not None and field.merge_key and all(field.merge_key in item for item in each):
            for item in each:
                _walk(item, field.type, (*below, _key(field.merge_key, item[field.merge_key])), found)
        else:
            _walk(each, field.type if field is not None else None, below, found)


def _key(name: str, value: Any) -> str:
    text = f'"{value}"' if isinstance(value, str) else str(value)
    return f'k:{{"{name}":{text}}}'


def _drop(body: Any, path: Path, type_: str | None) -> None:
    """Remove one leaf, and the list items and maps that are empty without it."""
    if not path or not isinstance(body, dict):
        return
    name, rest = path[0][2:], path[1:]
    field = TYPES.get(type_ or "", {}).get(name)
    if name not in body:
        return
    if not rest:
        del body[name]
        return
    below = copy(body[name])
    inner = field.type if field is not None else None
    if rest[0].startswith("k:") and isinstance(below, list) and field is not None and field.merge_key:
        item = next((each for each in below if _key(field.merge_key or "", each.get(field.merge_key)) == rest[0]), None)
        if item is not None:
            _drop(item, rest[1:], inner)
            if set(item) <= {field.merge_key}:
                below.remove(item)
    else:
        _drop(below, rest, inner)
    body[name] = below
    if below in ({}, []):
        del body[name]
