"""The Eviction API under a disruption budget."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from kubernetes.client import CoreV1Api, PolicyV1Api
from kubernetes.client.exceptions import ApiException
from kubernetes.config import new_client_from_config

from kpod.cluster import Body
from tests.until import until

pytestmark = pytest.mark.real


def test_a_budget_lets_pods_go_until_it_is_used_up(kubeconfig: Path, namespace: str, pod: Callable[..., Body]) -> None:
    with new_client_from_config(str(kubeconfig)) as client:
        api, policy = CoreV1Api(client), PolicyV1Api(client)
        spec = {"minAvailable": 1, "selector": {"matchLabels": {"app": "kept"}}}
        policy.create_namespaced_pod_disruption_budget(namespace, {"metadata": {"name": "b"}, "spec": spec})
        for name in ("one", "two"):
            api.create_namespaced_pod(namespace, pod("sleep 600", name=name, labels={"app": "kept"}))
        api.create_namespaced_pod(namespace, pod("sleep 600", name="other"))

        def numbers() -> tuple[int, int, int, int]:
            status = policy.read_namespaced_pod_disruption_budget("b", namespace).status
            return status.disruptions_allowed, status.current_healthy, status.desired_healthy, status.expected_pods

        until(lambda: numbers() == (1, 2, 1, 2), "both are healthy")
        api.create_namespaced_pod_eviction("one", namespace, {"metadata": {"name": "one"}})
        until(lambda: numbers() == (0, 1, 1, 1), "one has gone")
        with pytest.raises(ApiException) as caught:
            api.create_namespaced_pod_eviction("two", namespace, {"metadata": {"name": "two"}})
        answer = json.loads(caught.value.body)
        assert (answer["code"], answer["reason"]) == (429, "TooManyRequests")
        assert answer["message"] == "Cannot evict pod as it would violate the pod's disruption budget."
        text = "The disruption budget b needs 1 healthy pods and has 1 currently"
        assert answer["details"]["causes"] == [{"reason": "DisruptionBudget", "message": text}]
        api.create_namespaced_pod_eviction("other", namespace, {"metadata": {"name": "other"}})
