"""A script drives a Pod's status, its events and its log; the Job controller and kpod see no difference to a real one."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

import kpod
from kpod.cluster import Body, Ref
from kpod.errors import NotFoundError
from kpod.status import Outcome
from kpod.testing import (
    OOM,
    Disrupted,
    Evicted,
    Exit,
    Init,
    JobTrouble,
    Kube,
    Log,
    NodeLost,
    Preempted,
    Rejected,
    Running,
    Step,
    Stuck,
    Unschedulable,
    Waiting,
)

CASES = sorted((Path(__file__).parents[2] / "data" / "bodies").glob("*.json"))


def play(kube: Kube, steps: Sequence[Step], **spec: Any) -> Outcome:
    """Launch a Job whose Pod has a script, and return how it ended."""
    kube.script("load", steps)
    return kpod.Job(kpod.Pod("any", name="load", **spec)).launch(cluster=kube).wait(timeout=200, check=False)


def pod(kube: Kube, name: str = "", *, when: Callable[[Body], Any] = bool) -> Body:
    """Return the only Pod, once it is as wanted."""
    end = time.monotonic() + 60
    while time.monotonic() < end:
        found = [each for each in kube.list("Pod", namespace="default").items if each["metadata"]["name"].startswith(name)]
        if found and when(found[0]):
            return dict(found[0])
        time.sleep(0.01)
    raise AssertionError(f"no such Pod in 60 s: {kube.list('Pod', namespace='default').items}")


def phase(body: Body) -> Any:
    return (body.get("status") or {}).get("phase")


@pytest.mark.parametrize(
    ("steps", "category", "code"),
    [
        ([Running(2), Exit(0)], "succeeded", 0),
        ([Exit(3)], "failed", 3),
        ([Running(2), OOM()], "out_of_memory", 137),
        ([Running(2), Evicted()], "disrupted", 143),
        ([Running(2, on_term=7), Disrupted()], "disrupted", 7),
        ([Running(2), Preempted()], "disrupted", 143),
        ([Preempted()], "disrupted", None),
        ([Rejected()], "never_started", None),
        ([Unschedulable(30), Exit(0)], "succeeded", 0),
        ([Waiting("ErrImagePull", 30), Waiting("ImagePullBackOff", 30), Running(2), Exit(4)], "failed", 4),
        ([Waiting("CreateContainerConfigError", 30), Exit(0)], "succeeded", 0),
    ],
    ids=lambda value: "-".join(type(step).__name__ for step in value) if isinstance(value, list) else str(value),
)
def test_a_life_ends_as_its_script_says(kube: Kube, steps: list[Step], category: str, code: int | None) -> None:
    outcome = play(kube, steps)
    assert (outcome.category.value, outcome.exit_code) == (category, code)


def test_a_script_hands_back_a_result(kube: Kube) -> None:
    kube.script("load-*", [Waiting("ErrImagePull", 5), Running(2), Exit(0, result={"rows": 3})])
    run = kpod.Job(kpod.Pod("any", name="load", result=kpod.Result())).launch(cluster=kube)
    assert run.result(timeout=200) == {"rows": 3}


def test_a_script_writes_a_log(kube: Kube) -> None:
    kube.script("load", [Running(1, log="one\n"), Log("two\n"), Exit(0, log="three\n")])
    run = kpod.Pod("any", name="load").launch(cluster=kube)
    assert list(run.logs()) == ["one", "two", "three"]


def test_a_log_that_was_rotated_has_lost_its_beginning(kube: Kube) -> None:
    kube.script("load", [Running(1, log="one\n"), Log("two\n", rotate=True), Running()])
    kpod.Pod("any", name="load").launch(cluster=kube)
    pod(kube, when=lambda body: phase(body) == "Running")
    end = time.monotonic() + 60
    text = b""
    while text != b"two\n" and time.monotonic() < end:
        text = b"".join(kube.logs(Ref("Pod", "load", "default")))
    assert text == b"two\n"


def test_an_init_container_that_fails_ends_the_pod(kube: Kube) -> None:
    init = kpod.Container("any", name="prepare")
    outcome = play(kube, [Init(5, 1)], init=[init])
    assert outcome.exit_code == 5
    assert outcome.container == "prepare"


def test_a_native_sidecar_that_ignores_sigterm_keeps_the_pod_running(kube: Kube) -> None:
    kube.clock.flies = False
    kube.script("load", [Running(0.1), Exit(0), Stuck(600)])
    kpod.Pod("any", name="load", sidecars=[kpod.Container("any", name="proxy")]).launch(cluster=kube)
    body = pod(kube, when=lambda body: "terminated" in ((body["status"].get("containerStatuses") or [{}])[0].get("state") or {}))
    assert phase(body) == "Running"
    assert "running" in body["status"]["initContainerStatuses"][0]["state"]
    kube.clock.advance(timedelta(minutes=10))
    body = pod(kube)
    assert phase(body) == "Succeeded"
    assert body["status"]["initContainerStatuses"][0]["state"]["terminated"]["exitCode"] == 137


def test_one_container_ends_and_the_other_runs_on(kube: Kube) -> None:
    kube.script("load", [Running(1), Exit(0, container="main")])
    container = {"image": "any"}
    spec = {"restartPolicy": "Never", "containers": [{"name": "main", **container}, {"name": "proxy", **container}]}
    kube.create({"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "load", "namespace": "default"}, "spec": spec})
    body = pod(kube, when=lambda body: "terminated" in str(body.get("status")))
    states = {each["name"]: next(iter(each["state"])) for each in body["status"]["containerStatuses"]}
    assert (phase(body), states) == ("Running", {"main": "terminated", "proxy": "running"})


def test_a_pod_of_a_lost_node_is_deleted_and_stays(kube: Kube) -> None:
    kube.script("load", [Running(1), NodeLost(tolerated=300)])
    kpod.Pod("any", name="load").launch(cluster=kube)
    body = pod(kube, when=lambda body: "deletionTimestamp" in body["metadata"])
    assert phase(body) == "Running"
    conditions = {each["type"]: each for each in body["status"]["conditions"]}
    assert conditions["Ready"]["status"] == "False"
    assert conditions["DisruptionTarget"]["reason"] == "DeletionByTaintManager"
    kube.clock.advance(3600)
    kube.delete(Ref("Pod", "load", "default"), grace=0)
    with pytest.raises(NotFoundError):
        kube.get(Ref("Pod", "load", "default"))


def test_a_pod_that_ignores_sigterm_is_killed_after_its_grace_period(kube: Kube) -> None:
    kube.clock.flies = False
    kube.script("load", Running(term_seconds=3600))
    kpod.Pod("any", name="load", grace=30).launch(cluster=kube)
    pod(kube, when=lambda body: phase(body) == "Running")
    kube.delete(Ref("Pod", "load", "default"))
    kube.clock.advance(29)
    assert phase(kube.get(Ref("Pod", "load", "default"))) == "Running"
    kube.clock.advance(2)
    with pytest.raises(NotFoundError):
        kube.get(Ref("Pod", "load", "default"))


def test_the_next_pod_takes_the_next_script(kube: Kube) -> None:
    kube.script("load", [Running(1), Exit(1)], times=2)
    kube.script("load", [Running(1), Exit(0)])
    outcome = kpod.Job(kpod.Pod("any", name="load"), retries=3).launch(cluster=kube).wait(timeout=200)
    assert outcome.category.value == "succeeded"
    job = kube.get(Ref("Job", "load", "default"))
    assert job["status"]["failed"] == 2


def test_ten_minutes_of_a_quota_take_milliseconds(kube: Kube) -> None:
    with kube.faults.add(JobTrouble(refused="exceeded quota")) as fault:
        kube.script("load", [Running(1), Exit(0)])
        run = kpod.Job(kpod.Pod("any", name="load")).launch(cluster=kube)
        began = kube.clock.now()
        kube.clock.advance(timedelta(minutes=10))
        assert fault.hits > 5
    assert kube.clock.now() - began >= timedelta(minutes=10)
    kube.clock.advance(61)
    assert run.wait(timeout=200).category.value == "succeeded"


def test_a_deadline_strikes_in_the_middle_of_a_script(kube: Kube) -> None:
    kube.script("load", [Running(100), Exit(0)])
    outcome = kpod.Job(kpod.Pod("any", name="load"), deadline=60).launch(cluster=kube).wait(timeout=200, check=False)
    assert outcome.reason == "DeadlineExceeded"
    status = kube.get(Ref("Job", "load", "default"))["status"]
    times = [status["startTime"], status["conditions"][0]["lastTransitionTime"]]
    began, struck = (datetime.fromisoformat(text.replace("Z", "+00:00")) for text in times)
    assert 59 <= (struck - began).total_seconds() <= 61


def test_a_finished_job_goes_when_its_time_has_come(kube: Kube) -> None:
    assert play(kube, [Exit(0)]).category.value == "succeeded"
    kube.clock.advance(timedelta(days=1, seconds=1))
    with pytest.raises(NotFoundError):
        kube.get(Ref("Job", "load", "default"))


def test_stamps_are_wrong_by_the_skew_and_timers_are_not(kube: Kube) -> None:
    kube.clock.skew = -3600
    assert play(kube, [Running(1), Exit(0)]).category.value == "succeeded"
    made = kube.list("Pod", namespace="default").items[0]["metadata"]["creationTimestamp"]
    assert made < time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(time.time() - 1800))


def conditions(job: Body) -> list[tuple[str, str]]:
    found = (job.get("status") or {}).get("conditions") or []
    return [(each["type"], each["reason"]) for each in found if each["status"] == "True"]


def end_of(pod: Body) -> dict[str, Any]:
    """What the last body of a Pod says of its end, without names, times and texts."""
    status = pod.get("status") or {}
    containers = {}
    for one in [*(status.get("initContainerStatuses") or ()), *(status.get("containerStatuses") or ())]:
        [(state, facts)] = one["state"].items()
        containers[one["name"]] = (state, facts.get("reason"), facts.get("exitCode"), facts.get("message"), one["restartCount"])
    disrupted = [each["reason"] for each in status.get("conditions") or () if each["type"] == "DisruptionTarget"]
    return {"phase": status.get("phase"), "reason": status.get("reason"), "disrupted": disrupted, "containers": containers}


@pytest.fixture
def ends(kube: Kube) -> Iterator[Callable[[], list[dict[str, Any]]]]:
    """How the Pods ended that are made from now on, in the order in which they are made; also those that are gone."""
    last: dict[str, Body] = {}
    stream = kube.watch("Pod", since=kube.list("Pod", namespace="default").resource_version, namespace="default")

    def collect() -> None:
        for event in stream:
            if event.type != "BOOKMARK":
                last[event.object["metadata"]["uid"]] = event.object

    thread = threading.Thread(target=collect)
    thread.start()
    yield lambda: [end_of(pod) for pod in list(last.values())]
    stream.close()
    thread.join(60)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_recorded_case_gives_its_jobs_conditions_and_its_pods_ends_again(
    kube: Kube, ends: Callable[[], list[dict[str, Any]]], path: Path
) -> None:
    case = json.loads(path.read_text())
    if not case.get("job") or case["gone"] or not case["pods"] or case["job"]["spec"]["template"]["spec"].get("nodeName"):
        pytest.skip("the case has no Job at its end, or no Pod, or one that names a node of the recorded cluster")
    kube.replay(case)
    spec = {word: value for word, value in case["job"]["spec"].items() if word not in ("selector", "manualSelector")}
    spec["template"]["metadata"].pop("labels", None)
    spec["template"]["spec"].pop("priorityClassName", None)  # a class of the recorded cluster
    kube.create({"apiVersion": "batch/v1", "kind": "Job", "metadata": {"name": "t", "namespace": "default"}, "spec": spec})
    wanted = conditions(case["job"]), [end_of(pod) for pod in case["pods"]]
    if path.stem == "f-delete-finalizer-removed":
        wanted = wanted[0], wanted[1][1:]  # the first Pod, whose finalizer somebody took off, is not replayed
    got = None
    for _ in range(300):
        got = conditions(kube.get(Ref("Job", "t", "default"))), ends()
        if got == wanted:
            break
        kube.clock.advance(5)
        time.sleep(0.01)
    assert got == wanted


def test_a_running_pod_is_disrupted_from_outside(kube: Kube) -> None:
    kube.script("load", [Running()])
    run = kpod.Job(kpod.Pod("any", name="load"), on_disruption="fail").launch(cluster=kube)
    pod(kube, when=lambda body: phase(body) == "Running")
    assert kube.disrupt("other") == []
    assert len(kube.disrupt("load")) == 1
    outcome = run.wait(timeout=200, check=False)
    assert outcome.category.value == "disrupted"
    assert kube.disrupt("load") == []
