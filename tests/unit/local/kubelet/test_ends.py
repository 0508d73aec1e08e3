"""How containers end, and what the Pod's status says about it."""

from __future__ import annotations

import time

import pytest


def test_a_pod_that_exits_0_succeeds_through_the_phases_of_a_real_one(world):
    world.run("sh", "-c", "echo hello; exit 0")
    pod = world.ended()
    status = pod["status"]
    assert status["phase"] == "Succeeded"
    entry = status["containerStatuses"][0]
    assert entry["state"]["terminated"]["exitCode"] == 0
    assert entry["state"]["terminated"]["reason"] == "Completed"
    assert entry["state"]["terminated"]["containerID"] == entry["containerID"]
    assert (entry["ready"], entry["started"], entry["restartCount"], entry["lastState"]) == (False, False, 0, {})
    conditions = {each["type"]: (each["status"], each.get("reason")) for each in status["conditions"]}
    assert conditions == {
        "PodReadyToStartContainers": ("False", "PodSandboxNotReady"),
        "Initialized": ("True", "PodCompleted"),
        "Ready": ("False", "PodCompleted"),
        "ContainersReady": ("False", "PodCompleted"),
        "PodScheduled": ("True", None),
    }
    assert status["qosClass"] == "BestEffort"
    assert status["podIP"] == "127.0.0.1"
    assert pod["spec"]["nodeName"] == "kpod-local"
    assert world.log() == "hello\n"
    assert world.reasons() == ["Scheduled", "Pulled", "Created", "Started"]
    phases = [each.get("status", {}).get("phase") for each in world.seen]
    assert [phase for index, phase in enumerate(phases) if phase != phases[index - 1]] == ["Pending", "Running", "Succeeded"] or phases[
        0
    ] is None


@pytest.mark.parametrize(
    ("command", "code"),
    [("exit 3", 3), ("kill -SEGV $$$$", 139), ("kill -KILL $$$$", 137), ("kill -TERM $$$$", 143), ("exit 255", 255)],
)
def test_exit_codes_are_exact(world, state, command, code):
    world.run("sh", "-c", command)
    pod = world.ended()
    assert pod["status"]["phase"] == "Failed"
    assert state(pod)["terminated"]["exitCode"] == code
    assert state(pod)["terminated"]["reason"] == "Error"
    assert {each["type"]: each.get("reason") for each in pod["status"]["conditions"]}["Ready"] == "PodFailed"


@pytest.mark.parametrize(
    ("command", "text"),
    [
        ("/no/such/binary", 'exec: "/no/such/binary": stat /no/such/binary: no such file or directory'),
        ("nosuch", 'exec: "nosuch": executable file not found in $PATH'),
        ("/etc/passwd", 'exec: "/etc/passwd": permission denied'),
    ],
)
def test_a_program_that_is_not_there_is_a_start_error(world, state, command, text):
    world.run(command)
    pod = world.ended()
    terminated = state(pod)["terminated"]
    assert (terminated["exitCode"], terminated["reason"], terminated["startedAt"]) == (128, "StartError", "1970-01-01T00:00:00Z")
    assert text in terminated["message"]
    assert "Running" not in {each.get("status", {}).get("phase") for each in world.seen}
    assert world.log() == ""


def test_deleting_a_pod_sends_sigterm_to_the_program_and_shows_its_last_words(world, state):
    world.run("sh", "-c", 'trap "echo bye; exit 7" TERM; echo up; while :; do sleep 0.05; done')
    world.until(lambda status: status["phase"] == "Running" and "up" in world.log())
    world.delete()
    world.gone()
    last = world.seen[-1]
    assert state(last)["terminated"]["exitCode"] == 7
    assert last["status"]["phase"] == "Failed"
    assert "DisruptionTarget" not in {each["type"] for each in last["status"]["conditions"]}
    assert ("Killing", "Stopping container main", 1) in world.events()


