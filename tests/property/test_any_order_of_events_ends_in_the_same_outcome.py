"""Whatever the order in which the bodies of a run arrive, and however often, the end is the same; and no success without evidence."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kpod import status
from kpod.status import Record

BODIES = Path(__file__).parents[1] / "data" / "bodies"
CASES = {path.stem: json.loads(path.read_text()) for path in sorted(BODIES.glob("*.json"))}


def earlier(body: dict[str, Any]) -> list[dict[str, Any]]:
    """What was seen of an object before its last body: it was new, then it ran; versions rise."""
    version = int(body["metadata"]["resourceVersion"])
    found = []
    for back, phase in ((2, "Pending"), (1, "Running")):
        older = copy.deepcopy(body)
        older["metadata"].pop("deletionTimestamp", None)
        older["metadata"]["resourceVersion"] = str(version - back)
        older["status"] = {"phase": phase} if body["kind"] == "Pod" else {"active": 1}
        found.append(older)
    return found


def bodies_of(case: dict[str, Any]) -> list[dict[str, Any]]:
    objects = [case["job"], *case["pods"]]
    return [*objects, *[older for body in objects for older in earlier(body)], *case["events"]]


def judge(bodies: list[dict[str, Any]], *, gone: bool) -> status.Outcome | None:
    record = Record()
    record.see_all(bodies)
    return status.outcome(record.job, record.pods, events=record.events, gone=gone)


@pytest.mark.parametrize("name", CASES)
@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_any_order_and_repetition_of_the_bodies_ends_in_the_same_outcome(name: str, data: st.DataObject) -> None:
    case = CASES[name]
    bodies = bodies_of(case)
    expected = judge(bodies, gone=case["gone"])
    order = data.draw(st.permutations(range(len(bodies))))
    again = data.draw(st.lists(st.sampled_from(range(len(bodies))), max_size=6))
    assert judge([bodies[index] for index in [*order, *again]], gone=case["gone"]) == expected


@pytest.mark.parametrize("name", CASES)
@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_no_subset_of_the_bodies_says_success_without_evidence(name: str, data: st.DataObject) -> None:
    case = CASES[name]
    chosen = data.draw(st.lists(st.sampled_from(bodies_of(case)), max_size=8))
    found = judge(chosen, gone=data.draw(st.booleans()))
    if found is None or not found.ok:
        return
    pods = [body for body in chosen if body["kind"] == "Pod"]
    statuses = [entry for pod in pods for entry in pod["status"].get("containerStatuses", ())]
    assert any(entry["state"].get("terminated", {}).get("exitCode") == 0 for entry in statuses if entry["name"] == "main")
