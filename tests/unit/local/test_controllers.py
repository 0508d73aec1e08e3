"""The controllers on a store, with the test as the node: it sets what a kubelet would have reported."""

from __future__ import annotations

import asyncio
import copy
from collections.abc import Awaitable, Callable
from typing import Any

import attrs
import pytest

from kpod.local import admission
from kpod.local.controllers.gc import Collector
from kpod.local.controllers.job import FINALIZER, JobController
from kpod.local.controllers.namespaces import NamespaceController
from kpod.local.embedded import fill
from kpod.local.store import Store
from tests.unit.local.http import JOB

Body = dict[str, Any]
DISRUPTED = {"rules": [{"action": "FailJob", "onPodConditions": [{"type": "DisruptionTarget", "status": "True"}]}]}


@attrs.define
class Stage:
    """A store with its controllers; the test may move its clock."""

    store: Store

    async def settle(self) -> None:
        """Let the controllers do all that they have to do now."""
        version = -1
        while version != self.store.version:
            version = self.store.version
            for _ in range(30):
                await asyncio.sleep(0)

    async def job(self, name: str = "j", **spec: Any) -> Body:
        body = copy.deepcopy({**JOB, "metadata": {"name": name, "namespace": "default"}})
        body["spec"].update({"backoffLimit": 0, **spec})  # type: ignore[attr-defined]
        admission.job(body)
        self.store.create("jobs", body)
        await self.settle()
        return self.look(name)

    def look(self, name: str = "j") -> Body:
        body = self.store.get("jobs", "default", name)
        assert body is not None
        return body

    def pods(self) -> list[Body]:
        return self.store.list("pods")

    async def run(self, pod: Body) -> None:
        """The Pod is running."""

        def running(body: Body) -> None:
            body["spec"]["nodeName"] = "node"
            body["status"].update(phase="Running", conditions=[{"type": "Ready", "status": "True"}])

        self.store.change("pods", "default", pod["metadata"]["name"], running)
        await self.settle()

    async def end(self, pod: Body, code: int = 0, *, condition: str = "", last: bool = False) -> None:
        """The Pod has ended; and goes, where it was deleted."""

        def ended(body: Body) -> None:
            body["spec"]["nodeName"] = "node"
            body["status"]["phase"] = "Failed" if code else "Succeeded"
            body["status"]["containerStatuses"] = [{"name": "main", "state": {"terminated": {"exitCode": code}}}]
            if condition:
                body["status"]["conditions"] = [{"type": condition, "status": "True"}]

        name = pod["metadata"]["name"]
        self.store.change("pods", "default", name, ended)
        if last:
            self.store.remove("pods", "default", name)
        await self.settle()

    def conditions(self, name: str = "j") -> list[tuple[str, str, str]]:
        return [(each["type"], each["status"], each["reason"]) for each in self.look(name)["status"].get("conditions", [])]

    def reasons(self) -> set[str]:
        return {event["reason"] for event in self.store.list("events")}


def scene(play: Callable[[Stage], Awaitable[None]], *, delay: float = 10.0) -> None:
    async def main() -> None:
        stage = Stage(Store())
        fill(stage.store, "default")
        controllers = (JobController(stage.store, delay=delay), Collector(stage.store), NamespaceController(stage.store))
        tasks = [asyncio.create_task(each.run()) for each in controllers]
        await stage.settle()
        try:
            await play(stage)
        finally:
            failed = [task for task in tasks if task.done()]
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
        assert not failed, failed[0].exception()

    asyncio.run(main())


