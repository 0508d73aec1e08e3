"""Sixty manifests and what becomes of them: source that compiles to the same bodies, and that a formatter leaves alone."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import kpod
from kpod.api.object import ApiObject
from kpod.convert import to_source
from kpod.quantity import Quantity
from kpod.wire import bodies

FOLDER = Path(__file__).parents[2] / "data" / "manifests"
MANIFESTS = sorted(FOLDER.glob("*.yaml"))
BY_API_OBJECT = {"explicit_nulls_and_empties", "no_container"}
"""Manifests that no `Pod` can be: kpod's Pods have a container, and a patch cannot set a null."""


def wanted(path: Path) -> list[Any]:
    return [body for each in kpod.wire.read_yaml(path.read_text()) for _, body in bodies.flatten(each.body)]


def run(text: str) -> list[Any]:
    """The bodies of what a module's names hold, in order, as it says them, without what only refers."""
    names: dict[str, Any] = {}
    exec(compile(text, "converted", "exec"), names)
    kinds = (dict, kpod.Pod, kpod.Job, kpod.ConfigMap, ApiObject)
    found = [value for name, value in names.items() if name != "__builtins__" and isinstance(value, kinds)]
    return [kpod.to_body(value) for value in found if not isinstance(value, kpod.ConfigMap) or value.is_literal]


def with_amounts_as_text(value: Any) -> Any:
    """What a person may read in both: an amount that is a number is the text that means it."""
    if isinstance(value, list):
        return [with_amounts_as_text(item) for item in value]
    if not isinstance(value, dict):
        return value
    return {
        key: {name: Quantity(amount).text for name, amount in item.items()}
        if key in ("requests", "limits") and isinstance(item, dict) and all(isinstance(each, (str, int)) for each in item.values())
        else with_amounts_as_text(item)
        for key, item in value.items()
    }


def test_there_are_sixty() -> None:
    assert len(MANIFESTS) >= 60


@pytest.mark.parametrize("path", MANIFESTS, ids=lambda path: path.stem)
def test_the_source_of_a_manifest_compiles_to_the_same_bodies(path: Path) -> None:
    assert run(to_source(path.read_text())) == with_amounts_as_text(wanted(path))


@pytest.mark.parametrize("path", MANIFESTS, ids=lambda path: path.stem)
def test_a_pod_or_a_job_becomes_one_of_kpods_own(path: Path) -> None:
    kinds = {str(body.get("kind")) for body in wanted(path)} & {"Pod", "Job", "CronJob"}
    text = to_source(path.read_text())
    used = {kind for kind in kinds if f"{'Job' if kind == 'CronJob' else kind}(" in text and f"core_v1.{kind}(" not in text}
    assert used == (set() if path.stem in BY_API_OBJECT else kinds)


@pytest.mark.parametrize("line_length", [88, 120])
def test_ruff_format_leaves_every_source_as_it_is(line_length: int, tmp_path: Path) -> None:
    for path in MANIFESTS:
        (tmp_path / f"{path.stem}.py").write_text(to_source(path.read_text(), line_length=line_length))
    ruff = [sys.executable, "-m", "ruff"]
    common = ["--isolated", "--no-cache", "--target-version", "py310", "--line-length", str(line_length), str(tmp_path)]
    formatted = subprocess.run([*ruff, "format", "--diff", *common], capture_output=True, text=True, check=False)
    assert (formatted.returncode, formatted.stdout) == (0, "")
    checked = subprocess.run([*ruff, "check", "--select", "F,I", *common], capture_output=True, text=True, check=False)
    assert (checked.returncode, checked.stdout.strip()) == (0, "All checks passed!")
