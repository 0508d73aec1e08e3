from __future__ import annotations

import copy
import pickle
from datetime import timedelta
from typing import Any

import attrs
import pytest

from kpod import rules
from kpod.api import core_v1
from kpod.errors import SpecError
from kpod.specs.container import Container
from kpod.specs.env import Env
from kpod.specs.job import Job
from kpod.specs.pod import Pod
from kpod.specs.requests import PodRequest
from kpod.specs.resources import Resources
from kpod.specs.result import Result
from kpod.specs.scheduling import Scheduling
from kpod.specs.secret import Secret
from kpod.specs.security import Security
from kpod.specs.volumes import Volume


def main(pod: Pod) -> dict[str, Any]:
    container: dict[str, Any] = pod.to_body()["spec"]["containers"][0]
    return container


class Labelled(PodRequest):
    def build(self, spec: Pod, /) -> core_v1.Pod:
        return super().build(spec.but(labels={**spec.labels, "team": "data"}))


def test_the_first_ten_parameters_are_those_of_the_founding_document_in_its_order() -> None:
    db, result, factory = Secret.existing("db"), Result(), Labelled()
    pod = Pod("etl:1", {"A": "1"}, ["sh"], [db], {"app": "etl"}, {"disk": "ssd"}, factory, "etl", "data", result)
    assert pod == Pod(
        image="etl:1",
        envs={"A": "1"},
        cmds=["sh"],
        secrets=[db],
        labels={"app": "etl"},
        node_selectors={"disk": "ssd"},
        kube_req_factory=factory,
        name="etl",
        namespace="data",
        result=result,
    )
    positional = [field.name for field in attrs.fields(Pod) if field.init and not field.kw_only]
    assert positional == ["image", "envs", "cmds", "secrets", "labels", "node_selectors", "kube_req_factory", "name", "namespace", "result"]


def test_a_small_pod_sends_what_was_written_and_what_the_docstring_lists() -> None:
    assert Pod("registry.example.com/team/etl:1").to_body() == {
        "apiVersion": "v1",
        "kind": "Pod",
        "metadata": {"generateName": "etl-"},
        "spec": {"containers": [{"name": "main", "image": "registry.example.com/team/etl:1"}], "restartPolicy": "Never"},
    }


def test_compile_gives_the_api_object_of_the_body() -> None:
    pod = Pod("etl:1", name="etl")
    compiled = pod.compile()
    assert isinstance(compiled, core_v1.Pod)
    assert compiled.to_body() == pod.to_body()


