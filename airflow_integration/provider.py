"""What kpod tells Airflow of itself: the configuration's section, the executor, the operators."""

from __future__ import annotations

from typing import Any

from airflow_integration.executor.settings import OPTIONS


def get_provider_info() -> dict[str, Any]:
    """Describe the provider in the form of Airflow's `provider_info` schema."""
    import kpod

    return {
        "package-name": "kpod",
        "name": "kpod",
        "description": "An executor with one Kubernetes Job for each task, and operators for Pods described as typed values.",
        "versions": [kpod.__version__],
        "operators": [{"integration-name": "kpod", "python-modules": ["airflow_integration.operators.pod"]}],
        "integrations": [{"integration-name": "kpod", "external-doc-url": "https://kubernetes.io/", "tags": ["software"]}],
        "executors": ["airflow_integration.executor.KubernetesExecutor"],
        "config": {
            "kpod": {
                "description": "The workers of kpod's executor for Kubernetes.",
                "options": {
                    option.name: {
                        "description": option.description,
                        "version_added": "0.1.0",
                        "type": "string" if option.type == "json" else option.type,
                        "example": option.example,
                        "default": option.default,
                    }
                    for option in OPTIONS
                },
            }
        },
    }
