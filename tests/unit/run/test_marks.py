"""Names, keys and marks: what is sent, and how one run is told from another."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from kpod import names
from kpod.api.schema import TYPES
from kpod.errors import SpecError
from kpod.run import marks
from kpod.run.secrets import REFERENCES, own

POD: dict[str, Any] = {
    "apiVersion": "v1",
    "kind": "Pod",
    "metadata": {"generateName": "load-"},
    "spec": {
        "containers": [
            {
                "name": "main",
                "env": [
                    {"name": "A", "valueFrom": {"secretKeyRef": {"name": "db", "key": "a"}}},
                    {"name": "B", "valueFrom": {"configMapKeyRef": {"name": "db", "key": "a"}}},
                ],
                "envFrom": [{"secretRef": {"name": "db"}}, {"configMapRef": {"name": "db"}}],
            }
        ],
        "volumes": [
            {"name": "db", "secret": {"secretName": "db"}},
            {"name": "all", "projected": {"sources": [{"secret": {"name": "db"}}, {"configMap": {"name": "db"}}]}},
            {"name": "other", "secret": {"secretName": "other"}},
        ],
        "imagePullSecrets": [{"name": "db"}, {"name": "other"}],
    },
}


def test_the_same_key_has_the_same_name_and_another_key_another() -> None:
    one, two = (marks.identify(POD, key="day 1", name=None) for _ in range(2))
    assert one == two
    assert one.name.startswith("load-")
    assert marks.identify(POD, key="day 2", name=None).name != one.name


def test_without_a_key_each_name_is_fresh() -> None:
    one, two = (marks.identify(POD, key=None, name=None) for _ in range(2))
    assert one.name != two.name
    assert one.key is None


def test_an_explicit_name_is_taken_as_it_is_and_is_the_key() -> None:
    named = {**POD, "metadata": {"name": "mine"}}
    assert marks.identify(named, key=None, name=None) == marks.Identity("mine", "mine")
    assert marks.identify(named, key=None, name="yours") == marks.Identity("yours", "yours")
    assert marks.identify(named, key="k", name="yours") == marks.Identity("yours", "k")
    assert marks.identify(named, key="k", name=None).name.startswith("mine-")


@pytest.mark.parametrize(("key", "name"), [("", None), (None, "No Name"), (None, "x" * 300)])
def test_a_key_or_name_that_cannot_be_is_refused(key: str | None, name: str | None) -> None:
    with pytest.raises(SpecError):
        marks.identify(POD, key=key, name=name)


def test_marking_leaves_the_argument_as_it_is_and_the_hash_is_of_what_was_asked() -> None:
    before = copy.deepcopy(POD)
    identity = marks.identify(POD, key="k", name=None)
    sent = marks.marked(POD, identity, namespace="n", launch="1", keep=60.0)
    assert before == POD
    assert sent["metadata"]["namespace"] == "n"
    assert "generateName" not in sent["metadata"]
    assert sent["metadata"]["labels"] == {names.MANAGED_BY: "kpod", marks.KEY: marks.key_label("k")}
    assert marks.annotation(sent, marks.KEY) == "k"
    assert marks.annotation(sent, marks.SPEC) == marks.spec_hash(POD)
    assert "ttlSecondsAfterFinished" not in sent["spec"]


def test_a_jobs_pods_carry_the_marks_and_the_job_its_time_to_stay_unless_it_says_one() -> None:
    job: dict[str, Any] = {"apiVersion": "batch/v1", "kind": "Job", "metadata": {}, "spec": {"template": {"spec": POD["spec"]}}}
    sent = marks.marked(job, marks.Identity("a", None), namespace="n", launch="1", keep=60.4)
    assert sent["spec"]["ttlSecondsAfterFinished"] == 60
    assert sent["spec"]["template"]["metadata"]["labels"] == {names.MANAGED_BY: "kpod"}
    job["spec"]["ttlSecondsAfterFinished"] = 5
    assert marks.marked(job, marks.Identity("a", None), namespace="n", launch="1", keep=60.0)["spec"]["ttlSecondsAfterFinished"] == 5


def test_a_runs_secrets_get_names_of_its_own_and_every_reference_follows() -> None:
    secret = {"apiVersion": "v1", "kind": "Secret", "metadata": {"name": "db"}, "data": {"a": "Yg=="}}
    body, [renamed] = own(POD, [secret], "load-1")
    name = renamed["metadata"]["name"]
    assert name.startswith("db-")
    assert secret["metadata"]["name"] == "db"
    assert own(POD, [secret], "load-2")[1][0]["metadata"]["name"] != name
    main = body["spec"]["containers"][0]
    assert main["env"][0]["valueFrom"]["secretKeyRef"]["name"] == name
    assert main["env"][1]["valueFrom"]["configMapKeyRef"]["name"] == "db"
    assert main["envFrom"] == [{"secretRef": {"name": name}}, {"configMapRef": {"name": "db"}}]
    assert [volume["name"] for volume in body["spec"]["volumes"]] == ["db", "all", "other"]
    assert body["spec"]["volumes"][0]["secret"]["secretName"] == name
    assert body["spec"]["volumes"][1]["projected"]["sources"] == [{"secret": {"name": name}}, {"configMap": {"name": "db"}}]
    assert body["spec"]["volumes"][2]["secret"]["secretName"] == "other"
    assert body["spec"]["imagePullSecrets"] == [{"name": name}, {"name": "other"}]


def test_secrets_and_config_maps_of_one_name_are_told_apart_and_follow_wherever_they_stand() -> None:
    parts = [{"apiVersion": "v1", "kind": kind, "metadata": {"name": "db"}} for kind in ("Secret", "ConfigMap")]
    job = {"apiVersion": "batch/v1", "kind": "Job", "metadata": {}, "spec": {"template": {"spec": copy.deepcopy(POD["spec"])}}}
    volumes = job["spec"]["template"]["spec"]["volumes"]
    volumes[2] = {"name": "csi", "csi": {"driver": "d", "nodePublishSecretRef": {"name": "db"}}}
    volumes.append({"name": "settings", "configMap": {"name": "db", "items": [{"key": "db", "path": "db"}]}})
    volumes.append({"name": "files", "azureFile": {"secretName": "db", "shareName": "db"}})
    body, renamed = own(job, parts, "load-1")
    secret, config_map = (part["metadata"]["name"] for part in renamed)
    assert secret == config_map != "db"
    spec = body["spec"]["template"]["spec"]
    assert spec["containers"][0]["env"][1]["valueFrom"]["configMapKeyRef"] == {"name": config_map, "key": "a"}
    assert [reference[key]["name"] for reference in spec["containers"][0]["envFrom"] for key in reference] == [secret, config_map]
    assert [source[key]["name"] for source in spec["volumes"][1]["projected"]["sources"] for key in source] == [secret, config_map]
    assert [volume["name"] for volume in spec["volumes"]] == ["db", "all", "csi", "settings", "files"]
    assert spec["volumes"][2]["csi"]["nodePublishSecretRef"] == {"name": secret}
    assert spec["volumes"][3]["configMap"] == {"name": config_map, "items": [{"key": "db", "path": "db"}]}
    assert spec["volumes"][4]["azureFile"] == {"secretName": secret, "shareName": "db"}


def test_every_type_of_a_pod_that_names_a_secret_or_a_config_map_is_known() -> None:
    found: set[str] = set()
    waiting = ["core_v1.PodSpec"]
    while waiting:
        key = waiting.pop()
        found.add(key)
        waiting += [field.type for field in TYPES[key].values() if field.type in TYPES and field.type not in found]
    naming = {key for key in found if "Secret" in key or "ConfigMap" in key or key == "core_v1.LocalObjectReference"}
    naming |= {key for key in found if "secretName" in TYPES[key]}
    assert naming == set(REFERENCES)
    others = {"core_v1.TypedLocalObjectReference", "core_v1.TypedObjectReference", "core_v1.ObjectReference", "core_v1.SecretReference"}
    assert found & others <= {"core_v1.TypedLocalObjectReference", "core_v1.TypedObjectReference"}, "a claim's data source is no Secret"
    holders = {f"{key}.{name}" for key in found for name, field in TYPES[key].items() if field.type == "core_v1.LocalObjectReference"}
    assert all("Secret" in holder or "secretRef" in holder for holder in holders), holders


def test_differences_are_those_from_what_was_asked_and_quantities_compare_by_value() -> None:
    def pod(grace: int, memory: str, value: str, **more: Any) -> dict[str, Any]:
        main = {"name": "main", "resources": {"limits": {"memory": memory}}, "env": [{"name": "A", "value": value}]}
        return {"apiVersion": "v1", "kind": "Pod", "spec": {"terminationGracePeriodSeconds": grace, "containers": [main], **more}}

    asked, there = pod(1, "1024Mi", "canary", hostname="x"), pod(2, "1Gi", "other", schedulerName="default-scheduler")
    assert marks.differences(asked, there) == [
        "spec.terminationGracePeriodSeconds (2 there, 1 asked for)",
        "spec.containers[main].env[A].value",
        "spec.hostname (nothing there, 'x' asked for)",
    ]
