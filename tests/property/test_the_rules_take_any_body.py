"""Whatever JSON can say may be given to the rules: they answer with problems, or refuse with `SpecError`, and never with anything else."""

from __future__ import annotations

import copy
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from kpod import rules
from kpod.api.kinds import ALL, find
from kpod.api.schema import TYPES
from kpod.errors import Problem
from tests.unit.rules.cases import Body, Mistake
from tests.unit.rules.every import EVERY

SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=12)
    | st.sampled_from(
        ["{{ x }}", "1Gi", "-1", "Always", "In", "Indexed", "Localhost", "/a/../b", "a.b/c", "0-", ",", "$(A)", "@every 1", "*/"]
    )
)
WIRES = sorted({wire for fields in TYPES.values() for wire in fields})
JSON = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(WIRES) | st.text(max_size=5), inner, max_size=4),
    max_leaves=12,
)
SMALL = [mistake for mistake in EVERY if len(str(mistake.body)) < 10_000]
"""The bodies that are wrong by their size only take most of the time, and show nothing here that smaller ones do not."""
KINDS = [(known.api_version, known.kind) for known in ALL if find(known.api_version, known.kind)]


def places(value: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """All places in a body."""
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(below for step, entry in steps for below in places(entry, (*path, step)))]


def check_all(body: Body) -> None:
    for problem in rules.check(body):
        assert isinstance(problem, Problem)
        assert problem.rule in rules.IDS
        str(problem)
    rules.needs(body)
    rules.pod_security(body, "restricted")
    rules.effective_resources(body)
    assert rules.qos(body) in ("Guaranteed", "Burstable", "BestEffort")


@settings(max_examples=300)
@given(body=st.dictionaries(st.sampled_from(["apiVersion", "kind", "metadata", "spec", "items", "data", "rules"]), JSON, max_size=7))
def test_any_json_gives_problems_and_no_other_error(body: Body) -> None:
    check_all(body)


@settings(max_examples=300)
@given(kind=st.sampled_from(KINDS), metadata=JSON, spec=JSON, data=JSON)
def test_any_fields_of_a_known_kind_give_problems_and_no_other_error(kind: tuple[str, str], metadata: Any, spec: Any, data: Any) -> None:
    check_all({"apiVersion": kind[0], "kind": kind[1], "metadata": metadata, "spec": spec, "data": data, "rules": data, "subjects": spec})


@settings(max_examples=400)
@given(mistake=st.sampled_from(SMALL), value=JSON, data=st.data())
def test_any_value_in_any_place_of_a_body_gives_problems_and_no_other_error(mistake: Mistake, value: Any, data: st.DataObject) -> None:
    body = copy.deepcopy(mistake.body)
    *way, last = data.draw(st.sampled_from(places(body)[1:]))
    part: Any = body
    for step in way:
        part = part[step]
    part[last] = value
    check_all(body)


@settings(max_examples=100)
@given(mistake=st.sampled_from(SMALL), data=st.data())
def test_a_template_in_any_leaf_adds_no_problem(mistake: Mistake, data: st.DataObject) -> None:
    body = copy.deepcopy(mistake.body)
    leaves = [place for place in places(body) if place[:1] not in ((), ("kind",), ("apiVersion",))]
    *way, last = data.draw(st.sampled_from(leaves))
    before = {(problem.rule, problem.message) for problem in rules.check(body)}
    part: Any = body
    for step in way:
        part = part[step]
    if isinstance(part[last], dict | list):
        return
    part[last] = "{{ params.x }}"
    added = [problem for problem in rules.check(body) if (problem.rule, problem.message) not in before and "{{" in str(problem)]
    assert added == []


SHAPES: tuple[Any, ...] = (None, True, -1, 1.5, "x", "", [], [None], [[]], ["x"], {}, {"a": None}, {"x": []}, [{"name": []}])


def test_every_shape_in_every_place_of_the_mistakes_gives_problems_and_no_other_error() -> None:
    seen: set[tuple[str, ...]] = set()
    for mistake in SMALL:
        for path in places(mistake.body)[1:]:
            place = (str(mistake.body.get("kind")), *(step for step in path if isinstance(step, str)))
            if place in seen:
                continue
            seen.add(place)
            for shape in SHAPES:
                body = copy.deepcopy(mistake.body)
                part: Any = body
                for step in path[:-1]:
                    part = part[step]
                part[path[-1]] = copy.deepcopy(shape)
                check_all(body)
    assert len(seen) > 400
