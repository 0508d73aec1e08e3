from __future__ import annotations

import copy
import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

import kpod
from kpod import names, rules
from kpod.quantity import Quantity
from kpod.specs.affinity import Affinity, Spread, Toleration
from kpod.specs.config_map import ConfigMap
from kpod.specs.container import Container
from kpod.specs.env import Env, EnvFrom
from kpod.specs.job import Job
from kpod.specs.network import Network
from kpod.specs.pod import Pod
from kpod.specs.probe import Hook, Lifecycle, Probe
from kpod.specs.resources import Resources
from kpod.specs.result import Result
from kpod.specs.scheduling import Scheduling
from kpod.specs.secret import Secret
from kpod.specs.security import Security
from kpod.specs.volumes import Volume

labels_of_dns = st.from_regex(r"[a-z0-9]([-a-z0-9]{0,20}[a-z0-9])?", fullmatch=True)
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20).filter(lambda text: "{{" not in text and "{%" not in text)
variables = st.from_regex(r"[A-Z_][A-Z0-9_]{0,10}", fullmatch=True)
qualified = st.from_regex(r"[A-Za-z]([-A-Za-z0-9_.]{0,10}[A-Za-z0-9])?", fullmatch=True)
amounts = st.builds("{}{}".format, st.integers(1, 999), st.sampled_from(["", "k", "M", "Gi", "Mi", "Ti"]))
existing = st.builds(Secret.existing, labels_of_dns)
config_maps = st.builds(ConfigMap.existing, labels_of_dns)
values = st.one_of(texts, st.just(Env.field("metadata.name")), st.builds(lambda secret, key: secret[key], existing, qualified))
paths = st.lists(labels_of_dns, min_size=1, max_size=3).map(lambda parts: "/" + "/".join(parts))
projected = st.lists(st.one_of(existing, config_maps, st.just(Volume.token())), min_size=1, max_size=3, unique_by=repr)
volumes = st.one_of(
    st.builds(Volume.claim, labels_of_dns),
    st.builds(Volume.empty_dir),
    existing,
    config_maps,
    st.builds(Volume.host_path, paths),
    st.builds(Volume.nfs, labels_of_dns, paths),
    st.builds(Volume.new_claim, amounts),
    st.builds(Volume.csi, labels_of_dns, st.dictionaries(qualified, texts, max_size=2)),
    projected.map(lambda parts: Volume.projected(*parts)),
)
seconds = st.none() | st.integers(1, 600)
ports = st.integers(1, 65535)
probes = st.one_of(
    st.builds(Probe.http, ports, st.none() | paths, delay=seconds, every=seconds, timeout=seconds),
    st.builds(Probe.tcp, ports, failures=seconds),
    st.builds(Probe.exec, st.lists(texts, min_size=1, max_size=3)),
    st.builds(Probe.grpc, ports),
)
hooks = st.one_of(st.builds(Hook.exec, st.lists(texts, min_size=1, max_size=3)), st.builds(Hook.sleep, st.integers(1, 20)))
some_labels = st.dictionaries(qualified, qualified, min_size=1, max_size=2)
affinities = st.lists(
    st.one_of(
        st.builds(Affinity.nodes, some_labels, prefer=st.none() | st.integers(1, 100)),
        st.builds(Affinity.near, some_labels, prefer=st.none() | st.integers(1, 100)),
        st.builds(Affinity.apart, some_labels),
    ),
    max_size=3,
).map(lambda found: sum(found, Affinity()))
tolerations = st.builds(Toleration, qualified, st.none() | qualified, effect=st.sampled_from([None, "NoSchedule", "NoExecute"]))
schedulings = st.builds(
    Scheduling,
    affinity=affinities,
    spread=st.lists(st.builds(Spread, qualified, some_labels), max_size=2, unique_by=lambda one: one.topology),
)
networks = st.builds(Network, hostname=st.none() | labels_of_dns, searches=st.lists(labels_of_dns, max_size=2))
env_sources = st.lists(st.one_of(existing, config_maps, st.builds(EnvFrom, existing, prefix=st.none() | variables)), max_size=2)
resources = st.builds(Resources, cpu=amounts, memory=amounts, gpu=st.none() | st.integers(0, 8))
mounts = st.dictionaries(paths, volumes, max_size=3)
containers = st.builds(
    Container, labels_of_dns, st.lists(texts, max_size=3), envs=st.dictionaries(variables, values, max_size=3), volumes=mounts
)
mains = st.builds(Container, liveness=st.none() | probes, lifecycle=st.none() | st.builds(Lifecycle, pre_stop=hooks))
pods = st.builds(
    Pod,
    labels_of_dns,
    st.dictionaries(variables, values, max_size=3),
    st.lists(texts, max_size=3),
    st.lists(existing, max_size=2),
    st.dictionaries(qualified, qualified, max_size=3),
    st.dictionaries(qualified, qualified, max_size=2),
    name=st.none() | labels_of_dns,
    result=st.none() | st.just(Result()),
    args=st.lists(texts, max_size=3),
    annotations=st.dictionaries(qualified, texts, max_size=2),
    volumes=mounts,
    resources=st.none() | resources,
    security=st.none() | st.just(Security.restricted(user=1000)),
    init=st.lists(containers, max_size=2),
    sidecars=st.lists(containers, max_size=2),
    grace=st.none() | st.integers(21, 600),  # longer than its hook may sleep: a shorter one is an error
    tolerations=st.lists(tolerations, max_size=2),
    scheduling=st.none() | schedulings,
    network=st.none() | networks,
    env_from=env_sources,
    main=st.none() | mains,
)


