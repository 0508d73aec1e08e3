"""What people ask a server for: each kind, each kind of volume, and what has defaults that depend on something else.

Each is shown to a cluster by a dry run, and what comes back must show no difference.
"""

from __future__ import annotations

from typing import Any

Body = dict[str, Any]

C = {"name": "main", "image": "x:1"}


def pod(**spec):
    return {
        "apiVersion": "v1",
        "kind": "Pod",
        "metadata": {"name": "p"},
        "spec": {"containers": [C], "schedulingGates": [{"name": "a/b"}], **spec},
    }


def c(**k):
    return pod(containers=[{**C, **k}])


VOLUMES = {
    "awsElasticBlockStore": {"volumeID": "v"},
    "azureDisk": {"diskName": "d", "diskURI": "https://x.blob.core.windows.net/a/b.vhd"},
    "azureFile": {"secretName": "s", "shareName": "x"},
    "cephfs": {"monitors": ["a"]},
    "cinder": {"volumeID": "v"},
    "configMap": {"name": "x"},
    "csi": {"driver": "a.b"},
    "downwardAPI": {
        "items": [
            {"path": "a", "fieldRef": {"fieldPath": "metadata.name"}},
            {"path": "b", "resourceFieldRef": {"containerName": "main", "resource": "limits.cpu"}},
        ]
    },
    "emptyDir": {},
    "ephemeral": {"volumeClaimTemplate": {"spec": {"accessModes": ["ReadWriteOnce"], "resources": {"requests": {"storage": "1Gi"}}}}},
    "fc": {"targetWWNs": ["a"], "lun": 0},
    "flexVolume": {"driver": "a/b"},
    "gcePersistentDisk": {"pdName": "x"},
    "gitRepo": {"repository": "x"},
    "glusterfs": {"endpoints": "e", "path": "p"},
    "hostPath": {"path": "/x"},
    "image": {"reference": "a:1"},
    "iscsi": {"targetPortal": "1.2.3.4:3260", "iqn": "iqn.2001-04.com.example:storage", "lun": 0},
    "nfs": {"server": "s", "path": "/p"},
    "persistentVolumeClaim": {"claimName": "c"},
    "photonPersistentDisk": {"pdID": "x"},
    "portworxVolume": {"volumeID": "x"},
    "projected": {
        "sources": [
            {"serviceAccountToken": {"path": "t"}},
            {"downwardAPI": {"items": [{"path": "a", "fieldRef": {"fieldPath": "metadata.name"}}]}},
            {"secret": {"name": "s"}},
        ]
    },
    "quobyte": {"registry": "r:1", "volume": "v"},
    "rbd": {"monitors": ["a"], "image": "i"},
    "scaleIO": {"gateway": "g", "system": "s", "secretRef": {"name": "x"}, "volumeName": "v"},
    "secret": {"secretName": "s"},
    "storageos": {"volumeName": "x", "volumeNamespace": "default"},
    "vsphereVolume": {"volumePath": "p"},
}
ASKED = {f"volume {k}": pod(volumes=[{"name": "v", k: v}]) for k, v in VOLUMES.items()}
ASKED |= {
    "volume none": pod(volumes=[{"name": "v"}]),
    "hostNetwork": {
        **c(ports=[{"containerPort": 80}]),
    },
    "grpc": c(livenessProbe={"grpc": {"port": 80}}),
    "tcp": c(readinessProbe={"tcpSocket": {"port": "http"}}, ports=[{"name": "http", "containerPort": 80}]),
    "tolerate": pod(tolerations=[{"operator": "Exists"}]),
    "tolerate2": pod(
        tolerations=[{"key": "node.kubernetes.io/not-ready", "effect": "NoExecute", "tolerationSeconds": 5, "operator": "Exists"}]
    ),
    "env": c(
        env=[
            {"name": "A", "valueFrom": {"fieldRef": {"fieldPath": "status.podIP"}}},
            {"name": "B", "valueFrom": {"resourceFieldRef": {"resource": "limits.cpu"}}},
            {"name": "E", "value": ""},
        ]
    ),
    "lifecycle": c(lifecycle={"preStop": {"httpGet": {"port": 80}}, "postStart": {"exec": {"command": ["x"]}}}),
    "sec": pod(securityContext={"fsGroup": 1, "seccompProfile": {"type": "RuntimeDefault"}, "supplementalGroups": [1]}),
    "spread": pod(
        topologySpreadConstraints=[
            {"maxSkew": 1, "topologyKey": "zone", "whenUnsatisfiable": "DoNotSchedule", "labelSelector": {"matchLabels": {"a": "b"}}}
        ]
    ),
    "aff": pod(
        affinity={"podAntiAffinity": {"requiredDuringSchedulingIgnoredDuringExecution": [{"topologyKey": "zone", "labelSelector": {}}]}}
    ),
    "podres": pod(resources={"limits": {"cpu": "1"}}),
    "podres2": {**pod(resources={"limits": {"memory": "1Gi"}})},
    "resize": c(resources={"limits": {"cpu": "1", "memory": "1Gi"}}),
    "huge": c(resources={"limits": {"hugepages-2Mi": "4Mi", "cpu": 1, "memory": "1Gi"}}),
    "ext": c(resources={"limits": {"nvidia.com/gpu": 1}}),
    "prio": pod(priorityClassName="system-node-critical"),
    "dns": pod(dnsPolicy="None", dnsConfig={"nameservers": ["1.1.1.1"]}),
    "init": pod(initContainers=[{"name": "i", "image": "a", "restartPolicy": "Always"}]),
    "eph": pod(automountServiceAccountToken=False),
    "sa": pod(serviceAccount="default"),
    "procmount": c(securityContext={"privileged": True}),
    "emptylists": c(args=[], env=[], command=[]),
    "nulls": {**c(args=None, resources=None), "metadata": {"name": "p", "creationTimestamp": None, "labels": None}},
    "termgrace": pod(terminationGracePeriodSeconds=0, activeDeadlineSeconds=5),
    "hostAliases": pod(hostAliases=[{"ip": "1.2.3.4", "hostnames": ["a"]}]),
    "os": pod(os={"name": "linux"}),
    "hostUsers": pod(hostUsers=False),
    "time": c(resources={"requests": {"cpu": "1500m", "memory": "1.5Gi", "ephemeral-storage": "0.5Gi"}}),
}
ASKED["hostNetwork"]["spec"]["hostNetwork"] = True
META = {"name": "x"}
J = {"template": {"spec": {"restartPolicy": "Never", "containers": [C]}}}


