"""The objects that are measured: a Pod as somebody writes it, two patches for it, and a thousand Pods as an API server returns them."""

from __future__ import annotations

import copy
from typing import Any

Body = dict[str, Any]

POD: Body = {
    "apiVersion": "v1",
    "kind": "Pod",
    "metadata": {
        "name": "report-sales-north-20261122",
        "namespace": "analytics",
        "labels": {"app": "report", "team": "analytics", "dag_id": "sales", "task_id": "report", "map_index": "7"},
        "annotations": {
            "example.org/contact": "analytics@example.org",
            "example.org/run": "scheduled__2026-11-22T00:00:00+00:00",
            "cluster-autoscaler.kubernetes.io/safe-to-evict": "false",
        },
    },
    "spec": {
        "restartPolicy": "Never",
        "serviceAccountName": "report",
        "priorityClassName": "batch-low",
        "terminationGracePeriodSeconds": 45,
        "nodeSelector": {"kubernetes.io/os": "linux", "pool": "memory"},
        "securityContext": {"runAsUser": 10001, "runAsNonRoot": True, "fsGroup": 10001},
        "imagePullSecrets": [{"name": "registry"}],
        "tolerations": [
            {"key": "pool", "operator": "Equal", "value": "memory", "effect": "NoSchedule"},
            {"key": "node.kubernetes.io/unreachable", "operator": "Exists", "effect": "NoExecute", "tolerationSeconds": 120},
        ],
        "affinity": {
            "nodeAffinity": {
                "requiredDuringSchedulingIgnoredDuringExecution": {
                    "nodeSelectorTerms": [
                        {"matchExpressions": [{"key": "kubernetes.io/arch", "operator": "In", "values": ["amd64", "arm64"]}]},
                    ]
                }
            },
            "podAntiAffinity": {
                "preferredDuringSchedulingIgnoredDuringExecution": [
                    {
                        "weight": 50,
                        "podAffinityTerm": {"labelSelector": {"matchLabels": {"app": "report"}}, "topologyKey": "kubernetes.io/hostname"},
                    }
                ]
            },
        },
        "initContainers": [
            {
                "name": "unpack",
                "image": "registry.example.org/tools/unpack:3.1",
                "args": ["--into", "/work", "--keep"],
                "volumeMounts": [{"name": "work", "mountPath": "/work"}],
                "resources": {"requests": {"cpu": "200m", "memory": "256Mi"}},
            }
        ],
        "containers": [
            {
                "name": "main",
                "image": "registry.example.org/analytics/report:14.2.1",
                "imagePullPolicy": "IfNotPresent",
                "command": ["python", "-m", "report.sales"],
                "args": ["--region", "north", "--day", "2026-11-22", "--format", "parquet"],
                "env": [
                    {"name": "LOG_LEVEL", "value": "info"},
                    {"name": "CHUNK", "value": "20000"},
                    {"name": "TZ", "value": "UTC"},
                    {"name": "STRICT", "value": "on"},
                    {"name": "WAREHOUSE", "value": "warehouse.data.svc:5432"},
                    {"name": "WAREHOUSE_PASSWORD", "valueFrom": {"secretKeyRef": {"name": "warehouse", "key": "password"}}},
                    {"name": "POD_NAME", "valueFrom": {"fieldRef": {"fieldPath": "metadata.name"}}},
                    {"name": "CURRENCY", "valueFrom": {"configMapKeyRef": {"name": "report", "key": "currency", "optional": True}}},
                ],
                "ports": [{"name": "metrics", "containerPort": 9090, "protocol": "TCP"}],
                "resources": {"requests": {"cpu": "750m", "memory": "2Gi"}, "limits": {"cpu": "3", "memory": "4Gi"}},
                "startupProbe": {"tcpSocket": {"port": 9090}, "periodSeconds": 5, "failureThreshold": 12},
                "livenessProbe": {"httpGet": {"path": "/alive", "port": "metrics"}, "periodSeconds": 30, "failureThreshold": 4},
                "volumeMounts": [
                    {"name": "work", "mountPath": "/work"},
                    {"name": "keys", "mountPath": "/etc/keys", "readOnly": True},
                ],
                "securityContext": {"allowPrivilegeEscalation": False, "capabilities": {"drop": ["ALL"]}},
            },
            {
                "name": "exporter",
                "image": "registry.example.org/tools/exporter:0.12",
                "env": [{"name": "SCRAPE", "value": "localhost:9090"}, {"name": "EVERY", "value": "30"}],
                "resources": {"requests": {"cpu": "25m", "memory": "32Mi"}, "limits": {"memory": "64Mi"}},
            },
        ],
        "volumes": [
            {"name": "work", "persistentVolumeClaim": {"claimName": "report-work"}},
            {"name": "keys", "secret": {"secretName": "report-keys", "defaultMode": 288, "items": [{"key": "id", "path": "id"}]}},
            {"name": "scratch", "emptyDir": {"sizeLimit": "2Gi"}},
        ],
    },
}

