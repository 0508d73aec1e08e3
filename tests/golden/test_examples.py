"""Each example in Python has its YAML beside it, and says exactly that. `KPOD_GOLDEN=write` writes the YAML anew."""

from __future__ import annotations

import os
import runpy
from pathlib import Path
from typing import Any

import pytest

import kpod
from kpod import rules
from kpod.specs.spec import Spec

FOLDER = Path(__file__).parents[2] / "examples"
EXAMPLES = [path for path in sorted(FOLDER.glob("*.py")) if path.with_suffix(".yaml").exists() or "if __name__" not in path.read_text()]


def objects(path: Path) -> list[Any]:
    """The objects that an example's specs make, in the order in which it makes them."""
    found = runpy.run_path(str(path), run_name="example")
    specs = [value for name, value in found.items() if isinstance(value, Spec) and not name.startswith("_")]
    return [made for spec in specs for made in spec.objects()]


def test_there_are_examples() -> None:
    assert len(EXAMPLES) >= 8


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_says_exactly_the_yaml_beside_it(path: Path) -> None:
    golden = path.with_suffix(".yaml")
    text = kpod.to_yaml(*objects(path))
    if os.environ.get("KPOD_GOLDEN") == "write":
        golden.write_text(text)
    assert text == golden.read_text()


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_yaml_of_an_example_reads_back_as_the_same_objects(path: Path) -> None:
    assert kpod.load_yaml(path.with_suffix(".yaml").read_text()) == objects(path)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_has_no_problem_and_no_warning(path: Path) -> None:
    for made in objects(path):
        assert rules.check(made.to_body()) == []
