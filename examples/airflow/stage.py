"""A real Airflow for a demo or a test: API servers, scheduler and dag-processor as processes, SQLite and logs in one folder.

The API for people and the API for tasks have a process each. In one process, over SQLite, they lock each other out: the first writes its
audit log from the event loop, and waits there for the database's one lock, which a request of the second holds until the loop lets it go.

Not `airflow standalone`: that replaces the executor that was asked for. Every process gets its own group, is known by its recorded id, and
is gone when `stop` returns.
"""

from __future__ import annotations

import base64
import json
import os
import secrets
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import kpod

DONE = ("success", "failed")


class AirflowStage:
    """One Airflow of our own; use it with `with`.

    Attributes:
        home: the folder for its database, configuration and the components' output.
        logs: the folder of the tasks' logs.
        port: where the API for people listens, on 127.0.0.1.
        execution_port: where the API for tasks listens, on 127.0.0.1.
    """

    def __init__(self, home: Path, dags: Path, *, executor: str, environment: Mapping[str, str], execution_port: int = 0) -> None:
        self.home = home
        self.logs = home / "logs"
        self.execution_port = execution_port or free_port()
        self.port = free_port()
        self._commands = {
            "api-server": ("api-server", "--apps", "core", "--port", str(self.port)),
            "execution-api": ("api-server", "--apps", "execution", "--port", str(self.execution_port)),
            "dag-processor": ("dag-processor",),
            "scheduler": ("scheduler",),
        }
        self._processes: dict[str, subprocess.Popen[bytes]] = {}
        self._token = ""
        keep = ("PATH", "HOME", "LANG", "TMPDIR")
        self.environment = {name: os.environ[name] for name in keep if name in os.environ} | {
            "AIRFLOW_HOME": str(home),
            "AIRFLOW__API__BASE_URL": f"http://127.0.0.1:{self.port}",
            "AIRFLOW__API__HOST": "127.0.0.1",
            "AIRFLOW__API__WORKERS": "1",
            "AIRFLOW__API_AUTH__JWT_SECRET": secrets.token_hex(32),
            "AIRFLOW__CORE__DAGS_FOLDER": str(dags),
            "AIRFLOW__CORE__EXECUTION_API_SERVER_URL": f"http://127.0.0.1:{self.execution_port}/execution/",
            "AIRFLOW__CORE__EXECUTOR": executor,
            "AIRFLOW__CORE__FERNET_KEY": "",
            "AIRFLOW__CORE__LOAD_EXAMPLES": "False",
            "AIRFLOW__CORE__SIMPLE_AUTH_MANAGER_ALL_ADMINS": "True",
            "AIRFLOW__DAG_PROCESSOR__MIN_FILE_PROCESS_INTERVAL": "30",
            "AIRFLOW__DAG_PROCESSOR__REFRESH_INTERVAL": "30",
            # A writer waits for SQLite's one lock longer than the usual 5 s, which a busy disk may take.
            "AIRFLOW__DATABASE__SQL_ALCHEMY_CONN": f"sqlite:///{home / 'airflow.db'}?timeout=25",
            "AIRFLOW__LOGGING__BASE_LOG_FOLDER": str(self.logs),
            "AIRFLOW__SCHEDULER__SCHEDULER_IDLE_SLEEP_TIME": "0.5",
            "AIRFLOW__WORKERS__MIN_HEARTBEAT_INTERVAL": "1",  # else a worker may linger for 5 s after its task
            **environment,
        }

    def __enter__(self) -> AirflowStage:
        try:
            self.start()
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(self, *exc_info: object) -> None:
        self.stop()

    # -- the processes

    def start(self) -> None:
        """Make the database, start the components and wait until all of them are healthy."""
        self.logs.mkdir(parents=True, exist_ok=True)
        with (self.home / "migrate.out").open("wb") as output:
            subprocess.run(
                [sys.executable, "-m", "airflow", "db", "migrate"],
                env=self.environment,
                stdout=output,
                stderr=output,
                stdin=subprocess.DEVNULL,
                check=True,
            )
        for component in self._commands:
            self._start(component)
        self.until(self._healthy, "Airflow is healthy", timeout=120)

    def _start(self, component: str) -> None:
        with (self.home / f"{component}.out").open("ab") as output:
            self._processes[component] = subprocess.Popen(
                [sys.executable, "-m", "airflow", *self._commands[component]],
                env=self.environment,
                stdout=output,
                stderr=output,
                stdin=subprocess.DEVNULL,
                start_new_session=True,
            )

    def restart_scheduler(self) -> float:
        """Stop the scheduler as an upgrade does, start another one, and return the seconds that it took to stop."""
        process, start = self._processes["scheduler"], time.monotonic()
        process.terminate()
        process.wait(60)
        took = time.monotonic() - start
        self._start("scheduler")
        return took

    def stop(self) -> None:
        """End the components, the scheduler first, and whatever is left of their process groups."""
        for process in reversed(self._processes.values()):
            process.terminate()
        for process in self._processes.values():
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                print(f"process {process.pid} did not end when asked to", file=sys.stderr)
            if _signal_group(process.pid, signal.SIGKILL):
                print(f"processes of the group {process.pid} did not end with it", file=sys.stderr)
            process.wait(20)
        groups = [process.pid for process in self._processes.values()]
        self._processes.clear()
        end = time.monotonic() + 10
        while left := [group for group in groups if _signal_group(group, 0)]:
            if time.monotonic() > end:
                raise RuntimeError(f"processes of the groups {left} are left")
            time.sleep(0.05)

    def pids(self) -> dict[str, int]:
        """The ids of the components' processes, which are also those of their groups."""
        return {component: process.pid for component, process in self._processes.items()}

    def tails(self, lines: int = 40) -> str:
        """The last lines of each component's output, for the report of a failure."""
        texts = []
        for path in sorted(self.home.glob("*.out")):
            last = path.read_text(errors="replace").splitlines()[-lines:]
            texts.append(f"--- {path.name}\n" + "\n".join(last))
        return "\n".join(texts)

    def _healthy(self) -> bool:
        for component, process in self._processes.items():
            if process.poll() is not None:
                raise RuntimeError(f"airflow {component} ended with {process.returncode}\n{self.tails()}")
        try:
            self._request("GET", "/execution/health", port=self.execution_port)
            health = self._request("GET", "/api/v2/monitor/health")
        except (OSError, RuntimeError):
            return False
        return all(health[part]["status"] == "healthy" for part in ("metadatabase", "scheduler", "dag_processor"))

    # -- the API

    def call(self, method: str, path: str, body: Any = None, *, query: Mapping[str, str] | None = None) -> Any:
        """Send one request to Airflow's REST API, as an administrator, and return the answer."""
        if not self._token:
            self._token = self._request("GET", "/auth/token")["access_token"]
        return self._request(method, "/api/v2" + path + (f"?{urllib.parse.urlencode(query)}" if query else ""), body)

    def _request(self, method: str, path: str, body: Any = None, *, port: int = 0) -> Any:
        headers = {"content-type": "application/json", "accept": "application/json"}
        if self._token:
            headers["authorization"] = f"Bearer {self._token}"
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(f"http://127.0.0.1:{port or self.port}{path}", method=method, data=data, headers=headers)
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as error:
            if error.code < 500:
                raise
            text = f"Airflow answered {error.code} to {method} {path}: {error.read().decode(errors='replace')}\n{self.tails(120)}"
            raise RuntimeError(text) from error

    def until(self, condition: Callable[[], Any], what: str, *, timeout: float) -> Any:
        """Ask again and again until the answer is true, and return it."""
        end = time.monotonic() + timeout
        while not (answer := condition()):
            if time.monotonic() > end:
                raise TimeoutError(f"after {timeout:g} s it is still not true that {what}\n{self.tails()}")
            time.sleep(0.25)
        return answer

    def run_dag(self, dag_id: str, *, timeout: float = 180) -> tuple[str, str]:
        """Trigger a DAG as soon as Airflow knows it, wait for its end, and return the run's id and state."""
        run_id = self.trigger(dag_id)
        return run_id, self.wait(dag_id, run_id, timeout=timeout)

    def wait(self, dag_id: str, run_id: str, *, timeout: float = 180) -> str:
        """Wait for the end of a run, and return its state."""
        state: str = self.until(lambda: self._run_end(dag_id, run_id), f"DAG {dag_id} has ended", timeout=timeout)
        return state

    def trigger(self, dag_id: str) -> str:
        """Trigger a DAG as soon as Airflow knows it, and return the run's id."""
        self.until(lambda: self._knows(dag_id), f"Airflow knows the DAG {dag_id}", timeout=120)
        run_id: str = self.call("POST", f"/dags/{dag_id}/dagRuns", {"logical_date": None})["dag_run_id"]
        return run_id

    def _knows(self, dag_id: str) -> bool:
        if errors := self.call("GET", "/importErrors")["import_errors"]:
            raise RuntimeError("a DAG file cannot be imported\n" + "\n".join(error["stack_trace"] for error in errors))
        try:
            return bool(self.call("GET", f"/dags/{dag_id}"))
        except urllib.error.HTTPError as error:
            if error.code != 404:
                raise
            return False

    def _run_end(self, dag_id: str, run_id: str) -> str | None:
        state: str = self.call("GET", f"/dags/{dag_id}/dagRuns/{urllib.parse.quote(run_id)}")["state"]
        return state if state in DONE else None

    def tasks(self, dag_id: str, run_id: str) -> dict[str, dict[str, Any]]:
        """The run's task instances by task id, as the API gives them."""
        answer = self.call("GET", f"/dags/{dag_id}/dagRuns/{urllib.parse.quote(run_id)}/taskInstances")
        return {task["task_id"]: task for task in answer["task_instances"]}

    def fail(self, dag_id: str, run_id: str, task_id: str) -> None:
        """Mark a task as failed, as a person does in the UI."""
        path = f"/dags/{dag_id}/dagRuns/{urllib.parse.quote(run_id)}/taskInstances/{task_id}"
        self.call("PATCH", path, {"new_state": "failed"}, query={"update_mask": "new_state"})

    def log(self, dag_id: str, run_id: str, task_id: str, try_number: int = 1) -> str:
        """The log of a task, one event a line."""
        path = f"/dags/{dag_id}/dagRuns/{urllib.parse.quote(run_id)}/taskInstances/{task_id}/logs/{try_number}"
        content = self.call("GET", path, query={"full_content": "true"})["content"]
        return "\n".join(_line(event) for event in content)

    def xcom(self, dag_id: str, run_id: str, task_id: str) -> Any:
        """What a task returned."""
        path = f"/dags/{dag_id}/dagRuns/{urllib.parse.quote(run_id)}/taskInstances/{task_id}/xcomEntries/return_value"
        return self.call("GET", path, query={"deserialize": "true"})["value"]

    def events(self, dag_id: str, run_id: str) -> list[str]:
        """What the audit log says about a run, one text for each entry."""
        answer = self.call("GET", "/eventLogs", query={"dag_id": dag_id, "run_id": run_id, "limit": "200"})
        return [f"{event['task_id']}: {event['event']}: {event['extra']}" for event in answer["event_logs"]]


