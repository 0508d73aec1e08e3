"""Whatever a Pod or a Job of the schema's shapes holds, the source that is made of it compiles to the same body."""

from __future__ import annotations

import ast
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
@QUICK
def test_any_text_is_written_as_itself(text: str) -> None:
    body = {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "x"}, "data": {"k": text, "l": text}}
    assert made(to_source(body)) == body


LABELS = st.from_regex(r"[a-z]([-a-z0-9]{0,12}[a-z0-9])?", fullmatch=True)
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
KEYS = st.from_regex(r"[A-Z_][A-Z0-9_]{0,10}", fullmatch=True)
PATHS = st.lists(LABELS, min_size=1, max_size=3).map(lambda parts: "/" + "/".join(parts))
SIZES = st.builds("{}{}".format, st.integers(1, 999), st.sampled_from(["Gi", "Mi"]))
EXISTING = st.builds(kpod.Secret.existing, LABELS)
VALUES = st.one_of(
    WORDS,
    st.builds(kpod.Env.field, st.sampled_from(["metadata.name", "status.podIP"])),
    st.builds(kpod.Env.resource, st.just("limits.memory"), divisor=st.none() | st.just("1Mi")),
    st.builds(lambda secret, key, optional: secret.key(key, optional=optional), EXISTING, KEYS, st.booleans()),
    st.builds(kpod.Env.config_map, LABELS, KEYS, optional=st.booleans()),
)
VOLUMES = st.one_of(
    st.builds(kpod.Volume.claim, LABELS, read_only=st.booleans(), sub_path=st.none() | LABELS),
    st.builds(kpod.Volume.empty_dir, size=st.none() | SIZES, memory=st.booleans()),
    st.builds(kpod.Volume.host_path, PATHS, read_only=st.booleans()),
    st.builds(kpod.Volume.nfs, LABELS, PATHS),
    st.builds(kpod.Volume.new_claim, SIZES, storage_class=st.none() | LABELS),
    st.builds(kpod.Volume.secret, LABELS, mode=st.none() | st.just(0o400), items=st.none() | st.dictionaries(KEYS, LABELS, min_size=1)),
    st.builds(kpod.Volume.token, audience=st.none() | LABELS),
    st.builds(kpod.Volume.csi, LABELS, st.dictionaries(LABELS, WORDS, max_size=2)),
    EXISTING,
)
PROBES = st.one_of(
    st.builds(kpod.Probe.http, st.integers(1, 65535), st.none() | PATHS, every=st.none() | st.integers(1, 99), https=st.booleans()),
    st.builds(kpod.Probe.exec, st.lists(LABELS, min_size=1, max_size=3), failures=st.none() | st.integers(1, 9)),
    st.builds(kpod.Probe.tcp, st.integers(1, 65535), delay=st.none() | st.integers(0, 9)),
)
SHARED = {
    "cmds": st.lists(WORDS, max_size=3),
    "args": st.lists(WORDS, max_size=3),
    "envs": st.dictionaries(KEYS, VALUES, max_size=4),
    "secrets": st.lists(EXISTING, max_size=2),
    "volumes": st.dictionaries(PATHS, VOLUMES, max_size=3),
    "resources": st.none() | st.builds(kpod.Resources, cpu=st.none() | SIZES, memory=st.none() | SIZES, gpu=st.none() | st.integers(0, 8)),
}
CONTAINERS = st.builds(kpod.Container, LABELS, name=LABELS, liveness=st.none() | PROBES, **SHARED)
SPECS = st.builds(
    kpod.Pod,
    LABELS,
    name=LABELS,
    labels=st.dictionaries(LABELS, LABELS, max_size=2),
    annotations=st.dictionaries(LABELS, WORDS, max_size=2),
    node_selectors=st.dictionaries(LABELS, LABELS, max_size=2),
    security=st.none() | st.builds(kpod.Security.restricted, user=st.none() | st.integers(1, 9999)),
    service_account=st.none() | LABELS,
    image_pull_secrets=st.lists(EXISTING, max_size=2),
    tolerations=st.lists(st.builds(kpod.Toleration, LABELS, st.none() | LABELS), max_size=2),
    init=st.lists(CONTAINERS, max_size=2, unique_by=lambda each: each.name),
    grace=st.none() | st.integers(0, 600),
    result=st.none() | st.just(kpod.Result()),
    main=st.none() | st.builds(kpod.Container, name=LABELS, readiness=st.none() | PROBES),
    **SHARED,
)


def compiles(pod: kpod.Pod) -> bool:
    body = pod.to_body()["spec"]
    names = [each["name"] for each in body.get("initContainers", []) + body["containers"]]
    return len(set(names)) == len(names) and not any(
        variable["name"] == "KPOD_RESULT" and not pod.result for each in body["containers"] for variable in each.get("env", [])
    )


@given(SPECS.filter(compiles))
@QUICK
def test_what_the_shorthands_say_is_said_by_them_again(pod: kpod.Pod) -> None:
    text = to_source(pod)
    assert made(text) == pod.to_body()
    written = list(ast.walk(ast.parse(text)))
    assert [each.module for each in written if isinstance(each, ast.ImportFrom) and each.module not in ("kpod", "textwrap")] == []
    assert [each.arg for each in written if isinstance(each, ast.keyword) and each.arg in ("patch", "base", "source")] == []
