"""Writes the API classes, the kinds and the schema table of `kpod/api` from the JSON schemas in the package `kubernetes-validate`.

    python tools/generate_api.py            writes
    python tools/generate_api.py --check    compares, names the files that differ, exits with 1 if any does

The classes carry straight-line code to dump and to load, since that is what makes them several times faster than a converter. It copies no
sentence of the schemas' descriptions, and adds nothing by hand but what `schema_additions.py` lists.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import schema_additions as additions
from kubernetes_schemas import META, Field, Type, read_schemas, read_types

OUT = Path(__file__).resolve().parent.parent / "kpod" / "api"
MARK = "Written by tools/generate_api.py"
HEADER = '"""{title}\n\nWritten by tools/generate_api.py from the schemas of Kubernetes {oldest} to {newest}; do not edit.\n{more}"""\n'
DEFINE = "@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)"
TITLES = {
    "core_v1": "The API classes of core/v1 that most Pods need; the rarer ones are loaded on first use.",
    "core_rare_v1": "The API classes of core/v1 that few programs need; `kpod.api.core_v1` loads this module on first use.",
    "core_status_v1": "The API classes of core/v1 that only servers write; `kpod.api.core_v1` loads this module on first use.",
    "batch_v1": "The API classes of batch/v1.",
    "events_v1": "The API classes of events.k8s.io/v1.",
    "meta_v1": "The API classes that all groups share.",
    "rbac_v1": "The API classes of rbac.authorization.k8s.io/v1.",
    "scheduling_v1alpha3": "The API classes of scheduling.k8s.io/v1alpha3 that a Job can hold.",
}


class Writer:
    """Writes the files; knows all types."""

    def __init__(self, types: list[Type], versions: list[str]) -> None:
        self.types = {type_.key: type_ for type_ in types}
        self.oldest, self.newest = versions[0], versions[-1]

    def files(self) -> dict[str, str]:
        """Return the text of each file by its name."""
        texts = {f"{module}.py": self._module(module) for module in sorted({type_.module for type_ in self.types.values()})}
        return {**texts, "kinds.py": self._kinds(), "schema.py": self._schema()}

    def _header(self, title: str, more: str = "") -> str:
        return HEADER.format(title=title, oldest=self.oldest, newest=self.newest, more=more and f"\n{more}\n")

    def _module(self, name: str) -> str:
        types = sorted((type_ for type_ in self.types.values() if type_.module == name), key=lambda type_: type_.name)
        elsewhere = self._elsewhere(name)
        lines = [self._header(TITLES[name]), "from __future__ import annotations\n"]
        others = sorted({self.types[field.type].module for type_ in types for field in type_.fields if field.is_object} - {name})
        others = sorted(set(others) | set(elsewhere.values()))
        late = [other for other in others if self._late(name, other)]
        lines.append(f"from typing import {'TYPE_CHECKING, ' if late else ''}Any, ClassVar\n")
        lines.append("import attrs\n")
        if late:
            lines.append("from kpod.api.late import Late")
        lines.append("from kpod.api.object import NESTED, ApiObject, Misshapen, absent, copy_plain, leftovers, new")
        for other in others:
            if other not in late:
                lines.append(f"from kpod.api.{other} import {', '.join(self._wanted(types, other))}")
        if late:
            lines.append("\nif TYPE_CHECKING:")
            lines.append(f"    from kpod.api import {', '.join(late)}")
        for other in late:
            names = [short for short, module in elsewhere.items() if module == other]
            if names:
                lines += [f"    from kpod.api.{other} import (", *(f"        {short} as {short}," for short in sorted(names)), "    )"]
        if late:
            lines.append("else:")
            lines += [f'    {other} = Late("kpod.api.{other}")' for other in late]
        lines.append("\n__all__ = [")
        lines += [f'    "{short}",' for short in sorted({type_.name for type_ in types} | set(elsewhere))]
        lines.append("]")
        text = "\n".join(lines) + "\n" + "".join(self._cls(type_) for type_ in types)
        if elsewhere:
            text += self._lazy(elsewhere)
        return text

    def _elsewhere(self, name: str) -> dict[str, str]:
        """Return the classes that a module offers and that another module holds."""
        if name != "core_v1":
            return {}
        return {
            type_.name: type_.module for type_ in sorted(self.types.values()) if type_.key.startswith("core_v1.") and type_.module != name
        }

    def _late(self, name: str, other: str) -> bool:
        """Whether a module loads another one only when it meets an object of it."""
        return other in ("core_rare_v1", "core_status_v1", "scheduling_v1alpha3") or name == "meta_v1" or name.startswith("events")

    def _wanted(self, types: Iterable[Type], module: str) -> list[str]:
        fields = [field for type_ in types for field in type_.fields if field.is_object]
        return sorted({self.types[field.type].name for field in fields if self.types[field.type].module == module})

    def _cls(self, type_: Type) -> str:
        fields = [field for field in type_.fields if not self._is_constant(type_, field)]
        lines = ["", "", DEFINE, f"class {type_.name}(ApiObject):", f'    """{self._docstring(type_)}"""', ""]
        lines.append(f'    type_key: ClassVar[str] = "{type_.key}"')
        for field in type_.fields:
            if self._is_constant(type_, field):
                lines.append(f'    {field.name}: ClassVar[str] = "{field.enum[0]}"')
        lines.append("")
        lines += [f"    {field.name}: {self._annotation(type_, field)}" for field in fields]
        lines.append("    extra: dict[str, Any] | None")
        lines += ["", *self._init(type_, fields), "", *self._dump(type_, fields), "", *self._load(type_, fields)]
        return "\n".join(lines) + "\n"

    def _is_constant(self, type_: Type, field: Field) -> bool:
        return type_.definition in additions.ROOTS and field.wire in ("apiVersion", "kind")

    def _docstring(self, type_: Type) -> str:
        group = "meta" if type_.definition.startswith(META) else type_.definition.split(".")[-3]
        version = type_.definition.split(".")[-2]
        page = f"https://kubernetes.io/docs/reference/generated/kubernetes-api/v{self.newest}/#{type_.name.lower()}-{version}-{group}"
        lines = [f"Kubernetes' `{type_.name}` ({group}/{version})."]
        required = [field.name for field in type_.fields if field.required]
        later = [f"{field.name} {field.since}" for field in type_.fields if field.since != self.oldest]
        notes = [f"Required: {', '.join(required)}."] if required else []
        notes += [f"Since: {', '.join(later)}."] if later else []
        if notes:
            lines += ["", *(line for note in notes for line in wrapped(note))]
        return "\n    ".join([*lines, "", f"Source: {page}", ""]).replace("\n    \n", "\n\n")

    def _annotation(self, type_: Type, field: Field) -> str:
        """Return the annotation of an attribute: a class that is loaded late is called by its module, so that it can be found."""
        if not field.is_object:
            return field.annotation()
        holder = self.types[field.type]
        return field.annotation(f"{holder.module}.{holder.name}" if self._is_late(type_, holder) else holder.name)

    def _init(self, type_: Type, fields: list[Field]) -> list[str]:
        lines = ["    def __init__(", "        self,", "        *,"]
        lines += [f"        {field.name}: {self._annotation(type_, field)} = absent," for field in fields]
        lines += ["        extra: dict[str, Any] | None = None,", "    ) -> None:"]
        return [*lines, *(f"        self.{field.name} = {field.name}" for field in fields), "        self.extra = extra"]

    def _dump(self, type_: Type, fields: list[Field]) -> list[str]:
        constants = [f'"{field.wire}": "{field.enum[0]}"' for field in type_.fields if self._is_constant(type_, field)]
        lines = ["    def _dump(self) -> dict[str, Any]:", f"        body: dict[str, Any] = {{{', '.join(constants)}}}"]
        for field in fields:  # most are absent: no variable for the value, which would cost each of those
            lines.append(f"        if self.{field.name} is not None:")
            lines.append(f'            body["{field.wire}"] = {dump_expression(field)}')
        return [*lines, "        if self.extra is not None:", "            body.update(copy_plain(self.extra))", "        return body"]

    def _load(self, type_: Type, fields: list[Field]) -> list[str]:
        lines = [
            "    @classmethod",
            f"    def _load(cls, body: dict[str, Any]) -> {type_.name}:",
            "        if not isinstance(body, dict):",
            "            raise Misshapen",
        ]
        lines += ["        self = new(cls)", "        known = 0"]
        for field in type_.fields:
            if self._is_constant(type_, field):
                lines.append(f'        if "{field.wire}" in body and (value := body["{field.wire}"]) is not None:')
                lines += [f'            if value != "{field.enum[0]}":', "                raise Misshapen", "            known += 1"]
                continue
            lines.append(f'        if "{field.wire}" in body and (value := body["{field.wire}"]) is not None:')
            lines += [f"            {line}" for line in self._load_lines(type_, field)]
            lines += ["            known += 1", "        else:", f"            self.{field.name} = absent"]
        lines.append("        self.extra = leftovers(cls, body) if known != len(body) else None")
        return [*lines, "        return self"]

    def _load_lines(self, type_: Type, field: Field) -> list[str]:
        attribute = f"self.{field.name}"
        if field.is_object:
            holder = self.types[field.type]
            lines = [f"from kpod.api.{holder.module} import {holder.name}", ""] if self._is_late(type_, holder) else []
            load = f"{holder.name}._load"
            if field.shape == "list":
                lines += ["if not isinstance(value, list):", "    raise Misshapen", f"{attribute} = [{load}(item) for item in value]"]
            elif field.shape == "map":
                lines += ["if not isinstance(value, dict):", "    raise Misshapen"]
                lines += [f"{attribute} = {{key: {load}(item) for key, item in value.items()}}"]
            else:
                lines += [f"{attribute} = {load}(value)"]
            return lines
        if field.shape == "one":
            if field.type == "any":
                return [f"{attribute} = copy_plain(value)"]
            return ["if value.__class__ in NESTED:", "    raise Misshapen", f"{attribute} = value"]
        container = {"list": "list", "map": "dict"}[field.shape]
        return [f"if not isinstance(value, {container}):", "    raise Misshapen", f"{attribute} = value.copy()"]

    def _is_late(self, type_: Type, holder: Type) -> bool:
        return holder.module != type_.module and self._late(type_.module, holder.module)

    def _lazy(self, elsewhere: dict[str, str]) -> str:
        lines = ["", "", "_ELSEWHERE = {", *(f'    "{short}": "{module}",' for short, module in sorted(elsewhere.items())), "}"]
        lines += ["", "", "if not TYPE_CHECKING:", "", "    def __getattr__(name):"]
        lines += [
            "        if name not in _ELSEWHERE:",
            '            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")',
        ]
        lines += ["        from importlib import import_module", ""]
        lines += ['        found = getattr(import_module(f"kpod.api.{_ELSEWHERE[name]}"), name)', "        globals()[name] = found"]
        lines += ["        return found", "", "    def __dir__():", "        return sorted(set(globals()) | set(_ELSEWHERE))"]
        return "\n".join(lines) + "\n"

    def _kinds(self) -> str:
        lines = [self._header("The kinds that have an API class: their address in the API, and the key of their type in the schema table.")]
        lines += ["from __future__ import annotations\n", "from typing import NamedTuple\n\n", "class Kind(NamedTuple):"]
        lines += [
            '    """One kind.',
            "",
            "    Attributes:",
            "        api_version: as in a body: `batch/v1`.",
            "        kind: as in a body: `Job`.",
        ]
        lines += ["        plural: as in the API's paths: `jobs`.", "        namespaced: whether its objects live in a namespace."]
        lines += [
            "        type: the key into `kpod.api.schema.TYPES`: `batch_v1.Job`.",
            '    """',
            "",
            "    api_version: str",
            "    kind: str",
        ]
        lines += ["    plural: str", "    namespaced: bool", "    type: str\n\n", "ALL: tuple[Kind, ...] = ("]
        for definition, (plural, namespaced) in additions.ROOTS.items():
            type_ = next(type_ for type_ in self.types.values() if type_.definition == definition)
            version = next(field.enum[0] for field in type_.fields if field.wire == "apiVersion")
            lines.append(f'    Kind("{version}", "{type_.name}", "{plural}", {namespaced}, "{type_.key}"),')
        lines += [")", "", "KINDS: dict[str, Kind] = {kind.kind: kind for kind in reversed(ALL)}"]
        lines += [
            '"""By the kind\'s name; `Event` is that of core/v1."""',
            "",
            "_BY_ADDRESS = {(kind.api_version, kind.kind): kind for kind in ALL}\n\n",
        ]
        lines += ["def find(api_version: str, kind: str) -> Kind | None:"]
        lines += ['    """Return the kind with this `apiVersion` and `kind`, None where kpod has no class for it."""']
        lines += ["    return _BY_ADDRESS.get((api_version, kind))"]
        return "\n".join(lines) + "\n"

    def _schema(self) -> str:
        text = self._header(
            "The schema table: every field of every API class, as data for merge, rules and diff.",
            "Loaded on first use: nothing imports it at the top of a module that `import kpod` loads.",
        )
        lines = [
            text,
            "from __future__ import annotations\n",
            FIELD_SOURCE.replace("OLDEST_VERSION", self.oldest),
            "",
            f'NEWEST = "{self.newest}"',
            f'OLDEST = "{self.oldest}"',
            "",
        ]
        lines += ["TYPES: dict[str, dict[str, Field]] = {"]
        for key, type_ in sorted(self.types.items()):
            lines.append(f'    "{key}": {{')
            lines += [f'        "{field.wire}": {field_source(field, self.oldest)},' for field in type_.fields]
            lines.append("    },")
        return "\n".join([*lines, "}"]) + "\n"


