"""The tables that `kubectl get` prints: columns and cells of each kind, as the real server fills them.

Cells depend on the time (ages), so a caller passes `now`. A kind without a row here gets Name and Age.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timezone
from typing import Any

from kpod.cluster import Body

Cells = list[Any]

_COLUMNS: dict[str, str] = {
    "pods": "Name Ready Status Restarts Age | IP Node Nominated_Node Readiness_Gates",
    "jobs": "Name Status Completions Duration Age | Containers Images Selector",
    "cronjobs": "Name Schedule Timezone Suspend:boolean Active:integer Last_Schedule Age | Containers Images Selector",
    "secrets": "Name Type Data Age",
    "configmaps": "Name Data Age",
    "namespaces": "Name Status Age",
    "events": "Last_Seen Type Reason Object | Subobject Source < Message | First_Seen Count Name",
    "persistentvolumeclaims": "Name Status Volume Capacity Access_Modes StorageClass VolumeAttributesClass Age | VolumeMode",
    "persistentvolumes": (
        "Name Capacity Access_Modes Reclaim_Policy Status Claim StorageClass VolumeAttributesClass Reason Age | VolumeMode"
    ),
    "services": "Name Type Cluster-IP External-IP Port(s) Age | Selector",
    "roles": "Name Created_At:date",
    "rolebindings": "Name Role Age | Users Groups ServiceAccounts",
    "nodes": "Name Status Roles Age Version | Internal-IP External-IP OS-Image Kernel-Version Container-Runtime",
    "leases": "Name Holder Age",
    "resourcequotas": "Name Request Limit Age",
    "limitranges": "Name Created_At:date",
    "priorityclasses": "Name Value:integer Global-Default:boolean Age PreemptionPolicy",
}


def columns(stored: str) -> list[Body]:
    """Return the column definitions of a kind. Columns after `|` are shown with `-o wide`."""
    found: list[Body] = []
    priority = 0
    for word in _COLUMNS.get(stored, "Name Age").split():
        if word in "|<":
            priority = 1 if word == "|" else 0
            continue
        name, _, type_ = word.partition(":")
        format_ = "name" if name == "Name" else ""
        title = name.replace("_", " ")
        found.append({"name": title, "type": type_ or "string", "format": format_, "description": title, "priority": priority})
    return found


def rows(stored: str, bodies: Sequence[Body], now: datetime) -> list[Cells]:
    """Return the cells of each body."""
    cells = _CELLS.get(stored, _plain)
    return [cells(body, now) for body in bodies]


def parse_time(text: str) -> datetime:
    """Return a moment of the API."""
    return datetime.strptime(text[:19], "%Y-%m-%dT%H:%M:%S").replace(tzinfo=timezone.utc)


def since(text: str | None, now: datetime) -> str:
    """Return how long ago a moment was, in kubectl's short words."""
    if not text:
        return "<unknown>"
    try:
        return duration((now - parse_time(text)).total_seconds())
    except ValueError:
        return "<invalid>"


def duration(seconds: float) -> str:
    """Return a duration in kubectl's short words.

    >>> [duration(each) for each in (5, 119, 185, 700, 7300, 100_000, 300_000, 900_000)]
    ['5s', '119s', '3m5s', '11m', '121m', '27h', '3d11h', '10d']
    """
    whole = int(seconds)
    if whole < 0:
        return "0s" if whole > -2 else "<invalid>"
    minutes, hours, days = whole // 60, whole // 3600, whole // 86400
    if whole < 120:
        return f"{whole}s"
    if minutes < 10:
        return f"{minutes}m{whole % 60}s" if whole % 60 else f"{minutes}m"
    if minutes < 180:
        return f"{minutes}m"
    if hours < 8:
        return f"{hours}h{minutes % 60}m" if minutes % 60 else f"{hours}h"
    if hours < 48:
        return f"{hours}h"
    if days < 8:
        return f"{days}d{hours % 24}h" if hours % 24 else f"{days}d"
    if days < 730:
        return f"{days}d"
    return f"{days // 365}y{days % 365}d" if days % 365 else f"{days // 365}y"


