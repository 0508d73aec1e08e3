"""`Job`: a Pod that the cluster sees to the end: again after a failure, and stopped at a deadline.

Source: https://kubernetes.io/docs/concepts/workloads/controllers/job/
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Literal

import attrs

from kpod.api.late import Late
from kpod.specs import fields
from kpod.specs.config_map import ConfigMap
from kpod.specs.frozen import FrozenDict
from kpod.specs.pod import Pod
from kpod.specs.requests import JobRequest, Request, request
from kpod.specs.secret import Secret
from kpod.specs.spec import Spec, layer

if TYPE_CHECKING:
    from kpod.api import batch_v1
    from kpod.specs import job as jobs
else:
    # `jobs` is this module: attrs gives `__init__` the names that are there before the class is.
    batch_v1, jobs = Late("kpod.api.batch_v1"), Late("kpod.specs.job")

OnDisruption = Literal["fail", "retry", "count"]
_DISRUPTIONS = ("fail", "retry", "count")


def _deadline(value: timedelta | float | None) -> int | None:
    return fields.seconds(value, "deadline", 1)


def _keep(value: timedelta | float | None) -> int | None:
    return fields.seconds(value, "keep")


def _name(value: str | None) -> str | None:
    return fields.optional_name(value, "name", "Job")


def _namespace(value: str | None) -> str | None:
    return fields.optional_name(value, "namespace", "Namespace")


def _labels(value: Mapping[str, str] | None) -> FrozenDict[str, str]:
    return fields.label_map(value, "labels")


def _annotations(value: Mapping[str, str] | None) -> FrozenDict[str, str]:
    return fields.annotation_map(value, "annotations")


def _base(value: Any) -> FrozenDict[str, Any] | None:
    return layer(value, "base", "Job")


def _patch(value: Any) -> FrozenDict[str, Any] | None:
    return layer(value, "patch", "Job")


def _factory(value: Request[jobs.Job, batch_v1.Job] | None) -> Request[Job, batch_v1.Job]:
    return request(value, JobRequest())


@attrs.frozen(repr=False)
class Job(Spec):
    """A Job of one Pod.

    What is sent that was not written, all of it: `backoffLimit: 0` (the server's own default is 6 retries), without a
    name `generateName` from the image's name, what the Pod sends by itself (see `Pod`), and the Pod's `kpod/result` on the Job too. A
    failure policy only for `on_disruption`. A launch adds its marks: see `kpod.launch`.

    Attributes:
        pod: what runs. Its labels, annotations and Secrets go into the Job's template; its name and namespace are the Job's unless that has
            its own.
        retries: how often a failed Pod is replaced: `backoffLimit`. None sends none, and the server takes 6.
        deadline: after this time, by the server's clock and counted from the start, the Job fails and its Pods are killed:
            `activeDeadlineSeconds`. A timedelta, or seconds.
        name: the Job's name, at most 63 characters; a run's key too.
        namespace: where it runs.
        labels: labels of the Job itself.
        annotations: annotations of the Job itself.
        keep: how long it stays after its end: `ttlSecondsAfterFinished`. None: for ever in YAML; `launch` sets its own.
        parallelism: how many Pods run at a time.
        completions: how many Pods must succeed.
        indexed: each Pod has a number, from 0 to `completions - 1`, in the variable `JOB_COMPLETION_INDEX`, and each number must succeed:
            `completionMode: Indexed`.
        suspend: create it without Pods; whoever queues Jobs (Kueue) lets it go.
        on_disruption: what an eviction, preemption or drain does. `fail`: the Job fails at once. `retry`: a new Pod that does not count as
            one of the `retries`, without bound, so it needs a `deadline`. `count` or None: no rule; it counts as a failure.
        base: a manifest, dict, API object or `V1Job`, merged under all this by Kubernetes' strategic merge.
        patch: the same, merged over all this.
        kube_req_factory: what makes the API object: an object with `build(spec)`; a `JobRequest` by default.

    Raises:
        SpecError: a value of the wrong type, or one that cannot work; with its place, and what to write instead.
    """

    pod: Pod
    retries: int | None = attrs.field(default=0, kw_only=True)
    deadline: int | None = attrs.field(default=None, converter=_deadline, kw_only=True)
    name: str | None = attrs.field(default=None, converter=_name, kw_only=True)
    namespace: str | None = attrs.field(default=None, converter=_namespace, kw_only=True)
    labels: FrozenDict[str, str] = attrs.field(default=None, converter=_labels, kw_only=True)
    annotations: FrozenDict[str, str] = attrs.field(default=None, converter=_annotations, kw_only=True)
    keep: int | None = attrs.field(default=None, converter=_keep, kw_only=True)
    parallelism: int | None = attrs.field(default=None, kw_only=True)
    completions: int | None = attrs.field(default=None, kw_only=True)
    indexed: bool | None = attrs.field(default=None, kw_only=True)
    suspend: bool | None = attrs.field(default=None, kw_only=True)
    on_disruption: OnDisruption | None = attrs.field(default=None, kw_only=True)
    base: FrozenDict[str, Any] | None = attrs.field(default=None, converter=_base, kw_only=True)
    patch: FrozenDict[str, Any] | None = attrs.field(default=None, converter=_patch, kw_only=True)
    kube_req_factory: Request[Job, batch_v1.Job] = attrs.field(default=None, converter=_factory, repr=False, kw_only=True)

    def __attrs_post_init__(self) -> None:
        fields.instance(self.pod, "pod", Pod, 'write Job(Pod("image:1", …)), or Job(Pod(base=…)) for a manifest, a body or an object')
        fields.whole(self.retries, "retries")
        fields.whole(self.parallelism, "parallelism")
        fields.whole(self.completions, "completions")
        fields.flag(self.indexed, "indexed")
        if self.indexed is True and self.completions is None and self.base is None and self.patch is None:
            fields.refuse("indexed", "nobody says how many numbers there are", "write completions=10")
        fields.flag(self.suspend, "suspend")
        if self.on_disruption is not None and self.on_disruption not in _DISRUPTIONS:
            fields.refuse("on_disruption", f"{fields.shown(self.on_disruption)} is unknown", 'write "fail", "retry" or "count"')
        if self.on_disruption == "retry" and self.deadline is None:
            fields.refuse("on_disruption", '"retry" has no bound of its own', "give the Job a deadline")
        if self.pod.name is not None and self.name is None:
            fields.name(self.pod.name, "pod.name", "Job")

    def used(self) -> Iterator[Secret | ConfigMap]:
        """Yield every Secret and ConfigMap that its Pod reads."""
        yield from self.pod.used()

    def compile(self) -> batch_v1.Job:
        """Return the API object that the request factory makes."""
        return self.kube_req_factory.build(self)
