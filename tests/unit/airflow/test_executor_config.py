from __future__ import annotations

import json

import pytest

from airflow_integration import worker
from airflow_integration.executor_config import WorkerConfig, parse
from kpod.errors import SpecError


def test_worker_returns_plain_json() -> None:
    config = worker(cpu=2, memory="4Gi", interruptible=True)
    assert config == {"kpod": {"v": 1, "cpu": "2", "memory": "4Gi", "interruptible": True}}
    assert json.loads(json.dumps(config)) == config
    assert parse(config) == WorkerConfig("2", "4Gi", interruptible=True)


def test_nothing_said_is_the_default() -> None:
    assert parse(None) == parse({}) == parse(worker()) == WorkerConfig()


def test_a_quantity_that_is_none_is_refused_where_it_is_written() -> None:
    with pytest.raises(SpecError, match=r"executor_config\.kpod\.memory: .*4Gb"):
        worker(memory="4Gb")


def test_a_pod_is_kept_as_its_body() -> None:
    body = {"apiVersion": "v1", "kind": "Pod", "spec": {"nodeSelector": {"disk": "ssd"}}}
    assert parse(worker(pod=body)).pod == body


def test_an_object_that_airflow_made_a_text_of_is_refused_with_the_way_out() -> None:
    with pytest.raises(SpecError, match=r"write executor_config=worker"):
        parse("Resources(memory=Quantity('4Gi'))")


def test_the_words_of_another_kubernetes_executor_are_refused() -> None:
    with pytest.raises(SpecError, match="pod_override"):
        parse({"pod_override": {}})


def test_the_keys_of_other_executors_are_left_alone() -> None:
    assert parse({"SomeOtherExecutor": {"queue": "x"}}) == WorkerConfig()


def test_unknown_words_and_versions_are_refused() -> None:
    with pytest.raises(SpecError, match="version 2 is not known"):
        parse({"kpod": {"v": 2}})
    with pytest.raises(SpecError, match=r"executor_config\.kpod\.mem: is not known"):
        parse({"kpod": {"v": 1, "mem": "1Gi"}})
