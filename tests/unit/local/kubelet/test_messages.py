"""The termination message: where it is written, how it is cut, what stands in for it."""

from __future__ import annotations

import pytest


def _message(world, command, *, name="pod", **options):
    world.run("sh", "-c", command, name=name, **options)
    return world.ended(name)["status"]["containerStatuses"][0]["state"]["terminated"].get("message")


@pytest.mark.parametrize("path", ["/dev/termination-log", "/kpod/result", "/airflow/xcom/return.json", "/usr/share/kpod/r", "kpod/result"])
def test_the_message_is_what_was_written(world, path):
    target = path if path.startswith("/") else f"/{path}"
    assert _message(world, f"echo '{{}}' > {target}", terminationMessagePath=path) == "{}\n"


def test_the_file_is_a_mount_that_cannot_be_replaced(world):
    command = "cd /kpod; echo kept > result; echo x > new; mv new result && echo moved; exit 0"
    assert _message(world, command, terminationMessagePath="/kpod/result") == "kept\n"
    assert "busy" in world.log()
    assert "moved" not in world.log()


def test_an_empty_file_is_no_message(world):
    assert _message(world, ": > /dev/termination-log") is None


def test_a_long_message_is_cut_to_its_last_4096_bytes(world):
    message = _message(world, "i=0; while [ $i -lt 1000 ]; do printf '%04d-' $i; i=$((i+1)); done > /dev/termination-log")
    assert len(message) == 4096
    assert message.startswith("-0181-")
    assert message.endswith("-0999-")


def test_many_containers_share_12288_bytes_and_keep_the_first_part(world):
    others = [{"name": f"c{index}", "image": "any", "command": ["true"]} for index in range(3)]
    command = "i=0; while [ $i -lt 1000 ]; do printf '%04d-' $i; i=$((i+1)); done > /dev/termination-log"
    message = _message(world, command, spec={"others": others})
    assert len(message) == 3072
    assert message.startswith("-0181-")


def test_bytes_that_are_no_text_are_replaced_one_by_one(world):
    assert _message(world, r"printf 'a\342\202' > /dev/termination-log") == "a\N{REPLACEMENT CHARACTER}\N{REPLACEMENT CHARACTER}"


def test_the_end_of_the_log_stands_in_where_the_policy_says_so(world):
    policy = {"terminationMessagePolicy": "FallbackToLogsOnError"}
    assert _message(world, "echo out; echo err >&2; exit 3", **policy) == "out\nerr\n"
    assert _message(world, "echo out", name="good", **policy) is None


def test_a_restart_begins_with_an_empty_file_and_keeps_the_old_message(world):
    world.run("sh", "-c", "cat /dev/termination-log; echo one > /dev/termination-log; exit 1", spec={"restartPolicy": "OnFailure"})
    pod = world.until(lambda status: status["containerStatuses"][0]["restartCount"] >= 1)
    assert pod["status"]["containerStatuses"][0]["lastState"]["terminated"]["message"] == "one\n"
    assert world.log(follow=True) == ""
