"""The code that measures: it measures everything that a budget is kept for, and says which is missed. No test depends on a figure."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
sys.path.append(str(BENCHMARKS))

import rows  # noqa: E402 - it stands among the benchmarks


@pytest.fixture(scope="module")
def table() -> dict[str, Any]:
    command = [sys.executable, str(BENCHMARKS / "run.py"), "--quick", "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_a_quick_run_measures_every_row_and_judges_none(table: dict[str, Any]) -> None:
    assert [(line["what"], line["unit"]) for line in table["results"]] == [(row.what, rows.UNITS[row.measure]) for row in rows.ROWS]
    assert all(line["kpod"] > 0 for line in table["results"])
    assert {line["met"] for line in table["results"]} == {None}


def test_what_is_promised_against_the_official_client_is_measured_against_it(table: dict[str, Any]) -> None:
    promised = {row.what for row in rows.ROWS if row.ratio}
    assert all(line["ratios"]["kubernetes 36"] > 0 for line in table["results"] if line["what"] in promised)
    compared = {line["what"] for line in table["results"] if line["lightkube"] and line["msgspec"]}
    assert {"build a Pod of API objects", "to body", "to YAML", "from dict", "from YAML", "1,000-Pod list, whole"} <= compared


def test_the_official_client_37_takes_part_where_it_is_installed(table: dict[str, Any]) -> None:
    installed = (BENCHMARKS.parent / ".venv-37" / "bin" / "python").exists()
    assert ("kubernetes 37" in table["versions"]) is installed
    assert all(bool(line["kubernetes 37"]) is installed for line in table["results"] if line["what"] == "to body")


@pytest.mark.parametrize(
    ("what", "own", "ratio", "beside", "met"),
    [
        ("import", 99.0, None, None, True),
        ("import", 101.0, None, None, False),
        ("to body", 1.0, 11.0, None, True),
        ("to body", 1.0, 10.9, None, False),
        ("to body", 1.0, None, None, False),
        ("from YAML", 1.0, 100.0, 0.84, False),
        ("from YAML", 1.0, 1.0, 0.86, True),
        ("1,000-Pod list, a watcher's view", 0.04, 31.0, None, True),
        ("1,000-Pod list, a watcher's view", 0.04, 29.0, None, False),
        ("1,000-Pod list, a watcher's view", 0.06, 31.0, None, False),
        ("all rules on a Pod", 1.0, None, None, None),
    ],
)
def test_a_budget_is_met_only_if_all_of_it_is(what: str, own: float, ratio: float | None, beside: float | None, met: bool | None) -> None:
    row = next(row for row in rows.ROWS if row.what == what)
    assert rows.verdict(row, own, ratio, beside)[1] is met
