"""Pods that do not start, and what they say about it."""

from __future__ import annotations

import base64
import re
import shutil
import subprocess
import sys
import venv
from pathlib import Path

import pytest

from kpod.local.kubelet.isolation import Isolation


def _waiting(reason):
    return lambda status: (status.get("containerStatuses") or [{}])[0].get("state", {}).get("waiting", {}).get("reason") == reason


def test_an_image_that_nobody_mapped_cannot_be_had_and_the_message_names_the_command(make_world, state):
    world = make_world(images={"known": "host"})
    world.run("true", image="registry.example.com/etl:1")
    pod = world.until(_waiting("ErrImagePull"))
    assert "kpod local up --image registry.example.com/etl:1=host" in state(pod)["waiting"]["message"]
    world.until(_waiting("ImagePullBackOff"))
    world.until(_waiting("ErrImagePull"))
    assert pod["status"]["phase"] == "Pending"
    assert ("Failed", "Error: ErrImagePull", 2) in world.events()
    assert "is waiting to start: " in world.do(lambda: world.kubelet.waiting_message("default", "pod", "main"))
    world.delete()
    world.gone()


@pytest.mark.parametrize("name", ["known", "known:latest", "docker.io/library/known", "library/known:latest"])
def test_a_mapped_name_is_found_with_and_without_what_may_be_left_out(make_world, name):
    world = make_world(images={"docker.io/library/known:latest": "host"})
    world.run("true", image=name)
    assert world.ended()["status"]["phase"] == "Succeeded"


def test_a_name_that_is_none_is_invalid(world, state):
    world.run("true", image="UPPER/Case:1")
    pod = world.until(_waiting("InvalidImageName"))
    assert state(pod)["waiting"]["message"] == (
        'Failed to apply default image tag "UPPER/Case:1": couldn\'t parse image name "UPPER/Case:1": '
        "invalid reference format: repository name (Case) must be lowercase"
    )
    assert "InspectFailed" in world.reasons()


def test_an_image_that_must_not_be_pulled_says_so(make_world, state):
    world = make_world(images={})
    world.run("true", image="none:1", imagePullPolicy="Never")
    pod = world.until(_waiting("ErrImageNeverPull"))
    assert state(pod)["waiting"]["message"] == 'Container image "none:1" is not present with pull policy of Never'


def test_a_virtual_environment_is_an_image(make_world):
    world = make_world(images={"tests": Path(sys.prefix)})
    world.run("python", "-c", "import sys, attrs; print(sys.prefix)", image="tests")
    pod = world.ended()
    assert world.log() == f"{sys.prefix}\n", pod["status"]


def test_a_virtual_environment_below_the_temporary_folder_is_an_image(make_world, tmp_path):
    venv.create(tmp_path / "venv", symlinks=True)
    world = make_world(images={"tests": tmp_path / "venv"})
    world.run("sh", "-c", "python -c 'import sys; print(sys.prefix)' && touch /tmp/mine", image="tests")
    pod = world.ended()
    assert (world.log(), pod["status"]["phase"]) == (f"{tmp_path}/venv\n", "Succeeded")


def test_a_folder_is_an_image(make_world, tmp_path):
    folder = tmp_path / "root"
    libraries = subprocess.run(["ldd", "/bin/sh", "/bin/cat"], capture_output=True, text=True, check=True).stdout
    for name in {"/bin/sh", "/bin/cat", *re.findall(r"(/\S+) \(0x", libraries)}:
        target = folder / name.lstrip("/")
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(name, target)
    (folder / "data").mkdir()
    (folder / "data" / "file").write_text("mine")
    world = make_world(images={"root": folder})
    world.run("sh", "-c", "cat /data/file; test -e /usr/bin/env || echo only", image="root")
    pod = world.ended()
    assert world.log() == "mineonly\n", pod["status"]


def test_a_missing_secret_is_waited_for(world, state):
    env = [{"name": "T", "valueFrom": {"secretKeyRef": {"name": "nosecret", "key": "t"}}}]
    world.run("sh", "-c", "echo $T", env=env)
    pod = world.until(_waiting("CreateContainerConfigError"))
    assert state(pod)["waiting"]["message"] == 'secret "nosecret" not found'
    world.put("secrets", "nosecret", data={})
    world.until(lambda status: "couldn't find key t in Secret default/nosecret" in str(status))
    encoded = base64.b64encode(b"here").decode()
    world.do(lambda: world.store.change("secrets", "default", "nosecret", lambda body: body.update(data={"t": encoded})))
    world.ended()
    assert world.log() == "here\n"


def test_a_missing_volume_is_waited_for_and_only_an_event_tells(world, state):
    mounts = [{"name": "v", "mountPath": "/v"}]
    world.run("cat", "/v/k", spec={"volumes": [{"name": "v", "configMap": {"name": "nomap"}}]}, volumeMounts=mounts)
    pod = world.until(lambda status: "FailedMount" in world.reasons())
    assert state(pod)["waiting"] == {"reason": "ContainerCreating"}
    assert 'MountVolume.SetUp failed for volume "v" : configmap "nomap" not found' in {message for _, message, _ in world.events()}
    world.put("configmaps", "nomap", data={"k": "v"})
    world.ended()
    assert world.log() == "v"


def test_a_pod_that_fits_no_node_says_why_and_has_no_container_statuses(world):
    world.run("true", spec={"nodeSelector": {"disk": "ssd"}})
    world.run("true", name="big", resources={"requests": {"cpu": "1000"}})
    for name, text in (("pod", "1 node(s) didn't match Pod's node affinity/selector"), ("big", "1 Insufficient cpu")):
        pod = world.until(lambda status: status.get("conditions"), name)
        condition = pod["status"]["conditions"][0]
        assert (condition["type"], condition["status"], condition["reason"]) == ("PodScheduled", "False", "Unschedulable")
        assert condition["message"].startswith(f"0/1 nodes are available: {text}.")
        assert "containerStatuses" not in pod["status"]
        assert "nodeName" not in pod["spec"]
    assert "FailedScheduling" in world.reasons()
    world.delete()
    world.gone()


def test_where_nothing_can_be_isolated_a_pod_waits_and_an_event_says_what_helps(make_world):
    world = make_world(probed=Isolation(None, "no namespaces", "ask the administrator"))
    world.run("true")
    world.until(lambda status: "FailedCreatePodSandBox" in world.reasons())
    assert world.pod()["status"]["phase"] == "Pending"
    assert any("no namespaces; what helps: ask the administrator" in message for _, message, _ in world.events())
    world.delete()
    world.gone()
