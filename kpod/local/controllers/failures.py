"""Reads a failed Pod by the rules of a Job's `podFailurePolicy`. Pure: bodies in, a verdict out."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from kpod.cluster import Body


@attrs.frozen
class Verdict:
    """What a rule says about a failed Pod.

    Attributes:
        action: `FailJob`, `FailIndex`, `Ignore`, `Count`, or empty where no rule matched (then it counts).
        message: the sentence for the Job's condition.
    """

    action: str = ""
    message: str = ""


def judge(job: Body, pod: Body) -> Verdict:
    """Return what the first rule that matches says about a failed Pod."""
    rules = (job["spec"].get("podFailurePolicy") or {}).get("rules") or []
    name = f"{pod['metadata']['namespace']}/{pod['metadata']['name']}"
    for index, rule in enumerate(rules):
        action = rule["action"]
        if rule.get("onExitCodes") is not None:
            for container, code in _codes(pod, rule["onExitCodes"].get("containerName")):
                if _matches(rule["onExitCodes"], code):
                    text = f"Container {container} for pod {name} failed with exit code {code} matching {action} rule at index {index}"
                    return Verdict(action, text)
        have = {(each["type"], each["status"]) for each in (pod.get("status") or {}).get("conditions") or []}
        for pattern in rule.get("onPodConditions") or []:
            if (pattern["type"], pattern.get("status", "True")) in have:
                text = f"Pod {name} has condition {pattern['type']} matching {action} rule at index {index}"
                return Verdict(action, text)
    return Verdict()


def _codes(pod: Body, only: str | None) -> Iterator[tuple[str, int]]:
    """Yield container and exit code of each container that failed."""
    status = pod.get("status") or {}
    for word in ("containerStatuses", "initContainerStatuses"):
        for each in status.get(word) or []:
            ended = (each.get("state") or {}).get("terminated")
            if ended and ended.get("exitCode") and only in (None, each["name"]):
                yield each["name"], ended["exitCode"]


def _matches(rule: Body, code: int) -> bool:
    listed = code in (rule.get("values") or [])
    return listed if rule.get("operator") == "In" else not listed
