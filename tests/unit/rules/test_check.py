from __future__ import annotations

import base64
import copy
from typing import Any

import pytest

from kpod import rules
from kpod.errors import SpecError
from tests.unit.rules.cases import CRON_JOB, JOB, MISTAKES, POD, SECRET, Body, put
from tests.unit.rules.cases_objects import GOOD
from tests.unit.rules.forgiven import FORGIVEN


def changed(body: Body, *path: str | int, value: Any) -> Body:
    body = copy.deepcopy(body)
    put(*path, value=value)(body)
    return body


def fix(body: Body) -> str:
    (problem,) = rules.check(body)
    return problem.fix


MAIN = ("spec", "containers", 0)


def test_all_problems_are_told_at_once_errors_first() -> None:
    body = changed(POD, *MAIN, "env", value=[{"name": "A", "value": "1"}, {"name": "A", "value": "2"}])
    body = changed(body, *MAIN, "resources", "limits", "memory", value="1Gb")
    body = changed(body, "metadata", "labels", "app", value="a b")
    body = changed(body, *MAIN, "ports", 0, "containerPort", value=70000)
    assert [(problem.level, problem.path) for problem in rules.check(body)] == [
        ("error", "metadata.labels.app"),
        ("error", "spec.containers[main].ports[http].containerPort"),
        ("error", "spec.containers[main].resources.limits.memory"),
        ("warning", "spec.containers[main].env[1]"),
    ]


def test_the_message_says_what_where_why_and_what_to_write() -> None:
    (problem,) = rules.check(changed(POD, *MAIN, "resources", "limits", "memory", value="1Gb"), source="job.yaml")
    assert str(problem) == (
        'job.yaml  error  spec.containers[main].resources.limits.memory: "1Gb" is no quantity; '
        "did you mean 1Gi (binary) or 1G (decimal)?  [quantity]"
    )


@pytest.mark.parametrize(
    ("path", "value", "meant"),
    [
        ((*MAIN, "imagee"), "x", "did you mean image?"),
        ((*MAIN, "working_dir"), "/", "did you mean workingDir?"),
        ((*MAIN, "command"), "python -m etl", 'write ["python", "-m", "etl"]'),
        ((*MAIN, "env", 0, "value"), 80, 'write "80"'),
        ((*MAIN, "env", 0, "value"), True, 'write "true"'),
        ((*MAIN, "ports", 0, "containerPort"), "80", "write 80 without quotes"),
        ((*MAIN, "tty"), "True", "write true without quotes"),
        ((*MAIN, "image"), "etl :1", "did you mean etl:1?"),
        ((*MAIN, "image"), "Team/ETL:1", "a repository is lower case: team/etl:1"),
        ((*MAIN, "resources", "limits", "memory"), "1024m", "did you mean 1024Mi?"),
        ((*MAIN, "resources", "limits", "gpu"), "1", "did you mean nvidia.com/gpu?"),
        ((*MAIN, "resources", "limits", "mem"), "1Gi", "did you mean memory?"),
        ((*MAIN, "resources", "limits", "CPU"), "1", "did you mean cpu?"),
        ((*MAIN, "imagePullPolicy"), "ifnotpresent", "did you mean IfNotPresent?"),
        (("spec", "restartPolicy"), "Sometimes", "write one of Always, OnFailure, Never"),
        (("spec", "volumes"), {"name": "data"}, "put a dash before it"),
        (("metadata", "name"), "My ETL", "did you mean my-etl?"),
        (("metadata", "labels", "app"), "my etl", "did you mean my-etl? An annotation may hold any text"),
        (("apiVersion",), "batch/v1", "write apiVersion: v1, kind: Pod"),
        (("apiVersion",), None, "write apiVersion: v1"),
        (("kind",), "Pods", "write apiVersion: v1, kind: Pod"),
    ],
)
def test_each_problem_proposes_what_was_meant(path: tuple[str | int, ...], value: Any, meant: str) -> None:
    body = changed(POD, *path, value=value)
    if "limits" in path:
        body["spec"]["containers"][0]["resources"].pop("requests")
    assert fix(body) == meant


