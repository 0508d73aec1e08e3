from __future__ import annotations

import copy
from typing import Any

import pytest

from kpod import rules
from kpod.api.schema import NEWEST, OLDEST, TYPES
from kpod.errors import SpecError
from tests.unit.rules.cases import JOB, POD


def pod(**spec: Any) -> dict[str, Any]:
    return {**POD, "spec": {**copy.deepcopy(POD["spec"]), **spec}}


def test_a_plain_pod_needs_nothing_newer_than_the_oldest_schema() -> None:
    assert rules.needs(POD) == rules.Needs(OLDEST)
    assert rules.check_version(POD, "1.25") == []


def test_the_newest_field_decides_and_each_reason_is_told() -> None:
    found = rules.needs(pod(resources={"limits": {"cpu": "1"}}, schedulingGates=[{"name": "a"}], hostUsers=False))
    assert found.version == "1.34"
    assert [(reason.path, reason.version) for reason in found.reasons] == [
        ("spec.resources", "1.34"),
        ("spec.hostUsers", "1.33"),
        ("spec.schedulingGates", "1.27"),
    ]


def test_a_server_that_is_too_old_is_told_with_the_field() -> None:
    body = pod(initContainers=[{"name": "proxy", "image": "p:1", "restartPolicy": "Always"}])
    assert rules.check_version(body, "1.29") == []
    (problem,) = rules.check_version(body, "v1.28.3")
    assert (problem.path, problem.rule) == ("spec.initContainers[proxy].restartPolicy", "kubernetes-version")
    assert problem.message == "restartPolicy needs a server of 1.29 or newer, not 1.28"
    assert problem.fix == "leave it out, or use a server of 1.29 or newer"


def test_a_job_s_fields_and_those_of_its_pods_are_read() -> None:
    body = copy.deepcopy(JOB)
    body["spec"].update(completionMode="Indexed", completions=1, backoffLimitPerIndex=0)
    body["spec"]["template"]["spec"]["hostnameOverride"] = "a"
    assert [(reason.path, reason.version) for reason in rules.needs(body).reasons] == [
        ("spec.template.spec.hostnameOverride", "1.35"),
        ("spec.backoffLimitPerIndex", "1.29"),
    ]


def test_a_volume_that_no_kubelet_mounts_any_more_is_wrong_for_new_servers_only() -> None:
    body = pod(volumes=[{"name": "data", "cephfs": {"monitors": ["a"]}}])
    assert rules.check_version(body, "1.30") == []
    (problem,) = rules.check_version(body, "1.31")
    assert problem.path == "spec.volumes[data].cephfs"


def test_a_name_of_a_variable_that_old_servers_refuse() -> None:
    body = pod()
    body["spec"]["containers"][0]["env"] = [{"name": "1A", "value": "x"}]
    assert [reason.path for reason in rules.needs(body).reasons] == ["spec.containers[main].env[1A].name"]


def test_a_field_that_came_with_the_newest_schema_needs_it() -> None:
    newest = sorted(wire for wire, field in TYPES["core_v1.PodSpec"].items() if field.since == NEWEST)
    for wire in newest:
        assert rules.needs(pod(**{wire: [{"name": "x"}]})).version == NEWEST, wire
    assert newest


def test_versions_are_compared_as_numbers() -> None:
    body = pod(schedulingGates=[{"name": "a"}])
    assert rules.check_version(body, "1.9")
    assert not rules.check_version(body, "1.100")
    assert not rules.check_version(body, "2.0")


@pytest.mark.parametrize("version", ["", "latest", "1", "1.x", "1.30 "])
def test_a_version_that_is_none_is_refused(version: str) -> None:
    with pytest.raises(SpecError, match="is no version of Kubernetes"):
        rules.check_version(POD, version)


def test_a_kind_that_kpod_does_not_know_needs_nothing() -> None:
    assert rules.needs({"apiVersion": "example.com/v1", "kind": "Thing", "spec": {"hostUsers": False}}) == rules.Needs(OLDEST)