def test_every_part_finds_its_place() -> None:
    db = Secret("db", {"PASSWORD": "s3cr3t", "USER": "etl"})
    pod = Pod(
        "etl:1",
        {"REGION": "eu", "PASSWORD": db["PASSWORD"], "NODE": Env.field("spec.nodeName")},
        ["python"],
        [db],
        {"app": "etl"},
        {"disk": "ssd"},
        name="etl",
        namespace="data",
        result=Result(),
        args=["-m", "etl"],
        annotations={"example.com/why": "a reason, in words"},
        volumes={"/data": Volume.claim("warehouse"), "/etc/db": db},
        resources=Resources(cpu="500m", memory="1Gi", gpu=1),
        security=Security.restricted(user=1000),
        service_account="loader",
        image_pull_secrets=["registry", Secret.existing("other")],
        tolerations=[core_v1.Toleration(key="gpu", operator="Exists"), {"key": "spot", "operator": "Exists"}],
        init=[Container("git:1", ["clone"], volumes={"/data": Volume.claim("warehouse")})],
        sidecars=[Container("proxy:1", name="proxy", security=Security(user=7))],
        grace=timedelta(minutes=2),
        scheduling=Scheduling(priority="high", node_selectors={"zone": "a"}),
        main=Container(
            ports={"http": 80}, pull_policy="IfNotPresent", readiness=core_v1.Probe(tcp_socket=core_v1.TCPSocketAction(port=80))
        ),
    )
    rights = {"allowPrivilegeEscalation": False, "capabilities": {"drop": ["ALL"]}}
    assert pod.to_body()["spec"] == {
        "initContainers": [
            {"name": "proxy", "image": "proxy:1", "restartPolicy": "Always", "securityContext": {"runAsUser": 7}},
            {
                "name": "init-1",
                "image": "git:1",
                "command": ["clone"],
                "securityContext": rights,
                "volumeMounts": [{"name": "warehouse", "mountPath": "/data"}],
            },
        ],
        "containers": [
            {
                "name": "main",
                "image": "etl:1",
                "command": ["python"],
                "args": ["-m", "etl"],
                "env": [
                    {"name": "REGION", "value": "eu"},
                    {"name": "PASSWORD", "valueFrom": {"secretKeyRef": {"name": "db", "key": "PASSWORD"}}},
                    {"name": "NODE", "valueFrom": {"fieldRef": {"fieldPath": "spec.nodeName"}}},
                    {"name": "KPOD_RESULT", "value": "/kpod/result"},
                ],
                "envFrom": [{"secretRef": {"name": "db"}}],
                "imagePullPolicy": "IfNotPresent",
                "ports": [{"name": "http", "containerPort": 80}],
                "readinessProbe": {"tcpSocket": {"port": 80}},
                "resources": {"requests": {"cpu": "500m", "memory": "1Gi"}, "limits": {"memory": "1Gi", "nvidia.com/gpu": "1"}},
                "securityContext": rights,
                "terminationMessagePath": "/kpod/result",
                "volumeMounts": [{"name": "warehouse", "mountPath": "/data"}, {"name": "db", "mountPath": "/etc/db"}],
            }
        ],
        "volumes": [
            {"name": "warehouse", "persistentVolumeClaim": {"claimName": "warehouse"}},
            {"name": "db", "secret": {"secretName": "db"}},
        ],
        "restartPolicy": "Never",
        "nodeSelector": {"disk": "ssd", "zone": "a"},
        "tolerations": [{"key": "gpu", "operator": "Exists"}, {"key": "spot", "operator": "Exists"}],
        "priorityClassName": "high",
        "securityContext": {"runAsUser": 1000, "runAsNonRoot": True, "seccompProfile": {"type": "RuntimeDefault"}},
        "serviceAccountName": "loader",
        "imagePullSecrets": [{"name": "registry"}, {"name": "other"}],
        "terminationGracePeriodSeconds": 120,
    }
    assert pod.to_body()["metadata"] == {
        "name": "etl",
        "namespace": "data",
        "labels": {"app": "etl"},
        "annotations": {"example.com/why": "a reason, in words", "kpod/result": '{"path": "/kpod/result"}'},
    }
    assert pod.check() == []


