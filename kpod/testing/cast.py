"""Which Pod takes which script."""

from __future__ import annotations

from fnmatch import fnmatchcase

import attrs

from kpod.cluster import Body
from kpod.local.kubelet.node import Node
from kpod.local.kubelet.worker import Worker
from kpod.testing.lives import Actor
from kpod.testing.scripts import Step


@attrs.define
class Script:
    """A script and the Pods that it is for.

    Attributes:
        pattern: of the Pod's or its Job's name.
        steps: the life.
        namespace: a pattern, empty for each.
        times: how many Pods take it, None for each.
        taken: how many have.
    """

    pattern: str
    steps: tuple[Step, ...]
    namespace: str = ""
    times: int | None = None
    taken: int = 0

    def fits(self, pod: Body) -> bool:
        """Return whether a Pod may take it."""
        metadata = pod["metadata"]
        if self.times is not None and self.taken >= self.times:
            return False
        if self.namespace and not fnmatchcase(metadata["namespace"], self.namespace):
            return False
        names = [metadata["name"], *(each["name"] for each in metadata.get("ownerReferences") or [] if each.get("controller"))]
        return any(fnmatchcase(name, self.pattern) for name in names)


class Scripts:
    """The scripts of a cluster; a Pod takes the first that fits."""

    def __init__(self) -> None:
        self._scripts: tuple[Script, ...] = ()

    def add(self, script: Script) -> None:
        """Take a script; from any thread."""
        self._scripts = (*self._scripts, script)

    def clear(self) -> None:
        """Forget all; Pods that have theirs go on."""
        self._scripts = ()

    def worker(self, node: Node, pod: Body) -> Worker | None:
        """Return who plays the Pod's life, None where no script fits."""
        for script in self._scripts:
            if script.fits(pod):
                script.taken += 1
                return Actor(node, pod, script.steps)
        return None
