"""Deletes what its owners leave behind, and lets go of what waits for its dependents: background, foreground, orphan.

It knows the owners by uid, over every kind that has a namespace. An owner that never existed counts as gone, as on a real cluster.
"""

from __future__ import annotations

from typing import ClassVar

from kpod.cluster import Body
from kpod.local import kinds
from kpod.local.changes import Change
from kpod.local.controllers import Controller, Key
from kpod.local.store import Store

Place = tuple[str, str, str]
"""Plural, namespace, name."""


class Collector(Controller):
    """The garbage collector."""

    plurals: ClassVar[tuple[str, ...]] = kinds.STORED

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self._alive: dict[str, Place] = {}
        self._dependents: dict[str, set[Place]] = {}

    def observe(self, change: Change) -> None:
        """Keep the graph, and look at what the change touches."""
        type_, new, old = change
        metadata = new["metadata"]
        plural = kinds.KIND[new["apiVersion"], new["kind"]].stored
        place = (plural, metadata.get("namespace") or "", metadata["name"])
        for owner in ((old or {}).get("metadata") or {}).get("ownerReferences") or []:
            self._dependents.get(owner["uid"], set()).discard(place)
        if type_ == "DELETED":
            self._alive.pop(metadata["uid"], None)
            self.add(("owner", metadata["uid"]))
            for owner in metadata.get("ownerReferences") or []:
                self.add(("owner", owner["uid"]))
            return
        self._alive[metadata["uid"]] = place
        for owner in metadata.get("ownerReferences") or []:
            self._dependents.setdefault(owner["uid"], set()).add(place)
            self.add(("owner", owner["uid"]))
        if "deletionTimestamp" in metadata:
            self.add(("owner", metadata["uid"]))

    def reconcile(self, key: Key) -> None:
        """Look at one owner by its uid."""
        uid = key[1]
        place = self._alive.get(uid)
        owner = self.store.get(*place) if place is not None else None
        if owner is not None and owner["metadata"]["uid"] == uid:
            self._wait_for_dependents(owner, place or ("", "", ""))
            return
        for dependent in sorted(self._dependents.get(uid, ())):
            self._collect(dependent, uid)
        if not self._dependents.get(uid):
            self._dependents.pop(uid, None)

    def _collect(self, place: Place, uid: str) -> None:
        body = self.store.get(*place)
        references = body["metadata"].get("ownerReferences") or [] if body is not None else []
        if body is None or not any(each["uid"] == uid for each in references):
            self._dependents.get(uid, set()).discard(place)
            return
        others = [each for each in references if each["uid"] != uid and each["uid"] in self._alive]
        if others:
            self.store.change(*place, lambda each: each["metadata"].update(ownerReferences=others))
        elif "deletionTimestamp" not in body["metadata"]:
            self.store.delete(*place, uid=body["metadata"]["uid"])

    def _wait_for_dependents(self, owner: Body, place: Place) -> None:
        finalizers = owner["metadata"].get("finalizers") or []
        uid = owner["metadata"]["uid"]
        if "deletionTimestamp" not in owner["metadata"]:
            return
        dependents = sorted(self._dependents.get(uid, ()))
        if "orphan" in finalizers:
            for dependent in dependents:
                self.store.change(*dependent, lambda body: _disown(body, uid))
            self._let_go(place, "orphan")
        elif "foregroundDeletion" in finalizers:
            for dependent in dependents:
                body = self.store.get(*dependent)
                if body is not None and "deletionTimestamp" not in body["metadata"]:
                    propagation = "Background" if dependent[0] == "pods" else "Foreground"
                    self.store.delete(*dependent, uid=body["metadata"]["uid"], propagation=propagation)
            if all(self.store.get(*dependent) is None for dependent in dependents):
                self._let_go(place, "foregroundDeletion")

    def _let_go(self, place: Place, finalizer: str) -> None:
        def take(body: Body) -> None:
            left = [each for each in body["metadata"].get("finalizers") or [] if each != finalizer]
            body["metadata"].pop("finalizers", None)
            if left:
                body["metadata"]["finalizers"] = left

        self.store.change(*place, take)


def _disown(body: Body, uid: str) -> None:
    left = [each for each in body["metadata"].get("ownerReferences") or [] if each["uid"] != uid]
    body["metadata"].pop("ownerReferences", None)
    if left:
        body["metadata"]["ownerReferences"] = left
