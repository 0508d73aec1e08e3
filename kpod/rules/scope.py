"""What a rule looks at: `Scope`, one part of a body with its path; `walk` finds the parts.

A body may be wrong in any way, so nothing here expects a type: what is not a dict is no scope, what is not a list has no entries. The
shape rules report that; the others stay silent about it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

import attrs

Path = tuple[str | int, ...]
Value = dict[str, Any]

CONTAINER_LISTS = ("containers", "initContainers", "ephemeralContainers")
LONGEST_NUMBER = 14_000
"""Bits; Python writes 4,300 digits."""
DEEPEST = 250
"""Levels, as many as `kpod.wire` reads."""
_TEMPLATES: dict[str, Path] = {
    "Pod": (),
    "PodTemplate": ("template",),
    "Job": ("spec", "template"),
    "CronJob": ("spec", "jobTemplate", "spec", "template"),
    **dict.fromkeys(("Deployment", "ReplicaSet", "StatefulSet", "DaemonSet", "ReplicationController"), ("spec", "template")),
}
_JOBS: dict[str, Path] = {"Job": ("spec",), "CronJob": ("spec", "jobTemplate", "spec")}
_NAMED_BY = {"volumeMounts": "mountPath", "volumeDevices": "devicePath", "tolerations": "key", "items": "key", "hostAliases": "ip"}


class Found(NamedTuple):
    """One thing that a rule found: where, what is wrong (one sentence, no full stop), what to write instead (may be empty)."""

    path: Path
    message: str
    fix: str = ""


@attrs.define(eq=False)
class Scope:
    """One part of a body.

    Attributes:
        what: `object`, `metadata`, `pod` (a PodSpec), `container`, `job` (a JobSpec) or `cron_job` (a CronJobSpec).
        value: the part.
        path: where it stands, with list positions.
        kind: the kind of the whole object.
        body: the whole object.
        pod: the PodSpec around a container; a PodSpec itself; else empty.
        job: the JobSpec around a PodSpec; else None.
        memo: what a rule wants to keep for another rule that looks at the same part.
    """

    what: str
    value: Value
    path: Path
    kind: str
    body: Value
    pod: Value = attrs.Factory(dict)
    job: Value | None = None
    memo: dict[str, Any] = attrs.Factory(dict)

    def found(self, *steps: str | int, message: str, fix: str = "") -> Found:
        """Make a finding at a place below this part."""
        return Found((*self.path, *steps), message, fix)

    def wrong(self, wrong: tuple[str, str] | None, *steps: str | int) -> Iterator[Found]:
        """Yield the answer of a check of `kpod.names`, if it has one."""
        if wrong:
            yield Found((*self.path, *steps), *wrong)


def without_measure(body: Value) -> Found | None:
    """Find what no text holds and Python cannot even write: nesting without end, numbers without end. The rules write what they find."""
    waiting: list[tuple[Path, Any]] = [((), body)]
    while waiting:
        path, value = waiting.pop()
        if len(path) > DEEPEST:
            return Found(path[:3], f"this is nested more than {DEEPEST} levels deep, or contains itself", "no Kubernetes object is")
        for step, entry in value.items() if isinstance(value, dict) else enumerate(value):
            if entry.__class__ is dict or entry.__class__ is list:
                waiting.append(((*path, step), entry))
            elif entry.__class__ is int and entry.bit_length() > LONGEST_NUMBER:
                return Found((*path, step), "this number has more digits than Python writes", "write at most 64 bits")
    return None


def walk(body: Value) -> Iterator[Scope]:
    """Yield the parts of one object, the whole first."""
    kind = body["kind"] if isinstance(body.get("kind"), str) else ""
    yield Scope("object", body, (), kind, body)
    metadata = mapping(body, "metadata")
    if metadata:
        yield Scope("metadata", metadata, ("metadata",), kind, body)
    if kind == "CronJob":
        yield Scope("cron_job", mapping(body, "spec"), ("spec",), kind, body)
    job = at(body, _JOBS[kind]) if kind in _JOBS else None
    if job:
        yield Scope("job", job, _JOBS[kind], kind, body, job=job)
    if kind in _TEMPLATES:
        yield from _pod(body, kind, job)


def _pod(body: Value, kind: str, job: Value | None) -> Iterator[Scope]:
    place = _TEMPLATES[kind]
    template = at(body, place)
    if place and (metadata := mapping(template, "metadata")):
        yield Scope("metadata", metadata, (*place, "metadata"), "", body)
    pod = template.get("spec")
    if not isinstance(pod, dict):
        return
    yield Scope("pod", pod, (*place, "spec"), kind, body, pod, job)
    for field in CONTAINER_LISTS:
        for index, container in entries(pod, field):
            yield Scope("container", container, (*place, "spec", field, index), kind, body, pod, job)


def template_of(body: Value) -> Value:
    """Return the part of an object that holds a Pod's `metadata` and `spec`; an empty mapping where the kind has none."""
    kind = body.get("kind")
    return at(body, _TEMPLATES[kind]) if isinstance(kind, str) and kind in _TEMPLATES else {}


