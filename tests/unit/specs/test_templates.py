from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from kpod import (
    Affinity,
    Container,
    Env,
    EnvFrom,
    Hook,
    Job,
    Lifecycle,
    Network,
    Pod,
    Probe,
    Resources,
    Scheduling,
    Secret,
    Security,
    SpecError,
    Spread,
    Template,
    Toleration,
    Volume,
)
from kpod.specs.spec import Spec
from kpod.specs.template import convert_rendered

TEMPLATE = "{{ params.x }}"


def pod(**values: Any) -> Pod:
    return Pod("etl:1", name="etl", **values)


def main(**values: Any) -> Pod:
    return pod(main=Container(**values))


def mount(volume: Volume) -> Pod:
    return pod(volumes={"/x": volume})


LEAVES: dict[str, tuple[Callable[[Any], Spec], Any]] = {
    "image": (lambda x: Pod(x, name="etl"), "etl:1"),
    "a value of a variable": (lambda x: pod(envs={"A": x}), "1"),
    "a word of cmds": (lambda x: pod(cmds=["sh", x]), "5"),
    "a word of args": (lambda x: pod(args=[x]), "true"),
    "labels": (lambda x: pod(labels={"a": x}), "2026-11-22"),
    "annotations": (lambda x: pod(annotations={"a": x}), "7"),
    "node_selectors": (lambda x: pod(node_selectors={"disk": x}), "ssd"),
    "name": (lambda x: Pod("etl:1", name=x), "etl-2026"),
    "namespace": (lambda x: pod(namespace=x), "data"),
    "service_account": (lambda x: pod(service_account=x), "etl"),
    "image_pull_secrets": (lambda x: pod(image_pull_secrets=[x]), "registry"),
    "grace": (lambda x: pod(grace=x), 30),
    "the name of a Secret": (lambda x: pod(secrets=[Secret.existing(x)]), "db"),
    "the key of a Secret": (lambda x: pod(envs={"A": Secret.existing("db")[x]}), "PASSWORD"),
    "whether a key is optional": (lambda x: pod(envs={"A": Secret.existing("db").key("k", optional=x)}), True),
    "the prefix of env_from": (lambda x: pod(env_from=[EnvFrom(Secret.existing("db"), prefix=x)]), "DB_"),
    "whether env_from is optional": (lambda x: pod(env_from=[EnvFrom(Secret.existing("db"), optional=x)]), True),
    "Env.field": (lambda x: pod(envs={"A": Env.field(x)}), "spec.nodeName"),
    "Env.resource": (lambda x: pod(envs={"A": Env.resource(x)}), "limits.memory"),
    "the divisor of Env.resource": (lambda x: pod(envs={"A": Env.resource("limits.memory", divisor=x)}), "1Mi"),
    "cpu": (lambda x: pod(resources=Resources(cpu=x)), "500m"),
    "memory": (lambda x: pod(resources=Resources(memory=x)), "1Gi"),
    "memory_limit": (lambda x: pod(resources=Resources(memory="1Gi", memory_limit=x)), "2Gi"),
    "disk": (lambda x: pod(resources=Resources(disk=x)), "2Gi"),
    "gpu": (lambda x: pod(resources=Resources(gpu=x)), 1),
    "extended": (lambda x: pod(resources=Resources(extended={"amd.com/gpu": x})), "1"),
    "user": (lambda x: pod(security=Security(user=x)), 1000),
    "group": (lambda x: pod(security=Security(group=x)), 1000),
    "fs_group": (lambda x: pod(security=Security(fs_group=x)), 1000),
    "non_root": (lambda x: pod(security=Security(non_root=x, user=0)), False),
    "read_only_root": (lambda x: pod(security=Security(read_only_root=x)), True),
    "privileged": (lambda x: pod(security=Security(privileged=x)), False),
    "a capability": (lambda x: pod(security=Security(drop=[x])), "ALL"),
    "a port": (lambda x: main(ports=[x]), 80),
    "a named port": (lambda x: main(ports={"http": x}), 80),
    "pull_policy": (lambda x: main(pull_policy=x), "Always"),
    "working_dir": (lambda x: main(working_dir=x), "/app"),
    "the port of a probe": (lambda x: main(readiness=Probe.http(x)), 8080),
    "the path of a probe": (lambda x: main(readiness=Probe.http(80, x)), "/healthz"),
    "the port of a gRPC probe": (lambda x: main(readiness=Probe.grpc(x)), 8080),
    "the delay of a probe": (lambda x: main(readiness=Probe.tcp(80, delay=x)), 3),
    "the period of a probe": (lambda x: main(liveness=Probe.tcp(80, every=x)), 3),
    "the failures of a probe": (lambda x: main(startup=Probe.tcp(80, failures=x)), 3),
    "a hook's seconds": (lambda x: main(lifecycle=Lifecycle(pre_stop=Hook.sleep(x))), 5),
    "a claim": (lambda x: mount(Volume.claim(x, name="v")), "warehouse"),
    "whether a mount is read-only": (lambda x: mount(Volume.claim("c", read_only=x)), True),
    "sub_path": (lambda x: mount(Volume.claim("c", sub_path=x)), "2026/11"),
    "the size of an empty dir": (lambda x: mount(Volume.empty_dir(size=x)), "1Gi"),
    "the size of a new claim": (lambda x: mount(Volume.new_claim(x)), "1Gi"),
    "the path of a host path": (lambda x: mount(Volume.host_path(x)), "/data"),
    "the server of an NFS volume": (lambda x: mount(Volume.nfs(x, "/data")), "nfs.example.com"),
    "the path of an NFS volume": (lambda x: mount(Volume.nfs("nfs.example.com", x)), "/data"),
    "the mode of files": (lambda x: mount(Volume.secret("db", mode=x)), 0o400),
    "whether a volume is optional": (lambda x: mount(Volume.secret("db", optional=x)), True),
    "the seconds of a token": (lambda x: mount(Volume.token(seconds=x)), 600),
    "an attribute of a CSI volume": (lambda x: mount(Volume.csi("csi.example.com", {"a": x})), "b"),
    "the path of a mount": (lambda x: pod(volumes={x: Volume.claim("c")}), "/data"),
    "a toleration's value": (lambda x: pod(tolerations=[Toleration("a", x)]), "b"),
    "a toleration's effect": (lambda x: pod(tolerations=[Toleration("a", effect=x)]), "NoSchedule"),
    "a toleration's seconds": (lambda x: pod(tolerations=[Toleration("a", effect="NoExecute", seconds=x)]), 60),
    "a value of Affinity.nodes": (lambda x: pod(scheduling=Scheduling(affinity=Affinity.nodes({"zone": x}))), "a"),
    "a weight": (lambda x: pod(scheduling=Scheduling(affinity=Affinity.near({"a": "b"}, prefer=x))), 10),
    "a skew": (lambda x: pod(scheduling=Scheduling(spread=[Spread("zone", {"a": "b"}, skew=x)])), 2),
    "priority": (lambda x: pod(scheduling=Scheduling(priority=x)), "high"),
    "runtime": (lambda x: pod(scheduling=Scheduling(runtime=x)), "gvisor"),
    "host_network": (lambda x: pod(network=Network(host_network=x)), True),
    "a host alias": (lambda x: pod(network=Network(hosts={"10.0.0.7": [x]})), "warehouse"),
    "a name server": (lambda x: pod(network=Network(nameservers=[x])), "10.0.0.1"),
    "retries": (lambda x: Job(pod(), retries=x), 3),
    "deadline": (lambda x: Job(pod(), deadline=x), 3600),
    "keep": (lambda x: Job(pod(), keep=x), 60),
    "parallelism": (lambda x: Job(pod(), parallelism=x), 2),
    "completions": (lambda x: Job(pod(), completions=x), 2),
    "suspend": (lambda x: Job(pod(), suspend=x), True),
    "a number in a base": (lambda x: pod(base={"spec": {"activeDeadlineSeconds": x}}), 7),
    "a number in a patch": (lambda x: pod(patch={"spec": {"activeDeadlineSeconds": x}}), 7),
    "a number in a dict": (lambda x: pod(tolerations=[{"key": "a", "tolerationSeconds": x, "effect": "NoExecute"}]), 7),
}


