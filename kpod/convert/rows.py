"""Which part of a body is which shorthand: tables, and what reads them.

A new shorthand is one row. A row may be careless: what it makes is called, and where that does not give exactly the part, or is refused,
the part is left to the next row, to a typed part, or in the end to a patch.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import attrs

from kpod.api.schema import TYPES
from kpod.convert import source
from kpod.convert.patches import same
from kpod.convert.source import Call, Key, Octal
from kpod.errors import SpecError
from kpod.specs.frozen import thaw

Body = dict[str, Any]
Part = Callable[[Any], Any]


@attrs.frozen
class Row:
    """One shorthand for one branch of a part.

    Attributes:
        branch: the key of the branch in the body: `emptyDir`.
        name: what is called: `Volume.empty_dir`.
        takes: keys of the branch to parameters; an empty parameter is the next one by position. A key that is not here makes the row unfit.
        nodes: keys to functions that make the argument's node of the value; by default the value itself.
    """

    branch: str
    name: str
    takes: Mapping[str, str]
    nodes: Mapping[str, Part] = attrs.field(factory=dict)


def _files(items: Any) -> Any:
    """Make `items={"key": "path"}` of a list of keys and paths."""
    if any(set(item) != {"key", "path"} for item in items):
        raise SpecError("a file with a mode of its own")
    return {item["key"]: item["path"] for item in items}


def _in_memory(medium: Any) -> Any:
    return True if medium == "Memory" else medium


FILES = {"items": "items", "defaultMode": "mode", "optional": "optional"}
AS_FILES: dict[str, Part] = {"items": _files, "defaultMode": Octal}

VOLUMES = (
    Row("persistentVolumeClaim", "Volume.claim", {"claimName": ""}),
    Row("emptyDir", "Volume.empty_dir", {"sizeLimit": "size", "medium": "memory"}, {"medium": _in_memory}),
    Row("hostPath", "Volume.host_path", {"path": "", "type": "type"}),
    Row("secret", "Volume.secret", {"secretName": "", **FILES}, AS_FILES),
    Row("configMap", "Volume.config_map", {"name": "", **FILES}, AS_FILES),
)
"""What a volume is, by its source."""

VARIABLES = (
    Row("fieldRef", "Env.field", {"fieldPath": ""}),
    Row("resourceFieldRef", "Env.resource", {"resource": "", "containerName": "container", "divisor": "divisor"}),
    Row("configMapKeyRef", "Env.config_map", {"name": "", "key": "", "optional": "optional"}),
)
"""Where a variable's value comes from, by its source; keys of Secrets are `secret_key`."""


def shorthand(rows: tuple[Row, ...], part: Body, **more: Any) -> Call | None:
    """Return the call that makes an object whose `source` is the part, or None.

    Args:
        rows: the table.
        part: the part of the body: one branch and its fields.
        more: further arguments of the call, as a volume's name.
    """
    for row in rows:
        if list(part) == [row.branch] and isinstance(part[row.branch], dict):
            made = _fill(row, part[row.branch], more)
            if made is not None and same(thaw(source.value(made).source), part):
                return made
    return None


def _fill(row: Row, branch: Body, more: Mapping[str, Any]) -> Call | None:
    if not set(branch) <= set(row.takes):
        return None
    args: list[Any] = []
    kwargs: list[tuple[str, Any]] = []
    try:
        for key, parameter in row.takes.items():
            if key in branch:
                node = row.nodes.get(key, _itself)(branch[key])
                args.append(node) if not parameter else kwargs.append((parameter, node))
        made = Call(row.name, tuple(args), (*kwargs, *((key, node) for key, node in more.items() if node is not None)))
        source.value(made)
    except (SpecError, TypeError, ValueError):  # TypeError: the shorthand has no such parameter, or a key of the branch is missing
        return None
    return made


def _itself(value: Any) -> Any:
    return value


def secret_key(part: Body) -> Key | None:
    """Return `Secret.existing("db")["PASSWORD"]` for a variable that is a key of a Secret, or None."""
    of = part.get("secretKeyRef")
    if list(part) != ["secretKeyRef"] or not isinstance(of, dict):
        return None
    try:
        secret = source.call("Secret.existing", of.get("name"))
        made = Key(secret, of.get("key", ""), optional=of.get("optional") is True)
        if same(thaw(source.value(made).source), part):
            return made
    except (SpecError, TypeError):
        pass
    return None


def typed(type_key: str, body: Any) -> Any:
    """Return the expression of an API object: `core_v1.Probe(http_get=core_v1.HTTPGetAction(path="/", port=80))`.

    What the class does not know, and explicit nulls, go to `extra`, so nothing is lost.
    """
    fields = TYPES[type_key]
    kwargs: list[tuple[str, Any]] = []
    extra: Body = {}
    for key, item in body.items():
        field = fields.get(key)
        if field is not None and field.enum == (item,) and key in ("apiVersion", "kind"):
            continue
        if field is None or item is None:
            extra[key] = item
        elif field.type not in TYPES:
            kwargs.append((field.name, _scalars(item)))
        elif field.shape == "one":
            kwargs.append((field.name, typed(field.type, item)))
        elif field.shape == "list":
            kwargs.append((field.name, [typed(field.type, each) for each in item]))
        else:
            kwargs.append((field.name, {name: typed(field.type, each) for name, each in item.items()}))
    if extra:
        kwargs.append(("extra", extra))
    return Call(type_key, (), tuple(kwargs))


def _scalars(item: Any) -> Any:
    if isinstance(item, dict):
        return {key: _scalars(each) for key, each in item.items()}
    return [_scalars(each) for each in item] if isinstance(item, list) else source.text(item)
