"""What one task says about its own worker: `executor_config=worker(memory="4Gi")`.

Airflow keeps `executor_config` in its database and turns any object there into its `repr`, so what `worker` returns is plain JSON,
versioned, checked where it is written, and read for ever. No class of kpod is pickled. This is about the worker, not about a Pod that an
operator runs.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import attrs

import kpod
from kpod.cluster import Body
from kpod.errors import Problem, SpecError

VERSION = 1
_FOREIGN = ("pod_override", "pod_template_file", "KubernetesExecutor")
_KNOWN = ("v", "cpu", "memory", "interruptible", "pod")


@attrs.frozen
class WorkerConfig:
    """What a task's `executor_config` asks of its worker.

    Attributes:
        cpu: the request, or None for the section's default.
        memory: request and limit, or None for the section's default.
        interruptible: whether an autoscaler may evict the worker.
        pod: a Pod's body that is merged over the worker's, strategically; the worker's container is `main`.
    """

    cpu: str | None = None
    memory: str | None = None
    interruptible: bool = False
    pod: Body | None = None


def worker(
    *, cpu: str | float | None = None, memory: str | int | None = None, interruptible: bool = False, pod: Any = None
) -> dict[str, Any]:
    """Say what this task's worker needs.

    Args:
        cpu: what the worker requests of the CPU: `"500m"`, `2`. Not sent as a limit. Default: `[kpod] worker_cpu`.
        memory: request and limit: `"4Gi"`. Default: `[kpod] worker_memory`.
        interruptible: let an autoscaler evict the worker to save a node. Default: it may not.
        pod: whatever else the worker's Pod needs, merged over it strategically: a `kpod.Pod`, an API object, the official client's `V1Pod`
            or a body. Its container `main` is the worker's.

    Returns:
        A JSON-able dict for `executor_config`: `{"kpod": {"v": 1, …}}`.

    Raises:
        SpecError: for what cannot be sent.

    >>> worker(memory="512Mi")
    {'kpod': {'v': 1, 'memory': '512Mi'}}
    """
    said: dict[str, Any] = {"v": VERSION}
    if cpu is not None:
        said["cpu"] = str(cpu)
    if memory is not None:
        said["memory"] = str(memory)
    if interruptible:
        said["interruptible"] = True
    if pod is not None:
        said["pod"] = kpod.to_body(pod)
    config = {"kpod": json.loads(json.dumps(said))}
    parse(config)
    return config


def parse(config: Any) -> WorkerConfig:
    """Read a task's `executor_config`.

    Keys of other executors are left alone; those of Airflow's own Kubernetes executor are refused, as they would change nothing here.

    Raises:
        SpecError: with every problem.
    """
    if config is None or config == {}:
        return WorkerConfig()
    if not isinstance(config, Mapping):
        text = str(config)
        raise _refuse(
            f"{text[:60] + '…' if len(text) > 60 else text!r} is a text: Airflow keeps only JSON here and made a repr of the object",
            "write executor_config=worker(…), from airflow_integration",
        )
    if foreign := [key for key in _FOREIGN if key in config]:
        raise _refuse(f"{', '.join(foreign)}: means something to another executor only", "write executor_config=worker(pod=…)")
    return _parse_ours(config["kpod"]) if "kpod" in config else WorkerConfig()


def _parse_ours(said: Any) -> WorkerConfig:
    if not isinstance(said, Mapping) or said.get("v") != VERSION:
        raise _refuse(
            f"kpod: version {said.get('v') if isinstance(said, Mapping) else said!r} is not known", "write executor_config=worker(…)"
        )
    problems = [_problem(f".kpod.{key}", "is not known", f"one of: {', '.join(_KNOWN[1:])}") for key in said if key not in _KNOWN]
    for key in ("cpu", "memory"):
        try:
            _ = kpod.Quantity(said[key]).value if key in said else None
        except SpecError as error:
            problems += [attrs.evolve(problem, path=f"executor_config.kpod.{key}") for problem in error.problems]
    if not isinstance(said.get("interruptible", False), bool):
        problems.append(_problem(".kpod.interruptible", "is neither true nor false"))
    if not isinstance(said.get("pod", {}), Mapping):
        problems.append(_problem(".kpod.pod", "is no Pod's body"))
    if problems:
        raise SpecError(problems)
    return WorkerConfig(said.get("cpu"), said.get("memory"), said.get("interruptible", False), said.get("pod"))


def _problem(path: str, message: str, fix: str = "") -> Problem:
    return Problem(path=f"executor_config{path}", rule="executor-config", message=message, fix=fix)


def _refuse(message: str, fix: str) -> SpecError:
    return SpecError([_problem("", message, fix)])