SITE: Body = {
    "metadata": {"labels": {"site": "hall-2"}, "annotations": {"example.org/cost-centre": "4711"}},
    "spec": {
        "containers": [
            {"name": "main", "env": [{"name": "TZ", "value": "Europe/Berlin"}, {"name": "SITE", "value": "hall-2"}]},
            {"name": "proxy", "image": "registry.example.org/tools/proxy:2", "args": ["--port", "15001"]},
        ],
        "volumes": [{"name": "proxy", "emptyDir": {}}],
    },
}
TASK: Body = {
    "metadata": {"labels": {"try_number": "2"}},
    "spec": {
        "hostNetwork": False,
        "containers": [
            {"name": "main", "image": "registry.example.org/analytics/report:14.3.0", "resources": {"limits": {"memory": "8Gi"}}}
        ],
        "tolerations": [{"key": "pool", "operator": "Exists"}],
    },
}

_FIELDS_OF_THE_CONTROLLER = {
    "f:metadata": {
        "f:generateName": {},
        "f:labels": {".": {}, "f:app": {}, "f:team": {}, "f:dag_id": {}, "f:task_id": {}},
        "f:ownerReferences": {".": {}, 'k:{"uid":"0f7c2d1e-9a35-4b64-8f10-55aa0c7be001"}': {}},
    },
    "f:spec": {
        "f:containers": {
            'k:{"name":"main"}': {
                ".": {},
                "f:image": {},
                "f:args": {},
                "f:resources": {".": {}, "f:limits": {".": {}, "f:memory": {}}},
                "f:env": {".": {}, 'k:{"name":"TZ"}': {".": {}, "f:name": {}, "f:value": {}}},
            }
        },
        "f:restartPolicy": {},
        "f:serviceAccountName": {},
    },
}
_FIELDS_OF_THE_KUBELET = {
    "f:status": {
        "f:conditions": {'k:{"type":"Ready"}': {".": {}, "f:lastTransitionTime": {}, "f:status": {}, "f:type": {}}},
        "f:containerStatuses": {},
        "f:phase": {},
        "f:podIP": {},
        "f:startTime": {},
    }
}
_CONDITIONS = ("PodReadyToStartContainers", "Initialized", "Ready", "ContainersReady", "PodScheduled")
_TOKEN_MOUNT = {"name": "kube-api-access-x", "readOnly": True, "mountPath": "/var/run/secrets/kubernetes.io/serviceaccount"}
_TOKEN_VOLUME = {
    "name": "kube-api-access-x",
    "projected": {
        "defaultMode": 420,
        "sources": [
            {"serviceAccountToken": {"expirationSeconds": 3607, "path": "token"}},
            {"configMap": {"name": "kube-root-ca.crt", "items": [{"key": "ca.crt", "path": "ca.crt"}]}},
            {"downwardAPI": {"items": [{"path": "namespace", "fieldRef": {"apiVersion": "v1", "fieldPath": "metadata.namespace"}}]}},
        ],
    },
}


def pod_list(count: int = 1000) -> Body:
    """A `PodList` as an API server returns it, about 7 kB for each Pod: defaults filled in, owner, managedFields, status."""
    return {
        "kind": "PodList",
        "apiVersion": "v1",
        "metadata": {"resourceVersion": "4711000"},
        "items": [returned_pod(number) for number in range(count)],
    }


