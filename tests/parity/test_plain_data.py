"""API objects and specs are plain data: what a process does with its client does not reach them."""

from __future__ import annotations

import copy
import json
import pickle
import subprocess
import sys

import attrs
import cattrs.preconf.json
import pytest

import kpod
from benchmarks.sample import POD
from kpod.api import core_v1
from kpod.quantity import Quantity
from kpod.wire import structure

# The client's own models of generation 36 hold its default configuration each, and cannot be pickled with it.
SCRIPT = """
import copy, json, pickle
from kubernetes import client
import kpod
from benchmarks.sample import POD
from kpod.api.core_v1 import Pod

configuration = client.Configuration()
configuration.refresh_api_key_hook = lambda _: None
client.Configuration.set_default(configuration)
assert client.Configuration.get_default_copy().refresh_api_key_hook is not None
spec = kpod.Pod("etl:1", args=["load"], envs={"A": "1"}, resources=kpod.Resources(cpu="1", memory="1Gi"))
for value in (Pod.from_body(POD), spec, kpod.Job(spec, retries=2)):
    for twin in (pickle.loads(pickle.dumps(value)), copy.deepcopy(value), copy.copy(value)):
        assert twin == value and twin.to_body() == value.to_body()
    assert kpod.load_yaml(value.to_yaml())[0].to_body() == json.loads(json.dumps(value.to_body())) == value.to_body()
print(len(pickle.dumps(Pod.from_body(POD))))
"""


@pytest.mark.parametrize("protocol", [4, pickle.HIGHEST_PROTOCOL])
def test_a_pod_is_pickled_as_small_as_its_body_and_under_3_kilobytes(protocol: int) -> None:
    size = len(pickle.dumps(core_v1.Pod.from_body(POD), protocol))
    assert size < min(3000, len(pickle.dumps(POD, protocol)) + 100)


def test_objects_are_copied_and_written_in_a_process_whose_default_client_holds_a_lambda() -> None:
    done = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, timeout=200, check=False)
    assert done.stderr == ""
    assert int(done.stdout) < 3000


@attrs.define
class Step:
    """A class of a user, with parts of kpod in it."""

    name: str
    pod: core_v1.Pod
    memory: Quantity
    volumes: list[core_v1.Volume] = attrs.Factory(list)
    sides: dict[str, core_v1.Container] = attrs.Factory(dict)
    init: core_v1.Container | None = None


@attrs.frozen
class Pipeline:
    """A class of a user that holds another one."""

    steps: tuple[Step, ...]


def test_attrs_classes_that_hold_objects_are_structured_and_unstructured_by_cattrs() -> None:
    step = Step(
        "load",
        core_v1.Pod.from_body({**POD, "future": [None]}),
        Quantity("1.5Gi"),
        [core_v1.Volume(name="v", empty_dir=core_v1.EmptyDirVolumeSource())],
        {"proxy": core_v1.Container(name="proxy", args=[])},
    )
    pipeline = Pipeline((step, copy.deepcopy(step)))
    converter = structure.register(cattrs.preconf.json.make_converter())
    data = converter.unstructure(pipeline)
    assert data["steps"][0]["pod"] == {**POD, "future": [None]}
    assert data["steps"][0]["memory"] == "1.5Gi"
    assert data["steps"][0]["volumes"] == [{"name": "v", "emptyDir": {}}]
    assert converter.structure(data, Pipeline) == pipeline
    assert converter.loads(converter.dumps(pipeline), Pipeline) == pipeline
    assert json.loads(json.dumps(data)) == data


def test_a_part_of_the_wrong_shape_inside_of_a_class_is_told_with_its_path() -> None:
    with pytest.raises(Exception, match="Step") as caught:
        structure.converter().structure({"name": "a", "pod": {"spec": {"containers": {}}}, "memory": "1"}, Step)
    assert "spec.containers" in str(caught.value.exceptions[0])  # type: ignore[attr-defined]


def test_a_spec_is_unstructured_to_its_body() -> None:
    spec = kpod.Pod("etl:1", args=["load"])
    assert structure.converter().unstructure({"pod": spec}) == {"pod": spec.to_body()}
