"""Is what runs what I asked for: each example, created and read back, shows no difference; a change of it shows one."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import kpod
from kpod import merge
from kpod.cli import main
from kpod.cluster import Body, Cluster, Ref
from kpod.errors import NotFoundError
from kpod.kube import KubeCluster
from tests.golden.test_examples import EXAMPLES, objects
from tests.unit.merge.asked import ASKED

pytestmark = pytest.mark.real
UNKNOWN = {"priorityClassName", "serviceAccountName"}
"""What admission looks up, and a cluster for tests does not have under the examples' names."""


def bodies(path: Path, namespace: str) -> Iterator[Body]:
    for made in objects(path):
        body = made.to_body()
        body["metadata"]["namespace"] = namespace
        spec = body.get("spec", {})
        for part in (spec, spec.get("template", {}).get("spec", {})):
            for name in UNKNOWN:
                part.pop(name, None)
        yield body


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_a_live_example_is_what_was_asked_for(path: Path, cluster: Cluster, namespace: str) -> None:
    for body in bodies(path, namespace):
        created = cluster.create(body)
        assert merge.diff(body, created) == []
        assert merge.diff(body, cluster.get(Ref.of(created))) == []


@pytest.mark.parametrize("body", ASKED.values(), ids=[name.replace(" ", "-") for name in ASKED])
def test_what_a_server_fills_in_is_no_difference(body: Body, cluster: Cluster, namespace: str) -> None:
    body = copy.deepcopy(body)
    if body["kind"] == "Event":
        body["involvedObject" if "involvedObject" in body else "regarding"]["namespace"] = namespace
    assert merge.diff(body, cluster.create(body, namespace=namespace, dry_run=True)) == []


def test_a_change_of_a_live_object_is_a_difference(cluster: Cluster, namespace: str, job: Callable[..., Body]) -> None:
    body = job("sleep 60", job={"suspend": True}, name="changed", container={"resources": {"limits": {"cpu": "0.5"}}})
    body["metadata"]["namespace"] = namespace
    ref = Ref.of(cluster.create(body))
    assert merge.diff(body, cluster.get(ref)) == []
    patch: Any = {"metadata": {"labels": {"who": "somebody"}}, "spec": {"backoffLimit": 3}}
    cluster.patch(ref, patch, patch_type="strategic")
    assert merge.diff(body, cluster.get(ref)) == [
        merge.Difference("metadata.labels.who", merge.ABSENT, "somebody"),
        merge.Difference("spec.backoffLimit", 0, 3),
    ]


def test_a_pod_that_has_run_is_still_what_was_asked_for(
    cluster: KubeCluster, namespace: str, pod: Callable[..., Body], until: Callable[..., Any]
) -> None:
    body = pod("true", name="ran", spec={"automountServiceAccountToken": True})
    body["metadata"]["namespace"] = namespace
    ref = Ref.of(cluster.create(body))
    until(lambda: (cluster.get(ref).get("status") or {}).get("phase") == "Succeeded", "the Pod has run")
    assert merge.diff(body, cluster.get(ref)) == []
    cluster.delete(ref)
    with pytest.raises(NotFoundError):
        until(lambda: cluster.get(ref) is None, "the Pod is gone")


def test_the_command_says_where_a_live_object_differs(
    cluster: Any, namespace: str, job: Callable[..., Body], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    body = job("sleep 60", job={"suspend": True}, name="told")
    file = tmp_path / "job.yaml"
    file.write_text(kpod.to_yaml(body))
    words = ["diff", str(file), "--kubeconfig", str(cluster.kubeconfig), "--namespace", namespace]
    assert main.main(words) == 1
    assert capsys.readouterr().out.splitlines()[1:] == ["- the object is not there"]
    created = cluster.create(body, namespace=namespace)
    assert main.main(words) == 0
    assert capsys.readouterr().out == ""
    cluster.patch(Ref.of(created), {"spec": {"backoffLimit": 4}})
    assert main.main([*words, "--output", "json"]) == 1
    assert json.loads(capsys.readouterr().out)["objects"][0]["differences"] == [{"path": "spec.backoffLimit", "wanted": 0, "found": 4}]
