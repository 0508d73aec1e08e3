"""One key, one run: whatever process is killed, whatever answer is lost."""

from __future__ import annotations

import json
import logging
import signal
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from kpod import run
from kpod.cluster import Body, Ref
from kpod.errors import AlreadyExistsError, NotFoundError
from kpod.kube import KubeCluster
from tests.conformance.proxy import Proxy

Make = Callable[..., Body]

SCRIPT = """
import json, sys
from kpod import run
from kpod.kube import KubeCluster
kubeconfig, namespace, key, body = sys.argv[1:]
with KubeCluster(kubeconfig) as cluster:
    started = run.launch(json.loads(body), key=key, namespace=namespace, cluster=cluster)
    print(started.ref.name, flush=True)
    print(json.dumps(started.result(90)), flush=True)
"""
BLOCK = """
import json, signal, sys
from kpod import run
from kpod.kube import KubeCluster
kubeconfig, namespace, body = sys.argv[1:]
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell lets its background jobs ignore it
with KubeCluster(kubeconfig) as cluster, run.launch(json.loads(body), namespace=namespace, cluster=cluster) as started:
    print("launched", flush=True)
    started.wait()
"""
RESULT = {"container": {"terminationMessagePath": "/tmp/result"}, "annotations": {"kpod/result": "{}"}}


@pytest.fixture(params=["pod", "job"])
def make(request: pytest.FixtureRequest) -> Make:
    """Makes the body of a Pod, then of a Job."""
    found: Make = request.getfixturevalue(request.param)
    return found


def command(kubeconfig: Path, namespace: str, key: str, body: Body) -> list[str]:
    return [sys.executable, "-W", "error", "-c", SCRIPT, str(kubeconfig), namespace, key, json.dumps(body)]


def finish(words: list[str]) -> tuple[str, object]:
    """Run the script to its end; returns the run's name and its result."""
    done = subprocess.run(words, capture_output=True, text=True, timeout=100, check=True)
    name, result = done.stdout.splitlines()
    return name, json.loads(result)


def finish_name(words: list[str]) -> str:
    """Run the script up to its launch and on to its end; returns the run's name. Of a bare Pod only one process reads the result."""
    done = subprocess.run(words, capture_output=True, text=True, timeout=100, check=False)
    return done.stdout.splitlines()[0]


def pods_made(cluster: KubeCluster, namespace: str, since: str) -> set[str]:
    events = cluster.watch("Pod", since=since, namespace=namespace, timeout=1)
    return {event.object["metadata"]["uid"] for event in events if event.type == "ADDED"}


@pytest.mark.real
def test_a_process_that_is_killed_between_create_and_answer_leaves_one_run_for_the_next(
    cluster: KubeCluster, namespace: str, make: Make, kubeconfig: Path, tmp_path: Path
) -> None:
    since = cluster.list("Pod", namespace=namespace).resource_version
    body = make("echo 42 > /tmp/result", **RESULT)
    with Proxy(kubeconfig) as proxy:
        proxy.mute = "silence"
        path = tmp_path / "kubeconfig"
        path.write_text(json.dumps(proxy.kubeconfig))
        with subprocess.Popen(command(path, namespace, "daily", body), stdout=subprocess.PIPE, text=True) as process:
            assert proxy.swallowed.wait(60), "the script created its object"
            process.kill()
            assert process.communicate()[0] == ""
    name, result = finish(command(kubeconfig, namespace, "daily", body))
    assert result == 42
    assert len(pods_made(cluster, namespace, since)) == 1
    other, result = finish(command(kubeconfig, namespace, "daily 2", body))
    assert result == 42
    assert other != name


@pytest.mark.real
def test_a_process_that_is_killed_while_it_waits_is_followed_by_another_on_the_same_run(
    cluster: KubeCluster, namespace: str, make: Make, kubeconfig: Path
) -> None:
    since = cluster.list("Pod", namespace=namespace).resource_version
    words = command(kubeconfig, namespace, "daily", make("sleep 3; echo 42 > /tmp/result", **RESULT))
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        first = process.stdout.readline().strip()
        process.kill()
    assert finish(words) == (first, 42)
    assert len(pods_made(cluster, namespace, since)) == 1


