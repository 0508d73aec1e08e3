"""The executor, one Job on the cluster for each task: `[core] executor = airflow_integration.executor.KubernetesExecutor`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from airflow_integration.executor.kubernetes_executor import KubernetesExecutor

__all__ = ["KubernetesExecutor"]


def __getattr__(name: str) -> object:
    """Load the executor on its first use: the pure modules beside it need no Airflow."""
    if name != "KubernetesExecutor":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from airflow_integration.executor.kubernetes_executor import KubernetesExecutor

    globals()[name] = KubernetesExecutor
    return KubernetesExecutor
