"""One Pod, from its first sight to its last status: scheduled, set up, its containers run in order, ended, and let go."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import Any

from kpod.cluster import Body
from kpod.local.clock import Timer
from kpod.local.kubelet import scheduling, status
from kpod.local.kubelet.environment import Sources
from kpod.local.kubelet.logs import ContainerLog
from kpod.local.kubelet.node import LONGEST, Node
from kpod.local.kubelet.runner import Runner
from kpod.local.kubelet.status import Facts, State
from kpod.local.kubelet.volumes import Content, MountError, Volumes

_FIRST_MOUNT_DELAY = 0.5
_DEADLINE = "Pod was active on the node longer than the specified deadline"


class Worker:
    """Lives one Pod's life.

    Args:
        node: the node.
        pod: the Pod as it was first seen.
    """

    def __init__(self, node: Node, pod: Body) -> None:
        self.pod = pod
        self.contents: dict[str, Content] = {}
        self.runners: dict[str, Runner] = {}
        self.uid = str(pod["metadata"]["uid"])
        self._node = node
        self._facts: Facts | None = None
        self._news = asyncio.Event()
        self._stopping = asyncio.Event()
        self._killed_at = 0.0
        self._volumes = Volumes(
            Sources(node.store, pod, node.name), node.root / "pods" / self.uid, node.root / "claims", tuple(node.host_paths)
        )

    # what the kubelet tells

    def update(self, pod: Body) -> None:
        """Take the Pod as it is now; a deletion stops it."""
        self.pod = pod
        self._news.set()
        metadata = pod["metadata"]
        if "deletionTimestamp" in metadata:
            self.stop(float(metadata.get("deletionGracePeriodSeconds") or self._node.timings.forced))

    def stop(self, grace: float) -> None:
        """End the Pod: SIGTERM now, SIGKILL after `grace` seconds. A second call can only make it shorter."""
        end = self._node.store.clock.steady() + grace
        if self._stopping.is_set() and end >= self._killed_at:
            return
        self._killed_at = end
        self._stopping.set()
        self._news.set()
        for runner in self.runners.values():
            if runner.stopping or not runner.state.sidecar:
                runner.stop(grace)

    def logs(self) -> list[ContainerLog]:
        """Return the logs of all starts that are kept."""
        return [log for runner in self.runners.values() for log in (runner.previous, runner.log) if log is not None]

    def log_of(self, container: str, *, previous: bool = False) -> ContainerLog | None:
        """Return a container's log, or that of the start before; None where there is none."""
        runner = self.runners.get(container)
        if runner is None:
            return None
        return runner.previous if previous else runner.log

    # what the containers tell

    def publish(self) -> None:
        """Write the Pod's status, unless it is gone, or another Pod has taken its name."""
        facts = self._facts
        if facts is not None:
            self._change(lambda pod: status.write(pod, facts, self._node.store.now()))

    def tell(self, type_: str, reason: str, message: str, state: State | None = None) -> None:
        """Write an event about the Pod or one of its containers."""
        where = f"spec.{'initContainers' if state.init else 'containers'}{{{state.name}}}" if state is not None else ""
        self._node.store.event(self.pod, type_, reason, message, "kubelet", field=where, host=self._node.name)

    def _change(self, change: Callable[[Body], None]) -> None:
        metadata = self.pod["metadata"]

        def guarded(pod: Body) -> None:
            if pod["metadata"]["uid"] == self.uid:
                change(pod)

        self._node.store.change("pods", metadata["namespace"], metadata["name"], guarded)

    # the life

    async def run(self) -> None:
        """Live the Pod's life; returns when it has ended and nothing of it is left on the machine."""
        try:
            if await self._schedule():
                await self._live()
            else:
                self._change(_give_up)
        finally:
            if self._volumes.folder.exists():
                self._volumes.remove()
        self._let_go()

    async def _schedule(self) -> bool:
        """Wait until the Pod has its node; False where it was deleted before."""
        store = self._node.store
        while not self._stopping.is_set():
            if self.pod["spec"].get("nodeName"):
                return True
            gate = scheduling.gated(self.pod)
            message = gate or scheduling.misfit(self.pod, store, self._node.name)
            metadata = self.pod["metadata"]
            if not message:
                self._change(lambda pod: status.write_scheduled(pod, self._node.name, store.now()))
                text = f"Successfully assigned {metadata['namespace']}/{metadata['name']} to {self._node.name}"
                store.event(self.pod, "Normal", "Scheduled", text, "default-scheduler")
                return True
            self._wait_for_node("SchedulingGated" if gate else "Unschedulable", message)
            await self._look_again(self._node.timings.schedule)
        return False

    def _wait_for_node(self, reason: str, message: str) -> None:
        store = self._node.store
        self._change(lambda pod: status.write_unscheduled(pod, reason, message, store.now()))
        if reason == "Unschedulable":
            store.event(self.pod, "Warning", "FailedScheduling", message, "default-scheduler")

    async def _look_again(self, seconds: float) -> None:
        """Wait until the Pod changes, at most some seconds."""
        self._news.clear()
        await self._node.store.clock.wait(self._news, seconds)

    async def _live(self) -> None:
        facts = self._facts = status.initial(self.pod)
        facts.started_at = self._node.store.now()
        self.publish()
        timer = self._arm()
        sidecars: list[tuple[Runner, asyncio.Task[None]]] = []
        try:
            if await self._set_up() and await self._initialize(facts, sidecars):
                await self._run_together(facts)
            await self._end(sidecars)
        finally:
            if timer is not None:
                timer.cancel()
            await _cancel([task for _, task in sidecars])
        self._conclude(facts)

    def _arm(self) -> Timer | None:
        seconds = self.pod["spec"].get("activeDeadlineSeconds")
        return self._node.store.clock.call_later(seconds, self._expire) if seconds else None

    def _expire(self) -> None:
        if self._facts is not None and not self._stopping.is_set():
            self._facts.reason, self._facts.message = "DeadlineExceeded", _DEADLINE
            self.tell("Normal", "DeadlineExceeded", _DEADLINE)
            self.stop(self._grace())

    def _grace(self) -> float:
        return float(self.pod["spec"].get("terminationGracePeriodSeconds", 30))

    async def _set_up(self) -> bool:
        """Wait until the Pod's volumes are there; False where it was stopped before, or nothing can be run on this machine."""
        isolation = self._node.isolation
        if not isolation.works:
            text = f"Failed to create pod sandbox: this machine cannot isolate containers: {isolation.problem}; what helps: {isolation.fix}"
            self.tell("Warning", "FailedCreatePodSandBox", text)
            await self._stopping.wait()
            return False
        delay = _FIRST_MOUNT_DELAY
        while not self._stopping.is_set():
            try:
                self.contents = self._volumes.prepare()
            except MountError as error:
                self.tell("Warning", "FailedMount", str(error))
            else:
                if self._facts is not None:
                    self._facts.sandbox = True
                self.publish()
                return True
            await self._pause(min(delay, 2 * self._node.timings.config))
            delay = min(delay * 2, LONGEST)
        return False

    async def _pause(self, seconds: float) -> None:
        await self._node.store.clock.wait(self._stopping, seconds)

    def _runner(self, state: State) -> Runner:
        runner = self.runners[state.name] = Runner(self._node, self, state)
        return runner

    async def _initialize(self, facts: Facts, sidecars: list[tuple[Runner, asyncio.Task[None]]]) -> bool:
        """Run the init containers in order; native sidecars go on running. False where one failed or the Pod was stopped."""
        for state in facts.inits:
            if self._stopping.is_set():
                return False
            runner = self._runner(state)
            if not state.sidecar:
                await runner.run()
                if state.exit_code != 0:
                    return False
                continue
            sidecars.append((runner, asyncio.get_running_loop().create_task(runner.run())))
            await _first(runner.begun, self._stopping)
        if facts.inits and not self._stopping.is_set():
            self.publish()
        return not self._stopping.is_set()

    async def _run_together(self, facts: Facts) -> None:
        loop = asyncio.get_running_loop()
        tasks = [loop.create_task(self._runner(state).run()) for state in facts.mains]
        try:
            await asyncio.gather(*tasks)
        finally:
            await _cancel(tasks)

    async def _end(self, sidecars: list[tuple[Runner, asyncio.Task[None]]]) -> None:
        """Stop the native sidecars, the last one first, within what is left of the grace period."""
        clock = self._node.store.clock
        if not self._stopping.is_set():
            self._killed_at = clock.steady() + self._grace()
        for runner, task in reversed(sidecars):
            runner.stop(max(self._killed_at - clock.steady(), 0.0))
            await task

    def _conclude(self, facts: Facts) -> None:
        for state in (*facts.inits, *facts.mains):
            if "waiting" in state.current and state.last:
                state.current, state.last = state.last, {}
        outcome = facts.outcome or "Failed"
        self._volumes.remove()
        self.contents = {}
        facts.phase = "Failed" if facts.reason else outcome
        self.publish()

    def _let_go(self) -> None:
        """Let the API remove the Pod where it is being deleted; finalizers still hold it."""
        metadata = self.pod["metadata"]
        pod = self._node.store.get("pods", metadata["namespace"], metadata["name"])
        if pod is not None and pod["metadata"]["uid"] == self.uid and "deletionTimestamp" in pod["metadata"]:
            self._node.store.remove("pods", metadata["namespace"], metadata["name"], uid=self.uid)


def _give_up(pod: Body) -> None:
    pod.setdefault("status", {})["phase"] = "Failed"


async def _first(*events: asyncio.Event) -> None:
    tasks = [asyncio.get_running_loop().create_task(event.wait()) for event in events]
    try:
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        await _cancel(tasks)


async def _cancel(tasks: Sequence[asyncio.Task[Any]]) -> None:
    for task in tasks:
        task.cancel()
    if tasks:
        await asyncio.wait(tasks)
