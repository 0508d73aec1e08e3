"""The parts of bodies as TypedDicts, so that editors complete, and mypy and pyright check, what is written as a dict.

Written by tools/generate_dicts.py from the schema table; do not edit. Keys are Kubernetes' own names, as in YAML. At run time these are
plain dicts, and nothing is checked by them. A dict of which a checker knows no more than `dict[str, Any]` is annotated with one of these,
or with `Any`.
"""

from __future__ import annotations

import sys
from typing import Any, Literal, TypedDict

if sys.version_info >= (3, 11):
    from typing import Required
else:
    from typing_extensions import Required


class AWSElasticBlockStoreVolumeSource(TypedDict, total=False):
    """The body of `core_v1.AWSElasticBlockStoreVolumeSource`."""

    fsType: str
    partition: int
    readOnly: bool
    volumeID: Required[str]


class Affinity(TypedDict, total=False):
    """The body of `core_v1.Affinity`."""

    nodeAffinity: NodeAffinity
    podAffinity: PodAffinity
    podAntiAffinity: PodAntiAffinity


class AppArmorProfile(TypedDict, total=False):
    """The body of `core_v1.AppArmorProfile`."""

    localhostProfile: str
    type: Required[Literal["Localhost", "RuntimeDefault", "Unconfined"]]


class AzureDiskVolumeSource(TypedDict, total=False):
    """The body of `core_v1.AzureDiskVolumeSource`."""

    kind: str
    cachingMode: str
    diskName: Required[str]
    diskURI: Required[str]
    fsType: str
    readOnly: bool


class AzureFileVolumeSource(TypedDict, total=False):
    """The body of `core_v1.AzureFileVolumeSource`."""

    readOnly: bool
    secretName: Required[str]
    shareName: Required[str]


class CSIVolumeSource(TypedDict, total=False):
    """The body of `core_v1.CSIVolumeSource`."""

    driver: Required[str]
    fsType: str
    nodePublishSecretRef: LocalObjectReference
    readOnly: bool
    volumeAttributes: dict[str, str]


class Capabilities(TypedDict, total=False):
    """The body of `core_v1.Capabilities`."""

    add: list[str]
    drop: list[str]


class CephFSVolumeSource(TypedDict, total=False):
    """The body of `core_v1.CephFSVolumeSource`."""

    monitors: Required[list[str]]
    path: str
    readOnly: bool
    secretFile: str
    secretRef: LocalObjectReference
    user: str


class CinderVolumeSource(TypedDict, total=False):
    """The body of `core_v1.CinderVolumeSource`."""

    fsType: str
    readOnly: bool
    secretRef: LocalObjectReference
    volumeID: Required[str]


class ClusterTrustBundleProjection(TypedDict, total=False):
    """The body of `core_v1.ClusterTrustBundleProjection`."""

    name: str
    labelSelector: LabelSelector
    optional: bool
    path: Required[str]
    signerName: str
    user: int


class ConfigMapEnvSource(TypedDict, total=False):
    """The body of `core_v1.ConfigMapEnvSource`."""

    name: str
    optional: bool


class ConfigMapKeySelector(TypedDict, total=False):
    """The body of `core_v1.ConfigMapKeySelector`."""

    name: str
    key: Required[str]
    optional: bool


class ConfigMapProjection(TypedDict, total=False):
    """The body of `core_v1.ConfigMapProjection`."""

    name: str
    items: list[KeyToPath]
    optional: bool


class ConfigMapVolumeSource(TypedDict, total=False):
    """The body of `core_v1.ConfigMapVolumeSource`."""

    name: str
    defaultMode: int
    defaultUser: int
    items: list[KeyToPath]
    optional: bool


class Container(TypedDict, total=False):
    """The body of `core_v1.Container`."""

    name: Required[str]
    image: str
    command: list[str]
    args: list[str]
    env: list[EnvVar]
    envFrom: list[EnvFromSource]
    imagePullPolicy: Literal["Always", "IfNotPresent", "Never"]
    lifecycle: Lifecycle
    livenessProbe: Probe
    ports: list[ContainerPort]
    readinessProbe: Probe
    resizePolicy: list[ContainerResizePolicy]
    resources: ResourceRequirements
    restartPolicy: Literal["Always", "Never", "OnFailure"]
    restartPolicyRules: list[ContainerRestartRule]
    securityContext: SecurityContext
    startupProbe: Probe
    stdin: bool
    stdinOnce: bool
    terminationMessagePath: str
    terminationMessagePolicy: Literal["FallbackToLogsOnError", "File"]
    tty: bool
    volumeDevices: list[VolumeDevice]
    volumeMounts: list[VolumeMount]
    workingDir: str


