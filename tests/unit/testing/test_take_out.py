"""The list of what each fault's test fails without is up to date; `make take-out` tries it."""

from __future__ import annotations

import importlib.util
import re
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[3]
SPEC = importlib.util.spec_from_file_location("take_out", ROOT / "tools" / "take_out.py")
assert SPEC is not None
assert SPEC.loader is not None
take_out = importlib.util.module_from_spec(SPEC)
sys.modules["take_out"] = take_out
SPEC.loader.exec_module(take_out)


@pytest.mark.parametrize("handling", take_out.HANDLINGS, ids=lambda handling: f"{handling.fault}-{handling.what}")
def test_what_is_taken_out_stands_once_in_its_file_and_its_test_is_there(handling: Any) -> None:
    assert (ROOT / handling.file).read_text(encoding="utf-8").count(handling.old) == 1
    file, _, test = handling.test.partition("::")
    assert f"def {test.partition('[')[0]}(" in (ROOT / file).read_text(encoding="utf-8")


def test_each_fault_has_a_handling_that_is_taken_out() -> None:
    assert {handling.fault for handling in take_out.HANDLINGS} == {f"F{number}" for number in range(1, 20)}


def test_the_table_of_the_page_is_this_list() -> None:
    text = take_out.PAGE.read_text(encoding="utf-8")
    assert take_out.page(text) == text
    assert len(re.findall(r"^\| F\d+ \|", text, re.MULTILINE)) == len(take_out.HANDLINGS)
