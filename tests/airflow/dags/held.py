"""A Pod that would run for ever, and calls a kill a success; and a deadline that it misses."""

from __future__ import annotations

from datetime import timedelta

import late
import pendulum
from airflow.sdk import DAG, DeadlineAlert, DeadlineReference, SyncCallback

from airflow_integration import PodOperator
from kpod import Pod

DEADLINE = DeadlineAlert(reference=DeadlineReference.DAGRUN_QUEUED_AT, interval=timedelta(seconds=1), callback=SyncCallback(late.note))

with DAG("held", schedule=None, start_date=pendulum.datetime(2026, 1, 1), catchup=False, is_paused_upon_creation=False, deadline=DEADLINE):
    script = "trap 'exit 0' TERM; echo waiting; while true; do sleep 1; done"
    PodOperator(task_id="waits", pod=Pod("{{ var.value.kpod_image }}", cmds=["sh", "-c", script]))