FIELD_SOURCE = '''from typing import NamedTuple


class Field(NamedTuple):
    """One field of an API class.

    Attributes:
        wire: its name in a body: `restartPolicy`.
        name: the attribute's name: `restart_policy`.
        shape: `one`, `list` or `map`; keys of maps are strings.
        type: what it holds, or what the items of its list or map are: a scalar's word (`string integer number boolean quantity time
            micro_time int_or_string bytes any`) or the key of a type: `core_v1.Container`.
        required: whether the schema demands it.
        since: the first version from which on every version has it; the oldest schema's version means at least since then.
        merge_key: the key by which strategic merge matches the items of a list.
        merge_strategy: `merge`, `retainKeys`, `merge,retainKeys` or `replace`; None is `replace` for lists.
        list_type: `atomic`, `set` or `map`, as server-side apply reads it.
        list_keys: the keys by which server-side apply matches the items of a list.
        enum: every value that the server takes, empty where it is not limited to a list.
        default: what the server fills in, None where nothing or where it depends on other fields.
        bits: 32 or 64 for whole numbers: a server cannot read a longer one. None for all else.
    """

    wire: str
    name: str
    shape: str
    type: str
    required: bool = False
    since: str = "OLDEST_VERSION"
    merge_key: str | None = None
    merge_strategy: str | None = None
    list_type: str | None = None
    list_keys: tuple[str, ...] = ()
    enum: tuple[str, ...] = ()
    default: str | int | bool | None = None
    bits: int | None = None
'''