def test_a_job_makes_a_pod_that_it_owns_and_counts_its_success() -> None:
    async def play(stage: Stage) -> None:
        job = await stage.job()
        (pod,) = stage.pods()
        assert pod["metadata"]["name"].startswith("j-")
        assert pod["metadata"]["finalizers"] == [FINALIZER]
        assert pod["metadata"]["ownerReferences"][0]["uid"] == job["metadata"]["uid"]
        assert pod["metadata"]["labels"]["batch.kubernetes.io/job-name"] == "j"
        await stage.run(pod)
        assert {word: stage.look()["status"][word] for word in ("active", "ready")} == {"active": 1, "ready": 1}
        await stage.end(pod)
        status = stage.look()["status"]
        assert stage.conditions() == [("SuccessCriteriaMet", "True", "CompletionsReached"), ("Complete", "True", "CompletionsReached")]
        assert (status["succeeded"], status["ready"], status["terminating"], "active" in status) == (1, 0, 0, False)
        assert "completionTime" in status
        assert "finalizers" not in stage.pods()[0]["metadata"]
        assert {"SuccessfulCreate", "Completed"} <= stage.reasons()

    scene(play)


def test_the_job_tells_its_success_before_the_pod_loses_its_finalizer_and_its_end_after_it() -> None:
    async def play(stage: Stage) -> None:
        await stage.job()
        told = stage.store.subscribe("jobs", "pods", since=stage.store.version)
        await stage.end(stage.pods()[0])
        seen = []
        for _, new, _ in told.pending():
            if new["kind"] == "Pod":
                seen.append("finalizer" if "finalizers" in new["metadata"] else "no finalizer")
            else:
                seen += [each["type"] for each in new["status"].get("conditions", [])][-1:]
        assert [each for index, each in enumerate(seen) if index == 0 or each != seen[index - 1]] == [
            *("finalizer", "SuccessCriteriaMet", "no finalizer", "SuccessCriteriaMet", "Complete")
        ]

    scene(play)


def test_a_failure_beyond_the_limit_fails_the_job() -> None:
    async def play(stage: Stage) -> None:
        await stage.job()
        await stage.end(stage.pods()[0], 3)
        assert stage.conditions() == [("FailureTarget", "True", "BackoffLimitExceeded"), ("Failed", "True", "BackoffLimitExceeded")]
        assert stage.look()["status"]["failed"] == 1
        assert stage.look()["status"]["conditions"][1]["message"] == "Job has reached the specified backoff limit"
        assert "completionTime" not in stage.look()["status"]

    scene(play)


def test_a_failed_pod_is_replaced_after_a_while() -> None:
    async def play(stage: Stage) -> None:
        await stage.job(backoffLimit=1)
        await stage.end(stage.pods()[0], 3)
        assert len(stage.pods()) == 1
        await asyncio.sleep(0.15)
        await stage.settle()
        assert len(stage.pods()) == 2
        assert stage.conditions() == []
        second = next(pod for pod in stage.pods() if pod["status"]["phase"] == "Pending")
        await stage.end(second, 3)
        assert (stage.look()["status"]["failed"], stage.conditions()[-1][0]) == (2, "Failed")

    scene(play, delay=0.1)


def test_a_rule_on_exit_codes_fails_the_job_at_once() -> None:
    async def play(stage: Stage) -> None:
        rule = {"action": "FailJob", "onExitCodes": {"containerName": "main", "operator": "In", "values": [3]}}
        await stage.job(backoffLimit=3, podFailurePolicy={"rules": [DISRUPTED["rules"][0], rule]})
        (pod,) = stage.pods()
        await stage.end(pod, 3)
        name = pod["metadata"]["name"]
        text = f"Container main for pod default/{name} failed with exit code 3 matching FailJob rule at index 1"
        assert stage.conditions()[-1] == ("Failed", "True", "PodFailurePolicy")
        assert stage.look()["status"]["conditions"][-1]["message"] == text

    scene(play)


def test_a_disruption_fails_the_job_by_its_rule() -> None:
    async def play(stage: Stage) -> None:
        await stage.job(podFailurePolicy=DISRUPTED)
        (pod,) = stage.pods()
        await stage.end(pod, 137, condition="DisruptionTarget", last=True)
        name = pod["metadata"]["name"]
        text = f"Pod default/{name} has condition DisruptionTarget matching FailJob rule at index 0"
        assert stage.look()["status"]["conditions"][-1]["message"] == text
        assert stage.pods() == []

    scene(play)


