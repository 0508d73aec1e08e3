"""How a run ended, or why it does not get on: pure functions from the bodies of a Job, its Pods and its events.

No cluster, no clock, no log. It refuses to read message texts, to call an end good without evidence, to conclude "deleted" from "not in my
cache", and to depend on the order in which bodies arrived.
"""

from __future__ import annotations

from kpod.status.outcome import Category, Outcome, Progress, Times
from kpod.status.record import Record
from kpod.status.stall import Stall, event_order
from kpod.status.timeline import Stage, stages
from kpod.status.verdict import event_texts, outcome, progress, stalled

__all__ = [
    "Category",
    "Outcome",
    "Progress",
    "Record",
    "Stage",
    "Stall",
    "Times",
    "event_order",
    "event_texts",
    "outcome",
    "progress",
    "stages",
    "stalled",
]
