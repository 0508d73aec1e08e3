"""Gives each namespace its `default` service account, and empties a namespace that is being deleted; and ends Pods that never got a node.

A Pod that is deleted before it was scheduled has no kubelet to report its end; where a finalizer holds it, its phase is set to Failed here.
"""

from __future__ import annotations

from typing import ClassVar

from kpod.cluster import Body
from kpod.local import kinds, statuses
from kpod.local.changes import Change
from kpod.local.controllers import Controller, Key


class NamespaceController(Controller):
    """Brings each namespace to rest."""

    plurals: ClassVar[tuple[str, ...]] = kinds.STORED

    def observe(self, change: Change) -> None:
        """Look at a namespace that changed, or one that is being emptied and has lost an object."""
        type_, new, _ = change
        metadata = new["metadata"]
        if new["kind"] == "Namespace":
            self.add(("", metadata["name"]))
        elif type_ == "DELETED" and metadata.get("namespace"):
            self.add(("", metadata["namespace"]))
        elif new["kind"] == "Pod" and "deletionTimestamp" in metadata and not new["spec"].get("nodeName"):
            self.store.change("pods", metadata["namespace"], metadata["name"], _end)

    def reconcile(self, key: Key) -> None:
        """Look at one namespace."""
        name = key[1]
        space = self.store.get("namespaces", None, name)
        if space is None:
            return
        if "deletionTimestamp" not in space["metadata"]:
            if self.store.get("serviceaccounts", name, "default") is None:
                self._give_account(name)
            return
        left = 0
        for plural in kinds.NAMESPACED:
            for body in self.store.list(plural, name):
                if "deletionTimestamp" not in body["metadata"]:
                    self.store.delete(plural, name, body["metadata"]["name"])
                left += self.store.get(plural, name, body["metadata"]["name"]) is not None
        if not left:
            self.store.remove("namespaces", None, name)

    def _give_account(self, name: str) -> None:
        body = {"kind": "ServiceAccount", "apiVersion": "v1", "metadata": {"name": "default", "namespace": name}}
        try:
            self.store.create("serviceaccounts", body)
        except statuses.StatusError:
            return  # somebody was faster


def _end(pod: Body) -> None:
    status = pod.setdefault("status", {})
    if status.get("phase") not in ("Succeeded", "Failed"):
        status["phase"] = "Failed"
