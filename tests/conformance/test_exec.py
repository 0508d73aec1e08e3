"""Programs in a running container, and the container's own input and output, by the official client's `stream`."""

from __future__ import annotations

import base64
import json
import os
import ssl
from collections.abc import Callable, Iterator
from contextlib import closing
from http.client import HTTPSConnection
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from kubernetes.client import ApiClient, CoreV1Api
from kubernetes.config import new_client_from_config
from kubernetes.stream import stream

from kpod.cluster import Body, Ref
from kpod.kube import KubeCluster
from tests.until import until

pytestmark = pytest.mark.real

Make = Callable[..., Body]
Exec = Callable[..., Any]
Refusal = Callable[[str, str], "tuple[int, Body]"]

SCRIPT = """
export MARK=of-main
for kind in pid mnt ipc uts; do readlink /proc/self/ns/$kind; done > /tmp/namespaces
echo ready; sleep 600
"""


@pytest.fixture
def api(kubeconfig: Path) -> Iterator[CoreV1Api]:
    client: ApiClient = new_client_from_config(str(kubeconfig))
    yield CoreV1Api(client)
    client.close()


@pytest.fixture
def start(cluster: KubeCluster, namespace: str) -> Callable[[Body], str]:
    """Makes a Pod and waits until it is ready."""

    def run(body: Body) -> str:
        made = cluster.create(body, namespace=namespace)
        ref = Ref.of(made)

        def is_ready() -> bool:
            states = cluster.get(ref)["status"].get("containerStatuses") or []
            return bool(states) and all(each["ready"] for each in states)

        until(is_ready, "the Pod is ready")
        return str(made["metadata"]["name"])

    return run


@pytest.fixture
def execute(api: CoreV1Api, namespace: str) -> Iterator[Exec]:
    """Runs a command in a Pod: a WebSocket of the official client."""
    opened: list[Any] = []

    def run(pod: str, *command: str, stdin: bool = False, tty: bool = False, **more: Any) -> Any:
        flags = {"stdin": stdin, "stdout": True, "stderr": True, "tty": tty, "_preload_content": False}
        words = list(command)
        opened.append(stream(api.connect_get_namespaced_pod_exec, pod, namespace, command=words, **flags, **more))
        return opened[-1]

    yield run
    for each in opened:
        hang_up(each)


@pytest.fixture
def refusal(api: CoreV1Api, namespace: str) -> Refusal:
    """What a handshake that is refused answers; the official client says no more than that it was."""

    def ask(pod: str, query: str) -> tuple[int, Body]:
        configuration = api.api_client.configuration
        address = urlsplit(configuration.host)
        context = ssl.create_default_context(cafile=configuration.ssl_ca_cert)
        if configuration.cert_file:
            context.load_cert_chain(configuration.cert_file, configuration.key_file)
        key = base64.b64encode(os.urandom(16)).decode()
        headers = {"Connection": "Upgrade", "Upgrade": "websocket", "Sec-WebSocket-Version": "13", "Sec-WebSocket-Key": key}
        headers |= {"Sec-WebSocket-Protocol": "v4.channel.k8s.io"}
        headers |= {each["key"]: each["value"] for each in configuration.auth_settings().values() if each["in"] == "header"}
        with closing(HTTPSConnection(address.hostname or "", address.port, context=context, timeout=200)) as connection:
            connection.request("GET", f"/api/v1/namespaces/{namespace}/pods/{pod}/exec?{query}", headers=headers)
            response = connection.getresponse()
            text = response.read().decode()
            return response.status, json.loads(text) if text.startswith("{") else {"message": text}

    return ask


def hang_up(session: Any) -> None:
    session.close()
    session.sock.shutdown()  # the client forgets its socket where the server said goodbye first


def finished(session: Any) -> tuple[str, str, int]:
    """Output, errors and exit code, once it has ended."""
    session.run_forever(timeout=200)
    return session.read_stdout(timeout=0) or "", session.read_stderr(timeout=0) or "", session.returncode


