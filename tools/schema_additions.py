"""What the JSON schemas of Kubernetes do not say, by hand for `generate_api.py`: plurals, enums, defaults, and which types are common.

The schemas have no enum values and no defaults; both are taken from the API reference's text, and were compared with what a server of
1.37 says to a wrong value and fills into an absent one. An enum stands here only where every other value is refused, by the server or (the
medium of an emptyDir) by the node, and a default only where the server fills in the same value whatever the other fields say
(`imagePullPolicy` depends on the tag, so it has none). Values behind a feature gate are in: `Gt` and `Lt` of tolerations.
"""

from __future__ import annotations

CORE, BATCH, EVENTS, RBAC = "io.k8s.api.core.v1.", "io.k8s.api.batch.v1.", "io.k8s.api.events.v1.", "io.k8s.api.rbac.v1."

# definition -> (plural, namespaced); the first of a kind's name is the one that the name alone means
ROOTS: dict[str, tuple[str, bool]] = {
    CORE + "Pod": ("pods", True),
    BATCH + "Job": ("jobs", True),
    BATCH + "CronJob": ("cronjobs", True),
    CORE + "Secret": ("secrets", True),
    CORE + "ConfigMap": ("configmaps", True),
    CORE + "PersistentVolume": ("persistentvolumes", False),
    CORE + "PersistentVolumeClaim": ("persistentvolumeclaims", True),
    CORE + "Service": ("services", True),
    CORE + "ServiceAccount": ("serviceaccounts", True),
    CORE + "Namespace": ("namespaces", False),
    CORE + "Event": ("events", True),
    EVENTS + "Event": ("events", True),
    RBAC + "Role": ("roles", True),
    RBAC + "RoleBinding": ("rolebindings", True),
}

# The types of core/v1 that most Pods need; all others are in modules that are loaded on first use.
COMMON = """
Affinity Capabilities ConfigMap ConfigMapEnvSource ConfigMapKeySelector ConfigMapProjection ConfigMapVolumeSource Container ContainerPort
DownwardAPIProjection DownwardAPIVolumeFile DownwardAPIVolumeSource EmptyDirVolumeSource EnvFromSource EnvVar EnvVarSource ExecAction
HTTPGetAction HTTPHeader HostPathVolumeSource KeyToPath Lifecycle LifecycleHandler LocalObjectReference NodeAffinity NodeSelector
NodeSelectorRequirement NodeSelectorTerm ObjectFieldSelector PersistentVolumeClaimVolumeSource Pod PodAffinity PodAffinityTerm
PodAntiAffinity PodSecurityContext PodSpec PodTemplateSpec PreferredSchedulingTerm Probe ProjectedVolumeSource ResourceFieldSelector
ResourceRequirements SeccompProfile Secret SecretEnvSource SecretKeySelector SecretProjection SecretVolumeSource SecurityContext
ServiceAccountTokenProjection TCPSocketAction Toleration TopologySpreadConstraint Volume VolumeMount VolumeProjection
WeightedPodAffinityTerm
""".split()  # noqa: SIM905

# Attributes whose plain snake_case would be unreadable.
NAMES = {
    "targetWWNs": "target_wwns",
    "nonResourceURLs": "non_resource_urls",
    "hostIPs": "host_ips",
    "podIPs": "pod_ips",
    "clusterIPs": "cluster_ips",
    "externalIPs": "external_ips",
}

# Fields that a person wants to read first, in this order; the others follow by name, `status` last.
FIRST = ("apiVersion", "kind", "metadata", "name", "image", "command", "args")

_PULL = ("Always", "IfNotPresent", "Never")
_PROTOCOL = ("TCP", "UDP", "SCTP")
_ACCESS = ("ReadWriteOnce", "ReadOnlyMany", "ReadWriteMany", "ReadWriteOncePod")
_MODE = ("Block", "Filesystem")
_POLICY = ("Honor", "Ignore")
_TRUTH = ("True", "False", "Unknown")
_PROFILE = ("Localhost", "RuntimeDefault", "Unconfined")
_EVENT = ("Normal", "Warning")