def _age(body: Body, now: datetime) -> str:
    return since(body["metadata"].get("creationTimestamp"), now)


def _name(body: Body) -> str:
    return str(body["metadata"]["name"])


def _plain(body: Body, now: datetime) -> Cells:
    return [_name(body), _age(body, now)]


def _pod(body: Body, now: datetime) -> Cells:
    spec, status = body.get("spec") or {}, body.get("status") or {}
    main = status.get("containerStatuses") or []
    init = status.get("initContainerStatuses") or []
    restartable = {each["name"] for each in spec.get("initContainers") or [] if each.get("restartPolicy") == "Always"}
    sidecars = [each for each in init if each.get("name") in restartable]
    ready = sum(1 for each in [*main, *sidecars] if each.get("ready"))
    total = len(spec.get("containers") or []) + len(restartable)
    counted = [*main, *sidecars] if main or sidecars else init
    restarts = str(sum(each.get("restartCount", 0) for each in counted))
    finished = [(each.get("lastState") or {}).get("terminated", {}).get("finishedAt") for each in counted]
    last = max((each for each in finished if each), default=None)
    if restarts != "0" and last:
        restarts += f" ({since(last, now)} ago)"
    wide = [status.get("podIP") or "<none>", spec.get("nodeName") or "<none>", "<none>", "<none>"]
    return [_name(body), f"{ready}/{total}", pod_reason(body, init, main), restarts, _age(body, now), *wide]


def pod_reason(body: Body, init: Sequence[Body], main: Sequence[Body]) -> str:
    """Return the word in the column Status: the most telling reason that the Pod shows."""
    status = body.get("status") or {}
    reason = status.get("reason") or status.get("phase") or "Unknown"
    initial = _init_reason(body, init)
    if initial:
        reason = initial
    else:
        running = False
        for each in reversed(main):
            state = each.get("state") or {}
            word = (state.get("waiting") or {}).get("reason") or _ended(state.get("terminated"))
            reason = word or reason
            running = running or bool(each.get("ready") and "running" in state)
        if reason == "Completed" and running:
            reason = "Running" if _is_ready(status) else "NotReady"
    if body["metadata"].get("deletionTimestamp"):
        if status.get("reason") == "NodeLost":
            return "Unknown"
        return reason if status.get("phase") in ("Succeeded", "Failed") else "Terminating"
    return str(reason)


def _is_ready(status: Body) -> bool:
    return any(each.get("type") == "Ready" and each.get("status") == "True" for each in status.get("conditions") or [])


def _ended(terminated: Body | None) -> str:
    if not terminated:
        return ""
    if terminated.get("reason"):
        return str(terminated["reason"])
    return f"Signal:{terminated['signal']}" if terminated.get("signal") else f"ExitCode:{terminated.get('exitCode', 0)}"


def _init_reason(body: Body, init: Sequence[Body]) -> str:
    specs = {each["name"]: each for each in (body.get("spec") or {}).get("initContainers") or []}
    for index, each in enumerate(init):
        state = each.get("state") or {}
        terminated, waiting = state.get("terminated"), state.get("waiting") or {}
        if terminated is not None and terminated.get("exitCode") == 0:
            continue
        if specs.get(each.get("name", ""), {}).get("restartPolicy") == "Always" and each.get("started"):
            continue
        if terminated is not None:
            return "Init:" + _ended(terminated)
        if waiting.get("reason") and waiting["reason"] != "PodInitializing":
            return f"Init:{waiting['reason']}"
        return f"Init:{index}/{len(specs)}"
    return ""


