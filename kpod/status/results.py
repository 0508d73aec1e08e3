"""The result of a run in the termination message: what was asked for, whether it is whole, and what it says.

The kubelet cuts a message silently, so text that fills its room counts as cut, as does text with a character that was cut in two; an empty
file is no message at all, the same as one that was never written.
"""

from __future__ import annotations

import json
from typing import Any

from kpod.status.facts import JobFacts, PodFacts

ANNOTATION = "kpod/result"
LONGEST_MESSAGE = 4096
ALL_MESSAGES = 12288
REPLACEMENT = "\ufffd"


def asked_for(pod: PodFacts, job: JobFacts | None) -> bool:
    """Whether the run was made with a `Result`."""
    return declaration(pod, job) is not None


def declaration(pod: PodFacts | None, job: JobFacts | None) -> dict[str, Any] | None:
    """The `Result` that the run was made with, from its annotation; None where none was asked for."""
    for facts in (job, pod):
        text = ((facts.metadata.get("annotations") or {}) if facts else {}).get(ANNOTATION)
        if text is not None:
            try:
                found = json.loads(text)
            except ValueError:
                found = None  # somebody else's annotation; that a result was asked for is all that it says
            return found if isinstance(found, dict) else {}
    return None


def room(pod: PodFacts) -> int:
    """The bytes that one container's message may have in this Pod: the kubelet shares 12288 among all containers by their count."""
    count = len(pod.spec.get("containers") or ()) + len(pod.spec.get("initContainers") or ())
    return min(LONGEST_MESSAGE, ALL_MESSAGES // max(1, count))


def usable(pod: PodFacts) -> bool:
    """Whether the message is there and whole."""
    text = pod.result_text()
    return text is not None and flaw(text, room(pod)) is None


def flaw(text: str | None, limit: int) -> str | None:
    """Say what is wrong with a message; None where nothing is."""
    if not text:
        return "it is missing: nothing was written to the result file"
    if text.startswith(REPLACEMENT) or text.endswith(REPLACEMENT):
        return f"it was cut in the middle of a character: the kubelet keeps at most {limit} bytes"
    size = len(text.encode("utf-8", "surrogatepass"))
    if size >= limit:
        return f"it fills all of the {limit} bytes that the kubelet keeps, so it was probably cut"
    return None


def parse(text: str) -> Any:
    """The value of a message: JSON where it is JSON, else the text itself."""
    try:
        return json.loads(text)
    except ValueError:
        return text
