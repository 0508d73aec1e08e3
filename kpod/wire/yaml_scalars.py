"""What a plain YAML scalar means to Kubernetes, and where other readers would take it for something else.

Kubernetes reads manifests with `sigs.k8s.io/yaml`, a YAML 1.1 reader with habits of its own: `yes` and `y` are booleans, `0400` is octal, a
date stays the text it is, `12:30:45` is a text, and `1e3` becomes the JSON number 1000. These are its rules, so that what is checked here
is what the server would get. This module knows nothing of parsers, positions or files.
"""

from __future__ import annotations

import math
import re
from typing import Any, Final

TRUE_WORDS = ("y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON")
FALSE_WORDS = ("n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF")
WORDS: Final[dict[str, bool | None]] = {
    **dict.fromkeys(TRUE_WORDS, True),
    **dict.fromkeys(FALSE_WORDS, False),
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
}
NUMBER_STARTS = frozenset("0123456789+-.")
NOT_JSON = frozenset(sign + word for word in (".inf", ".Inf", ".INF") for sign in ("", "+", "-")) | {".nan", ".NaN", ".NAN"}

_PLAIN_BOOLEANS = frozenset(("true", "True", "TRUE", "false", "False", "FALSE"))
_INTEGER = re.compile(r"[-+]?(?:0[xX][0-9a-fA-F]+|0[oO]?[0-7]+|0[bB][01]+|0|[1-9][0-9]*)\Z")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?\Z")
_OCTAL = re.compile(r"([-+]?)0[oO]?([0-7]+)\Z")
_LEADING_ZERO = re.compile(r"[-+]?0[oO]?[0-9_]+\Z")
_EXPONENT = re.compile(r"[-+]?[0-9]+[eE][-+]?[0-9]+\Z")
_SEXAGESIMAL = re.compile(r"[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?\Z")
_DATE = re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt \t].*)?\Z")


def resolve(text: str) -> Any:
    """Read one plain scalar.

    Returns:
        None, bool, int or float as the server would get it in JSON, otherwise the text itself. A whole float below 1e21 is an int, since
        JSON as Kubernetes writes it shows no difference.
    """
    if text in WORDS:
        return WORDS[text]
    return number(text) if text[0] in NUMBER_STARTS else text


def number(text: str) -> int | float | str:
    """Read a plain scalar that begins like a number; the text itself if it is none."""
    plain = text.replace("_", "")
    if _INTEGER.match(plain) and (len(plain) < 24 or plain.lstrip("+-")[0] == "0"):  # a longer one is beyond 64 bits; Python may refuse it
        octal = _OCTAL.match(plain)
        value = int(octal[1] + octal[2], 8) if octal else int(plain, 0)
        if -(2**63) <= value < 2**64:
            return value
    if not _FLOAT.match(plain):
        return text
    decimal = float(plain)
    if not math.isfinite(decimal):
        return text
    return int(decimal) if decimal.is_integer() and abs(decimal) < 1e21 else decimal


def key(text: str) -> str | None:
    """Read a plain scalar as the key of a mapping: JSON has only texts there. None where Kubernetes refuses the key (null)."""
    value = resolve(text)
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def trap(text: str, value: Any, *, is_key: bool = False, below: str = "") -> tuple[str, str, str] | None:
    """Tell whether other readers, or the person who wrote it, take a plain scalar for something else.

    Args:
        text: the scalar as written.
        value: what `resolve` made of it.
        is_key: the scalar is the key of a mapping.
        below: the key that the scalar belongs to; times are expected below `…Time` and `…Timestamp`.

    Returns:
        The rule's id, what is wrong, and what to write; or None.
    """
    what = f"the key {text}" if is_key else text
    quote = f'write "{text}" with its quotes if it is a text'
    if isinstance(value, bool):
        if text in _PLAIN_BOOLEANS and not is_key:
            return None
        word = "true" if value else "false"
        return "yaml-boolean", f"{what} is read as the boolean {word}", quote if is_key else f"write {word}, or {quote}"
    if isinstance(value, str):
        return _text_trap(text, what, quote, below)
    if _LEADING_ZERO.match(text) and text.strip("+-0_"):
        message = f"{what} is read as the number {value}; readers of YAML 1.2 take it for another"
        return "yaml-octal", message, f"write {value}, or {quote}"
    if _EXPONENT.match(text) or "_" in text:
        rule = "yaml-underscore" if "_" in text else "yaml-exponent"
        return rule, f"{what} is read as the number {value}; other readers take it for a text", f"write {value}, or {quote}"
    return None


def _text_trap(text: str, what: str, quote: str, below: str) -> tuple[str, str, str] | None:
    is_text = f"{what} is a text to Kubernetes; other readers of YAML 1.1"
    if _SEXAGESIMAL.match(text):
        return "yaml-sexagesimal", f"{is_text} make a number to base 60 of it", quote
    if _DATE.match(text) and not below.lower().endswith(("time", "timestamp")):
        return "yaml-date", f"{is_text} make a date of it", quote
    return None
