"""What section `[kpod]` of Airflow's configuration says to the executor, checked as a whole before anything starts.

It reads plain values, so that it can be tested and used without Airflow. It looks at no cluster and no file, and it invents no image, no
namespace and no URL: what is missing is said, all at once.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import attrs

from kpod import Quantity, names
from kpod.errors import Problem, SpecError

Raw = str | int | float | bool
"""A value as Airflow's configuration gives it: numbers and truth values come converted."""


@attrs.frozen
class Option:
    """One option of section `[kpod]`.

    Attributes:
        name: the option's name.
        type: `string`, `boolean`, `integer`, `float` or `json`.
        default: its default as text.
        description: what it does, for the reference of the configuration.
        example: a value that somebody might write.
    """

    name: str
    type: str
    default: str
    description: str
    example: str | None = None


OPTIONS: tuple[Option, ...] = (
    Option(
        "image",
        "string",
        "",
        "The workers' image: Airflow, kpod, and what the DAGs import. No default.",
        "registry.example.com/airflow:3.3.2",
    ),
    Option("image_pull_policy", "string", "", "`Always`, `IfNotPresent` or `Never`; empty: the server's choice."),
    Option(
        "namespace", "string", "", "Where the workers' Jobs are made; empty: the connection's, the Pod's own or the kubeconfig context's."
    ),
    Option(
        "connection", "string", "", "An Airflow connection of type `kubernetes` for the scheduler; empty: `kubeconfig`, then the default."
    ),
    Option(
        "kubeconfig",
        "string",
        "",
        "A kubeconfig file for the scheduler; empty: $KUBECONFIG where it is set, else in the cluster, else ~/.kube/config.",
    ),
    Option("context", "string", "", "The kubeconfig's context; empty: its current one."),
    Option("deployment", "string", "airflow", "The name of this Airflow on the cluster. Two that share a namespace need two names."),
    Option("service_account", "string", "", "The workers' service account; empty: the namespace's default."),
    Option("execution_api_url", "string", "", "The execution API as the workers reach it; empty: `[core] execution_api_server_url`."),
    Option("dags_folder", "string", "", "The DAG folder in the worker; empty: `[core] dags_folder`."),
    Option("dags_host_path", "string", "", "A folder of the node that is mounted there, read-only."),
    Option("dags_claim", "string", "", "A volume claim that is mounted there, read-only. Neither: the DAGs are in the image."),
    Option("logs_folder", "string", "", "The folder of the tasks' logs in the worker; empty: `[logging] base_log_folder`."),
    Option("logs_host_path", "string", "", "A folder of the node that is mounted there."),
    Option(
        "logs_claim",
        "string",
        "",
        "A volume claim that is mounted there. Neither: a task's log ends with its Pod, unless logging is remote.",
    ),
    Option("worker_env", "json", "", "Further environment variables of the workers, a JSON object.", '{"AIRFLOW_HOME": "/tmp/airflow"}'),
    Option("worker_cpu", "string", "", "What a worker requests of the CPU; `worker(cpu=)` of a task goes before.", "250m"),
    Option("worker_memory", "string", "", "A worker's memory, request and limit; `worker(memory=)` of a task goes before.", "512Mi"),
    Option("delete_succeeded", "boolean", "True", "Delete the Job of a worker that ended well."),
    Option("keep_failed", "boolean", "True", "Keep the Job of a worker that ended badly by itself, for a day."),
    Option("creation_concurrency", "integer", "16", "How many requests that write are under way at once."),
    Option("creation_patience", "float", "120", "Seconds for which a Job is tried again that the server cannot take now."),
    Option("start_timeout", "float", "300", "Seconds after which a worker that has not started is given up, with the reason."),
)


@attrs.frozen
class Storage:
    """A folder of the workers, and where its content comes from.

    Attributes:
        folder: the path in the worker.
        host_path: the node's folder that is mounted there, or empty.
        claim: the claim that is mounted there, or empty.
    """

    folder: str
    host_path: str = ""
    claim: str = ""

    @property
    def is_mounted(self) -> bool:
        """Whether anything is mounted there."""
        return bool(self.host_path or self.claim)


@attrs.frozen(kw_only=True)
class Settings:
    """The executor's settings; the meaning of each stands in `OPTIONS`. Durations are seconds."""

    image: str
    execution_api_url: str
    dags: Storage
    logs: Storage
    image_pull_policy: str = ""
    namespace: str | None = None
    connection: str = ""
    kubeconfig: str = ""
    context: str = ""
    deployment: str = "airflow"
    service_account: str = ""
    worker_env: Mapping[str, str] = attrs.field(factory=dict, repr=False)
    worker_cpu: str = ""
    worker_memory: str = ""
    delete_succeeded: bool = True
    keep_failed: bool = True
    creation_concurrency: int = 16
    creation_patience: float = 120.0
    start_timeout: float = 300.0


