from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest

from kpod import rules
from kpod.errors import SpecError
from tests.unit.rules.cases import CRON_JOB, JOB, SECRET
from tests.unit.rules.security_bodies import BODIES, RESTRICTED

ANSWERS = json.loads(Path("tests/data/server-answers.json").read_text())["pod_security"]


@pytest.mark.parametrize("level", ["baseline", "restricted"])
@pytest.mark.parametrize("name", BODIES, ids=lambda name: name.replace(" ", "-"))
def test_a_pod_is_forbidden_where_a_real_server_forbids_it(name: str, level: Any) -> None:
    problems = rules.pod_security(BODIES[name], level)
    assert bool(problems) == bool(ANSWERS[name][level]), problems


def test_each_problem_names_the_field_and_what_to_write() -> None:
    problems = rules.pod_security(BODIES["nothing said at all"], "restricted")
    main = "spec.containers[main].securityContext"
    assert [(problem.path, problem.fix) for problem in problems] == [
        (f"{main}.allowPrivilegeEscalation", "write allowPrivilegeEscalation: false"),
        (f"{main}.runAsNonRoot", "write runAsNonRoot: true"),
        (f"{main}.seccompProfile", "write seccompProfile: {type: RuntimeDefault}"),
        (f"{main}.capabilities.drop", "write drop: [ALL]"),
    ]
    assert {(problem.rule, problem.level) for problem in problems} == {("pod-security", "error")}


def test_the_template_of_a_job_is_judged_and_a_secret_is_not() -> None:
    for body, place in ((JOB, "spec.template.spec"), (CRON_JOB, "spec.jobTemplate.spec.template.spec")):
        changed = copy.deepcopy(body)
        spec: Any = changed
        for step in place.split("."):
            spec = spec[step]
        spec["hostNetwork"] = True
        assert [problem.path for problem in rules.pod_security(changed, "baseline")] == [f"{place}.hostNetwork"]
    assert rules.pod_security(SECRET, "restricted") == []


def test_a_template_is_not_judged() -> None:
    body = copy.deepcopy(RESTRICTED)
    context = body["spec"]["containers"][0]["securityContext"]
    context["allowPrivilegeEscalation"] = "{{ params.x }}"
    context["capabilities"] = {"drop": ["{{ params.caps }}"]}
    assert rules.pod_security(body, "restricted") == []


def test_privileged_forbids_nothing_and_another_word_is_refused() -> None:
    assert rules.pod_security(BODIES["a privileged container"], "privileged") == []
    with pytest.raises(SpecError, match="did you mean restricted"):
        rules.pod_security(RESTRICTED, "restrictd")  # type: ignore[arg-type]
