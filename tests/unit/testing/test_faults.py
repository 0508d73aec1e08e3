"""Each fault does to a client what it says, on a cluster over HTTP, and leaves everybody else alone."""

from __future__ import annotations

import json
import threading
import time
from typing import Any

import pytest

from kpod.cluster import Body, Ref
from kpod.errors import (
    AlreadyExistsError,
    ApiError,
    ConflictError,
    ExpiredError,
    ForbiddenError,
    InvalidError,
    NotFoundError,
    OverloadedError,
    UnauthorizedError,
    UnreachableError,
)
from kpod.kube import KubeCluster
from kpod.testing import Cut, Drop, JobTrouble, Kube, Latency, LoseReply, Refuse, Repeat, Silence, Split, Stale, WatchError
from kpod.testing import cluster as make_cluster


def config(name: str, **data: str) -> Body:
    return {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": name, "namespace": "default"}, "data": data}


def ref(name: str) -> Ref:
    return Ref("ConfigMap", name, "default")


def seen(kube: KubeCluster, since: str, *, until: int = 0) -> list[tuple[str, str]]:
    """Return type and name of the events since a version; of so many, or till the stream's end."""
    found: list[tuple[str, str]] = []
    for event in kube.watch("ConfigMap", since=since, timeout=200.0 if until else 1.0):
        if event.type != "BOOKMARK":
            found.append((event.type, event.object["metadata"]["name"]))
        if until and len(found) == until:
            break
    return found


def collect(kube: KubeCluster, since: str, names: list[str]) -> None:
    """Append the names of the events that come before the stream breaks."""
    for event in kube.watch("ConfigMap", since=since):
        names.append(event.object["metadata"]["name"])


def version(kube: KubeCluster) -> str:
    return kube.list("ConfigMap").resource_version


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        (Refuse(400), InvalidError),
        (Refuse(401), UnauthorizedError),
        (Refuse(403), ForbiddenError),
        (Refuse(404), NotFoundError),
        (Refuse(409), ConflictError),
        (Refuse(409, "AlreadyExists"), AlreadyExistsError),
        (Refuse(410), ExpiredError),
        (Refuse(422, causes=[("data", "too long")]), InvalidError),
        (Refuse(500, verb="create"), OverloadedError),
    ],
)
def test_a_refusal_is_the_servers_answer(kube: Kube, fault: Refuse, error: type[ApiError]) -> None:
    with kube.faults.add(fault) as injected, pytest.raises(error) as raised:
        kube.create(config("a"))
    assert raised.value.status == fault.status
    assert injected.hits == kube.requests.count(status=fault.status) > 0
    with pytest.raises(NotFoundError):
        kube.get(ref("a"))


def test_a_refusal_says_when_to_come_back(kube: Kube) -> None:
    kube.faults.add(Refuse(429, retry_after=7))
    with pytest.raises(OverloadedError) as raised:
        KubeCluster(kube.kubeconfig, namespace="default", sleep=lambda _: None).create(config("a"))
    assert raised.value.retry_after == 7


def test_a_page_of_a_proxy_is_no_status(kube: Kube) -> None:
    kube.faults.add(Refuse(502, page="<html>Bad Gateway</html>"))
    with pytest.raises(ApiError) as raised:
        kube.create(config("a"))
    assert raised.value.status == 502


def test_a_fault_strikes_as_often_as_it_says(kube: Kube) -> None:
    with kube.faults.add(Refuse(404, verb="get", skip=1, times=2)) as fault:
        kube.create(config("a"))
        codes = []
        for _ in range(5):
            try:
                kube.get(ref("a"))
                codes.append(200)
            except NotFoundError:
                codes.append(404)
    assert codes == [200, 404, 404, 200, 200]
    assert fault.hits == 2


def test_a_fault_strikes_only_what_it_names(kube: Kube) -> None:
    kube.faults.add(Refuse(403, verb=("create", "get"), kind="Config*", namespace="default", name="load-*"))
    with pytest.raises(ForbiddenError):
        kube.create(config("load-1"))
    kube.create(config("other"))
    kube.create({"apiVersion": "v1", "kind": "Secret", "metadata": {"name": "load-1", "namespace": "default"}})
    kube.list("ConfigMap")


