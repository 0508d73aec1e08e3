"""API objects need no asserts: absent is not in the annotations. Checked by mypy and pyright, never run."""

from __future__ import annotations

from typing_extensions import assert_type

from kpod.api import batch_v1, core_v1, meta_v1
from kpod.api.object import is_set

pod = core_v1.Pod.from_body({})
assert_type(pod, core_v1.Pod)
assert_type(pod.spec.containers[0].name, str)
assert_type(pod.spec.containers[0].resources.limits["memory"], "str | int | float")
assert_type(pod.spec.containers[0].liveness_probe.http_get.port, "int | str")
assert_type(pod.status.container_statuses[0].state.terminated.exit_code, int)
assert_type(pod.spec.volumes[0].nfs.server, str)
assert_type(pod.metadata.labels, dict[str, str])
assert_type(pod.kind, str)
assert_type(is_set(pod, "spec"), bool)

job = batch_v1.Job(
    metadata=meta_v1.ObjectMeta(name="etl"),
    spec=batch_v1.JobSpec(template=core_v1.PodTemplateSpec(spec=core_v1.PodSpec(containers=[core_v1.Container(name="main")]))),
)
assert_type(job.spec.template.spec.containers, list[core_v1.Container])
job.spec.backoff_limit = 2

core_v1.Container(name=1)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
core_v1.Container(imagee="x")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
core_v1.Container("main")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
core_v1.PodSpec(containers=[{"name": "main"}])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