@pytest.mark.real
def test_an_answer_that_was_lost_is_looked_up_and_no_second_run_is_made(
    cluster: KubeCluster, namespace: str, make: Make, kubeconfig: Path
) -> None:
    since = cluster.list("Pod", namespace=namespace).resource_version
    with Proxy(kubeconfig) as proxy, KubeCluster(proxy.kubeconfig) as unreliable:
        proxy.mute = "hangup"
        with run.launch(make("true"), namespace=namespace, cluster=unreliable) as started:
            assert proxy.swallowed.is_set()
            assert started.key is None
            assert started.wait(60).ok
            assert len(pods_made(cluster, namespace, since)) == 1


@pytest.mark.real
def test_two_processes_that_launch_one_key_at_once_share_one_run(
    cluster: KubeCluster, namespace: str, make: Make, kubeconfig: Path
) -> None:
    since = cluster.list("Pod", namespace=namespace).resource_version
    words = command(kubeconfig, namespace, "daily", make("echo 42 > /tmp/result; sleep 1", **RESULT))
    with ThreadPoolExecutor(3) as pool:
        found = set(pool.map(finish_name, [words] * 3))
    assert len(found) == 1
    assert len(pods_made(cluster, namespace, since)) == 1


@pytest.mark.real
def test_ctrl_c_in_the_block_of_another_process_leaves_nothing(
    cluster: KubeCluster, namespace: str, make: Make, kubeconfig: Path, until: Callable[..., object]
) -> None:
    words = [sys.executable, "-c", BLOCK, str(kubeconfig), namespace, json.dumps(make("sleep 300"))]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "launched\n"
        process.send_signal(signal.SIGINT)
        assert "KeyboardInterrupt" in process.communicate(timeout=200)[1]
    for kind in ("Pod", "Job"):
        until(lambda kind=kind: not cluster.list(kind, namespace=namespace).items, f"no {kind} is left")


def test_without_a_key_each_launch_is_a_new_run(cluster: KubeCluster, namespace: str, make: Make) -> None:
    body = make("true")
    with run.launch(body, namespace=namespace, cluster=cluster) as one, run.launch(body, namespace=namespace, cluster=cluster) as two:
        assert one.ref.name != two.ref.name
        assert one.wait(60).ok
        assert two.wait(60).ok


@pytest.mark.real
def test_a_key_finds_its_run_while_it_goes_and_when_it_has_ended(cluster: KubeCluster, namespace: str, make: Make) -> None:
    body = make("sleep 1; exit 3")
    with run.launch(body, key="etl 2026-11-22", namespace=namespace, cluster=cluster) as first:
        assert run.launch(body, key="etl 2026-11-22", namespace=namespace, cluster=cluster).ref == first.ref
        assert run.attach("etl 2026-11-22", namespace=namespace, cluster=cluster).ref == first.ref
        assert run.attach(Ref(first.ref.kind, first.ref.name, namespace), cluster=cluster).key == "etl 2026-11-22"
        assert first.wait(60).exit_code == 3
        ended = run.launch(body, key="etl 2026-11-22", namespace=namespace, cluster=cluster)
        assert ended.ref == first.ref
        assert ended.wait(60).exit_code == 3


@pytest.mark.real
def test_again_starts_a_run_anew_that_has_ended_and_leaves_one_that_goes(cluster: KubeCluster, namespace: str, make: Make) -> None:
    going = run.launch(make("sleep 2"), key="k", namespace=namespace, cluster=cluster)
    assert run.launch(make("sleep 2"), key="k", namespace=namespace, cluster=cluster, again=True).ref == going.ref
    assert going.wait(60).ok
    with run.launch(make("sleep 2"), key="k", namespace=namespace, cluster=cluster, again=True) as anew:
        assert anew.ref.name == going.ref.name
        assert anew.ref.uid != going.ref.uid


@pytest.mark.real
def test_a_run_that_is_going_away_is_waited_for(cluster: KubeCluster, namespace: str, make: Make) -> None:
    body = make("trap 'sleep 1; exit 0' TERM; echo up; while :; do sleep 0.1; done", grace=20)
    first = run.launch(body, key="k", namespace=namespace, cluster=cluster)
    assert next(iter(first.logs())) == "up"
    first.delete()
    with run.launch(make("true"), key="k", namespace=namespace, cluster=cluster) as second:
        assert second.ref.uid != first.ref.uid
        assert second.wait(60).ok