def test_a_fault_ends_with_its_block(kube: Kube) -> None:
    with kube.faults.add(Refuse(403)), pytest.raises(ForbiddenError):
        kube.list("ConfigMap")
    kube.list("ConfigMap")


def test_a_verb_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="'post' is no verb"):
        Refuse(500, verb="post")


def test_the_seed_decides_which_requests_are_struck() -> None:
    def struck(seed: int) -> list[int]:
        with make_cluster(seed=seed) as kube:
            kube.faults.add(Refuse(403, verb="create", probability=0.5))
            for number in range(20):
                try:
                    kube.create(config(f"c{number}"))
                except ForbiddenError:
                    continue
            return [seen.status for seen in kube.requests.of(verb="create")]

    first = struck(1)
    assert first == struck(1) != struck(2)
    assert {201, 403} == set(first)


def test_latency_makes_a_request_slower_and_not_the_others(kube: Kube) -> None:
    kube.faults.add(Latency(0.5, verb="create"))
    threads = [threading.Thread(target=kube.create, args=(config(f"c{number}"),)) for number in range(8)]
    began = time.monotonic()
    for thread in threads:
        thread.start()
    kube.list("ConfigMap")
    between = time.monotonic()
    for thread in threads:
        thread.join()
    assert all(seen.seconds >= 0.5 for seen in kube.requests.of(verb="create"))
    assert between - began < time.monotonic() - began
    assert len(kube.list("ConfigMap").items) == 8


@pytest.mark.parametrize("verb", ["create", "patch", "delete"])
def test_a_lost_reply_is_lost_after_the_work_was_done(kube: Kube, verb: str) -> None:
    if verb != "create":
        kube.create(config("a"))
    with kube.faults.add(LoseReply(times=1)) as fault:
        if verb == "create":
            with pytest.raises(UnreachableError):
                kube.create(config("a"))
            assert kube.get(ref("a"))
        elif verb == "patch":
            with pytest.raises(UnreachableError):
                kube.patch(ref("a"), {"data": {"x": "y"}}, patch_type="json")
        else:
            kube.delete(ref("a"))
            assert kube.list("ConfigMap").items == []
    assert fault.hits == 1
    assert kube.requests.of(verb=verb)[-1 if verb != "delete" else 0].faults == ("LoseReply",)


def test_a_watch_is_told_that_its_version_is_too_old(kube: Kube) -> None:
    since = version(kube)
    kube.create(config("a"))
    kube.create(config("b"))
    kube.faults.add(WatchError(410, after=1))
    got: list[str] = []
    with pytest.raises(ExpiredError):
        collect(kube, since, got)
    assert got == ["a"]


@pytest.mark.parametrize(
    ("fault", "events"),
    [
        (Drop(name="b"), [("ADDED", "a"), ("ADDED", "c"), ("MODIFIED", "a"), ("DELETED", "c")]),
        (Drop(type="DELETED"), [("ADDED", "a"), ("ADDED", "b"), ("ADDED", "c"), ("MODIFIED", "a")]),
        (Repeat(name="b", copies=2), [("ADDED", "a"), *[("ADDED", "b")] * 3, ("ADDED", "c"), ("MODIFIED", "a"), ("DELETED", "c")]),
        (Stale(name="a"), [("ADDED", "a"), ("ADDED", "b"), ("ADDED", "c"), ("MODIFIED", "a"), ("MODIFIED", "a"), ("DELETED", "c")]),
        (Split(3), [("ADDED", "a"), ("ADDED", "b"), ("ADDED", "c"), ("MODIFIED", "a"), ("DELETED", "c")]),
    ],
)
def test_what_is_done_to_the_events_of_a_watch(kube: Kube, fault: Any, events: list[tuple[str, str]]) -> None:
    since = version(kube)
    for name in "abc":
        kube.create(config(name, text="ä" * 20))
    kube.patch(ref("a"), {"data": {"x": "y"}})
    kube.delete(ref("c"))
    with kube.faults.add(fault) as injected:
        assert seen(kube, since) == events
    assert injected.hits > 0


