"""A body of twice as many parts takes twice the work: the calls are counted, not the seconds."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import pytest

from kpod import merge, rules

Body = dict[str, Any]


def pod(count: int, *, alike: bool) -> Body:
    """A Pod of many containers that break rules, all of one name or each of its own."""
    ports = [{"containerPort": 80, "hostPort": 80}]
    containers = [{"name": "main" if alike else f"c{number}", "image": "a b", "ports": ports} for number in range(count)]
    return {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "etl"}, "spec": {"containers": containers}}


def calls(work: Callable[[], object]) -> int:
    counted = 0

    def count(frame: object, event: str, argument: object) -> None:
        nonlocal counted
        counted += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(before)
    return counted


@pytest.mark.parametrize(
    ("work", "alike"),
    [
        (rules.check, False),
        (lambda body: rules.pod_security(body, "restricted"), False),
        (rules.needs, False),
        (lambda body: merge.diff(body, pod(len(body["spec"]["containers"]), alike=False)), False),
        (lambda body: merge.explain([("one", body), ("two", body)]), False),
        (lambda body: merge.strategic(body, pod(len(body["spec"]["containers"]), alike=True)), True),
    ],
    ids=["check", "pod_security", "needs", "diff", "explain", "strategic"],
)
def test_twice_the_containers_are_twice_the_work(work: Callable[[Body], object], alike: bool) -> None:
    work(pod(2, alike=alike))  # what is made once is made before
    few, many = (calls(lambda count=count: work(pod(count, alike=alike))) for count in (100, 200))  # type: ignore[misc]
    assert many < 2.5 * few
