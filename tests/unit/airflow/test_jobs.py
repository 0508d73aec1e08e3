from __future__ import annotations

import base64
import json
from typing import Any

import attrs
import pytest

from airflow_integration import worker
from airflow_integration.executor import jobs, settings
from airflow_integration.executor_config import parse
from kpod import names, rules
from kpod.cluster import Body, Ref

SETTINGS = settings.Settings(
    image="airflow:1",
    execution_api_url="http://airflow:8080/execution/",
    dags=settings.Storage("/opt/airflow/dags", claim="dags"),
    logs=settings.Storage("/opt/airflow/logs", host_path="/var/log/airflow"),
    service_account="workers",
    worker_env={"AIRFLOW_HOME": "/tmp/airflow"},
    worker_memory="1Gi",
)
ABOUT = {"dag_id": "etl", "task_id": "Load_orders", "run_id": "manual__2026-11-22T18:24:55+00:00", "try_number": 1, "map_index": -1}
WORKLOAD = '{"token":"eyJ.canary","ti":{}}'


def work(**changes: Any) -> jobs.Work:
    return jobs.Work(**{"identity": "4d828a62", "about": ABOUT, "workload": WORKLOAD, **changes})


def build(config: Any = None, **changes: Any) -> Body:
    return jobs.build_job(work(config=parse(config)), attrs.evolve(SETTINGS, **changes), "airflow")


def template(body: Body) -> Body:
    found: Body = body["spec"]["template"]
    return found


def main(body: Body) -> Body:
    (container,) = template(body)["spec"]["containers"]
    found: Body = container
    return found


def test_a_task_is_one_job_that_starts_its_pod_once_and_says_when_it_was_disrupted() -> None:
    body = build()
    assert (body["kind"], body["metadata"]["namespace"]) == ("Job", "airflow")
    assert body["spec"]["backoffLimit"] == 0
    assert body["spec"]["podFailurePolicy"]["rules"][0]["action"] == "FailJob"
    assert body["spec"]["ttlSecondsAfterFinished"] == jobs.KEPT
    assert template(body)["spec"]["restartPolicy"] == "Never"
    assert not [problem for problem in rules.check(body) if problem.level == "error"]


def test_the_name_is_readable_and_of_this_launch_only() -> None:
    assert work().name.startswith("etl-load-orders-")
    assert work().name == work(workload="{}").name
    assert len({work().name, work(identity="another").name, work(number=2).name}) == 3
    names.check(work(about={"dag_id": "d" * 200, "task_id": "t" * 200}).name, "Job")


def test_the_token_is_in_the_secret_only() -> None:
    body = build()
    secret = jobs.build_secret(work(), SETTINGS, Ref("Job", body["metadata"]["name"], "airflow", "uid-of-the-job"))
    assert "canary" not in json.dumps(body)
    assert "canary" not in repr(work())
    assert base64.b64decode(secret["data"]["workload.json"]).decode() == WORKLOAD


def test_the_secret_has_the_jobs_name_and_is_owned_by_it_without_blocking_its_deletion() -> None:
    secret = jobs.build_secret(work(), SETTINGS, Ref("Job", work().name, "airflow", "uid-of-the-job"))
    assert (secret["metadata"]["name"], secret["metadata"]["namespace"]) == (work().name, "airflow")
    assert secret["metadata"]["ownerReferences"] == [
        {"apiVersion": "batch/v1", "kind": "Job", "name": work().name, "uid": "uid-of-the-job"}
    ]


def test_the_worker_reads_its_workload_from_the_secret() -> None:
    body = build()
    assert main(body)["command"][-2:] == ["--json-path", "/kpod/workload/workload.json"]
    volumes = {volume["name"]: volume for volume in template(body)["spec"]["volumes"]}
    mounts = {mount["mountPath"]: mount for mount in main(body)["volumeMounts"]}
    assert volumes[mounts["/kpod/workload"]["name"]]["secret"]["secretName"] == body["metadata"]["name"]
    assert volumes[mounts["/opt/airflow/dags"]["name"]]["persistentVolumeClaim"] == {"claimName": "dags"}
    assert mounts["/opt/airflow/dags"]["readOnly"] is True
    assert volumes[mounts["/opt/airflow/logs"]["name"]]["hostPath"] == {"path": "/var/log/airflow"}


def test_the_worker_gets_what_it_needs_and_nothing_of_the_schedulers() -> None:
    assert {item["name"]: item["value"] for item in main(build())["env"]} == {
        "AIRFLOW__CORE__DAGS_FOLDER": "/opt/airflow/dags",
        "AIRFLOW__CORE__EXECUTION_API_SERVER_URL": "http://airflow:8080/execution/",
        "AIRFLOW__CORE__LOAD_EXAMPLES": "False",
        "AIRFLOW__LOGGING__BASE_LOG_FOLDER": "/opt/airflow/logs",
        "AIRFLOW_HOME": "/tmp/airflow",
    }
    assert template(build())["spec"]["serviceAccountName"] == "workers"


def test_a_tasks_resources_go_before_the_defaults() -> None:
    assert main(build())["resources"] == {"requests": {"memory": "1Gi"}, "limits": {"memory": "1Gi"}}
    resources = main(build(worker(memory="4Gi", cpu="500m")))["resources"]
    assert resources == {"requests": {"cpu": "500m", "memory": "4Gi"}, "limits": {"memory": "4Gi"}}
    assert "resources" not in main(build(worker_memory=""))


def test_what_a_task_says_of_its_pod_is_merged_over_the_worker_but_for_the_name() -> None:
    said = {
        "metadata": {"name": "mine", "labels": {"team": "a"}},
        "spec": {"nodeSelector": {"disk": "ssd"}, "terminationGracePeriodSeconds": 1},
    }
    body = build(worker(pod=said))
    assert template(body)["spec"]["nodeSelector"] == {"disk": "ssd"}
    assert template(body)["spec"]["terminationGracePeriodSeconds"] == 1
    assert template(body)["metadata"]["labels"]["team"] == "a"
    assert "name" not in template(body)["metadata"]
    assert main(body)["image"] == "airflow:1"


@pytest.mark.parametrize(("config", "marked"), [(None, True), (worker(interruptible=True), False)])
def test_autoscalers_leave_a_worker_alone_unless_it_says_so(config: Any, marked: bool) -> None:
    annotations = template(build(config))["metadata"]["annotations"]
    assert (annotations.get("cluster-autoscaler.kubernetes.io/safe-to-evict") == "false") is marked
    assert ("karpenter.sh/do-not-disrupt" in annotations) is marked


def test_what_a_label_cannot_hold_stays_in_the_annotation() -> None:
    body = build()
    assert body["metadata"]["labels"]["dag_id"] == "etl"
    assert "run_id" not in body["metadata"]["labels"]
    assert jobs.read_work(body) == {"identity": "4d828a62", "number": 1, **ABOUT}
    assert template(body)["metadata"]["labels"]["task_id"] == "Load_orders"


def test_a_job_of_somebody_else_tells_nothing() -> None:
    assert jobs.read_work({"metadata": {"name": "x"}}) == {}
    assert jobs.read_work({"metadata": {"name": "x", "annotations": {jobs.WORK: "not json"}}}) == {}


def test_the_pull_policy_is_sent_where_it_is_set() -> None:
    assert "imagePullPolicy" not in main(build())
    assert main(build(image_pull_policy="IfNotPresent"))["imagePullPolicy"] == "IfNotPresent"
