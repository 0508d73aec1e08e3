"""What a container sees, and what nobody else sees: environment, files, volumes, and no value of a Secret outside."""

from __future__ import annotations

import base64
import os
import time
from pathlib import Path

import psutil
import pytest

CANARY = "canary-5f1c0de5"


def _encoded(**values: str) -> dict[str, str]:
    return {key: base64.b64encode(value.encode()).decode() for key, value in values.items()}


def _command_lines() -> str:
    lines = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            lines.append(path.read_bytes().decode(errors="replace"))
        except (FileNotFoundError, ProcessLookupError):
            continue
    return "\n".join(lines)


def test_the_environment_is_what_the_spec_says_and_nothing_of_the_callers(world):
    os.environ["KPOD_TEST_CALLERS"] = "seen"
    try:
        world.put("configmaps", "settings", data={"REGION": "eu", "LEVEL": "3"})
        env = [
            {"name": "PLAIN", "value": "a b"},
            {"name": "TWICE", "value": "$(PLAIN)/$(REGION)/$(NOPE)/$$(PLAIN)"},
            {"name": "POD", "valueFrom": {"fieldRef": {"fieldPath": "metadata.name"}}},
            {"name": "APP", "valueFrom": {"fieldRef": {"fieldPath": "metadata.labels['app']"}}},
            {"name": "MEMORY", "valueFrom": {"resourceFieldRef": {"resource": "limits.memory", "divisor": "1Mi"}}},
            {"name": "LEVEL", "valueFrom": {"configMapKeyRef": {"name": "settings", "key": "LEVEL"}}},
            {"name": "GONE", "valueFrom": {"secretKeyRef": {"name": "none", "key": "x", "optional": True}}},
        ]
        world.run(
            "env",
            env=env,
            envFrom=[{"prefix": "C_", "configMapRef": {"name": "settings"}}, {"configMapRef": {"name": "settings"}}],
            resources={"limits": {"memory": "64Mi"}},
            metadata={"labels": {"app": "x"}},
        )
        world.ended()
        seen = dict(line.split("=", 1) for line in world.log().splitlines())
    finally:
        del os.environ["KPOD_TEST_CALLERS"]
    for name in ("PATH", "HOME", "PWD"):
        seen.pop(name)
    assert seen == {
        "HOSTNAME": "pod",
        "PLAIN": "a b",
        "TWICE": "a b/eu/$(NOPE)/$(PLAIN)",
        "POD": "pod",
        "APP": "x",
        "MEMORY": "64",
        "LEVEL": "3",
        "REGION": "eu",
        "C_REGION": "eu",
        "C_LEVEL": "3",
    }


def test_a_secret_reaches_the_program_and_no_argument_list_or_disk(world):
    world.put("secrets", "token", data=_encoded(TOKEN=CANARY))
    world.run(
        "sh",
        "-c",
        'test "$TOKEN" = "$(cat /etc/secrets/TOKEN)" && stat -c %a /etc/secrets/TOKEN && echo same; sleep 100',
        env=[{"name": "TOKEN", "valueFrom": {"secretKeyRef": {"name": "token", "key": "TOKEN"}}}],
        spec={"volumes": [{"name": "s", "secret": {"secretName": "token", "defaultMode": 0o400}}]},
        volumeMounts=[{"name": "s", "mountPath": "/etc/secrets", "readOnly": True}],
    )
    world.until(lambda status: status["phase"] == "Running" and "same" in world.log())
    assert world.log() == "400\nsame\n"
    assert CANARY not in _command_lines()
    assert not [path for path in world.root.rglob("*") if path.is_file() and CANARY in path.read_text(errors="replace")]
    world.delete()
    world.gone()


def test_a_container_sees_no_home_no_run_no_other_process(world):
    world.run(
        "sh",
        "-c",
        "ls -A /root /home /run /work 2>/dev/null | grep -v :; ls -d /proc/[0-9]* | wc -l; touch /usr/x 2>/dev/null || echo sealed",
    )
    world.ended()
    processes, sealed = world.log().split()
    assert int(processes) < 8
    assert sealed == "sealed"


def test_root_in_a_container_cannot_open_the_machines_folders_for_writing(world):
    world.run("sh", "-c", "mount -o remount,rw /usr 2>/dev/null || echo refused", securityContext={"privileged": True})
    world.ended()
    assert world.log() == "refused\n"


@pytest.mark.parametrize("path", ["/data", "/usr/share/kpod-test/deep", "/etc/kpod-test", "/lib/kpod-test", "/var/lib/kpod"])
def test_a_volume_appears_at_paths_that_the_machine_does_not_have(world, path):
    world.run(
        "sh",
        "-c",
        f"echo hi > {path}/file && cat {path}/file && test -e /usr/bin/env && test -e /etc/passwd",
        spec={"volumes": [{"name": "v", "emptyDir": {}}]},
        volumeMounts=[{"name": "v", "mountPath": path}],
    )
    assert world.ended()["status"]["phase"] == "Succeeded", world.log()
    assert world.log() == "hi\n"
    assert not Path(path).exists()


def test_containers_of_a_pod_share_a_volume_and_a_sub_path_shows_a_part(world):
    volumes = {"volumes": [{"name": "v", "emptyDir": {"medium": "Memory"}}]}
    first = {
        "name": "first",
        "image": "any",
        "command": ["sh", "-c", "mkdir -p /all/part && echo x > /all/part/file"],
        "volumeMounts": [{"name": "v", "mountPath": "/all"}],
    }
    world.run(
        "sh",
        "-c",
        "cat /part/file; (echo y > /part/file) 2>/dev/null || echo sealed",
        spec={**volumes, "initContainers": [first]},
        volumeMounts=[{"name": "v", "mountPath": "/part", "subPath": "part", "readOnly": True}],
    )
    world.ended()
    assert world.log() == "x\nsealed\n"


