"""One real Airflow for the whole session, with kpod's executor, on the embedded cluster or on that of KPOD_TEST_KUBECONFIG.

Three DAGs are run once, everything that could show a secret is collected meanwhile, and the tests look at what came of it.
"""

from __future__ import annotations

import base64
import json
import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import attrs
import psutil
import pytest

import kpod.local
from examples.airflow.stage import AirflowStage, executor_environment, free_port, inline_kubeconfig
from kpod import KubeCluster, Ref, names
from kpod.errors import KpodError

REPOSITORY = Path(__file__).resolve().parents[2]
VENV = REPOSITORY / ".venv-worker"
IMAGE = "kpod.local/kpod-worker:1"
SHELL_IMAGE = "kpod.local/busybox:1"
DAGS = ("airports", "broken", "held")
RIGHTS = (
    {"apiGroups": [""], "resources": ["pods", "secrets"], "verbs": ["create", "get", "list", "watch", "delete"]},
    {"apiGroups": [""], "resources": ["pods/log", "events"], "verbs": ["get", "list", "watch"]},
)


@attrs.frozen
class Place:
    """Where the workers run.

    Attributes:
        cluster: the cluster, as the tests see it.
        kubeconfig: its kubeconfig file.
        namespace: a namespace of our own.
        image: the workers' image.
        connection: the extras of the connection that the workers use.
        api_address: the address of this machine, as the workers see it.
        api_port: the port that Airflow's API server for tasks has to take.
    """

    cluster: KubeCluster
    kubeconfig: Path
    namespace: str
    image: str
    connection: dict[str, Any]
    api_address: str
    api_port: int


@pytest.fixture(scope="session")
def folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, Path]]:
    """Airflow's home and its DAG folder."""
    home = tmp_path_factory.mktemp("airflow")
    dags = home / "dags"
    dags.mkdir()
    for folder in (REPOSITORY / "examples/airflow/dags", REPOSITORY / "tests/airflow/dags"):
        for file in folder.glob("*.py"):
            shutil.copy(file, dags)
    (home / "logs").mkdir()
    yield home, dags
    shutil.rmtree(home)


@pytest.fixture(scope="session")
def place(folders: tuple[Path, Path]) -> Iterator[Place]:
    """A namespace of our own on the cluster."""
    home, dags = folders
    with ExitStack() as stack:
        stack.callback(_forget_credentials)
        found = _real_place() if os.environ.get("KPOD_TEST_KUBECONFIG") else _embedded_place(stack, [dags, home / "logs"])
        found.cluster.create({"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": found.namespace}})
        stack.callback(found.cluster.delete, Ref("Namespace", found.namespace))
        _grant(found)
        yield found


def _forget_credentials() -> None:
    """The official client keeps certificates in temporary files until the process ends."""
    from kubernetes.config import kube_config

    kube_config._cleanup_temp_files()


def _embedded_place(stack: ExitStack, host_paths: list[Path]) -> Place:
    if not (VENV / ".ready").exists():
        pytest.fail("the workers' environment is not there: make .venv-worker/.ready")
    cluster = stack.enter_context(kpod.local.cluster(images={IMAGE: VENV, SHELL_IMAGE: "host"}, host_paths=host_paths))
    namespace = names.fresh("airflow")
    kubeconfig = Path(cluster.kubeconfig)
    connection = {"kube_config": inline_kubeconfig(kubeconfig), "namespace": namespace}
    return Place(cluster, kubeconfig, namespace, IMAGE, connection, "127.0.0.1", free_port())


def _real_place() -> Place:
    needed = ("KPOD_TEST_WORKER_IMAGE", "KPOD_TEST_HOST_ADDRESS", "KPOD_TEST_API_PORT")
    if missing := [name for name in needed if not os.environ.get(name)]:
        pytest.skip(f"a real cluster needs an image for the workers and a way back to this machine: set {', '.join(missing)}")
    image, address, port = (os.environ[name] for name in needed)
    kubeconfig = Path(os.environ["KPOD_TEST_KUBECONFIG"])
    namespace = names.fresh("airflow")
    return Place(KubeCluster(kubeconfig), kubeconfig, namespace, image, {"in_cluster": True, "namespace": namespace}, address, int(port))


def _grant(place: Place) -> None:
    """Let the workers run Pods, by the namespace's default service account."""
    group, api = "rbac.authorization.k8s.io", "rbac.authorization.k8s.io/v1"
    metadata = {"name": "workers", "namespace": place.namespace}
    subject = {"kind": "ServiceAccount", "name": "default", "namespace": place.namespace}
    place.cluster.create({"apiVersion": api, "kind": "Role", "metadata": metadata, "rules": list(RIGHTS)})
    reference = {"apiGroup": group, "kind": "Role", "name": "workers"}
    place.cluster.create({"apiVersion": api, "kind": "RoleBinding", "metadata": metadata, "roleRef": reference, "subjects": [subject]})


