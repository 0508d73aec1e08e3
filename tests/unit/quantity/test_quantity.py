from __future__ import annotations

import copy
import operator
import pickle
from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest

from kpod.errors import SpecError
from kpod.quantity import Quantity


@pytest.mark.parametrize(
    ("text", "value", "canonical"),
    [
        ("1.5Gi", Fraction(3, 2) * 1024**3, "1536Mi"),
        ("0.5", Fraction(1, 2), "500m"),
        (".5", Fraction(1, 2), "500m"),
        ("5.", Fraction(5), "5"),
        ("1000000", Fraction(10**6), "1M"),
        ("1e3", Fraction(1000), "1e3"),
        ("12E", Fraction(12 * 10**18), "12E"),
        ("0.0001Ki", Fraction(1024, 10000), "102400u"),
        ("1000Ki", Fraction(1024000), "1000Ki"),
        ("1024Ki", Fraction(1024**2), "1Mi"),
        ("1023", Fraction(1023), "1023"),
        ("-1", Fraction(-1), "-1"),
        ("+250m", Fraction(1, 4), "250m"),
        ("0.0000000001", Fraction(1, 10**10), "1n"),
        ("0Gi", Fraction(0), "0"),
    ],
)
def test_a_quantity_has_an_exact_value_and_the_text_that_the_server_stores(text: str, value: Fraction, canonical: str) -> None:
    quantity = Quantity(text)
    assert (str(quantity), quantity.value, quantity.canonical) == (text, value, canonical)


@pytest.mark.parametrize(
    ("wrong", "meant"),
    [
        ("1Gb", "did you mean 1Gi (binary) or 1G (decimal)?"),
        ("512MB", "did you mean 512Mi (binary) or 512M (decimal)?"),
        ("1g", "did you mean 1Gi (binary) or 1G (decimal)?"),
        ("1K", "did you mean 1Ki (binary) or 1k (decimal)?"),
        ("1 Gi", "did you mean 1Gi (binary) or 1G (decimal)?"),
        ("1,5Gi", "did you mean 1.5Gi (binary) or 1.5G (decimal)?"),
        ("2 cores", "did you mean 2?"),
        ("2cpu", "did you mean 2?"),
        ("500 millicores", "did you mean 500m?"),
        ("100B", "did you mean 100?"),
        ("50%", "the suffixes are"),
        ("", "write a number"),
        ("lots", "write a number"),
        ("0x10", "write a number"),
        ("1e999999999", "write a number"),
    ],
)
def test_text_that_is_no_quantity_is_refused_with_what_was_meant(wrong: str, meant: str) -> None:
    with pytest.raises(SpecError) as caught:
        Quantity(wrong)
    (problem,) = caught.value.problems
    assert problem.rule == "quantity"
    assert problem.message == f'"{wrong}" is no quantity'
    assert problem.fix.startswith(meant)


@pytest.mark.parametrize("wrong", [None, True, ["1Gi"], float("nan"), float("inf"), 10**200, b"1Gi"])
def test_what_is_neither_text_nor_a_finite_number_is_refused(wrong: object) -> None:
    with pytest.raises(SpecError, match="is no quantity"):
        Quantity(wrong)  # type: ignore[arg-type]


def test_digits_of_other_scripts_are_refused() -> None:
    with pytest.raises(SpecError):
        Quantity("٣")


def test_a_huge_text_is_refused_without_being_read() -> None:
    with pytest.raises(SpecError, match="is no quantity"):
        Quantity("9" * 1_000_000)


def test_quantities_compare_by_value_and_not_by_text() -> None:
    assert Quantity("1Gi") == Quantity("1024Mi")
    assert hash(Quantity("1Gi")) == hash(Quantity("1024Mi"))
    assert Quantity("1G") < Quantity("1Gi") <= Quantity("1Gi")
    assert max(Quantity("900m"), Quantity(1), Quantity(0.95)).text == "1"
    assert Quantity("1Gi") != "1Gi"


def test_numbers_are_quantities_too() -> None:
    assert (str(Quantity(2)), str(Quantity(0.5)), Quantity(1e-7).canonical) == ("2", "0.5", "100e-9")
    assert Quantity(Quantity("1Gi")).text == "1Gi"


def test_arithmetic_is_exact_and_keeps_the_left_form() -> None:
    assert str(Quantity("512Mi") * 3) == "1536Mi"
    assert str(3 * Quantity("100m")) == "300m"
    assert str(Quantity("1Gi") + Quantity("1G")) == "2073741824"
    assert str(Quantity("1Gi") - Quantity("24Mi")) == "1000Mi"
    assert str(sum([Quantity("0.1")] * 10, Quantity(0))) == "1"


def test_a_quantity_is_multiplied_by_whole_numbers_only() -> None:
    with pytest.raises(TypeError):
        Quantity("1Gi") * 1.5  # type: ignore[operator]


@pytest.mark.parametrize("reckon", [operator.lt, operator.le, operator.gt, operator.ge, operator.add, operator.sub])
def test_a_quantity_is_reckoned_with_quantities_only(reckon: Callable[[Any, Any], Any]) -> None:
    for one, other in ((Quantity("1"), 1), (1, Quantity("1")), (Quantity("1"), "1"), (Quantity("1"), None)):
        with pytest.raises(TypeError, match=r"unsupported operand|not supported between"):
            reckon(one, other)


def test_a_quantity_is_frozen_and_survives_copy_and_pickle() -> None:
    quantity = Quantity("1.50Gi")
    with pytest.raises(AttributeError):
        quantity.text = "2Gi"  # type: ignore[misc]
    for twin in (copy.deepcopy(quantity), pickle.loads(pickle.dumps(quantity))):
        assert (twin, twin.text) == (quantity, "1.50Gi")


def test_zero_is_false() -> None:
    assert not Quantity("0Mi")
    assert Quantity("1n")


@pytest.mark.parametrize("number", [10**5000, -(10**5000), 10**100, 1e308, float("nan"), float("inf")], ids=range(6))
def test_a_number_without_measure_is_no_quantity(number: float) -> None:
    with pytest.raises(SpecError, match="is no quantity"):
        Quantity(number)
