"""What a typed server does to a body before it looks at the meaning: unknown fields, wrong JSON types, nulls, quantities.

Driven by the schema table of `kpod.api.schema`. Wrong types are refused in the words of Go's decoder, which is what clients of the real
server get to see. Required fields and values are `validation`'s.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterable
from datetime import datetime, timezone
from typing import Any

import attrs

from kpod.api.schema import TYPES, Field
from kpod.cluster import Body
from kpod.errors import SpecError
from kpod.quantity import Quantity

_INT64 = {
    "activeDeadlineSeconds", "terminationGracePeriodSeconds", "runAsUser", "runAsGroup", "fsGroup", "generation", "observedGeneration",
    "deletionGracePeriodSeconds", "expirationSeconds", "tolerationSeconds", "startingDeadlineSeconds",
}  # fmt: skip


_NO_QUANTITY = "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'"
_MOMENT = re.compile(r"^(\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d)(\.\d+)?(Z|[+-]\d\d:\d\d)$")
_LARGEST = {"int32": 2**31, "int64": 2**63}


class DecodeError(ValueError):
    """The body has a value of a wrong type; the text is the end of the server's sentence."""


class Duplicates(dict[str, Any]):
    """A JSON object in which names came twice; the last one won.

    Attributes:
        names: the names, as often as they were repeated.
    """

    names: tuple[str, ...] = ()


@attrs.define
class Findings:
    """What a strict server refuses: sentences such as `unknown field "spec.bogus"`, in the order of the body."""

    texts: list[str] = attrs.field(factory=list)


def typed(body: Body, type_: str | None) -> tuple[Body, list[str]]:
    """Return the body as the server would have decoded it, and what a strict server refuses in it.

    Unknown fields, nulls, empty lists and empty maps are dropped, quantities are rewritten. A kind without a type passes as it is.

    Raises:
        DecodeError: a value has a wrong JSON type.
    """
    if type_ is None or type_ not in TYPES:
        return body, []
    findings = Findings()
    return _object(body, type_, "", "", findings, top=True), findings.texts


def _object(body: Any, type_: str, path: str, dotted: str, findings: Findings, *, top: bool = False) -> Body:
    fields = TYPES[type_]
    result: Body = {}
    if isinstance(body, Duplicates):
        findings.texts += [f'duplicate field "{_join(path, name)}"' for name in body.names]
    for name, value in body.items():
        field = fields.get(name)
        if field is None:
            if top and name in ("apiVersion", "kind"):
                result[name] = value
            else:
                findings.texts.append(f'unknown field "{_join(path, name)}"')
            continue
        if value is None:
            continue
        value = _field(value, field, type_, _join(path, name), _join(dotted, name), findings)
        if value != [] and (value != {} or field.shape != "map"):
            result[name] = value
    return result


def _join(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name


def _field(value: Any, field: Field, owner: str, path: str, dotted: str, findings: Findings) -> Any:
    place = (owner, dotted)
    if field.shape == "list":
        if not isinstance(value, list):
            raise _wrong(value, place, "[]" + _go(field))
        return [_one(each, field, place, f"{path}[{index}]", findings) for index, each in enumerate(value) if each is not None]
    if field.shape == "map":
        if not isinstance(value, dict):
            raise _wrong(value, place, "map[string]" + _go(field))
        return {name: _one(each, field, place, _join(path, name), findings) for name, each in value.items() if each is not None}
    return _one(value, field, place, path, findings)


def _one(value: Any, field: Field, place: tuple[str, str], path: str, findings: Findings) -> Any:
    if field.type in TYPES:
        if not isinstance(value, dict):
            raise _wrong(value, place, _go(field))
        return _object(value, field.type, path, place[1], findings)
    return _scalar(value, field, place)


def _scalar(value: Any, field: Field, place: tuple[str, str]) -> Any:
    kind = field.type
    if kind == "any":
        return value
    if kind == "quantity":
        return _quantity(value)
    if kind == "bytes":
        return _bytes(value, place)
    if kind in ("time", "micro_time"):
        return _time(value, place, micro=kind == "micro_time")
    fits = {
        "integer": isinstance(value, int) and not isinstance(value, bool),
        "number": isinstance(value, (int, float)) and not isinstance(value, bool),
        "boolean": isinstance(value, bool),
        "int_or_string": isinstance(value, (int, str)) and not isinstance(value, bool),
    }.get(kind, isinstance(value, str))
    if kind == "integer" and isinstance(value, float) and value.is_integer():
        return int(value)
    if not fits:
        raise _wrong(value, place, _go(field))
    if kind == "integer":
        largest = _LARGEST[_go(field)]
        if not -largest <= int(value) < largest:
            raise _wrong(value, place, _go(field))
    return value


def _quantity(value: Any) -> str:
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        raise DecodeError(_NO_QUANTITY)
    try:
        return Quantity(str(value)).canonical
    except SpecError:
        raise DecodeError(_NO_QUANTITY) from None


def _bytes(value: Any, place: tuple[str, str]) -> str:
    if not isinstance(value, str):
        raise _wrong(value, place, "[]uint8")
    try:
        base64.b64decode(value, validate=True)
    except (binascii.Error, ValueError):
        raise DecodeError("illegal base64 data at input byte 0") from None
    return value


def _time(value: Any, place: tuple[str, str], *, micro: bool) -> str:
    if not isinstance(value, str) or _MOMENT.match(value) is None:
        raise DecodeError(
            f'parsing time for Go struct field {place[0].rpartition(".")[2]}.{place[1]}: cannot parse as "2006-01-02T15:04:05Z07:00"'
        )
    try:
        moment = datetime.fromisoformat(_MOMENT.sub(r"\1\3", value).replace("Z", "+00:00")).astimezone(timezone.utc)
    except (ValueError, OverflowError):
        raise DecodeError(f"parsing time for Go struct field {place[0].rpartition('.')[2]}.{place[1]}: out of range") from None
    fraction = ((_MOMENT.match(value) or [""] * 3)[2] or ".").ljust(7, "0")[:7] if micro else ""
    return moment.strftime("%Y-%m-%dT%H:%M:%S") + fraction + "Z"


def _go(field: Field) -> str:
    """Return the name of Go's type."""
    words = {"string": "string", "boolean": "bool", "number": "float64", "time": "v1.Time", "micro_time": "v1.MicroTime"}
    if field.type == "integer":
        return "int64" if field.wire in _INT64 else "int32"
    return words.get(field.type) or ("v1." + field.type.rpartition(".")[2] if "." in field.type else field.type)


def _wrong(value: Any, place: tuple[str, str], wanted: str) -> DecodeError:
    owner, dotted = place
    words: Iterable[tuple[Any, str]] = ((bool, "bool"), (str, "string"), ((int, float), "number"), (list, "array"), (dict, "object"))
    have = next((word for type_, word in words if isinstance(value, type_)), "value")
    return DecodeError(f"json: cannot unmarshal {have} into Go struct field {owner.rpartition('.')[2]}.{dotted} of type {wanted}")