@pytest.mark.parametrize(
    ("wrong", "path", "fix"),
    [
        ({"envs": ["A=1", "B=2"]}, "envs", 'write {"A": "1", "B": "2"}'),
        ({"envs": "A=1"}, "envs", 'write {"NAME": "value"}'),
        ({"envs": {"PORT": 80}}, "envs[PORT]", 'write "80"'),
        ({"envs": {"DEBUG": True}}, "envs[DEBUG]", 'write "true"'),
        ({"envs": {"A": None}}, "envs[A]", "write text"),
        ({"envs": {"A=1": "x"}}, "envs[A=1]", "did you mean A?"),
        ({"envs": {"DB": Secret.existing("db")}}, "envs[DB]", 'name one of its keys, as secret["DB"]'),
        ({"cmds": "echo hi"}, "cmds", 'write ["echo", "hi"]'),
        ({"cmds": "echo hi | wc"}, "cmds", 'write ["sh", "-c", \'echo hi | wc\']'),
        ({"cmds": ["sleep", 10]}, "cmds[1]", 'write "10"'),
        ({"args": {"a", "b"}}, "args", "write [ … ]"),
        ({"secrets": Secret.existing("db")}, "secrets", "write [Secret(…)]"),
        ({"secrets": ["db"]}, "secrets[0]", 'write Secret.existing("name")'),
        ({"labels": {"team": "data eng"}}, "labels[team]", "did you mean data-eng? An annotation may hold any text"),
        ({"labels": {"day": 1}}, "labels[day]", 'write "1"'),
        ({"annotations": {"a b": "c"}}, "annotations[a b]", "did you mean a-b?"),
        ({"node_selectors": {"disk": "very fast"}}, "node_selectors[disk]", "did you mean very-fast? An annotation may hold any text"),
        ({"kube_req_factory": PodRequest}, "kube_req_factory", "write PodRequest()"),
        ({"kube_req_factory": "x"}, "kube_req_factory", "subclass kpod.PodRequest or kpod.JobRequest"),
        ({"name": "My ETL"}, "name", "did you mean my-etl?"),
        ({"namespace": "Data"}, "namespace", "did you mean data?"),
        ({"result": True}, "result", "write Result()"),
        ({"volumes": {"data": Volume.empty_dir()}}, "volumes[data]", "write /data"),
        ({"envs": {"": "x"}}, "envs", "name it, or leave it out"),
        ({"volumes": {"/data": "warehouse"}}, "volumes[/data]", 'write Volume.claim("warehouse") or Volume.host_path("warehouse")'),
        ({"resources": {"cpu": 1}}, "resources", 'write Resources(cpu="500m", memory="1Gi")'),
        ({"resources": Resources}, "resources", 'write Resources(cpu="500m", memory="1Gi")'),
        ({"security": 1000}, "security", "write Security(…) or Security.restricted()"),
        ({"init": Container("x")}, "init", "write [Container(…)]"),
        ({"sidecars": ["proxy:1"]}, "sidecars[0]", 'write Container("image:1", cmds=[…])'),
        ({"grace": "30s"}, "grace", "write seconds or a timedelta, as timedelta(hours=1)"),
        ({"grace": -1}, "grace", ""),
        ({"scheduling": "x"}, "scheduling", "write Scheduling(…)"),
        ({"main": "x"}, "main", "write Container(pull_policy=…)"),
        ({"tolerations": ["gpu"]}, "tolerations[0]", ""),
        ({"main": Container("other:1")}, "image", "keep one of them"),
        ({"image": ""}, "image", ""),
        ({"image": 7}, "image", 'write "7"'),
        ({"image": None}, "image", 'write Pod("name:tag")'),
    ],
)
def test_bad_input_is_refused_where_it_is_written_with_what_to_write(wrong: dict[str, Any], path: str, fix: str) -> None:
    with pytest.raises(SpecError) as caught:
        Pod(**{"image": "etl:1", **wrong})
    (problem,) = caught.value.problems
    assert (problem.path, problem.fix) == (path, fix)


def test_templates_pass_wherever_text_stands() -> None:
    pod = Pod(
        "{{ image }}",
        {"DAY": "{{ ds }}"},
        ["{{ cmd }}"],
        labels={"dag": "{{ dag.dag_id }}"},
        name="{{ task.task_id }}",
        namespace="{{ ns }}",
        resources=Resources(cpu="{{ cpu }}", memory="{{ memory }}", memory_limit="2Gi"),
        volumes={"{{ path }}": Volume.claim("{{ claim }}")},
    )
    assert pod.check() == []
    assert main(pod)["resources"]["requests"] == {"cpu": "{{ cpu }}", "memory": "{{ memory }}"}


def test_a_pod_cannot_be_changed_and_but_makes_a_changed_copy() -> None:
    envs = {"A": "1"}
    pod = Pod("etl:1", envs)
    envs["A"] = "2"
    assert pod.envs == {"A": "1"}
    with pytest.raises(AttributeError):
        pod.image = "etl:2"  # type: ignore[misc]
    with pytest.raises(TypeError, match="specs are frozen"):
        pod.envs["A"] = "2"
    newer = pod.but(image="etl:2", envs={**pod.envs, "B": "2"})
    assert (pod.image, newer.image, newer.envs) == ("etl:1", "etl:2", {"A": "1", "B": "2"})


