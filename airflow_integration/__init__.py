"""Airflow on Kubernetes by kpod's values: an executor with one Job per task, and operators.

Each name is loaded on its first use: a DAG file that imports an operator loads no Kubernetes client.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from airflow_integration.executor import KubernetesExecutor
    from airflow_integration.executor_config import worker
    from airflow_integration.operators.pod import PodOperator

_NAMES = {
    "KubernetesExecutor": "airflow_integration.executor.kubernetes_executor",
    "PodOperator": "airflow_integration.operators.pod",
    "worker": "airflow_integration.executor_config",
}
__all__ = ["KubernetesExecutor", "PodOperator", "worker"]


def __getattr__(name: str) -> object:
    """Load a public name on its first use."""
    if name not in _NAMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(_NAMES[name]), name)
    globals()[name] = value
    return value
