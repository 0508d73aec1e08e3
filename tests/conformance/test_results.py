"""Results of every size and kind: byte for byte, or an error that says what is wrong with them, and never another value."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kpod import Category, Container, Pod, ResultError, RunFailedError, run
from kpod.kube import KubeCluster
from kpod.specs.result import Result
from kpod.specs.security import Security

LOCAL = Container(pull_policy="IfNotPresent")
WORDS = "yes 'some words that are not all the same, and €' | head -c "


def shell(image: str, script: str, result: Result, **more: Any) -> Pod:
    return Pod(image, cmds=["sh", "-c", script], result=result, grace=1, main=LOCAL, **more)


@pytest.fixture
def get(cluster: KubeCluster, namespace: str, image: str) -> Callable[..., Any]:
    """Runs a line of shell that writes `$KPOD_RESULT`, and returns its result."""

    def run_it(script: str, result: Result, **more: Any) -> Any:
        with run.launch(shell(image, script, result, **more), namespace=namespace, cluster=cluster) as started:
            return started.result(100)

    return run_it


@pytest.mark.real
@pytest.mark.parametrize("size", [0, 1, 1400, 1453, 1454, 4096, 32_768, 70_000, 1 << 20])
def test_a_large_result_comes_byte_for_byte(cluster: KubeCluster, namespace: str, image: str, size: int) -> None:
    # the bytes travel to the container as a program: a generator whose output is known here
    script = f"awk 'BEGIN {{ for (i = 0; i < {size}; i++) printf \"%c\", (i * 7 + int(i / 251)) % 127 + 1 }}' > $KPOD_RESULT"
    wanted = bytes((i * 7 + i // 251) % 127 + 1 for i in range(size))
    pod = shell(image, script, Result(format="bytes", large=True))
    with run.launch(pod, namespace=namespace, cluster=cluster) as started:
        found = started.result(100)
    assert hashlib.sha256(found).hexdigest() == hashlib.sha256(wanted).hexdigest()
    assert len(found) == size


@pytest.mark.real
@pytest.mark.parametrize("times", [1, 200])
def test_binary_data_with_every_byte_is_a_result(get: Callable[..., Any], times: int) -> None:
    table = "".join(f"\\{number:03o}" for number in range(256))
    script = f"i=0; while [ $i -lt {times} ]; do printf '{table}'; i=$((i+1)); done > $KPOD_RESULT"
    assert get(script, Result(format="bytes", large=True)) == bytes(range(256)) * times


@pytest.mark.real
@pytest.mark.parametrize("user", [0, 1000])
@pytest.mark.parametrize("size", [100, 70_000])
def test_root_and_any_other_user_hand_back_large_results(get: Callable[..., Any], user: int, size: int) -> None:
    if os.environ.get("KPOD_TEST_KUBECONFIG") is None and os.getuid() != 0 and user == 0:
        pytest.skip("the embedded cluster of an ordinary user runs nothing as root")
    security = Security(user=0) if user == 0 else Security.restricted(user=user)
    assert len(get(f"{WORDS}{size} > $KPOD_RESULT", Result(format="bytes", large=True), security=security)) == size


@pytest.mark.real
@pytest.mark.parametrize("others", [0, 1, 2, 3, 4, 5])
def test_unframed_text_comes_up_to_one_byte_below_the_limit_and_is_cut_from_there(
    cluster: KubeCluster, namespace: str, image: str, others: int
) -> None:
    limit = min(4096, 12288 // (others + 1))
    more = [{"name": f"other-{number}", "image": image, "imagePullPolicy": "IfNotPresent", "command": ["true"]} for number in range(others)]
    patch = {"spec": {"containers": more}}
    sizes = (1, 2, 1023, 2046, limit - 4, limit - 1, limit, limit + 1, 3 * limit)
    text = "abcdefg\n" * (limit // 2)
    started = {}
    for size in sizes:  # all at once
        pod = shell(image, f"yes abcdefg | head -c {size} > $KPOD_RESULT", Result(format="text")).but(patch=patch)
        started[size] = run.launch(pod, namespace=namespace, cluster=cluster)
    for size in sizes:
        if size < limit:
            assert started[size].result(100) == text[:size]
        else:
            with pytest.raises(ResultError, match="the work succeeded") as caught:
                started[size].result(100)
            assert caught.value.flaw == "cut"


@pytest.mark.real
def test_a_text_that_is_cut_within_a_character_or_has_bytes_that_are_no_text_is_no_value(get: Callable[..., Any]) -> None:
    with pytest.raises(ResultError) as caught:
        get("i=0; while [ $i -lt 3000 ]; do printf ä; i=$((i+1)); done > $KPOD_RESULT; printf x >> $KPOD_RESULT", Result(format="text"))
    assert caught.value.flaw == "cut"
    with pytest.raises(ResultError) as caught:
        get(r"printf 'a\377b' > $KPOD_RESULT", Result(format="text"))
    assert caught.value.flaw == "damaged"


@pytest.mark.real
@pytest.mark.parametrize(("script", "flaw"), [("true", "missing"), ("head -c 4194305 /dev/zero > $KPOD_RESULT", "too large")])
def test_a_large_result_that_is_missing_or_too_large_says_that_the_work_succeeded(get: Callable[..., Any], script: str, flaw: str) -> None:
    with pytest.raises(ResultError, match="the work succeeded") as caught:
        get(script, Result(large=True))
    assert caught.value.flaw == flaw
    assert caught.value.outcome is not None
    assert caught.value.outcome.ok


@pytest.mark.real
@pytest.mark.parametrize("code", [1, 3, 127, 200])
def test_the_wrapper_keeps_the_exit_code(cluster: KubeCluster, namespace: str, image: str, code: int) -> None:
    pod = shell(image, f"echo 7 > $KPOD_RESULT; exit {code}", Result(large=True))
    with run.launch(pod, namespace=namespace, cluster=cluster) as started:
        assert started.wait(100).exit_code == code
        with pytest.raises(RunFailedError):
            started.result()


@pytest.mark.real
def test_the_wrapper_passes_the_order_to_go_on_to_the_work(cluster: KubeCluster, namespace: str, image: str) -> None:
    script = "trap 'echo told; exit 9' TERM; echo ready; while :; do sleep 0.1; done"
    pod = shell(image, script, Result(large=True)).but(grace=30)
    with run.launch(pod, namespace=namespace, cluster=cluster) as started:
        for line in started.logs():
            if line == "ready":
                cluster.delete(started.ref)
                break
        outcome = started.wait(60)
    assert outcome.category is Category.DELETED
    assert outcome.exit_code == 9


@pytest.mark.real
def test_the_block_of_a_large_result_is_no_part_of_the_log(cluster: KubeCluster, namespace: str, image: str) -> None:
    pod = shell(image, f"echo before; {WORDS}70000 > $KPOD_RESULT; printf 'no newline'", Result(format="bytes", large=True))
    with run.launch(pod, namespace=namespace, cluster=cluster) as started:
        assert list(started.logs()) == ["before", "no newline"]
        assert len(started.result(100)) == 70_000


@pytest.mark.real
@pytest.mark.parametrize("size", [0, 5, 70_000])
def test_a_helper_frames_the_result_of_a_container_whose_command_stays_as_it_is(
    cluster: KubeCluster, namespace: str, image: str, size: int
) -> None:
    result = Result(format="bytes", large=True, helper=image)
    pod = shell(image, f"{WORDS}{size} > $KPOD_RESULT", result, security=Security.restricted(user=1000)).but(grace=20)
    body = pod.to_body()
    assert body["spec"]["containers"][0]["command"][0] == "sh"
    body["spec"]["initContainers"][0]["imagePullPolicy"] = "IfNotPresent"
    with run.launch(body, namespace=namespace, cluster=cluster) as started:
        assert len(started.result(100)) == size


@pytest.mark.real
def test_a_helper_tells_a_result_that_was_never_written(cluster: KubeCluster, namespace: str, image: str) -> None:
    pod = shell(image, "true", Result(large=True, helper=image)).but(grace=20)
    body = pod.to_body()
    body["spec"]["initContainers"][0]["imagePullPolicy"] = "IfNotPresent"
    with run.launch(body, namespace=namespace, cluster=cluster) as started, pytest.raises(ResultError) as caught:
        started.result(100)
    assert caught.value.flaw == "missing"


def test_python_in_the_container_frames_it_too(cluster: KubeCluster, namespace: str, image: str) -> None:
    # the real cluster's image has no Python; the embedded one runs this machine's
    if os.environ.get("KPOD_TEST_KUBECONFIG"):
        pytest.skip("the image of the real cluster has no Python")
    source = Path(sys.modules["kpod"].__file__ or "").with_name("result.py").read_text()
    script = "import os; open(os.environ['KPOD_RESULT'], 'wb').write(bytes(range(256)) * 300)"
    words = ["python3", "-c", source, "--", "python3", "-c", script]
    pod = Pod(image, cmds=words, result=Result(format="bytes", large=True, writer="program"), grace=1, main=LOCAL)
    with run.launch(pod, namespace=namespace, cluster=cluster) as started:
        assert started.result(60) == bytes(range(256)) * 300
