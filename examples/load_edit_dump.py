"""Read a manifest, change it, write it again. What kpod does not know (a field of a newer server, another kind) stays as it was."""

import kpod
from kpod.api import core_v1

MANIFEST = """\
apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  fieldOfNextYear: kept
  containers:
  - name: web
    image: registry.example.com/web:3
    args: []
---
apiVersion: example.com/v1
kind: Route
spec: {to: web}
"""

pod, route = kpod.load_yaml(MANIFEST, source="web.yaml")
assert isinstance(pod, core_v1.Pod)
pod.spec.containers[0].image = "registry.example.com/web:4"
pod.metadata.labels = {"team": "shop"}
print(kpod.to_yaml(pod, route))