def executor_environment(
    *, image: str, namespace: str, kubeconfig: Path, connection: Mapping[str, Any], dags: Path, logs: Path, api_url: str
) -> dict[str, str]:
    """What the executor, the PodOperator and the DAGs of the demo need to know, as environment variables of Airflow's components.

    Args:
        image: the workers' image, and that of the demo's Pod.
        namespace: where everything runs.
        kubeconfig: the cluster, for the scheduler.
        connection: the extras of `kubernetes_default`: the cluster, as the workers see it.
        dags: the DAG folder on the node.
        logs: the folder of the tasks' logs on the node.
        api_url: the API server as the workers reach it.
    """
    worker = {"AIRFLOW_HOME": "/tmp/airflow", "AIRFLOW__WORKERS__MIN_HEARTBEAT_INTERVAL": "1"}
    return {
        "AIRFLOW__KPOD__IMAGE": image,
        "AIRFLOW__KPOD__IMAGE_PULL_POLICY": "IfNotPresent",
        "AIRFLOW__KPOD__NAMESPACE": namespace,
        "AIRFLOW__KPOD__KUBECONFIG": str(kubeconfig),
        "AIRFLOW__KPOD__EXECUTION_API_URL": f"{api_url}/execution/",
        "AIRFLOW__KPOD__DAGS_HOST_PATH": str(dags),
        "AIRFLOW__KPOD__LOGS_HOST_PATH": str(logs),
        "AIRFLOW__KPOD__WORKER_ENV": json.dumps(worker),
        "AIRFLOW_CONN_KUBERNETES_DEFAULT": json.dumps({"conn_type": "kubernetes", "extra": json.dumps(connection)}),
        "AIRFLOW_VAR_KPOD_IMAGE": image,
    }


def inline_kubeconfig(path: Path) -> str:
    """Read a kubeconfig and put the certificates that it names by path into it, for a connection that workers use elsewhere."""
    (config,) = kpod.load_yaml(path.read_text())
    body = kpod.to_body(config)
    for entry in (*(each["cluster"] for each in body["clusters"]), *(each["user"] for each in body["users"])):
        for name in ("certificate-authority", "client-certificate", "client-key"):
            if file := entry.pop(name, None):
                entry[f"{name}-data"] = base64.b64encode(Path(file).read_bytes()).decode()
    return json.dumps(body)


def _line(event: Any) -> str:
    if not isinstance(event, dict):
        return str(event)
    error = "\n".join(f"{detail.get('exc_type')}: {detail.get('exc_value')}" for detail in event.get("error_detail") or ())
    return str(event.get("event", "")) + (f"\n{error}" if error else "")


def _signal_group(group: int, number: int) -> bool:
    """Send a signal to a process group; say whether there was one."""
    try:
        os.killpg(group, number)
    except ProcessLookupError:
        return False
    return True


def free_port() -> int:
    """Find a port of 127.0.0.1 that nobody uses."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port
