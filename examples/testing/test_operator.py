"""An operator's tests, with the fixture `kube` of kpod's pytest plug-in: no cluster, no network, no mock. `pytest examples/testing`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

import kpod
from kpod.testing import OOM, Exit, Kube, LoseReply, Running, Waiting

Context = dict[str, Any]


class LoadOperator:
    """What is tested: it runs a Job, and hands back what that says."""

    def __init__(self, table: str) -> None:
        self.table = table

    def execute(self, context: Context) -> Any:
        pod = kpod.Pod("etl:1", args=["load", self.table], resources=kpod.Resources(memory="1Gi"), result=kpod.Result())
        with kpod.Job(pod, name=f"load-{self.table}").launch() as run:
            return run.result()


@pytest.fixture
def load() -> Callable[[], Any]:
    return lambda: LoadOperator("orders").execute({})


def test_the_rows_are_handed_back(kube: Kube, load: Callable[[], Any]) -> None:
    kube.script("load-*", [Waiting("ErrImagePull", 5), Running(2), Exit(0, result={"rows": 3})])
    assert load() == {"rows": 3}


def test_it_asks_for_the_memory_that_it_needs(kube: Kube, load: Callable[[], Any]) -> None:
    kube.script("load-*", Exit(0, result={}))
    load()
    main = {"name": "main", "args": ["load", "orders"], "resources": {"limits": {"memory": "1Gi"}}}
    kube.assert_created({"kind": "Job", "spec": {"template": {"spec": {"containers": [main]}}}})


def test_too_little_memory_is_said(kube: Kube, load: Callable[[], Any]) -> None:
    kube.script("load-*", [Running(60), OOM()])
    with pytest.raises(kpod.RunFailedError, match="killed for memory"):
        load()


def test_a_lost_reply_launches_nothing_twice(kube: Kube, load: Callable[[], Any]) -> None:
    kube.script("load-*", Exit(0, result={"rows": 3}))
    kube.faults.add(LoseReply(verb="create", kind="Job", times=1))
    assert load() == {"rows": 3}
    assert len(kube.requests.created("Job")) == 1


def test_nothing_is_left(kube: Kube, load: Callable[[], Any]) -> None:
    kube.script("load-*", Exit(0, result={}))
    load()
    assert kube.requests.count(verb="delete", kind="Job") == 1
