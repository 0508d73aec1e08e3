"""What is drawn of a timeline: every stage, in place, in four forms, whatever is not known yet."""

from __future__ import annotations

import json
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import attrs
import pytest

from kpod.errors import SpecError
from kpod.run.timeline import FAILED, Timeline
from kpod.status import Stage

START = datetime(2026, 11, 22, 15, 0, tzinfo=timezone.utc)
DOCS = Path(__file__).parents[3] / "docs"
SVG = "{http://www.w3.org/2000/svg}"


def at(seconds: float) -> datetime:
    return START + timedelta(seconds=seconds)


RUN = Timeline(
    "etl",
    [
        Stage("pending", at(0), at(1), "etl-a"),
        Stage("pulling", at(1), at(4), "etl-a"),
        Stage("running", at(4), at(10), "etl-a", "Completed"),
        Stage("ending", at(10), at(10), "etl-a"),
    ],
)


def test_bars_begin_where_the_bar_before_them_ends() -> None:
    lines = RUN.to_text(width=124).splitlines()
    assert lines[0] == "etl  10 s, from 2026-11-22 15:00:00 UTC"
    bars = [(len(bar) - len(bar.lstrip()), bar.count("█")) for bar in (line[22:] for line in lines[1:])]
    assert bars == [(0, 10), (10, 30), (40, 60), (100, 0)]
    assert lines[-1].endswith("▏")


def test_a_stage_that_lasts_ends_now_and_says_so() -> None:
    going = attrs.evolve(RUN, stages=[*RUN.stages[:2], Stage("running", at(4), None, "etl-a")], now=at(20))
    assert going.end == at(20)
    assert "  running   16 s ...  " in going.to_text()
    assert going.to_data()["stages"][-1]["end"] is None
    assert attrs.evolve(going, now=None).end == at(4)


def test_the_pods_of_a_job_that_is_tried_again_are_named_and_its_failures_red() -> None:
    twice = attrs.evolve(RUN, stages=[Stage("running", at(0), at(3), "a", "Error"), Stage("running", at(13), at(16), "b", "Completed")])
    assert [line.strip() for line in twice.to_text().splitlines() if "running" not in line][1:] == ["a", "b"]
    fills = [rect.get("fill") for rect in ElementTree.fromstring(twice.to_svg()).findall(f"{SVG}rect")]
    assert fills[0] == FAILED
    assert fills[1] != FAILED


def test_a_picture_is_in_its_frame_and_loads_nothing() -> None:
    picture = ElementTree.fromstring(RUN.to_svg())
    rects = picture.findall(f"{SVG}rect")
    assert len(rects) == 4
    assert all(float(rect.get("x", 0)) + float(rect.get("width", 0)) <= float(picture.get("width", 0)) for rect in rects)
    for text in (RUN.to_svg(), RUN.to_html()):
        assert text.count("http") == 1  # the name space


def test_names_are_no_markup() -> None:
    strange = attrs.evolve(RUN, name="<b>&", stages=[Stage("running", at(0), at(1), "p", "<Error>")])
    ElementTree.fromstring(strange.to_svg())
    assert "<b>" not in strange.to_html()
    assert "<Error>" not in strange.to_html()


def test_json_has_every_stage_with_its_times() -> None:
    told = json.loads(RUN.to_json())
    assert told["run"] == "etl"
    assert told["stages"][1] == {
        "name": "pulling",
        "pod": "etl-a",
        "start": "2026-11-22T15:00:01+00:00",
        "end": "2026-11-22T15:00:04+00:00",
        "seconds": 3.0,
        "reason": "",
    }


def test_nothing_yet_is_said_in_words() -> None:
    empty = Timeline("etl", [])
    assert empty.to_text() == "etl  nothing has happened yet"
    ElementTree.fromstring(empty.to_svg())


def test_a_timeline_is_drawn_again_from_its_own_json() -> None:
    going = attrs.evolve(RUN, stages=[*RUN.stages[:2], Stage("running", at(4), None, "etl-a", "")])
    for timeline in (RUN, going, Timeline("etl", [])):
        assert Timeline.from_data(json.loads(timeline.to_json())) == timeline


@pytest.mark.parametrize("data", [{}, {"run": "x"}, {"run": "x", "stages": [{"name": "running"}]}, {"run": "x", "stages": 7}, []])
def test_what_is_no_timeline_is_refused(data: Any) -> None:
    with pytest.raises(SpecError, match="this is no timeline"):
        Timeline.from_data(data)


def test_the_docs_show_what_the_code_draws_of_what_was_recorded() -> None:
    page = (DOCS / "cli.md").read_text(encoding="utf-8")
    recorded = {
        name: (DOCS / "img" / name).read_text(encoding="utf-8") for name in ("run.txt", "timeline.txt", "timeline.svg", "timeline.json")
    }
    assert recorded["run.txt"] in page
    assert recorded["timeline.txt"] in page
    timeline = Timeline.from_data(json.loads(recorded["timeline.json"]))
    assert timeline.to_svg() == recorded["timeline.svg"], "draw it again: python tools/record_run.py --draw"
    assert timeline.to_text(width=100) + "\n" == recorded["timeline.txt"]
