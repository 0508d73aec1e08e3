"""Semantic diff: what differs, what only looks different, and what a server adds."""

from __future__ import annotations

import base64
import copy
import doctest
import importlib
from collections.abc import Iterator
from typing import Any

import pytest

from kpod import merge
from kpod.api import kinds
from kpod.api.schema import TYPES, Field
from kpod.errors import SpecError
from kpod.merge import ABSENT, Difference, server

Body = dict[str, Any]


def pod(**spec: Any) -> Body:
    return {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "p"}, "spec": {"containers": [{"name": "main"}], **spec}}


def container(wanted: Body, found: Body) -> list[Difference]:
    return merge.diff({"name": "main", **wanted}, {"name": "main", **found}, type="core_v1.Container")


def test_what_is_changed_added_and_gone_is_told_with_its_place() -> None:
    wanted = pod(containers=[{"name": "main", "image": "a:1", "env": [{"name": "A", "value": "1"}]}], nodeSelector={"disk": "ssd"})
    found = pod(containers=[{"name": "main", "image": "a:2", "env": [{"name": "B", "value": "1"}]}, {"name": "mesh"}])
    assert merge.diff(wanted, found) == [
        Difference("spec.containers[main].image", "a:1", "a:2"),
        Difference("spec.containers[main].env[A]", {"name": "A", "value": "1"}, ABSENT),
        Difference("spec.containers[main].env[B]", ABSENT, {"name": "B", "value": "1"}),
        Difference("spec.containers[mesh]", ABSENT, {"name": "mesh"}),
        Difference("spec.nodeSelector.disk", "ssd", ABSENT),
    ]


def test_a_difference_reads_as_a_sentence() -> None:
    assert str(Difference("spec.priority", ABSENT, 5)) == "spec.priority: nothing is wanted, 5 is there"


@pytest.mark.parametrize(("one", "other"), [("0.5", "500m"), (2, "2"), ("1.5Gi", "1536Mi"), ("0.0000000001", "1n"), (0.5, "500m")])
def test_amounts_are_compared_by_value(one: Any, other: Any) -> None:
    assert container({"resources": {"limits": {"cpu": one}}}, {"resources": {"limits": {"cpu": other}}}) == []
    assert container({"resources": {"limits": {"cpu": one}}}, {"resources": {"limits": {"cpu": "3"}}})


def test_a_template_in_place_of_an_amount_is_compared_as_text() -> None:
    assert container({"resources": {"requests": {"cpu": "{{ x }}"}}}, {"resources": {"requests": {"cpu": "{{ x }}"}}}) == []
    assert container({"resources": {"requests": {"cpu": "{{ x }}"}}}, {"resources": {"requests": {"cpu": "1"}}})


def test_lists_with_a_merge_key_are_compared_in_any_order() -> None:
    one, two = {"name": "a", "emptyDir": {}}, {"name": "b", "hostPath": {"path": "/b"}}
    assert merge.diff(pod(volumes=[one, two]), pod(volumes=[two, one])) == []
    found = pod(volumes=[{"name": "b", "hostPath": {"path": "/c"}}, one])
    assert merge.diff(pod(volumes=[one, two]), found) == [Difference("spec.volumes[b].hostPath.path", "/b", "/c")]


def test_the_order_of_init_containers_counts() -> None:
    one, two = {"name": "one"}, {"name": "two"}
    assert merge.diff(pod(initContainers=[one, two]), pod(initContainers=[two, one])) == [
        Difference("spec.initContainers (order)", ["one", "two"], ["two", "one"])
    ]


def test_the_order_of_variables_counts_where_one_refers_to_another() -> None:
    plain, referring = {"name": "A", "value": "1"}, {"name": "B", "value": "$(A)"}
    assert container({"env": [plain, {"name": "B", "value": "2"}]}, {"env": [{"name": "B", "value": "2"}, plain]}) == []
    assert container({"env": [plain, referring]}, {"env": [referring, plain]}) == [Difference("env (order)", ["A", "B"], ["B", "A"])]


