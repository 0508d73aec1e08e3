"""Write JSON-able data as YAML that every parser reads back as the same data.

Kubernetes' own tools read YAML 1.1, others read 1.2, and PyYAML reads a third thing: `yes`, `0400`, `1e3` or `12:30:45` mean different
values to them. So a text stands without quotes only where no resolver can take it for anything else, texts of several lines become blocks,
and everything else is written in double quotes. The order of the keys is kept: the same body gives the same bytes.

It refuses what JSON has no word for (keys that are no text, NaN, dates, objects) and never guesses. It writes no anchors, comments, tags or
folded lines. It is written by hand because the emitters of the field are 20 to 70 times slower.
"""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Callable, Iterable, Mapping
from json.encoder import encode_basestring
from typing import Any

from kpod.errors import SpecError

# Everything that some resolver (YAML 1.1, 1.2, go-yaml, PyYAML) reads as null, boolean or number although it begins with a letter,
# in every mixture of cases: some of them do not care for case.
_WORDS = ("null", "true", "false", "yes", "no", "on", "off", "y", "n", "inf", "nan", "infinity", "-inf", "-nan", "-infinity")
RESERVED = frozenset("".join(letters) for word in _WORDS for letters in itertools.product(*({c, c.upper()} for c in word)))

# A text that no resolver takes for anything but itself: it begins with a letter, a slash or an option's dashes and a letter; inside, a
# space or a colon only where more text follows. Or a number with a unit. `\Z`, because `$` also matches before a final newline.
_PLAIN = re.compile(r"(?:(?:[A-Za-z/]|--?[A-Za-z])[A-Za-z0-9_./@+=,-]*(?:[ :][A-Za-z0-9_./@+=,-]+)*|[0-9]+(?:\.[0-9]+)?(?:m|[KMGTPE]i))\Z")
_is_plain = _PLAIN.match
# What a block cannot carry: characters that YAML calls unprintable or takes for a line break, and lines of nothing but blanks.
_NO_BLOCK = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]|^[ \t]+$", re.MULTILINE)
_ESCAPED = re.compile(r"[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
_LONGEST_KEY = 120  # YAML 1.1 parsers look for the colon within 1024 characters

# What was written before need not be looked at again: the keys (with their colon), and texts below keys that hold names and words of
# Kubernetes, which half of every manifest is made of. Never what may be secret: values of variables, arguments, data.
_KEYS: dict[str, str] = {}
_KNOWN: set[str] = set()
_MOST = 4096
_WORDS_BELOW = frozenset(
    (
        "apiVersion", "kind", "name", "namespace", "generateName", "image", "imagePullPolicy", "restartPolicy",
        "serviceAccountName", "priorityClassName", "nodeName", "dnsPolicy", "schedulerName", "key", "operator", "effect",
        "topologyKey", "mountPath", "subPath", "path", "fieldPath", "protocol", "port", "scheme", "type", "medium", "cpu",
        "memory", "sizeLimit", "storage", "ephemeral-storage", "claimName", "secretName", "storageClassName",
        "terminationMessagePath", "terminationMessagePolicy", "preemptionPolicy", "whenUnsatisfiable", "containerName", "action",
        "completionMode", "concurrencyPolicy", "uid", "phase", "status", "qosClass", "manager", "operation", "fieldsType",
    )
)  # fmt: skip

_Append = Callable[[str], None]


def dump(data: Any) -> str:
    """Write one document.

    Args:
        data: JSON-able data: dict with text as keys, list, tuple, str, int, float, bool, None.

    Returns:
        YAML text that ends with a newline.

    Raises:
        SpecError: with the path, where a value is nothing that JSON can say.
    """
    out: list[str] = []
    try:
        if isinstance(data, Mapping) and data:
            _write_map(data, "", "", out.append)
        elif isinstance(data, (list, tuple)) and data:
            _write_list(data, "", "", out.append)
        else:
            out.append(_flow(data))
    except RecursionError:
        raise SpecError("this contains itself, or is nested too deeply to be written", rule="json") from None
    except ValueError as error:  # Python writes no whole numbers of more than 4300 digits
        raise SpecError(f"a number is too long to be written: {error}", rule="json") from None
    except _NotJsonError as refused:
        raise SpecError(refused.message, path=refused.path(), rule="json", fix=refused.fix) from None
    out.append("")
    return "\n".join(out)


def dump_all(documents: Iterable[Any]) -> str:
    """Write several documents, divided by `---`."""
    return "---\n".join([dump(data) for data in documents])


class _NotJsonError(Exception):
    """A value that JSON has no word for; the path grows while the exception rises."""

    def __init__(self, message: str, fix: str = "", *, is_key: bool = False) -> None:
        super().__init__(message)
        self.message = message
        self.fix = fix
        self.is_key = is_key
        self.steps: list[str | int] = []

    def below(self, step: str | int) -> None:
        """Note the step that leads here; a key that is refused is no step itself."""
        if self.is_key:
            self.is_key = False
        else:
            self.steps.append(step)

    def path(self) -> str:
        text = ""
        for step in reversed(self.steps):
            text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else step
        return text


def _write_map(data: Mapping[str, Any], lead: str, pad: str, append: _Append) -> None:
    """Write a mapping: `lead` stands before the first key (`- ` in a list), `pad` before the others."""
    plain, reserved, keys, known = _is_plain, RESERVED, _KEYS, _KNOWN
    key: Any = None
    try:
        for key, value in data.items():
            name = keys[key] if key in keys else _key(key, pad)
            kind = type(value)
            if kind is str:
                if value in known:
                    append(f"{lead}{name} {value}")
                elif plain(value) and value not in reserved:
                    append(f"{lead}{name} {value}")
                    if key in _WORDS_BELOW:
                        _remember(value)
                else:
                    append(f"{lead}{name} {_dressed(value, pad)}")
            elif kind is dict and value:
                append(lead + name)
                inner = pad + "  "
                _write_map(value, inner, inner, append)
            elif kind is list and value and name[0] != "?":
                append(lead + name)
                _write_list(value, pad, pad, append)  # as kubectl writes it: the dashes stand below the key
            elif kind is int:
                append(f"{lead}{name} {value}")
            elif kind is bool:
                append(f"{lead}{name} true" if value else f"{lead}{name} false")
            else:
                _write_value(value, lead + name, pad, append)
            lead = pad
    except _NotJsonError as refused:
        refused.below(key)
        raise


def _write_value(value: Any, start: str, pad: str, append: _Append) -> None:
    """Write a value of a rarer kind: empty, null, a float, a subclass, or a list after an explicit key."""
    if isinstance(value, (list, tuple)) and value:
        inner = pad + "  " if "\n" in start else pad  # after `? key` the list needs a level of its own
        append(start)
        _write_list(value, inner, inner, append)
    elif isinstance(value, str):
        append(f"{start} {_text(value, pad)}")
    elif isinstance(value, Mapping) and value:
        append(start)
        _write_map(value, pad + "  ", pad + "  ", append)
    else:
        append(f"{start} {_flow(value)}")


def _write_list(data: list[Any] | tuple[Any, ...], lead: str, pad: str, append: _Append) -> None:
    plain, reserved = _is_plain, RESERVED
    inner, start, next_start = pad + "  ", lead + "- ", pad + "- "
    value: Any = None
    try:
        for value in data:
            kind = type(value)
            if kind is dict and value:
                _write_map(value, start, inner, append)
            elif kind is str:
                append(start + (value if plain(value) and value not in reserved else _dressed(value, pad)))
            elif isinstance(value, str):
                append(f"{start}{_text(value, pad)}")
            elif isinstance(value, Mapping) and value:
                _write_map(value, start, inner, append)
            elif isinstance(value, (list, tuple)) and value:
                _write_list(value, start, inner, append)
            else:
                append(f"{start}{_flow(value)}")
            start = next_start
    except _NotJsonError as refused:
        refused.below(next(place for place, item in enumerate(data) if item is value))
        raise


def _remember(text: str) -> None:
    if len(_KNOWN) >= _MOST:
        _KNOWN.clear()
    _KNOWN.add(text)


def _key(key: Any, pad: str) -> str:
    if not isinstance(key, str):
        raise _NotJsonError(f"the key {key!r} is no text", "keys are texts in JSON and in Kubernetes", is_key=True)
    key = str.__str__(key)
    try:
        text = key if _is_plain(key) and key not in RESERVED else _quoted(key)
    except _NotJsonError as refused:
        refused.is_key = True
        raise
    if len(text) > _LONGEST_KEY:
        return f"? {text}\n{pad}:"
    if len(_KEYS) < _MOST:
        _KEYS[key] = text + ":"
    return text + ":"


def _text(text: str, pad: str) -> str:
    """Write a text of whatever kind; `pad` is the column of its parent."""
    text = str.__str__(text)
    return text if _is_plain(text) and text not in RESERVED else _dressed(text, pad)


def _dressed(text: str, pad: str) -> str:
    """Write a text that cannot stand plain: as a block where it has lines, otherwise in quotes."""
    if "\n" in text and text.strip("\n") and not _NO_BLOCK.search(text):
        return _block(text, pad + "  ")
    return _quoted(text)


def _block(text: str, pad: str) -> str:
    # The digit says how far the block is indented, where a reader could not tell from its first line.
    digit = "2" if text[0] in " \t\n" else ""
    body = text.rstrip("\n")
    ends = len(text) - len(body)
    chomp = "-" if ends == 0 else "" if ends == 1 else "+"
    lines = [pad + line if line else "" for line in body.split("\n")]
    return f"|{digit}{chomp}\n" + "\n".join(lines) + "\n" * max(ends - 1, 0)


def _quoted(text: str) -> str:
    # JSON's form is YAML's double-quoted form, but for the characters that YAML wants escaped as well.
    quoted = encode_basestring(text)
    return quoted if quoted.isascii() and "\x7f" not in quoted else _ESCAPED.sub(_escape, quoted)


def _escape(match: re.Match[str]) -> str:
    code = ord(match.group())
    if 0xD800 <= code <= 0xDFFF:
        raise _NotJsonError(f"half of a character (\\u{code:04x}) stands alone in this text", "it is no Unicode; decode the bytes anew")
    return f"\\u{code:04x}"


def _float(value: float) -> str:
    if not math.isfinite(value):
        raise _NotJsonError(f"{value!r} is no number in JSON")
    text = float.__repr__(value)
    # YAML 1.1 takes an exponent only after a point: 1e-07 would be a text there.
    return text if "." in text or "e" not in text else text.replace("e", ".0e")


_SCALARS: tuple[tuple[type[Any], Callable[[Any], str]], ...] = (
    (bool, lambda value: "true" if value else "false"),
    (int, int.__repr__),
    (float, _float),
    (str, lambda value: value if _is_plain(value) and value not in RESERVED else _quoted(str.__str__(value))),
)


def _flow(value: Any) -> str:
    """Write a scalar, an empty mapping or an empty list."""
    if value is None:
        return "null"
    for kind, write in _SCALARS:
        if isinstance(value, kind):
            return write(value)
    if isinstance(value, Mapping) and not value:
        return "{}"
    if isinstance(value, (list, tuple)) and not value:
        return "[]"
    raise _NotJsonError(f"{type(value).__name__} is nothing that JSON can say", "use text, numbers, booleans, lists and mappings")
