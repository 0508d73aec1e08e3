from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kpod import names


@given(st.text(), st.text(), st.integers(16, 63))
def test_a_unique_name_is_a_dns_label_within_its_limit(prefix: str, identity: str, limit: int) -> None:
    name = names.unique(prefix, identity, limit)
    assert len(name) <= limit
    assert names.wrong_name(name, "label") is None


@given(st.text(), st.text(), st.text())
def test_names_are_equal_only_for_the_same_identity(prefix: str, one: str, two: str) -> None:
    assert (names.unique(prefix, one) == names.unique(prefix, two)) == (one == two)


@given(st.text())
def test_a_fresh_name_is_a_dns_label(prefix: str) -> None:
    assert names.wrong_name(names.fresh(prefix), "label") is None


@given(st.text())
def test_the_name_of_any_image_is_a_dns_label(image: str) -> None:
    assert names.wrong_name(names.image_name(image), "label") is None


@given(st.text(max_size=300))
def test_what_is_proposed_for_a_wrong_name_is_right(name: str) -> None:
    wrong = names.wrong_name(name, "label")
    if wrong and wrong[1].startswith("did you mean "):
        assert names.wrong_name(wrong[1].removeprefix("did you mean ").removesuffix("?"), "label") is None
