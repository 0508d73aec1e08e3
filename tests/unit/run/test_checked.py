"""What the rules refuse is not sent: the cluster of these tests answers nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import kpod
from kpod import ConfigError, SpecError


class Untouched:
    """A cluster that nobody may ask for more than its name."""

    name = "untouched"
    namespace = "default"

    def __getattr__(self, verb: str) -> Any:
        raise AssertionError(f"{verb} was called")


BROKEN = {
    "apiVersion": "v1",
    "kind": "Pod",
    "metadata": {"name": "a", "labels": {"team": "data science"}},
    "spec": {"containers": [{"name": "main", "image": "x", "resources": {"limits": {"memory": "1Gb"}}}], "restartPolicy": "Nevr"},
}


def test_every_problem_is_told_before_anything_is_sent() -> None:
    with pytest.raises(SpecError) as error:
        kpod.launch(BROKEN, cluster=Untouched())  # type: ignore[arg-type]
    assert {problem.rule for problem in error.value.problems} >= {"label", "quantity", "enum"}


def test_a_rule_that_is_switched_off_does_not_hold_a_launch_back() -> None:
    body = {**BROKEN, "metadata": {"name": "a"}, "spec": {**BROKEN["spec"], "restartPolicy": "Never"}}  # type: ignore[dict-item]
    with pytest.raises(AssertionError, match="was called"):
        kpod.launch(body, cluster=Untouched(), levels={"quantity": "off"})  # type: ignore[arg-type]


@pytest.mark.parametrize("key", [5, b"k", ("a", "b")])
def test_a_key_that_is_no_text_is_refused_with_the_text_that_would_do(key: Any) -> None:
    with pytest.raises(SpecError, match="no text"):
        kpod.launch(kpod.Pod("image"), key=key, cluster=Untouched())  # type: ignore[arg-type]
    with pytest.raises(SpecError, match="a key is any text"):
        kpod.run.attach(key, cluster=Untouched())  # type: ignore[arg-type]


@pytest.mark.parametrize("cluster", ["prod", Path("/etc/kubeconfig"), {"clusters": []}], ids=["context", "path", "dict"])
def test_what_is_no_cluster_is_refused_with_what_makes_one(cluster: Any) -> None:
    for ask in (lambda: kpod.launch(kpod.Pod("image"), cluster=cluster), lambda: kpod.run.attach("k", cluster=cluster)):
        with pytest.raises(ConfigError, match="KubeCluster"):
            ask()
