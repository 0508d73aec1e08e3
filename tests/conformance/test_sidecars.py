"""A container that somebody put beside the main one, and that ignores SIGTERM, holds up neither the result nor the cleaning up."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pytest

from kpod import Job, Pod, run
from kpod.cluster import Body
from kpod.kube import KubeCluster
from kpod.specs.container import Container
from kpod.specs.result import Result

GRACE = 20
SOON = 15.0
"""Seconds from the launch to the result; the Job says that it has ended after the grace period and some more, or never."""
MARGIN = 40.0
"""Seconds that a busy cluster may take beyond the grace period to take everything away."""


def injected(body: Body, image: str, *, native: bool) -> Body:
    """What a webhook makes of a Pod or of a Job's template: one container more."""
    spec = body["spec"] if body["kind"] == "Pod" else body["spec"]["template"]["spec"]
    stubborn = ["sh", "-c", "trap '' TERM; while :; do sleep 1; done"]
    other = {"name": "mesh", "image": image, "imagePullPolicy": "IfNotPresent", "command": stubborn}
    if native:
        spec.setdefault("initContainers", []).insert(0, {**other, "restartPolicy": "Always"})
    else:
        spec["containers"].append(other)
    return body


@pytest.mark.real
@pytest.mark.parametrize("large", [False, True], ids=["small", "large"])
@pytest.mark.parametrize("native", [False, True], ids=["ordinary", "native"])
@pytest.mark.parametrize("kind", ["Pod", "Job"])
def test_the_result_is_there_long_before_a_stubborn_sidecar_is_and_nothing_is_left(
    cluster: KubeCluster, namespace: str, image: str, until: Callable[..., Any], kind: str, native: bool, large: bool
) -> None:
    words = ["sh", "-c", f"sleep 1; head -c {9000 if large else 100} /dev/zero > $KPOD_RESULT"]
    pod = Pod(image, cmds=words, result=Result(format="bytes", large=large), grace=GRACE, main=Container(pull_policy="IfNotPresent"))
    body = injected((Job(pod, retries=0) if kind == "Job" else pod).to_body(), image, native=native)
    begun = time.monotonic()
    with run.launch(body, namespace=namespace, cluster=cluster) as started:
        outcome = started.wait(60)
        assert (outcome.ok, outcome.exit_code, outcome.container) == (True, 0, "main")
        assert is_running(cluster.list("Pod", namespace=namespace).items[0], "mesh")
        assert len(started.result(60)) == (9000 if large else 100)
        assert time.monotonic() - begun < SOON
    until(lambda: not any(cluster.list(kind, namespace=namespace).items for kind in ("Job", "Pod")), "it is gone", timeout=GRACE + MARGIN)


def is_running(pod: Body, container: str) -> bool:
    statuses = [*pod["status"].get("initContainerStatuses", []), *pod["status"]["containerStatuses"]]
    return any(status["name"] == container and status["state"].get("running") for status in statuses)