def read(section: Mapping[str, Raw], *, execution_api_url: str, dags_folder: str, logs_folder: str) -> Settings:
    """Make the settings from section `[kpod]` and from what other sections say.

    Args:
        section: the section as a mapping; options that are not there have their defaults.
        execution_api_url: what `[core] execution_api_server_url` comes to.
        dags_folder: `[core] dags_folder`.
        logs_folder: `[logging] base_log_folder`.

    Raises:
        SpecError: with every problem of the section.
    """
    reader = _Reader({name: value for name, value in section.items() if value != ""})
    reader.refuse_unknown()
    settings = Settings(
        image=reader.text("image"),
        image_pull_policy=reader.choice("image_pull_policy", ("", "Always", "IfNotPresent", "Never")),
        namespace=reader.text("namespace") or None,
        connection=reader.text("connection"),
        kubeconfig=reader.text("kubeconfig"),
        context=reader.text("context"),
        deployment=reader.label("deployment"),
        service_account=reader.text("service_account"),
        execution_api_url=reader.text("execution_api_url") or execution_api_url,
        dags=reader.storage("dags", dags_folder),
        logs=reader.storage("logs", logs_folder),
        worker_env=reader.environment("worker_env"),
        worker_cpu=reader.quantity("worker_cpu"),
        worker_memory=reader.quantity("worker_memory"),
        delete_succeeded=reader.truth("delete_succeeded"),
        keep_failed=reader.truth("keep_failed"),
        creation_concurrency=int(reader.number("creation_concurrency", least=1)),
        creation_patience=reader.number("creation_patience", least=0),
        start_timeout=reader.number("start_timeout", least=1),
    )
    if not settings.image:
        reader.problem("image", "is not set", "name the image that the workers run")
    if settings.connection and (settings.kubeconfig or settings.context):
        reader.problem("connection", "does not go with kubeconfig or context", "say which cluster in one way")
    if reader.problems:
        raise SpecError(reader.problems)
    return settings


class _Reader:
    """Reads options and collects what is wrong with them."""

    def __init__(self, section: Mapping[str, Raw]) -> None:
        self._section = section
        self._defaults = {option.name: option.default for option in OPTIONS}
        self.problems: list[Problem] = []

    def problem(self, name: str, message: str, fix: str = "") -> None:
        self.problems.append(Problem(path=f"[kpod] {name}", rule="setting", message=message, fix=fix))

    def refuse_unknown(self) -> None:
        for name in self._section:
            if name not in self._defaults:
                self.problem(name, "is no option of this section", "one of: " + ", ".join(sorted(self._defaults)))

    def text(self, name: str) -> str:
        return str(self._section.get(name, self._defaults[name])).strip()

    def choice(self, name: str, choices: tuple[str, ...]) -> str:
        value = self.text(name)
        if value not in choices:
            self.problem(name, f"{value!r} is none of {', '.join(choice for choice in choices if choice)}")
        return value

    def truth(self, name: str) -> bool:
        value = self.text(name).lower()
        if value not in ("true", "false", "1", "0", "t", "f"):
            self.problem(name, f"{value!r} is neither True nor False")
        return value in ("true", "1", "t")

    def number(self, name: str, *, least: float) -> float:
        value = self.text(name)
        try:
            number = float(value)
        except ValueError:
            self.problem(name, f"{value!r} is no number")
            return least
        if not least <= number < float("inf"):
            self.problem(name, f"{value} is no number from {least:g} up")
            return least
        return number

    def label(self, name: str) -> str:
        value = self.text(name)
        if wrong := names.wrong_label_value(value):
            self.problem(name, *wrong)
        return value

    def quantity(self, name: str) -> str:
        value = self.text(name)
        try:
            Quantity(value or 0)
        except SpecError as error:
            for problem in error.problems:
                self.problem(name, problem.message, problem.fix)
        return value

    def environment(self, name: str) -> dict[str, str]:
        def refuse(message: str) -> dict[str, str]:
            self.problem(name, message, 'write a JSON object of strings: {"NAME": "value"}')
            return {}

        try:
            value: Any = json.loads(self.text(name) or "{}")
        except json.JSONDecodeError as error:
            return refuse(f"is no JSON: {error}")
        if not isinstance(value, dict):
            return refuse("is no JSON object")
        wrong = [key for key, item in value.items() if not isinstance(item, str)]
        return refuse(f"{', '.join(wrong)}: the value is no string") if wrong else value

    def storage(self, what: str, default: str) -> Storage:
        storage = Storage(self.text(f"{what}_folder") or default, self.text(f"{what}_host_path"), self.text(f"{what}_claim"))
        if storage.host_path and storage.claim:
            self.problem(f"{what}_claim", f"does not go with {what}_host_path", "say one of them")
        self._absolute(f"{what}_folder", storage.folder)
        if storage.host_path:
            self._absolute(f"{what}_host_path", storage.host_path)
        return storage

    def _absolute(self, name: str, path: str) -> None:
        if not path.startswith("/"):
            self.problem(name, f"{path!r} is no absolute path")
