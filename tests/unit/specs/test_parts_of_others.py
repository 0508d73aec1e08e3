"""Wherever a part of a Pod belongs, a dict, an API object and the official client's model are taken, and say the same."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from kubernetes import client

from kpod import (
    Affinity,
    Container,
    Env,
    EnvFrom,
    Hook,
    Lifecycle,
    Pod,
    Probe,
    Resources,
    Scheduling,
    Secret,
    Security,
    SpecError,
    Spread,
    Toleration,
    Volume,
)
from kpod.api import core_v1
from kpod.api.object import find_class

PLACES: dict[str, tuple[str, Callable[[Any], Pod], Any, dict[str, Any]]] = {
    "resources": ("ResourceRequirements", lambda x: Pod("x", resources=x), Resources(cpu=1), {"requests": {"cpu": "1"}}),
    "a Pod's security": ("PodSecurityContext", lambda x: Pod("x", security=x), Security(user=7), {"runAsUser": 7}),
    "a container's security": ("SecurityContext", lambda x: Pod("x", main=Container(security=x)), Security(user=7), {"runAsUser": 7}),
    "a toleration": (
        "Toleration",
        lambda x: Pod("x", tolerations=[x]),
        Toleration("gpu", effect="NoSchedule"),
        {"key": "gpu", "operator": "Exists", "effect": "NoSchedule"},
    ),
    "a toleration of Scheduling": (
        "Toleration",
        lambda x: Pod("x", scheduling=Scheduling(tolerations=[x])),
        Toleration("gpu"),
        {"key": "gpu", "operator": "Exists"},
    ),
    "affinity": (
        "Affinity",
        lambda x: Pod("x", scheduling=Scheduling(affinity=x)),
        Affinity.apart({"app": "etl"}),
        {
            "podAntiAffinity": {
                "requiredDuringSchedulingIgnoredDuringExecution": [
                    {"labelSelector": {"matchLabels": {"app": "etl"}}, "topologyKey": "kubernetes.io/hostname"}
                ]
            }
        },
    ),
    "spread": (
        "TopologySpreadConstraint",
        lambda x: Pod("x", scheduling=Scheduling(spread=[x])),
        Spread("zone", {"app": "etl"}),
        {
            "maxSkew": 1,
            "topologyKey": "zone",
            "whenUnsatisfiable": "ScheduleAnyway",
            "labelSelector": {"matchLabels": {"app": "etl"}},
        },
    ),
    "a probe": (
        "Probe",
        lambda x: Pod("x", main=Container(readiness=x)),
        Probe.http(80, "/", every=5),
        {"httpGet": {"port": 80, "path": "/"}, "periodSeconds": 5},
    ),
    "lifecycle": (
        "Lifecycle",
        lambda x: Pod("x", main=Container(lifecycle=x)),
        Lifecycle(pre_stop=Hook.exec(["sync"])),
        {"preStop": {"exec": {"command": ["sync"]}}},
    ),
    "a hook": (
        "LifecycleHandler",
        lambda x: Pod("x", main=Container(lifecycle=Lifecycle(pre_stop=x))),
        Hook.exec(["sync"]),
        {"exec": {"command": ["sync"]}},
    ),
    "a volume": (
        "Volume",
        lambda x: Pod("x", volumes={"/data": x}),
        Volume.claim("c", name="data"),
        {"name": "data", "persistentVolumeClaim": {"claimName": "c"}},
    ),
    "the source of a variable": (
        "EnvVarSource",
        lambda x: Pod("x", {"A": x}),
        Env.field("metadata.name"),
        {"fieldRef": {"fieldPath": "metadata.name"}},
    ),
    "env_from": (
        "EnvFromSource",
        lambda x: Pod("x", env_from=[x]),
        EnvFrom(Secret.existing("db"), prefix="DB_"),
        {"prefix": "DB_", "secretRef": {"name": "db"}},
    ),
    "an init container": (
        "Container",
        lambda x: Pod("x", init=[x]),
        Container("git:1", ["clone"], name="git"),
        {"name": "git", "image": "git:1", "command": ["clone"]},
    ),
    "a sidecar": ("Container", lambda x: Pod("x", sidecars=[x]), Container("p:1", name="p"), {"name": "p", "image": "p:1"}),
}


def model(kind: str, body: dict[str, Any]) -> Any:
    """The official client's model of a body, as that client reads one."""
    answer = type("Answer", (), {"data": json.dumps(body)})
    api = client.ApiClient()
    return (
        api.deserialize(answer, f"V1{kind}") if not hasattr(client.V1Pod, "model_fields") else getattr(client, f"V1{kind}").from_dict(body)
    )


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("form", ["dict", "API object", "model"])
def test_a_part_in_any_form_says_the_same(place: str, form: str) -> None:
    kind, make, part, body = PLACES[place]
    forms = {"dict": lambda: body, "API object": lambda: find_class(f"core_v1.{kind}").from_body(body), "model": lambda: model(kind, body)}
    assert make(forms[form]()).to_body() == make(part).to_body()


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("wrong", [core_v1.PodDNSConfig(searches=["x"]), client.V1PodDNSConfig(searches=["x"]), {"serches": []}, 7])
def test_a_part_of_another_kind_is_refused(place: str, wrong: Any) -> None:
    _, make, _, _ = PLACES[place]
    with pytest.raises(SpecError):
        make(wrong)


