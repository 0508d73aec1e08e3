"""A frame is read whole or refused: whatever is cut off, changed or put between its lines."""

from __future__ import annotations

import random

import pytest

from kpod.result import LARGEST, LONGEST_MESSAGE, frame
from kpod.status import results
from kpod.status.results import Flawed

SIZES = [0, 1, 2, 3, 1000, 1400, 1500, 4096, 32_768, 70_000, 1 << 20]


def data_of(size: int) -> bytes:
    return random.Random(size).randbytes(size)


def read(message: str, lines: list[str]) -> bytes:
    found = results.read_frame(message)
    return found.data if found.data is not None else results.read_block(found, lines)


@pytest.mark.parametrize("size", SIZES)
def test_what_was_framed_comes_back(size: int) -> None:
    message, lines = frame(data_of(size))
    assert read(message, lines) == data_of(size)
    assert len(message) <= LONGEST_MESSAGE
    assert bool(lines) == (size > 1450)


def test_what_stands_between_the_lines_of_a_block_is_passed_over() -> None:
    dice = random.Random(1)
    message, lines = frame(data_of(70_000))
    other, more = frame(data_of(70_001))
    mixed = [text for line in lines for text in [*dice.sample(more, dice.randrange(3)), "a word of the work", line]]
    mixed[mixed.index(lines[0])] = "the last words, with no newline" + lines[0]
    assert read(message, mixed) == data_of(70_000)
    assert read(other, [*lines, *more]) == data_of(70_001)


@pytest.mark.parametrize("size", [1000, 70_000])
def test_no_cut_of_a_message_is_a_value(size: int) -> None:
    message, lines = frame(data_of(size))
    for cut in range(2, len(message) - 1, 7):
        for part in (message[cut:], message[:-cut]):
            with pytest.raises(Flawed) as caught:
                read(part, lines)
            assert caught.value.kind in (results.CUT, results.DAMAGED)


def test_no_part_of_a_block_is_a_value() -> None:
    message, lines = frame(data_of(70_000))
    for part in (lines[:-1], lines[:40], [*lines[:40], *lines[41:]], [lines[0], lines[-1]], []):
        with pytest.raises(Flawed) as caught:
            read(message, part)
        assert caught.value.kind == results.CUT


def test_a_changed_byte_is_damage() -> None:
    message, lines = frame(data_of(70_000))
    changed = [*lines[:30], lines[30][:-3] + ("AAA" if lines[30][-3:] != "AAA" else "BBB"), *lines[31:]]
    with pytest.raises(Flawed) as caught:
        read(message, changed)
    assert caught.value.kind == results.DAMAGED


def test_more_than_the_most_is_told_and_not_sent() -> None:
    message, lines = frame(bytes(LARGEST + 1))
    assert lines == []
    with pytest.raises(Flawed) as caught:
        read(message, lines)
    assert caught.value.kind == results.TOO_LARGE


@pytest.mark.parametrize(
    ("data", "form", "wanted"),
    [
        (b"\xff\x00", "bytes", b"\xff\x00"),
        ("ä".encode(), "text", "ä"),
        (b"", "text", ""),
        (b'{"a": 1}\n', "json", {"a": 1}),
        (b"007", "json", results.DAMAGED),
        (b'{"a": 1', "json", results.DAMAGED),
        (b"twelve", "json", results.DAMAGED),
        (b"\n", "json", results.MISSING),
        (b"\xff", "text", results.DAMAGED),
        (b'"\xff"', "json", results.DAMAGED),
    ],
)
def test_a_value_is_what_was_declared_or_none_at_all(data: bytes, form: str, wanted: object) -> None:
    if wanted in (results.DAMAGED, results.MISSING):
        with pytest.raises(Flawed) as caught:
            results.value(data, form)
        assert caught.value.kind == wanted
    else:
        assert results.value(data, form) == wanted


@pytest.mark.parametrize("limit", [2048, 3072, 4096])
def test_a_message_that_fills_its_room_counts_as_cut(limit: int) -> None:
    assert results.whole_text("x" * (limit - 1), limit)
    for text in ("x" * limit, "x" * (limit + 1), "\ufffdx", "x\ufffd"):
        with pytest.raises(Flawed) as caught:
            results.whole_text(text, limit)
        assert caught.value.kind == results.CUT
