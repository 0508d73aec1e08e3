"""The result of a run: what was asked for, whether what arrived is whole, and what it says.

The kubelet cuts a message silently, so unframed text that fills its room counts as cut, as does text with a character that was cut in two;
an empty file is no message at all, the same as one that was never written. A framed one (`kpod.result`) carries length and checksum. A
value is returned whole or not at all: nothing is guessed, no text stands in for JSON that cannot be read.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
from collections.abc import Iterable
from typing import Any

import attrs

from kpod.result import END, LARGEST, MAGIC, mark
from kpod.status.facts import Ended, JobFacts, PodFacts

ANNOTATION = "kpod/result"
LONGEST_MESSAGE = 4096
ALL_MESSAGES = 12288
REPLACEMENT = "\ufffd"
MISSING, CUT, DAMAGED, TOO_LARGE = "missing", "cut", "damaged", "too large"
FORMATS = ("json", "text", "bytes")


class Flawed(ValueError):
    """What arrived is not the result.

    Attributes:
        kind: `missing`, `cut`, `damaged` or `too large`.
    """

    def __init__(self, kind: str, why: str) -> None:
        self.kind = kind
        super().__init__(f"it is {kind}: {why}")


@attrs.frozen
class Wanted:
    """What a run was asked for.

    Attributes:
        format: `json`, `text` or `bytes`.
        large: it is framed.
        container: the container that hands it over; None: the main one.
    """

    format: str = "json"
    large: bool = False
    container: str | None = None


@attrs.frozen
class Frame:
    """A frame's message, read.

    Attributes:
        size: the bytes of the result.
        checksum: its SHA-256.
        data: the result, or None where it is in the log.
        lines: how many lines it has there.
    """

    size: int
    checksum: str
    data: bytes | None = None
    lines: int = 0


def asked_for(pod: PodFacts, job: JobFacts | None) -> bool:
    """Whether the main container was to leave a result; one that a helper hands over comes later, and says nothing of the work."""
    found = wanted(pod, job)
    return found is not None and found.container is None


def wanted(pod: PodFacts | None, job: JobFacts | None) -> Wanted | None:
    """The `Result` that the run was made with, from its annotation; None where none was asked for."""
    for facts in (job, pod):
        text = ((facts.metadata.get("annotations") or {}) if facts else {}).get(ANNOTATION)
        if text is not None:
            try:
                found = json.loads(text)
            except ValueError:
                found = None  # somebody else's annotation; that a result was asked for is all that it says
            found = found if isinstance(found, dict) else {}
            container = found.get("container")
            form = found.get("format") if found.get("format") in FORMATS else "json"
            return Wanted(str(form), found.get("large") is True, str(container) if container else None)
    return None


def room(pod: PodFacts) -> int:
    """The bytes that one container's message may have in this Pod: the kubelet shares 12288 among all containers by their count."""
    count = len(pod.spec.get("containers") or ()) + len(pod.spec.get("initContainers") or ())
    return min(LONGEST_MESSAGE, ALL_MESSAGES // max(1, count))


def usable(pod: PodFacts) -> bool:
    """Whether the main container's message is there and whole: the word of a work that was done."""
    asked, text = wanted(pod, None) or Wanted(), pod.result_text()
    try:
        if asked.large:
            read_frame(text)
        else:
            whole_text(text, room(pod))
    except Flawed:
        return False
    return True


def message_of(pod: PodFacts, container: str) -> tuple[bool, str | None]:
    """Whether a container has ended, and its message."""
    for status in [*pod.init_statuses(), *pod.container_statuses()]:
        if status["name"] == container and (end := Ended.of(status)):
            return True, end.message or None
    return False, None


def whole_text(text: str | None, limit: int) -> str:
    """Return an unframed message that is whole.

    Raises:
        Flawed: it is missing, cut, or has bytes that are no UTF-8.
    """
    if not text:
        raise Flawed(MISSING, "nothing was written to the result file")
    larger = "Result(large=True) has room for more"
    if text.startswith(REPLACEMENT) or text.endswith(REPLACEMENT):
        raise Flawed(CUT, f"it begins or ends in the middle of a character, and the kubelet keeps at most {limit} bytes; {larger}")
    if len(text.encode("utf-8", "surrogatepass")) >= limit:
        raise Flawed(CUT, f"it fills all of the {limit} bytes that the kubelet keeps; {larger}")
    if REPLACEMENT in text:
        raise Flawed(DAMAGED, "it has bytes that are no UTF-8, which the kubelet replaces; Result(large=True) keeps every byte")
    return text


def read_frame(text: str | None) -> Frame:
    """Read the message of a framed result.

    Raises:
        Flawed: it is missing, no frame, not whole, or says why there is none.
    """
    if not text:
        raise Flawed(MISSING, "the container left no message")
    words = text.split(" ")
    if words[0] != MAGIC or len(words) != 6:
        how = CUT if MAGIC in text or text.rstrip().endswith(END) else DAMAGED
        raise Flawed(how, "the message is no whole frame: the wrapper was stopped, or something else writes there")
    _, kind, size, checksum, rest, end = words
    if end.rstrip() != END or not size.isdigit():
        raise Flawed(CUT, "the message has no end")
    if kind in ("missing", "tools", "large"):
        raise _refused(kind, int(size), rest)
    if kind == "log" and rest.isdigit():
        return Frame(int(size), checksum, lines=int(rest))
    if kind != "message":
        raise Flawed(DAMAGED, f"the frame's kind {kind[:20]!r} is unknown; a newer kpod may have written it")
    return Frame(int(size), checksum, data=_checked("" if rest == "-" else rest, int(size), checksum))


def read_block(frame: Frame, lines: Iterable[str]) -> bytes:
    """Read the block of a framed result from the lines of a log, whatever else stands between them.

    Raises:
        Flawed: it is not there whole; the checksum tells.
    """
    begin, over = mark(frame.checksum), False
    pieces: list[str] = []
    for line in lines:
        _, found, word = line.partition(begin)
        if found and word == "begin":
            pieces, over = [], False
        elif found and word == END:
            over = True
        elif found:
            pieces.append(word)
    if len(pieces) < frame.lines or not over:
        raise Flawed(CUT, f"the log has {len(pieces)} of the {frame.lines} lines of its block: the node lost the rest, or rotated its log")
    return _checked("".join(pieces), frame.size, frame.checksum)


def value(data: bytes, form: str) -> Any:
    """Return the value of a result that arrived whole.

    Raises:
        Flawed: it is not what was declared.
    """
    if form == "bytes":
        return data
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Flawed(DAMAGED, f'byte {error.start} is no UTF-8; declare Result(format="bytes")') from None
    if form == "text":
        return text
    if not text.strip():
        raise Flawed(MISSING, "nothing was written to the result file")
    try:
        return json.loads(text)
    except ValueError as error:
        raise Flawed(DAMAGED, f'it is no JSON ({error}); declare Result(format="text") for what is none') from None


def _refused(kind: str, size: int, rest: str) -> Flawed:
    if kind == "large":
        return Flawed(TOO_LARGE, f"it has {size} bytes, and {LARGEST} is the most; put it into storage, and its address into the result")
    if kind == "tools":
        return Flawed(MISSING, f'the image has no {rest}, which the wrapper needs; name a helper: Result(large=True, helper="busybox:1")')
    return Flawed(MISSING, "nothing was written to the result file")


def _checked(text: str, size: int, checksum: str) -> bytes:
    try:
        data = base64.b64decode(text, validate=True)
    except binascii.Error:
        raise Flawed(DAMAGED, "it is no base64") from None
    if len(data) != size:
        raise Flawed(CUT, f"{len(data)} of {size} bytes arrived")
    if hashlib.sha256(data).hexdigest() != checksum:
        raise Flawed(DAMAGED, "its checksum is another")
    return data
