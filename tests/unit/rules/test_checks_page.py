"""The page of all checks, and the answers of a real server that it is made from, fit the tables of mistakes. No cluster is asked."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from kpod import rules
from tests.unit.rules.cases import Mistake
from tests.unit.rules.every import EVERY
from tests.unit.rules.qos_bodies import BODIES as QOS
from tools import record_answers

RECORDED = json.loads(Path("tests/data/server-answers.json").read_text())
ASKED = [mistake for mistake in EVERY if mistake.server != "cannot be sent"]


def test_the_page_is_what_the_answers_make() -> None:
    assert Path("docs/checks.md").read_text() == record_answers.page(), "run: python tools/record_answers.py page"


def test_every_mistake_has_its_own_name() -> None:
    names = [mistake.name for mistake in EVERY]
    assert sorted(set(names)) == sorted(names)


@pytest.mark.parametrize("mistake", ASKED, ids=lambda mistake: mistake.name.replace(" ", "-"))
def test_the_server_said_what_the_table_says(mistake: Mistake) -> None:
    assert bool(RECORDED["mistakes"][mistake.name]) == (mistake.server == "refuses")


def test_what_never_starts_was_seen_not_to_start() -> None:
    unseen = [mistake.name for mistake in ASKED if mistake.server == "never starts" and not RECORDED["later"].get(mistake.name)]
    assert unseen == []
    assert not any("started" in said or "Insufficient" in said for said in RECORDED["later"].values())


def test_nothing_is_recorded_that_no_table_has() -> None:
    assert set(RECORDED["mistakes"]) == {mistake.name for mistake in ASKED}


@pytest.mark.parametrize("name", QOS, ids=lambda name: name.replace(" ", "-"))
def test_the_quality_of_service_is_what_the_server_wrote(name: str) -> None:
    assert rules.qos(QOS[name]) == RECORDED["qos"][name]


def test_the_tool_says_how_it_is_called() -> None:
    done = subprocess.run([sys.executable, "tools/record_answers.py"], capture_output=True, text=True, timeout=200, check=False)
    assert done.returncode == 1
    assert "python tools/record_answers.py ask" in done.stderr
