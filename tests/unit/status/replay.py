"""The recorded cases, event by event: each line of a recorded watch made a body again."""

from __future__ import annotations

import copy
import functools
import json
import re
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import attrs

from kpod import status
from kpod.status import Outcome, Patience, Record

Body = dict[str, Any]

BODIES = Path(__file__).parents[2] / "data" / "bodies"
CASES = sorted(path.stem for path in BODIES.glob("*.json"))
REFUSED = "n-quota-jobs-count"
RAN = [name for name in CASES if name != REFUSED]


@attrs.frozen
class Step:
    """One event of a watch.

    Attributes:
        t: seconds after the POST.
        type: `ADDED`, `MODIFIED`, `DELETED`.
        body: the object.
    """

    t: float
    type: str
    body: Body


@functools.cache
def _text(name: str) -> str:
    return (BODIES / f"{name}.json").read_text()


def load(name: str) -> dict[str, Any]:
    """One case; a fresh copy each time."""
    loaded: dict[str, Any] = json.loads(_text(name))
    return loaded


@functools.cache
def steps(name: str) -> tuple[Step, ...]:
    """The events of a case in the order in which they came, to be read only; the last body of each object is the recorded one."""
    case = load(name)
    began = _time(case["job"]["metadata"]["creationTimestamp"])
    finals = {("Job", ""): case["job"]}
    finals |= {("Pod", pod["metadata"]["name"]): pod for pod in case["pods"]}
    finals |= {("Event", event["metadata"]["name"]): event for event in case["events"]}
    lines = [line for line in case["watch"] if line[2] != "client"]
    left = {key: sum((line[2], line[3]) == key for line in lines) for key in finals}
    make = {"Job": _job, "Pod": _pod, "Event": _event}
    found = []
    for t, type_, kind, about, summary in lines:
        final = finals[kind, about]
        left[kind, about] -= 1
        body = copy.deepcopy(final)
        if left[kind, about]:
            make[kind](body, summary, began + timedelta(seconds=t))
        body["metadata"]["resourceVersion"] = str(int(final["metadata"]["resourceVersion"]) - left[kind, about])
        found.append(Step(t, type_, body))
    return tuple(found)


class Watcher:
    """One who sees events come in and judges after each, as `Run.wait` and the executor do: its clock is the recording's."""

    def __init__(self, *, lost: float | None = None) -> None:
        self.record = Record()
        self.patience = Patience()
        self.gone = False
        self.vanished: set[str] = set()
        self.lost = lost

    def see(self, step: Step) -> None:
        """Take an event in."""
        self.record.see(step.body)
        if step.type == "DELETED":
            self.gone = self.gone or step.body["kind"] == "Job"
            self.vanished.add(step.body["metadata"]["uid"])

    def judge(self, now: float) -> Outcome | None:
        """What is known at a time of the recording."""
        job, pods, events = self.record.job, self.record.pods, self.record.events
        found = status.stalled(job, pods, events=events, vanished=self.vanished)
        waited = self.patience.waited(found, now)
        return status.outcome(job, pods, events=events, gone=self.gone, waited=waited, vanished=self.vanished, lost=self.lost)

    def see_all(self, seen: Iterable[Step]) -> Watcher:
        """Take events in."""
        for step in seen:
            self.see(step)
        return self


@attrs.frozen
class Verdict:
    """What a watcher of a case came to.

    Attributes:
        t: when, in seconds after the POST.
        first: the outcome then.
        settled: the outcome once everything was seen.
    """

    t: float
    first: Outcome
    settled: Outcome | None


@functools.cache
def verdict(name: str, *, lost: float | None = None) -> Verdict | None:
    """When a watcher of a case had a verdict, and which; None where it never had one.

    After the last event the clock goes on for a quarter of an hour.
    """
    watcher, seen = Watcher(lost=lost), steps(name)
    at: tuple[float, Outcome] | None = None
    ticks = [(float(second), None) for second in range(1, int(seen[-1].t) + 900)]
    for now, step in sorted([*((step.t, step) for step in seen), *ticks], key=lambda one: one[0]):
        if step is not None:
            watcher.see(step)
        elif at is not None and now > seen[-1].t:
            break
        found = watcher.judge(now) if at is None else None
        if found is not None:
            at = now, found
    return Verdict(*at, watcher.judge(seen[-1].t)) if at else None


def last_words(name: str) -> Outcome | None:
    """What is known once everything was seen."""
    return Watcher().see_all(steps(name)).judge(0.0)


def jobs_own(name: str) -> tuple[float, str] | None:
    """When the Job first had a condition that ends it, and its reason; None where it never had one."""
    for step in steps(name):
        if step.body["kind"] == "Job":
            for entry in step.body["status"].get("conditions") or ():
                if entry["type"] in ("Complete", "Failed") and entry["status"] == "True":
                    return step.t, f"{entry['type']} ({entry['reason']})"
    return None


