"""Every field of the schema that strategic merge treats as a list of its own kind, and what each directive does to it.

The table is the golden one: a schema that says otherwise after `make api` is a change of meaning, and is looked at by a person.
"""

from __future__ import annotations

from typing import Any

import pytest

from kpod import merge
from kpod.api.schema import TYPES

Body = dict[str, Any]
GOLDEN = """
batch_v1.JobSchedulingConfiguration.resourceClaims name merge name
batch_v1.JobStatus.conditions type merge -
core_v1.Container.env name merge name
core_v1.Container.ports containerPort merge containerPort,protocol
core_v1.Container.volumeDevices devicePath merge devicePath
core_v1.Container.volumeMounts mountPath merge mountPath
core_v1.ContainerStatus.allocatedResourcesStatus name merge name
core_v1.ContainerStatus.volumeMounts mountPath merge mountPath
core_v1.EphemeralContainer.env name merge name
core_v1.EphemeralContainer.ports containerPort merge containerPort,protocol
core_v1.EphemeralContainer.volumeDevices devicePath merge devicePath
core_v1.EphemeralContainer.volumeMounts mountPath merge mountPath
core_v1.NamespaceStatus.conditions type merge type
core_v1.NodeAllocatableResourceClaimStatus.mapping name merge name
core_v1.NodeAllocatableResourceClaimStatus.overhead name merge name
core_v1.PersistentVolumeClaimStatus.conditions type merge type
core_v1.PodSpec.containers name merge name
core_v1.PodSpec.ephemeralContainers name merge name
core_v1.PodSpec.evictionResponders name merge name
core_v1.PodSpec.hostAliases ip merge ip
core_v1.PodSpec.imagePullSecrets name merge name
core_v1.PodSpec.initContainers name merge name
core_v1.PodSpec.resourceClaims name merge,retainKeys name
core_v1.PodSpec.schedulingGates name merge name
core_v1.PodSpec.topologySpreadConstraints topologyKey merge topologyKey,whenUnsatisfiable
core_v1.PodSpec.volumes name merge,retainKeys name
core_v1.PodStatus.conditions type merge type
core_v1.PodStatus.hostIPs ip merge -
core_v1.PodStatus.nodeAllocatableResourceClaimStatuses resourceClaimName merge resourceClaimName
core_v1.PodStatus.podIPs ip merge ip
core_v1.PodStatus.resourceClaimStatuses name merge,retainKeys name
core_v1.PodVolumeHealth.healthConditions status merge status,reason
core_v1.ServiceAccount.secrets name merge name
core_v1.ServiceSpec.ports port merge port,protocol
core_v1.ServiceStatus.conditions type merge type
core_v1.VolumeHealthStatus.healthConditions status merge status,reason
meta_v1.ObjectMeta.finalizers - merge -
meta_v1.ObjectMeta.ownerReferences uid merge uid
"""
ROWS = [tuple(line.split()) for line in GOLDEN.strip().splitlines()]
KEYED = [row for row in ROWS if row[1] != "-"]
UNITED = [row for row in ROWS if row[1] == "-" and row[2] == "merge"]


def test_the_schema_has_these_merge_keys_and_strategies() -> None:
    found = [
        f"{type_key}.{field.wire} {field.merge_key or '-'} {field.merge_strategy} {','.join(field.list_keys) or '-'}"
        for type_key, fields in TYPES.items()
        for field in fields.values()
        if field.merge_key or field.merge_strategy
    ]
    assert sorted(found) == sorted(" ".join(row) for row in ROWS)


def merged(name: str, base: list[Any], patch: list[Any], **more: Any) -> Any:
    type_key, _, wire = name.rpartition(".")
    return merge.strategic({wire: base}, {wire: patch, **more}, type=type_key)[wire]


@pytest.mark.parametrize("row", KEYED, ids=lambda row: row[0])
def test_items_are_changed_added_deleted_and_replaced_by_their_key(row: tuple[str, ...]) -> None:
    name, key = row[0], row[1]
    one, two, three = ({key: value} for value in (1, 2, 3))
    base = [{**one, "x": "old", "y": "stays"}, {**two, "x": "two"}]
    assert merged(name, base, [{**one, "x": "new"}, three]) == [{**one, "x": "new", "y": "stays"}, {**two, "x": "two"}, three]
    assert merged(name, base, [{**one, "x": None}]) == [{**one, "y": "stays"}, {**two, "x": "two"}]
    assert merged(name, base, [{**one, "$patch": "delete"}]) == [{**two, "x": "two"}]
    assert merged(name, base, [{**one, "x": 0, "$patch": "replace"}]) == [{**one, "x": 0}, {**two, "x": "two"}]
    assert merged(name, base, [{**one, "x": False, "$patch": "merge"}]) == [{**one, "x": False, "y": "stays"}, {**two, "x": "two"}]
    assert merged(name, base, [{**one, "x": "", "$retainKeys": [key, "x"]}]) == [{**one, "x": ""}, {**two, "x": "two"}]
    assert merged(name, base, [{"$patch": "replace"}, three]) == [three]
    assert merged(name, base, []) == base
    wire = name.rpartition(".")[2]
    assert merged(name, base, [three], **{f"$setElementOrder/{wire}": [three, two, one]}) == [three, base[1], base[0]]


@pytest.mark.parametrize("row", UNITED, ids=lambda row: row[0])
def test_texts_are_united_deleted_and_ordered(row: tuple[str, ...]) -> None:
    name, wire = row[0], row[0].rpartition(".")[2]
    assert merged(name, ["a", "b"], ["c", "b"]) == ["a", "b", "c"]
    assert merged(name, ["a", "b"], ["c"], **{f"$deleteFromPrimitiveList/{wire}": ["a"]}) == ["b", "c"]
    assert merged(name, ["a", "b"], ["c"], **{f"$setElementOrder/{wire}": ["c", "b", "a"]}) == ["c", "b", "a"]
