from __future__ import annotations

import base64

from airflow_integration.operators.rendering import render_secret, typed


def test_a_rendered_number_becomes_one_where_the_schema_wants_it() -> None:
    body = {
        "kind": "Pod",
        "metadata": {"annotations": {"number": "5"}},
        "spec": {
            "activeDeadlineSeconds": "60",
            "hostNetwork": "False",
            "containers": [
                {
                    "name": "main",
                    "env": [{"name": "N", "value": "5"}],
                    "ports": [{"containerPort": "80"}],
                    "resources": {"limits": {"cpu": "1", "memory": "1Gi"}},
                    "livenessProbe": {"httpGet": {"port": "80", "path": "/1"}},
                }
            ],
        },
    }
    assert typed(body) == {
        "kind": "Pod",
        "metadata": {"annotations": {"number": "5"}},
        "spec": {
            "activeDeadlineSeconds": 60,
            "hostNetwork": False,
            "containers": [
                {
                    "name": "main",
                    "env": [{"name": "N", "value": "5"}],
                    "ports": [{"containerPort": 80}],
                    "resources": {"limits": {"cpu": "1", "memory": "1Gi"}},
                    "livenessProbe": {"httpGet": {"port": 80, "path": "/1"}},
                }
            ],
        },
    }


def test_what_is_no_number_stays_for_the_rules_to_name() -> None:
    assert typed({"kind": "Job", "spec": {"backoffLimit": "many", "unknown": "1"}}) == {
        "kind": "Job",
        "spec": {"backoffLimit": "many", "unknown": "1"},
    }


def test_a_named_port_stays_a_name() -> None:
    probe = {"httpGet": {"port": "http"}}
    body = {"kind": "Pod", "spec": {"containers": [{"name": "main", "livenessProbe": probe}]}}
    assert typed(body)["spec"]["containers"][0]["livenessProbe"] == probe


def test_the_values_of_a_secret_are_rendered_as_texts_and_bytes_stay() -> None:
    def encode(value: bytes) -> str:
        return base64.b64encode(value).decode()

    body = {"kind": "Secret", "metadata": {"name": "s"}, "data": {"A": encode(b"of-{{ ds }}"), "B": encode(b"\xff")}}
    rendered = render_secret(body, lambda text: text.replace("{{ ds }}", "2026"))
    assert rendered["data"] == {"A": encode(b"of-2026"), "B": encode(b"\xff")}
    assert rendered["metadata"] == {"name": "s"}
