"""Describe Kubernetes work as typed Python values, run it, and know how it ended.

`import kpod` is light: each name below is loaded when it is first used, and nothing here imports a Kubernetes client, YAML, cattrs,
msgspec, asyncio or Airflow.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from kpod import errors

if TYPE_CHECKING:
    from kpod import api, convert, kube, local, merge, names, rules, run, status, wire
    from kpod.api.object import is_set
    from kpod.cluster import Cluster, Ref
    from kpod.errors import (
        AlreadyExistsError,
        ApiError,
        ConfigError,
        ConflictError,
        ExpiredError,
        ForbiddenError,
        InvalidError,
        KpodError,
        NotFoundError,
        OverloadedError,
        Problem,
        ResultError,
        RunDeletedError,
        RunError,
        RunFailedError,
        SpecError,
        UnauthorizedError,
        UnreachableError,
        WaitTimeoutError,
    )
    from kpod.kube import KubeCluster
    from kpod.quantity import Quantity
    from kpod.run import Deadlines, Run, as_completed, attach, launch, wait_all
    from kpod.specs.affinity import Affinity, Spread, Toleration
    from kpod.specs.config_map import ConfigMap
    from kpod.specs.container import Container
    from kpod.specs.env import Env, EnvFrom
    from kpod.specs.job import Job
    from kpod.specs.network import Network
    from kpod.specs.pod import Pod
    from kpod.specs.probe import Hook, Lifecycle, Probe
    from kpod.specs.requests import JobRequest, PodRequest
    from kpod.specs.resources import Resources
    from kpod.specs.result import Result
    from kpod.specs.scheduling import Scheduling
    from kpod.specs.secret import Secret
    from kpod.specs.security import Security
    from kpod.specs.template import Template
    from kpod.specs.volumes import Volume
    from kpod.status import Category, Outcome
    from kpod.wire import load_yaml, to_body, to_yaml

__version__ = "0.1.0"

_MODULES = frozenset({"api", "convert", "errors", "kube", "local", "merge", "names", "rules", "run", "status", "wire"})
_NAMES = {
    "is_set": "kpod.api.object",
    "Cluster": "kpod.cluster",
    "Ref": "kpod.cluster",
    "KubeCluster": "kpod.kube",
    "Quantity": "kpod.quantity",
    "Deadlines": "kpod.run",
    "Run": "kpod.run",
    "as_completed": "kpod.run",
    "attach": "kpod.run",
    "launch": "kpod.run",
    "wait_all": "kpod.run",
    "Affinity": "kpod.specs.affinity",
    "Spread": "kpod.specs.affinity",
    "Toleration": "kpod.specs.affinity",
    "ConfigMap": "kpod.specs.config_map",
    "Container": "kpod.specs.container",
    "Env": "kpod.specs.env",
    "EnvFrom": "kpod.specs.env",
    "Job": "kpod.specs.job",
    "Network": "kpod.specs.network",
    "Pod": "kpod.specs.pod",
    "Hook": "kpod.specs.probe",
    "Lifecycle": "kpod.specs.probe",
    "Probe": "kpod.specs.probe",
    "JobRequest": "kpod.specs.requests",
    "PodRequest": "kpod.specs.requests",
    "Resources": "kpod.specs.resources",
    "Result": "kpod.specs.result",
    "Scheduling": "kpod.specs.scheduling",
    "Secret": "kpod.specs.secret",
    "Security": "kpod.specs.security",
    "Template": "kpod.specs.template",
    "Volume": "kpod.specs.volumes",
    "Category": "kpod.status",
    "Outcome": "kpod.status",
    "load_yaml": "kpod.wire",
    "to_body": "kpod.wire",
    "to_yaml": "kpod.wire",
    **{name: "kpod.errors" for name in dir(errors) if name.endswith("Error") or name == "Problem"},
}

__all__ = [
    "Affinity",
    "AlreadyExistsError",
    "ApiError",
    "Category",
    "Cluster",
    "ConfigError",
    "ConfigMap",
    "ConflictError",
    "Container",
    "Deadlines",
    "Env",
    "EnvFrom",
    "ExpiredError",
    "ForbiddenError",
    "Hook",
    "InvalidError",
    "Job",
    "JobRequest",
    "KpodError",
    "KubeCluster",
    "Lifecycle",
    "Network",
    "NotFoundError",
    "Outcome",
    "OverloadedError",
    "Pod",
    "PodRequest",
    "Probe",
    "Problem",
    "Quantity",
    "Ref",
    "Resources",
    "Result",
    "ResultError",
    "Run",
    "RunDeletedError",
    "RunError",
    "RunFailedError",
    "Scheduling",
    "Secret",
    "Security",
    "SpecError",
    "Spread",
    "Template",
    "Toleration",
    "UnauthorizedError",
    "UnreachableError",
    "Volume",
    "WaitTimeoutError",
    "api",
    "as_completed",
    "attach",
    "convert",
    "errors",
    "is_set",
    "kube",
    "launch",
    "load_yaml",
    "local",
    "merge",
    "names",
    "rules",
    "run",
    "status",
    "to_body",
    "to_yaml",
    "wait_all",
    "wire",
]


def __getattr__(name: str) -> object:
    """Load a public name on its first use."""
    if name in _NAMES:
        value = getattr(import_module(_NAMES[name]), name)
    elif name in _MODULES:
        value = import_module(f"kpod.{name}")
    else:
        raise AttributeError(f"module 'kpod' has no attribute {name!r}")
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """List the public names."""
    return [*__all__, "__version__"]
