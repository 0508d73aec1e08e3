"""Strategic merge: golden cases from the API server's behaviour, directives, and what it refuses."""

from __future__ import annotations

import copy
import doctest
import importlib
from typing import Any

import pytest

from kpod import merge
from kpod.errors import SpecError
from tests.unit.merge.orders import CRON_JOB, ORDERS, Order

Body = dict[str, Any]


def spec(base: Body, patch: Body) -> Body:
    return merge.strategic(base, patch, type="core_v1.PodSpec")


def container(base: Body, patch: Body) -> Body:
    return merge.strategic(base, patch, type="core_v1.Container")


def metadata(base: Body, patch: Body) -> Body:
    return merge.strategic(base, patch, type="meta_v1.ObjectMeta")


def test_containers_are_merged_by_name_whatever_their_order() -> None:
    base = {"containers": [{"name": "main", "image": "a", "env": [{"name": "TZ", "value": "UTC"}]}, {"name": "sidecar", "image": "s"}]}
    patch = {
        "containers": [
            {"name": "sidecar", "image": "t"},
            {"name": "main", "env": [{"name": "TZ", "value": "CET"}, {"name": "A", "value": ""}]},
        ]
    }
    assert spec(base, patch) == {
        "containers": [
            {"name": "main", "image": "a", "env": [{"name": "TZ", "value": "CET"}, {"name": "A", "value": ""}]},
            {"name": "sidecar", "image": "t"},
        ]
    }


@pytest.mark.parametrize("value", [False, 0, "", [], {}])
def test_an_explicit_false_zero_or_empty_value_wins(value: Any) -> None:
    assert spec({"hostNetwork": True}, {"hostNetwork": value}) == {"hostNetwork": value}


def test_an_empty_map_or_merged_list_changes_nothing_and_an_empty_atomic_list_replaces() -> None:
    base = {"nodeSelector": {"a": "b"}, "containers": [{"name": "main"}], "tolerations": [{"key": "a"}]}
    patch: Body = {"nodeSelector": {}, "containers": [], "tolerations": []}
    assert spec(base, patch) == {**base, "tolerations": []}


def test_empty_values_are_set_where_nothing_was() -> None:
    patch: Body = {"nodeSelector": {}, "containers": [], "volumes": [{"name": "v", "emptyDir": {}}]}
    assert spec({}, patch) == patch


def test_atomic_lists_are_replaced() -> None:
    base = {"tolerations": [{"key": "a"}, {"key": "b"}]}
    assert spec(base, {"tolerations": [{"key": "c"}]}) == {"tolerations": [{"key": "c"}]}
    assert container({"args": ["a", "b"]}, {"args": ["c"]}) == {"args": ["c"]}


def test_null_deletes_at_every_depth_and_leaves_no_trace() -> None:
    base = {"metadata": {"labels": {"a": "1", "b": "2"}}, "spec": {"containers": [{"name": "main", "image": "a"}], "nodeName": "n"}}
    patch: Body = {
        "metadata": {"labels": {"a": None, "c": None}},
        "spec": {"nodeName": None, "priority": None, "containers": [{"name": "main", "image": None}]},
    }
    assert merge.strategic(base, patch, type="core_v1.Pod") == {
        "metadata": {"labels": {"b": "2"}},
        "spec": {"containers": [{"name": "main"}]},
    }


def test_a_new_part_of_the_patch_comes_without_its_nulls() -> None:
    patch: Body = {
        "securityContext": {"runAsUser": 0, "fsGroup": None},
        "containers": [{"name": "new", "image": None, "resources": {"limits": {"cpu": None}}}],
    }
    assert spec({}, patch) == {"securityContext": {"runAsUser": 0}, "containers": [{"name": "new", "resources": {"limits": {}}}]}


def test_nulls_of_the_base_that_the_patch_does_not_touch_stay() -> None:
    assert spec({"priority": None, "volumes": [{"name": "v", "nfs": None}]}, {"nodeName": "n"}) == {
        "priority": None, "volumes": [{"name": "v", "nfs": None}], "nodeName": "n",
    }  # fmt: skip


def test_merged_lists_of_scalars_are_united_in_order() -> None:
    assert metadata({"finalizers": ["a", "b"]}, {"finalizers": ["c", "a", "c"]}) == {"finalizers": ["a", "b", "c"]}


def test_primitives_are_deleted_from_a_list_by_the_directive() -> None:
    patch = {"$deleteFromPrimitiveList/finalizers": ["a", "z"], "finalizers": ["c"]}
    assert metadata({"finalizers": ["a", "b"]}, patch) == {"finalizers": ["b", "c"]}
    assert metadata({"name": "n"}, patch) == {"name": "n", "finalizers": ["c"]}


