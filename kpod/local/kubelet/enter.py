"""Runs one program inside a container that runs already: the half of `exec` that is a program of its own.

It is started as a file, by the same Python, without site packages: it imports what it needs while it is still outside, joins every
namespace of the container, keeps no more rights than the container's own first program has, and becomes the program. It is not dumpable
from the first line on, so that nothing in the container can reach this interpreter through `/proc`. It refuses to run anything if a single
namespace cannot be joined.

Arguments: a socket to the kubelet, a pidfd of the container, a file with the settings (JSON), all as numbers of open descriptors.
"""

from __future__ import annotations

import array
import ctypes
import errno
import fcntl
import json
import os
import signal
import socket
import sys
import termios
from typing import Any, NoReturn

_NEWNS, _NEWUTS, _NEWIPC, _NEWUSER, _NEWPID = 0x00020000, 0x04000000, 0x08000000, 0x10000000, 0x20000000
_PDEATHSIG, _SET_DUMPABLE, _CAPBSET_DROP, _SET_NO_NEW_PRIVS = 1, 4, 24, 38
_DEFAULT_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
_FAILED = 126

_libc = ctypes.CDLL(None, use_errno=True)


def _call(name: str, *arguments: int) -> None:
    if getattr(_libc, name)(*(ctypes.c_ulong(each) for each in arguments)) != 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{name}: {os.strerror(number)}")


def _join(pidfd: int, pid: int) -> None:
    """Become a member of the container's namespaces; children will be in its process namespace."""
    kinds = _NEWNS | _NEWUTS | _NEWIPC | _NEWPID
    if os.stat(f"/proc/{pid}/ns/user").st_ino != os.stat("/proc/self/ns/user").st_ino:
        kinds |= _NEWUSER
    _call("setns", pidfd, kinds)


def _confine(kept: list[int], last: int) -> None:
    """Keep no right that the container's own first program does not have."""
    for number in range(last + 1):
        if number not in kept:
            _call("prctl", _CAPBSET_DROP, number, 0, 0, 0)
    _call("prctl", _SET_NO_NEW_PRIVS, 1, 0, 0, 0)


def _take_terminal(slave: int) -> None:
    os.setsid()
    fcntl.ioctl(slave, termios.TIOCSCTTY, 0)
    for number in (0, 1, 2):
        os.dup2(slave, number)


def _become(settings: dict[str, Any], slave: int | None) -> NoReturn:
    """Become the program. Raises OSError."""
    _call("prctl", _PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    for number in settings["signals"]:
        signal.signal(number, signal.SIG_DFL)
    if slave is None:
        os.setsid()
    else:
        _take_terminal(slave)
    os.chdir(settings["folder"])
    _confine(settings["kept"], settings["last"])
    command, environment = settings["command"], settings["environment"]
    folders = [""] if "/" in command[0] else environment.get("PATH", _DEFAULT_PATH).split(":")
    found = errno.ENOENT
    for folder in folders:
        try:
            os.execve(f"{folder}/{command[0]}" if folder else command[0], command, environment)
        except OSError as error:
            if error.errno not in (errno.ENOENT, errno.ENOTDIR):
                found = error.errno or found
    raise OSError(found, os.strerror(found))


def _child(control: socket.socket, settings: dict[str, Any], slave: int | None) -> NoReturn:
    try:
        _become(settings, slave)
    except OSError as error:
        control.send(json.dumps({"errno": error.errno, "text": error.strerror}).encode())
    os._exit(_FAILED)


def main() -> NoReturn:
    """Join, run, and end as the program ended: with its code, or 128 and the number of its signal."""
    _call("prctl", _SET_DUMPABLE, 0, 0, 0, 0)
    control, pidfd = socket.socket(fileno=int(sys.argv[1])), int(sys.argv[2])
    control.set_inheritable(False)  # the kubelet takes its end for the sign that the program runs
    control.recv(1)  # the kubelet has put this process into the container's control group
    with open(int(sys.argv[3]), "rb") as file:
        settings = json.loads(file.read())
    with open("/proc/sys/kernel/cap_last_cap") as file_:
        settings["last"] = int(file_.read())
    slave = None
    try:
        _join(pidfd, settings["pid"])
        os.close(pidfd)
        if settings["tty"]:
            master, slave = os.openpty()
            control.sendmsg([b"t"], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", [master]))])
            os.close(master)
        child = os.fork()
    except OSError as error:
        control.send(json.dumps({"errno": error.errno, "text": error.strerror}).encode())
        os._exit(_FAILED)
    if child == 0:
        _child(control, settings, slave)
    control.close()
    for number in (0, 1, 2, *([slave] if slave is not None else ())):
        os.close(number)
    _, status = os.waitpid(child, 0)
    os._exit(os.WEXITSTATUS(status) if os.WIFEXITED(status) else 128 + os.WTERMSIG(status))


if __name__ == "__main__":
    main()
