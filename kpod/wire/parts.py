"""The parts of `kpod.wire.views`: which fields of an object a watcher reads, and what thousands of objects share.

A watcher holds a view of each object for as long as it lives, and most of what they say is the same: what a template says, the words
of Kubernetes, times. What was seen before is taken instead of its copy, within bounds. So a part may belong to many views: it is read, and
never changed.
"""

from __future__ import annotations

from typing import Any, TypeVar, cast

import msgspec
from msgspec import Struct

T = TypeVar("T")
TextT = TypeVar("TextT", str, "str | None")

MOST_SHARED = 4096
_encoder = msgspec.json.Encoder()
_words: dict[str, str] = {}
_parts: dict[bytes, Any] = {}


def word(text: TextT) -> TextT:
    """The same text as one that was seen before, so that thousands of views hold it once."""
    if text is None:
        return text
    if len(_words) >= MOST_SHARED:
        _words.clear()
    return _words.setdefault(text, text)  # pyright: ignore[reportReturnType]


def share(kind: bytes, part: T) -> T:
    """A part that says the same as this one and was seen before: what comes from one template is held once. Nobody changes a view."""
    if part is None:
        return part
    if len(_parts) >= MOST_SHARED:
        _parts.clear()
    return cast(T, _parts.setdefault(kind + _encoder.encode(part), part))


class Part(Struct, rename="camel", omit_defaults=True, gc=False):
    """A part of a view: fields by snake_case names, absent ones None."""


class OwnerReference(Part):
    """Which object an object belongs to."""

    api_version: str | None = None
    kind: str | None = None
    name: str | None = None
    uid: str | None = None
    controller: bool | None = None


class Metadata(Part):
    """Identity, labels, and whether the object is being deleted. `managedFields` are left out: they are half of many a Pod."""

    name: str | None = None
    namespace: str | None = None
    uid: str | None = None
    resource_version: str | None = None
    creation_timestamp: str | None = None
    deletion_timestamp: str | None = None
    deletion_grace_period_seconds: int | None = None
    labels: dict[str, str] | None = None
    annotations: dict[str, str] | None = None
    owner_references: tuple[OwnerReference, ...] | None = None

    def __post_init__(self) -> None:
        self.namespace = word(self.namespace)
        self.creation_timestamp = word(self.creation_timestamp)
        for texts in (self.labels or {}, self.annotations or {}):
            for key, text in texts.items():
                texts[key] = word(text)
        for owner in self.owner_references or ():
            owner.api_version = word(owner.api_version)
            owner.kind = word(owner.kind)


class ResourceRequirements(Part):
    """What a container may have, and what it was promised; quantities as they are written."""

    limits: dict[str, str | int | float] | None = None
    requests: dict[str, str | int | float] | None = None


class Container(Part):
    """What is asked about a container that has ended, or does not start: its limits, its image."""

    name: str | None = None
    image: str | None = None
    restart_policy: str | None = None
    restart_policy_rules: tuple[dict[str, Any], ...] | None = None
    resources: ResourceRequirements | None = None


class Present(Part):
    """Something of which only that it is there is read."""


class Volume(Part):
    """The kinds of volume that may take minutes to attach; of the others only that there is one."""

    persistent_volume_claim: Present | None = None
    ephemeral: Present | None = None
    csi: Present | None = None
    nfs: Present | None = None
    iscsi: Present | None = None
    fc: Present | None = None
    rbd: Present | None = None
    cephfs: Present | None = None
    glusterfs: Present | None = None
    image: Present | None = None


class PodSpec(Part):
    """Where a Pod runs, what in it, and for how long."""

    node_name: str | None = None
    restart_policy: str | None = None
    active_deadline_seconds: int | None = None
    termination_grace_period_seconds: int | None = None
    scheduling_gates: tuple[dict[str, str], ...] | None = None
    resources: ResourceRequirements | None = None
    init_containers: tuple[Container, ...] | None = None
    containers: tuple[Container, ...] | None = None
    volumes: tuple[Volume, ...] | None = None

    def __post_init__(self) -> None:
        self.node_name = word(self.node_name)
        self.restart_policy = word(self.restart_policy)
        self.init_containers = share(b"containers", self.init_containers)
        self.containers = share(b"containers", self.containers)
        self.volumes = share(b"volumes", self.volumes)


class Waiting(Part):
    """A container that has not started (again)."""

    reason: str | None = None
    message: str | None = None


class Running(Part):
    """A container that runs."""

    started_at: str | None = None

    def __post_init__(self) -> None:
        self.started_at = word(self.started_at)


class Terminated(Part):
    """A container that has ended; `message` is its termination message."""

    exit_code: int | None = None
    signal: int | None = None
    reason: str | None = None
    message: str | None = None
    started_at: str | None = None
    finished_at: str | None = None

    def __post_init__(self) -> None:
        self.reason = word(self.reason)
        self.started_at = word(self.started_at)
        self.finished_at = word(self.finished_at)


class ContainerState(Part):
    """One of the three."""

    waiting: Waiting | None = None
    running: Running | None = None
    terminated: Terminated | None = None


class ContainerStatus(Part):
    """How a container is."""

    name: str | None = None
    ready: bool | None = None
    started: bool | None = None
    restart_count: int | None = None
    state: ContainerState | None = None
    last_state: ContainerState | None = None

    def __post_init__(self) -> None:
        self.name = word(self.name)


class Condition(Part):
    """One condition of a Pod or a Job."""

    type: str | None = None
    status: str | None = None
    reason: str | None = None
    message: str | None = None
    last_transition_time: str | None = None

    def __post_init__(self) -> None:
        self.type = word(self.type)
        self.status = word(self.status)
        self.reason = word(self.reason)
        self.last_transition_time = word(self.last_transition_time)


class PodStatus(Part):
    """How a Pod is. IP addresses and image ids are left out."""

    phase: str | None = None
    reason: str | None = None
    message: str | None = None
    start_time: str | None = None
    conditions: tuple[Condition, ...] | None = None
    init_container_statuses: tuple[ContainerStatus, ...] | None = None
    container_statuses: tuple[ContainerStatus, ...] | None = None

    def __post_init__(self) -> None:
        self.phase = word(self.phase)
        self.start_time = word(self.start_time)


class PodTemplate(Part):
    """The Pod that a Job makes."""

    spec: PodSpec | None = None


class JobSpec(Part):
    """What a Job was told to do."""

    suspend: bool | None = None
    parallelism: int | None = None
    completions: int | None = None
    backoff_limit: int | None = None
    backoff_limit_per_index: int | None = None
    completion_mode: str | None = None
    active_deadline_seconds: int | None = None
    ttl_seconds_after_finished: int | None = None
    pod_failure_policy: dict[str, Any] | None = None
    template: PodTemplate | None = None


class JobStatus(Part):
    """How a Job is."""

    active: int | None = None
    ready: int | None = None
    terminating: int | None = None
    succeeded: int | None = None
    failed: int | None = None
    start_time: str | None = None
    completion_time: str | None = None
    conditions: tuple[Condition, ...] | None = None


class ObjectReference(Part):
    """The object that an event is about."""

    kind: str | None = None
    namespace: str | None = None
    name: str | None = None
    uid: str | None = None
    field_path: str | None = None


class EventSource(Part):
    """Who reports an event."""

    component: str | None = None
    host: str | None = None


class EventSeries(Part):
    """How often a repeated event has come."""

    count: int | None = None
    last_observed_time: str | None = None
