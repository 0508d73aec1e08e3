"""One container of a Pod, from its image to its last end: it is prepared, started, watched, and started again where the policy says so."""

from __future__ import annotations

import asyncio
import os
import secrets
from collections.abc import Mapping
from pathlib import Path

import attrs

from kpod.cluster import Body
from kpod.local.clock import Timer
from kpod.local.kubelet import environment, images, status, termination, volumes
from kpod.local.kubelet.attachment import Console
from kpod.local.kubelet.container import Container, Ended, StartError
from kpod.local.kubelet.environment import ConfigMissing, Sources
from kpod.local.kubelet.images import Image, ImageError
from kpod.local.kubelet.logs import ContainerLog
from kpod.local.kubelet.node import LONGEST, Node, Owner
from kpod.local.kubelet.sandbox import CAPABILITIES, Bind, File, Mount, Sandbox, Single
from kpod.local.kubelet.status import State, timestamp
from kpod.local.kubelet.volumes import SubPathError
from kpod.quantity import Quantity

_START_FAILED = 128
_MESSAGE_PATH = "/dev/termination-log"


class Runner:
    """Runs one container.

    Args:
        node: the node.
        owner: the Pod.
        state: what is known of the container; written here.
    """

    def __init__(self, node: Node, owner: Owner, state: State) -> None:
        self.state = state
        self.log: ContainerLog | None = None
        self.previous: ContainerLog | None = None
        self.begun = asyncio.Event()
        self._node = node
        self._owner = owner
        self._stopping = asyncio.Event()
        self._container: Container | None = None
        self._timers: list[Timer] = []
        self._failures = 0

    @property
    def stopping(self) -> bool:
        """Whether it was told to stop."""
        return self._stopping.is_set()

    @property
    def container(self) -> Container | None:
        """The container that runs now."""
        return self._container if self._container is not None and self._container.runs else None

    def stop(self, grace: float) -> None:
        """End the container: SIGTERM now, SIGKILL after `grace` seconds. A second call can only make it shorter."""
        first = not self.stopping
        self._stopping.set()
        self._timers.append(self._node.store.clock.call_later(grace, self._kill))
        if first and self.state.running and self._container is not None:
            self._terminate(self._container)

    def _terminate(self, container: Container) -> None:
        self._owner.tell("Normal", "Killing", f"Stopping container {self.state.name}", self.state)
        container.terminate()

    def _kill(self) -> None:
        if self._container is not None:
            self._container.kill()

    async def run(self) -> None:
        """Run the container until it has ended for good."""
        try:
            while not self.stopping:
                code = await self._once()
                if code is None or self.stopping or not self._again(code):
                    break
                self._owner.publish()
                await self._back_off()
        finally:
            for timer in self._timers:
                timer.cancel()
            self.begun.set()
        self.state.final = True
        self._owner.publish()

    async def _once(self) -> int | None:
        """Start the container once and wait for its end; None where it was told to stop before."""
        prepared = await self._prepare()
        if prepared is None:
            return None
        sandbox, command = prepared
        state = self.state
        if state.container_id:
            state.restarts += 1
            state.last = state.current if "terminated" in state.current else state.last
        state.container_id = f"kpod://{secrets.token_hex(32)}"
        self.previous, self.log = self.log, ContainerLog(clock=self._node.store.clock.nanoseconds)
        self._owner.tell("Normal", "Created", "Container created", state)
        try:
            return await self._run(sandbox, command, self.log)
        finally:
            self.log.close()
            self._container = None

    async def _run(self, sandbox: Sandbox, command: list[str], log: ContainerLog) -> int:
        bwrap = self._node.isolation.bwrap
        if bwrap is None:
            raise AssertionError("a Pod is not started where nothing can isolate it")
        message = termination.make(self._message_file())
        target = self.state.spec.get("terminationMessagePath") or _MESSAGE_PATH
        mounts = [*sandbox.mounts, Bind(message, target if target.startswith("/") else f"/{target}", read_only=False)]
        try:
            guard = self._node.limits.guard(limit) if (limit := self._memory()) else None
            console = Console.of(self.state.spec)
            seen = attrs.evolve(sandbox, mounts=mounts, terminal=console.tty)
            container = self._container = Container(bwrap, seen, command, log, guard, console)
            return await self._follow(container, log)
        except (StartError, OSError) as error:
            return self._failed(str(error))

    async def _follow(self, container: Container, log: ContainerLog) -> int:
        try:
            await container.start()
            self.state.current = {"running": {"startedAt": self._stamp(container.started_at)}}
            self.begun.set()
            self._owner.tell("Normal", "Started", "Container started", self.state)
            self._owner.publish()
            if self.stopping:
                self._terminate(container)
            ended = await container.wait()
        except asyncio.CancelledError:
            container.kill()
            await container.wait()
            raise
        self._ended(ended, container.started_at, log)
        return ended.exit_code

    def _stamp(self, seconds: float) -> str:
        """Return a time of the machine's clock as the cluster's clock says it."""
        return timestamp(seconds + self._node.store.clock.offset)

    def _ended(self, ended: Ended, started_at: float, log: ContainerLog) -> None:
        failed = ended.exit_code != 0
        reason = "OOMKilled" if ended.oom_killed else "Error" if failed else "Completed"
        spec = self._owner.pod["spec"]
        count = len(spec["containers"]) + len(spec.get("initContainers") or [])
        policy = self.state.spec.get("terminationMessagePolicy") or "File"
        message = termination.read(self._message_file(), count, policy=policy, failed=failed, log=log)
        self.state.current = {
            "terminated": {
                "exitCode": ended.exit_code,
                "reason": reason,
                **({"message": message} if message else {}),
                "startedAt": self._stamp(started_at),
                "finishedAt": self._stamp(ended.at),
                "containerID": self.state.container_id,
            }
        }
        if ended.at - started_at > self._node.timings.forgive:
            self._failures = 0

    def _failed(self, message: str) -> int:
        self.state.current = {
            "terminated": {
                "exitCode": _START_FAILED,
                "reason": "StartError",
                "message": message,
                "startedAt": status.NEVER,
                "finishedAt": self._node.store.now(),
                "containerID": self.state.container_id,
            }
        }
        self._owner.tell("Warning", "Failed", f"Error: {message}", self.state)
        return _START_FAILED

    def _message_file(self) -> Path:
        uid = str(self._owner.pod["metadata"]["uid"])
        return self._node.root / "pods" / uid / "termination" / f"{self.state.name}-{self.state.restarts}"

    def _again(self, code: int) -> bool:
        if self.state.sidecar:
            return True
        policy = self._owner.pod["spec"].get("restartPolicy") or "Always"
        if self.state.init and code == 0:
            return False
        return bool(policy == "Always" or (policy == "OnFailure" and code != 0))

    async def _back_off(self) -> None:
        """Wait before the next start; the first one is at once."""
        self._failures += 1
        if self._failures == 1:
            return
        delay = min(self._node.timings.crash * 2 ** (self._failures - 2), LONGEST)
        metadata = self._owner.pod["metadata"]
        name = f"{metadata['name']}_{metadata['namespace']}({metadata['uid']})"
        self.state.wait("CrashLoopBackOff", f"back-off {_duration(delay)} restarting failed container={self.state.name} pod={name}")
        text = f"Back-off restarting failed container {self.state.name} in pod {name}"
        self._owner.tell("Warning", "BackOff", text, self.state)
        self._owner.publish()
        await self._pause(delay)

    async def _pause(self, seconds: float) -> None:
        await self._node.store.clock.wait(self._stopping, seconds)

    # before the start

    async def _prepare(self) -> tuple[Sandbox, list[str]] | None:
        """Wait until everything is there that the container needs; None where it was told to stop before."""
        image = await self._image()
        while image is not None and not self.stopping:
            try:
                return self._compose(image)
            except (ConfigMissing, SubPathError) as error:
                self.state.wait("CreateContainerConfigError", str(error))
                self._owner.tell("Warning", "Failed", f"Error: {error}", self.state)
            self._owner.publish()
            await self._pause(self._node.timings.config)
        return None

    async def _image(self) -> Image | None:
        name = self.state.spec.get("image") or ""
        policy = self.state.spec.get("imagePullPolicy") or "IfNotPresent"
        delay = self._node.timings.pull
        while not self.stopping:
            try:
                image = images.find(self._node.images, name, policy)
            except ImageError as error:
                await self._no_image(error, name, delay)
                delay = min(delay * 2, LONGEST)
                continue
            self.state.image_id = image.id
            text = f'Container image "{name}" already present on machine and can be accessed by the pod'
            self._owner.tell("Normal", "Pulled", text, self.state)
            return image
        return None

    async def _no_image(self, error: ImageError, name: str, delay: float) -> None:
        self.state.wait(error.reason, str(error))
        if error.reason == "ErrImagePull":
            self._owner.tell("Normal", "Pulling", f'Pulling image "{name}"', self.state)
            self._owner.tell("Warning", "Failed", f'Failed to pull image "{name}": {error}', self.state)
        else:
            word = "InspectFailed" if error.reason == "InvalidImageName" else error.reason
            self._owner.tell("Warning", word, str(error), self.state)
        self._owner.tell("Warning", "Failed", f"Error: {error.reason}", self.state)
        self._owner.publish()
        if error.reason != "ErrImagePull":
            await self._pause(delay)
            return
        await self._pause(self._node.timings.show)
        if not self.stopping:
            self.state.wait("ImagePullBackOff", f'Back-off pulling image "{name}": ErrImagePull: {error}')
            self._owner.tell("Normal", "BackOff", f'Back-off pulling image "{name}"', self.state)
            self._owner.tell("Warning", "Failed", "Error: ImagePullBackOff", self.state)
            self._owner.publish()
            await self._pause(delay - self._node.timings.show)

    def _compose(self, image: Image) -> tuple[Sandbox, list[str]]:
        pod, spec = self._owner.pod, self.state.spec
        user, group = self._identity()
        home = _home(os.getuid() if user is None else user)
        hostname = str(pod["spec"].get("hostname") or pod["metadata"]["name"])
        base = {**image.environment, "HOSTNAME": hostname, "HOME": home}
        values = environment.build(Sources(self._node.store, pod, self._node.name), spec, base)
        command = environment.command(spec, values)
        if not command:
            raise ConfigMissing("no command specified: images of the embedded cluster bring none, say `command` or `args`")
        security = spec.get("securityContext") or {}
        sandbox = Sandbox(
            hostname=hostname,
            tree=image.tree,
            environment=values,
            mounts=[*_hosts(hostname, spec), *volumes.mounts(spec, self._owner.contents, values)],
            working_dir=spec.get("workingDir") or "/",
            folders=("/run", "/var/tmp", *((home,) if home != "/" else ())),
            read_only_root=bool(security.get("readOnlyRootFilesystem")),
            user=user,
            group=group,
            capabilities=_capabilities(security),
        )
        return sandbox, command

    def _identity(self) -> tuple[int | None, int | None]:
        """Return the user and group that the Pod asks for, None for the kubelet's own."""
        pod = self._owner.pod["spec"].get("securityContext") or {}
        security = {**pod, **(self.state.spec.get("securityContext") or {})}
        user, group = security.get("runAsUser"), security.get("runAsGroup")
        runs_as = os.getuid() if user is None else user
        if security.get("runAsNonRoot") and runs_as == 0:
            metadata = self._owner.pod["metadata"]
            name = f"{metadata['name']}_{metadata['namespace']}({metadata['uid']})"
            raise ConfigMissing(f'container has runAsNonRoot and image will run as root (pod: "{name}", container: {self.state.name})')
        other = runs_as != os.getuid() or (group is not None and group != os.getgid())
        if other and not self._node.isolation.user_namespaces:
            raise ConfigMissing(f"runAsUser {runs_as}: this machine allows no user namespaces; see `kpod local status`")
        return user, group

    def _memory(self) -> int:
        limits: Mapping[str, str] = (self.state.spec.get("resources") or {}).get("limits") or {}
        return int(Quantity(limits["memory"]).value) if "memory" in limits else 0


