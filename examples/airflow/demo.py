"""The demo in a real Airflow: api-server, scheduler and dag-processor here, every task in a Job of the embedded cluster, one of them a Pod.

It prints what a person would look at, through Airflow's own API, and leaves no process behind. `make demo-airflow` calls it.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from pathlib import Path

from stage import AirflowStage, executor_environment, free_port, inline_kubeconfig

import kpod.local

HERE = Path(__file__).resolve().parent
VENV = HERE.parent.parent / ".venv-worker"
IMAGE = "kpod.local/kpod-worker:1"
EXECUTOR = "airflow_integration.executor.KubernetesExecutor"


def main() -> int:
    if not (VENV / "bin" / "python").exists():
        print(f"{VENV} is not there: make .venv-worker/.ready", file=sys.stderr)
        return 1
    start = time.monotonic()

    def say(text: str) -> None:
        print(f"{time.monotonic() - start:6.1f} s  {text}", flush=True)

    dags = HERE / "dags"
    with tempfile.TemporaryDirectory(prefix="kpod-airflow-") as folder:
        home = Path(folder)
        logs = home / "logs"
        logs.mkdir()
        with kpod.local.cluster(images={IMAGE: VENV}, host_paths=[dags, logs]) as cluster:
            say(f"the embedded cluster is up: context {cluster.name}")
            port = free_port()
            environment = executor_environment(
                image=IMAGE,
                namespace="default",
                kubeconfig=Path(cluster.kubeconfig),
                connection={"kube_config": inline_kubeconfig(Path(cluster.kubeconfig)), "namespace": "default"},
                dags=dags,
                logs=logs,
                api_url=f"http://127.0.0.1:{port}",
            )
            with AirflowStage(home, dags, executor=EXECUTOR, environment=environment, execution_port=port) as airflow:
                say("Airflow is up: " + ", ".join(f"{name} (process {pid})" for name, pid in airflow.pids().items()))
                run_id, state = airflow.run_dag("airports")
                say(f"DAG airports, run {run_id}: {state}")
                show(airflow, run_id)
                if state != "success":
                    raise RuntimeError(f"the DAG's run ended with {state}\n{airflow.tails()}")
        say("Airflow and the cluster are down, no process is left")
    return 0


def show(airflow: AirflowStage, run_id: str) -> None:
    """Print the tasks, the log of the Pod's task and of the last one, and what the Pod returned."""
    for task_id, task in sorted(airflow.tasks("airports", run_id).items(), key=lambda item: item[1]["start_date"] or ""):
        print(f"          {task_id}: {task['state']}, {task['duration'] or 0:.1f} s")
    for task_id in ("summarize", "report"):
        print(f"\n--- the log of {task_id}, from Airflow's API\n{airflow.log('airports', run_id, task_id)}")
    returned = json.dumps(airflow.xcom("airports", run_id, "summarize"), indent=2)
    print(f"\n--- what the Pod returned, as XCom from Airflow's API\n{returned}\n", flush=True)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (RuntimeError, TimeoutError) as error:
        print(error, file=sys.stderr)
        sys.exit(1)
