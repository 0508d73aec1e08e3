"""Random patches of random objects, merged by a real API server and by kpod: the answers are equal, list order and all.

Each patch is sent by a dry run; then what kpod makes of it is sent as a whole object by a dry run, so that both have the server's defaults.
What the server refuses, it has to refuse of kpod's with the same causes. The embedded cluster is not asked: it merges with kpod's own code.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from kpod import merge
from kpod.api import kinds
from kpod.cluster import Body, Ref
from kpod.errors import ApiError, InvalidError
from kpod.kube import KubeCluster, paths
from kpod.kube.door import Request
from tests.unit.merge.orders import CRON_JOB, ORDERS, Order
from tests.unit.merge.pairs import pairs

pytestmark = [
    pytest.mark.real,
    pytest.mark.skipif(not os.environ.get("KPOD_TEST_KUBECONFIG"), reason="the embedded cluster merges with kpod's own code"),
    pytest.mark.timeout(600),
]
TYPES = {True: "application/merge-patch+json", False: "application/strategic-merge-patch+json"}
SEED = 1


@pytest.mark.parametrize(("as_json", "drawn", "compared"), [(False, 300, 200), (True, 120, 80)], ids=["strategic", "json"])
def test_random_patches_are_merged_as_the_server_merges_them(
    cluster: KubeCluster, namespace: str, as_json: bool, drawn: int, compared: int
) -> None:
    counts: Counter[str] = Counter()
    wrong = []
    for body, base, patch, type_key in created(cluster, namespace, drawn, as_json, counts):
        theirs = dry_run(cluster, base, "PATCH", patch, TYPES[as_json])
        ours = merge.json_merge(base, patch) if as_json else merge.strategic(base, patch, type=type_key, as_server=True)
        answer = dry_run(cluster, base, "PUT", ours, "application/json")
        verdict = judge(theirs, answer)
        counts[verdict] += 1
        if verdict == "different":
            wrong.append((body["metadata"]["name"], patch, theirs, answer))
    print(dict(counts))
    assert not wrong, wrong[:2]
    assert counts["equal"] >= compared


@pytest.mark.parametrize("order", ORDERS, ids=lambda case: case.wanted)
def test_an_order_beside_deletions_is_the_server_s(cluster: KubeCluster, namespace: str, order: Order) -> None:
    patch = order.patch()
    base = cluster.create({**CRON_JOB, "metadata": {"name": "ordered"}}, namespace=namespace)
    theirs = dry_run(cluster, base, "PATCH", patch, TYPES[False])
    assert isinstance(theirs, dict), theirs
    assert order.of(theirs) == order.wanted


def test_an_item_that_is_deleted_and_listed_is_made_anew(cluster: KubeCluster, namespace: str) -> None:
    ports = [{"name": name, "port": port, "protocol": "TCP", "targetPort": 7} for name, port in (("first", 81), ("old", 80))]
    body = {"apiVersion": "v1", "kind": "Service", "metadata": {"name": "anew"}, "spec": {"clusterIP": "None", "ports": ports}}
    base = cluster.create(body, namespace=namespace)
    patch = {"spec": {"ports": [{"name": "new", "port": 80, "protocol": "TCP"}, {"$patch": "delete", "port": 80}]}}
    theirs = dry_run(cluster, base, "PATCH", patch, TYPES[False])
    assert isinstance(theirs, dict), theirs
    assert [port["name"] for port in theirs["spec"]["ports"]] == ["new", "first"]
    assert theirs == dry_run(cluster, base, "PUT", merge.strategic(base, patch, as_server=True), "application/json")


def test_what_was_asked_for_is_what_is_there_for_random_objects(cluster: KubeCluster, namespace: str) -> None:
    counts: Counter[str] = Counter()
    for body, base, _, _ in created(cluster, namespace, 150, False, counts):
        assert merge.diff(body, base) == []
        counts["equal"] += 1
    assert counts["equal"] >= 100


def created(
    cluster: KubeCluster, namespace: str, count: int, as_json: bool, counts: Counter[str]
) -> Iterator[tuple[Body, Body, Body, str]]:
    """Create each object, yield it with its patch, and delete it."""
    for body, patch, type_key in pairs(count, json=as_json, seed=SEED):
        try:
            base = cluster.create(body, namespace=namespace)
        except InvalidError:
            counts["the object refused"] += 1
            continue
        try:
            yield body, base, patch, type_key
        finally:
            cluster.patch(Ref.of(base), {"metadata": {"finalizers": None}})
            cluster.delete(Ref.of(base))


def dry_run(cluster: KubeCluster, base: Body, method: str, body: Any, content_type: str) -> Body | ApiError:
    """Send what `KubeCluster` has no verb for: a dry run of a patch, or of an object as a whole. Returns the answer, or the refusal."""
    ref = Ref.of(base)
    path = paths.of_object(kinds.KINDS[ref.kind], ref.namespace, ref.name)
    query = [("dryRun", "All"), ("fieldValidation", "Strict")]
    try:
        answer: Body = json.loads(cluster._door.send(Request(method, path, query=query, body=body, content_type=content_type, ref=ref)))
    except ApiError as error:
        return error
    written = ("managedFields", "generation", "resourceVersion")
    return {**answer, "metadata": {key: value for key, value in answer["metadata"].items() if key not in written}}


def judge(theirs: Body | ApiError, ours: Body | ApiError) -> str:
    if isinstance(theirs, ApiError) or isinstance(ours, ApiError):
        alike = isinstance(theirs, ApiError) and isinstance(ours, ApiError) and refusal(theirs) == refusal(ours)
        return "refused alike" if alike else "different"
    if theirs == ours:
        return "equal"
    return "different"


def refusal(error: ApiError) -> Any:
    return error.status, error.causes
