from __future__ import annotations

import hashlib
import os
import random
import subprocess
import sys

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


MANY = 100_000
SCRIPT = "from tests.property.test_names_are_valid_and_injective import many_names, digest; print(digest(many_names()))"


def many_names() -> list[str]:
    """The names of 10^5 identities: dag, task, day, map index and try, in any script, long and short, and alike but for one character."""
    chance = random.Random(5)
    letters = "abcdefghijklmnopqrstuvwxyzABC0123456789-_./= äßéЖ日本😀\n\x00"
    dags = ["".join(chance.choices(letters, k=chance.choice((1, 3, 12, 250)))) for _ in range(500)]
    names_ = []
    for number in range(MANY):
        dag = dags[chance.randrange(500)]
        prefix = f"{dag}-task" if number % 2 else dag
        names_.append(names.unique(prefix, f"{dag}/task/2026-11-{chance.randrange(30):02}/{number // 7}/{number % 7}"))
    return names_


def digest(made: list[str]) -> str:
    return hashlib.sha256("\n".join(made).encode()).hexdigest()


def test_a_hundred_thousand_names_are_valid_distinct_and_the_same_in_another_process() -> None:
    made = many_names()
    assert len(set(made)) == MANY
    assert [name for name in made if names.wrong_name(name, "label")] == []
    assert max(map(len, made)) <= 63
    seed = "7" if os.environ.get("PYTHONHASHSEED") != "7" else "8"
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], capture_output=True, text=True, timeout=100, check=True, env={**os.environ, "PYTHONHASHSEED": seed}
    )
    assert done.stdout.strip() == digest(made)


def test_the_names_of_near_identities_differ_in_the_hash_and_not_only_in_the_prefix() -> None:
    hashes = {names.unique("etl", f"etl/{number}")[-names.HASH_LENGTH :] for number in range(10_000)}
    assert len(hashes) == 10_000