class ContainerPort(TypedDict, total=False):
    """The body of `core_v1.ContainerPort`."""

    name: str
    containerPort: Required[int]
    hostIP: str
    hostPort: int
    protocol: Literal["TCP", "UDP", "SCTP"]


class ContainerResizePolicy(TypedDict, total=False):
    """The body of `core_v1.ContainerResizePolicy`."""

    resourceName: Required[str]
    restartPolicy: Required[Literal["NotRequired", "RestartContainer"]]


class ContainerRestartRule(TypedDict, total=False):
    """The body of `core_v1.ContainerRestartRule`."""

    action: Required[Literal["Restart", "RestartAllContainers"]]
    exitCodes: ContainerRestartRuleOnExitCodes


class ContainerRestartRuleOnExitCodes(TypedDict, total=False):
    """The body of `core_v1.ContainerRestartRuleOnExitCodes`."""

    operator: Required[Literal["In", "NotIn"]]
    values: list[int]


class DownwardAPIProjection(TypedDict, total=False):
    """The body of `core_v1.DownwardAPIProjection`."""

    items: list[DownwardAPIVolumeFile]


class DownwardAPIVolumeFile(TypedDict, total=False):
    """The body of `core_v1.DownwardAPIVolumeFile`."""

    fieldRef: ObjectFieldSelector
    mode: int
    path: Required[str]
    resourceFieldRef: ResourceFieldSelector
    user: int


class DownwardAPIVolumeSource(TypedDict, total=False):
    """The body of `core_v1.DownwardAPIVolumeSource`."""

    defaultMode: int
    defaultUser: int
    items: list[DownwardAPIVolumeFile]


class EmptyDirVolumeSource(TypedDict, total=False):
    """The body of `core_v1.EmptyDirVolumeSource`."""

    medium: Literal["", "Memory", "HugePages", "HugePages-64Ki", "HugePages-2Mi", "HugePages-32Mi", "HugePages-512Mi", "HugePages-1Gi", "HugePages-16Gi"]
    mode: int
    sizeLimit: str | int | float


class EnvFromSource(TypedDict, total=False):
    """The body of `core_v1.EnvFromSource`."""

    configMapRef: ConfigMapEnvSource
    prefix: str
    secretRef: SecretEnvSource


class EnvVar(TypedDict, total=False):
    """The body of `core_v1.EnvVar`."""

    name: Required[str]
    value: str
    valueFrom: EnvVarSource


class EnvVarSource(TypedDict, total=False):
    """The body of `core_v1.EnvVarSource`."""

    configMapKeyRef: ConfigMapKeySelector
    fieldRef: ObjectFieldSelector
    fileKeyRef: FileKeySelector
    resourceFieldRef: ResourceFieldSelector
    secretKeyRef: SecretKeySelector


class EphemeralContainer(TypedDict, total=False):
    """The body of `core_v1.EphemeralContainer`."""

    name: Required[str]
    image: str
    command: list[str]
    args: list[str]
    env: list[EnvVar]
    envFrom: list[EnvFromSource]
    imagePullPolicy: Literal["Always", "IfNotPresent", "Never"]
    lifecycle: Lifecycle
    livenessProbe: Probe
    ports: list[ContainerPort]
    readinessProbe: Probe
    resizePolicy: list[ContainerResizePolicy]
    resources: ResourceRequirements
    restartPolicy: str
    restartPolicyRules: list[ContainerRestartRule]
    securityContext: SecurityContext
    startupProbe: Probe
    stdin: bool
    stdinOnce: bool
    targetContainerName: str
    terminationMessagePath: str
    terminationMessagePolicy: Literal["FallbackToLogsOnError", "File"]
    tty: bool
    volumeDevices: list[VolumeDevice]
    volumeMounts: list[VolumeMount]
    workingDir: str


class EphemeralVolumeSource(TypedDict, total=False):
    """The body of `core_v1.EphemeralVolumeSource`."""

    volumeClaimTemplate: PersistentVolumeClaimTemplate


class EvictionResponder(TypedDict, total=False):
    """The body of `core_v1.EvictionResponder`."""

    name: Required[str]
    priority: Required[int]


class ExecAction(TypedDict, total=False):
    """The body of `core_v1.ExecAction`."""

    command: list[str]


class FCVolumeSource(TypedDict, total=False):
    """The body of `core_v1.FCVolumeSource`."""

    fsType: str
    lun: int
    readOnly: bool
    targetWWNs: list[str]
    wwids: list[str]


