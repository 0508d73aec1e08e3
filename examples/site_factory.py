"""A site's own request factory: every Pod gets its label, its log shipper and its policy, in YAML, diff and launch alike.

What a Pod says itself is there when `build` looks, so a policy can be a default (a user who is not root) or a demand (no host network).
"""

from kpod import Container, Job, Pod, PodRequest, Security, SpecError
from kpod.api import core_v1

SHIPPER = Container("registry.example.com/log-shipper:3", name="log-shipper", security=Security.restricted(user=65534))


class SitePods(PodRequest):
    def build(self, spec: Pod, /) -> core_v1.Pod:
        # what a spec can say is added to the spec …
        sited = spec.but(
            labels={**spec.labels, "example.com/site": "berlin"},
            sidecars=[*spec.sidecars, SHIPPER],
            security=spec.security or Security.restricted(user=1000),
        )
        pod = super().build(sited)
        # … and the rest to the API object
        for container in pod.spec.containers:
            container.env = [*(container.env or []), core_v1.EnvVar(name="HTTPS_PROXY", value="http://proxy.example.com:3128")]
        if pod.spec.host_network:
            raise SpecError("no Pod of ours uses the node's network", path="spec.hostNetwork", fix="publish a port with a Service")
        return pod


sync = Job(Pod("registry.example.com/sync:4", kube_req_factory=SitePods()), name="sync")
