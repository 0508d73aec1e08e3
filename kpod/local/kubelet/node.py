"""What all Pods of the node share: the objects, the images, what the machine can do, and how long the node waits before it looks again."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

import attrs

from kpod.cluster import Body
from kpod.local.kubelet.images import Images
from kpod.local.kubelet.isolation import Isolation
from kpod.local.kubelet.limits import Limits
from kpod.local.kubelet.status import State
from kpod.local.kubelet.volumes import Content
from kpod.local.store import Store

LONGEST = 300.0


@attrs.frozen
class Timings:
    """Seconds between two looks.

    Attributes:
        pull: the first back-off after an image could not be had; doubles up to five minutes.
        show: how long `ErrImagePull` is shown before `ImagePullBackOff`.
        crash: the back-off before the second restart; doubles likewise. The first restart is at once.
        forgive: how long a container has to run for its back-off to begin anew.
        config: between two looks for a missing Secret, ConfigMap or key.
        forced: what a Pod gets between SIGTERM and SIGKILL when it is deleted without a grace period.
        schedule: between two looks whether a Pod fits now.
    """

    pull: float = 10.0
    show: float = 1.0
    crash: float = 10.0
    forgive: float = 600.0
    config: float = 1.0
    forced: float = 2.0
    schedule: float = 5.0


@attrs.frozen
class Node:
    """The node.

    Attributes:
        name: its name.
        store: the objects.
        images: what images' names mean.
        isolation: what the machine can do.
        limits: makes memory limits.
        root: the kubelet's folder.
        host_paths: the folders below which a hostPath may lie.
        timings: how long it waits before it looks again.
    """

    name: str
    store: Store
    images: Images
    isolation: Isolation
    limits: Limits
    root: Path
    host_paths: Sequence[Path] = ()
    timings: Timings = Timings()


class Owner(Protocol):
    """What a container's runner needs of its Pod."""

    pod: Body
    contents: dict[str, Content]

    def publish(self) -> None:
        """Write the Pod's status."""
        ...

    def tell(self, type_: str, reason: str, message: str, state: State | None = None) -> None:
        """Write an event about the Pod or one of its containers."""
        ...