class FileKeySelector(TypedDict, total=False):
    """The body of `core_v1.FileKeySelector`."""

    key: Required[str]
    optional: bool
    path: Required[str]
    volumeName: Required[str]


class FlexVolumeSource(TypedDict, total=False):
    """The body of `core_v1.FlexVolumeSource`."""

    driver: Required[str]
    fsType: str
    options: dict[str, str]
    readOnly: bool
    secretRef: LocalObjectReference


class FlockerVolumeSource(TypedDict, total=False):
    """The body of `core_v1.FlockerVolumeSource`."""

    datasetName: str
    datasetUUID: str


class GCEPersistentDiskVolumeSource(TypedDict, total=False):
    """The body of `core_v1.GCEPersistentDiskVolumeSource`."""

    fsType: str
    partition: int
    pdName: Required[str]
    readOnly: bool


class GRPCAction(TypedDict, total=False):
    """The body of `core_v1.GRPCAction`."""

    mode: str
    port: Required[int]
    service: str


class GitRepoVolumeSource(TypedDict, total=False):
    """The body of `core_v1.GitRepoVolumeSource`."""

    directory: str
    repository: Required[str]
    revision: str


class GlusterfsVolumeSource(TypedDict, total=False):
    """The body of `core_v1.GlusterfsVolumeSource`."""

    endpoints: Required[str]
    path: Required[str]
    readOnly: bool


class HTTPGetAction(TypedDict, total=False):
    """The body of `core_v1.HTTPGetAction`."""

    host: str
    httpHeaders: list[HTTPHeader]
    path: str
    port: Required[int | str]
    protocol: str
    scheme: Literal["HTTP", "HTTPS"]


class HTTPHeader(TypedDict, total=False):
    """The body of `core_v1.HTTPHeader`."""

    name: Required[str]
    value: Required[str]


class HostAlias(TypedDict, total=False):
    """The body of `core_v1.HostAlias`."""

    hostnames: list[str]
    ip: Required[str]


class HostPathVolumeSource(TypedDict, total=False):
    """The body of `core_v1.HostPathVolumeSource`."""

    path: Required[str]
    type: Literal["", "BlockDevice", "CharDevice", "Directory", "DirectoryOrCreate", "File", "FileOrCreate", "Socket"]


class ISCSIVolumeSource(TypedDict, total=False):
    """The body of `core_v1.ISCSIVolumeSource`."""

    chapAuthDiscovery: bool
    chapAuthSession: bool
    fsType: str
    initiatorName: str
    iqn: Required[str]
    iscsiInterface: str
    lun: Required[int]
    portals: list[str]
    readOnly: bool
    secretRef: LocalObjectReference
    targetPortal: Required[str]


class ImageVolumeSource(TypedDict, total=False):
    """The body of `core_v1.ImageVolumeSource`."""

    pullPolicy: Literal["Always", "IfNotPresent", "Never"]
    reference: str


class Job(TypedDict, total=False):
    """The body of `batch_v1.Job`."""

    apiVersion: Literal["batch/v1"]
    kind: Literal["Job"]
    metadata: ObjectMeta
    spec: JobSpec


class JobSchedulingConfiguration(TypedDict, total=False):
    """The body of `batch_v1.JobSchedulingConfiguration`."""

    disruptionMode: WorkloadPodGroupDisruptionMode
    resourceClaims: list[WorkloadPodGroupResourceClaim]
    schedulingConstraints: WorkloadPodGroupSchedulingConstraints
    schedulingPolicy: WorkloadPodGroupSchedulingPolicy


class JobSpec(TypedDict, total=False):
    """The body of `batch_v1.JobSpec`."""

    activeDeadlineSeconds: int
    backoffLimit: int
    backoffLimitPerIndex: int
    completionMode: Literal["Indexed", "NonIndexed"]
    completions: int
    managedBy: str
    manualSelector: bool
    maxFailedIndexes: int
    parallelism: int
    podFailurePolicy: PodFailurePolicy
    podReplacementPolicy: Literal["Failed", "TerminatingOrFailed"]
    scheduling: JobSchedulingConfiguration
    selector: LabelSelector
    successPolicy: SuccessPolicy
    suspend: bool
    template: Required[PodTemplateSpec]
    ttlSecondsAfterFinished: int


class KeyToPath(TypedDict, total=False):
    """The body of `core_v1.KeyToPath`."""

    key: Required[str]
    mode: int
    path: Required[str]
    user: int


class LabelSelector(TypedDict, total=False):
    """The body of `meta_v1.LabelSelector`."""

    matchExpressions: list[LabelSelectorRequirement]
    matchLabels: dict[str, str]


