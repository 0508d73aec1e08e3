"""What the server adds to a body before it is stored: Kubernetes' defaults, and the labels and selector of a Job.

One function for each kind, in `DEFAULTS`; a body is written in place, it belongs to the request. The controllers send what they make
through `pod()` too, so a Job's Pod looks as if a client had posted it. No service account token is mounted: this cluster makes none.
"""

from __future__ import annotations

import base64
import uuid
from collections.abc import Callable, Iterator
from typing import Any

from kpod.cluster import Body
from kpod.local import statuses
from kpod.local.store import Store

_TOLERATIONS = ("node.kubernetes.io/not-ready", "node.kubernetes.io/unreachable")


def default(plural: str, body: Body) -> None:
    """Write the defaults of a new object into its body."""
    if plural in DEFAULTS:
        DEFAULTS[plural](body)


def containers(spec: Body) -> Iterator[Body]:
    """Yield the containers of a Pod's spec, init containers first."""
    yield from spec.get("initContainers") or []
    yield from spec.get("containers") or []


def pod_spec(spec: Body) -> None:
    """Write the defaults that a Pod and a Pod's template share."""
    spec.setdefault("restartPolicy", "Always")
    spec.setdefault("terminationGracePeriodSeconds", 30)
    spec.setdefault("dnsPolicy", "ClusterFirst")
    spec.setdefault("securityContext", {})
    spec.setdefault("schedulerName", "default-scheduler")
    for container in containers(spec):
        _container(container)
    for volume in spec.get("volumes") or []:
        _volume(volume)
    if "serviceAccountName" in spec:
        spec.setdefault("serviceAccount", spec["serviceAccountName"])


def _container(container: Body) -> None:
    container.setdefault("resources", {})
    container.setdefault("terminationMessagePath", "/dev/termination-log")
    container.setdefault("terminationMessagePolicy", "File")
    if "imagePullPolicy" not in container:
        image = str(container.get("image", ""))
        tag = "" if "@" in image else image.rpartition("/")[2].partition(":")[2] or "latest"
        container["imagePullPolicy"] = "Always" if tag == "latest" else "IfNotPresent"
    for port in container.get("ports") or []:
        port.setdefault("protocol", "TCP")
    for variable in container.get("env") or []:
        reference = (variable.get("valueFrom") or {}).get("fieldRef")
        if reference is not None:
            reference.setdefault("apiVersion", "v1")
    for word in ("livenessProbe", "readinessProbe", "startupProbe"):
        if word in container:
            _probe(container[word])


def _probe(probe: Body) -> None:
    probe.setdefault("timeoutSeconds", 1)
    probe.setdefault("periodSeconds", 10)
    probe.setdefault("successThreshold", 1)
    probe.setdefault("failureThreshold", 3)
    if "httpGet" in probe:
        probe["httpGet"].setdefault("path", "/")
        probe["httpGet"].setdefault("scheme", "HTTP")


def _volume(volume: Body) -> None:
    if len(volume) == 1:
        volume["emptyDir"] = {}
    for word in ("secret", "configMap", "projected", "downwardAPI"):
        if word in volume:
            volume[word].setdefault("defaultMode", 420)
    for source in (volume.get("projected") or {}).get("sources") or []:
        for item in (source.get("downwardAPI") or {}).get("items") or []:
            item.get("fieldRef", {}).setdefault("apiVersion", "v1")
    for item in (volume.get("downwardAPI") or {}).get("items") or []:
        item.get("fieldRef", {}).setdefault("apiVersion", "v1")
    if "hostPath" in volume:
        volume["hostPath"].setdefault("type", "")


