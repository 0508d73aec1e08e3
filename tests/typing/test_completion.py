"""An editor completes the keys of a dict that stands where a part belongs: asked of pyright's language server, as an editor asks."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.slow  # the language server reads all of kpod


class Server:
    """A language server, spoken to over its standard input and output."""

    def __init__(self) -> None:
        script = Path(sys.executable).parent / "pyright-python-langserver"
        self.process = subprocess.Popen([str(script), "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT)
        self.count = 0

    def send(self, method: str, parameters: dict[str, Any], **more: Any) -> None:
        body = json.dumps({"jsonrpc": "2.0", "method": method, "params": parameters, **more}).encode()
        self.write(body)

    def write(self, body: bytes) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.process.stdin.flush()

    def read(self) -> dict[str, Any]:
        assert self.process.stdout is not None
        length = 0
        while (line := self.process.stdout.readline().strip()) or not length:
            assert line or self.process.poll() is None, "the language server has ended"
            if line.lower().startswith(b"content-length:"):
                length = int(line.partition(b":")[2])
        answer: dict[str, Any] = json.loads(self.process.stdout.read(length))
        return answer

    def ask(self, method: str, parameters: dict[str, Any]) -> Any:
        self.count += 1
        self.send(method, parameters, id=self.count)
        while True:
            answer = self.read()
            if "method" in answer and "id" in answer:  # it asks for its settings; it may have its defaults
                wanted = answer["params"].get("items", []) if isinstance(answer.get("params"), dict) else []
                self.write(json.dumps({"jsonrpc": "2.0", "id": answer["id"], "result": [None for _ in wanted] or None}).encode())
            elif answer.get("id") == self.count:
                return answer["result"]


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    server = Server()
    folders = [{"uri": ROOT.as_uri(), "name": "kpod"}]
    server.ask("initialize", {"processId": None, "rootUri": ROOT.as_uri(), "workspaceFolders": folders, "capabilities": {}})
    server.send("initialized", {})
    yield server
    server.process.terminate()
    server.process.wait(60)
    for stream in (server.process.stdin, server.process.stdout):
        if stream is not None:
            stream.close()


@pytest.mark.parametrize(
    ("before", "wanted"),
    [
        ('Pod("x", tolerations=[{"', {"key", "operator", "effect", "tolerationSeconds"}),
        ('Pod("x", resources={"', {"requests", "limits", "claims"}),
        ('Pod("x", security={"', {"runAsUser", "fsGroup", "seccompProfile"}),
        ('Container("x", readiness={"', {"httpGet", "periodSeconds"}),
        ('Container("x", readiness={"httpGet": {"', {"port", "path", "scheme"}),
        ('Pod("x", volumes={"/a": {"', {"emptyDir", "persistentVolumeClaim", "name"}),
    ],
)
def test_the_keys_of_a_dict_are_completed(server: Server, before: str, wanted: set[str]) -> None:
    head = "from kpod import Container, Pod\n"
    opened = before.count("{")
    tail = '"' + "}" * opened + ("]" if "[" in before else "") + ")\n"
    uri = (ROOT / "tests" / "typing" / f"unsaved_{abs(hash(before))}.py").as_uri()
    server.send("textDocument/didOpen", {"textDocument": {"uri": uri, "languageId": "python", "version": 1, "text": head + before + tail}})
    found = server.ask("textDocument/completion", {"textDocument": {"uri": uri}, "position": {"line": 1, "character": len(before)}})
    items = found["items"] if isinstance(found, dict) else found or []
    assert wanted <= {item["label"].strip("\"'") for item in items}