# "type.wireName" -> every value that the server takes
ENUMS: dict[str, tuple[str, ...]] = {
    "core_v1.PodSpec.restartPolicy": ("Always", "OnFailure", "Never"),
    "core_v1.PodSpec.dnsPolicy": ("ClusterFirst", "ClusterFirstWithHostNet", "Default", "None"),
    "core_v1.PodSpec.preemptionPolicy": ("Never", "PreemptLowerPriority"),
    "core_v1.PodOS.name": ("linux", "windows"),
    "core_v1.PodStatus.phase": ("Pending", "Running", "Succeeded", "Failed", "Unknown"),
    "core_v1.PodStatus.qosClass": ("BestEffort", "Burstable", "Guaranteed"),
    "core_v1.PodCondition.status": _TRUTH,
    "core_v1.PodSecurityContext.fsGroupChangePolicy": ("Always", "OnRootMismatch"),
    "core_v1.PodSecurityContext.supplementalGroupsPolicy": ("Merge", "Strict"),
    "core_v1.PodSecurityContext.seLinuxChangePolicy": ("MountOption", "Recursive"),
    "core_v1.SecurityContext.procMount": ("Default", "Unmasked"),
    "core_v1.SeccompProfile.type": _PROFILE,
    "core_v1.AppArmorProfile.type": _PROFILE,
    "core_v1.Container.imagePullPolicy": _PULL,
    "core_v1.Container.restartPolicy": ("Always", "Never", "OnFailure"),
    "core_v1.Container.terminationMessagePolicy": ("FallbackToLogsOnError", "File"),
    "core_v1.EphemeralContainer.imagePullPolicy": _PULL,
    "core_v1.EphemeralContainer.terminationMessagePolicy": ("FallbackToLogsOnError", "File"),
    "core_v1.ImageVolumeSource.pullPolicy": _PULL,
    "core_v1.ContainerPort.protocol": _PROTOCOL,
    "core_v1.ContainerResizePolicy.restartPolicy": ("NotRequired", "RestartContainer"),
    "core_v1.ContainerRestartRule.action": ("Restart", "RestartAllContainers"),
    "core_v1.ContainerRestartRuleOnExitCodes.operator": ("In", "NotIn"),
    "core_v1.HTTPGetAction.scheme": ("HTTP", "HTTPS"),
    "core_v1.Toleration.operator": ("Equal", "Exists", "Gt", "Lt"),
    "core_v1.Toleration.effect": ("NoExecute", "NoSchedule", "PreferNoSchedule"),
    "core_v1.NodeSelectorRequirement.operator": ("DoesNotExist", "Exists", "Gt", "In", "Lt", "NotIn"),
    "meta_v1.LabelSelectorRequirement.operator": ("DoesNotExist", "Exists", "In", "NotIn"),
    "meta_v1.ManagedFieldsEntry.operation": ("Apply", "Update"),
    "meta_v1.Condition.status": _TRUTH,
    "core_v1.TopologySpreadConstraint.whenUnsatisfiable": ("DoNotSchedule", "ScheduleAnyway"),
    "core_v1.TopologySpreadConstraint.nodeAffinityPolicy": _POLICY,
    "core_v1.TopologySpreadConstraint.nodeTaintsPolicy": _POLICY,
    "core_v1.VolumeMount.mountPropagation": ("Bidirectional", "HostToContainer", "None"),
    "core_v1.VolumeMount.recursiveReadOnly": ("Disabled", "Enabled", "IfPossible"),
    "core_v1.HostPathVolumeSource.type": (
        "",
        "BlockDevice",
        "CharDevice",
        "Directory",
        "DirectoryOrCreate",
        "File",
        "FileOrCreate",
        "Socket",
    ),
    "core_v1.EmptyDirVolumeSource.medium": (
        "",
        "Memory",
        "HugePages",
        "HugePages-64Ki",
        "HugePages-2Mi",
        "HugePages-32Mi",
        "HugePages-512Mi",
        "HugePages-1Gi",
        "HugePages-16Gi",
    ),
    "core_v1.PersistentVolumeClaimSpec.accessModes": _ACCESS,
    "core_v1.PersistentVolumeClaimSpec.volumeMode": _MODE,
    "core_v1.PersistentVolumeClaimStatus.accessModes": _ACCESS,
    "core_v1.PersistentVolumeClaimStatus.phase": ("Bound", "Lost", "Pending"),
    "core_v1.PersistentVolumeSpec.accessModes": _ACCESS,
    "core_v1.PersistentVolumeSpec.volumeMode": _MODE,
    "core_v1.PersistentVolumeSpec.persistentVolumeReclaimPolicy": ("Delete", "Recycle", "Retain"),
    "core_v1.PersistentVolumeStatus.phase": ("Available", "Bound", "Failed", "Pending", "Released"),
    "core_v1.NamespaceStatus.phase": ("Active", "Terminating"),
    "core_v1.ServiceSpec.type": ("ClusterIP", "ExternalName", "LoadBalancer", "NodePort"),
    "core_v1.ServiceSpec.sessionAffinity": ("ClientIP", "None"),
    "core_v1.ServiceSpec.internalTrafficPolicy": ("Cluster", "Local"),
    "core_v1.ServiceSpec.externalTrafficPolicy": ("Cluster", "Local"),
    "core_v1.ServiceSpec.ipFamilyPolicy": ("PreferDualStack", "RequireDualStack", "SingleStack"),
    "core_v1.ServiceSpec.ipFamilies": ("IPv4", "IPv6"),
    "core_v1.ServicePort.protocol": _PROTOCOL,
    "core_v1.Event.type": _EVENT,
    "events_v1.Event.type": _EVENT,
    "batch_v1.JobSpec.completionMode": ("Indexed", "NonIndexed"),
    "batch_v1.JobSpec.podReplacementPolicy": ("Failed", "TerminatingOrFailed"),
    "batch_v1.JobCondition.status": _TRUTH,
    "batch_v1.PodFailurePolicyRule.action": ("Count", "FailIndex", "FailJob", "Ignore"),
    "batch_v1.PodFailurePolicyOnExitCodesRequirement.operator": ("In", "NotIn"),
    "batch_v1.CronJobSpec.concurrencyPolicy": ("Allow", "Forbid", "Replace"),
    "rbac_v1.Subject.kind": ("Group", "ServiceAccount", "User"),
    "rbac_v1.RoleRef.kind": ("ClusterRole", "Role"),
}

