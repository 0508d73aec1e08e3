"""One launch of a task becomes a Job and a Secret: pure functions from values to bodies.

The workload, and the token in it, is in the Secret only: in no argument, no environment variable, no annotation. The Job's name belongs to
the launch and to nothing else, so that creating it twice makes one Job. Nothing here knows Airflow's classes or a client.
"""

from __future__ import annotations

import json
from typing import Any

import attrs

from airflow_integration.executor.settings import Settings
from airflow_integration.executor_config import WorkerConfig
from kpod import Container, Job, Pod, Resources, Secret, Volume, names
from kpod.cluster import Body, Ref

FOLDER = "/kpod/workload"
FILE = "workload.json"
COMMAND = ("python", "-m", "airflow.sdk.execution_time.execute_workload", "--json-path", f"{FOLDER}/{FILE}")
DEPLOYMENT = "kpod/deployment"
WORK = "kpod/work"
KEPT = 24 * 60 * 60
"""Seconds for which the cluster keeps a Job that has ended and that nobody deleted."""

_STAY = {"cluster-autoscaler.kubernetes.io/safe-to-evict": "false", "karpenter.sh/do-not-disrupt": "true"}


@attrs.frozen(kw_only=True)
class Work:
    """One launch: what a worker has to do, and how it is told from every other.

    Attributes:
        identity: what makes this launch that launch; for a task the id that the scheduler gave to this queuing.
        about: where it comes from, as JSON-able facts: `dag_id`, `task_id`, `run_id`, `try_number`, `map_index`, or `callback_id`.
        workload: the JSON that the worker reads. It holds a token.
        config: what the task says about its worker.
        number: counts the launches of one identity.
    """

    identity: str
    about: dict[str, Any]
    workload: str = attrs.field(repr=False)
    config: WorkerConfig = attrs.field(factory=WorkerConfig)
    number: int = 1

    @property
    def name(self) -> str:
        """The name of its Job and of its Secret."""
        return name_of(self.identity, self.about, self.number)


def name_of(identity: str, about: dict[str, Any], number: int = 1) -> str:
    """Make the name of a launch's Job: readable, and of this launch only."""
    readable = "-".join(str(about[part]) for part in ("dag_id", "task_id", "callback_id") if part in about)
    return names.unique(readable, f"{identity} {number}")


def selector(deployment: str) -> str:
    """Make the label selector for all that this Airflow's executor made."""
    return f"{names.MANAGED_BY}=kpod,{DEPLOYMENT}={deployment}"


def build_job(work: Work, settings: Settings, namespace: str) -> Body:
    """Make the Job's body.

    Raises:
        SpecError: what the task says about its worker cannot work.
    """
    labels = {names.MANAGED_BY: "kpod", DEPLOYMENT: settings.deployment, **_safe_labels(work.about)}
    annotations = {WORK: json.dumps({"identity": work.identity, "number": work.number, **work.about})}
    pod = Pod(
        settings.image,
        cmds=list(COMMAND),
        envs=_environment(settings),
        volumes=_volumes(work.name, settings),
        labels=labels,
        annotations=annotations if work.config.interruptible else annotations | _STAY,
        resources=_resources(work.config, settings),
        service_account=settings.service_account or None,
        main=Container(pull_policy=settings.image_pull_policy) if settings.image_pull_policy else None,
        patch=_patch(work.config),
    )
    return Job(
        pod, name=work.name, namespace=namespace, labels=labels, annotations=annotations, retries=0, on_disruption="fail", keep=KEPT
    ).to_body()


def build_secret(work: Work, settings: Settings, job: Ref) -> Body:
    """Make the Secret's body: the workload, owned by the Job."""
    body = Secret(job.name, {FILE: work.workload}).to_body()
    body["metadata"] = {
        **body["metadata"],
        "namespace": job.namespace,
        "labels": {names.MANAGED_BY: "kpod", DEPLOYMENT: settings.deployment},
        "ownerReferences": [{"apiVersion": "batch/v1", "kind": "Job", "name": job.name, "uid": job.uid}],
    }
    return body


def read_work(job: Body) -> dict[str, Any]:
    """Read back what `build_job` wrote about a launch; empty where it is none of ours."""
    text = (job["metadata"].get("annotations") or {}).get(WORK)
    try:
        found = json.loads(text) if text else {}
    except json.JSONDecodeError:
        return {}
    return found if isinstance(found, dict) else {}


def _safe_labels(about: dict[str, Any]) -> dict[str, str]:
    """Airflow's own words as labels, for `kubectl -l`; a value that no label can hold is left to the annotation."""
    labels = {name: str(value) for name, value in about.items() if name in ("dag_id", "task_id", "run_id", "try_number", "map_index")}
    return {name: value for name, value in labels.items() if not names.wrong_label_value(value)}


def _environment(settings: Settings) -> dict[str, str]:
    return {
        "AIRFLOW__CORE__DAGS_FOLDER": settings.dags.folder,
        "AIRFLOW__CORE__EXECUTION_API_SERVER_URL": settings.execution_api_url,
        "AIRFLOW__CORE__LOAD_EXAMPLES": "False",
        "AIRFLOW__LOGGING__BASE_LOG_FOLDER": settings.logs.folder,
        **settings.worker_env,
    }


def _volumes(name: str, settings: Settings) -> dict[str, Volume]:
    volumes = {FOLDER: Volume.secret(name, name="workload")}
    for what, storage, read_only in (("dags", settings.dags, True), ("logs", settings.logs, False)):
        if storage.host_path:
            volumes[storage.folder] = Volume.host_path(storage.host_path, name=what, read_only=read_only)
        elif storage.claim:
            volumes[storage.folder] = Volume.claim(storage.claim, name=what, read_only=read_only)
    return volumes


def _resources(config: WorkerConfig, settings: Settings) -> Resources | None:
    cpu, memory = config.cpu or settings.worker_cpu, config.memory or settings.worker_memory
    return Resources(cpu=cpu or None, memory=memory or None) if cpu or memory else None


def _patch(config: WorkerConfig) -> Body | None:
    """What the task says about its Pod; a name is not for it to say."""
    if config.pod is None:
        return None
    metadata = config.pod.get("metadata") or {}
    kept = {key: value for key, value in metadata.items() if key in ("labels", "annotations")}
    return {"metadata": kept, "spec": config.pod.get("spec") or {}}
