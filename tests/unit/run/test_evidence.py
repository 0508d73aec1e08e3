"""What is kept of a run that gets on: the small views, so that thousands can be followed."""

from __future__ import annotations

import json
from typing import Any

import pytest

from kpod.cluster import Ref
from kpod.run.evidence import Evidence
from kpod.wire.views import PodView, decode_list


def a_pod(unpacked: dict[str, Any]) -> PodView:
    body = {
        "metadata": {"name": "a", "namespace": "n", "uid": "u", "resourceVersion": "7"},
        "spec": {"initContainers": [{"name": "unpack"}], "containers": [{"name": "main"}], "restartPolicy": "Never"},
        "status": {
            "phase": "Running",
            "initContainerStatuses": [{"name": "unpack", "state": unpacked}],
            "containerStatuses": [{"name": "main", "state": {"running": {"startedAt": "2026-01-01T00:00:00Z"}}}],
        },
    }
    return decode_list(json.dumps({"items": [body]}).encode(), PodView)[0][0]


def evidence_of(pod: PodView) -> Evidence:
    evidence = Evidence(Ref("Pod", "a", "n", "u"))
    evidence.see(pod)
    return evidence


def test_a_pod_that_runs_after_its_init_containers_are_done_is_calm_and_known_whole() -> None:
    pod = a_pod({"terminated": {"exitCode": 0, "reason": "Completed"}})
    evidence = evidence_of(pod)
    assert evidence.calm == "running"
    assert evidence.pods == [pod.to_body()]
    assert evidence.progress().stage == "running"


@pytest.mark.parametrize("end", [{"exitCode": 1, "reason": "Error"}, {"exitCode": 137, "reason": "OOMKilled"}])
def test_an_init_container_that_failed_is_to_be_judged(end: dict[str, Any]) -> None:
    assert evidence_of(a_pod({"terminated": end})).calm is None


def test_a_pod_that_is_gone_is_remembered_by_its_run_alone() -> None:
    one, other = (evidence_of(a_pod({})) for _ in range(2))
    one.miss("u")
    assert one.vanished == {"u"}
    assert not other.vanished
    assert one.calm is None