@pytest.mark.real
def test_an_explicit_name_is_a_key_and_an_object_of_somebody_else_is_left_alone(cluster: KubeCluster, namespace: str, make: Make) -> None:
    made = cluster.create({**make("sleep 300"), "metadata": {"name": "taken"}}, namespace=namespace)
    with pytest.raises(AlreadyExistsError, match="it is no run of kpod"):
        run.launch(make("true"), name="taken", namespace=namespace, cluster=cluster)
    assert cluster.get(Ref.of(made))["metadata"].get("deletionTimestamp") is None
    cluster.delete(Ref.of(made), grace=0)
    with run.launch(make("true", name="mine"), namespace=namespace, cluster=cluster) as mine:
        assert (mine.ref.name, mine.key) == ("mine", "mine")
        with pytest.raises(AlreadyExistsError, match="the key 'mine'"):
            run.launch(make("true"), name="mine", key="other", namespace=namespace, cluster=cluster)


@pytest.mark.real
def test_another_spec_under_the_same_key_is_told_with_the_difference_and_without_values_of_variables(
    cluster: KubeCluster, namespace: str, pod: Make, caplog: pytest.LogCaptureFixture
) -> None:
    first, second = (
        pod("sleep 1", grace=grace, container={"env": [{"name": "A", "value": value}]})
        for grace, value in ((1, "canary-1"), (2, "canary-2"))
    )
    with caplog.at_level(logging.INFO, logger="kpod"), run.launch(first, key="k", namespace=namespace, cluster=cluster) as going:
        assert caplog.messages[0] == f"Pod {going.ref.name}: context {cluster.name}, namespace {namespace}"
        run.launch(first, key="k", namespace=namespace, cluster=cluster)
        assert "another spec" not in caplog.text
        run.launch(second, key="k", namespace=namespace, cluster=cluster)
    assert "started from another spec" in caplog.text
    assert "spec.terminationGracePeriodSeconds (1 there, 2 asked for)" in caplog.text
    assert "spec.containers[main].env[A].value" in caplog.text
    assert "canary" not in caplog.text


def test_a_job_stays_for_a_day_or_as_long_as_was_said(cluster: KubeCluster, namespace: str, job: Make) -> None:
    for options, seconds in (({}, 86400), ({"keep": 600}, 600)):
        with run.launch(job("true"), namespace=namespace, cluster=cluster, **options) as started:
            assert cluster.get(started.ref)["spec"]["ttlSecondsAfterFinished"] == seconds


def test_a_key_that_nobody_used_is_not_found(cluster: KubeCluster, namespace: str) -> None:
    with pytest.raises(NotFoundError, match="no run with the key 'nobody'"):
        run.attach("nobody", namespace=namespace, cluster=cluster)


@pytest.mark.real
def test_an_exception_in_the_block_deletes_the_run(cluster: KubeCluster, namespace: str, make: Make, until: Callable[..., object]) -> None:
    with pytest.raises(KeyboardInterrupt), run.launch(make("sleep 300"), namespace=namespace, cluster=cluster) as started:
        raise KeyboardInterrupt
    until(lambda: not cluster.list("Pod", namespace=namespace).items, "its Pods are gone")
    with pytest.raises(NotFoundError):
        cluster.get(started.ref)


@pytest.mark.real
@pytest.mark.parametrize("code", [0, 3])
def test_the_end_of_the_block_deletes_the_run_however_it_ended(
    cluster: KubeCluster, namespace: str, make: Make, objects: Callable[[], list[str]], until: Callable[..., object], code: int
) -> None:
    before = objects()
    with run.launch(make(f"exit {code}"), namespace=namespace, cluster=cluster) as started:
        assert started.wait(60).exit_code == code
    until(lambda: objects() == before, "nothing of it is left")


@pytest.mark.real
def test_the_same_key_in_many_threads_at_once_while_its_old_run_goes_away_is_one_new_run(
    cluster: KubeCluster, namespace: str, make: Make
) -> None:
    body = make("trap 'sleep 1; exit 0' TERM; echo up; while :; do sleep 0.1; done", grace=20)
    first = run.launch(body, key="k", namespace=namespace, cluster=cluster)
    assert next(iter(first.logs())) == "up"
    first.delete()
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda _: run.launch(make("sleep 1"), key="k", namespace=namespace, cluster=cluster), range(4)))
    assert len({each.ref for each in found}) == 1
    assert found[0].ref.uid != first.ref.uid
    with found[0] as second:
        assert second.wait(60).ok