def test_equal_pods_are_equal_hash_alike_and_survive_copy_and_pickle() -> None:
    db = Secret("db", {"A": "s3cr3t"})
    pod = Pod("etl:1", {"A": db["A"]}, volumes={"/x": db}, base={"spec": {"hostNetwork": True}}, tolerations=[{"operator": "Exists"}])
    for twin in (copy.deepcopy(pod), pickle.loads(pickle.dumps(pod)), pod.but()):
        assert twin == pod
        assert hash(twin) == hash(pod)
        assert twin.to_body() == pod.to_body()


def test_the_repr_shows_what_was_given_and_no_secret() -> None:
    db = Secret("db", {"PASSWORD": "canary-7f3a"})
    pod = Pod("etl:1", {"PASSWORD": db["PASSWORD"]}, secrets=[db], volumes={"/db": db})
    for thing in (pod, Job(pod), pod.objects(), db, db["PASSWORD"], db.values, Container("x", secrets=[db])):
        assert "canary" not in repr(thing)
        assert "canary" not in str(thing)
    assert repr(Pod("etl:1", name="etl")) == "Pod(image='etl:1', name='etl')"


def test_each_call_gives_a_fresh_body() -> None:
    pod = Pod("etl:1", base={"metadata": {"labels": {"a": "b"}}})
    pod.to_body()["metadata"]["labels"]["a"] = "changed"
    assert pod.to_body()["metadata"]["labels"]["a"] == "b"


def test_the_request_factory_makes_every_form_of_the_pod() -> None:
    pod = Pod("etl:1", name="etl", kube_req_factory=Labelled())
    assert pod.compile().metadata.labels["team"] == "data"
    assert pod.to_body()["metadata"]["labels"]["team"] == "data"
    assert "team: data" in pod.to_yaml()
    assert pod.objects()[0].to_body() == pod.to_body()
    assert Job(pod).to_body()["spec"]["template"]["metadata"]["labels"]["team"] == "data"


def test_objects_are_the_pod_and_the_literal_secrets_that_it_needs_each_once() -> None:
    db, pull = Secret("db", {"A": "1"}), Secret("pull", {"B": "2"})
    pod = Pod(
        "etl:1",
        {"A": db["A"]},
        secrets=[db, Secret.existing("other")],
        volumes={"/db": db},
        init=[Container("x", envs={"B": pull["B"]})],
    )
    assert [(body["kind"], body["metadata"].get("name")) for body in (each.to_body() for each in pod.objects())] == [
        ("Pod", None),
        ("Secret", "db"),
        ("Secret", "pull"),
    ]


def test_two_different_secrets_of_one_name_are_refused() -> None:
    pod = Pod("etl:1", secrets=[Secret("db", {"A": "1"}), Secret("db", {"A": "2"})])
    with pytest.raises(SpecError, match='two different Secrets are called "db"'):
        pod.objects()


def test_check_raises_with_everything_at_once() -> None:
    pod = Pod("ETL:1", patch={"spec": {"containers": [{"name": "main", "imagee": "x"}], "restartPolicy": "Sometimes"}})
    with pytest.raises(SpecError) as caught:
        pod.check()
    assert {problem.rule for problem in caught.value.problems} == {"image", "unknown-field", "enum"}
    assert pod.check(levels=dict.fromkeys(("image", "unknown-field", "enum"), "off")) == []


def test_a_pod_that_was_not_launched_says_so() -> None:
    with pytest.raises(SpecError, match=r"call launch_pod\(\) first"):
        Pod("etl:1")._execution_finished()


def test_a_result_variable_of_the_users_own_gives_way() -> None:
    pod = Pod("etl:1", {"KPOD_RESULT": "/elsewhere"}, result=Result("/out/result.json"))
    assert main(pod)["env"] == [{"name": "KPOD_RESULT", "value": "/out/result.json"}]
    assert main(pod)["terminationMessagePath"] == "/out/result.json"


def test_device_claims_are_declared_for_the_pod() -> None:
    body = Pod("etl:1", resources=Resources(claims={"gpu": "single-gpu"})).to_body()
    assert body["spec"]["resourceClaims"] == [{"name": "gpu", "resourceClaimTemplateName": "single-gpu"}]
    assert body["spec"]["containers"][0]["resources"] == {"claims": [{"name": "gpu"}]}
    assert rules.check(body) == []