def test_output_errors_and_exit_code_come_apart(start: Callable[[Body], str], execute: Exec, pod: Make) -> None:
    name = start(pod(SCRIPT, name="one"))
    assert finished(execute(name, "sh", "-c", "echo out; echo err >&2; exit 3")) == ("out\n", "err\n", 3)
    assert finished(execute(name, "true")) == ("", "", 0)
    assert finished(execute(name, "sh", "-c", "kill -9 $$"))[2] == 137


def test_a_program_that_is_not_there_is_named(start: Callable[[Body], str], execute: Exec, pod: Make) -> None:
    session = execute(start(pod(SCRIPT, name="one")), "no-such-program")
    session.run_forever(timeout=200)
    status = json.loads(session.read_channel(3))
    assert (status["status"], status["code"]) == ("Failure", 500)
    assert 'exec: "no-such-program": executable file not found in $PATH' in status["message"]


def test_a_program_is_in_the_containers_own_namespaces_with_its_files_and_environment(
    start: Callable[[Body], str], execute: Exec, pod: Make
) -> None:
    body = pod(SCRIPT, name="one", container={"env": [{"name": "COLOUR", "value": "blue"}], "workingDir": "/usr"})
    name = start(body)
    script = "for kind in pid mnt ipc uts; do readlink /proc/self/ns/$kind; done | cmp - /tmp/namespaces"
    script += ' && echo "$COLOUR$MARK" && pwd && hostname'
    assert finished(execute(name, "sh", "-c", script)) == ("blue\n/usr\none\n", "", 0)
    # it sees the container's processes and no others
    out, _, code = finished(execute(name, "sh", "-c", "ls -d /proc/[0-9]* | wc -l"))
    assert code == 0
    assert int(out) < 12


def test_a_program_has_no_more_rights_than_the_containers_own(start: Callable[[Body], str], execute: Exec, pod: Make) -> None:
    rights = "grep -E '^(CapPrm|CapEff|NoNewPrivs):' /proc/self/status; id -u; id -g"
    for security in ({"allowPrivilegeEscalation": False}, {"runAsUser": 1234, "runAsGroup": 1234, "allowPrivilegeEscalation": False}):
        body = pod(f"({rights}) > /tmp/rights; sleep 600", name=f"as-{security.get('runAsUser', 'root')}")
        body["spec"]["containers"][0]["securityContext"] = {**security, "capabilities": {"drop": ["NET_RAW"]}}
        name = start(body)
        assert finished(execute(name, "sh", "-c", f"({rights}) | diff - /tmp/rights")) == ("", "", 0)


def test_input_is_carried_to_the_program(start: Callable[[Body], str], execute: Exec, pod: Make) -> None:
    session = execute(start(pod(SCRIPT, name="one")), "sh", "-c", "read a; read b; echo $b $a", stdin=True)
    session.write_stdin("one\ntwo\n")
    assert finished(session) == ("two one\n", "", 0)


def test_much_output_arrives_whole(start: Callable[[Body], str], execute: Exec, pod: Make) -> None:
    name = start(pod(SCRIPT, name="one"))
    out, _, code = finished(execute(name, "sh", "-c", "i=0; while [ $i -lt 20000 ]; do i=$((i+1)); echo line $i; done"))
    assert code == 0
    assert out.split("\n") == [*(f"line {number}" for number in range(1, 20001)), ""]


def test_a_terminal_has_the_size_that_the_client_says(start: Callable[[Body], str], execute: Exec, pod: Make) -> None:
    script = "read a; tty; until stty size 2> /dev/null | grep '45 123'; do sleep 1; done"  # sizes are told at any time
    session = execute(start(pod(SCRIPT, name="one")), "sh", "-c", script, stdin=True, tty=True)
    session.write_channel(4, json.dumps({"Width": 123, "Height": 45}))
    session.write_stdin("go\n")
    out, err, code = finished(session)
    assert (err, code) == ("", 0)
    assert out.split() == ["go", "/dev/pts/0", "45", "123"]


