"""What an API server adds to a body that nobody asked for: defaults, generated fields, and what admission puts into every Pod.

`diff` leaves it out. Data where data will do: the schema table has the defaults that are always the same, the tables here have the others,
and `ADJUST` has one function for each type whose defaults depend on its other fields. All of it was compared with a server of 1.37. It
knows the API server's own plug-ins only: what a webhook of a site adds is a difference.
"""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterable
from typing import Any

from kpod import names

Body = dict[str, Any]

OWNED = frozenset(
    f"meta_v1.ObjectMeta.{name}"
    for name in (
        "uid", "resourceVersion", "generation", "creationTimestamp", "deletionTimestamp", "deletionGracePeriodSeconds", "managedFields",
        "selfLink",
    )
)  # fmt: skip
"""Fields that only the server writes; `status` of every kind is another. Never compared."""

UNLESS_ASKED = frozenset(
    {
        "meta_v1.ObjectMeta.namespace",
        "meta_v1.ObjectMeta.ownerReferences",
        "core_v1.PodSpec.nodeName",
        "core_v1.PodSpec.priority",
        "core_v1.PodSpec.preemptionPolicy",
        "core_v1.PodSpec.overhead",
        "core_v1.PersistentVolumeClaimSpec.volumeName",
        "core_v1.PersistentVolumeClaimSpec.storageClassName",
        "core_v1.PersistentVolumeSpec.claimRef",
        "core_v1.ServiceSpec.clusterIP",
        "core_v1.ServiceSpec.clusterIPs",
        "core_v1.ServiceSpec.ipFamilies",
        "core_v1.ServiceSpec.ipFamilyPolicy",
        "core_v1.ServiceSpec.allocateLoadBalancerNodePorts",
        "core_v1.ServiceSpec.healthCheckNodePort",
        "core_v1.ServicePort.nodePort",
        "core_v1.ServiceAccount.secrets",
        "core_v1.Namespace.spec",
    }
)
"""Fields that the server, admission or a controller fills in where nothing was asked for: compared only where something was."""

DEFAULTS: dict[str, Any] = {
    "core_v1.PodSpec.serviceAccountName": "default",
    "core_v1.GRPCAction.service": "",
    "core_v1.ISCSIVolumeSource.iscsiInterface": "default",
    "core_v1.ISCSIPersistentVolumeSource.iscsiInterface": "default",
    "core_v1.RBDVolumeSource.pool": "rbd",
    "core_v1.RBDVolumeSource.user": "admin",
    "core_v1.RBDVolumeSource.keyring": "/etc/ceph/keyring",
    "core_v1.RBDPersistentVolumeSource.pool": "rbd",
    "core_v1.RBDPersistentVolumeSource.user": "admin",
    "core_v1.RBDPersistentVolumeSource.keyring": "/etc/ceph/keyring",
    "core_v1.AzureDiskVolumeSource.cachingMode": "ReadWrite",
    "core_v1.AzureDiskVolumeSource.fsType": "ext4",
    "core_v1.AzureDiskVolumeSource.kind": "Shared",
    "core_v1.AzureDiskVolumeSource.readOnly": False,
    "core_v1.ScaleIOVolumeSource.storageMode": "ThinProvisioned",
    "core_v1.ScaleIOVolumeSource.fsType": "xfs",
    "core_v1.ScaleIOPersistentVolumeSource.storageMode": "ThinProvisioned",
    "core_v1.ScaleIOPersistentVolumeSource.fsType": "xfs",
    "core_v1.ServiceSpec.internalTrafficPolicy": "Cluster",
    "core_v1.ServiceSpec.externalTrafficPolicy": "Cluster",
    "core_v1.ClientIPConfig.timeoutSeconds": 10800,
    "batch_v1.JobSpec.manualSelector": False,
    "batch_v1.PodFailurePolicyOnPodConditionsPattern.status": "True",
    "rbac_v1.RoleRef.apiGroup": "rbac.authorization.k8s.io",
}
"""Defaults that the schema table does not have, since a body that is sent without them means the same to every reader but the server."""