def test_ports_of_one_number_are_told_apart_by_their_protocol() -> None:
    udp, tcp = {"containerPort": 53, "protocol": "UDP"}, {"containerPort": 53}
    assert container({"ports": [udp, tcp]}, {"ports": [{**tcp, "protocol": "TCP"}, udp]}) == []
    named = [{**udp, "name": "dns"}, tcp]
    assert container({"ports": [udp, tcp]}, {"ports": named}) == [Difference("ports[53/UDP].name", ABSENT, "dns")]


def test_variables_of_one_name_are_compared_by_place() -> None:
    twice = [{"name": "A", "value": "1"}, {"name": "A", "value": "2"}]
    assert container({"env": twice}, {"env": copy.deepcopy(twice)}) == []
    assert container({"env": twice}, {"env": twice[::-1]}) == [Difference("env[0].value", "1", "2"), Difference("env[1].value", "2", "1")]


def test_sets_are_compared_in_any_order_and_atomic_lists_whole() -> None:
    wanted: Body = {"finalizers": ["a/a", "b/b"]}
    assert merge.diff(wanted, {"finalizers": ["b/b", "a/a"]}, type="meta_v1.ObjectMeta") == []
    assert merge.diff(wanted, {"finalizers": ["b/b", "c/c"]}, type="meta_v1.ObjectMeta") == [
        Difference("finalizers[a/a]", "a/a", ABSENT),
        Difference("finalizers[c/c]", ABSENT, "c/c"),
    ]
    assert container({"args": ["a", "b"]}, {"args": ["b", "a"]}) == [Difference("args", ["a", "b"], ["b", "a"])]


@pytest.mark.parametrize("empty", [None, [], {}])
def test_nothing_null_and_empty_are_the_same(empty: Any) -> None:
    field = {list: "args", dict: "resources"}.get(type(empty), "image")
    assert container({field: empty}, {}) == container({}, {field: empty}) == []


def test_an_empty_selector_chooses_all_and_an_absent_one_none() -> None:
    term: Body = {"topologyKey": "zone"}
    assert merge.diff(term, {**term, "namespaceSelector": {}}, type="core_v1.PodAffinityTerm") == [
        Difference("namespaceSelector", ABSENT, {})
    ]


def test_a_zero_counts_where_the_server_keeps_it() -> None:
    assert merge.diff(pod(hostNetwork=False), pod()) == []
    assert container({"readinessProbe": {"periodSeconds": 0}}, {"readinessProbe": {"periodSeconds": 10}}) == []
    assert merge.diff(pod(automountServiceAccountToken=False), pod()) == [Difference("spec.automountServiceAccountToken", False, ABSENT)]
    assert merge.diff(pod(), pod(securityContext={"runAsUser": 0})) == [Difference("spec.securityContext.runAsUser", ABSENT, 0)]
    claim: Body = {"storageClassName": ""}
    assert merge.diff(claim, {"storageClassName": "fast"}, type="core_v1.PersistentVolumeClaimSpec") == [
        Difference("storageClassName", "", "fast")
    ]
    assert merge.diff({"a": ""}, {}, type="core_v1.ConfigMap") == [Difference("a", "", ABSENT)]


def test_true_is_not_one() -> None:
    assert merge.diff({"x": True}, {"x": 1}, type="core_v1.Pod") == [Difference("x", True, 1)]


