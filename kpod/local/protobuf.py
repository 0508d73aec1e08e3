"""Reads the protobuf bodies that Go clients send (`kubectl create secret`, `helm`), without any protobuf library; writes none.

Field numbers, types and JSON names are in `protobuf_fields.json`, made by `tools/generate_protobuf.py`. Answers stay JSON, which every
client takes. Bytes that make no sense raise `ProtobufError`, whatever they are.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta, timezone
from functools import lru_cache
from pathlib import Path
from typing import Any

MAGIC = b"k8s\0"
_DEPTH = 60
_GROUPS = {
    "": "core",
    "rbac.authorization.k8s.io": "rbac",
    "events.k8s.io": "events",
    "coordination.k8s.io": "coordination",
    "authorization.k8s.io": "authorization",
    "scheduling.k8s.io": "scheduling",
}
_OPTIONS = ("DeleteOptions",)


class ProtobufError(ValueError):
    """The bytes are no protobuf body of a known kind."""


@lru_cache(maxsize=1)
def table() -> dict[str, dict[str, list[str]]]:
    """Return the table of messages."""
    loaded: dict[str, dict[str, list[str]]] = json.loads((Path(__file__).parent / "protobuf_fields.json").read_text())
    return loaded


def decode(data: bytes) -> dict[str, Any]:
    """Return the body in an envelope `k8s\\0`.

    Raises:
        ProtobufError: it has none, or its kind is not in the table.
    """
    if not data.startswith(MAGIC):
        raise ProtobufError("the envelope is missing")
    envelope = dict(_fields(data[len(MAGIC) :]))
    names = dict(_fields(_bytes(envelope.get(1, b""))))
    api_version, kind = _text(names.get(1, b"")), _text(names.get(2, b""))
    group, _, version = api_version.rpartition("/")
    home = "meta.v1" if kind in _OPTIONS else f"{_GROUPS.get(group, group)}.{version}"
    message = f"{home}.{kind}"
    if message not in table():
        raise ProtobufError(f'no kind "{kind}" is registered for version "{api_version}"')
    return {"kind": kind, "apiVersion": api_version, **_message(_bytes(envelope.get(2, b"")), message, 0)}


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while at < len(data) and shift < 70:
        byte = data[at]
        at += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value, at
        shift += 7
    raise ProtobufError("a number is cut")


def _fields(data: bytes) -> Iterator[tuple[int, int | bytes]]:
    at = 0
    while at < len(data):
        tag, at = _varint(data, at)
        number, wire = tag >> 3, tag & 7
        if wire == 0:
            value, at = _varint(data, at)
            yield number, value
            continue
        if wire == 2:
            size, at = _varint(data, at)
        elif wire in (1, 5):
            size = 8 if wire == 1 else 4
        else:
            raise ProtobufError("a field has no type")
        if at + size > len(data):
            raise ProtobufError("a field is cut")
        yield number, data[at : at + size]
        at += size


def _bytes(value: int | bytes) -> bytes:
    if isinstance(value, int):
        raise ProtobufError("a field has the wrong type")
    return value


def _text(value: int | bytes) -> str:
    try:
        return _bytes(value).decode()
    except UnicodeDecodeError:
        raise ProtobufError("a string is no UTF-8") from None


def _signed(value: int | bytes) -> int:
    if isinstance(value, bytes):
        raise ProtobufError("a field has the wrong type")
    value &= (1 << 64) - 1
    return value - (1 << 64) if value >= 1 << 63 else value


def _message(data: bytes, message: str, depth: int) -> dict[str, Any]:
    if depth > _DEPTH:
        raise ProtobufError("the body is too deep")
    known = table()[message]
    result: dict[str, Any] = {}
    for number, raw in _fields(data):
        field = known.get(str(number))
        if field is None:
            continue
        name, type_, shape = field
        if not name:
            result.update(_message(_bytes(raw), type_, depth + 1))
        elif shape == "map":
            entry = dict(_fields(_bytes(raw)))
            value = entry.get(2, 0 if type_ in _NUMBERS else b"")
            result.setdefault(name, {})[_text(entry.get(1, b""))] = _value(value, type_, depth)
        elif shape == "list":
            result.setdefault(name, []).append(_value(raw, type_, depth))
        else:
            value = _value(raw, type_, depth)
            if value or shape != "zero":
                result[name] = value
    return result


_NUMBERS: dict[str, Callable[[int | bytes], Any]] = {
    "bool": lambda raw: bool(_signed(raw)),
    "int32": _signed,
    "int64": _signed,
    "uint32": _signed,
    "uint64": _signed,
}


def _value(raw: int | bytes, type_: str, depth: int) -> Any:
    if type_ in _NUMBERS:
        return _NUMBERS[type_](raw)
    if type_ == "string":
        return _text(raw)
    if type_ == "bytes":
        return base64.b64encode(_bytes(raw)).decode()
    if type_ in _SPECIAL:
        return _SPECIAL[type_](dict(_fields(_bytes(raw))))
    if type_ not in table():
        return {}
    return _message(_bytes(raw), type_, depth + 1)


def _time(fields: dict[int, Any], *, micro: bool = False) -> str | None:
    seconds, nanos = _signed(fields.get(1, 0)), _signed(fields.get(2, 0))
    try:
        moment = datetime(1970, 1, 1, tzinfo=timezone.utc) + timedelta(seconds=seconds, microseconds=nanos // 1000)
    except OverflowError:
        raise ProtobufError("a time is out of range") from None
    if not fields or moment.year < 1970:
        return None
    return moment.strftime("%Y-%m-%dT%H:%M:%S.%fZ" if micro else "%Y-%m-%dT%H:%M:%SZ")


def _int_or_string(fields: dict[int, Any]) -> int | str:
    return _text(fields.get(3, b"")) if _signed(fields.get(1, 0)) else _signed(fields.get(2, 0))


def _raw_json(fields: dict[int, Any]) -> Any:
    try:
        return json.loads(_bytes(fields.get(1, b"")) or b"null")
    except (ValueError, RecursionError):
        raise ProtobufError("JSON inside of the body cannot be read") from None


_SPECIAL: dict[str, Callable[[dict[int, Any]], Any]] = {
    "meta.v1.Time": _time,
    "meta.v1.MicroTime": lambda fields: _time(fields, micro=True),
    "meta.v1.FieldsV1": _raw_json,
    "resource.Quantity": lambda fields: _text(fields.get(1, b"")),
    "intstr.IntOrString": _int_or_string,
    "runtime.RawExtension": _raw_json,
}