def pod(body: Body) -> None:
    """Write the defaults of a Pod, and the status it begins with."""
    spec: Body = body.setdefault("spec", {})
    pod_spec(spec)
    spec.setdefault("enableServiceLinks", True)
    spec.setdefault("serviceAccountName", "default")
    spec.setdefault("serviceAccount", spec["serviceAccountName"])
    spec.setdefault("priority", 0)
    spec.setdefault("preemptionPolicy", "PreemptLowerPriority")
    for container in containers(spec):
        limits = container["resources"].get("limits") or {}
        if limits:
            container["resources"]["requests"] = {**limits, **(container["resources"].get("requests") or {})}
    tolerations = spec.setdefault("tolerations", [])
    have = {each.get("key") for each in tolerations}
    tolerations += [
        {"key": key, "operator": "Exists", "effect": "NoExecute", "tolerationSeconds": 300} for key in _TOLERATIONS if key not in have
    ]
    body["metadata"].setdefault("generation", 1)
    body["status"] = {"phase": "Pending", "qosClass": quality(spec)}


def check_pod(store: Store, body: Body) -> None:
    """Refuse a Pod whose service account is not there.

    Raises:
        StatusError: 403.
    """
    account = (body.get("spec") or {}).get("serviceAccountName") or "default"
    metadata = body["metadata"]
    if account != "default" and store.get("serviceaccounts", metadata["namespace"], account) is None:
        why = f'error looking up service account {metadata["namespace"]}/{account}: serviceaccount "{account}" not found'
        raise statuses.forbidden("pods", metadata.get("name") or metadata.get("generateName", ""), why)


def quality(spec: Body) -> str:
    """Return the quality of service of a Pod's spec."""
    resources = [container.get("resources") or {} for container in containers(spec)]
    words = ("cpu", "memory")
    if not any((each.get(kind) or {}).get(word) for each in resources for kind in ("limits", "requests") for word in words):
        return "BestEffort"
    limits = [each.get("limits") or {} for each in resources]
    requests = [each.get("requests") or {} for each in resources]
    if all(word in limit and request.get(word) == limit[word] for limit, request in zip(limits, requests, strict=True) for word in words):
        return "Guaranteed"
    return "Burstable"


def job(body: Body) -> None:
    """Write the defaults of a Job, its selector and the labels of its Pods."""
    metadata, spec = body["metadata"], body.setdefault("spec", {})
    job_spec(spec)
    if not spec["manualSelector"]:
        uid = metadata.setdefault("uid", str(uuid.uuid4()))
        name = metadata["name"]
        labels = {
            "batch.kubernetes.io/controller-uid": uid,
            "batch.kubernetes.io/job-name": name,
            "controller-uid": uid,
            "job-name": name,
        }
        metadata["labels"] = {**(metadata.get("labels") or {}), **labels}
        template = spec["template"].setdefault("metadata", {})
        template["labels"] = {**(template.get("labels") or {}), **labels}
        spec["selector"] = {"matchLabels": {"batch.kubernetes.io/controller-uid": uid}}
    metadata.setdefault("generation", 1)
    body["status"] = {}


def job_spec(spec: Body) -> None:
    """Write the defaults that a Job and a CronJob's template share."""
    if "parallelism" not in spec:
        spec.setdefault("completions", 1)
    spec.setdefault("parallelism", 1)
    spec.setdefault("backoffLimit", 2147483647 if "backoffLimitPerIndex" in spec else 6)
    spec.setdefault("completionMode", "NonIndexed")
    spec.setdefault("suspend", False)
    spec.setdefault("manualSelector", False)
    spec.setdefault("podReplacementPolicy", "Failed" if "podFailurePolicy" in spec else "TerminatingOrFailed")
    for rule in (spec.get("podFailurePolicy") or {}).get("rules") or []:
        for pattern in rule.get("onPodConditions") or []:
            pattern.setdefault("status", "True")
    template = spec.setdefault("template", {})
    template_spec = template.setdefault("spec", {})
    template_spec.setdefault("restartPolicy", "Always")
    pod_spec(template_spec)


def cron_job(body: Body) -> None:
    """Write the defaults of a CronJob."""
    spec = body.setdefault("spec", {})
    spec.setdefault("concurrencyPolicy", "Allow")
    spec.setdefault("suspend", False)
    spec.setdefault("successfulJobsHistoryLimit", 3)
    spec.setdefault("failedJobsHistoryLimit", 1)
    template = spec.setdefault("jobTemplate", {}).setdefault("spec", {}).setdefault("template", {}).setdefault("spec", {})
    template.setdefault("restartPolicy", "Always")
    pod_spec(template)
    body["metadata"].setdefault("generation", 1)
    body["status"] = {}


