"""Reads the JSON schemas in the package `kubernetes-validate` into a list of types, for `generate_api.py`.

The types are those of the newest version that are reachable from the kinds in `schema_additions.py`; the older versions tell since when a
field is there.
"""

from __future__ import annotations

import importlib.util
import json
import re
import sys
from pathlib import Path
from typing import Any, NamedTuple

import schema_additions as additions

META = "io.k8s.apimachinery.pkg.apis.meta.v1."
PYTHON = {"string": "str", "integer": "int", "boolean": "bool", "number": "float", "quantity": "str | int | float", "time": "str",
          "micro_time": "str", "int_or_string": "int | str", "bytes": "str", "any": "Any"}  # fmt: skip
SCALARS = {"Quantity": "quantity", "Time": "time", "MicroTime": "micro_time", "IntOrString": "int_or_string", "FieldsV1": "any"}
Definitions = dict[str, Any]


class Field(NamedTuple):
    """One field, as in the schema table that is written."""

    wire: str
    name: str
    shape: str
    type: str
    required: bool
    since: str
    merge_key: str | None
    merge_strategy: str | None
    list_type: str | None
    list_keys: tuple[str, ...]
    enum: tuple[str, ...]
    default: str | int | bool | None
    bits: int | None

    def annotation(self, word: str = "") -> str:
        """The annotation of the attribute: absent is not in it. `word` is what a single value is called where it is no scalar."""
        word = PYTHON.get(self.type) or word
        return {"one": word, "list": f"list[{word}]", "map": f"dict[str, {word}]"}[self.shape]

    @property
    def is_object(self) -> bool:
        """Whether the field holds API objects."""
        return "." in self.type


class Type(NamedTuple):
    """One class: its definition's name, its key in the schema table, the module that holds it, its fields."""

    definition: str
    key: str
    module: str
    fields: list[Field]

    @property
    def name(self) -> str:
        """The class's name."""
        return self.key.split(".")[1]


def read_schemas() -> dict[str, Definitions]:
    """Return the definitions of each Kubernetes version, oldest first."""
    spec = importlib.util.find_spec("kubernetes_validate")
    if spec is None or spec.origin is None:
        sys.exit("kubernetes-validate is not installed: make env")
    found: dict[str, Definitions] = {}
    folders = Path(spec.origin).parent.glob("kubernetes-json-schema/v1.*.0-local")
    for folder in sorted(folders, key=lambda folder: int(folder.name.split(".")[1])):
        version = ".".join(folder.name[1:].split(".")[:2])
        found[version] = json.loads((folder / "_definitions.json").read_text())["$defs"]
    return found


def snake(wire: str) -> str:
    """Return the attribute's name for a wire name."""
    if wire in additions.NAMES:
        return additions.NAMES[wire]
    text = re.sub(r"(.)([A-Z][a-z]+)", r"\1_\2", wire)
    return re.sub(r"([a-z0-9])([A-Z])", r"\1_\2", text).lower()


def type_key(definition: str) -> str:
    """Return the key in the schema table: `io.k8s.api.core.v1.Pod` is `core_v1.Pod`."""
    group, version, name = definition.rsplit(".", 3)[1:]
    return f"{group}_{version}.{name}"


def target(schema: Definitions) -> str | None:
    """Return the definition that a field refers to, in a list or a map or alone."""
    for place in (schema, schema.get("items"), schema.get("additionalProperties")):
        if isinstance(place, dict) and "$ref" in place:
            return str(place["$ref"]).rsplit("/", 1)[1]
    return None


def word(schema: Definitions) -> str:
    """Return the scalar's word in the schema table."""
    if schema.get("format") == "byte":
        return "bytes"
    kinds = schema.get("type", "any")
    kinds = [kinds] if isinstance(kinds, str) else kinds
    return str(next(kind for kind in kinds if kind != "null")).replace("object", "any")


def bits(schema: Definitions) -> int | None:
    """Return how long the whole number of a field, or of an item of it, may be; None for what is no whole number."""
    inner = schema.get("items") or schema.get("additionalProperties") or schema
    return {"int32": 32, "int64": 64}.get(inner.get("format", "")) if word(inner) == "integer" else None


