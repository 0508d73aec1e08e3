"""One file with the 27 mistakes, each on a line that says so: one pass over it finds them all."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from kpod import rules, wire
from kpod.cli import main
from kpod.errors import Problem

FILE = "tests/data/mistakes.yaml"
TEXT = Path(FILE).read_text()
PLANTED = {number: match[2] for number, line in enumerate(TEXT.splitlines(), 1) if (match := re.search(r"# (\d+): (.*)", line))}


def found() -> list[Problem]:
    documents = wire.read_yaml(TEXT, FILE)
    checked = [rules.check(each.body, positions=each.positions, source=FILE) for each in documents]
    return [problem for problems in checked for problem in problems]


def test_27_of_27_mistakes_are_found_each_in_its_line() -> None:
    assert len(PLANTED) == 27
    problems = found()
    missed = {mistake for line, mistake in PLANTED.items() if not any(problem.line == line for problem in problems)}
    assert missed == set()


def test_nothing_else_is_found() -> None:
    assert sorted(problem.line or 0 for problem in found()) == sorted(PLANTED)


@pytest.mark.parametrize("problem", found(), ids=lambda problem: f"line-{problem.line}")
def test_each_has_path_rule_fix_line_and_column(problem: Problem) -> None:
    assert problem.path
    assert problem.rule in rules.IDS
    assert problem.fix
    assert problem.source == FILE
    assert problem.line
    assert problem.column


def test_the_command_says_them_all_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["validate", FILE, "--output", "json"]) == 1
    said = json.loads(capsys.readouterr().out)
    assert (said["errors"], said["warnings"]) == (25, 2)