def place_of(kind: str) -> Path:
    """Return where a kind holds a Pod's `metadata` and `spec`.

    Raises:
        KeyError: the kind holds none.
    """
    return _TEMPLATES[kind]


def at(value: Any, path: Path) -> Value:
    """Return the mapping at a path of keys, or an empty one."""
    for step in path:
        value = value.get(step) if isinstance(value, dict) else None
    return value if isinstance(value, dict) else {}


def mapping(value: Value, key: str) -> Value:
    """Return the mapping under a key, or an empty one."""
    found = value.get(key)
    return found if isinstance(found, dict) else {}


def entries(value: Value, key: str) -> Sequence[tuple[int, Value]]:
    """Return position and mapping of each entry of a list that is a mapping."""
    found = value.get(key)
    if not found or not isinstance(found, (list, tuple)):  # most lists are absent
        return ()
    return [(index, entry) for index, entry in enumerate(found) if isinstance(entry, dict)]


def text(value: Value, key: str) -> str | None:
    """Return the text under a key; None for a template and for what is no text."""
    found = value.get(key)
    return found if isinstance(found, str) and not is_template(found) else None


def is_template(value: object) -> bool:
    """Whether a value is text that is still to be rendered: it holds `{{` or `{%`."""
    return isinstance(value, str) and ("{{" in value or "{%" in value)


def names(found: Iterable[tuple[int, Value]], key: str = "name") -> Iterator[tuple[int, str]]:
    """Yield position and name of each entry whose name is known."""
    for index, entry in found:
        name = text(entry, key)
        if name is not None:
            yield index, name


def duplicates(found: Iterable[tuple[Any, str]]) -> Iterator[tuple[Any, str]]:
    """Yield each position whose name was there before."""
    seen: set[str] = set()
    for position, name in found:
        if name in seen:
            yield position, name
        seen.add(name)


Labels = dict[tuple[int, str], Counter[str]]


def shown(path: Path, body: Any, seen: Labels) -> str:
    """Write a path with names instead of positions: `spec.containers[main].env[TZ]`.

    A name that stands twice in its list is written as its position, and so is an entry without a name. The names of the body's lists are
    kept in `seen`, one dict for all paths of a body: else a thousand wrong entries of one list are counted a thousand times.
    """
    parts: list[str] = []
    for depth, step in enumerate(path):
        if isinstance(step, int):
            field = path[depth - 1] if depth else ""
            parts.append(f"[{_label(body, step, str(field), seen)}]")
        elif step.isascii() and step.isidentifier():
            parts.append(f".{step}" if parts else step)
        else:
            parts.append(f"[{step}]")
        body = _below(body, step)
    return "".join(parts)


def _below(body: Any, step: str | int) -> Any:
    if isinstance(body, dict):
        return body.get(step)
    if isinstance(body, list | tuple) and isinstance(step, int) and step < len(body):
        return body[step]
    return None


def _label(found: Any, index: int, field: str, seen: Labels) -> str:
    entry, key = _below(found, index), _NAMED_BY.get(field, "name")
    label = entry.get(key) if isinstance(entry, dict) else None
    if not isinstance(label, str) or not label:
        return str(index)
    counts = seen.get((id(found), key))
    if counts is None:
        labels = (entry.get(key) for entry in found if isinstance(entry, dict))
        counts = seen[id(found), key] = Counter(label for label in labels if isinstance(label, str))
    return label if counts[label] == 1 else str(index)


def whole(value: Value, key: str) -> int | None:
    """Return the whole number under a key, or None."""
    found = value.get(key)
    return found if isinstance(found, int) and not isinstance(found, bool) else None


def words(value: Value, key: str) -> Sequence[tuple[int, str]]:
    """Return position and text of each entry of a list that is text and no template."""
    found = value.get(key)
    if not found or not isinstance(found, (list, tuple)):
        return ()
    return [(index, entry) for index, entry in enumerate(found) if isinstance(entry, str) and not is_template(entry)]
