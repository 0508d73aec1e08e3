"""Pods and Jobs: a body as the call that compiles to it."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from typing import Any

import attrs

from kpod.convert import affinity, containers, patches, rows, security, source
from kpod.convert.containers import Around
from kpod.convert.rows import Body
from kpod.convert.source import Call
from kpod.errors import SpecError
from kpod.specs.requests import MAIN
from kpod.specs.result import ANNOTATION, PATH, VARIABLE
from kpod.wire import to_body

Kwargs = dict[str, Any]
DISRUPTIONS = {"FailJob": "fail", "Ignore": "retry"}


def pod(body: Body) -> Call | None:
    """Return the `Pod` that compiles to exactly the body, or None where none does."""
    return _exact(_plain_pod(body), body, "core_v1.Pod")


def job(body: Body) -> Call | None:
    """Return the `Job` that compiles to exactly the body, or None where none does."""
    made = _plain_job(body)
    return _exact(made, body, "batch_v1.Job") if made is not None else None


def job_spec(spec: Body) -> Call | None:
    """Return `Job(…).compile().spec` for the Job that a CronJob makes, or None."""
    made = _plain_job({"apiVersion": "batch/v1", "kind": "Job", "metadata": {}, "spec": spec})
    if made is None:
        return None
    have = to_body(source.value(made))
    exact = _exact(made, {**have, "spec": spec}, "batch_v1.Job")
    return attrs.evolve(exact, tail=(".compile()", ".spec")) if exact is not None else None


def _exact(made: Call | None, body: Body, type_key: str) -> Call | None:
    """Add the patch that makes up for what the call cannot say; None where no patch does."""
    if made is None:
        return None
    try:
        patch = patches.between(to_body(source.value(made)), body, type_key)
        if patch is None:
            return None
        whole = attrs.evolve(made, kwargs=(*made.kwargs, ("patch", patch))) if patch else made
        return whole if patches.same(to_body(source.value(whole)), body) else None
    except SpecError:
        return None


def _plain_pod(body: Body) -> Call | None:
    """Return the Pod of the shorthands alone."""
    spec: Body = body.get("spec") or {}
    all_containers = spec.get("containers") or []
    if not all_containers:
        return None
    metadata = body.get("metadata") or {}
    result = _result(metadata, all_containers[0])
    secured, shared = _secured(spec)
    around = Around(_volumes(spec), _claims(spec), shared, result)
    main = containers.arguments(all_containers[0], around)
    if main.get("name") == MAIN:
        del main["name"]
    found = {name: node for name, node in main.items() if name in containers.OF_THE_POD}
    found |= _metadata(metadata, without=(ANNOTATION,) if result else ())
    for key, parameter, node in ROWS:
        if spec.get(key) not in (None, [], {}):
            found[parameter] = node(spec[key])
    found["security"] = secured
    found["scheduling"] = _scheduling(spec)
    found["network"] = _network(spec)
    found |= _before(spec, around)
    found["result"] = _result_call(result)
    found["main"] = containers.refined("Container", {name: node for name, node in main.items() if name not in containers.OF_THE_POD})
    given = {name: node for name, node in found.items() if node not in (None, [], {})}
    if spec.get("restartPolicy") != "Never":
        given["restart"] = spec.get("restartPolicy")
    return containers.refined("Pod", given)


def _metadata(metadata: Body, without: tuple[str, ...] = ()) -> Kwargs:
    annotations = {key: source.text(item) for key, item in (metadata.get("annotations") or {}).items() if key not in without}
    return {
        "name": metadata.get("name"),
        "namespace": metadata.get("namespace"),
        "labels": dict(metadata.get("labels") or {}),
        "annotations": annotations,
    }


def _pull_secrets(value: list[Any]) -> Any:
    return [item["name"] for item in value] if all(list(item) == ["name"] for item in value) else None


def _tolerations(value: list[Any]) -> Any:
    return [rows.shorthand(rows.TOLERATIONS, item) or rows.typed("core_v1.Toleration", item) for item in value]


def _itself(value: Any) -> Any:
    return value


ROWS: tuple[tuple[str, str, Callable[[Any], Any]], ...] = (
    ("nodeSelector", "node_selectors", _itself),
    ("tolerations", "tolerations", _tolerations),
    ("serviceAccountName", "service_account", _itself),
    ("imagePullSecrets", "image_pull_secrets", _pull_secrets),
    ("terminationGracePeriodSeconds", "grace", _itself),
)
"""Fields of a PodSpec, and the parameters of `Pod` that say them."""


def _affinity(value: Body) -> Any:
    return affinity.shorthand(value) or rows.typed("core_v1.Affinity", value)


def _spread(value: list[Any]) -> Any:
    return [rows.shorthand(rows.SPREADS, item) or rows.typed("core_v1.TopologySpreadConstraint", item) for item in value]


SCHEDULING: tuple[tuple[str, str, Callable[[Any], Any]], ...] = (
    ("affinity", "affinity", _affinity),
    ("topologySpreadConstraints", "spread", _spread),
    ("priorityClassName", "priority", _itself),
    ("schedulerName", "scheduler", _itself),
    ("runtimeClassName", "runtime", _itself),
    ("nodeName", "node", _itself),
)
"""Fields of a PodSpec, and the parameters of `Scheduling` that say them."""


def _scheduling(spec: Body) -> Call | None:
    found = {parameter: node(spec[key]) for key, parameter, node in SCHEDULING if spec.get(key) not in (None, [], {})}
    return containers.refined("Scheduling", found)


def _network(spec: Body) -> Call | None:
    made = rows.fill(rows.NETWORK, spec, {})
    return made if made is not None and made.kwargs else None


def _secured(spec: Body) -> tuple[Call | None, bool]:
    bodies = [*(spec.get("initContainers") or []), *(spec.get("containers") or [])[:1]]
    return security.of_pod(spec.get("securityContext") or {}, [each.get("securityContext") or {} for each in bodies])


def _volumes(spec: Body) -> dict[str, Body]:
    found = {}
    for item in spec.get("volumes") or []:
        part = {key: value for key, value in item.items() if key != "name"}
        if len(part) == 1 and isinstance(item.get("name"), str):
            found[item["name"]] = part
    return found


def _claims(spec: Body) -> dict[str, str]:
    wanted = {"name", "resourceClaimTemplateName"}
    return {item["name"]: item["resourceClaimTemplateName"] for item in spec.get("resourceClaims") or [] if set(item) == wanted}


def _before(spec: Body, around: Around) -> Kwargs:
    """Return the sidecars and the init containers. kpod starts sidecars first: one that stands behind an init container is one itself."""
    sidecars: list[Any] = []
    init: list[Any] = []
    for item in spec.get("initContainers") or []:
        is_sidecar = item.get("restartPolicy") == "Always" and not init
        into, word = (sidecars, "sidecar") if is_sidecar else (init, "init")
        made = containers.container(item, attrs.evolve(around, result=None), default=f"{word}-{len(into) + 1}")
        if made is None:
            break
        into.append(made)
    return {"init": init, "sidecars": sidecars}


def _result(metadata: Body, main: Body) -> str | None:
    """Return the path of the result's file, where the Pod is one that hands something back."""
    path = main.get("terminationMessagePath")
    said = (metadata.get("annotations") or {}).get(ANNOTATION)
    last = (main.get("env") or [{}])[-1]
    is_result = isinstance(path, str) and said == json.dumps({"path": path}) and last == {"name": VARIABLE, "value": path}
    return path if is_result else None


