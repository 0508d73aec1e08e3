"""The marks that kpod puts on a run's objects, and how one run is told from another.

A run is found by its key in any process: the name is a readable prefix and a hash of the key, the key's text is an annotation, its hash a
label. No mark holds, or is made from, the value of a Secret.
"""

from __future__ import annotations

import copy
import hashlib
import json
from collections.abc import Mapping
from typing import Any

import attrs

from kpod import merge, names
from kpod.cluster import Body
from kpod.errors import SpecError

SELECTOR = f"{names.MANAGED_BY}=kpod"
KEY = "kpod/key"
SPEC = "kpod/spec"
LAUNCH = "kpod/launch"
RUN = "kpod/run"
KINDS = ("Pod", "Job")
DEFAULT_PREFIX = "kpod"
MAX_DIFFERENCES = 8


@attrs.frozen
class Identity:
    """What a run is called and found by.

    Attributes:
        name: the object's name.
        key: the key, None for a run that only this call knows.
    """

    name: str
    key: str | None


def identify(body: Body, *, key: str | None, name: str | None) -> Identity:
    """Choose the run's name: from the key, else the explicit name (which is a key), else a fresh one. Raises SpecError."""
    metadata = body.get("metadata") or {}
    kind = body["kind"]
    given = name or metadata.get("name")
    key = check_key(key) if key is not None else None
    if name is not None:
        return Identity(names.check(name, kind), key if key is not None else name)
    if key is not None:
        return Identity(names.unique(given or _prefix(metadata), key), key)
    if given:
        return Identity(names.check(given, kind), given)
    return Identity(names.fresh(_prefix(metadata)), None)


def check_key(key: Any) -> str:
    """Return a key that can be one. Raises SpecError."""
    fix = "a key is any text that names this run"
    if not isinstance(key, str):
        raise SpecError(f"the key {key!r} is a {type(key).__name__}, no text", path="key", rule="key", fix=f"{fix}: {str(key)!r}")
    if not key:
        raise SpecError("the key is empty", path="key", rule="key", fix=fix)
    return key


def _prefix(metadata: Mapping[str, Any]) -> str:
    return str(metadata.get("generateName") or DEFAULT_PREFIX).rstrip("-.")


def key_label(key: str) -> str:
    """The label's value for a key."""
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:40]


def spec_hash(body: Body) -> str:
    """A hash of what was asked for. Secrets are other objects, so no value of theirs is in it."""
    return hashlib.sha256(json.dumps(body, sort_keys=True, separators=(",", ":"), default=str).encode()).hexdigest()[:40]


def marked(body: Body, identity: Identity, *, namespace: str, launch: str, keep: float | None) -> Body:
    """The body as it is sent: a copy with the run's name, its marks and, for a Job, the seconds that it stays."""
    asked = spec_hash(body)
    body = copy.deepcopy(body)
    metadata = body.setdefault("metadata", {})
    metadata.pop("generateName", None)
    metadata.update(name=identity.name, namespace=namespace)
    labels = {names.MANAGED_BY: "kpod", **({KEY: key_label(identity.key)} if identity.key is not None else {})}
    key = {KEY: identity.key} if identity.key is not None else {}
    metadata["labels"] = {**(metadata.get("labels") or {}), **labels}
    metadata["annotations"] = {**(metadata.get("annotations") or {}), **key, SPEC: asked, LAUNCH: launch}
    if body["kind"] == "Job":
        spec = body.setdefault("spec", {})
        if keep is not None:
            spec.setdefault("ttlSecondsAfterFinished", max(1, round(keep)))
        template = spec.setdefault("template", {}).setdefault("metadata", {})
        template["labels"] = {**(template.get("labels") or {}), **labels}
    return body


def is_marked(body: Mapping[str, Any]) -> bool:
    """Whether a body carries kpod's label, by which many runs are watched at once; a Job's Pods carry it too."""
    holders = [body, (body.get("spec") or {}).get("template") or {}] if body.get("kind") == "Job" else [body]
    return all(((each.get("metadata") or {}).get("labels") or {}).get(names.MANAGED_BY) == "kpod" for each in holders)


def annotation(body: Mapping[str, Any], name: str) -> str | None:
    """One annotation of a body."""
    value: str | None = ((body.get("metadata") or {}).get("annotations") or {}).get(name)
    return value


def differences(asked: Body, there: Body) -> list[str]:
    """Where an object is not what was asked for, as `merge.diff` finds it; of variables, and of what has parts, only the place."""
    return [_told(each) for each in merge.diff(asked, there)]


def _told(difference: merge.Difference) -> str:
    path, wanted, found = difference
    if ".env[" in path or any(isinstance(side, dict | list) for side in (wanted, found)):
        return path
    return f"{path} ({found!r} there, {wanted!r} asked for)"
