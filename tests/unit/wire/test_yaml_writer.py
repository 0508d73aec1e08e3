"""The YAML that people read: Kubernetes' own look, quotes only where they are needed, blocks for scripts."""

from __future__ import annotations

import enum
from types import MappingProxyType
from typing import Any

import pytest

from kpod.errors import SpecError
from kpod.wire import to_yaml, yaml_writer

POD = {
    "apiVersion": "v1",
    "kind": "Pod",
    "metadata": {"name": "etl", "labels": {"app": "etl", "on": "yes"}, "annotations": {}},
    "spec": {
        "containers": [
            {
                "name": "main",
                "image": "registry.example.com/etl:2.31.0",
                "command": ["sh", "-c", "set -e\necho done\n"],
                "args": [],
                "env": [{"name": "MODE", "value": "0400"}, {"name": "NOTE", "value": "two words"}, {"name": "T", "value": "{{ ds }}"}],
                "resources": {"limits": {"memory": "1.5Gi", "cpu": 2}},
                "tty": False,
            }
        ],
        "nodeName": None,
    },
}

TEXT = """\
apiVersion: v1
kind: Pod
metadata:
  name: etl
  labels:
    app: etl
    "on": "yes"
  annotations: {}
spec:
  containers:
  - name: main
    image: registry.example.com/etl:2.31.0
    command:
    - sh
    - -c
    - |
      set -e
      echo done
    args: []
    env:
    - name: MODE
      value: "0400"
    - name: NOTE
      value: two words
    - name: T
      value: "{{ ds }}"
    resources:
      limits:
        memory: 1.5Gi
        cpu: 2
    tty: false
  nodeName: null
"""


def test_a_pod_is_written_as_kubectl_would_write_it_in_its_own_order() -> None:
    assert to_yaml(POD) == TEXT


def test_several_objects_are_divided_by_dashes() -> None:
    assert to_yaml({"a": 1}, {"b": 2}) == "a: 1\n---\nb: 2\n"
    assert to_yaml() == ""


def test_a_block_says_how_it_ends_and_where_it_begins() -> None:
    assert to_yaml({"a": "x\ny"}) == "a: |-\n  x\n  y\n"
    assert to_yaml({"a": "x\ny\n\n"}) == "a: |+\n  x\n  y\n\n"
    assert to_yaml({"a": " x\ny\n"}) == "a: |2\n   x\n  y\n"


def test_text_enums_read_only_mappings_and_tuples_are_written_as_what_they_hold() -> None:
    class Policy(str, enum.Enum):
        NEVER = "Never"

    assert (
        to_yaml({"a": Policy.NEVER, "b": MappingProxyType({"c": ("d",)}), "e": [Policy.NEVER]})
        == "a: Never\nb:\n  c:\n  - d\ne:\n- Never\n"
    )


@pytest.mark.parametrize(
    ("body", "path", "words"),
    [
        ({"a": [{"b": float("nan")}]}, "a[0].b", "nan"),
        ({"a": {"b": {1, 2}}}, "a.b", "set"),
        ({"a": {"b": b"x"}}, "a.b", "bytes"),
        ({"a": {1: "x"}}, "a", "no text"),
        ({"a": ["x", "\ud800"]}, "a[1]", "ud800"),
        ({"a": {"b": "x\n\udfff"}}, "a.b", "udfff"),
        ({"\ud800": 1}, "", "ud800"),
    ],
)
def test_what_json_cannot_say_is_refused_with_its_path(body: dict[str, Any], path: str, words: str) -> None:
    with pytest.raises(SpecError, match=words) as caught:
        to_yaml(body)
    assert caught.value.problems[0].path == path
    assert caught.value.problems[0].rule == "json"


def test_what_contains_itself_is_refused() -> None:
    body: dict[str, Any] = {}
    body["a"] = [body]
    with pytest.raises(SpecError, match="contains itself"):
        to_yaml(body)


def test_the_writer_remembers_no_values_that_may_be_secret() -> None:
    to_yaml(
        {"kind": "Secret", "data": {"token": "CANARYdata"}, "stringData": {"password": "CANARYstring"}},
        {"kind": "Pod", "spec": {"containers": [{"name": "main", "args": ["CANARYarg"], "env": [{"name": "A", "value": "CANARYenv"}]}]}},
    )
    assert not [text for text in yaml_writer._KNOWN | set(yaml_writer._KEYS) if "CANARY" in text]
    assert "main" in yaml_writer._KNOWN


def test_a_number_that_python_would_not_write_is_refused() -> None:
    with pytest.raises(SpecError, match="too long"):
        to_yaml({"a": 10**5000})
