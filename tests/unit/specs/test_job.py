from __future__ import annotations

import copy
import pickle
from datetime import timedelta
from typing import Any

import pytest

from kpod.api import batch_v1
from kpod.errors import SpecError
from kpod.specs.job import Job
from kpod.specs.pod import Pod
from kpod.specs.requests import JobRequest
from kpod.specs.result import Result
from kpod.specs.secret import Secret


def test_a_small_job_sends_what_was_written_and_what_the_docstring_lists() -> None:
    assert Job(Pod("team/etl:1")).to_body() == {
        "apiVersion": "batch/v1",
        "kind": "Job",
        "metadata": {"generateName": "etl-"},
        "spec": {
            "backoffLimit": 0,
            "template": {
                "spec": {"containers": [{"name": "main", "image": "team/etl:1"}], "restartPolicy": "Never"},
            },
        },
    }


def test_every_parameter_finds_its_place() -> None:
    job = Job(
        Pod("etl:1", name="from-pod", namespace="data", labels={"app": "etl"}, annotations={"a": "b"}, result=Result()),
        retries=2,
        deadline=timedelta(hours=1),
        labels={"team": "data"},
        annotations={"c": "d"},
        keep=timedelta(days=1),
        parallelism=2,
        completions=3,
        indexed=True,
        suspend=True,
        on_disruption="fail",
    )
    body = job.to_body()
    assert isinstance(job.compile(), batch_v1.Job)
    assert body["metadata"] == {
        "name": "from-pod",
        "namespace": "data",
        "labels": {"team": "data"},
        "annotations": {"c": "d", "kpod/result": '{"path": "/kpod/result"}'},
    }
    template = body["spec"].pop("template")
    assert body["spec"] == {
        "backoffLimit": 2,
        "activeDeadlineSeconds": 3600,
        "ttlSecondsAfterFinished": 86400,
        "parallelism": 2,
        "completions": 3,
        "completionMode": "Indexed",
        "suspend": True,
        "podFailurePolicy": {"rules": [{"action": "FailJob", "onPodConditions": [{"type": "DisruptionTarget", "status": "True"}]}]},
    }
    assert template["metadata"] == {
        "labels": {"app": "etl"},
        "annotations": {"a": "b", "kpod/result": '{"path": "/kpod/result"}'},
    }
    assert job.check() == []


def test_the_jobs_own_name_and_namespace_come_first() -> None:
    metadata = Job(Pod("x", name="pod", namespace="a"), name="job", namespace="b").to_body()["metadata"]
    assert (metadata["name"], metadata["namespace"]) == ("job", "b")


@pytest.mark.parametrize(("word", "action"), [("fail", "FailJob"), ("retry", "Ignore"), ("count", None), (None, None)])
def test_a_failure_rule_is_sent_only_when_it_was_asked_for(word: Any, action: str | None) -> None:
    spec = Job(Pod("x"), deadline=60, on_disruption=word).to_body()["spec"]
    assert (spec["podFailurePolicy"]["rules"][0]["action"] if action else spec.get("podFailurePolicy")) == action


@pytest.mark.parametrize(
    ("wrong", "path", "message"),
    [
        ({"pod": "etl:1"}, "pod", "write Job(Pod("),
        ({"pod": Pod}, "pod", "the class Pod stands here"),
        ({"retries": -1}, "retries", "less than 0"),
        ({"retries": "2"}, "retries", "write 2"),
        ({"deadline": 0}, "deadline", "less than 1"),
        ({"deadline": "1h"}, "deadline", "timedelta(hours=1)"),
        ({"name": "x" * 64}, "name", "at most 63"),
        ({"pod": Pod("x", name="x" * 64)}, "pod.name", "at most 63"),
        ({"labels": {"a": "b c"}}, "labels[a]", "did you mean b-c?"),
        ({"parallelism": -1}, "parallelism", "less than 0"),
        ({"suspend": "yes"}, "suspend", "neither True nor False"),
        ({"indexed": "yes"}, "indexed", "neither True nor False"),
        ({"indexed": True}, "indexed", "write completions=10"),
        ({"on_disruption": "again"}, "on_disruption", 'write "fail", "retry" or "count"'),
        ({"on_disruption": "retry"}, "on_disruption", "give the Job a deadline"),
        ({"base": {"kind": "Pod"}}, "base.kind", "a Pod stands here instead of a Job"),
        ({"kube_req_factory": JobRequest}, "kube_req_factory", "write JobRequest()"),
    ],
)
def test_bad_input_is_refused_where_it_is_written(wrong: dict[str, Any], path: str, message: str) -> None:
    with pytest.raises(SpecError) as caught:
        Job(**{"pod": Pod("etl:1"), **wrong})
    (problem,) = caught.value.problems
    assert problem.path == path
    assert message in f"{problem.message}; {problem.fix}"


def test_a_job_refuses_a_pod_that_restarts_always_whoever_says_so() -> None:
    always = {"spec": {"restartPolicy": "Always"}}
    for job in (Job(Pod("x", base=always)), Job(Pod("x", patch=always)), Job(Pod("x"), patch={"spec": {"template": always}})):
        with pytest.raises(SpecError, match="cannot restart Always"):
            job.to_body()


def test_base_and_patch_lie_under_and_over_the_job() -> None:
    job = Job(
        Pod("x"),
        retries=1,
        name="etl",
        base={"spec": {"backoffLimit": 9, "completionMode": "NonIndexed", "template": {"metadata": {"labels": {"a": "b"}}}}},
        patch="apiVersion: batch/v1\nkind: Job\nspec: {suspend: true}\n",
    )
    spec = job.to_body()["spec"]
    assert (spec["backoffLimit"], spec["completionMode"], spec["suspend"]) == (1, "NonIndexed", True)
    assert spec["template"]["metadata"]["labels"] == {"a": "b"}


def test_a_site_changes_every_job_by_its_own_factory() -> None:
    class Queued(JobRequest):
        def build(self, spec: Job, /) -> batch_v1.Job:
            job = super().build(spec.but(labels={**spec.labels, "kueue.x-k8s.io/queue-name": "batch"}))
            job.spec.suspend = True
            return job

    job = Job(Pod("x", name="etl"), kube_req_factory=Queued())
    assert job.to_body()["spec"]["suspend"] is True
    assert "queue-name: batch" in job.to_yaml()


def test_a_job_needs_the_secrets_of_its_pod() -> None:
    job = Job(Pod("x", secrets=[Secret("db", {"A": "1"})]))
    assert [each.to_body()["kind"] for each in job.objects()] == ["Job", "Secret"]


def test_equal_jobs_are_equal_and_survive_copy_and_pickle() -> None:
    job = Job(Pod("x", {"A": "1"}), retries=1, patch={"spec": {"suspend": True}})
    for twin in (copy.deepcopy(job), pickle.loads(pickle.dumps(job)), job.but()):
        assert twin == job
        assert hash(twin) == hash(job)
    assert job.but(retries=3).retries == 3


def test_what_is_no_pod_is_told_in_one_line_with_the_way_to_make_one_of_it() -> None:
    from kubernetes.client import V1Container, V1Pod, V1PodSpec

    model = V1Pod(spec=V1PodSpec(containers=[V1Container(name="a", image="b")]))
    with pytest.raises(SpecError, match=r"Job\(Pod\(base=…\)\)") as caught:
        Job(model)
    assert "\n" not in str(caught.value)
    assert Job(Pod(base=model)).to_body()["spec"]["template"]["spec"]["containers"] == [{"name": "main", "image": "b"}]
