"""`exec` and `attach` over WebSocket: the frames of `v4.channel.k8s.io` and `v5.channel.k8s.io` on one side, a program on the other.

The first byte of a frame is its channel: 0 input, 1 output, 2 errors, 3 how it ended, 4 the size of the terminal; 255 (v5) ends the channel
that follows it. What a program writes travels as a stream through the tap, one stream for each channel and one frame for each piece: so a
fault that splits, cuts or silences streams does the same to the frames of an exec (F19 of the list of faults: a client must join the pieces
of one output, and must not take the first frame for the whole). SPDY, and with it port-forward, is not spoken.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from typing import Any, Protocol

from aiohttp import WSMsgType, web

from kpod.cluster import Body
from kpod.local import pods, statuses, verbs
from kpod.local.calls import Call
from kpod.local.kubelet.session import ExecError, NotRunning
from kpod.local.store import Store
from kpod.local.tap import Visit

PROTOCOLS = ("v5.channel.k8s.io", "v4.channel.k8s.io")
_INPUT, _ERROR, _RESIZE, _CLOSE = 0, 3, 4, 255
_LARGEST = 4 * 1024 * 1024
_DRAIN = 2.0
_GOODBYE = 1.0


class Output(Protocol):
    """What a program writes."""

    async def read(self) -> bytes:
        """Return what comes next; empty at the end."""
        ...


class Process(Protocol):
    """A program with its input and outputs: one that was sent into a container, or the container's own."""

    @property
    def outputs(self) -> Mapping[int, Output]:
        """What it writes, by channel."""
        ...

    async def write(self, data: bytes) -> None:
        """Send something to its input."""
        ...

    def close_input(self) -> None:
        """End its input."""
        ...

    def resize(self, width: int, height: int) -> None:
        """Tell its terminal its size."""
        ...

    async def wait(self) -> int:
        """Wait for its end and return its exit code."""
        ...

    def detach(self) -> None:
        """Leave it; it may run on."""
        ...


class Node(Protocol):
    """The part of the kubelet that runs programs in containers."""

    async def exec(self, namespace: str, pod: str, container: str, command: Sequence[str], *, stdin: bool, tty: bool) -> Process:
        """Run a program in a container. Raises ExecError, NotRunning."""
        ...

    def attach(self, namespace: str, pod: str, container: str) -> Process:
        """Join the container's own input and output. Raises NotRunning."""
        ...


async def serve(store: Store, node: Node, request: web.Request, call: Call, visit: Visit | None) -> web.StreamResponse:
    """Answer a request for `exec` or `attach`.

    Raises:
        StatusError: 400 for a container that does not exist or no WebSocket, 404 for the Pod.
    """
    pod = verbs.read(store, call)
    container = pods.choose(pod, call.query.get("container", ""))
    flags = {name: call.flag(name) for name in ("stdin", "stdout", "stderr", "tty")}
    if not any(flags[name] for name in ("stdin", "stdout", "stderr")):
        raise statuses.bad_request("you must specify at least 1 of stdin, stdout, stderr")
    socket = web.WebSocketResponse(protocols=PROTOCOLS, max_msg_size=_LARGEST, timeout=_GOODBYE, compress=False)
    if request.method != "GET" or not socket.can_prepare(request):
        raise statuses.bad_request("Upgrade request required")
    place = (call.namespace or "", call.name, container)
    command = request.query.getall("command", [])
    talk = _Talk(socket, flags, visit)
    try:
        if call.subresource == "attach":
            start = _there(node.attach(*place))
        else:
            start = node.exec(*place, command, stdin=flags["stdin"], tty=flags["tty"])
        process, problem = await start, ""
    except NotRunning as error:
        return web.Response(status=500, text=str(error))  # a node's answer, which the API server hands on as it is
    except ExecError as error:
        process, problem = None, str(error)
    try:
        await socket.prepare(request)
        if process is None:
            await talk.end(_failure(problem))
        else:
            await talk.hold(process)
    except ConnectionError:
        pass  # the client has gone
    finally:
        if process is not None:
            process.detach()
    return socket