# "type.wireName" -> what the server fills in where the field is absent
DEFAULTS: dict[str, str | int | bool] = {
    "core_v1.PodSpec.restartPolicy": "Always",
    "core_v1.PodSpec.dnsPolicy": "ClusterFirst",
    "core_v1.PodSpec.terminationGracePeriodSeconds": 30,
    "core_v1.PodSpec.schedulerName": "default-scheduler",
    "core_v1.PodSpec.enableServiceLinks": True,
    "core_v1.Container.terminationMessagePath": "/dev/termination-log",
    "core_v1.Container.terminationMessagePolicy": "File",
    "core_v1.ContainerPort.protocol": "TCP",
    "core_v1.Probe.timeoutSeconds": 1,
    "core_v1.Probe.periodSeconds": 10,
    "core_v1.Probe.successThreshold": 1,
    "core_v1.Probe.failureThreshold": 3,
    "core_v1.HTTPGetAction.path": "/",
    "core_v1.HTTPGetAction.scheme": "HTTP",
    "core_v1.ObjectFieldSelector.apiVersion": "v1",
    "core_v1.ResourceFieldSelector.divisor": "0",
    "core_v1.SecretVolumeSource.defaultMode": 420,
    "core_v1.ConfigMapVolumeSource.defaultMode": 420,
    "core_v1.DownwardAPIVolumeSource.defaultMode": 420,
    "core_v1.ProjectedVolumeSource.defaultMode": 420,
    "core_v1.ServiceAccountTokenProjection.expirationSeconds": 3600,
    "core_v1.HostPathVolumeSource.type": "",
    "core_v1.Secret.type": "Opaque",
    "core_v1.PersistentVolumeClaimSpec.volumeMode": "Filesystem",
    "core_v1.PersistentVolumeSpec.volumeMode": "Filesystem",
    "core_v1.PersistentVolumeSpec.persistentVolumeReclaimPolicy": "Retain",
    "core_v1.ServiceSpec.type": "ClusterIP",
    "core_v1.ServiceSpec.sessionAffinity": "None",
    "core_v1.ServicePort.protocol": "TCP",
    "batch_v1.JobSpec.backoffLimit": 6,
    "batch_v1.JobSpec.completionMode": "NonIndexed",
    "batch_v1.JobSpec.suspend": False,
    "batch_v1.CronJobSpec.concurrencyPolicy": "Allow",
    "batch_v1.CronJobSpec.suspend": False,
    "batch_v1.CronJobSpec.successfulJobsHistoryLimit": 3,
    "batch_v1.CronJobSpec.failedJobsHistoryLimit": 1,
}
