"""Tasks that fail, each in its own way; none waits for another."""

from __future__ import annotations

import pendulum
from airflow.sdk import DAG, task

from airflow_integration import PodOperator, worker
from kpod import Pod

with DAG("broken", schedule=None, start_date=pendulum.datetime(2026, 1, 1), catchup=False, is_paused_upon_creation=False):
    PodOperator(task_id="exits_with_3", pod=Pod("{{ var.value.kpod_image }}", cmds=["sh", "-c", "echo the disk is full; exit 3"]))

    @task
    def raises() -> None:
        raise ValueError("the data is wrong")

    @task(executor_config=worker(pod={"spec": {"containers": [{"name": "main", "image": "missing:1", "imagePullPolicy": "Never"}]}}))
    def has_no_image() -> None:
        raise AssertionError("this never runs")

    @task(executor_config={"pod_override": {}})
    def has_a_wrong_config() -> None:
        raise AssertionError("this never runs")

    raises()
    has_no_image()
    has_a_wrong_config()