class LabelSelectorRequirement(TypedDict, total=False):
    """The body of `meta_v1.LabelSelectorRequirement`."""

    key: Required[str]
    operator: Required[Literal["DoesNotExist", "Exists", "In", "NotIn"]]
    values: list[str]


class Lifecycle(TypedDict, total=False):
    """The body of `core_v1.Lifecycle`."""

    postStart: LifecycleHandler
    preStop: LifecycleHandler
    stopSignal: str


class LifecycleHandler(TypedDict, total=False):
    """The body of `core_v1.LifecycleHandler`."""

    exec: ExecAction
    httpGet: HTTPGetAction
    sleep: SleepAction
    tcpSocket: TCPSocketAction


class LocalObjectReference(TypedDict, total=False):
    """The body of `core_v1.LocalObjectReference`."""

    name: str


class NFSVolumeSource(TypedDict, total=False):
    """The body of `core_v1.NFSVolumeSource`."""

    path: Required[str]
    readOnly: bool
    server: Required[str]


class NodeAffinity(TypedDict, total=False):
    """The body of `core_v1.NodeAffinity`."""

    preferredDuringSchedulingIgnoredDuringExecution: list[PreferredSchedulingTerm]
    requiredDuringSchedulingIgnoredDuringExecution: NodeSelector


class NodeSelector(TypedDict, total=False):
    """The body of `core_v1.NodeSelector`."""

    nodeSelectorTerms: Required[list[NodeSelectorTerm]]


class NodeSelectorRequirement(TypedDict, total=False):
    """The body of `core_v1.NodeSelectorRequirement`."""

    key: Required[str]
    operator: Required[Literal["DoesNotExist", "Exists", "Gt", "In", "Lt", "NotIn"]]
    values: list[str]


class NodeSelectorTerm(TypedDict, total=False):
    """The body of `core_v1.NodeSelectorTerm`."""

    matchExpressions: list[NodeSelectorRequirement]
    matchFields: list[NodeSelectorRequirement]


class ObjectFieldSelector(TypedDict, total=False):
    """The body of `core_v1.ObjectFieldSelector`."""

    apiVersion: str
    fieldPath: Required[str]


class ObjectMeta(TypedDict, total=False):
    """The body of `meta_v1.ObjectMeta`."""

    name: str
    annotations: dict[str, str]
    creationTimestamp: str
    deletionGracePeriodSeconds: int
    deletionTimestamp: str
    finalizers: list[str]
    generateName: str
    generation: int
    labels: dict[str, str]
    namespace: str
    ownerReferences: list[OwnerReference]
    resourceVersion: str
    selfLink: str
    uid: str


class OwnerReference(TypedDict, total=False):
    """The body of `meta_v1.OwnerReference`."""

    apiVersion: Required[str]
    kind: Required[str]
    name: Required[str]
    blockOwnerDeletion: bool
    controller: bool
    uid: Required[str]


class PersistentVolumeClaim(TypedDict, total=False):
    """The body of `core_v1.PersistentVolumeClaim`."""

    apiVersion: Literal["v1"]
    kind: Literal["PersistentVolumeClaim"]
    metadata: ObjectMeta
    spec: PersistentVolumeClaimSpec


class PersistentVolumeClaimSpec(TypedDict, total=False):
    """The body of `core_v1.PersistentVolumeClaimSpec`."""

    accessModes: list[Literal["ReadWriteOnce", "ReadOnlyMany", "ReadWriteMany", "ReadWriteOncePod"]]
    dataSource: TypedLocalObjectReference
    dataSourceRef: TypedObjectReference
    resources: VolumeResourceRequirements
    selector: LabelSelector
    storageClassName: str
    volumeAttributesClassName: str
    volumeMode: Literal["Block", "Filesystem"]
    volumeName: str


class PersistentVolumeClaimTemplate(TypedDict, total=False):
    """The body of `core_v1.PersistentVolumeClaimTemplate`."""

    metadata: ObjectMeta
    spec: Required[PersistentVolumeClaimSpec]


class PersistentVolumeClaimVolumeSource(TypedDict, total=False):
    """The body of `core_v1.PersistentVolumeClaimVolumeSource`."""

    claimName: Required[str]
    readOnly: bool


class PhotonPersistentDiskVolumeSource(TypedDict, total=False):
    """The body of `core_v1.PhotonPersistentDiskVolumeSource`."""

    fsType: str
    pdID: Required[str]


