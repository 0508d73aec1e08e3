"""Any body of the schema's shapes survives load and dump, whatever it leaves out, adds or sets to null."""

from __future__ import annotations

import copy
import pickle
from functools import cache
from typing import Any

import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from kpod import wire
from kpod.api import kinds
from kpod.api.object import find_class
from kpod.api.schema import TYPES, Field
from kpod.errors import SpecError

Body = dict[str, Any]
SCALARS = {
    "string": st.text(max_size=4)
    | st.sampled_from(["yes", "0400", "1e3", "~", "2026-01-01", "12:30:45", "a: b", "{{ ds }}", "a\nb\n", " a"]),
    "bytes": st.sampled_from(["", "a3BvZA=="]),
    "time": st.just("2026-01-01T00:00:00Z"),
    "micro_time": st.just("2026-01-01T00:00:00.000000Z"),
    "integer": st.integers(-1, 70000),
    "number": st.floats(allow_nan=False, allow_infinity=False),
    "boolean": st.booleans(),
    "quantity": st.sampled_from(["1Gi", "500m", 1, 0.5, 0]),
    "int_or_string": st.sampled_from(["http", 80, 0, ""]),
    "any": st.dictionaries(st.text(max_size=2), st.none() | st.integers() | st.lists(st.integers(), max_size=2), max_size=2),
}
KEYS = st.text(min_size=1, max_size=3)
UNKNOWN = st.none() | st.recursive(st.integers() | st.text(max_size=2), lambda inner: st.lists(inner, max_size=2), max_leaves=3)


@cache
def bodies(type_key: str) -> st.SearchStrategy[Body]:
    return st.deferred(lambda: body_of(type_key))


@st.composite
def body_of(draw: st.DrawFn, type_key: str) -> Body:
    fields = [field for field in TYPES[type_key].values() if field.wire not in ("apiVersion", "kind") or not field.enum]
    chosen = draw(st.lists(st.sampled_from(fields), max_size=4, unique_by=lambda field: field.wire)) if fields else []
    body: Body = {field.wire: draw(st.none() | value_of(field)) for field in chosen}
    if draw(st.booleans()):
        body["fromTheFuture"] = draw(UNKNOWN)
    return body


def value_of(field: Field) -> st.SearchStrategy[Any]:
    one = bodies(field.type) if field.type in TYPES else SCALARS[field.type]
    if field.shape == "list":
        return st.lists(one, max_size=2)
    return st.dictionaries(KEYS, one, max_size=2) if field.shape == "map" else one


TOP = st.sampled_from(kinds.ALL).flatmap(lambda kind: st.tuples(st.just(kind), bodies(kind.type)))
QUICK = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


@given(TOP)
@QUICK
def test_any_body_survives_load_and_dump(drawn: tuple[kinds.Kind, Body]) -> None:
    kind, body = drawn
    before = copy.deepcopy(body)
    obj = find_class(kind.type).from_body(body)
    assert obj.to_body() == {"apiVersion": kind.api_version, "kind": kind.kind, **body}
    assert body == before


@given(TOP)
@settings(QUICK, max_examples=60)
def test_any_body_survives_yaml_whoever_reads_it(drawn: tuple[kinds.Kind, Body]) -> None:
    obj = find_class(drawn[0].type).from_body(drawn[1])
    text, body = obj.to_yaml(), obj.to_body()
    (document,) = wire.read_yaml(text)
    assert document.body == body
    assert not document.problems
    assert yaml.load(text, getattr(yaml, "CSafeLoader", yaml.SafeLoader)) == body
    assert YAML(typ="safe", pure=True).load(text) == body


@given(TOP)
@QUICK
def test_copies_and_pickles_of_any_object_are_equal(drawn: tuple[kinds.Kind, Body]) -> None:
    kind, body = drawn
    obj = find_class(kind.type).from_body(body)
    assert copy.deepcopy(obj) == obj
    assert pickle.loads(pickle.dumps(obj)) == obj
    assert len(repr(obj)) <= 600


JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=3),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["metadata", "spec", "containers", "name", "env", "a"]), inner)
    ),
    max_leaves=8,
)


@given(JUNK)
@QUICK
def test_junk_is_loaded_whole_or_refused_with_places(junk: Any) -> None:
    cls = find_class("core_v1.Pod")
    try:
        obj = cls.from_body(junk)
    except SpecError as error:
        problems = error.problems
    else:
        problems = ()
        assert obj.to_body() == {"apiVersion": "v1", "kind": "Pod", **junk}
    assert all(problem.message for problem in problems)