async def _there(process: Process) -> Process:
    return process


class _Talk:
    """One conversation."""

    def __init__(self, socket: web.WebSocketResponse, flags: Mapping[str, bool], visit: Visit | None) -> None:
        self._socket = socket
        self._flags = flags
        self._visit = visit

    async def hold(self, process: Process) -> None:
        """Carry everything to and fro until the program has ended, or the client is gone."""
        await self._greet()
        loop = asyncio.get_running_loop()
        listening = loop.create_task(self._listen(process))
        speaking = loop.create_task(self._speak(process))
        try:
            await asyncio.wait((listening, speaking), return_when=asyncio.FIRST_COMPLETED)
            code = speaking.result() if speaking.done() else None
        finally:
            await _cancel([listening, speaking])
        if code is not None:
            await self.end(_success() if code == 0 else _exit(code))

    async def _greet(self) -> None:
        """Send nothing on the first channel of the answer, which tells a client that it is connected."""
        first = 1 if self._flags["stdout"] else 2 if self._flags["stderr"] else _ERROR
        await self._socket.send_bytes(bytes([first]))

    async def _speak(self, process: Process) -> int:
        wanted = {1: self._flags["stdout"], 2: self._flags["stderr"] and not self._flags["tty"]}
        outputs = [self._forward(channel, each, wanted[channel]) for channel, each in process.outputs.items()]
        tasks = [asyncio.get_running_loop().create_task(each) for each in outputs]
        try:
            code = await process.wait()
            if tasks:
                await asyncio.wait(tasks, timeout=_DRAIN)  # what it left running may hold them open
        finally:
            await _cancel(tasks)
        return code

    async def _forward(self, channel: int, output: Output, wanted: bool) -> None:
        pieces = _pieces(output.read)
        if self._visit is not None:
            pieces = self._visit.pieces(pieces)
        async for piece in pieces:
            if wanted:
                await self._socket.send_bytes(bytes([channel]) + piece)

    async def _listen(self, process: Process) -> None:
        """Take what the client sends; returns when it has gone."""
        async for message in self._socket:
            if message.type not in (WSMsgType.BINARY, WSMsgType.TEXT):
                return
            data = message.data.encode() if isinstance(message.data, str) else message.data
            if not data:
                continue
            channel, rest = data[0], data[1:]
            if channel == _INPUT and self._flags["stdin"]:
                await process.write(rest)
            elif channel == _CLOSE and rest[:1] == bytes([_INPUT]):
                process.close_input()
            elif channel == _RESIZE:
                size = _size(rest)
                if size is not None:
                    process.resize(*size)

    async def end(self, status: Body) -> None:
        """Say how it ended, and goodbye."""
        await self._socket.send_bytes(bytes([_ERROR]) + json.dumps(status, separators=(",", ":")).encode())
        await self._socket.close()


async def _cancel(tasks: Sequence[asyncio.Task[Any]]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)  # a client that has gone is no error here


async def _pieces(read: Callable[[], Awaitable[bytes]]) -> AsyncIterator[bytes]:
    while data := await read():
        yield data


def _size(data: bytes) -> tuple[int, int] | None:
    """Return width and height, None for what is no size."""
    try:
        given = json.loads(data)
        width, height = int(given["Width"]), int(given["Height"])
    except (ValueError, TypeError, KeyError):
        return None
    return (width, height) if 0 < width < 65536 and 0 < height < 65536 else None


def _success() -> Body:
    return {"metadata": {}, "status": "Success"}


def _exit(code: int) -> Body:
    return {
        "metadata": {},
        "status": "Failure",
        "message": f"command terminated with non-zero exit code: command terminated with exit code {code}",
        "reason": "NonZeroExitCode",
        "details": {"causes": [{"reason": "ExitCode", "message": str(code)}]},
    }


def _failure(problem: str) -> Body:
    message = f"Internal error occurred: Internal error occurred: {problem}"
    return {"metadata": {}, "status": "Failure", "message": message, "reason": "InternalError", "code": 500}
