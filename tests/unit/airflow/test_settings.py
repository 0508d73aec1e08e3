from __future__ import annotations

import pytest

from airflow_integration.executor import settings
from kpod.errors import SpecError

ELSEWHERE = {"execution_api_url": "http://airflow:8080/execution/", "dags_folder": "/opt/airflow/dags", "logs_folder": "/opt/airflow/logs"}


def problems(section: dict[str, settings.Raw]) -> dict[str, str]:
    with pytest.raises(SpecError) as caught:
        settings.read(section, **ELSEWHERE)
    return {problem.path: problem.message for problem in caught.value.problems}


def test_an_image_is_enough_and_the_rest_comes_from_airflow() -> None:
    said = settings.read({"image": "airflow:1"}, **ELSEWHERE)
    assert said.image == "airflow:1"
    assert said.execution_api_url == "http://airflow:8080/execution/"
    assert said.dags == settings.Storage("/opt/airflow/dags")
    assert not said.dags.is_mounted
    assert said.namespace is None
    assert (said.delete_succeeded, said.keep_failed, said.creation_concurrency) == (True, True, 16)


def test_values_that_airflow_has_converted_are_taken() -> None:
    said = settings.read(
        {"image": "a", "creation_concurrency": 4, "delete_succeeded": False, "start_timeout": 1.5, "namespace": 12}, **ELSEWHERE
    )
    assert (said.creation_concurrency, said.delete_succeeded, said.start_timeout, said.namespace) == (4, False, 1.5, "12")


def test_an_empty_option_has_its_default() -> None:
    assert settings.read({"image": "a", "deployment": "", "worker_env": ""}, **ELSEWHERE).deployment == "airflow"


def test_the_workers_environment_is_a_json_object_of_texts() -> None:
    assert settings.read({"image": "a", "worker_env": '{"A": "1"}'}, **ELSEWHERE).worker_env == {"A": "1"}
    assert "is no JSON object" in problems({"image": "a", "worker_env": "[]"})["[kpod] worker_env"]
    assert "B: the value is no string" in problems({"image": "a", "worker_env": '{"A": "1", "B": 2}'})["[kpod] worker_env"]
    assert "is no JSON" in problems({"image": "a", "worker_env": "A=1"})["[kpod] worker_env"]


def test_every_problem_is_said_at_once() -> None:
    found = problems(
        {
            "imgae": "airflow:1",
            "image_pull_policy": "Sometimes",
            "delete_succeeded": "maybe",
            "creation_concurrency": 0,
            "start_timeout": "soon",
            "dags_host_path": "dags",
            "dags_claim": "dags",
            "connection": "k8s",
            "context": "prod",
        }
    )
    assert set(found) == {
        f"[kpod] {name}"
        for name in (
            "imgae",
            "image",
            "image_pull_policy",
            "delete_succeeded",
            "creation_concurrency",
            "start_timeout",
            "dags_claim",
            "dags_host_path",
            "connection",
        )
    }


def test_what_the_server_would_refuse_of_every_job_is_said_before_any_is_made() -> None:
    found = problems(
        {"image": "a", "deployment": "my airflow", "worker_cpu": "lots", "worker_memory": "1Gb", "creation_concurrency": float("inf")}
    )
    assert set(found) == {f"[kpod] {name}" for name in ("deployment", "worker_cpu", "worker_memory", "creation_concurrency")}
    assert "is no label value" in found["[kpod] deployment"]


def test_the_workers_environment_may_hold_a_password_and_is_not_shown() -> None:
    said = settings.read({"image": "a", "worker_env": '{"PASSWORD": "hunter2"}'}, **ELSEWHERE)
    assert "hunter2" not in repr(said)


def test_every_setting_has_an_option_with_a_description() -> None:
    assert all(option.description and "{" not in option.default for option in settings.OPTIONS)
