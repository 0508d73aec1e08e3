"""Airflow's executor: one Job on the cluster for each task, and no extra process.

This is the side that faces Airflow's scheduler: workloads in, state changes out, always in the scheduler's own thread, which never waits
for the cluster. What happens on the cluster is the fleet's, what it means is decided in `jobs` and `verdicts`. Nothing that one task
brings along may end the scheduler: a bad task fails alone.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

import attrs

from airflow_integration import compat, executor_config
from airflow_integration.executor import jobs, settings
from airflow_integration.executor.fleet import Fleet
from airflow_integration.executor.verdicts import Verdict
from kpod.cluster import Ref
from kpod.errors import ConfigError, KpodError

if TYPE_CHECKING:
    from airflow.executors.base_executor import BaseExecutor

    from kpod.cluster import Cluster
    from kpod.kube import KubeCluster
else:
    BaseExecutor = compat.BaseExecutor

LOG_LINES = 100


@attrs.frozen(eq=False)
class _Started:
    """What the executor remembers of a launch: whose it is.

    Attributes:
        key: Airflow's key of the workload.
        name: the Job's name.
        task_id: the id of the task instance, or None for a callback.
        identity: the id that the scheduler gave to this queuing.
    """

    key: Any
    name: str
    task_id: str | None
    identity: str


class KubernetesExecutor(BaseExecutor):
    """Runs each task of Airflow as one Kubernetes Job.

    Set `[core] executor = airflow_integration.executor.KubernetesExecutor`, and section `[kpod]`: at least `image`, and where the DAGs are.
    The scheduler's service account needs: jobs and secrets create, get, list, watch, delete; pods get, list, watch; pods/log get.

    A task's Job is named from the id that Airflow gives to each queuing, so making it is idempotent and finding it again exact. A worker
    that ends with exit code 0 has told Airflow itself what became of its task; for any other end the task instance is read first, and only
    the end of the launch that it still belongs to is reported, with the reason.
    """

    supports_callbacks: bool = True
    pre_assigns_external_executor_id: ClassVar[bool] = True

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._fleet: Fleet | None = None
        self._settings: settings.Settings | None = None
        self._by_key: dict[Any, _Started] = {}
        self._by_name: dict[str, _Started] = {}

    # -- life

    def start(self) -> None:
        """Read the settings, make the client, begin to watch.

        Raises:
            SpecError: section `[kpod]` cannot work.
            ConfigError: no cluster, or no namespace.
        """
        cluster, namespace = self._open()
        self._fleet = Fleet(cluster, self._read_settings(), namespace)
        self._fleet.start()
        self.log.info("workers run in context %s, namespace %s", cluster.name, namespace)

    def end(self) -> None:
        """Stop watching and writing. Workers go on; the next scheduler takes them over."""
        if self._fleet:
            self._fleet.stop()
            self._fleet = None

    def terminate(self) -> None:
        """The same as `end`."""
        self.end()

    def _read_settings(self) -> settings.Settings:
        if self._settings is None:
            self._settings = settings.read(
                self.conf.getsection("kpod") or {},
                execution_api_url=compat.get_execution_api_url(self.conf),
                dags_folder=self.conf.get_mandatory_value("core", "dags_folder"),
                logs_folder=self.conf.get_mandatory_value("logging", "base_log_folder"),
            )
        return self._settings

    def _open(self) -> tuple[KubeCluster, str]:
        from airflow_integration.connection import open_cluster
        from kpod import kube

        said = self._read_settings()
        if said.connection:
            cluster = open_cluster(said.connection, namespace=said.namespace)
        else:
            cluster = kube.KubeCluster(said.kubeconfig or None, context=said.context or None, namespace=said.namespace)
        if not cluster.namespace:
            raise ConfigError(f"no namespace: neither [kpod] namespace nor context {cluster.name} names one")
        return cluster, cluster.namespace

    # -- workloads in

    def _process_workloads(self, workload_items: Sequence[Any]) -> None:
        for workload in workload_items:
            key = workload.key
            self.queued_tasks.pop(key, None)
            self.queued_callbacks.pop(key, None)
            self.running.add(key)
            self._alone(partial(self._launch, workload), otherwise=partial(self._refuse, key))

    def _launch(self, workload: Any) -> None:
        if self._fleet is None:
            raise ConfigError("the executor has not been started")
        started, work = _read_workload(workload)
        self._by_key[started.key] = self._by_name[started.name] = started
        self._fleet.launch(work)

    def _refuse(self, key: Any, error: Exception) -> None:
        text = str(error) if isinstance(error, KpodError) else f"kpod cannot launch it: {type(error).__name__}: {error}"
        self._report_failure(key, text)

    # -- state changes out

    def sync(self) -> None:
        """Report what has ended since the last call."""
        if self._fleet is None:
            return
        verdicts = self._fleet.take()
        if verdicts:
            self._alone(partial(self._report, verdicts), otherwise=lambda error: self._put_back(verdicts))

    def _put_back(self, verdicts: list[Verdict]) -> None:
        if self._fleet:
            self._fleet.put_back(verdicts)

    def _report(self, verdicts: list[Verdict]) -> None:
        """Close each launch, and tell Airflow the end of those that are still the current launch of their workload."""
        ends = [(verdict, self._by_name[verdict.name]) for verdict in verdicts if verdict.name in self._by_name]
        tasks = [started.task_id for verdict, started in ends if not verdict.ok and started.task_id]
        now = compat.tasks_now(tasks) if tasks else {}
        for verdict, started in ends:
            is_current = self._by_key.get(started.key) is started
            self._close(started, verdict)
            if not is_current:
                continue
            if verdict.ok:
                self.success(started.key)
            elif started.task_id is None:
                self._report_failure(started.key, verdict.text)
            else:
                self._report_task(started, verdict, now.get(started.task_id))

    def _report_task(self, started: _Started, verdict: Verdict, now: compat.TaskNow | None) -> None:
        """Report that a worker ended badly, if its task instance is still waiting for it."""
        if now is None or not now.is_open or now.external_executor_id not in (None, started.identity):
            self.log.info("Job %s ended badly, and its task has its state already: %s", verdict.name, verdict.text)
            self.running.discard(started.key)
        elif now.state == "restarting":
            self.success(started.key)  # cleared meanwhile: core schedules it again without using a retry
        else:
            self._report_failure(started.key, verdict.text)

    def _report_failure(self, key: Any, text: str) -> None:
        self.log.error("%s: %s", key, text)
        compat.log_task_event(self, key, text)
        self.fail(key, info=text)

    def _close(self, started: _Started, verdict: Verdict) -> None:
        said = self._read_settings()
        keep = not said.delete_succeeded if verdict.ok else said.keep_failed and verdict.ended_by_itself
        self._forget(started)
        if self._fleet:
            self._fleet.finish(started.name, keep=keep)

    def _forget(self, started: _Started) -> None:
        self._by_name.pop(started.name, None)
        if self._by_key.get(started.key) is started:
            del self._by_key[started.key]

    def change_state(self, key: Any, state: Any, info: Any = None, remove_running: bool = True) -> None:
        """Change a workload's state; where core declares a task failed that runs (no heartbeat), its Job is deleted."""
        if state == compat.TaskInstanceState.FAILED:
            self._cancel(key)
        super().change_state(key, state, info, remove_running)

    def _cancel(self, key: Any) -> None:
        started = self._by_key.get(key)
        if started:
            self._forget(started)
            if self._fleet:
                self._fleet.cancel(started.name)

    def _alone(self, do: Callable[[], None], *, otherwise: Callable[[Exception], object]) -> None:
        """Do something for one workload, so that whatever goes wrong stays with it."""
        try:
            do()
        except Exception as error:
            self.log.error("kpod could not do its work", exc_info=error)
            otherwise(error)

    # -- what else the scheduler asks

    def revoke_task(self, *, ti: Any) -> None:
        """Delete a task's Job and forget the task; no state is changed."""
        self.queued_tasks.pop(ti.key, None)
        self.running.discard(ti.key)
        self._cancel(ti.key)

    def try_adopt_task_instances(self, tis: Sequence[Any]) -> Sequence[Any]:
        """Take over the tasks of a scheduler that has died, by their Jobs' names; return those that have none.

        Nothing is written. A task whose Job is there goes on, and its end is reported by this scheduler, also if it has ended meanwhile. A
        task without a Job never started or has lost its worker, and core schedules it again. Where the cluster cannot be asked, all are
        taken over: a Job that turns out to be gone is reported then, whereas a task given back while its worker runs would run twice. A
        Job whose Secret was never made does not start, and is given up after `start_timeout`.
        """
        fleet = self._fleet
        if fleet is None or not tis:
            return tis
        try:
            existing = fleet.list_jobs()
        except KpodError as error:
            self.log.warning("adopting %d tasks unseen, the cluster cannot be asked: %s", len(tis), error)
            existing = None
        left: list[Any] = []
        for ti in tis:
            self._alone(partial(self._adopt, fleet, existing, ti, left), otherwise=lambda error, ti=ti: left.append(ti))  # type: ignore[misc]
        self.log.info("took over %d of %d tasks whose scheduler is gone", len(tis) - len(left), len(tis))
        return left

    def _adopt(self, fleet: Fleet, existing: dict[str, Any] | None, ti: Any, left: list[Any]) -> None:
        identity = ti.external_executor_id
        name = jobs.name_of(identity, {"dag_id": ti.dag_id, "task_id": ti.task_id}) if identity else ""
        if not identity or (existing is not None and name not in existing):
            left.append(ti)
            return
        job = existing[name] if existing else None
        started = _Started(ti.key, name, str(ti.id), identity)
        self._by_key[started.key] = self._by_name[name] = started
        self.running.add(started.key)
        fleet.adopt(name, job["metadata"]["uid"] if job else None)

    def get_task_log(self, ti: Any, try_number: int) -> tuple[list[str], list[str]]:
        """Read the end of a running worker's output, unless the logs are on a volume where Airflow reads them itself.

        Called in the API server, where no executor has been started.
        """
        if not ti.external_executor_id or try_number != ti.try_number:
            return [], []
        name = jobs.name_of(ti.external_executor_id, {"dag_id": ti.dag_id, "task_id": ti.task_id})
        try:
            if self._read_settings().logs.is_mounted:
                return [f"The worker is Job {name}"], []
            cluster, namespace = self._open()
            with cluster:
                pods = cluster.list("Pod", namespace=namespace, labels=f"batch.kubernetes.io/job-name={name}").items
                texts = [_end_of_log(cluster, Ref("Pod", pod["metadata"]["name"], namespace)) for pod in pods]
        except KpodError as error:
            return [f"The output of Job {name} cannot be read: {error}"], []
        return [f"The last {LOG_LINES} lines of Job {name} in namespace {namespace}"], texts


def _end_of_log(cluster: Cluster, pod: Ref) -> str:
    return b"".join(cluster.logs(pod, container="main", tail=LOG_LINES)).decode(errors="replace")


def _read_workload(workload: Any) -> tuple[_Started, jobs.Work]:
    """Read one of Airflow's workloads. Raises SpecError where the task's `executor_config` cannot work."""
    if isinstance(workload, compat.ExecuteTask):
        ti = workload.ti
        about = {name: getattr(ti, name) for name in ("dag_id", "task_id", "run_id", "try_number", "map_index")}
        identity, task_id = ti.external_executor_id or str(ti.id), str(ti.id)
        config = executor_config.parse(ti.executor_config)
    else:
        identity, task_id = str(workload.callback.id), None
        about = {"callback_id": identity}
        config = executor_config.WorkerConfig()
    work = jobs.Work(identity=identity, about=about, workload=workload.model_dump_json(), config=config)
    return _Started(workload.key, work.name, task_id, identity), work