def dump_expression(field: Field) -> str:
    """Return the expression that makes the wire value of a field of `self`."""
    value = f"self.{field.name}"
    if field.is_object:
        return {"one": f"{value}._dump()", "list": f"[item._dump() for item in {value}]",
                "map": f"{{key: item._dump() for key, item in {value}.items()}}"}[field.shape]  # fmt: skip
    if field.shape == "one":
        return f"copy_plain({value})" if field.type == "any" else value
    return f"{value}.copy()"


def field_source(field: Field, oldest: str) -> str:
    """Return the constructor call of a field, without the values that are defaults."""
    parts = [f'"{field.wire}"', f'"{field.name}"', f'"{field.shape}"', f'"{field.type}"']
    parts += ["required=True"] if field.required else []
    parts += [] if field.since == oldest else [f'since="{field.since}"']
    for name in ("merge_key", "merge_strategy", "list_type", "default", "bits"):
        value = getattr(field, name)
        if value is not None:
            parts.append(f"{name}={quoted(value)}")
    for name in ("list_keys", "enum"):
        values = getattr(field, name)
        if values:
            parts.append(f"{name}=({', '.join(quoted(value) for value in values)},)")
    return f"Field({', '.join(parts)})"


def quoted(value: object) -> str:
    """Return the literal, with double quotes where it is text."""
    return f'"{value}"' if isinstance(value, str) else repr(value)