def secret(body: Body) -> None:
    """Write a Secret's type."""
    body.setdefault("type", "Opaque")


def merge_string_data(body: Body) -> None:
    """Move `stringData` into `data`, on every write."""
    plain: dict[str, str] = body.pop("stringData", None) or {}
    if plain:
        encoded = {key: base64.b64encode(value.encode()).decode() for key, value in plain.items()}
        body["data"] = {**(body.get("data") or {}), **encoded}


def namespace(body: Body) -> None:
    """Write a Namespace's label, finalizer and phase."""
    metadata = body["metadata"]
    metadata["labels"] = {**(metadata.get("labels") or {}), "kubernetes.io/metadata.name": metadata["name"]}
    body["spec"] = {"finalizers": ["kubernetes"]}
    body["status"] = {"phase": "Active"}


def claim(body: Body) -> None:
    """Write the defaults of a PersistentVolumeClaim. It is bound at once: its volume is a folder that the kubelet makes."""
    spec = body.setdefault("spec", {})
    spec.setdefault("volumeMode", "Filesystem")
    spec.setdefault("volumeName", f"pvc-{body['metadata'].setdefault('uid', str(uuid.uuid4()))}")
    capacity = ((spec.get("resources") or {}).get("requests")) or {}
    body["status"] = {"phase": "Bound", "accessModes": spec.get("accessModes") or [], "capacity": dict(capacity)}


def volume(body: Body) -> None:
    """Write the defaults of a PersistentVolume."""
    spec = body.setdefault("spec", {})
    spec.setdefault("volumeMode", "Filesystem")
    spec.setdefault("persistentVolumeReclaimPolicy", "Retain")
    body["status"] = {"phase": "Available"}


def service(body: Body) -> None:
    """Write the defaults of a Service. Nothing routes to it."""
    spec = body.setdefault("spec", {})
    spec.setdefault("type", "ClusterIP")
    spec.setdefault("sessionAffinity", "None")
    spec.setdefault("clusterIP", "None")
    for port in spec.get("ports") or []:
        port.setdefault("protocol", "TCP")
        port.setdefault("targetPort", port.get("port"))
    body["status"] = {"loadBalancer": {}}


def resource_quota(body: Body) -> None:
    """Write the status a ResourceQuota begins with."""
    body.setdefault("spec", {})
    body["status"] = {}


def disruption_budget(body: Body) -> None:
    """Write the status a PodDisruptionBudget begins with."""
    body["metadata"].setdefault("generation", 1)
    body["status"] = {"currentHealthy": 0, "desiredHealthy": 0, "disruptionsAllowed": 0, "expectedPods": 0}


def priority_class(body: Body) -> None:
    """Write the defaults of a PriorityClass."""
    body.setdefault("preemptionPolicy", "PreemptLowerPriority")
    body["metadata"].setdefault("generation", 1)


def limit_range(body: Body) -> None:
    """Write the defaults of a LimitRange: no default limit means the maximum, no default request the default limit, or the minimum."""
    for limit in (body.get("spec") or {}).get("limits") or []:
        for target, source in (("default", "max"), ("defaultRequest", "default"), ("defaultRequest", "min")):
            if limit.get("type") == "Container" and limit.get(source):
                limit[target] = {**limit[source], **(limit.get(target) or {})}


def event(body: Body) -> None:
    """Fill a core Event's own namespace into what it is about."""
    involved: dict[str, Any] = body.setdefault("involvedObject", {})
    if not involved:
        involved["namespace"] = body["metadata"].get("namespace", "")


DEFAULTS: dict[str, Callable[[Body], None]] = {
    "pods": pod,
    "jobs": job,
    "cronjobs": cron_job,
    "secrets": secret,
    "namespaces": namespace,
    "persistentvolumeclaims": claim,
    "persistentvolumes": volume,
    "services": service,
    "resourcequotas": resource_quota,
    "poddisruptionbudgets": disruption_budget,
    "limitranges": limit_range,
    "priorityclasses": priority_class,
    "events": event,
}
