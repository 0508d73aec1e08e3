"""Right uses of the specs: what mypy and pyright must accept, and the types that they must see. Checked, never run."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from typing_extensions import assert_type

from kpod import Container, Env, Job, JobRequest, Pod, PodRequest, Quantity, Resources, Result, Run, Scheduling, Secret, Security, Volume
from kpod.api import batch_v1, core_v1
from kpod.api.object import ApiObject
from kpod.errors import Problem


class SitePods(PodRequest):
    def build(self, spec: Pod, /) -> core_v1.Pod:
        pod = super().build(spec)
        pod.metadata.labels = {**spec.labels, "team": "data"}
        return pod


class OtherPods:
    """No subclass: anything with `build` is a factory."""

    def build(self, spec: Pod, /) -> core_v1.Pod:
        return core_v1.Pod.from_body(PodRequest().body(spec))


db = Secret("db", {"PASSWORD": "x", "KEY": b"x"})
by_position = Pod("etl:1", {"A": "1"}, ["sh"], [db], {"a": "b"}, {"disk": "ssd"}, SitePods(), "etl", "data", Result())
by_name = Pod(
    image="etl:1",
    envs={"A": "1", "PASSWORD": db["PASSWORD"], "NODE": Env.field("spec.nodeName")},
    cmds=("python", "-m", "etl"),
    args=["--day", "2026-11-22"],
    volumes={"/data": Volume.claim("warehouse"), "/etc/db": db},
    resources=Resources(cpu=0.5, memory=Quantity("1Gi") * 2, extended={"amd.com/gpu": 1}),
    security=Security.restricted(user=1000),
    image_pull_secrets=["registry", Secret.existing("other")],
    tolerations=[core_v1.Toleration(key="gpu", operator="Exists"), {"key": "spot"}],
    init=[Container("git:1", ["clone"])],
    grace=timedelta(minutes=1),
    base="kind: Pod",
    patch={"spec": {"hostNetwork": True}},
    scheduling=Scheduling(priority="high"),
    main=Container(ports={"http": 80}, readiness=core_v1.Probe(), pull_policy="Never"),
    kube_req_factory=OtherPods(),
)
only_strings = {"A": "1"}
from_a_variable = Pod("etl:1", only_strings, labels=only_strings)

assert_type(by_name.compile(), core_v1.Pod)
assert_type(by_name.but(image="etl:2"), Pod)
assert_type(by_name.objects(), list[ApiObject])
assert_type(by_name.check(), list[Problem])
assert_type(by_name.to_yaml(), str)
assert_type(by_name.launch(key="etl/1", keep=timedelta(days=1)), Run)
assert_type(by_name.launch_pod(), Run)
assert_type(by_name._execution_finished(), bool)
assert_type(by_name.image, str | None)
assert_type(by_name.cmds, tuple[str, ...])
assert_type(db["PASSWORD"], Env)

job = Job(by_name, retries=2, deadline=timedelta(hours=1), on_disruption="retry", keep=3600, kube_req_factory=JobRequest())
assert_type(job.compile(), batch_v1.Job)
assert_type(job.but(retries=3), Job)
assert_type(Job(by_name, retries=None).retries, int | None)

plain = Pod("etl:1", restart="OnFailure", main=Container(ports={"web": 80, "dns": "53/UDP"}))
plain = Pod("etl:1", restart=None, resources=Resources(memory="1Gi", memory_limit=False))
parts = Container("etl:1", ports=[80, "53/UDP"], volumes={"/a": Volume.config_map("c", read_only=True, sub_path="a")})
assert_type(plain.layers(), list[tuple[str, dict[str, Any]]])