def test_patch_delete_removes_an_item_and_empties_a_map() -> None:
    base = {"containers": [{"name": "main"}, {"name": "sidecar"}], "nodeSelector": {"a": "b"}}
    patch = {
        "containers": [{"name": "sidecar", "$patch": "delete"}, {"name": "gone", "$patch": "delete"}],
        "nodeSelector": {"$patch": "delete"},
    }
    assert spec(base, patch) == {"containers": [{"name": "main"}], "nodeSelector": {}}


def test_patch_replace_replaces_a_map_an_item_and_a_list() -> None:
    base = {"nodeSelector": {"a": "b"}, "containers": [{"name": "main", "image": "a"}, {"name": "sidecar"}]}
    assert spec(base, {"nodeSelector": {"$patch": "replace", "c": "d"}})["nodeSelector"] == {"c": "d"}
    assert spec(base, {"containers": [{"name": "main", "$patch": "replace", "args": []}]})["containers"] == [
        {"name": "main", "args": []},
        {"name": "sidecar"},
    ]
    assert spec(base, {"containers": [{"$patch": "replace"}, {"name": "only"}]})["containers"] == [{"name": "only"}]
    assert spec(base, {"nodeSelector": {"$patch": "merge", "c": "d"}})["nodeSelector"] == {"a": "b", "c": "d"}


def test_retain_keys_drops_what_it_does_not_list() -> None:
    base = {"volumes": [{"name": "data", "emptyDir": {}}]}
    patch = {"volumes": [{"name": "data", "$retainKeys": ["name", "hostPath"], "hostPath": {"path": "/d"}}]}
    assert spec(base, patch) == {"volumes": [{"name": "data", "hostPath": {"path": "/d"}}]}


def test_without_retain_keys_a_volume_gets_a_second_source_as_on_the_server() -> None:
    merged = spec({"volumes": [{"name": "data", "emptyDir": {}}]}, {"volumes": [{"name": "data", "hostPath": {"path": "/d"}}]})
    assert merged == {"volumes": [{"name": "data", "emptyDir": {}, "hostPath": {"path": "/d"}}]}


def test_set_element_order_sorts_and_keeps_the_others_near_their_neighbours() -> None:
    base = {"containers": [{"name": name} for name in "abcd"]}
    patch = {"$setElementOrder/containers": [{"name": "new"}, {"name": "d"}, {"name": "a"}], "containers": [{"name": "new"}]}
    assert [item["name"] for item in spec(base, patch)["containers"]] == ["new", "b", "c", "d", "a"]
    only = {"$setElementOrder/finalizers": ["b", "a"]}
    assert metadata({"finalizers": ["a", "b"]}, only) == {"finalizers": ["b", "a"]}
    assert metadata({"name": "n"}, only) == {"name": "n"}


def test_ports_of_one_number_and_two_protocols_stay_two() -> None:
    udp, tcp = {"containerPort": 53, "protocol": "UDP"}, {"containerPort": 53, "protocol": "TCP"}
    assert container({}, {"ports": [udp, tcp]}) == {"ports": [udp, tcp]}
    patch = {"ports": [{"containerPort": 53, "name": "dns"}, {"containerPort": 53, "protocol": "UDP", "name": "dns-udp"}]}
    assert container({"ports": [udp, tcp]}, patch) == {"ports": [{**udp, "name": "dns-udp"}, {**tcp, "name": "dns"}]}


def test_a_port_that_is_there_once_is_matched_by_its_number_as_on_the_server() -> None:
    assert container({"ports": [{"containerPort": 53, "protocol": "UDP"}]}, {"ports": [{"containerPort": 53, "name": "dns"}]}) == {
        "ports": [{"containerPort": 53, "protocol": "UDP", "name": "dns"}]
    }


def test_other_merge_keys_than_name_are_used() -> None:
    base = {"volumeMounts": [{"name": "a", "mountPath": "/a"}]}
    assert container(base, {"volumeMounts": [{"name": "b", "mountPath": "/a"}]}) == {"volumeMounts": [{"name": "b", "mountPath": "/a"}]}
    assert spec({"hostAliases": [{"ip": "::1"}]}, {"hostAliases": [{"ip": "::1", "hostnames": ["x"]}]}) == {
        "hostAliases": [{"ip": "::1", "hostnames": ["x"]}]
    }


