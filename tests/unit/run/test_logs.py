"""A log that is cut anywhere and taken up again is the log: nothing lost, nothing twice, bursts within one instant included."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

import pytest

from kpod.cluster import Listing, Ref
from kpod.errors import InvalidError, NotFoundError, UnreachableError
from kpod.run.logs import LogReader

REF = Ref("Pod", "p", "n", "u")


def stamped(number: int, text: str, *, same: int = 1) -> bytes:
    """A line with its time; `same` lines share one instant, and several instants one second."""
    instant = number // same
    return f"2026-11-22T15:00:{instant // 40:02}.{instant % 40:09}Z {text}".encode()


class Kubelet:
    """A cluster with one Pod, whose log can be read from a whole second on, and whose connections break after some bytes."""

    def __init__(self, lines: list[bytes], cuts: list[int]) -> None:
        self.lines = lines
        self.cuts = cuts
        self.reads = 0
        self.waiting = 0
        self.unknown = 0
        self.aside = b""
        self.gone = False
        self.silent = 0
        self.written: list[int] = []  # how many bytes of the log the next streams have; then they have all

    def get(self, ref: Ref) -> dict[str, Any]:
        if self.silent:
            self.silent -= 1
            raise UnreachableError("the connection was refused")
        if self.gone:
            raise NotFoundError(status=404)
        state = {"running": {}} if self.cuts else {"terminated": {"exitCode": 0}}
        status = {"phase": "Running" if self.cuts else "Succeeded", "containerStatuses": [{"name": "main", "state": state}]}
        return {"kind": "Pod", "metadata": {"name": "p", "uid": "u"}, "spec": {"containers": [{"name": "main"}]}, "status": status}

    def list(self, *_: Any, **__: Any) -> Listing:
        raise AssertionError("a bare Pod is not listed")

    def logs(self, ref: Ref, *, since: str | None, **_: Any) -> Iterator[bytes]:
        self.reads += 1
        if self.waiting:
            self.waiting -= 1
            raise InvalidError(status=400, message="waiting to start")
        if self.unknown or self.gone:
            self.unknown -= 1
            raise NotFoundError(status=404, reason="NotFound", message="the server could not find the requested resource ( pods/log p)")
        if since and since[:4] != "2026":
            raise InvalidError(status=400, message=f"parsing time {since!r}")
        whole = (since or "")[:19]
        written = self.written.pop(0) if self.written else None
        lines = b"".join(line + b"\n" for line in self.lines)[:written].splitlines(keepends=True)
        return self._pieces(b"".join(line for line in lines if line[:19].decode() >= whole))

    def _pieces(self, data: bytes) -> Iterator[bytes]:
        if not self.cuts:
            yield data
            return
        cut = self.cuts.pop()
        half = cut // 2
        yield data[:half]
        yield data[half:cut]
        if self.aside:
            yield self.aside
            return
        if cut < len(data):
            raise UnreachableError("the connection broke")


def read(kubelet: Kubelet) -> list[str]:
    return list(LogReader(kubelet, REF, "main", sleep=lambda seconds: None).lines(follow=True))


@pytest.mark.parametrize("same", [1, 7], ids=["distinct-instants", "bursts"])
def test_a_log_cut_at_fifty_places_is_whole(same: int) -> None:
    dice = random.Random(7)
    texts = [f"line {number} ä€😀" for number in range(400)]
    lines = [stamped(number, text, same=same) for number, text in enumerate(texts)]
    size = sum(len(line) + 1 for line in lines)
    kubelet = Kubelet(lines, [dice.randrange(size) for _ in range(50)])
    assert read(kubelet) == texts
    assert kubelet.reads > 20


@pytest.mark.parametrize("cut", range(30, 130, 7))
def test_a_stream_that_ends_within_a_line_without_an_error_is_taken_up_again(cut: int) -> None:
    texts = ["one", "two", "three", "four"]
    kubelet = Kubelet([stamped(number, text) for number, text in enumerate(texts)], [])
    kubelet.written = [cut]
    assert read(kubelet) == texts


@pytest.mark.parametrize("follow", [True, False], ids=["followed", "read once"])
def test_a_last_line_without_an_end_is_a_line_and_comes_once(follow: bool) -> None:
    kubelet = Kubelet([stamped(0, "one"), stamped(1, "two")], [])
    whole = sum(len(line) + 1 for line in kubelet.lines)
    kubelet.written = [whole - 1] * 6
    assert list(LogReader(kubelet, REF, "main", sleep=lambda seconds: None).lines(follow=follow)) == ["one", "two"]


def test_an_empty_line_and_a_line_of_spaces_are_lines() -> None:
    assert read(Kubelet([stamped(0, ""), stamped(1, "  "), stamped(2, "end")], [])) == ["", "  ", "end"]


def test_lines_that_are_a_little_out_of_order_are_not_lost() -> None:
    lines = [stamped(0, "a"), stamped(2, "c"), stamped(1, "b"), stamped(3, "d")]
    assert read(Kubelet(lines, [])) == ["a", "c", "b", "d"]


def test_a_container_that_has_not_started_is_waited_for() -> None:
    kubelet = Kubelet([stamped(0, "a")], [0])
    kubelet.waiting = 3
    assert read(kubelet) == ["a"]


def test_a_pod_that_its_node_does_not_know_yet_is_waited_for() -> None:
    kubelet = Kubelet([stamped(0, "a")], [0])
    kubelet.unknown = 3
    assert read(kubelet) == ["a"]


def test_a_server_that_does_not_answer_for_a_while_costs_a_follower_nothing() -> None:
    kubelet = Kubelet([stamped(0, "a")], [0])
    kubelet.silent = 3
    assert read(kubelet) == ["a"]


def test_a_server_that_stays_silent_is_told() -> None:
    kubelet = Kubelet([], [0])
    kubelet.silent = 100
    with pytest.raises(UnreachableError):
        read(kubelet)


def test_what_the_node_says_in_the_place_of_a_log_is_no_line_and_stops_nothing(caplog: pytest.LogCaptureFixture) -> None:
    lines = [stamped(0, "a"), stamped(1, "b")]
    kubelet = Kubelet(lines, [len(lines[0]) + 1, 0, 0])
    kubelet.aside = b"failed to create fsnotify watcher: too many open files"
    assert read(kubelet) == ["a", "b"]
    assert [record.getMessage() for record in caplog.records] == [
        "the node says of the log of Pod n/p: failed to create fsnotify watcher: too many open files"
    ]


def test_a_pod_that_is_gone_has_no_log() -> None:
    kubelet = Kubelet([], [])
    kubelet.gone = True
    assert read(kubelet) == []
