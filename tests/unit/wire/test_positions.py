"""A path leads to the line and column that it was read from."""

from __future__ import annotations

import pytest

from kpod.errors import Problem
from kpod.wire import read_yaml

TEXT = """\
apiVersion: v1
kind: Pod
metadata:
  labels:
    app.kubernetes.io/name: etl
    <<: &more {team: data, tier: "1"}
    tier: "2"
spec:
  containers:
  - name: main
    image: a
    resources: {limits: {memory: 1Gb}}
    ports:
    - containerPort: 80
  - {name: side, env: [{name: TZ, value: UTC}]}
"""


@pytest.fixture(scope="module")
def positions():
    return read_yaml(TEXT)[0].positions


def test_a_value_is_found_by_its_path(positions) -> None:
    assert positions.find(("kind",)) == (2, 7)
    assert positions.find(("spec", "containers", 0, "resources", "limits", "memory")) == (12, 34)
    assert positions.find(("spec", "containers", 1, "env", 0, "value")) == (15, 42)
    assert positions.find(("spec", "containers")) == (10, 3)
    assert positions.find(()) == (1, 1)
    assert positions.find(("spec", "containers", 2)) is None
    assert positions.find(("kind", "x")) is None


def test_merged_keys_are_found_and_the_keys_beside_them_win(positions) -> None:
    assert positions.find(("metadata", "labels", "team")) == (6, 22)
    assert positions.find(("metadata", "labels", "tier")) == (7, 11)


def test_a_key_and_the_nearest_of_what_is_missing_are_found(positions) -> None:
    assert positions.key(("spec", "containers", 0, "image")) == (11, 5)
    assert positions.key(("spec", "containers", 0)) is None
    assert positions.nearest(("spec", "containers", 0, "command", 3)) == (10, 5)
    assert positions.nearest(("nothing",)) == (1, 1)


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("spec.containers[main].image", ("spec", "containers", 0, "image")),
        ("spec.containers[1].env[TZ].value", ("spec", "containers", 1, "env", 0, "value")),
        ("spec.containers[main].ports[0].containerPort", ("spec", "containers", 0, "ports", 0, "containerPort")),
        ("metadata.labels[app.kubernetes.io/name]", ("metadata", "labels", "app.kubernetes.io/name")),
        ("metadata.labels.app.kubernetes.io/name", ("metadata", "labels", "app.kubernetes.io/name")),
        ("spec.containers[main].command[0]", ("spec", "containers", 0)),
        ("nothing.at.all", ()),
        ("", ()),
    ],
)
def test_a_problem_s_path_is_read_as_far_as_it_leads(positions, text: str, path: tuple[str | int, ...]) -> None:
    assert positions.path(text) == path


def test_a_problem_gets_its_place(positions) -> None:
    problem = positions.locate(Problem("spec.containers[main].resources.limits.memory", "quantity", "no quantity"), "f.yaml")
    assert str(problem) == "f.yaml:12:34  error  spec.containers[main].resources.limits.memory: no quantity  [quantity]"
    assert positions.locate(problem) is problem


def test_the_positions_of_a_list_s_item_begin_at_the_item() -> None:
    below = read_yaml("kind: List\nitems:\n- kind: Pod\n- kind: Job\n")[0].positions.below(("items", 1))
    assert below.find(("kind",)) == (4, 9)