def test_nothing_is_changed_in_place_and_what_is_unchanged_is_shared() -> None:
    base: Body = {"metadata": {"labels": {"a": "b"}}, "spec": {"containers": [{"name": "main", "env": [{"name": "A"}]}, {"name": "two"}]}}
    patch: Body = {"spec": {"containers": [{"name": "main", "image": "x"}], "nodeSelector": {"a": "b"}}}
    before = copy.deepcopy((base, patch))
    merged = merge.strategic(base, patch, type="core_v1.Pod")
    assert (base, patch) == before
    assert merged["metadata"] is base["metadata"]
    assert merged["spec"]["containers"][1] is base["spec"]["containers"][1]
    assert merged["spec"]["containers"][0]["env"] is base["spec"]["containers"][0]["env"]
    assert merged["spec"]["nodeSelector"] is patch["spec"]["nodeSelector"]
    assert merge.strategic(base, {}, type="core_v1.Pod") is base
    assert merge.strategic(base, copy.deepcopy(base), type="core_v1.Pod")["metadata"] == base["metadata"]


def test_unknown_fields_are_merged_as_json() -> None:
    assert container({"new": {"a": 1, "l": [1]}}, {"new": {"a": None, "b": 2, "l": [2]}}) == {"new": {"b": 2, "l": [2]}}


def test_the_type_is_taken_from_the_kind_of_either_side() -> None:
    job: Body = {"apiVersion": "batch/v1", "kind": "Job", "spec": {"template": {"spec": {"containers": [{"name": "main", "image": "a"}]}}}}
    patch: Body = {"spec": {"template": {"spec": {"containers": [{"name": "main", "args": ["x"]}]}}}}
    merged = merge.strategic(job, patch)
    assert merged["spec"]["template"]["spec"]["containers"] == [{"name": "main", "image": "a", "args": ["x"]}]
    swapped = merge.strategic(patch, job)
    assert swapped["spec"]["template"]["spec"]["containers"] == [{"name": "main", "image": "a", "args": ["x"]}]


def test_a_kind_without_a_class_is_merged_as_json() -> None:
    base: Body = {"apiVersion": "x/v1", "kind": "Thing", "spec": {"containers": [{"name": "a"}], "b": 1}}
    assert merge.strategic(base, {"spec": {"containers": [{"name": "c"}], "b": None}})["spec"] == {"containers": [{"name": "c"}]}


def test_json_merge_follows_the_examples_of_its_rfc() -> None:
    for base, patch, result in [
        ({"a": "b"}, {"a": "c"}, {"a": "c"}),
        ({"a": "b"}, {"b": "c"}, {"a": "b", "b": "c"}),
        ({"a": "b"}, {"a": None}, {}),
        ({"a": "b", "b": "c"}, {"a": None}, {"b": "c"}),
        ({"a": ["b"]}, {"a": "c"}, {"a": "c"}),
        ({"a": "c"}, {"a": ["b"]}, {"a": ["b"]}),
        ({"a": {"b": "c"}}, {"a": {"b": "d", "c": None}}, {"a": {"b": "d"}}),
        ({"a": [{"b": "c"}]}, {"a": [1]}, {"a": [1]}),
        (["a", "b"], ["c", "d"], ["c", "d"]),
        ({"a": "b"}, ["c"], ["c"]),
        ({"a": "foo"}, None, None),
        ({"e": None}, {"a": 1}, {"e": None, "a": 1}),
        ([1, 2], {"a": "b", "c": None}, {"a": "b"}),
        ({}, {"a": {"bb": {"ccc": None}}}, {"a": {"bb": {}}}),
    ]:
        assert merge.json_merge(base, patch) == result


@pytest.mark.parametrize(
    ("patch", "path", "message"),
    [
        ({"containers": [{"image": "x"}]}, "containers[0]", "no name"),
        ({"containers": [{"name": None}]}, "containers[0]", "no name"),
        ({"containers": [{"name": ["x"]}]}, "containers[0]", "no name"),
        ({"containers": [{"$patch": "delete"}]}, "containers[0]", "no name"),
        ({"containers": ["main"]}, "containers[0]", "an object belongs here"),
        ({"nodeSelector": {"$patch": "remove"}}, "nodeSelector", "$patch is 'remove'"),
        ({"containers": [{"name": "main", "resources": {"$retainKey": []}}]}, "containers[main].resources", "$retainKey is no directive"),
        ({"volumes": [{"name": "v", "$retainKeys": ["name"], "nfs": {}}]}, "volumes[v]", "nfs"),
        ({"$setElementOrder/containers": "main"}, "$setElementOrder/containers", "a list belongs here"),
        ({"$deleteFromPrimitiveList/x": "main"}, "$deleteFromPrimitiveList/x", "a list belongs here"),
    ],
)
def test_a_malformed_patch_is_refused_with_its_place(patch: Body, path: str, message: str) -> None:
    base: Body = {"containers": [{"name": "main"}], "nodeSelector": {"a": "b"}, "volumes": [{"name": "v"}]}
    for below in (base, {}):
        with pytest.raises(SpecError) as caught:
            spec(below, patch)
        assert caught.value.problems[0].path == path
        assert message in str(caught.value)
        assert caught.value.problems[0].rule == "merge"