def _job(body: Body, now: datetime) -> Cells:
    spec, status = body.get("spec") or {}, body.get("status") or {}
    have = {each["type"] for each in status.get("conditions") or [] if each.get("status") == "True"}
    words = ("Complete", "Failed", "FailureTarget", "Suspended", "SuccessCriteriaMet")
    word = next((each for each in words if each in have), "")
    state = {"": "Running", "SuccessCriteriaMet": "SuccessCriteriaMet"}.get(word, word)
    if body["metadata"].get("deletionTimestamp") and word not in ("Complete", "Failed"):
        state = "Terminating"
    succeeded, completions = status.get("succeeded", 0), spec.get("completions")
    parallelism = spec.get("parallelism", 1)
    wanted = str(completions) if completions is not None else f"1 of {parallelism}" if parallelism > 1 else "1"
    took = ""
    if status.get("startTime"):
        end = parse_time(status["completionTime"]) if status.get("completionTime") else now
        took = duration((end - parse_time(status["startTime"])).total_seconds())
    template = (spec.get("template") or {}).get("spec") or {}
    return [_name(body), state, f"{succeeded}/{wanted}", took, _age(body, now), *_containers(template), _selector(spec.get("selector"))]


def _containers(spec: Body) -> Cells:
    containers = spec.get("containers") or []
    return [",".join(str(each.get(word, "")) for each in containers) for word in ("name", "image")]


def _selector(selector: Body | None) -> str:
    labels = (selector or {}).get("matchLabels") or {}
    return ",".join(f"{key}={value}" for key, value in sorted(labels.items())) or "<none>"


def _cron_job(body: Body, now: datetime) -> Cells:
    spec, status = body.get("spec") or {}, body.get("status") or {}
    last = status.get("lastScheduleTime")
    template = (((spec.get("jobTemplate") or {}).get("spec") or {}).get("template") or {}).get("spec") or {}
    head = [_name(body), spec.get("schedule", ""), spec.get("timeZone") or "<none>", spec.get("suspend", False)]
    return [
        *head,
        len(status.get("active") or []),
        since(last, now) if last else "<none>",
        _age(body, now),
        *_containers(template),
        "<none>",
    ]


def _event(body: Body, now: datetime) -> Cells:
    involved, source = body.get("involvedObject") or {}, body.get("source") or {}
    series = body.get("series") or {}
    last = series.get("lastObservedTime") or body.get("lastTimestamp") or body.get("eventTime")
    first = body.get("firstTimestamp") or body.get("eventTime")
    name = f"{str(involved.get('kind', '')).lower()}/{involved.get('name', '')}".lstrip("/")
    where = ", ".join(each for each in (source.get("component") or body.get("reportingComponent"), source.get("host")) if each)
    head = [since(last, now), body.get("type", ""), body.get("reason", ""), name, involved.get("fieldPath", ""), where]
    count = series.get("count") or body.get("count") or 1
    return [*head, str(body.get("message", "")).strip(), since(first, now), count, _name(body)]


def _modes(modes: Sequence[str] | None) -> str:
    short = {"ReadWriteOnce": "RWO", "ReadOnlyMany": "ROX", "ReadWriteMany": "RWX", "ReadWriteOncePod": "RWOP"}
    return ",".join(short.get(each, each) for each in modes or [])


def _claim(body: Body, now: datetime) -> Cells:
    spec, status = body.get("spec") or {}, body.get("status") or {}
    capacity = (status.get("capacity") or {}).get("storage", "")
    head = [_name(body), status.get("phase", ""), spec.get("volumeName", ""), capacity, _modes(status.get("accessModes"))]
    tail = [spec.get("storageClassName") or "", spec.get("volumeAttributesClassName") or "<unset>", _age(body, now)]
    return [*head, *tail, spec.get("volumeMode", "")]