def test_templates_are_skipped_wherever_they_stand() -> None:
    template = "{{ params.x }}"
    for path in [
        ("metadata", "name"),
        ("metadata", "namespace"),
        ("metadata", "labels", "app"),
        ("spec", "restartPolicy"),
        ("spec", "activeDeadlineSeconds"),
        ("spec", "tolerations"),
        ("spec", "nodeSelector"),
        (*MAIN, "name"),
        (*MAIN, "image"),
        (*MAIN, "command"),
        (*MAIN, "env", 0, "name"),
        (*MAIN, "env", 0, "value"),
        (*MAIN, "imagePullPolicy"),
        (*MAIN, "ports", 0, "containerPort"),
        (*MAIN, "resources", "limits", "memory"),
        (*MAIN, "volumeMounts", 0, "mountPath"),
        (*MAIN, "tty"),
        ("spec", "volumes", 0, "name"),
    ]:
        assert rules.check(changed(POD, *path, value=template)) == [], path


def test_a_rule_can_be_made_a_warning_or_switched_off_or_made_an_error() -> None:
    body = changed(POD, "metadata", "labels", "app", value="a b")
    assert [problem.level for problem in rules.check(body, levels={"label": "warning"})] == ["warning"]
    assert rules.check(body, levels={"label": "off"}) == []
    twice = changed(POD, *MAIN, "env", value=[{"name": "A", "value": "1"}] * 2)
    assert [problem.level for problem in rules.check(twice, levels={"duplicate-env": "error"})] == ["error"]


def test_a_level_for_a_rule_that_is_not_there_is_refused() -> None:
    with pytest.raises(SpecError, match=r'there is no rule "quantitiy"; did you mean quantity\?'):
        rules.check(POD, levels={"quantitiy": "off"})
    with pytest.raises(SpecError, match="is no level"):
        rules.check(POD, levels={"quantity": "loud"})  # type: ignore[dict-item]


def test_demand_raises_for_errors_and_returns_warnings() -> None:
    twice = changed(POD, *MAIN, "env", value=[{"name": "A", "value": "1"}] * 2)
    assert [problem.rule for problem in rules.demand(twice)] == ["duplicate-env"]
    with pytest.raises(SpecError) as caught:
        rules.demand(changed(twice, *MAIN, "image", value=""))
    assert [problem.rule for problem in caught.value.problems] == ["image", "duplicate-env"]


class _Positions:
    def find(self, path: tuple[str | int, ...]) -> tuple[int, int] | None:
        return (14, 19) if path == ("spec", "containers", 0, "image") else None


def test_a_problem_has_the_line_and_the_column_of_its_file() -> None:
    (problem,) = rules.check(changed(POD, *MAIN, "image", value="a b"), positions=_Positions(), source="pod.yaml")
    assert (problem.source, problem.line, problem.column) == ("pod.yaml", 14, 19)


def test_the_items_of_a_list_are_checked_each() -> None:
    wrong = changed(POD, *MAIN, "image", value="a b")
    (problem,) = rules.check({"apiVersion": "v1", "kind": "List", "items": [POD, SECRET, wrong]})
    assert problem.path == "items[2].spec.containers[main].image"


def test_a_kind_without_a_schema_is_checked_for_names_and_labels_and_its_pods_too() -> None:
    body = {
        "apiVersion": "apps/v1",
        "kind": "Deployment",
        "metadata": {"name": "Web"},
        "spec": {"replicas": 1, "template": {"spec": POD["spec"]}},
    }
    assert [problem.path for problem in rules.check(body)] == ["metadata.name"]
    body = changed(body, "metadata", "name", value="web")
    body = changed(body, "spec", "template", "spec", "containers", 0, "image", value="a b")
    assert [problem.path for problem in rules.check(body)] == ["spec.template.spec.containers[main].image"]


def test_a_kind_of_the_same_name_in_another_group_is_left_alone() -> None:
    assert rules.check({"apiVersion": "batch.volcano.sh/v1alpha1", "kind": "Job", "metadata": {"name": "x"}, "spec": {"tasks": []}}) == []


