"""Many who wait in one event loop, as Airflow's triggers do: one watcher for all, closed with the last of them."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Iterator

import pytest

from kpod import run, testing
from kpod.cluster import Body
from kpod.errors import ForbiddenError
from kpod.kube import KubeCluster
from kpod.run import Deadlines, Run
from kpod.status import Category, Outcome, Progress
from kpod.testing import Exit, Refuse, Running, Waiting
from tests.until import until

Make = Callable[..., Body]


@pytest.fixture
def kube() -> Iterator[testing.Kube]:
    """An embedded cluster with scripted lives."""
    with testing.cluster() as connected:
        for number in range(10):
            connected.script(f"ends-{number}*", [Running(1), Exit(number)])
        connected.script("waits*", Waiting("ContainerCreating"))
        yield connected


def launched(kube: testing.Kube, job: Make, name: str) -> Run:
    return run.launch(job("true"), name=name, namespace="default", cluster=kube)


def own(kube: testing.Kube) -> KubeCluster:
    """A cluster object of one's own, as each trigger makes one from its connection."""
    return KubeCluster(kube.kubeconfig)


async def trigger(kube: testing.Kube, one: Run, told: list[Progress] | None = None) -> Outcome:
    """Wait for a run as a trigger does that knows nothing of the others."""
    with own(kube) as cluster, run.watcher(cluster, "default", key="conn") as watcher:
        return await run.ended(one, watcher, on_progress=None if told is None else told.append)


def test_all_who_wait_share_one_watcher_and_the_last_one_closes_it(kube: testing.Kube, job: Make) -> None:
    runs = [launched(kube, job, f"ends-{number}") for number in range(10)]
    kube.requests.clear()
    before = set(threading.enumerate())
    told: list[Progress] = []

    async def all_of_them() -> list[Outcome]:
        loop_thread = threading.get_ident()
        found = await asyncio.gather(*[trigger(kube, one, told if number == 3 else None) for number, one in enumerate(runs)])
        assert threading.get_ident() == loop_thread
        return list(found)

    found = asyncio.run(all_of_them())
    assert [outcome.exit_code for outcome in found] == list(range(10))
    assert [progress.stage for progress in told][-1] == "ended"
    assert [kube.requests.count(verb="watch", kind=kind) for kind in ("Pod", "Job")] == [1, 1]
    until(lambda: not [one for one in threading.enumerate() if one not in before and one.name.startswith("kpod-")], "its threads end")


def test_one_that_is_cancelled_leaves_the_others_and_its_run_alone(kube: testing.Kube, job: Make) -> None:
    stuck, fine = launched(kube, job, "waits"), launched(kube, job, "ends-3")

    async def both() -> Outcome:
        waits = asyncio.create_task(trigger(kube, stuck))
        ends = asyncio.create_task(trigger(kube, fine))
        await asyncio.sleep(0.1)
        waits.cancel()
        with pytest.raises(asyncio.CancelledError):
            await waits
        return await ends

    assert asyncio.run(both()).exit_code == 3
    assert kube.get(stuck.ref)["metadata"].get("deletionTimestamp") is None


def test_a_watcher_that_gave_up_says_so_to_all_and_who_comes_next_has_a_fresh_one(kube: testing.Kube, job: Make) -> None:
    runs = [launched(kube, job, "ends-1"), launched(kube, job, "ends-2")]

    async def refused() -> None:
        with run.watcher(kube, "default") as broken, kube.faults.add(Refuse(403, verb="list", kind="Pod", message="no")):
            ends = await asyncio.gather(*[run.ended(one, broken) for one in runs], return_exceptions=True)
            assert [type(end) for end in ends] == [ForbiddenError, ForbiddenError]
        with run.watcher(kube, "default") as fresh:
            assert fresh is not broken
            assert [(await run.ended(one, fresh)).exit_code for one in runs] == [1, 2]

    asyncio.run(refused())


def test_deadlines_count_in_an_event_loop_too(kube: testing.Kube, job: Make) -> None:
    stuck = launched(kube, job, "waits")

    async def wait() -> Outcome:
        with run.watcher(kube, "default") as watcher:
            return await run.ended(stuck, watcher, deadlines=Deadlines(whole=1))

    assert asyncio.run(wait()).category is Category.TIMED_OUT


def test_namespaces_and_clusters_have_watchers_of_their_own(kube: testing.Kube) -> None:
    with (
        own(kube) as other,
        run.watcher(kube, "default") as one,
        run.watcher(kube, "default") as same,
        run.watcher(kube, "elsewhere") as elsewhere,
        run.watcher(other, "default") as of_other,
    ):
        assert one is same
        assert len({id(each) for each in (one, elsewhere, of_other)}) == 3
    with run.watcher(kube, "default") as later:
        assert later is not one
