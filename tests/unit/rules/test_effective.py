from __future__ import annotations

from typing import Any

import pytest

from kpod import rules
from tests.unit.rules.cases import CRON_JOB, SECRET


def container(cpu: str = "", memory: str = "", limit: str = "", **more: Any) -> dict[str, Any]:
    requests = {name: value for name, value in (("cpu", cpu), ("memory", memory)) if value}
    limits = {"memory": limit} if limit else {}
    return {"name": "c", "resources": {"requests": requests, "limits": limits}, **more}


def effective(*containers: dict[str, Any], **spec: Any) -> tuple[dict[str, str], dict[str, str]]:
    found = rules.effective_resources({"kind": "Pod", "spec": {"containers": list(containers), **spec}})
    first, second = ({name: value.canonical for name, value in part.items()} for part in (found.requests, found.limits))
    return first, second


SIDECAR = {"restartPolicy": "Always"}


def test_containers_are_added_up() -> None:
    assert effective(container("100m", "1Gi"), container("200m", "512Mi"))[0] == {"cpu": "300m", "memory": "1536Mi"}


def test_the_largest_init_container_counts_where_it_is_more() -> None:
    requests, _ = effective(container("100m", "2Gi"), initContainers=[container("1", "1Gi"), container("500m", "1Gi")])
    assert requests == {"cpu": "1", "memory": "2Gi"}


def test_a_sidecar_is_added_to_the_containers_and_to_the_init_containers_after_it() -> None:
    requests, _ = effective(
        container("100m"), initContainers=[container("300m"), container("200m", **SIDECAR), container("250m"), container("50m", **SIDECAR)]
    )
    assert requests == {"cpu": "450m"}


def test_sidecars_after_an_init_container_do_not_count_with_it() -> None:
    assert effective(container("100m"), initContainers=[container("400m"), container("200m", **SIDECAR)])[0] == {"cpu": "400m"}


def test_the_overhead_comes_on_top_of_requests_and_of_limits_that_are_there() -> None:
    requests, limits = effective(container("100m", limit="1Gi"), overhead={"cpu": "10m", "memory": "16Mi"})
    assert requests == {"cpu": "110m", "memory": "1040Mi"}
    assert limits == {"memory": "1040Mi"}


def test_the_pod_s_own_resources_stand_in_place_of_the_sum() -> None:
    requests, limits = effective(container("100m", "1Gi"), resources={"requests": {"cpu": "2"}, "limits": {"memory": "4Gi"}})
    assert requests == {"cpu": "2", "memory": "4Gi"}
    assert limits == {"memory": "4Gi"}


def test_a_limit_without_a_request_is_the_request_too() -> None:
    assert effective(container(limit="1Gi")) == ({"memory": "1Gi"}, {"memory": "1Gi"})


def test_the_limit_is_none_where_one_container_has_none() -> None:
    assert effective(container(limit="1Gi"), container("100m"))[1] == {}


def test_templates_and_what_is_no_quantity_count_as_absent() -> None:
    assert effective(container("{{ params.cpu }}", "1Gb"), container("100m"))[0] == {"cpu": "100m"}


def test_the_template_of_a_job_counts_and_other_kinds_ask_for_nothing() -> None:
    assert rules.effective_resources(CRON_JOB).requests["cpu"].canonical == "500m"
    assert rules.effective_resources(SECRET) == rules.Effective({}, {})
    assert rules.qos(SECRET) == "BestEffort"


@pytest.mark.parametrize("spec", [None, [], "x", {"containers": [None, 3, {"resources": []}]}, {"containers": {"a": 1}}])
def test_no_shape_makes_it_raise(spec: Any) -> None:
    assert rules.effective_resources({"kind": "Pod", "spec": spec}).requests == {}
    assert rules.qos({"kind": "Pod", "spec": spec}) == "BestEffort"
