"""The commands that look after runs: ps, wait, events, timeline, logs and rm, as a person types them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.conformance.shell import Done, name_of

Run = Callable[..., Done]


@pytest.fixture
def ask(kpod: Run, namespace: str) -> Run:
    """A command about runs in the namespace of the test."""

    def call(*words: str) -> Done:
        return kpod(*words, "--namespace", namespace)

    return call


@pytest.mark.real
def test_ps_lists_what_goes_on_and_all_of_them_on_request(run: Run, ask: Run) -> None:
    ended = name_of(run("exit 3", "--key", "etl/2026-11-22"))
    going = name_of(run("sleep 300", "--detach"))
    lines = ask("ps").out.splitlines()
    assert lines[0].split() == ["NAME", "KIND", "STATUS", "AGE", "KEY"]
    assert [line.split()[:2] for line in lines[1:]] == [[going, "Job"]]
    rows = json.loads(ask("ps", "--all", "--output", "json").out)
    assert {row["name"] for row in rows} == {ended, going}
    [row] = [row for row in rows if row["name"] == ended]
    assert (row["status"], row["ended"], row["exit_code"], row["key"]) == ("failed", True, 3, "etl/2026-11-22")
    assert ask("rm", going).out == f"{going}\n"


def test_ps_of_nothing_is_nothing(ask: Run) -> None:
    done = ask("ps")
    assert (done.code, done.out, done.err) == (0, "", "")


@pytest.mark.real
def test_wait_says_how_each_ended_and_its_code_is_that_of_the_worst(run: Run, ask: Run) -> None:
    good, bad = (run(script, "--detach").out.strip() for script in ("sleep 1", "sleep 1; exit 7"))
    done = ask("wait", good)
    assert done.code == 0
    assert done.err.startswith(f"{good}  succeeded: container main exited with 0")
    done = ask("wait", good, bad, "--output", "json")
    assert done.code == 1
    told = json.loads(done.out)
    assert [(one["run"]["name"], one["outcome"]["category"], one["outcome"]["exit_code"]) for one in told] == [
        (good, "succeeded", 0),
        (bad, "failed", 7),
    ]


def test_wait_gives_up_when_its_time_has_passed_and_leaves_the_run_alone(run: Run, ask: Run) -> None:
    name = run("sleep 300", "--detach").out.strip()
    done = ask("wait", name, "--timeout", "2s")
    assert done.code == 124
    assert "it goes on" in done.err
    assert name in ask("ps").out
    assert ask("rm", name).code == 0


@pytest.mark.real
def test_events_are_one_line_each_and_the_oldest_comes_first(run: Run, ask: Run) -> None:
    name = name_of(run("true"))
    lines = ask("events", name).out.splitlines()
    assert lines
    assert all(re.fullmatch(r"\S+Z  (Job|Pod)/\S+  \w+: .*", line) for line in lines), lines
    reasons = [event["reason"] for event in json.loads(ask("events", name, "--output", "json").out)]
    assert reasons.index("SuccessfulCreate") < reasons.index("Started")


@pytest.mark.real
def test_a_timeline_is_a_bar_for_each_stage_in_four_forms(run: Run, ask: Run) -> None:
    name = name_of(run("sleep 2"))
    lines = ask("timeline", name).out.splitlines()
    assert re.fullmatch(rf"{name}  [\d.]+ s, from \S+ \S+ UTC", lines[0])
    assert [line.split()[0] for line in lines[1:]][-2:] == ["running", "ending"]
    assert all("█" in line or re.search("[▏▎▍▌▋▊▉]", line) for line in lines[1:]), lines
    told = json.loads(ask("timeline", name, "--output", "json").out)
    stages = {stage["name"]: stage for stage in told["stages"]}
    assert stages["running"]["seconds"] >= 1
    picture = ElementTree.fromstring(ask("timeline", name, "--output", "svg").out)
    assert len(picture.findall("{http://www.w3.org/2000/svg}rect")) == len(told["stages"])
    assert "<svg" in ask("timeline", name, "--output", "html").out


def test_logs_take_a_tail_a_time_and_all_containers(run: Run, ask: Run) -> None:
    name = name_of(run("echo one; echo two"))
    assert ask("logs", name, "--tail", "1").out == "two\n"
    assert ask("logs", name, "--all-containers").out == "[main] one\n[main] two\n"
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\S+Z one\n\S+Z two\n", ask("logs", name, "--timestamps").out)
    assert ask("logs", name, "--all-containers", "--container", "main").code == 2


@pytest.mark.real
def test_rm_takes_names_keys_and_all_that_have_ended(
    run: Run, ask: Run, objects: Callable[[], list[str]], is_empty: Callable[[], bool]
) -> None:
    first, second, third = name_of(run("true")), name_of(run("true", "--key", "a key")), name_of(run("sleep 300", "--detach"))
    assert ask("rm", first, "a key").out == f"{first}\n{second}\n"
    done = ask("rm", first)
    assert (done.code, done.out) == (1, "")
    assert first in done.err
    fourth = name_of(run("exit 2"))
    assert ask("rm", "--ended").out == f"{fourth}\n"
    assert f"Job/{third}" in objects()
    assert ask("rm").code == 2
    assert ask("rm", third).code == 0
    assert is_empty()


@pytest.mark.parametrize("command", ["wait", "events", "timeline"])
def test_what_is_not_there_is_one_clear_text(ask: Run, command: str) -> None:
    done = ask(command, "nothing-of-that-name")
    assert done.code == 1
    assert done.is_one_clear_text(), done


def test_a_result_of_bytes_is_base64_in_json(kpod: Run, namespace: str, image: str, tmp_path: Path) -> None:
    words = ["sh", "-c", r"printf '\377\000' > $KPOD_RESULT"]
    source = f"from kpod import Pod, Result\npod = Pod({image!r}, cmds={words!r}, result=Result(format='bytes', large=True))\n"
    (tmp_path / "bytes.py").write_text(source)
    done = kpod("run", "bytes.py", "--rm", "--namespace", namespace, "--output", "json")
    assert json.loads(done.out)["result"] == {"base64": "/wA="}, done
