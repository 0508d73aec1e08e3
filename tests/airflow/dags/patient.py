"""A task that runs until the test lets it go."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pendulum
from airflow.sdk import DAG, task

with DAG("patient", schedule=None, start_date=pendulum.datetime(2026, 1, 1), catchup=False, is_paused_upon_creation=False):

    @task
    def waits_for_a_word() -> None:
        word = Path(os.environ["AIRFLOW__LOGGING__BASE_LOG_FOLDER"], "go")
        while not word.exists():
            time.sleep(0.2)

    waits_for_a_word()