def test_a_program_that_ignores_sigterm_is_killed_after_its_grace_period(world, state):
    world.run("sh", "-c", 'trap "" TERM; echo up; while :; do sleep 0.05; done', spec={"terminationGracePeriodSeconds": 1})
    world.until(lambda status: status["phase"] == "Running" and "up" in world.log())
    before = time.monotonic()
    world.delete()
    world.gone()
    assert 0.9 < time.monotonic() - before < 20
    assert state(world.seen[-1])["terminated"]["exitCode"] == 137


def test_a_pod_with_a_finalizer_stays_until_it_is_taken_away(world):
    world.run("sleep", "100", metadata={"finalizers": ["example.com/hold"]})
    world.running()
    world.delete()
    pod = world.ended()
    assert pod["metadata"]["finalizers"] == ["example.com/hold"]
    assert pod["metadata"]["deletionGracePeriodSeconds"] in (0, 5)
    world.do(lambda: world.store.change("pods", "default", "pod", lambda body: body["metadata"].pop("finalizers")))
    world.gone()


def test_a_pod_outlives_its_deadline_by_no_more_than_its_grace_period(world, state):
    world.run("sleep", "100", spec={"activeDeadlineSeconds": 1})
    pod = world.ended()
    assert (pod["status"]["phase"], pod["status"]["reason"]) == ("Failed", "DeadlineExceeded")
    assert pod["status"]["message"] == "Pod was active on the node longer than the specified deadline"
    assert state(pod)["terminated"]["exitCode"] == 143
    assert "DeadlineExceeded" in world.reasons()


def test_children_that_the_program_leaves_behind_end_with_it(world):
    marker = "31415926.5"
    world.run("sh", "-c", f"setsid sleep {marker} & sleep 0.1; exit 0")
    world.ended()
    assert not _running(marker)


def test_a_container_is_restarted_with_a_growing_back_off(world, state):
    world.run("sh", "-c", "echo start; exit 2", spec={"restartPolicy": "OnFailure"})
    pod = world.until(lambda status: status["containerStatuses"][0]["restartCount"] >= 2)
    world.until(lambda status: "waiting" in status["containerStatuses"][0]["state"])
    pod = world.pod()
    waiting = state(pod)["waiting"]
    assert waiting["reason"] == "CrashLoopBackOff"
    assert "restarting failed container=main pod=pod_default(" in waiting["message"]
    assert pod["status"]["containerStatuses"][0]["lastState"]["terminated"]["exitCode"] == 2
    assert pod["status"]["phase"] == "Running"
    assert "BackOff" in world.reasons()
    assert world.log(previous=True) == "start\n"


def test_on_failure_ends_with_the_first_success(world, state):
    volume = {"volumes": [{"name": "v", "emptyDir": {}}], "restartPolicy": "OnFailure"}
    world.run("sh", "-c", "test -e /v/x || { touch /v/x; exit 1; }", spec=volume, volumeMounts=[{"name": "v", "mountPath": "/v"}])
    pod = world.ended()
    assert pod["status"]["phase"] == "Succeeded"
    assert pod["status"]["containerStatuses"][0]["restartCount"] == 1
    assert pod["status"]["containerStatuses"][0]["lastState"]["terminated"]["exitCode"] == 1


def test_stopping_the_node_leaves_nothing_running(make_world):
    world = make_world()
    marker = "27182818.2"
    world.run("sh", "-c", f'trap "" TERM; sleep {marker}; sleep {marker}')
    world.running()
    end = time.monotonic() + 10
    while not _running(marker):
        assert time.monotonic() < end
    world.stop()
    assert not _running(marker)


def _running(marker):
    import psutil

    found = []
    for process in psutil.process_iter():
        try:
            if marker in process.cmdline() and process.status() != psutil.STATUS_ZOMBIE:
                found.append(process.pid)
        except psutil.NoSuchProcess:
            continue
    return found
