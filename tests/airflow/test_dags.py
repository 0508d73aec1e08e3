from __future__ import annotations

import functools
from pathlib import Path

import pytest

from examples.airflow.stage import AirflowStage
from tests.airflow.conftest import Finished, Place, Replaced

pytestmark = [pytest.mark.airflow, pytest.mark.real, pytest.mark.timeout(400)]


def texts_of(airflow: AirflowStage, finished: Finished, task_id: str) -> str:
    """The audit log's entries about a task of the DAG `broken`."""
    return "\n".join(text for text in airflow.events("broken", finished.runs["broken"][0]) if text.startswith(f"{task_id}:"))


def test_a_dag_runs_to_success(airflow: AirflowStage, finished: Finished) -> None:
    run_id, state = finished.runs["airports"]
    assert state == "success", airflow.tails()
    assert {task_id: task["state"] for task_id, task in airflow.tasks("airports", run_id).items()} == {
        "extract": "success",
        "summarize": "success",
        "report": "success",
    }


def test_the_pods_result_comes_back_as_xcom(airflow: AirflowStage, finished: Finished) -> None:
    summary = airflow.xcom("airports", finished.runs["airports"][0], "summarize")
    assert sorted(summary) == ["BO", "CH", "NP"]
    assert summary["NP"]["airports"] > 20
    assert "El Alto" in summary["BO"]["highest"] or summary["BO"]["highest"].endswith("ft")


def test_the_pods_log_is_in_the_tasks_log(airflow: AirflowStage, finished: Finished) -> None:
    log = airflow.log("airports", finished.runs["airports"][0], "summarize")
    assert "CH: " in log
    assert "succeeded: container main exited with 0" in log
    assert "mean elevation: " in airflow.log("airports", finished.runs["airports"][0], "report")


def test_the_tasks_resources_are_the_workers(finished: Finished) -> None:
    jobs = [job for job in finished.collected.jobs.values() if job["metadata"]["labels"].get("task_id") == "summarize"]
    (container,) = jobs[0]["spec"]["template"]["spec"]["containers"]
    assert container["resources"] == {"requests": {"memory": "512Mi"}, "limits": {"memory": "512Mi"}}


def test_a_pod_that_fails_says_why_in_the_tasks_log(airflow: AirflowStage, finished: Finished) -> None:
    run_id, state = finished.runs["broken"]
    log = airflow.log("broken", run_id, "exits_with_3")
    assert (state, airflow.tasks("broken", run_id)["exits_with_3"]["state"]) == ("failed", "failed")
    assert "the disk is full" in log
    assert "AirflowException: " in log
    assert "exited with 3" in log


def test_a_task_that_raises_fails_without_the_executors_word(airflow: AirflowStage, finished: Finished) -> None:
    assert "ValueError: the data is wrong" in airflow.log("broken", finished.runs["broken"][0], "raises")
    assert "kpod" not in texts_of(airflow, finished, "raises")


def test_a_worker_whose_image_is_not_there_fails_its_task_with_the_reason(airflow: AirflowStage, finished: Finished) -> None:
    assert airflow.tasks("broken", finished.runs["broken"][0])["has_no_image"]["state"] == "failed"
    assert 'has_no_image: kpod: never started: container main: image "missing:1" is not on the node' in texts_of(
        airflow, finished, "has_no_image"
    )


def test_a_task_that_cannot_be_launched_fails_alone_with_the_reason(airflow: AirflowStage, finished: Finished) -> None:
    assert airflow.tasks("broken", finished.runs["broken"][0])["has_a_wrong_config"]["state"] == "failed"
    assert "has_a_wrong_config: kpod: error  executor_config: pod_override: means something to another" in texts_of(
        airflow, finished, "has_a_wrong_config"
    )


def test_the_pods_log_is_in_the_tasks_log_while_it_runs(finished: Finished) -> None:
    assert "waiting" in finished.said_while_it_ran
    assert "The worker is Job held-waits-" in finished.said_while_it_ran


def test_a_task_that_is_killed_deletes_its_pod_and_is_never_green(airflow: AirflowStage, finished: Finished) -> None:
    run_id, state = finished.runs["held"]
    assert (state, airflow.tasks("held", run_id)["waits"]["state"]) == ("failed", "failed")
    log = airflow.until(lambda: _log_with(airflow, run_id, "as its task was killed"), "the task says what became of its Pod", timeout=200)
    assert "the task was killed: deleting Pod" in log


def _log_with(airflow: AirflowStage, run_id: str, text: str) -> str:
    log = airflow.log("held", run_id, "waits")
    return log if text in log else ""


def test_a_deadlines_callback_runs_in_a_worker(airflow: AirflowStage, finished: Finished) -> None:
    assert finished.runs
    mark = airflow.logs / "late"
    airflow.until(mark.exists, "the callback has run", timeout=200)
    assert mark.read_text() == "the deadline has passed\n"


def test_no_job_and_no_pod_is_left(airflow: AirflowStage, finished: Finished, place: Place) -> None:
    def left() -> list[str]:
        bodies = [*place.cluster.list("Job", namespace=place.namespace).items, *place.cluster.list("Pod", namespace=place.namespace).items]
        return [body["metadata"]["name"] for body in bodies]

    assert finished.runs
    airflow.until(lambda: not left(), "nothing is left", timeout=200)


def test_the_workloads_token_appears_nowhere(airflow: AirflowStage, finished: Finished) -> None:
    collected = finished.collected
    run_id = finished.runs["airports"][0]
    shown = set(collected.texts)
    shown |= {path.read_text(errors="replace") for path in Path(airflow.home).rglob("*") if path.suffix in (".out", ".log")}
    shown |= set(airflow.events("airports", run_id)) | {airflow.log("airports", run_id, "extract")}
    assert len(collected.tokens) >= 5
    assert any("execute_workload" in text for text in collected.texts if text.startswith("process: "))
    assert not [text[:80] for text in shown for token in collected.tokens if token in text]


def test_a_task_goes_on_when_the_scheduler_is_replaced(airflow: AirflowStage, replaced: Replaced, place: Place) -> None:
    assert replaced.state == "success"
    assert replaced.seconds_to_stop < 10
    (task,) = airflow.tasks("patient", replaced.run_id).values()
    assert (task["state"], task["try_number"]) == ("success", 1)
    assert len([text for text in airflow.events("patient", replaced.run_id) if ": running:" in text]) == 1
    jobs = functools.partial(place.cluster.list, "Job", namespace=place.namespace, labels="dag_id=patient")
    airflow.until(lambda: not jobs().items, "its Job is deleted by the new scheduler", timeout=200)