def returned_pod(number: int) -> Body:
    pod = copy.deepcopy(POD)
    del pod["apiVersion"], pod["kind"]  # a server leaves them out of a list's items
    pod["metadata"] |= {
        "name": f"report-{number:05d}",
        "uid": f"7d3f9b52-64c1-4f0e-8a57-{number:012d}",
        "resourceVersion": str(4700000 + number),
        "generation": 1,
        "creationTimestamp": _time(number, 0),
        "ownerReferences": [
            {
                "apiVersion": "batch/v1",
                "kind": "Job",
                "name": f"report-{number}",
                "uid": f"0f7c2d1e-9a35-4b64-8f10-{number:012d}",
                "controller": True,
                "blockOwnerDeletion": True,
            }
        ],
        "managedFields": [
            _managed("kube-controller-manager", _FIELDS_OF_THE_CONTROLLER),
            {**_managed("kubelet", _FIELDS_OF_THE_KUBELET), "subresource": "status"},
        ],
    }
    spec = pod["spec"]
    spec |= {
        "nodeName": f"node-{number % 40}",
        "dnsPolicy": "ClusterFirst",
        "schedulerName": "default-scheduler",
        "serviceAccount": "report",
        "enableServiceLinks": True,
        "preemptionPolicy": "PreemptLowerPriority",
        "priority": -10,
    }
    for container in spec["containers"] + spec["initContainers"]:
        container["env"] = [*container.get("env", ()), {"name": "NUMBER", "value": str(number)}]
        container |= {
            "terminationMessagePath": "/dev/termination-log",
            "terminationMessagePolicy": "File",
            "imagePullPolicy": "IfNotPresent",
        }
        container.setdefault("volumeMounts", []).append(_TOKEN_MOUNT)
    spec["volumes"].append(_TOKEN_VOLUME)
    address = f"10.20.{number // 250}.{number % 250}"
    pod["status"] = {
        "phase": "Running",
        "qosClass": "Burstable",
        "hostIP": "10.0.0.9",
        "podIP": address,
        "podIPs": [{"ip": address}],
        "startTime": _time(number, 1),
        "conditions": [
            {"type": each, "status": "True", "lastTransitionTime": _time(number, second)}
            for each, second in zip(_CONDITIONS, (2, 5, 7, 7, 1), strict=True)
        ],
        "initContainerStatuses": [
            _status("unpack", spec, {"terminated": _ENDED | {"startedAt": _time(number, 2), "finishedAt": _time(number, 5)}})
        ],
        "containerStatuses": [_status(name, spec, {"running": {"startedAt": _time(number, 6)}}) for name in ("main", "exporter")],
    }
    return pod


def _time(number: int, second: int) -> str:
    """A time of the life of a Pod; each Pod has times of its own."""
    minutes, seconds = divmod(10 * number + second, 60)
    days, minutes = divmod(minutes, 24 * 60)
    return f"2026-11-{1 + days:02d}T{minutes // 60:02d}:{minutes % 60:02d}:{seconds:02d}Z"


def returned_job(number: int) -> Body:
    """The Job of a returned Pod, as an API server returns it while the Pod runs."""
    pod = returned_pod(number)
    owner = pod["metadata"]["ownerReferences"][0]
    labels = pod["metadata"]["labels"] | {"batch.kubernetes.io/controller-uid": owner["uid"], "batch.kubernetes.io/job-name": owner["name"]}
    template = {key: value for key, value in pod["spec"].items() if key not in ("nodeName", "priority", "preemptionPolicy")}
    return {
        "metadata": pod["metadata"] | {"name": owner["name"], "uid": owner["uid"], "ownerReferences": [], "labels": labels},
        "spec": {
            "parallelism": 1,
            "completions": 1,
            "completionMode": "NonIndexed",
            "backoffLimit": 0,
            "activeDeadlineSeconds": 3600,
            "ttlSecondsAfterFinished": 86400,
            "suspend": False,
            "podReplacementPolicy": "TerminatingOrFailed",
            "selector": {"matchLabels": {"batch.kubernetes.io/controller-uid": owner["uid"]}},
            "template": {"metadata": {"labels": labels}, "spec": template},
        },
        "status": {"active": 1, "ready": 1, "terminating": 0, "startTime": _time(number, 0), "uncountedTerminatedPods": {}},
    }


_ENDED = {
    "exitCode": 0,
    "reason": "Completed",
    "containerID": "containerd://5b1f",
}


def _managed(manager: str, fields: Body) -> Body:
    return {
        "manager": manager,
        "operation": "Update",
        "apiVersion": "v1",
        "time": "2026-11-22T01:00:01Z",
        "fieldsType": "FieldsV1",
        "fieldsV1": fields,
    }


def _status(name: str, spec: Body, state: Body) -> Body:
    image = next(each["image"] for each in spec["containers"] + spec["initContainers"] if each["name"] == name)
    return {
        "name": name,
        "ready": True,
        "started": "running" in state,
        "restartCount": 0,
        "image": image,
        "imageID": f"{image.partition(':')[0]}@sha256:c0ffee",
        "containerID": "containerd://a7c4",
        "state": state,
    }
