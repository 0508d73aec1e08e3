"""Manifests that come back changed, or not at all, from the object models of others; here each comes back as it is."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from ruamel.yaml import YAML

import kpod
from kpod import rules
from kpod.errors import SpecError
from kpod.wire import read_yaml

Body = dict[str, Any]


def pod(container: str = "", spec: str = "", metadata: str = "") -> str:
    return (
        f"apiVersion: v1\nkind: Pod\nmetadata: {{name: a{metadata and ', '}{metadata}}}\n"
        f"spec: {{containers: [{{name: main{container and ', '}{container}}}]{spec and ', '}{spec}}}\n"
    )


def part(body: Any, *path: str | int) -> Any:
    for step in path:
        body = body[step]
    return body


MAIN = ("spec", "containers", 0)
SECRET = "apiVersion: v1\nkind: Secret\nmetadata: {name: a}\n"
EVENT = "apiVersion: v1\nkind: Event\nmetadata: {name: a}\ninvolvedObject: {}\n"
# text, where to look, what must be there: as read, in the object, and read again from what is written
ROWS: dict[str, tuple[str, tuple[str | int, ...], Any]] = {
    "an empty volume source": (pod(spec="volumes: [{name: v, emptyDir: {}}]"), ("spec", "volumes", 0), {"name": "v", "emptyDir": {}}),
    "an empty security context": (pod("securityContext: {}"), (*MAIN, "securityContext"), {}),
    "empty args": (pod("args: []"), (*MAIN, "args"), []),
    "an empty node selector": (pod(spec="nodeSelector: {}"), ("spec", "nodeSelector"), {}),
    "a port that is text": (
        pod('livenessProbe: {httpGet: {port: "80"}}, readinessProbe: {httpGet: {port: 80}}'),
        MAIN,
        {"name": "main", "livenessProbe": {"httpGet": {"port": "80"}}, "readinessProbe": {"httpGet": {"port": 80}}},
    ),
    "a quantity that is a number": (
        pod("resources: {limits: {cpu: 2, memory: 1.5}}"),
        (*MAIN, "resources", "limits"),
        {"cpu": 2, "memory": 1.5},
    ),
    "a time without quotes": (
        pod(metadata="creationTimestamp: 2026-01-01T00:00:00Z"),
        ("metadata", "creationTimestamp"),
        "2026-01-01T00:00:00Z",
    ),
    "a time in quotes": (
        pod(metadata='creationTimestamp: "2026-01-01T00:00:00Z"'),
        ("metadata", "creationTimestamp"),
        "2026-01-01T00:00:00Z",
    ),
    "a time with nanoseconds": (
        EVENT + "eventTime: 2026-01-01T00:00:00.123456789Z\n",
        ("eventTime",),
        "2026-01-01T00:00:00.123456789Z",
    ),
    "a time that is null, as kubectl writes it": (
        pod(metadata="creationTimestamp: null"),
        ("metadata",),
        {"name": "a", "creationTimestamp": None},
    ),
    "fields from the future, in lists and deep": (
        pod("soon: {list: [1, {a: null}]}, env: [{name: A, later: [[x]]}]", "next: null"),
        ("spec",),
        {"containers": [{"name": "main", "env": [{"name": "A", "later": [["x"]]}], "soon": {"list": [1, {"a": None}]}}], "next": None},
    ),
    "managed fields": (
        pod(metadata='managedFields: [{manager: m, fieldsV1: {"f:metadata": {"f:labels": {".": {}, "f:a": {}}}}}]'),
        ("metadata", "managedFields", 0, "fieldsV1"),
        {"f:metadata": {"f:labels": {".": {}, "f:a": {}}}},
    ),
    "data that is called on": (SECRET + 'stringData: {"on": "on", "1": "0400"}\n', ("stringData",), {"on": "on", "1": "0400"}),
    "an octal mode": (
        pod(spec="volumes: [{name: v, secret: {secretName: s, defaultMode: 0400}}]"),
        ("spec", "volumes", 0, "secret", "defaultMode"),
        256,
    ),
}


@pytest.mark.parametrize("name", ROWS)
def test_it_comes_back_as_it_is(name: str) -> None:
    text, path, expected = ROWS[name]
    (made,) = kpod.load_yaml(text)
    assert not isinstance(made, dict)
    body = made.to_body()
    assert part(body, *path) == expected
    assert type(part(body, *path)) is type(expected)
    assert read_yaml(text)[0].body == body
    written = made.to_yaml()
    assert kpod.load_yaml(written) == [made]
    assert read_yaml(written)[0].problems == []  # what was a trap when it was read is none when it is written
    assert yaml.safe_load(written) == YAML(typ="safe", pure=True).load(written) == body


def test_documents_without_content_are_no_objects() -> None:
    text = f"---\n---\n# nothing\n---\n{pod()}---\n~\n---\n{SECRET}...\n"
    assert [type(made).__name__ for made in kpod.load_yaml(text)] == ["Pod", "Secret"]


def test_a_list_is_the_objects_that_it_holds_those_of_unknown_kinds_untouched() -> None:
    widget = {"apiVersion": "example.com/v1", "kind": "Widget", "spec": {"on": [None, {}, []], "size": 1}}
    text = kpod.to_yaml({"apiVersion": "v1", "kind": "List", "metadata": {}, "items": [kpod.load_yaml(pod())[0].to_body(), widget]})
    made = kpod.load_yaml(text)
    assert [type(each).__name__ for each in made] == ["Pod", "dict"]
    assert made[1] == widget
    assert kpod.load_yaml(kpod.to_yaml(*made)) == made


def test_a_value_that_is_yes_stays_the_boolean_that_a_server_would_get_and_is_told() -> None:
    text = pod("env: [{name: DEBUG, value: yes}]")
    (document,) = read_yaml(text, "pod.yaml")
    assert document.body["spec"]["containers"][0]["env"][0]["value"] is True
    assert [(problem.rule, problem.path, problem.line) for problem in document.problems] == [
        ("yaml-boolean", "spec.containers[main].env[DEBUG].value", 4)
    ]
    wrong = [problem for problem in rules.check(document.body) if problem.level == "error" and problem.path.endswith("env[DEBUG].value")]
    assert wrong, "a variable's value is text"


def test_base64_that_is_none_is_found() -> None:
    (problem,) = rules.check(read_yaml(SECRET + "data: {a: geheim!}\n")[0].body)
    assert (problem.rule, problem.path) == ("base64", "data.a")
    assert "geheim" not in str(problem)


def test_a_key_that_stands_twice_is_refused_with_both_a_line_and_a_name() -> None:
    with pytest.raises(SpecError) as caught:
        kpod.load_yaml(SECRET + "stringData:\n  a: x\n  b: y\n  a: z\n", "secret.yaml")
    (problem,) = caught.value.problems
    assert (problem.rule, problem.path, problem.source, problem.line) == ("yaml-duplicate-key", "stringData.a", "secret.yaml", 7)


def test_anchors_and_merge_keys_are_written_out() -> None:
    text = pod("env: [&tz {name: TZ, value: UTC}, {<<: *tz, name: OTHER}]", "nodeSelector: &labels {a: b}, overhead: {<<: *labels}")
    (made,) = kpod.load_yaml(text)
    written = kpod.to_yaml(made)
    assert not {"&", "*", "<<"} & set(written.split())
    assert part(made.to_body() if not isinstance(made, dict) else made, *MAIN, "env") == [
        {"name": "TZ", "value": "UTC"},
        {"name": "OTHER", "value": "UTC"},
    ]