def test_variables_may_be_a_list_as_in_manifests() -> None:
    listed = [
        {"name": "A", "value": "1"},
        core_v1.EnvVar(name="B", value_from=core_v1.EnvVarSource(field_ref=core_v1.ObjectFieldSelector(field_path="metadata.name"))),
        client.V1EnvVar(name="C", value="3"),
        {"name": "D"},
    ]
    assert Pod("x", listed) == Pod("x", {"A": "1", "B": Env.field("metadata.name"), "C": "3", "D": ""})  # type: ignore[list-item]
    with pytest.raises(SpecError, match="stands in the list twice"):
        Pod("x", [{"name": "A"}, {"name": "A"}])


def test_a_base_lies_below_what_a_container_says() -> None:
    base = core_v1.Container(name="git", image="git:1", tty=True, env=[core_v1.EnvVar(name="A", value="old")])
    body = Pod("x", init=[Container("git:2", envs={"A": "new", "B": "2"}, base=base)]).to_body()["spec"]["initContainers"][0]
    assert body == {"name": "git", "image": "git:2", "tty": True, "env": [{"name": "A", "value": "new"}, {"name": "B", "value": "2"}]}


def test_the_main_container_may_be_a_body_too() -> None:
    pod = Pod(main=client.V1Container(name="main", image="etl:1", tty=True))
    assert pod.to_body()["spec"]["containers"] == [{"name": "main", "image": "etl:1", "tty": True}]


def test_resources_lie_over_their_base_amount_by_amount() -> None:
    base = {"requests": {"cpu": "1", "hugepages-2Mi": "4Mi"}, "limits": {"hugepages-2Mi": "4Mi"}}
    assert Resources(cpu=2, memory="1Gi", base=base).to_body() == {  # type: ignore[arg-type]
        "requests": {"cpu": "2", "hugepages-2Mi": "4Mi", "memory": "1Gi"},
        "limits": {"hugepages-2Mi": "4Mi", "memory": "1Gi"},
    }


def test_a_volume_of_another_source_and_the_name_of_the_bases_is_refused() -> None:
    base = {"spec": {"volumes": [{"name": "data", "emptyDir": {}}]}}
    with pytest.raises(SpecError, match='the base has another volume called "data"'):
        Pod("x", volumes={"/data": Volume.claim("c", name="data")}, base=base).to_body()
    same = Pod("x", volumes={"/data": Volume.empty_dir(name="data")}, base=base).to_body()["spec"]
    assert same["volumes"] == [{"name": "data", "emptyDir": {}}]