def shape_and_type(schema: Definitions) -> tuple[str, str]:
    """Return a field's shape and its type."""
    shape = "list" if "items" in schema else "map" if "additionalProperties" in schema else "one"
    inner = {"list": schema.get("items"), "map": schema.get("additionalProperties"), "one": schema}[shape]
    assert isinstance(inner, dict)
    name = target(schema)
    if name is None:
        return shape, word(inner)
    short = name.rsplit(".", 1)[1]
    return shape, SCALARS.get(short) or type_key(name)


def reachable(definitions: Definitions, roots: list[str], *, skip: str = "") -> list[str]:
    """Return the objects that can be reached from the roots, without the fields that are called `skip`."""
    found: list[str] = []
    waiting = list(roots)
    while waiting:
        name = waiting.pop(0)
        if name in found or name.rsplit(".", 1)[1] in SCALARS:
            continue
        found.append(name)
        for wire, schema in definitions[name].get("properties", {}).items():
            inner = target(schema)
            if inner and wire != skip:
                waiting.append(inner)
    return found


def versions_of_fields(schemas: dict[str, Definitions], newest: str) -> dict[tuple[str, str], str]:
    """Return since which version each field is there.

    The schemas are walked from the roots in step, by field and not by the definition's name: a type that was split in two or renamed does
    not make its fields look new. A field counts from the start of the row of versions that ends with the newest.
    """
    present: dict[tuple[str, str], set[str]] = {}
    for version, definitions in schemas.items():
        seen: set[tuple[str, str]] = set()
        waiting = [(root, root) for root in additions.ROOTS if root in definitions]
        while waiting:
            pair = waiting.pop()
            if pair in seen:
                continue
            seen.add(pair)
            now, then = pair
            for wire, schema in schemas[newest][now].get("properties", {}).items():
                old = definitions[then].get("properties", {}).get(wire)
                if old is None:
                    continue
                present.setdefault((now, wire), set()).add(version)
                inner, old_inner = target(schema), target(old)
                if inner and old_inner:
                    waiting.append((inner, old_inner))
    result: dict[tuple[str, str], str] = {}
    for field, versions in present.items():
        for version in reversed(schemas):
            if version not in versions:
                break
            result[field] = version
    return result


def read_types(schemas: dict[str, Definitions]) -> list[Type]:
    """Return every type, those of the roots first."""
    newest = list(schemas)[-1]
    definitions = schemas[newest]
    since = versions_of_fields(schemas, newest)
    roots = list(additions.ROOTS)
    all_names = reachable(definitions, roots)
    alive = set(reachable(definitions, roots, skip="status"))
    types = []
    for name in all_names:
        key = type_key(name)
        module, short = key.split(".")
        if module == "core_v1" and short not in additions.COMMON:
            module = "core_rare_v1" if name in alive else "core_status_v1"
        types.append(Type(name, key, module, read_fields(definitions[name], name, since)))
    return types


def read_fields(definition: Definitions, name: str, since: dict[tuple[str, str], str]) -> list[Field]:
    """Return the fields of one type in the order in which they are written."""
    key = type_key(name)
    fields = []
    for wire, schema in definition.get("properties", {}).items():
        shape, type_ = shape_and_type(schema)
        full = f"{key}.{wire}"
        fields.append(
            Field(
                wire=wire,
                name=snake(wire),
                shape=shape,
                type=type_,
                required=wire in definition.get("required", ()),
                since=since[name, wire],
                merge_key=schema.get("x-kubernetes-patch-merge-key"),
                merge_strategy=schema.get("x-kubernetes-patch-strategy"),
                list_type=schema.get("x-kubernetes-list-type"),
                list_keys=tuple(schema.get("x-kubernetes-list-map-keys", ())),
                enum=additions.ENUMS.get(full) or tuple(schema.get("enum", ())),
                default=additions.DEFAULTS.get(full),
                bits=bits(schema),
            )
        )
    first = {wire: place for place, wire in enumerate(additions.FIRST)}
    return sorted(fields, key=lambda field: (field.wire == "status", first.get(field.wire, len(first)), field.wire))


def check_additions(types: list[Type]) -> None:
    """Refuse hand-written entries that name no field: a field was renamed, or the entry has a slip."""
    names = {f"{type_.key}.{field.wire}" for type_ in types for field in type_.fields}
    stray = sorted((set(additions.ENUMS) | set(additions.DEFAULTS)) - names)
    stray += sorted({f"core_v1.{name}" for name in additions.COMMON} - {type_.key for type_ in types})
    if stray:
        sys.exit(f"schema_additions.py names what the schemas do not have: {', '.join(stray)}")