def test_the_defaults_of_the_server_are_no_difference_and_other_values_are() -> None:
    asked = pod(containers=[{"name": "main", "image": "a:1", "livenessProbe": {"httpGet": {"port": 80}}}])
    probe = {
        "httpGet": {"port": 80, "path": "/", "scheme": "HTTP"},
        "timeoutSeconds": 1, "periodSeconds": 10, "successThreshold": 1, "failureThreshold": 3,
    }  # fmt: skip
    main: Body = {"name": "main", "image": "a:1", "imagePullPolicy": "IfNotPresent", "livenessProbe": probe, "resources": {}}
    found = pod(containers=[main], restartPolicy="Always", dnsPolicy="ClusterFirst", enableServiceLinks=True, securityContext={})
    assert merge.diff(asked, found) == merge.diff(found, asked) == []
    main.update(imagePullPolicy="Always", livenessProbe={**probe, "periodSeconds": 5})
    found["spec"]["enableServiceLinks"] = False
    assert [each.path.rpartition(".")[2] for each in merge.diff(asked, found)] == [
        "imagePullPolicy", "periodSeconds", "enableServiceLinks",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("image", "policy"),
    [("a", "Always"), ("a:latest", "Always"), ("r:5000/a", "Always"), ("r:5000/a:1", "IfNotPresent"), ("a@sha256:0", "IfNotPresent")],
)
def test_the_pull_policy_depends_on_the_tag(image: str, policy: str) -> None:
    assert container({"image": image}, {"image": image, "imagePullPolicy": policy}) == []
    assert container({"image": image}, {"image": image, "imagePullPolicy": "Never"})


def test_requests_that_come_from_limits_are_no_difference() -> None:
    limits = {"limits": {"cpu": "1", "memory": "1Gi"}, "requests": {"memory": "512Mi"}}
    found = {"limits": {"cpu": "1", "memory": "1Gi"}, "requests": {"cpu": "1000m", "memory": "512Mi"}}
    assert container({"resources": limits}, {"resources": found}) == []


def test_what_admission_puts_into_a_pod_is_no_difference() -> None:
    mount = {"name": "kube-api-access-x7k2p", "mountPath": "/var/run/secrets/kubernetes.io/serviceaccount", "readOnly": True}
    added = [
        {"key": f"node.kubernetes.io/{key}", "operator": "Exists", "effect": "NoExecute", "tolerationSeconds": 300}
        for key in ("not-ready", "unreachable")
    ]
    own = {"key": "gpu", "operator": "Exists"}
    found = pod(
        containers=[{"name": "main", "volumeMounts": [mount]}], volumes=[{"name": "kube-api-access-x7k2p", "projected": {}}],
        tolerations=[own, *added], nodeName="n", serviceAccountName="default", serviceAccount="default", priority=0,
        preemptionPolicy="PreemptLowerPriority",
    )  # fmt: skip
    found["metadata"].update(uid="u", resourceVersion="1", managedFields=[{}], namespace="default", creationTimestamp="t")
    found["status"] = {"phase": "Running"}
    assert merge.diff(pod(tolerations=[own]), found) == []
    assert merge.diff(pod(tolerations=[own], nodeName="m"), found) == [Difference("spec.nodeName", "m", "n")]
    found["spec"]["tolerations"].append({"operator": "Exists"})
    assert merge.diff(pod(tolerations=[own]), found) == [Difference("spec.tolerations[1]", ABSENT, {"operator": "Exists"})]


def test_what_is_generated_for_a_job_is_no_difference_and_a_foreign_label_is() -> None:
    labels = {"batch.kubernetes.io/controller-uid": "u", "batch.kubernetes.io/job-name": "j", "controller-uid": "u", "job-name": "j"}
    job: Body = {"apiVersion": "batch/v1", "kind": "Job", "metadata": {"name": "j"}, "spec": {"template": {"spec": pod()["spec"]}}}
    found = copy.deepcopy(job)
    found["metadata"]["labels"] = {**labels, "x": "y"}
    found["spec"]["template"]["metadata"] = {"labels": labels}
    found["spec"].update(
        selector={"matchLabels": {"batch.kubernetes.io/controller-uid": "u"}}, parallelism=1, completions=1, manualSelector=False,
        backoffLimit=6, suspend=False, completionMode="NonIndexed", podReplacementPolicy="TerminatingOrFailed",
    )  # fmt: skip
    assert merge.diff(job, found) == [Difference("metadata.labels.x", ABSENT, "y")]
    job["spec"]["backoffLimitPerIndex"] = found["spec"]["backoffLimitPerIndex"] = 1
    assert [each.path for each in merge.diff(job, found)] == ["metadata.labels.x", "spec.backoffLimit"]
    found["spec"]["backoffLimit"] = 2147483647
    assert [each.path for each in merge.diff(job, found)] == ["metadata.labels.x"]