_READ_ONLY = """
AWSElasticBlockStoreVolumeSource AzureFilePersistentVolumeSource AzureFileVolumeSource CephFSPersistentVolumeSource CephFSVolumeSource
CinderPersistentVolumeSource CinderVolumeSource CSIPersistentVolumeSource FCVolumeSource FlexPersistentVolumeSource FlexVolumeSource
GCEPersistentDiskVolumeSource GlusterfsPersistentVolumeSource GlusterfsVolumeSource ISCSIPersistentVolumeSource ISCSIVolumeSource
NFSVolumeSource PersistentVolumeClaimVolumeSource PortworxVolumeSource QuobyteVolumeSource RBDPersistentVolumeSource RBDVolumeSource
ScaleIOPersistentVolumeSource ScaleIOVolumeSource StorageOSPersistentVolumeSource StorageOSVolumeSource VolumeMount
""".split()  # noqa: SIM905
_ZEROS = """
PodSpec.hostIPC PodSpec.hostNetwork PodSpec.hostPID Container.stdin Container.stdinOnce Container.tty EphemeralContainer.stdin
EphemeralContainer.stdinOnce EphemeralContainer.tty ContainerPort.hostPort Probe.initialDelaySeconds Probe.timeoutSeconds
Probe.periodSeconds Probe.successThreshold Probe.failureThreshold AWSElasticBlockStoreVolumeSource.partition
GCEPersistentDiskVolumeSource.partition ISCSIVolumeSource.chapAuthDiscovery ISCSIVolumeSource.chapAuthSession
ISCSIPersistentVolumeSource.chapAuthDiscovery ISCSIPersistentVolumeSource.chapAuthSession ScaleIOVolumeSource.sslEnabled
ScaleIOPersistentVolumeSource.sslEnabled ServicePort.nodePort ServiceSpec.publishNotReadyAddresses
""".split()  # noqa: SIM905
ZERO_IS_ABSENT = frozenset(f"core_v1.{name}" for name in [*(f"{name}.readOnly" for name in _READ_ONLY), *_ZEROS])
"""Booleans and numbers whose False and 0 the server takes for absent; all others tell it something."""

EMPTY_TEXT_COUNTS = frozenset({"core_v1.PersistentVolumeClaimSpec.storageClassName"})
"""Texts of which "" means something else than nothing."""

EMPTY_COUNTS = frozenset({"meta_v1.LabelSelector"})
"""Types of which `{}` means something else than nothing: a selector that chooses all."""

GENERATED_LABELS = (
    "batch.kubernetes.io/controller-uid", "batch.kubernetes.io/job-name", "batch.kubernetes.io/job-completion-index", "controller-uid",
    "job-name", "kubernetes.io/metadata.name", "kpod/",
)  # fmt: skip
GENERATED_ANNOTATIONS = (
    "batch.kubernetes.io/", "pv.kubernetes.io/", "volume.kubernetes.io/",
    "volume.beta.kubernetes.io/", "cni.projectcalico.org/", "k8s.v1.cni.cncf.io/", "kpod/",
)  # fmt: skip
FINALIZERS = (
    "batch.kubernetes.io/job-tracking", "foregroundDeletion", "orphan", "kubernetes.io/pvc-protection", "kubernetes.io/pv-protection",
)  # fmt: skip
"""What controllers, `kubectl apply` and `kpod.launch` mark objects with; a prefix where it ends with a slash."""

LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration"
ACCOUNT_VOLUME, ACCOUNT_PATH = "kube-api-access-", "/var/run/secrets/kubernetes.io/serviceaccount"
TOLERATED = ("node.kubernetes.io/not-ready", "node.kubernetes.io/unreachable")
RBAC = "rbac.authorization.k8s.io"


def _part(body: Body, *keys: str) -> Body:
    """Return the map at a path, an empty one where there is none: what is no map is not judged here."""
    for key in keys:
        value = body.get(key)
        body = value if isinstance(value, dict) else {}
    return body


