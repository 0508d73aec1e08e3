"""`Result`: that a container hands something back, and where it writes it.

The container writes text (JSON by habit) into a file; the kubelet reads the file when the container has ended and puts it into the Pod's
status as the termination message. No exec, no foreign image. Whoever may read the Pod reads the result. The limit is
min(4096, 12288 / number of containers) bytes, and what is longer is cut.

Source: https://kubernetes.io/docs/tasks/debug/debug-application/determine-reason-pod-failure/
"""

from __future__ import annotations

import json

import attrs

from kpod.specs import fields

ANNOTATION = "kpod/result"
VARIABLE = "KPOD_RESULT"
PATH = "/kpod/result"


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

    Attributes:
        path: the file inside the container.
        large: results of more than about 4,000 bytes. Not there yet: True is refused.
    """

    path: str = attrs.field(default=PATH, converter=_path)
    large: bool = attrs.field(default=False, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if fields.flag(self.large, "result.large"):
            fix = "write it to a volume or a bucket, and its address as the result"
            fields.refuse("result.large", "results above the termination message's 4,096 bytes are not supported yet", fix)

    def to_text(self) -> str:
        """Return what the annotation `kpod/result` says, as JSON: `{"path": "/kpod/result"}`."""
        return json.dumps({"path": self.path})
