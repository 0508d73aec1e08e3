"""One container: a tree of processes in namespaces of its own, from its start to its exit code.

bubblewrap is its first process and the user's program the second. The options and the environment travel through memory, so that no value
is in an argument list. The container dies with the thread that started it (`PDEATHSIG` is bound to the thread), hence with this
process, whatever kills it. It refuses to guess: without an exit code from bubblewrap the program was never started.
"""

from __future__ import annotations

import asyncio
import errno
import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import attrs

from kpod.local.kubelet.attachment import Attachment, Console, Feed
from kpod.local.kubelet.limits import Guard
from kpod.local.kubelet.logs import ContainerLog
from kpod.local.kubelet.sandbox import Options, Sandbox, SandboxError
from kpod.local.kubelet.session import DEFAULTED, HEEDED, ExecError, Pipe, Place, Session

_EXEC = re.compile(r"bwrap: execvp (?P<program>.*): (?P<error>[^:\n]*)$", re.MULTILINE)
_BWRAP = re.compile(r"bwrap: (.*)")
_CHDIR = re.compile(r"Can't chdir to (.*): Not a directory")
_START_PERIODS = (0.001, 0.001, 0.002, 0.002, 0.004, 0.008)
_SLOWEST = 0.02
_DRAIN = 2.0
_HEED = f"import os,signal,sys;[signal.signal(each,signal.SIG_DFL) for each in {[int(each) for each in DEFAULTED]}]"
_TAKE_TERMINAL = "import fcntl,termios;fcntl.ioctl(0,termios.TIOCSCTTY,0)"
_GO_ON = "os.execv(sys.argv[1],sys.argv[1:])"


def _ignores_signals() -> bool:
    return any(signal.getsignal(each) is signal.SIG_IGN for each in HEEDED)


class StartError(Exception):
    """The program could not be started; the text is for the container's status."""

    def __init__(self, message: str) -> None:
        super().__init__(f"failed to start container: unable to start container process: {message}")


@attrs.frozen
class Ended:
    """How a container ended.

    Attributes:
        exit_code: the program's; 128 and the signal's number where a signal ended it.
        oom_killed: whether any process of the container was killed for memory.
        at: seconds since 1970.
    """

    exit_code: int
    oom_killed: bool
    at: float


class _Reader:
    """Reads a pipe in the loop and hands on what comes; `ended` is set at its end."""

    def __init__(self, descriptor: int, take: Callable[[bytes], None]) -> None:
        self._loop = asyncio.get_running_loop()
        self._descriptor = descriptor
        self._take = take
        self.ended = asyncio.Event()
        os.set_blocking(descriptor, False)
        self._loop.add_reader(descriptor, self._read)

    def _read(self) -> None:
        try:
            data = os.read(self._descriptor, 65536)
        except BlockingIOError:
            return
        except OSError as error:
            if error.errno != errno.EIO:  # nobody has the terminal open any more
                raise
            data = b""
        if data:
            self._take(data)
        else:
            self.close()

    def close(self) -> None:
        """Read no more."""
        if not self.ended.is_set():
            self._loop.remove_reader(self._descriptor)
            os.close(self._descriptor)
            self.ended.set()


