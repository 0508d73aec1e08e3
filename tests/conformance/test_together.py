"""Many runs at once: on one watch per kind, whatever is refused, lost or deleted meanwhile."""

from __future__ import annotations

import asyncio
import queue
import threading
import time
from collections.abc import Callable, Iterator

import pytest

from kpod import run, testing
from kpod.cluster import Body, Ref
from kpod.errors import ForbiddenError, UnreachableError, WaitTimeoutError
from kpod.kube import KubeCluster
from kpod.run import Deadlines, Run, RunWatcher
from kpod.status import Category, Outcome, Progress
from tests.conformance.conftest import IMAGE

Make = Callable[..., Body]


@pytest.fixture
def kube() -> Iterator[testing.Kube]:
    """An embedded cluster with faults and a record of requests."""
    with testing.cluster({IMAGE: "host"}) as connected:
        yield connected


def launch_all(cluster: KubeCluster, namespace: str, *bodies: Body) -> list[Run]:
    return [run.launch(body, namespace=namespace, cluster=cluster) for body in bodies]


def hasty() -> float:
    """A clock that goes twenty times as fast as others: what is asked for after 10 s is asked for after half a second."""
    return time.monotonic() * 20


def follow_all(kube: testing.Kube, runs: list[Run], *, seconds: float = 60) -> dict[str, Outcome]:
    """Follow runs by a hasty watcher, for so many seconds; returns the ends by name."""
    ends: queue.SimpleQueue[tuple[str, Outcome]] = queue.SimpleQueue()
    found: dict[str, Outcome] = {}
    deadline = time.monotonic() + seconds
    with RunWatcher(kube, "default", clock=hasty, patience=None) as watcher:
        for one in runs:
            watcher.follow(one, lambda end, one=one: ends.put((one.ref.name, end)))  # type: ignore[misc, arg-type]
        while len(found) < len(runs) and time.monotonic() < deadline:
            try:
                name, end = ends.get(timeout=max(0.0, deadline - time.monotonic()))
            except queue.Empty:
                break
            found[name] = end
    return found


@pytest.mark.real
def test_all_ends_come_in_the_order_of_the_runs(cluster: KubeCluster, namespace: str, pod: Make, job: Make) -> None:
    runs = launch_all(cluster, namespace, job("sleep 2; exit 3"), pod("exit 4"), job("true"), pod("sleep 1"))
    foreign = cluster.create({**pod("echo last words; exit 5"), "metadata": {"name": "foreign"}}, namespace=namespace)
    theirs = cluster.create({**job("exit 6"), "metadata": {"name": "theirs"}}, namespace=namespace)
    runs += [run.attach(Ref.of(body), cluster=cluster) for body in (foreign, theirs)]
    found = run.wait_all([*runs, runs[0]], timeout=120)
    assert [outcome.exit_code for outcome in found] == [3, 4, 0, 0, 5, 6, 3]
    assert found[4].log_tail == ("last words",)
    assert [each.ended() for each in runs] == found[:-1]
    assert run.wait_all(runs) == found[:-1]


@pytest.mark.real
def test_ends_come_as_they_happen(cluster: KubeCluster, namespace: str, job: Make) -> None:
    slow, fast = launch_all(cluster, namespace, job("sleep 8"), job("true"))
    assert [ended for ended, outcome in run.as_completed([slow, fast], timeout=120) if outcome.ok] == [fast, slow]


def test_a_timeout_names_who_is_late_and_the_others_have_ended(cluster: KubeCluster, namespace: str, job: Make) -> None:
    late, fast = launch_all(cluster, namespace, job("sleep 300"), job("true"))
    with pytest.raises(WaitTimeoutError, match=f"1 run has not ended within 4 s: {late.ref}") as caught:
        run.wait_all([late, fast], timeout=4)
    assert caught.value.outcome is not None
    assert caught.value.outcome.category is Category.TIMED_OUT
    assert late.ended() is None
    assert fast.wait(60).ok
    late.cancel()


