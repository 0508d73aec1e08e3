"""The fixture `kube`: the cluster that is meant where none is given, with the network closed, and nothing of it left for the next test."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest

import kpod
from kpod import kube as clusters
from kpod.testing import Exit, Kube
from kpod.testing.expect import lacking
from kpod.testing.network import NetworkClosedError

ROOT = Path(__file__).parents[3]
ELSEWHERE = "192.0.2.1"


def test_no_cluster_given_means_this_one(kube: Kube) -> None:
    assert os.environ["KUBECONFIG"] == str(kube.kubeconfig)
    kube.script("x", Exit(3))
    assert kpod.Pod("any", name="x").launch().wait(timeout=200, check=False).exit_code == 3
    assert clusters.default().namespace == "default"


def test_the_next_test_finds_none_of_it() -> None:
    assert "KUBECONFIG" not in os.environ
    with pytest.raises(kpod.ConfigError):
        clusters.default()


@pytest.mark.parametrize("attempt", range(2))
def test_each_test_has_a_cluster_of_its_own(kube: Kube, attempt: int) -> None:
    assert kube.list("Pod").items == []
    kube.script("x", Exit(0))
    kpod.Pod("any", name="x").launch()


def test_what_is_beyond_this_machine_is_closed(kube: Kube) -> None:
    with socket.socket() as connection, pytest.raises(NetworkClosedError, match=r"192\.0\.2\.1.*kpod_network = open"):
        connection.connect((ELSEWHERE, 80))
    with pytest.raises(NetworkClosedError, match=r"example\.invalid"):
        socket.create_connection(("example.invalid", 80))


def test_this_machine_is_open(kube: Kube) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(("localhost", server.getsockname()[1])):
        assert kube.list("Pod").items == []


def test_the_network_is_open_again_afterwards() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as connection:
        connection.connect((ELSEWHERE, 9))  # sends nothing


def test_what_was_created_is_compared_with_what_was_expected(kube: Kube) -> None:
    kube.script("*", Exit(0))
    job = kpod.Job(kpod.Pod("etl:1", name="load", args=["load"], resources=kpod.Resources(memory="1Gi")))
    job.launch()
    kube.assert_created(job)
    kube.assert_created({"kind": "Job", "metadata": {"name": "load"}})
    with pytest.raises(AssertionError, match=r"containers\[main\]\.image: expected 'etl:2', was 'etl:1'"):
        kube.assert_created(kpod.Job(kpod.Pod("etl:2", name="load")))
    with pytest.raises(AssertionError, match="no Secret was created; what was: Job"):
        kube.assert_created({"kind": "Secret"})


def test_what_is_lacking_is_told_by_its_path() -> None:
    expected = {"a": 1, "b": [{"name": "x", "v": 2}, {"name": "z"}], "c": [1, 2], "d": True}
    actual = {"b": [{"name": "y"}, {"name": "x", "v": 3, "w": 4}], "c": [1], "d": 1}
    assert list(lacking(expected, actual)) == [
        "a: expected 1, was not there",
        "b[x].v: expected 2, was 3",
        "b[z]: expected {'name': 'z'}, was not there",
        "c[1]: expected 2, was not there",
        "d: expected True, was 1",
    ]


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:randomly", "-c", os.devnull, *arguments]
    return subprocess.run(command, capture_output=True, text=True, cwd=ROOT, timeout=100, check=False)


def test_a_users_tests_pass_without_any_set_up() -> None:
    done = run("--rootdir", str(ROOT / "examples" / "testing"), "examples/testing")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "5 passed" in done.stdout


def test_kpods_own_modules_are_not_compiled_anew_for_the_sake_of_their_asserts(tmp_path: Path) -> None:
    text = """
        import sys
        import kpod

        def test_x(kube):
            kube.script("load", kpod.testing.Exit(0, result={"rows": 3}))
            with kpod.Job(kpod.Pod("any", name="load", result=kpod.Result())).launch() as run:
                assert run.result() == {"rows": 3}
            modules = {name: type(module.__loader__).__name__ for name, module in sys.modules.items() if name.startswith("kpod.")}
            rewritten = {name for name, loader in modules.items() if "Rewriting" in loader}
            assert rewritten <= {f"kpod.{each}" for each in ("errors", "cluster", "testing", *TESTING)}
            assert len(modules) > 100

        TESTING = [f"testing.{each}" for each in ("faults", "requests", "scripts", "plugin")]
    """
    (tmp_path / "test_x.py").write_text(dedent(text))
    done = run("--rootdir", str(tmp_path), str(tmp_path))
    assert done.returncode == 0, done.stdout + done.stderr


def test_an_option_that_means_nothing_is_refused(tmp_path: Path) -> None:
    (tmp_path / "test_x.py").write_text("def test_x(): pass\n")
    done = run("-o", "kpod_network=ajar", "--rootdir", str(tmp_path), str(tmp_path))
    assert done.returncode == 4
    assert "kpod_network is 'ajar'; it is one of closed, open" in done.stderr
