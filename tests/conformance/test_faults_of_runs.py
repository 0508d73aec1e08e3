"""What goes wrong in a cluster (F10 to F19), injected over real HTTP: each run ends right, is launched once, and is asked about seldom.

What each test fails without is in `tools/take_out.py`. Only the embedded cluster can be told what goes wrong; time flies in it.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

import kpod
from kpod.cluster import Ref
from kpod.errors import ApiError, ConflictError, NotFoundError, UnreachableError
from kpod.run import wait_all
from kpod.status import Category
from kpod.testing import (
    OOM,
    Cut,
    Disrupted,
    Evicted,
    Exit,
    Fault,
    Init,
    JobTrouble,
    Kube,
    Latency,
    Log,
    LoseReply,
    NodeLost,
    Preempted,
    Refuse,
    Rejected,
    Running,
    Split,
    Step,
    Stuck,
    Unschedulable,
    Waiting,
)
from tests.conformance.test_faults import short
from tests.until import until


def load(kube: Kube, steps: Sequence[Step] | Step, **more: Any) -> kpod.Run:
    """Launch the Job `load`, whose Pods live as the steps say."""
    kube.script("load", steps)
    pod = {word: more.pop(word) for word in ("init", "sidecars", "result", "grace") if word in more}
    return kpod.Job(kpod.Pod("any", name="load", **pod), **more).launch(cluster=kube)


# --- F10: conflicts


@pytest.mark.parametrize("kind", ["Pod", "Job"])
def test_a_conflict_of_the_quotas_book_keeping_is_tried_again(kube: Kube, kind: str) -> None:
    kube.faults.add(Refuse(409, "Conflict", message='Operation cannot be fulfilled on resourcequotas "q"', verb="create", times=2))
    kube.script("load", Exit(0))
    pod = kpod.Pod("any", name="load")
    run = (pod if kind == "Pod" else kpod.Job(pod)).launch(cluster=kube)
    assert run.wait(timeout=200).ok
    assert [seen.status for seen in kube.requests.of(verb="create", kind=kind)] == [409, 409, 201]


def test_a_conflict_that_stays_is_told_in_the_end(kube: Kube) -> None:
    kube.faults.add(Refuse(409, "Conflict", verb="create"))
    with pytest.raises(ConflictError):
        kpod.Job(kpod.Pod("any", name="load")).launch(cluster=kube, timeout=4)
    assert 2 <= kube.requests.count(verb="create") <= 5


def test_a_name_that_is_taken_by_the_same_key_is_that_run(kube: Kube) -> None:
    first = load(kube, [Running(600), Exit(0)])
    kube.faults.add(Refuse(404, verb="get", kind="Job", times=1))  # the look before the create sees nothing
    assert kpod.Job(kpod.Pod("any", name="load")).launch(cluster=kube).ref == first.ref
    assert [seen.status for seen in kube.requests.of(verb="create", kind="Job")] == [201, 409]


# --- F11: refusals for good


@pytest.mark.parametrize(
    "refusal",
    [
        Refuse(403, message='User "u" cannot create resource "jobs"', verb="create"),
        Refuse(403, message='violates PodSecurity "restricted:latest"', verb="create"),
        Refuse(422, causes=[("spec.a", "must be b"), ("spec.c", "must be d")], verb="create"),
    ],
    ids=["rights", "pod security", "invalid"],
)
def test_who_is_refused_is_told_why_and_asked_once(kube: Kube, refusal: Refuse) -> None:
    kube.faults.add(refusal)
    with pytest.raises(ApiError) as caught:
        kpod.Job(kpod.Pod("any", name="load")).launch(cluster=kube)
    assert caught.value.status == refusal.status
    assert refusal.message in str(caught.value)
    assert caught.value.causes == tuple(refusal.causes)
    assert all(message in str(caught.value) for _, message in refusal.causes)
    assert len(kube.requests.writes()) == 1


def test_a_pod_that_a_quota_refuses_waits_for_room(kube: Kube, caplog: pytest.LogCaptureFixture) -> None:
    kube.script("*", Exit(0))
    kube.faults.add(Refuse(403, message="exceeded quota: compute", verb="create", times=2))
    run = kpod.Pod("any", name="load").launch(cluster=kube)
    assert [seen.status for seen in kube.requests.of(verb="create", kind="Pod")] == [403, 403, 201]
    assert len([message for message in caplog.messages if "waits for room in a quota: exceeded quota: compute" in message]) == 1
    assert run.wait(timeout=200).ok


# --- F12: lost replies


@pytest.mark.parametrize("key", [None, "etl"], ids=["without a key", "with a key"])
def test_a_launch_whose_reply_was_lost_finds_what_it_made(kube: Kube, key: str | None) -> None:
    kube.script("*", Exit(0))
    kube.faults.add(LoseReply(verb="create", kind="Job", times=1))
    run = kpod.Job(kpod.Pod("any")).launch(key=key, cluster=kube)
    assert run.wait(timeout=200).ok
    assert kube.requests.count(verb="create", kind="Job") == 1
    assert len(kube.list("Job", namespace="default")) == 1


@pytest.mark.slow  # a request is borne for 30 s
def test_a_launch_whose_reply_never_comes_finds_what_it_made(kube: Kube) -> None:
    kube.script("*", Exit(0))
    kube.faults.add(LoseReply(silent=True, verb="create", kind="Job", times=1))
    run = kpod.Job(kpod.Pod("any")).launch(cluster=kube)
    assert run.wait(timeout=200).ok
    assert kube.requests.count(verb="create", kind="Job") == 1
    assert len(kube.list("Job", namespace="default")) == 1


def test_a_launch_whose_reply_does_not_come_in_its_time_is_taken_back(kube: Kube) -> None:
    kube.faults.add(LoseReply(silent=True, verb="create", kind="Job", times=1))
    with pytest.raises(UnreachableError, match="create Job default/"):
        kpod.Job(kpod.Pod("any")).launch(cluster=kube, timeout=3)
    assert [(seen.verb, seen.status) for seen in kube.requests if seen.kind == "Job"][-1] == ("delete", 200)
    assert len(kube.list("Job", namespace="default")) == 0


def test_a_run_whose_deletion_was_done_and_not_answered_is_gone(kube: Kube) -> None:
    run = load(kube, Running())
    kube.faults.add(LoseReply(verb="delete", times=1))
    run.delete()
    assert [seen.status for seen in kube.requests.of(verb="delete", kind="Job")] == [200, 404]


# --- F13: latency


def test_a_launch_costs_one_write_and_nothing_else_however_slow_the_server(kube: Kube) -> None:
    kube.script("*", Exit(0))
    kube.faults.add(Latency(0.2))
    kube.requests.clear()
    with ThreadPoolExecutor(8) as pool:
        runs = list(pool.map(lambda _: kpod.Job(kpod.Pod("any")).launch(cluster=kube), range(24)))
    assert [(seen.verb, seen.kind) for seen in kube.requests] == [("create", "Job")] * 24
    assert len({run.ref.name for run in runs}) == 24


def test_a_launch_keeps_its_time_on_a_server_that_is_too_slow(kube: Kube) -> None:
    kube.faults.add(Latency(40, verb="create"))
    began = time.monotonic()
    with pytest.raises(UnreachableError):
        kpod.Job(kpod.Pod("any", name="load")).launch(cluster=kube, timeout=2)
    assert time.monotonic() - began < 30  # a request is borne for 30 s by itself


# --- F14: lives


ENDS: list[tuple[Sequence[Step], str, int | None, str]] = [
    ([Running(2), Exit(0)], "succeeded", 0, "exited with 0"),
    ([Exit(3)], "failed", 3, "exited with 3"),
    ([Init(4)], "failed", 4, "init container before exited with 4"),
    ([Running(2), OOM()], "out_of_memory", 137, "killed for memory (OOMKilled"),
    ([Running(2), OOM(0)], "succeeded", 0, "exited with 0"),
    ([Running(2), Evicted()], "disrupted", 143, "TerminationByKubelet"),
    ([Running(2, on_term=7), Disrupted()], "disrupted", 7, "EvictionByEvictionAPI"),
    ([Running(2, on_term=0), Disrupted()], "disrupted", 0, "exited with 0"),
    ([Running(2), Preempted()], "disrupted", 143, "PreemptionByScheduler"),
    ([Preempted()], "disrupted", None, "PreemptionByScheduler"),
    ([Running(2), NodeLost(10, back=20)], "disrupted", 143, "DeletionByTaintManager"),
    ([Running(2), Exit(0), Stuck()], "succeeded", 0, "exited with 0"),
    ([Rejected()], "never_started", None, "refused Pod"),
    ([Unschedulable(30), Exit(0)], "succeeded", 0, "exited with 0"),
    ([Waiting("InvalidImageName")], "never_started", None, "no valid image name"),
    ([Waiting("ErrImageNeverPull")], "never_started", None, "not on the node"),
    ([Waiting("ErrImagePull", 20), Waiting("ImagePullBackOff", 20), Exit(4)], "failed", 4, "exited with 4"),
    ([Waiting("CreateContainerConfigError", 20), Exit(0)], "succeeded", 0, "exited with 0"),
]


@pytest.mark.parametrize(
    ("steps", "category", "code", "text"), ENDS, ids=["-".join(map(str, [type(each).__name__ for each in end[0]])) for end in ENDS]
)
def test_each_end_of_a_pod_has_its_class_and_its_text(
    kube: Kube, steps: Sequence[Step], category: str, code: int | None, text: str
) -> None:
    before = kpod.Container("any", name="before")
    outcome = load(kube, steps, init=[before]).wait(timeout=200, check=False)
    assert (outcome.category.value, outcome.exit_code) == (category, code), str(outcome)
    assert text in str(outcome)
    assert "None" not in str(outcome)
    assert len(kube.requests.created("Job")) == 1
    assert len(kube.requests) < 40


@pytest.mark.parametrize(
    ("steps", "reason"),
    [
        ([Unschedulable()], "Unschedulable"),
        ([Waiting("ImagePullBackOff")], "ImagePullBackOff"),
        ([Waiting("CreateContainerConfigError")], "CreateContainerConfigError"),
        ([Waiting("RunContainerError")], "RunContainerError"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_start_that_hangs_is_given_up_when_its_grace_is_over(kube: Kube, steps: Sequence[Step], reason: str) -> None:
    outcome = load(kube, steps).wait(timeout=200, start_timeout=1, check=False)
    assert (outcome.category, outcome.reason) == (Category.NEVER_STARTED, reason), str(outcome)


# --- F14, F3: a Pod that is deleted and does not go


@pytest.mark.parametrize("together", [False, True], ids=["wait", "wait_all"])
def test_a_deleted_pod_that_ignores_sigterm_in_a_quiet_namespace_is_told_when_it_ends(kube: Kube, together: bool) -> None:
    kube.clock.flies = False
    run = load(kube, Running(term_seconds=3600), grace=30, on_disruption="fail")
    until(lambda: run.status().stage == "running", "it runs")
    [pod] = kube.list("Pod", namespace="default").items
    kube.requests.clear()
    found: list[Any] = []

    def wait() -> None:
        found.append(wait_all([run], timeout=120)[0] if together else run.wait(timeout=120, check=False))

    waiting = threading.Thread(target=wait)
    waiting.start()
    until(lambda: kube.requests.count(verb="watch", kind="Pod"), "it watches")
    kube.delete(Ref.of(pod))
    for _ in range(9):
        kube.clock.advance(3)
        assert not found
    told = time.monotonic()
    kube.clock.advance(4)
    waiting.join(60)
    assert time.monotonic() - told < 30  # not with the next list, nor with a watch that is renewed
    [outcome] = found
    assert (outcome.category, outcome.reason, outcome.exit_code) == (Category.DISRUPTED, "PodDeleted", 137), str(outcome)
    assert len(kube.requests) < 20


# --- F15: the Job controller


@pytest.mark.parametrize("late", [5, 120])
def test_a_job_whose_pod_comes_late_has_one_job_and_one_pod(kube: Kube, late: float) -> None:
    struck = kube.faults.add(JobTrouble(late=late))
    run = load(kube, Exit(3))
    until(lambda: struck.hits, "the controller is late")
    assert run.status().stage == "queued"
    kube.clock.advance(late + 1)
    outcome = run.wait(timeout=200, check=False)
    assert (outcome.category.value, outcome.exit_code) == ("failed", 3)
    assert [body["kind"] for body in kube.requests.created()] == ["Job"]


def test_a_job_that_gets_two_pods_has_one_verdict(kube: Kube) -> None:
    struck = kube.faults.add(JobTrouble(pods=2, times=1))
    kube.script("load", [Running(2), Exit(3)], times=1)
    outcome = load(kube, [Running(4), Exit(3)]).wait(timeout=200, check=False)
    assert (outcome.category.value, outcome.exit_code) == ("failed", 3), str(outcome)
    assert struck.hits == 1
    assert [body["kind"] for body in kube.requests.created()] == ["Job"]


def test_a_job_that_gets_no_pod_never_started_and_the_event_says_why(kube: Kube) -> None:
    kube.faults.add(JobTrouble(refused="exceeded quota: compute"))
    run = load(kube, Exit(0))
    outcome = run.wait(timeout=200, start_timeout=1, check=False)
    assert (outcome.category, outcome.reason) == (Category.NEVER_STARTED, "FailedCreate")
    assert "exceeded quota: compute" in str(outcome)


@pytest.mark.parametrize("watched", [True, False], ids=["watched", "looked at afterwards"])
@pytest.mark.parametrize("code", [0, 3])
def test_a_job_that_is_cleared_away_the_moment_it_ends_has_its_verdict(kube: Kube, code: int, watched: bool) -> None:
    kube.clock.flies = False
    run = load(kube, [Running(2), Exit(code)], keep=0)
    assert kube.get(run.ref)["spec"]["ttlSecondsAfterFinished"] == 0
    found: list[Any] = []
    waiting = threading.Thread(target=lambda: found.append(run.wait(timeout=200, check=False)))
    if watched:
        waiting.start()
        until(lambda: kube.requests.count(verb="watch", kind="Pod"), "it watches")
    kube.clock.advance(60)
    if not watched:
        until(lambda: not kube.list("Job", namespace="default").items, "it is gone")
        waiting.start()
    waiting.join(60)
    assert [(outcome.exit_code, outcome.category.value) for outcome in found] == [(code, "failed" if code else "succeeded")]
    with pytest.raises(NotFoundError):
        kube.get(run.ref)


# --- F16, F19: logs and results in pieces


BURST = "".join(f"{number} ä€😀\n" for number in range(2000))


@pytest.mark.parametrize(
    "fault",
    [
        Cut(bytes=5001, verb="log", times=5),
        Cut(bytes=20_003, verb="log", clean=True, times=3),
        Cut(seconds=0.05, verb="log", times=3),
        Split(bytes=1, verb="log"),
        Split(bytes=7, verb="log"),
        Refuse(503, verb="log", times=2),
    ],
    ids=short,
)
def test_a_log_with_bursts_in_one_second_comes_whole_and_once_however_it_travels(kube: Kube, fault: Fault) -> None:
    kube.clock.flies = False
    struck = kube.faults.add(fault)
    run = load(kube, [Running(2, log=BURST), Log("between\n"), Running(2), Exit(3, log="last words")])
    reading = ThreadPoolExecutor(1).submit(lambda: list(run.logs()))
    until(lambda: struck.hits >= (fault.times or 1), "the fault has struck as often as it may")
    kube.clock.advance(10)
    assert reading.result(60) == [*BURST.splitlines(), "between", "last words"]
    assert run.wait(timeout=200, check=False).exit_code == 3


def test_what_is_left_of_a_log_is_read_though_the_connection_breaks_after_the_end(kube: Kube) -> None:
    run = load(kube, [Running(2, log=BURST), Exit(3)])
    assert run.wait(timeout=200, check=False).exit_code == 3
    struck = kube.faults.add(Cut(bytes=7001, verb="log", times=3))
    assert list(run.logs()) == BURST.splitlines()
    assert struck.hits == 3


def test_what_a_rotation_took_while_nobody_followed_is_one_mark(kube: Kube) -> None:
    kube.clock.flies = False
    kube.faults.add(Cut(seconds=1, verb="log", times=1))
    away = kube.faults.add(Refuse(503, verb="log", skip=1))
    run = load(kube, [Running(2, log="one\ntwo\n"), Log("lost\n"), Log("three\n", rotate=True), Running(2), Exit(0)])
    until(lambda: run.status().stage == "running", "it runs")
    lines = run.logs()
    assert [next(lines), next(lines)] == ["one", "two"]
    reading = ThreadPoolExecutor(1).submit(list, lines)
    until(lambda: away.hits, "it asks again")
    kube.clock.advance(10)
    away.remove()
    gap, *rest = reading.result(60)
    assert gap.is_gap
    assert rest == ["three"]


def test_a_log_that_is_gone_does_not_decide_how_a_run_ended(kube: Kube) -> None:
    kube.faults.add(Refuse(404, verb="log"))
    run = load(kube, [Running(2, log="lost\n"), Exit(3)])
    assert run.wait(timeout=200, check=False).exit_code == 3
    assert [*run.logs(follow=False)] == []


@pytest.mark.parametrize("size", [1, 3, 4096])
def test_a_result_is_the_same_in_whatever_pieces_it_travels(kube: Kube, size: int) -> None:
    kube.faults.add(Split(size, verb=("log", "get", "list", "watch")))
    value = {"rows": 3, "text": "ä€😀" * 100}
    run = load(kube, [Running(1), Exit(0, result=value)], result=kpod.Result())
    assert run.result(timeout=200) == value


# --- F18: clocks


@pytest.mark.parametrize("skew", [-3600, 3600])
def test_a_clock_that_is_an_hour_off_makes_no_start_too_late(kube: Kube, skew: float) -> None:
    kube.clock.skew = skew
    outcome = load(kube, [Waiting("ErrImagePull", 20), Running(3), Exit(3)], deadline=600).wait(timeout=200, check=False)
    assert (outcome.category.value, outcome.exit_code) == ("failed", 3), str(outcome)