class Pod(TypedDict, total=False):
    """The body of `core_v1.Pod`."""

    apiVersion: Literal["v1"]
    kind: Literal["Pod"]
    metadata: ObjectMeta
    spec: PodSpec


class PodAffinity(TypedDict, total=False):
    """The body of `core_v1.PodAffinity`."""

    preferredDuringSchedulingIgnoredDuringExecution: list[WeightedPodAffinityTerm]
    requiredDuringSchedulingIgnoredDuringExecution: list[PodAffinityTerm]


class PodAffinityTerm(TypedDict, total=False):
    """The body of `core_v1.PodAffinityTerm`."""

    labelSelector: LabelSelector
    matchLabelKeys: list[str]
    mismatchLabelKeys: list[str]
    namespaceSelector: LabelSelector
    namespaces: list[str]
    topologyKey: Required[str]


class PodAntiAffinity(TypedDict, total=False):
    """The body of `core_v1.PodAntiAffinity`."""

    preferredDuringSchedulingIgnoredDuringExecution: list[WeightedPodAffinityTerm]
    requiredDuringSchedulingIgnoredDuringExecution: list[PodAffinityTerm]


class PodCertificateProjection(TypedDict, total=False):
    """The body of `core_v1.PodCertificateProjection`."""

    certificateChainPath: str
    credentialBundlePath: str
    keyPath: str
    keyType: Required[str]
    maxExpirationSeconds: int
    signerName: Required[str]
    user: int
    userAnnotations: dict[str, str]


class PodDNSConfig(TypedDict, total=False):
    """The body of `core_v1.PodDNSConfig`."""

    nameservers: list[str]
    options: list[PodDNSConfigOption]
    searches: list[str]


class PodDNSConfigOption(TypedDict, total=False):
    """The body of `core_v1.PodDNSConfigOption`."""

    name: str
    value: str


class PodFailurePolicy(TypedDict, total=False):
    """The body of `batch_v1.PodFailurePolicy`."""

    rules: Required[list[PodFailurePolicyRule]]


class PodFailurePolicyOnExitCodesRequirement(TypedDict, total=False):
    """The body of `batch_v1.PodFailurePolicyOnExitCodesRequirement`."""

    containerName: str
    operator: Required[Literal["In", "NotIn"]]
    values: Required[list[int]]


class PodFailurePolicyOnPodConditionsPattern(TypedDict, total=False):
    """The body of `batch_v1.PodFailurePolicyOnPodConditionsPattern`."""

    type: Required[str]
    status: str


class PodFailurePolicyRule(TypedDict, total=False):
    """The body of `batch_v1.PodFailurePolicyRule`."""

    action: Required[Literal["Count", "FailIndex", "FailJob", "Ignore"]]
    onExitCodes: PodFailurePolicyOnExitCodesRequirement
    onPodConditions: list[PodFailurePolicyOnPodConditionsPattern]


class PodOS(TypedDict, total=False):
    """The body of `core_v1.PodOS`."""

    name: Required[Literal["linux", "windows"]]


class PodReadinessGate(TypedDict, total=False):
    """The body of `core_v1.PodReadinessGate`."""

    conditionType: Required[str]


class PodResourceClaim(TypedDict, total=False):
    """The body of `core_v1.PodResourceClaim`."""

    name: Required[str]
    resourceClaimName: str
    resourceClaimTemplateName: str


class PodSchedulingGate(TypedDict, total=False):
    """The body of `core_v1.PodSchedulingGate`."""

    name: Required[str]


class PodSchedulingGroup(TypedDict, total=False):
    """The body of `core_v1.PodSchedulingGroup`."""

    podGroupName: str


class PodSecurityContext(TypedDict, total=False):
    """The body of `core_v1.PodSecurityContext`."""

    appArmorProfile: AppArmorProfile
    fsGroup: int
    fsGroupChangePolicy: Literal["Always", "OnRootMismatch"]
    runAsGroup: int
    runAsNonRoot: bool
    runAsUser: int
    seLinuxChangePolicy: Literal["MountOption", "Recursive"]
    seLinuxOptions: SELinuxOptions
    seccompProfile: SeccompProfile
    supplementalGroups: list[int]
    supplementalGroupsPolicy: Literal["Merge", "Strict"]
    sysctls: list[Sysctl]
    windowsOptions: WindowsSecurityContextOptions