@pytest.mark.parametrize("leaf", LEAVES)
def test_a_template_may_stand_in_any_leaf_and_is_converted_when_it_is_rendered(leaf: str) -> None:
    make, value = LEAVES[leaf]
    body = make(Template(TEMPLATE)).to_body()
    text = json.dumps(body)
    assert TEMPLATE in text
    shown = {True: "True", False: "False"}.get(value, str(value)) if isinstance(value, bool) else str(value)
    assert convert_rendered(json.loads(text.replace(TEMPLATE, shown))) == make(value).to_body()


@pytest.mark.parametrize("leaf", LEAVES)
def test_the_rules_pass_over_a_template(leaf: str) -> None:
    make, _ = LEAVES[leaf]
    make(Template(TEMPLATE)).check()


def test_a_template_is_its_text() -> None:
    assert Template("{{ ds }}") == "{{ ds }}"
    assert Template("{% if x %}5{% endif %}") == "{% if x %}5{% endif %}"


@pytest.mark.parametrize("text", ["5", "", 5, timedelta(1)])
def test_what_holds_no_template_is_refused(text: Any) -> None:
    with pytest.raises(SpecError, match="holds no template"):
        Template(text)


def test_a_template_cannot_decide_for_kpod() -> None:
    with pytest.raises(SpecError, match="no template can stand here"):
        Spread("zone", {"a": "b"}, strict=Template(TEMPLATE))