def _capabilities(security: Body) -> tuple[str, ...]:
    """Return what root keeps. More than the usual list is not given: it would let a container remount the machine's folders for writing."""
    asked = security.get("capabilities") or {}
    dropped = {each.upper().removeprefix("CAP_") for each in asked.get("drop") or []}
    added = {each.upper().removeprefix("CAP_") for each in asked.get("add") or []}
    kept = [each for each in CAPABILITIES if each not in dropped and "ALL" not in dropped]
    return tuple(sorted({*kept, *(each for each in CAPABILITIES if each in added or "ALL" in added)}))


def _hosts(hostname: str, spec: Body) -> list[Mount]:
    """Return the machine's `/etc/hosts` with the Pod's name in it, as a node writes one, unless a volume lies there."""
    path = "/etc/hosts"
    if any(mount["mountPath"] == path for mount in spec.get("volumeMounts") or []):
        return []
    machine = Path(path).read_text(errors="replace") if Path(path).is_file() else "127.0.0.1\tlocalhost\n"
    return [Single(path, File(f"{machine.rstrip()}\n{environment.ADDRESS}\t{hostname}\n".encode()))]


def _home(user: int) -> str:
    import pwd  # there is none on Windows, where this module can be imported but no container be run

    try:
        home = pwd.getpwuid(user).pw_dir
    except KeyError:
        return "/"
    return home if home.startswith("/") and home != "/nonexistent" else "/"


def _duration(seconds: float) -> str:
    """Write seconds as Go does: `1m20s`."""
    minutes, rest = divmod(int(seconds), 60)
    return f"{minutes}m{rest}s" if minutes else f"{rest}s"
