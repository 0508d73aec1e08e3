"""Parts that are there already: dicts as in YAML, and API objects, wherever a part belongs; the official client's models too."""

from kpod import Container, Pod
from kpod.api import core_v1

old = Pod(
    "registry.example.com/old:1",
    [{"name": "DAY", "value": "2026-11-22"}, {"name": "NODE", "valueFrom": {"fieldRef": {"fieldPath": "spec.nodeName"}}}],
    volumes={"/data": {"name": "data", "persistentVolumeClaim": {"claimName": "warehouse-data"}}},
    resources=core_v1.ResourceRequirements(requests={"cpu": "1"}, limits={"memory": "1Gi"}),
    security={"runAsUser": 1000, "seccompProfile": {"type": "RuntimeDefault"}},
    tolerations=[core_v1.Toleration(key="spot", operator="Exists")],
    init=[{"name": "fetch", "image": "registry.example.com/fetch:1", "args": ["/data"]}],
    main=Container(readiness={"exec": {"command": ["true"]}, "periodSeconds": 5}),
    name="old",
)