def _listed(body: Body, key: str) -> list[Any]:
    value = body.get(key)
    return value if isinstance(value, list) else []


def _metadata(wanted: Body, found: Body) -> tuple[Body, Body]:
    wanted, found = _unapplied(wanted), _unapplied(found)
    for field, generated in (("labels", GENERATED_LABELS), ("annotations", GENERATED_ANNOTATIONS)):
        asked, there = _part(wanted, field), found.get(field)
        if isinstance(there, dict):
            found[field] = {key: value for key, value in there.items() if key in asked or not is_mark(key, value, generated)}
    if isinstance(found.get("finalizers"), list):
        found["finalizers"] = [each for each in found["finalizers"] if each not in FINALIZERS or each in _listed(wanted, "finalizers")]
    if wanted.get("generateName") and not wanted.get("name"):
        found.pop("name", None)
    return wanted, found


def _unapplied(metadata: Body) -> Body:
    """Leave out what `kubectl apply` remembers: it repeats the whole object, a Secret's values too."""
    annotations = metadata.get("annotations")
    if not isinstance(annotations, dict):
        return dict(metadata)
    return {**metadata, "annotations": {key: value for key, value in annotations.items() if key != LAST_APPLIED}}


def is_mark(key: str, value: Any, generated: Iterable[str]) -> bool:
    """Whether a label or an annotation is one that nobody wrote: of `GENERATED_LABELS` or `GENERATED_ANNOTATIONS`, or kpod's own."""
    return (key, value) == (names.MANAGED_BY, "kpod") or any(
        key.startswith(each) if each.endswith("/") else key == each for each in generated
    )


def _pod_spec(wanted: Body, found: Body) -> tuple[Body, Body]:
    wanted, found = _host_ports(_account(wanted)), _host_ports(_account(found))
    asked, there = _listed(wanted, "tolerations"), found.get("tolerations")
    if isinstance(there, list):
        added = [{"key": key, "operator": "Exists", "effect": "NoExecute", "tolerationSeconds": 300} for key in TOLERATED]
        found["tolerations"] = [each for each in there if each in asked or each not in added]
    if isinstance(found.get("volumes"), list):
        found["volumes"] = _without(
            found["volumes"], _listed(wanted, "volumes"), lambda item: str(item.get("name")).startswith(ACCOUNT_VOLUME)
        )
    return wanted, found


def _host_ports(spec: Body) -> Body:
    """Leave out the host's ports that are the containers' own: on the host's network they are, whether written or not."""
    containers = spec.get("containers")
    if not spec.get("hostNetwork") or not isinstance(containers, list):
        return spec
    return {**spec, "containers": [_on_host(each) if isinstance(each, dict) else each for each in containers]}


def _on_host(container: Body) -> Body:
    ports = container.get("ports")
    if not isinstance(ports, list) or not all(isinstance(port, dict) for port in ports):
        return container
    own = [{key: value for key, value in port.items() if key != "hostPort" or value != port.get("containerPort")} for port in ports]
    return {**container, "ports": own}


def _account(spec: Body) -> Body:
    """Write a Pod's service account in the one field that counts."""
    return {**{key: value for key, value in spec.items() if key != "serviceAccount"}, **_named(spec)}


def _named(spec: Body) -> Body:
    name = spec.get("serviceAccountName") or spec.get("serviceAccount")
    return {"serviceAccountName": name} if name else {}


def _without(there: list[Any], asked: list[Any], added: Callable[[Body], bool]) -> list[Any]:
    return [item for item in there if not (isinstance(item, dict) and added(item)) or item in asked]


def _container(wanted: Body, found: Body) -> tuple[Body, Body]:
    if isinstance(found.get("volumeMounts"), list):
        mounts = _without(found["volumeMounts"], _listed(wanted, "volumeMounts"), lambda item: item.get("mountPath") == ACCOUNT_PATH)
        found = {**found, "volumeMounts": mounts}
    return _pulled(wanted), _pulled(found)


def _pulled(container: Body) -> Body:
    policy = _policy(container.get("image"))
    return {"imagePullPolicy": policy, **_present(container)} if policy else container


