"""kubectl's ways into a container: exec, cp, attach and run -i, over WebSocket as kubectl 1.37 does it unasked."""

from __future__ import annotations

import hashlib
import json
import random
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.clients.conftest import Kubectl

pytestmark = pytest.mark.real


@pytest.fixture
def pod(kubectl: Kubectl, image: str) -> str:
    """The name of a Pod that is ready."""
    started(kubectl, "p", image, "sleep 600")
    return "p"


def started(kubectl: Kubectl, name: str, image: str, script: str, **container: Any) -> None:
    main = {"name": "main", "image": image, "imagePullPolicy": "IfNotPresent", "command": ["sh", "-c", script], **container}
    spec = {"restartPolicy": "Never", "terminationGracePeriodSeconds": 1, "containers": [main]}
    body = {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": name}, "spec": spec}
    kubectl("apply", "-f", "-", stdin=json.dumps(body))
    kubectl("wait", "--for=condition=Ready", f"pod/{name}", "--timeout=60s")


def test_exec_shows_output_and_errors_and_ends_with_the_programs_code(kubectl: Kubectl, pod: str) -> None:
    done = kubectl("exec", pod, "--", "sh", "-c", "echo out; echo err >&2; exit 3", code=3)
    assert done.stdout == "out\n"
    assert done.stderr == "err\ncommand terminated with exit code 3\n"


def test_exec_hands_on_its_input_and_the_end_of_it(kubectl: Kubectl, pod: str) -> None:
    assert kubectl("exec", "-i", pod, "--", "sh", "-c", "sort; echo over", stdin="b\na\n").stdout == "a\nb\nover\n"


def test_exec_says_what_it_could_not_do(kubectl: Kubectl, pod: str, image: str) -> None:
    missing = kubectl("exec", pod, "--", "no-such-program", code=1).stderr
    assert missing.startswith("error: Internal error occurred: Internal error occurred: error executing command in container:")
    assert missing.endswith('exec: "no-such-program": executable file not found in $PATH: unknown\n')
    assert "container nope is not valid for pod p" in kubectl("exec", pod, "-c", "nope", "--", "true", code=1).stderr
    assert 'pods "q" not found' in kubectl("exec", "q", "--", "true", code=1).stderr
    kubectl("run", "short", f"--image={image}", "--image-pull-policy=IfNotPresent", "--restart=Never", "--command", "--", "true")
    kubectl("wait", "--for=jsonpath={.status.phase}=Succeeded", "pod/short", "--timeout=60s")
    ended = kubectl("exec", "short", "--", "true", code=1).stderr
    assert ended == "error: cannot exec into a container in a completed pod; current phase is Succeeded\n"


def test_files_and_folders_are_copied_there_and_back(kubectl: Kubectl, pod: str, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    (folder / "deep").mkdir(parents=True)
    (folder / "data").write_bytes(random.Random(1).randbytes(3_000_000))
    (folder / "deep" / "text").write_text("hello\n")
    kubectl("cp", str(folder), f"{pod}:/tmp/there")
    assert digest(folder / "data") in kubectl("exec", pod, "--", "sha256sum", "/tmp/there/data").stdout
    kubectl("cp", f"{pod}:/tmp/there", str(tmp_path / "back"))
    assert (tmp_path / "back" / "deep" / "text").read_text() == "hello\n"
    assert digest(tmp_path / "back" / "data") == digest(folder / "data")


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_a_terminal_is_a_terminal_and_an_interrupt_reaches_only_the_program(
    kubectl: Kubectl, pod: str, kubectl_binary: Path, kubeconfig: Path, namespace: str, tmp_path: Path
) -> None:
    # `script` gives kubectl a terminal of its own; what is typed there travels to the terminal in the container. A shell that is about to
    # read when it is interrupted would read for ever, and look at its traps then; after each sleep it looks at them.
    program = 'trap "echo caught; exit 7" INT; tty; while :; do sleep 1; done'
    command = f"{kubectl_binary} --kubeconfig {kubeconfig} -n {namespace} exec -it {pod} -- sh -c '{program}'"
    with subprocess.Popen(["script", "-qec", command, "/dev/null"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=tmp_path) as typed:
        assert typed.stdin is not None
        assert typed.stdout is not None
        seen = b""
        while b"/dev/pts/0" not in seen:
            seen += typed.stdout.read1()
        typed.stdin.write(b"\x03")
        typed.stdin.flush()
        seen += typed.stdout.read()
    assert b"caught" in seen
    assert typed.returncode == 7
    assert kubectl("exec", pod, "--", "echo", "still there").stdout == "still there\n"


def test_run_attaches_hands_on_input_and_ends_with_the_pods_code(kubectl: Kubectl, image: str) -> None:
    arguments = ("run", "r", f"--image={image}", "--image-pull-policy=IfNotPresent", "--restart=Never", "-i", "--rm", "-q", "--command")
    done = kubectl(*arguments, "--", "sh", "-c", "read a; read b; echo got $a $b; cat; exit 5", stdin="one\ntwo\nthree\n", code=5)
    assert done.stdout.startswith("got one two\nthree\n")
    assert "not found" in kubectl("get", "pod", "r", code=1).stderr


def test_attach_follows_what_the_container_writes_from_now_on(kubectl: Kubectl, image: str) -> None:
    started(kubectl, "a", image, "echo before; read line; echo got $line; exit 4", stdin=True, stdinOnce=True)
    done = kubectl("attach", "-i", "a", stdin="it\n")
    assert done.stdout == "got it\n"
    kubectl("wait", "--for=jsonpath={.status.phase}=Failed", "pod/a", "--timeout=60s")
    assert kubectl("logs", "a").stdout == "before\ngot it\n"
