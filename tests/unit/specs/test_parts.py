from __future__ import annotations

import copy
import pickle
from collections.abc import Callable
from typing import Any

import pytest

from kpod.errors import SpecError
from kpod.quantity import Quantity
from kpod.specs.container import Container
from kpod.specs.env import Env
from kpod.specs.frozen import FrozenDict
from kpod.specs.pod import Pod
from kpod.specs.resources import Resources
from kpod.specs.result import Result
from kpod.specs.scheduling import Scheduling
from kpod.specs.secret import Secret
from kpod.specs.security import Security
from kpod.specs.volumes import Volume


def spec_of(**values: Any) -> dict[str, Any]:
    spec: dict[str, Any] = Pod("etl:1", **values).to_body()["spec"]
    return spec


@pytest.mark.parametrize(
    ("resources", "body"),
    [
        (Resources(), {}),
        (Resources("500m", "1Gi"), {"requests": {"cpu": "500m", "memory": "1Gi"}, "limits": {"memory": "1Gi"}}),
        (Resources(cpu=2), {"requests": {"cpu": "2"}}),
        (Resources(cpu=0.5, cpu_limit=1), {"requests": {"cpu": "0.5"}, "limits": {"cpu": "1"}}),
        (Resources(memory="1Gi", memory_limit="2Gi"), {"requests": {"memory": "1Gi"}, "limits": {"memory": "2Gi"}}),
        (Resources(memory_limit="2Gi"), {"limits": {"memory": "2Gi"}}),
        (Resources(memory=Quantity("512Mi") * 2), {"requests": {"memory": "1Gi"}, "limits": {"memory": "1Gi"}}),
        (Resources(gpu=1), {"limits": {"nvidia.com/gpu": "1"}}),
        (Resources(extended={"amd.com/gpu": 2}), {"limits": {"amd.com/gpu": "2"}}),
        (Resources(disk="10Gi"), {"requests": {"ephemeral-storage": "10Gi"}, "limits": {"ephemeral-storage": "10Gi"}}),
    ],
)
def test_memory_is_requested_and_limited_and_cpu_only_requested(resources: Resources, body: dict[str, Any]) -> None:
    assert resources.to_body() == body


@pytest.mark.parametrize(
    ("make", "path", "message"),
    [
        (lambda: Resources(memory="1Gb"), "memory", "did you mean 1Gi (binary) or 1G (decimal)?"),
        (lambda: Resources(cpu="2 cores"), "cpu", "did you mean 2?"),
        (lambda: Resources(cpu=-1), "cpu", "less than nothing"),
        (lambda: Resources(cpu=True), "cpu", "True is no quantity"),
        (lambda: Resources(memory="2Gi", memory_limit="1Gi"), "memory", "the request 2Gi is above the limit 1Gi"),
        (lambda: Resources(cpu=2, cpu_limit="1500m"), "cpu", "above the limit"),
        (lambda: Resources(gpu="1"), "gpu", "write 1"),  # type: ignore[arg-type]
        (lambda: Resources(gpu=1, extended={"nvidia.com/gpu": 1}), "extended[nvidia.com/gpu]", "keep one of them"),
        (lambda: Resources(extended={"amd gpu": 1}), "extended[amd gpu]", "did you mean amd-gpu?"),
        (lambda: Secret("My db", {}), "name", "did you mean my-db?"),
        (lambda: Secret("db", {"a/b": "x"}), "values[a/b]", "is no key"),
        (lambda: Secret("db", {"A": 1}), "values[A]", "a value of type int stands here"),  # type: ignore[dict-item]
        (lambda: Secret("db", {"A": "x"})["B"], "db[B]", "it has A"),
        (lambda: Secret.existing("db").to_body(), "db", "kpod does not know the values"),
        (lambda: Secret("db", type="Opaque"), "type", "leave the type out"),
        (lambda: Volume.claim("My claim"), "claim", "did you mean my-claim?"),
        (lambda: Volume.host_path("data"), "host_path", "write /data"),
        (lambda: Volume.empty_dir(size="1Gb"), "volume.size", "did you mean 1Gi"),
        (lambda: Volume.claim("x", sub_path="../y"), "volume.sub_path", "leaves the volume"),
        (lambda: Volume.secret("db", mode=4000), "mode", "write 0o400"),
        (lambda: Volume(source={}), "volume", "use Volume.claim"),
        (lambda: Result("result"), "result.path", "write /kpod/result"),
        (lambda: Result(format="yaml"), "result.format", "write one of json, text, bytes"),  # type: ignore[arg-type]
        (lambda: Result(writer="perl", large=True), "result.writer", "write one of sh, python, program"),  # type: ignore[arg-type]
        (lambda: Result(helper="busybox:1"), "result", "write large=True"),
        (lambda: Pod("etl:1", args=["load"], result=Result(large=True)).to_body(), "result.large", 'helper="busybox:1"'),
        (lambda: Security(user=-1), "security.user", "less than 0"),
        (lambda: Security(user="root"), "security.user", "no whole number"),  # type: ignore[arg-type]
        (lambda: Security(non_root=True, user=0), "security.user", "name another user"),
        (lambda: Security(drop="ALL"), "security.drop", 'write ["ALL"]'),
        (lambda: Security(privileged=True, privilege_escalation=False), "security.privileged", "keep one of them"),
        (lambda: Scheduling(priority="Very High"), "scheduling.priority", "did you mean very-high?"),
        (lambda: Scheduling(spread=["a"]), "scheduling.spread[0]", "neither a dict nor an API object"),  # type: ignore[list-item]
        (lambda: Container("x", pull_policy="always"), "pull_policy", "write one of Always, IfNotPresent, Never"),
        (lambda: Container("x", ports=[70000]), "ports[70000]", "ports are numbers from 1 to 65535"),
        (lambda: Container("x", ports={"http": "80"}), "ports[http]", "is no port"),  # type: ignore[dict-item]
        (lambda: Container("x", name="Main"), "name", "did you mean main?"),
        (lambda: Env({}), "", "use Env.field"),
        (lambda: Env.resource("limits.cpu", divisor="1Gb"), "divisor", "did you mean 1Gi"),
    ],
)
def test_parts_refuse_what_cannot_work_where_it_is_written(make: Callable[[], object], path: str, message: str) -> None:
    with pytest.raises(SpecError) as caught:
        make()
    (problem,) = caught.value.problems
    assert problem.path == path
    assert message in f"{problem.message}; {problem.fix}"


