"""The Pod of these pages as an Airflow task, with kpod's operator."""

from airflow.sdk import DAG

from airflow_integration import PodOperator
from kpod import Pod, Resources, Secret, Security, Toleration, Volume

warehouse = Secret.existing("warehouse")

etl = Pod(
    "busybox:1.37",
    cmds=["sh", "-c", "echo loading $REGION; wc -c < /secrets/PASSWORD; exit 3"],
    envs={"REGION": "eu", "PASSWORD": warehouse["PASSWORD"]},
    volumes={"/secrets": warehouse, "/scratch": Volume.empty_dir(size="1Gi")},
    resources=Resources(cpu="500m", memory="256Mi"),
    security=Security.restricted(user=1000),
    tolerations=[Toleration("spot", effect="NoSchedule")],
    labels={"team": "data"},
)

with DAG("etl"):
    load = PodOperator(task_id="load", pod=etl)
