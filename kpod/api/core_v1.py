"""The API classes of core/v1 that most Pods need; the rarer ones are loaded on first use.

Written by tools/generate_api.py from the schemas of Kubernetes 1.25 to 1.37; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

import attrs

from kpod.api.late import Late
from kpod.api.object import NESTED, ApiObject, Misshapen, absent, copy_plain, leftovers, new
from kpod.api.meta_v1 import LabelSelector, ObjectMeta

if TYPE_CHECKING:
    from kpod.api import core_rare_v1, core_status_v1
    from kpod.api.core_rare_v1 import (
        AWSElasticBlockStoreVolumeSource as AWSElasticBlockStoreVolumeSource,
        AppArmorProfile as AppArmorProfile,
        AzureDiskVolumeSource as AzureDiskVolumeSource,
        AzureFilePersistentVolumeSource as AzureFilePersistentVolumeSource,
        AzureFileVolumeSource as AzureFileVolumeSource,
        CSIPersistentVolumeSource as CSIPersistentVolumeSource,
        CSIVolumeSource as CSIVolumeSource,
        CephFSPersistentVolumeSource as CephFSPersistentVolumeSource,
        CephFSVolumeSource as CephFSVolumeSource,
        CinderPersistentVolumeSource as CinderPersistentVolumeSource,
        CinderVolumeSource as CinderVolumeSource,
        ClientIPConfig as ClientIPConfig,
        ClusterTrustBundleProjection as ClusterTrustBundleProjection,
        ContainerResizePolicy as ContainerResizePolicy,
        ContainerRestartRule as ContainerRestartRule,
        ContainerRestartRuleOnExitCodes as ContainerRestartRuleOnExitCodes,
        EphemeralContainer as EphemeralContainer,
        EphemeralVolumeSource as EphemeralVolumeSource,
        Event as Event,
        EventSeries as EventSeries,
        EventSource as EventSource,
        EvictionResponder as EvictionResponder,
        FCVolumeSource as FCVolumeSource,
        FileKeySelector as FileKeySelector,
        FlexPersistentVolumeSource as FlexPersistentVolumeSource,
        FlexVolumeSource as FlexVolumeSource,
        FlockerVolumeSource as FlockerVolumeSource,
        GCEPersistentDiskVolumeSource as GCEPersistentDiskVolumeSource,
        GRPCAction as GRPCAction,
        GitRepoVolumeSource as GitRepoVolumeSource,
        GlusterfsPersistentVolumeSource as GlusterfsPersistentVolumeSource,
        GlusterfsVolumeSource as GlusterfsVolumeSource,
        HostAlias as HostAlias,
        ISCSIPersistentVolumeSource as ISCSIPersistentVolumeSource,
        ISCSIVolumeSource as ISCSIVolumeSource,
        ImageVolumeSource as ImageVolumeSource,
        LocalVolumeSource as LocalVolumeSource,
        NFSVolumeSource as NFSVolumeSource,
        Namespace as Namespace,
        NamespaceSpec as NamespaceSpec,
        ObjectReference as ObjectReference,
        PersistentVolume as PersistentVolume,
        PersistentVolumeClaim as PersistentVolumeClaim,
        PersistentVolumeClaimSpec as PersistentVolumeClaimSpec,
        PersistentVolumeClaimTemplate as PersistentVolumeClaimTemplate,
        PersistentVolumeSpec as PersistentVolumeSpec,
        PhotonPersistentDiskVolumeSource as PhotonPersistentDiskVolumeSource,
        PodCertificateProjection as PodCertificateProjection,
        PodDNSConfig as PodDNSConfig,
        PodDNSConfigOption as PodDNSConfigOption,
        PodOS as PodOS,
        PodReadinessGate as PodReadinessGate,
        PodResourceClaim as PodResourceClaim,
        PodSchedulingGate as PodSchedulingGate,
        PodSchedulingGroup as PodSchedulingGroup,
        PortworxVolumeSource as PortworxVolumeSource,
        QuobyteVolumeSource as QuobyteVolumeSource,
        RBDPersistentVolumeSource as RBDPersistentVolumeSource,
        RBDVolumeSource as RBDVolumeSource,
        ResourceClaim as ResourceClaim,
        SELinuxOptions as SELinuxOptions,
        ScaleIOPersistentVolumeSource as ScaleIOPersistentVolumeSource,
        ScaleIOVolumeSource as ScaleIOVolumeSource,
        SecretReference as SecretReference,
        Service as Service,
        ServiceAccount as ServiceAccount,
        ServicePort as ServicePort,
        ServiceSpec as ServiceSpec,
        SessionAffinityConfig as SessionAffinityConfig,
        SleepAction as SleepAction,
        StorageOSPersistentVolumeSource as StorageOSPersistentVolumeSource,
        StorageOSVolumeSource as StorageOSVolumeSource,
        Sysctl as Sysctl,
        TypedLocalObjectReference as TypedLocalObjectReference,
        TypedObjectReference as TypedObjectReference,
        VolumeDevice as VolumeDevice,
        VolumeNodeAffinity as VolumeNodeAffinity,
        VolumeResourceRequirements as VolumeResourceRequirements,
        VsphereVirtualDiskVolumeSource as VsphereVirtualDiskVolumeSource,
        WindowsSecurityContextOptions as WindowsSecurityContextOptions,
    )
    from kpod.api.core_status_v1 import (
        ContainerExtendedResourceRequest as ContainerExtendedResourceRequest,
        ContainerState as ContainerState,
        ContainerStateRunning as ContainerStateRunning,
        ContainerStateTerminated as ContainerStateTerminated,
        ContainerStateWaiting as ContainerStateWaiting,
        ContainerStatus as ContainerStatus,
        ContainerUser as ContainerUser,
        HostIP as HostIP,
        ImageVolumeStatus as ImageVolumeStatus,
        LinuxContainerUser as LinuxContainerUser,
        LoadBalancerIngress as LoadBalancerIngress,
        LoadBalancerStatus as LoadBalancerStatus,
        ModifyVolumeStatus as ModifyVolumeStatus,
        NamespaceCondition as NamespaceCondition,
        NamespaceStatus as NamespaceStatus,
        NodeAllocatableMappedResources as NodeAllocatableMappedResources,
        NodeAllocatableOverheadResources as NodeAllocatableOverheadResources,
        NodeAllocatableResourceClaimStatus as NodeAllocatableResourceClaimStatus,
        PersistentVolumeClaimCondition as PersistentVolumeClaimCondition,
        PersistentVolumeClaimStatus as PersistentVolumeClaimStatus,
        PersistentVolumeStatus as PersistentVolumeStatus,
        PodCondition as PodCondition,
        PodExtendedResourceClaimStatus as PodExtendedResourceClaimStatus,
        PodIP as PodIP,
        PodResourceClaimStatus as PodResourceClaimStatus,
        PodStatus as PodStatus,
        PodVolumeHealth as PodVolumeHealth,
        PortStatus as PortStatus,
        ResourceHealth as ResourceHealth,
        ResourceStatus as ResourceStatus,
        ServiceStatus as ServiceStatus,
        VolumeHealthCondition as VolumeHealthCondition,
        VolumeHealthStatus as VolumeHealthStatus,
        VolumeMountStatus as VolumeMountStatus,
        VolumeStatus as VolumeStatus,
    )
else:
    core_rare_v1 = Late("kpod.api.core_rare_v1")
    core_status_v1 = Late("kpod.api.core_status_v1")

__all__ = [
    "AWSElasticBlockStoreVolumeSource",
    "Affinity",
    "AppArmorProfile",
    "AzureDiskVolumeSource",
    "AzureFilePersistentVolumeSource",
    "AzureFileVolumeSource",
    "CSIPersistentVolumeSource",
    "CSIVolumeSource",
    "Capabilities",
    "CephFSPersistentVolumeSource",
    "CephFSVolumeSource",
    "CinderPersistentVolumeSource",
    "CinderVolumeSource",
    "ClientIPConfig",
    "ClusterTrustBundleProjection",
    "ConfigMap",
    "ConfigMapEnvSource",
    "ConfigMapKeySelector",
    "ConfigMapProjection",
    "ConfigMapVolumeSource",
    "Container",
    "ContainerExtendedResourceRequest",
    "ContainerPort",
    "ContainerResizePolicy",
    "ContainerRestartRule",
    "ContainerRestartRuleOnExitCodes",
    "ContainerState",
    "ContainerStateRunning",
    "ContainerStateTerminated",
    "ContainerStateWaiting",
    "ContainerStatus",
    "ContainerUser",
    "DownwardAPIProjection",
    "DownwardAPIVolumeFile",
    "DownwardAPIVolumeSource",
    "EmptyDirVolumeSource",
    "EnvFromSource",
    "EnvVar",
    "EnvVarSource",
    "EphemeralContainer",
    "EphemeralVolumeSource",
    "Event",
    "EventSeries",
    "EventSource",
    "EvictionResponder",
    "ExecAction",
    "FCVolumeSource",
    "FileKeySelector",
    "FlexPersistentVolumeSource",
    "FlexVolumeSource",
    "FlockerVolumeSource",
    "GCEPersistentDiskVolumeSource",
    "GRPCAction",
    "GitRepoVolumeSource",
    "GlusterfsPersistentVolumeSource",
    "GlusterfsVolumeSource",
    "HTTPGetAction",
    "HTTPHeader",
    "HostAlias",
    "HostIP",
    "HostPathVolumeSource",
    "ISCSIPersistentVolumeSource",
    "ISCSIVolumeSource",
    "ImageVolumeSource",
    "ImageVolumeStatus",
    "KeyToPath",
    "Lifecycle",
    "LifecycleHandler",
    "LinuxContainerUser",
    "LoadBalancerIngress",
    "LoadBalancerStatus",
    "LocalObjectReference",
    "LocalVolumeSource",
    "ModifyVolumeStatus",
    "NFSVolumeSource",
    "Namespace",
    "NamespaceCondition",
    "NamespaceSpec",
    "NamespaceStatus",
    "NodeAffinity",
    "NodeAllocatableMappedResources",
    "NodeAllocatableOverheadResources",
    "NodeAllocatableResourceClaimStatus",
    "NodeSelector",
    "NodeSelectorRequirement",
    "NodeSelectorTerm",
    "ObjectFieldSelector",
    "ObjectReference",
    "PersistentVolume",
    "PersistentVolumeClaim",
    "PersistentVolumeClaimCondition",
    "PersistentVolumeClaimSpec",
    "PersistentVolumeClaimStatus",
    "PersistentVolumeClaimTemplate",
    "PersistentVolumeClaimVolumeSource",
    "PersistentVolumeSpec",
    "PersistentVolumeStatus",
    "PhotonPersistentDiskVolumeSource",
    "Pod",
    "PodAffinity",
    "PodAffinityTerm",
    "PodAntiAffinity",
    "PodCertificateProjection",
    "PodCondition",
    "PodDNSConfig",
    "PodDNSConfigOption",
    "PodExtendedResourceClaimStatus",
    "PodIP",
    "PodOS",
    "PodReadinessGate",
    "PodResourceClaim",
    "PodResourceClaimStatus",
    "PodSchedulingGate",
    "PodSchedulingGroup",
    "PodSecurityContext",
    "PodSpec",
    "PodStatus",
    "PodTemplateSpec",
    "PodVolumeHealth",
    "PortStatus",
    "PortworxVolumeSource",
    "PreferredSchedulingTerm",
    "Probe",
    "ProjectedVolumeSource",
    "QuobyteVolumeSource",
    "RBDPersistentVolumeSource",
    "RBDVolumeSource",
    "ResourceClaim",
    "ResourceFieldSelector",
    "ResourceHealth",
    "ResourceRequirements",
    "ResourceStatus",
    "SELinuxOptions",
    "ScaleIOPersistentVolumeSource",
    "ScaleIOVolumeSource",
    "SeccompProfile",
    "Secret",
    "SecretEnvSource",
    "SecretKeySelector",
    "SecretProjection",
    "SecretReference",
    "SecretVolumeSource",
    "SecurityContext",
    "Service",
    "ServiceAccount",
    "ServiceAccountTokenProjection",
    "ServicePort",
    "ServiceSpec",
    "ServiceStatus",
    "SessionAffinityConfig",
    "SleepAction",
    "StorageOSPersistentVolumeSource",
    "StorageOSVolumeSource",
    "Sysctl",
    "TCPSocketAction",
    "Toleration",
    "TopologySpreadConstraint",
    "TypedLocalObjectReference",
    "TypedObjectReference",
    "Volume",
    "VolumeDevice",
    "VolumeHealthCondition",
    "VolumeHealthStatus",
    "VolumeMount",
    "VolumeMountStatus",
    "VolumeNodeAffinity",
    "VolumeProjection",
    "VolumeResourceRequirements",
    "VolumeStatus",
    "VsphereVirtualDiskVolumeSource",
    "WeightedPodAffinityTerm",
    "WindowsSecurityContextOptions",
]


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class Affinity(ApiObject):
    """Kubernetes' `Affinity` (core/v1).

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#affinity-v1-core
    """

    type_key: ClassVar[str] = "core_v1.Affinity"

    node_affinity: NodeAffinity
    pod_affinity: PodAffinity
    pod_anti_affinity: PodAntiAffinity
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        node_affinity: NodeAffinity = absent,
        pod_affinity: PodAffinity = absent,
        pod_anti_affinity: PodAntiAffinity = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.node_affinity = node_affinity
        self.pod_affinity = pod_affinity
        self.pod_anti_affinity = pod_anti_affinity
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.node_affinity is not None:
            body["nodeAffinity"] = self.node_affinity._dump()
        if self.pod_affinity is not None:
            body["podAffinity"] = self.pod_affinity._dump()
        if self.pod_anti_affinity is not None:
            body["podAntiAffinity"] = self.pod_anti_affinity._dump()
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> Affinity:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "nodeAffinity" in body and (value := body["nodeAffinity"]) is not None:
            self.node_affinity = NodeAffinity._load(value)
            known += 1
        else:
            self.node_affinity = absent
        if "podAffinity" in body and (value := body["podAffinity"]) is not None:
            self.pod_affinity = PodAffinity._load(value)
            known += 1
        else:
            self.pod_affinity = absent
        if "podAntiAffinity" in body and (value := body["podAntiAffinity"]) is not None:
            self.pod_anti_affinity = PodAntiAffinity._load(value)
            known += 1
        else:
            self.pod_anti_affinity = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class Capabilities(ApiObject):
    """Kubernetes' `Capabilities` (core/v1).

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#capabilities-v1-core
    """

    type_key: ClassVar[str] = "core_v1.Capabilities"

    add: list[str]
    drop: list[str]
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        add: list[str] = absent,
        drop: list[str] = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.add = add
        self.drop = drop
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.add is not None:
            body["add"] = self.add.copy()
        if self.drop is not None:
            body["drop"] = self.drop.copy()
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> Capabilities:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "add" in body and (value := body["add"]) is not None:
            if not isinstance(value, list):
                raise Misshapen
            self.add = value.copy()
            known += 1
        else:
            self.add = absent
        if "drop" in body and (value := body["drop"]) is not None:
            if not isinstance(value, list):
                raise Misshapen
            self.drop = value.copy()
            known += 1
        else:
            self.drop = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class ConfigMap(ApiObject):
    """Kubernetes' `ConfigMap` (core/v1).

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#configmap-v1-core
    """

    type_key: ClassVar[str] = "core_v1.ConfigMap"
    api_version: ClassVar[str] = "v1"
    kind: ClassVar[str] = "ConfigMap"

    metadata: ObjectMeta
    binary_data: dict[str, str]
    data: dict[str, str]
    immutable: bool
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        metadata: ObjectMeta = absent,
        binary_data: dict[str, str] = absent,
        data: dict[str, str] = absent,
        immutable: bool = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.metadata = metadata
        self.binary_data = binary_data
        self.data = data
        self.immutable = immutable
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {"apiVersion": "v1", "kind": "ConfigMap"}
        if self.metadata is not None:
            body["metadata"] = self.metadata._dump()
        if self.binary_data is not None:
            body["binaryData"] = self.binary_data.copy()
        if self.data is not None:
            body["data"] = self.data.copy()
        if self.immutable is not None:
            body["immutable"] = self.immutable
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> ConfigMap:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "apiVersion" in body and (value := body["apiVersion"]) is not None:
            if value != "v1":
                raise Misshapen
            known += 1
        if "kind" in body and (value := body["kind"]) is not None:
            if value != "ConfigMap":
                raise Misshapen
            known += 1
        if "metadata" in body and (value := body["metadata"]) is not None:
            self.metadata = ObjectMeta._load(value)
            known += 1
        else:
            self.metadata = absent
        if "binaryData" in body and (value := body["binaryData"]) is not None:
            if not isinstance(value, dict):
                raise Misshapen
            self.binary_data = value.copy()
            known += 1
        else:
            self.binary_data = absent
        if "data" in body and (value := body["data"]) is not None:
            if not isinstance(value, dict):
                raise Misshapen
            self.data = value.copy()
            known += 1
        else:
            self.data = absent
        if "immutable" in body and (value := body["immutable"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.immutable = value
            known += 1
        else:
            self.immutable = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class ConfigMapEnvSource(ApiObject):
    """Kubernetes' `ConfigMapEnvSource` (core/v1).

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#configmapenvsource-v1-core
    """

    type_key: ClassVar[str] = "core_v1.ConfigMapEnvSource"

    name: str
    optional: bool
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        name: str = absent,
        optional: bool = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.name = name
        self.optional = optional
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.name is not None:
            body["name"] = self.name
        if self.optional is not None:
            body["optional"] = self.optional
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> ConfigMapEnvSource:
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
        if "optional" in body and (value := body["optional"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.optional = value
            known += 1
        else:
            self.optional = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class ConfigMapKeySelector(ApiObject):
    """Kubernetes' `ConfigMapKeySelector` (core/v1).

    Required: key.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#configmapkeyselector-v1-core
    """

    type_key: ClassVar[str] = "core_v1.ConfigMapKeySelector"

    name: str
    key: str
    optional: bool
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        name: str = absent,
        key: str = absent,
        optional: bool = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.name = name
        self.key = key
        self.optional = optional
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.name is not None:
            body["name"] = self.name
        if self.key is not None:
            body["key"] = self.key
        if self.optional is not None:
            body["optional"] = self.optional
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> ConfigMapKeySelector:
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
        if "key" in body and (value := body["key"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.key = value
            known += 1
        else:
            self.key = absent
        if "optional" in body and (value := body["optional"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.optional = value
            known += 1
        else:
            self.optional = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class ConfigMapProjection(ApiObject):
    """Kubernetes' `ConfigMapProjection` (core/v1).

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#configmapprojection-v1-core
    """

    type_key: ClassVar[str] = "core_v1.ConfigMapProjection"

    name: str
    items: list[KeyToPath]
    optional: bool
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        name: str = absent,
        items: list[KeyToPath] = absent,
        optional: bool = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.name = name
        self.items = items
        self.optional = optional
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.name is not None:
            body["name"] = self.name
        if self.items is not None:
            body["items"] = [item._dump() for item in self.items]
        if self.optional is not None:
            body["optional"] = self.optional
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> ConfigMapProjection:
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
        if "items" in body and (value := body["items"]) is not None:
            if not isinstance(value, list):
                raise Misshapen
            self.items = [KeyToPath._load(item) for item in value]
            known += 1
        else:
            self.items = absent
        if "optional" in body and (value := body["optional"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.optional = value
            known += 1
        else:
            self.optional = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class ConfigMapVolumeSource(ApiObject):
    """Kubernetes' `ConfigMapVolumeSource` (core/v1).

    Since: default_user 1.37.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#configmapvolumesource-v1-core
    """

    type_key: ClassVar[str] = "core_v1.ConfigMapVolumeSource"

    name: str
    default_mode: int
    default_user: int
    items: list[KeyToPath]
    optional: bool
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        name: str = absent,
        default_mode: int = absent,
        default_user: int = absent,
        items: list[KeyToPath] = absent,
        optional: bool = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.name = name
        self.default_mode = default_mode
        self.default_user = default_user
        self.items = items
        self.optional = optional
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.name is not None:
            body["name"] = self.name
        if self.default_mode is not None:
            body["defaultMode"] = self.default_mode
        if self.default_user is not None:
            body["defaultUser"] = self.default_user
        if self.items is not None:
            body["items"] = [item._dump() for item in self.items]
        if self.optional is not None:
            body["optional"] = self.optional
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> ConfigMapVolumeSource:
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
        if "defaultMode" in body and (value := body["defaultMode"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.default_mode = value
            known += 1
        else:
            self.default_mode = absent
        if "defaultUser" in body and (value := body["defaultUser"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.default_user = value
            known += 1
        else:
            self.default_user = absent
        if "items" in body and (value := body["items"]) is not None:
            if not isinstance(value, list):
                raise Misshapen
            self.items = [KeyToPath._load(item) for item in value]
            known += 1
        else:
            self.items = absent
        if "optional" in body and (value := body["optional"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.optional = value
            known += 1
        else:
            self.optional = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class Container(ApiObject):
    """Kubernetes' `Container` (core/v1).

    Required: name.
    Since: resize_policy 1.27, restart_policy 1.28, restart_policy_rules 1.34.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#container-v1-core
    """

    type_key: ClassVar[str] = "core_v1.Container"

    name: str
    image: str
    command: list[str]
    args: list[str]
    env: list[EnvVar]
    env_from: list[EnvFromSource]
    image_pull_policy: str
    lifecycle: Lifecycle
    liveness_probe: Probe
    ports: list[ContainerPort]
    readiness_probe: Probe
    resize_policy: list[core_rare_v1.ContainerResizePolicy]
    resources: ResourceRequirements
    restart_policy: str
    restart_policy_rules: list[core_rare_v1.ContainerRestartRule]
    security_context: SecurityContext
    startup_probe: Probe
    stdin: bool
    stdin_once: bool
    termination_message_path: str
    termination_message_policy: str
    tty: bool
    volume_devices: list[core_rare_v1.VolumeDevice]
    volume_mounts: list[VolumeMount]
    working_dir: str
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        name: str = absent,
        image: str = absent,
        command: list[str] = absent,
        args: list[str] = absent,
        env: list[EnvVar] = absent,
        env_from: list[EnvFromSource] = absent,
        image_pull_policy: str = absent,
        lifecycle: Lifecycle = absent,
        liveness_probe: Probe = absent,
        ports: list[ContainerPort] = absent,
        readiness_probe: Probe = absent,
        resize_policy: list[core_rare_v1.ContainerResizePolicy] = absent,
        resources: ResourceRequirements = absent,
        restart_policy: str = absent,
        restart_policy_rules: list[core_rare_v1.ContainerRestartRule] = absent,
        security_context: SecurityContext = absent,
        startup_probe: Probe = absent,
        stdin: bool = absent,
        stdin_once: bool = absent,
        termination_message_path: str = absent,
        termination_message_policy: str = absent,
        tty: bool = absent,
        volume_devices: list[core_rare_v1.VolumeDevice] = absent,
        volume_mounts: list[VolumeMount] = absent,
        working_dir: str = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.name = name
        self.image = image
        self.command = command
        self.args = args
        self.env = env
        self.env_from = env_from
        self.image_pull_policy = image_pull_policy
        self.lifecycle = lifecycle
        self.liveness_probe = liveness_probe
        self.ports = ports
        self.readiness_probe = readiness_probe
        self.resize_policy = resize_policy
        self.resources = resources
        self.restart_policy = restart_policy
        self.restart_policy_rules = restart_policy_rules
        self.security_context = security_context
        self.startup_probe = startup_probe
        self.stdin = stdin
        self.stdin_once = stdin_once
        self.termination_message_path = termination_message_path
        self.termination_message_policy = termination_message_policy
        self.tty = tty
        self.volume_devices = volume_devices
        self.volume_mounts = volume_mounts
        self.working_dir = working_dir
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.name is not None:
            body["name"] = self.name
        if self.image is not None:
            body["image"] = self.image
        if self.command is not None:
            body["command"] = self.command.copy()
        if self.args is not None:
            body["args"] = self.args.copy()
        if self.env is not None:
            body["env"] = [item._dump() for item in self.env]
        if self.env_from is not None:
            body["envFrom"] = [item._dump() for item in self.env_from]
        if self.image_pull_policy is not None:
            body["imagePullPolicy"] = self.image_pull_policy
        if self.lifecycle is not None:
            body["lifecycle"] = self.lifecycle._dump()
        if self.liveness_probe is not None:
            body["livenessProbe"] = self.liveness_probe._dump()
        if self.ports is not None:
            body["ports"] = [item._dump() for item in self.ports]
        if self.readiness_probe is not None:
            body["readinessProbe"] = self.readiness_probe._dump()
        if self.resize_policy is not None:
            body["resizePolicy"] = [item._dump() for item in self.resize_policy]
        if self.resources is not None:
            body["resources"] = self.resources._dump()
        if self.restart_policy is not None:
            body["restartPolicy"] = self.restart_policy
        if self.restart_policy_rules is not None:
            body["restartPolicyRules"] = [item._dump() for item in self.restart_policy_rules]
        if self.security_context is not None:
            body["securityContext"] = self.security_context._dump()
        if self.startup_probe is not None:
            body["startupProbe"] = self.startup_probe._dump()
        if self.stdin is not None:
            body["stdin"] = self.stdin
        if self.stdin_once is not None:
            body["stdinOnce"] = self.stdin_once
        if self.termination_message_path is not None:
            body["terminationMessagePath"] = self.termination_message_path
        if self.termination_message_policy is not None:
            body["terminationMessagePolicy"] = self.termination_message_policy
        if self.tty is not None:
            body["tty"] = self.tty
        if self.volume_devices is not None:
            body["volumeDevices"] = [item._dump() for item in self.volume_devices]
        if self.volume_mounts is not None:
            body["volumeMounts"] = [item._dump() for item in self.volume_mounts]
        if self.working_dir is not None:
            body["workingDir"] = self.working_dir
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> Container:
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
        if "command" in body and (value := body["command"]) is not None:
            if not isinstance(value, list):
                raise Misshapen
            self.command = value.copy()
            known += 1
        else:
            self.command = absent
        if "args" in body and (value := body["args"]) is not None:
            if not isinstance(value, list):
                raise Misshapen
            self.args = value.copy()
            known += 1
        else:
            self.args = absent
        if "env" in body and (value := body["env"]) is not None:
            if not isinstance(value, list):
                raise Misshapen
            self.env = [EnvVar._load(item) for item in value]
            known += 1
        else:
            self.env = absent
        if "envFrom" in body and (value := body["envFrom"]) is not None:
            if not isinstance(value, list):
                raise Misshapen
            self.env_from = [EnvFromSource._load(item) for item in value]
            known += 1
        else:
            self.env_from = absent
        if "imagePullPolicy" in body and (value := body["imagePullPolicy"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.image_pull_policy = value
            known += 1
        else:
            self.image_pull_policy = absent
        if "lifecycle" in body and (value := body["lifecycle"]) is not None:
            self.lifecycle = Lifecycle._load(value)
            known += 1
        else:
            self.lifecycle = absent
        if "livenessProbe" in body and (value := body["livenessProbe"]) is not None:
            self.liveness_probe = Probe._load(value)
            known += 1
        else:
            self.liveness_probe = absent
        if "ports" in body and (value := body["ports"]) is not None:
            if not isinstance(value, list):
                raise Misshapen
            self.ports = [ContainerPort._load(item) for item in value]
            known += 1
        else:
            self.ports = absent
        if "readinessProbe" in body and (value := body["readinessProbe"]) is not None:
            self.readiness_probe = Probe._load(value)
            known += 1
        else:
            self.readiness_probe = absent
        if "resizePolicy" in body and (value := body["resizePolicy"]) is not None:
            from kpod.api.core_rare_v1 import ContainerResizePolicy
            
            if not isinstance(value, list):
                raise Misshapen
            self.resize_policy = [ContainerResizePolicy._load(item) for item in value]
            known += 1
        else:
            self.resize_policy = absent
        if "resources" in body and (value := body["resources"]) is not None:
            self.resources = ResourceRequirements._load(value)
            known += 1
        else:
            self.resources = absent
        if "restartPolicy" in body and (value := body["restartPolicy"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.restart_policy = value
            known += 1
        else:
            self.restart_policy = absent
        if "restartPolicyRules" in body and (value := body["restartPolicyRules"]) is not None:
            from kpod.api.core_rare_v1 import ContainerRestartRule
            
            if not isinstance(value, list):
                raise Misshapen
            self.restart_policy_rules = [ContainerRestartRule._load(item) for item in value]
            known += 1
        else:
            self.restart_policy_rules = absent
        if "securityContext" in body and (value := body["securityContext"]) is not None:
            self.security_context = SecurityContext._load(value)
            known += 1
        else:
            self.security_context = absent
        if "startupProbe" in body and (value := body["startupProbe"]) is not None:
            self.startup_probe = Probe._load(value)
            known += 1
        else:
            self.startup_probe = absent
        if "stdin" in body and (value := body["stdin"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.stdin = value
            known += 1
        else:
            self.stdin = absent
        if "stdinOnce" in body and (value := body["stdinOnce"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.stdin_once = value
            known += 1
        else:
            self.stdin_once = absent
        if "terminationMessagePath" in body and (value := body["terminationMessagePath"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.termination_message_path = value
            known += 1
        else:
            self.termination_message_path = absent
        if "terminationMessagePolicy" in body and (value := body["terminationMessagePolicy"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.termination_message_policy = value
            known += 1
        else:
            self.termination_message_policy = absent
        if "tty" in body and (value := body["tty"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.tty = value
            known += 1
        else:
            self.tty = absent
        if "volumeDevices" in body and (value := body["volumeDevices"]) is not None:
            from kpod.api.core_rare_v1 import VolumeDevice
            
            if not isinstance(value, list):
                raise Misshapen
            self.volume_devices = [VolumeDevice._load(item) for item in value]
            known += 1
        else:
            self.volume_devices = absent
        if "volumeMounts" in body and (value := body["volumeMounts"]) is not None:
            if not isinstance(value, list):
                raise Misshapen
            self.volume_mounts = [VolumeMount._load(item) for item in value]
            known += 1
        else:
            self.volume_mounts = absent
        if "workingDir" in body and (value := body["workingDir"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.working_dir = value
            known += 1
        else:
            self.working_dir = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class ContainerPort(ApiObject):
    """Kubernetes' `ContainerPort` (core/v1).

    Required: container_port.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#containerport-v1-core
    """

    type_key: ClassVar[str] = "core_v1.ContainerPort"

    name: str
    container_port: int
    host_ip: str
    host_port: int
    protocol: str
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        name: str = absent,
        container_port: int = absent,
        host_ip: str = absent,
        host_port: int = absent,
        protocol: str = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.name = name
        self.container_port = container_port
        self.host_ip = host_ip
        self.host_port = host_port
        self.protocol = protocol
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.name is not None:
            body["name"] = self.name
        if self.container_port is not None:
            body["containerPort"] = self.container_port
        if self.host_ip is not None:
            body["hostIP"] = self.host_ip
        if self.host_port is not None:
            body["hostPort"] = self.host_port
        if self.protocol is not None:
            body["protocol"] = self.protocol
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> ContainerPort:
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
        if "containerPort" in body and (value := body["containerPort"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.container_port = value
            known += 1
        else:
            self.container_port = absent
        if "hostIP" in body and (value := body["hostIP"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.host_ip = value
            known += 1
        else:
            self.host_ip = absent
        if "hostPort" in body and (value := body["hostPort"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.host_port = value
            known += 1
        else:
            self.host_port = absent
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
class DownwardAPIProjection(ApiObject):
    """Kubernetes' `DownwardAPIProjection` (core/v1).

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#downwardapiprojection-v1-core
    """

    type_key: ClassVar[str] = "core_v1.DownwardAPIProjection"

    items: list[DownwardAPIVolumeFile]
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        items: list[DownwardAPIVolumeFile] = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.items = items
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.items is not None:
            body["items"] = [item._dump() for item in self.items]
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> DownwardAPIProjection:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "items" in body and (value := body["items"]) is not None:
            if not isinstance(value, list):
                raise Misshapen
            self.items = [DownwardAPIVolumeFile._load(item) for item in value]
            known += 1
        else:
            self.items = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class DownwardAPIVolumeFile(ApiObject):
    """Kubernetes' `DownwardAPIVolumeFile` (core/v1).

    Required: path.
    Since: user 1.37.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#downwardapivolumefile-v1-core
    """

    type_key: ClassVar[str] = "core_v1.DownwardAPIVolumeFile"

    field_ref: ObjectFieldSelector
    mode: int
    path: str
    resource_field_ref: ResourceFieldSelector
    user: int
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        field_ref: ObjectFieldSelector = absent,
        mode: int = absent,
        path: str = absent,
        resource_field_ref: ResourceFieldSelector = absent,
        user: int = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.field_ref = field_ref
        self.mode = mode
        self.path = path
        self.resource_field_ref = resource_field_ref
        self.user = user
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.field_ref is not None:
            body["fieldRef"] = self.field_ref._dump()
        if self.mode is not None:
            body["mode"] = self.mode
        if self.path is not None:
            body["path"] = self.path
        if self.resource_field_ref is not None:
            body["resourceFieldRef"] = self.resource_field_ref._dump()
        if self.user is not None:
            body["user"] = self.user
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> DownwardAPIVolumeFile:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "fieldRef" in body and (value := body["fieldRef"]) is not None:
            self.field_ref = ObjectFieldSelector._load(value)
            known += 1
        else:
            self.field_ref = absent
        if "mode" in body and (value := body["mode"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.mode = value
            known += 1
        else:
            self.mode = absent
        if "path" in body and (value := body["path"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.path = value
            known += 1
        else:
            self.path = absent
        if "resourceFieldRef" in body and (value := body["resourceFieldRef"]) is not None:
            self.resource_field_ref = ResourceFieldSelector._load(value)
            known += 1
        else:
            self.resource_field_ref = absent
        if "user" in body and (value := body["user"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.user = value
            known += 1
        else:
            self.user = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class DownwardAPIVolumeSource(ApiObject):
    """Kubernetes' `DownwardAPIVolumeSource` (core/v1).

    Since: default_user 1.37.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#downwardapivolumesource-v1-core
    """

    type_key: ClassVar[str] = "core_v1.DownwardAPIVolumeSource"

    default_mode: int
    default_user: int
    items: list[DownwardAPIVolumeFile]
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        default_mode: int = absent,
        default_user: int = absent,
        items: list[DownwardAPIVolumeFile] = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.default_mode = default_mode
        self.default_user = default_user
        self.items = items
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.default_mode is not None:
            body["defaultMode"] = self.default_mode
        if self.default_user is not None:
            body["defaultUser"] = self.default_user
        if self.items is not None:
            body["items"] = [item._dump() for item in self.items]
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> DownwardAPIVolumeSource:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "defaultMode" in body and (value := body["defaultMode"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.default_mode = value
            known += 1
        else:
            self.default_mode = absent
        if "defaultUser" in body and (value := body["defaultUser"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.default_user = value
            known += 1
        else:
            self.default_user = absent
        if "items" in body and (value := body["items"]) is not None:
            if not isinstance(value, list):
                raise Misshapen
            self.items = [DownwardAPIVolumeFile._load(item) for item in value]
            known += 1
        else:
            self.items = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class EmptyDirVolumeSource(ApiObject):
    """Kubernetes' `EmptyDirVolumeSource` (core/v1).

    Since: mode 1.37.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#emptydirvolumesource-v1-core
    """

    type_key: ClassVar[str] = "core_v1.EmptyDirVolumeSource"

    medium: str
    mode: int
    size_limit: str | int | float
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        medium: str = absent,
        mode: int = absent,
        size_limit: str | int | float = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.medium = medium
        self.mode = mode
        self.size_limit = size_limit
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.medium is not None:
            body["medium"] = self.medium
        if self.mode is not None:
            body["mode"] = self.mode
        if self.size_limit is not None:
            body["sizeLimit"] = self.size_limit
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> EmptyDirVolumeSource:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "medium" in body and (value := body["medium"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.medium = value
            known += 1
        else:
            self.medium = absent
        if "mode" in body and (value := body["mode"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.mode = value
            known += 1
        else:
            self.mode = absent
        if "sizeLimit" in body and (value := body["sizeLimit"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.size_limit = value
            known += 1
        else:
            self.size_limit = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class EnvFromSource(ApiObject):
    """Kubernetes' `EnvFromSource` (core/v1).

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#envfromsource-v1-core
    """

    type_key: ClassVar[str] = "core_v1.EnvFromSource"

    config_map_ref: ConfigMapEnvSource
    prefix: str
    secret_ref: SecretEnvSource
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        config_map_ref: ConfigMapEnvSource = absent,
        prefix: str = absent,
        secret_ref: SecretEnvSource = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.config_map_ref = config_map_ref
        self.prefix = prefix
        self.secret_ref = secret_ref
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.config_map_ref is not None:
            body["configMapRef"] = self.config_map_ref._dump()
        if self.prefix is not None:
            body["prefix"] = self.prefix
        if self.secret_ref is not None:
            body["secretRef"] = self.secret_ref._dump()
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> EnvFromSource:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "configMapRef" in body and (value := body["configMapRef"]) is not None:
            self.config_map_ref = ConfigMapEnvSource._load(value)
            known += 1
        else:
            self.config_map_ref = absent
        if "prefix" in body and (value := body["prefix"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.prefix = value
            known += 1
        else:
            self.prefix = absent
        if "secretRef" in body and (value := body["secretRef"]) is not None:
            self.secret_ref = SecretEnvSource._load(value)
            known += 1
        else:
            self.secret_ref = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class EnvVar(ApiObject):
    """Kubernetes' `EnvVar` (core/v1).

    Required: name.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#envvar-v1-core
    """

    type_key: ClassVar[str] = "core_v1.EnvVar"

    name: str
    value: str
    value_from: EnvVarSource
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        name: str = absent,
        value: str = absent,
        value_from: EnvVarSource = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.name = name
        self.value = value
        self.value_from = value_from
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.name is not None:
            body["name"] = self.name
        if self.value is not None:
            body["value"] = self.value
        if self.value_from is not None:
            body["valueFrom"] = self.value_from._dump()
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> EnvVar:
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
        if "value" in body and (value := body["value"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.value = value
            known += 1
        else:
            self.value = absent
        if "valueFrom" in body and (value := body["valueFrom"]) is not None:
            self.value_from = EnvVarSource._load(value)
            known += 1
        else:
            self.value_from = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class EnvVarSource(ApiObject):
    """Kubernetes' `EnvVarSource` (core/v1).

    Since: file_key_ref 1.34.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#envvarsource-v1-core
    """

    type_key: ClassVar[str] = "core_v1.EnvVarSource"

    config_map_key_ref: ConfigMapKeySelector
    field_ref: ObjectFieldSelector
    file_key_ref: core_rare_v1.FileKeySelector
    resource_field_ref: ResourceFieldSelector
    secret_key_ref: SecretKeySelector
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        config_map_key_ref: ConfigMapKeySelector = absent,
        field_ref: ObjectFieldSelector = absent,
        file_key_ref: core_rare_v1.FileKeySelector = absent,
        resource_field_ref: ResourceFieldSelector = absent,
        secret_key_ref: SecretKeySelector = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.config_map_key_ref = config_map_key_ref
        self.field_ref = field_ref
        self.file_key_ref = file_key_ref
        self.resource_field_ref = resource_field_ref
        self.secret_key_ref = secret_key_ref
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.config_map_key_ref is not None:
            body["configMapKeyRef"] = self.config_map_key_ref._dump()
        if self.field_ref is not None:
            body["fieldRef"] = self.field_ref._dump()
        if self.file_key_ref is not None:
            body["fileKeyRef"] = self.file_key_ref._dump()
        if self.resource_field_ref is not None:
            body["resourceFieldRef"] = self.resource_field_ref._dump()
        if self.secret_key_ref is not None:
            body["secretKeyRef"] = self.secret_key_ref._dump()
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> EnvVarSource:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "configMapKeyRef" in body and (value := body["configMapKeyRef"]) is not None:
            self.config_map_key_ref = ConfigMapKeySelector._load(value)
            known += 1
        else:
            self.config_map_key_ref = absent
        if "fieldRef" in body and (value := body["fieldRef"]) is not None:
            self.field_ref = ObjectFieldSelector._load(value)
            known += 1
        else:
            self.field_ref = absent
        if "fileKeyRef" in body and (value := body["fileKeyRef"]) is not None:
            from kpod.api.core_rare_v1 import FileKeySelector
            
            self.file_key_ref = FileKeySelector._load(value)
            known += 1
        else:
            self.file_key_ref = absent
        if "resourceFieldRef" in body and (value := body["resourceFieldRef"]) is not None:
            self.resource_field_ref = ResourceFieldSelector._load(value)
            known += 1
        else:
            self.resource_field_ref = absent
        if "secretKeyRef" in body and (value := body["secretKeyRef"]) is not None:
            self.secret_key_ref = SecretKeySelector._load(value)
            known += 1
        else:
            self.secret_key_ref = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class ExecAction(ApiObject):
    """Kubernetes' `ExecAction` (core/v1).

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#execaction-v1-core
    """

    type_key: ClassVar[str] = "core_v1.ExecAction"

    command: list[str]
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        command: list[str] = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.command = command
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.command is not None:
            body["command"] = self.command.copy()
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> ExecAction:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "command" in body and (value := body["command"]) is not None:
            if not isinstance(value, list):
                raise Misshapen
            self.command = value.copy()
            known += 1
        else:
            self.command = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class HTTPGetAction(ApiObject):
    """Kubernetes' `HTTPGetAction` (core/v1).

    Required: port.
    Since: protocol 1.37.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#httpgetaction-v1-core
    """

    type_key: ClassVar[str] = "core_v1.HTTPGetAction"

    host: str
    http_headers: list[HTTPHeader]
    path: str
    port: int | str
    protocol: str
    scheme: str
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        host: str = absent,
        http_headers: list[HTTPHeader] = absent,
        path: str = absent,
        port: int | str = absent,
        protocol: str = absent,
        scheme: str = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.host = host
        self.http_headers = http_headers
        self.path = path
        self.port = port
        self.protocol = protocol
        self.scheme = scheme
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.host is not None:
            body["host"] = self.host
        if self.http_headers is not None:
            body["httpHeaders"] = [item._dump() for item in self.http_headers]
        if self.path is not None:
            body["path"] = self.path
        if self.port is not None:
            body["port"] = self.port
        if self.protocol is not None:
            body["protocol"] = self.protocol
        if self.scheme is not None:
            body["scheme"] = self.scheme
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> HTTPGetAction:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "host" in body and (value := body["host"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.host = value
            known += 1
        else:
            self.host = absent
        if "httpHeaders" in body and (value := body["httpHeaders"]) is not None:
            if not isinstance(value, list):
                raise Misshapen
            self.http_headers = [HTTPHeader._load(item) for item in value]
            known += 1
        else:
            self.http_headers = absent
        if "path" in body and (value := body["path"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.path = value
            known += 1
        else:
            self.path = absent
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
        if "scheme" in body and (value := body["scheme"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.scheme = value
            known += 1
        else:
            self.scheme = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class HTTPHeader(ApiObject):
    """Kubernetes' `HTTPHeader` (core/v1).

    Required: name, value.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#httpheader-v1-core
    """

    type_key: ClassVar[str] = "core_v1.HTTPHeader"

    name: str
    value: str
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        name: str = absent,
        value: str = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.name = name
        self.value = value
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.name is not None:
            body["name"] = self.name
        if self.value is not None:
            body["value"] = self.value
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> HTTPHeader:
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
        if "value" in body and (value := body["value"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.value = value
            known += 1
        else:
            self.value = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class HostPathVolumeSource(ApiObject):
    """Kubernetes' `HostPathVolumeSource` (core/v1).

    Required: path.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#hostpathvolumesource-v1-core
    """

    type_key: ClassVar[str] = "core_v1.HostPathVolumeSource"

    path: str
    type: str
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        path: str = absent,
        type: str = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.path = path
        self.type = type
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.path is not None:
            body["path"] = self.path
        if self.type is not None:
            body["type"] = self.type
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> HostPathVolumeSource:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "path" in body and (value := body["path"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.path = value
            known += 1
        else:
            self.path = absent
        if "type" in body and (value := body["type"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.type = value
            known += 1
        else:
            self.type = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class KeyToPath(ApiObject):
    """Kubernetes' `KeyToPath` (core/v1).

    Required: key, path.
    Since: user 1.37.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#keytopath-v1-core
    """

    type_key: ClassVar[str] = "core_v1.KeyToPath"

    key: str
    mode: int
    path: str
    user: int
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        key: str = absent,
        mode: int = absent,
        path: str = absent,
        user: int = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.key = key
        self.mode = mode
        self.path = path
        self.user = user
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.key is not None:
            body["key"] = self.key
        if self.mode is not None:
            body["mode"] = self.mode
        if self.path is not None:
            body["path"] = self.path
        if self.user is not None:
            body["user"] = self.user
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> KeyToPath:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "key" in body and (value := body["key"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.key = value
            known += 1
        else:
            self.key = absent
        if "mode" in body and (value := body["mode"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.mode = value
            known += 1
        else:
            self.mode = absent
        if "path" in body and (value := body["path"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.path = value
            known += 1
        else:
            self.path = absent
        if "user" in body and (value := body["user"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.user = value
            known += 1
        else:
            self.user = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class Lifecycle(ApiObject):
    """Kubernetes' `Lifecycle` (core/v1).

    Since: stop_signal 1.33.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#lifecycle-v1-core
    """

    type_key: ClassVar[str] = "core_v1.Lifecycle"

    post_start: LifecycleHandler
    pre_stop: LifecycleHandler
    stop_signal: str
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        post_start: LifecycleHandler = absent,
        pre_stop: LifecycleHandler = absent,
        stop_signal: str = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.post_start = post_start
        self.pre_stop = pre_stop
        self.stop_signal = stop_signal
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.post_start is not None:
            body["postStart"] = self.post_start._dump()
        if self.pre_stop is not None:
            body["preStop"] = self.pre_stop._dump()
        if self.stop_signal is not None:
            body["stopSignal"] = self.stop_signal
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> Lifecycle:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "postStart" in body and (value := body["postStart"]) is not None:
            self.post_start = LifecycleHandler._load(value)
            known += 1
        else:
            self.post_start = absent
        if "preStop" in body and (value := body["preStop"]) is not None:
            self.pre_stop = LifecycleHandler._load(value)
            known += 1
        else:
            self.pre_stop = absent
        if "stopSignal" in body and (value := body["stopSignal"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.stop_signal = value
            known += 1
        else:
            self.stop_signal = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class LifecycleHandler(ApiObject):
    """Kubernetes' `LifecycleHandler` (core/v1).

    Since: sleep 1.29.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#lifecyclehandler-v1-core
    """

    type_key: ClassVar[str] = "core_v1.LifecycleHandler"

    exec: ExecAction
    http_get: HTTPGetAction
    sleep: core_rare_v1.SleepAction
    tcp_socket: TCPSocketAction
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        exec: ExecAction = absent,
        http_get: HTTPGetAction = absent,
        sleep: core_rare_v1.SleepAction = absent,
        tcp_socket: TCPSocketAction = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.exec = exec
        self.http_get = http_get
        self.sleep = sleep
        self.tcp_socket = tcp_socket
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.exec is not None:
            body["exec"] = self.exec._dump()
        if self.http_get is not None:
            body["httpGet"] = self.http_get._dump()
        if self.sleep is not None:
            body["sleep"] = self.sleep._dump()
        if self.tcp_socket is not None:
            body["tcpSocket"] = self.tcp_socket._dump()
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> LifecycleHandler:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "exec" in body and (value := body["exec"]) is not None:
            self.exec = ExecAction._load(value)
            known += 1
        else:
            self.exec = absent
        if "httpGet" in body and (value := body["httpGet"]) is not None:
            self.http_get = HTTPGetAction._load(value)
            known += 1
        else:
            self.http_get = absent
        if "sleep" in body and (value := body["sleep"]) is not None:
            from kpod.api.core_rare_v1 import SleepAction
            
            self.sleep = SleepAction._load(value)
            known += 1
        else:
            self.sleep = absent
        if "tcpSocket" in body and (value := body["tcpSocket"]) is not None:
            self.tcp_socket = TCPSocketAction._load(value)
            known += 1
        else:
            self.tcp_socket = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class LocalObjectReference(ApiObject):
    """Kubernetes' `LocalObjectReference` (core/v1).

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#localobjectreference-v1-core
    """

    type_key: ClassVar[str] = "core_v1.LocalObjectReference"

    name: str
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        name: str = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.name = name
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.name is not None:
            body["name"] = self.name
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> LocalObjectReference:
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
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class NodeAffinity(ApiObject):
    """Kubernetes' `NodeAffinity` (core/v1).

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#nodeaffinity-v1-core
    """

    type_key: ClassVar[str] = "core_v1.NodeAffinity"

    preferred_during_scheduling_ignored_during_execution: list[PreferredSchedulingTerm]
    required_during_scheduling_ignored_during_execution: NodeSelector
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        preferred_during_scheduling_ignored_during_execution: list[PreferredSchedulingTerm] = absent,
        required_during_scheduling_ignored_during_execution: NodeSelector = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.preferred_during_scheduling_ignored_during_execution = preferred_during_scheduling_ignored_during_execution
        self.required_during_scheduling_ignored_during_execution = required_during_scheduling_ignored_during_execution
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.preferred_during_scheduling_ignored_during_execution is not None:
            body["preferredDuringSchedulingIgnoredDuringExecution"] = [item._dump() for item in self.preferred_during_scheduling_ignored_during_execution]
        if self.required_during_scheduling_ignored_during_execution is not None:
            body["requiredDuringSchedulingIgnoredDuringExecution"] = self.required_during_scheduling_ignored_during_execution._dump()
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> NodeAffinity:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "preferredDuringSchedulingIgnoredDuringExecution" in body and (value := body["preferredDuringSchedulingIgnoredDuringExecution"]) is not None:
            if not isinstance(value, list):
                raise Misshapen
            self.preferred_during_scheduling_ignored_during_execution = [PreferredSchedulingTerm._load(item) for item in value]
            known += 1
        else:
            self.preferred_during_scheduling_ignored_during_execution = absent
        if "requiredDuringSchedulingIgnoredDuringExecution" in body and (value := body["requiredDuringSchedulingIgnoredDuringExecution"]) is not None:
            self.required_during_scheduling_ignored_during_execution = NodeSelector._load(value)
            known += 1
        else:
            self.required_during_scheduling_ignored_during_execution = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class NodeSelector(ApiObject):
    """Kubernetes' `NodeSelector` (core/v1).

    Required: node_selector_terms.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#nodeselector-v1-core
    """

    type_key: ClassVar[str] = "core_v1.NodeSelector"

    node_selector_terms: list[NodeSelectorTerm]
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        node_selector_terms: list[NodeSelectorTerm] = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.node_selector_terms = node_selector_terms
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.node_selector_terms is not None:
            body["nodeSelectorTerms"] = [item._dump() for item in self.node_selector_terms]
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> NodeSelector:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "nodeSelectorTerms" in body and (value := body["nodeSelectorTerms"]) is not None:
            if not isinstance(value, list):
                raise Misshapen
            self.node_selector_terms = [NodeSelectorTerm._load(item) for item in value]
            known += 1
        else:
            self.node_selector_terms = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class NodeSelectorRequirement(ApiObject):
    """Kubernetes' `NodeSelectorRequirement` (core/v1).

    Required: key, operator.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#nodeselectorrequirement-v1-core
    """

    type_key: ClassVar[str] = "core_v1.NodeSelectorRequirement"

    key: str
    operator: str
    values: list[str]
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        key: str = absent,
        operator: str = absent,
        values: list[str] = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.key = key
        self.operator = operator
        self.values = values
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.key is not None:
            body["key"] = self.key
        if self.operator is not None:
            body["operator"] = self.operator
        if self.values is not None:
            body["values"] = self.values.copy()
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> NodeSelectorRequirement:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "key" in body and (value := body["key"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.key = value
            known += 1
        else:
            self.key = absent
        if "operator" in body and (value := body["operator"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.operator = value
            known += 1
        else:
            self.operator = absent
        if "values" in body and (value := body["values"]) is not None:
            if not isinstance(value, list):
                raise Misshapen
            self.values = value.copy()
            known += 1
        else:
            self.values = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class NodeSelectorTerm(ApiObject):
    """Kubernetes' `NodeSelectorTerm` (core/v1).

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#nodeselectorterm-v1-core
    """

    type_key: ClassVar[str] = "core_v1.NodeSelectorTerm"

    match_expressions: list[NodeSelectorRequirement]
    match_fields: list[NodeSelectorRequirement]
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        match_expressions: list[NodeSelectorRequirement] = absent,
        match_fields: list[NodeSelectorRequirement] = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.match_expressions = match_expressions
        self.match_fields = match_fields
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.match_expressions is not None:
            body["matchExpressions"] = [item._dump() for item in self.match_expressions]
        if self.match_fields is not None:
            body["matchFields"] = [item._dump() for item in self.match_fields]
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> NodeSelectorTerm:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "matchExpressions" in body and (value := body["matchExpressions"]) is not None:
            if not isinstance(value, list):
                raise Misshapen
            self.match_expressions = [NodeSelectorRequirement._load(item) for item in value]
            known += 1
        else:
            self.match_expressions = absent
        if "matchFields" in body and (value := body["matchFields"]) is not None:
            if not isinstance(value, list):
                raise Misshapen
            self.match_fields = [NodeSelectorRequirement._load(item) for item in value]
            known += 1
        else:
            self.match_fields = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class ObjectFieldSelector(ApiObject):
    """Kubernetes' `ObjectFieldSelector` (core/v1).

    Required: field_path.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#objectfieldselector-v1-core
    """

    type_key: ClassVar[str] = "core_v1.ObjectFieldSelector"

    api_version: str
    field_path: str
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        api_version: str = absent,
        field_path: str = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.api_version = api_version
        self.field_path = field_path
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.api_version is not None:
            body["apiVersion"] = self.api_version
        if self.field_path is not None:
            body["fieldPath"] = self.field_path
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> ObjectFieldSelector:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "apiVersion" in body and (value := body["apiVersion"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.api_version = value
            known += 1
        else:
            self.api_version = absent
        if "fieldPath" in body and (value := body["fieldPath"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.field_path = value
            known += 1
        else:
            self.field_path = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class PersistentVolumeClaimVolumeSource(ApiObject):
    """Kubernetes' `PersistentVolumeClaimVolumeSource` (core/v1).

    Required: claim_name.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#persistentvolumeclaimvolumesource-v1-core
    """

    type_key: ClassVar[str] = "core_v1.PersistentVolumeClaimVolumeSource"

    claim_name: str
    read_only: bool
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        claim_name: str = absent,
        read_only: bool = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.claim_name = claim_name
        self.read_only = read_only
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.claim_name is not None:
            body["claimName"] = self.claim_name
        if self.read_only is not None:
            body["readOnly"] = self.read_only
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> PersistentVolumeClaimVolumeSource:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "claimName" in body and (value := body["claimName"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.claim_name = value
            known += 1
        else:
            self.claim_name = absent
        if "readOnly" in body and (value := body["readOnly"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.read_only = value
            known += 1
        else:
            self.read_only = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class Pod(ApiObject):
    """Kubernetes' `Pod` (core/v1).

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#pod-v1-core
    """

    type_key: ClassVar[str] = "core_v1.Pod"
    api_version: ClassVar[str] = "v1"
    kind: ClassVar[str] = "Pod"

    metadata: ObjectMeta
    spec: PodSpec
    status: core_status_v1.PodStatus
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        metadata: ObjectMeta = absent,
        spec: PodSpec = absent,
        status: core_status_v1.PodStatus = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.metadata = metadata
        self.spec = spec
        self.status = status
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {"apiVersion": "v1", "kind": "Pod"}
        if self.metadata is not None:
            body["metadata"] = self.metadata._dump()
        if self.spec is not None:
            body["spec"] = self.spec._dump()
        if self.status is not None:
            body["status"] = self.status._dump()
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> Pod:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "apiVersion" in body and (value := body["apiVersion"]) is not None:
            if value != "v1":
                raise Misshapen
            known += 1
        if "kind" in body and (value := body["kind"]) is not None:
            if value != "Pod":
                raise Misshapen
            known += 1
        if "metadata" in body and (value := body["metadata"]) is not None:
            self.metadata = ObjectMeta._load(value)
            known += 1
        else:
            self.metadata = absent
        if "spec" in body and (value := body["spec"]) is not None:
            self.spec = PodSpec._load(value)
            known += 1
        else:
            self.spec = absent
        if "status" in body and (value := body["status"]) is not None:
            from kpod.api.core_status_v1 import PodStatus
            
            self.status = PodStatus._load(value)
            known += 1
        else:
            self.status = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class PodAffinity(ApiObject):
    """Kubernetes' `PodAffinity` (core/v1).

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#podaffinity-v1-core
    """

    type_key: ClassVar[str] = "core_v1.PodAffinity"

    preferred_during_scheduling_ignored_during_execution: list[WeightedPodAffinityTerm]
    required_during_scheduling_ignored_during_execution: list[PodAffinityTerm]
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        preferred_during_scheduling_ignored_during_execution: list[WeightedPodAffinityTerm] = absent,
        required_during_scheduling_ignored_during_execution: list[PodAffinityTerm] = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.preferred_during_scheduling_ignored_during_execution = preferred_during_scheduling_ignored_during_execution
        self.required_during_scheduling_ignored_during_execution = required_during_scheduling_ignored_during_execution
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.preferred_during_scheduling_ignored_during_execution is not None:
            body["preferredDuringSchedulingIgnoredDuringExecution"] = [item._dump() for item in self.preferred_during_scheduling_ignored_during_execution]
        if self.required_during_scheduling_ignored_during_execution is not None:
            body["requiredDuringSchedulingIgnoredDuringExecution"] = [item._dump() for item in self.required_during_scheduling_ignored_during_execution]
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> PodAffinity:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "preferredDuringSchedulingIgnoredDuringExecution" in body and (value := body["preferredDuringSchedulingIgnoredDuringExecution"]) is not None:
            if not isinstance(value, list):
                raise Misshapen
            self.preferred_during_scheduling_ignored_during_execution = [WeightedPodAffinityTerm._load(item) for item in value]
            known += 1
        else:
            self.preferred_during_scheduling_ignored_during_execution = absent
        if "requiredDuringSchedulingIgnoredDuringExecution" in body and (value := body["requiredDuringSchedulingIgnoredDuringExecution"]) is not None:
            if not isinstance(value, list):
                raise Misshapen
            self.required_during_scheduling_ignored_during_execution = [PodAffinityTerm._load(item) for item in value]
            known += 1
        else:
            self.required_during_scheduling_ignored_during_execution = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class PodAffinityTerm(ApiObject):
    """Kubernetes' `PodAffinityTerm` (core/v1).

    Required: topology_key.
    Since: match_label_keys 1.29, mismatch_label_keys 1.29.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#podaffinityterm-v1-core
    """

    type_key: ClassVar[str] = "core_v1.PodAffinityTerm"

    label_selector: LabelSelector
    match_label_keys: list[str]
    mismatch_label_keys: list[str]
    namespace_selector: LabelSelector
    namespaces: list[str]
    topology_key: str
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        label_selector: LabelSelector = absent,
        match_label_keys: list[str] = absent,
        mismatch_label_keys: list[str] = absent,
        namespace_selector: LabelSelector = absent,
        namespaces: list[str] = absent,
        topology_key: str = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.label_selector = label_selector
        self.match_label_keys = match_label_keys
        self.mismatch_label_keys = mismatch_label_keys
        self.namespace_selector = namespace_selector
        self.namespaces = namespaces
        self.topology_key = topology_key
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.label_selector is not None:
            body["labelSelector"] = self.label_selector._dump()
        if self.match_label_keys is not None:
            body["matchLabelKeys"] = self.match_label_keys.copy()
        if self.mismatch_label_keys is not None:
            body["mismatchLabelKeys"] = self.mismatch_label_keys.copy()
        if self.namespace_selector is not None:
            body["namespaceSelector"] = self.namespace_selector._dump()
        if self.namespaces is not None:
            body["namespaces"] = self.namespaces.copy()
        if self.topology_key is not None:
            body["topologyKey"] = self.topology_key
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> PodAffinityTerm:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "labelSelector" in body and (value := body["labelSelector"]) is not None:
            self.label_selector = LabelSelector._load(value)
            known += 1
        else:
            self.label_selector = absent
        if "matchLabelKeys" in body and (value := body["matchLabelKeys"]) is not None:
            if not isinstance(value, list):
                raise Misshapen
            self.match_label_keys = value.copy()
            known += 1
        else:
            self.match_label_keys = absent
        if "mismatchLabelKeys" in body and (value := body["mismatchLabelKeys"]) is not None:
            if not isinstance(value, list):
                raise Misshapen
            self.mismatch_label_keys = value.copy()
            known += 1
        else:
            self.mismatch_label_keys = absent
        if "namespaceSelector" in body and (value := body["namespaceSelector"]) is not None:
            self.namespace_selector = LabelSelector._load(value)
            known += 1
        else:
            self.namespace_selector = absent
        if "namespaces" in body and (value := body["namespaces"]) is not None:
            if not isinstance(value, list):
                raise Misshapen
            self.namespaces = value.copy()
            known += 1
        else:
            self.namespaces = absent
        if "topologyKey" in body and (value := body["topologyKey"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.topology_key = value
            known += 1
        else:
            self.topology_key = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class PodAntiAffinity(ApiObject):
    """Kubernetes' `PodAntiAffinity` (core/v1).

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#podantiaffinity-v1-core
    """

    type_key: ClassVar[str] = "core_v1.PodAntiAffinity"

    preferred_during_scheduling_ignored_during_execution: list[WeightedPodAffinityTerm]
    required_during_scheduling_ignored_during_execution: list[PodAffinityTerm]
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        preferred_during_scheduling_ignored_during_execution: list[WeightedPodAffinityTerm] = absent,
        required_during_scheduling_ignored_during_execution: list[PodAffinityTerm] = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.preferred_during_scheduling_ignored_during_execution = preferred_during_scheduling_ignored_during_execution
        self.required_during_scheduling_ignored_during_execution = required_during_scheduling_ignored_during_execution
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.preferred_during_scheduling_ignored_during_execution is not None:
            body["preferredDuringSchedulingIgnoredDuringExecution"] = [item._dump() for item in self.preferred_during_scheduling_ignored_during_execution]
        if self.required_during_scheduling_ignored_during_execution is not None:
            body["requiredDuringSchedulingIgnoredDuringExecution"] = [item._dump() for item in self.required_during_scheduling_ignored_during_execution]
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> PodAntiAffinity:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "preferredDuringSchedulingIgnoredDuringExecution" in body and (value := body["preferredDuringSchedulingIgnoredDuringExecution"]) is not None:
            if not isinstance(value, list):
                raise Misshapen
            self.preferred_during_scheduling_ignored_during_execution = [WeightedPodAffinityTerm._load(item) for item in value]
            known += 1
        else:
            self.preferred_during_scheduling_ignored_during_execution = absent
        if "requiredDuringSchedulingIgnoredDuringExecution" in body and (value := body["requiredDuringSchedulingIgnoredDuringExecution"]) is not None:
            if not isinstance(value, list):
                raise Misshapen
            self.required_during_scheduling_ignored_during_execution = [PodAffinityTerm._load(item) for item in value]
            known += 1
        else:
            self.required_during_scheduling_ignored_during_execution = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class PodSecurityContext(ApiObject):
    """Kubernetes' `PodSecurityContext` (core/v1).

    Since: app_armor_profile 1.30, se_linux_change_policy 1.32, supplemental_groups_policy 1.31.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#podsecuritycontext-v1-core
    """

    type_key: ClassVar[str] = "core_v1.PodSecurityContext"

    app_armor_profile: core_rare_v1.AppArmorProfile
    fs_group: int
    fs_group_change_policy: str
    run_as_group: int
    run_as_non_root: bool
    run_as_user: int
    se_linux_change_policy: str
    se_linux_options: core_rare_v1.SELinuxOptions
    seccomp_profile: SeccompProfile
    supplemental_groups: list[int]
    supplemental_groups_policy: str
    sysctls: list[core_rare_v1.Sysctl]
    windows_options: core_rare_v1.WindowsSecurityContextOptions
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        app_armor_profile: core_rare_v1.AppArmorProfile = absent,
        fs_group: int = absent,
        fs_group_change_policy: str = absent,
        run_as_group: int = absent,
        run_as_non_root: bool = absent,
        run_as_user: int = absent,
        se_linux_change_policy: str = absent,
        se_linux_options: core_rare_v1.SELinuxOptions = absent,
        seccomp_profile: SeccompProfile = absent,
        supplemental_groups: list[int] = absent,
        supplemental_groups_policy: str = absent,
        sysctls: list[core_rare_v1.Sysctl] = absent,
        windows_options: core_rare_v1.WindowsSecurityContextOptions = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.app_armor_profile = app_armor_profile
        self.fs_group = fs_group
        self.fs_group_change_policy = fs_group_change_policy
        self.run_as_group = run_as_group
        self.run_as_non_root = run_as_non_root
        self.run_as_user = run_as_user
        self.se_linux_change_policy = se_linux_change_policy
        self.se_linux_options = se_linux_options
        self.seccomp_profile = seccomp_profile
        self.supplemental_groups = supplemental_groups
        self.supplemental_groups_policy = supplemental_groups_policy
        self.sysctls = sysctls
        self.windows_options = windows_options
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.app_armor_profile is not None:
            body["appArmorProfile"] = self.app_armor_profile._dump()
        if self.fs_group is not None:
            body["fsGroup"] = self.fs_group
        if self.fs_group_change_policy is not None:
            body["fsGroupChangePolicy"] = self.fs_group_change_policy
        if self.run_as_group is not None:
            body["runAsGroup"] = self.run_as_group
        if self.run_as_non_root is not None:
            body["runAsNonRoot"] = self.run_as_non_root
        if self.run_as_user is not None:
            body["runAsUser"] = self.run_as_user
        if self.se_linux_change_policy is not None:
            body["seLinuxChangePolicy"] = self.se_linux_change_policy
        if self.se_linux_options is not None:
            body["seLinuxOptions"] = self.se_linux_options._dump()
        if self.seccomp_profile is not None:
            body["seccompProfile"] = self.seccomp_profile._dump()
        if self.supplemental_groups is not None:
            body["supplementalGroups"] = self.supplemental_groups.copy()
        if self.supplemental_groups_policy is not None:
            body["supplementalGroupsPolicy"] = self.supplemental_groups_policy
        if self.sysctls is not None:
            body["sysctls"] = [item._dump() for item in self.sysctls]
        if self.windows_options is not None:
            body["windowsOptions"] = self.windows_options._dump()
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> PodSecurityContext:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "appArmorProfile" in body and (value := body["appArmorProfile"]) is not None:
            from kpod.api.core_rare_v1 import AppArmorProfile
            
            self.app_armor_profile = AppArmorProfile._load(value)
            known += 1
        else:
            self.app_armor_profile = absent
        if "fsGroup" in body and (value := body["fsGroup"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.fs_group = value
            known += 1
        else:
            self.fs_group = absent
        if "fsGroupChangePolicy" in body and (value := body["fsGroupChangePolicy"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.fs_group_change_policy = value
            known += 1
        else:
            self.fs_group_change_policy = absent
        if "runAsGroup" in body and (value := body["runAsGroup"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.run_as_group = value
            known += 1
        else:
            self.run_as_group = absent
        if "runAsNonRoot" in body and (value := body["runAsNonRoot"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.run_as_non_root = value
            known += 1
        else:
            self.run_as_non_root = absent
        if "runAsUser" in body and (value := body["runAsUser"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.run_as_user = value
            known += 1
        else:
            self.run_as_user = absent
        if "seLinuxChangePolicy" in body and (value := body["seLinuxChangePolicy"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.se_linux_change_policy = value
            known += 1
        else:
            self.se_linux_change_policy = absent
        if "seLinuxOptions" in body and (value := body["seLinuxOptions"]) is not None:
            from kpod.api.core_rare_v1 import SELinuxOptions
            
            self.se_linux_options = SELinuxOptions._load(value)
            known += 1
        else:
            self.se_linux_options = absent
        if "seccompProfile" in body and (value := body["seccompProfile"]) is not None:
            self.seccomp_profile = SeccompProfile._load(value)
            known += 1
        else:
            self.seccomp_profile = absent
        if "supplementalGroups" in body and (value := body["supplementalGroups"]) is not None:
            if not isinstance(value, list):
                raise Misshapen
            self.supplemental_groups = value.copy()
            known += 1
        else:
            self.supplemental_groups = absent
        if "supplementalGroupsPolicy" in body and (value := body["supplementalGroupsPolicy"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.supplemental_groups_policy = value
            known += 1
        else:
            self.supplemental_groups_policy = absent
        if "sysctls" in body and (value := body["sysctls"]) is not None:
            from kpod.api.core_rare_v1 import Sysctl
            
            if not isinstance(value, list):
                raise Misshapen
            self.sysctls = [Sysctl._load(item) for item in value]
            known += 1
        else:
            self.sysctls = absent
        if "windowsOptions" in body and (value := body["windowsOptions"]) is not None:
            from kpod.api.core_rare_v1 import WindowsSecurityContextOptions
            
            self.windows_options = WindowsSecurityContextOptions._load(value)
            known += 1
        else:
            self.windows_options = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class PodSpec(ApiObject):
    """Kubernetes' `PodSpec` (core/v1).

    Required: containers.
    Since: eviction_responders 1.37, hostname_override 1.34, resource_claims 1.26, resources 1.32, scheduling_gates 1.26,
    scheduling_group 1.36.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#podspec-v1-core
    """

    type_key: ClassVar[str] = "core_v1.PodSpec"

    active_deadline_seconds: int
    affinity: Affinity
    automount_service_account_token: bool
    containers: list[Container]
    dns_config: core_rare_v1.PodDNSConfig
    dns_policy: str
    enable_service_links: bool
    ephemeral_containers: list[core_rare_v1.EphemeralContainer]
    eviction_responders: list[core_rare_v1.EvictionResponder]
    host_aliases: list[core_rare_v1.HostAlias]
    host_ipc: bool
    host_network: bool
    host_pid: bool
    host_users: bool
    hostname: str
    hostname_override: str
    image_pull_secrets: list[LocalObjectReference]
    init_containers: list[Container]
    node_name: str
    node_selector: dict[str, str]
    os: core_rare_v1.PodOS
    overhead: dict[str, str | int | float]
    preemption_policy: str
    priority: int
    priority_class_name: str
    readiness_gates: list[core_rare_v1.PodReadinessGate]
    resource_claims: list[core_rare_v1.PodResourceClaim]
    resources: ResourceRequirements
    restart_policy: str
    runtime_class_name: str
    scheduler_name: str
    scheduling_gates: list[core_rare_v1.PodSchedulingGate]
    scheduling_group: core_rare_v1.PodSchedulingGroup
    security_context: PodSecurityContext
    service_account: str
    service_account_name: str
    set_hostname_as_fqdn: bool
    share_process_namespace: bool
    subdomain: str
    termination_grace_period_seconds: int
    tolerations: list[Toleration]
    topology_spread_constraints: list[TopologySpreadConstraint]
    volumes: list[Volume]
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        active_deadline_seconds: int = absent,
        affinity: Affinity = absent,
        automount_service_account_token: bool = absent,
        containers: list[Container] = absent,
        dns_config: core_rare_v1.PodDNSConfig = absent,
        dns_policy: str = absent,
        enable_service_links: bool = absent,
        ephemeral_containers: list[core_rare_v1.EphemeralContainer] = absent,
        eviction_responders: list[core_rare_v1.EvictionResponder] = absent,
        host_aliases: list[core_rare_v1.HostAlias] = absent,
        host_ipc: bool = absent,
        host_network: bool = absent,
        host_pid: bool = absent,
        host_users: bool = absent,
        hostname: str = absent,
        hostname_override: str = absent,
        image_pull_secrets: list[LocalObjectReference] = absent,
        init_containers: list[Container] = absent,
        node_name: str = absent,
        node_selector: dict[str, str] = absent,
        os: core_rare_v1.PodOS = absent,
        overhead: dict[str, str | int | float] = absent,
        preemption_policy: str = absent,
        priority: int = absent,
        priority_class_name: str = absent,
        readiness_gates: list[core_rare_v1.PodReadinessGate] = absent,
        resource_claims: list[core_rare_v1.PodResourceClaim] = absent,
        resources: ResourceRequirements = absent,
        restart_policy: str = absent,
        runtime_class_name: str = absent,
        scheduler_name: str = absent,
        scheduling_gates: list[core_rare_v1.PodSchedulingGate] = absent,
        scheduling_group: core_rare_v1.PodSchedulingGroup = absent,
        security_context: PodSecurityContext = absent,
        service_account: str = absent,
        service_account_name: str = absent,
        set_hostname_as_fqdn: bool = absent,
        share_process_namespace: bool = absent,
        subdomain: str = absent,
        termination_grace_period_seconds: int = absent,
        tolerations: list[Toleration] = absent,
        topology_spread_constraints: list[TopologySpreadConstraint] = absent,
        volumes: list[Volume] = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.active_deadline_seconds = active_deadline_seconds
        self.affinity = affinity
        self.automount_service_account_token = automount_service_account_token
        self.containers = containers
        self.dns_config = dns_config
        self.dns_policy = dns_policy
        self.enable_service_links = enable_service_links
        self.ephemeral_containers = ephemeral_containers
        self.eviction_responders = eviction_responders
        self.host_aliases = host_aliases
        self.host_ipc = host_ipc
        self.host_network = host_network
        self.host_pid = host_pid
        self.host_users = host_users
        self.hostname = hostname
        self.hostname_override = hostname_override
        self.image_pull_secrets = image_pull_secrets
        self.init_containers = init_containers
        self.node_name = node_name
        self.node_selector = node_selector
        self.os = os
        self.overhead = overhead
        self.preemption_policy = preemption_policy
        self.priority = priority
        self.priority_class_name = priority_class_name
        self.readiness_gates = readiness_gates
        self.resource_claims = resource_claims
        self.resources = resources
        self.restart_policy = restart_policy
        self.runtime_class_name = runtime_class_name
        self.scheduler_name = scheduler_name
        self.scheduling_gates = scheduling_gates
        self.scheduling_group = scheduling_group
        self.security_context = security_context
        self.service_account = service_account
        self.service_account_name = service_account_name
        self.set_hostname_as_fqdn = set_hostname_as_fqdn
        self.share_process_namespace = share_process_namespace
        self.subdomain = subdomain
        self.termination_grace_period_seconds = termination_grace_period_seconds
        self.tolerations = tolerations
        self.topology_spread_constraints = topology_spread_constraints
        self.volumes = volumes
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.active_deadline_seconds is not None:
            body["activeDeadlineSeconds"] = self.active_deadline_seconds
        if self.affinity is not None:
            body["affinity"] = self.affinity._dump()
        if self.automount_service_account_token is not None:
            body["automountServiceAccountToken"] = self.automount_service_account_token
        if self.containers is not None:
            body["containers"] = [item._dump() for item in self.containers]
        if self.dns_config is not None:
            body["dnsConfig"] = self.dns_config._dump()
        if self.dns_policy is not None:
            body["dnsPolicy"] = self.dns_policy
        if self.enable_service_links is not None:
            body["enableServiceLinks"] = self.enable_service_links
        if self.ephemeral_containers is not None:
            body["ephemeralContainers"] = [item._dump() for item in self.ephemeral_containers]
        if self.eviction_responders is not None:
            body["evictionResponders"] = [item._dump() for item in self.eviction_responders]
        if self.host_aliases is not None:
            body["hostAliases"] = [item._dump() for item in self.host_aliases]
        if self.host_ipc is not None:
            body["hostIPC"] = self.host_ipc
        if self.host_network is not None:
            body["hostNetwork"] = self.host_network
        if self.host_pid is not None:
            body["hostPID"] = self.host_pid
        if self.host_users is not None:
            body["hostUsers"] = self.host_users
        if self.hostname is not None:
            body["hostname"] = self.hostname
        if self.hostname_override is not None:
            body["hostnameOverride"] = self.hostname_override
        if self.image_pull_secrets is not None:
            body["imagePullSecrets"] = [item._dump() for item in self.image_pull_secrets]
        if self.init_containers is not None:
            body["initContainers"] = [item._dump() for item in self.init_containers]
        if self.node_name is not None:
            body["nodeName"] = self.node_name
        if self.node_selector is not None:
            body["nodeSelector"] = self.node_selector.copy()
        if self.os is not None:
            body["os"] = self.os._dump()
        if self.overhead is not None:
            body["overhead"] = self.overhead.copy()
        if self.preemption_policy is not None:
            body["preemptionPolicy"] = self.preemption_policy
        if self.priority is not None:
            body["priority"] = self.priority
        if self.priority_class_name is not None:
            body["priorityClassName"] = self.priority_class_name
        if self.readiness_gates is not None:
            body["readinessGates"] = [item._dump() for item in self.readiness_gates]
        if self.resource_claims is not None:
            body["resourceClaims"] = [item._dump() for item in self.resource_claims]
        if self.resources is not None:
            body["resources"] = self.resources._dump()
        if self.restart_policy is not None:
            body["restartPolicy"] = self.restart_policy
        if self.runtime_class_name is not None:
            body["runtimeClassName"] = self.runtime_class_name
        if self.scheduler_name is not None:
            body["schedulerName"] = self.scheduler_name
        if self.scheduling_gates is not None:
            body["schedulingGates"] = [item._dump() for item in self.scheduling_gates]
        if self.scheduling_group is not None:
            body["schedulingGroup"] = self.scheduling_group._dump()
        if self.security_context is not None:
            body["securityContext"] = self.security_context._dump()
        if self.service_account is not None:
            body["serviceAccount"] = self.service_account
        if self.service_account_name is not None:
            body["serviceAccountName"] = self.service_account_name
        if self.set_hostname_as_fqdn is not None:
            body["setHostnameAsFQDN"] = self.set_hostname_as_fqdn
        if self.share_process_namespace is not None:
            body["shareProcessNamespace"] = self.share_process_namespace
        if self.subdomain is not None:
            body["subdomain"] = self.subdomain
        if self.termination_grace_period_seconds is not None:
            body["terminationGracePeriodSeconds"] = self.termination_grace_period_seconds
        if self.tolerations is not None:
            body["tolerations"] = [item._dump() for item in self.tolerations]
        if self.topology_spread_constraints is not None:
            body["topologySpreadConstraints"] = [item._dump() for item in self.topology_spread_constraints]
        if self.volumes is not None:
            body["volumes"] = [item._dump() for item in self.volumes]
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> PodSpec:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "activeDeadlineSeconds" in body and (value := body["activeDeadlineSeconds"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.active_deadline_seconds = value
            known += 1
        else:
            self.active_deadline_seconds = absent
        if "affinity" in body and (value := body["affinity"]) is not None:
            self.affinity = Affinity._load(value)
            known += 1
        else:
            self.affinity = absent
        if "automountServiceAccountToken" in body and (value := body["automountServiceAccountToken"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.automount_service_account_token = value
            known += 1
        else:
            self.automount_service_account_token = absent
        if "containers" in body and (value := body["containers"]) is not None:
            if not isinstance(value, list):
                raise Misshapen
            self.containers = [Container._load(item) for item in value]
            known += 1
        else:
            self.containers = absent
        if "dnsConfig" in body and (value := body["dnsConfig"]) is not None:
            from kpod.api.core_rare_v1 import PodDNSConfig
            
            self.dns_config = PodDNSConfig._load(value)
            known += 1
        else:
            self.dns_config = absent
        if "dnsPolicy" in body and (value := body["dnsPolicy"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.dns_policy = value
            known += 1
        else:
            self.dns_policy = absent
        if "enableServiceLinks" in body and (value := body["enableServiceLinks"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.enable_service_links = value
            known += 1
        else:
            self.enable_service_links = absent
        if "ephemeralContainers" in body and (value := body["ephemeralContainers"]) is not None:
            from kpod.api.core_rare_v1 import EphemeralContainer
            
            if not isinstance(value, list):
                raise Misshapen
            self.ephemeral_containers = [EphemeralContainer._load(item) for item in value]
            known += 1
        else:
            self.ephemeral_containers = absent
        if "evictionResponders" in body and (value := body["evictionResponders"]) is not None:
            from kpod.api.core_rare_v1 import EvictionResponder
            
            if not isinstance(value, list):
                raise Misshapen
            self.eviction_responders = [EvictionResponder._load(item) for item in value]
            known += 1
        else:
            self.eviction_responders = absent
        if "hostAliases" in body and (value := body["hostAliases"]) is not None:
            from kpod.api.core_rare_v1 import HostAlias
            
            if not isinstance(value, list):
                raise Misshapen
            self.host_aliases = [HostAlias._load(item) for item in value]
            known += 1
        else:
            self.host_aliases = absent
        if "hostIPC" in body and (value := body["hostIPC"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.host_ipc = value
            known += 1
        else:
            self.host_ipc = absent
        if "hostNetwork" in body and (value := body["hostNetwork"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.host_network = value
            known += 1
        else:
            self.host_network = absent
        if "hostPID" in body and (value := body["hostPID"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.host_pid = value
            known += 1
        else:
            self.host_pid = absent
        if "hostUsers" in body and (value := body["hostUsers"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.host_users = value
            known += 1
        else:
            self.host_users = absent
        if "hostname" in body and (value := body["hostname"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.hostname = value
            known += 1
        else:
            self.hostname = absent
        if "hostnameOverride" in body and (value := body["hostnameOverride"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.hostname_override = value
            known += 1
        else:
            self.hostname_override = absent
        if "imagePullSecrets" in body and (value := body["imagePullSecrets"]) is not None:
            if not isinstance(value, list):
                raise Misshapen
            self.image_pull_secrets = [LocalObjectReference._load(item) for item in value]
            known += 1
        else:
            self.image_pull_secrets = absent
        if "initContainers" in body and (value := body["initContainers"]) is not None:
            if not isinstance(value, list):
                raise Misshapen
            self.init_containers = [Container._load(item) for item in value]
            known += 1
        else:
            self.init_containers = absent
        if "nodeName" in body and (value := body["nodeName"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.node_name = value
            known += 1
        else:
            self.node_name = absent
        if "nodeSelector" in body and (value := body["nodeSelector"]) is not None:
            if not isinstance(value, dict):
                raise Misshapen
            self.node_selector = value.copy()
            known += 1
        else:
            self.node_selector = absent
        if "os" in body and (value := body["os"]) is not None:
            from kpod.api.core_rare_v1 import PodOS
            
            self.os = PodOS._load(value)
            known += 1
        else:
            self.os = absent
        if "overhead" in body and (value := body["overhead"]) is not None:
            if not isinstance(value, dict):
                raise Misshapen
            self.overhead = value.copy()
            known += 1
        else:
            self.overhead = absent
        if "preemptionPolicy" in body and (value := body["preemptionPolicy"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.preemption_policy = value
            known += 1
        else:
            self.preemption_policy = absent
        if "priority" in body and (value := body["priority"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.priority = value
            known += 1
        else:
            self.priority = absent
        if "priorityClassName" in body and (value := body["priorityClassName"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.priority_class_name = value
            known += 1
        else:
            self.priority_class_name = absent
        if "readinessGates" in body and (value := body["readinessGates"]) is not None:
            from kpod.api.core_rare_v1 import PodReadinessGate
            
            if not isinstance(value, list):
                raise Misshapen
            self.readiness_gates = [PodReadinessGate._load(item) for item in value]
            known += 1
        else:
            self.readiness_gates = absent
        if "resourceClaims" in body and (value := body["resourceClaims"]) is not None:
            from kpod.api.core_rare_v1 import PodResourceClaim
            
            if not isinstance(value, list):
                raise Misshapen
            self.resource_claims = [PodResourceClaim._load(item) for item in value]
            known += 1
        else:
            self.resource_claims = absent
        if "resources" in body and (value := body["resources"]) is not None:
            self.resources = ResourceRequirements._load(value)
            known += 1
        else:
            self.resources = absent
        if "restartPolicy" in body and (value := body["restartPolicy"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.restart_policy = value
            known += 1
        else:
            self.restart_policy = absent
        if "runtimeClassName" in body and (value := body["runtimeClassName"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.runtime_class_name = value
            known += 1
        else:
            self.runtime_class_name = absent
        if "schedulerName" in body and (value := body["schedulerName"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.scheduler_name = value
            known += 1
        else:
            self.scheduler_name = absent
        if "schedulingGates" in body and (value := body["schedulingGates"]) is not None:
            from kpod.api.core_rare_v1 import PodSchedulingGate
            
            if not isinstance(value, list):
                raise Misshapen
            self.scheduling_gates = [PodSchedulingGate._load(item) for item in value]
            known += 1
        else:
            self.scheduling_gates = absent
        if "schedulingGroup" in body and (value := body["schedulingGroup"]) is not None:
            from kpod.api.core_rare_v1 import PodSchedulingGroup
            
            self.scheduling_group = PodSchedulingGroup._load(value)
            known += 1
        else:
            self.scheduling_group = absent
        if "securityContext" in body and (value := body["securityContext"]) is not None:
            self.security_context = PodSecurityContext._load(value)
            known += 1
        else:
            self.security_context = absent
        if "serviceAccount" in body and (value := body["serviceAccount"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.service_account = value
            known += 1
        else:
            self.service_account = absent
        if "serviceAccountName" in body and (value := body["serviceAccountName"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.service_account_name = value
            known += 1
        else:
            self.service_account_name = absent
        if "setHostnameAsFQDN" in body and (value := body["setHostnameAsFQDN"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.set_hostname_as_fqdn = value
            known += 1
        else:
            self.set_hostname_as_fqdn = absent
        if "shareProcessNamespace" in body and (value := body["shareProcessNamespace"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.share_process_namespace = value
            known += 1
        else:
            self.share_process_namespace = absent
        if "subdomain" in body and (value := body["subdomain"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.subdomain = value
            known += 1
        else:
            self.subdomain = absent
        if "terminationGracePeriodSeconds" in body and (value := body["terminationGracePeriodSeconds"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.termination_grace_period_seconds = value
            known += 1
        else:
            self.termination_grace_period_seconds = absent
        if "tolerations" in body and (value := body["tolerations"]) is not None:
            if not isinstance(value, list):
                raise Misshapen
            self.tolerations = [Toleration._load(item) for item in value]
            known += 1
        else:
            self.tolerations = absent
        if "topologySpreadConstraints" in body and (value := body["topologySpreadConstraints"]) is not None:
            if not isinstance(value, list):
                raise Misshapen
            self.topology_spread_constraints = [TopologySpreadConstraint._load(item) for item in value]
            known += 1
        else:
            self.topology_spread_constraints = absent
        if "volumes" in body and (value := body["volumes"]) is not None:
            if not isinstance(value, list):
                raise Misshapen
            self.volumes = [Volume._load(item) for item in value]
            known += 1
        else:
            self.volumes = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class PodTemplateSpec(ApiObject):
    """Kubernetes' `PodTemplateSpec` (core/v1).

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#podtemplatespec-v1-core
    """

    type_key: ClassVar[str] = "core_v1.PodTemplateSpec"

    metadata: ObjectMeta
    spec: PodSpec
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        metadata: ObjectMeta = absent,
        spec: PodSpec = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.metadata = metadata
        self.spec = spec
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.metadata is not None:
            body["metadata"] = self.metadata._dump()
        if self.spec is not None:
            body["spec"] = self.spec._dump()
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> PodTemplateSpec:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "metadata" in body and (value := body["metadata"]) is not None:
            self.metadata = ObjectMeta._load(value)
            known += 1
        else:
            self.metadata = absent
        if "spec" in body and (value := body["spec"]) is not None:
            self.spec = PodSpec._load(value)
            known += 1
        else:
            self.spec = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class PreferredSchedulingTerm(ApiObject):
    """Kubernetes' `PreferredSchedulingTerm` (core/v1).

    Required: preference, weight.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#preferredschedulingterm-v1-core
    """

    type_key: ClassVar[str] = "core_v1.PreferredSchedulingTerm"

    preference: NodeSelectorTerm
    weight: int
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        preference: NodeSelectorTerm = absent,
        weight: int = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.preference = preference
        self.weight = weight
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.preference is not None:
            body["preference"] = self.preference._dump()
        if self.weight is not None:
            body["weight"] = self.weight
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> PreferredSchedulingTerm:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "preference" in body and (value := body["preference"]) is not None:
            self.preference = NodeSelectorTerm._load(value)
            known += 1
        else:
            self.preference = absent
        if "weight" in body and (value := body["weight"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.weight = value
            known += 1
        else:
            self.weight = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class Probe(ApiObject):
    """Kubernetes' `Probe` (core/v1).

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#probe-v1-core
    """

    type_key: ClassVar[str] = "core_v1.Probe"

    exec: ExecAction
    failure_threshold: int
    grpc: core_rare_v1.GRPCAction
    http_get: HTTPGetAction
    initial_delay_seconds: int
    period_seconds: int
    success_threshold: int
    tcp_socket: TCPSocketAction
    termination_grace_period_seconds: int
    timeout_seconds: int
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        exec: ExecAction = absent,
        failure_threshold: int = absent,
        grpc: core_rare_v1.GRPCAction = absent,
        http_get: HTTPGetAction = absent,
        initial_delay_seconds: int = absent,
        period_seconds: int = absent,
        success_threshold: int = absent,
        tcp_socket: TCPSocketAction = absent,
        termination_grace_period_seconds: int = absent,
        timeout_seconds: int = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.exec = exec
        self.failure_threshold = failure_threshold
        self.grpc = grpc
        self.http_get = http_get
        self.initial_delay_seconds = initial_delay_seconds
        self.period_seconds = period_seconds
        self.success_threshold = success_threshold
        self.tcp_socket = tcp_socket
        self.termination_grace_period_seconds = termination_grace_period_seconds
        self.timeout_seconds = timeout_seconds
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.exec is not None:
            body["exec"] = self.exec._dump()
        if self.failure_threshold is not None:
            body["failureThreshold"] = self.failure_threshold
        if self.grpc is not None:
            body["grpc"] = self.grpc._dump()
        if self.http_get is not None:
            body["httpGet"] = self.http_get._dump()
        if self.initial_delay_seconds is not None:
            body["initialDelaySeconds"] = self.initial_delay_seconds
        if self.period_seconds is not None:
            body["periodSeconds"] = self.period_seconds
        if self.success_threshold is not None:
            body["successThreshold"] = self.success_threshold
        if self.tcp_socket is not None:
            body["tcpSocket"] = self.tcp_socket._dump()
        if self.termination_grace_period_seconds is not None:
            body["terminationGracePeriodSeconds"] = self.termination_grace_period_seconds
        if self.timeout_seconds is not None:
            body["timeoutSeconds"] = self.timeout_seconds
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> Probe:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "exec" in body and (value := body["exec"]) is not None:
            self.exec = ExecAction._load(value)
            known += 1
        else:
            self.exec = absent
        if "failureThreshold" in body and (value := body["failureThreshold"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.failure_threshold = value
            known += 1
        else:
            self.failure_threshold = absent
        if "grpc" in body and (value := body["grpc"]) is not None:
            from kpod.api.core_rare_v1 import GRPCAction
            
            self.grpc = GRPCAction._load(value)
            known += 1
        else:
            self.grpc = absent
        if "httpGet" in body and (value := body["httpGet"]) is not None:
            self.http_get = HTTPGetAction._load(value)
            known += 1
        else:
            self.http_get = absent
        if "initialDelaySeconds" in body and (value := body["initialDelaySeconds"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.initial_delay_seconds = value
            known += 1
        else:
            self.initial_delay_seconds = absent
        if "periodSeconds" in body and (value := body["periodSeconds"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.period_seconds = value
            known += 1
        else:
            self.period_seconds = absent
        if "successThreshold" in body and (value := body["successThreshold"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.success_threshold = value
            known += 1
        else:
            self.success_threshold = absent
        if "tcpSocket" in body and (value := body["tcpSocket"]) is not None:
            self.tcp_socket = TCPSocketAction._load(value)
            known += 1
        else:
            self.tcp_socket = absent
        if "terminationGracePeriodSeconds" in body and (value := body["terminationGracePeriodSeconds"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.termination_grace_period_seconds = value
            known += 1
        else:
            self.termination_grace_period_seconds = absent
        if "timeoutSeconds" in body and (value := body["timeoutSeconds"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.timeout_seconds = value
            known += 1
        else:
            self.timeout_seconds = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class ProjectedVolumeSource(ApiObject):
    """Kubernetes' `ProjectedVolumeSource` (core/v1).

    Since: default_user 1.37.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#projectedvolumesource-v1-core
    """

    type_key: ClassVar[str] = "core_v1.ProjectedVolumeSource"

    default_mode: int
    default_user: int
    sources: list[VolumeProjection]
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        default_mode: int = absent,
        default_user: int = absent,
        sources: list[VolumeProjection] = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.default_mode = default_mode
        self.default_user = default_user
        self.sources = sources
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.default_mode is not None:
            body["defaultMode"] = self.default_mode
        if self.default_user is not None:
            body["defaultUser"] = self.default_user
        if self.sources is not None:
            body["sources"] = [item._dump() for item in self.sources]
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> ProjectedVolumeSource:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "defaultMode" in body and (value := body["defaultMode"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.default_mode = value
            known += 1
        else:
            self.default_mode = absent
        if "defaultUser" in body and (value := body["defaultUser"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.default_user = value
            known += 1
        else:
            self.default_user = absent
        if "sources" in body and (value := body["sources"]) is not None:
            if not isinstance(value, list):
                raise Misshapen
            self.sources = [VolumeProjection._load(item) for item in value]
            known += 1
        else:
            self.sources = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class ResourceFieldSelector(ApiObject):
    """Kubernetes' `ResourceFieldSelector` (core/v1).

    Required: resource.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#resourcefieldselector-v1-core
    """

    type_key: ClassVar[str] = "core_v1.ResourceFieldSelector"

    container_name: str
    divisor: str | int | float
    resource: str
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        container_name: str = absent,
        divisor: str | int | float = absent,
        resource: str = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.container_name = container_name
        self.divisor = divisor
        self.resource = resource
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.container_name is not None:
            body["containerName"] = self.container_name
        if self.divisor is not None:
            body["divisor"] = self.divisor
        if self.resource is not None:
            body["resource"] = self.resource
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> ResourceFieldSelector:
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
        if "divisor" in body and (value := body["divisor"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.divisor = value
            known += 1
        else:
            self.divisor = absent
        if "resource" in body and (value := body["resource"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.resource = value
            known += 1
        else:
            self.resource = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class ResourceRequirements(ApiObject):
    """Kubernetes' `ResourceRequirements` (core/v1).

    Since: claims 1.26.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#resourcerequirements-v1-core
    """

    type_key: ClassVar[str] = "core_v1.ResourceRequirements"

    claims: list[core_rare_v1.ResourceClaim]
    limits: dict[str, str | int | float]
    requests: dict[str, str | int | float]
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        claims: list[core_rare_v1.ResourceClaim] = absent,
        limits: dict[str, str | int | float] = absent,
        requests: dict[str, str | int | float] = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.claims = claims
        self.limits = limits
        self.requests = requests
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.claims is not None:
            body["claims"] = [item._dump() for item in self.claims]
        if self.limits is not None:
            body["limits"] = self.limits.copy()
        if self.requests is not None:
            body["requests"] = self.requests.copy()
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> ResourceRequirements:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "claims" in body and (value := body["claims"]) is not None:
            from kpod.api.core_rare_v1 import ResourceClaim
            
            if not isinstance(value, list):
                raise Misshapen
            self.claims = [ResourceClaim._load(item) for item in value]
            known += 1
        else:
            self.claims = absent
        if "limits" in body and (value := body["limits"]) is not None:
            if not isinstance(value, dict):
                raise Misshapen
            self.limits = value.copy()
            known += 1
        else:
            self.limits = absent
        if "requests" in body and (value := body["requests"]) is not None:
            if not isinstance(value, dict):
                raise Misshapen
            self.requests = value.copy()
            known += 1
        else:
            self.requests = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class SeccompProfile(ApiObject):
    """Kubernetes' `SeccompProfile` (core/v1).

    Required: type.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#seccompprofile-v1-core
    """

    type_key: ClassVar[str] = "core_v1.SeccompProfile"

    localhost_profile: str
    type: str
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        localhost_profile: str = absent,
        type: str = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.localhost_profile = localhost_profile
        self.type = type
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.localhost_profile is not None:
            body["localhostProfile"] = self.localhost_profile
        if self.type is not None:
            body["type"] = self.type
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> SeccompProfile:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "localhostProfile" in body and (value := body["localhostProfile"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.localhost_profile = value
            known += 1
        else:
            self.localhost_profile = absent
        if "type" in body and (value := body["type"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.type = value
            known += 1
        else:
            self.type = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class Secret(ApiObject):
    """Kubernetes' `Secret` (core/v1).

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#secret-v1-core
    """

    type_key: ClassVar[str] = "core_v1.Secret"
    api_version: ClassVar[str] = "v1"
    kind: ClassVar[str] = "Secret"

    metadata: ObjectMeta
    data: dict[str, str]
    immutable: bool
    string_data: dict[str, str]
    type: str
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        metadata: ObjectMeta = absent,
        data: dict[str, str] = absent,
        immutable: bool = absent,
        string_data: dict[str, str] = absent,
        type: str = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.metadata = metadata
        self.data = data
        self.immutable = immutable
        self.string_data = string_data
        self.type = type
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {"apiVersion": "v1", "kind": "Secret"}
        if self.metadata is not None:
            body["metadata"] = self.metadata._dump()
        if self.data is not None:
            body["data"] = self.data.copy()
        if self.immutable is not None:
            body["immutable"] = self.immutable
        if self.string_data is not None:
            body["stringData"] = self.string_data.copy()
        if self.type is not None:
            body["type"] = self.type
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> Secret:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "apiVersion" in body and (value := body["apiVersion"]) is not None:
            if value != "v1":
                raise Misshapen
            known += 1
        if "kind" in body and (value := body["kind"]) is not None:
            if value != "Secret":
                raise Misshapen
            known += 1
        if "metadata" in body and (value := body["metadata"]) is not None:
            self.metadata = ObjectMeta._load(value)
            known += 1
        else:
            self.metadata = absent
        if "data" in body and (value := body["data"]) is not None:
            if not isinstance(value, dict):
                raise Misshapen
            self.data = value.copy()
            known += 1
        else:
            self.data = absent
        if "immutable" in body and (value := body["immutable"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.immutable = value
            known += 1
        else:
            self.immutable = absent
        if "stringData" in body and (value := body["stringData"]) is not None:
            if not isinstance(value, dict):
                raise Misshapen
            self.string_data = value.copy()
            known += 1
        else:
            self.string_data = absent
        if "type" in body and (value := body["type"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.type = value
            known += 1
        else:
            self.type = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class SecretEnvSource(ApiObject):
    """Kubernetes' `SecretEnvSource` (core/v1).

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#secretenvsource-v1-core
    """

    type_key: ClassVar[str] = "core_v1.SecretEnvSource"

    name: str
    optional: bool
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        name: str = absent,
        optional: bool = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.name = name
        self.optional = optional
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.name is not None:
            body["name"] = self.name
        if self.optional is not None:
            body["optional"] = self.optional
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> SecretEnvSource:
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
        if "optional" in body and (value := body["optional"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.optional = value
            known += 1
        else:
            self.optional = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class SecretKeySelector(ApiObject):
    """Kubernetes' `SecretKeySelector` (core/v1).

    Required: key.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#secretkeyselector-v1-core
    """

    type_key: ClassVar[str] = "core_v1.SecretKeySelector"

    name: str
    key: str
    optional: bool
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        name: str = absent,
        key: str = absent,
        optional: bool = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.name = name
        self.key = key
        self.optional = optional
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.name is not None:
            body["name"] = self.name
        if self.key is not None:
            body["key"] = self.key
        if self.optional is not None:
            body["optional"] = self.optional
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> SecretKeySelector:
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
        if "key" in body and (value := body["key"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.key = value
            known += 1
        else:
            self.key = absent
        if "optional" in body and (value := body["optional"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.optional = value
            known += 1
        else:
            self.optional = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class SecretProjection(ApiObject):
    """Kubernetes' `SecretProjection` (core/v1).

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#secretprojection-v1-core
    """

    type_key: ClassVar[str] = "core_v1.SecretProjection"

    name: str
    items: list[KeyToPath]
    optional: bool
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        name: str = absent,
        items: list[KeyToPath] = absent,
        optional: bool = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.name = name
        self.items = items
        self.optional = optional
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.name is not None:
            body["name"] = self.name
        if self.items is not None:
            body["items"] = [item._dump() for item in self.items]
        if self.optional is not None:
            body["optional"] = self.optional
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> SecretProjection:
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
        if "items" in body and (value := body["items"]) is not None:
            if not isinstance(value, list):
                raise Misshapen
            self.items = [KeyToPath._load(item) for item in value]
            known += 1
        else:
            self.items = absent
        if "optional" in body and (value := body["optional"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.optional = value
            known += 1
        else:
            self.optional = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class SecretVolumeSource(ApiObject):
    """Kubernetes' `SecretVolumeSource` (core/v1).

    Since: default_user 1.37.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#secretvolumesource-v1-core
    """

    type_key: ClassVar[str] = "core_v1.SecretVolumeSource"

    default_mode: int
    default_user: int
    items: list[KeyToPath]
    optional: bool
    secret_name: str
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        default_mode: int = absent,
        default_user: int = absent,
        items: list[KeyToPath] = absent,
        optional: bool = absent,
        secret_name: str = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.default_mode = default_mode
        self.default_user = default_user
        self.items = items
        self.optional = optional
        self.secret_name = secret_name
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.default_mode is not None:
            body["defaultMode"] = self.default_mode
        if self.default_user is not None:
            body["defaultUser"] = self.default_user
        if self.items is not None:
            body["items"] = [item._dump() for item in self.items]
        if self.optional is not None:
            body["optional"] = self.optional
        if self.secret_name is not None:
            body["secretName"] = self.secret_name
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> SecretVolumeSource:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "defaultMode" in body and (value := body["defaultMode"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.default_mode = value
            known += 1
        else:
            self.default_mode = absent
        if "defaultUser" in body and (value := body["defaultUser"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.default_user = value
            known += 1
        else:
            self.default_user = absent
        if "items" in body and (value := body["items"]) is not None:
            if not isinstance(value, list):
                raise Misshapen
            self.items = [KeyToPath._load(item) for item in value]
            known += 1
        else:
            self.items = absent
        if "optional" in body and (value := body["optional"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.optional = value
            known += 1
        else:
            self.optional = absent
        if "secretName" in body and (value := body["secretName"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.secret_name = value
            known += 1
        else:
            self.secret_name = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class SecurityContext(ApiObject):
    """Kubernetes' `SecurityContext` (core/v1).

    Since: app_armor_profile 1.30.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#securitycontext-v1-core
    """

    type_key: ClassVar[str] = "core_v1.SecurityContext"

    allow_privilege_escalation: bool
    app_armor_profile: core_rare_v1.AppArmorProfile
    capabilities: Capabilities
    privileged: bool
    proc_mount: str
    read_only_root_filesystem: bool
    run_as_group: int
    run_as_non_root: bool
    run_as_user: int
    se_linux_options: core_rare_v1.SELinuxOptions
    seccomp_profile: SeccompProfile
    windows_options: core_rare_v1.WindowsSecurityContextOptions
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        allow_privilege_escalation: bool = absent,
        app_armor_profile: core_rare_v1.AppArmorProfile = absent,
        capabilities: Capabilities = absent,
        privileged: bool = absent,
        proc_mount: str = absent,
        read_only_root_filesystem: bool = absent,
        run_as_group: int = absent,
        run_as_non_root: bool = absent,
        run_as_user: int = absent,
        se_linux_options: core_rare_v1.SELinuxOptions = absent,
        seccomp_profile: SeccompProfile = absent,
        windows_options: core_rare_v1.WindowsSecurityContextOptions = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.allow_privilege_escalation = allow_privilege_escalation
        self.app_armor_profile = app_armor_profile
        self.capabilities = capabilities
        self.privileged = privileged
        self.proc_mount = proc_mount
        self.read_only_root_filesystem = read_only_root_filesystem
        self.run_as_group = run_as_group
        self.run_as_non_root = run_as_non_root
        self.run_as_user = run_as_user
        self.se_linux_options = se_linux_options
        self.seccomp_profile = seccomp_profile
        self.windows_options = windows_options
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.allow_privilege_escalation is not None:
            body["allowPrivilegeEscalation"] = self.allow_privilege_escalation
        if self.app_armor_profile is not None:
            body["appArmorProfile"] = self.app_armor_profile._dump()
        if self.capabilities is not None:
            body["capabilities"] = self.capabilities._dump()
        if self.privileged is not None:
            body["privileged"] = self.privileged
        if self.proc_mount is not None:
            body["procMount"] = self.proc_mount
        if self.read_only_root_filesystem is not None:
            body["readOnlyRootFilesystem"] = self.read_only_root_filesystem
        if self.run_as_group is not None:
            body["runAsGroup"] = self.run_as_group
        if self.run_as_non_root is not None:
            body["runAsNonRoot"] = self.run_as_non_root
        if self.run_as_user is not None:
            body["runAsUser"] = self.run_as_user
        if self.se_linux_options is not None:
            body["seLinuxOptions"] = self.se_linux_options._dump()
        if self.seccomp_profile is not None:
            body["seccompProfile"] = self.seccomp_profile._dump()
        if self.windows_options is not None:
            body["windowsOptions"] = self.windows_options._dump()
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> SecurityContext:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "allowPrivilegeEscalation" in body and (value := body["allowPrivilegeEscalation"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.allow_privilege_escalation = value
            known += 1
        else:
            self.allow_privilege_escalation = absent
        if "appArmorProfile" in body and (value := body["appArmorProfile"]) is not None:
            from kpod.api.core_rare_v1 import AppArmorProfile
            
            self.app_armor_profile = AppArmorProfile._load(value)
            known += 1
        else:
            self.app_armor_profile = absent
        if "capabilities" in body and (value := body["capabilities"]) is not None:
            self.capabilities = Capabilities._load(value)
            known += 1
        else:
            self.capabilities = absent
        if "privileged" in body and (value := body["privileged"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.privileged = value
            known += 1
        else:
            self.privileged = absent
        if "procMount" in body and (value := body["procMount"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.proc_mount = value
            known += 1
        else:
            self.proc_mount = absent
        if "readOnlyRootFilesystem" in body and (value := body["readOnlyRootFilesystem"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.read_only_root_filesystem = value
            known += 1
        else:
            self.read_only_root_filesystem = absent
        if "runAsGroup" in body and (value := body["runAsGroup"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.run_as_group = value
            known += 1
        else:
            self.run_as_group = absent
        if "runAsNonRoot" in body and (value := body["runAsNonRoot"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.run_as_non_root = value
            known += 1
        else:
            self.run_as_non_root = absent
        if "runAsUser" in body and (value := body["runAsUser"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.run_as_user = value
            known += 1
        else:
            self.run_as_user = absent
        if "seLinuxOptions" in body and (value := body["seLinuxOptions"]) is not None:
            from kpod.api.core_rare_v1 import SELinuxOptions
            
            self.se_linux_options = SELinuxOptions._load(value)
            known += 1
        else:
            self.se_linux_options = absent
        if "seccompProfile" in body and (value := body["seccompProfile"]) is not None:
            self.seccomp_profile = SeccompProfile._load(value)
            known += 1
        else:
            self.seccomp_profile = absent
        if "windowsOptions" in body and (value := body["windowsOptions"]) is not None:
            from kpod.api.core_rare_v1 import WindowsSecurityContextOptions
            
            self.windows_options = WindowsSecurityContextOptions._load(value)
            known += 1
        else:
            self.windows_options = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class ServiceAccountTokenProjection(ApiObject):
    """Kubernetes' `ServiceAccountTokenProjection` (core/v1).

    Required: path.
    Since: user 1.37.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#serviceaccounttokenprojection-v1-core
    """

    type_key: ClassVar[str] = "core_v1.ServiceAccountTokenProjection"

    audience: str
    expiration_seconds: int
    path: str
    user: int
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        audience: str = absent,
        expiration_seconds: int = absent,
        path: str = absent,
        user: int = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.audience = audience
        self.expiration_seconds = expiration_seconds
        self.path = path
        self.user = user
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.audience is not None:
            body["audience"] = self.audience
        if self.expiration_seconds is not None:
            body["expirationSeconds"] = self.expiration_seconds
        if self.path is not None:
            body["path"] = self.path
        if self.user is not None:
            body["user"] = self.user
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> ServiceAccountTokenProjection:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "audience" in body and (value := body["audience"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.audience = value
            known += 1
        else:
            self.audience = absent
        if "expirationSeconds" in body and (value := body["expirationSeconds"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.expiration_seconds = value
            known += 1
        else:
            self.expiration_seconds = absent
        if "path" in body and (value := body["path"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.path = value
            known += 1
        else:
            self.path = absent
        if "user" in body and (value := body["user"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.user = value
            known += 1
        else:
            self.user = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class TCPSocketAction(ApiObject):
    """Kubernetes' `TCPSocketAction` (core/v1).

    Required: port.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#tcpsocketaction-v1-core
    """

    type_key: ClassVar[str] = "core_v1.TCPSocketAction"

    host: str
    port: int | str
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        host: str = absent,
        port: int | str = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.host = host
        self.port = port
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.host is not None:
            body["host"] = self.host
        if self.port is not None:
            body["port"] = self.port
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> TCPSocketAction:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "host" in body and (value := body["host"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.host = value
            known += 1
        else:
            self.host = absent
        if "port" in body and (value := body["port"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.port = value
            known += 1
        else:
            self.port = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class Toleration(ApiObject):
    """Kubernetes' `Toleration` (core/v1).

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#toleration-v1-core
    """

    type_key: ClassVar[str] = "core_v1.Toleration"

    effect: str
    key: str
    operator: str
    toleration_seconds: int
    value: str
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        effect: str = absent,
        key: str = absent,
        operator: str = absent,
        toleration_seconds: int = absent,
        value: str = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.effect = effect
        self.key = key
        self.operator = operator
        self.toleration_seconds = toleration_seconds
        self.value = value
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.effect is not None:
            body["effect"] = self.effect
        if self.key is not None:
            body["key"] = self.key
        if self.operator is not None:
            body["operator"] = self.operator
        if self.toleration_seconds is not None:
            body["tolerationSeconds"] = self.toleration_seconds
        if self.value is not None:
            body["value"] = self.value
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> Toleration:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "effect" in body and (value := body["effect"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.effect = value
            known += 1
        else:
            self.effect = absent
        if "key" in body and (value := body["key"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.key = value
            known += 1
        else:
            self.key = absent
        if "operator" in body and (value := body["operator"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.operator = value
            known += 1
        else:
            self.operator = absent
        if "tolerationSeconds" in body and (value := body["tolerationSeconds"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.toleration_seconds = value
            known += 1
        else:
            self.toleration_seconds = absent
        if "value" in body and (value := body["value"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.value = value
            known += 1
        else:
            self.value = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class TopologySpreadConstraint(ApiObject):
    """Kubernetes' `TopologySpreadConstraint` (core/v1).

    Required: max_skew, topology_key, when_unsatisfiable.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#topologyspreadconstraint-v1-core
    """

    type_key: ClassVar[str] = "core_v1.TopologySpreadConstraint"

    label_selector: LabelSelector
    match_label_keys: list[str]
    max_skew: int
    min_domains: int
    node_affinity_policy: str
    node_taints_policy: str
    topology_key: str
    when_unsatisfiable: str
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        label_selector: LabelSelector = absent,
        match_label_keys: list[str] = absent,
        max_skew: int = absent,
        min_domains: int = absent,
        node_affinity_policy: str = absent,
        node_taints_policy: str = absent,
        topology_key: str = absent,
        when_unsatisfiable: str = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.label_selector = label_selector
        self.match_label_keys = match_label_keys
        self.max_skew = max_skew
        self.min_domains = min_domains
        self.node_affinity_policy = node_affinity_policy
        self.node_taints_policy = node_taints_policy
        self.topology_key = topology_key
        self.when_unsatisfiable = when_unsatisfiable
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.label_selector is not None:
            body["labelSelector"] = self.label_selector._dump()
        if self.match_label_keys is not None:
            body["matchLabelKeys"] = self.match_label_keys.copy()
        if self.max_skew is not None:
            body["maxSkew"] = self.max_skew
        if self.min_domains is not None:
            body["minDomains"] = self.min_domains
        if self.node_affinity_policy is not None:
            body["nodeAffinityPolicy"] = self.node_affinity_policy
        if self.node_taints_policy is not None:
            body["nodeTaintsPolicy"] = self.node_taints_policy
        if self.topology_key is not None:
            body["topologyKey"] = self.topology_key
        if self.when_unsatisfiable is not None:
            body["whenUnsatisfiable"] = self.when_unsatisfiable
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> TopologySpreadConstraint:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "labelSelector" in body and (value := body["labelSelector"]) is not None:
            self.label_selector = LabelSelector._load(value)
            known += 1
        else:
            self.label_selector = absent
        if "matchLabelKeys" in body and (value := body["matchLabelKeys"]) is not None:
            if not isinstance(value, list):
                raise Misshapen
            self.match_label_keys = value.copy()
            known += 1
        else:
            self.match_label_keys = absent
        if "maxSkew" in body and (value := body["maxSkew"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.max_skew = value
            known += 1
        else:
            self.max_skew = absent
        if "minDomains" in body and (value := body["minDomains"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.min_domains = value
            known += 1
        else:
            self.min_domains = absent
        if "nodeAffinityPolicy" in body and (value := body["nodeAffinityPolicy"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.node_affinity_policy = value
            known += 1
        else:
            self.node_affinity_policy = absent
        if "nodeTaintsPolicy" in body and (value := body["nodeTaintsPolicy"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.node_taints_policy = value
            known += 1
        else:
            self.node_taints_policy = absent
        if "topologyKey" in body and (value := body["topologyKey"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.topology_key = value
            known += 1
        else:
            self.topology_key = absent
        if "whenUnsatisfiable" in body and (value := body["whenUnsatisfiable"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.when_unsatisfiable = value
            known += 1
        else:
            self.when_unsatisfiable = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class Volume(ApiObject):
    """Kubernetes' `Volume` (core/v1).

    Required: name.
    Since: image 1.31.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#volume-v1-core
    """

    type_key: ClassVar[str] = "core_v1.Volume"

    name: str
    image: core_rare_v1.ImageVolumeSource
    aws_elastic_block_store: core_rare_v1.AWSElasticBlockStoreVolumeSource
    azure_disk: core_rare_v1.AzureDiskVolumeSource
    azure_file: core_rare_v1.AzureFileVolumeSource
    cephfs: core_rare_v1.CephFSVolumeSource
    cinder: core_rare_v1.CinderVolumeSource
    config_map: ConfigMapVolumeSource
    csi: core_rare_v1.CSIVolumeSource
    downward_api: DownwardAPIVolumeSource
    empty_dir: EmptyDirVolumeSource
    ephemeral: core_rare_v1.EphemeralVolumeSource
    fc: core_rare_v1.FCVolumeSource
    flex_volume: core_rare_v1.FlexVolumeSource
    flocker: core_rare_v1.FlockerVolumeSource
    gce_persistent_disk: core_rare_v1.GCEPersistentDiskVolumeSource
    git_repo: core_rare_v1.GitRepoVolumeSource
    glusterfs: core_rare_v1.GlusterfsVolumeSource
    host_path: HostPathVolumeSource
    iscsi: core_rare_v1.ISCSIVolumeSource
    nfs: core_rare_v1.NFSVolumeSource
    persistent_volume_claim: PersistentVolumeClaimVolumeSource
    photon_persistent_disk: core_rare_v1.PhotonPersistentDiskVolumeSource
    portworx_volume: core_rare_v1.PortworxVolumeSource
    projected: ProjectedVolumeSource
    quobyte: core_rare_v1.QuobyteVolumeSource
    rbd: core_rare_v1.RBDVolumeSource
    scale_io: core_rare_v1.ScaleIOVolumeSource
    secret: SecretVolumeSource
    storageos: core_rare_v1.StorageOSVolumeSource
    vsphere_volume: core_rare_v1.VsphereVirtualDiskVolumeSource
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        name: str = absent,
        image: core_rare_v1.ImageVolumeSource = absent,
        aws_elastic_block_store: core_rare_v1.AWSElasticBlockStoreVolumeSource = absent,
        azure_disk: core_rare_v1.AzureDiskVolumeSource = absent,
        azure_file: core_rare_v1.AzureFileVolumeSource = absent,
        cephfs: core_rare_v1.CephFSVolumeSource = absent,
        cinder: core_rare_v1.CinderVolumeSource = absent,
        config_map: ConfigMapVolumeSource = absent,
        csi: core_rare_v1.CSIVolumeSource = absent,
        downward_api: DownwardAPIVolumeSource = absent,
        empty_dir: EmptyDirVolumeSource = absent,
        ephemeral: core_rare_v1.EphemeralVolumeSource = absent,
        fc: core_rare_v1.FCVolumeSource = absent,
        flex_volume: core_rare_v1.FlexVolumeSource = absent,
        flocker: core_rare_v1.FlockerVolumeSource = absent,
        gce_persistent_disk: core_rare_v1.GCEPersistentDiskVolumeSource = absent,
        git_repo: core_rare_v1.GitRepoVolumeSource = absent,
        glusterfs: core_rare_v1.GlusterfsVolumeSource = absent,
        host_path: HostPathVolumeSource = absent,
        iscsi: core_rare_v1.ISCSIVolumeSource = absent,
        nfs: core_rare_v1.NFSVolumeSource = absent,
        persistent_volume_claim: PersistentVolumeClaimVolumeSource = absent,
        photon_persistent_disk: core_rare_v1.PhotonPersistentDiskVolumeSource = absent,
        portworx_volume: core_rare_v1.PortworxVolumeSource = absent,
        projected: ProjectedVolumeSource = absent,
        quobyte: core_rare_v1.QuobyteVolumeSource = absent,
        rbd: core_rare_v1.RBDVolumeSource = absent,
        scale_io: core_rare_v1.ScaleIOVolumeSource = absent,
        secret: SecretVolumeSource = absent,
        storageos: core_rare_v1.StorageOSVolumeSource = absent,
        vsphere_volume: core_rare_v1.VsphereVirtualDiskVolumeSource = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.name = name
        self.image = image
        self.aws_elastic_block_store = aws_elastic_block_store
        self.azure_disk = azure_disk
        self.azure_file = azure_file
        self.cephfs = cephfs
        self.cinder = cinder
        self.config_map = config_map
        self.csi = csi
        self.downward_api = downward_api
        self.empty_dir = empty_dir
        self.ephemeral = ephemeral
        self.fc = fc
        self.flex_volume = flex_volume
        self.flocker = flocker
        self.gce_persistent_disk = gce_persistent_disk
        self.git_repo = git_repo
        self.glusterfs = glusterfs
        self.host_path = host_path
        self.iscsi = iscsi
        self.nfs = nfs
        self.persistent_volume_claim = persistent_volume_claim
        self.photon_persistent_disk = photon_persistent_disk
        self.portworx_volume = portworx_volume
        self.projected = projected
        self.quobyte = quobyte
        self.rbd = rbd
        self.scale_io = scale_io
        self.secret = secret
        self.storageos = storageos
        self.vsphere_volume = vsphere_volume
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.name is not None:
            body["name"] = self.name
        if self.image is not None:
            body["image"] = self.image._dump()
        if self.aws_elastic_block_store is not None:
            body["awsElasticBlockStore"] = self.aws_elastic_block_store._dump()
        if self.azure_disk is not None:
            body["azureDisk"] = self.azure_disk._dump()
        if self.azure_file is not None:
            body["azureFile"] = self.azure_file._dump()
        if self.cephfs is not None:
            body["cephfs"] = self.cephfs._dump()
        if self.cinder is not None:
            body["cinder"] = self.cinder._dump()
        if self.config_map is not None:
            body["configMap"] = self.config_map._dump()
        if self.csi is not None:
            body["csi"] = self.csi._dump()
        if self.downward_api is not None:
            body["downwardAPI"] = self.downward_api._dump()
        if self.empty_dir is not None:
            body["emptyDir"] = self.empty_dir._dump()
        if self.ephemeral is not None:
            body["ephemeral"] = self.ephemeral._dump()
        if self.fc is not None:
            body["fc"] = self.fc._dump()
        if self.flex_volume is not None:
            body["flexVolume"] = self.flex_volume._dump()
        if self.flocker is not None:
            body["flocker"] = self.flocker._dump()
        if self.gce_persistent_disk is not None:
            body["gcePersistentDisk"] = self.gce_persistent_disk._dump()
        if self.git_repo is not None:
            body["gitRepo"] = self.git_repo._dump()
        if self.glusterfs is not None:
            body["glusterfs"] = self.glusterfs._dump()
        if self.host_path is not None:
            body["hostPath"] = self.host_path._dump()
        if self.iscsi is not None:
            body["iscsi"] = self.iscsi._dump()
        if self.nfs is not None:
            body["nfs"] = self.nfs._dump()
        if self.persistent_volume_claim is not None:
            body["persistentVolumeClaim"] = self.persistent_volume_claim._dump()
        if self.photon_persistent_disk is not None:
            body["photonPersistentDisk"] = self.photon_persistent_disk._dump()
        if self.portworx_volume is not None:
            body["portworxVolume"] = self.portworx_volume._dump()
        if self.projected is not None:
            body["projected"] = self.projected._dump()
        if self.quobyte is not None:
            body["quobyte"] = self.quobyte._dump()
        if self.rbd is not None:
            body["rbd"] = self.rbd._dump()
        if self.scale_io is not None:
            body["scaleIO"] = self.scale_io._dump()
        if self.secret is not None:
            body["secret"] = self.secret._dump()
        if self.storageos is not None:
            body["storageos"] = self.storageos._dump()
        if self.vsphere_volume is not None:
            body["vsphereVolume"] = self.vsphere_volume._dump()
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> Volume:
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
            from kpod.api.core_rare_v1 import ImageVolumeSource
            
            self.image = ImageVolumeSource._load(value)
            known += 1
        else:
            self.image = absent
        if "awsElasticBlockStore" in body and (value := body["awsElasticBlockStore"]) is not None:
            from kpod.api.core_rare_v1 import AWSElasticBlockStoreVolumeSource
            
            self.aws_elastic_block_store = AWSElasticBlockStoreVolumeSource._load(value)
            known += 1
        else:
            self.aws_elastic_block_store = absent
        if "azureDisk" in body and (value := body["azureDisk"]) is not None:
            from kpod.api.core_rare_v1 import AzureDiskVolumeSource
            
            self.azure_disk = AzureDiskVolumeSource._load(value)
            known += 1
        else:
            self.azure_disk = absent
        if "azureFile" in body and (value := body["azureFile"]) is not None:
            from kpod.api.core_rare_v1 import AzureFileVolumeSource
            
            self.azure_file = AzureFileVolumeSource._load(value)
            known += 1
        else:
            self.azure_file = absent
        if "cephfs" in body and (value := body["cephfs"]) is not None:
            from kpod.api.core_rare_v1 import CephFSVolumeSource
            
            self.cephfs = CephFSVolumeSource._load(value)
            known += 1
        else:
            self.cephfs = absent
        if "cinder" in body and (value := body["cinder"]) is not None:
            from kpod.api.core_rare_v1 import CinderVolumeSource
            
            self.cinder = CinderVolumeSource._load(value)
            known += 1
        else:
            self.cinder = absent
        if "configMap" in body and (value := body["configMap"]) is not None:
            self.config_map = ConfigMapVolumeSource._load(value)
            known += 1
        else:
            self.config_map = absent
        if "csi" in body and (value := body["csi"]) is not None:
            from kpod.api.core_rare_v1 import CSIVolumeSource
            
            self.csi = CSIVolumeSource._load(value)
            known += 1
        else:
            self.csi = absent
        if "downwardAPI" in body and (value := body["downwardAPI"]) is not None:
            self.downward_api = DownwardAPIVolumeSource._load(value)
            known += 1
        else:
            self.downward_api = absent
        if "emptyDir" in body and (value := body["emptyDir"]) is not None:
            self.empty_dir = EmptyDirVolumeSource._load(value)
            known += 1
        else:
            self.empty_dir = absent
        if "ephemeral" in body and (value := body["ephemeral"]) is not None:
            from kpod.api.core_rare_v1 import EphemeralVolumeSource
            
            self.ephemeral = EphemeralVolumeSource._load(value)
            known += 1
        else:
            self.ephemeral = absent
        if "fc" in body and (value := body["fc"]) is not None:
            from kpod.api.core_rare_v1 import FCVolumeSource
            
            self.fc = FCVolumeSource._load(value)
            known += 1
        else:
            self.fc = absent
        if "flexVolume" in body and (value := body["flexVolume"]) is not None:
            from kpod.api.core_rare_v1 import FlexVolumeSource
            
            self.flex_volume = FlexVolumeSource._load(value)
            known += 1
        else:
            self.flex_volume = absent
        if "flocker" in body and (value := body["flocker"]) is not None:
            from kpod.api.core_rare_v1 import FlockerVolumeSource
            
            self.flocker = FlockerVolumeSource._load(value)
            known += 1
        else:
            self.flocker = absent
        if "gcePersistentDisk" in body and (value := body["gcePersistentDisk"]) is not None:
            from kpod.api.core_rare_v1 import GCEPersistentDiskVolumeSource
            
            self.gce_persistent_disk = GCEPersistentDiskVolumeSource._load(value)
            known += 1
        else:
            self.gce_persistent_disk = absent
        if "gitRepo" in body and (value := body["gitRepo"]) is not None:
            from kpod.api.core_rare_v1 import GitRepoVolumeSource
            
            self.git_repo = GitRepoVolumeSource._load(value)
            known += 1
        else:
            self.git_repo = absent
        if "glusterfs" in body and (value := body["glusterfs"]) is not None:
            from kpod.api.core_rare_v1 import GlusterfsVolumeSource
            
            self.glusterfs = GlusterfsVolumeSource._load(value)
            known += 1
        else:
            self.glusterfs = absent
        if "hostPath" in body and (value := body["hostPath"]) is not None:
            self.host_path = HostPathVolumeSource._load(value)
            known += 1
        else:
            self.host_path = absent
        if "iscsi" in body and (value := body["iscsi"]) is not None:
            from kpod.api.core_rare_v1 import ISCSIVolumeSource
            
            self.iscsi = ISCSIVolumeSource._load(value)
            known += 1
        else:
            self.iscsi = absent
        if "nfs" in body and (value := body["nfs"]) is not None:
            from kpod.api.core_rare_v1 import NFSVolumeSource
            
            self.nfs = NFSVolumeSource._load(value)
            known += 1
        else:
            self.nfs = absent
        if "persistentVolumeClaim" in body and (value := body["persistentVolumeClaim"]) is not None:
            self.persistent_volume_claim = PersistentVolumeClaimVolumeSource._load(value)
            known += 1
        else:
            self.persistent_volume_claim = absent
        if "photonPersistentDisk" in body and (value := body["photonPersistentDisk"]) is not None:
            from kpod.api.core_rare_v1 import PhotonPersistentDiskVolumeSource
            
            self.photon_persistent_disk = PhotonPersistentDiskVolumeSource._load(value)
            known += 1
        else:
            self.photon_persistent_disk = absent
        if "portworxVolume" in body and (value := body["portworxVolume"]) is not None:
            from kpod.api.core_rare_v1 import PortworxVolumeSource
            
            self.portworx_volume = PortworxVolumeSource._load(value)
            known += 1
        else:
            self.portworx_volume = absent
        if "projected" in body and (value := body["projected"]) is not None:
            self.projected = ProjectedVolumeSource._load(value)
            known += 1
        else:
            self.projected = absent
        if "quobyte" in body and (value := body["quobyte"]) is not None:
            from kpod.api.core_rare_v1 import QuobyteVolumeSource
            
            self.quobyte = QuobyteVolumeSource._load(value)
            known += 1
        else:
            self.quobyte = absent
        if "rbd" in body and (value := body["rbd"]) is not None:
            from kpod.api.core_rare_v1 import RBDVolumeSource
            
            self.rbd = RBDVolumeSource._load(value)
            known += 1
        else:
            self.rbd = absent
        if "scaleIO" in body and (value := body["scaleIO"]) is not None:
            from kpod.api.core_rare_v1 import ScaleIOVolumeSource
            
            self.scale_io = ScaleIOVolumeSource._load(value)
            known += 1
        else:
            self.scale_io = absent
        if "secret" in body and (value := body["secret"]) is not None:
            self.secret = SecretVolumeSource._load(value)
            known += 1
        else:
            self.secret = absent
        if "storageos" in body and (value := body["storageos"]) is not None:
            from kpod.api.core_rare_v1 import StorageOSVolumeSource
            
            self.storageos = StorageOSVolumeSource._load(value)
            known += 1
        else:
            self.storageos = absent
        if "vsphereVolume" in body and (value := body["vsphereVolume"]) is not None:
            from kpod.api.core_rare_v1 import VsphereVirtualDiskVolumeSource
            
            self.vsphere_volume = VsphereVirtualDiskVolumeSource._load(value)
            known += 1
        else:
            self.vsphere_volume = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class VolumeMount(ApiObject):
    """Kubernetes' `VolumeMount` (core/v1).

    Required: name, mount_path.
    Since: bind_mount_options 1.37, recursive_read_only 1.30.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#volumemount-v1-core
    """

    type_key: ClassVar[str] = "core_v1.VolumeMount"

    name: str
    bind_mount_options: list[str]
    mount_path: str
    mount_propagation: str
    read_only: bool
    recursive_read_only: str
    sub_path: str
    sub_path_expr: str
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        name: str = absent,
        bind_mount_options: list[str] = absent,
        mount_path: str = absent,
        mount_propagation: str = absent,
        read_only: bool = absent,
        recursive_read_only: str = absent,
        sub_path: str = absent,
        sub_path_expr: str = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.name = name
        self.bind_mount_options = bind_mount_options
        self.mount_path = mount_path
        self.mount_propagation = mount_propagation
        self.read_only = read_only
        self.recursive_read_only = recursive_read_only
        self.sub_path = sub_path
        self.sub_path_expr = sub_path_expr
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.name is not None:
            body["name"] = self.name
        if self.bind_mount_options is not None:
            body["bindMountOptions"] = self.bind_mount_options.copy()
        if self.mount_path is not None:
            body["mountPath"] = self.mount_path
        if self.mount_propagation is not None:
            body["mountPropagation"] = self.mount_propagation
        if self.read_only is not None:
            body["readOnly"] = self.read_only
        if self.recursive_read_only is not None:
            body["recursiveReadOnly"] = self.recursive_read_only
        if self.sub_path is not None:
            body["subPath"] = self.sub_path
        if self.sub_path_expr is not None:
            body["subPathExpr"] = self.sub_path_expr
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> VolumeMount:
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
        if "bindMountOptions" in body and (value := body["bindMountOptions"]) is not None:
            if not isinstance(value, list):
                raise Misshapen
            self.bind_mount_options = value.copy()
            known += 1
        else:
            self.bind_mount_options = absent
        if "mountPath" in body and (value := body["mountPath"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.mount_path = value
            known += 1
        else:
            self.mount_path = absent
        if "mountPropagation" in body and (value := body["mountPropagation"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.mount_propagation = value
            known += 1
        else:
            self.mount_propagation = absent
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
        if "subPath" in body and (value := body["subPath"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.sub_path = value
            known += 1
        else:
            self.sub_path = absent
        if "subPathExpr" in body and (value := body["subPathExpr"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.sub_path_expr = value
            known += 1
        else:
            self.sub_path_expr = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class VolumeProjection(ApiObject):
    """Kubernetes' `VolumeProjection` (core/v1).

    Since: cluster_trust_bundle 1.29, pod_certificate 1.34.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#volumeprojection-v1-core
    """

    type_key: ClassVar[str] = "core_v1.VolumeProjection"

    cluster_trust_bundle: core_rare_v1.ClusterTrustBundleProjection
    config_map: ConfigMapProjection
    downward_api: DownwardAPIProjection
    pod_certificate: core_rare_v1.PodCertificateProjection
    secret: SecretProjection
    service_account_token: ServiceAccountTokenProjection
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        cluster_trust_bundle: core_rare_v1.ClusterTrustBundleProjection = absent,
        config_map: ConfigMapProjection = absent,
        downward_api: DownwardAPIProjection = absent,
        pod_certificate: core_rare_v1.PodCertificateProjection = absent,
        secret: SecretProjection = absent,
        service_account_token: ServiceAccountTokenProjection = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.cluster_trust_bundle = cluster_trust_bundle
        self.config_map = config_map
        self.downward_api = downward_api
        self.pod_certificate = pod_certificate
        self.secret = secret
        self.service_account_token = service_account_token
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.cluster_trust_bundle is not None:
            body["clusterTrustBundle"] = self.cluster_trust_bundle._dump()
        if self.config_map is not None:
            body["configMap"] = self.config_map._dump()
        if self.downward_api is not None:
            body["downwardAPI"] = self.downward_api._dump()
        if self.pod_certificate is not None:
            body["podCertificate"] = self.pod_certificate._dump()
        if self.secret is not None:
            body["secret"] = self.secret._dump()
        if self.service_account_token is not None:
            body["serviceAccountToken"] = self.service_account_token._dump()
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> VolumeProjection:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "clusterTrustBundle" in body and (value := body["clusterTrustBundle"]) is not None:
            from kpod.api.core_rare_v1 import ClusterTrustBundleProjection
            
            self.cluster_trust_bundle = ClusterTrustBundleProjection._load(value)
            known += 1
        else:
            self.cluster_trust_bundle = absent
        if "configMap" in body and (value := body["configMap"]) is not None:
            self.config_map = ConfigMapProjection._load(value)
            known += 1
        else:
            self.config_map = absent
        if "downwardAPI" in body and (value := body["downwardAPI"]) is not None:
            self.downward_api = DownwardAPIProjection._load(value)
            known += 1
        else:
            self.downward_api = absent
        if "podCertificate" in body and (value := body["podCertificate"]) is not None:
            from kpod.api.core_rare_v1 import PodCertificateProjection
            
            self.pod_certificate = PodCertificateProjection._load(value)
            known += 1
        else:
            self.pod_certificate = absent
        if "secret" in body and (value := body["secret"]) is not None:
            self.secret = SecretProjection._load(value)
            known += 1
        else:
            self.secret = absent
        if "serviceAccountToken" in body and (value := body["serviceAccountToken"]) is not None:
            self.service_account_token = ServiceAccountTokenProjection._load(value)
            known += 1
        else:
            self.service_account_token = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class WeightedPodAffinityTerm(ApiObject):
    """Kubernetes' `WeightedPodAffinityTerm` (core/v1).

    Required: pod_affinity_term, weight.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#weightedpodaffinityterm-v1-core
    """

    type_key: ClassVar[str] = "core_v1.WeightedPodAffinityTerm"

    pod_affinity_term: PodAffinityTerm
    weight: int
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        pod_affinity_term: PodAffinityTerm = absent,
        weight: int = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.pod_affinity_term = pod_affinity_term
        self.weight = weight
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.pod_affinity_term is not None:
            body["podAffinityTerm"] = self.pod_affinity_term._dump()
        if self.weight is not None:
            body["weight"] = self.weight
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> WeightedPodAffinityTerm:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "podAffinityTerm" in body and (value := body["podAffinityTerm"]) is not None:
            self.pod_affinity_term = PodAffinityTerm._load(value)
            known += 1
        else:
            self.pod_affinity_term = absent
        if "weight" in body and (value := body["weight"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.weight = value
            known += 1
        else:
            self.weight = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


_ELSEWHERE = {
    "AWSElasticBlockStoreVolumeSource": "core_rare_v1",
    "AppArmorProfile": "core_rare_v1",
    "AzureDiskVolumeSource": "core_rare_v1",
    "AzureFilePersistentVolumeSource": "core_rare_v1",
    "AzureFileVolumeSource": "core_rare_v1",
    "CSIPersistentVolumeSource": "core_rare_v1",
    "CSIVolumeSource": "core_rare_v1",
    "CephFSPersistentVolumeSource": "core_rare_v1",
    "CephFSVolumeSource": "core_rare_v1",
    "CinderPersistentVolumeSource": "core_rare_v1",
    "CinderVolumeSource": "core_rare_v1",
    "ClientIPConfig": "core_rare_v1",
    "ClusterTrustBundleProjection": "core_rare_v1",
    "ContainerExtendedResourceRequest": "core_status_v1",
    "ContainerResizePolicy": "core_rare_v1",
    "ContainerRestartRule": "core_rare_v1",
    "ContainerRestartRuleOnExitCodes": "core_rare_v1",
    "ContainerState": "core_status_v1",
    "ContainerStateRunning": "core_status_v1",
    "ContainerStateTerminated": "core_status_v1",
    "ContainerStateWaiting": "core_status_v1",
    "ContainerStatus": "core_status_v1",
    "ContainerUser": "core_status_v1",
    "EphemeralContainer": "core_rare_v1",
    "EphemeralVolumeSource": "core_rare_v1",
    "Event": "core_rare_v1",
    "EventSeries": "core_rare_v1",
    "EventSource": "core_rare_v1",
    "EvictionResponder": "core_rare_v1",
    "FCVolumeSource": "core_rare_v1",
    "FileKeySelector": "core_rare_v1",
    "FlexPersistentVolumeSource": "core_rare_v1",
    "FlexVolumeSource": "core_rare_v1",
    "FlockerVolumeSource": "core_rare_v1",
    "GCEPersistentDiskVolumeSource": "core_rare_v1",
    "GRPCAction": "core_rare_v1",
    "GitRepoVolumeSource": "core_rare_v1",
    "GlusterfsPersistentVolumeSource": "core_rare_v1",
    "GlusterfsVolumeSource": "core_rare_v1",
    "HostAlias": "core_rare_v1",
    "HostIP": "core_status_v1",
    "ISCSIPersistentVolumeSource": "core_rare_v1",
    "ISCSIVolumeSource": "core_rare_v1",
    "ImageVolumeSource": "core_rare_v1",
    "ImageVolumeStatus": "core_status_v1",
    "LinuxContainerUser": "core_status_v1",
    "LoadBalancerIngress": "core_status_v1",
    "LoadBalancerStatus": "core_status_v1",
    "LocalVolumeSource": "core_rare_v1",
    "ModifyVolumeStatus": "core_status_v1",
    "NFSVolumeSource": "core_rare_v1",
    "Namespace": "core_rare_v1",
    "NamespaceCondition": "core_status_v1",
    "NamespaceSpec": "core_rare_v1",
    "NamespaceStatus": "core_status_v1",
    "NodeAllocatableMappedResources": "core_status_v1",
    "NodeAllocatableOverheadResources": "core_status_v1",
    "NodeAllocatableResourceClaimStatus": "core_status_v1",
    "ObjectReference": "core_rare_v1",
    "PersistentVolume": "core_rare_v1",
    "PersistentVolumeClaim": "core_rare_v1",
    "PersistentVolumeClaimCondition": "core_status_v1",
    "PersistentVolumeClaimSpec": "core_rare_v1",
    "PersistentVolumeClaimStatus": "core_status_v1",
    "PersistentVolumeClaimTemplate": "core_rare_v1",
    "PersistentVolumeSpec": "core_rare_v1",
    "PersistentVolumeStatus": "core_status_v1",
    "PhotonPersistentDiskVolumeSource": "core_rare_v1",
    "PodCertificateProjection": "core_rare_v1",
    "PodCondition": "core_status_v1",
    "PodDNSConfig": "core_rare_v1",
    "PodDNSConfigOption": "core_rare_v1",
    "PodExtendedResourceClaimStatus": "core_status_v1",
    "PodIP": "core_status_v1",
    "PodOS": "core_rare_v1",
    "PodReadinessGate": "core_rare_v1",
    "PodResourceClaim": "core_rare_v1",
    "PodResourceClaimStatus": "core_status_v1",
    "PodSchedulingGate": "core_rare_v1",
    "PodSchedulingGroup": "core_rare_v1",
    "PodStatus": "core_status_v1",
    "PodVolumeHealth": "core_status_v1",
    "PortStatus": "core_status_v1",
    "PortworxVolumeSource": "core_rare_v1",
    "QuobyteVolumeSource": "core_rare_v1",
    "RBDPersistentVolumeSource": "core_rare_v1",
    "RBDVolumeSource": "core_rare_v1",
    "ResourceClaim": "core_rare_v1",
    "ResourceHealth": "core_status_v1",
    "ResourceStatus": "core_status_v1",
    "SELinuxOptions": "core_rare_v1",
    "ScaleIOPersistentVolumeSource": "core_rare_v1",
    "ScaleIOVolumeSource": "core_rare_v1",
    "SecretReference": "core_rare_v1",
    "Service": "core_rare_v1",
    "ServiceAccount": "core_rare_v1",
    "ServicePort": "core_rare_v1",
    "ServiceSpec": "core_rare_v1",
    "ServiceStatus": "core_status_v1",
    "SessionAffinityConfig": "core_rare_v1",
    "SleepAction": "core_rare_v1",
    "StorageOSPersistentVolumeSource": "core_rare_v1",
    "StorageOSVolumeSource": "core_rare_v1",
    "Sysctl": "core_rare_v1",
    "TypedLocalObjectReference": "core_rare_v1",
    "TypedObjectReference": "core_rare_v1",
    "VolumeDevice": "core_rare_v1",
    "VolumeHealthCondition": "core_status_v1",
    "VolumeHealthStatus": "core_status_v1",
    "VolumeMountStatus": "core_status_v1",
    "VolumeNodeAffinity": "core_rare_v1",
    "VolumeResourceRequirements": "core_rare_v1",
    "VolumeStatus": "core_status_v1",
    "VsphereVirtualDiskVolumeSource": "core_rare_v1",
    "WindowsSecurityContextOptions": "core_rare_v1",
}


if not TYPE_CHECKING:

    def __getattr__(name):
        if name not in _ELSEWHERE:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        found = getattr(import_module(f"kpod.api.{_ELSEWHERE[name]}"), name)
        globals()[name] = found
        return found

    def __dir__():
        return sorted(set(globals()) | set(_ELSEWHERE))