def test_one_list_and_one_watch_per_kind_are_all_that_many_runs_cost(kube: testing.Kube, pod: Make, job: Make) -> None:
    for number in range(50):
        kube.create(pod("true", name=f"foreign-{number}", spec={"schedulingGates": [{"name": "never"}]}), namespace="default")
    runs = launch_all(kube, "default", *[job("sleep 2") for _ in range(20)], *[pod("sleep 2") for _ in range(5)])
    kube.requests.clear()
    assert all(outcome.ok for outcome in run.wait_all(runs, timeout=120))
    asked = [(seen.verb, seen.kind, seen.query.get("labelSelector")) for seen in kube.requests]
    mine = "app.kubernetes.io/managed-by=kpod"
    assert sorted(asked) == [("list", "Job", mine), ("list", "Pod", mine), ("watch", "Job", mine), ("watch", "Pod", mine)]


def test_runs_that_are_held_back_are_not_polled(kube: testing.Kube, job: Make) -> None:
    suspended = [job("true", job={"suspend": True}) for _ in range(5)]
    gated = [job("true", spec={"schedulingGates": [{"name": "never"}]}) for _ in range(5)]
    runs = launch_all(kube, "default", *suspended, *gated)
    kube.requests.clear()
    assert follow_all(kube, runs, seconds=6) == {}  # two minutes by its clock
    assert sorted((seen.verb, seen.kind) for seen in kube.requests) == [
        ("list", "Job"),
        ("list", "Pod"),
        ("watch", "Job"),
        ("watch", "Pod"),
    ]


def test_many_starts_that_only_take_their_time_are_looked_at_a_few_at_a_time(kube: testing.Kube, job: Make) -> None:
    kube.script("*", testing.Waiting("ContainerCreating"))
    runs = launch_all(kube, "default", *[job("true") for _ in range(60)])
    kube.requests.clear()
    assert follow_all(kube, runs, seconds=4) == {}  # eighty seconds by its clock: each was due three times
    assert 0 < kube.requests.count(verb="list", kind="Event") < 60


@pytest.mark.slow  # the looks take longer than the run
def test_the_end_of_one_run_does_not_wait_for_looks_at_others(kube: testing.Kube, job: Make) -> None:
    kube.script("hangs-*", testing.Waiting("ContainerCreating"))
    kube.script("ends-*", [testing.Running(3), testing.Exit(0)])
    names = [f"hangs-{number}" for number in range(8)] + ["ends-well"]
    runs = launch_all(kube, "default", *[job("true", name=name) for name in names])
    with kube.faults.add(testing.Latency(30, verb="list", kind="Event")) as slow:
        found = follow_all(kube, runs, seconds=15)  # far less than a look takes
        assert {name: str(outcome.category) for name, outcome in found.items()} == {"ends-well": "succeeded"}
    assert slow.hits >= 4  # every hand was busy


def test_a_run_that_somebody_deletes_is_deleted_after_one_look_more(kube: testing.Kube, pod: Make, job: Make, until: Make) -> None:
    runs = launch_all(kube, "default", job("sleep 300"), pod("sleep 300"))
    told: list[str] = []

    def delete(one: Run, progress: Progress) -> None:
        told.append(progress.stage)
        if progress.stage == "running":
            kube.delete(one.ref)

    assert [outcome.category for outcome in run.wait_all(runs, timeout=120, on_progress=delete)] == [Category.DELETED] * 2
    assert told.count("running") == 2


def test_what_a_callback_raises_is_raised_where_the_runs_are_waited_for(kube: testing.Kube, job: Make) -> None:
    runs = launch_all(kube, "default", job("sleep 300"), job("sleep 300"))

    def fail(one: Run, progress: Progress) -> None:
        raise LookupError(f"{threading.get_ident()}")

    with pytest.raises(LookupError, match=f"{threading.get_ident()}"):
        run.wait_all(runs, timeout=200, on_progress=fail)
    for one in runs:
        one.cancel()


