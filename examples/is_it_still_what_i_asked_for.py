"""Compare what runs with what was asked for: what a server adds is no difference, what somebody changed is. Or: `kpod diff FILE`."""

from kpod import Job, Pod, Resources, kube, merge
from kpod.cluster import Ref

job = Job(Pod("busybox:1.37", resources=Resources(cpu=0.5, memory="1024Mi")), name="recipe-diff", suspend=True)

with kube.default() as cluster:
    body = job.to_body()
    made = cluster.create({**body, "metadata": {**body["metadata"], "namespace": cluster.namespace}})
    live = cluster.get(Ref.of(made))
    print("as it was made:", merge.diff(body, live))
    for difference in merge.diff(job.but(retries=2).to_body(), live):
        print("with other retries:", difference)
    cluster.delete(Ref.of(made))
