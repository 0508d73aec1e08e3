"""Watches over real HTTP."""

from __future__ import annotations

from typing import Any

from tests.unit.local.http import CONFIG, Client, scene

WATCH = f"{CONFIG}?watch=True&timeoutSeconds=5"
MERGE = "application/merge-patch+json"


def config(name: str = "c", **labels: str) -> dict[str, Any]:
    return {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": name, "labels": labels}}


def told(event: Any) -> tuple[str, str]:
    return event["type"], event["object"]["metadata"]["name"]


def test_without_a_version_the_watch_begins_with_what_is_there() -> None:
    async def play(client: Client) -> None:
        await client("POST", CONFIG, config("a"))
        async with client.watch(WATCH) as following:
            assert told(await following()) == ("ADDED", "a")
            await client("POST", CONFIG, config("b"))
            event = await following()
            assert told(event) == ("ADDED", "b")
            assert event["object"]["kind"] == "ConfigMap"

    scene(play)


def test_a_watch_goes_on_after_its_version() -> None:
    async def play(client: Client) -> None:
        await client("POST", CONFIG, config("a"))
        version = (await client("GET", CONFIG)).body["metadata"]["resourceVersion"]
        await client("PATCH", f"{CONFIG}/a", {"data": {"x": "1"}}, kind=MERGE)
        await client("DELETE", f"{CONFIG}/a")
        async with client.watch(f"{WATCH}&resourceVersion={version}") as following:
            assert told(await following()) == ("MODIFIED", "a")
            assert told(await following()) == ("DELETED", "a")

    scene(play)


def test_an_object_that_leaves_the_selector_is_told_as_deleted_with_its_old_labels_and_the_new_version() -> None:
    async def play(client: Client) -> None:
        async with client.watch(f"{WATCH}&labelSelector=x%3D1") as following:
            await client("POST", CONFIG, config("a", x="1"))
            assert told(await following()) == ("ADDED", "a")
            left = (await client("PATCH", f"{CONFIG}/a", {"metadata": {"labels": {"x": "2"}}}, kind=MERGE)).body
            event = await following()
            assert told(event) == ("DELETED", "a")
            assert event["object"]["metadata"]["labels"] == {"x": "1"}
            assert event["object"]["metadata"]["resourceVersion"] == left["metadata"]["resourceVersion"]
            await client("PATCH", f"{CONFIG}/a", {"metadata": {"labels": {"y": "unseen"}}}, kind=MERGE)
            await client("PATCH", f"{CONFIG}/a", {"metadata": {"labels": {"x": "1"}}}, kind=MERGE)
            assert told(await following()) == ("ADDED", "a")

    scene(play)


def test_a_version_that_is_too_old_is_an_error_event_in_a_good_answer() -> None:
    async def play(client: Client) -> None:
        await client("POST", CONFIG, config("a"))
        client.store.compact()
        async with client.watch(f"{WATCH}&resourceVersion=1") as following:
            event = await following()
            assert (event["type"], event["object"]["code"], event["object"]["reason"]) == ("ERROR", 410, "Expired")
            assert await following() is None

    scene(play)


def test_the_first_objects_end_with_a_marked_bookmark() -> None:
    async def play(client: Client) -> None:
        await client("POST", CONFIG, config("a"))
        query = "sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true"
        async with client.watch(f"{WATCH}&{query}") as following:
            assert told(await following()) == ("ADDED", "a")
            mark = await following()
            assert mark["type"] == "BOOKMARK"
            assert mark["object"]["metadata"]["annotations"] == {"k8s.io/initial-events-end": "true"}
            assert mark["object"]["metadata"]["resourceVersion"] == str(client.store.version)
        assert (await client("GET", f"{WATCH}&sendInitialEvents=true")).status == 422

    scene(play)


def test_a_watch_ends_after_its_seconds_with_a_last_bookmark() -> None:
    async def play(client: Client) -> None:
        async with client.watch(f"{CONFIG}?watch=1&timeoutSeconds=1&allowWatchBookmarks=true") as following:
            assert (await following())["type"] == "BOOKMARK"
            assert await following() is None

    scene(play)


def test_a_watch_in_tables_sends_rows() -> None:
    async def play(client: Client) -> None:
        await client("POST", CONFIG, config("a"))
        headers = {"Accept": "application/json;as=Table;v=v1;g=meta.k8s.io"}
        async with client.session.get(client.server.url + WATCH, headers=headers) as answer:
            line = await answer.content.readline()
        assert b'"kind":"Table"' in line
        assert b'"cells":["a",0,' in line

    scene(play)


def test_a_list_of_the_future_is_refused_and_one_of_the_past_is_gone() -> None:
    async def play(client: Client) -> None:
        future = await client("GET", f"{CONFIG}?resourceVersion=999999")
        assert (future.status, future.body["details"]["causes"][0]["reason"]) == (504, "ResourceVersionTooLarge")
        past = await client("GET", f"{CONFIG}?resourceVersion=1&resourceVersionMatch=Exact")
        assert (past.status, past.body["reason"]) == (410, "Expired")

    scene(play)


def test_stopping_the_server_ends_its_watches() -> None:
    async def play(client: Client) -> None:
        async with client.watch(WATCH) as following:
            await client.server.stop()
            assert await following() is None

    scene(play)
