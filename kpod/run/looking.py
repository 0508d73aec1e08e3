"""Asking a server for all that it can tell of one run; the one rule behind every verdict that rests on what was *not* seen.

Events get lost, come late, and come in two streams without an order between them. So before anybody believes "its Pod did not end", "there
is no Pod" or "it is gone", `look` asks: for the run's own object, then for its Pods by its uid, then once for each Pod that is missing. In
this order absence is the truth: the Job controller counts a Pod before it lets it go, so what a Job that has ended lacks in a *later* list
was deleted. The last words of a Pod that was deleted outlive it in the server's memory of events only: `look_back` reads that.

It decides nothing: `Evidence` does.
"""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from typing import Any

from kpod.cluster import Cluster, Ref
from kpod.errors import ExpiredError, NotFoundError
from kpod.run.evidence import Evidence
from kpod.status.facts import PodFacts, body_of

LAST_WORDS = 2.0

Lock = AbstractContextManager[Any]


def selectors(ref: Ref) -> dict[str, Any]:
    """What chooses a run's Pods: itself, or those that its Job controls."""
    if ref.kind == "Pod":
        return {"fields": f"metadata.name={ref.name}"}
    return {"labels": f"batch.kubernetes.io/controller-uid={ref.uid}"}


def look(cluster: Cluster, evidence: Evidence, lock: Lock | None = None) -> str:
    """Ask for the run's own object and its Pods, whole, and feed them; return the version of the list of Pods.

    Raises ApiError, UnreachableError; what was fed until then stays.
    """
    ref, lock = evidence.ref, lock or nullcontext()
    if ref.kind == "Job":
        _look_for_itself(cluster, evidence, lock)
    with lock:
        since = evidence.version
    listing = cluster.list("Pod", namespace=ref.namespace, **selectors(ref))
    with lock:
        pods = [pod for pod in listing.items if evidence.is_mine(pod)]
        evidence.relist(pods, version=listing.resource_version, since=since)
        missing = [Ref.of(pod) for pod in evidence.unseen_ends({pod["metadata"]["uid"] for pod in pods})]
    for which in missing:
        try:
            body = cluster.get(which)
        except NotFoundError:
            body = None
        with lock:
            if body is not None and body["metadata"]["uid"] == which.uid:
                evidence.see(body)  # it has only left the selector
            else:
                evidence.miss(which.uid or "")
    if ref.kind == "Pod" and not pods:
        _look_for_itself(cluster, evidence, lock)
    return listing.resource_version


def look_back(cluster: Cluster, evidence: Evidence, lock: Lock | None = None) -> None:
    """Read what the server remembers of the run's Pods since the run was made, and what comes within two seconds.

    A server that no longer remembers is no trouble: then nobody knows.
    """
    ref, lock = evidence.ref, lock or nullcontext()
    if not evidence.since:
        return
    stream = None
    try:
        stream = cluster.watch("Pod", since=evidence.since, namespace=ref.namespace, timeout=LAST_WORDS, **selectors(ref))
        for event in stream:
            if event.type == "BOOKMARK" or not evidence.is_mine(event.object):
                continue
            with lock:
                evidence.see(event.object)
                if evidence.makes_one_pod and (event.type == "DELETED" or PodFacts(body_of(event.object), evidence.main).ended()):
                    return
    except ExpiredError:
        pass
    finally:
        close = getattr(stream, "close", None)
        if close is not None:
            close()


def read_events(cluster: Cluster, evidence: Evidence, lock: Lock | None = None) -> None:
    """Ask for the events about a run's object and its Pods. Raises ForbiddenError where they may not be read."""
    lock = lock or nullcontext()
    with lock:
        uids = {body["metadata"]["uid"]: None for body in [evidence.job, *evidence.pods] if body is not None}
    for uid in uids or {evidence.ref.uid: None}:
        events = cluster.list("Event", namespace=evidence.ref.namespace, fields=f"involvedObject.uid={uid}")
        with lock:
            for event in events.items:
                evidence.see(event)


def _look_for_itself(cluster: Cluster, evidence: Evidence, lock: Lock) -> None:
    try:
        body = cluster.get(evidence.ref)
    except NotFoundError:
        body = None
    with lock:
        evidence.gone = body is None or not evidence.is_mine(body)
        if body is not None and not evidence.gone:
            evidence.see(body)