class PodSpec(TypedDict, total=False):
    """The body of `core_v1.PodSpec`."""

    activeDeadlineSeconds: int
    affinity: Affinity
    automountServiceAccountToken: bool
    containers: Required[list[Container]]
    dnsConfig: PodDNSConfig
    dnsPolicy: Literal["ClusterFirst", "ClusterFirstWithHostNet", "Default", "None"]
    enableServiceLinks: bool
    ephemeralContainers: list[EphemeralContainer]
    evictionResponders: list[EvictionResponder]
    hostAliases: list[HostAlias]
    hostIPC: bool
    hostNetwork: bool
    hostPID: bool
    hostUsers: bool
    hostname: str
    hostnameOverride: str
    imagePullSecrets: list[LocalObjectReference]
    initContainers: list[Container]
    nodeName: str
    nodeSelector: dict[str, str]
    os: PodOS
    overhead: dict[str, str | int | float]
    preemptionPolicy: Literal["Never", "PreemptLowerPriority"]
    priority: int
    priorityClassName: str
    readinessGates: list[PodReadinessGate]
    resourceClaims: list[PodResourceClaim]
    resources: ResourceRequirements
    restartPolicy: Literal["Always", "OnFailure", "Never"]
    runtimeClassName: str
    schedulerName: str
    schedulingGates: list[PodSchedulingGate]
    schedulingGroup: PodSchedulingGroup
    securityContext: PodSecurityContext
    serviceAccount: str
    serviceAccountName: str
    setHostnameAsFQDN: bool
    shareProcessNamespace: bool
    subdomain: str
    terminationGracePeriodSeconds: int
    tolerations: list[Toleration]
    topologySpreadConstraints: list[TopologySpreadConstraint]
    volumes: list[Volume]


class PodTemplateSpec(TypedDict, total=False):
    """The body of `core_v1.PodTemplateSpec`."""

    metadata: ObjectMeta
    spec: PodSpec


class PortworxVolumeSource(TypedDict, total=False):
    """The body of `core_v1.PortworxVolumeSource`."""

    fsType: str
    readOnly: bool
    volumeID: Required[str]


class PreferredSchedulingTerm(TypedDict, total=False):
    """The body of `core_v1.PreferredSchedulingTerm`."""

    preference: Required[NodeSelectorTerm]
    weight: Required[int]


class Probe(TypedDict, total=False):
    """The body of `core_v1.Probe`."""

    exec: ExecAction
    failureThreshold: int
    grpc: GRPCAction
    httpGet: HTTPGetAction
    initialDelaySeconds: int
    periodSeconds: int
    successThreshold: int
    tcpSocket: TCPSocketAction
    terminationGracePeriodSeconds: int
    timeoutSeconds: int


class ProjectedVolumeSource(TypedDict, total=False):
    """The body of `core_v1.ProjectedVolumeSource`."""

    defaultMode: int
    defaultUser: int
    sources: list[VolumeProjection]


class QuobyteVolumeSource(TypedDict, total=False):
    """The body of `core_v1.QuobyteVolumeSource`."""

    group: str
    readOnly: bool
    registry: Required[str]
    tenant: str
    user: str
    volume: Required[str]


class RBDVolumeSource(TypedDict, total=False):
    """The body of `core_v1.RBDVolumeSource`."""

    image: Required[str]
    fsType: str
    keyring: str
    monitors: Required[list[str]]
    pool: str
    readOnly: bool
    secretRef: LocalObjectReference
    user: str


class ResourceClaim(TypedDict, total=False):
    """The body of `core_v1.ResourceClaim`."""

    name: Required[str]
    request: str


class ResourceFieldSelector(TypedDict, total=False):
    """The body of `core_v1.ResourceFieldSelector`."""

    containerName: str
    divisor: str | int | float
    resource: Required[str]


class ResourceRequirements(TypedDict, total=False):
    """The body of `core_v1.ResourceRequirements`."""

    claims: list[ResourceClaim]
    limits: dict[str, str | int | float]
    requests: dict[str, str | int | float]


class SELinuxOptions(TypedDict, total=False):
    """The body of `core_v1.SELinuxOptions`."""

    level: str
    role: str
    type: str
    user: str


class ScaleIOVolumeSource(TypedDict, total=False):
    """The body of `core_v1.ScaleIOVolumeSource`."""

    fsType: str
    gateway: Required[str]
    protectionDomain: str
    readOnly: bool
    secretRef: Required[LocalObjectReference]
    sslEnabled: bool
    storageMode: str
    storagePool: str
    system: Required[str]
    volumeName: str


class SeccompProfile(TypedDict, total=False):
    """The body of `core_v1.SeccompProfile`."""

    localhostProfile: str
    type: Required[Literal["Localhost", "RuntimeDefault", "Unconfined"]]