@pytest.mark.parametrize(
    ("spec", "converted"),
    [
        ({"terminationGracePeriodSeconds": " 5 "}, {"terminationGracePeriodSeconds": 5}),
        ({"terminationGracePeriodSeconds": "-5"}, {"terminationGracePeriodSeconds": -5}),
        ({"terminationGracePeriodSeconds": "5.5"}, {"terminationGracePeriodSeconds": "5.5"}),
        ({"terminationGracePeriodSeconds": "1_000"}, {"terminationGracePeriodSeconds": "1_000"}),
        ({"terminationGracePeriodSeconds": "None"}, {"terminationGracePeriodSeconds": "None"}),
        ({"hostNetwork": "TRUE", "hostPID": "yes"}, {"hostNetwork": True, "hostPID": "yes"}),
        ({"unknown": "5", "nodeName": "5"}, {"unknown": "5", "nodeName": "5"}),
        ({"nodeSelector": {"a": "5"}, "overhead": {"cpu": "5"}}, {"nodeSelector": {"a": "5"}, "overhead": {"cpu": "5"}}),
    ],
)
def test_only_what_the_schema_calls_a_number_or_a_truth_value_is_converted(spec: dict[str, Any], converted: dict[str, Any]) -> None:
    assert convert_rendered({"kind": "Pod", "spec": spec}) == {"kind": "Pod", "spec": converted}


def test_a_port_becomes_a_number_and_the_name_of_a_port_stays_text() -> None:
    def probe(port: str) -> Any:
        body = {"kind": "Pod", "spec": {"containers": [{"readinessProbe": {"httpGet": {"port": port}}}]}}
        return convert_rendered(body)["spec"]["containers"][0]["readinessProbe"]["httpGet"]["port"]

    assert probe("8080") == 8080
    assert probe("http") == "http"


def test_an_unknown_kind_comes_back_as_it_is() -> None:
    assert convert_rendered({"kind": "Workflow", "spec": {"suspend": "true"}}) == {"kind": "Workflow", "spec": {"suspend": "true"}}
