"""Memory limits: by a control group where the machine lets us make one, else by watching and killing.

A guard belongs to one container. It tells whether anything in it was killed for memory, which is more than the exit code says: a shell
whose child was killed may well end with 0. CPU is not limited.
"""

from __future__ import annotations

import asyncio
import errno
import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

_PREFIX = "kpod-"
_MOUNTS = Path("/proc/self/mounts")
_PERIOD = 0.05
_PATIENCE = 5.0


class Guard(Protocol):
    """The memory limit of one container."""

    def add(self, pid: int) -> None:
        """Take in the container's first process; its descendants follow."""
        ...

    def admit(self, pid: int) -> None:
        """Take in a process that is about to enter the container; its descendants follow."""
        ...

    @property
    def oom_killed(self) -> bool:
        """Whether a process of the container was killed for memory."""
        ...

    async def close(self) -> None:
        """Give everything back; no process of the container runs any more."""
        ...


class Limits:
    """Makes guards. One for each kubelet.

    Args:
        base: the control group to make ours in, None to watch instead.
        version: 1 or 2, of control groups.
    """

    def __init__(self, base: Path | None, version: int) -> None:
        self._base = base
        self._version = version
        self._own: Path | None = None
        self._count = 0

    def guard(self, limit: int) -> Guard:
        """Make the guard of one container that may use `limit` bytes."""
        if self._base is None:
            return WatchGuard(limit)
        if self._own is None:
            sweep(self._base)
            self._own = self._base / f"{_PREFIX}{os.getpid()}-{time.monotonic_ns():x}"
            self._own.mkdir()
            if self._version == 2:
                (self._own / "cgroup.subtree_control").write_text("+memory")
        self._count += 1
        return GroupGuard(self._own / str(self._count), limit, self._version)

    def close(self) -> None:
        """Remove our control group."""
        if self._own is not None:
            _remove_tree(self._own)
            self._own = None


class GroupGuard:
    """A limit that the kernel keeps."""

    def __init__(self, folder: Path, limit: int, version: int) -> None:
        self._folder = folder
        self._version = version
        folder.mkdir()
        if version == 2:
            (folder / "memory.max").write_text(str(limit))
            _write_if_there(folder / "memory.swap.max", "0")
        else:
            (folder / "memory.limit_in_bytes").write_text(str(limit))
            _write_if_there(folder / "memory.memsw.limit_in_bytes", str(limit))

    def add(self, pid: int) -> None:
        """Take in the container's first process."""
        (self._folder / "cgroup.procs").write_text(str(pid))

    admit = add

    @property
    def oom_killed(self) -> bool:
        """Whether the kernel killed a process of the group."""
        name = "memory.events" if self._version == 2 else "memory.oom_control"
        words = (self._folder / name).read_text().split()
        return int(dict(zip(words[::2], words[1::2], strict=True)).get("oom_kill", "0")) > 0

    async def close(self) -> None:
        """Remove the group. The kernel may take a moment to let its last process go."""
        end = time.monotonic() + _PATIENCE
        while True:
            try:
                self._folder.rmdir()
            except FileNotFoundError:
                return
            except OSError as error:
                if error.errno != errno.EBUSY:
                    raise
                if time.monotonic() > end:
                    return  # a process that cannot be killed; `Limits.close` and the next sweep look again
                await asyncio.sleep(0.002)
            else:
                return


class WatchGuard:
    """A limit that we keep, by looking every 50 ms: a process may use more for that long."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._task: asyncio.Task[None] | None = None
        self._roots: list[int] = []
        self._killed = False

    def add(self, pid: int) -> None:
        """Watch a process and its descendants from now on."""
        self._roots.append(pid)
        self._task = asyncio.get_running_loop().create_task(self._watch())

    def admit(self, pid: int) -> None:
        """Watch the descendants of one more process."""
        self._roots.append(pid)

    @property
    def oom_killed(self) -> bool:
        """Whether we killed a process of the container for memory."""
        return self._killed

    async def close(self) -> None:
        """Stop looking."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.wait([self._task])

    async def _watch(self) -> None:
        while True:
            # The first process is bubblewrap's own: it uses nothing, and its end would look like another reason.
            used = {pid: resident(pid) for root in self._roots for pid in descendants(root)}
            if sum(used.values()) > self._limit and used:
                self._kill(max(used, key=lambda pid: used[pid]))
            await asyncio.sleep(_PERIOD)

    def _kill(self, pid: int) -> None:
        try:
            os.kill(pid, signal.SIGKILL)
        except ProcessLookupError:
            return
        self._killed = True


def descendants(pid: int) -> Iterator[int]:
    """Yield the processes below one, as far as they can be seen."""
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except (FileNotFoundError, ProcessLookupError):
        return
    for child in children:
        yield int(child)
        yield from descendants(int(child))


def resident(pid: int) -> int:
    """Return the bytes that a process holds in memory; 0 for one that is gone."""
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (FileNotFoundError, ProcessLookupError):
        return 0


def find_base() -> tuple[Path | None, int, str]:
    """Look for a control group to make ours in.

    Returns:
        The group, the version of control groups, and why there is none (empty where there is one).
    """
    reasons = []
    for mount, version in _hierarchies():
        for base in _candidates(mount, version):
            reason = _why_not(base, version)
            if not reason:
                return base, version, ""
            reasons.append(reason)
    return None, 0, reasons[0] if reasons else "no control groups with a memory controller are mounted"


def sweep(base: Path) -> None:
    """Remove what kubelets left that were killed."""
    for group in base.glob(f"{_PREFIX}*"):
        owner = group.name.removeprefix(_PREFIX).partition("-")[0]
        if owner.isdigit() and not Path(f"/proc/{owner}").exists():
            _remove_tree(group)


def _hierarchies() -> Iterator[tuple[Path, int]]:
    if not _MOUNTS.exists():
        return
    for line in _MOUNTS.read_text().splitlines():
        _, mount, kind, options, *_ = line.split()
        if kind == "cgroup" and "memory" in options.split(","):
            yield Path(mount), 1
        elif kind == "cgroup2":
            yield Path(mount), 2


def _candidates(mount: Path, version: int) -> Iterator[Path]:
    """Yield the root of the hierarchy, as container runtimes take it, and then the groups above our own that were given to our user."""
    yield mount
    marker = "::" if version == 2 else ":memory:"
    for line in Path("/proc/self/cgroup").read_text().splitlines():
        if marker in line:
            own = line.split(":", 2)[2].strip("/")
            for path in (Path(own), *Path(own).parents) if version == 1 else Path(own).parents:
                if str(path) != "." and (mount / path).is_dir():
                    yield mount / path


def _why_not(base: Path, version: int) -> str:
    if version == 2:
        control = base / "cgroup.subtree_control"
        if not control.exists() or "memory" not in control.read_text().split():
            return f"{base} does not hand on its memory controller"
    probe = base / f"{_PREFIX}{os.getpid()}-probe-{time.monotonic_ns():x}"
    try:
        probe.mkdir()
    except OSError as error:
        return f"{base} cannot be written: {error.strerror}"
    probe.rmdir()
    return ""


def _write_if_there(path: Path, text: str) -> None:
    if path.exists():
        path.write_text(text)


def _remove_tree(folder: Path) -> None:
    for child in folder.glob("*/"):
        _remove_group(child)
    _remove_group(folder)


def _remove_group(folder: Path) -> None:
    try:
        folder.rmdir()
    except OSError:
        # Busy or gone already: the next kubelet's sweep looks again.
        return