@pytest.mark.parametrize(
    "path", [(), ("metadata",), ("spec",), MAIN, (*MAIN, "env"), (*MAIN, "resources", "limits"), ("spec", "volumes", 0)]
)
@pytest.mark.parametrize("value", ["x", 1, None, [], {}, [None], ["x"], [[]], {"a": None}])
def test_no_shape_of_a_body_makes_the_rules_raise(path: tuple[str | int, ...], value: Any) -> None:
    body = changed(POD, *path, value=value) if path else value
    if isinstance(body, dict):
        rules.check(body)


def test_no_value_of_a_secret_is_ever_shown() -> None:
    canary = "canary-7f3a"
    for field in ("data", "stringData"):
        for value in (canary, f"{canary}!", [canary], {canary: canary}, int.from_bytes(canary.encode(), "big")):
            text = "\n".join(str(problem) for problem in rules.check(changed(SECRET, field, "KEY", value=value)))
            assert canary not in text
            assert str(int.from_bytes(canary.encode(), "big")) not in text


def test_the_path_names_positions_where_names_are_missing_or_stand_twice() -> None:
    containers = [{"name": "main", "image": "a b"}, {"name": "main", "image": "a b"}, {"image": "a b"}]
    paths = {problem.path for problem in rules.check(changed(POD, "spec", "containers", value=containers)) if problem.rule == "image"}
    assert paths == {"spec.containers[0].image", "spec.containers[1].image", "spec.containers[2].image"}


@pytest.mark.parametrize(
    "image",
    [
        "busybox",
        "python:3.12",
        "registry.example.com:5000/team/etl:1.2_a",
        "localhost/etl",
        "etl@sha256:" + "0" * 64,
        "etl:1@sha256:" + "0" * 64,
        "[::1]:5000/etl",
        "a/b/c/d",
        "a__b/c.d/e-f--g",
    ],
)
def test_image_names_that_a_runtime_reads(image: str) -> None:
    assert rules.check(changed(POD, *MAIN, "image", value=image)) == []


def test_a_mistake_stands_in_every_kind_of_template() -> None:
    for body, place in ((JOB, ("spec", "template")), (CRON_JOB, ("spec", "jobTemplate", "spec", "template"))):
        (problem,) = rules.check(changed(body, *place, "spec", "containers", 0, "image", value="a b"))
        assert problem.path == f"{'.'.join(place)}.spec.containers[main].image"


def test_the_rules_change_no_body() -> None:
    for mistake in MISTAKES:
        before = copy.deepcopy(mistake.body)
        rules.check(mistake.body)
        assert mistake.body == before


def test_a_mount_of_no_volume_names_only_the_volumes_that_have_a_name() -> None:
    volumes = [{"emptyDir": {}}, {"name": "cache", "emptyDir": {}}]
    problems = rules.check(changed(POD, "spec", "volumes", value=volumes))
    assert [problem.fix for problem in problems if problem.rule == "undeclared-volume"] == ["the Pod declares cache"]
    problems = rules.check(changed(POD, "spec", "volumes", value=volumes[:1]))
    assert [problem.fix for problem in problems if problem.rule == "undeclared-volume"] == ["declare it in spec.volumes"]


def test_a_type_is_told_with_its_article() -> None:
    (problem,) = rules.check(changed(POD, *MAIN, "env", 0, value="TZ=UTC"))
    assert problem.message == 'the text "TZ=UTC" stands here instead of an EnvVar'


