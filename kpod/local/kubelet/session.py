"""A program that was sent into a running container by `exec`, and the pipes between it and whoever asked.

`enter` does the entering. Here are its start, its pipes, its terminal's size and its end. Reading and writing wait for the other side, so
a slow client slows the program down and nothing piles up. Whoever loses interest detaches: the program runs on, as it does on a real node.
"""

from __future__ import annotations

import array
import asyncio
import errno
import fcntl
import json
import os
import signal
import socket
import struct
import subprocess
import sys
import termios
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import attrs

_ENTER = Path(__file__).with_name("enter.py")
_CHUNK = 32 * 1024
HEEDED = (signal.SIGHUP, signal.SIGINT, signal.SIGQUIT, signal.SIGTERM)
"""What a program ignores that was started in the background by a script, and with it all that it starts."""
DEFAULTED = (*HEEDED, signal.SIGPIPE, signal.SIGXFSZ)
"""What no program of a container begins to ignore; Python itself ignores the last two."""
NUMBERS: Mapping[str, int] = {
    "AUDIT_WRITE": 29,
    "CHOWN": 0,
    "DAC_OVERRIDE": 1,
    "FOWNER": 3,
    "FSETID": 4,
    "KILL": 5,
    "MKNOD": 27,
    "NET_BIND_SERVICE": 10,
    "NET_RAW": 13,
    "SETFCAP": 31,
    "SETGID": 6,
    "SETPCAP": 8,
    "SETUID": 7,
    "SYS_CHROOT": 18,
}
"""The kernel's numbers of the capabilities that a container may have."""


class ExecError(Exception):
    """The program could not be started; the text is what a node says."""


class NotRunning(Exception):
    """There is no such container, or it does not run."""

    def __init__(self, container: str) -> None:
        super().__init__(f'container not found ("{container}")')


