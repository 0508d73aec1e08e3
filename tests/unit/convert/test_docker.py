"""`docker run`'s arguments: what each becomes, what is told, and what is refused."""

from __future__ import annotations

import shlex
import warnings
from pathlib import Path
from typing import Any

import pytest

import kpod
from kpod.convert import ConvertWarning, from_docker


def convert(line: str) -> kpod.Pod:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvertWarning)
        return from_docker(shlex.split(line))


def body(line: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """The spec and the main container of the Pod of a line, without its image."""
    spec = convert(f"{line} etl:1").to_body()["spec"]
    (container,) = spec.pop("containers")
    del spec["restartPolicy"], container["name"], container["image"]
    return spec, container


CONTAINER: dict[str, dict[str, Any]] = {
    "-e A=b": {"env": [{"name": "A", "value": "b"}]},
    "-eA=b --env B=": {"env": [{"name": "A", "value": "b"}, {"name": "B", "value": ""}]},
    "--env=A=b=c": {"env": [{"name": "A", "value": "b=c"}]},
    "-m 512m": {"resources": {"requests": {"memory": "512Mi"}, "limits": {"memory": "512Mi"}}},
    "--memory 2g --memory-reservation 1g": {"resources": {"requests": {"memory": "1Gi"}, "limits": {"memory": "2Gi"}}},
    "--cpus 1.5": {"resources": {"limits": {"cpu": "1.5"}}},
    "--gpus 2": {"resources": {"limits": {"nvidia.com/gpu": "2"}}},
    "-w /srv": {"workingDir": "/srv"},
    "--pull always": {"imagePullPolicy": "Always"},
    "--entrypoint python": {"command": ["python"]},
    "--read-only": {"securityContext": {"readOnlyRootFilesystem": True}},
    "--privileged": {"securityContext": {"privileged": True}},
    "--privileged=false": {"securityContext": {"privileged": False}},
    "--cap-add NET_ADMIN --cap-drop=all": {"securityContext": {"capabilities": {"drop": ["ALL"], "add": ["NET_ADMIN"]}}},
    "--security-opt no-new-privileges": {"securityContext": {"allowPrivilegeEscalation": False}},
    "-p 8080:80 -p 443": {"ports": [{"containerPort": 80}, {"containerPort": 443}]},
    "--expose 53/udp": {"ports": [{"containerPort": 53, "protocol": "UDP"}]},
    "-it --rm -d": {},
}
"""Options of the container, and its body."""

SPEC: dict[str, dict[str, Any]] = {
    "-u 1000:2000": {"securityContext": {"runAsUser": 1000, "runAsGroup": 2000}},
    "--network host": {"hostNetwork": True},
    "--net=bridge": {},
    "-h box": {"hostname": "box"},
    "--add-host db:10.0.0.7 --dns 1.1.1.1": {
        "hostAliases": [{"ip": "10.0.0.7", "hostnames": ["db"]}],
        "dnsConfig": {"nameservers": ["1.1.1.1"]},
    },
    "--pid host --ipc=host": {"hostPID": True, "hostIPC": True},
    "--stop-timeout 90": {"terminationGracePeriodSeconds": 90},
    "--platform linux/arm64/v8": {"nodeSelector": {"kubernetes.io/os": "linux", "kubernetes.io/arch": "arm64"}},
}
"""Options of the Pod, and its spec."""

MOUNTS: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "-v data:/data": ({"persistentVolumeClaim": {"claimName": "data"}}, {}),
    "-v data:/data:ro": ({"persistentVolumeClaim": {"claimName": "data"}}, {"readOnly": True}),
    "-v /srv:/data:ro,z": ({"hostPath": {"path": "/srv"}}, {"readOnly": True}),
    "-v /data": ({"emptyDir": {}}, {}),
    "--mount type=bind,source=/srv,target=/data,readonly": ({"hostPath": {"path": "/srv"}}, {"readOnly": True}),
    "--mount src=data,dst=/data": ({"persistentVolumeClaim": {"claimName": "data"}}, {}),
    "--mount type=tmpfs,target=/data,tmpfs-size=64m": ({"emptyDir": {"medium": "Memory", "sizeLimit": "64Mi"}}, {}),
    "--tmpfs /data:size=1g": ({"emptyDir": {"medium": "Memory", "sizeLimit": "1Gi"}}, {}),
}
"""Mounts at `/data`: the source of the volume, and what the mount says besides."""

REFUSED = {
    "-e A": "would come from this shell's environment",
    "--gpus all": "no number of GPUs",
    "-u root": "Kubernetes knows users by numbers",
    "-v ./here:/data": "a path of this machine",
    "--mount type=bind,source=here,target=/data": "a path of this machine",
    "--network none": "cannot have the network none",
    "--ulimit nofile=1": "no equivalent of --ulimit",
    "--memory 1x": "is no size",
    "-p 80-90:80-90": "is no port",
    "--restart sometimes": "is no restart policy",
    "--memry 1g": "did you mean --memory",
    "--security-opt label=x": "no equivalent that kpod knows",
    "--read-only=maybe": "neither true nor false",
}

