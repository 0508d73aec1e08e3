"""What only Pods have: their log, and eviction.

The log itself is the kubelet's; which container is meant, and when there is none yet, is
told here.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any, Protocol

from kpod.cluster import Body
from kpod.local import bodies, statuses, tables, validation, verbs
from kpod.local.calls import Answer, Call
from kpod.local.policies import budget
from kpod.local.store import Store


class LogReader(Protocol):
    """The part of the kubelet that the server calls."""

    def waiting_message(self, namespace: str, pod: str, container: str) -> str | None:
        """Return why a container has no log yet, None where it has one."""
        ...

    def read_log(
        self,
        namespace: str,
        pod: str,
        container: str,
        *,
        follow: bool,
        since: Any,
        tail: int | None,
        timestamps: bool,
        previous: bool,
        limit_bytes: int | None,
    ) -> AsyncIterator[bytes]:
        """Yield a container's log."""
        ...


def log(store: Store, reader: LogReader | None, call: Call) -> AsyncIterator[bytes] | None:
    """Return the pieces of a log, None where the Pod has no node yet.

    Raises:
        StatusError: 400 for a container that does not exist or has not started, 404, 422.
    """
    pod = verbs.read(store, call)
    container = choose(pod, call.query.get("container", ""))
    seconds, moment = call.integer("sinceSeconds"), call.query.get("sinceTime", "")
    if seconds is not None and moment:
        causes = [statuses.cause("", "FieldValueForbidden", "Forbidden: at most one of `sinceTime` or `sinceSeconds` may be specified")]
        raise statuses.invalid("PodLogOptions", "", call.name, causes)
    since = store.moment().timestamp() - seconds if seconds is not None else _moment(moment) if moment else None
    tail, limit = call.integer("tailLines"), call.integer("limitBytes")
    for name, value, least in (("tailLines", tail, 0), ("limitBytes", limit, 1)):
        if value is not None and value < least:
            why = f"must be greater than or equal to {least}"
            raise statuses.invalid("PodLogOptions", "", call.name, [validation.wrong(name, value, why)])
    flags = {name: call.flag(name) for name in ("follow", "timestamps", "previous")}
    if reader is None or not (pod.get("spec") or {}).get("nodeName"):
        return None
    namespace = pod["metadata"]["namespace"]
    if not flags["previous"]:
        why_not = reader.waiting_message(namespace, call.name, container)
        if why_not:
            raise statuses.bad_request(why_not)
    elif not _has_previous(pod, container):
        raise statuses.bad_request(f'previous terminated container "{container}" in pod "{call.name}" not found')
    return reader.read_log(namespace, call.name, container, since=since, tail=tail, limit_bytes=limit, **flags)


def _moment(text: str) -> float:
    try:
        return tables.parse_time(text).timestamp()
    except ValueError:
        raise statuses.bad_request(f'parsing time "{text}": cannot parse') from None


def choose(pod: Body, name: str) -> str:
    """Return the container that is meant; the only one where none is named.

    Raises:
        StatusError: 400.
    """
    spec = pod.get("spec") or {}
    main = [str(each["name"]) for each in spec.get("containers") or []]
    init = [str(each["name"]) for each in spec.get("initContainers") or []]
    pod_name = pod["metadata"]["name"]
    if name:
        if name not in (*main, *init):
            raise statuses.bad_request(f"container {name} is not valid for pod {pod_name}")
        return name
    if len(main) == 1:
        return main[0]
    text = f"a container name must be specified for pod {pod_name}, choose one of: [{' '.join(main)}]"
    if init:
        text += f" or one of the init containers: [{' '.join(init)}]"
    raise statuses.bad_request(text)


def _has_previous(pod: Body, container: str) -> bool:
    status = pod.get("status") or {}
    found = [*(status.get("containerStatuses") or []), *(status.get("initContainerStatuses") or [])]
    return any(each.get("name") == container and (each.get("lastState") or {}).get("terminated") for each in found)


def evict(store: Store, call: Call) -> Answer:
    """Mark a Pod as disrupted, and delete it gracefully: the Eviction API.

    Raises:
        StatusError: 404, 409, 429 where a disruption budget forbids it.
    """
    body: Any = bodies.decode(call.data, call.content_type) if call.data.strip() else {}
    if not isinstance(body, dict) or not isinstance(body.get("deleteOptions") or {}, dict):
        raise statuses.bad_request("the eviction is no object")
    pod = verbs.read(store, call)
    budget.check(store, pod)
    options: Body = body.get("deleteOptions") or {}
    if not call.dry_run and (pod.get("status") or {}).get("phase") not in ("Succeeded", "Failed"):
        store.change("pods", call.namespace, call.name, lambda each: mark_disrupted(each, store.now()))
        pod = verbs.read(store, call)
    verbs.delete_body(store, call, pod, options)
    return Answer({"kind": "Status", "apiVersion": "v1", "metadata": {}, "status": "Success", "code": 201}, 201, plain=True)


def mark_disrupted(pod: Body, now: str, reason: str = "EvictionByEvictionAPI", message: str = "Eviction API: evicting") -> None:
    """Write the condition `DisruptionTarget` into a Pod's status."""
    conditions = pod.setdefault("status", {}).setdefault("conditions", [])
    kept = [each for each in conditions if each.get("type") != "DisruptionTarget"]
    mark = {"type": "DisruptionTarget", "status": "True", "reason": reason, "message": message, "lastTransitionTime": now}
    pod["status"]["conditions"] = [*kept, mark]