def _leaves(value: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    if isinstance(value, dict):
        return [leaf for key, entry in value.items() for leaf in _leaves(entry, (*path, key))]
    if isinstance(value, list):
        return [leaf for index, entry in enumerate(value) for leaf in _leaves(entry, (*path, index))]
    return [path]


@pytest.mark.parametrize("name", ["good", *FORGIVEN], ids=lambda name: name.replace(" ", "-"))
def test_a_template_in_any_leaf_of_a_body_without_mistakes_is_no_mistake(name: str) -> None:
    bodies = [POD, JOB, CRON_JOB, SECRET, *GOOD] if name == "good" else [FORGIVEN[name]]
    for body in bodies:
        for path in _leaves(body):
            if path[0] not in ("apiVersion", "kind"):
                assert rules.check(changed(body, *path, value="{{ params.x }}")) == [], path


CANARY = "canary-7f3a91"


@pytest.mark.parametrize("kind", ["Opaque", "kubernetes.io/dockerconfigjson", "kubernetes.io/tls", "kubernetes.io/basic-auth"])
@pytest.mark.parametrize("field", ["data", "stringData"])
def test_no_rule_tells_a_value_of_a_secret(kind: str, field: str) -> None:
    key = ".dockerconfigjson" if "docker" in kind else "tls.key"
    encoded = base64.b64encode(CANARY.encode()).decode()
    for value in (CANARY, encoded, f"{CANARY} " * 100_000, f"{encoded}!", [CANARY], {CANARY: CANARY}, [{"a": CANARY}]):
        body = changed(changed(SECRET, "type", value=kind), field, value={key: value, "a b": value})
        problems = rules.check(body)
        said = "".join(f"{problem}{problem!r}" for problem in problems)
        assert problems
        assert CANARY not in said
        assert encoded not in said
        assert CANARY not in repr([rules.needs(body), rules.pod_security(body, "restricted"), rules.effective_resources(body)])


@pytest.mark.parametrize(
    ("path", "value", "bits"),
    [
        (("spec", "parallelism"), 2**31, 32),
        (("spec", "activeDeadlineSeconds"), 2**63, 64),
        (("spec", "template", "spec", "priority"), -(2**31) - 1, 32),
        (("spec", "template", "spec", "volumes"), [{"name": "data", "emptyDir": {"mode": 2**31}}], 32),
    ],
)
def test_a_number_that_a_server_cannot_read_is_told_once(path: tuple[str, ...], value: Any, bits: int) -> None:
    (problem,) = (problem for problem in rules.check(changed(JOB, *path, value=value)) if problem.level == "error")
    assert problem.rule == "type"
    assert f"does not fit into {bits} bits" in problem.message


def test_the_longest_numbers_that_a_server_reads_are_no_problem() -> None:
    body = changed(JOB, "spec", "template", "spec", "priority", value=-(2**31))
    assert rules.check(changed(body, "spec", "activeDeadlineSeconds", value=2**63 - 1)) == rules.check(JOB)


@pytest.mark.parametrize("place", ["spec", "metadata", "apiVersion", "future"])
def test_what_python_does_not_even_write_is_one_problem_and_no_other_error(place: str) -> None:
    endless: list[Any] = []
    endless.append({"a": endless})
    for value in (10**5000, [[10**5000]], {"a": [-(10**5000)]}, endless):
        (problem,) = rules.check({**POD, place: value})
        assert problem.rule == "type"
        assert problem.path.startswith(place)
        rules.needs({**POD, place: value})


def test_the_text_of_a_problem_is_short_however_long_the_mistake_is() -> None:
    body = changed(POD, *MAIN, "image", value="a" * 100_000 + "!")
    body["metadata"]["labels"] = {"k" * 100_000: "v"}
    problems = rules.check(body)
    assert {problem.rule for problem in problems} >= {"image", "label"}
    assert all(len(str(problem)) < 2000 for problem in problems)
    assert len(str(SpecError(problems))) < 5000


def test_an_event_may_be_of_any_type() -> None:
    body = {"apiVersion": "v1", "kind": "Event", "metadata": {"name": "e"}, "involvedObject": {}, "type": "Odd"}
    assert rules.check(body) == []


def test_a_medium_that_no_node_has_is_none() -> None:
    body = copy.deepcopy(POD)
    body["spec"]["volumes"] = [{"name": "data", "emptyDir": {"medium": "memory"}}]
    assert [(problem.rule, problem.fix) for problem in rules.check(body)] == [("enum", "did you mean Memory?")]
