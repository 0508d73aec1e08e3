"""Rules that the schema table says: unknown and missing fields, wrong types, words that are not in their list.

One walk over the whole object finds them all. `status` is left alone: a server ignores it in what it is sent. Inside a Secret's data no
value is shown.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable, Iterator
from difflib import get_close_matches
from functools import cache, partial
from typing import Any

from kpod.api.kinds import ALL, find
from kpod.api.schema import TYPES, Field
from kpod.rules.scope import Found, Path, Scope, is_template

_WORDS = {"string": "text", "integer": "a whole number", "number": "a number", "boolean": "true or false", "bytes": "base64 text"}
_WORDS |= {"quantity": "a quantity", "int_or_string": "a number or text", "time": "a time", "micro_time": "a time"}
_AS = {
    "integer": "as 1000",
    "number": "as 1.5",
    "boolean": "write true or false",
    "quantity": "as 500m or 1Gi",
    "int_or_string": "as 8080 or http",
}
_TIME = re.compile(r"\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)", re.ASCII)
_PAGE = re.compile(r"[1-9]\d*[KMG]i", re.ASCII)
_TEXTS = ("string", "time", "micro_time", "bytes")
# Called required by the schema, but a server takes their absence for an empty value (tried on 1.37).
_FORGIVEN = {
    "HTTPHeader.value",
    "SleepAction.seconds",
    "Sysctl.value",
    "ISCSIVolumeSource.lun",
    "ScaleIOVolumeSource.secretRef",
    "PreferredSchedulingTerm.preference",
    "PodFailurePolicy.rules",
    "EvictionResponder.name",
    "EvictionResponder.priority",
}
# Not called required by the schema, but a server refuses their absence: what must stand in them is missing too.
_DEMANDED = {f"{name}.spec" for name in ("Pod", "PodTemplateSpec", "Job", "JobTemplateSpec", "CronJob")}
# Words for which a server takes any other too.
_OPEN = {"Event.type"}
_CORE_ELSEWHERE = {"Node", "Endpoints", "LimitRange", "ResourceQuota", "PodTemplate", "ReplicationController", "Binding", "List"}


def kind(scope: Scope) -> Iterator[Found]:
    """An object says what it is: `apiVersion` and `kind`, spelled as the server spells them."""
    version, name = scope.value.get("apiVersion"), scope.value.get("kind")
    for field, value in (("apiVersion", version), ("kind", name)):
        if not isinstance(value, str) or not value:
            yield scope.found(field, message=f"the object has no {field}", fix=_proposal(field, version, name))
    if not isinstance(version, str) or not isinstance(name, str) or not version or not name or find(version, name):
        return
    same = [known for known in ALL if known.kind.lower() in (name.lower(), name.lower().removesuffix("s"))]
    if same and _is_ours(version) and name not in _CORE_ELSEWHERE:
        fix = f"write apiVersion: {same[0].api_version}, kind: {same[0].kind}"
        yield scope.found("kind", message=f"there is no {name} in {version}", fix=fix)


def _is_ours(version: str) -> bool:
    """Whether the group is one of Kubernetes' own; in others (`batch.volcano.sh`) the same words mean something else."""
    group = version.rpartition("/")[0]
    return "." not in group or any(known.api_version.rpartition("/")[0] == group for known in ALL)


def _proposal(field: str, version: object, name: object) -> str:
    if field == "apiVersion":
        fits = [known.api_version for known in ALL if known.kind == name]
        return f"write apiVersion: {fits[0]}" if fits else "write apiVersion, as v1 or batch/v1"
    return "write kind, as Pod or Job"


def rule(name: str) -> Callable[[Scope], Iterator[Found]]:
    """Return the rule function for one of the ids that the walk over the object finds."""
    return partial(_of, name)


def _of(name: str, scope: Scope) -> Iterator[Found]:
    if "schema" not in scope.memo:
        known = find(str(scope.value.get("apiVersion")), scope.kind)
        scope.memo["schema"] = list(_object(known.type, scope.value, ())) if known else []
    yield from (found for rule_id, found in scope.memo["schema"] if rule_id == name)


def _object(type_key: str, value: dict[str, Any], path: Path) -> Iterator[tuple[str, Found]]:
    fields, texts = TYPES[type_key], _texts(type_key)
    for key, entry in value.items():
        if entry.__class__ is str and key in texts:
            continue  # half of all fields: any text will do
        field = fields.get(key)
        if field is None:
            if not is_template(key):
                yield "unknown-field", Found((*path, key), f"{_a(type_key)} has no field {key}", _spelling(key, fields))
        elif entry is not None and not (not path and key == "status"):
            yield from _field(field, entry, (*path, key))
    for field in _required(type_key):
        if value.get(field.wire) is None:
            yield "missing-field", Found((*path, field.wire), f"the {_short(type_key)} has no {field.wire}", "it is required")


@cache
def _texts(type_key: str) -> frozenset[str]:
    """The fields that take any text."""
    return frozenset(
        wire
        for wire, field in TYPES[type_key].items()
        if (field.shape, field.type) == ("one", "string") and (not field.enum or f"{_short(type_key)}.{wire}" in _OPEN)
    )


@cache
def _required(type_key: str) -> tuple[Field, ...]:
    """The fields whose absence a server refuses."""
    short = _short(type_key)
    fields = TYPES[type_key].values()
    return tuple(
        field for field in fields if (f"{short}.{field.wire}" not in _FORGIVEN if field.required else f"{short}.{field.wire}" in _DEMANDED)
    )


