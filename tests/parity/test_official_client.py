"""The API classes against the official client: its names, its deserialization (36) and its strict models (37)."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import kubernetes
import pytest
from kubernetes import client

from kpod.api import kinds
from kpod.api.object import find_class
from kpod.api.schema import TYPES
from tests.golden.test_examples import EXAMPLES, objects
from tests.parity.full_bodies import alone

Body = dict[str, Any]
GENERATION = int(kubernetes.__version__.split(".")[0])
only_36 = pytest.mark.skipif(GENERATION != 36, reason="needs the official client 36, which has attribute_map; make test runs it in .venv")
only_37 = pytest.mark.skipif(
    GENERATION != 37, reason="needs the official client 37, whose models are pydantic; make test runs it in .venv-37"
)

# Where the official client's generator splits an acronym's plural, or avoids a word that Python 2 had.
OTHER_NAMES = {"target_ww_ns": "target_wwns", "non_resource_ur_ls": "non_resource_urls", "_exec": "exec"}


def model(type_key: str) -> Any:
    """Return the client's class for one of ours, None where it has none."""
    group, name = type_key.split(".")
    prefixes = {"core_v1": ("V1", "CoreV1"), "events_v1": ("EventsV1", "V1"), "rbac_v1": ("V1", "RbacV1"), "batch_v1": ("V1",)}
    for prefix in prefixes.get(group, ("V1",)):
        found = getattr(client, prefix + name, None)
        if found is not None:
            return found
    return None


class Response:
    """What the client's deserialization wants to see of a response."""

    def __init__(self, body: Body) -> None:
        self.data = json.dumps(body)


@only_36
def test_attributes_are_called_as_in_the_official_client() -> None:
    compared = 0
    for type_key, fields in TYPES.items():
        theirs = getattr(model(type_key), "attribute_map", {})
        for name, wire in theirs.items():
            if wire in fields:
                compared += 1
                assert fields[wire].name == OTHER_NAMES.get(name, name), (type_key, wire)
    assert compared > 850


@only_36
def test_a_body_with_every_field_goes_through_the_official_client(kind: kinds.Kind, body_as_old_as: Callable[[str], Body]) -> None:
    body = find_class(kind.type).from_body(body_as_old_as("1.36")).to_body()
    api = client.ApiClient()
    made = api.deserialize(Response(body), model(kind.type).__name__)
    assert normal(api.sanitize_for_serialization(made)) == normal(body)


def normal(value: Any) -> Any:
    """Return a body with its times as the official client 36 writes them."""
    if isinstance(value, dict):
        return {key: normal(item) for key, item in value.items()}
    if isinstance(value, list):
        return [normal(item) for item in value]
    if isinstance(value, str) and value.startswith("2026-01-01T00:00:00"):
        return "2026-01-01T00:00:00+00:00"
    return value


@only_37
def test_a_body_with_every_field_is_accepted_by_the_strict_models(kind: kinds.Kind, full_body: Body) -> None:
    body = find_class(kind.type).from_body(full_body).to_body()
    made = model(kind.type).model_validate(body)
    assert normal(json.loads(made.model_dump_json(by_alias=True, exclude_none=True))) == normal(body)


@only_37
def test_a_body_with_one_field_is_accepted_by_the_strict_models(kind: kinds.Kind) -> None:
    for name, body in alone(kind):
        made = model(kind.type).model_validate(find_class(kind.type).from_body(body).to_body())
        assert normal(json.loads(made.model_dump_json(by_alias=True, exclude_none=True))) == normal(body), name


@only_37
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_is_accepted_by_the_strict_models(path: Path) -> None:
    for made in objects(path):
        body = made.to_body()
        kind = kinds.find(body["apiVersion"], body["kind"])
        assert kind is not None
        assert model(kind.type).model_validate(body).metadata.name == body["metadata"].get("name")


@only_37
def test_the_strict_models_refuse_quantities_that_are_numbers_though_a_server_takes_them() -> None:
    body = {"apiVersion": "v1", "kind": "Pod", "spec": {"containers": [{"name": "main", "resources": {"limits": {"cpu": 2}}}]}}
    with pytest.raises(ValueError, match="should be a valid string"):
        model("core_v1.Pod").model_validate(body)
