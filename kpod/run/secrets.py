"""The literal Secrets and ConfigMaps of a run: there before its Pod is, owned by the run's object, gone with it.

A Pod that finds its Secret missing looks again only 12 to 15 s later, so they are made first, without an owner; when the object is there
they are given to it, and when it could not be made they are deleted again. A process that is killed in between leaves them without an
owner; the next launch of the same key takes their place. Each run has its own: their names are made from the run's, and the body's
references follow. Values are never read back, compared, hashed or shown.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from kpod import names
from kpod.api import kinds
from kpod.api.schema import TYPES
from kpod.cluster import Body, Cluster, Ref
from kpod.errors import AlreadyExistsError, ConflictError, KpodError, NotFoundError
from kpod.run import marks

log = logging.getLogger("kpod")

API_VERSIONS = {"Pod": "v1", "Job": "batch/v1"}
KINDS = ("Secret", "ConfigMap")


class Refers(NamedTuple):
    """How one type of the API names a Secret or a ConfigMap of its namespace."""

    kind: str
    field: str = "name"


REFERENCES: dict[str, Refers] = {
    "core_v1.SecretKeySelector": Refers("Secret"),
    "core_v1.SecretEnvSource": Refers("Secret"),
    "core_v1.SecretProjection": Refers("Secret"),
    "core_v1.SecretVolumeSource": Refers("Secret", "secretName"),
    "core_v1.AzureFileVolumeSource": Refers("Secret", "secretName"),
    "core_v1.LocalObjectReference": Refers("Secret"),  # in a Pod: pull secrets, and what a volume's driver logs in with
    "core_v1.ConfigMapKeySelector": Refers("ConfigMap"),
    "core_v1.ConfigMapEnvSource": Refers("ConfigMap"),
    "core_v1.ConfigMapProjection": Refers("ConfigMap"),
    "core_v1.ConfigMapVolumeSource": Refers("ConfigMap"),
}
"""By type of the schema table; a test finds the type that is missing here when the schema gets another."""

Names = Mapping[tuple[str, str], str]


def own(body: Body, parts: Sequence[Body], run_name: str) -> tuple[Body, list[Body]]:
    """Give Secrets and ConfigMaps names of this run, and the body references to them. Copies; the arguments stay as they are."""
    renamed = {
        (part["kind"], part["metadata"]["name"]): names.unique(part["metadata"]["name"], f"{run_name}/{part['metadata']['name']}")
        for part in parts
    }
    if not renamed:
        return body, []
    kind = kinds.find(str(body.get("apiVersion")), str(body.get("kind")))
    body = _renamed(body, kind.type if kind else None, renamed)
    return body, [{**part, "metadata": {**part["metadata"], "name": renamed[part["kind"], part["metadata"]["name"]]}} for part in parts]


def _renamed(part: Any, type_key: str | None, renamed: Names) -> Any:
    """Return a part of a body, of a type of the schema, whose references have the new names."""
    if isinstance(part, list):
        return [_renamed(item, type_key, renamed) for item in part]
    if not isinstance(part, dict):
        return part
    fields = TYPES.get(type_key or "", {})
    found = {key: _renamed(value, fields[key].type if key in fields else None, renamed) for key, value in part.items()}
    refers = REFERENCES.get(type_key or "")
    if refers is not None and isinstance(found.get(refers.field), str):
        found[refers.field] = renamed.get((refers.kind, found[refers.field]), found[refers.field])
    return found


class Belongings:
    """The Secrets and ConfigMaps of one launch."""

    def __init__(self, cluster: Cluster, namespace: str, parts: Sequence[Body], run_name: str) -> None:
        self._cluster = cluster
        self._made: list[Ref] = []
        self._found: list[Ref] = []
        self._bodies = [self._body(part, namespace, run_name) for part in parts]

    @staticmethod
    def _body(part: Body, namespace: str, run_name: str) -> Body:
        metadata = dict(part["metadata"])
        metadata["namespace"] = namespace
        metadata["labels"] = {**(metadata.get("labels") or {}), names.MANAGED_BY: "kpod"}
        metadata["annotations"] = {**(metadata.get("annotations") or {}), marks.RUN: run_name}
        return {**part, "metadata": metadata}

    def make(self) -> None:
        """Make those that this launch has not made yet."""
        for body in self._bodies[len(self._made) :]:
            self._made.append(Ref.of(self._create(body)))

    def _create(self, body: Body) -> Body:
        try:
            return self._cluster.create(body)
        except AlreadyExistsError:
            ref = Ref(body["kind"], body["metadata"]["name"], body["metadata"]["namespace"])
            there = self._cluster.get(ref)
            if marks.annotation(there, marks.RUN) != marks.annotation(body, marks.RUN):
                raise
            try:  # left by a launch of the same run that did not come to its end, or by a run that is going
                self._cluster.delete(Ref.of(there))
            except (NotFoundError, ConflictError):
                pass
            return self._cluster.create(body)

    def give_to(self, owner: Ref) -> None:
        """Let the run's object own them, so that they go with it."""
        reference = {"apiVersion": API_VERSIONS[owner.kind], "kind": owner.kind, "name": owner.name, "uid": owner.uid}
        for part in [*self._made, *self._found]:
            try:
                self._cluster.patch(part, {"metadata": {"ownerReferences": [reference]}})
            except NotFoundError:
                log.warning("%s vanished before its run could own it", part)

    def see_to(self, owner: Ref, *, ended: bool) -> None:
        """Of a run that was there before: give it what a launch that was killed left without an owner, or never came to make."""
        for body in self._bodies[len(self._made) :]:
            ref = Ref(body["kind"], body["metadata"]["name"], body["metadata"]["namespace"])
            try:
                there = self._cluster.get(ref)
            except NotFoundError:
                if not ended:
                    self._made.append(Ref.of(self._cluster.create(body)))
                continue
            if marks.annotation(there, marks.RUN) == owner.name and not there["metadata"].get("ownerReferences"):
                self._found.append(Ref.of(there))  # not ours to delete, whatever comes
        self.give_to(owner)

    def discard(self) -> None:
        """Delete what this launch has made: its object could not be."""
        for part in self._made:
            try:
                self._cluster.delete(part)
            except NotFoundError:
                pass
            except KpodError as error:
                log.warning("%s may be left behind: %s", part, error)
        self._made.clear()