def test_files_of_config_maps_secrets_and_fields_can_be_chosen_renamed_and_projected(world):
    world.put("configmaps", "settings", data={"a": "1", "b": "2"})
    world.put("secrets", "token", data=_encoded(t="secret"))
    projected = {
        "sources": [
            {"configMap": {"name": "settings", "items": [{"key": "a", "path": "deep/a.txt"}]}},
            {"secret": {"name": "token"}},
            {"downwardAPI": {"items": [{"path": "labels", "fieldRef": {"fieldPath": "metadata.labels"}}]}},
        ]
    }
    world.run(
        "sh",
        "-c",
        "cd /p && cat deep/a.txt t labels && cat /single && ls /p && (touch /p/new 2>/dev/null || echo sealed)",
        metadata={"labels": {"app": "x"}},
        spec={"volumes": [{"name": "p", "projected": projected}, {"name": "c", "configMap": {"name": "settings"}}]},
        volumeMounts=[{"name": "p", "mountPath": "/p"}, {"name": "c", "mountPath": "/single", "subPath": "b"}],
    )
    world.ended()
    assert world.log() == '1secretapp="x"2deep\nlabels\nt\nsealed\n'


def test_a_host_path_is_shown_only_below_a_named_folder(make_world, tmp_path):
    allowed, other = tmp_path / "allowed", tmp_path / "other"
    for folder in (allowed, other):
        folder.mkdir()
        (folder / "file").write_text(folder.name)
    (allowed / "out").symlink_to(other)
    world = make_world(host_paths=[allowed])

    def run(name: str, path: Path) -> None:
        spec = {"volumes": [{"name": "h", "hostPath": {"path": str(path)}}]}
        world.run("sh", "-c", "cat /h/file; touch /h/new", name=name, spec=spec, volumeMounts=[{"name": "h", "mountPath": "/h"}])

    run("good", allowed)
    run("bad", other)
    run("sly", allowed / "out")
    world.ended("good")
    assert world.log("good") == "allowed"
    assert (allowed / "new").exists()
    for name in ("bad", "sly"):
        world.until(lambda status: "FailedMount" in world.reasons(), name)
        assert world.pod(name)["status"]["phase"] == "Pending"
    assert any("host_paths=" in message and "--host-path" in message for _, message, _ in world.events())


def test_a_persistent_claim_outlives_the_pod(world):
    world.put("persistentvolumeclaims", "data")
    spec = {"volumes": [{"name": "d", "persistentVolumeClaim": {"claimName": "data"}}]}
    mounts = [{"name": "d", "mountPath": "/data"}]
    world.run("sh", "-c", "echo kept > /data/x", name="one", spec=dict(spec), volumeMounts=mounts)
    world.ended("one")
    world.run("cat", "/data/x", name="two", spec=dict(spec), volumeMounts=mounts)
    world.ended("two")
    assert world.log("two") == "kept\n"


def test_a_working_directory_that_does_not_exist_is_made(world):
    world.run("sh", "-c", "pwd; touch x && ls", workingDir="/opt/kpod-test/work")
    world.ended()
    assert world.log() == "/opt/kpod-test/work\nx\n"


def test_a_pod_may_run_as_another_user_on_a_sealed_root(world, machine):
    if not machine.user_namespaces:
        pytest.skip("this machine has no user namespaces")
    world.run(
        "sh",
        "-c",
        "id -u; id -g; touch /x 2>/dev/null || echo sealed; touch /tmp/x && echo ok; grep CapEff /proc/self/status; echo r > /kpod/result",
        terminationMessagePath="/kpod/result",
        securityContext={"runAsUser": 1234, "runAsGroup": 2345, "runAsNonRoot": True, "readOnlyRootFilesystem": True},
    )
    pod = world.ended()
    assert world.log().split() == ["1234", "2345", "sealed", "ok", "CapEff:", "0000000000000000"]
    assert pod["status"]["containerStatuses"][0]["state"]["terminated"]["message"] == "r\n"


@pytest.mark.skipif(os.getuid() != 0, reason="only root runs as root")
def test_a_container_that_must_not_be_root_is_not_started_as_root(world, state):
    world.run("true", securityContext={"runAsNonRoot": True})
    pod = world.until(lambda status: (status.get("containerStatuses") or [{}])[0].get("state", {}).get("waiting", {}).get("message"))
    assert state(pod)["waiting"]["reason"] == "CreateContainerConfigError"
    assert "runAsNonRoot" in state(pod)["waiting"]["message"]


def test_a_signal_by_name_reaches_only_the_container(world):
    marker = "16180339.8"
    outside = psutil.Popen(["sleep", marker])
    try:
        world.run("sh", "-c", f"sleep {marker} & sleep 0.2; pkill -f '^sleep {marker}'; wait; echo done")
        world.ended()
        assert world.log().endswith("done\n")
        time.sleep(0.05)
        assert outside.poll() is None
    finally:
        outside.kill()
        outside.wait()


def test_a_pod_can_look_up_its_own_name(world):
    world.run("sh", "-c", "hostname; getent hosts pod | grep -c 127.0.0.1; tail -1 /etc/hosts")
    world.ended()
    assert world.log() == "pod\n1\n127.0.0.1\tpod\n"