def _volume(body: Body, now: datetime) -> Cells:
    spec, status = body.get("spec") or {}, body.get("status") or {}
    claim = spec.get("claimRef") or {}
    claimed = f"{claim.get('namespace', '')}/{claim.get('name', '')}" if claim else ""
    head = [_name(body), (spec.get("capacity") or {}).get("storage", ""), _modes(spec.get("accessModes"))]
    middle = [spec.get("persistentVolumeReclaimPolicy", ""), status.get("phase", ""), claimed, spec.get("storageClassName") or ""]
    tail = [spec.get("volumeAttributesClassName") or "<unset>", status.get("reason") or "", _age(body, now)]
    return [*head, *middle, *tail, spec.get("volumeMode", "")]


def _service(body: Body, now: datetime) -> Cells:
    spec = body.get("spec") or {}
    ports = ",".join(f"{each.get('port')}/{each.get('protocol', 'TCP')}" for each in spec.get("ports") or []) or "<none>"
    labels = ",".join(f"{key}={value}" for key, value in sorted((spec.get("selector") or {}).items())) or "<none>"
    return [_name(body), spec.get("type", ""), spec.get("clusterIP", ""), "<none>", ports, _age(body, now), labels]


def _role_binding(body: Body, now: datetime) -> Cells:
    reference = body.get("roleRef") or {}
    subjects = body.get("subjects") or []
    users = ", ".join(each["name"] for each in subjects if each.get("kind") == "User")
    groups = ", ".join(each["name"] for each in subjects if each.get("kind") == "Group")
    accounts = ", ".join(f"{each.get('namespace', '')}/{each['name']}" for each in subjects if each.get("kind") == "ServiceAccount")
    return [_name(body), f"{reference.get('kind')}/{reference.get('name')}", _age(body, now), users, groups, accounts]


def _node(body: Body, now: datetime) -> Cells:
    status = body.get("status") or {}
    info = status.get("nodeInfo") or {}
    addresses = {each["type"]: each["address"] for each in status.get("addresses") or []}
    state = "Ready" if _is_ready(status) else "NotReady"
    wide = [addresses.get("InternalIP", "<none>"), "<none>", info.get("osImage", "<unknown>")]
    wide += [info.get("kernelVersion", "<unknown>"), info.get("containerRuntimeVersion", "<unknown>")]
    return [_name(body), state, "<none>", _age(body, now), info.get("kubeletVersion", ""), *wide]


def _quota(body: Body, now: datetime) -> Cells:
    status = body.get("status") or {}
    used = status.get("used") or {}
    said = {name: f"{name}: {used.get(name, '0')}/{most}" for name, most in sorted((status.get("hard") or {}).items())}
    limits = [text for name, text in said.items() if name.startswith("limits.")]
    requests = [text for name, text in said.items() if not name.startswith("limits.")]
    return [_name(body), ", ".join(requests), ", ".join(limits), _age(body, now)]


def _priority_class(body: Body, now: datetime) -> Cells:
    return [_name(body), body.get("value", 0), bool(body.get("globalDefault")), _age(body, now), body.get("preemptionPolicy", "")]


_CELLS: dict[str, Callable[[Body, datetime], Cells]] = {
    "pods": _pod,
    "jobs": _job,
    "cronjobs": _cron_job,
    "secrets": lambda body, now: [_name(body), body.get("type", ""), len(body.get("data") or {}), _age(body, now)],
    "configmaps": lambda body, now: [_name(body), len(body.get("data") or {}) + len(body.get("binaryData") or {}), _age(body, now)],
    "namespaces": lambda body, now: [_name(body), (body.get("status") or {}).get("phase", ""), _age(body, now)],
    "events": _event,
    "persistentvolumeclaims": _claim,
    "persistentvolumes": _volume,
    "services": _service,
    "roles": lambda body, now: [_name(body), body["metadata"].get("creationTimestamp", "")],
    "rolebindings": _role_binding,
    "nodes": _node,
    "resourcequotas": _quota,
    "limitranges": lambda body, now: [_name(body), body["metadata"].get("creationTimestamp", "")],
    "priorityclasses": _priority_class,
    "leases": lambda body, now: [_name(body), (body.get("spec") or {}).get("holderIdentity", ""), _age(body, now)],
}
