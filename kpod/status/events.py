"""Events: their order, and the few lines of them that a person should read. They explain an end and never decide it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kpod.cluster import Body
from kpod.status.facts import body_of

TELLING_EVENTS = frozenset({"Killing", "Preempted", "TaintManagerEviction", "BackOff", "SuccessfulDelete", "Suspended"})
REPEATED_EVENTS = frozenset({"FailedCreate", "FailedScheduling"})  # said anew for each try: the last one tells it
MAX_EVENTS = 8


def event_time(event: Body) -> str:
    """When an event was last seen, in RFC 3339; empty where it does not say."""
    series = (event.get("series") or {}).get("lastObservedTime")
    times = (event.get("lastTimestamp"), series, event.get("eventTime"), (event.get("metadata") or {}).get("creationTimestamp"))
    return next((time for time in times if time), "")


def event_order(event: Body) -> tuple[str, int, str]:
    """Orders events by their time, then by their version."""
    metadata = event["metadata"]
    version = str(metadata.get("resourceVersion") or "0")
    return (event_time(event), int(version) if version.isdigit() else 0, metadata.get("uid") or "")


def event_texts(events: Sequence[Any]) -> tuple[str, ...]:
    """The last events that tell of a trouble, as lines, oldest first, each text once; `Pulled`, `Created`, `Started` tell of none."""
    bodies = [body for event in events if (body := body_of(event)).get("type") != "Normal" or body.get("reason") in TELLING_EVENTS]
    found: dict[str, str] = {}
    for event in sorted(bodies, key=event_order, reverse=True):
        reason = event.get("reason") or "Event"
        line = f"{reason}: {' '.join((event.get('message') or '').split())}"
        found.setdefault(reason if reason in REPEATED_EVENTS else line, line)
    return tuple(found.values())[:MAX_EVENTS][::-1]
