"""Quantities as the server answers them: `1024Mi` comes back as `1Gi`, `1000m` as `1`, `1.5Gi` as `1536Mi`.

The arithmetic that people use is `kpod.Quantity`, which keeps its text; this is the other thing, the server's rewriting of the text.
"""

from __future__ import annotations

import re
from fractions import Fraction

PATTERN = "^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$"
_QUANTITY = re.compile(r"^([+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+))(|[numkMGTPE]|[KMGTPE]i|[eE][+-]?[0-9]{1,3})$")
_DECIMAL = {-9: "n", -6: "u", -3: "m", 0: "", 3: "k", 6: "M", 9: "G", 12: "T", 15: "P", 18: "E"}
_POWERS = {suffix: power for power, suffix in _DECIMAL.items()}
_BINARY = ("", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei")


def value(text: str) -> Fraction:
    """Return the exact number of a quantity.

    Raises:
        ValueError: the text is none.

    >>> value("1.5Gi") == 1536 * 1024**2
    True
    """
    return _parse(text)[0]


def canonical(text: str) -> str:
    """Return the quantity as the server writes it.

    Raises:
        ValueError: the text is none.

    >>> [canonical(each) for each in ("1024Mi", "1000m", "1.5Gi", "0.5", "1500")]
    ['1Gi', '1', '1536Mi', '500m', '1500']
    """
    number, style = _parse(text)
    if style == "binary" and abs(number) >= 1024:
        whole, power = _up(number), 0
        while power < 6 and whole % 1024 == 0:
            whole, power = whole // 1024, power + 1
        return f"{whole}{_BINARY[power]}"
    whole, power = _up(number * 10**9), -9
    if whole == 0:
        return "0"
    while power < 18 and whole % 1000 == 0:
        whole, power = whole // 1000, power + 3
    if style == "exponent":
        return f"{whole}e{power}" if power else str(whole)
    return f"{whole}{_DECIMAL[power]}"


def _up(number: Fraction) -> int:
    """Round away from zero."""
    whole = -(-abs(number.numerator) // number.denominator)
    return whole if number >= 0 else -whole


def _parse(text: str) -> tuple[Fraction, str]:
    found = _QUANTITY.match(text)
    if found is None:
        raise ValueError(text)
    number, suffix = Fraction(found[1].rstrip(".")), found[2]
    if suffix in _POWERS:
        return number * Fraction(10) ** _POWERS[suffix], "decimal"
    if suffix in _BINARY:
        return number * 1024 ** _BINARY.index(suffix), "binary"
    return number * Fraction(10) ** int(suffix[1:]), "exponent"
