"""Whatever a watcher has seen of a run, in any order and how often, and whatever it has lost: after one look it knows the same end.

A watcher that saw everything is the measure. The look is `kpod.run.looking`: what is there, and what the server remembers of what is gone.
"""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kpod.cluster import Ref, WatchEvent
from kpod.run import looking
from kpod.run.evidence import Evidence
from kpod.status import Outcome
from kpod.wire import views
from tests.unit.run.test_looking import Server, made
from tests.unit.status import replay
from tests.unit.status.replay import RAN, Step

VIEWS: dict[str, Any] = {"Pod": views.PodView, "Job": views.JobView}


def server(name: str) -> Server:
    """A server after a recorded case, which remembers all of it."""
    steps = [step for step in replay.steps(name) if step.body["kind"] != "Event"]
    gone = {step.body["metadata"]["uid"] for step in steps if step.type == "DELETED"}
    there = {step.body["metadata"]["uid"]: step.body for step in steps if step.body["metadata"]["uid"] not in gone}
    job = next((body for body in there.values() if body["kind"] == "Job"), None)
    return Server(job, [body for body in there.values() if body["kind"] == "Pod"], past(steps))


def past(steps: list[Step]) -> list[Any]:
    pods = [step for step in steps if step.body["kind"] == "Pod"]
    return [WatchEvent(step.type, step.body, step.body["metadata"]["resourceVersion"]) for step in pods]


def see(evidence: Evidence, step: Step, as_view: bool) -> None:
    body: Any = step.body
    if as_view:
        _, body, _ = views.decode_event(views.encode({"type": step.type, "object": step.body}), VIEWS[step.body["kind"]])
    evidence.see(body)


def concluded(cluster: Server, evidence: Evidence) -> Outcome | None:
    """What `Run.wait` and `RunWatcher` do before they believe an end."""
    looking.look(cluster, evidence)  # type: ignore[arg-type]
    found = evidence.outcome()
    if found is not None and evidence.lacks_last_words(found):
        looking.look_back(cluster, evidence)  # type: ignore[arg-type]
        found = evidence.outcome()
    return found


def key(found: Outcome | None) -> tuple[Any, ...] | None:
    return (found.category, found.reason, found.exit_code, found.exited_zero, found.oom_seen, found.container) if found else None


@pytest.mark.parametrize("name", RAN)
@settings(max_examples=20, deadline=None)
@given(data=st.data())
def test_whatever_is_lost_one_look_ends_in_the_same_outcome(name: str, data: st.DataObject) -> None:
    steps = [step for step in replay.steps(name) if step.body["kind"] != "Event"]
    job = made(name)
    whole = Evidence(Ref.of(job), since="1")
    for step in steps:
        whole.see(step.body)
    expected = concluded(server(name), whole)
    evidence = Evidence(Ref.of(job), since="1")
    for index in data.draw(st.lists(st.sampled_from(range(len(steps))), max_size=12)):
        see(evidence, steps[index], data.draw(st.booleans()))
        told = evidence.outcome()
        assert told is None or not told.ok or (expected is not None and expected.ok), "success without its evidence"
    assert key(concluded(server(name), evidence)) == key(expected)
