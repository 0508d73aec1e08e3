"""`Result`: that a container hands something back, in which form, and who sees to it that what arrives is whole.

The container writes into a file; the kubelet reads the file when the container has ended and puts it into the Pod's status as the
termination message. No exec, no foreign image. A small result is that message as it is, at most min(4096, 12288 / number of containers)
bytes, and one that fills this counts as cut. A large one is framed, with length and checksum, by a wrapper around the command. Whoever
may read Pods or logs reads the result.

Source: https://kubernetes.io/docs/tasks/debug/debug-application/determine-reason-pod-failure/
"""

from __future__ import annotations

import json
from pathlib import PurePosixPath
from typing import Any, Literal

import attrs

from kpod.specs import fields
from kpod.specs.declared import Declared
from kpod.specs.resources import Resources
from kpod.specs.security import Security
from kpod.specs.volumes import Volume
from kpod.specs.wrapper import IN_SHELL, SIDECAR

ANNOTATION = "kpod/result"
VARIABLE = "KPOD_RESULT"
PATH = "/kpod/result"
HELPER = "kpod-result"
"""The name of the helper container."""
FORMATS = ("json", "text", "bytes")
WRITERS = ("sh", "python", "program")


def _path(value: str) -> str:
    path = fields.text(value, "result.path")
    if not path.startswith("/") or path.endswith("/"):
        fields.refuse("result.path", f'"{path}" is no absolute path of a file', f"write {PATH}")
    return path


@attrs.frozen
class Result:
    """Ask a container for a result.

    The container writes it to the file that the variable `KPOD_RESULT` names, in place: the file is a mount of
    its own, and a rename onto it fails.

    >>> Result(format="text").to_text()
    '{"path": "/kpod/result", "format": "text"}'

    Attributes:
        path: the file inside the container.
        format: what the container writes, and `Run.result()` returns: `json` any value, `text` a str, `bytes` bytes.
        large: up to 4 MiB, any bytes: framed, in the message up to 2,048 bytes, beyond that in the log.
        writer: who frames a large result. `sh`: a wrapper around `cmds`, which needs `sh`, `base64` and `sha256sum` in the image; `python`:
            the same by `python -m kpod.result`, which needs kpod in the image; `program`: the program itself, by `kpod.result.write`.
        helper: an image with a shell, for an image that has none, or whose entrypoint is to stay: a sidecar frames the large result once
            the main container has ended. The folder of `path` is then an emptyDir.
        helper_resources: what the helper asks for and may use.
    """

    path: str = attrs.field(default=PATH, converter=_path)
    format: Literal["json", "text", "bytes"] = attrs.field(default="json", kw_only=True)
    large: bool = attrs.field(default=False, kw_only=True)
    writer: Literal["sh", "python", "program"] = attrs.field(default="sh", kw_only=True)
    helper: str | None = attrs.field(default=None, kw_only=True)
    helper_resources: Resources = attrs.field(default=Resources(cpu="10m", memory="32Mi", cpu_limit="500m"), kw_only=True)

    def __attrs_post_init__(self) -> None:
        fields.flag(self.large, "result.large")
        fields.optional_text(self.helper, "result.helper")
        fields.instance(self.helper_resources, "result.helper_resources", Resources, 'write Resources(cpu="10m", memory="32Mi")')
        if self.format not in FORMATS:
            fields.refuse("result.format", f"{fields.shown(self.format)} is unknown", f"write one of {', '.join(FORMATS)}", "enum")
        if self.writer not in WRITERS:
            fields.refuse("result.writer", f"{fields.shown(self.writer)} is unknown", f"write one of {', '.join(WRITERS)}", "enum")
        if not self.large and (self.helper or self.writer != "sh"):
            fields.refuse("result", "a small result is the message as it is: nobody frames it", "write large=True")
        if self.helper and self.writer != "sh":
            fields.refuse("result.helper", "the helper frames the result, and the writer too", "leave one of them out")

    def to_text(self) -> str:
        """Return what the annotation `kpod/result` says, as JSON: `{"path": "/kpod/result"}`; defaults are left out."""
        said: dict[str, Any] = {"path": self.path}
        if self.format != "json":
            said["format"] = self.format
        if self.large:
            said["large"] = True
        if self.helper:
            said["container"] = HELPER
        return json.dumps(said)

    def declare(self, main: dict[str, Any], declared: Declared) -> None:
        """Write into the body of the main container what makes it hand the result back: path, variable, wrapper.

        Raises:
            SpecError: the wrapper has no command to wrap.
        """
        main["env"] = [variable for variable in main.get("env", []) if variable["name"] != VARIABLE]
        main["env"].append({"name": VARIABLE, "value": self.path})
        if self.helper:
            main["volumeMounts"] = [*main.get("volumeMounts", []), *declared.mounts([self._folder()])]
            return
        main["terminationMessagePath"] = self.path
        if self.large and self.writer != "program":
            if not main.get("command"):
                fix = 'write cmds=[…]; or Result(large=True, helper="busybox:1"), which leaves the entrypoint as it is'
                fields.refuse("result.large", "the command is wrapped, and the image's own entrypoint is not known here", fix)
            wrapper = ["sh", "-c", IN_SHELL, HELPER] if self.writer == "sh" else ["python", "-m", "kpod.result", "--"]
            main["command"] = [*wrapper, *main["command"]]

    def sidecar(self, declared: Declared, around: Security | None) -> list[dict[str, Any]]:
        """Return the body of the helper, in a list; an empty one where none was asked for."""
        if not self.helper:
            return []
        body: dict[str, Any] = {
            "name": HELPER,
            "image": self.helper,
            "command": ["sh", "-c", SIDECAR],
            "env": [{"name": VARIABLE, "value": self.path}],
            "resources": self.helper_resources.to_body(),
            "volumeMounts": declared.mounts([self._folder()]),
            "restartPolicy": "Always",
        }
        secured = around.container_body() if around is not None else {}
        return [{**body, **({"securityContext": secured} if secured else {})}]

    def _folder(self) -> tuple[str, Volume]:
        return str(PurePosixPath(self.path).parent), Volume.empty_dir(name=HELPER)
