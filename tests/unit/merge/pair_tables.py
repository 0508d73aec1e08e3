"""What the random objects of `pairs` are made of: texts that a server takes, and the fields that are left alone."""

from __future__ import annotations

from typing import Any

TEXTS: dict[str, tuple[Any, ...]] = {
    "CSIVolumeSource.driver": ("csi.example.com", "other.example.com"),
    "CSIVolumeSource.fsType": ("ext4", "xfs"),
    "ConfigMapEnvSource.name": ("cm-a", "cm-b"),
    "ConfigMapKeySelector.key": ("key-a", "key-b"),
    "ConfigMapKeySelector.name": ("cm-a", "cm-b"),
    "ConfigMapProjection.name": ("cm-a", "cm-b"),
    "ConfigMapVolumeSource.name": ("cm-a", "cm-b"),
    "Container.args": ("x", "--flag", "", "$(A)"),
    "Container.command": ("sh", "-c", "true"),
    "Container.image": ("a:1", "b:latest", "registry.example.com/c"),
    "Container.name": ("main", "side", "third"),
    "Container.terminationMessagePath": ("/tmp/end", "/dev/termination-log"),
    "Container.workingDir": ("/work", "/"),
    "ContainerPort.name": ("http", "dns"),
    "CronJobSpec.schedule": ("0 0 1 1 *", "5 4 * * *"),
    "CronJobSpec.timeZone": ("Etc/UTC", "Europe/Berlin"),
    "DownwardAPIVolumeFile.path": ("a", "b"),
    "EnvFromSource.prefix": ("P_", "Q_"),
    "EnvVar.name": ("A", "B", "C"),
    "EnvVar.value": ("", "1", "$(A)"),
    "ExecAction.command": ("true", "false"),
    "HTTPGetAction.host": ("example.com", "localhost"),
    "HTTPGetAction.path": ("/", "/ready"),
    "HTTPHeader.name": ("X-A", "X-B"),
    "HTTPHeader.value": ("1", "2"),
    "HostAlias.hostnames": ("a.example.com", "b.example.com"),
    "HostAlias.ip": ("10.1.2.3", "10.1.2.4", "::1"),
    "HostPathVolumeSource.path": ("/a", "/b"),
    "KeyToPath.key": ("a", "b"),
    "KeyToPath.path": ("a", "b"),
    "LabelSelectorRequirement.key": ("a", "b"),
    "LabelSelectorRequirement.operator": ("In", "NotIn"),
    "LabelSelectorRequirement.values": ("1", "2"),
    "LocalObjectReference.name": ("pull-a", "pull-b", "pull-c"),
    "NFSVolumeSource.path": ("/a", "/b"),
    "NFSVolumeSource.server": ("nfs.example.com", "10.0.0.9"),
    "NodeSelectorRequirement.key": ("a", "b"),
    "NodeSelectorRequirement.operator": ("In", "NotIn"),
    "NodeSelectorRequirement.values": ("1", "2"),
    "ObjectFieldSelector.fieldPath": ("metadata.name", "metadata.namespace"),
    "ObjectMeta.finalizers": ("kpod.test/a", "kpod.test/b", "kpod.test/c"),
    "ObjectReference.name": ("ref-a", "ref-b", "ref-c"),
    "OwnerReference.apiVersion": ("v1",),
    "OwnerReference.kind": ("ConfigMap",),
    "OwnerReference.name": ("owner",),
    "OwnerReference.uid": ("u-1", "u-2", "u-3"),
    "PersistentVolumeClaimVolumeSource.claimName": ("claim-a", "claim-b"),
    "PodAffinityTerm.namespaces": ("ns-a", "ns-b"),
    "PodAffinityTerm.topologyKey": ("zone", "kubernetes.io/hostname"),
    "PodDNSConfig.nameservers": ("1.1.1.1", "8.8.8.8"),
    "PodDNSConfig.searches": ("a.example.com", "b.example.com"),
    "PodDNSConfigOption.name": ("ndots", "timeout"),
    "PodDNSConfigOption.value": ("2", "3"),
    "PodReadinessGate.conditionType": ("example.com/a", "example.com/b"),
    "PodSpec.hostname": ("host-a", "host-b"),
    "PodSpec.runtimeClassName": ("kata", "gvisor"),
    "PodSpec.schedulerName": ("default-scheduler", "own"),
    "PodSpec.serviceAccountName": ("account-a", "account-b"),
    "PodSpec.subdomain": ("sub-a", "sub-b"),
    "PolicyRule.apiGroups": ("", "apps"),
    "PolicyRule.resources": ("pods", "pods/log"),
    "PolicyRule.verbs": ("get", "list"),
    "ResourceFieldSelector.resource": ("limits.cpu", "requests.memory"),
    "SELinuxOptions.level": ("s0:c1,c2", "s0"),
    "Capabilities.add": ("NET_ADMIN", "SYS_TIME"),
    "Capabilities.drop": ("ALL", "KILL"),
    "SecretEnvSource.name": ("s-a", "s-b"),
    "SecretKeySelector.key": ("key-a", "key-b"),
    "SecretKeySelector.name": ("s-a", "s-b"),
    "SecretProjection.name": ("s-a", "s-b"),
    "SecretVolumeSource.secretName": ("s-a", "s-b"),
    "ServicePort.appProtocol": ("http", "example.com/own"),
    "ServicePort.name": ("http", "dns", "other"),
    "ServiceSpec.externalIPs": ("10.9.9.1", "10.9.9.2"),
    "Subject.name": ("who-a", "who-b"),
    "Subject.apiGroup": ("rbac.authorization.k8s.io",),
    "Toleration.key": ("a", "b"),
    "Toleration.value": ("1", "2"),
    "TopologySpreadConstraint.topologyKey": ("zone", "region", "kubernetes.io/hostname"),
    "Volume.name": ("v1", "v2", "v3"),
    "VolumeMount.mountPath": ("/a", "/b", "/c"),
    "VolumeMount.name": ("v1", "v2"),
    "VolumeMount.subPath": ("x", "y"),
}
NUMBERS = {
    "ContainerPort.containerPort": (53, 80, 8080), "ServicePort.port": (53, 80, 443), "PodSpec.activeDeadlineSeconds": (5, 60),
    "Probe.failureThreshold": (1, 4), "Probe.periodSeconds": (1, 7), "Probe.successThreshold": (1,), "Probe.timeoutSeconds": (1, 9),
    "PreferredSchedulingTerm.weight": (1, 50), "WeightedPodAffinityTerm.weight": (1, 50), "TopologySpreadConstraint.maxSkew": (1, 2),
    "JobSpec.completions": (1, 3), "JobSpec.activeDeadlineSeconds": (5, 60), "ConfigMapVolumeSource.defaultMode": (256, 420),
    "SecretVolumeSource.defaultMode": (256, 420), "KeyToPath.mode": (256, 420),
}  # fmt: skip
ONE_OF = {
    "Volume": ("emptyDir", "hostPath", "configMap", "secret", "nfs", "persistentVolumeClaim", "csi", "downwardAPI", "projected"),
    "EnvVarSource": ("fieldRef", "configMapKeyRef", "secretKeyRef"),
    "EnvFromSource": ("configMapRef", "secretRef"),
    "Probe": ("exec", "httpGet", "tcpSocket"),
    "LifecycleHandler": ("exec", "httpGet"),
    "VolumeProjection": ("configMap", "secret"),
    "EnvVar": ("value", "valueFrom"),
}
NEVER = frozenset(
    """
CSIVolumeSource.nodePublishSecretRef ConfigMapVolumeSource.defaultUser Container.resizePolicy Container.restartPolicy
Container.restartPolicyRules Container.volumeDevices ContainerPort.hostIP ContainerPort.hostPort ContainerPort.protocol
CronJobSpec.jobTemplate CronJobSpec.startingDeadlineSeconds CronJobSpec.suspend DownwardAPIVolumeFile.resourceFieldRef
DownwardAPIVolumeFile.user DownwardAPIVolumeSource.defaultUser EmptyDirVolumeSource.medium EmptyDirVolumeSource.mode
EnvVarSource.fileKeyRef EnvVarSource.resourceFieldRef HTTPGetAction.host HostPathVolumeSource.type JobSpec.backoffLimitPerIndex
JobSpec.completionMode JobSpec.manualSelector JobSpec.maxFailedIndexes JobSpec.podFailurePolicy JobSpec.podReplacementPolicy
JobSpec.scheduling JobSpec.selector JobSpec.successPolicy JobSpec.template KeyToPath.user Lifecycle.stopSignal LifecycleHandler.sleep
LifecycleHandler.tcpSocket NodeSelectorTerm.matchFields PodAffinityTerm.matchLabelKeys PodAffinityTerm.mismatchLabelKeys
PodSecurityContext.appArmorProfile PodSecurityContext.seLinuxChangePolicy PodSecurityContext.seccompProfile
PodSecurityContext.supplementalGroupsPolicy PodSecurityContext.sysctls PodSecurityContext.windowsOptions PodSpec.dnsConfig
PodSpec.dnsPolicy PodSpec.ephemeralContainers PodSpec.evictionResponders PodSpec.hostIPC PodSpec.hostNetwork PodSpec.hostPID
PodSpec.hostUsers PodSpec.hostnameOverride PodSpec.os PodSpec.overhead PodSpec.priority PodSpec.resourceClaims PodSpec.resources
PodSpec.restartPolicy PodSpec.schedulingGates PodSpec.schedulingGroup PodSpec.serviceAccount PodSpec.setHostnameAsFQDN Probe.grpc
Probe.terminationGracePeriodSeconds ProjectedVolumeSource.defaultUser ResourceRequirements.claims SecretVolumeSource.defaultUser
SecurityContext.allowPrivilegeEscalation SecurityContext.appArmorProfile SecurityContext.privileged SecurityContext.procMount
SecurityContext.seccompProfile SecurityContext.windowsOptions ServicePort.nodePort Toleration.effect Toleration.operator
Toleration.tolerationSeconds TopologySpreadConstraint.matchLabelKeys TopologySpreadConstraint.minDomains
TopologySpreadConstraint.nodeAffinityPolicy TopologySpreadConstraint.nodeTaintsPolicy VolumeMount.mountPropagation
VolumeMount.recursiveReadOnly VolumeMount.subPathExpr VolumeProjection.clusterTrustBundle VolumeProjection.downwardAPI
VolumeProjection.podCertificate VolumeProjection.serviceAccountToken
""".split()  # noqa: SIM905
)
"""Fields that exclude others, need a feature gate or a node, or would start something."""

WANTED = frozenset(
    """
ConfigMapEnvSource.name ConfigMapKeySelector.name ConfigMapProjection.name ConfigMapVolumeSource.name Container.image
DownwardAPIVolumeFile.fieldRef ExecAction.command HostAlias.hostnames LabelSelectorRequirement.values LocalObjectReference.name
NodeSelectorRequirement.values NodeSelectorTerm.matchExpressions PodAffinityTerm.labelSelector ProjectedVolumeSource.sources
SecretEnvSource.name SecretKeySelector.name SecretProjection.name SecretVolumeSource.secretName Toleration.key
TopologySpreadConstraint.labelSelector
""".split()  # noqa: SIM905
)
"""Fields that the schema calls optional, and the server demands."""