def test_a_run_that_was_gone_before_anybody_watched_is_deleted(kube: testing.Kube, job: Make) -> None:
    gone, here = launch_all(kube, "default", job("sleep 300", spec={"schedulingGates": [{"name": "never"}]}), job("true"))
    gone.delete()
    found = follow_all(kube, [gone, here])
    assert (found[gone.ref.name].category, found[here.ref.name].category) == (Category.DELETED, Category.SUCCEEDED)


def test_a_deadline_of_a_stage_ends_the_wait_for_that_run(kube: testing.Kube, job: Make) -> None:
    stuck, fine = launch_all(kube, "default", job("true", container={"image": "nowhere:1"}), job("true"))
    found = run.wait_all([stuck, fine], timeout=200, deadlines=Deadlines(pulled=3))
    assert (found[0].category, found[1].ok) == (Category.NEVER_STARTED, True)
    assert "within 3 s (the deadline `pulled`)" in found[0].what
    assert found[0].reason in ("ErrImagePull", "ImagePullBackOff")


def test_who_may_not_watch_is_told_so(kube: testing.Kube, job: Make) -> None:
    runs = launch_all(kube, "default", job("true"), job("true"))
    kube.faults.add(testing.Refuse(403, verb="list", kind="Job"))
    with pytest.raises(ForbiddenError):
        run.wait_all(runs, timeout=200)


def test_a_server_that_is_away_is_borne_for_a_while_and_then_told(kube: testing.Kube, job: Make) -> None:
    [one] = launch_all(kube, "default", job("sleep 300"))
    ends: list[object] = []
    told = threading.Event()
    with kube.faults.add(testing.Refuse(503)), RunWatcher(kube, "default", patience=1.0) as watcher:
        watcher.follow(one, lambda end: (ends.append(end), told.set()))
        assert told.wait(60)
    assert "503" in str(ends[0]) or isinstance(ends[0], UnreachableError)
    one.cancel()


@pytest.mark.parametrize("type_", ["MODIFIED", "DELETED"])
def test_ends_that_fall_out_of_the_watch_are_found_by_the_next_list(kube: testing.Kube, job: Make, pod: Make, type_: str) -> None:
    kube.faults.add(testing.Drop(type=type_))
    kube.faults.add(testing.Cut(seconds=2, verb="watch"))
    runs = launch_all(kube, "default", job("sleep 1; exit 3"), pod("sleep 1; exit 4"), job("sleep 300"))
    threading.Timer(3, runs[2].delete).start()
    found = run.wait_all(runs, timeout=120)
    assert [outcome.exit_code for outcome in found[:2]] == [3, 4]
    assert found[2].category is Category.DELETED


def test_an_event_loop_waits_for_many_runs_without_a_thread_for_each(kube: testing.Kube, job: Make) -> None:
    runs = launch_all(kube, "default", *[job(f"exit {number}") for number in range(8)])

    async def wait(one: Run, watcher: RunWatcher) -> Outcome:
        loop = asyncio.get_running_loop()
        end: asyncio.Future[Outcome] = loop.create_future()
        watcher.follow(one, lambda found: loop.call_soon_threadsafe(end.set_result, found))  # type: ignore[arg-type]
        return await end

    async def wait_for_all() -> list[Outcome]:
        with RunWatcher(kube, "default") as watcher:
            before = threading.active_count()
            found = await asyncio.gather(*[wait(one, watcher) for one in runs])
            assert threading.active_count() - before <= 7  # two watches, the clock, four hands
            return list(found)

    assert [outcome.exit_code for outcome in asyncio.run(wait_for_all())] == list(range(8))


def test_a_run_that_is_followed_no_longer_is_not_told(kube: testing.Kube, job: Make) -> None:
    one, other = launch_all(kube, "default", job("sleep 1"), job("sleep 2"))
    told: list[Run] = []
    over = threading.Event()
    with RunWatcher(kube, "default") as watcher:
        watcher.follow(one, lambda found: told.append(one))
        watcher.follow(other, lambda found: over.set())
        watcher.forget(one)
        assert over.wait(60)
    assert told == []