def test_a_secret_is_stored_as_base64_and_shows_only_its_keys() -> None:
    secret = Secret("db", {"A": "é", "B": b"\x00"}, type="example.com/db")
    assert secret.to_body() == {
        "apiVersion": "v1",
        "kind": "Secret",
        "metadata": {"name": "db"},
        "type": "example.com/db",
        "data": {"A": "w6k=", "B": "AA=="},
    }
    assert repr(secret) == "Secret('db', A=***, B=***)"
    assert repr(Secret.existing("db")) == "Secret.existing('db')"
    for twin in (copy.deepcopy(secret), pickle.loads(pickle.dumps(secret))):
        assert twin == secret
        assert repr(twin) == repr(secret)


def test_the_error_about_a_value_of_a_secret_does_not_show_it() -> None:
    with pytest.raises(SpecError) as caught:
        Secret("db", {"PASSWORD": ["canary-7f3a"]})  # type: ignore[dict-item]
    assert "canary" not in str(caught.value)


def test_an_empty_secret_is_a_literal_one() -> None:
    assert Secret("db", {}).is_literal
    assert not Secret.existing("db").is_literal


def test_variables_come_from_fields_resources_config_maps_and_secrets() -> None:
    envs = {
        "A": Env.field("metadata.name"),
        "B": Env.resource("limits.memory", container="main", divisor="1Mi"),
        "C": Env.config_map("settings", "c", optional=True),
        "D": Secret.existing("db").key("d", optional=True),
    }
    assert spec_of(envs=envs)["containers"][0]["env"] == [
        {"name": "A", "valueFrom": {"fieldRef": {"fieldPath": "metadata.name"}}},
        {"name": "B", "valueFrom": {"resourceFieldRef": {"resource": "limits.memory", "containerName": "main", "divisor": "1Mi"}}},
        {"name": "C", "valueFrom": {"configMapKeyRef": {"name": "settings", "key": "c", "optional": True}}},
        {"name": "D", "valueFrom": {"secretKeyRef": {"name": "db", "key": "d", "optional": True}}},
    ]


