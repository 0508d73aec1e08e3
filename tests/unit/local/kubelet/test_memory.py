"""Memory limits: the kernel's where the machine allows it, ours elsewhere; what is killed for memory is called so."""

from __future__ import annotations

import os

import attrs
import pytest

LIMIT = {"limits": {"memory": "32Mi"}}


@pytest.fixture(params=["the kernel", "the kubelet"])
def kept_by(request, machine, make_world):
    if request.param == "the kubelet":
        return make_world(probed=attrs.evolve(machine, memory_base=None))
    if machine.memory_base is None:
        pytest.skip("no control group can be made on this machine")
    return make_world()


def test_a_program_over_its_limit_is_oom_killed(kept_by, state):
    kept_by.run("tail", "/dev/zero", resources=LIMIT)
    pod = kept_by.ended()
    terminated = state(pod)["terminated"]
    assert (pod["status"]["phase"], terminated["exitCode"], terminated["reason"]) == ("Failed", 137, "OOMKilled")
    assert pod["status"]["qosClass"] == "Burstable"


def test_a_child_that_was_oom_killed_is_told_even_where_the_program_exits_0(kept_by, state):
    kept_by.run("sh", "-c", "tail /dev/zero; exit 0", resources=LIMIT)
    pod = kept_by.ended()
    terminated = state(pod)["terminated"]
    assert (pod["status"]["phase"], terminated["exitCode"], terminated["reason"]) == ("Succeeded", 0, "OOMKilled")


def test_a_program_within_its_limit_is_left_alone(kept_by, state):
    kept_by.run("sh", "-c", "sleep 0.2; echo fine", resources=LIMIT)
    assert state(kept_by.ended())["terminated"]["reason"] == "Completed"


def test_no_control_group_is_left_behind(machine, make_world):
    if machine.memory_base is None:
        pytest.skip("no control group can be made on this machine")
    own = f"kpod-{os.getpid()}-*"
    before = set(machine.memory_base.glob(own))
    world = make_world()
    world.run("sleep", "100", resources=LIMIT)
    world.running()
    assert set(machine.memory_base.glob(own)) > before
    world.stop()
    assert set(machine.memory_base.glob(own)) <= before
