"""Copy recorded cases into `tests/data/bodies`: what a verdict reads, and the watch in its order, of each object by name.

    python tools/recorded_bodies.py FOLDER

FOLDER has one JSON file per case, recorded with three watches (Jobs, Pods, Events): `job`, `pods`, `events`, the last bodies of what is
gone (`job_last_seen`, `pods_last_seen`), `watch` (one short line per event), and perhaps a `note`. The tests need the copies only.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

TARGET = Path(__file__).parents[1] / "tests" / "data" / "bodies"
# fmt: off
DROPPED = frozenset({
    "managedFields", "generateName", "blockOwnerDeletion", "selfLink", "allocatedResources", "qosClass", "hostIP", "hostIPs",
    "podIP", "podIPs", "containerID", "imageID", "lastProbeTime", "observedGeneration", "volumeMounts", "dnsPolicy",
    "schedulerName", "enableServiceLinks", "serviceAccount", "serviceAccountName", "preemptionPolicy", "securityContext",
    "automountServiceAccountToken", "terminationMessagePath", "terminationMessagePolicy", "tolerations", "reportingInstance",
    "manualSelector", "priority",
})
# fmt: on


def slim(thing: Any) -> Any:
    """Leave out what no verdict reads."""
    if isinstance(thing, dict):
        return {key: slim(value) for key, value in thing.items() if key not in DROPPED}
    return [slim(each) for each in thing] if isinstance(thing, list) else thing


def mine(body: dict[str, Any], job: dict[str, Any] | None) -> bool:
    """Whether a Pod is the Job's, not one that was made beside it."""
    uid = job["metadata"]["uid"] if job else None
    return any(owner["uid"] == uid for owner in body["metadata"].get("ownerReferences") or ())


def named_watch(case: dict[str, Any], pods: list[dict[str, Any]], others: list[dict[str, Any]]) -> list[list[Any]]:
    """The watch with the name of each object: Pods come in the order of their creation, a Pod beside the Job has no tracking finalizer."""
    waiting = sorted([*pods, *others], key=lambda pod: pod["metadata"]["creationTimestamp"])
    current, lines = "", []
    used: set[str] = set()
    stray = {pod["metadata"]["name"] for pod in others}
    for event in case["watch"]:
        kind, summary, name = event["kind"], event["summary"], ""
        if kind == "Pod":
            phase = summary.split(" | ")[0]
            if event["type"] == "ADDED":
                current = waiting.pop(0)["metadata"]["name"]
                name = current
            else:
                name = pod_of(phase, summary, current, stray, [pod["metadata"]["name"] for pod in pods])
            if name in stray:
                continue
        elif kind == "Event":
            name = event_name(event, case["events"], used)
            if not name:
                continue
        lines.append([event["t"], event["type"], kind, name, summary])
    return lines


def pod_of(phase: str, summary: str, current: str, stray: set[str], names: list[str]) -> str:
    """Which Pod a line is about: one that was made beside the Job has no finalizer and was never told to go; of two, the last one made."""
    if stray:
        is_stray = " fin" not in phase and "DisruptionTarget" not in summary
        return next(iter(stray)) if is_stray else names[0]
    told_to_go = "DELETING" in summary
    return names[0] if told_to_go and len(names) > 1 and current != names[0] else current


def event_name(event: dict[str, Any], events: list[dict[str, Any]], used: set[str]) -> str:
    """Which event a line is about; empty for one about another object. A new one is the oldest that no line was about yet."""
    found = re.match(r"\w+ (\w+)/(\w+) x\d+: (.*)", event["summary"], re.DOTALL)
    if not found:
        raise ValueError(f"no line of an event: {event['summary']}")
    kind, reason, text = found.groups()
    same = [one for one in events if one["involvedObject"]["kind"] == kind and one["reason"] == reason]
    same = [one for one in same if (one.get("message") or "").startswith(text[:150])]
    fitting = [one for one in same if (one["metadata"]["name"] in used) is (event["type"] == "MODIFIED")]
    fitting.sort(key=lambda one: (one["metadata"]["creationTimestamp"], int(one["metadata"]["resourceVersion"])))
    if not fitting:
        return ""
    name = str(fitting[-1 if event["type"] == "MODIFIED" else 0]["metadata"]["name"])
    used.add(name)
    return name


def convert(path: Path) -> dict[str, Any]:
    """One case in the form of the tests."""
    case = json.loads(path.read_text())
    job = case["job"] or case.get("job_last_seen")
    everything = [*case["pods"], *case.get("pods_last_seen", ())]
    pods = [pod for pod in everything if mine(pod, job)]
    others = [pod for pod in everything if not mine(pod, job)]
    pods.sort(key=lambda pod: pod["metadata"]["creationTimestamp"])
    uids = {body["metadata"]["uid"] for body in [*pods, *([job] if job else [])]}
    events = [event for event in case["events"] if event["involvedObject"].get("uid") in uids]
    found = {"job": job, "gone": case["job"] is None and job is not None, "pods": pods, "events": events}
    if case.get("note"):
        found["note"] = case["note"]
    if job is None:  # the server refused it: its answer is all there is
        found["answer"] = json.loads(case["watch"][-1]["summary"])
    return {**slim(found), "watch": named_watch({**case, "events": events}, pods, others)}


def text_of(case: dict[str, Any]) -> str:
    """One object or line of the watch per line of text, so that a change can be reviewed."""

    def compact(thing: Any) -> str:
        return json.dumps(thing, separators=(",", ":"), ensure_ascii=False)

    parts = []
    for key, value in case.items():
        listed = isinstance(value, list) and value
        parts.append(f'"{key}":' + ("[\n" + ",\n".join(map(compact, value)) + "\n]" if listed else compact(value)))
    return "{" + ",\n".join(parts) + "}\n"


def main(folder: Path) -> None:
    """Convert all the cases of a folder."""
    total = 0
    for path in sorted(folder.glob("*.json")):
        text = text_of(convert(path))
        (TARGET / path.name).write_text(text)
        total += len(text)
    print(f"{len(list(TARGET.glob('*.json')))} cases, {total} bytes")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
