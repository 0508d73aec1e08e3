"""The API classes of core/v1 that only servers write; `kpod.api.core_v1` loads this module on first use.

Written by tools/generate_api.py from the schemas of Kubernetes 1.25 to 1.37; do not edit.
"""

from __future__ import annotations

from typing import Any, ClassVar

import attrs

from kpod.api.object import NESTED, ApiObject, Misshapen, absent, copy_plain, leftovers, new
from kpod.api.core_v1 import ResourceRequirements
from kpod.api.meta_v1 import Condition

__all__ = [
    "ContainerExtendedResourceRequest",
    "ContainerState",
    "ContainerStateRunning",
    "ContainerStateTerminated",
    "ContainerStateWaiting",
    "ContainerStatus",
    "ContainerUser",
    "HostIP",
    "ImageVolumeStatus",
    "LinuxContainerUser",
    "LoadBalancerIngress",
    "LoadBalancerStatus",
    "ModifyVolumeStatus",
    "NamespaceCondition",
    "NamespaceStatus",
    "NodeAllocatableMappedResources",
    "NodeAllocatableOverheadResources",
    "NodeAllocatableResourceClaimStatus",
    "PersistentVolumeClaimCondition",
    "PersistentVolumeClaimStatus",
    "PersistentVolumeStatus",
    "PodCondition",
    "PodExtendedResourceClaimStatus",
    "PodIP",
    "PodResourceClaimStatus",
    "PodStatus",
    "PodVolumeHealth",
    "PortStatus",
    "ResourceHealth",
    "ResourceStatus",
    "ServiceStatus",
    "VolumeHealthCondition",
    "VolumeHealthStatus",
    "VolumeMountStatus",
    "VolumeStatus",
]


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class ContainerExtendedResourceRequest(ApiObject):
    """Kubernetes' `ContainerExtendedResourceRequest` (core/v1).

    Required: container_name, request_name, resource_name.
    Since: container_name 1.34, request_name 1.34, resource_name 1.34.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#containerextendedresourcerequest-v1-core
    """

    type_key: ClassVar[str] = "core_v1.ContainerExtendedResourceRequest"

    container_name: str
    request_name: str
    resource_name: str
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        container_name: str = absent,
        request_name: str = absent,
        resource_name: str = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.container_name = container_name
        self.request_name = request_name
        self.resource_name = resource_name
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.container_name is not None:
            body["containerName"] = self.container_name
        if self.request_name is not None:
            body["requestName"] = self.request_name
        if self.resource_name is not None:
            body["resourceName"] = self.resource_name
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> ContainerExtendedResourceRequest:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "containerName" in body and (value := body["containerName"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.container_name = value
            known += 1
        else:
            self.container_name = absent
        if "requestName" in body and (value := body["requestName"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.request_name = value
            known += 1
        else:
            self.request_name = absent
        if "resourceName" in body and (value := body["resourceName"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.resource_name = value
            known += 1
        else:
            self.resource_name = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class ContainerState(ApiObject):
    """Kubernetes' `ContainerState` (core/v1).

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#containerstate-v1-core
    """

    type_key: ClassVar[str] = "core_v1.ContainerState"

    running: ContainerStateRunning
    terminated: ContainerStateTerminated
    waiting: ContainerStateWaiting
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        running: ContainerStateRunning = absent,
        terminated: ContainerStateTerminated = absent,
        waiting: ContainerStateWaiting = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.running = running
        self.terminated = terminated
        self.waiting = waiting
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.running is not None:
            body["running"] = self.running._dump()
        if self.terminated is not None:
            body["terminated"] = self.terminated._dump()
        if self.waiting is not None:
            body["waiting"] = self.waiting._dump()
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> ContainerState:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "running" in body and (value := body["running"]) is not None:
            self.running = ContainerStateRunning._load(value)
            known += 1
        else:
            self.running = absent
        if "terminated" in body and (value := body["terminated"]) is not None:
            self.terminated = ContainerStateTerminated._load(value)
            known += 1
        else:
            self.terminated = absent
        if "waiting" in body and (value := body["waiting"]) is not None:
            self.waiting = ContainerStateWaiting._load(value)
            known += 1
        else:
            self.waiting = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class ContainerStateRunning(ApiObject):
    """Kubernetes' `ContainerStateRunning` (core/v1).

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#containerstaterunning-v1-core
    """

    type_key: ClassVar[str] = "core_v1.ContainerStateRunning"

    started_at: str
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        started_at: str = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.started_at = started_at
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.started_at is not None:
            body["startedAt"] = self.started_at
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> ContainerStateRunning:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "startedAt" in body and (value := body["startedAt"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.started_at = value
            known += 1
        else:
            self.started_at = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class ContainerStateTerminated(ApiObject):
    """Kubernetes' `ContainerStateTerminated` (core/v1).

    Required: exit_code.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#containerstateterminated-v1-core
    """

    type_key: ClassVar[str] = "core_v1.ContainerStateTerminated"

    container_id: str
    exit_code: int
    finished_at: str
    message: str
    reason: str
    signal: int
    started_at: str
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        container_id: str = absent,
        exit_code: int = absent,
        finished_at: str = absent,
        message: str = absent,
        reason: str = absent,
        signal: int = absent,
        started_at: str = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.container_id = container_id
        self.exit_code = exit_code
        self.finished_at = finished_at
        self.message = message
        self.reason = reason
        self.signal = signal
        self.started_at = started_at
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.container_id is not None:
            body["containerID"] = self.container_id
        if self.exit_code is not None:
            body["exitCode"] = self.exit_code
        if self.finished_at is not None:
            body["finishedAt"] = self.finished_at
        if self.message is not None:
            body["message"] = self.message
        if self.reason is not None:
            body["reason"] = self.reason
        if self.signal is not None:
            body["signal"] = self.signal
        if self.started_at is not None:
            body["startedAt"] = self.started_at
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> ContainerStateTerminated:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "containerID" in body and (value := body["containerID"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.container_id = value
            known += 1
        else:
            self.container_id = absent
        if "exitCode" in body and (value := body["exitCode"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.exit_code = value
            known += 1
        else:
            self.exit_code = absent
        if "finishedAt" in body and (value := body["finishedAt"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.finished_at = value
            known += 1
        else:
            self.finished_at = absent
        if "message" in body and (value := body["message"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.message = value
            known += 1
        else:
            self.message = absent
        if "reason" in body and (value := body["reason"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.reason = value
            known += 1
        else:
            self.reason = absent
        if "signal" in body and (value := body["signal"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.signal = value
            known += 1
        else:
            self.signal = absent
        if "startedAt" in body and (value := body["startedAt"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.started_at = value
            known += 1
        else:
            self.started_at = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class ContainerStateWaiting(ApiObject):
    """Kubernetes' `ContainerStateWaiting` (core/v1).

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#containerstatewaiting-v1-core
    """

    type_key: ClassVar[str] = "core_v1.ContainerStateWaiting"

    message: str
    reason: str
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        message: str = absent,
        reason: str = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.message = message
        self.reason = reason
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.message is not None:
            body["message"] = self.message
        if self.reason is not None:
            body["reason"] = self.reason
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> ContainerStateWaiting:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "message" in body and (value := body["message"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.message = value
            known += 1
        else:
            self.message = absent
        if "reason" in body and (value := body["reason"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.reason = value
            known += 1
        else:
            self.reason = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class ContainerStatus(ApiObject):
    """Kubernetes' `ContainerStatus` (core/v1).

    Required: name, image, image_id, ready, restart_count.
    Since: allocated_resources 1.27, allocated_resources_status 1.31, resources 1.27, stop_signal 1.33, user 1.31,
    volume_mounts 1.30.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#containerstatus-v1-core
    """

    type_key: ClassVar[str] = "core_v1.ContainerStatus"

    name: str
    image: str
    allocated_resources: dict[str, str | int | float]
    allocated_resources_status: list[ResourceStatus]
    container_id: str
    image_id: str
    last_state: ContainerState
    ready: bool
    resources: ResourceRequirements
    restart_count: int
    started: bool
    state: ContainerState
    stop_signal: str
    user: ContainerUser
    volume_mounts: list[VolumeMountStatus]
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        name: str = absent,
        image: str = absent,
        allocated_resources: dict[str, str | int | float] = absent,
        allocated_resources_status: list[ResourceStatus] = absent,
        container_id: str = absent,
        image_id: str = absent,
        last_state: ContainerState = absent,
        ready: bool = absent,
        resources: ResourceRequirements = absent,
        restart_count: int = absent,
        started: bool = absent,
        state: ContainerState = absent,
        stop_signal: str = absent,
        user: ContainerUser = absent,
        volume_mounts: list[VolumeMountStatus] = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.name = name
        self.image = image
        self.allocated_resources = allocated_resources
        self.allocated_resources_status = allocated_resources_status
        self.container_id = container_id
        self.image_id = image_id
        self.last_state = last_state
        self.ready = ready
        self.resources = resources
        self.restart_count = restart_count
        self.started = started
        self.state = state
        self.stop_signal = stop_signal
        self.user = user
        self.volume_mounts = volume_mounts
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.name is not None:
            body["name"] = self.name
        if self.image is not None:
            body["image"] = self.image
        if self.allocated_resources is not None:
            body["allocatedResources"] = self.allocated_resources.copy()
        if self.allocated_resources_status is not None:
            body["allocatedResourcesStatus"] = [item._dump() for item in self.allocated_resources_status]
        if self.container_id is not None:
            body["containerID"] = self.container_id
        if self.image_id is not None:
            body["imageID"] = self.image_id
        if self.last_state is not None:
            body["lastState"] = self.last_state._dump()
        if self.ready is not None:
            body["ready"] = self.ready
        if self.resources is not None:
            body["resources"] = self.resources._dump()
        if self.restart_count is not None:
            body["restartCount"] = self.restart_count
        if self.started is not None:
            body["started"] = self.started
        if self.state is not None:
            body["state"] = self.state._dump()
        if self.stop_signal is not None:
            body["stopSignal"] = self.stop_signal
        if self.user is not None:
            body["user"] = self.user._dump()
        if self.volume_mounts is not None:
            body["volumeMounts"] = [item._dump() for item in self.volume_mounts]
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> ContainerStatus:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "name" in body and (value := body["name"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.name = value
            known += 1
        else:
            self.name = absent
        if "image" in body and (value := body["image"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.image = value
            known += 1
        else:
            self.image = absent
        if "allocatedResources" in body and (value := body["allocatedResources"]) is not None:
            if not isinstance(value, dict):
                raise Misshapen
            self.allocated_resources = value.copy()
            known += 1
        else:
            self.allocated_resources = absent
        if "allocatedResourcesStatus" in body and (value := body["allocatedResourcesStatus"]) is not None:
            if not isinstance(value, list):
                raise Misshapen
            self.allocated_resources_status = [ResourceStatus._load(item) for item in value]
            known += 1
        else:
            self.allocated_resources_status = absent
        if "containerID" in body and (value := body["containerID"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.container_id = value
            known += 1
        else:
            self.container_id = absent
        if "imageID" in body and (value := body["imageID"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.image_id = value
            known += 1
        else:
            self.image_id = absent
        if "lastState" in body and (value := body["lastState"]) is not None:
            self.last_state = ContainerState._load(value)
            known += 1
        else:
            self.last_state = absent
        if "ready" in body and (value := body["ready"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.ready = value
            known += 1
        else:
            self.ready = absent
        if "resources" in body and (value := body["resources"]) is not None:
            self.resources = ResourceRequirements._load(value)
            known += 1
        else:
            self.resources = absent
        if "restartCount" in body and (value := body["restartCount"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.restart_count = value
            known += 1
        else:
            self.restart_count = absent
        if "started" in body and (value := body["started"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.started = value
            known += 1
        else:
            self.started = absent
        if "state" in body and (value := body["state"]) is not None:
            self.state = ContainerState._load(value)
            known += 1
        else:
            self.state = absent
        if "stopSignal" in body and (value := body["stopSignal"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.stop_signal = value
            known += 1
        else:
            self.stop_signal = absent
        if "user" in body and (value := body["user"]) is not None:
            self.user = ContainerUser._load(value)
            known += 1
        else:
            self.user = absent
        if "volumeMounts" in body and (value := body["volumeMounts"]) is not None:
            if not isinstance(value, list):
                raise Misshapen
            self.volume_mounts = [VolumeMountStatus._load(item) for item in value]
            known += 1
        else:
            self.volume_mounts = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class ContainerUser(ApiObject):
    """Kubernetes' `ContainerUser` (core/v1).

    Since: linux 1.31.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#containeruser-v1-core
    """

    type_key: ClassVar[str] = "core_v1.ContainerUser"

    linux: LinuxContainerUser
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        linux: LinuxContainerUser = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.linux = linux
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.linux is not None:
            body["linux"] = self.linux._dump()
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> ContainerUser:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "linux" in body and (value := body["linux"]) is not None:
            self.linux = LinuxContainerUser._load(value)
            known += 1
        else:
            self.linux = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class HostIP(ApiObject):
    """Kubernetes' `HostIP` (core/v1).

    Required: ip.
    Since: ip 1.28.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#hostip-v1-core
    """

    type_key: ClassVar[str] = "core_v1.HostIP"

    ip: str
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        ip: str = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.ip = ip
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.ip is not None:
            body["ip"] = self.ip
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> HostIP:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "ip" in body and (value := body["ip"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.ip = value
            known += 1
        else:
            self.ip = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class ImageVolumeStatus(ApiObject):
    """Kubernetes' `ImageVolumeStatus` (core/v1).

    Required: image_ref.
    Since: image_ref 1.36.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#imagevolumestatus-v1-core
    """

    type_key: ClassVar[str] = "core_v1.ImageVolumeStatus"

    image_ref: str
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        image_ref: str = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.image_ref = image_ref
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.image_ref is not None:
            body["imageRef"] = self.image_ref
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> ImageVolumeStatus:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "imageRef" in body and (value := body["imageRef"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.image_ref = value
            known += 1
        else:
            self.image_ref = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class LinuxContainerUser(ApiObject):
    """Kubernetes' `LinuxContainerUser` (core/v1).

    Required: gid, uid.
    Since: gid 1.31, supplemental_groups 1.31, uid 1.31.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#linuxcontaineruser-v1-core
    """

    type_key: ClassVar[str] = "core_v1.LinuxContainerUser"

    gid: int
    supplemental_groups: list[int]
    uid: int
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        gid: int = absent,
        supplemental_groups: list[int] = absent,
        uid: int = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.gid = gid
        self.supplemental_groups = supplemental_groups
        self.uid = uid
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.gid is not None:
            body["gid"] = self.gid
        if self.supplemental_groups is not None:
            body["supplementalGroups"] = self.supplemental_groups.copy()
        if self.uid is not None:
            body["uid"] = self.uid
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> LinuxContainerUser:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "gid" in body and (value := body["gid"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.gid = value
            known += 1
        else:
            self.gid = absent
        if "supplementalGroups" in body and (value := body["supplementalGroups"]) is not None:
            if not isinstance(value, list):
                raise Misshapen
            self.supplemental_groups = value.copy()
            known += 1
        else:
            self.supplemental_groups = absent
        if "uid" in body and (value := body["uid"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.uid = value
            known += 1
        else:
            self.uid = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class LoadBalancerIngress(ApiObject):
    """Kubernetes' `LoadBalancerIngress` (core/v1).

    Since: ip_mode 1.29.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#loadbalanceringress-v1-core
    """

    type_key: ClassVar[str] = "core_v1.LoadBalancerIngress"

    hostname: str
    ip: str
    ip_mode: str
    ports: list[PortStatus]
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        hostname: str = absent,
        ip: str = absent,
        ip_mode: str = absent,
        ports: list[PortStatus] = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.hostname = hostname
        self.ip = ip
        self.ip_mode = ip_mode
        self.ports = ports
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.hostname is not None:
            body["hostname"] = self.hostname
        if self.ip is not None:
            body["ip"] = self.ip
        if self.ip_mode is not None:
            body["ipMode"] = self.ip_mode
        if self.ports is not None:
            body["ports"] = [item._dump() for item in self.ports]
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> LoadBalancerIngress:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "hostname" in body and (value := body["hostname"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.hostname = value
            known += 1
        else:
            self.hostname = absent
        if "ip" in body and (value := body["ip"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.ip = value
            known += 1
        else:
            self.ip = absent
        if "ipMode" in body and (value := body["ipMode"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.ip_mode = value
            known += 1
        else:
            self.ip_mode = absent
        if "ports" in body and (value := body["ports"]) is not None:
            if not isinstance(value, list):
                raise Misshapen
            self.ports = [PortStatus._load(item) for item in value]
            known += 1
        else:
            self.ports = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class LoadBalancerStatus(ApiObject):
    """Kubernetes' `LoadBalancerStatus` (core/v1).

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#loadbalancerstatus-v1-core
    """

    type_key: ClassVar[str] = "core_v1.LoadBalancerStatus"

    ingress: list[LoadBalancerIngress]
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        ingress: list[LoadBalancerIngress] = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.ingress = ingress
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.ingress is not None:
            body["ingress"] = [item._dump() for item in self.ingress]
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> LoadBalancerStatus:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "ingress" in body and (value := body["ingress"]) is not None:
            if not isinstance(value, list):
                raise Misshapen
            self.ingress = [LoadBalancerIngress._load(item) for item in value]
            known += 1
        else:
            self.ingress = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class ModifyVolumeStatus(ApiObject):
    """Kubernetes' `ModifyVolumeStatus` (core/v1).

    Required: status.
    Since: target_volume_attributes_class_name 1.29, status 1.29.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#modifyvolumestatus-v1-core
    """

    type_key: ClassVar[str] = "core_v1.ModifyVolumeStatus"

    target_volume_attributes_class_name: str
    status: str
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        target_volume_attributes_class_name: str = absent,
        status: str = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.target_volume_attributes_class_name = target_volume_attributes_class_name
        self.status = status
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.target_volume_attributes_class_name is not None:
            body["targetVolumeAttributesClassName"] = self.target_volume_attributes_class_name
        if self.status is not None:
            body["status"] = self.status
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> ModifyVolumeStatus:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "targetVolumeAttributesClassName" in body and (value := body["targetVolumeAttributesClassName"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.target_volume_attributes_class_name = value
            known += 1
        else:
            self.target_volume_attributes_class_name = absent
        if "status" in body and (value := body["status"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.status = value
            known += 1
        else:
            self.status = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class NamespaceCondition(ApiObject):
    """Kubernetes' `NamespaceCondition` (core/v1).

    Required: type, status.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#namespacecondition-v1-core
    """

    type_key: ClassVar[str] = "core_v1.NamespaceCondition"

    last_transition_time: str
    message: str
    reason: str
    type: str
    status: str
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        last_transition_time: str = absent,
        message: str = absent,
        reason: str = absent,
        type: str = absent,
        status: str = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.last_transition_time = last_transition_time
        self.message = message
        self.reason = reason
        self.type = type
        self.status = status
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.last_transition_time is not None:
            body["lastTransitionTime"] = self.last_transition_time
        if self.message is not None:
            body["message"] = self.message
        if self.reason is not None:
            body["reason"] = self.reason
        if self.type is not None:
            body["type"] = self.type
        if self.status is not None:
            body["status"] = self.status
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> NamespaceCondition:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "lastTransitionTime" in body and (value := body["lastTransitionTime"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.last_transition_time = value
            known += 1
        else:
            self.last_transition_time = absent
        if "message" in body and (value := body["message"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.message = value
            known += 1
        else:
            self.message = absent
        if "reason" in body and (value := body["reason"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.reason = value
            known += 1
        else:
            self.reason = absent
        if "type" in body and (value := body["type"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.type = value
            known += 1
        else:
            self.type = absent
        if "status" in body and (value := body["status"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.status = value
            known += 1
        else:
            self.status = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class NamespaceStatus(ApiObject):
    """Kubernetes' `NamespaceStatus` (core/v1).

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#namespacestatus-v1-core
    """

    type_key: ClassVar[str] = "core_v1.NamespaceStatus"

    conditions: list[NamespaceCondition]
    phase: str
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        conditions: list[NamespaceCondition] = absent,
        phase: str = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.conditions = conditions
        self.phase = phase
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.conditions is not None:
            body["conditions"] = [item._dump() for item in self.conditions]
        if self.phase is not None:
            body["phase"] = self.phase
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> NamespaceStatus:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "conditions" in body and (value := body["conditions"]) is not None:
            if not isinstance(value, list):
                raise Misshapen
            self.conditions = [NamespaceCondition._load(item) for item in value]
            known += 1
        else:
            self.conditions = absent
        if "phase" in body and (value := body["phase"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.phase = value
            known += 1
        else:
            self.phase = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class NodeAllocatableMappedResources(ApiObject):
    """Kubernetes' `NodeAllocatableMappedResources` (core/v1).

    Required: name, quantity.
    Since: name 1.37, quantity 1.37.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#nodeallocatablemappedresources-v1-core
    """

    type_key: ClassVar[str] = "core_v1.NodeAllocatableMappedResources"

    name: str
    quantity: str | int | float
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        name: str = absent,
        quantity: str | int | float = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.name = name
        self.quantity = quantity
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.name is not None:
            body["name"] = self.name
        if self.quantity is not None:
            body["quantity"] = self.quantity
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> NodeAllocatableMappedResources:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "name" in body and (value := body["name"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.name = value
            known += 1
        else:
            self.name = absent
        if "quantity" in body and (value := body["quantity"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.quantity = value
            known += 1
        else:
            self.quantity = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class NodeAllocatableOverheadResources(ApiObject):
    """Kubernetes' `NodeAllocatableOverheadResources` (core/v1).

    Required: name.
    Since: name 1.37, per_container 1.37, per_pod 1.37.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#nodeallocatableoverheadresources-v1-core
    """

    type_key: ClassVar[str] = "core_v1.NodeAllocatableOverheadResources"

    name: str
    per_container: str | int | float
    per_pod: str | int | float
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        name: str = absent,
        per_container: str | int | float = absent,
        per_pod: str | int | float = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.name = name
        self.per_container = per_container
        self.per_pod = per_pod
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.name is not None:
            body["name"] = self.name
        if self.per_container is not None:
            body["perContainer"] = self.per_container
        if self.per_pod is not None:
            body["perPod"] = self.per_pod
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> NodeAllocatableOverheadResources:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "name" in body and (value := body["name"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.name = value
            known += 1
        else:
            self.name = absent
        if "perContainer" in body and (value := body["perContainer"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.per_container = value
            known += 1
        else:
            self.per_container = absent
        if "perPod" in body and (value := body["perPod"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.per_pod = value
            known += 1
        else:
            self.per_pod = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class NodeAllocatableResourceClaimStatus(ApiObject):
    """Kubernetes' `NodeAllocatableResourceClaimStatus` (core/v1).

    Required: resource_claim_name.
    Since: containers 1.36, mapping 1.37, overhead 1.37, resource_claim_name 1.36.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#nodeallocatableresourceclaimstatus-v1-core
    """

    type_key: ClassVar[str] = "core_v1.NodeAllocatableResourceClaimStatus"

    containers: list[str]
    mapping: list[NodeAllocatableMappedResources]
    overhead: list[NodeAllocatableOverheadResources]
    resource_claim_name: str
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        containers: list[str] = absent,
        mapping: list[NodeAllocatableMappedResources] = absent,
        overhead: list[NodeAllocatableOverheadResources] = absent,
        resource_claim_name: str = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.containers = containers
        self.mapping = mapping
        self.overhead = overhead
        self.resource_claim_name = resource_claim_name
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.containers is not None:
            body["containers"] = self.containers.copy()
        if self.mapping is not None:
            body["mapping"] = [item._dump() for item in self.mapping]
        if self.overhead is not None:
            body["overhead"] = [item._dump() for item in self.overhead]
        if self.resource_claim_name is not None:
            body["resourceClaimName"] = self.resource_claim_name
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> NodeAllocatableResourceClaimStatus:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "containers" in body and (value := body["containers"]) is not None:
            if not isinstance(value, list):
                raise Misshapen
            self.containers = value.copy()
            known += 1
        else:
            self.containers = absent
        if "mapping" in body and (value := body["mapping"]) is not None:
            if not isinstance(value, list):
                raise Misshapen
            self.mapping = [NodeAllocatableMappedResources._load(item) for item in value]
            known += 1
        else:
            self.mapping = absent
        if "overhead" in body and (value := body["overhead"]) is not None:
            if not isinstance(value, list):
                raise Misshapen
            self.overhead = [NodeAllocatableOverheadResources._load(item) for item in value]
            known += 1
        else:
            self.overhead = absent
        if "resourceClaimName" in body and (value := body["resourceClaimName"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.resource_claim_name = value
            known += 1
        else:
            self.resource_claim_name = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class PersistentVolumeClaimCondition(ApiObject):
    """Kubernetes' `PersistentVolumeClaimCondition` (core/v1).

    Required: type, status.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#persistentvolumeclaimcondition-v1-core
    """

    type_key: ClassVar[str] = "core_v1.PersistentVolumeClaimCondition"

    last_probe_time: str
    last_transition_time: str
    message: str
    reason: str
    type: str
    status: str
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        last_probe_time: str = absent,
        last_transition_time: str = absent,
        message: str = absent,
        reason: str = absent,
        type: str = absent,
        status: str = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.last_probe_time = last_probe_time
        self.last_transition_time = last_transition_time
        self.message = message
        self.reason = reason
        self.type = type
        self.status = status
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.last_probe_time is not None:
            body["lastProbeTime"] = self.last_probe_time
        if self.last_transition_time is not None:
            body["lastTransitionTime"] = self.last_transition_time
        if self.message is not None:
            body["message"] = self.message
        if self.reason is not None:
            body["reason"] = self.reason
        if self.type is not None:
            body["type"] = self.type
        if self.status is not None:
            body["status"] = self.status
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> PersistentVolumeClaimCondition:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "lastProbeTime" in body and (value := body["lastProbeTime"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.last_probe_time = value
            known += 1
        else:
            self.last_probe_time = absent
        if "lastTransitionTime" in body and (value := body["lastTransitionTime"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.last_transition_time = value
            known += 1
        else:
            self.last_transition_time = absent
        if "message" in body and (value := body["message"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.message = value
            known += 1
        else:
            self.message = absent
        if "reason" in body and (value := body["reason"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.reason = value
            known += 1
        else:
            self.reason = absent
        if "type" in body and (value := body["type"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.type = value
            known += 1
        else:
            self.type = absent
        if "status" in body and (value := body["status"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.status = value
            known += 1
        else:
            self.status = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class PersistentVolumeClaimStatus(ApiObject):
    """Kubernetes' `PersistentVolumeClaimStatus` (core/v1).

    Since: allocated_resource_statuses 1.28, current_volume_attributes_class_name 1.29, health_status 1.37,
    modify_volume_status 1.29.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#persistentvolumeclaimstatus-v1-core
    """

    type_key: ClassVar[str] = "core_v1.PersistentVolumeClaimStatus"

    access_modes: list[str]
    allocated_resource_statuses: dict[str, str]
    allocated_resources: dict[str, str | int | float]
    capacity: dict[str, str | int | float]
    conditions: list[PersistentVolumeClaimCondition]
    current_volume_attributes_class_name: str
    health_status: VolumeHealthStatus
    modify_volume_status: ModifyVolumeStatus
    phase: str
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        access_modes: list[str] = absent,
        allocated_resource_statuses: dict[str, str] = absent,
        allocated_resources: dict[str, str | int | float] = absent,
        capacity: dict[str, str | int | float] = absent,
        conditions: list[PersistentVolumeClaimCondition] = absent,
        current_volume_attributes_class_name: str = absent,
        health_status: VolumeHealthStatus = absent,
        modify_volume_status: ModifyVolumeStatus = absent,
        phase: str = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.access_modes = access_modes
        self.allocated_resource_statuses = allocated_resource_statuses
        self.allocated_resources = allocated_resources
        self.capacity = capacity
        self.conditions = conditions
        self.current_volume_attributes_class_name = current_volume_attributes_class_name
        self.health_status = health_status
        self.modify_volume_status = modify_volume_status
        self.phase = phase
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.access_modes is not None:
            body["accessModes"] = self.access_modes.copy()
        if self.allocated_resource_statuses is not None:
            body["allocatedResourceStatuses"] = self.allocated_resource_statuses.copy()
        if self.allocated_resources is not None:
            body["allocatedResources"] = self.allocated_resources.copy()
        if self.capacity is not None:
            body["capacity"] = self.capacity.copy()
        if self.conditions is not None:
            body["conditions"] = [item._dump() for item in self.conditions]
        if self.current_volume_attributes_class_name is not None:
            body["currentVolumeAttributesClassName"] = self.current_volume_attributes_class_name
        if self.health_status is not None:
            body["healthStatus"] = self.health_status._dump()
        if self.modify_volume_status is not None:
            body["modifyVolumeStatus"] = self.modify_volume_status._dump()
        if self.phase is not None:
            body["phase"] = self.phase
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> PersistentVolumeClaimStatus:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "accessModes" in body and (value := body["accessModes"]) is not None:
            if not isinstance(value, list):
                raise Misshapen
            self.access_modes = value.copy()
            known += 1
        else:
            self.access_modes = absent
        if "allocatedResourceStatuses" in body and (value := body["allocatedResourceStatuses"]) is not None:
            if not isinstance(value, dict):
                raise Misshapen
            self.allocated_resource_statuses = value.copy()
            known += 1
        else:
            self.allocated_resource_statuses = absent
        if "allocatedResources" in body and (value := body["allocatedResources"]) is not None:
            if not isinstance(value, dict):
                raise Misshapen
            self.allocated_resources = value.copy()
            known += 1
        else:
            self.allocated_resources = absent
        if "capacity" in body and (value := body["capacity"]) is not None:
            if not isinstance(value, dict):
                raise Misshapen
            self.capacity = value.copy()
            known += 1
        else:
            self.capacity = absent
        if "conditions" in body and (value := body["conditions"]) is not None:
            if not isinstance(value, list):
                raise Misshapen
            self.conditions = [PersistentVolumeClaimCondition._load(item) for item in value]
            known += 1
        else:
            self.conditions = absent
        if "currentVolumeAttributesClassName" in body and (value := body["currentVolumeAttributesClassName"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.current_volume_attributes_class_name = value
            known += 1
        else:
            self.current_volume_attributes_class_name = absent
        if "healthStatus" in body and (value := body["healthStatus"]) is not None:
            self.health_status = VolumeHealthStatus._load(value)
            known += 1
        else:
            self.health_status = absent
        if "modifyVolumeStatus" in body and (value := body["modifyVolumeStatus"]) is not None:
            self.modify_volume_status = ModifyVolumeStatus._load(value)
            known += 1
        else:
            self.modify_volume_status = absent
        if "phase" in body and (value := body["phase"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.phase = value
            known += 1
        else:
            self.phase = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class PersistentVolumeStatus(ApiObject):
    """Kubernetes' `PersistentVolumeStatus` (core/v1).

    Since: last_phase_transition_time 1.28.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#persistentvolumestatus-v1-core
    """

    type_key: ClassVar[str] = "core_v1.PersistentVolumeStatus"

    last_phase_transition_time: str
    message: str
    phase: str
    reason: str
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        last_phase_transition_time: str = absent,
        message: str = absent,
        phase: str = absent,
        reason: str = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.last_phase_transition_time = last_phase_transition_time
        self.message = message
        self.phase = phase
        self.reason = reason
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.last_phase_transition_time is not None:
            body["lastPhaseTransitionTime"] = self.last_phase_transition_time
        if self.message is not None:
            body["message"] = self.message
        if self.phase is not None:
            body["phase"] = self.phase
        if self.reason is not None:
            body["reason"] = self.reason
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> PersistentVolumeStatus:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "lastPhaseTransitionTime" in body and (value := body["lastPhaseTransitionTime"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.last_phase_transition_time = value
            known += 1
        else:
            self.last_phase_transition_time = absent
        if "message" in body and (value := body["message"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.message = value
            known += 1
        else:
            self.message = absent
        if "phase" in body and (value := body["phase"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.phase = value
            known += 1
        else:
            self.phase = absent
        if "reason" in body and (value := body["reason"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.reason = value
            known += 1
        else:
            self.reason = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class PodCondition(ApiObject):
    """Kubernetes' `PodCondition` (core/v1).

    Required: type, status.
    Since: observed_generation 1.33.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#podcondition-v1-core
    """

    type_key: ClassVar[str] = "core_v1.PodCondition"

    last_probe_time: str
    last_transition_time: str
    message: str
    observed_generation: int
    reason: str
    type: str
    status: str
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        last_probe_time: str = absent,
        last_transition_time: str = absent,
        message: str = absent,
        observed_generation: int = absent,
        reason: str = absent,
        type: str = absent,
        status: str = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.last_probe_time = last_probe_time
        self.last_transition_time = last_transition_time
        self.message = message
        self.observed_generation = observed_generation
        self.reason = reason
        self.type = type
        self.status = status
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.last_probe_time is not None:
            body["lastProbeTime"] = self.last_probe_time
        if self.last_transition_time is not None:
            body["lastTransitionTime"] = self.last_transition_time
        if self.message is not None:
            body["message"] = self.message
        if self.observed_generation is not None:
            body["observedGeneration"] = self.observed_generation
        if self.reason is not None:
            body["reason"] = self.reason
        if self.type is not None:
            body["type"] = self.type
        if self.status is not None:
            body["status"] = self.status
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> PodCondition:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "lastProbeTime" in body and (value := body["lastProbeTime"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.last_probe_time = value
            known += 1
        else:
            self.last_probe_time = absent
        if "lastTransitionTime" in body and (value := body["lastTransitionTime"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.last_transition_time = value
            known += 1
        else:
            self.last_transition_time = absent
        if "message" in body and (value := body["message"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.message = value
            known += 1
        else:
            self.message = absent
        if "observedGeneration" in body and (value := body["observedGeneration"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.observed_generation = value
            known += 1
        else:
            self.observed_generation = absent
        if "reason" in body and (value := body["reason"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.reason = value
            known += 1
        else:
            self.reason = absent
        if "type" in body and (value := body["type"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.type = value
            known += 1
        else:
            self.type = absent
        if "status" in body and (value := body["status"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.status = value
            known += 1
        else:
            self.status = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class PodExtendedResourceClaimStatus(ApiObject):
    """Kubernetes' `PodExtendedResourceClaimStatus` (core/v1).

    Required: request_mappings, resource_claim_name.
    Since: request_mappings 1.34, resource_claim_name 1.34.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#podextendedresourceclaimstatus-v1-core
    """

    type_key: ClassVar[str] = "core_v1.PodExtendedResourceClaimStatus"

    request_mappings: list[ContainerExtendedResourceRequest]
    resource_claim_name: str
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        request_mappings: list[ContainerExtendedResourceRequest] = absent,
        resource_claim_name: str = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.request_mappings = request_mappings
        self.resource_claim_name = resource_claim_name
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.request_mappings is not None:
            body["requestMappings"] = [item._dump() for item in self.request_mappings]
        if self.resource_claim_name is not None:
            body["resourceClaimName"] = self.resource_claim_name
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> PodExtendedResourceClaimStatus:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "requestMappings" in body and (value := body["requestMappings"]) is not None:
            if not isinstance(value, list):
                raise Misshapen
            self.request_mappings = [ContainerExtendedResourceRequest._load(item) for item in value]
            known += 1
        else:
            self.request_mappings = absent
        if "resourceClaimName" in body and (value := body["resourceClaimName"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.resource_claim_name = value
            known += 1
        else:
            self.resource_claim_name = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class PodIP(ApiObject):
    """Kubernetes' `PodIP` (core/v1).

    Required: ip.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#podip-v1-core
    """

    type_key: ClassVar[str] = "core_v1.PodIP"

    ip: str
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        ip: str = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.ip = ip
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.ip is not None:
            body["ip"] = self.ip
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> PodIP:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "ip" in body and (value := body["ip"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.ip = value
            known += 1
        else:
            self.ip = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class PodResourceClaimStatus(ApiObject):
    """Kubernetes' `PodResourceClaimStatus` (core/v1).

    Required: name.
    Since: name 1.28, resource_claim_name 1.28.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#podresourceclaimstatus-v1-core
    """

    type_key: ClassVar[str] = "core_v1.PodResourceClaimStatus"

    name: str
    resource_claim_name: str
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        name: str = absent,
        resource_claim_name: str = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.name = name
        self.resource_claim_name = resource_claim_name
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.name is not None:
            body["name"] = self.name
        if self.resource_claim_name is not None:
            body["resourceClaimName"] = self.resource_claim_name
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> PodResourceClaimStatus:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "name" in body and (value := body["name"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.name = value
            known += 1
        else:
            self.name = absent
        if "resourceClaimName" in body and (value := body["resourceClaimName"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.resource_claim_name = value
            known += 1
        else:
            self.resource_claim_name = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class PodStatus(ApiObject):
    """Kubernetes' `PodStatus` (core/v1).

    Since: allocated_resources 1.35, extended_resource_claim_status 1.34, host_ips 1.28,
    node_allocatable_resource_claim_statuses 1.36, observed_generation 1.33, resize 1.27, resource_claim_statuses 1.28,
    resources 1.35, volume_health 1.37.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#podstatus-v1-core
    """

    type_key: ClassVar[str] = "core_v1.PodStatus"

    allocated_resources: dict[str, str | int | float]
    conditions: list[PodCondition]
    container_statuses: list[ContainerStatus]
    ephemeral_container_statuses: list[ContainerStatus]
    extended_resource_claim_status: PodExtendedResourceClaimStatus
    host_ip: str
    host_ips: list[HostIP]
    init_container_statuses: list[ContainerStatus]
    message: str
    node_allocatable_resource_claim_statuses: list[NodeAllocatableResourceClaimStatus]
    nominated_node_name: str
    observed_generation: int
    phase: str
    pod_ip: str
    pod_ips: list[PodIP]
    qos_class: str
    reason: str
    resize: str
    resource_claim_statuses: list[PodResourceClaimStatus]
    resources: ResourceRequirements
    start_time: str
    volume_health: list[PodVolumeHealth]
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        allocated_resources: dict[str, str | int | float] = absent,
        conditions: list[PodCondition] = absent,
        container_statuses: list[ContainerStatus] = absent,
        ephemeral_container_statuses: list[ContainerStatus] = absent,
        extended_resource_claim_status: PodExtendedResourceClaimStatus = absent,
        host_ip: str = absent,
        host_ips: list[HostIP] = absent,
        init_container_statuses: list[ContainerStatus] = absent,
        message: str = absent,
        node_allocatable_resource_claim_statuses: list[NodeAllocatableResourceClaimStatus] = absent,
        nominated_node_name: str = absent,
        observed_generation: int = absent,
        phase: str = absent,
        pod_ip: str = absent,
        pod_ips: list[PodIP] = absent,
        qos_class: str = absent,
        reason: str = absent,
        resize: str = absent,
        resource_claim_statuses: list[PodResourceClaimStatus] = absent,
        resources: ResourceRequirements = absent,
        start_time: str = absent,
        volume_health: list[PodVolumeHealth] = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.allocated_resources = allocated_resources
        self.conditions = conditions
        self.container_statuses = container_statuses
        self.ephemeral_container_statuses = ephemeral_container_statuses
        self.extended_resource_claim_status = extended_resource_claim_status
        self.host_ip = host_ip
        self.host_ips = host_ips
        self.init_container_statuses = init_container_statuses
        self.message = message
        self.node_allocatable_resource_claim_statuses = node_allocatable_resource_claim_statuses
        self.nominated_node_name = nominated_node_name
        self.observed_generation = observed_generation
        self.phase = phase
        self.pod_ip = pod_ip
        self.pod_ips = pod_ips
        self.qos_class = qos_class
        self.reason = reason
        self.resize = resize
        self.resource_claim_statuses = resource_claim_statuses
        self.resources = resources
        self.start_time = start_time
        self.volume_health = volume_health
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.allocated_resources is not None:
            body["allocatedResources"] = self.allocated_resources.copy()
        if self.conditions is not None:
            body["conditions"] = [item._dump() for item in self.conditions]
        if self.container_statuses is not None:
            body["containerStatuses"] = [item._dump() for item in self.container_statuses]
        if self.ephemeral_container_statuses is not None:
            body["ephemeralContainerStatuses"] = [item._dump() for item in self.ephemeral_container_statuses]
        if self.extended_resource_claim_status is not None:
            body["extendedResourceClaimStatus"] = self.extended_resource_claim_status._dump()
        if self.host_ip is not None:
            body["hostIP"] = self.host_ip
        if self.host_ips is not None:
            body["hostIPs"] = [item._dump() for item in self.host_ips]
        if self.init_container_statuses is not None:
            body["initContainerStatuses"] = [item._dump() for item in self.init_container_statuses]
        if self.message is not None:
            body["message"] = self.message
        if self.node_allocatable_resource_claim_statuses is not None:
            body["nodeAllocatableResourceClaimStatuses"] = [item._dump() for item in self.node_allocatable_resource_claim_statuses]
        if self.nominated_node_name is not None:
            body["nominatedNodeName"] = self.nominated_node_name
        if self.observed_generation is not None:
            body["observedGeneration"] = self.observed_generation
        if self.phase is not None:
            body["phase"] = self.phase
        if self.pod_ip is not None:
            body["podIP"] = self.pod_ip
        if self.pod_ips is not None:
            body["podIPs"] = [item._dump() for item in self.pod_ips]
        if self.qos_class is not None:
            body["qosClass"] = self.qos_class
        if self.reason is not None:
            body["reason"] = self.reason
        if self.resize is not None:
            body["resize"] = self.resize
        if self.resource_claim_statuses is not None:
            body["resourceClaimStatuses"] = [item._dump() for item in self.resource_claim_statuses]
        if self.resources is not None:
            body["resources"] = self.resources._dump()
        if self.start_time is not None:
            body["startTime"] = self.start_time
        if self.volume_health is not None:
            body["volumeHealth"] = [item._dump() for item in self.volume_health]
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> PodStatus:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "allocatedResources" in body and (value := body["allocatedResources"]) is not None:
            if not isinstance(value, dict):
                raise Misshapen
            self.allocated_resources = value.copy()
            known += 1
        else:
            self.allocated_resources = absent
        if "conditions" in body and (value := body["conditions"]) is not None:
            if not isinstance(value, list):
                raise Misshapen
            self.conditions = [PodCondition._load(item) for item in value]
            known += 1
        else:
            self.conditions = absent
        if "containerStatuses" in body and (value := body["containerStatuses"]) is not None:
            if not isinstance(value, list):
                raise Misshapen
            self.container_statuses = [ContainerStatus._load(item) for item in value]
            known += 1
        else:
            self.container_statuses = absent
        if "ephemeralContainerStatuses" in body and (value := body["ephemeralContainerStatuses"]) is not None:
            if not isinstance(value, list):
                raise Misshapen
            self.ephemeral_container_statuses = [ContainerStatus._load(item) for item in value]
            known += 1
        else:
            self.ephemeral_container_statuses = absent
        if "extendedResourceClaimStatus" in body and (value := body["extendedResourceClaimStatus"]) is not None:
            self.extended_resource_claim_status = PodExtendedResourceClaimStatus._load(value)
            known += 1
        else:
            self.extended_resource_claim_status = absent
        if "hostIP" in body and (value := body["hostIP"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.host_ip = value
            known += 1
        else:
            self.host_ip = absent
        if "hostIPs" in body and (value := body["hostIPs"]) is not None:
            if not isinstance(value, list):
                raise Misshapen
            self.host_ips = [HostIP._load(item) for item in value]
            known += 1
        else:
            self.host_ips = absent
        if "initContainerStatuses" in body and (value := body["initContainerStatuses"]) is not None:
            if not isinstance(value, list):
                raise Misshapen
            self.init_container_statuses = [ContainerStatus._load(item) for item in value]
            known += 1
        else:
            self.init_container_statuses = absent
        if "message" in body and (value := body["message"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.message = value
            known += 1
        else:
            self.message = absent
        if "nodeAllocatableResourceClaimStatuses" in body and (value := body["nodeAllocatableResourceClaimStatuses"]) is not None:
            if not isinstance(value, list):
                raise Misshapen
            self.node_allocatable_resource_claim_statuses = [NodeAllocatableResourceClaimStatus._load(item) for item in value]
            known += 1
        else:
            self.node_allocatable_resource_claim_statuses = absent
        if "nominatedNodeName" in body and (value := body["nominatedNodeName"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.nominated_node_name = value
            known += 1
        else:
            self.nominated_node_name = absent
        if "observedGeneration" in body and (value := body["observedGeneration"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.observed_generation = value
            known += 1
        else:
            self.observed_generation = absent
        if "phase" in body and (value := body["phase"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.phase = value
            known += 1
        else:
            self.phase = absent
        if "podIP" in body and (value := body["podIP"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.pod_ip = value
            known += 1
        else:
            self.pod_ip = absent
        if "podIPs" in body and (value := body["podIPs"]) is not None:
            if not isinstance(value, list):
                raise Misshapen
            self.pod_ips = [PodIP._load(item) for item in value]
            known += 1
        else:
            self.pod_ips = absent
        if "qosClass" in body and (value := body["qosClass"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.qos_class = value
            known += 1
        else:
            self.qos_class = absent
        if "reason" in body and (value := body["reason"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.reason = value
            known += 1
        else:
            self.reason = absent
        if "resize" in body and (value := body["resize"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.resize = value
            known += 1
        else:
            self.resize = absent
        if "resourceClaimStatuses" in body and (value := body["resourceClaimStatuses"]) is not None:
            if not isinstance(value, list):
                raise Misshapen
            self.resource_claim_statuses = [PodResourceClaimStatus._load(item) for item in value]
            known += 1
        else:
            self.resource_claim_statuses = absent
        if "resources" in body and (value := body["resources"]) is not None:
            self.resources = ResourceRequirements._load(value)
            known += 1
        else:
            self.resources = absent
        if "startTime" in body and (value := body["startTime"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.start_time = value
            known += 1
        else:
            self.start_time = absent
        if "volumeHealth" in body and (value := body["volumeHealth"]) is not None:
            if not isinstance(value, list):
                raise Misshapen
            self.volume_health = [PodVolumeHealth._load(item) for item in value]
            known += 1
        else:
            self.volume_health = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class PodVolumeHealth(ApiObject):
    """Kubernetes' `PodVolumeHealth` (core/v1).

    Required: name.
    Since: name 1.37, health_conditions 1.37, last_transition_time 1.37.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#podvolumehealth-v1-core
    """

    type_key: ClassVar[str] = "core_v1.PodVolumeHealth"

    name: str
    health_conditions: list[VolumeHealthCondition]
    last_transition_time: str
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        name: str = absent,
        health_conditions: list[VolumeHealthCondition] = absent,
        last_transition_time: str = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.name = name
        self.health_conditions = health_conditions
        self.last_transition_time = last_transition_time
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.name is not None:
            body["name"] = self.name
        if self.health_conditions is not None:
            body["healthConditions"] = [item._dump() for item in self.health_conditions]
        if self.last_transition_time is not None:
            body["lastTransitionTime"] = self.last_transition_time
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> PodVolumeHealth:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "name" in body and (value := body["name"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.name = value
            known += 1
        else:
            self.name = absent
        if "healthConditions" in body and (value := body["healthConditions"]) is not None:
            if not isinstance(value, list):
                raise Misshapen
            self.health_conditions = [VolumeHealthCondition._load(item) for item in value]
            known += 1
        else:
            self.health_conditions = absent
        if "lastTransitionTime" in body and (value := body["lastTransitionTime"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.last_transition_time = value
            known += 1
        else:
            self.last_transition_time = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class PortStatus(ApiObject):
    """Kubernetes' `PortStatus` (core/v1).

    Required: port, protocol.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#portstatus-v1-core
    """

    type_key: ClassVar[str] = "core_v1.PortStatus"

    error: str
    port: int
    protocol: str
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        error: str = absent,
        port: int = absent,
        protocol: str = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.error = error
        self.port = port
        self.protocol = protocol
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.error is not None:
            body["error"] = self.error
        if self.port is not None:
            body["port"] = self.port
        if self.protocol is not None:
            body["protocol"] = self.protocol
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> PortStatus:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "error" in body and (value := body["error"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.error = value
            known += 1
        else:
            self.error = absent
        if "port" in body and (value := body["port"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.port = value
            known += 1
        else:
            self.port = absent
        if "protocol" in body and (value := body["protocol"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.protocol = value
            known += 1
        else:
            self.protocol = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class ResourceHealth(ApiObject):
    """Kubernetes' `ResourceHealth` (core/v1).

    Required: resource_id.
    Since: health 1.31, message 1.36, resource_id 1.31.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#resourcehealth-v1-core
    """

    type_key: ClassVar[str] = "core_v1.ResourceHealth"

    health: str
    message: str
    resource_id: str
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        health: str = absent,
        message: str = absent,
        resource_id: str = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.health = health
        self.message = message
        self.resource_id = resource_id
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.health is not None:
            body["health"] = self.health
        if self.message is not None:
            body["message"] = self.message
        if self.resource_id is not None:
            body["resourceID"] = self.resource_id
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> ResourceHealth:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "health" in body and (value := body["health"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.health = value
            known += 1
        else:
            self.health = absent
        if "message" in body and (value := body["message"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.message = value
            known += 1
        else:
            self.message = absent
        if "resourceID" in body and (value := body["resourceID"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.resource_id = value
            known += 1
        else:
            self.resource_id = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class ResourceStatus(ApiObject):
    """Kubernetes' `ResourceStatus` (core/v1).

    Required: name.
    Since: name 1.31, resources 1.31.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#resourcestatus-v1-core
    """

    type_key: ClassVar[str] = "core_v1.ResourceStatus"

    name: str
    resources: list[ResourceHealth]
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        name: str = absent,
        resources: list[ResourceHealth] = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.name = name
        self.resources = resources
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.name is not None:
            body["name"] = self.name
        if self.resources is not None:
            body["resources"] = [item._dump() for item in self.resources]
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> ResourceStatus:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "name" in body and (value := body["name"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.name = value
            known += 1
        else:
            self.name = absent
        if "resources" in body and (value := body["resources"]) is not None:
            if not isinstance(value, list):
                raise Misshapen
            self.resources = [ResourceHealth._load(item) for item in value]
            known += 1
        else:
            self.resources = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class ServiceStatus(ApiObject):
    """Kubernetes' `ServiceStatus` (core/v1).

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#servicestatus-v1-core
    """

    type_key: ClassVar[str] = "core_v1.ServiceStatus"

    conditions: list[Condition]
    load_balancer: LoadBalancerStatus
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        conditions: list[Condition] = absent,
        load_balancer: LoadBalancerStatus = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.conditions = conditions
        self.load_balancer = load_balancer
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.conditions is not None:
            body["conditions"] = [item._dump() for item in self.conditions]
        if self.load_balancer is not None:
            body["loadBalancer"] = self.load_balancer._dump()
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> ServiceStatus:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "conditions" in body and (value := body["conditions"]) is not None:
            if not isinstance(value, list):
                raise Misshapen
            self.conditions = [Condition._load(item) for item in value]
            known += 1
        else:
            self.conditions = absent
        if "loadBalancer" in body and (value := body["loadBalancer"]) is not None:
            self.load_balancer = LoadBalancerStatus._load(value)
            known += 1
        else:
            self.load_balancer = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class VolumeHealthCondition(ApiObject):
    """Kubernetes' `VolumeHealthCondition` (core/v1).

    Required: reason, status.
    Since: message 1.37, reason 1.37, status 1.37.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#volumehealthcondition-v1-core
    """

    type_key: ClassVar[str] = "core_v1.VolumeHealthCondition"

    message: str
    reason: str
    status: str
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        message: str = absent,
        reason: str = absent,
        status: str = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.message = message
        self.reason = reason
        self.status = status
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.message is not None:
            body["message"] = self.message
        if self.reason is not None:
            body["reason"] = self.reason
        if self.status is not None:
            body["status"] = self.status
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> VolumeHealthCondition:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "message" in body and (value := body["message"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.message = value
            known += 1
        else:
            self.message = absent
        if "reason" in body and (value := body["reason"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.reason = value
            known += 1
        else:
            self.reason = absent
        if "status" in body and (value := body["status"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.status = value
            known += 1
        else:
            self.status = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class VolumeHealthStatus(ApiObject):
    """Kubernetes' `VolumeHealthStatus` (core/v1).

    Since: health_conditions 1.37, last_transition_time 1.37.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#volumehealthstatus-v1-core
    """

    type_key: ClassVar[str] = "core_v1.VolumeHealthStatus"

    health_conditions: list[VolumeHealthCondition]
    last_transition_time: str
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        health_conditions: list[VolumeHealthCondition] = absent,
        last_transition_time: str = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.health_conditions = health_conditions
        self.last_transition_time = last_transition_time
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.health_conditions is not None:
            body["healthConditions"] = [item._dump() for item in self.health_conditions]
        if self.last_transition_time is not None:
            body["lastTransitionTime"] = self.last_transition_time
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> VolumeHealthStatus:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "healthConditions" in body and (value := body["healthConditions"]) is not None:
            if not isinstance(value, list):
                raise Misshapen
            self.health_conditions = [VolumeHealthCondition._load(item) for item in value]
            known += 1
        else:
            self.health_conditions = absent
        if "lastTransitionTime" in body and (value := body["lastTransitionTime"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.last_transition_time = value
            known += 1
        else:
            self.last_transition_time = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class VolumeMountStatus(ApiObject):
    """Kubernetes' `VolumeMountStatus` (core/v1).

    Required: name, mount_path.
    Since: name 1.30, mount_path 1.30, read_only 1.30, recursive_read_only 1.30, volume_status 1.36.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#volumemountstatus-v1-core
    """

    type_key: ClassVar[str] = "core_v1.VolumeMountStatus"

    name: str
    mount_path: str
    read_only: bool
    recursive_read_only: str
    volume_status: VolumeStatus
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        name: str = absent,
        mount_path: str = absent,
        read_only: bool = absent,
        recursive_read_only: str = absent,
        volume_status: VolumeStatus = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.name = name
        self.mount_path = mount_path
        self.read_only = read_only
        self.recursive_read_only = recursive_read_only
        self.volume_status = volume_status
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.name is not None:
            body["name"] = self.name
        if self.mount_path is not None:
            body["mountPath"] = self.mount_path
        if self.read_only is not None:
            body["readOnly"] = self.read_only
        if self.recursive_read_only is not None:
            body["recursiveReadOnly"] = self.recursive_read_only
        if self.volume_status is not None:
            body["volumeStatus"] = self.volume_status._dump()
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> VolumeMountStatus:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "name" in body and (value := body["name"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.name = value
            known += 1
        else:
            self.name = absent
        if "mountPath" in body and (value := body["mountPath"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.mount_path = value
            known += 1
        else:
            self.mount_path = absent
        if "readOnly" in body and (value := body["readOnly"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.read_only = value
            known += 1
        else:
            self.read_only = absent
        if "recursiveReadOnly" in body and (value := body["recursiveReadOnly"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.recursive_read_only = value
            known += 1
        else:
            self.recursive_read_only = absent
        if "volumeStatus" in body and (value := body["volumeStatus"]) is not None:
            self.volume_status = VolumeStatus._load(value)
            known += 1
        else:
            self.volume_status = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class VolumeStatus(ApiObject):
    """Kubernetes' `VolumeStatus` (core/v1).

    Since: image 1.36.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#volumestatus-v1-core
    """

    type_key: ClassVar[str] = "core_v1.VolumeStatus"

    image: ImageVolumeStatus
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        image: ImageVolumeStatus = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.image = image
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.image is not None:
            body["image"] = self.image._dump()
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> VolumeStatus:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "image" in body and (value := body["image"]) is not None:
            self.image = ImageVolumeStatus._load(value)
            known += 1
        else:
            self.image = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self