class Container:
    """One start of one container.

    Args:
        bwrap: the program that isolates.
        sandbox: what the container sees.
        command: the program and its arguments.
        log: takes what it writes.
        guard: its memory limit, None for none.
        console: whether it has an input or a terminal.
    """

    def __init__(
        self,
        bwrap: Path,
        sandbox: Sandbox,
        command: Sequence[str],
        log: ContainerLog,
        guard: Guard | None = None,
        console: Console | None = None,
    ) -> None:
        self._bwrap = bwrap
        self._sandbox = sandbox
        self._command = list(command)
        self._log = log
        self._guard = guard
        self._console = console or Console()
        self._sessions: list[Session] = []
        self._feeds: list[Feed] = []
        self._input: Pipe | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self._init = 0
        self._program: int | None = None  # a pidfd
        self._status = bytearray()
        self._news = asyncio.Event()
        self._readers: list[_Reader] = []
        self._exited = asyncio.Event()
        self.started_at = 0.0

    async def start(self) -> None:
        """Start the program and return once it runs, or has run.

        Raises:
            StartError: there is no such program, or what it asked to see cannot be shown.
        """
        try:
            gate = self._spawn()
        except (OSError, SandboxError) as error:
            await self._close()
            raise StartError(str(error)) from None
        try:
            await self._wait_for_init()
            if self._guard is not None and self._init:
                self._guard.add(self._init)
            os.write(gate, b"g")
        except (BrokenPipeError, ProcessLookupError):
            pass  # it ended during its set-up; _wait_for_program tells
        finally:
            os.close(gate)
        await self._wait_for_program()

    def _spawn(self) -> int:
        """Start bubblewrap; return the descriptor on which it waits for the go-ahead."""
        loop = asyncio.get_running_loop()
        with Options(self._sandbox) as options:
            status_read, status_write = os.pipe()
            gate_read, gate_write = os.pipe()
            output_read, output_write = os.openpty() if self._console.tty else os.pipe()
            inner = [status_write, gate_read, output_write]
            try:
                packed = options.packed("--json-status-fd", str(status_write), "--block-fd", str(gate_read))
                if self._console.stdin and not self._console.tty:
                    input_read, input_write = os.pipe()
                    inner.append(input_read)
                    self._input = Pipe(input_write)
                else:
                    input_read = output_write if self._console.tty else subprocess.DEVNULL
                self._process = subprocess.Popen(
                    [*self._starter(), str(self._bwrap), "--args", str(packed), "--", *self._command],
                    stdin=input_read,
                    stdout=output_write,
                    stderr=output_write,
                    pass_fds=[*options.descriptors, status_write, gate_read],
                    env={},
                    start_new_session=True,
                )
            except BaseException:
                for descriptor in (status_read, gate_write, output_read):
                    os.close(descriptor)
                raise
            finally:
                for descriptor in inner:
                    os.close(descriptor)
        if self._console.tty:
            self._input = Pipe(os.dup(output_read))
        self._readers = [_Reader(status_read, self._take_status), _Reader(output_read, self._take_output)]
        self._watched = os.pidfd_open(self._process.pid)
        loop.add_reader(self._watched, self._on_exit)
        return gate_write

    def _starter(self) -> list[str]:
        """Return the command that gives bubblewrap its terminal, which only the first process of a session can take, and its signals."""
        steps = [_HEED, *([_TAKE_TERMINAL] if self._console.tty else []), _GO_ON]
        return [sys.executable, "-I", "-S", "-c", ";".join(steps)] if self._console.tty or _ignores_signals() else []

    def _take_output(self, data: bytes) -> None:
        self._log.write(data)
        for feed in self._feeds:
            feed.put(data)

    def _take_status(self, data: bytes) -> None:
        self._status += data
        self._news.set()

    def _on_exit(self) -> None:
        asyncio.get_running_loop().remove_reader(self._watched)
        os.close(self._watched)
        if self._process is not None:
            self._process.wait()
        self._exited.set()
        self._news.set()

    def _fact(self, name: str) -> int | None:
        for line in bytes(self._status).splitlines():
            value = json.loads(line).get(name) if line.endswith(b"}") else None
            if isinstance(value, int):
                return value
        return None

    async def _wait_for_init(self) -> None:
        while not self._exited.is_set():
            self._news.clear()
            pid = self._fact("child-pid")
            if pid is not None:
                self._init = pid
                return
            await self._news.wait()

    async def _wait_for_program(self) -> None:
        """Wait until bubblewrap has become the program, which shows in its name, or has ended."""
        periods = iter(_START_PERIODS)
        while not self._exited.is_set():
            pid = _child_of(self._init)
            # a name that is gone is no other name: a program that could not be started vanishes between two looks
            if pid is not None and (name := _name(pid)) and (first := _name(self._init)) and name != first:
                self._program = _pidfd(pid)
                self.started_at = time.time()
                return
            try:
                await asyncio.wait_for(self._exited.wait(), next(periods, _SLOWEST))
            except (asyncio.TimeoutError, TimeoutError):
                continue
        await self._drain()
        if self._fact("exit-code") is not None or self._killed():
            self.started_at = time.time()
            return
        text = self._log.end(20, 4096).decode(errors="replace")
        self._log.clear()
        await self._close()
        raise StartError(_reason(text, self._command[0]))

    def _killed(self) -> bool:
        return self._process is not None and self._process.returncode not in (None, 1)

    @property
    def runs(self) -> bool:
        """Whether its program runs."""
        return self._program is not None and not self._exited.is_set()

    async def enter(self, command: Sequence[str], *, stdin: bool, tty: bool) -> Session:
        """Run another program in the container: `exec`.

        Raises:
            ExecError: there is no such program, or the container has ended.
        """
        if self._program is None or self._exited.is_set() or not command:
            raise ExecError("args must not be empty" if not command else "the container has ended")
        session, sandbox = Session(), self._sandbox
        place = Place(self._init, self._program, sandbox.environment, sandbox.working_dir, sandbox.kept)
        try:
            control = session.spawn(place, command, stdin=stdin, tty=tty)
        except OSError as error:
            raise ExecError(f"error executing command in container: failed to start {sys.executable}: {error.strerror}") from None
        self._sessions = [*(each for each in self._sessions if not each.exited.is_set()), session]
        if self._guard is not None:
            self._guard.admit(session.pid)
        await session.begin(control, command[0])
        return session

    def attach(self) -> Attachment:
        """Join the container's own input and output."""
        feed = Feed()
        self._feeds.append(feed)
        return Attachment(self._console, self._input, feed, self._exited, lambda: self._feeds.remove(feed))

    def terminate(self) -> None:
        """Send SIGTERM to the program itself; bubblewrap would not hand it on."""
        if self._program is not None:
            _send(self._program, signal.SIGTERM)

    def kill(self) -> None:
        """Kill everything in the container."""
        if self._process is not None and not self._exited.is_set():
            # The kernel kills the whole namespace with its first process, and that one with bubblewrap outside.
            self._process.kill()

    async def wait(self) -> Ended:
        """Wait until everything in the container has ended and what it wrote has been read."""
        await self._exited.wait()
        at = time.time()
        await self._drain()
        for feed in self._feeds:
            feed.end()
        for session in self._sessions:
            session.kill()  # what was in the container is gone already; this is who waited for it
            await session.exited.wait()
        code = self._fact("exit-code")
        if code is None:
            returned = self._process.returncode if self._process is not None else -signal.SIGKILL
            code = 128 - returned if returned < 0 else returned
        oom = self._guard.oom_killed if self._guard is not None else False
        await self._close()
        return Ended(code, oom, at)

    async def _drain(self) -> None:
        for reader in self._readers:
            try:
                await asyncio.wait_for(reader.ended.wait(), _DRAIN)
            except (asyncio.TimeoutError, TimeoutError):
                reader.close()

    async def _close(self) -> None:
        if self._program is not None:
            os.close(self._program)
            self._program = None
        for reader in self._readers:
            reader.close()
        if self._input is not None:
            self._input.close()
        if self._guard is not None:
            await self._guard.close()


def _child_of(pid: int) -> int | None:
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except (FileNotFoundError, ProcessLookupError):
        return None
    return int(children[0]) if children else None


def _name(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/comm").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return ""


def _pidfd(pid: int) -> int | None:
    try:
        return os.pidfd_open(pid)
    except ProcessLookupError:
        return None


def _send(pidfd: int, number: signal.Signals) -> None:
    try:
        signal.pidfd_send_signal(pidfd, number)
    except ProcessLookupError:
        return


def _reason(text: str, program: str) -> str:
    """Turn what bubblewrap wrote into the words that a node uses."""
    match = _EXEC.search(text)
    if match is None:
        said = [_CHDIR.sub(r"mkdir \1: not a directory", each) for each in _BWRAP.findall(text)]
        return f"error during container init: {said[-1] if said else 'it ended before the program was started'}"
    error = match["error"].lower()
    if error == "no such file or directory" and "/" in program:
        return f'exec: "{program}": stat {program}: no such file or directory'
    if error == "no such file or directory":
        return f'exec: "{program}": executable file not found in $PATH'
    return f'exec: "{program}": {error}'