def test_the_program_runs_on_when_the_client_goes(start: Callable[[Body], str], execute: Exec, pod: Make) -> None:
    name = start(pod(SCRIPT, name="one"))
    session = execute(name, "sh", "-c", "echo begun; sleep 2; echo went-on > /tmp/late; sleep 600")
    until(lambda: session.read_stdout(timeout=1), "it has begun")
    hang_up(session)
    until(lambda: finished(execute(name, "sh", "-c", "cat /tmp/late 2> /dev/null"))[0] == "went-on\n", "it went on")


def test_several_programs_run_at_once(start: Callable[[Body], str], execute: Exec, pod: Make) -> None:
    name = start(pod(SCRIPT, name="one"))
    sessions = [execute(name, "sh", "-c", f"sleep 1; echo {number}; exit {number}") for number in range(6)]
    assert [finished(each) for each in sessions] == [(f"{number}\n", "", number) for number in range(6)]


def test_a_container_has_to_be_named_where_there_are_several(
    start: Callable[[Body], str], execute: Exec, refusal: Refusal, pod: Make
) -> None:
    body = pod(SCRIPT, name="one")
    body["spec"]["containers"].append({**body["spec"]["containers"][0], "name": "other", "workingDir": "/tmp"})
    name = start(body)
    assert finished(execute(name, "pwd", container="other")) == ("/tmp\n", "", 0)
    status, answer = refusal(name, "command=true&stdout=true")
    assert (status, answer["message"]) == (
        400,
        "a container name must be specified for pod one, choose one of: [main other]",
    )
    status, answer = refusal(name, "command=true&stdout=true&container=third")
    assert (status, answer["message"]) == (400, "container third is not valid for pod one")


def test_an_ended_container_and_a_missing_pod_are_refused(cluster: KubeCluster, namespace: str, refusal: Refusal, pod: Make) -> None:
    ref = Ref.of(cluster.create(pod("true", name="short"), namespace=namespace))
    until(lambda: cluster.get(ref)["status"].get("phase") == "Succeeded", "the Pod has ended")
    status, answer = refusal("short", "command=true&stdout=true")
    assert (status, answer["message"]) == (500, 'container not found ("main")')
    status, answer = refusal("missing", "command=true&stdout=true")
    assert (status, answer["message"]) == (404, 'pods "missing" not found')


def test_attach_joins_what_the_container_reads_and_writes(
    cluster: KubeCluster, start: Callable[[Body], str], api: CoreV1Api, namespace: str, pod: Make
) -> None:
    body = pod("echo ready; while read line; do echo got $line; done; echo over", name="one")
    body["spec"]["containers"][0] |= {"stdin": True, "stdinOnce": True}
    name = start(body)
    flags = {"stdin": True, "stdout": True, "stderr": True, "tty": False, "_preload_content": False}
    session = stream(api.connect_get_namespaced_pod_attach, name, namespace, **flags)
    session.write_stdin("one\n")
    assert until(lambda: session.read_stdout(timeout=1), "it answers") == "got one\n"
    hang_up(session)  # stdinOnce: its input ends with the first client
    ref = Ref("Pod", name, namespace)
    until(lambda: cluster.get(ref)["status"].get("phase") == "Succeeded", "the Pod has ended")
    assert b"".join(cluster.logs(ref)).decode() == "ready\ngot one\nover\n"


def test_nothing_of_a_session_outlives_the_container(
    cluster: KubeCluster, start: Callable[[Body], str], execute: Exec, pod: Make, namespace: str
) -> None:
    name = start(pod("trap 'exit 0' TERM; echo ready; sleep 600 & wait", name="one"))
    session = execute(name, "sh", "-c", "echo begun; sleep 600")
    until(lambda: session.read_stdout(timeout=1), "it has begun")
    cluster.delete(Ref("Pod", name, namespace))
    session.run_forever(timeout=200)
    assert not session.is_open()
    if not os.environ.get("KPOD_TEST_KUBECONFIG"):
        assert session.returncode == 137
