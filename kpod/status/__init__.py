"""How a run ended, or why it does not get on: pure functions from the bodies of a Job, its Pods and its events.

No cluster, no clock, no log. It refuses to read message texts, to call an end good without evidence, to conclude "deleted" from "not in my
cache", and to depend on the order in which bodies arrived.
"""

from __future__ import annotations

from kpod.status.events import event_order, event_texts
from kpod.status.outcome import Category, Outcome, Progress, Times
from kpod.status.progress import progress
from kpod.status.record import Record
from kpod.status.stall import Stall
from kpod.status.timeline import Stage, stages
from kpod.status.verdict import outcome, rejected, stalled
from kpod.status.waits import Patience, Telling

__all__ = [
    "Category",
    "Outcome",
    "Patience",
    "Progress",
    "Record",
    "Stage",
    "Stall",
    "Telling",
    "Times",
    "event_order",
    "event_texts",
    "outcome",
    "progress",
    "rejected",
    "stages",
    "stalled",
]