def test_a_base_with_broken_items_keeps_them() -> None:
    base: Body = {"containers": ["{{ template }}", {"image": "x"}, {"name": ["odd"]}]}
    assert spec(base, {"containers": [{"name": "main"}]}) == {"containers": [*base["containers"], {"name": "main"}]}


def test_an_unknown_type_is_refused() -> None:
    with pytest.raises(SpecError, match=r"core_v1\.Podd"):
        merge.strategic({}, {}, type="core_v1.Podd")


def test_what_only_the_patch_has_comes_last() -> None:
    base = {"initContainers": [{"name": "first"}], "containers": [{"name": "main", "env": [{"name": "A", "value": "1"}]}]}
    patch = {"initContainers": [{"name": "then"}], "containers": [{"name": "main", "env": [{"name": "B", "value": "$(A)"}]}]}
    merged = spec(base, patch)
    assert [item["name"] for item in merged["initContainers"]] == ["first", "then"]
    assert [item["name"] for item in merged["containers"][0]["env"]] == ["A", "B"]


def test_the_example_of_the_module_is_true() -> None:
    assert doctest.testmod(importlib.import_module("kpod.merge.strategic")).failed == 0


def test_a_middle_layer_that_deletes_makes_the_grouping_matter() -> None:
    """docs/rooms/merge.md: a null is an order to whoever is below, and is gone once it was carried out."""
    base, deletes, sets = {"securityContext": {"runAsUser": 1}}, {"securityContext": None}, {"securityContext": {"fsGroup": 2}}
    assert spec(spec(base, deletes), sets) == {"securityContext": {"fsGroup": 2}}
    assert spec(base, spec(deletes, sets)) == {"securityContext": {"runAsUser": 1, "fsGroup": 2}}


@pytest.mark.parametrize("order", ORDERS, ids=lambda case: case.wanted)
def test_as_the_server_what_is_new_takes_the_room_of_what_is_deleted(order: Order) -> None:
    merged = merge.strategic(CRON_JOB, order.patch(), type="batch_v1.CronJob", as_server=True)
    assert order.of(merged) == order.wanted


@pytest.mark.parametrize(
    ("patch", "path"),
    [
        ({"spec": {"containers": 3}}, "spec.containers"),
        ({"spec": {"containers": {"name": "a"}}}, "spec.containers"),
        ({"spec": "x"}, "spec"),
        ({"spec": {"nodeSelector": []}}, "spec.nodeSelector"),
        ({"metadata": {"labels": True}}, "metadata.labels"),
        ({"spec": {"containers": [{"name": "a", "env": {"A": "b"}}]}}, "spec.containers[a].env"),
    ],
)
@pytest.mark.parametrize("as_server", [False, True])
def test_a_value_of_another_shape_never_replaces_a_list_or_an_object(patch: Body, path: str, as_server: bool) -> None:
    base = {"apiVersion": "v1", "kind": "Pod", "metadata": {}, "spec": {"containers": [{"name": "a"}]}}
    with pytest.raises(SpecError) as caught:
        merge.strategic(base, patch, as_server=as_server)
    assert [problem.path for problem in caught.value.problems] == [path]


def test_a_template_may_stand_for_a_list() -> None:
    base = {"apiVersion": "v1", "kind": "Pod", "spec": {"tolerations": [{"key": "a"}]}}
    assert merge.strategic(base, {"spec": {"tolerations": "{{ tolerations }}"}})["spec"] == {"tolerations": "{{ tolerations }}"}


NEW: Body = {"name": "z", "port": 80, "targetPort": 9}


@pytest.mark.parametrize("ports", [[{"$patch": "delete", "port": 80}, NEW], [NEW, {"$patch": "delete", "port": 80}]])
def test_an_item_that_is_deleted_and_listed_is_made_anew(ports: list[Body]) -> None:
    first, old = {"name": "a", "port": 81, "protocol": "TCP"}, {"name": "x", "port": 80, "protocol": "TCP", "targetPort": 7}
    base = {"apiVersion": "v1", "kind": "Service", "spec": {"ports": [first, old]}}
    assert merge.strategic(base, {"spec": {"ports": ports}}, as_server=True)["spec"]["ports"] == [NEW, first]
    assert merge.strategic(base, {"spec": {"ports": ports}})["spec"]["ports"] == [first, NEW]