class SecretEnvSource(TypedDict, total=False):
    """The body of `core_v1.SecretEnvSource`."""

    name: str
    optional: bool


class SecretKeySelector(TypedDict, total=False):
    """The body of `core_v1.SecretKeySelector`."""

    name: str
    key: Required[str]
    optional: bool


class SecretProjection(TypedDict, total=False):
    """The body of `core_v1.SecretProjection`."""

    name: str
    items: list[KeyToPath]
    optional: bool


class SecretVolumeSource(TypedDict, total=False):
    """The body of `core_v1.SecretVolumeSource`."""

    defaultMode: int
    defaultUser: int
    items: list[KeyToPath]
    optional: bool
    secretName: str


class SecurityContext(TypedDict, total=False):
    """The body of `core_v1.SecurityContext`."""

    allowPrivilegeEscalation: bool
    appArmorProfile: AppArmorProfile
    capabilities: Capabilities
    privileged: bool
    procMount: Literal["Default", "Unmasked"]
    readOnlyRootFilesystem: bool
    runAsGroup: int
    runAsNonRoot: bool
    runAsUser: int
    seLinuxOptions: SELinuxOptions
    seccompProfile: SeccompProfile
    windowsOptions: WindowsSecurityContextOptions


class ServiceAccountTokenProjection(TypedDict, total=False):
    """The body of `core_v1.ServiceAccountTokenProjection`."""

    audience: str
    expirationSeconds: int
    path: Required[str]
    user: int


class SleepAction(TypedDict, total=False):
    """The body of `core_v1.SleepAction`."""

    seconds: Required[int]


class StorageOSVolumeSource(TypedDict, total=False):
    """The body of `core_v1.StorageOSVolumeSource`."""

    fsType: str
    readOnly: bool
    secretRef: LocalObjectReference
    volumeName: str
    volumeNamespace: str


class SuccessPolicy(TypedDict, total=False):
    """The body of `batch_v1.SuccessPolicy`."""

    rules: Required[list[SuccessPolicyRule]]


class SuccessPolicyRule(TypedDict, total=False):
    """The body of `batch_v1.SuccessPolicyRule`."""

    succeededCount: int
    succeededIndexes: str


class Sysctl(TypedDict, total=False):
    """The body of `core_v1.Sysctl`."""

    name: Required[str]
    value: Required[str]


class TCPSocketAction(TypedDict, total=False):
    """The body of `core_v1.TCPSocketAction`."""

    host: str
    port: Required[int | str]


class Toleration(TypedDict, total=False):
    """The body of `core_v1.Toleration`."""

    effect: Literal["NoExecute", "NoSchedule", "PreferNoSchedule"]
    key: str
    operator: Literal["Equal", "Exists", "Gt", "Lt"]
    tolerationSeconds: int
    value: str


class TopologyConstraint(TypedDict, total=False):
    """The body of `scheduling_v1alpha3.TopologyConstraint`."""

    key: Required[str]


class TopologySpreadConstraint(TypedDict, total=False):
    """The body of `core_v1.TopologySpreadConstraint`."""

    labelSelector: LabelSelector
    matchLabelKeys: list[str]
    maxSkew: Required[int]
    minDomains: int
    nodeAffinityPolicy: Literal["Honor", "Ignore"]
    nodeTaintsPolicy: Literal["Honor", "Ignore"]
    topologyKey: Required[str]
    whenUnsatisfiable: Required[Literal["DoNotSchedule", "ScheduleAnyway"]]


class TypedLocalObjectReference(TypedDict, total=False):
    """The body of `core_v1.TypedLocalObjectReference`."""

    kind: Required[str]
    name: Required[str]
    apiGroup: str


class TypedObjectReference(TypedDict, total=False):
    """The body of `core_v1.TypedObjectReference`."""

    kind: Required[str]
    name: Required[str]
    apiGroup: str
    namespace: str


