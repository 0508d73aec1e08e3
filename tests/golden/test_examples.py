"""Each example has what it makes beside it, and makes exactly that. `KPOD_GOLDEN=write` writes it anew.

An example that makes specs has their YAML. One that prints has what it prints: those that need a cluster are run by
`tests/conformance/test_recipes.py`, the others here.
"""

from __future__ import annotations

import os
import re
import runpy
from pathlib import Path
from typing import Any

import pytest

import kpod
from kpod import rules
from kpod.api.object import ApiObject
from kpod.specs.spec import Spec

FOLDER = Path(__file__).parents[2] / "examples"
ALL = [path for path in sorted(FOLDER.glob("*.py")) if "if __name__" not in path.read_text()]
SCRIPTS = [path for path in ALL if re.search(r"^\s*print\(", path.read_text(), re.MULTILINE)]
ON_A_CLUSTER = [path for path in SCRIPTS if re.search(r"launch\(|kube\.default\(", path.read_text())]
EXAMPLES = [path for path in ALL if path not in SCRIPTS]


def objects(path: Path) -> list[Any]:
    """The objects that an example makes, in the order in which it makes them."""
    found = {name: value for name, value in runpy.run_path(str(path), run_name="example").items() if not name.startswith("_")}
    made: list[Any] = []
    for value in found.values():
        if isinstance(value, Spec):
            made += value.objects()
        elif isinstance(value, ApiObject) and value.to_body().get("kind"):
            made.append(value)
    return made


def is_golden(golden: Path, text: str) -> bool:
    """Whether a text is what stands in the file beside an example."""
    if os.environ.get("KPOD_GOLDEN") == "write":
        golden.write_text(text)
    return text == golden.read_text()


def test_there_are_examples() -> None:
    assert len(EXAMPLES) >= 30
    assert len(SCRIPTS) >= 15


def test_nothing_lies_beside_the_examples_that_none_of_them_makes() -> None:
    expected = {path.with_suffix(".txt" if path in SCRIPTS else ".yaml").name for path in ALL}
    assert {path.name for path in FOLDER.iterdir() if path.suffix in (".txt", ".yaml")} == expected


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_says_exactly_the_yaml_beside_it(path: Path) -> None:
    assert is_golden(path.with_suffix(".yaml"), kpod.to_yaml(*objects(path)))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_yaml_of_an_example_reads_back_as_the_same_objects(path: Path) -> None:
    assert kpod.load_yaml(path.with_suffix(".yaml").read_text()) == objects(path)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_has_no_problem_and_no_warning(path: Path) -> None:
    for made in objects(path):
        assert rules.check(made.to_body()) == []


@pytest.mark.parametrize("path", [path for path in SCRIPTS if path not in ON_A_CLUSTER], ids=lambda path: path.stem)
def test_an_example_prints_exactly_the_text_beside_it(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    runpy.run_path(str(path), run_name="example")
    assert is_golden(path.with_suffix(".txt"), capsys.readouterr().out)


@pytest.mark.parametrize("path", ON_A_CLUSTER, ids=lambda path: path.stem)
def test_a_recipe_for_a_cluster_names_only_the_image_that_is_on_every_one(path: Path) -> None:
    """On the embedded cluster that its page recommends every name is an image: one that is nowhere would not be missing there."""
    images = re.findall(r"""\bPod\(\s*"([^"]+)"|image["']?[:=] ?["']?([\w./:-]+)""", path.read_text())
    assert {name for pair in images for name in pair if name} == {"busybox:1.37"}
