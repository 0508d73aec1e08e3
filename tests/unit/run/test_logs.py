"""A log that is cut anywhere and taken up again is the log: nothing lost, nothing twice, bursts within one instant included."""

from __future__ import annotations

import pickle
import random
import tracemalloc
from collections.abc import Iterator
from typing import Any

import pytest

from kpod.cluster import Listing, Ref
from kpod.errors import InvalidError, NotFoundError, UnreachableError
from kpod.run.lines import LONGEST_LINE, Line
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
        self.rotated: list[int] = []  # how many of the first lines the next streams lack

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
        if self.rotated:
            self.lines = self.lines[self.rotated.pop(0) :]
        lines = b"".join(line + b"\n" for line in self.lines)[:written].splitlines(keepends=True)
        return self._pieces(b"".join(line for line in lines if line[:19].decode() >= whole))

    def _pieces(self, data: bytes) -> Iterator[bytes]:
        if not self.cuts:
            yield from (data[start : start + (1 << 16)] for start in range(0, len(data), 1 << 16))
            return
        cut = self.cuts.pop()
        for start in range(0, cut, 1 << 16):
            yield data[start : min(cut, start + (1 << 16))][: cut // 2 + 1]  # in at least two pieces
            yield data[start : min(cut, start + (1 << 16))][cut // 2 + 1 :]
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


def test_lines_know_their_pod_their_container_and_their_time() -> None:
    [line] = LogReader(Kubelet([stamped(0, "one")], []), REF, "main", sleep=lambda seconds: None).lines(follow=False)  # type: ignore[arg-type]
    assert (line, line.pod, line.container, line.time, line.is_gap) == ("one", "p", "main", "2026-11-22T15:00:00.000000000Z", False)
    again = pickle.loads(pickle.dumps(line))
    assert isinstance(again, Line)
    assert (again, again.pod, again.time) == ("one", "p", line.time)


@pytest.mark.parametrize("same", [1, 5], ids=["distinct-instants", "bursts"])
def test_a_log_that_was_rotated_while_nobody_read_it_has_one_mark_for_what_is_missing(same: int) -> None:
    lines = [stamped(number, f"line {number}", same=same) for number in range(100)]
    kubelet = Kubelet(lines, [0, 40 * (len(lines[0]) + 1)])
    kubelet.rotated = [0, 60]
    found = list(LogReader(kubelet, REF, "main", sleep=lambda seconds: None).lines(follow=True))  # type: ignore[arg-type]
    gaps = [line for line in found if line.is_gap]
    assert len(gaps) == 1
    assert "the node has rotated the log" in gaps[0]
    at = found.index(gaps[0])
    assert found[at - 1] == f"line {at - 1}"
    assert found[at + 1 :] == [f"line {number}" for number in range(60, 100)]


def test_a_log_whose_newest_file_was_empty_when_it_was_taken_up_has_a_mark_at_its_end() -> None:
    lines = [stamped(number, f"line {number}") for number in range(100)]
    kubelet = Kubelet(lines, [0, 40 * (len(lines[0]) + 1)])
    kubelet.rotated = [0, 100]
    found = list(LogReader(kubelet, REF, "main", sleep=lambda seconds: None).lines(follow=True))  # type: ignore[arg-type]
    assert [line.is_gap for line in found] == [False] * (len(found) - 1) + [True]
    assert "may be missing: the node has rotated the log" in found[-1]


def test_a_log_that_was_taken_up_with_nothing_missing_has_no_mark() -> None:
    lines = [stamped(number, f"line {number}") for number in range(100)]
    kubelet = Kubelet(lines, [0, 40 * (len(lines[0]) + 1)])
    kubelet.rotated = [0, 20]  # what was read already
    assert not any(line.is_gap for line in LogReader(kubelet, REF, "main", sleep=lambda seconds: None).lines(follow=True))  # type: ignore[arg-type]


def test_a_line_of_many_megabytes_comes_in_pieces_whole_characters_each_however_often_it_breaks() -> None:
    text = "ä€😀x" * 400_000
    lines = [stamped(0, "before"), stamped(1, text), stamped(2, "after")]
    dice = random.Random(3)
    kubelet = Kubelet(lines, [dice.randrange(len(lines[1])) for _ in range(12)])
    found = read(kubelet)
    assert found[0] == "before"
    assert found[-1] == "after"
    assert "".join(found[1:-1]) == text
    assert max(len(line.encode()) for line in found) <= LONGEST_LINE + (1 << 16)


def test_a_hundred_thousand_lines_cut_at_fifty_bytes_within_characters_too_are_whole() -> None:
    texts = [f"line {number} ä€😀" for number in range(100_000)]
    times = [(number // 9, *divmod(number // 9 // 40, 60)) for number in range(len(texts))]
    lines = [
        f"2026-11-22T15:{minute:02}:{second:02}.{instant % 40:09}Z {text}\n"
        for (instant, minute, second), text in zip(times, texts, strict=True)
    ]
    data = "".join(lines).encode()
    dice = random.Random(11)
    within = [index for index in dice.sample(range(len(data)), 200) if data[index] & 0xC0 == 0x80][:20]
    kubelet = Whole(data, [*within, *(dice.randrange(len(data)) for _ in range(50 - len(within)))])
    assert len(within) == 20
    assert list(LogReader(kubelet, REF, "main", sleep=lambda seconds: None).lines(follow=True)) == texts  # type: ignore[arg-type]
    assert not kubelet.cuts


class Whole(Kubelet):
    """A log of many lines, each stream of which breaks at the next of the given places in the log."""

    def __init__(self, data: bytes, cuts: list[int]) -> None:
        super().__init__([], sorted(cuts, reverse=True))
        self.data = data

    def logs(self, ref: Ref, *, since: str | None, **_: Any) -> Iterator[bytes]:
        start = self.data.find(f"\n{(since or '')[:19]}".encode()) + 1 if since else 0
        end = self.cuts.pop() if self.cuts else len(self.data)
        for at in range(start, max(start, end), 65536):
            yield self.data[at : min(end, at + 65536)]
        if end < len(self.data):
            raise UnreachableError("the connection broke")


def test_a_log_of_128_mib_costs_less_than_5_mib() -> None:
    line = stamped(1, "x" * 900) + b"\n"
    count = (128 << 20) // len(line)

    class Long(Kubelet):
        def logs(self, ref: Ref, **_: Any) -> Iterator[bytes]:
            piece = line * (65536 // len(line))
            for _number in range(count * len(line) // len(piece)):
                yield piece

    kubelet = Long([], [])
    reader = LogReader(kubelet, REF, "main", sleep=lambda seconds: None)  # type: ignore[arg-type]
    tracemalloc.start()
    try:
        found = sum(1 for _ in reader.lines(follow=False))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert found > count * 0.99
    assert peak < 5 << 20


class SlowJob(Kubelet):
    """A Job of two Pods, of which the second is made some looks after the first has ended well."""

    def __init__(self) -> None:
        super().__init__([stamped(0, "a line")], [])
        self.looks = 0

    def list(self, *_: Any, **__: Any) -> Listing:
        self.looks += 1
        pods = []
        for number in range(2 if self.looks > 4 else 1):
            pod = super().get(Ref("Pod", "p"))
            pods.append(
                {**pod, "metadata": {"name": f"p{number}", "uid": f"u{number}", "creationTimestamp": f"2026-11-22T15:00:0{number}Z"}}
            )
        return Listing(pods, "1")

    def get(self, ref: Ref) -> dict[str, Any]:
        if ref.kind == "Job":
            done = [{"type": "Complete", "status": "True"}] if self.looks > 8 else []
            return {"metadata": {"name": "j", "uid": "j"}, "spec": {"completions": 2}, "status": {"conditions": done}}
        return {**super().get(ref), "metadata": {"name": ref.name, "uid": ref.name.replace("p", "u")}}


def test_the_end_of_one_pod_is_not_the_end_of_a_job_of_several() -> None:
    reader = LogReader(SlowJob(), Ref("Job", "j", "n", "j"), "main", sleep=lambda seconds: None)  # type: ignore[arg-type]
    assert [(line.pod, line) for line in reader.lines(follow=True)] == [("p0", "a line"), ("p1", "a line")]
