"""The code on the page for users works."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kpod import testing
from kpod.testing import Kube

PAGE = (Path(__file__).parents[3] / "docs" / "testing.md").read_text(encoding="utf-8")
LINES = re.findall(r"^\| F[^|]*\| `(kube\.[^`]*)` \|$", PAGE, re.MULTILINE)
BLOCKS = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)


@pytest.mark.parametrize("line", LINES)
def test_each_fault_of_the_table_is_one_line(kube: Kube, line: str) -> None:
    exec(line, {name: getattr(testing, name) for name in testing.__all__} | {"kube": kube})


def test_every_fault_has_a_row() -> None:
    names = [
        name for name in testing.__all__ if isinstance(getattr(testing, name), type) and issubclass(getattr(testing, name), testing.Fault)
    ]
    assert [name for name in names if name != "Fault" and f"({name}(" not in PAGE] == []


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: re.findall(r"def (\w+)", block)[0])
def test_the_examples_pass(kube: Kube, block: str) -> None:
    names: dict[str, object] = {}
    exec(block, names)
    for name, test in names.items():
        if name.startswith("test_") and callable(test):
            test(kube)


def test_every_step_has_a_row() -> None:
    steps = {
        name for name in testing.__all__ if isinstance(getattr(testing, name), type) and issubclass(getattr(testing, name), testing.Step)
    }
    assert [name for name in steps - {"Step", "Recorded"} if f"`{name}(" not in PAGE] == []