def _result_call(path: str | None) -> Call | None:
    if path is None:
        return None
    return Call("Result", () if path == PATH else (path,))


JOB_ROWS: tuple[tuple[str, str], ...] = (
    ("backoffLimit", "retries"),
    ("activeDeadlineSeconds", "deadline"),
    ("ttlSecondsAfterFinished", "keep"),
    ("parallelism", "parallelism"),
    ("completions", "completions"),
    ("suspend", "suspend"),
)
"""Fields of a JobSpec, and the parameters of `Job` that say them."""


def _plain_job(body: Body) -> Call | None:
    spec: Body = body.get("spec") or {}
    template: Body = spec.get("template") or {}
    metadata = body.get("metadata") or {}
    of_pod = copy.deepcopy(template.get("metadata") or {})
    result = (of_pod.get("annotations") or {}).get(ANNOTATION)
    inner = _pod_of(template, of_pod)
    if inner is None:
        return None
    found: Kwargs = {"pod": inner}
    found |= {parameter: spec[key] for key, parameter in JOB_ROWS if spec.get(key) is not None}
    found["indexed"] = True if spec.get("completionMode") == "Indexed" and "completions" in found else None
    found["on_disruption"] = _on_disruption(spec.get("podFailurePolicy"))
    own = (metadata.get("annotations") or {}).get(ANNOTATION)
    found |= _metadata(metadata, without=(ANNOTATION,) if own == result else ())
    given = {name: node for name, node in found.items() if node not in (None, [], {})}
    if "retries" not in given:
        given = {"pod": inner, "retries": None, **given}
    elif given["retries"] == 0:
        del given["retries"]
    return containers.refined("Job", given, first="pod")


def _pod_of(template: Body, metadata: Body) -> Call | None:
    """Return the Pod in a Job. Its own patch is about its spec; what the Job does with its metadata is the Job's business."""
    body = {"apiVersion": "v1", "kind": "Pod", "metadata": metadata, "spec": template.get("spec") or {}}
    labels_only = {key: metadata[key] for key in ("labels", "annotations") if metadata.get(key)}
    made = _plain_pod({**body, "metadata": labels_only})
    if made is None:
        return None
    have = to_body(source.value(made))
    return _exact(made, {**body, "metadata": have["metadata"]}, "core_v1.Pod")


def _on_disruption(policy: Any) -> str | None:
    wanted = [{"type": "DisruptionTarget", "status": "True"}]
    found = policy.get("rules") if isinstance(policy, dict) and list(policy) == ["rules"] else None
    if not isinstance(found, list) or len(found) != 1 or set(found[0]) != {"action", "onPodConditions"}:
        return None
    return DISRUPTIONS.get(found[0]["action"]) if found[0]["onPodConditions"] == wanted else None
