from __future__ import annotations

from typing import Any

import pytest

from kpod.api import core_v1
from kpod.errors import SpecError
from kpod.specs.pod import Pod


def main(pod: Pod) -> dict[str, Any]:
    container: dict[str, Any] = pod.to_body()["spec"]["containers"][0]
    return container


BASE = """
apiVersion: v1
kind: Pod
metadata:
  name: template
  labels: {team: data, app: old}
spec:
  restartPolicy: OnFailure
  hostNetwork: true
  containers:
  - name: base
    image: old:1
    workingDir: /app
    env: [{name: A, value: old}, {name: C, value: kept}]
"""


def test_a_base_lies_under_the_spec_and_its_only_container_is_the_main_one() -> None:
    body = Pod("etl:1", {"A": "1", "B": "2"}, labels={"app": "etl"}, base=BASE).to_body()
    assert body["metadata"] == {"name": "template", "labels": {"team": "data", "app": "etl"}}
    assert body["spec"] == {
        "restartPolicy": "OnFailure",
        "hostNetwork": True,
        "containers": [
            {
                "name": "main",
                "image": "etl:1",
                "workingDir": "/app",
                "env": [{"name": "A", "value": "1"}, {"name": "C", "value": "kept"}, {"name": "B", "value": "2"}],
            }
        ],
    }


def test_the_image_may_come_from_the_base_alone() -> None:
    pod = Pod(base=BASE, name="etl")
    assert main(pod)["image"] == "old:1"
    assert pod.to_body()["metadata"]["name"] == "etl"


def test_a_name_takes_the_place_of_the_generated_one_of_a_base() -> None:
    assert Pod("x", name="etl", base={"metadata": {"generateName": "t-"}}).to_body()["metadata"]["name"] == "etl"
    assert "generateName" not in Pod("x", name="etl", base={"metadata": {"generateName": "t-"}}).to_body()["metadata"]
    assert Pod("x", base={"metadata": {"generateName": "t-"}}).to_body()["metadata"]["generateName"] == "t-"


def test_a_base_is_text_or_a_dict_or_an_api_object_or_a_model_of_the_official_client() -> None:
    from kubernetes.client import V1Container, V1Pod, V1PodSpec

    wanted = Pod("x", base={"spec": {"containers": [{"name": "main", "tty": True}]}}).to_body()
    text = "apiVersion: v1\nkind: Pod\nspec: {containers: [{name: main, tty: true}]}\n"
    api = core_v1.Pod(spec=core_v1.PodSpec(containers=[core_v1.Container(name="main", tty=True)]))
    model = V1Pod(spec=V1PodSpec(containers=[V1Container(name="main", tty=True)]))
    for base in (text, api, model):
        assert Pod("x", base=base).to_body() == wanted


def test_a_patch_lies_over_everything_also_with_false_empty_and_null() -> None:
    pod = Pod(
        "etl:1",
        cmds=["sh"],
        args=["x"],
        labels={"a": "b"},
        base={"spec": {"hostNetwork": True}},
        patch={
            "metadata": {"labels": {"a": "c"}},
            "spec": {
                "hostNetwork": False,
                "containers": [{"name": "main", "command": None, "args": [], "tty": True}, {"name": "proxy", "image": "p:1"}],
            },
        },
    )
    body = pod.to_body()
    assert body["metadata"]["labels"]["a"] == "c"
    assert body["spec"]["hostNetwork"] is False
    assert body["spec"]["containers"] == [{"name": "main", "image": "etl:1", "args": [], "tty": True}, {"name": "proxy", "image": "p:1"}]


@pytest.mark.parametrize(
    ("layers", "message"),
    [
        ({"base": "kind: [Pod"}, "base"),
        ({"base": "a: 1\n---\nb: 2\n"}, "the text holds 2 objects"),
        ({"base": "kind: Pod\nkind: Pod\n"}, "kind"),
        ({"base": {"kind": "Job"}}, "a Job stands here instead of a Pod"),
        ({"patch": {"kind": "Job"}}, "a Job stands here instead of a Pod"),
        ({"base": 7}, "nothing that describes an object"),
    ],
)
def test_a_base_that_is_no_pod_is_refused(layers: dict[str, Any], message: str) -> None:
    with pytest.raises(SpecError, match=message):
        Pod("x", **layers)


def test_a_base_of_several_containers_must_call_one_main() -> None:
    pod = Pod("x", base={"spec": {"containers": [{"name": "a"}, {"name": "b"}]}})
    with pytest.raises(SpecError, match="call the main one main"):
        pod.to_body()
