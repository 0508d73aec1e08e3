"""The watcher against scripted connections and a clock that only the script moves: no test sleeps."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from kpod.cluster import Listing, WatchEvent
from kpod.errors import ExpiredError, ForbiddenError, OverloadedError, UnreachableError
from kpod.watch import Watcher


def thing(name: str, version: int, uid: str | None = None) -> dict[str, Any]:
    return {"kind": "Pod", "metadata": {"name": name, "uid": uid or f"uid-{name}", "resourceVersion": str(version)}}


def event(type_: str, body: dict[str, Any]) -> WatchEvent:
    return WatchEvent(type_, body, body["metadata"]["resourceVersion"])


class Script:
    """A cluster whose lists and watches are scripted, each an answer or an exception; when the script is over it closes the watcher."""

    def __init__(self, *steps: Any) -> None:
        self.steps = list(steps)
        self.lists = 0
        self.watched_from: list[str] = []
        self.now = 0.0
        self.slept: list[float] = []
        self.watcher: Watcher

    def list(self, kind: str, **_: Any) -> Listing:
        self.lists += 1
        if not self.steps:
            self.watcher.close()
            return Listing([], "0")
        step = self.steps.pop(0)
        if isinstance(step, Exception):
            raise step
        version, *items = step
        return Listing(items, str(version))

    def watch(self, kind: str, *, since: str, **_: Any) -> Iterator[WatchEvent]:
        self.watched_from.append(since)
        if not self.steps:
            self.watcher.close()
            return iter(())
        return self._stream(self.steps.pop(0))

    def _stream(self, step: Any) -> Iterator[WatchEvent]:
        for item in step:
            if isinstance(item, Exception):
                raise item
            if isinstance(item, float):
                self.now += item
                continue
            yield item

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds

    def run(self) -> list[tuple[str, str]]:
        self.watcher = Watcher(self, "Pod", clock=lambda: self.now, sleep=self.sleep, jitter=lambda delay: delay)  # type: ignore[arg-type]
        return [(type_, seen["metadata"]["name"]) for type_, seen in self.watcher]


def test_the_list_comes_as_additions_then_the_events_from_its_version() -> None:
    script = Script((5, thing("a", 3)), [event("MODIFIED", thing("a", 6)), event("ADDED", thing("b", 7)), event("DELETED", thing("a", 8))])
    assert script.run()[:4] == [("ADDED", "a"), ("MODIFIED", "a"), ("ADDED", "b"), ("DELETED", "a")]
    assert script.watched_from[0] == "5"


def test_after_410_the_differences_are_told_and_one_list_is_made() -> None:
    gap = (20, thing("b", 4), thing("c", 19), thing("d", 12))
    script = Script((5, thing("a", 3), thing("b", 4), thing("c", 5)), [11.0, ExpiredError(status=410)], gap, [11.0])
    told = script.run()
    assert told[:3] == [("ADDED", "a"), ("ADDED", "b"), ("ADDED", "c")]
    assert sorted(told[3:6]) == [("ADDED", "d"), ("DELETED", "a"), ("MODIFIED", "c")]
    assert script.watched_from[:2] == ["5", "20"]
    assert script.slept == []


def test_an_object_that_was_made_anew_under_its_name_is_deleted_and_added() -> None:
    script = Script((5, thing("a", 3, "old")), [11.0], (9, thing("a", 8, "new")), [11.0])
    assert script.run()[:3] == [("ADDED", "a"), ("DELETED", "a"), ("ADDED", "a")]


def test_a_connection_is_renewed_without_a_list_and_everything_is_listed_again_now_and_then() -> None:
    bookmark = event("BOOKMARK", {"metadata": {"resourceVersion": "9"}})
    quiet: list[list[Any]] = [[45.0] for _ in range(18)]
    script = Script((5, thing("a", 3)), [event("MODIFIED", thing("a", 6)), bookmark, 45.0], [event("ADDED", thing("b", 12)), 45.0], *quiet)
    script.steps += [(40, thing("b", 12))]
    assert script.run()[:4] == [("ADDED", "a"), ("MODIFIED", "a"), ("ADDED", "b"), ("DELETED", "a")]
    assert script.watched_from[:4] == ["5", "9", "12", "12"]
    assert (script.watched_from[19], script.watched_from[20]) == ("12", "40")
    assert script.slept == []


def test_a_connection_that_is_ended_before_its_time_is_followed_by_a_list() -> None:
    script = Script((5, thing("a", 3)), [20.0], (9, thing("a", 8)), [45.0])
    assert script.run()[:2] == [("ADDED", "a"), ("MODIFIED", "a")]


def test_bookmarks_are_not_told() -> None:
    script = Script((5,), [event("BOOKMARK", {"metadata": {"resourceVersion": "9"}}), event("ADDED", thing("a", 10))])
    assert script.run()[0] == ("ADDED", "a")


@pytest.mark.parametrize(
    "error", [UnreachableError("silent"), OverloadedError(status=503), ExpiredError(status=410)], ids=["silence", "503", "410"]
)
@pytest.mark.parametrize("where", ["list", "watch"])
def test_trouble_that_may_heal_is_borne_with_growing_pauses(error: Exception, where: str) -> None:
    steps: list[Any] = []
    for _ in range(9):
        steps += [error] if where == "list" else [(5,), [error]]
    script = Script(*steps, (5, thing("a", 3)), [11.0])
    assert script.run()[0] == ("ADDED", "a")
    assert script.slept[:9] == [0.5, 1.0, 2.0, 4.0, 8.0, 16.0, 30.0, 30.0, 30.0]


def test_a_server_that_closes_at_once_is_not_asked_in_a_hot_loop() -> None:
    script = Script(*[step for _ in range(6) for step in ((5,), [])])
    script.run()
    assert script.slept[:4] == [0.5, 1.0, 2.0, 4.0]


def test_the_pause_is_short_again_after_a_healthy_stretch() -> None:
    script = Script((5,), [], (5,), [], (5,), [30.0], (5,), [], (5,), [])
    script.run()
    assert script.slept[:3] == [0.5, 1.0, 0.5]


def test_a_refusal_is_raised_and_iterating_anew_tells_only_differences() -> None:
    script = Script((5, thing("a", 3)), [ForbiddenError(status=403)], (6, thing("a", 3), thing("b", 6)), [11.0])
    with pytest.raises(ForbiddenError):
        script.run()
    assert [(type_, seen["metadata"]["name"]) for type_, seen in script.watcher][:1] == [("ADDED", "b")]


def test_trouble_is_told_once_and_its_end_too(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO", logger="kpod")
    error: Callable[[], Exception] = lambda: UnreachableError("nobody is there")  # noqa: E731
    Script(error(), error(), error(), (5,), [event("ADDED", thing("a", 6)), 11.0]).run()
    assert caplog.messages == ["watching Pods: nobody is there", "watching Pods: all is well again"]