def container_end(name: str) -> float | None:
    """When the first body came that shows the end of the container `main`, in seconds after the POST."""
    for step in steps(name):
        for entry in step.body.get("status", {}).get("containerStatuses") or () if step.body["kind"] == "Pod" else ():
            if entry["name"] == "main" and entry["state"].get("terminated"):
                return step.t
    return None


# --- bodies from lines


def _time(text: str) -> datetime:
    return datetime.fromisoformat(text.replace("Z", "+00:00"))


def _written(time: datetime) -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%SZ")


def _conditions(body: Body, words: str, at: datetime) -> list[Body]:
    known = body["status"].get("conditions") or []
    found = []
    for type_, short, reason in re.findall(r"(\w+)=([TF])(?:\((\w+)\))?", words):
        long = {"T": "True", "F": "False"}[short]
        same = [one for one in known if (one["type"], one["status"], one.get("reason") or "") == (type_, long, reason)]
        made = {"type": type_, "status": long, "lastTransitionTime": _written(at)} | ({"reason": reason} if reason else {})
        found.append(same[0] if same else made)
    return found


def _job(body: Body, summary: str, at: datetime) -> None:
    counts, conditions = summary.split(" | ")
    names = {"active": "active", "ready": "ready", "term": "terminating", "ok": "succeeded", "fail": "failed"}
    now: Body = {names[key]: int(value) for key, value in re.findall(r"(\w+)=(\d+)\b", counts) if key in names}
    now["conditions"] = _conditions(body, conditions, at)
    now["startTime"] = body["status"].get("startTime")
    body["metadata"].pop("deletionTimestamp", None)
    body["status"] = now


def _event(body: Body, summary: str, at: datetime) -> None:
    count = re.match(r"\w+ \w+/\w+ x(\d+):", summary)
    assert count
    if body.get("count"):
        body["count"], body["lastTimestamp"] = int(count[1]), _written(at)


def _pod(body: Body, summary: str, at: datetime) -> None:
    phase, containers, conditions = summary.split(" | ")
    metadata, now = body["metadata"], body["status"]
    deleting = re.search(r"DELETING\(grace=(\d+)\)", conditions)
    if not deleting:
        metadata.pop("deletionTimestamp", None)
        metadata.pop("deletionGracePeriodSeconds", None)
    elif metadata["deletionGracePeriodSeconds"] != int(deleting[1]):
        metadata["deletionGracePeriodSeconds"] = int(deleting[1])
        metadata["deletionTimestamp"] = _written(at + timedelta(seconds=int(deleting[1])))
    if "PodScheduled=T" not in conditions:
        body["spec"].pop("nodeName", None)
    word, _, reason = phase.removesuffix(" fin").partition("/")
    if word not in ("Succeeded", "Failed") or (now.get("reason") or "") != reason:
        now.pop("reason", None)
        now.pop("message", None)
    now["phase"] = word
    before = {"init": now.get("initContainerStatuses") or [], "main": now.get("containerStatuses") or []}
    now["conditions"] = _conditions(body, conditions, at)
    statuses = list(_statuses(containers, before, at))
    for key, group in (("initContainerStatuses", "init"), ("containerStatuses", "main")):
        found = [entry for of, entry in statuses if of == group]
        now.pop(key, None)
        if found:
            now[key] = found


def _statuses(words: str, finals: dict[str, list[Body]], at: datetime) -> Iterator[tuple[str, Body]]:
    """The container statuses that a line tells: `init a=runn restarts=1 main=term:Error:3,proxy=wait:Reason`."""
    group, found = "main", []
    for word in words.split():
        if word == "init":
            group = "init"
        elif word.startswith("restarts="):
            found[-1][1]["restartCount"] = int(word.removeprefix("restarts="))
        else:
            for one in word.split(","):
                name, _, state = one.partition("=")
                final = next((entry for entry in finals[group] if entry["name"] == name), {})
                found.append((group, {"name": name, "restartCount": 0, "state": _state(state, final, at), "lastState": {}}))
            group = "main"
    for of, entry in found:
        final = next((one for one in finals[of] if one["name"] == entry["name"]), {})
        if entry["restartCount"] and entry["restartCount"] == final.get("restartCount"):
            entry["lastState"] = final.get("lastState") or {}
        yield of, entry


def _state(words: str, final: Body, at: datetime) -> Body:
    kind, _, rest = words.partition(":")
    last = final.get("state") or {}
    ended = last.get("terminated") or {}
    if kind == "runn":
        return {"running": {"startedAt": ended.get("startedAt") or (last.get("running") or {}).get("startedAt") or _written(at)}}
    if kind == "wait":
        waiting = last.get("waiting") or {}
        return {"waiting": waiting if waiting.get("reason") == rest else {"reason": rest}}
    reason, _, code = rest.partition(":")
    if (ended.get("reason"), ended.get("exitCode")) == (reason, int(code)):
        return {"terminated": ended}
    return {"terminated": {"reason": reason, "exitCode": int(code), "startedAt": _written(at), "finishedAt": _written(at)}}
