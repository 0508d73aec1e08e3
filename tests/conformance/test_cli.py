"""The real executable, as a subprocess, against a cluster: exit codes, texts, and nothing left behind."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.conformance.shell import EXECUTABLE, Done, name_of

# How it ends


@pytest.mark.real
def test_run_shows_the_log_and_ends_as_the_container_did(run: Callable[..., Done], namespace: str) -> None:
    done = run("echo out; echo err >&2; sleep 1; exit 3")
    assert done.code == 3
    assert sorted(done.out.splitlines()) == ["err", "out"]
    first, *rest = done.err.splitlines()
    name = name_of(done)
    assert re.fullmatch(rf"{name} in context \S+, namespace {namespace}", first)
    assert any(re.fullmatch(rf"{name}  running \d+\.\ds", line) for line in rest), done
    assert any(line.startswith(f"{name}  failed: container main exited with 3 ") for line in rest), done


def test_run_ends_with_0_after_success(run: Callable[..., Done]) -> None:
    done = run("echo done")
    assert (done.code, done.out) == (0, "done\n")


def test_a_second_run_of_the_same_command_is_another_run(run: Callable[..., Done], objects: Callable[[], list[str]]) -> None:
    names = {name_of(run("true")), name_of(run("true"))}
    assert len(names) == 2
    assert {f"Job/{name}" for name in names} <= set(objects())


def test_the_same_name_finds_the_same_run(run: Callable[..., Done], objects: Callable[[], list[str]]) -> None:
    assert [run("echo $HOSTNAME; exit 4", "--name", "once").code for _ in range(2)] == [4, 4]
    assert [name.partition("/")[0] for name in objects()] == ["Job", "Pod"]


def test_the_same_key_finds_the_same_run_and_logs_find_it_by_key_and_by_name(
    run: Callable[..., Done], kpod: Callable[..., Done], namespace: str
) -> None:
    first = run("echo hello", "--key", "etl/2026-11-22")
    again = run("echo hello", "--key", "etl/2026-11-22")
    assert name_of(first) == name_of(again)
    for word in ("etl/2026-11-22", name_of(first)):
        done = kpod("logs", word, "--namespace", namespace)
        assert (done.code, done.out, done.err) == (0, "hello\n", "")


def test_rm_leaves_nothing(run: Callable[..., Done], is_empty: Callable[[], bool]) -> None:
    assert run("exit 5", "--rm").code == 5
    assert is_empty()


def test_a_timeout_is_124_and_leaves_nothing(run: Callable[..., Done], is_empty: Callable[[], bool]) -> None:
    done = run("echo started; sleep 300", "--timeout", "8s")
    assert (done.code, done.out) == (124, "started\n")
    assert "has not ended within 8 s" in done.err
    assert is_empty()


def test_detach_prints_the_name_and_leaves_the_run_running(run: Callable[..., Done], kpod: Callable[..., Done], namespace: str) -> None:
    done = run("echo one; sleep 1; echo two", "--detach")
    assert done.code == 0
    assert done.out == name_of(done) + "\n"
    followed = kpod("logs", done.out.strip(), "--follow", "--namespace", namespace)
    assert (followed.code, followed.out) == (0, "one\ntwo\n")


def test_json_is_one_document_on_stdout_and_the_log_is_on_stderr(run: Callable[..., Done], namespace: str) -> None:
    done = run("echo hello; exit 3", "--output", "json", "--key", "k")
    told = json.loads(done.out)
    assert told["exit_code"] == done.code == 3
    assert told["run"]["kind"] == "Job"
    assert told["run"]["namespace"] == namespace
    assert told["run"]["key"] == "k"
    assert told["outcome"]["category"] == "failed"
    assert "hello" in done.err.splitlines()


def test_variables_come_from_the_option_or_from_here(run: Callable[..., Done]) -> None:
    done = run('echo "$A $B"', "--env", "A=one=1", "--env", "B", B="two")
    assert done.out == "one=1 two\n"


def test_a_file_with_a_pod_is_run_and_its_result_is_told(kpod: Callable[..., Done], namespace: str, image: str, tmp_path: Path) -> None:
    (tmp_path / "count.py").write_text(
        "from kpod import Pod, Result\n"
        f"count = Pod({image!r}, cmds=['sh', '-c', 'echo \"{{\\\\\"rows\\\\\": 3}}\" > $KPOD_RESULT'], result=Result())\n"
        "other = count.but(name='other')\n"
    )
    done = kpod("run", "count.py", "--name", "count", "--rm", "--namespace", namespace, "--output", "json")
    assert done.code == 0, done
    assert json.loads(done.out)["result"] == {"rows": 3}


@pytest.mark.real
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_ctrl_c_cancels_the_run_and_deletes_it(
    environment: dict[str, str], namespace: str, image: str, is_empty: Callable[[], bool], number: signal.Signals, code: int
) -> None:
    script = "trap exit TERM; echo started; sleep 300 & wait"
    words = [EXECUTABLE, "run", "--namespace", namespace, "--image", image, "--", "sh", "-c", script]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "started\n"
        process.send_signal(number)
        _, err = process.communicate(timeout=200)
    assert process.returncode == code
    assert "cancelling and deleting it" in err
    assert "Traceback" not in err
    assert is_empty()


def test_local_is_a_cluster_for_this_run_alone(tmp_path: Path) -> None:
    home = {"PATH": os.environ["PATH"], "TMPDIR": os.environ["TMPDIR"], "HOME": str(tmp_path)}
    words = [EXECUTABLE, "run", "--local", "--image", "anything", "--", "sh", "-c", "echo hello; exit 6"]
    done = subprocess.run(words, capture_output=True, text=True, timeout=200, env=home)
    assert (done.returncode, done.stdout) == (6, "hello\n")
    assert "every image name means this machine's own files" in done.stderr
    assert list(tmp_path.iterdir()) == []
    done = subprocess.run([EXECUTABLE, "logs", "--local", "x"], capture_output=True, text=True, timeout=200, env=home)
    assert (done.returncode, done.stderr) == (2, "kpod: no embedded cluster is up; start one: kpod local up\n")


# What cannot work


def pod(image: str, **more: Any) -> dict[str, Any]:
    container = {"name": "main", "image": image, "imagePullPolicy": "IfNotPresent", "command": ["true"], **more}
    return {
        "apiVersion": "v1",
        "kind": "Pod",
        "metadata": {"name": "p"},
        "spec": {"restartPolicy": "Never", "containers": [container]},
    }


def bad_files() -> Iterator[Any]:
    label = pod("x")
    label["metadata"]["labels"] = {"team": "data science"}
    yield pytest.param(json.dumps(label, indent=1), ["data science", "[label]"], id="a label with a space")
    memory = pod("x", resources={"limits": {"memory": "1Gb"}})
    yield pytest.param(json.dumps(memory, indent=1), ["1Gb", "1Gi", "[quantity]"], id="memory in Gb")
    unknown = pod("x", imagePulPolicy="Never")
    yield pytest.param(json.dumps(unknown, indent=1), ["imagePulPolicy", "imagePullPolicy", "[unknown-field]"], id="an unknown field")
    yield pytest.param("apiVersion: v1\nkind: Pod\nmetadata:\n\tname: p\n", ["bad.yaml:4:1", "tab"], id="a tab")


@pytest.mark.parametrize(("text", "words"), list(bad_files()))
def test_a_bad_file_is_refused_before_anything_is_sent(
    kpod: Callable[..., Done], namespace: str, is_empty: Callable[[], bool], tmp_path: Path, text: str, words: list[str]
) -> None:
    (tmp_path / "bad.yaml").write_text(text)
    checked = kpod("validate", "bad.yaml", KUBECONFIG=None)
    assert checked.code == 1
    assert all(word in checked.out for word in words), checked
    assert checked.out.startswith("bad.yaml:")
    done = kpod("run", "bad.yaml", "--namespace", namespace)
    assert done.code == 126, done
    assert done.is_one_clear_text(), done
    assert all(word in done.err for word in words), done
    assert is_empty()


def test_wrong_options_are_refused_before_anything_is_sent(run: Callable[..., Done], is_empty: Callable[[], bool]) -> None:
    done = run("true", "--memory", "1Gb")
    assert done.code == 126
    assert done.is_one_clear_text(), done
    assert "1Gi" in done.err
    assert is_empty()


def test_a_start_that_takes_longer_than_its_deadline_never_started_and_is_gone(
    run: Callable[..., Done], is_empty: Callable[[], bool]
) -> None:
    done = run("true", "--memory", "4000Gi", "--deadline", "scheduled=2s", "--deadline", "pulled=50s")
    assert done.code == 126
    assert "no node took its Pod within 2 s (the deadline `scheduled`)" in done.err
    assert is_empty()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["run"], "say what to run"),
        (["run", "a.yaml", "b.yaml"], "say what to run"),
        (["run", "nofile.yaml"], "No such file"),
        (["run", "--env", "A=1", "job.yaml"], "a file says these itself"),
        (["run", "--image", "x", "--deadline", "asleep=1s", "--", "true"], "created, scheduled, pulled or started=DURATION"),
        (["run", "--image", "x", "--deadline", "pulled", "--", "true"], "created, scheduled, pulled or started=DURATION"),
        (["run", "--image", "x", "--timeout", "soon", "--", "true"], "write seconds, or 90s"),
        (["run", "--image", "x", "--detach", "--rm", "--", "true"], "nobody would do --rm"),
        (["run", "--image", "x", "--detach", "--timeout", "1s", "--", "true"], "nobody would do --timeout"),
        (["run", "--image", "x", "--context", "no-such-context", "--", "true"], "has no context 'no-such-context'; its contexts: "),
        (["ps", "etl"], "unexpected extra argument"),
        (["wait"], "Missing argument"),
        (["wait", "etl", "--timeout", "0"], "longer than nothing"),
        (["logs"], "Missing argument"),
        (["logs", "one", "two"], "unexpected extra argument"),
        (["logs", "one", "--tail", "-1"], "--tail"),
        (["rm"], "or --ended"),
        (["rm", "etl", "--ended"], "or --ended"),
        (["events"], "Missing argument"),
        (["timeline", "etl", "--output", "pdf"], "'text', 'svg', 'html', 'json'"),
        (["ps", "--local", "--context", "x"], "it goes with neither --context nor --kubeconfig"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_wrong_words_are_one_clear_text(kpod: Callable[..., Done], tmp_path: Path, words: list[str], said: str) -> None:
    done = kpod(*words)
    assert done.code == (125 if words[0] == "run" else 2), done
    assert done.is_one_clear_text(), done
    assert said in done.err


def test_the_log_of_a_container_that_is_not_there_is_one_clear_text(
    run: Callable[..., Done], kpod: Callable[..., Done], namespace: str
) -> None:
    assert run("true", "--name", "etl").code == 0
    done = kpod("logs", "etl", "--container", "mian", "--namespace", namespace)
    assert done.code == 1
    assert "has no container 'mian'; it has main" in done.err


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (None, ["does not exist", "kpod local up"]),
        ("clusters: [", ["is broken"]),
        ("just text", ["is broken"]),
        ("apiVersion: v1\nkind: Config\ncontexts: []\n", ["current-context"]),
    ],
)
def test_a_kubeconfig_that_is_missing_or_broken_is_one_clear_text(
    run: Callable[..., Done], tmp_path: Path, content: str | None, words: list[str]
) -> None:
    path = tmp_path / "config"
    if content is not None:
        path.write_text(content)
    done = run("true", "--kubeconfig", str(path))
    assert done.code == 125
    assert done.is_one_clear_text(), done
    assert all(word in done.err for word in words), done


def test_a_port_where_nobody_listens_is_one_clear_text_soon(kpod: Callable[..., Done], tmp_path: Path, free_port: int) -> None:
    config = {
        "apiVersion": "v1",
        "kind": "Config",
        "current-context": "gone",
        "clusters": [{"name": "gone", "cluster": {"server": f"http://127.0.0.1:{free_port}"}}],
        "users": [{"name": "gone", "user": {}}],
        "contexts": [{"name": "gone", "context": {"cluster": "gone", "user": "gone", "namespace": "n"}}],
    }
    (tmp_path / "config").write_text(json.dumps(config))
    start = time.monotonic()
    done = kpod("run", "--kubeconfig", "config", "--image", "x", "--", "true")
    assert done.code == 125
    assert done.is_one_clear_text(), done
    assert f"127.0.0.1:{free_port}" in done.err
    assert time.monotonic() - start < 20


@pytest.fixture
def free_port() -> int:
    """A port on which nobody listens; 9 is `discard`, which nobody serves any more."""
    return 9


def test_no_cluster_at_all_is_one_clear_text_that_names_what_was_tried(kpod: Callable[..., Done], tmp_path: Path) -> None:
    done = kpod("run", "--image", "x", "--", "true", KUBECONFIG=None, HOME=str(tmp_path))
    assert done.code == 125
    assert done.is_one_clear_text(), done
    assert all(word in done.err for word in ("$KUBECONFIG", ".kube/config", "--local")), done


def test_a_namespace_that_does_not_exist_is_one_clear_text(kpod: Callable[..., Done], image: str) -> None:
    done = kpod("run", "--namespace", "no-such-namespace", "--image", image, "--", "true")
    assert done.code == 125
    assert done.is_one_clear_text(), done
    assert "no-such-namespace" in done.err


def test_a_secret_that_is_not_there_never_starts_and_says_so(
    kpod: Callable[..., Done], namespace: str, image: str, is_empty: Callable[[], bool], tmp_path: Path
) -> None:
    source = {"secretKeyRef": {"name": "warehouse", "key": "PASSWORD"}}
    (tmp_path / "pod.json").write_text(json.dumps(pod(image, env=[{"name": "PASSWORD", "valueFrom": source}])))
    done = kpod("run", "pod.json", "--rm", "--namespace", namespace, "--timeout", "90s")
    assert done.code in (124, 126), done
    assert "Traceback" not in done.err
    assert "warehouse" in done.err
    assert is_empty()


@pytest.mark.parametrize(("policy", "warned"), [(None, True), ("Always", True), ("OnFailure", False)])
def test_a_pod_that_would_start_again_for_ever_is_warned_of(
    kpod: Callable[..., Done], namespace: str, image: str, is_empty: Callable[[], bool], tmp_path: Path, policy: str | None, warned: bool
) -> None:
    body = pod(image, command=["sh", "-c", "exit 0" if policy == "OnFailure" else "sleep 60"])
    body["spec"] |= {"restartPolicy": policy, "terminationGracePeriodSeconds": 1}
    (tmp_path / "pod.json").write_text(json.dumps(body))
    done = kpod("run", "pod.json", "--rm", "--namespace", namespace, "--timeout", "3s" if warned else "60s")
    assert done.code == (124 if warned else 0), done
    assert ("write restartPolicy: Never  [restart-policy]" in done.err) is warned
    assert is_empty()


def test_logs_of_what_is_not_there_is_one_clear_text(kpod: Callable[..., Done], namespace: str) -> None:
    done = kpod("logs", "nothing-of-that-name", "--namespace", namespace)
    assert done.code == 1
    assert done.is_one_clear_text(), done
    assert "nothing-of-that-name" in done.err


@pytest.mark.real
def test_validate_asks_the_server_and_stores_nothing(
    kpod: Callable[..., Done], namespace: str, is_empty: Callable[[], bool], image: str, tmp_path: Path
) -> None:
    (tmp_path / "good.json").write_text(json.dumps(pod(image)))
    done = kpod("validate", "--server", "--namespace", namespace, "good.json")
    assert (done.code, done.out, done.err) == (0, "", "")
    done = kpod("validate", "--server", "--namespace", "no-such-namespace", "good.json", "--output", "json")
    assert done.code == 1
    told = json.loads(done.out)
    assert told["errors"] == 1
    assert "no-such-namespace" in told["problems"][0]["message"]
    assert is_empty()