@pytest.fixture(scope="session")
def airflow(place: Place, folders: tuple[Path, Path]) -> Iterator[AirflowStage]:
    """A running Airflow."""
    home, dags = folders
    environment = executor_environment(
        image=place.image,
        namespace=place.namespace,
        kubeconfig=place.kubeconfig,
        connection=place.connection,
        dags=dags,
        logs=home / "logs",
        api_url=f"http://{place.api_address}:{place.api_port}",
    )
    executor = "airflow_integration.executor.KubernetesExecutor"
    with AirflowStage(home, dags, executor=executor, environment=environment, execution_port=place.api_port) as stage:
        yield stage


class Collector:
    """Collects, while something runs, all that the cluster shows and every process's arguments, and the tokens of the workloads."""

    def __init__(self, place: Place) -> None:
        self.texts: set[str] = set()
        self.tokens: set[str] = set()
        self.jobs: dict[str, dict[str, Any]] = {}
        self._place = place
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._collect)

    def __enter__(self) -> Collector:
        self._thread.start()
        return self

    def __exit__(self, *exc_info: object) -> None:
        self._done.set()
        self._thread.join()

    def _collect(self) -> None:
        while not self._done.wait(0.25):
            for process in psutil.process_iter(["cmdline"]):
                self.texts.add("process: " + " ".join(process.info["cmdline"] or ()))
            for secret in self._list("Secret"):
                workload = (secret.get("data") or {}).get("workload.json")
                if workload:
                    self.tokens.add(json.loads(base64.b64decode(workload))["token"])
            for kind in ("Job", "Pod", "Event"):
                self.texts |= {json.dumps(body) for body in self._list(kind)}
            self.jobs |= {job["metadata"]["name"]: job for job in self._list("Job")}

    def _list(self, kind: str) -> list[dict[str, Any]]:
        try:
            return self._place.cluster.list(kind, namespace=self._place.namespace).items
        except KpodError:
            return []  # the next look will do


@attrs.frozen
class Finished:
    """What came of the DAGs.

    Attributes:
        runs: for each its run's id and its state.
        collected: what was to be seen meanwhile.
        said_while_it_ran: the log of a task while its Pod ran.
    """

    runs: dict[str, tuple[str, str]]
    collected: Collector
    said_while_it_ran: str


@pytest.fixture(scope="session")
def finished(airflow: AirflowStage, place: Place) -> Finished:
    """The DAGs, run at the same time to their ends; the one that would not end is failed by hand."""
    with Collector(place) as collected:
        ids = {dag_id: airflow.trigger(dag_id) for dag_id in DAGS}
        try:
            said_while_it_ran = airflow.until(lambda: _waiting(airflow, ids["held"]), "the Pod of the DAG held runs", timeout=120)
        except TimeoutError as error:
            pods = place.cluster.list("Pod", namespace=place.namespace).items
            seen = [(pod["metadata"]["name"], pod["status"]) for pod in pods]
            raise TimeoutError(f"{airflow.log('held', ids['held'], 'waits')}\n{json.dumps(seen, indent=1)}\n{error}") from None
        airflow.fail("held", ids["held"], "waits")
        states = {dag_id: airflow.wait(dag_id, run_id) for dag_id, run_id in ids.items()}
    return Finished({dag_id: (ids[dag_id], states[dag_id]) for dag_id in DAGS}, collected, said_while_it_ran)


def _waiting(airflow: AirflowStage, run_id: str) -> str:
    """The log of the task that holds a Pod, as soon as the Pod has said something."""
    if airflow.tasks("held", run_id)["waits"]["state"] != "running":
        return ""
    log = airflow.log("held", run_id, "waits")
    return log if "waiting" in log else ""


@attrs.frozen
class Replaced:
    """What came of a task whose scheduler was replaced while it ran."""

    run_id: str
    state: str
    seconds_to_stop: float


@pytest.fixture(scope="session")
def replaced(airflow: AirflowStage, finished: Finished) -> Replaced:
    """One more run, during which the scheduler is stopped and another one started; the task ends when that one has taken over."""
    assert finished.runs
    run_id = airflow.trigger("patient")
    airflow.until(lambda: airflow.tasks("patient", run_id)["waits_for_a_word"]["state"] == "running", "the task runs", timeout=200)
    seconds = airflow.restart_scheduler()
    output = airflow.home / "scheduler.out"
    airflow.until(lambda: "took over 1 of 1 tasks" in output.read_text(), "the new scheduler has taken over", timeout=200)
    (airflow.logs / "go").touch()
    return Replaced(run_id, airflow.wait("patient", run_id), seconds)
