"""The shorthands that most manifests need: how it restarts, retries, ports with a protocol, memory without a limit, any mount in part."""

from __future__ import annotations

import pickle
from typing import Any

import pytest

from kpod.errors import SpecError
from kpod.specs.container import Container
from kpod.specs.job import Job
from kpod.specs.pod import Pod
from kpod.specs.resources import Resources
from kpod.specs.secret import Secret
from kpod.specs.volumes import Volume


def test_how_a_pod_restarts_is_said_by_the_spec_or_else_by_its_base() -> None:
    base = {"spec": {"restartPolicy": "Always", "containers": [{"name": "main", "image": "x"}]}}
    told = {
        "a default gives way": (Pod(base=base), "Always"),
        "a word does not": (Pod(base=base, restart="Never"), "Never"),
        "a copy remembers what nobody wrote": (pickle.loads(pickle.dumps(Pod(base=base).but(name="x"))), "Always"),
        "the default": (Pod("x"), "Never"),
        "left to the server": (Pod("x", restart=None), None),
    }
    for why, (pod, policy) in told.items():
        assert pod.to_body()["spec"].get("restartPolicy") == policy, why
    assert repr(Pod("x")) == "Pod(image='x')"
    assert repr(Pod("x", restart=None)) == "Pod(image='x', restart=None)"
    with pytest.raises(SpecError, match='write "Never", "OnFailure" or "Always"'):
        Pod("x", restart="Sometimes")  # type: ignore[arg-type]


def test_a_job_without_a_word_on_retries_leaves_them_to_the_server() -> None:
    assert "backoffLimit" not in Job(Pod("x"), retries=None).to_body()["spec"]
    assert repr(Job(Pod("x"), retries=None)).endswith("retries=None)")


def test_a_memory_request_can_stand_without_a_limit_and_a_port_with_its_protocol() -> None:
    assert Resources(memory="1Gi", memory_limit=False).to_body() == {"requests": {"memory": "1Gi"}}
    assert Resources(memory="1Gi", memory_limit=False, base={"limits": {"memory": "2Gi"}}).to_body() == {"requests": {"memory": "1Gi"}}
    pod = Pod("x", main=Container(ports={"dns": "53/UDP", "web": 80}))
    assert pod.to_body()["spec"]["containers"][0]["ports"] == [
        {"containerPort": 53, "name": "dns", "protocol": "UDP"},
        {"containerPort": 80, "name": "web"},
    ]
    for wrong in ("53", "53/udp", "UDP/53", "0/TCP", "/TCP", True, 65536):
        with pytest.raises(SpecError, match='or "53/UDP"'):
            Container("x", ports=[wrong])


def test_every_volume_is_mounted_read_only_and_in_part_by_the_same_words() -> None:
    more: dict[str, Any] = {"read_only": True, "sub_path": "a"}
    makers: dict[Any, list[Any]] = {
        Volume.claim: ["c"], Volume.new_claim: ["1Gi"], Volume.empty_dir: [], Volume.host_path: ["/h"], Volume.nfs: ["s", "/n"],
        Volume.secret: ["s"], Volume.config_map: ["c"], Volume.fields: [{"labels": "metadata.labels"}], Volume.token: [],
        Volume.projected: [Secret.existing("s")], Volume.image: ["i:1"], Volume.cinder: ["v"], Volume.aws_ebs: ["v"],
        Volume.glusterfs: ["e", "p"],
    }  # fmt: skip
    for make, args in makers.items():
        mount = Pod("x", volumes={"/m": make(*args, **more)}).to_body()["spec"]["containers"][0]["volumeMounts"][0]
        assert (mount["readOnly"], mount["subPath"]) == (True, "a"), make
    mount = Pod("x", volumes={"/m": Volume.csi("d", read_only=True, sub_path="a")}).to_body()["spec"]["containers"][0]["volumeMounts"][0]
    assert mount == {"name": "m", "mountPath": "/m", "subPath": "a"}
