"""When each stage of a run began and ended, from the bodies of a real cluster."""

from __future__ import annotations

import itertools
import json
import random
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from kpod import status
from kpod.status import timeline
from tests.unit.status.replay import RAN

BODIES = Path(__file__).parents[2] / "data" / "bodies"


def load(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((BODIES / f"{name}.json").read_text())
    return loaded


def drawn(name: str) -> list[tuple[str, float | None]]:
    case = load(name)
    return [(stage.name, stage.seconds) for stage in status.stages(case["job"], case["pods"], case["events"])]


def test_a_run_has_a_stage_from_each_moment_to_the_next() -> None:
    assert drawn("a-exit0") == [("queued", 0), ("pending", 0), ("pulling", 0), ("starting", 0), ("running", 1), ("ending", 4)]


def test_two_tries_have_their_stages_one_after_the_other_and_the_pause_between_them_is_queued() -> None:
    case = load("b-exit3-backoff1")
    found = status.stages(case["job"], case["pods"], case["events"])
    assert [stage.name for stage in found] == ["queued", "pending", "pulling", "starting", "running", "ending"] * 2
    pause = found[6]
    assert pause.start == found[5].end
    assert pause.seconds is not None
    assert pause.seconds > 5
    assert pause.pod == found[7].pod != found[5].pod
    assert [stage.reason for stage in found if stage.name == "running"] == ["Error", "Error"]


@pytest.mark.parametrize(
    ("name", "last"),
    [
        ("m-unschedulable-cpu", "pending"),
        ("j-image-refused", "pulling"),
        ("l-missing-secret-key", "starting"),
        ("n-quota-needs-requests", "queued"),
        ("t-node-lost-terminating", "running"),
        ("x2-second-container-never-ends", "ending"),
    ],
)
def test_what_has_not_ended_lasts_in_its_last_stage(name: str, last: str) -> None:
    *before, (stage, seconds) = drawn(name)
    assert (stage, seconds) == (last, None)
    assert all(length is not None for _, length in before)


def test_init_containers_have_a_stage_of_their_own() -> None:
    names = [name for name, _ in drawn("p-init-fails")]
    assert names == ["queued", "pending", "pulling", "init", "ending"]


def test_without_the_events_the_image_is_a_part_of_starting() -> None:
    case = load("a-exit0")
    found = status.stages(case["job"], case["pods"])
    assert [stage.name for stage in found] == ["queued", "pending", "starting", "running", "ending"]


def test_a_bare_pod_has_no_stage_before_it_was_made() -> None:
    case = load("a-exit0")
    assert status.stages(None, case["pods"], case["events"])[0].name == "pending"
    assert status.stages(None, []) == []


def test_clocks_that_disagree_give_no_stage_a_negative_length() -> None:
    case = load("a-exit0")
    main = case["pods"][0]["status"]["containerStatuses"][0]["state"]["terminated"]
    main["startedAt"], main["finishedAt"] = "2020-01-01T00:00:00Z", "2020-01-01T00:00:01Z"
    lengths = [stage.seconds for stage in status.stages(case["job"], case["pods"], case["events"])]
    assert all(length is not None and length >= 0 for length in lengths)


@pytest.mark.parametrize("name", RAN)
def test_the_stages_of_each_case_follow_on_each_other_in_any_order_of_the_bodies(name: str) -> None:
    case = load(name)
    found = status.stages(case["job"], case["pods"], case["events"])
    assert all(stage.name in timeline.STAGES for stage in found)
    for before, after in itertools.pairwise(found):
        assert before.end is None or before.end <= after.start or before.pod != after.pod
        assert before.end is not None or before.pod != after.pod
    order = random.Random(name)
    pods, events = [*case["pods"]], [*case["events"]]
    for _ in range(5):
        order.shuffle(pods)
        order.shuffle(events)
        assert status.stages(case["job"], pods, events) == found


def test_the_epoch_that_the_kubelet_writes_for_never_is_no_time() -> None:
    case = load("q-command-not-found")
    assert "1970-01-01" in json.dumps(case["pods"])
    found = status.outcome(case["job"], case["pods"], events=case["events"])
    assert found is not None
    assert found.times.started is None
    assert [stage.name for stage in status.stages(case["job"], case["pods"], case["events"])][-1] == "ending"


def test_the_times_of_an_outcome_are_those_that_its_stages_meet_at() -> None:
    case = load("b-exit3")
    found = status.outcome(case["job"], case["pods"], events=case["events"])
    assert found is not None
    moments = [found.times.created, found.times.scheduled, found.times.pulled, found.times.started, found.times.finished]
    assert moments == sorted(moment for moment in moments if moment)
    stages = {stage.name: stage for stage in status.stages(case["job"], case["pods"], case["events"])}
    assert [stages[name].end for name in ("queued", "pending", "pulling", "starting", "running")] == moments
    assert found.times.ran == stages["running"].seconds
    assert found.times.finished is not None
    assert stages["ending"].end == found.times.finished + timedelta(seconds=stages["ending"].seconds or 0)