def test_on_the_host_s_network_the_ports_are_the_host_s() -> None:
    def on(network: bool, port: Body) -> Body:
        return pod(hostNetwork=network, containers=[{"name": "main", "ports": [{"containerPort": 80, **port}]}])

    assert merge.diff(on(True, {}), on(True, {"hostPort": 80})) == []
    assert merge.diff(on(True, {}), on(True, {"hostPort": 81})) == [Difference("spec.containers[main].ports[80].hostPort", ABSENT, 81)]
    assert merge.diff(on(False, {}), on(False, {"hostPort": 80})) == [Difference("spec.containers[main].ports[80].hostPort", ABSENT, 80)]


def test_a_generated_label_that_was_asked_for_is_compared() -> None:
    labels: Body = {"labels": {"job-name": "mine"}}
    assert merge.diff(labels, {"labels": {"job-name": "other"}}, type="meta_v1.ObjectMeta") == [
        Difference("labels.job-name", "mine", "other")
    ]
    assert merge.diff(labels, labels, type="meta_v1.ObjectMeta") == []


def test_a_job_without_labels_has_those_of_its_pods() -> None:
    job: Body = {"kind": "Job", "apiVersion": "batch/v1", "spec": {"template": {"metadata": {"labels": {"a": "b"}}}}}
    assert merge.diff(job, {**job, "metadata": {"labels": {"a": "b"}}}) == []
    labelled = {**job, "metadata": {"labels": {"c": "d"}}}
    assert merge.diff(labelled, {**job, "metadata": {"labels": {"a": "b", "c": "d"}}}) == [Difference("metadata.labels.a", ABSENT, "b")]


def test_a_generated_name_is_what_was_asked_for() -> None:
    wanted = {**pod(), "metadata": {"generateName": "p-"}}
    assert merge.diff(wanted, {**pod(), "metadata": {"generateName": "p-", "name": "p-x1"}}) == []


def test_values_of_secrets_are_compared_and_never_told() -> None:
    wanted: Body = {"apiVersion": "v1", "kind": "Secret", "stringData": {"a": "canary-1", "b": "canary-2", "c": "canary-3"}}
    data = {"a": base64.b64encode(b"canary-1").decode(), "b": base64.b64encode(b"canary-9").decode(), "d": "Y2FuYXJ5"}
    applied = {"annotations": {server.LAST_APPLIED: '{"stringData": {"a": "canary-8"}}'}}
    found = {"apiVersion": "v1", "kind": "Secret", "type": "Opaque", "data": data, "metadata": applied}
    told = merge.diff({**wanted, "metadata": {"annotations": {server.LAST_APPLIED: "canary-7"}}}, found)
    assert sorted(told) == [
        Difference("data.b", "***", "***"),
        Difference("data.c", "***", ABSENT),
        Difference("data.d", ABSENT, "***"),
    ]
    assert "canary" not in repr(merge.diff({**wanted, "stringData": "canary"}, found))


def test_a_kind_without_a_class_is_compared_value_by_value() -> None:
    wanted: Body = {"apiVersion": "x/v1", "kind": "Thing", "metadata": {"name": "t"}, "spec": {"list": [{"a": 1}], "text": "x"}}
    found = copy.deepcopy({**wanted, "status": {"ready": True}})
    found["metadata"]["uid"] = "u"
    assert merge.diff(wanted, found) == []
    found["spec"].update(list=[{"a": 2}, {}], more=0)
    assert merge.diff(wanted, found) == [
        Difference("spec.list[0].a", 1, 2),
        Difference("spec.list[1]", ABSENT, {}),
        Difference("spec.more", ABSENT, 0),
    ]


def test_broken_bodies_are_compared_as_they_are() -> None:
    assert merge.diff(pod(containers="x"), pod()) == [Difference("spec.containers", "x", [{"name": "main"}])]
    assert merge.diff(pod(containers=[{"image": "x"}]), pod(containers=[{"image": "x"}])) == []
    assert merge.diff(pod(nodeSelector="{{ x }}"), pod(nodeSelector="{{ x }}")) == []


