"""A watcher's views: the same fields as the body has, only fewer."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import pytest

from kpod.errors import SpecError
from kpod.wire import parts
from kpod.wire.views import EventView, JobView, PodView, decode, decode_event, decode_list, encode, view_of

POD: dict[str, Any] = {
    "metadata": {
        "name": "a", "namespace": "n", "uid": "u", "resourceVersion": "7", "labels": {"x": "y"}, "annotations": {"kpod/key": "k"},
        "creationTimestamp": "2026-01-01T00:00:00Z", "deletionTimestamp": None, "managedFields": [{"manager": "kubelet",
        "fieldsV1": {"f:a": {}}}],
        "ownerReferences": [{"apiVersion": "batch/v1", "kind": "Job", "name": "j", "uid": "v", "controller": True,
        "blockOwnerDeletion": True}],
    },
    "spec": {
        "nodeName": "node-1", "dnsPolicy": "ClusterFirst", "volumes": [{"name": "v", "emptyDir": {}}],
        "containers": [{"name": "main", "image": "i", "env": [{"name": "A", "value": "1"}], "resources": {"limits": {"memory": "1Gi",
        "cpu": 2}}}],
    },
    "status": {
        "phase": "Failed", "podIP": "10.0.0.1", "hostIPs": [{"ip": "1"}],
        "conditions": [{"type": "Ready", "status": "False", "lastProbeTime": None, "lastTransitionTime": "2026-01-01T00:00:00Z"}],
        "containerStatuses": [{
            "name": "main", "ready": False, "restartCount": 0, "imageID": "sha", "lastState": {},
            "state": {"terminated": {"exitCode": 3, "reason": "Error", "message": "é", "containerID": "c"}},
        }],
    },
}  # fmt: skip


def part_of(small: Any, whole: Any) -> bool:
    if isinstance(small, dict):
        return isinstance(whole, dict) and all(key in whole and part_of(value, whole[key]) for key, value in small.items())
    if isinstance(small, list):
        return isinstance(whole, list) and len(small) == len(whole) and all(map(part_of, small, whole))
    return bool(small == whole)


def a_list(kind: str, *items: Any) -> bytes:
    return json.dumps({"kind": f"{kind}List", "apiVersion": "v1", "metadata": {"resourceVersion": "9"}, "items": list(items)}).encode()


def test_a_list_is_decoded_into_views_and_a_view_s_body_is_a_part_of_the_body() -> None:
    items, version = decode_list(a_list("Pod", POD, POD), PodView)
    assert version == "9"
    assert len(items) == 2
    body = items[0].to_body()
    assert part_of(body, {"apiVersion": "v1", "kind": "Pod", **POD})
    assert body["status"]["containerStatuses"][0]["state"]["terminated"] == {"exitCode": 3, "reason": "Error", "message": "é"}
    assert body["spec"]["containers"] == [{"name": "main", "image": "i", "resources": {"limits": {"memory": "1Gi", "cpu": 2}}}]
    assert "managedFields" not in body["metadata"]
    assert items[0].status is not None
    assert items[0].status.phase == "Failed"


def test_false_and_zero_stay_and_absent_fields_stay_absent() -> None:
    items, _ = decode_list(a_list("Pod", POD), PodView)
    status = items[0].to_body()["status"]
    assert status["containerStatuses"][0]["ready"] is False
    assert status["containerStatuses"][0]["restartCount"] == 0
    assert "reason" not in status
    assert "initContainerStatuses" not in status


def test_without_a_view_bodies_get_the_kind_that_a_server_leaves_out() -> None:
    items, _ = decode_list(a_list("Pod", POD))
    assert items == [{"apiVersion": "v1", "kind": "Pod", **POD}]
    assert decode_list(b'{"kind":"PodList","metadata":{"resourceVersion":"1"},"items":null}') == ([], "1")


def test_jobs_and_events_have_views_too() -> None:
    job = {
        "metadata": {"name": "j"},
        "spec": {"suspend": False, "template": {"spec": {"containers": [{"name": "main"}]}}},
        "status": {"failed": 1},
    }
    assert decode_list(a_list("Job", job), JobView)[0][0].to_body() == {"apiVersion": "batch/v1", "kind": "Job", **job}
    event = {
        "metadata": {"name": "e"},
        "type": "Warning",
        "reason": "Failed",
        "count": 2,
        "eventTime": None,
        "involvedObject": {"kind": "Pod", "name": "p"},
    }
    seen = decode_list(a_list("Event", event), EventView)[0][0].to_body()
    assert seen == {"apiVersion": "v1", "kind": "Event", **{key: value for key, value in event.items() if value is not None}}


@pytest.mark.parametrize("view", [None, PodView])
def test_a_watch_s_line_gives_type_object_and_version(view: Any) -> None:
    line = json.dumps({"type": "MODIFIED", "object": {"apiVersion": "v1", "kind": "Pod", **POD}}).encode()
    type_, seen, version = decode_event(line, view)
    assert (type_, version) == ("MODIFIED", "7")
    body = seen if view is None else seen.to_body()
    assert body["metadata"]["name"] == "a"


@pytest.mark.parametrize("view", [None, PodView])
def test_a_bookmark_has_nothing_but_its_version(view: Any) -> None:
    # as an API server 1.37 sends it
    line = (
        b'{"type":"BOOKMARK","object":{"kind":"Pod","apiVersion":"v1","metadata":{"resourceVersion":"12746"},'
        b'"spec":{"containers":null},"status":{}}}'
    )
    type_, seen, version = decode_event(line, view)
    assert (type_, version) == ("BOOKMARK", "12746")
    assert (seen if view is None else seen.to_body())["metadata"] == {"resourceVersion": "12746"}


@pytest.mark.parametrize("view", [None, PodView])
def test_an_error_in_a_watch_is_the_body_of_its_status(view: Any) -> None:
    status = {"kind": "Status", "apiVersion": "v1", "metadata": {}, "status": "Failure", "reason": "Expired", "code": 410}
    line = json.dumps({"type": "ERROR", "object": status}).encode()
    assert decode_event(line, view) == ("ERROR", status, "")


@pytest.mark.parametrize("data", [b"<html>", b"", b'{"items": 3}', b'{"items": [{"metadata": {"name": 3}}]}', b"[" * 100_000])
def test_what_is_no_such_answer_is_a_value_error(data: bytes) -> None:
    with pytest.raises(ValueError, match="answer"):
        decode_list(data, PodView)


def test_plain_json_is_read_and_written() -> None:
    assert decode(encode({"b": 1, "a": ["é"]})) == {"b": 1, "a": ["é"]}
    with pytest.raises(ValueError, match="JSON"):
        decode(b"{")
    body: dict[str, Any] = {}
    body["a"] = body
    with pytest.raises(SpecError):
        encode(body)


def pod_of_a_template(number: int) -> dict[str, Any]:
    """One of many Pods that differ in nothing but who they are and when they began."""
    pod: dict[str, Any] = json.loads(json.dumps(POD))
    pod["metadata"] |= {"name": f"a-{number}", "uid": f"u-{number}", "labels": {"x": "y", "number": str(number)}}
    pod["status"]["conditions"][0]["lastTransitionTime"] = f"2026-01-01T00:00:{number:02d}Z"
    return pod


def test_pods_of_one_template_hold_what_they_share_once() -> None:
    first, second = decode_list(a_list("Pod", pod_of_a_template(1), pod_of_a_template(2)), PodView)[0]
    assert first.spec is not None
    assert second.spec is not None
    assert first.spec.containers is second.spec.containers
    assert first.spec.volumes is second.spec.volumes
    assert first.metadata.labels is not None
    assert second.metadata.labels is not None
    assert first.metadata.labels["x"] is second.metadata.labels["x"]


def test_jobs_that_were_told_the_same_hold_it_once_and_others_do_not() -> None:
    job: dict[str, Any] = {"spec": {"backoffLimit": 0, "template": {"spec": {"containers": [{"name": "main"}]}}}}
    jobs = [{"metadata": {"name": name}, **job} for name in ("a", "b")] + [{"metadata": {"name": "c"}, "spec": {"backoffLimit": 1}}]
    first, second, third = decode_list(a_list("Job", *jobs), JobView)[0]
    assert first.spec is second.spec
    assert third.to_body() == {"apiVersion": "batch/v1", "kind": "Job", **jobs[2]}


def test_no_part_is_taken_for_one_of_another_kind_that_is_written_alike() -> None:
    pod = {"metadata": {"name": "a"}, "spec": {"initContainers": [{}], "containers": [{}], "volumes": [{}]}}
    spec = decode_list(a_list("Pod", pod), PodView)[0][0].spec
    assert spec is not None
    assert [type(each[0]).__name__ for each in (spec.init_containers, spec.containers, spec.volumes) if each] == [
        "Container",
        "Container",
        "Volume",
    ]


def test_what_is_shared_is_bounded_and_sharing_changes_no_view() -> None:
    many = parts.MOST_SHARED + 100
    bodies = [pod_of_a_template(number) for number in range(many)]
    for number, body in enumerate(bodies):
        body["spec"]["containers"][0]["image"] = f"image:{number}"
    seen = decode_list(a_list("Pod", *bodies), PodView)[0]
    assert all(part_of(view.to_body(), {"apiVersion": "v1", "kind": "Pod", **body}) for view, body in zip(seen, bodies, strict=True))
    assert len(parts._words) <= parts.MOST_SHARED
    assert len(parts._parts) <= parts.MOST_SHARED


def test_a_body_at_hand_has_the_same_view_as_one_that_was_read_and_is_not_changed() -> None:
    body = {"apiVersion": "v1", "kind": "Pod", **POD}
    before = json.dumps(body)
    assert view_of(body) == decode_list(a_list("Pod", POD), PodView)[0][0]
    assert json.dumps(body) == before


@pytest.mark.parametrize("body", [{"apiVersion": "v1", "kind": "Secret"}, {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": 3}}, {}])
def test_a_body_that_no_view_fits_stays_itself(body: dict[str, Any]) -> None:
    assert view_of(body) is body


RACE = """
import sys, threading
sys.setswitchinterval(1e-6)
from kpod.wire import views
data = b'{"metadata":{"resourceVersion":"1"},"items":[{"metadata":{"name":"a","labels":{"a":"b"}},"spec":{},"status":{}}]}'
ready = threading.Barrier(4)
def read(view):
    ready.wait()
    views.decode_page(data, view)
threads = [threading.Thread(target=read, args=(view,)) for view in (views.PodView, views.JobView, views.EventView, views.PodView)]
[thread.start() for thread in threads]
[thread.join() for thread in threads]
"""


def test_threads_may_read_their_first_lists_at_once() -> None:
    ends = [subprocess.run([sys.executable, "-c", RACE]).returncode for _ in range(8)]
    assert ends == [0] * 8