def obj(api, kind, **k):
    return {"apiVersion": api, "kind": kind, "metadata": dict(META), **k}


ASKED |= {
    "job": obj("batch/v1", "Job", spec=J),
    "job indexed": obj("batch/v1", "Job", spec={**J, "completionMode": "Indexed", "completions": 3, "backoffLimitPerIndex": 1}),
    "job par": obj("batch/v1", "Job", spec={**J, "parallelism": 2}),
    "job comp": obj("batch/v1", "Job", spec={**J, "completions": 2}),
    "job policy": obj(
        "batch/v1",
        "Job",
        spec={
            **J,
            "podFailurePolicy": {
                "rules": [
                    {"action": "Ignore", "onPodConditions": [{"type": "DisruptionTarget"}]},
                    {"action": "FailJob", "onExitCodes": {"operator": "In", "values": [2, 3]}},
                ]
            },
        },
    ),
    "job hostnet": obj(
        "batch/v1",
        "Job",
        spec={
            "template": {"spec": {"hostNetwork": True, "restartPolicy": "Never", "containers": [{**C, "ports": [{"containerPort": 80}]}]}}
        },
    ),
    "job success": obj(
        "batch/v1", "Job", spec={**J, "completionMode": "Indexed", "completions": 3, "successPolicy": {"rules": [{"succeededCount": 1}]}}
    ),
    "job manual": obj(
        "batch/v1",
        "Job",
        spec={
            "manualSelector": True,
            "selector": {"matchLabels": {"a": "b"}},
            "template": {"metadata": {"labels": {"a": "b"}}, "spec": J["template"]["spec"]},
        },
    ),
    "cron": obj("batch/v1", "CronJob", spec={"schedule": "0 0 * * *", "jobTemplate": {"spec": J}}),
    "secret": obj("v1", "Secret", stringData={"a": "b", "u": "ü"}, data={"c": "YQ=="}),
    "secret type": obj("v1", "Secret", type="kubernetes.io/basic-auth", stringData={"username": "u", "password": "p"}),
    "cm": obj("v1", "ConfigMap", data={"a": ""}, binaryData={"b": "YQ=="}),
    "pvc": obj("v1", "PersistentVolumeClaim", spec={"accessModes": ["ReadWriteOnce"], "resources": {"requests": {"storage": "0.5Gi"}}}),
    "pv": obj(
        "v1", "PersistentVolume", spec={"accessModes": ["ReadWriteOnce"], "capacity": {"storage": "1Gi"}, "hostPath": {"path": "/x"}}
    ),
    "pv nfs": obj(
        "v1",
        "PersistentVolume",
        spec={
            "accessModes": ["ReadWriteMany"],
            "capacity": {"storage": "1000Mi"},
            "nfs": {"path": "/x", "server": "s"},
            "claimRef": {"name": "c", "namespace": "d"},
        },
    ),
    "pv iscsi": obj(
        "v1", "PersistentVolume", spec={"accessModes": ["ReadWriteOnce"], "capacity": {"storage": "1Gi"}, "iscsi": VOLUMES["iscsi"]}
    ),
    "pv rbd": obj("v1", "PersistentVolume", spec={"accessModes": ["ReadWriteOnce"], "capacity": {"storage": "1Gi"}, "rbd": VOLUMES["rbd"]}),
    "pv scaleio": obj(
        "v1",
        "PersistentVolume",
        spec={
            "accessModes": ["ReadWriteOnce"],
            "capacity": {"storage": "1Gi"},
            "scaleIO": {**VOLUMES["scaleIO"], "secretRef": {"name": "x", "namespace": "d"}},
        },
    ),
    "pv azure": obj(
        "v1", "PersistentVolume", spec={"accessModes": ["ReadWriteOnce"], "capacity": {"storage": "1Gi"}, "azureDisk": VOLUMES["azureDisk"]}
    ),
    "pv csi": obj(
        "v1",
        "PersistentVolume",
        spec={"accessModes": ["ReadWriteOnce"], "capacity": {"storage": "1Gi"}, "csi": {"driver": "a.b", "volumeHandle": "h"}},
    ),
    "svc": obj("v1", "Service", spec={"ports": [{"port": 80}], "selector": {"a": "b"}}),
    "svc headless": obj("v1", "Service", spec={"clusterIP": "None", "ports": [{"port": 80, "targetPort": "http"}]}),
    "svc np": obj(
        "v1", "Service", spec={"type": "NodePort", "ports": [{"port": 80, "name": "a"}, {"port": 80, "protocol": "UDP", "name": "b"}]}
    ),
    "svc lb": obj("v1", "Service", spec={"type": "LoadBalancer", "ports": [{"port": 80}]}),
    "svc ext": obj("v1", "Service", spec={"type": "ExternalName", "externalName": "a.b"}),
    "svc aff": obj("v1", "Service", spec={"sessionAffinity": "ClientIP", "ports": [{"port": 80}]}),
    "svc local": obj("v1", "Service", spec={"type": "LoadBalancer", "externalTrafficPolicy": "Local", "ports": [{"port": 80}]}),
    "sa": obj("v1", "ServiceAccount", imagePullSecrets=[{"name": "a"}]),
    "ns": obj("v1", "Namespace"),
    "role": obj("rbac.authorization.k8s.io/v1", "Role", rules=[{"apiGroups": [""], "resources": ["pods"], "verbs": ["get"]}]),
    "rb": obj(
        "rbac.authorization.k8s.io/v1",
        "RoleBinding",
        roleRef={"kind": "Role", "name": "x"},
        subjects=[{"kind": "User", "name": "u"}, {"kind": "Group", "name": "g"}, {"kind": "ServiceAccount", "name": "s", "namespace": "d"}],
    ),
    "event": obj("v1", "Event", involvedObject={"kind": "Pod", "name": "p"}, reason="R", message="m", type="Normal"),
    "event2": obj(
        "events.k8s.io/v1",
        "Event",
        regarding={"kind": "Pod", "name": "p"},
        reason="R",
        note="m",
        type="Normal",
        eventTime="2026-01-01T00:00:00.000000Z",
        reportingController="a/b",
        reportingInstance="i",
        action="A",
    ),
    "pod gen": {**pod(), "metadata": {"generateName": "g-"}},
}
