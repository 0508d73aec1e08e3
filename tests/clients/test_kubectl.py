"""The stock kubectl against a cluster: what a person types first has to work, word for word as on a real one."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from tests.clients.conftest import Kubectl


def manifest(image: str, script: str = "echo one; sleep 1; echo two", **metadata: Any) -> str:
    container = {"name": "main", "image": image, "imagePullPolicy": "IfNotPresent", "command": ["sh", "-c", script]}
    pod = {"restartPolicy": "Never", "terminationGracePeriodSeconds": 1, "containers": [container]}
    spec = {"backoffLimit": 0, "template": {"metadata": {"labels": {"app": "hello"}}, "spec": pod}}
    return json.dumps({"apiVersion": "batch/v1", "kind": "Job", "metadata": {"name": "hello", **metadata}, "spec": spec})


def column(text: str, name: str) -> list[str]:
    """The cells of one column of a table without empty cells."""
    head, *rows = (re.split(r"\s{2,}", line.strip()) for line in text.splitlines())
    return [row[head.index(name)] for row in rows]


@pytest.mark.real
def test_a_job_is_applied_followed_waited_for_shown_and_deleted(kubectl: Kubectl, image: str) -> None:
    assert kubectl("apply", "-f", "-", stdin=manifest(image)).stdout == "job.batch/hello created\n"
    kubectl("wait", "--for=jsonpath={.status.ready}=1", "job/hello", "--timeout=60s")
    assert kubectl("logs", "-f", "job/hello").stdout == "one\ntwo\n"
    assert "condition met" in kubectl("wait", "--for=condition=complete", "job/hello", "--timeout=60s").stdout

    jobs = kubectl("get", "jobs", "-o", "wide").stdout
    assert column(jobs, "STATUS") == ["Complete"]
    assert column(jobs, "COMPLETIONS") == ["1/1"]
    assert column(jobs, "IMAGES") == [image]
    assert column(kubectl("get", "pods", "-o", "wide").stdout, "STATUS") == ["Completed"]
    shown = kubectl("get", "job", "hello", "-o", "yaml").stdout
    assert "reason: CompletionsReached" in shown
    assert "kubectl.kubernetes.io/last-applied-configuration" in shown

    described = kubectl("describe", "job", "hello").stdout
    assert "0 Active (0 Ready) / 1 Succeeded / 0 Failed" in described
    assert "SuccessfulCreate" in described
    pod = kubectl("describe", "pod", "--selector", "app=hello").stdout
    assert "Controlled By:  Job/hello" in pod
    assert "Exit Code:    0" in pod
    assert {"SuccessfulCreate", "Completed", "Scheduled", "Started"} <= set(column(kubectl("events").stdout, "REASON"))

    assert 'job.batch "hello" deleted' in kubectl("delete", "job", "hello").stdout
    kubectl("wait", "--for=delete", "pod", "--selector", "app=hello", "--timeout=60s")
    assert "No resources found" in kubectl("get", "jobs,pods").stderr


def test_a_second_apply_changes_only_what_differs(kubectl: Kubectl, image: str) -> None:
    kubectl("apply", "-f", "-", stdin=manifest(image))
    assert kubectl("apply", "-f", "-", stdin=manifest(image)).stdout == "job.batch/hello unchanged\n"
    assert kubectl("apply", "-f", "-", stdin=manifest(image, labels={"more": "yes"})).stdout == "job.batch/hello configured\n"
    assert kubectl("get", "job", "hello", "-o", "jsonpath={.metadata.labels.more}").stdout == "yes"
    kubectl("apply", "-f", "-", stdin=manifest(image))
    assert kubectl("get", "job", "hello", "-o", "jsonpath={.metadata.labels.more}").stdout == ""


def test_the_template_of_a_job_cannot_be_changed(kubectl: Kubectl, image: str) -> None:
    kubectl("apply", "-f", "-", stdin=manifest(image))
    refused = kubectl("apply", "-f", "-", stdin=manifest(image, "echo other"), code=1)
    assert "spec.template: Invalid value" in refused.stderr
    assert "field is immutable" in refused.stderr


def test_a_misspelt_field_is_refused_by_its_name(kubectl: Kubectl, image: str) -> None:
    body = manifest(image).replace('"imagePullPolicy"', '"imagePullPolcy"')
    refused = kubectl("apply", "-f", "-", stdin=body, code=1)
    assert 'strict decoding error: unknown field "spec.template.spec.containers[0].imagePullPolcy"' in refused.stderr


def test_server_side_apply_creates_repeats_and_refuses_what_another_manager_applied(kubectl: Kubectl) -> None:
    def config(value: str) -> str:
        return json.dumps({"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "c"}, "data": {"a": value}})

    arguments = ("apply", "--server-side", "-f", "-", "--field-manager")
    assert "serverside-applied" in kubectl(*arguments, "one", stdin=config("1")).stdout
    kubectl(*arguments, "one", stdin=config("1"))
    refused = kubectl(*arguments, "two", stdin=config("2"), code=1)
    assert 'conflict with "one": .data.a' in refused.stderr
    kubectl(*arguments, "two", "--force-conflicts", stdin=config("2"))
    assert kubectl("get", "configmap", "c", "-o", "jsonpath={.data.a}").stdout == "2"


def test_a_secret_is_created_by_protobuf_and_described_without_its_value(kubectl: Kubectl) -> None:
    kubectl("create", "secret", "generic", "s", "--from-literal=password=hunter2")
    assert kubectl("get", "secret", "s", "-o", "jsonpath={.data.password}").stdout == "aHVudGVyMg=="
    described = kubectl("describe", "secret", "s").stdout
    assert "password:  7 bytes" in described
    assert "hunter2" not in described


def test_other_kinds_are_created_by_protobuf(kubectl: Kubectl, image: str) -> None:
    kubectl("create", "configmap", "c", "--from-literal=a=b")
    kubectl("create", "serviceaccount", "bob")
    kubectl("create", "role", "reader", "--verb=get", "--resource=pods")
    kubectl("create", "rolebinding", "bob-reads", "--role=reader", "--serviceaccount=default:bob")
    kubectl("create", "job", "j", f"--image={image}", "--", "true")
    assert column(kubectl("get", "configmap", "c").stdout, "DATA") == ["1"]
    assert column(kubectl("get", "rolebinding", "-o", "wide").stdout, "ROLE") == ["Role/reader"]
    kubectl("wait", "--for=condition=complete", "job/j", "--timeout=60s")


def test_a_job_that_fails_shows_why(kubectl: Kubectl, image: str) -> None:
    kubectl("apply", "-f", "-", stdin=manifest(image, "exit 3"))
    kubectl("wait", "--for=condition=failed", "job/hello", "--timeout=60s")
    assert column(kubectl("get", "jobs").stdout, "STATUS") == ["Failed"]
    assert column(kubectl("get", "pods").stdout, "STATUS") == ["Error"]
    assert "BackoffLimitExceeded" in column(kubectl("events", "--for", "job/hello").stdout, "REASON")


def test_a_running_pod_is_labelled_patched_and_deleted(kubectl: Kubectl, image: str) -> None:
    kubectl("run", "p", f"--image={image}", "--image-pull-policy=IfNotPresent", "--restart=Never", "--command", "--", "sleep", "300")
    kubectl("wait", "--for=condition=Ready", "pod/p", "--timeout=60s")
    kubectl("label", "pod", "p", "colour=blue")
    kubectl("patch", "pod", "p", "-p", '{"metadata":{"annotations":{"x":"1"}}}')
    kubectl("patch", "pod", "p", "--type=json", "-p", '[{"op":"add","path":"/metadata/labels/shape","value":"round"}]')
    labels = json.loads(kubectl("get", "pod", "p", "-o", "jsonpath={.metadata.labels}").stdout)
    assert (labels["colour"], labels["shape"]) == ("blue", "round")
    assert "p" in kubectl("get", "pods", "--selector", "colour in (blue, red), shape!=square").stdout
    kubectl("delete", "pod", "p", "--grace-period=1")
    assert "not found" in kubectl("get", "pod", "p", code=1).stderr


def test_a_namespace_goes_with_everything_in_it(kubectl: Kubectl, namespace: str, kubectl_anywhere: Kubectl) -> None:
    name = f"{namespace}-more"
    kubectl_anywhere("create", "namespace", name)
    kubectl_anywhere("create", "configmap", "c", "--namespace", name)
    kubectl_anywhere("delete", "namespace", name)
    assert "not found" in kubectl_anywhere("get", "configmap", "c", "--namespace", name, code=1).stderr


@pytest.mark.real
def test_the_user_may_do_everything_and_explain_knows_the_fields(kubectl: Kubectl) -> None:
    assert kubectl("auth", "can-i", "create", "pods").stdout == "yes\n"
    assert "valueFrom\t<EnvVarSource>" in kubectl("explain", "pod.spec.containers.env").stdout
    assert "jobs" in kubectl("api-resources", "--api-group=batch").stdout
    assert json.loads(kubectl("version", "-o", "json").stdout)["serverVersion"]["minor"] == "37"