TOLD = {
    "-it": "--interactive, --tty: ignored",
    "-p 80:80": "opened on no node",
    "-v /srv:/data": "whichever node runs the Pod",
    "--restart on-failure:3": "retries=3",
    "--network backend": "all Pods of a cluster are in one network",
    "--name My_Etl": "it is called my-etl",
    "--label note='two words'": "it is an annotation",
}


@pytest.mark.parametrize("line", CONTAINER)
def test_an_option_of_the_container(line: str) -> None:
    assert body(line) == ({}, CONTAINER[line])


@pytest.mark.parametrize("line", SPEC)
def test_an_option_of_the_pod(line: str) -> None:
    assert body(line) == (SPEC[line], {})


@pytest.mark.parametrize("line", MOUNTS)
def test_a_mount(line: str) -> None:
    spec, container = body(line)
    ((name, source),) = [(volume.pop("name"), volume) for volume in spec["volumes"]]
    wanted, mount = MOUNTS[line]
    assert source == wanted
    assert container == {"volumeMounts": [{"name": name, "mountPath": "/data", **mount}]}


@pytest.mark.parametrize("line", REFUSED)
def test_what_cannot_be_is_refused_and_says_why(line: str) -> None:
    with pytest.raises(kpod.SpecError) as caught:
        convert(f"{line} etl:1")
    assert REFUSED[line] in str(caught.value)


@pytest.mark.parametrize("line", TOLD)
def test_what_is_not_the_same_is_told(line: str) -> None:
    with pytest.warns(ConvertWarning) as caught:
        from_docker([*shlex.split(line), "etl:1"])
    assert any(TOLD[line] in str(warning.message) for warning in caught)


def test_everything_wrong_is_told_at_once() -> None:
    with pytest.raises(kpod.SpecError) as caught:
        convert("-e A --gpus all --foo etl:1")
    assert [problem.path for problem in caught.value.problems] == ["--env", "--gpus", "--foo"]


def test_what_follows_the_image_are_its_arguments() -> None:
    for lead in ("", "run ", "docker run ", "podman run ", "docker container run "):
        pod = convert(f"{lead}--name etl registry.example.com/etl:1 -e not an option --rm")
        assert (pod.image, pod.name, pod.args) == ("registry.example.com/etl:1", "etl", ("-e", "not", "an", "option", "--rm"))


@pytest.mark.parametrize("line", ["ps", "docker ps -a", "exec -it etl sh", "podman container ls"])
def test_another_command_of_docker_is_no_image(line: str) -> None:
    with pytest.raises(kpod.SpecError, match="runs no new container"):
        convert(line)


@pytest.mark.parametrize("line", ["run ps", "docker run ps", "docker container run ps"])
def test_an_image_may_be_called_like_a_command(line: str) -> None:
    assert convert(line).image == "ps"
    assert convert("node server.js").image == "node"


def test_without_an_image_nothing_is_made() -> None:
    with pytest.raises(kpod.SpecError, match="no image is named"):
        convert("--rm")


@pytest.mark.parametrize(
    ("word", "policy"), [("no", "Never"), ("on-failure", "OnFailure"), ("always", "Always"), ("unless-stopped", "Always")]
)
def test_restart_policies(word: str, policy: str) -> None:
    assert convert(f"--restart {word} etl:1").to_body()["spec"]["restartPolicy"] == policy


def test_labels_go_where_they_can_stand() -> None:
    pod = convert("-l team=data --label 'note=two words' --annotation a=b etl:1")
    assert (pod.labels, pod.annotations) == ({"team": "data"}, {"note": "two words", "a": "b"})


def test_an_env_file_is_read_and_no_line_of_it_is_shown(tmp_path: Path) -> None:
    file = tmp_path / "app.env"
    file.write_text("# settings\nREGION=eu\nTOKEN=a=b\n")
    assert convert(f"--env-file {file} -e REGION=us etl:1").envs == {"REGION": "us", "TOKEN": "a=b"}
    file.write_text("s3cr3t-without-a-name\n")
    with pytest.raises(kpod.SpecError) as caught:
        convert(f"--env-file {file} etl:1")
    assert "s3cr3t" not in str(caught.value)


def test_the_environment_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PASSWORD", "hunter2")
    with pytest.raises(kpod.SpecError) as caught:
        convert("-e PASSWORD etl:1")
    assert "hunter2" not in str(caught.value)


def test_the_pod_of_docker_passes_the_checks() -> None:
    convert("--rm -it -e A=b -m 512m --cpus 1 -v data:/data -p 80:80 -u 1000 -w /srv --cap-drop ALL --read-only etl:1 load").check()
