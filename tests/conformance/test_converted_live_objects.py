"""What runs on a cluster, as source: it compiles to what is there, and it runs again."""

from __future__ import annotations

import uuid
from typing import Any

import pytest

import kpod
from kpod.cli import main
from kpod.convert import to_source
from kpod.merge import diff

IMAGE = "kpod.local/busybox:1"


def made(text: str) -> Any:
    names: dict[str, Any] = {}
    exec(compile(text, "converted", "exec"), names)
    return [value for name, value in names.items() if name != "__builtins__"][-1]


def written(name: str) -> kpod.Job:
    pod = kpod.Pod(
        IMAGE,
        cmds=["sh", "-c", "set -e\necho from $WHERE\ntouch /scratch/done\n"],
        envs={"WHERE": "here", "NODE": kpod.Env.field("spec.nodeName")},
        volumes={"/scratch": kpod.Volume.empty_dir()},
        resources=kpod.Resources(cpu="10m", memory="32Mi"),
        main=kpod.Container(pull_policy="IfNotPresent"),
        grace=3,
    )
    return kpod.Job(pod, retries=1, deadline=120, name=name)


@pytest.mark.real
def test_a_job_and_its_pod_come_back_as_they_were_asked_for_and_run_again(
    cluster: kpod.KubeCluster, namespace: str, capsys: pytest.CaptureFixture[str]
) -> None:
    name = f"convert-{uuid.uuid4().hex[:6]}"
    job = written(name)
    with job.launch(cluster=cluster, namespace=namespace) as run:
        assert run.wait(timeout=200).ok
        live = cluster.get(run.ref)
        (pod,) = cluster.list("Pod", namespace=namespace, labels=f"batch.kubernetes.io/job-name={name}").items
        pod = {"apiVersion": "v1", "kind": "Pod", **pod}
        assert main.main(["convert", f"job/{name}", "--kubeconfig", str(cluster.kubeconfig), "--namespace", namespace]) == 0
        printed = capsys.readouterr().out
    again = made(printed)
    assert isinstance(again, kpod.Job)
    assert printed == to_source(live)
    assert again.pod == job.pod.but(main=None)  # IfNotPresent is the default for a tag, so nobody need write it
    assert [each for each in diff(again.to_body(), live) if each.path != "spec.ttlSecondsAfterFinished"] == []
    alone = made(to_source(pod))
    assert isinstance(alone, kpod.Pod)
    assert diff(alone.to_body(), pod) == []
    assert "kube-api-access" not in printed
    assert alone.but(name=f"{name}-again").launch(cluster=cluster, namespace=namespace).wait(timeout=200).ok