def _field(field: Field, value: Any, path: Path) -> Iterator[tuple[str, Found]]:
    if is_template(value):
        return
    if field.shape == "list":
        if not isinstance(value, list | tuple):
            yield "type", Found(path, f"{_shown(value, path)} stands here instead of a list", _as_list(value, field))
            return
        for index, entry in enumerate(value):
            if entry is None:
                yield "null-entry", Found((*path, index), "the list has an empty entry", "remove the entry, or write its text in quotes")
            else:
                yield from _one(field, entry, (*path, index))
    elif field.shape == "map":
        if not isinstance(value, dict):
            yield "type", Found(path, f"{_shown(value, path)} stands here instead of a map", "write name: value")
            return
        for key, entry in value.items():
            if entry is not None:
                yield from _one(field, entry, (*path, str(key)))
    else:
        yield from _one(field, value, path)


def _one(field: Field, value: Any, path: Path) -> Iterator[tuple[str, Found]]:
    if isinstance(value, dict) and field.type in TYPES:
        return _object(field.type, value, path)
    return _scalar(field, value, path)


def _scalar(field: Field, value: Any, path: Path) -> Iterator[tuple[str, Found]]:
    if is_template(value) or field.type == "any":
        return
    if field.type in TYPES:
        yield "type", Found(path, f"{_shown(value, path)} stands here instead of {_a(field.type)}", "write its fields")
    elif not _fits(field.type, value):
        quoted = "write it in quotes" if _hidden(path) else f'write "{_plain(value)}"'
        fix = quoted if field.type in _TEXTS and _is_scalar(value) else ""
        yield (
            "type",
            Found(path, f"{_shown(value, path)} stands here instead of {_WORDS[field.type]}", fix or _unquoted(field, value, path)),
        )
    elif field.bits and value.bit_length() >= field.bits and value != -(2 ** (field.bits - 1)):
        most = 2 ** (field.bits - 1) - 1
        yield "type", Found(path, f"{_plain(value)} does not fit into {field.bits} bits", f"write at most {most}")
    elif field.type == "bytes" and not _is_base64(value):
        yield "base64", Found(path, "this is no base64 text", "write the plain text under stringData" if "data" in path else "encode it")
    elif field.type in ("time", "micro_time") and not _TIME.fullmatch(value):
        yield "time", Found(path, f'"{value}" is no time', "write it as 2026-11-22T18:00:00Z")
    elif field.enum and isinstance(value, str) and not _is_word(value, field):
        near = get_close_matches(value.lower(), [word.lower() for word in field.enum], 1, 0.6)
        meant = next((word for word in field.enum if near and word.lower() == near[0]), "")
        fix = f"did you mean {meant}?" if meant else f"write one of {', '.join(word for word in field.enum if word)}"
        yield "enum", Found(path, f'"{value}" is none of the words for {field.wire}', fix)


def _is_word(value: str, field: Field) -> bool:
    """Whether a text is one of a field's words; other machines than most have huge pages of other sizes."""
    is_size = field.wire == "medium" and value.startswith("HugePages-") and bool(_PAGE.fullmatch(value[10:]))
    return value in field.enum or is_size or (value == "" and not field.required)


def _fits(word: str, value: Any) -> bool:
    if word in _TEXTS:
        return isinstance(value, str)
    if word == "boolean":
        return isinstance(value, bool)
    if isinstance(value, bool):
        return False
    if word == "integer":
        return isinstance(value, int)
    if word == "number":
        return isinstance(value, int | float)
    return isinstance(value, int | str) or (word == "quantity" and isinstance(value, float))


def _is_base64(value: str) -> bool:
    try:
        base64.b64decode(value.replace("\n", "").replace("\r", ""), validate=True)
    except (binascii.Error, ValueError):
        return False
    return True


def _short(type_key: str) -> str:
    return type_key.rpartition(".")[2]


def _a(type_key: str) -> str:
    """Put the article before the name of a type, as it is spoken: `an EnvVar`, `an HTTPHeader`, `an NFSVolumeSource`; `a UserInfo`."""
    name = _short(type_key)
    is_spelt_out = len(name) > 1 and name[1].isupper()
    return f"{'an' if name[0] in ('AEFHILMNORSX' if is_spelt_out else 'AEIO') else 'a'} {name}"


def _spelling(key: str, fields: dict[str, Field]) -> str:
    plain = key.replace("_", "").replace("-", "").lower()
    near = [wire for wire in fields if wire.lower() == plain] or get_close_matches(key, fields, 1, 0.7)
    return f"did you mean {near[0]}?" if near else ""


def _hidden(path: Path) -> bool:
    return bool(path) and path[0] in ("data", "stringData")


def _is_scalar(value: Any) -> bool:
    return isinstance(value, str | int | float)


def _plain(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _shown(value: Any, path: Path) -> str:
    if isinstance(value, dict):
        return "a map"
    if isinstance(value, list | tuple):
        return "a list"
    if _hidden(path):
        return "true or false" if isinstance(value, bool) else "a number" if isinstance(value, int | float) else "text"
    text = f'the text "{value}"' if isinstance(value, str) else f"the value {_plain(value)}"
    return text if len(text) < 80 else f"{text[:76]}…"


def _as_list(value: Any, field: Field) -> str:
    if isinstance(value, dict) and field.type in TYPES:
        return "put a dash before it"
    return (
        f"write [{', '.join(chr(34) + word + chr(34) for word in value.split())}]"
        if isinstance(value, str) and value.split()
        else "write a list"
    )


def _unquoted(field: Field, value: Any, path: Path) -> str:
    plain = _AS.get(field.type, "")
    if not isinstance(value, str) or _hidden(path):
        return plain
    if field.type == "integer" and value.lstrip("-").isdigit():
        return f"write {value} without quotes"
    return f"write {value.lower()} without quotes" if field.type == "boolean" and value.lower() in ("true", "false") else plain