def test_neither_side_is_changed() -> None:
    wanted, found = pod(volumes=[{"name": "a"}]), pod(tolerations=[], volumes=[{"name": "kube-api-access-1"}])
    before = copy.deepcopy((wanted, found))
    merge.diff(wanted, found)
    assert (wanted, found) == before


def test_an_unknown_type_is_refused() -> None:
    with pytest.raises(SpecError, match=r"core_v1\.Podd"):
        merge.diff({}, {}, type="core_v1.Podd")


SAMPLES: Body = {
    "string": "text", "bytes": "YQ==", "time": "2026-01-01T00:00:00Z", "micro_time": "2026-01-01T00:00:00.000000Z", "integer": 7,
    "number": 1.5, "boolean": True, "quantity": "3", "int_or_string": 81, "any": {"a": 1},
}  # fmt: skip
OTHERS: Body = {**SAMPLES, "string": "else", "bytes": "Yg==", "integer": 8, "number": 2.5, "boolean": False, "quantity": "4"}
OTHERS |= {"int_or_string": "http", "any": {"a": 2}, "time": "2027-01-01T00:00:00Z", "micro_time": "2027-01-01T00:00:00.000000Z"}


def full(type_key: str, values: Body, depth: int = 2) -> Body:
    return {wire: shaped(field, values, depth) for wire, field in TYPES[type_key].items() if depth or "." not in field.type}


def shaped(field: Field, values: Body, depth: int) -> Any:
    if field.wire == "hostPort":  # another than the container's: on the host's network those two are one
        return values["integer"] + 50
    one = full(field.type, values, depth - 1) if "." in field.type else field.enum[0] if field.enum else values[field.type]
    return [one] if field.shape == "list" else {"key": one} if field.shape == "map" else one


DERIVED = {
    "batch_v1.JobSpec.podReplacementPolicy", "core_v1.Container.imagePullPolicy", "core_v1.EphemeralContainer.imagePullPolicy",
    "core_v1.ImageVolumeSource.pullPolicy",
}  # fmt: skip


def planted(type_key: str) -> Iterator[tuple[str, Body, Body]]:
    """Each field of a type that is one scalar, with a body and the same body changed there alone."""
    body = full(type_key, SAMPLES)
    for wire, field in TYPES[type_key].items():
        name = f"{type_key}.{wire}"
        if field.shape != "one" or "." in field.type or name in server.OWNED:
            continue
        other = next((value for value in field.enum if value not in (body[wire], "")), OTHERS[field.type])
        if other != body[wire]:
            yield wire, body, {**body, wire: other}
        if field.default is None and name not in {*server.DEFAULTS, *server.UNLESS_ASKED, *DERIVED} and body[wire] != "":
            yield wire, body, {key: value for key, value in body.items() if key != wire}


@pytest.mark.parametrize("type_key", TYPES)
def test_each_planted_change_of_a_leaf_is_found_alone(type_key: str) -> None:
    body = full(type_key, SAMPLES)
    assert merge.diff(body, copy.deepcopy(body), type=type_key) == []
    for wire, one, other in planted(type_key):
        if wire != "serviceAccount":  # the old name of serviceAccountName, which is the one that counts
            assert [each.path.partition(".")[0] for each in merge.diff(one, other, type=type_key)] == [wire]


def test_the_tables_name_fields_and_types_that_exist() -> None:
    names = {f"{type_key}.{wire}" for type_key, fields in TYPES.items() for wire in fields}
    for table in (server.OWNED, server.UNLESS_ASKED, server.DEFAULTS, server.ZERO_IS_ABSENT, server.EMPTY_TEXT_COUNTS):
        assert set(table) <= names, set(table) - names
    assert {*server.ADJUST, *server.EMPTY_COUNTS} <= set(TYPES)
    assert len(kinds.ALL) == 14


def test_the_example_of_the_module_is_true() -> None:
    assert doctest.testmod(importlib.import_module("kpod.merge.difference")).failed == 0
