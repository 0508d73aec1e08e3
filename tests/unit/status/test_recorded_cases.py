"""Every recorded case of a real Kubernetes 1.37 has its verdict, in whatever order and with whatever losses it is seen."""

from __future__ import annotations

import os
import random
from pathlib import Path
from typing import Any

import pytest

from kpod import status
from kpod.status import Outcome
from tests.unit.status import replay
from tests.unit.status.replay import RAN, REFUSED, Step, Watcher

GOLDEN = Path(__file__).parents[2] / "data" / "outcomes.txt"
SHUFFLES = 10
NO_VERDICT = {"d-evict-ignore-rule", "f-delete-finalizer-removed", "f-delete-trap143-nopolicy-backoff1"}


def told(name: str) -> str:
    """One case's verdict for a person to review."""
    if name == REFUSED:
        outcome = status.rejected(replay.load(name)["answer"])
        return "\n".join([f"== {name}", "no Job", facts(outcome), str(outcome)])
    job, end, found = replay.jobs_own(name), replay.container_end(name), replay.verdict(name)
    lines = [f"== {name}", f"the Job: {job[1]} at {job[0]:.1f} s" if job else "the Job: no condition"]
    if found is None:
        return "\n".join([*lines, "no verdict: it goes on"])
    outcome = found.settled or found.first
    if outcome.category is not found.first.category:
        lines += [f"verdict at {found.t:.1f} s, before all was seen", facts(found.first), str(found.first), "and once all was seen:"]
    seen = f", end of main seen at {end:.1f} s" if end is not None else ""
    return "\n".join([*lines, f"verdict at {found.t:.1f} s{seen}", facts(outcome), str(outcome)])


def facts(found: Outcome) -> str:
    words = [f"category={found.category}", f"reason={found.reason or '-'}", f"container={found.container or '-'}"]
    words.append("exit_code=" + ("-" if found.exit_code is None else str(found.exit_code)))
    words += [f"{name}={value}" for name in ("signal", "node", "limit", "request") if (value := getattr(found, name))]
    return " ".join([*words, *(name for name in ("exited_zero", "oom_seen") if getattr(found, name))])


def test_each_case_has_its_verdict_with_category_reason_exit_code_and_text() -> None:
    text = "\n\n".join(told(name) for name in replay.CASES) + "\n"
    if os.environ.get("KPOD_GOLDEN") == "write":
        GOLDEN.write_text(text)
    assert text == GOLDEN.read_text(), "KPOD_GOLDEN=write pytest tests/unit/status writes the texts anew: review them"


def test_all_87_cases_are_there() -> None:
    assert len(replay.CASES) == 87
    assert {name for name in RAN if replay.verdict(name) is None} == NO_VERDICT


ONE_REASON = {"ErrImagePull": "image", "ImagePullBackOff": "image", "DeletionByPodGC": "gone", "DeletionByTaintManager": "gone"}


def key(found: Outcome | None) -> tuple[Any, ...] | None:
    return (found.category, found.reason, found.exit_code, found.exited_zero, found.oom_seen) if found else None


@pytest.mark.parametrize("name", RAN)
def test_a_verdict_that_was_given_stays(name: str) -> None:
    watcher, first = Watcher(), None
    for step in replay.steps(name):
        watcher.see(step)
        found = watcher.judge(step.t)
        first = first or found
        if found is None or first is None:
            assert first is found
            continue
        assert (found.category, found.exited_zero, found.oom_seen) == (first.category, first.exited_zero, first.oom_seen)
        assert ONE_REASON.get(found.reason, found.reason) == ONE_REASON.get(first.reason, first.reason)
        assert first.exit_code in (found.exit_code, None)  # of a Job out of time or deleted, the container's end comes afterwards


@pytest.mark.parametrize("name", RAN)
def test_any_order_and_repetition_of_the_events_ends_in_the_same_outcome(name: str) -> None:
    order = random.Random(name)
    steps = replay.steps(name)
    expected = replay.last_words(name)
    for _ in range(SHUFFLES):
        seen = [*steps, *order.choices(steps, k=len(steps) // 2)]
        order.shuffle(seen)
        assert Watcher().see_all(seen).judge(0.0) == expected


def shows_the_end(step: Step) -> bool:
    """Whether a body of a Pod shows its end."""
    watcher = Watcher().see_all([step])
    return step.body["kind"] == "Pod" and status.progress(None, watcher.record.pods).stage == "ended"


def kept(name: str, order: random.Random) -> list[Step]:
    """The events that come through, where half of them get lost."""
    return [step for step in replay.steps(name) if order.random() < 0.5]


def relisted(name: str, watcher: Watcher) -> Watcher:
    """A new look at everything, as after a broken watch: what is there comes, and what is gone is known to be gone."""
    steps = replay.steps(name)
    gone = {step.body["metadata"]["uid"] for step in steps if step.type == "DELETED"}
    last = {step.body["metadata"]["uid"]: step.body for step in steps}
    there = [body for uid, body in last.items() if uid not in gone]
    version = max(int(body["metadata"]["resourceVersion"]) for body in last.values())
    watcher.record.relist(there, version=str(version), since=watcher.record.version)
    watcher.vanished |= gone
    watcher.gone = replay.load(name)["gone"]
    return watcher


@pytest.mark.parametrize("name", RAN)
def test_losses_that_a_new_look_follows_end_in_the_same_outcome_or_in_less_certainty(name: str) -> None:
    order = random.Random(name)
    expected = replay.last_words(name)
    ends = [step for step in replay.steps(name) if shows_the_end(step)]
    for _ in range(SHUFFLES):
        seen = kept(name, order)
        found = relisted(name, Watcher().see_all(seen)).judge(0.0)
        pods = {step.body["metadata"]["uid"] for step in seen if step in ends}
        still_there = not any(step.type == "DELETED" and step.body["kind"] == "Pod" for step in replay.steps(name))
        if still_there:
            assert found == expected
        elif any(step.body["metadata"]["uid"] in pods for step in ends) and name != "f-delete-pod-after-complete":
            assert key(found) == key(expected)
        else:  # the Pod's end was lost, and the Pod is gone
            assert found is None or not found.ok or (expected is not None and expected.ok)


@pytest.mark.parametrize("name", RAN)
def test_no_text_contains_none_and_none_is_longer_than_20_lines(name: str) -> None:
    watcher = Watcher()
    for step in replay.steps(name):
        watcher.see(step)
        for now in (step.t, step.t + 10_000):
            found = watcher.judge(now)
            progress = status.progress(watcher.record.job, watcher.record.pods, events=watcher.record.events)
            assert "None" not in f"{found or ''}{progress}"
            assert len(str(found).splitlines()) <= 20


def test_a_pod_deleted_after_its_end_succeeded_where_the_order_was_seen_and_is_doubted_where_it_was_not() -> None:
    name = "f-delete-pod-after-complete"
    settled = replay.last_words(name)
    assert settled is not None
    assert settled.ok
    doubted = Watcher().see_all(list(replay.steps(name)[-1:])).judge(0.0)
    assert doubted is not None
    assert (doubted.category, doubted.exited_zero) == (status.Category.DELETED, True)
