"""The API classes of core/v1 that few programs need; `kpod.api.core_v1` loads this module on first use.

Written by tools/generate_api.py from the schemas of Kubernetes 1.25 to 1.37; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

import attrs

from kpod.api.late import Late
from kpod.api.object import NESTED, ApiObject, Misshapen, absent, copy_plain, leftovers, new
from kpod.api.core_v1 import ContainerPort, EnvFromSource, EnvVar, HostPathVolumeSource, Lifecycle, LocalObjectReference, NodeSelector, Probe, ResourceRequirements, SecurityContext, VolumeMount
from kpod.api.meta_v1 import LabelSelector, ObjectMeta

if TYPE_CHECKING:
    from kpod.api import core_status_v1
else:
    core_status_v1 = Late("kpod.api.core_status_v1")

__all__ = [
    "AWSElasticBlockStoreVolumeSource",
    "AppArmorProfile",
    "AzureDiskVolumeSource",
    "AzureFilePersistentVolumeSource",
    "AzureFileVolumeSource",
    "CSIPersistentVolumeSource",
    "CSIVolumeSource",
    "CephFSPersistentVolumeSource",
    "CephFSVolumeSource",
    "CinderPersistentVolumeSource",
    "CinderVolumeSource",
    "ClientIPConfig",
    "ClusterTrustBundleProjection",
    "ContainerResizePolicy",
    "ContainerRestartRule",
    "ContainerRestartRuleOnExitCodes",
    "EphemeralContainer",
    "EphemeralVolumeSource",
    "Event",
    "EventSeries",
    "EventSource",
    "EvictionResponder",
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
    "HostAlias",
    "ISCSIPersistentVolumeSource",
    "ISCSIVolumeSource",
    "ImageVolumeSource",
    "LocalVolumeSource",
    "NFSVolumeSource",
    "Namespace",
    "NamespaceSpec",
    "ObjectReference",
    "PersistentVolume",
    "PersistentVolumeClaim",
    "PersistentVolumeClaimSpec",
    "PersistentVolumeClaimTemplate",
    "PersistentVolumeSpec",
    "PhotonPersistentDiskVolumeSource",
    "PodCertificateProjection",
    "PodDNSConfig",
    "PodDNSConfigOption",
    "PodOS",
    "PodReadinessGate",
    "PodResourceClaim",
    "PodSchedulingGate",
    "PodSchedulingGroup",
    "PortworxVolumeSource",
    "QuobyteVolumeSource",
    "RBDPersistentVolumeSource",
    "RBDVolumeSource",
    "ResourceClaim",
    "SELinuxOptions",
    "ScaleIOPersistentVolumeSource",
    "ScaleIOVolumeSource",
    "SecretReference",
    "Service",
    "ServiceAccount",
    "ServicePort",
    "ServiceSpec",
    "SessionAffinityConfig",
    "SleepAction",
    "StorageOSPersistentVolumeSource",
    "StorageOSVolumeSource",
    "Sysctl",
    "TypedLocalObjectReference",
    "TypedObjectReference",
    "VolumeDevice",
    "VolumeNodeAffinity",
    "VolumeResourceRequirements",
    "VsphereVirtualDiskVolumeSource",
    "WindowsSecurityContextOptions",
]


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class AWSElasticBlockStoreVolumeSource(ApiObject):
    """Kubernetes' `AWSElasticBlockStoreVolumeSource` (core/v1).

    Required: volume_id.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#awselasticblockstorevolumesource-v1-core
    """

    type_key: ClassVar[str] = "core_v1.AWSElasticBlockStoreVolumeSource"

    fs_type: str
    partition: int
    read_only: bool
    volume_id: str
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        fs_type: str = absent,
        partition: int = absent,
        read_only: bool = absent,
        volume_id: str = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.fs_type = fs_type
        self.partition = partition
        self.read_only = read_only
        self.volume_id = volume_id
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.fs_type is not None:
            body["fsType"] = self.fs_type
        if self.partition is not None:
            body["partition"] = self.partition
        if self.read_only is not None:
            body["readOnly"] = self.read_only
        if self.volume_id is not None:
            body["volumeID"] = self.volume_id
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> AWSElasticBlockStoreVolumeSource:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "fsType" in body and (value := body["fsType"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.fs_type = value
            known += 1
        else:
            self.fs_type = absent
        if "partition" in body and (value := body["partition"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.partition = value
            known += 1
        else:
            self.partition = absent
        if "readOnly" in body and (value := body["readOnly"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.read_only = value
            known += 1
        else:
            self.read_only = absent
        if "volumeID" in body and (value := body["volumeID"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.volume_id = value
            known += 1
        else:
            self.volume_id = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class AppArmorProfile(ApiObject):
    """Kubernetes' `AppArmorProfile` (core/v1).

    Required: type.
    Since: localhost_profile 1.30, type 1.30.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#apparmorprofile-v1-core
    """

    type_key: ClassVar[str] = "core_v1.AppArmorProfile"

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
    def _load(cls, body: dict[str, Any]) -> AppArmorProfile:
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
class AzureDiskVolumeSource(ApiObject):
    """Kubernetes' `AzureDiskVolumeSource` (core/v1).

    Required: disk_name, disk_uri.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#azurediskvolumesource-v1-core
    """

    type_key: ClassVar[str] = "core_v1.AzureDiskVolumeSource"

    kind: str
    caching_mode: str
    disk_name: str
    disk_uri: str
    fs_type: str
    read_only: bool
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        kind: str = absent,
        caching_mode: str = absent,
        disk_name: str = absent,
        disk_uri: str = absent,
        fs_type: str = absent,
        read_only: bool = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.kind = kind
        self.caching_mode = caching_mode
        self.disk_name = disk_name
        self.disk_uri = disk_uri
        self.fs_type = fs_type
        self.read_only = read_only
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.kind is not None:
            body["kind"] = self.kind
        if self.caching_mode is not None:
            body["cachingMode"] = self.caching_mode
        if self.disk_name is not None:
            body["diskName"] = self.disk_name
        if self.disk_uri is not None:
            body["diskURI"] = self.disk_uri
        if self.fs_type is not None:
            body["fsType"] = self.fs_type
        if self.read_only is not None:
            body["readOnly"] = self.read_only
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> AzureDiskVolumeSource:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "kind" in body and (value := body["kind"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.kind = value
            known += 1
        else:
            self.kind = absent
        if "cachingMode" in body and (value := body["cachingMode"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.caching_mode = value
            known += 1
        else:
            self.caching_mode = absent
        if "diskName" in body and (value := body["diskName"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.disk_name = value
            known += 1
        else:
            self.disk_name = absent
        if "diskURI" in body and (value := body["diskURI"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.disk_uri = value
            known += 1
        else:
            self.disk_uri = absent
        if "fsType" in body and (value := body["fsType"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.fs_type = value
            known += 1
        else:
            self.fs_type = absent
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
class AzureFilePersistentVolumeSource(ApiObject):
    """Kubernetes' `AzureFilePersistentVolumeSource` (core/v1).

    Required: secret_name, share_name.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#azurefilepersistentvolumesource-v1-core
    """

    type_key: ClassVar[str] = "core_v1.AzureFilePersistentVolumeSource"

    read_only: bool
    secret_name: str
    secret_namespace: str
    share_name: str
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        read_only: bool = absent,
        secret_name: str = absent,
        secret_namespace: str = absent,
        share_name: str = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.read_only = read_only
        self.secret_name = secret_name
        self.secret_namespace = secret_namespace
        self.share_name = share_name
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.read_only is not None:
            body["readOnly"] = self.read_only
        if self.secret_name is not None:
            body["secretName"] = self.secret_name
        if self.secret_namespace is not None:
            body["secretNamespace"] = self.secret_namespace
        if self.share_name is not None:
            body["shareName"] = self.share_name
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> AzureFilePersistentVolumeSource:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "readOnly" in body and (value := body["readOnly"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.read_only = value
            known += 1
        else:
            self.read_only = absent
        if "secretName" in body and (value := body["secretName"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.secret_name = value
            known += 1
        else:
            self.secret_name = absent
        if "secretNamespace" in body and (value := body["secretNamespace"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.secret_namespace = value
            known += 1
        else:
            self.secret_namespace = absent
        if "shareName" in body and (value := body["shareName"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.share_name = value
            known += 1
        else:
            self.share_name = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class AzureFileVolumeSource(ApiObject):
    """Kubernetes' `AzureFileVolumeSource` (core/v1).

    Required: secret_name, share_name.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#azurefilevolumesource-v1-core
    """

    type_key: ClassVar[str] = "core_v1.AzureFileVolumeSource"

    read_only: bool
    secret_name: str
    share_name: str
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        read_only: bool = absent,
        secret_name: str = absent,
        share_name: str = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.read_only = read_only
        self.secret_name = secret_name
        self.share_name = share_name
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.read_only is not None:
            body["readOnly"] = self.read_only
        if self.secret_name is not None:
            body["secretName"] = self.secret_name
        if self.share_name is not None:
            body["shareName"] = self.share_name
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> AzureFileVolumeSource:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "readOnly" in body and (value := body["readOnly"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.read_only = value
            known += 1
        else:
            self.read_only = absent
        if "secretName" in body and (value := body["secretName"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.secret_name = value
            known += 1
        else:
            self.secret_name = absent
        if "shareName" in body and (value := body["shareName"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.share_name = value
            known += 1
        else:
            self.share_name = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class CSIPersistentVolumeSource(ApiObject):
    """Kubernetes' `CSIPersistentVolumeSource` (core/v1).

    Required: driver, volume_handle.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#csipersistentvolumesource-v1-core
    """

    type_key: ClassVar[str] = "core_v1.CSIPersistentVolumeSource"

    controller_expand_secret_ref: SecretReference
    controller_publish_secret_ref: SecretReference
    driver: str
    fs_type: str
    node_expand_secret_ref: SecretReference
    node_publish_secret_ref: SecretReference
    node_stage_secret_ref: SecretReference
    read_only: bool
    volume_attributes: dict[str, str]
    volume_handle: str
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        controller_expand_secret_ref: SecretReference = absent,
        controller_publish_secret_ref: SecretReference = absent,
        driver: str = absent,
        fs_type: str = absent,
        node_expand_secret_ref: SecretReference = absent,
        node_publish_secret_ref: SecretReference = absent,
        node_stage_secret_ref: SecretReference = absent,
        read_only: bool = absent,
        volume_attributes: dict[str, str] = absent,
        volume_handle: str = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.controller_expand_secret_ref = controller_expand_secret_ref
        self.controller_publish_secret_ref = controller_publish_secret_ref
        self.driver = driver
        self.fs_type = fs_type
        self.node_expand_secret_ref = node_expand_secret_ref
        self.node_publish_secret_ref = node_publish_secret_ref
        self.node_stage_secret_ref = node_stage_secret_ref
        self.read_only = read_only
        self.volume_attributes = volume_attributes
        self.volume_handle = volume_handle
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.controller_expand_secret_ref is not None:
            body["controllerExpandSecretRef"] = self.controller_expand_secret_ref._dump()
        if self.controller_publish_secret_ref is not None:
            body["controllerPublishSecretRef"] = self.controller_publish_secret_ref._dump()
        if self.driver is not None:
            body["driver"] = self.driver
        if self.fs_type is not None:
            body["fsType"] = self.fs_type
        if self.node_expand_secret_ref is not None:
            body["nodeExpandSecretRef"] = self.node_expand_secret_ref._dump()
        if self.node_publish_secret_ref is not None:
            body["nodePublishSecretRef"] = self.node_publish_secret_ref._dump()
        if self.node_stage_secret_ref is not None:
            body["nodeStageSecretRef"] = self.node_stage_secret_ref._dump()
        if self.read_only is not None:
            body["readOnly"] = self.read_only
        if self.volume_attributes is not None:
            body["volumeAttributes"] = self.volume_attributes.copy()
        if self.volume_handle is not None:
            body["volumeHandle"] = self.volume_handle
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> CSIPersistentVolumeSource:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "controllerExpandSecretRef" in body and (value := body["controllerExpandSecretRef"]) is not None:
            self.controller_expand_secret_ref = SecretReference._load(value)
            known += 1
        else:
            self.controller_expand_secret_ref = absent
        if "controllerPublishSecretRef" in body and (value := body["controllerPublishSecretRef"]) is not None:
            self.controller_publish_secret_ref = SecretReference._load(value)
            known += 1
        else:
            self.controller_publish_secret_ref = absent
        if "driver" in body and (value := body["driver"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.driver = value
            known += 1
        else:
            self.driver = absent
        if "fsType" in body and (value := body["fsType"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.fs_type = value
            known += 1
        else:
            self.fs_type = absent
        if "nodeExpandSecretRef" in body and (value := body["nodeExpandSecretRef"]) is not None:
            self.node_expand_secret_ref = SecretReference._load(value)
            known += 1
        else:
            self.node_expand_secret_ref = absent
        if "nodePublishSecretRef" in body and (value := body["nodePublishSecretRef"]) is not None:
            self.node_publish_secret_ref = SecretReference._load(value)
            known += 1
        else:
            self.node_publish_secret_ref = absent
        if "nodeStageSecretRef" in body and (value := body["nodeStageSecretRef"]) is not None:
            self.node_stage_secret_ref = SecretReference._load(value)
            known += 1
        else:
            self.node_stage_secret_ref = absent
        if "readOnly" in body and (value := body["readOnly"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.read_only = value
            known += 1
        else:
            self.read_only = absent
        if "volumeAttributes" in body and (value := body["volumeAttributes"]) is not None:
            if not isinstance(value, dict):
                raise Misshapen
            self.volume_attributes = value.copy()
            known += 1
        else:
            self.volume_attributes = absent
        if "volumeHandle" in body and (value := body["volumeHandle"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.volume_handle = value
            known += 1
        else:
            self.volume_handle = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class CSIVolumeSource(ApiObject):
    """Kubernetes' `CSIVolumeSource` (core/v1).

    Required: driver.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#csivolumesource-v1-core
    """

    type_key: ClassVar[str] = "core_v1.CSIVolumeSource"

    driver: str
    fs_type: str
    node_publish_secret_ref: LocalObjectReference
    read_only: bool
    volume_attributes: dict[str, str]
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        driver: str = absent,
        fs_type: str = absent,
        node_publish_secret_ref: LocalObjectReference = absent,
        read_only: bool = absent,
        volume_attributes: dict[str, str] = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.driver = driver
        self.fs_type = fs_type
        self.node_publish_secret_ref = node_publish_secret_ref
        self.read_only = read_only
        self.volume_attributes = volume_attributes
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.driver is not None:
            body["driver"] = self.driver
        if self.fs_type is not None:
            body["fsType"] = self.fs_type
        if self.node_publish_secret_ref is not None:
            body["nodePublishSecretRef"] = self.node_publish_secret_ref._dump()
        if self.read_only is not None:
            body["readOnly"] = self.read_only
        if self.volume_attributes is not None:
            body["volumeAttributes"] = self.volume_attributes.copy()
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> CSIVolumeSource:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "driver" in body and (value := body["driver"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.driver = value
            known += 1
        else:
            self.driver = absent
        if "fsType" in body and (value := body["fsType"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.fs_type = value
            known += 1
        else:
            self.fs_type = absent
        if "nodePublishSecretRef" in body and (value := body["nodePublishSecretRef"]) is not None:
            self.node_publish_secret_ref = LocalObjectReference._load(value)
            known += 1
        else:
            self.node_publish_secret_ref = absent
        if "readOnly" in body and (value := body["readOnly"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.read_only = value
            known += 1
        else:
            self.read_only = absent
        if "volumeAttributes" in body and (value := body["volumeAttributes"]) is not None:
            if not isinstance(value, dict):
                raise Misshapen
            self.volume_attributes = value.copy()
            known += 1
        else:
            self.volume_attributes = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class CephFSPersistentVolumeSource(ApiObject):
    """Kubernetes' `CephFSPersistentVolumeSource` (core/v1).

    Required: monitors.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#cephfspersistentvolumesource-v1-core
    """

    type_key: ClassVar[str] = "core_v1.CephFSPersistentVolumeSource"

    monitors: list[str]
    path: str
    read_only: bool
    secret_file: str
    secret_ref: SecretReference
    user: str
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        monitors: list[str] = absent,
        path: str = absent,
        read_only: bool = absent,
        secret_file: str = absent,
        secret_ref: SecretReference = absent,
        user: str = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.monitors = monitors
        self.path = path
        self.read_only = read_only
        self.secret_file = secret_file
        self.secret_ref = secret_ref
        self.user = user
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.monitors is not None:
            body["monitors"] = self.monitors.copy()
        if self.path is not None:
            body["path"] = self.path
        if self.read_only is not None:
            body["readOnly"] = self.read_only
        if self.secret_file is not None:
            body["secretFile"] = self.secret_file
        if self.secret_ref is not None:
            body["secretRef"] = self.secret_ref._dump()
        if self.user is not None:
            body["user"] = self.user
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> CephFSPersistentVolumeSource:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "monitors" in body and (value := body["monitors"]) is not None:
            if not isinstance(value, list):
                raise Misshapen
            self.monitors = value.copy()
            known += 1
        else:
            self.monitors = absent
        if "path" in body and (value := body["path"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.path = value
            known += 1
        else:
            self.path = absent
        if "readOnly" in body and (value := body["readOnly"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.read_only = value
            known += 1
        else:
            self.read_only = absent
        if "secretFile" in body and (value := body["secretFile"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.secret_file = value
            known += 1
        else:
            self.secret_file = absent
        if "secretRef" in body and (value := body["secretRef"]) is not None:
            self.secret_ref = SecretReference._load(value)
            known += 1
        else:
            self.secret_ref = absent
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
class CephFSVolumeSource(ApiObject):
    """Kubernetes' `CephFSVolumeSource` (core/v1).

    Required: monitors.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#cephfsvolumesource-v1-core
    """

    type_key: ClassVar[str] = "core_v1.CephFSVolumeSource"

    monitors: list[str]
    path: str
    read_only: bool
    secret_file: str
    secret_ref: LocalObjectReference
    user: str
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        monitors: list[str] = absent,
        path: str = absent,
        read_only: bool = absent,
        secret_file: str = absent,
        secret_ref: LocalObjectReference = absent,
        user: str = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.monitors = monitors
        self.path = path
        self.read_only = read_only
        self.secret_file = secret_file
        self.secret_ref = secret_ref
        self.user = user
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.monitors is not None:
            body["monitors"] = self.monitors.copy()
        if self.path is not None:
            body["path"] = self.path
        if self.read_only is not None:
            body["readOnly"] = self.read_only
        if self.secret_file is not None:
            body["secretFile"] = self.secret_file
        if self.secret_ref is not None:
            body["secretRef"] = self.secret_ref._dump()
        if self.user is not None:
            body["user"] = self.user
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> CephFSVolumeSource:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "monitors" in body and (value := body["monitors"]) is not None:
            if not isinstance(value, list):
                raise Misshapen
            self.monitors = value.copy()
            known += 1
        else:
            self.monitors = absent
        if "path" in body and (value := body["path"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.path = value
            known += 1
        else:
            self.path = absent
        if "readOnly" in body and (value := body["readOnly"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.read_only = value
            known += 1
        else:
            self.read_only = absent
        if "secretFile" in body and (value := body["secretFile"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.secret_file = value
            known += 1
        else:
            self.secret_file = absent
        if "secretRef" in body and (value := body["secretRef"]) is not None:
            self.secret_ref = LocalObjectReference._load(value)
            known += 1
        else:
            self.secret_ref = absent
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
class CinderPersistentVolumeSource(ApiObject):
    """Kubernetes' `CinderPersistentVolumeSource` (core/v1).

    Required: volume_id.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#cinderpersistentvolumesource-v1-core
    """

    type_key: ClassVar[str] = "core_v1.CinderPersistentVolumeSource"

    fs_type: str
    read_only: bool
    secret_ref: SecretReference
    volume_id: str
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        fs_type: str = absent,
        read_only: bool = absent,
        secret_ref: SecretReference = absent,
        volume_id: str = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.fs_type = fs_type
        self.read_only = read_only
        self.secret_ref = secret_ref
        self.volume_id = volume_id
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.fs_type is not None:
            body["fsType"] = self.fs_type
        if self.read_only is not None:
            body["readOnly"] = self.read_only
        if self.secret_ref is not None:
            body["secretRef"] = self.secret_ref._dump()
        if self.volume_id is not None:
            body["volumeID"] = self.volume_id
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> CinderPersistentVolumeSource:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "fsType" in body and (value := body["fsType"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.fs_type = value
            known += 1
        else:
            self.fs_type = absent
        if "readOnly" in body and (value := body["readOnly"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.read_only = value
            known += 1
        else:
            self.read_only = absent
        if "secretRef" in body and (value := body["secretRef"]) is not None:
            self.secret_ref = SecretReference._load(value)
            known += 1
        else:
            self.secret_ref = absent
        if "volumeID" in body and (value := body["volumeID"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.volume_id = value
            known += 1
        else:
            self.volume_id = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class CinderVolumeSource(ApiObject):
    """Kubernetes' `CinderVolumeSource` (core/v1).

    Required: volume_id.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#cindervolumesource-v1-core
    """

    type_key: ClassVar[str] = "core_v1.CinderVolumeSource"

    fs_type: str
    read_only: bool
    secret_ref: LocalObjectReference
    volume_id: str
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        fs_type: str = absent,
        read_only: bool = absent,
        secret_ref: LocalObjectReference = absent,
        volume_id: str = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.fs_type = fs_type
        self.read_only = read_only
        self.secret_ref = secret_ref
        self.volume_id = volume_id
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.fs_type is not None:
            body["fsType"] = self.fs_type
        if self.read_only is not None:
            body["readOnly"] = self.read_only
        if self.secret_ref is not None:
            body["secretRef"] = self.secret_ref._dump()
        if self.volume_id is not None:
            body["volumeID"] = self.volume_id
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> CinderVolumeSource:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "fsType" in body and (value := body["fsType"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.fs_type = value
            known += 1
        else:
            self.fs_type = absent
        if "readOnly" in body and (value := body["readOnly"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.read_only = value
            known += 1
        else:
            self.read_only = absent
        if "secretRef" in body and (value := body["secretRef"]) is not None:
            self.secret_ref = LocalObjectReference._load(value)
            known += 1
        else:
            self.secret_ref = absent
        if "volumeID" in body and (value := body["volumeID"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.volume_id = value
            known += 1
        else:
            self.volume_id = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class ClientIPConfig(ApiObject):
    """Kubernetes' `ClientIPConfig` (core/v1).

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#clientipconfig-v1-core
    """

    type_key: ClassVar[str] = "core_v1.ClientIPConfig"

    timeout_seconds: int
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        timeout_seconds: int = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.timeout_seconds = timeout_seconds
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.timeout_seconds is not None:
            body["timeoutSeconds"] = self.timeout_seconds
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> ClientIPConfig:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
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
class ClusterTrustBundleProjection(ApiObject):
    """Kubernetes' `ClusterTrustBundleProjection` (core/v1).

    Required: path.
    Since: name 1.29, label_selector 1.29, optional 1.29, path 1.29, signer_name 1.29, user 1.37.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#clustertrustbundleprojection-v1-core
    """

    type_key: ClassVar[str] = "core_v1.ClusterTrustBundleProjection"

    name: str
    label_selector: LabelSelector
    optional: bool
    path: str
    signer_name: str
    user: int
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        name: str = absent,
        label_selector: LabelSelector = absent,
        optional: bool = absent,
        path: str = absent,
        signer_name: str = absent,
        user: int = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.name = name
        self.label_selector = label_selector
        self.optional = optional
        self.path = path
        self.signer_name = signer_name
        self.user = user
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.name is not None:
            body["name"] = self.name
        if self.label_selector is not None:
            body["labelSelector"] = self.label_selector._dump()
        if self.optional is not None:
            body["optional"] = self.optional
        if self.path is not None:
            body["path"] = self.path
        if self.signer_name is not None:
            body["signerName"] = self.signer_name
        if self.user is not None:
            body["user"] = self.user
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> ClusterTrustBundleProjection:
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
        if "labelSelector" in body and (value := body["labelSelector"]) is not None:
            self.label_selector = LabelSelector._load(value)
            known += 1
        else:
            self.label_selector = absent
        if "optional" in body and (value := body["optional"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.optional = value
            known += 1
        else:
            self.optional = absent
        if "path" in body and (value := body["path"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.path = value
            known += 1
        else:
            self.path = absent
        if "signerName" in body and (value := body["signerName"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.signer_name = value
            known += 1
        else:
            self.signer_name = absent
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
class ContainerResizePolicy(ApiObject):
    """Kubernetes' `ContainerResizePolicy` (core/v1).

    Required: resource_name, restart_policy.
    Since: resource_name 1.27, restart_policy 1.27.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#containerresizepolicy-v1-core
    """

    type_key: ClassVar[str] = "core_v1.ContainerResizePolicy"

    resource_name: str
    restart_policy: str
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        resource_name: str = absent,
        restart_policy: str = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.resource_name = resource_name
        self.restart_policy = restart_policy
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.resource_name is not None:
            body["resourceName"] = self.resource_name
        if self.restart_policy is not None:
            body["restartPolicy"] = self.restart_policy
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> ContainerResizePolicy:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "resourceName" in body and (value := body["resourceName"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.resource_name = value
            known += 1
        else:
            self.resource_name = absent
        if "restartPolicy" in body and (value := body["restartPolicy"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.restart_policy = value
            known += 1
        else:
            self.restart_policy = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class ContainerRestartRule(ApiObject):
    """Kubernetes' `ContainerRestartRule` (core/v1).

    Required: action.
    Since: action 1.34, exit_codes 1.34.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#containerrestartrule-v1-core
    """

    type_key: ClassVar[str] = "core_v1.ContainerRestartRule"

    action: str
    exit_codes: ContainerRestartRuleOnExitCodes
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        action: str = absent,
        exit_codes: ContainerRestartRuleOnExitCodes = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.action = action
        self.exit_codes = exit_codes
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.action is not None:
            body["action"] = self.action
        if self.exit_codes is not None:
            body["exitCodes"] = self.exit_codes._dump()
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> ContainerRestartRule:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "action" in body and (value := body["action"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.action = value
            known += 1
        else:
            self.action = absent
        if "exitCodes" in body and (value := body["exitCodes"]) is not None:
            self.exit_codes = ContainerRestartRuleOnExitCodes._load(value)
            known += 1
        else:
            self.exit_codes = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class ContainerRestartRuleOnExitCodes(ApiObject):
    """Kubernetes' `ContainerRestartRuleOnExitCodes` (core/v1).

    Required: operator.
    Since: operator 1.34, values 1.34.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#containerrestartruleonexitcodes-v1-core
    """

    type_key: ClassVar[str] = "core_v1.ContainerRestartRuleOnExitCodes"

    operator: str
    values: list[int]
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        operator: str = absent,
        values: list[int] = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.operator = operator
        self.values = values
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.operator is not None:
            body["operator"] = self.operator
        if self.values is not None:
            body["values"] = self.values.copy()
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> ContainerRestartRuleOnExitCodes:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
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
class EphemeralContainer(ApiObject):
    """Kubernetes' `EphemeralContainer` (core/v1).

    Required: name.
    Since: resize_policy 1.27, restart_policy 1.28, restart_policy_rules 1.34.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#ephemeralcontainer-v1-core
    """

    type_key: ClassVar[str] = "core_v1.EphemeralContainer"

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
    resize_policy: list[ContainerResizePolicy]
    resources: ResourceRequirements
    restart_policy: str
    restart_policy_rules: list[ContainerRestartRule]
    security_context: SecurityContext
    startup_probe: Probe
    stdin: bool
    stdin_once: bool
    target_container_name: str
    termination_message_path: str
    termination_message_policy: str
    tty: bool
    volume_devices: list[VolumeDevice]
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
        resize_policy: list[ContainerResizePolicy] = absent,
        resources: ResourceRequirements = absent,
        restart_policy: str = absent,
        restart_policy_rules: list[ContainerRestartRule] = absent,
        security_context: SecurityContext = absent,
        startup_probe: Probe = absent,
        stdin: bool = absent,
        stdin_once: bool = absent,
        target_container_name: str = absent,
        termination_message_path: str = absent,
        termination_message_policy: str = absent,
        tty: bool = absent,
        volume_devices: list[VolumeDevice] = absent,
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
        self.target_container_name = target_container_name
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
        if self.target_container_name is not None:
            body["targetContainerName"] = self.target_container_name
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
    def _load(cls, body: dict[str, Any]) -> EphemeralContainer:
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
        if "targetContainerName" in body and (value := body["targetContainerName"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.target_container_name = value
            known += 1
        else:
            self.target_container_name = absent
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
class EphemeralVolumeSource(ApiObject):
    """Kubernetes' `EphemeralVolumeSource` (core/v1).

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#ephemeralvolumesource-v1-core
    """

    type_key: ClassVar[str] = "core_v1.EphemeralVolumeSource"

    volume_claim_template: PersistentVolumeClaimTemplate
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        volume_claim_template: PersistentVolumeClaimTemplate = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.volume_claim_template = volume_claim_template
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.volume_claim_template is not None:
            body["volumeClaimTemplate"] = self.volume_claim_template._dump()
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> EphemeralVolumeSource:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "volumeClaimTemplate" in body and (value := body["volumeClaimTemplate"]) is not None:
            self.volume_claim_template = PersistentVolumeClaimTemplate._load(value)
            known += 1
        else:
            self.volume_claim_template = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class Event(ApiObject):
    """Kubernetes' `Event` (core/v1).

    Required: metadata, involved_object.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#event-v1-core
    """

    type_key: ClassVar[str] = "core_v1.Event"
    api_version: ClassVar[str] = "v1"
    kind: ClassVar[str] = "Event"

    metadata: ObjectMeta
    action: str
    count: int
    event_time: str
    first_timestamp: str
    involved_object: ObjectReference
    last_timestamp: str
    message: str
    reason: str
    related: ObjectReference
    reporting_component: str
    reporting_instance: str
    series: EventSeries
    source: EventSource
    type: str
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        metadata: ObjectMeta = absent,
        action: str = absent,
        count: int = absent,
        event_time: str = absent,
        first_timestamp: str = absent,
        involved_object: ObjectReference = absent,
        last_timestamp: str = absent,
        message: str = absent,
        reason: str = absent,
        related: ObjectReference = absent,
        reporting_component: str = absent,
        reporting_instance: str = absent,
        series: EventSeries = absent,
        source: EventSource = absent,
        type: str = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.metadata = metadata
        self.action = action
        self.count = count
        self.event_time = event_time
        self.first_timestamp = first_timestamp
        self.involved_object = involved_object
        self.last_timestamp = last_timestamp
        self.message = message
        self.reason = reason
        self.related = related
        self.reporting_component = reporting_component
        self.reporting_instance = reporting_instance
        self.series = series
        self.source = source
        self.type = type
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {"apiVersion": "v1", "kind": "Event"}
        if self.metadata is not None:
            body["metadata"] = self.metadata._dump()
        if self.action is not None:
            body["action"] = self.action
        if self.count is not None:
            body["count"] = self.count
        if self.event_time is not None:
            body["eventTime"] = self.event_time
        if self.first_timestamp is not None:
            body["firstTimestamp"] = self.first_timestamp
        if self.involved_object is not None:
            body["involvedObject"] = self.involved_object._dump()
        if self.last_timestamp is not None:
            body["lastTimestamp"] = self.last_timestamp
        if self.message is not None:
            body["message"] = self.message
        if self.reason is not None:
            body["reason"] = self.reason
        if self.related is not None:
            body["related"] = self.related._dump()
        if self.reporting_component is not None:
            body["reportingComponent"] = self.reporting_component
        if self.reporting_instance is not None:
            body["reportingInstance"] = self.reporting_instance
        if self.series is not None:
            body["series"] = self.series._dump()
        if self.source is not None:
            body["source"] = self.source._dump()
        if self.type is not None:
            body["type"] = self.type
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> Event:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "apiVersion" in body and (value := body["apiVersion"]) is not None:
            if value != "v1":
                raise Misshapen
            known += 1
        if "kind" in body and (value := body["kind"]) is not None:
            if value != "Event":
                raise Misshapen
            known += 1
        if "metadata" in body and (value := body["metadata"]) is not None:
            self.metadata = ObjectMeta._load(value)
            known += 1
        else:
            self.metadata = absent
        if "action" in body and (value := body["action"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.action = value
            known += 1
        else:
            self.action = absent
        if "count" in body and (value := body["count"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.count = value
            known += 1
        else:
            self.count = absent
        if "eventTime" in body and (value := body["eventTime"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.event_time = value
            known += 1
        else:
            self.event_time = absent
        if "firstTimestamp" in body and (value := body["firstTimestamp"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.first_timestamp = value
            known += 1
        else:
            self.first_timestamp = absent
        if "involvedObject" in body and (value := body["involvedObject"]) is not None:
            self.involved_object = ObjectReference._load(value)
            known += 1
        else:
            self.involved_object = absent
        if "lastTimestamp" in body and (value := body["lastTimestamp"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.last_timestamp = value
            known += 1
        else:
            self.last_timestamp = absent
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
        if "related" in body and (value := body["related"]) is not None:
            self.related = ObjectReference._load(value)
            known += 1
        else:
            self.related = absent
        if "reportingComponent" in body and (value := body["reportingComponent"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.reporting_component = value
            known += 1
        else:
            self.reporting_component = absent
        if "reportingInstance" in body and (value := body["reportingInstance"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.reporting_instance = value
            known += 1
        else:
            self.reporting_instance = absent
        if "series" in body and (value := body["series"]) is not None:
            self.series = EventSeries._load(value)
            known += 1
        else:
            self.series = absent
        if "source" in body and (value := body["source"]) is not None:
            self.source = EventSource._load(value)
            known += 1
        else:
            self.source = absent
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
class EventSeries(ApiObject):
    """Kubernetes' `EventSeries` (core/v1).

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#eventseries-v1-core
    """

    type_key: ClassVar[str] = "core_v1.EventSeries"

    count: int
    last_observed_time: str
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        count: int = absent,
        last_observed_time: str = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.count = count
        self.last_observed_time = last_observed_time
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.count is not None:
            body["count"] = self.count
        if self.last_observed_time is not None:
            body["lastObservedTime"] = self.last_observed_time
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> EventSeries:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "count" in body and (value := body["count"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.count = value
            known += 1
        else:
            self.count = absent
        if "lastObservedTime" in body and (value := body["lastObservedTime"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.last_observed_time = value
            known += 1
        else:
            self.last_observed_time = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class EventSource(ApiObject):
    """Kubernetes' `EventSource` (core/v1).

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#eventsource-v1-core
    """

    type_key: ClassVar[str] = "core_v1.EventSource"

    component: str
    host: str
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        component: str = absent,
        host: str = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.component = component
        self.host = host
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.component is not None:
            body["component"] = self.component
        if self.host is not None:
            body["host"] = self.host
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> EventSource:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "component" in body and (value := body["component"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.component = value
            known += 1
        else:
            self.component = absent
        if "host" in body and (value := body["host"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.host = value
            known += 1
        else:
            self.host = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class EvictionResponder(ApiObject):
    """Kubernetes' `EvictionResponder` (core/v1).

    Required: name, priority.
    Since: name 1.37, priority 1.37.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#evictionresponder-v1-core
    """

    type_key: ClassVar[str] = "core_v1.EvictionResponder"

    name: str
    priority: int
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        name: str = absent,
        priority: int = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.name = name
        self.priority = priority
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.name is not None:
            body["name"] = self.name
        if self.priority is not None:
            body["priority"] = self.priority
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> EvictionResponder:
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
        if "priority" in body and (value := body["priority"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.priority = value
            known += 1
        else:
            self.priority = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class FCVolumeSource(ApiObject):
    """Kubernetes' `FCVolumeSource` (core/v1).

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#fcvolumesource-v1-core
    """

    type_key: ClassVar[str] = "core_v1.FCVolumeSource"

    fs_type: str
    lun: int
    read_only: bool
    target_wwns: list[str]
    wwids: list[str]
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        fs_type: str = absent,
        lun: int = absent,
        read_only: bool = absent,
        target_wwns: list[str] = absent,
        wwids: list[str] = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.fs_type = fs_type
        self.lun = lun
        self.read_only = read_only
        self.target_wwns = target_wwns
        self.wwids = wwids
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.fs_type is not None:
            body["fsType"] = self.fs_type
        if self.lun is not None:
            body["lun"] = self.lun
        if self.read_only is not None:
            body["readOnly"] = self.read_only
        if self.target_wwns is not None:
            body["targetWWNs"] = self.target_wwns.copy()
        if self.wwids is not None:
            body["wwids"] = self.wwids.copy()
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> FCVolumeSource:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "fsType" in body and (value := body["fsType"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.fs_type = value
            known += 1
        else:
            self.fs_type = absent
        if "lun" in body and (value := body["lun"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.lun = value
            known += 1
        else:
            self.lun = absent
        if "readOnly" in body and (value := body["readOnly"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.read_only = value
            known += 1
        else:
            self.read_only = absent
        if "targetWWNs" in body and (value := body["targetWWNs"]) is not None:
            if not isinstance(value, list):
                raise Misshapen
            self.target_wwns = value.copy()
            known += 1
        else:
            self.target_wwns = absent
        if "wwids" in body and (value := body["wwids"]) is not None:
            if not isinstance(value, list):
                raise Misshapen
            self.wwids = value.copy()
            known += 1
        else:
            self.wwids = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class FileKeySelector(ApiObject):
    """Kubernetes' `FileKeySelector` (core/v1).

    Required: key, path, volume_name.
    Since: key 1.34, optional 1.34, path 1.34, volume_name 1.34.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#filekeyselector-v1-core
    """

    type_key: ClassVar[str] = "core_v1.FileKeySelector"

    key: str
    optional: bool
    path: str
    volume_name: str
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        key: str = absent,
        optional: bool = absent,
        path: str = absent,
        volume_name: str = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.key = key
        self.optional = optional
        self.path = path
        self.volume_name = volume_name
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.key is not None:
            body["key"] = self.key
        if self.optional is not None:
            body["optional"] = self.optional
        if self.path is not None:
            body["path"] = self.path
        if self.volume_name is not None:
            body["volumeName"] = self.volume_name
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> FileKeySelector:
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
        if "optional" in body and (value := body["optional"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.optional = value
            known += 1
        else:
            self.optional = absent
        if "path" in body and (value := body["path"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.path = value
            known += 1
        else:
            self.path = absent
        if "volumeName" in body and (value := body["volumeName"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.volume_name = value
            known += 1
        else:
            self.volume_name = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class FlexPersistentVolumeSource(ApiObject):
    """Kubernetes' `FlexPersistentVolumeSource` (core/v1).

    Required: driver.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#flexpersistentvolumesource-v1-core
    """

    type_key: ClassVar[str] = "core_v1.FlexPersistentVolumeSource"

    driver: str
    fs_type: str
    options: dict[str, str]
    read_only: bool
    secret_ref: SecretReference
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        driver: str = absent,
        fs_type: str = absent,
        options: dict[str, str] = absent,
        read_only: bool = absent,
        secret_ref: SecretReference = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.driver = driver
        self.fs_type = fs_type
        self.options = options
        self.read_only = read_only
        self.secret_ref = secret_ref
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.driver is not None:
            body["driver"] = self.driver
        if self.fs_type is not None:
            body["fsType"] = self.fs_type
        if self.options is not None:
            body["options"] = self.options.copy()
        if self.read_only is not None:
            body["readOnly"] = self.read_only
        if self.secret_ref is not None:
            body["secretRef"] = self.secret_ref._dump()
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> FlexPersistentVolumeSource:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "driver" in body and (value := body["driver"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.driver = value
            known += 1
        else:
            self.driver = absent
        if "fsType" in body and (value := body["fsType"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.fs_type = value
            known += 1
        else:
            self.fs_type = absent
        if "options" in body and (value := body["options"]) is not None:
            if not isinstance(value, dict):
                raise Misshapen
            self.options = value.copy()
            known += 1
        else:
            self.options = absent
        if "readOnly" in body and (value := body["readOnly"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.read_only = value
            known += 1
        else:
            self.read_only = absent
        if "secretRef" in body and (value := body["secretRef"]) is not None:
            self.secret_ref = SecretReference._load(value)
            known += 1
        else:
            self.secret_ref = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class FlexVolumeSource(ApiObject):
    """Kubernetes' `FlexVolumeSource` (core/v1).

    Required: driver.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#flexvolumesource-v1-core
    """

    type_key: ClassVar[str] = "core_v1.FlexVolumeSource"

    driver: str
    fs_type: str
    options: dict[str, str]
    read_only: bool
    secret_ref: LocalObjectReference
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        driver: str = absent,
        fs_type: str = absent,
        options: dict[str, str] = absent,
        read_only: bool = absent,
        secret_ref: LocalObjectReference = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.driver = driver
        self.fs_type = fs_type
        self.options = options
        self.read_only = read_only
        self.secret_ref = secret_ref
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.driver is not None:
            body["driver"] = self.driver
        if self.fs_type is not None:
            body["fsType"] = self.fs_type
        if self.options is not None:
            body["options"] = self.options.copy()
        if self.read_only is not None:
            body["readOnly"] = self.read_only
        if self.secret_ref is not None:
            body["secretRef"] = self.secret_ref._dump()
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> FlexVolumeSource:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "driver" in body and (value := body["driver"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.driver = value
            known += 1
        else:
            self.driver = absent
        if "fsType" in body and (value := body["fsType"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.fs_type = value
            known += 1
        else:
            self.fs_type = absent
        if "options" in body and (value := body["options"]) is not None:
            if not isinstance(value, dict):
                raise Misshapen
            self.options = value.copy()
            known += 1
        else:
            self.options = absent
        if "readOnly" in body and (value := body["readOnly"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.read_only = value
            known += 1
        else:
            self.read_only = absent
        if "secretRef" in body and (value := body["secretRef"]) is not None:
            self.secret_ref = LocalObjectReference._load(value)
            known += 1
        else:
            self.secret_ref = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class FlockerVolumeSource(ApiObject):
    """Kubernetes' `FlockerVolumeSource` (core/v1).

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#flockervolumesource-v1-core
    """

    type_key: ClassVar[str] = "core_v1.FlockerVolumeSource"

    dataset_name: str
    dataset_uuid: str
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        dataset_name: str = absent,
        dataset_uuid: str = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.dataset_name = dataset_name
        self.dataset_uuid = dataset_uuid
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.dataset_name is not None:
            body["datasetName"] = self.dataset_name
        if self.dataset_uuid is not None:
            body["datasetUUID"] = self.dataset_uuid
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> FlockerVolumeSource:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "datasetName" in body and (value := body["datasetName"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.dataset_name = value
            known += 1
        else:
            self.dataset_name = absent
        if "datasetUUID" in body and (value := body["datasetUUID"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.dataset_uuid = value
            known += 1
        else:
            self.dataset_uuid = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class GCEPersistentDiskVolumeSource(ApiObject):
    """Kubernetes' `GCEPersistentDiskVolumeSource` (core/v1).

    Required: pd_name.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#gcepersistentdiskvolumesource-v1-core
    """

    type_key: ClassVar[str] = "core_v1.GCEPersistentDiskVolumeSource"

    fs_type: str
    partition: int
    pd_name: str
    read_only: bool
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        fs_type: str = absent,
        partition: int = absent,
        pd_name: str = absent,
        read_only: bool = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.fs_type = fs_type
        self.partition = partition
        self.pd_name = pd_name
        self.read_only = read_only
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.fs_type is not None:
            body["fsType"] = self.fs_type
        if self.partition is not None:
            body["partition"] = self.partition
        if self.pd_name is not None:
            body["pdName"] = self.pd_name
        if self.read_only is not None:
            body["readOnly"] = self.read_only
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> GCEPersistentDiskVolumeSource:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "fsType" in body and (value := body["fsType"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.fs_type = value
            known += 1
        else:
            self.fs_type = absent
        if "partition" in body and (value := body["partition"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.partition = value
            known += 1
        else:
            self.partition = absent
        if "pdName" in body and (value := body["pdName"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.pd_name = value
            known += 1
        else:
            self.pd_name = absent
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
class GRPCAction(ApiObject):
    """Kubernetes' `GRPCAction` (core/v1).

    Required: port.
    Since: mode 1.37.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#grpcaction-v1-core
    """

    type_key: ClassVar[str] = "core_v1.GRPCAction"

    mode: str
    port: int
    service: str
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        mode: str = absent,
        port: int = absent,
        service: str = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.mode = mode
        self.port = port
        self.service = service
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.mode is not None:
            body["mode"] = self.mode
        if self.port is not None:
            body["port"] = self.port
        if self.service is not None:
            body["service"] = self.service
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> GRPCAction:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "mode" in body and (value := body["mode"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.mode = value
            known += 1
        else:
            self.mode = absent
        if "port" in body and (value := body["port"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.port = value
            known += 1
        else:
            self.port = absent
        if "service" in body and (value := body["service"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.service = value
            known += 1
        else:
            self.service = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class GitRepoVolumeSource(ApiObject):
    """Kubernetes' `GitRepoVolumeSource` (core/v1).

    Required: repository.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#gitrepovolumesource-v1-core
    """

    type_key: ClassVar[str] = "core_v1.GitRepoVolumeSource"

    directory: str
    repository: str
    revision: str
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        directory: str = absent,
        repository: str = absent,
        revision: str = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.directory = directory
        self.repository = repository
        self.revision = revision
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.directory is not None:
            body["directory"] = self.directory
        if self.repository is not None:
            body["repository"] = self.repository
        if self.revision is not None:
            body["revision"] = self.revision
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> GitRepoVolumeSource:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "directory" in body and (value := body["directory"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.directory = value
            known += 1
        else:
            self.directory = absent
        if "repository" in body and (value := body["repository"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.repository = value
            known += 1
        else:
            self.repository = absent
        if "revision" in body and (value := body["revision"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.revision = value
            known += 1
        else:
            self.revision = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class GlusterfsPersistentVolumeSource(ApiObject):
    """Kubernetes' `GlusterfsPersistentVolumeSource` (core/v1).

    Required: endpoints, path.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#glusterfspersistentvolumesource-v1-core
    """

    type_key: ClassVar[str] = "core_v1.GlusterfsPersistentVolumeSource"

    endpoints: str
    endpoints_namespace: str
    path: str
    read_only: bool
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        endpoints: str = absent,
        endpoints_namespace: str = absent,
        path: str = absent,
        read_only: bool = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.endpoints = endpoints
        self.endpoints_namespace = endpoints_namespace
        self.path = path
        self.read_only = read_only
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.endpoints is not None:
            body["endpoints"] = self.endpoints
        if self.endpoints_namespace is not None:
            body["endpointsNamespace"] = self.endpoints_namespace
        if self.path is not None:
            body["path"] = self.path
        if self.read_only is not None:
            body["readOnly"] = self.read_only
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> GlusterfsPersistentVolumeSource:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "endpoints" in body and (value := body["endpoints"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.endpoints = value
            known += 1
        else:
            self.endpoints = absent
        if "endpointsNamespace" in body and (value := body["endpointsNamespace"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.endpoints_namespace = value
            known += 1
        else:
            self.endpoints_namespace = absent
        if "path" in body and (value := body["path"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.path = value
            known += 1
        else:
            self.path = absent
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
class GlusterfsVolumeSource(ApiObject):
    """Kubernetes' `GlusterfsVolumeSource` (core/v1).

    Required: endpoints, path.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#glusterfsvolumesource-v1-core
    """

    type_key: ClassVar[str] = "core_v1.GlusterfsVolumeSource"

    endpoints: str
    path: str
    read_only: bool
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        endpoints: str = absent,
        path: str = absent,
        read_only: bool = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.endpoints = endpoints
        self.path = path
        self.read_only = read_only
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.endpoints is not None:
            body["endpoints"] = self.endpoints
        if self.path is not None:
            body["path"] = self.path
        if self.read_only is not None:
            body["readOnly"] = self.read_only
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> GlusterfsVolumeSource:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "endpoints" in body and (value := body["endpoints"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.endpoints = value
            known += 1
        else:
            self.endpoints = absent
        if "path" in body and (value := body["path"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.path = value
            known += 1
        else:
            self.path = absent
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
class HostAlias(ApiObject):
    """Kubernetes' `HostAlias` (core/v1).

    Required: ip.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#hostalias-v1-core
    """

    type_key: ClassVar[str] = "core_v1.HostAlias"

    hostnames: list[str]
    ip: str
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        hostnames: list[str] = absent,
        ip: str = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.hostnames = hostnames
        self.ip = ip
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.hostnames is not None:
            body["hostnames"] = self.hostnames.copy()
        if self.ip is not None:
            body["ip"] = self.ip
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> HostAlias:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "hostnames" in body and (value := body["hostnames"]) is not None:
            if not isinstance(value, list):
                raise Misshapen
            self.hostnames = value.copy()
            known += 1
        else:
            self.hostnames = absent
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
class ISCSIPersistentVolumeSource(ApiObject):
    """Kubernetes' `ISCSIPersistentVolumeSource` (core/v1).

    Required: iqn, lun, target_portal.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#iscsipersistentvolumesource-v1-core
    """

    type_key: ClassVar[str] = "core_v1.ISCSIPersistentVolumeSource"

    chap_auth_discovery: bool
    chap_auth_session: bool
    fs_type: str
    initiator_name: str
    iqn: str
    iscsi_interface: str
    lun: int
    portals: list[str]
    read_only: bool
    secret_ref: SecretReference
    target_portal: str
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        chap_auth_discovery: bool = absent,
        chap_auth_session: bool = absent,
        fs_type: str = absent,
        initiator_name: str = absent,
        iqn: str = absent,
        iscsi_interface: str = absent,
        lun: int = absent,
        portals: list[str] = absent,
        read_only: bool = absent,
        secret_ref: SecretReference = absent,
        target_portal: str = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.chap_auth_discovery = chap_auth_discovery
        self.chap_auth_session = chap_auth_session
        self.fs_type = fs_type
        self.initiator_name = initiator_name
        self.iqn = iqn
        self.iscsi_interface = iscsi_interface
        self.lun = lun
        self.portals = portals
        self.read_only = read_only
        self.secret_ref = secret_ref
        self.target_portal = target_portal
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.chap_auth_discovery is not None:
            body["chapAuthDiscovery"] = self.chap_auth_discovery
        if self.chap_auth_session is not None:
            body["chapAuthSession"] = self.chap_auth_session
        if self.fs_type is not None:
            body["fsType"] = self.fs_type
        if self.initiator_name is not None:
            body["initiatorName"] = self.initiator_name
        if self.iqn is not None:
            body["iqn"] = self.iqn
        if self.iscsi_interface is not None:
            body["iscsiInterface"] = self.iscsi_interface
        if self.lun is not None:
            body["lun"] = self.lun
        if self.portals is not None:
            body["portals"] = self.portals.copy()
        if self.read_only is not None:
            body["readOnly"] = self.read_only
        if self.secret_ref is not None:
            body["secretRef"] = self.secret_ref._dump()
        if self.target_portal is not None:
            body["targetPortal"] = self.target_portal
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> ISCSIPersistentVolumeSource:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "chapAuthDiscovery" in body and (value := body["chapAuthDiscovery"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.chap_auth_discovery = value
            known += 1
        else:
            self.chap_auth_discovery = absent
        if "chapAuthSession" in body and (value := body["chapAuthSession"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.chap_auth_session = value
            known += 1
        else:
            self.chap_auth_session = absent
        if "fsType" in body and (value := body["fsType"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.fs_type = value
            known += 1
        else:
            self.fs_type = absent
        if "initiatorName" in body and (value := body["initiatorName"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.initiator_name = value
            known += 1
        else:
            self.initiator_name = absent
        if "iqn" in body and (value := body["iqn"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.iqn = value
            known += 1
        else:
            self.iqn = absent
        if "iscsiInterface" in body and (value := body["iscsiInterface"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.iscsi_interface = value
            known += 1
        else:
            self.iscsi_interface = absent
        if "lun" in body and (value := body["lun"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.lun = value
            known += 1
        else:
            self.lun = absent
        if "portals" in body and (value := body["portals"]) is not None:
            if not isinstance(value, list):
                raise Misshapen
            self.portals = value.copy()
            known += 1
        else:
            self.portals = absent
        if "readOnly" in body and (value := body["readOnly"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.read_only = value
            known += 1
        else:
            self.read_only = absent
        if "secretRef" in body and (value := body["secretRef"]) is not None:
            self.secret_ref = SecretReference._load(value)
            known += 1
        else:
            self.secret_ref = absent
        if "targetPortal" in body and (value := body["targetPortal"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.target_portal = value
            known += 1
        else:
            self.target_portal = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class ISCSIVolumeSource(ApiObject):
    """Kubernetes' `ISCSIVolumeSource` (core/v1).

    Required: iqn, lun, target_portal.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#iscsivolumesource-v1-core
    """

    type_key: ClassVar[str] = "core_v1.ISCSIVolumeSource"

    chap_auth_discovery: bool
    chap_auth_session: bool
    fs_type: str
    initiator_name: str
    iqn: str
    iscsi_interface: str
    lun: int
    portals: list[str]
    read_only: bool
    secret_ref: LocalObjectReference
    target_portal: str
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        chap_auth_discovery: bool = absent,
        chap_auth_session: bool = absent,
        fs_type: str = absent,
        initiator_name: str = absent,
        iqn: str = absent,
        iscsi_interface: str = absent,
        lun: int = absent,
        portals: list[str] = absent,
        read_only: bool = absent,
        secret_ref: LocalObjectReference = absent,
        target_portal: str = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.chap_auth_discovery = chap_auth_discovery
        self.chap_auth_session = chap_auth_session
        self.fs_type = fs_type
        self.initiator_name = initiator_name
        self.iqn = iqn
        self.iscsi_interface = iscsi_interface
        self.lun = lun
        self.portals = portals
        self.read_only = read_only
        self.secret_ref = secret_ref
        self.target_portal = target_portal
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.chap_auth_discovery is not None:
            body["chapAuthDiscovery"] = self.chap_auth_discovery
        if self.chap_auth_session is not None:
            body["chapAuthSession"] = self.chap_auth_session
        if self.fs_type is not None:
            body["fsType"] = self.fs_type
        if self.initiator_name is not None:
            body["initiatorName"] = self.initiator_name
        if self.iqn is not None:
            body["iqn"] = self.iqn
        if self.iscsi_interface is not None:
            body["iscsiInterface"] = self.iscsi_interface
        if self.lun is not None:
            body["lun"] = self.lun
        if self.portals is not None:
            body["portals"] = self.portals.copy()
        if self.read_only is not None:
            body["readOnly"] = self.read_only
        if self.secret_ref is not None:
            body["secretRef"] = self.secret_ref._dump()
        if self.target_portal is not None:
            body["targetPortal"] = self.target_portal
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> ISCSIVolumeSource:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "chapAuthDiscovery" in body and (value := body["chapAuthDiscovery"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.chap_auth_discovery = value
            known += 1
        else:
            self.chap_auth_discovery = absent
        if "chapAuthSession" in body and (value := body["chapAuthSession"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.chap_auth_session = value
            known += 1
        else:
            self.chap_auth_session = absent
        if "fsType" in body and (value := body["fsType"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.fs_type = value
            known += 1
        else:
            self.fs_type = absent
        if "initiatorName" in body and (value := body["initiatorName"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.initiator_name = value
            known += 1
        else:
            self.initiator_name = absent
        if "iqn" in body and (value := body["iqn"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.iqn = value
            known += 1
        else:
            self.iqn = absent
        if "iscsiInterface" in body and (value := body["iscsiInterface"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.iscsi_interface = value
            known += 1
        else:
            self.iscsi_interface = absent
        if "lun" in body and (value := body["lun"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.lun = value
            known += 1
        else:
            self.lun = absent
        if "portals" in body and (value := body["portals"]) is not None:
            if not isinstance(value, list):
                raise Misshapen
            self.portals = value.copy()
            known += 1
        else:
            self.portals = absent
        if "readOnly" in body and (value := body["readOnly"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.read_only = value
            known += 1
        else:
            self.read_only = absent
        if "secretRef" in body and (value := body["secretRef"]) is not None:
            self.secret_ref = LocalObjectReference._load(value)
            known += 1
        else:
            self.secret_ref = absent
        if "targetPortal" in body and (value := body["targetPortal"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.target_portal = value
            known += 1
        else:
            self.target_portal = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class ImageVolumeSource(ApiObject):
    """Kubernetes' `ImageVolumeSource` (core/v1).

    Since: pull_policy 1.31, reference 1.31.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#imagevolumesource-v1-core
    """

    type_key: ClassVar[str] = "core_v1.ImageVolumeSource"

    pull_policy: str
    reference: str
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        pull_policy: str = absent,
        reference: str = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.pull_policy = pull_policy
        self.reference = reference
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.pull_policy is not None:
            body["pullPolicy"] = self.pull_policy
        if self.reference is not None:
            body["reference"] = self.reference
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> ImageVolumeSource:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "pullPolicy" in body and (value := body["pullPolicy"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.pull_policy = value
            known += 1
        else:
            self.pull_policy = absent
        if "reference" in body and (value := body["reference"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.reference = value
            known += 1
        else:
            self.reference = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class LocalVolumeSource(ApiObject):
    """Kubernetes' `LocalVolumeSource` (core/v1).

    Required: path.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#localvolumesource-v1-core
    """

    type_key: ClassVar[str] = "core_v1.LocalVolumeSource"

    fs_type: str
    path: str
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        fs_type: str = absent,
        path: str = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.fs_type = fs_type
        self.path = path
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.fs_type is not None:
            body["fsType"] = self.fs_type
        if self.path is not None:
            body["path"] = self.path
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> LocalVolumeSource:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "fsType" in body and (value := body["fsType"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.fs_type = value
            known += 1
        else:
            self.fs_type = absent
        if "path" in body and (value := body["path"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.path = value
            known += 1
        else:
            self.path = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class NFSVolumeSource(ApiObject):
    """Kubernetes' `NFSVolumeSource` (core/v1).

    Required: path, server.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#nfsvolumesource-v1-core
    """

    type_key: ClassVar[str] = "core_v1.NFSVolumeSource"

    path: str
    read_only: bool
    server: str
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        path: str = absent,
        read_only: bool = absent,
        server: str = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.path = path
        self.read_only = read_only
        self.server = server
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.path is not None:
            body["path"] = self.path
        if self.read_only is not None:
            body["readOnly"] = self.read_only
        if self.server is not None:
            body["server"] = self.server
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> NFSVolumeSource:
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
        if "readOnly" in body and (value := body["readOnly"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.read_only = value
            known += 1
        else:
            self.read_only = absent
        if "server" in body and (value := body["server"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.server = value
            known += 1
        else:
            self.server = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class Namespace(ApiObject):
    """Kubernetes' `Namespace` (core/v1).

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#namespace-v1-core
    """

    type_key: ClassVar[str] = "core_v1.Namespace"
    api_version: ClassVar[str] = "v1"
    kind: ClassVar[str] = "Namespace"

    metadata: ObjectMeta
    spec: NamespaceSpec
    status: core_status_v1.NamespaceStatus
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        metadata: ObjectMeta = absent,
        spec: NamespaceSpec = absent,
        status: core_status_v1.NamespaceStatus = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.metadata = metadata
        self.spec = spec
        self.status = status
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {"apiVersion": "v1", "kind": "Namespace"}
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
    def _load(cls, body: dict[str, Any]) -> Namespace:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "apiVersion" in body and (value := body["apiVersion"]) is not None:
            if value != "v1":
                raise Misshapen
            known += 1
        if "kind" in body and (value := body["kind"]) is not None:
            if value != "Namespace":
                raise Misshapen
            known += 1
        if "metadata" in body and (value := body["metadata"]) is not None:
            self.metadata = ObjectMeta._load(value)
            known += 1
        else:
            self.metadata = absent
        if "spec" in body and (value := body["spec"]) is not None:
            self.spec = NamespaceSpec._load(value)
            known += 1
        else:
            self.spec = absent
        if "status" in body and (value := body["status"]) is not None:
            from kpod.api.core_status_v1 import NamespaceStatus
            
            self.status = NamespaceStatus._load(value)
            known += 1
        else:
            self.status = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class NamespaceSpec(ApiObject):
    """Kubernetes' `NamespaceSpec` (core/v1).

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#namespacespec-v1-core
    """

    type_key: ClassVar[str] = "core_v1.NamespaceSpec"

    finalizers: list[str]
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        finalizers: list[str] = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.finalizers = finalizers
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.finalizers is not None:
            body["finalizers"] = self.finalizers.copy()
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> NamespaceSpec:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "finalizers" in body and (value := body["finalizers"]) is not None:
            if not isinstance(value, list):
                raise Misshapen
            self.finalizers = value.copy()
            known += 1
        else:
            self.finalizers = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class ObjectReference(ApiObject):
    """Kubernetes' `ObjectReference` (core/v1).

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#objectreference-v1-core
    """

    type_key: ClassVar[str] = "core_v1.ObjectReference"

    api_version: str
    kind: str
    name: str
    field_path: str
    namespace: str
    resource_version: str
    uid: str
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        api_version: str = absent,
        kind: str = absent,
        name: str = absent,
        field_path: str = absent,
        namespace: str = absent,
        resource_version: str = absent,
        uid: str = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.api_version = api_version
        self.kind = kind
        self.name = name
        self.field_path = field_path
        self.namespace = namespace
        self.resource_version = resource_version
        self.uid = uid
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.api_version is not None:
            body["apiVersion"] = self.api_version
        if self.kind is not None:
            body["kind"] = self.kind
        if self.name is not None:
            body["name"] = self.name
        if self.field_path is not None:
            body["fieldPath"] = self.field_path
        if self.namespace is not None:
            body["namespace"] = self.namespace
        if self.resource_version is not None:
            body["resourceVersion"] = self.resource_version
        if self.uid is not None:
            body["uid"] = self.uid
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> ObjectReference:
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
        if "kind" in body and (value := body["kind"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.kind = value
            known += 1
        else:
            self.kind = absent
        if "name" in body and (value := body["name"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.name = value
            known += 1
        else:
            self.name = absent
        if "fieldPath" in body and (value := body["fieldPath"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.field_path = value
            known += 1
        else:
            self.field_path = absent
        if "namespace" in body and (value := body["namespace"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.namespace = value
            known += 1
        else:
            self.namespace = absent
        if "resourceVersion" in body and (value := body["resourceVersion"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.resource_version = value
            known += 1
        else:
            self.resource_version = absent
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
class PersistentVolume(ApiObject):
    """Kubernetes' `PersistentVolume` (core/v1).

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#persistentvolume-v1-core
    """

    type_key: ClassVar[str] = "core_v1.PersistentVolume"
    api_version: ClassVar[str] = "v1"
    kind: ClassVar[str] = "PersistentVolume"

    metadata: ObjectMeta
    spec: PersistentVolumeSpec
    status: core_status_v1.PersistentVolumeStatus
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        metadata: ObjectMeta = absent,
        spec: PersistentVolumeSpec = absent,
        status: core_status_v1.PersistentVolumeStatus = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.metadata = metadata
        self.spec = spec
        self.status = status
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {"apiVersion": "v1", "kind": "PersistentVolume"}
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
    def _load(cls, body: dict[str, Any]) -> PersistentVolume:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "apiVersion" in body and (value := body["apiVersion"]) is not None:
            if value != "v1":
                raise Misshapen
            known += 1
        if "kind" in body and (value := body["kind"]) is not None:
            if value != "PersistentVolume":
                raise Misshapen
            known += 1
        if "metadata" in body and (value := body["metadata"]) is not None:
            self.metadata = ObjectMeta._load(value)
            known += 1
        else:
            self.metadata = absent
        if "spec" in body and (value := body["spec"]) is not None:
            self.spec = PersistentVolumeSpec._load(value)
            known += 1
        else:
            self.spec = absent
        if "status" in body and (value := body["status"]) is not None:
            from kpod.api.core_status_v1 import PersistentVolumeStatus
            
            self.status = PersistentVolumeStatus._load(value)
            known += 1
        else:
            self.status = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class PersistentVolumeClaim(ApiObject):
    """Kubernetes' `PersistentVolumeClaim` (core/v1).

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#persistentvolumeclaim-v1-core
    """

    type_key: ClassVar[str] = "core_v1.PersistentVolumeClaim"
    api_version: ClassVar[str] = "v1"
    kind: ClassVar[str] = "PersistentVolumeClaim"

    metadata: ObjectMeta
    spec: PersistentVolumeClaimSpec
    status: core_status_v1.PersistentVolumeClaimStatus
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        metadata: ObjectMeta = absent,
        spec: PersistentVolumeClaimSpec = absent,
        status: core_status_v1.PersistentVolumeClaimStatus = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.metadata = metadata
        self.spec = spec
        self.status = status
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {"apiVersion": "v1", "kind": "PersistentVolumeClaim"}
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
    def _load(cls, body: dict[str, Any]) -> PersistentVolumeClaim:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "apiVersion" in body and (value := body["apiVersion"]) is not None:
            if value != "v1":
                raise Misshapen
            known += 1
        if "kind" in body and (value := body["kind"]) is not None:
            if value != "PersistentVolumeClaim":
                raise Misshapen
            known += 1
        if "metadata" in body and (value := body["metadata"]) is not None:
            self.metadata = ObjectMeta._load(value)
            known += 1
        else:
            self.metadata = absent
        if "spec" in body and (value := body["spec"]) is not None:
            self.spec = PersistentVolumeClaimSpec._load(value)
            known += 1
        else:
            self.spec = absent
        if "status" in body and (value := body["status"]) is not None:
            from kpod.api.core_status_v1 import PersistentVolumeClaimStatus
            
            self.status = PersistentVolumeClaimStatus._load(value)
            known += 1
        else:
            self.status = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class PersistentVolumeClaimSpec(ApiObject):
    """Kubernetes' `PersistentVolumeClaimSpec` (core/v1).

    Since: volume_attributes_class_name 1.29.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#persistentvolumeclaimspec-v1-core
    """

    type_key: ClassVar[str] = "core_v1.PersistentVolumeClaimSpec"

    access_modes: list[str]
    data_source: TypedLocalObjectReference
    data_source_ref: TypedObjectReference
    resources: VolumeResourceRequirements
    selector: LabelSelector
    storage_class_name: str
    volume_attributes_class_name: str
    volume_mode: str
    volume_name: str
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        access_modes: list[str] = absent,
        data_source: TypedLocalObjectReference = absent,
        data_source_ref: TypedObjectReference = absent,
        resources: VolumeResourceRequirements = absent,
        selector: LabelSelector = absent,
        storage_class_name: str = absent,
        volume_attributes_class_name: str = absent,
        volume_mode: str = absent,
        volume_name: str = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.access_modes = access_modes
        self.data_source = data_source
        self.data_source_ref = data_source_ref
        self.resources = resources
        self.selector = selector
        self.storage_class_name = storage_class_name
        self.volume_attributes_class_name = volume_attributes_class_name
        self.volume_mode = volume_mode
        self.volume_name = volume_name
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.access_modes is not None:
            body["accessModes"] = self.access_modes.copy()
        if self.data_source is not None:
            body["dataSource"] = self.data_source._dump()
        if self.data_source_ref is not None:
            body["dataSourceRef"] = self.data_source_ref._dump()
        if self.resources is not None:
            body["resources"] = self.resources._dump()
        if self.selector is not None:
            body["selector"] = self.selector._dump()
        if self.storage_class_name is not None:
            body["storageClassName"] = self.storage_class_name
        if self.volume_attributes_class_name is not None:
            body["volumeAttributesClassName"] = self.volume_attributes_class_name
        if self.volume_mode is not None:
            body["volumeMode"] = self.volume_mode
        if self.volume_name is not None:
            body["volumeName"] = self.volume_name
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> PersistentVolumeClaimSpec:
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
        if "dataSource" in body and (value := body["dataSource"]) is not None:
            self.data_source = TypedLocalObjectReference._load(value)
            known += 1
        else:
            self.data_source = absent
        if "dataSourceRef" in body and (value := body["dataSourceRef"]) is not None:
            self.data_source_ref = TypedObjectReference._load(value)
            known += 1
        else:
            self.data_source_ref = absent
        if "resources" in body and (value := body["resources"]) is not None:
            self.resources = VolumeResourceRequirements._load(value)
            known += 1
        else:
            self.resources = absent
        if "selector" in body and (value := body["selector"]) is not None:
            self.selector = LabelSelector._load(value)
            known += 1
        else:
            self.selector = absent
        if "storageClassName" in body and (value := body["storageClassName"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.storage_class_name = value
            known += 1
        else:
            self.storage_class_name = absent
        if "volumeAttributesClassName" in body and (value := body["volumeAttributesClassName"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.volume_attributes_class_name = value
            known += 1
        else:
            self.volume_attributes_class_name = absent
        if "volumeMode" in body and (value := body["volumeMode"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.volume_mode = value
            known += 1
        else:
            self.volume_mode = absent
        if "volumeName" in body and (value := body["volumeName"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.volume_name = value
            known += 1
        else:
            self.volume_name = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class PersistentVolumeClaimTemplate(ApiObject):
    """Kubernetes' `PersistentVolumeClaimTemplate` (core/v1).

    Required: spec.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#persistentvolumeclaimtemplate-v1-core
    """

    type_key: ClassVar[str] = "core_v1.PersistentVolumeClaimTemplate"

    metadata: ObjectMeta
    spec: PersistentVolumeClaimSpec
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        metadata: ObjectMeta = absent,
        spec: PersistentVolumeClaimSpec = absent,
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
    def _load(cls, body: dict[str, Any]) -> PersistentVolumeClaimTemplate:
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
            self.spec = PersistentVolumeClaimSpec._load(value)
            known += 1
        else:
            self.spec = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class PersistentVolumeSpec(ApiObject):
    """Kubernetes' `PersistentVolumeSpec` (core/v1).

    Since: volume_attributes_class_name 1.29.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#persistentvolumespec-v1-core
    """

    type_key: ClassVar[str] = "core_v1.PersistentVolumeSpec"

    access_modes: list[str]
    aws_elastic_block_store: AWSElasticBlockStoreVolumeSource
    azure_disk: AzureDiskVolumeSource
    azure_file: AzureFilePersistentVolumeSource
    capacity: dict[str, str | int | float]
    cephfs: CephFSPersistentVolumeSource
    cinder: CinderPersistentVolumeSource
    claim_ref: ObjectReference
    csi: CSIPersistentVolumeSource
    fc: FCVolumeSource
    flex_volume: FlexPersistentVolumeSource
    flocker: FlockerVolumeSource
    gce_persistent_disk: GCEPersistentDiskVolumeSource
    glusterfs: GlusterfsPersistentVolumeSource
    host_path: HostPathVolumeSource
    iscsi: ISCSIPersistentVolumeSource
    local: LocalVolumeSource
    mount_options: list[str]
    nfs: NFSVolumeSource
    node_affinity: VolumeNodeAffinity
    persistent_volume_reclaim_policy: str
    photon_persistent_disk: PhotonPersistentDiskVolumeSource
    portworx_volume: PortworxVolumeSource
    quobyte: QuobyteVolumeSource
    rbd: RBDPersistentVolumeSource
    scale_io: ScaleIOPersistentVolumeSource
    storage_class_name: str
    storageos: StorageOSPersistentVolumeSource
    volume_attributes_class_name: str
    volume_mode: str
    vsphere_volume: VsphereVirtualDiskVolumeSource
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        access_modes: list[str] = absent,
        aws_elastic_block_store: AWSElasticBlockStoreVolumeSource = absent,
        azure_disk: AzureDiskVolumeSource = absent,
        azure_file: AzureFilePersistentVolumeSource = absent,
        capacity: dict[str, str | int | float] = absent,
        cephfs: CephFSPersistentVolumeSource = absent,
        cinder: CinderPersistentVolumeSource = absent,
        claim_ref: ObjectReference = absent,
        csi: CSIPersistentVolumeSource = absent,
        fc: FCVolumeSource = absent,
        flex_volume: FlexPersistentVolumeSource = absent,
        flocker: FlockerVolumeSource = absent,
        gce_persistent_disk: GCEPersistentDiskVolumeSource = absent,
        glusterfs: GlusterfsPersistentVolumeSource = absent,
        host_path: HostPathVolumeSource = absent,
        iscsi: ISCSIPersistentVolumeSource = absent,
        local: LocalVolumeSource = absent,
        mount_options: list[str] = absent,
        nfs: NFSVolumeSource = absent,
        node_affinity: VolumeNodeAffinity = absent,
        persistent_volume_reclaim_policy: str = absent,
        photon_persistent_disk: PhotonPersistentDiskVolumeSource = absent,
        portworx_volume: PortworxVolumeSource = absent,
        quobyte: QuobyteVolumeSource = absent,
        rbd: RBDPersistentVolumeSource = absent,
        scale_io: ScaleIOPersistentVolumeSource = absent,
        storage_class_name: str = absent,
        storageos: StorageOSPersistentVolumeSource = absent,
        volume_attributes_class_name: str = absent,
        volume_mode: str = absent,
        vsphere_volume: VsphereVirtualDiskVolumeSource = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.access_modes = access_modes
        self.aws_elastic_block_store = aws_elastic_block_store
        self.azure_disk = azure_disk
        self.azure_file = azure_file
        self.capacity = capacity
        self.cephfs = cephfs
        self.cinder = cinder
        self.claim_ref = claim_ref
        self.csi = csi
        self.fc = fc
        self.flex_volume = flex_volume
        self.flocker = flocker
        self.gce_persistent_disk = gce_persistent_disk
        self.glusterfs = glusterfs
        self.host_path = host_path
        self.iscsi = iscsi
        self.local = local
        self.mount_options = mount_options
        self.nfs = nfs
        self.node_affinity = node_affinity
        self.persistent_volume_reclaim_policy = persistent_volume_reclaim_policy
        self.photon_persistent_disk = photon_persistent_disk
        self.portworx_volume = portworx_volume
        self.quobyte = quobyte
        self.rbd = rbd
        self.scale_io = scale_io
        self.storage_class_name = storage_class_name
        self.storageos = storageos
        self.volume_attributes_class_name = volume_attributes_class_name
        self.volume_mode = volume_mode
        self.vsphere_volume = vsphere_volume
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.access_modes is not None:
            body["accessModes"] = self.access_modes.copy()
        if self.aws_elastic_block_store is not None:
            body["awsElasticBlockStore"] = self.aws_elastic_block_store._dump()
        if self.azure_disk is not None:
            body["azureDisk"] = self.azure_disk._dump()
        if self.azure_file is not None:
            body["azureFile"] = self.azure_file._dump()
        if self.capacity is not None:
            body["capacity"] = self.capacity.copy()
        if self.cephfs is not None:
            body["cephfs"] = self.cephfs._dump()
        if self.cinder is not None:
            body["cinder"] = self.cinder._dump()
        if self.claim_ref is not None:
            body["claimRef"] = self.claim_ref._dump()
        if self.csi is not None:
            body["csi"] = self.csi._dump()
        if self.fc is not None:
            body["fc"] = self.fc._dump()
        if self.flex_volume is not None:
            body["flexVolume"] = self.flex_volume._dump()
        if self.flocker is not None:
            body["flocker"] = self.flocker._dump()
        if self.gce_persistent_disk is not None:
            body["gcePersistentDisk"] = self.gce_persistent_disk._dump()
        if self.glusterfs is not None:
            body["glusterfs"] = self.glusterfs._dump()
        if self.host_path is not None:
            body["hostPath"] = self.host_path._dump()
        if self.iscsi is not None:
            body["iscsi"] = self.iscsi._dump()
        if self.local is not None:
            body["local"] = self.local._dump()
        if self.mount_options is not None:
            body["mountOptions"] = self.mount_options.copy()
        if self.nfs is not None:
            body["nfs"] = self.nfs._dump()
        if self.node_affinity is not None:
            body["nodeAffinity"] = self.node_affinity._dump()
        if self.persistent_volume_reclaim_policy is not None:
            body["persistentVolumeReclaimPolicy"] = self.persistent_volume_reclaim_policy
        if self.photon_persistent_disk is not None:
            body["photonPersistentDisk"] = self.photon_persistent_disk._dump()
        if self.portworx_volume is not None:
            body["portworxVolume"] = self.portworx_volume._dump()
        if self.quobyte is not None:
            body["quobyte"] = self.quobyte._dump()
        if self.rbd is not None:
            body["rbd"] = self.rbd._dump()
        if self.scale_io is not None:
            body["scaleIO"] = self.scale_io._dump()
        if self.storage_class_name is not None:
            body["storageClassName"] = self.storage_class_name
        if self.storageos is not None:
            body["storageos"] = self.storageos._dump()
        if self.volume_attributes_class_name is not None:
            body["volumeAttributesClassName"] = self.volume_attributes_class_name
        if self.volume_mode is not None:
            body["volumeMode"] = self.volume_mode
        if self.vsphere_volume is not None:
            body["vsphereVolume"] = self.vsphere_volume._dump()
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> PersistentVolumeSpec:
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
        if "awsElasticBlockStore" in body and (value := body["awsElasticBlockStore"]) is not None:
            self.aws_elastic_block_store = AWSElasticBlockStoreVolumeSource._load(value)
            known += 1
        else:
            self.aws_elastic_block_store = absent
        if "azureDisk" in body and (value := body["azureDisk"]) is not None:
            self.azure_disk = AzureDiskVolumeSource._load(value)
            known += 1
        else:
            self.azure_disk = absent
        if "azureFile" in body and (value := body["azureFile"]) is not None:
            self.azure_file = AzureFilePersistentVolumeSource._load(value)
            known += 1
        else:
            self.azure_file = absent
        if "capacity" in body and (value := body["capacity"]) is not None:
            if not isinstance(value, dict):
                raise Misshapen
            self.capacity = value.copy()
            known += 1
        else:
            self.capacity = absent
        if "cephfs" in body and (value := body["cephfs"]) is not None:
            self.cephfs = CephFSPersistentVolumeSource._load(value)
            known += 1
        else:
            self.cephfs = absent
        if "cinder" in body and (value := body["cinder"]) is not None:
            self.cinder = CinderPersistentVolumeSource._load(value)
            known += 1
        else:
            self.cinder = absent
        if "claimRef" in body and (value := body["claimRef"]) is not None:
            self.claim_ref = ObjectReference._load(value)
            known += 1
        else:
            self.claim_ref = absent
        if "csi" in body and (value := body["csi"]) is not None:
            self.csi = CSIPersistentVolumeSource._load(value)
            known += 1
        else:
            self.csi = absent
        if "fc" in body and (value := body["fc"]) is not None:
            self.fc = FCVolumeSource._load(value)
            known += 1
        else:
            self.fc = absent
        if "flexVolume" in body and (value := body["flexVolume"]) is not None:
            self.flex_volume = FlexPersistentVolumeSource._load(value)
            known += 1
        else:
            self.flex_volume = absent
        if "flocker" in body and (value := body["flocker"]) is not None:
            self.flocker = FlockerVolumeSource._load(value)
            known += 1
        else:
            self.flocker = absent
        if "gcePersistentDisk" in body and (value := body["gcePersistentDisk"]) is not None:
            self.gce_persistent_disk = GCEPersistentDiskVolumeSource._load(value)
            known += 1
        else:
            self.gce_persistent_disk = absent
        if "glusterfs" in body and (value := body["glusterfs"]) is not None:
            self.glusterfs = GlusterfsPersistentVolumeSource._load(value)
            known += 1
        else:
            self.glusterfs = absent
        if "hostPath" in body and (value := body["hostPath"]) is not None:
            self.host_path = HostPathVolumeSource._load(value)
            known += 1
        else:
            self.host_path = absent
        if "iscsi" in body and (value := body["iscsi"]) is not None:
            self.iscsi = ISCSIPersistentVolumeSource._load(value)
            known += 1
        else:
            self.iscsi = absent
        if "local" in body and (value := body["local"]) is not None:
            self.local = LocalVolumeSource._load(value)
            known += 1
        else:
            self.local = absent
        if "mountOptions" in body and (value := body["mountOptions"]) is not None:
            if not isinstance(value, list):
                raise Misshapen
            self.mount_options = value.copy()
            known += 1
        else:
            self.mount_options = absent
        if "nfs" in body and (value := body["nfs"]) is not None:
            self.nfs = NFSVolumeSource._load(value)
            known += 1
        else:
            self.nfs = absent
        if "nodeAffinity" in body and (value := body["nodeAffinity"]) is not None:
            self.node_affinity = VolumeNodeAffinity._load(value)
            known += 1
        else:
            self.node_affinity = absent
        if "persistentVolumeReclaimPolicy" in body and (value := body["persistentVolumeReclaimPolicy"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.persistent_volume_reclaim_policy = value
            known += 1
        else:
            self.persistent_volume_reclaim_policy = absent
        if "photonPersistentDisk" in body and (value := body["photonPersistentDisk"]) is not None:
            self.photon_persistent_disk = PhotonPersistentDiskVolumeSource._load(value)
            known += 1
        else:
            self.photon_persistent_disk = absent
        if "portworxVolume" in body and (value := body["portworxVolume"]) is not None:
            self.portworx_volume = PortworxVolumeSource._load(value)
            known += 1
        else:
            self.portworx_volume = absent
        if "quobyte" in body and (value := body["quobyte"]) is not None:
            self.quobyte = QuobyteVolumeSource._load(value)
            known += 1
        else:
            self.quobyte = absent
        if "rbd" in body and (value := body["rbd"]) is not None:
            self.rbd = RBDPersistentVolumeSource._load(value)
            known += 1
        else:
            self.rbd = absent
        if "scaleIO" in body and (value := body["scaleIO"]) is not None:
            self.scale_io = ScaleIOPersistentVolumeSource._load(value)
            known += 1
        else:
            self.scale_io = absent
        if "storageClassName" in body and (value := body["storageClassName"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.storage_class_name = value
            known += 1
        else:
            self.storage_class_name = absent
        if "storageos" in body and (value := body["storageos"]) is not None:
            self.storageos = StorageOSPersistentVolumeSource._load(value)
            known += 1
        else:
            self.storageos = absent
        if "volumeAttributesClassName" in body and (value := body["volumeAttributesClassName"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.volume_attributes_class_name = value
            known += 1
        else:
            self.volume_attributes_class_name = absent
        if "volumeMode" in body and (value := body["volumeMode"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.volume_mode = value
            known += 1
        else:
            self.volume_mode = absent
        if "vsphereVolume" in body and (value := body["vsphereVolume"]) is not None:
            self.vsphere_volume = VsphereVirtualDiskVolumeSource._load(value)
            known += 1
        else:
            self.vsphere_volume = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class PhotonPersistentDiskVolumeSource(ApiObject):
    """Kubernetes' `PhotonPersistentDiskVolumeSource` (core/v1).

    Required: pd_id.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#photonpersistentdiskvolumesource-v1-core
    """

    type_key: ClassVar[str] = "core_v1.PhotonPersistentDiskVolumeSource"

    fs_type: str
    pd_id: str
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        fs_type: str = absent,
        pd_id: str = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.fs_type = fs_type
        self.pd_id = pd_id
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.fs_type is not None:
            body["fsType"] = self.fs_type
        if self.pd_id is not None:
            body["pdID"] = self.pd_id
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> PhotonPersistentDiskVolumeSource:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "fsType" in body and (value := body["fsType"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.fs_type = value
            known += 1
        else:
            self.fs_type = absent
        if "pdID" in body and (value := body["pdID"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.pd_id = value
            known += 1
        else:
            self.pd_id = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class PodCertificateProjection(ApiObject):
    """Kubernetes' `PodCertificateProjection` (core/v1).

    Required: key_type, signer_name.
    Since: certificate_chain_path 1.34, credential_bundle_path 1.34, key_path 1.34, key_type 1.34, max_expiration_seconds
    1.34, signer_name 1.34, user 1.37, user_annotations 1.35.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#podcertificateprojection-v1-core
    """

    type_key: ClassVar[str] = "core_v1.PodCertificateProjection"

    certificate_chain_path: str
    credential_bundle_path: str
    key_path: str
    key_type: str
    max_expiration_seconds: int
    signer_name: str
    user: int
    user_annotations: dict[str, str]
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        certificate_chain_path: str = absent,
        credential_bundle_path: str = absent,
        key_path: str = absent,
        key_type: str = absent,
        max_expiration_seconds: int = absent,
        signer_name: str = absent,
        user: int = absent,
        user_annotations: dict[str, str] = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.certificate_chain_path = certificate_chain_path
        self.credential_bundle_path = credential_bundle_path
        self.key_path = key_path
        self.key_type = key_type
        self.max_expiration_seconds = max_expiration_seconds
        self.signer_name = signer_name
        self.user = user
        self.user_annotations = user_annotations
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.certificate_chain_path is not None:
            body["certificateChainPath"] = self.certificate_chain_path
        if self.credential_bundle_path is not None:
            body["credentialBundlePath"] = self.credential_bundle_path
        if self.key_path is not None:
            body["keyPath"] = self.key_path
        if self.key_type is not None:
            body["keyType"] = self.key_type
        if self.max_expiration_seconds is not None:
            body["maxExpirationSeconds"] = self.max_expiration_seconds
        if self.signer_name is not None:
            body["signerName"] = self.signer_name
        if self.user is not None:
            body["user"] = self.user
        if self.user_annotations is not None:
            body["userAnnotations"] = self.user_annotations.copy()
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> PodCertificateProjection:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "certificateChainPath" in body and (value := body["certificateChainPath"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.certificate_chain_path = value
            known += 1
        else:
            self.certificate_chain_path = absent
        if "credentialBundlePath" in body and (value := body["credentialBundlePath"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.credential_bundle_path = value
            known += 1
        else:
            self.credential_bundle_path = absent
        if "keyPath" in body and (value := body["keyPath"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.key_path = value
            known += 1
        else:
            self.key_path = absent
        if "keyType" in body and (value := body["keyType"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.key_type = value
            known += 1
        else:
            self.key_type = absent
        if "maxExpirationSeconds" in body and (value := body["maxExpirationSeconds"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.max_expiration_seconds = value
            known += 1
        else:
            self.max_expiration_seconds = absent
        if "signerName" in body and (value := body["signerName"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.signer_name = value
            known += 1
        else:
            self.signer_name = absent
        if "user" in body and (value := body["user"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.user = value
            known += 1
        else:
            self.user = absent
        if "userAnnotations" in body and (value := body["userAnnotations"]) is not None:
            if not isinstance(value, dict):
                raise Misshapen
            self.user_annotations = value.copy()
            known += 1
        else:
            self.user_annotations = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class PodDNSConfig(ApiObject):
    """Kubernetes' `PodDNSConfig` (core/v1).

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#poddnsconfig-v1-core
    """

    type_key: ClassVar[str] = "core_v1.PodDNSConfig"

    nameservers: list[str]
    options: list[PodDNSConfigOption]
    searches: list[str]
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        nameservers: list[str] = absent,
        options: list[PodDNSConfigOption] = absent,
        searches: list[str] = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.nameservers = nameservers
        self.options = options
        self.searches = searches
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.nameservers is not None:
            body["nameservers"] = self.nameservers.copy()
        if self.options is not None:
            body["options"] = [item._dump() for item in self.options]
        if self.searches is not None:
            body["searches"] = self.searches.copy()
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> PodDNSConfig:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "nameservers" in body and (value := body["nameservers"]) is not None:
            if not isinstance(value, list):
                raise Misshapen
            self.nameservers = value.copy()
            known += 1
        else:
            self.nameservers = absent
        if "options" in body and (value := body["options"]) is not None:
            if not isinstance(value, list):
                raise Misshapen
            self.options = [PodDNSConfigOption._load(item) for item in value]
            known += 1
        else:
            self.options = absent
        if "searches" in body and (value := body["searches"]) is not None:
            if not isinstance(value, list):
                raise Misshapen
            self.searches = value.copy()
            known += 1
        else:
            self.searches = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class PodDNSConfigOption(ApiObject):
    """Kubernetes' `PodDNSConfigOption` (core/v1).

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#poddnsconfigoption-v1-core
    """

    type_key: ClassVar[str] = "core_v1.PodDNSConfigOption"

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
    def _load(cls, body: dict[str, Any]) -> PodDNSConfigOption:
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
class PodOS(ApiObject):
    """Kubernetes' `PodOS` (core/v1).

    Required: name.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#podos-v1-core
    """

    type_key: ClassVar[str] = "core_v1.PodOS"

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
    def _load(cls, body: dict[str, Any]) -> PodOS:
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
class PodReadinessGate(ApiObject):
    """Kubernetes' `PodReadinessGate` (core/v1).

    Required: condition_type.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#podreadinessgate-v1-core
    """

    type_key: ClassVar[str] = "core_v1.PodReadinessGate"

    condition_type: str
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        condition_type: str = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.condition_type = condition_type
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.condition_type is not None:
            body["conditionType"] = self.condition_type
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> PodReadinessGate:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "conditionType" in body and (value := body["conditionType"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.condition_type = value
            known += 1
        else:
            self.condition_type = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class PodResourceClaim(ApiObject):
    """Kubernetes' `PodResourceClaim` (core/v1).

    Required: name.
    Since: name 1.26, resource_claim_name 1.31, resource_claim_template_name 1.31.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#podresourceclaim-v1-core
    """

    type_key: ClassVar[str] = "core_v1.PodResourceClaim"

    name: str
    resource_claim_name: str
    resource_claim_template_name: str
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        name: str = absent,
        resource_claim_name: str = absent,
        resource_claim_template_name: str = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.name = name
        self.resource_claim_name = resource_claim_name
        self.resource_claim_template_name = resource_claim_template_name
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.name is not None:
            body["name"] = self.name
        if self.resource_claim_name is not None:
            body["resourceClaimName"] = self.resource_claim_name
        if self.resource_claim_template_name is not None:
            body["resourceClaimTemplateName"] = self.resource_claim_template_name
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> PodResourceClaim:
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
        if "resourceClaimTemplateName" in body and (value := body["resourceClaimTemplateName"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.resource_claim_template_name = value
            known += 1
        else:
            self.resource_claim_template_name = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class PodSchedulingGate(ApiObject):
    """Kubernetes' `PodSchedulingGate` (core/v1).

    Required: name.
    Since: name 1.26.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#podschedulinggate-v1-core
    """

    type_key: ClassVar[str] = "core_v1.PodSchedulingGate"

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
    def _load(cls, body: dict[str, Any]) -> PodSchedulingGate:
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
class PodSchedulingGroup(ApiObject):
    """Kubernetes' `PodSchedulingGroup` (core/v1).

    Since: pod_group_name 1.36.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#podschedulinggroup-v1-core
    """

    type_key: ClassVar[str] = "core_v1.PodSchedulingGroup"

    pod_group_name: str
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        pod_group_name: str = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.pod_group_name = pod_group_name
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.pod_group_name is not None:
            body["podGroupName"] = self.pod_group_name
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> PodSchedulingGroup:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "podGroupName" in body and (value := body["podGroupName"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.pod_group_name = value
            known += 1
        else:
            self.pod_group_name = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class PortworxVolumeSource(ApiObject):
    """Kubernetes' `PortworxVolumeSource` (core/v1).

    Required: volume_id.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#portworxvolumesource-v1-core
    """

    type_key: ClassVar[str] = "core_v1.PortworxVolumeSource"

    fs_type: str
    read_only: bool
    volume_id: str
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        fs_type: str = absent,
        read_only: bool = absent,
        volume_id: str = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.fs_type = fs_type
        self.read_only = read_only
        self.volume_id = volume_id
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.fs_type is not None:
            body["fsType"] = self.fs_type
        if self.read_only is not None:
            body["readOnly"] = self.read_only
        if self.volume_id is not None:
            body["volumeID"] = self.volume_id
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> PortworxVolumeSource:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "fsType" in body and (value := body["fsType"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.fs_type = value
            known += 1
        else:
            self.fs_type = absent
        if "readOnly" in body and (value := body["readOnly"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.read_only = value
            known += 1
        else:
            self.read_only = absent
        if "volumeID" in body and (value := body["volumeID"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.volume_id = value
            known += 1
        else:
            self.volume_id = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class QuobyteVolumeSource(ApiObject):
    """Kubernetes' `QuobyteVolumeSource` (core/v1).

    Required: registry, volume.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#quobytevolumesource-v1-core
    """

    type_key: ClassVar[str] = "core_v1.QuobyteVolumeSource"

    group: str
    read_only: bool
    registry: str
    tenant: str
    user: str
    volume: str
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        group: str = absent,
        read_only: bool = absent,
        registry: str = absent,
        tenant: str = absent,
        user: str = absent,
        volume: str = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.group = group
        self.read_only = read_only
        self.registry = registry
        self.tenant = tenant
        self.user = user
        self.volume = volume
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.group is not None:
            body["group"] = self.group
        if self.read_only is not None:
            body["readOnly"] = self.read_only
        if self.registry is not None:
            body["registry"] = self.registry
        if self.tenant is not None:
            body["tenant"] = self.tenant
        if self.user is not None:
            body["user"] = self.user
        if self.volume is not None:
            body["volume"] = self.volume
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> QuobyteVolumeSource:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "group" in body and (value := body["group"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.group = value
            known += 1
        else:
            self.group = absent
        if "readOnly" in body and (value := body["readOnly"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.read_only = value
            known += 1
        else:
            self.read_only = absent
        if "registry" in body and (value := body["registry"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.registry = value
            known += 1
        else:
            self.registry = absent
        if "tenant" in body and (value := body["tenant"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.tenant = value
            known += 1
        else:
            self.tenant = absent
        if "user" in body and (value := body["user"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.user = value
            known += 1
        else:
            self.user = absent
        if "volume" in body and (value := body["volume"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.volume = value
            known += 1
        else:
            self.volume = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class RBDPersistentVolumeSource(ApiObject):
    """Kubernetes' `RBDPersistentVolumeSource` (core/v1).

    Required: image, monitors.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#rbdpersistentvolumesource-v1-core
    """

    type_key: ClassVar[str] = "core_v1.RBDPersistentVolumeSource"

    image: str
    fs_type: str
    keyring: str
    monitors: list[str]
    pool: str
    read_only: bool
    secret_ref: SecretReference
    user: str
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        image: str = absent,
        fs_type: str = absent,
        keyring: str = absent,
        monitors: list[str] = absent,
        pool: str = absent,
        read_only: bool = absent,
        secret_ref: SecretReference = absent,
        user: str = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.image = image
        self.fs_type = fs_type
        self.keyring = keyring
        self.monitors = monitors
        self.pool = pool
        self.read_only = read_only
        self.secret_ref = secret_ref
        self.user = user
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.image is not None:
            body["image"] = self.image
        if self.fs_type is not None:
            body["fsType"] = self.fs_type
        if self.keyring is not None:
            body["keyring"] = self.keyring
        if self.monitors is not None:
            body["monitors"] = self.monitors.copy()
        if self.pool is not None:
            body["pool"] = self.pool
        if self.read_only is not None:
            body["readOnly"] = self.read_only
        if self.secret_ref is not None:
            body["secretRef"] = self.secret_ref._dump()
        if self.user is not None:
            body["user"] = self.user
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> RBDPersistentVolumeSource:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "image" in body and (value := body["image"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.image = value
            known += 1
        else:
            self.image = absent
        if "fsType" in body and (value := body["fsType"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.fs_type = value
            known += 1
        else:
            self.fs_type = absent
        if "keyring" in body and (value := body["keyring"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.keyring = value
            known += 1
        else:
            self.keyring = absent
        if "monitors" in body and (value := body["monitors"]) is not None:
            if not isinstance(value, list):
                raise Misshapen
            self.monitors = value.copy()
            known += 1
        else:
            self.monitors = absent
        if "pool" in body and (value := body["pool"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.pool = value
            known += 1
        else:
            self.pool = absent
        if "readOnly" in body and (value := body["readOnly"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.read_only = value
            known += 1
        else:
            self.read_only = absent
        if "secretRef" in body and (value := body["secretRef"]) is not None:
            self.secret_ref = SecretReference._load(value)
            known += 1
        else:
            self.secret_ref = absent
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
class RBDVolumeSource(ApiObject):
    """Kubernetes' `RBDVolumeSource` (core/v1).

    Required: image, monitors.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#rbdvolumesource-v1-core
    """

    type_key: ClassVar[str] = "core_v1.RBDVolumeSource"

    image: str
    fs_type: str
    keyring: str
    monitors: list[str]
    pool: str
    read_only: bool
    secret_ref: LocalObjectReference
    user: str
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        image: str = absent,
        fs_type: str = absent,
        keyring: str = absent,
        monitors: list[str] = absent,
        pool: str = absent,
        read_only: bool = absent,
        secret_ref: LocalObjectReference = absent,
        user: str = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.image = image
        self.fs_type = fs_type
        self.keyring = keyring
        self.monitors = monitors
        self.pool = pool
        self.read_only = read_only
        self.secret_ref = secret_ref
        self.user = user
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.image is not None:
            body["image"] = self.image
        if self.fs_type is not None:
            body["fsType"] = self.fs_type
        if self.keyring is not None:
            body["keyring"] = self.keyring
        if self.monitors is not None:
            body["monitors"] = self.monitors.copy()
        if self.pool is not None:
            body["pool"] = self.pool
        if self.read_only is not None:
            body["readOnly"] = self.read_only
        if self.secret_ref is not None:
            body["secretRef"] = self.secret_ref._dump()
        if self.user is not None:
            body["user"] = self.user
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> RBDVolumeSource:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "image" in body and (value := body["image"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.image = value
            known += 1
        else:
            self.image = absent
        if "fsType" in body and (value := body["fsType"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.fs_type = value
            known += 1
        else:
            self.fs_type = absent
        if "keyring" in body and (value := body["keyring"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.keyring = value
            known += 1
        else:
            self.keyring = absent
        if "monitors" in body and (value := body["monitors"]) is not None:
            if not isinstance(value, list):
                raise Misshapen
            self.monitors = value.copy()
            known += 1
        else:
            self.monitors = absent
        if "pool" in body and (value := body["pool"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.pool = value
            known += 1
        else:
            self.pool = absent
        if "readOnly" in body and (value := body["readOnly"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.read_only = value
            known += 1
        else:
            self.read_only = absent
        if "secretRef" in body and (value := body["secretRef"]) is not None:
            self.secret_ref = LocalObjectReference._load(value)
            known += 1
        else:
            self.secret_ref = absent
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
class ResourceClaim(ApiObject):
    """Kubernetes' `ResourceClaim` (core/v1).

    Required: name.
    Since: name 1.26, request 1.31.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#resourceclaim-v1-core
    """

    type_key: ClassVar[str] = "core_v1.ResourceClaim"

    name: str
    request: str
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        name: str = absent,
        request: str = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.name = name
        self.request = request
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.name is not None:
            body["name"] = self.name
        if self.request is not None:
            body["request"] = self.request
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> ResourceClaim:
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
        if "request" in body and (value := body["request"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.request = value
            known += 1
        else:
            self.request = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class SELinuxOptions(ApiObject):
    """Kubernetes' `SELinuxOptions` (core/v1).

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#selinuxoptions-v1-core
    """

    type_key: ClassVar[str] = "core_v1.SELinuxOptions"

    level: str
    role: str
    type: str
    user: str
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        level: str = absent,
        role: str = absent,
        type: str = absent,
        user: str = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.level = level
        self.role = role
        self.type = type
        self.user = user
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.level is not None:
            body["level"] = self.level
        if self.role is not None:
            body["role"] = self.role
        if self.type is not None:
            body["type"] = self.type
        if self.user is not None:
            body["user"] = self.user
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> SELinuxOptions:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "level" in body and (value := body["level"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.level = value
            known += 1
        else:
            self.level = absent
        if "role" in body and (value := body["role"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.role = value
            known += 1
        else:
            self.role = absent
        if "type" in body and (value := body["type"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.type = value
            known += 1
        else:
            self.type = absent
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
class ScaleIOPersistentVolumeSource(ApiObject):
    """Kubernetes' `ScaleIOPersistentVolumeSource` (core/v1).

    Required: gateway, secret_ref, system.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#scaleiopersistentvolumesource-v1-core
    """

    type_key: ClassVar[str] = "core_v1.ScaleIOPersistentVolumeSource"

    fs_type: str
    gateway: str
    protection_domain: str
    read_only: bool
    secret_ref: SecretReference
    ssl_enabled: bool
    storage_mode: str
    storage_pool: str
    system: str
    volume_name: str
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        fs_type: str = absent,
        gateway: str = absent,
        protection_domain: str = absent,
        read_only: bool = absent,
        secret_ref: SecretReference = absent,
        ssl_enabled: bool = absent,
        storage_mode: str = absent,
        storage_pool: str = absent,
        system: str = absent,
        volume_name: str = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.fs_type = fs_type
        self.gateway = gateway
        self.protection_domain = protection_domain
        self.read_only = read_only
        self.secret_ref = secret_ref
        self.ssl_enabled = ssl_enabled
        self.storage_mode = storage_mode
        self.storage_pool = storage_pool
        self.system = system
        self.volume_name = volume_name
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.fs_type is not None:
            body["fsType"] = self.fs_type
        if self.gateway is not None:
            body["gateway"] = self.gateway
        if self.protection_domain is not None:
            body["protectionDomain"] = self.protection_domain
        if self.read_only is not None:
            body["readOnly"] = self.read_only
        if self.secret_ref is not None:
            body["secretRef"] = self.secret_ref._dump()
        if self.ssl_enabled is not None:
            body["sslEnabled"] = self.ssl_enabled
        if self.storage_mode is not None:
            body["storageMode"] = self.storage_mode
        if self.storage_pool is not None:
            body["storagePool"] = self.storage_pool
        if self.system is not None:
            body["system"] = self.system
        if self.volume_name is not None:
            body["volumeName"] = self.volume_name
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> ScaleIOPersistentVolumeSource:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "fsType" in body and (value := body["fsType"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.fs_type = value
            known += 1
        else:
            self.fs_type = absent
        if "gateway" in body and (value := body["gateway"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.gateway = value
            known += 1
        else:
            self.gateway = absent
        if "protectionDomain" in body and (value := body["protectionDomain"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.protection_domain = value
            known += 1
        else:
            self.protection_domain = absent
        if "readOnly" in body and (value := body["readOnly"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.read_only = value
            known += 1
        else:
            self.read_only = absent
        if "secretRef" in body and (value := body["secretRef"]) is not None:
            self.secret_ref = SecretReference._load(value)
            known += 1
        else:
            self.secret_ref = absent
        if "sslEnabled" in body and (value := body["sslEnabled"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.ssl_enabled = value
            known += 1
        else:
            self.ssl_enabled = absent
        if "storageMode" in body and (value := body["storageMode"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.storage_mode = value
            known += 1
        else:
            self.storage_mode = absent
        if "storagePool" in body and (value := body["storagePool"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.storage_pool = value
            known += 1
        else:
            self.storage_pool = absent
        if "system" in body and (value := body["system"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.system = value
            known += 1
        else:
            self.system = absent
        if "volumeName" in body and (value := body["volumeName"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.volume_name = value
            known += 1
        else:
            self.volume_name = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class ScaleIOVolumeSource(ApiObject):
    """Kubernetes' `ScaleIOVolumeSource` (core/v1).

    Required: gateway, secret_ref, system.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#scaleiovolumesource-v1-core
    """

    type_key: ClassVar[str] = "core_v1.ScaleIOVolumeSource"

    fs_type: str
    gateway: str
    protection_domain: str
    read_only: bool
    secret_ref: LocalObjectReference
    ssl_enabled: bool
    storage_mode: str
    storage_pool: str
    system: str
    volume_name: str
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        fs_type: str = absent,
        gateway: str = absent,
        protection_domain: str = absent,
        read_only: bool = absent,
        secret_ref: LocalObjectReference = absent,
        ssl_enabled: bool = absent,
        storage_mode: str = absent,
        storage_pool: str = absent,
        system: str = absent,
        volume_name: str = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.fs_type = fs_type
        self.gateway = gateway
        self.protection_domain = protection_domain
        self.read_only = read_only
        self.secret_ref = secret_ref
        self.ssl_enabled = ssl_enabled
        self.storage_mode = storage_mode
        self.storage_pool = storage_pool
        self.system = system
        self.volume_name = volume_name
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.fs_type is not None:
            body["fsType"] = self.fs_type
        if self.gateway is not None:
            body["gateway"] = self.gateway
        if self.protection_domain is not None:
            body["protectionDomain"] = self.protection_domain
        if self.read_only is not None:
            body["readOnly"] = self.read_only
        if self.secret_ref is not None:
            body["secretRef"] = self.secret_ref._dump()
        if self.ssl_enabled is not None:
            body["sslEnabled"] = self.ssl_enabled
        if self.storage_mode is not None:
            body["storageMode"] = self.storage_mode
        if self.storage_pool is not None:
            body["storagePool"] = self.storage_pool
        if self.system is not None:
            body["system"] = self.system
        if self.volume_name is not None:
            body["volumeName"] = self.volume_name
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> ScaleIOVolumeSource:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "fsType" in body and (value := body["fsType"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.fs_type = value
            known += 1
        else:
            self.fs_type = absent
        if "gateway" in body and (value := body["gateway"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.gateway = value
            known += 1
        else:
            self.gateway = absent
        if "protectionDomain" in body and (value := body["protectionDomain"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.protection_domain = value
            known += 1
        else:
            self.protection_domain = absent
        if "readOnly" in body and (value := body["readOnly"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.read_only = value
            known += 1
        else:
            self.read_only = absent
        if "secretRef" in body and (value := body["secretRef"]) is not None:
            self.secret_ref = LocalObjectReference._load(value)
            known += 1
        else:
            self.secret_ref = absent
        if "sslEnabled" in body and (value := body["sslEnabled"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.ssl_enabled = value
            known += 1
        else:
            self.ssl_enabled = absent
        if "storageMode" in body and (value := body["storageMode"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.storage_mode = value
            known += 1
        else:
            self.storage_mode = absent
        if "storagePool" in body and (value := body["storagePool"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.storage_pool = value
            known += 1
        else:
            self.storage_pool = absent
        if "system" in body and (value := body["system"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.system = value
            known += 1
        else:
            self.system = absent
        if "volumeName" in body and (value := body["volumeName"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.volume_name = value
            known += 1
        else:
            self.volume_name = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class SecretReference(ApiObject):
    """Kubernetes' `SecretReference` (core/v1).

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#secretreference-v1-core
    """

    type_key: ClassVar[str] = "core_v1.SecretReference"

    name: str
    namespace: str
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        name: str = absent,
        namespace: str = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.name = name
        self.namespace = namespace
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.name is not None:
            body["name"] = self.name
        if self.namespace is not None:
            body["namespace"] = self.namespace
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> SecretReference:
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
        if "namespace" in body and (value := body["namespace"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.namespace = value
            known += 1
        else:
            self.namespace = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class Service(ApiObject):
    """Kubernetes' `Service` (core/v1).

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#service-v1-core
    """

    type_key: ClassVar[str] = "core_v1.Service"
    api_version: ClassVar[str] = "v1"
    kind: ClassVar[str] = "Service"

    metadata: ObjectMeta
    spec: ServiceSpec
    status: core_status_v1.ServiceStatus
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        metadata: ObjectMeta = absent,
        spec: ServiceSpec = absent,
        status: core_status_v1.ServiceStatus = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.metadata = metadata
        self.spec = spec
        self.status = status
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {"apiVersion": "v1", "kind": "Service"}
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
    def _load(cls, body: dict[str, Any]) -> Service:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "apiVersion" in body and (value := body["apiVersion"]) is not None:
            if value != "v1":
                raise Misshapen
            known += 1
        if "kind" in body and (value := body["kind"]) is not None:
            if value != "Service":
                raise Misshapen
            known += 1
        if "metadata" in body and (value := body["metadata"]) is not None:
            self.metadata = ObjectMeta._load(value)
            known += 1
        else:
            self.metadata = absent
        if "spec" in body and (value := body["spec"]) is not None:
            self.spec = ServiceSpec._load(value)
            known += 1
        else:
            self.spec = absent
        if "status" in body and (value := body["status"]) is not None:
            from kpod.api.core_status_v1 import ServiceStatus
            
            self.status = ServiceStatus._load(value)
            known += 1
        else:
            self.status = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class ServiceAccount(ApiObject):
    """Kubernetes' `ServiceAccount` (core/v1).

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#serviceaccount-v1-core
    """

    type_key: ClassVar[str] = "core_v1.ServiceAccount"
    api_version: ClassVar[str] = "v1"
    kind: ClassVar[str] = "ServiceAccount"

    metadata: ObjectMeta
    automount_service_account_token: bool
    image_pull_secrets: list[LocalObjectReference]
    secrets: list[ObjectReference]
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        metadata: ObjectMeta = absent,
        automount_service_account_token: bool = absent,
        image_pull_secrets: list[LocalObjectReference] = absent,
        secrets: list[ObjectReference] = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.metadata = metadata
        self.automount_service_account_token = automount_service_account_token
        self.image_pull_secrets = image_pull_secrets
        self.secrets = secrets
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {"apiVersion": "v1", "kind": "ServiceAccount"}
        if self.metadata is not None:
            body["metadata"] = self.metadata._dump()
        if self.automount_service_account_token is not None:
            body["automountServiceAccountToken"] = self.automount_service_account_token
        if self.image_pull_secrets is not None:
            body["imagePullSecrets"] = [item._dump() for item in self.image_pull_secrets]
        if self.secrets is not None:
            body["secrets"] = [item._dump() for item in self.secrets]
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> ServiceAccount:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "apiVersion" in body and (value := body["apiVersion"]) is not None:
            if value != "v1":
                raise Misshapen
            known += 1
        if "kind" in body and (value := body["kind"]) is not None:
            if value != "ServiceAccount":
                raise Misshapen
            known += 1
        if "metadata" in body and (value := body["metadata"]) is not None:
            self.metadata = ObjectMeta._load(value)
            known += 1
        else:
            self.metadata = absent
        if "automountServiceAccountToken" in body and (value := body["automountServiceAccountToken"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.automount_service_account_token = value
            known += 1
        else:
            self.automount_service_account_token = absent
        if "imagePullSecrets" in body and (value := body["imagePullSecrets"]) is not None:
            if not isinstance(value, list):
                raise Misshapen
            self.image_pull_secrets = [LocalObjectReference._load(item) for item in value]
            known += 1
        else:
            self.image_pull_secrets = absent
        if "secrets" in body and (value := body["secrets"]) is not None:
            if not isinstance(value, list):
                raise Misshapen
            self.secrets = [ObjectReference._load(item) for item in value]
            known += 1
        else:
            self.secrets = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class ServicePort(ApiObject):
    """Kubernetes' `ServicePort` (core/v1).

    Required: port.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#serviceport-v1-core
    """

    type_key: ClassVar[str] = "core_v1.ServicePort"

    name: str
    app_protocol: str
    node_port: int
    port: int
    protocol: str
    target_port: int | str
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        name: str = absent,
        app_protocol: str = absent,
        node_port: int = absent,
        port: int = absent,
        protocol: str = absent,
        target_port: int | str = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.name = name
        self.app_protocol = app_protocol
        self.node_port = node_port
        self.port = port
        self.protocol = protocol
        self.target_port = target_port
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.name is not None:
            body["name"] = self.name
        if self.app_protocol is not None:
            body["appProtocol"] = self.app_protocol
        if self.node_port is not None:
            body["nodePort"] = self.node_port
        if self.port is not None:
            body["port"] = self.port
        if self.protocol is not None:
            body["protocol"] = self.protocol
        if self.target_port is not None:
            body["targetPort"] = self.target_port
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> ServicePort:
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
        if "appProtocol" in body and (value := body["appProtocol"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.app_protocol = value
            known += 1
        else:
            self.app_protocol = absent
        if "nodePort" in body and (value := body["nodePort"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.node_port = value
            known += 1
        else:
            self.node_port = absent
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
        if "targetPort" in body and (value := body["targetPort"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.target_port = value
            known += 1
        else:
            self.target_port = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class ServiceSpec(ApiObject):
    """Kubernetes' `ServiceSpec` (core/v1).

    Since: traffic_distribution 1.30.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#servicespec-v1-core
    """

    type_key: ClassVar[str] = "core_v1.ServiceSpec"

    allocate_load_balancer_node_ports: bool
    cluster_ip: str
    cluster_ips: list[str]
    external_ips: list[str]
    external_name: str
    external_traffic_policy: str
    health_check_node_port: int
    internal_traffic_policy: str
    ip_families: list[str]
    ip_family_policy: str
    load_balancer_class: str
    load_balancer_ip: str
    load_balancer_source_ranges: list[str]
    ports: list[ServicePort]
    publish_not_ready_addresses: bool
    selector: dict[str, str]
    session_affinity: str
    session_affinity_config: SessionAffinityConfig
    traffic_distribution: str
    type: str
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        allocate_load_balancer_node_ports: bool = absent,
        cluster_ip: str = absent,
        cluster_ips: list[str] = absent,
        external_ips: list[str] = absent,
        external_name: str = absent,
        external_traffic_policy: str = absent,
        health_check_node_port: int = absent,
        internal_traffic_policy: str = absent,
        ip_families: list[str] = absent,
        ip_family_policy: str = absent,
        load_balancer_class: str = absent,
        load_balancer_ip: str = absent,
        load_balancer_source_ranges: list[str] = absent,
        ports: list[ServicePort] = absent,
        publish_not_ready_addresses: bool = absent,
        selector: dict[str, str] = absent,
        session_affinity: str = absent,
        session_affinity_config: SessionAffinityConfig = absent,
        traffic_distribution: str = absent,
        type: str = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.allocate_load_balancer_node_ports = allocate_load_balancer_node_ports
        self.cluster_ip = cluster_ip
        self.cluster_ips = cluster_ips
        self.external_ips = external_ips
        self.external_name = external_name
        self.external_traffic_policy = external_traffic_policy
        self.health_check_node_port = health_check_node_port
        self.internal_traffic_policy = internal_traffic_policy
        self.ip_families = ip_families
        self.ip_family_policy = ip_family_policy
        self.load_balancer_class = load_balancer_class
        self.load_balancer_ip = load_balancer_ip
        self.load_balancer_source_ranges = load_balancer_source_ranges
        self.ports = ports
        self.publish_not_ready_addresses = publish_not_ready_addresses
        self.selector = selector
        self.session_affinity = session_affinity
        self.session_affinity_config = session_affinity_config
        self.traffic_distribution = traffic_distribution
        self.type = type
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.allocate_load_balancer_node_ports is not None:
            body["allocateLoadBalancerNodePorts"] = self.allocate_load_balancer_node_ports
        if self.cluster_ip is not None:
            body["clusterIP"] = self.cluster_ip
        if self.cluster_ips is not None:
            body["clusterIPs"] = self.cluster_ips.copy()
        if self.external_ips is not None:
            body["externalIPs"] = self.external_ips.copy()
        if self.external_name is not None:
            body["externalName"] = self.external_name
        if self.external_traffic_policy is not None:
            body["externalTrafficPolicy"] = self.external_traffic_policy
        if self.health_check_node_port is not None:
            body["healthCheckNodePort"] = self.health_check_node_port
        if self.internal_traffic_policy is not None:
            body["internalTrafficPolicy"] = self.internal_traffic_policy
        if self.ip_families is not None:
            body["ipFamilies"] = self.ip_families.copy()
        if self.ip_family_policy is not None:
            body["ipFamilyPolicy"] = self.ip_family_policy
        if self.load_balancer_class is not None:
            body["loadBalancerClass"] = self.load_balancer_class
        if self.load_balancer_ip is not None:
            body["loadBalancerIP"] = self.load_balancer_ip
        if self.load_balancer_source_ranges is not None:
            body["loadBalancerSourceRanges"] = self.load_balancer_source_ranges.copy()
        if self.ports is not None:
            body["ports"] = [item._dump() for item in self.ports]
        if self.publish_not_ready_addresses is not None:
            body["publishNotReadyAddresses"] = self.publish_not_ready_addresses
        if self.selector is not None:
            body["selector"] = self.selector.copy()
        if self.session_affinity is not None:
            body["sessionAffinity"] = self.session_affinity
        if self.session_affinity_config is not None:
            body["sessionAffinityConfig"] = self.session_affinity_config._dump()
        if self.traffic_distribution is not None:
            body["trafficDistribution"] = self.traffic_distribution
        if self.type is not None:
            body["type"] = self.type
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> ServiceSpec:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "allocateLoadBalancerNodePorts" in body and (value := body["allocateLoadBalancerNodePorts"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.allocate_load_balancer_node_ports = value
            known += 1
        else:
            self.allocate_load_balancer_node_ports = absent
        if "clusterIP" in body and (value := body["clusterIP"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.cluster_ip = value
            known += 1
        else:
            self.cluster_ip = absent
        if "clusterIPs" in body and (value := body["clusterIPs"]) is not None:
            if not isinstance(value, list):
                raise Misshapen
            self.cluster_ips = value.copy()
            known += 1
        else:
            self.cluster_ips = absent
        if "externalIPs" in body and (value := body["externalIPs"]) is not None:
            if not isinstance(value, list):
                raise Misshapen
            self.external_ips = value.copy()
            known += 1
        else:
            self.external_ips = absent
        if "externalName" in body and (value := body["externalName"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.external_name = value
            known += 1
        else:
            self.external_name = absent
        if "externalTrafficPolicy" in body and (value := body["externalTrafficPolicy"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.external_traffic_policy = value
            known += 1
        else:
            self.external_traffic_policy = absent
        if "healthCheckNodePort" in body and (value := body["healthCheckNodePort"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.health_check_node_port = value
            known += 1
        else:
            self.health_check_node_port = absent
        if "internalTrafficPolicy" in body and (value := body["internalTrafficPolicy"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.internal_traffic_policy = value
            known += 1
        else:
            self.internal_traffic_policy = absent
        if "ipFamilies" in body and (value := body["ipFamilies"]) is not None:
            if not isinstance(value, list):
                raise Misshapen
            self.ip_families = value.copy()
            known += 1
        else:
            self.ip_families = absent
        if "ipFamilyPolicy" in body and (value := body["ipFamilyPolicy"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.ip_family_policy = value
            known += 1
        else:
            self.ip_family_policy = absent
        if "loadBalancerClass" in body and (value := body["loadBalancerClass"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.load_balancer_class = value
            known += 1
        else:
            self.load_balancer_class = absent
        if "loadBalancerIP" in body and (value := body["loadBalancerIP"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.load_balancer_ip = value
            known += 1
        else:
            self.load_balancer_ip = absent
        if "loadBalancerSourceRanges" in body and (value := body["loadBalancerSourceRanges"]) is not None:
            if not isinstance(value, list):
                raise Misshapen
            self.load_balancer_source_ranges = value.copy()
            known += 1
        else:
            self.load_balancer_source_ranges = absent
        if "ports" in body and (value := body["ports"]) is not None:
            if not isinstance(value, list):
                raise Misshapen
            self.ports = [ServicePort._load(item) for item in value]
            known += 1
        else:
            self.ports = absent
        if "publishNotReadyAddresses" in body and (value := body["publishNotReadyAddresses"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.publish_not_ready_addresses = value
            known += 1
        else:
            self.publish_not_ready_addresses = absent
        if "selector" in body and (value := body["selector"]) is not None:
            if not isinstance(value, dict):
                raise Misshapen
            self.selector = value.copy()
            known += 1
        else:
            self.selector = absent
        if "sessionAffinity" in body and (value := body["sessionAffinity"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.session_affinity = value
            known += 1
        else:
            self.session_affinity = absent
        if "sessionAffinityConfig" in body and (value := body["sessionAffinityConfig"]) is not None:
            self.session_affinity_config = SessionAffinityConfig._load(value)
            known += 1
        else:
            self.session_affinity_config = absent
        if "trafficDistribution" in body and (value := body["trafficDistribution"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.traffic_distribution = value
            known += 1
        else:
            self.traffic_distribution = absent
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
class SessionAffinityConfig(ApiObject):
    """Kubernetes' `SessionAffinityConfig` (core/v1).

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#sessionaffinityconfig-v1-core
    """

    type_key: ClassVar[str] = "core_v1.SessionAffinityConfig"

    client_ip: ClientIPConfig
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        client_ip: ClientIPConfig = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.client_ip = client_ip
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.client_ip is not None:
            body["clientIP"] = self.client_ip._dump()
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> SessionAffinityConfig:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "clientIP" in body and (value := body["clientIP"]) is not None:
            self.client_ip = ClientIPConfig._load(value)
            known += 1
        else:
            self.client_ip = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class SleepAction(ApiObject):
    """Kubernetes' `SleepAction` (core/v1).

    Required: seconds.
    Since: seconds 1.29.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#sleepaction-v1-core
    """

    type_key: ClassVar[str] = "core_v1.SleepAction"

    seconds: int
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        seconds: int = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.seconds = seconds
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.seconds is not None:
            body["seconds"] = self.seconds
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> SleepAction:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "seconds" in body and (value := body["seconds"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.seconds = value
            known += 1
        else:
            self.seconds = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class StorageOSPersistentVolumeSource(ApiObject):
    """Kubernetes' `StorageOSPersistentVolumeSource` (core/v1).

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#storageospersistentvolumesource-v1-core
    """

    type_key: ClassVar[str] = "core_v1.StorageOSPersistentVolumeSource"

    fs_type: str
    read_only: bool
    secret_ref: ObjectReference
    volume_name: str
    volume_namespace: str
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        fs_type: str = absent,
        read_only: bool = absent,
        secret_ref: ObjectReference = absent,
        volume_name: str = absent,
        volume_namespace: str = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.fs_type = fs_type
        self.read_only = read_only
        self.secret_ref = secret_ref
        self.volume_name = volume_name
        self.volume_namespace = volume_namespace
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.fs_type is not None:
            body["fsType"] = self.fs_type
        if self.read_only is not None:
            body["readOnly"] = self.read_only
        if self.secret_ref is not None:
            body["secretRef"] = self.secret_ref._dump()
        if self.volume_name is not None:
            body["volumeName"] = self.volume_name
        if self.volume_namespace is not None:
            body["volumeNamespace"] = self.volume_namespace
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> StorageOSPersistentVolumeSource:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "fsType" in body and (value := body["fsType"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.fs_type = value
            known += 1
        else:
            self.fs_type = absent
        if "readOnly" in body and (value := body["readOnly"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.read_only = value
            known += 1
        else:
            self.read_only = absent
        if "secretRef" in body and (value := body["secretRef"]) is not None:
            self.secret_ref = ObjectReference._load(value)
            known += 1
        else:
            self.secret_ref = absent
        if "volumeName" in body and (value := body["volumeName"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.volume_name = value
            known += 1
        else:
            self.volume_name = absent
        if "volumeNamespace" in body and (value := body["volumeNamespace"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.volume_namespace = value
            known += 1
        else:
            self.volume_namespace = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class StorageOSVolumeSource(ApiObject):
    """Kubernetes' `StorageOSVolumeSource` (core/v1).

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#storageosvolumesource-v1-core
    """

    type_key: ClassVar[str] = "core_v1.StorageOSVolumeSource"

    fs_type: str
    read_only: bool
    secret_ref: LocalObjectReference
    volume_name: str
    volume_namespace: str
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        fs_type: str = absent,
        read_only: bool = absent,
        secret_ref: LocalObjectReference = absent,
        volume_name: str = absent,
        volume_namespace: str = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.fs_type = fs_type
        self.read_only = read_only
        self.secret_ref = secret_ref
        self.volume_name = volume_name
        self.volume_namespace = volume_namespace
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.fs_type is not None:
            body["fsType"] = self.fs_type
        if self.read_only is not None:
            body["readOnly"] = self.read_only
        if self.secret_ref is not None:
            body["secretRef"] = self.secret_ref._dump()
        if self.volume_name is not None:
            body["volumeName"] = self.volume_name
        if self.volume_namespace is not None:
            body["volumeNamespace"] = self.volume_namespace
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> StorageOSVolumeSource:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "fsType" in body and (value := body["fsType"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.fs_type = value
            known += 1
        else:
            self.fs_type = absent
        if "readOnly" in body and (value := body["readOnly"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.read_only = value
            known += 1
        else:
            self.read_only = absent
        if "secretRef" in body and (value := body["secretRef"]) is not None:
            self.secret_ref = LocalObjectReference._load(value)
            known += 1
        else:
            self.secret_ref = absent
        if "volumeName" in body and (value := body["volumeName"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.volume_name = value
            known += 1
        else:
            self.volume_name = absent
        if "volumeNamespace" in body and (value := body["volumeNamespace"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.volume_namespace = value
            known += 1
        else:
            self.volume_namespace = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class Sysctl(ApiObject):
    """Kubernetes' `Sysctl` (core/v1).

    Required: name, value.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#sysctl-v1-core
    """

    type_key: ClassVar[str] = "core_v1.Sysctl"

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
    def _load(cls, body: dict[str, Any]) -> Sysctl:
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
class TypedLocalObjectReference(ApiObject):
    """Kubernetes' `TypedLocalObjectReference` (core/v1).

    Required: kind, name.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#typedlocalobjectreference-v1-core
    """

    type_key: ClassVar[str] = "core_v1.TypedLocalObjectReference"

    kind: str
    name: str
    api_group: str
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        kind: str = absent,
        name: str = absent,
        api_group: str = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.kind = kind
        self.name = name
        self.api_group = api_group
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.kind is not None:
            body["kind"] = self.kind
        if self.name is not None:
            body["name"] = self.name
        if self.api_group is not None:
            body["apiGroup"] = self.api_group
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> TypedLocalObjectReference:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "kind" in body and (value := body["kind"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.kind = value
            known += 1
        else:
            self.kind = absent
        if "name" in body and (value := body["name"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.name = value
            known += 1
        else:
            self.name = absent
        if "apiGroup" in body and (value := body["apiGroup"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.api_group = value
            known += 1
        else:
            self.api_group = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class TypedObjectReference(ApiObject):
    """Kubernetes' `TypedObjectReference` (core/v1).

    Required: kind, name.
    Since: namespace 1.26.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#typedobjectreference-v1-core
    """

    type_key: ClassVar[str] = "core_v1.TypedObjectReference"

    kind: str
    name: str
    api_group: str
    namespace: str
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        kind: str = absent,
        name: str = absent,
        api_group: str = absent,
        namespace: str = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.kind = kind
        self.name = name
        self.api_group = api_group
        self.namespace = namespace
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.kind is not None:
            body["kind"] = self.kind
        if self.name is not None:
            body["name"] = self.name
        if self.api_group is not None:
            body["apiGroup"] = self.api_group
        if self.namespace is not None:
            body["namespace"] = self.namespace
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> TypedObjectReference:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "kind" in body and (value := body["kind"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.kind = value
            known += 1
        else:
            self.kind = absent
        if "name" in body and (value := body["name"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.name = value
            known += 1
        else:
            self.name = absent
        if "apiGroup" in body and (value := body["apiGroup"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.api_group = value
            known += 1
        else:
            self.api_group = absent
        if "namespace" in body and (value := body["namespace"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.namespace = value
            known += 1
        else:
            self.namespace = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class VolumeDevice(ApiObject):
    """Kubernetes' `VolumeDevice` (core/v1).

    Required: name, device_path.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#volumedevice-v1-core
    """

    type_key: ClassVar[str] = "core_v1.VolumeDevice"

    name: str
    device_path: str
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        name: str = absent,
        device_path: str = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.name = name
        self.device_path = device_path
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.name is not None:
            body["name"] = self.name
        if self.device_path is not None:
            body["devicePath"] = self.device_path
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> VolumeDevice:
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
        if "devicePath" in body and (value := body["devicePath"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.device_path = value
            known += 1
        else:
            self.device_path = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class VolumeNodeAffinity(ApiObject):
    """Kubernetes' `VolumeNodeAffinity` (core/v1).

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#volumenodeaffinity-v1-core
    """

    type_key: ClassVar[str] = "core_v1.VolumeNodeAffinity"

    required: NodeSelector
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        required: NodeSelector = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.required = required
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.required is not None:
            body["required"] = self.required._dump()
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> VolumeNodeAffinity:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "required" in body and (value := body["required"]) is not None:
            self.required = NodeSelector._load(value)
            known += 1
        else:
            self.required = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class VolumeResourceRequirements(ApiObject):
    """Kubernetes' `VolumeResourceRequirements` (core/v1).

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#volumeresourcerequirements-v1-core
    """

    type_key: ClassVar[str] = "core_v1.VolumeResourceRequirements"

    limits: dict[str, str | int | float]
    requests: dict[str, str | int | float]
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        limits: dict[str, str | int | float] = absent,
        requests: dict[str, str | int | float] = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.limits = limits
        self.requests = requests
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.limits is not None:
            body["limits"] = self.limits.copy()
        if self.requests is not None:
            body["requests"] = self.requests.copy()
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> VolumeResourceRequirements:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
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
class VsphereVirtualDiskVolumeSource(ApiObject):
    """Kubernetes' `VsphereVirtualDiskVolumeSource` (core/v1).

    Required: volume_path.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#vspherevirtualdiskvolumesource-v1-core
    """

    type_key: ClassVar[str] = "core_v1.VsphereVirtualDiskVolumeSource"

    fs_type: str
    storage_policy_id: str
    storage_policy_name: str
    volume_path: str
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        fs_type: str = absent,
        storage_policy_id: str = absent,
        storage_policy_name: str = absent,
        volume_path: str = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.fs_type = fs_type
        self.storage_policy_id = storage_policy_id
        self.storage_policy_name = storage_policy_name
        self.volume_path = volume_path
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.fs_type is not None:
            body["fsType"] = self.fs_type
        if self.storage_policy_id is not None:
            body["storagePolicyID"] = self.storage_policy_id
        if self.storage_policy_name is not None:
            body["storagePolicyName"] = self.storage_policy_name
        if self.volume_path is not None:
            body["volumePath"] = self.volume_path
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> VsphereVirtualDiskVolumeSource:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "fsType" in body and (value := body["fsType"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.fs_type = value
            known += 1
        else:
            self.fs_type = absent
        if "storagePolicyID" in body and (value := body["storagePolicyID"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.storage_policy_id = value
            known += 1
        else:
            self.storage_policy_id = absent
        if "storagePolicyName" in body and (value := body["storagePolicyName"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.storage_policy_name = value
            known += 1
        else:
            self.storage_policy_name = absent
        if "volumePath" in body and (value := body["volumePath"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.volume_path = value
            known += 1
        else:
            self.volume_path = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class WindowsSecurityContextOptions(ApiObject):
    """Kubernetes' `WindowsSecurityContextOptions` (core/v1).

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#windowssecuritycontextoptions-v1-core
    """

    type_key: ClassVar[str] = "core_v1.WindowsSecurityContextOptions"

    gmsa_credential_spec: str
    gmsa_credential_spec_name: str
    host_process: bool
    run_as_user_name: str
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        gmsa_credential_spec: str = absent,
        gmsa_credential_spec_name: str = absent,
        host_process: bool = absent,
        run_as_user_name: str = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.gmsa_credential_spec = gmsa_credential_spec
        self.gmsa_credential_spec_name = gmsa_credential_spec_name
        self.host_process = host_process
        self.run_as_user_name = run_as_user_name
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.gmsa_credential_spec is not None:
            body["gmsaCredentialSpec"] = self.gmsa_credential_spec
        if self.gmsa_credential_spec_name is not None:
            body["gmsaCredentialSpecName"] = self.gmsa_credential_spec_name
        if self.host_process is not None:
            body["hostProcess"] = self.host_process
        if self.run_as_user_name is not None:
            body["runAsUserName"] = self.run_as_user_name
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> WindowsSecurityContextOptions:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "gmsaCredentialSpec" in body and (value := body["gmsaCredentialSpec"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.gmsa_credential_spec = value
            known += 1
        else:
            self.gmsa_credential_spec = absent
        if "gmsaCredentialSpecName" in body and (value := body["gmsaCredentialSpecName"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.gmsa_credential_spec_name = value
            known += 1
        else:
            self.gmsa_credential_spec_name = absent
        if "hostProcess" in body and (value := body["hostProcess"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.host_process = value
            known += 1
        else:
            self.host_process = absent
        if "runAsUserName" in body and (value := body["runAsUserName"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.run_as_user_name = value
            known += 1
        else:
            self.run_as_user_name = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self
