"""Plays scripts: a worker of the node that reports what a script says, and runs nothing.

It is a `Worker` like the one that runs processes: the kubelet tells it about changes and deletions, and it writes the same status in the
same words; only what the containers do is invented.
"""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Mapping, Sequence
from typing import Any

from kpod.cluster import Body
from kpod.local import pods
from kpod.local.kubelet import status
from kpod.local.kubelet.logs import ContainerLog
from kpod.local.kubelet.node import Node
from kpod.local.kubelet.status import Facts, State
from kpod.local.kubelet.worker import Worker
from kpod.local.store import copy
from kpod.testing import scripts
from kpod.testing.scripts import Step

_FALLBACK = 2048
_SHORT = 0.001
_SEEN = 0.5
"""Seconds for which a Pod that never starts is there, so that it can be seen."""


class Stopped(Exception):
    """The Pod is being deleted, or over its deadline: the script is at its end."""


class Actor(Worker):
    """Plays one Pod's life.

    Args:
        node: the node.
        pod: the Pod as it was first seen.
        steps: the life.
    """

    def __init__(self, node: Node, pod: Body, steps: Sequence[Step]) -> None:
        super().__init__(node, pod)
        self._steps = steps
        self._facts: Facts | None = None
        self._tapes: dict[str, list[ContainerLog]] = {}
        self._last = scripts.Running()
        self._over = False

    def logs(self) -> list[ContainerLog]:
        """Return the logs of all starts that are kept."""
        return [log for logs in self._tapes.values() for log in logs]

    def log_of(self, container: str, *, previous: bool = False) -> ContainerLog | None:
        """Return a container's log, or that of the start before; None where there is none."""
        logs = self._tapes.get(container, [])
        at = 2 if previous else 1
        return logs[-at] if len(logs) >= at else None

    @property
    def facts(self) -> Facts:
        """What is known of the Pod."""
        if self._facts is None:
            self._facts = status.initial(self.pod)
        return self._facts

    # the life

    async def run(self) -> None:
        """Live the Pod's life; returns when it has ended."""
        timer = None
        try:
            if self._steps and not isinstance(self._steps[0], scripts.Unschedulable):
                self._assign()
            timer = self._arm()
            while not self._over:
                for step in self._steps:
                    await self._play(step)
                await self._after()
        except Stopped:
            recorded = next((step for step in self._steps if isinstance(step, scripts.Recorded) and step.ended), None)
            await (self._terminate() if recorded is None else self._play(recorded))
        finally:
            if timer is not None:
                timer.cancel()
            for log in self.logs():
                log.close()
        self._let_go()

    async def _after(self) -> None:
        """The script is over: the Pod has ended, runs on, or its containers are started again."""
        if self._over:
            return
        if self.facts.outcome:
            self._finish()
        elif any("terminated" in state.current and not state.final for state in self.facts.mains):
            await self._play(scripts.Waiting("CrashLoopBackOff", self._node.timings.crash, "back-off 10s restarting failed container"))
        else:
            await self._sleep(None)

    async def _sleep(self, seconds: float | None) -> None:
        clock = self._node.store.clock
        if await clock.wait(self._stopping, seconds, eager=True):
            raise Stopped

    async def _play(self, step: Step) -> None:
        if self._over:
            return
        play = getattr(self, f"_play_{type(step).__name__.lower()}", None) or self._inherited(step)
        await play(step)

    def _inherited(self, step: Step) -> Any:
        for each in type(step).__mro__:
            found = getattr(self, f"_play_{each.__name__.lower()}", None)
            if found is not None:
                return found
        raise TypeError(f"{type(step).__name__} is no step of a script; see kpod.testing.scripts")

    # steps

    async def _play_unschedulable(self, step: scripts.Unschedulable) -> None:
        self._wait_for_node("Unschedulable", step.message)
        await self._sleep(step.seconds)

    async def _play_waiting(self, step: scripts.Waiting) -> None:
        self._prepare()
        for state in self._states(step.container):
            state.wait(step.reason, step.message)
            if "Image" in step.reason:
                self.tell("Normal", "Pulling", f'Pulling image "{state.spec.get("image", "")}"', state)
            self.tell("Warning", "BackOff" if "BackOff" in step.reason else "Failed", step.message or f"Error: {step.reason}", state)
        self.publish()
        await self._sleep(step.seconds)

    async def _play_init(self, step: scripts.Init) -> None:
        self._prepare()
        states = [state for state in self.facts.inits if not state.sidecar]
        for state in states:
            self._start(state)
            self.publish()
            await self._sleep(step.seconds or _SHORT)
            last = state is states[-1]
            self._halt(state, step.code if last else 0, log=step.log if last else "")
            self.publish()
        if step.code and self.facts.outcome == "Failed":
            self._finish()

    async def _play_running(self, step: scripts.Running) -> None:
        self._last = step
        self._begin()
        for state in self.facts.mains:
            if state.running:
                self._write(state, step.log)
        await self._sleep(step.seconds)

    async def _play_log(self, step: scripts.Log) -> None:
        self._begin()
        for state in self._states(step.container)[:1]:
            if step.rotate:
                self._tapes[state.name][-1].clear()
            self._write(state, step.text)

    async def _play_exit(self, step: scripts.Exit) -> None:
        if not any(state.running for state in self._states(step.container)):
            self._begin()
            await self._sleep(_SHORT)
        for state in self._states(step.container):
            if state.running:
                self._halt(state, step.code, reason=step.reason, message=step.text, log=step.log)
        self.publish()

    async def _play_stuck(self, step: scripts.Stuck) -> None:
        await self._sleep(self._grace() if step.seconds is None else step.seconds)
        for state in self.facts.inits:
            if state.sidecar and state.running:
                self._halt(state, 137)

    async def _play_evicted(self, step: scripts.Evicted) -> None:
        self._prepare()
        self.tell("Warning", "Evicted", step.message)
        self._change(lambda pod: pods.mark_disrupted(pod, self._node.store.now(), "TerminationByKubelet", step.message))
        for state in (*self.facts.inits, *self.facts.mains):
            if state.running:
                self._halt(state, self._last.on_term)
        self.facts.reason, self.facts.message = "Evicted", step.message
        self._finish("Failed")

    async def _play_disrupted(self, step: scripts.Disrupted) -> None:
        if not self.facts.sandbox:
            self._prepare()
            await self._sleep(_SEEN)
        self._disrupt(step.reason, step.message)
        await self._sleep(None)

    def _disrupt(self, reason: str, message: str) -> None:
        store, metadata = self._node.store, self.pod["metadata"]
        self._change(lambda pod: pods.mark_disrupted(pod, store.now(), reason, message))
        store.delete("pods", metadata["namespace"], metadata["name"], uid=self.uid)

    async def _play_nodelost(self, step: scripts.NodeLost) -> None:
        self._begin()
        clock = self._node.store.clock
        self._change(lambda pod: _not_ready(pod, self._node.store.now()))
        self.tell("Warning", "NodeNotReady", "Node is not ready")
        lost = asyncio.Event()  # nobody hears a deletion meanwhile
        back = None if step.back is None else clock.steady() + step.back
        wait = step.tolerated if step.back is None else min(step.tolerated, step.back)
        await clock.wait(lost, wait, eager=True)
        if back is None or step.back is None or step.tolerated < step.back:
            self._disrupt("DeletionByTaintManager", "Taint manager: deleting due to NoExecute taint")
            if back is None:
                await self._until_gone()
                self._over = True
                return
            await clock.wait(lost, back - clock.steady(), eager=True)
        self.publish()
        if self._stopping.is_set():
            raise Stopped

    async def _until_gone(self) -> None:
        metadata = self.pod["metadata"]
        while (body := self._node.store.get("pods", metadata["namespace"], metadata["name"])) and body["metadata"]["uid"] == self.uid:
            self._news.clear()
            await self._news.wait()

    async def _play_rejected(self, step: scripts.Rejected) -> None:
        def reject(pod: Body) -> None:
            pod["status"] = {"phase": "Failed", "reason": step.reason, "message": step.message, "startTime": self._node.store.now()}

        self._change(reject)
        self.tell("Warning", step.reason, step.message)
        self._over = True

    async def _play_recorded(self, step: scripts.Recorded) -> None:
        store, metadata = self._node.store, self.pod["metadata"]
        recorded: Mapping[str, Any] = step.pod
        self._change(lambda pod: pod.update(status=_transplanted(recorded.get("status") or {}, store.now())))
        self._over = True
        if "deletionTimestamp" in recorded["metadata"]:
            store.delete("pods", metadata["namespace"], metadata["name"], uid=self.uid)
        if not step.ended:
            await self._until_gone()

    # what the steps are made of

    def _assign(self) -> None:
        store, metadata = self._node.store, self.pod["metadata"]
        if not self.pod["spec"].get("nodeName"):
            self._change(lambda pod: status.write_scheduled(pod, self._node.name, store.now()))
            text = f"Successfully assigned {metadata['namespace']}/{metadata['name']} to {self._node.name}"
            store.event(self.pod, "Normal", "Scheduled", text, "default-scheduler")

    def _prepare(self) -> None:
        if not self.facts.sandbox:
            self._assign()
            self.facts.started_at = self._node.store.now()
            self.facts.sandbox = True
            self.publish()

    def _begin(self) -> None:
        """Start what does not run: init containers have ended well by then, native sidecars run."""
        self._prepare()
        for state in self.facts.inits:
            if state.sidecar and not state.running:
                self._start(state)
            elif not state.sidecar and not state.final:
                self._start(state)
                self._halt(state, 0)
        for state in self.facts.mains:
            if not state.running and not state.final:
                self._start(state)
        self.publish()

    def _states(self, container: str) -> list[State]:
        states = [state for state in (*self.facts.inits, *self.facts.mains) if state.name == container] if container else self.facts.mains
        if not states:
            raise ValueError(f"the script names container {container!r}, and Pod {self.pod['metadata']['name']} has none of that name")
        return states

    def _start(self, state: State) -> None:
        if "terminated" in state.current or state.last:
            state.restarts += 1
            state.last = state.current if "terminated" in state.current else state.last
        state.container_id, state.image_id = f"kpod://{secrets.token_hex(32)}", "kpod://script"
        state.current = {"running": {"startedAt": self._node.store.now()}}
        self._tapes.setdefault(state.name, []).append(ContainerLog(clock=self._node.store.clock.nanoseconds))
        for reason, text in (("Pulled", "Container image already present on machine"), ("Created", "Container created")):
            self.tell("Normal", reason, text, state)
        self.tell("Normal", "Started", "Container started", state)

    def _write(self, state: State, text: str | bytes) -> None:
        if text:
            self._tapes[state.name][-1].write(text.encode() if isinstance(text, str) else text)

    def _halt(self, state: State, code: int, *, reason: str = "", message: str = "", log: str | bytes = "") -> None:
        self._write(state, log)
        tape = self._tapes[state.name][-1]
        tape.close()
        if not message and code and state.spec.get("terminationMessagePolicy") == "FallbackToLogsOnError":
            message = tape.end(80, _FALLBACK).decode(errors="replace")
        started = (state.current.get("running") or {}).get("startedAt") or status.NEVER
        ended = {"exitCode": code, "reason": reason or ("Error" if code else "Completed"), **({"message": message} if message else {})}
        times = {"startedAt": started, "finishedAt": self._node.store.now(), "containerID": state.container_id}
        state.current = {"terminated": {**ended, **times}}
        policy = self.pod["spec"].get("restartPolicy") or "Always"
        state.final = policy == "Never" or (code == 0 and (policy == "OnFailure" or state.init)) or self._stopping.is_set()

    async def _terminate(self) -> None:
        """SIGTERM, and after the grace period SIGKILL."""
        clock = self._node.store.clock
        for state in (*self.facts.inits, *self.facts.mains):
            if state.running:
                self.tell("Normal", "Killing", f"Stopping container {state.name}", state)
        wait = self._last.term_seconds
        while wait > 0 and (left := self._killed_at - clock.steady()) > 0:  # a second deletion makes it shorter
            self._news.clear()
            began = clock.steady()
            await clock.wait(self._news, min(wait, left), eager=True)
            wait -= clock.steady() - began
        code = 137 if wait > 0 else self._last.on_term
        for state in (*self.facts.inits, *self.facts.mains):
            if state.running:
                self._halt(state, code)
            elif "waiting" in state.current and state.last:
                state.current, state.last = state.last, {}
        self._finish(self.facts.outcome or "Failed")

    def _finish(self, phase: str = "") -> None:
        for state in self.facts.inits:
            if state.running:
                self._halt(state, 143)
        self.facts.phase = "Failed" if self.facts.reason else phase or self.facts.outcome
        self._over = True
        metadata = self.pod["metadata"]
        body = self._node.store.get("pods", metadata["namespace"], metadata["name"]) or self.pod
        if body["spec"].get("nodeName"):
            self.publish()
        else:
            self._change(_give_up)


def _give_up(pod: Body) -> None:
    pod.setdefault("status", {})["phase"] = "Failed"


def _not_ready(pod: Body, now: str) -> None:
    for each in pod["status"].get("conditions") or []:
        if each["type"] == "Ready":
            each.update(status="False", lastTransitionTime=now)


def _transplanted(recorded: Mapping[str, Any], now: str) -> Body:
    """Return a recorded status with times of now; the order of its times is not kept."""

    def aged(value: Any, word: str = "") -> Any:
        if isinstance(value, dict):
            return {key: aged(each, key) for key, each in value.items()}
        if isinstance(value, list):
            return [aged(each) for each in value]
        return now if value and word in ("lastTransitionTime", "startTime", "startedAt", "finishedAt") else value

    found: Body = aged(copy(dict(recorded)))
    return found
