"""Pods of several containers: init containers, native side-cars, and containers that run beside each other."""

from __future__ import annotations


def _container(name, command, **fields):
    return {"name": name, "image": "any", "command": ["sh", "-c", command], **fields}


def _sidecar(name, command):
    return _container(name, command, restartPolicy="Always")


def test_init_containers_run_one_after_the_other_before_the_rest(world):
    mounts = [{"name": "v", "mountPath": "/v"}]
    inits = [_container(name, f"echo {name} >> /v/order; sleep 0.05", volumeMounts=mounts) for name in ("one", "two")]
    world.run("cat", "/v/order", spec={"initContainers": inits, "volumes": [{"name": "v", "emptyDir": {}}]}, volumeMounts=mounts)
    pod = world.ended()
    assert world.log() == "one\ntwo\n"
    assert [each["state"]["terminated"]["exitCode"] for each in pod["status"]["initContainerStatuses"]] == [0, 0]
    assert all(each["ready"] for each in pod["status"]["initContainerStatuses"])


def test_a_failed_init_container_fails_the_pod_and_the_rest_never_starts(world, state):
    world.run("true", spec={"initContainers": [_container("init", "exit 4")]})
    pod = world.ended()
    assert pod["status"]["phase"] == "Failed"
    assert pod["status"]["initContainerStatuses"][0]["state"]["terminated"]["exitCode"] == 4
    assert state(pod) == {"waiting": {"reason": "PodInitializing"}}
    conditions = {each["type"]: each for each in pod["status"]["conditions"]}
    assert conditions["Initialized"]["message"] == "containers with incomplete status: [init]"
    assert conditions["Ready"]["reason"] == "PodFailed"


def test_a_side_car_starts_before_the_main_container_and_is_stopped_after_it(world):
    sidecar = _sidecar("side", 'trap "echo stopped; exit 0" TERM; echo started; while :; do sleep 0.02; done')
    world.run("sh", "-c", "sleep 0.2; exit 0", spec={"initContainers": [sidecar]})
    pod = world.ended()
    assert pod["status"]["phase"] == "Succeeded"
    assert world.log(container="side") == "started\nstopped\n"
    assert pod["status"]["initContainerStatuses"][0]["state"]["terminated"]["exitCode"] == 0
    ready = [each for each in world.seen if {"type": "Ready", "status": "True"}.items() <= _condition(each, "Ready").items()]
    assert ready, "the Pod was ready while both ran"


def test_a_side_car_that_must_be_killed_does_not_fail_the_pod(world):
    sidecar = _sidecar("side", 'trap "" TERM; echo up; while :; do sleep 0.02; done')
    world.run("sh", "-c", "sleep 0.2; exit 3", spec={"initContainers": [sidecar], "terminationGracePeriodSeconds": 1})
    pod = world.ended()
    assert pod["status"]["phase"] == "Failed"
    assert pod["status"]["initContainerStatuses"][0]["state"]["terminated"]["exitCode"] == 137
    world.run("true", name="good", spec={"initContainers": [sidecar], "terminationGracePeriodSeconds": 1})
    assert world.ended("good")["status"]["phase"] == "Succeeded"


def test_a_side_car_that_crashes_is_started_again(world):
    sidecar = _sidecar("side", "exit 7")
    world.run("sh", "-c", "sleep 0.4", spec={"initContainers": [sidecar]})
    pod = world.ended()
    assert pod["status"]["phase"] == "Succeeded"
    assert pod["status"]["initContainerStatuses"][0]["restartCount"] >= 1


def test_a_second_container_that_never_ends_keeps_the_pod_running(world):
    world.run("true", spec={"others": [_container("proxy", "sleep 100")]})
    pod = world.until(lambda status: [list(each["state"]) for each in status.get("containerStatuses", [])] == [["terminated"], ["running"]])
    assert pod["status"]["phase"] == "Running"
    assert _condition(pod, "Ready")["message"] == "containers with unready status: [main]"


def test_a_second_container_that_fails_fails_the_pod(world):
    world.run("true", spec={"others": [_container("proxy", "exit 9")]})
    assert world.ended()["status"]["phase"] == "Failed"


def _condition(pod, type_):
    conditions = (pod.get("status") or {}).get("conditions") or []
    return next((each for each in conditions if each["type"] == type_), {})
