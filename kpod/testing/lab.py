"""An embedded cluster for tests: the cluster, its faults, its clock, scripts for its Pods and a record of every request, in one object."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Coroutine, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from kpod.cluster import Body
from kpod.local import Images, embedded
from kpod.local.clock import Clock
from kpod.specs.spec import Spec
from kpod.testing.cast import Script, Scripts
from kpod.testing.expect import lacking
from kpod.testing.injection import Desk, Faults
from kpod.testing.requests import Requests
from kpod.testing.scripts import Step, replay
from kpod.wire import to_body

PATIENCE = 0.01
"""Real seconds that a script waits in a cluster where time flies."""


class Hands:
    """Moves a cluster's clock; from any thread.

    The clock is that of the cluster's stamps, of its controllers' delays and deadlines, of its node and of the scripts. A client's own
    timeouts, a process in a container and `Latency` run by the machine's clock.
    """

    def __init__(self, clock: Clock, runner: embedded.Runner) -> None:
        self._clock = clock
        self._runner = runner

    def advance(self, duration: timedelta | float) -> None:
        """Let time pass: everything that falls due on the way happens, in order; returns when it has.

        Args:
            duration: how much, in seconds where it is a number.
        """
        seconds = duration.total_seconds() if isinstance(duration, timedelta) else float(duration)
        self._run(self._clock.advance(seconds))

    def now(self) -> datetime:
        """Return what time it is there, in UTC."""
        return self._clock.moment()

    @property
    def skew(self) -> float:
        """Seconds by which the cluster's stamps are ahead of the right time (F18); negative: behind. May be set."""
        return self._clock.skew

    @skew.setter
    def skew(self, seconds: float) -> None:
        self._clock.skew = float(seconds)

    @property
    def flies(self) -> bool:
        """Whether time is moved on to where a script or a back-off goes on, so that they take milliseconds; deadlines on the way strike."""
        return self._clock.patience is not None

    @flies.setter
    def flies(self, value: bool) -> None:
        self._clock.patience = PATIENCE if value else None

    def _run(self, work: Coroutine[Any, Any, None]) -> None:
        asyncio.run_coroutine_threadsafe(work, self._runner.loop).result()


class Kube(embedded.EmbeddedCluster):
    """An embedded cluster in this process, and everything with which a test bends and sees it.

    Attributes:
        faults: what goes wrong: `kube.faults.add(Refuse(410, times=1))`.
        requests: what it was asked: `kube.requests.count(verb="list", kind="Pod")`.
        clock: moves time: `kube.clock.advance(600)`.
    """

    def __init__(self, runner: embedded.Runner, desk: Desk, scripts: Scripts, clock: Clock, *, namespace: str) -> None:
        super().__init__(runner.wait_until_ready(), namespace=namespace)
        self.faults: Faults = desk.faults
        self.requests: Requests = desk.requests
        self.clock = Hands(clock, runner)
        self._scripts = scripts
        self._runner = runner

    def script(self, name: str, steps: Sequence[Step] | Step, *, namespace: str = "", times: int | None = None) -> None:
        """Say how Pods live that are made from now on. They run nothing; see `kpod.testing.scripts` for the steps.

        Args:
            name: of the Pod or of its Job, or a pattern as `load-*`; `load` is every Pod of the Job `load`.
            steps: one after the other.
            namespace: a pattern; default: each.
            times: how many Pods; then the next script that fits is taken. Default: each Pod.
        """
        chosen = (steps,) if isinstance(steps, Step) else tuple(steps)
        self._scripts.add(Script(name, chosen, namespace, times))

    def replay(self, case: Mapping[str, Any], name: str = "*") -> None:
        """Let Pods end as those of a recorded case did: the first as its first, and so on; what it means for a Job, its controller says.

        Args:
            case: bodies as `pods` and `pods_last_seen`.
            name: of the Pods or of their Job, or a pattern.
        """
        for steps in replay(case):
            self.script(name, steps, times=1)

    def disrupt(
        self, name: str, *, namespace: str = "*", reason: str = "EvictionByEvictionAPI", message: str = "Eviction API: evicting"
    ) -> list[str]:
        """Mark Pods that have not ended with `DisruptionTarget` and delete them, as an eviction, a preemption or a drained node does.

        Args:
            name: of the Pods or of their Job, or a pattern.
            namespace: a pattern; default: each.
            reason: of the condition.
            message: of the condition.

        Returns:
            the names of the Pods; one that has ended, or goes already, is none of them.
        """

        async def disrupt() -> list[str]:
            return self._runner.disrupt(Script(name, (), namespace).fits, reason, message)

        return asyncio.run_coroutine_threadsafe(disrupt(), self._runner.loop).result()

    def assert_created(self, *expected: Any) -> None:
        """Fail unless each of these was created; what was created may say more.

        Args:
            expected: specs (then each object that they make), API objects or bodies. Of a body without a name any of its kind will do.

        Raises:
            AssertionError: it was not; the text lists what differs in what comes nearest.
        """
        for body in [body for each in expected for body in _bodies(each)]:
            created = self.requests.created(str(body["kind"]))
            differences = sorted((list(lacking(body, each)) for each in created), key=len)
            if not differences:
                kinds = ", ".join(str(each["kind"]) for each in self.requests.created()) or "nothing"
                raise AssertionError(f"no {body['kind']} was created; what was: {kinds}")
            if differences[0]:
                raise AssertionError(f"no such {body['kind']} was created; what comes nearest differs:\n  " + "\n  ".join(differences[0]))

    def rotate_token(self) -> None:
        """Refuse the token that clients have (401) and take a new one, which stands in the kubeconfig: F17."""
        self._runner.rotate_token()


def _bodies(expected: Any) -> list[Body]:
    if isinstance(expected, dict):
        return [expected]
    objects = expected.objects() if isinstance(expected, Spec) else [expected]
    return [to_body(each) for each in objects]


@contextmanager
def cluster(
    images: Images = None, *, host_paths: Sequence[str | Path] = (), namespace: str = "default", seed: int = 0, flies: bool = False
) -> Iterator[Kube]:
    """Run an embedded cluster for a test in a thread of this process, and yield it, connected. See `kpod.local.cluster`.

    Args:
        images: what image names mean; default: none is known.
        host_paths: the folders below which a hostPath volume may lie; default: none.
        namespace: the namespace that "none given" means. It is made.
        seed: what decides which requests a fault with a `probability` strikes.
        flies: whether time is moved on while scripts wait, as in the fixture `kube`.

    Yields:
        The cluster.
    """
    clock, scripts = Clock(), Scripts()
    clock.patience = PATIENCE if flies else None
    desk = Desk(Faults(seed=seed), Requests(), clock.steady)
    with embedded.Folder() as folder:
        settings = embedded.Settings(
            images=images,
            host_paths=tuple(host_paths),
            namespace=namespace,
            port=0,
            folder=folder,
            tap=desk,
            clock=clock,
            lives=scripts.worker,
        )
        runner = embedded.Runner(settings)
        thread = threading.Thread(target=runner.run, name="kpod-local", daemon=True)
        thread.start()
        try:
            kube = Kube(runner, desk, scripts, clock, namespace=namespace)
            with kube:
                yield kube
        finally:
            runner.stop()
            thread.join()
        runner.check()
