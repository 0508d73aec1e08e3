"""`Quantity`: an amount of CPU, memory or anything else that Kubernetes counts, exact, and written as its author wrote it.

Kubernetes rewrites what it is given (`0.5` comes back as `500m`, `1.5Gi` as `1536Mi`), so amounts can be compared only by value; and a
manifest that kpod has read must be written again as it was, so the text is kept. Numbers are whole numbers inside: nothing is rounded,
and no float ever decides. This module knows no units beyond Kubernetes' suffixes and does not guess: `1Gb` is refused, with what was
probably meant.

Source: https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Any, Literal

import attrs

from kpod.errors import SpecError

Form = Literal["binary", "decimal", "exponent"]

_BINARY = {"Ki": 1, "Mi": 2, "Gi": 3, "Ti": 4, "Pi": 5, "Ei": 6}
_DECIMAL = {"n": -9, "u": -6, "m": -3, "": 0, "k": 3, "M": 6, "G": 9, "T": 12, "P": 15, "E": 18}
_BINARY_SUFFIX = {power: suffix for suffix, power in _BINARY.items()}
_DECIMAL_SUFFIX = {power: suffix for suffix, power in _DECIMAL.items()}
_PATTERN = re.compile(r"([+-]?)(\d+\.?\d*|\.\d+)(?:([KMGTPE]i)|([eE][+-]?\d+)|([numkMGTPE]?))", re.ASCII)
_LOOSE = re.compile(r"\s*([+-]?)\s*(\d+(?:[.,]\d+)?|[.,]\d+)[\s_]*([A-Za-zµ%]*)\s*", re.ASCII)
_CORES = {"core", "cores", "cpu", "cpus", "vcpu", "vcpus", "c"}
_MILLI = {"m", "mcpu", "milli", "millis", "millicpu", "millicpus", "millicore", "millicores", "mcore", "mcores"}
_BYTES = {"b", "byte", "bytes"}
_LONGEST = 200


@attrs.frozen(eq=False, order=False, repr=False, init=False)
class Quantity:
    """An exact amount, as `resources` hold it.

    >>> Quantity("1.5Gi") == Quantity("1536Mi"), str(Quantity("1.5Gi")), Quantity("1.5Gi").canonical
    (True, '1.5Gi', '1536Mi')
    >>> Quantity("250m") * 3 + Quantity(1)
    Quantity('1750m')

    Compares, adds and subtracts with quantities, multiplies with whole numbers. Equal values are equal and hash alike, however they are
    written.

    Attributes:
        text: the amount as it was written; what `str` gives and what is sent.
        form: which family of suffixes it was written with; results of arithmetic keep the left one's.
    """

    text: str
    form: Form
    _mantissa: int
    _exponent: int

    def __init__(self, value: Quantity | str | int | float) -> None:
        """Read an amount.

        Args:
            value: text (`500m`, `1Gi`, `1e3`), a number (CPUs, bytes, pieces), or another quantity.

        Raises:
            SpecError: for anything else; it says what was probably meant.
        """
        text = _text_of(value)
        match = _PATTERN.fullmatch(text) if len(text) <= _LONGEST else None
        if match is None or (match[4] and abs(int(match[4][1:])) > _LONGEST):
            raise SpecError(f"{_shown(value)} is no quantity", rule="quantity", fix=meant(text))
        sign, digits, binary, exponent, decimal = match.groups()
        whole, _, fraction = digits.partition(".")
        mantissa = int(whole + fraction) * 1024 ** _BINARY.get(binary, 0)
        power = int(exponent[1:]) if exponent else _DECIMAL.get(decimal or "", 0)
        self._set(
            text,
            "binary" if binary else "exponent" if exponent else "decimal",
            -mantissa if sign == "-" else mantissa,
            power - len(fraction),
        )

    def _set(self, text: str, form: Form, mantissa: int, exponent: int) -> None:
        while mantissa and mantissa % 10 == 0:
            mantissa, exponent = mantissa // 10, exponent + 1
        for name, value in (("text", text), ("form", form), ("_mantissa", mantissa), ("_exponent", exponent if mantissa else 0)):
            object.__setattr__(self, name, value)

    @classmethod
    def _make(cls, form: Form, mantissa: int, exponent: int) -> Quantity:
        made: Quantity = object.__new__(cls)
        made._set("", form, mantissa, exponent)
        object.__setattr__(made, "text", _write(form, made._mantissa, made._exponent))
        return made

    @property
    def value(self) -> Fraction:
        """The exact amount: cores, bytes, pieces."""
        return Fraction(self._mantissa) * Fraction(10) ** self._exponent

    @property
    def canonical(self) -> str:
        """The text that a Kubernetes server stores: `1.5Gi` -> `1536Mi`, `0.5` -> `500m`; like the server it rounds up to whole `1n`."""
        if self._exponent >= -9:
            return _write(self.form, self._mantissa, self._exponent)
        unit = 10 ** (-9 - self._exponent)
        nanos = -(-abs(self._mantissa) // unit)
        return self._make(self.form, nanos if self._mantissa > 0 else -nanos, -9).text

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"Quantity({self.text!r})"

    def __hash__(self) -> int:
        return hash((self._mantissa, self._exponent))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Quantity):
            return NotImplemented
        return (self._mantissa, self._exponent) == (other._mantissa, other._exponent)

    def _aligned(self, other: Quantity) -> tuple[int, int, int]:
        exponent = min(self._exponent, other._exponent)
        return (
            self._mantissa * 10 ** (self._exponent - exponent),
            other._mantissa * 10 ** (other._exponent - exponent),
            exponent,
        )

    def __lt__(self, other: Quantity) -> bool:
        if not isinstance(other, Quantity):
            return NotImplemented
        mine, theirs, _ = self._aligned(other)
        return mine < theirs

    def __le__(self, other: Quantity) -> bool:
        if not isinstance(other, Quantity):
            return NotImplemented
        mine, theirs, _ = self._aligned(other)
        return mine <= theirs

    def __gt__(self, other: Quantity) -> bool:
        return other < self if isinstance(other, Quantity) else NotImplemented

    def __ge__(self, other: Quantity) -> bool:
        return other <= self if isinstance(other, Quantity) else NotImplemented

    def __bool__(self) -> bool:
        return bool(self._mantissa)

    def __add__(self, other: Quantity) -> Quantity:
        if not isinstance(other, Quantity):
            return NotImplemented
        mine, theirs, exponent = self._aligned(other)
        return self._make(self.form if self else other.form, mine + theirs, exponent)

    def __sub__(self, other: Quantity) -> Quantity:
        return self + -other if isinstance(other, Quantity) else NotImplemented

    def __neg__(self) -> Quantity:
        return self._make(self.form, -self._mantissa, self._exponent)

    def __mul__(self, times: int) -> Quantity:
        if not isinstance(times, int) or isinstance(times, bool):
            return NotImplemented
        return self._make(self.form, self._mantissa * times, self._exponent)

    __rmul__ = __mul__

    def __reduce__(self) -> tuple[Any, ...]:
        return (Quantity, (self.text,))


def meant(text: str) -> str:
    """What the author of a text that is no quantity probably meant, as the end of an error message.

    >>> meant("1Gb")
    'did you mean 1Gi (binary) or 1G (decimal)?'
    >>> meant("2 cores")
    'did you mean 2?'
    """
    match = _LOOSE.fullmatch(text) if len(text) <= _LONGEST else None
    if match is None:
        return "write a number with an optional suffix: 500m, 2, 512Mi, 1Gi"
    sign, digits, unit = match[1].replace("+", ""), match[2].replace(",", "."), match[3]
    number, low = f"{sign}{digits}", unit.lower()
    if low in _MILLI:
        return f"did you mean {number}m?"
    if not unit or low in _CORES or low in _BYTES:
        return f"did you mean {number}?"
    letter = low[0].upper()
    if letter in "KMGTPE" and low[1:] in ("", "b", "i", "ib", "bytes"):
        return f"did you mean {number}{letter}i (binary) or {number}{letter.replace('K', 'k')} (decimal)?"
    return "the suffixes are m k M G T P E (decimal) and Ki Mi Gi Ti Pi Ei (binary)"


def _text_of(value: Any) -> str:
    if isinstance(value, Quantity):
        return value.text
    if isinstance(value, str):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 10**100:
        return repr(value)
    raise SpecError(f"{_shown(value)} is no quantity", rule="quantity", fix="write a number with an optional suffix: 500m, 2, 512Mi, 1Gi")


def _shown(value: Any) -> str:
    if isinstance(value, int) and value.bit_length() > 400:  # Python refuses to write the longest ones
        return f"a number of {value.bit_length()} bits"
    text = f'"{value}"' if isinstance(value, str) else repr(value)
    return text if len(text) < 60 else f"{text[:56]}…"


def _write(form: Form, mantissa: int, exponent: int) -> str:
    if not mantissa:
        return "0"
    if form == "binary" and exponent >= 0 and abs(whole := mantissa * 10**exponent) >= 1024:
        power = 0
        while whole % 1024 == 0 and power < max(_BINARY_SUFFIX):
            whole, power = whole // 1024, power + 1
        return f"{whole}{_BINARY_SUFFIX.get(power, '')}"
    shift = exponent % 3
    mantissa, exponent = mantissa * 10**shift, exponent - shift
    if form == "exponent" or exponent not in _DECIMAL_SUFFIX:
        return f"{mantissa}e{exponent}" if exponent else str(mantissa)
    return f"{mantissa}{_DECIMAL_SUFFIX[exponent]}"
