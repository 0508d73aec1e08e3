"""`PodOperator`: a task that runs one Pod, described as a value, and returns its result.

Importing it in a DAG file loads no Kubernetes client. It builds no body of its own: the spec is compiled, its templates are rendered in the
body, the rules check it, and `kpod.launch` runs it. A killed task is never green.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

import attrs

from airflow_integration import compat
from airflow_integration.connection import DEFAULT_CONN_ID, open_cluster

if TYPE_CHECKING:
    from airflow.sdk import BaseOperator

    from kpod.cluster import Body, Cluster
    from kpod.run import Run
    from kpod.specs.pod import Pod
else:
    BaseOperator = compat.BaseOperator

LOG_PATIENCE = 30.0
"""Seconds after the end of a Pod in which the rest of its log may still come."""


class PodOperator(BaseOperator):
    """Runs a Pod, writes its log into the task's log while it runs, and returns its result.

    Every text in the Pod may hold a template: `Pod("etl:{{ params.version }}", args=["load", "{{ ds }}"])`; what another task returned is
    `"{{ ti.xcom_pull(task_ids='extract') | tojson }}"`. Rendered is the compiled body; templates in a literal `Secret` of the Pod are
    rendered when it runs and are in no database.

    A retry of the task, or a second worker for the same task, finds the Pod by the key (dag, run, task, map index) and attaches to it while
    it runs; one that ended badly is replaced. The Pod is deleted when its end has been dealt with.

    Args:
        pod: a `kpod.Pod`, or anything else that `kpod.launch` takes as a Pod: an API object, a body. With `result=Result()` the task
            returns the result, otherwise None.
        namespace: where; default: the Pod's own, then the connection's.
        kubernetes_conn_id: an Airflow connection of type `kubernetes`. Where `kubernetes_default` does not exist: the cluster that
            `kpod.kube.default()` takes.
        cluster_context: a context that goes before the connection's.
        kwargs: `task_id` and what every operator takes; `execution_timeout` bounds the Pod's time too.

    Raises:
        SpecError: the Pod cannot be compiled; while the DAG file is read.
    """

    template_fields = ("body", "namespace", "kubernetes_conn_id", "cluster_context")
    template_fields_renderers = {"body": "json"}
    ui_color = "#d6e8fb"

    def __init__(
        self,
        *,
        pod: Pod | Any,
        namespace: str | None = None,
        kubernetes_conn_id: str | None = DEFAULT_CONN_ID,
        cluster_context: str | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        import kpod

        self.pod = pod
        self.body: Body = kpod.to_body(pod)
        self.namespace = namespace
        self.kubernetes_conn_id = kubernetes_conn_id
        self.cluster_context = cluster_context
        self._pod_run: Run | None = None
        self._killed = False

    def execute(self, context: Any) -> Any:
        """Run the Pod and return its result.

        Raises:
            AirflowFailException: what cannot work another time either: the Pod is invalid, no cluster is configured.
            AirflowException: the Pod did not end well; the text says how, the cause is chained.
        """
        from kpod.errors import ConfigError, KpodError, SpecError

        try:
            return self._run_pod(context)
        except (SpecError, ConfigError) as error:
            raise compat.AirflowFailException(str(error)) from error
        except KpodError as error:
            raise compat.AirflowException(str(error)) from error

    def _run_pod(self, context: Any) -> Any:
        bodies = self._render_bodies(context)
        cluster = open_cluster(self.kubernetes_conn_id, context=self.cluster_context, namespace=self.namespace)
        try:
            return self._see_through(self._launch_pod(bodies, cluster, context["ti"]))
        except BaseException:
            if self._pod_run:
                self._give_up(self._pod_run)
            raise

    def _see_through(self, run: Run) -> Any:
        """Copy the log, wait for the end, return the result."""
        if self._killed:  # while it was being launched
            self._delete_pod(run)
        reader = threading.Thread(target=self._copy_log, args=(run,), name="kpod-log", daemon=True)
        reader.start()
        outcome = run.wait(on_progress=lambda progress: self.log.info("%s", progress))
        reader.join(LOG_PATIENCE)
        self.log.info("%s", outcome)
        if self._killed:
            raise compat.AirflowException(f"{run.ref} was deleted, as its task was killed")
        value = run.result()
        if run.ref.kind != "Pod":  # a bare Pod is deleted when its result has been read
            self._give_up(run)
        return value

    def _give_up(self, run: Run) -> None:
        """Delete a Pod whose task is over; that this fails changes nothing about the task."""
        from kpod.errors import KpodError

        try:
            run.delete()
        except KpodError as error:
            self.log.warning("%s may be left behind: %s", run.ref, error)

    def _copy_log(self, run: Run) -> None:
        """Write the container's log into the task's while it runs. A thread: where a Pod does not start there is no log to wait for."""
        from kpod.errors import KpodError

        try:
            for line in run.logs():
                self.log.info("%s", line)
        except KpodError as error:
            self.log.warning("the log of %s is not complete: %s", run.ref, error)

    def _render_bodies(self, context: Any) -> list[Body]:
        """The Pod's body, rendered by Airflow before `execute`, and the Secrets that come with it, rendered now."""
        import kpod
        from airflow_integration.operators.rendering import render_secret, typed

        objects = self.pod.objects() if hasattr(self.pod, "objects") else []
        secrets = [body for body in map(kpod.to_body, objects) if body["kind"] == "Secret"]
        bodies = [typed(self.body), *(render_secret(secret, lambda text: self.render_template(text, context)) for secret in secrets)]
        for problem in (problem for body in bodies for problem in kpod.rules.check(body)):
            if problem.level == "warning":
                self.log.warning("%s", problem)  # an error refuses the launch, with every problem in its text
        return bodies

    def _launch_pod(self, bodies: list[Body], cluster: Cluster, ti: Any) -> Run:
        """Launch the Pod, or attach to the one of this task; one that ended badly is replaced."""
        import kpod

        rendered, key = _Rendered(_named(bodies[0], ti), bodies), _key(ti)
        run = self._pod_run = kpod.launch(rendered, key=key, namespace=self.namespace, cluster=cluster)
        outcome = run.outcome()
        if outcome is None or outcome.ok:
            return run
        self.log.info("%s had ended before and is replaced: %s", run.ref, outcome)
        run = self._pod_run = kpod.launch(rendered, key=key, namespace=self.namespace, cluster=cluster, again=True)
        return run

    def on_kill(self) -> None:
        """Delete the Pod. Called in a signal handler, in the middle of anything that may hold a lock: a thread does it."""
        self._killed = True
        if self._pod_run:
            threading.Thread(target=self._delete_pod, args=(self._pod_run,), name="kpod-cancel").start()

    def _delete_pod(self, run: Run) -> None:
        self.log.warning("the task was killed: deleting %s", run.ref)
        self._give_up(run)


@attrs.frozen
class _Rendered:
    """A Pod after rendering, in the form that `kpod.launch` reads."""

    body: Body
    bodies: list[Body] = attrs.field(repr=False)

    def to_body(self) -> Body:
        return self.body

    def objects(self) -> list[Body]:
        return self.bodies


def _named(body: Body, ti: Any) -> Body:
    """Let a Pod without a name be called after its task."""
    from kpod import names

    metadata = body.get("metadata") or {}
    if metadata.get("name"):
        return body
    return {**body, "metadata": {**metadata, "generateName": f"{names.slug(ti.dag_id + '-' + ti.task_id, 50)}-"}}


def _key(ti: Any) -> str:
    """What makes a task's Pod that Pod, for every try of the task: a bad end is replaced, so a try needs no key of its own."""
    return " ".join(("airflow", ti.dag_id, ti.run_id, ti.task_id, str(ti.map_index)))