def test_an_ignored_failure_is_not_counted_and_the_pod_is_replaced() -> None:
    async def play(stage: Stage) -> None:
        rules = [{"action": "Ignore", "onPodConditions": [{"type": "DisruptionTarget", "status": "True"}]}]
        await stage.job(podFailurePolicy={"rules": rules})
        await stage.end(stage.pods()[0], 137, condition="DisruptionTarget", last=True)
        assert "failed" not in stage.look()["status"]
        assert [pod["status"]["phase"] for pod in stage.pods()] == ["Pending"]

    scene(play)


def test_a_deadline_marks_the_failure_at_once_and_ends_it_when_the_pod_is_gone() -> None:
    async def play(stage: Stage) -> None:
        await stage.job(activeDeadlineSeconds=1)
        (pod,) = stage.pods()
        await stage.run(pod)
        await stage.store.clock.advance(2)
        await stage.settle()
        assert stage.conditions() == [("FailureTarget", "True", "DeadlineExceeded")]
        assert (stage.look()["status"]["failed"], stage.look()["status"]["terminating"]) == (1, 1)
        assert "deletionTimestamp" in stage.pods()[0]["metadata"]
        await stage.end(pod, 143, last=True)
        assert stage.conditions()[-1] == ("Failed", "True", "DeadlineExceeded")
        assert stage.look()["status"]["failed"] == 1

    scene(play)


def test_a_pod_that_vanishes_uncounted_is_replaced() -> None:
    async def play(stage: Stage) -> None:
        await stage.job()
        (pod,) = stage.pods()
        await stage.run(pod)
        name = pod["metadata"]["name"]
        stage.store.change("pods", "default", name, lambda body: body["metadata"].pop("finalizers"))
        stage.store.remove("pods", "default", name)
        await stage.settle()
        (second,) = stage.pods()
        assert second["metadata"]["name"] != name

    scene(play)


def test_a_deleted_pod_counts_as_failed_when_it_has_ended() -> None:
    async def play(stage: Stage) -> None:
        await stage.job(podReplacementPolicy="Failed")
        (pod,) = stage.pods()
        await stage.run(pod)
        stage.store.delete("pods", "default", pod["metadata"]["name"])
        await stage.settle()
        assert (stage.conditions(), stage.look()["status"]["terminating"]) == ([], 1)
        await stage.end(pod, 143, last=True)
        assert stage.conditions()[-1] == ("Failed", "True", "BackoffLimitExceeded")

    scene(play)


def test_a_pod_that_is_deleted_before_it_has_a_node_ends_as_failed() -> None:
    async def play(stage: Stage) -> None:
        await stage.job(podReplacementPolicy="Failed")
        stage.store.delete("pods", "default", stage.pods()[0]["metadata"]["name"])
        await stage.settle()
        assert (stage.pods(), stage.conditions()[-1][0]) == ([], "Failed")

    scene(play)


def test_suspending_deletes_the_pods_uncounted_and_resuming_makes_new_ones() -> None:
    async def play(stage: Stage) -> None:
        await stage.job(suspend=True)
        assert (stage.pods(), stage.conditions()) == ([], [("Suspended", "True", "JobSuspended")])
        assert "startTime" not in stage.look()["status"]
        stage.store.change("jobs", "default", "j", lambda body: body["spec"].update(suspend=False))
        await stage.settle()
        (pod,) = stage.pods()
        await stage.run(pod)
        assert stage.conditions() == [("Suspended", "False", "JobResumed")]
        stage.store.change("jobs", "default", "j", lambda body: body["spec"].update(suspend=True))
        await stage.settle()
        await stage.end(pod, 143, last=True)
        assert (stage.pods(), stage.look()["status"].get("failed"), "startTime" in stage.look()["status"]) == ([], None, False)

    scene(play)