def test_each_kind_of_volume_is_declared_and_mounted() -> None:
    spec = spec_of(
        volumes={
            "/claim": Volume.claim("warehouse", read_only=True, sub_path="2026"),
            "/tmp/scratch": Volume.empty_dir(size="1Gi", memory=True),
            "/host": Volume.host_path("/var/data", type="Directory"),
            "/secret": Volume.secret("db", items={"PASSWORD": "password"}, mode=0o400, optional=True),
            "/config": Volume.config_map("settings"),
        }
    )
    assert spec["volumes"] == [
        {"name": "warehouse", "persistentVolumeClaim": {"claimName": "warehouse"}},
        {"name": "tmp-scratch", "emptyDir": {"medium": "Memory", "sizeLimit": "1Gi"}},
        {"name": "host", "hostPath": {"path": "/var/data", "type": "Directory"}},
        {
            "name": "db",
            "secret": {"secretName": "db", "items": [{"key": "PASSWORD", "path": "password"}], "defaultMode": 256, "optional": True},
        },
        {"name": "settings", "configMap": {"name": "settings"}},
    ]
    assert spec["containers"][0]["volumeMounts"] == [
        {"name": "warehouse", "mountPath": "/claim", "readOnly": True, "subPath": "2026"},
        {"name": "tmp-scratch", "mountPath": "/tmp/scratch"},
        {"name": "host", "mountPath": "/host"},
        {"name": "db", "mountPath": "/secret"},
        {"name": "settings", "mountPath": "/config"},
    ]


def test_containers_share_a_volume_of_the_same_name_and_source() -> None:
    scratch = Volume.empty_dir(name="scratch")
    spec = spec_of(volumes={"/out": scratch}, init=[Container("x", volumes={"/in": scratch})])
    assert spec["volumes"] == [{"name": "scratch", "emptyDir": {}}]
    assert [spec[field][0]["volumeMounts"][0]["name"] for field in ("initContainers", "containers")] == ["scratch", "scratch"]


def test_different_volumes_of_the_same_derived_name_are_told_apart() -> None:
    spec = spec_of(volumes={"/a": Volume.claim("db"), "/b": Secret.existing("db")})
    one, two = spec["volumes"]
    assert one["name"] == "db"
    assert two["name"].startswith("db-")
    assert [mount["name"] for mount in spec["containers"][0]["volumeMounts"]] == [one["name"], two["name"]]


def test_different_volumes_of_the_same_written_name_are_refused() -> None:
    with pytest.raises(SpecError, match='two different volumes are called "x"'):
        spec_of(volumes={"/a": Volume.claim("a", name="x"), "/b": Volume.claim("b", name="x")})


def test_restricted_is_what_the_standard_demands_and_no_more() -> None:
    spec = spec_of(security=Security.restricted())
    assert spec["securityContext"] == {"runAsNonRoot": True, "seccompProfile": {"type": "RuntimeDefault"}}
    assert spec["containers"][0]["securityContext"] == {"allowPrivilegeEscalation": False, "capabilities": {"drop": ["ALL"]}}


def test_a_containers_own_security_takes_the_place_of_the_pods() -> None:
    spec = spec_of(security=Security.restricted(user=1000), main=Container(security=Security(user=0, non_root=False)))
    assert spec["containers"][0]["securityContext"] == {"runAsUser": 0, "runAsNonRoot": False}


def test_scheduling_says_where_and_before_whom() -> None:
    spec = spec_of(
        node_selectors={"disk": "ssd"},
        scheduling=Scheduling(
            node_selectors={"zone": "a"},
            tolerations=[{"operator": "Exists"}],
            affinity={"nodeAffinity": {}},
            spread=[{"maxSkew": 1, "topologyKey": "zone", "whenUnsatisfiable": "DoNotSchedule"}],
            priority="high",
            scheduler="volcano",
            runtime="gvisor",
            node="node-1",
        ),
    )
    del spec["containers"], spec["restartPolicy"]
    assert spec == {
        "nodeSelector": {"zone": "a", "disk": "ssd"},
        "tolerations": [{"operator": "Exists"}],
        "affinity": {"nodeAffinity": {}},
        "topologySpreadConstraints": [{"maxSkew": 1, "topologyKey": "zone", "whenUnsatisfiable": "DoNotSchedule"}],
        "priorityClassName": "high",
        "schedulerName": "volcano",
        "runtimeClassName": "gvisor",
        "nodeName": "node-1",
    }


@pytest.mark.parametrize("change", ["clear", "popitem", "update"])
def test_a_frozen_dict_refuses_every_change(change: str) -> None:
    frozen = FrozenDict({"a": 1})
    with pytest.raises(TypeError, match="frozen"):
        getattr(frozen, change)()
    with pytest.raises(TypeError, match="frozen"):
        frozen["b"] = 2
    with pytest.raises(TypeError, match="frozen"):
        del frozen["a"]
    with pytest.raises(TypeError, match="frozen"):
        frozen |= {"b": 2}
    assert frozen == {"a": 1}
    assert copy.deepcopy(frozen) == frozen == pickle.loads(pickle.dumps(frozen))
