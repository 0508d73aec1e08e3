"""Counts the Pods of a Job: which run, which end, which failures count; and says what a new one looks like. Pure: bodies in, bodies out."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from kpod.cluster import Body
from kpod.local.controllers.failures import judge
from kpod.local.store import copy

FINALIZER = "batch.kubernetes.io/job-tracking"


@attrs.define
class Counts:
    """The Pods of one Job at one moment, and what their ends add up to.

    Attributes:
        active: Pods that have not ended and are not being deleted.
        terminating: Pods that have not ended and are being deleted.
        succeeded: ends that are not in the Job's status yet.
        failed: the same for failures that count.
        ignored: failures that a rule says not to count.
        given_up: those of the failed whose index a rule gives up.
        verdict: the sentence of a FailJob rule that matched.
    """

    active: list[Body] = attrs.field(factory=list)
    terminating: list[Body] = attrs.field(factory=list)
    succeeded: list[Body] = attrs.field(factory=list)
    failed: list[Body] = attrs.field(factory=list)
    ignored: list[Body] = attrs.field(factory=list)
    given_up: list[Body] = attrs.field(factory=list)
    verdict: str = ""


def condition(job: Body, type_: str) -> Body | None:
    """Return a condition of a Job that is true, or None."""
    found = (job.get("status") or {}).get("conditions") or []
    return next((each for each in found if each["type"] == type_ and each["status"] == "True"), None)


def is_finished(job: Body) -> bool:
    """Whether the Job has its last condition."""
    return bool(condition(job, "Complete") or condition(job, "Failed"))


def count(job: Body, pods: Sequence[Body]) -> Counts:
    """Sort the Pods of a Job, and read those that failed by its rules."""
    counts = Counts()
    only_failed = job["spec"].get("podReplacementPolicy") == "Failed"
    for pod in pods:
        metadata, phase = pod["metadata"], (pod.get("status") or {}).get("phase")
        tracked, going = FINALIZER in (metadata.get("finalizers") or []), "deletionTimestamp" in metadata
        if phase not in ("Succeeded", "Failed"):
            (counts.terminating if going else counts.active).append(pod)
        if not tracked:
            continue
        if phase == "Succeeded":
            counts.succeeded.append(pod)
        elif phase == "Failed" or (going and not only_failed and not job["spec"].get("suspend")):
            verdict = judge(job, pod) if phase == "Failed" else None
            if verdict is not None and verdict.action == "FailJob" and not counts.verdict:
                counts.verdict = verdict.message
            if verdict is not None and verdict.action == "FailIndex":
                counts.given_up.append(pod)
            (counts.ignored if verdict is not None and verdict.action == "Ignore" else counts.failed).append(pod)
    return counts


def restarted_too_often(spec: Body, counts: Counts) -> bool:
    """Whether the containers of an `OnFailure` Job were restarted as often as its backoff limit."""
    if spec["template"]["spec"].get("restartPolicy") != "OnFailure":
        return False
    restarts = sum(
        each.get("restartCount", 0)
        for pod in counts.active
        for word in ("containerStatuses", "initContainerStatuses")
        for each in (pod.get("status") or {}).get(word) or []
    )
    return bool(restarts > 0 if spec["backoffLimit"] == 0 else restarts >= spec["backoffLimit"])


def is_ready(pod: Body) -> bool:
    """Whether the Pod has the condition Ready."""
    conditions = (pod.get("status") or {}).get("conditions") or []
    return any(each["type"] == "Ready" and each["status"] == "True" for each in conditions)


def pod_of(job: Body) -> Body:
    """Return the Pod that a Job's template describes, as the controller sends it."""
    metadata, template = job["metadata"], job["spec"]["template"]
    owner = {"apiVersion": "batch/v1", "kind": "Job", "name": metadata["name"], "uid": metadata["uid"]}
    own: Body = copy(template.get("metadata") or {})
    return {
        "kind": "Pod",
        "apiVersion": "v1",
        "metadata": {
            **{word: own[word] for word in ("labels", "annotations") if word in own},
            "generateName": f"{metadata['name']}-",
            "namespace": metadata["namespace"],
            "finalizers": [FINALIZER],
            "ownerReferences": [{**owner, "controller": True, "blockOwnerDeletion": True}],
        },
        "spec": copy(template["spec"]),
    }
