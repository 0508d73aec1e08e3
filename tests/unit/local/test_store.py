from __future__ import annotations

import asyncio
from typing import Any

import pytest

from kpod.local.statuses import StatusError
from kpod.local.store import Store


def pod(name: str = "a", **metadata: Any) -> dict[str, Any]:
    return {
        "apiVersion": "v1",
        "kind": "Pod",
        "metadata": {"name": name, "namespace": "default", **metadata},
        "spec": {"nodeName": "node", "terminationGracePeriodSeconds": 5},
    }


def label(value: str) -> Any:
    return lambda body: body["metadata"].update(labels={"x": value})


@pytest.fixture
def store() -> Store:
    return Store()


def test_create_gives_uid_time_and_a_rising_version(store: Store) -> None:
    first = store.create("pods", pod("a"))
    second = store.create("pods", pod("b"))
    assert first["metadata"]["uid"] != second["metadata"]["uid"]
    assert first["metadata"]["creationTimestamp"].endswith("Z")
    assert int(second["metadata"]["resourceVersion"]) > int(first["metadata"]["resourceVersion"])


def test_create_of_a_taken_name_is_refused_in_the_words_of_kubernetes(store: Store) -> None:
    store.create("pods", pod())
    with pytest.raises(StatusError) as info:
        store.create("pods", pod())
    assert (info.value.code, info.value.reason, str(info.value)) == (409, "AlreadyExists", 'pods "a" already exists')


def test_generate_name_appends_five_letters(store: Store) -> None:
    body = pod()
    del body["metadata"]["name"]
    body["metadata"]["generateName"] = "job-"
    name = store.create("pods", body)["metadata"]["name"]
    assert name.startswith("job-")
    assert len(name) == 9


def test_what_a_caller_does_to_its_body_afterwards_does_not_reach_the_store(store: Store) -> None:
    body = pod()
    store.create("pods", body)
    body["spec"]["nodeName"] = "other"
    stored = store.get("pods", "default", "a")
    assert stored is not None
    assert stored["spec"]["nodeName"] == "node"


def test_a_change_that_changes_nothing_keeps_the_version_and_tells_nobody(store: Store) -> None:
    created = store.create("pods", pod())
    subscription = store.subscribe("pods", since=store.version)
    assert store.change("pods", "default", "a", lambda body: None) == created
    assert list(subscription.pending()) == []


def test_a_change_of_what_is_gone_answers_none(store: Store) -> None:
    assert store.change("pods", "default", "a", label("1")) is None


def test_a_change_leaves_the_body_that_a_reader_holds_as_it_was(store: Store) -> None:
    held = store.create("pods", pod())
    store.change("pods", "default", "a", label("1"))
    assert "labels" not in held["metadata"]


def test_a_subscription_begins_with_everything_that_exists(store: Store) -> None:
    store.create("pods", pod("a"))
    store.create("pods", pod("b"))
    subscription = store.subscribe("pods")
    assert [(type_, new["metadata"]["name"], old) for type_, new, old in subscription.pending()] == [
        ("ADDED", "a", None),
        ("ADDED", "b", None),
    ]


def test_a_subscription_since_a_version_replays_what_came_after_it_in_order_over_several_kinds(store: Store) -> None:
    store.create("pods", pod("a"))
    since = store.version
    store.create("secrets", {"kind": "Secret", "metadata": {"name": "s", "namespace": "default"}})
    store.change("pods", "default", "a", label("1"))
    store.remove("pods", "default", "a")
    changes = list(store.subscribe("pods", "secrets", since=since).pending())
    assert [(type_, new["metadata"]["name"]) for type_, new, _ in changes] == [("ADDED", "s"), ("MODIFIED", "a"), ("DELETED", "a")]


def test_a_version_that_was_compacted_is_expired(store: Store) -> None:
    since = store.version
    store.create("pods", pod())
    store.compact()
    with pytest.raises(StatusError) as info:
        store.subscribe("pods", since=since)
    assert (info.value.code, info.value.reason) == (410, "Expired")
    assert "too old resource version" in str(info.value)


def test_a_reader_that_is_too_slow_is_closed_and_told(store: Store) -> None:
    subscription = store.subscribe("pods", limit=1)
    store.create("pods", pod("a"))
    store.create("pods", pod("b"))
    assert subscription.lost
    assert subscription.closed