def wrapped(text: str, width: int = 120) -> list[str]:
    """Return the text in lines."""
    lines = [""]
    for part in text.split(" "):
        if len(lines[-1]) + len(part) > width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {part}".strip()
    return lines


def differing(texts: dict[str, str], folder: Path) -> list[str]:
    """Return the names of the files that are not what would be written: changed, missing, or written earlier and not any more."""
    names = [name for name, text in texts.items() if not (folder / name).exists() or (folder / name).read_text() != text]
    return names + [path.name for path in sorted(folder.glob("*.py")) if path.name not in texts and MARK in path.read_text()]


def main() -> int:
    """Write or compare; return the exit code."""
    parser = argparse.ArgumentParser(description="Write the API classes, the kinds and the schema table.")
    parser.add_argument("--check", action="store_true", help="write nothing; name the files that differ, and exit with 1 if any does")
    parser.add_argument("--folder", type=Path, default=OUT, help="where the files are, kpod/api by default")
    options = parser.parse_args()
    schemas = read_schemas()
    texts = Writer(read_types(schemas), list(schemas)).files()
    if not options.check:
        for name, text in texts.items():
            (options.folder / name).write_text(text)
        return 0
    names = differing(texts, options.folder)
    for name in names:
        print(f"{options.folder / name} is not what tools/generate_api.py writes: make generate")
    return 1 if names else 0


if __name__ == "__main__":
    sys.exit(main())
