"""`PodOperator.execute` on a cluster, each in a process of its own as a worker would be, so that it can be killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kpod import names
from tests.airflow.conftest import REPOSITORY, SHELL_IMAGE, Place
from tests.until import until

pytestmark = [pytest.mark.airflow, pytest.mark.real]

PROGRAM = """
import os, sys, types, warnings
warnings.simplefilter("ignore")
from airflow_integration import PodOperator
from kpod import Pod, Result, Secret

class TooLate(PodOperator):
    def _launch_pod(self, *args):
        super()._launch_pod(*args)
        raise KeyboardInterrupt  # as Airflow's timeout is raised, wherever the program is

password = Secret("login", {"PASSWORD": "of-{{ ds }}"})
pod = Pod(os.environ["IMAGE"], {"PASSWORD": password["PASSWORD"]}, ["sh", "-c", os.environ["SCRIPT"]], result=Result(), grace=1)
kind = TooLate if os.environ.get("TOO_LATE") else PodOperator
operator = kind(task_id="work", pod=pod, namespace=os.environ["NAMESPACE"], kubernetes_conn_id=None)
operator.body["spec"]["activeDeadlineSeconds"] = "300"           # as a rendered template leaves it
ti = types.SimpleNamespace(dag_id="test", run_id=os.environ["RUN_ID"], task_id="work", map_index=-1)
print("returned", operator.execute({"ti": ti, "ds": "2026-11-22"}), flush=True)
"""


class Worker:
    """Processes that execute one operator, of one task of one run."""

    def __init__(self, place: Place, home: Path) -> None:
        self.place = place
        self.processes: list[subprocess.Popen[str]] = []
        self.run_id = names.fresh("run")
        home.mkdir(exist_ok=True)
        self.environment = {
            **os.environ,
            "AIRFLOW_HOME": str(home),
            "TMPDIR": str(home),  # what a killed process leaves, certificates of the official client
            "KUBECONFIG": str(place.kubeconfig),
            "NAMESPACE": place.namespace,
            "IMAGE": SHELL_IMAGE,
            "RUN_ID": self.run_id,
            "PYTHONPATH": str(REPOSITORY),
        }

    def start(self, script: str, **variables: str) -> subprocess.Popen[str]:
        """Start to execute an operator whose Pod runs a script."""
        command = [sys.executable, "-c", PROGRAM]
        environment = self.environment | variables | {"SCRIPT": script}
        process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        self.processes.append(process)
        return process

    def pods(self) -> list[dict[str, Any]]:
        """The Pods of this run that are on the cluster."""
        pods = self.place.cluster.list("Pod", namespace=self.place.namespace).items
        return [pod for pod in pods if self.run_id in pod["metadata"].get("annotations", {}).get("kpod/key", "")]

    def until_phase(self, *phases: str) -> str:
        """Wait until the Pod is in one of these phases, and return its uid."""
        return until(lambda: next((pod["metadata"]["uid"] for pod in self.pods() if pod["status"].get("phase") in phases), ""))


@pytest.fixture
def worker(place: Place, folders: tuple[Path, Path]) -> Iterator[Worker]:
    worker = Worker(place, folders[0] / "worker")
    yield worker
    for process in worker.processes:
        process.kill()
        process.wait()
        assert process.stdout
        process.stdout.close()


def test_the_result_is_returned_secrets_are_rendered_and_nothing_is_left(worker: Worker) -> None:
    process = worker.start('test "$PASSWORD" = of-2026-11-22 && echo hello && echo 7 > $KPOD_RESULT')
    output, _ = process.communicate(timeout=200)
    assert process.returncode == 0, output
    assert "hello" in output
    assert "returned 7" in output
    assert "of-2026" not in output
    until(lambda: not worker.pods())


def test_a_bad_end_is_an_airflow_exception_with_the_reason(worker: Worker) -> None:
    process = worker.start("echo the disk is full; exit 3")
    output, _ = process.communicate(timeout=200)
    assert process.returncode == 1
    assert "RunFailedError" in output
    assert "AirflowException: " in output
    assert "exited with 3" in output.rpartition("AirflowException: ")[2]
    until(lambda: not worker.pods())


def test_a_task_whose_time_is_over_before_it_waits_leaves_no_pod(worker: Worker) -> None:
    process = worker.start("sleep 60", TOO_LATE="yes")
    output, _ = process.communicate(timeout=200)
    assert "KeyboardInterrupt" in output
    until(lambda: not worker.pods())


def test_another_worker_for_the_same_task_takes_over_the_pod_of_one_that_was_killed(worker: Worker) -> None:
    script = "sleep 4; echo 7 > $KPOD_RESULT"
    process = worker.start(script)
    uid = worker.until_phase("Running")
    process.send_signal(signal.SIGKILL)
    process.wait()
    second = worker.start(script)
    seen = set()
    while second.poll() is None:
        seen |= {pod["metadata"]["uid"] for pod in worker.pods()}
        time.sleep(0.1)
    assert "returned 7" in second.communicate()[0]
    assert seen == {uid}


def test_a_pod_that_ended_badly_while_nobody_looked_is_replaced(worker: Worker) -> None:
    process = worker.start("sleep 1; exit 3")
    first = worker.until_phase("Running")
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert worker.until_phase("Failed") == first
    second = worker.start("sleep 1; exit 3")
    output, _ = second.communicate(timeout=200)
    assert "had ended before and is replaced: failed" in output
    assert second.returncode == 1
