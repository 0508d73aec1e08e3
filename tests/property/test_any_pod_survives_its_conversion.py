"""Whatever a Pod or a Job of the schema's shapes holds, the source that is made of it compiles to the same body."""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import kpod
from kpod.api.schema import TYPES, Field
from kpod.convert import to_source

Body = dict[str, Any]
TEXTS = st.sampled_from(
    ["a", "b", "main", "init-1", "", "A b", "{{ x }}", "x\ny\n", 'say "so"\n  \\n\nend', "é\x00", "10", "/data", "Always", "kpod"]
)
SCALARS = {
    "string": TEXTS,
    "bytes": st.sampled_from(["", "a3BvZA==", "not base64"]),
    "time": st.just("2026-01-01T00:00:00Z"),
    "micro_time": st.just("2026-01-01T00:00:00.000000Z"),
    "integer": st.integers(-1, 70000),
    "number": st.floats(allow_nan=False, allow_infinity=False),
    "boolean": st.booleans(),
    "quantity": st.sampled_from(["1Gi", "500m", "2", "0"]),
    "int_or_string": st.sampled_from(["http", 80, 0, ""]),
    "any": st.dictionaries(st.sampled_from(["a", "b"]), st.integers() | st.lists(st.integers(), max_size=2), max_size=2),
}
OWNED = {"status", "creationTimestamp", "uid"}
"""What only a server writes, which the conversion leaves out."""


def bodies(type_key: str) -> st.SearchStrategy[Body]:
    return st.deferred(lambda: body_of(type_key))


@st.composite
def body_of(draw: st.DrawFn, type_key: str) -> Body:
    fields = [each for each in TYPES[type_key].values() if each.wire not in OWNED and each.wire not in ("apiVersion", "kind")]
    chosen = draw(st.lists(st.sampled_from(fields), max_size=5, unique_by=lambda each: each.wire)) if fields else []
    body: Body = {each.wire: draw(value_of(each)) for each in chosen}
    for each in fields:
        if each.required and draw(st.integers(0, 5)):
            body[each.wire] = draw(value_of(each))
    if draw(st.integers(0, 9)) == 0:
        body["fromTheFuture"] = draw(st.none() | st.integers())
    return body


def value_of(field: Field) -> st.SearchStrategy[Any]:
    one = bodies(field.type) if field.type in TYPES else SCALARS[field.type]
    if field.shape == "list":
        return st.lists(one, max_size=2)
    if field.shape == "map":
        return st.dictionaries(TEXTS, one, max_size=2)
    return st.sampled_from(field.enum) if field.enum else one


@st.composite
def containers(draw: st.DrawFn) -> Body:
    return {"name": draw(TEXTS), "image": "i:1", **draw(bodies("core_v1.Container"))}


@st.composite
def pods(draw: st.DrawFn) -> Body:
    spec = draw(bodies("core_v1.PodSpec")) | {"containers": draw(st.lists(containers(), min_size=1, max_size=2))}
    return {"apiVersion": "v1", "kind": "Pod", "metadata": draw(bodies("meta_v1.ObjectMeta")), "spec": spec}


@st.composite
def jobs(draw: st.DrawFn) -> Body:
    pod = draw(pods())
    spec = draw(bodies("batch_v1.JobSpec")) | {"template": {key: pod[key] for key in ("metadata", "spec")}}
    return {"apiVersion": "batch/v1", "kind": "Job", "metadata": draw(bodies("meta_v1.ObjectMeta")), "spec": spec}


QUICK = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))


def made(text: str) -> Body:
    names: dict[str, Any] = {}
    exec(compile(text, "converted", "exec"), names)
    body: Body = kpod.to_body([value for name, value in names.items() if name != "__builtins__"][-1])
    return body


@given(pods() | jobs())
@QUICK
def test_any_pod_and_any_job_survive_their_conversion(body: Body) -> None:
    assert made(to_source(body)) == body


@given(st.text(st.characters(exclude_categories=["Cs"])) | st.text(st.sampled_from("a \n\t\\\"'{")))
def test_any_text_is_written_as_itself(text: str) -> None:
    body = {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "x"}, "data": {"k": text, "l": text}}
    assert made(to_source(body)) == body