ON_ANY_MACHINE = settings(max_examples=50)  # a Pod of all these parts takes 20 ms to draw; the rest is said in conftest.py


@ON_ANY_MACHINE
@given(pods)
def test_what_a_pod_accepts_has_no_error(pod: Pod) -> None:
    pod.check()


@ON_ANY_MACHINE
@given(pods)
def test_a_pod_reads_back_from_its_yaml_and_its_json(pod: Pod) -> None:
    assert kpod.load_yaml(pod.to_yaml()) == [pod.compile()]
    assert json.loads(json.dumps(pod.to_body())) == pod.to_body()


@ON_ANY_MACHINE
@given(pods)
def test_the_same_pod_gives_the_same_yaml(pod: Pod) -> None:
    assert copy.deepcopy(pod).to_yaml() == pod.to_yaml() == pod.but().to_yaml()


@ON_ANY_MACHINE
@given(pods)
def test_a_pod_over_its_own_body_is_the_same_pod(pod: Pod) -> None:
    assert pod.but(base=pod.to_body()).to_body() == pod.to_body()


@ON_ANY_MACHINE
@given(pods, st.integers(0, 9))
def test_a_job_runs_the_body_of_its_pod(pod: Pod, retries: int) -> None:
    job = Job(pod, retries=retries, name="etl")
    job.check()
    assert job.to_body()["spec"]["template"]["spec"] == pod.to_body()["spec"]


@ON_ANY_MACHINE
@given(amounts, amounts)
def test_a_request_above_its_limit_is_refused_and_no_other(request: str, limit: str) -> None:
    try:
        Resources(memory=request, memory_limit=limit)
    except kpod.SpecError:
        assert Quantity(request) > Quantity(limit)
    else:
        assert Quantity(request) <= Quantity(limit)


@ON_ANY_MACHINE
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | texts,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    )
)
def test_the_rules_survive_any_json(value: Any) -> None:
    for kind in ("Pod", "Job", "CronJob", "Secret"):
        for body in ({"kind": kind, "apiVersion": "v1", "spec": value}, {"kind": kind, "apiVersion": "batch/v1", "metadata": value}):
            assert all(problem.path is not None for problem in rules.check(body))


@ON_ANY_MACHINE
@given(labels_of_dns)
def test_every_name_of_the_strategies_is_a_name(name: str) -> None:
    assert names.wrong_name(name, "label") is None