def test_an_async_reader_gets_changes_as_they_come_and_ends_at_close(store: Store) -> None:
    async def scene() -> list[str]:
        subscription = store.subscribe("pods")
        seen: list[str] = []

        async def read() -> None:
            async for type_, _, _ in subscription:
                seen.append(type_)

        reader = asyncio.create_task(read())
        await asyncio.sleep(0)
        store.create("pods", pod())
        store.remove("pods", "default", "a")
        for _ in range(5):
            await asyncio.sleep(0)
        subscription.close()
        await reader
        return seen

    assert asyncio.run(scene()) == ["ADDED", "DELETED"]


def test_a_running_pod_is_only_marked_and_goes_when_the_kubelet_removes_it(store: Store) -> None:
    store.create("pods", pod())
    marked = store.delete("pods", "default", "a")
    assert marked is not None
    assert marked["metadata"]["deletionGracePeriodSeconds"] == 5
    assert store.get("pods", "default", "a") is not None
    store.remove("pods", "default", "a")
    assert store.get("pods", "default", "a") is None


def test_a_second_delete_may_shorten_the_grace_period_but_not_lengthen_it(store: Store) -> None:
    store.create("pods", pod())
    store.delete("pods", "default", "a", grace=10)
    longer = store.delete("pods", "default", "a", grace=60)
    shorter = store.delete("pods", "default", "a", grace=2)
    assert longer is not None
    assert shorter is not None
    assert (longer["metadata"]["deletionGracePeriodSeconds"], shorter["metadata"]["deletionGracePeriodSeconds"]) == (10, 2)


def test_a_pod_that_has_ended_or_was_never_scheduled_goes_at_once(store: Store) -> None:
    ended, unscheduled = pod("a"), pod("b")
    ended["status"] = {"phase": "Succeeded"}
    del unscheduled["spec"]["nodeName"]
    for body in (ended, unscheduled):
        store.create("pods", body)
        store.delete("pods", "default", body["metadata"]["name"])
    assert store.list("pods") == []


def test_a_finalizer_holds_a_removed_pod_until_it_is_taken_off(store: Store) -> None:
    store.create("pods", pod(finalizers=["batch.kubernetes.io/job-tracking"]))
    store.remove("pods", "default", "a")
    held = store.get("pods", "default", "a")
    assert held is not None
    assert held["metadata"]["deletionGracePeriodSeconds"] == 0
    store.change("pods", "default", "a", lambda body: body["metadata"].pop("finalizers"))
    assert store.get("pods", "default", "a") is None


def test_a_delete_of_another_uid_touches_nothing(store: Store) -> None:
    store.create("pods", pod())
    assert store.delete("pods", "default", "a", uid="other") is None
    assert store.get("pods", "default", "a") is not None


def test_foreground_and_orphan_wait_for_the_collector(store: Store) -> None:
    for name, propagation in (("a", "Foreground"), ("b", "Orphan")):
        store.create("jobs", {"apiVersion": "batch/v1", "kind": "Job", "metadata": {"name": name, "namespace": "default"}})
        store.delete("jobs", "default", name, propagation=propagation)
    assert [body["metadata"]["finalizers"] for body in store.list("jobs")] == [["foregroundDeletion"], ["orphan"]]


def test_the_same_event_again_only_counts(store: Store) -> None:
    about = store.create("pods", pod())
    for _ in range(3):
        store.event(about, "Warning", "BackOff", "Back-off pulling image", "kubelet", field="spec.containers{main}")
    store.event(about, "Normal", "Killing", "Stopping container main", "kubelet")
    events = {event["reason"]: event for event in store.list("events")}
    assert events["BackOff"]["count"] == 3
    assert events["BackOff"]["involvedObject"]["fieldPath"] == "spec.containers{main}"
    assert events["Killing"]["count"] == 1


def test_events_of_an_object_are_listed_in_the_order_they_happened(store: Store) -> None:
    about = store.create("pods", pod())
    reasons = ["Scheduled", "Pulled", "Created", "Started", "Killing"]
    for reason in reasons:
        store.event(about, "Normal", reason, reason, "kubelet")
    assert [event["reason"] for event in store.list("events")] == reasons


def test_list_chooses_by_namespace_and_labels(store: Store) -> None:
    store.create("pods", pod("b", labels={"app": "x", "tier": "1"}))
    store.create("pods", pod("a", labels={"app": "y"}))
    store.create("pods", {**pod(), "metadata": {"name": "c", "namespace": "other", "labels": {"app": "x"}}})
    assert [body["metadata"]["name"] for body in store.list("pods")] == ["a", "b", "c"]
    assert [body["metadata"]["name"] for body in store.list("pods", "default", {"app": "x"})] == ["b"]
