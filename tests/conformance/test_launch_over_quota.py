"""A Pod that a quota refuses waits for room."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

import pytest
from kubernetes import client, config

from kpod import run
from kpod.cluster import Body
from kpod.errors import ForbiddenError
from tests.conformance.admission import refusal
from tests.until import until

Make = Callable[..., Body]


@pytest.mark.real
def test_a_pod_over_a_quota_starts_once_there_is_room(cluster: Any, namespace: str, pod: Make, caplog: pytest.LogCaptureFixture) -> None:
    with config.new_client_from_config(str(cluster.kubeconfig)) as api:
        core = client.CoreV1Api(api)
        core.create_namespaced_resource_quota(namespace, {"metadata": {"name": "few"}, "spec": {"hard": {"pods": "0"}}})
        until(lambda: "exceeded quota: few" in refusal(cluster, namespace, pod("true", name="first")), "the quota holds")
        with pytest.raises(ForbiddenError, match="exceeded quota: few"):
            run.launch(pod("true"), namespace=namespace, cluster=cluster, levels={"image": "off"}, timeout=1)
        more = {"spec": {"hard": {"pods": "1"}}}
        timer = threading.Timer(2.0, core.patch_namespaced_resource_quota, ("few", namespace, more))
        timer.start()
        started = run.launch(pod("exit 3"), namespace=namespace, cluster=cluster, levels={"image": "off"})
        timer.join()
    assert started.wait(90).exit_code == 3
    assert "waits for room in a quota" in caplog.text