class Pipe:
    """One end of a pipe or a terminal, which is read and written in the loop."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._loop = asyncio.get_running_loop()
        self._waiting: list[asyncio.Future[None]] = []
        self.closed = False
        os.set_blocking(descriptor, False)

    async def read(self) -> bytes:
        """Return what comes next; empty at the end."""
        while not self.closed:
            try:
                return os.read(self._descriptor, _CHUNK)
            except BlockingIOError:
                await self._ready(self._loop.add_reader, self._loop.remove_reader)
            except OSError as error:
                if error.errno != errno.EIO:  # the program's side of a terminal is closed
                    raise
                return b""
        return b""

    async def write(self, data: bytes) -> None:
        """Write everything; what nobody reads any more is dropped."""
        view = memoryview(data)
        while view and not self.closed:
            try:
                view = view[os.write(self._descriptor, view) :]
            except BlockingIOError:
                await self._ready(self._loop.add_writer, self._loop.remove_writer)
            except OSError as error:
                if error.errno not in (errno.EPIPE, errno.EIO):
                    raise
                return

    async def _ready(self, add: Callable[..., None], remove: Callable[[int], bool]) -> None:
        future: asyncio.Future[None] = self._loop.create_future()
        self._waiting.append(future)
        add(self._descriptor, _settle, future)
        try:
            await future
        finally:
            self._waiting.remove(future)
            if not self.closed:
                remove(self._descriptor)

    def resize(self, width: int, height: int) -> None:
        """Tell a terminal its size in characters."""
        if not self.closed:
            fcntl.ioctl(self._descriptor, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))

    def close(self) -> None:
        """Close it; whoever waits for it goes on."""
        if self.closed:
            return
        self.closed = True
        self._loop.remove_reader(self._descriptor)
        self._loop.remove_writer(self._descriptor)
        os.close(self._descriptor)
        for future in self._waiting:
            _settle(future)


def _settle(future: asyncio.Future[None]) -> None:
    if not future.done():
        future.set_result(None)


@attrs.frozen
class Place:
    """The container that is entered.

    Attributes:
        pid: its first process, as the machine sees it.
        pidfd: an open descriptor of a process in it.
        environment: what the program sees.
        folder: where it starts.
        kept: the capabilities that it may have.
    """

    pid: int
    pidfd: int
    environment: Mapping[str, str] = attrs.field(repr=False)
    folder: str
    kept: Sequence[str]


class Session:
    """One program in a container.

    Attributes:
        outputs: its pipes by channel: 1 is standard output (or the terminal), 2 standard error.
        pid: the process on the machine that waits for it.
        exited: set when it has ended.
    """

    def __init__(self) -> None:
        self.outputs: dict[int, Pipe] = {}
        self.exited = asyncio.Event()
        self.pid = 0
        self._input: Pipe | None = None
        self._terminal: Pipe | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self._watched = -1

    def spawn(self, place: Place, command: Sequence[str], *, stdin: bool, tty: bool) -> socket.socket:
        """Start it, up to the point where it waits for the go-ahead; return the socket to it."""
        settings = {"pid": place.pid, "command": list(command), "environment": dict(place.environment)}
        settings |= {"folder": place.folder, "tty": tty, "kept": [NUMBERS[each] for each in place.kept], "signals": [*DEFAULTED]}
        mine, theirs = socket.socketpair()
        pipe = subprocess.DEVNULL if tty else subprocess.PIPE
        with theirs, os.fdopen(os.memfd_create("kpod"), "wb") as file:
            file.write(json.dumps(settings).encode())
            file.flush()
            file.seek(0)
            self._process = subprocess.Popen(
                [sys.executable, "-I", "-S", str(_ENTER), *(str(each) for each in (theirs.fileno(), place.pidfd, file.fileno()))],
                stdin=subprocess.PIPE if stdin and not tty else subprocess.DEVNULL,
                stdout=pipe,
                stderr=pipe,
                pass_fds=[theirs.fileno(), place.pidfd, file.fileno()],
                env={},
                bufsize=0,
            )
        self.pid = self._process.pid
        self._watched = os.pidfd_open(self.pid)
        asyncio.get_running_loop().add_reader(self._watched, self._on_exit)
        for channel, stream in ((1, self._process.stdout), (2, self._process.stderr)):
            if stream is not None:
                self.outputs[channel] = Pipe(os.dup(stream.fileno()))
                stream.close()
        if self._process.stdin is not None:
            self._input = Pipe(os.dup(self._process.stdin.fileno()))
            self._process.stdin.close()
        return mine

    async def begin(self, control: socket.socket, program: str) -> None:
        """Let it go, and return once the program runs.

        Raises:
            ExecError: it does not.
        """
        loop = asyncio.get_running_loop()
        with control:
            control.setblocking(False)
            try:
                control.send(b"g")
                while data := await self._hear(loop, control):
                    if data.startswith(b"{"):
                        await self.exited.wait()
                        self.detach()
                        raise ExecError(_why(json.loads(data), program))
            except (BrokenPipeError, ConnectionResetError):
                return

    async def _hear(self, loop: asyncio.AbstractEventLoop, control: socket.socket) -> bytes:
        """Return what it says, empty once it has become the program; take the terminal that it may hand over."""
        while True:
            try:
                data, extra, _, _ = control.recvmsg(4096, socket.CMSG_LEN(4))
            except BlockingIOError:
                future: asyncio.Future[None] = loop.create_future()
                loop.add_reader(control.fileno(), _settle, future)
                try:
                    await future
                finally:
                    loop.remove_reader(control.fileno())
                continue
            for _, _, payload in extra:
                [descriptor] = array.array("i", payload[:4])
                os.set_inheritable(descriptor, False)
                self._terminal = self._input = self.outputs[1] = Pipe(descriptor)
            return data

    def _on_exit(self) -> None:
        asyncio.get_running_loop().remove_reader(self._watched)
        os.close(self._watched)
        if self._process is not None:
            self._process.wait()
        self.exited.set()

    async def write(self, data: bytes) -> None:
        """Send something to its standard input."""
        if self._input is not None:
            await self._input.write(data)

    def close_input(self) -> None:
        """End its standard input; a terminal has no end."""
        if self._input is not None and self._terminal is None:
            self._input.close()

    def resize(self, width: int, height: int) -> None:
        """Tell its terminal its size; nothing where it has none."""
        if self._terminal is not None:
            self._terminal.resize(width, height)

    async def wait(self) -> int:
        """Wait for its end and return its exit code; 128 and the signal's number where a signal ended it."""
        await self.exited.wait()
        code = self._process.returncode if self._process is not None else -9
        return 128 - code if code < 0 else code

    def kill(self) -> None:
        """End it."""
        if self._process is not None and not self.exited.is_set():
            self._process.kill()

    def detach(self) -> None:
        """Close the pipes; the program may run on."""
        for pipe in (*self.outputs.values(), *([self._input] if self._input is not None else [])):
            pipe.close()


def _why(problem: Mapping[str, object], program: str) -> str:
    number, text = problem.get("errno"), str(problem.get("text") or "")
    if number == errno.ENOENT:
        text = f"stat {program}: no such file or directory" if "/" in program else "executable file not found in $PATH"
    else:
        text = text.lower()
    return (
        "error executing command in container: failed to exec in container: OCI runtime exec failed: exec failed: "
        f'unable to start container process: exec: "{program}": {text}: unknown'
    )
