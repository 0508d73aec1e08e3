"""A run's log, line by line, and its result."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

import pytest

from kpod import run
from kpod.cluster import Body, Ref
from kpod.errors import NotFoundError, ResultError, RunFailedError
from kpod.kube import KubeCluster

Make = Callable[..., Body]

RESULT = {"container": {"terminationMessagePath": "/tmp/result"}, "annotations": {"kpod/result": "{}"}}


@pytest.fixture(params=["pod", "job"])
def make(request: pytest.FixtureRequest) -> Make:
    """Makes the body of a Pod, then of a Job."""
    found: Make = request.getfixturevalue(request.param)
    return found


@pytest.mark.real
def test_the_log_is_followed_from_before_the_start_to_the_last_line(cluster: KubeCluster, namespace: str, make: Make) -> None:
    script = "echo one; sleep 1; echo 'zwei ä €'; sleep 1; printf 'three, no newline'"
    with run.launch(make(script), namespace=namespace, cluster=cluster) as started:
        assert list(started.logs()) == ["one", "zwei ä €", "three, no newline"]
        assert started.wait(30).ok
        assert list(started.logs(follow=False)) == ["one", "zwei ä €", "three, no newline"]
        assert list(started.logs(follow=False, tail=1)) == ["three, no newline"]


@pytest.mark.real
def test_a_burst_of_lines_is_whole_and_nothing_comes_twice(cluster: KubeCluster, namespace: str, make: Make) -> None:
    # It lives a moment longer: what a container writes just before its end, a busy node may lose (its own file is cut, mid-line too).
    burst = "i=0; while [ $i -lt 5000 ]; do echo line $i; i=$((i+1)); done; sleep 1"
    with run.launch(make(burst), namespace=namespace, cluster=cluster) as started:
        assert list(started.logs()) == [f"line {number}" for number in range(5000)]


def test_what_is_no_text_comes_as_replacement_characters(cluster: KubeCluster, namespace: str, pod: Make) -> None:
    with run.launch(pod(r"printf 'a\377b\n'"), namespace=namespace, cluster=cluster) as started:
        assert list(started.logs()) == ["a\ufffdb"]


def test_there_is_no_log_before_the_start(cluster: KubeCluster, namespace: str, make: Make) -> None:
    body = make("true", container={"image": "UPPER/Case:1"})
    with run.launch(body, namespace=namespace, cluster=cluster, levels={"image": "off"}) as started:
        assert list(started.logs(follow=False)) == []


@pytest.mark.real
def test_json_in_the_result_file_is_the_result(cluster: KubeCluster, namespace: str, make: Make) -> None:
    with run.launch(
        make("""printf '{"rows": 12, "name": "ä"}' > /tmp/result""", **RESULT), namespace=namespace, cluster=cluster
    ) as started:
        assert started.result(60) == {"rows": 12, "name": "ä"}
        assert started.result() == {"rows": 12, "name": "ä"}


def test_text_in_the_result_file_is_the_result_as_it_is(cluster: KubeCluster, namespace: str, make: Make) -> None:
    text = {**RESULT, "annotations": {"kpod/result": '{"format": "text"}'}}
    with run.launch(make("echo twelve rows > /tmp/result", **text), namespace=namespace, cluster=cluster) as started:
        assert started.result(60) == "twelve rows\n"
    undeclared = {"container": RESULT["container"]}
    with run.launch(make("echo 12 > /tmp/result", **undeclared), namespace=namespace, cluster=cluster) as started:
        assert started.result(60) == "12\n"


def test_text_in_the_place_of_json_is_an_error_and_no_value(cluster: KubeCluster, namespace: str, pod: Make) -> None:
    with run.launch(pod("printf '{\"rows\": 1' > /tmp/result", **RESULT), namespace=namespace, cluster=cluster) as started:
        with pytest.raises(ResultError, match="it is damaged: it is no JSON") as caught:
            started.result(60)
        assert caught.value.flaw == "damaged"


@pytest.mark.real
@pytest.mark.parametrize(
    ("script", "flaw"),
    [("true", "it is missing"), ("head -c 5000 /dev/zero | tr '\\0' x > /tmp/result", "it is cut: it fills all of the 4096 bytes")],
    ids=["missing", "cut"],
)
def test_a_result_that_is_missing_or_cut_says_that_the_work_succeeded(
    cluster: KubeCluster, namespace: str, make: Make, script: str, flaw: str
) -> None:
    with run.launch(make(script, **RESULT), namespace=namespace, cluster=cluster) as started:
        with pytest.raises(ResultError, match="the work succeeded") as caught:
            started.result(60)
        assert flaw in str(caught.value)
        assert started.wait().ok


def test_the_result_of_a_run_that_failed_is_its_failure(cluster: KubeCluster, namespace: str, make: Make) -> None:
    failing = run.launch(make("echo 1 > /tmp/result; exit 3", **RESULT), namespace=namespace, cluster=cluster)
    with failing as started, pytest.raises(RunFailedError, match="exited with 3"):
        started.result(60)


def test_a_bare_pod_is_gone_when_its_result_was_read(cluster: KubeCluster, namespace: str, pod: Make, until: Callable[..., object]) -> None:
    started = run.launch(pod("echo 1 > /tmp/result", **RESULT), namespace=namespace, cluster=cluster)
    assert started.result(60) == 1
    assert started.wait().ok

    def gone() -> bool:
        try:
            cluster.get(Ref("Pod", started.ref.name, namespace))
        except NotFoundError:
            return True
        return False

    until(gone, "the Pod is gone")


@pytest.mark.real
@pytest.mark.parametrize("follow", [True, False], ids=["followed", "read once"])
def test_all_containers_are_told_apart(cluster: KubeCluster, namespace: str, make: Make, image: str, follow: bool) -> None:
    def container(name: str, script: str, **more: Any) -> Body:
        return {"name": name, "image": image, "imagePullPolicy": "IfNotPresent", "command": ["sh", "-c", script], **more}

    body = make("echo main one; sleep 2; echo main two", grace=5)
    spec = body["spec"] if body["kind"] == "Pod" else body["spec"]["template"]["spec"]
    spec["containers"].append(container("second", "echo second; sleep 1; printf 'no newline'"))
    term = "trap 'echo told; exit 0' TERM; echo side; while :; do sleep 0.1; done"
    spec["initContainers"] = [container("before", "echo before"), container("side", term, restartPolicy="Always")]
    with run.launch(body, namespace=namespace, cluster=cluster) as started:
        if not follow:
            assert started.wait(100).ok
            found = list(started.logs(follow=False, all_containers=True))
            told = [line for line in found if line.container == "side"]
            assert told[:1] == ["side"]  # its last word may still be to come
        else:
            found = list(started.logs(all_containers=True))
            assert [line for line in found if line.container == "side"] == ["side", "told"]
        assert {line.pod for line in found} == {found[0].pod}
        wanted = {"before": ["before"], "main": ["main one", "main two"], "second": ["second", "no newline"]}
        assert {name: [line for line in found if line.container == name] for name in wanted} == wanted


def test_a_reader_of_all_containers_that_leaves_early_leaves_no_thread(cluster: KubeCluster, namespace: str, pod: Make, image: str) -> None:
    other = {"name": "other", "image": image, "imagePullPolicy": "IfNotPresent", "command": ["sh", "-c", "yes"]}
    body = pod("echo one; sleep 300")
    body["spec"]["containers"].append(other)
    with run.launch(body, namespace=namespace, cluster=cluster) as started:
        lines = started.logs(all_containers=True)
        next(lines)
        lines.close()  # type: ignore[attr-defined]
        assert not [thread for thread in threading.enumerate() if thread.name.startswith("kpod-log-")]


@pytest.mark.real
@pytest.mark.parametrize("parallel", [1, 2], ids=["one after the other", "side by side"])
@pytest.mark.parametrize("follow", [True, False], ids=["followed", "read once"])
def test_the_log_of_a_job_of_several_pods_is_that_of_all_of_them(
    cluster: KubeCluster, namespace: str, job: Make, follow: bool, parallel: int
) -> None:
    body = job("echo from $HOSTNAME; sleep 1; echo end", job={"completions": 3, "parallelism": parallel})
    with run.launch(body, namespace=namespace, cluster=cluster) as started:
        if not follow:
            assert started.wait(100).ok
        found = list(started.logs(follow=follow))
    pods = list(dict.fromkeys(line.pod for line in found))
    assert len(pods) == 3
    assert {pod: [line for line in found if line.pod == pod] for pod in pods} == {pod: [f"from {pod}", "end"] for pod in pods}
    one_after_the_other = [word for pod in pods for word in (f"from {pod}", "end")]
    assert found == one_after_the_other or (follow and parallel > 1)


@pytest.mark.real
def test_pods_that_run_at_the_same_time_are_followed_at_the_same_time(cluster: KubeCluster, namespace: str, job: Make) -> None:
    body = job("echo $HOSTNAME; while :; do sleep 1; done", job={"completions": 2, "parallelism": 2})
    seen: set[str] = set()
    with run.launch(body, namespace=namespace, cluster=cluster) as started:
        lines = started.logs()
        while len(seen) < 2:  # neither ends before both were heard
            seen.add(next(lines))
        lines.close()  # type: ignore[attr-defined]
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("kpod-log-")]


def test_a_line_of_many_pieces_and_bytes_that_are_no_text_come_as_one_line(cluster: KubeCluster, namespace: str, make: Make) -> None:
    script = r"head -c 50000 /dev/zero | tr '\000' x; printf '\377end\n'; echo after; sleep 1"
    with run.launch(make(script), namespace=namespace, cluster=cluster) as started:
        assert list(started.logs()) == ["x" * 50_000 + "\ufffdend", "after"]