def _policy(image: Any) -> str | None:
    """Return the pull policy of an image that names none, None where there is no image to read."""
    if not isinstance(image, str) or not image or "{{" in image:
        return None
    tag = "" if "@" in image else image.rpartition("/")[2].partition(":")[2] or "latest"
    return "Always" if tag == "latest" else "IfNotPresent"


def _image_volume(wanted: Body, found: Body) -> tuple[Body, Body]:
    def filled(volume: Body) -> Body:
        policy = _policy(volume.get("reference"))
        return {"pullPolicy": policy, **_present(volume)} if policy else volume

    return filled(wanted), filled(found)


def _resources(wanted: Body, found: Body) -> tuple[Body, Body]:
    def filled(resources: Body) -> Body:
        if any(resources.get(name) and not isinstance(resources[name], dict) for name in ("limits", "requests")):
            return resources
        return {**resources, "requests": {**_part(resources, "limits"), **_part(resources, "requests")}}

    return filled(wanted), filled(found)


def _job(wanted: Body, found: Body) -> tuple[Body, Body]:
    """Leave out the labels that a Job without any has from its Pods."""
    metadata, copied = _part(found, "metadata"), _part(wanted, "spec", "template", "metadata", "labels")
    if not copied or _part(wanted, "metadata", "labels") or not isinstance(metadata.get("labels"), dict):
        return wanted, found
    labels = {key: value for key, value in metadata["labels"].items() if copied.get(key) != value}
    return wanted, {**found, "metadata": {**metadata, "labels": labels}}


def _job_spec(wanted: Body, found: Body) -> tuple[Body, Body]:
    if not wanted.get("manualSelector") and wanted.get("selector") is None:
        found = {key: value for key, value in found.items() if key != "selector"}

    def filled(spec: Body) -> Body:
        spec = _present(spec)
        one = {"completions": 1} if "parallelism" not in spec else {}
        replacement = "Failed" if "podFailurePolicy" in spec else "TerminatingOrFailed"
        backoff = {"backoffLimit": 2147483647} if "backoffLimitPerIndex" in spec else {}
        return {**one, **backoff, "parallelism": 1, "podReplacementPolicy": replacement, **spec}

    return filled(wanted), filled(found)


def _service_port(wanted: Body, found: Body) -> tuple[Body, Body]:
    return {"targetPort": wanted.get("port"), **_present(wanted)}, {"targetPort": found.get("port"), **_present(found)}


def _subject(wanted: Body, found: Body) -> tuple[Body, Body]:
    def filled(subject: Body) -> Body:
        return {"apiGroup": RBAC if subject.get("kind") in ("User", "Group") else "", **_present(subject)}

    return filled(wanted), filled(found)


def _secret(wanted: Body, found: Body) -> tuple[Body, Body]:
    return _encoded(wanted), _encoded(found)


def _encoded(secret: Body) -> Body:
    plain = secret.get("stringData")
    if not isinstance(plain, dict):
        return secret
    data = {key: base64.b64encode(value.encode()).decode() if isinstance(value, str) else value for key, value in plain.items()}
    return {**{key: value for key, value in secret.items() if key != "stringData"}, "data": {**_part(secret, "data"), **data}}


def _present(body: Body) -> Body:
    return {key: value for key, value in body.items() if value is not None}


ADJUST: dict[str, Callable[[Body, Body], tuple[Body, Body]]] = {
    "meta_v1.ObjectMeta": _metadata,
    "core_v1.PodSpec": _pod_spec,
    "core_v1.Container": _container,
    "core_v1.EphemeralContainer": _container,
    "core_v1.ImageVolumeSource": _image_volume,
    "core_v1.ResourceRequirements": _resources,
    "core_v1.ServicePort": _service_port,
    "core_v1.Secret": _secret,
    "batch_v1.Job": _job,
    "batch_v1.JobSpec": _job_spec,
    "rbac_v1.Subject": _subject,
}
"""By type: fills into both bodies what depends on their other fields, and takes out of what was found what admission has put there."""
