from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kpod.quantity import Quantity

SUFFIXES = ["n", "u", "m", "", "k", "M", "G", "T", "P", "E", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei", "e3", "E-3", "e+12"]
numbers = st.one_of(
    st.integers(-(10**6), 10**6).map(str),
    st.decimals(-1000, 1000, allow_nan=False, places=4).map(lambda number: format(number, "f")),
)
texts = st.builds("{}{}".format, numbers, st.sampled_from(SUFFIXES))
quantities = texts.map(Quantity)


@given(texts)
def test_the_text_is_kept(text: str) -> None:
    assert str(Quantity(text)) == text


@given(quantities)
def test_the_canonical_text_is_canonical_and_the_same_amount_up_to_a_nano(quantity: Quantity) -> None:
    again = Quantity(quantity.canonical)
    assert again.canonical == quantity.canonical
    assert 0 <= abs(again.value) - abs(quantity.value) < Quantity("1n").value


@given(quantities, quantities)
def test_order_and_equality_are_those_of_the_exact_values(left: Quantity, right: Quantity) -> None:
    assert (left < right) == (left.value < right.value)
    assert (left <= right) == (left.value <= right.value)
    assert (left == right) == (left.value == right.value)
    assert left != right or hash(left) == hash(right)


@given(quantities, quantities, st.integers(-1000, 1000))
def test_arithmetic_is_that_of_the_exact_values(left: Quantity, right: Quantity, times: int) -> None:
    assert (left + right).value == left.value + right.value
    assert (left - right).value == left.value - right.value
    assert (left * times).value == left.value * times


@given(quantities, quantities)
def test_the_text_of_a_result_reads_back_as_the_result(left: Quantity, right: Quantity) -> None:
    total = left + right
    assert Quantity(total.text) == total
