"""Logs of containers: one stream, stamped lines, followed to their end, and bounded."""

from __future__ import annotations

import asyncio
import re

from kpod.local.kubelet.logs import PIECE, ContainerLog, Query


def _read(log, **query):
    async def collect():
        return b"".join([piece async for piece in log.read(Query(**query))])

    return asyncio.run(collect())


def _filled(*parts, limit=10_000_000):
    log = ContainerLog(limit)
    for part in parts:
        log.write(part)
    log.close()
    return log


def test_lines_come_back_as_they_were_written():
    log = _filled(b"one\ntw", b"o\r\nthree")
    assert _read(log) == b"one\ntwo\r\nthree"
    assert _read(log, tail=2) == b"two\r\nthree"
    assert _read(log, tail=0) == b""
    assert _read(log, limit_bytes=5) == b"one\nt"


def test_every_line_has_a_stamp_of_its_own():
    log = _filled(b"".join(b"%d\n" % index for index in range(5000)))
    lines = _read(log, timestamps=True).decode().splitlines()
    stamps = [line.split(" ")[0] for line in lines]
    assert len(set(stamps)) == 5000
    assert stamps == sorted(stamps)
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{9}Z", stamps[0])


def test_since_counts_whole_seconds():
    log = _filled(b"one\n")
    at = log._blocks[0].stamp
    assert _read(log, since=at + 1) == b"one\n" or (at + 1) % 1_000_000_000 == 0
    assert _read(log, since=at + 2_000_000_000) == b""


def test_a_long_line_is_one_line_with_one_stamp_but_many_pieces_for_tail():
    log = _filled(b"x" * (PIECE * 2 + 10) + b"\n")
    assert _read(log, timestamps=True).count(b"Z ") == 1
    assert len(_read(log)) == PIECE * 2 + 11
    assert len(_read(log, tail=1)) < PIECE * 2


def test_what_is_over_the_bound_is_forgotten_from_the_start():
    log = _filled(*(b"%05d\n" % index for index in range(1000)), limit=600)
    text = _read(log)
    assert text.endswith(b"00999\n")
    assert len(text) <= 600


def test_a_log_can_be_trimmed_to_its_end():
    log = _filled(*(b"%05d\n" % index for index in range(1000)))
    log.trim(600)
    assert log.size <= 600
    assert _read(log).endswith(b"00999\n")


def test_a_follower_gets_every_line_and_ends_with_the_container(world):
    world.run("sh", "-c", "for i in 1 2 3; do echo $i; sleep 0.05; done; printf end")
    world.running()
    assert world.log(follow=True) == "1\n2\n3\nend"
    assert world.log(follow=True, tail=1) == "end"
    assert world.log(timestamps=True).count("Z ") == 4


def test_output_and_errors_are_one_stream_in_order(world):
    world.run("sh", "-c", "echo a; echo b >&2; echo c")
    world.ended()
    assert world.log() == "a\nb\nc\n"


def test_a_log_of_many_megabytes_keeps_its_end(world):
    world.run("sh", "-c", "seq 1 3000000")
    world.ended()
    text = world.log()
    assert text.endswith("3000000\n")
    assert len(text) <= 10 * 1024 * 1024