class Volume(TypedDict, total=False):
    """The body of `core_v1.Volume`."""

    name: Required[str]
    image: ImageVolumeSource
    awsElasticBlockStore: AWSElasticBlockStoreVolumeSource
    azureDisk: AzureDiskVolumeSource
    azureFile: AzureFileVolumeSource
    cephfs: CephFSVolumeSource
    cinder: CinderVolumeSource
    configMap: ConfigMapVolumeSource
    csi: CSIVolumeSource
    downwardAPI: DownwardAPIVolumeSource
    emptyDir: EmptyDirVolumeSource
    ephemeral: EphemeralVolumeSource
    fc: FCVolumeSource
    flexVolume: FlexVolumeSource
    flocker: FlockerVolumeSource
    gcePersistentDisk: GCEPersistentDiskVolumeSource
    gitRepo: GitRepoVolumeSource
    glusterfs: GlusterfsVolumeSource
    hostPath: HostPathVolumeSource
    iscsi: ISCSIVolumeSource
    nfs: NFSVolumeSource
    persistentVolumeClaim: PersistentVolumeClaimVolumeSource
    photonPersistentDisk: PhotonPersistentDiskVolumeSource
    portworxVolume: PortworxVolumeSource
    projected: ProjectedVolumeSource
    quobyte: QuobyteVolumeSource
    rbd: RBDVolumeSource
    scaleIO: ScaleIOVolumeSource
    secret: SecretVolumeSource
    storageos: StorageOSVolumeSource
    vsphereVolume: VsphereVirtualDiskVolumeSource


class VolumeDevice(TypedDict, total=False):
    """The body of `core_v1.VolumeDevice`."""

    name: Required[str]
    devicePath: Required[str]


class VolumeMount(TypedDict, total=False):
    """The body of `core_v1.VolumeMount`."""

    name: Required[str]
    bindMountOptions: list[str]
    mountPath: Required[str]
    mountPropagation: Literal["Bidirectional", "HostToContainer", "None"]
    readOnly: bool
    recursiveReadOnly: Literal["Disabled", "Enabled", "IfPossible"]
    subPath: str
    subPathExpr: str


class VolumeProjection(TypedDict, total=False):
    """The body of `core_v1.VolumeProjection`."""

    clusterTrustBundle: ClusterTrustBundleProjection
    configMap: ConfigMapProjection
    downwardAPI: DownwardAPIProjection
    podCertificate: PodCertificateProjection
    secret: SecretProjection
    serviceAccountToken: ServiceAccountTokenProjection


class VolumeResourceRequirements(TypedDict, total=False):
    """The body of `core_v1.VolumeResourceRequirements`."""

    limits: dict[str, str | int | float]
    requests: dict[str, str | int | float]


class VsphereVirtualDiskVolumeSource(TypedDict, total=False):
    """The body of `core_v1.VsphereVirtualDiskVolumeSource`."""

    fsType: str
    storagePolicyID: str
    storagePolicyName: str
    volumePath: Required[str]


class WeightedPodAffinityTerm(TypedDict, total=False):
    """The body of `core_v1.WeightedPodAffinityTerm`."""

    podAffinityTerm: Required[PodAffinityTerm]
    weight: Required[int]


class WindowsSecurityContextOptions(TypedDict, total=False):
    """The body of `core_v1.WindowsSecurityContextOptions`."""

    gmsaCredentialSpec: str
    gmsaCredentialSpecName: str
    hostProcess: bool
    runAsUserName: str


class WorkloadPodGroupAllDisruptionMode(TypedDict, total=False):
    """The body of `scheduling_v1alpha3.WorkloadPodGroupAllDisruptionMode`."""



class WorkloadPodGroupBasicSchedulingPolicy(TypedDict, total=False):
    """The body of `scheduling_v1alpha3.WorkloadPodGroupBasicSchedulingPolicy`."""



class WorkloadPodGroupDisruptionMode(TypedDict, total=False):
    """The body of `scheduling_v1alpha3.WorkloadPodGroupDisruptionMode`."""

    all: WorkloadPodGroupAllDisruptionMode
    single: WorkloadPodGroupSingleDisruptionMode


class WorkloadPodGroupGangSchedulingPolicy(TypedDict, total=False):
    """The body of `scheduling_v1alpha3.WorkloadPodGroupGangSchedulingPolicy`."""

    minCount: int


class WorkloadPodGroupResourceClaim(TypedDict, total=False):
    """The body of `scheduling_v1alpha3.WorkloadPodGroupResourceClaim`."""

    name: Required[str]
    resourceClaimName: str
    resourceClaimTemplateName: str


class WorkloadPodGroupSchedulingConstraints(TypedDict, total=False):
    """The body of `scheduling_v1alpha3.WorkloadPodGroupSchedulingConstraints`."""

    topology: list[TopologyConstraint]


class WorkloadPodGroupSchedulingPolicy(TypedDict, total=False):
    """The body of `scheduling_v1alpha3.WorkloadPodGroupSchedulingPolicy`."""

    basic: WorkloadPodGroupBasicSchedulingPolicy
    gang: WorkloadPodGroupGangSchedulingPolicy


class WorkloadPodGroupSingleDisruptionMode(TypedDict, total=False):
    """The body of `scheduling_v1alpha3.WorkloadPodGroupSingleDisruptionMode`."""

