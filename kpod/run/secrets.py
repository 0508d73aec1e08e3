"""The literal Secrets of a run: there before its Pod is, owned by the run's object, gone with it.

A Pod that finds its Secret missing looks again only 12 to 15 s later, so the Secrets are made first, without an owner; when the object is
there they are given to it, and when it could not be made they are deleted again. A process that is killed in between leaves a Secret
without an owner; the next launch of the same key takes its place. Each run has Secrets of its own: their names are made from the run's,
and the body's references follow. Values are never read back, compared, hashed or shown.
"""

from __future__ import annotations

import copy
import logging
from collections.abc import Mapping, Sequence
from typing import Any

from kpod import names
from kpod.cluster import Body, Cluster, Ref
from kpod.errors import AlreadyExistsError, ConflictError, KpodError, NotFoundError
from kpod.run import marks

log = logging.getLogger("kpod")

API_VERSIONS = {"Pod": "v1", "Job": "batch/v1"}


def own(body: Body, secrets: Sequence[Body], run_name: str) -> tuple[Body, list[Body]]:
    """Give the Secrets names of this run, and the body references to them. Copies; the arguments stay as they are."""
    renamed = {
        secret["metadata"]["name"]: names.unique(secret["metadata"]["name"], f"{run_name}/{secret['metadata']['name']}")
        for secret in secrets
    }
    if not renamed:
        return body, []
    body = copy.deepcopy(body)
    _rename(body, renamed)
    return body, [{**secret, "metadata": {**secret["metadata"], "name": renamed[secret["metadata"]["name"]]}} for secret in secrets]


def _rename(part: Any, renamed: Mapping[str, str]) -> None:
    """Change the references to Secrets in a body, in place."""
    if isinstance(part, list):
        for item in part:
            _rename(item, renamed)
    if not isinstance(part, dict):
        return
    for key, value in part.items():
        references = value if key == "imagePullSecrets" and isinstance(value, list) else [value]
        field = {"secretKeyRef": "name", "secretRef": "name", "secret": "secretName", "imagePullSecrets": "name"}.get(key)
        for reference in references:
            if field is None or not isinstance(reference, dict):
                continue
            for name in {field, "name"}:
                if reference.get(name) in renamed:
                    reference[name] = renamed[reference[name]]
        _rename(value, renamed)


class RunSecrets:
    """The Secrets of one launch."""

    def __init__(self, cluster: Cluster, namespace: str, secrets: Sequence[Body], run_name: str) -> None:
        self._cluster = cluster
        self._made: list[Ref] = []
        self._found: list[Ref] = []
        self._bodies = [self._body(secret, namespace, run_name) for secret in secrets]

    @staticmethod
    def _body(secret: Body, namespace: str, run_name: str) -> Body:
        metadata = dict(secret["metadata"])
        metadata["namespace"] = namespace
        metadata["labels"] = {**(metadata.get("labels") or {}), marks.MANAGED_BY: "kpod"}
        metadata["annotations"] = {**(metadata.get("annotations") or {}), marks.RUN: run_name}
        return {**secret, "metadata": metadata}

    def make(self) -> None:
        """Make those that this launch has not made yet."""
        for body in self._bodies[len(self._made) :]:
            self._made.append(Ref.of(self._create(body)))

    def _create(self, body: Body) -> Body:
        try:
            return self._cluster.create(body)
        except AlreadyExistsError:
            ref = Ref("Secret", body["metadata"]["name"], body["metadata"]["namespace"])
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
        for secret in [*self._made, *self._found]:
            try:
                self._cluster.patch(secret, {"metadata": {"ownerReferences": [reference]}})
            except NotFoundError:
                log.warning("%s vanished before its run could own it", secret)

    def see_to(self, owner: Ref, *, ended: bool) -> None:
        """Of a run that was there before: give it what a launch that was killed left without an owner, or never came to make."""
        for body in self._bodies[len(self._made) :]:
            ref = Ref("Secret", body["metadata"]["name"], body["metadata"]["namespace"])
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
        for secret in self._made:
            try:
                self._cluster.delete(secret)
            except NotFoundError:
                pass
            except KpodError as error:
                log.warning("%s may be left behind: %s", secret, error)
        self._made.clear()
