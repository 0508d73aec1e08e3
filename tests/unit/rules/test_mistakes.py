from __future__ import annotations

import pytest

from kpod import rules
from tests.unit.rules.cases import CRON_JOB, JOB, POD, SECRET, Body, Mistake
from tests.unit.rules.cases_objects import GOOD
from tests.unit.rules.every import EVERY
from tests.unit.rules.forgiven import FORGIVEN


@pytest.mark.parametrize("body", [POD, JOB, CRON_JOB, SECRET, *GOOD], ids=lambda body: body["kind"])
def test_a_body_without_mistakes_has_no_problems(body: Body) -> None:
    assert rules.check(body) == []


@pytest.mark.parametrize("mistake", EVERY, ids=lambda mistake: mistake.name.replace(" ", "-"))
def test_each_mistake_is_found_once_with_its_path_rule_and_level(mistake: Mistake) -> None:
    (problem,) = rules.check(mistake.body)
    level = "warning" if mistake.server == "accepts" else "error"
    assert (problem.rule, problem.path, problem.level) == (mistake.rule, mistake.path, level)
    assert not problem.message.endswith(".")


@pytest.mark.parametrize("body", FORGIVEN.values(), ids=[name.replace(" ", "-") for name in FORGIVEN])
def test_what_a_server_takes_is_no_problem(body: Body) -> None:
    assert rules.check(body) == []


def test_every_rule_has_a_mistake_that_shows_it() -> None:
    assert {mistake.rule for mistake in EVERY} == rules.IDS