def test_a_stale_event_has_its_older_version(kube: Kube) -> None:
    since = version(kube)
    old = kube.create(config("a"))
    new = kube.patch(ref("a"), {"data": {"x": "y"}})
    kube.faults.add(Stale())
    versions = [event.resource_version for event in kube.watch("ConfigMap", since=since, timeout=1) if event.type != "BOOKMARK"]
    assert versions == [each["metadata"]["resourceVersion"] for each in (old, new, old)]


def test_a_stream_that_is_cut_within_a_line_breaks(kube: Kube) -> None:
    since = version(kube)
    kube.create(config("a"))
    kube.create(config("b"))
    kube.faults.add(Cut(bytes=400))
    got: list[str] = []
    with pytest.raises(UnreachableError):
        collect(kube, since, got)
    assert got == ["a"]


def test_a_list_that_is_cut_breaks_and_is_asked_for_again(kube: Kube) -> None:
    kube.create(config("a"))
    kube.faults.add(Cut(bytes=50, verb="list", times=1))
    assert [each["metadata"]["name"] for each in kube.list("ConfigMap").items] == ["a"]
    assert kube.requests.count(verb="list") == 2


@pytest.mark.parametrize("clean", [True, False])
def test_a_watch_is_cut_after_a_time(kube: Kube, clean: bool) -> None:
    kube.faults.add(Cut(seconds=0.2, clean=clean, verb="watch"))
    events = kube.watch("ConfigMap", since=version(kube))
    if clean:
        assert list(events) == []
    else:
        with pytest.raises(UnreachableError):
            list(events)


def test_a_silent_watch_says_nothing_and_does_not_end(kube: Kube) -> None:
    since = version(kube)
    kube.faults.add(Silence(verb="watch"))
    heard = threading.Event()
    events = kube.watch("ConfigMap", since=since)

    def listen() -> None:
        for _ in events:
            heard.set()
        heard.set()

    thread = threading.Thread(target=listen)
    thread.start()
    kube.create(config("a"))
    assert not heard.wait(1.0)
    events.close()
    thread.join(60)
    assert not thread.is_alive()


def test_a_token_that_was_rotated_is_refused_and_the_new_one_is_found(kube: Kube) -> None:
    old = KubeCluster({**json.loads(kube.kubeconfig.read_text())}, namespace="default")
    kube.create(config("a"))
    kube.rotate_token()
    assert kube.get(ref("a"))
    with pytest.raises(UnauthorizedError):
        old.get(ref("a"))


def job(name: str) -> Body:
    pod = {"restartPolicy": "Never", "containers": [{"name": "main", "image": "none:1"}]}
    return {
        "apiVersion": "batch/v1",
        "kind": "Job",
        "metadata": {"name": name, "namespace": "default"},
        "spec": {"template": {"spec": pod}},
    }


def pods(kube: Kube, *, least: int) -> int:
    end = time.monotonic() + 60
    while (number := len(kube.list("Pod", namespace="default").items)) < least and time.monotonic() < end:
        time.sleep(0.02)
    return number


def test_the_job_controller_makes_a_pod_too_many(kube: Kube) -> None:
    kube.faults.add(JobTrouble(pods=2, name="double", times=1))
    kube.create(job("double"))
    pods(kube, least=1)
    reasons = [each["reason"] for each in kube.list("Event", namespace="default").items if each["involvedObject"]["kind"] == "Job"]
    assert reasons.count("SuccessfulCreate") == 2


def test_the_job_controller_makes_no_pod(kube: Kube) -> None:
    with kube.faults.add(JobTrouble(late=3600, name="late")):
        kube.create(job("late"))
        kube.create(job("soon"))
        assert pods(kube, least=1) == 1
        assert kube.list("Pod", namespace="default").items[0]["metadata"]["name"].startswith("soon-")


def test_the_job_controllers_pods_are_refused_and_tried_again(kube: Kube) -> None:
    kube.faults.add(JobTrouble(refused='pods "x" is forbidden: exceeded quota', times=1))
    kube.create(job("refused"))
    assert pods(kube, least=1) == 1
    events = kube.list("Event", namespace="default").items
    assert "Error creating: pods" in next(each["message"] for each in events if each["reason"] == "FailedCreate")