@pytest.mark.parametrize(("parallelism", "completions", "first"), [(2, 3, 2), (1, 2, 1), (0, 2, 0), (3, 0, 0)])
def test_as_many_pods_run_as_may_and_as_are_needed(parallelism: int, completions: int, first: int) -> None:
    async def play(stage: Stage) -> None:
        await stage.job(parallelism=parallelism, completions=completions)
        assert len(stage.pods()) == first
        for _ in range(completions if parallelism else 0):
            await stage.end(next(pod for pod in stage.pods() if pod["status"]["phase"] == "Pending"))
        assert len(stage.pods()) == (completions if parallelism else 0)
        assert bool(stage.conditions()) is (parallelism > 0)

    scene(play)


def test_a_missing_service_account_is_told_and_tried_again() -> None:
    async def play(stage: Stage) -> None:
        spec = copy.deepcopy(JOB["spec"]["template"]["spec"])  # type: ignore[index]
        await stage.job(template={"spec": {**spec, "serviceAccountName": "bob"}})
        assert "FailedCreate" in stage.reasons()
        account = {"kind": "ServiceAccount", "apiVersion": "v1", "metadata": {"name": "bob", "namespace": "default"}}
        stage.store.create("serviceaccounts", account)
        await asyncio.sleep(1.1)
        await stage.settle()
        assert len(stage.pods()) == 1

    scene(play)


def test_a_finished_job_goes_with_its_pods_after_its_time_to_live() -> None:
    async def play(stage: Stage) -> None:
        await stage.job(ttlSecondsAfterFinished=0)
        await stage.end(stage.pods()[0])
        assert (stage.store.list("jobs"), stage.pods()) == ([], [])

    scene(play)


@pytest.mark.parametrize("propagation", ["Background", "Foreground"])
def test_a_deleted_job_takes_its_pods_with_it(propagation: str) -> None:
    async def play(stage: Stage) -> None:
        await stage.job()
        (pod,) = stage.pods()
        await stage.run(pod)
        stage.store.delete("jobs", "default", "j", propagation=propagation)
        await stage.settle()
        assert (stage.store.get("jobs", "default", "j") is None) is (propagation == "Background")
        assert "deletionTimestamp" in stage.pods()[0]["metadata"]
        await stage.end(pod, 143, last=True)
        assert (stage.pods(), stage.store.list("jobs")) == ([], [])

    scene(play)


def test_orphaned_pods_lose_owner_and_finalizer_and_run_on() -> None:
    async def play(stage: Stage) -> None:
        await stage.job()
        await stage.run(stage.pods()[0])
        stage.store.delete("jobs", "default", "j", propagation="Orphan")
        await stage.settle()
        (pod,) = stage.pods()
        assert stage.store.list("jobs") == []
        assert not {"ownerReferences", "finalizers", "deletionTimestamp"} & set(pod["metadata"])

    scene(play)


def test_what_names_an_owner_that_is_not_there_is_collected() -> None:
    async def play(stage: Stage) -> None:
        owner = {"apiVersion": "batch/v1", "kind": "Job", "name": "gone", "uid": "gone"}
        metadata = {"name": "s", "namespace": "default", "ownerReferences": [owner]}
        stage.store.create("secrets", {"kind": "Secret", "apiVersion": "v1", "metadata": metadata})
        await stage.settle()
        assert stage.store.list("secrets") == []

    scene(play)


def test_a_namespace_gets_its_account_and_goes_when_it_is_empty() -> None:
    async def play(stage: Stage) -> None:
        space = {"kind": "Namespace", "apiVersion": "v1", "metadata": {"name": "team"}}
        stage.store.create("namespaces", space)
        await stage.settle()
        assert stage.store.get("serviceaccounts", "team", "default") is not None
        held = {"name": "c", "namespace": "team", "finalizers": ["example.com/hold"]}
        stage.store.create("configmaps", {"kind": "ConfigMap", "apiVersion": "v1", "metadata": held})
        stage.store.delete("namespaces", None, "team")
        await stage.settle()
        assert (stage.store.get("namespaces", None, "team") or {})["status"]["phase"] == "Terminating"
        stage.store.change("configmaps", "team", "c", lambda body: body["metadata"].pop("finalizers"))
        await stage.settle()
        assert stage.store.get("namespaces", None, "team") is None

    scene(play)
