"""A site's own request factory: every Pod gets its label, its proxy variable and its toleration, in YAML and at launch alike."""

from kpod import Job, Pod, PodRequest
from kpod.api import core_v1


class SitePods(PodRequest):
    def build(self, spec: Pod, /) -> core_v1.Pod:
        pod = super().build(spec)
        pod.metadata.labels["site"] = "berlin"
        for container in pod.spec.containers:
            container.env = [*(container.env or []), core_v1.EnvVar(name="HTTPS_PROXY", value="http://proxy.example.com:3128")]
        pod.spec.tolerations = [*(pod.spec.tolerations or []), core_v1.Toleration(key="batch", operator="Exists")]
        return pod


sync = Job(Pod("registry.example.com/sync:4", kube_req_factory=SitePods()), name="sync")
