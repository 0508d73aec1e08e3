"""Resource quotas: how much of what a namespace may hold, counted anew at each question from what is there.

Counted are Pods that have not ended with what they ask for, and objects by kind (`count/jobs.batch`, and the old short names). A quota on
requests or limits makes them obligatory. What is not tracked here stands in the status with nothing used.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import ClassVar

from kpod.cluster import Body
from kpod.local import statuses
from kpod.local.changes import Change
from kpod.local.controllers import Controller, Key
from kpod.local.kinds import NAMESPACED, Resource
from kpod.local.policies import usage
from kpod.local.store import Store
from kpod.quantity import Quantity


def check(store: Store, resource: Resource, body: Body) -> None:
    """Refuse an object for which there is no room.

    Raises:
        StatusError: 403.
    """
    namespace = body["metadata"].get("namespace")
    quotas = store.list("resourcequotas", namespace) if namespace else []
    for quota in quotas:
        if not usage.in_scope(quota, resource, body):
            continue
        hard = usage.hard(quota)
        asked = {name: amount for name, amount in usage.of(resource, body).items() if name in hard}
        missing = usage.unsaid(resource, body, hard)
        name = quota["metadata"]["name"]
        if missing:
            raise _refusal(resource, body, f"failed quota: {name}: must specify {'; '.join(missing)}")
        used = total(store, quota)
        over = sorted(word for word, amount in asked.items() if amount and used[word] + amount > hard[word])
        if over:
            shown = (f"{label}: {_listed(over, amounts)}" for label, amounts in (("requested", asked), ("used", used), ("limited", hard)))
            raise _refusal(resource, body, f"exceeded quota: {name}, {', '.join(shown)}")


def _refusal(resource: Resource, body: Body, why: str) -> statuses.StatusError:
    return statuses.forbidden(resource.plural, body["metadata"]["name"], why, resource.group)


def _listed(names: Iterable[str], amounts: dict[str, Quantity]) -> str:
    return ",".join(f"{name}={amounts[name].canonical}" for name in names)


def total(store: Store, quota: Body) -> dict[str, Quantity]:
    """Return what is used of a quota now."""
    used = {name: Quantity(0) for name in usage.hard(quota)}
    for resource in usage.counted(used):
        for body in store.list(resource.stored, quota["metadata"]["namespace"]):
            if usage.in_scope(quota, resource, body):
                for name, amount in usage.of(resource, body).items():
                    if name in used:
                        used[name] = used[name] + amount
    return used


class QuotaController(Controller):
    """Writes what is used into the status of the quotas."""

    plurals: ClassVar[tuple[str, ...]] = tuple(each for each in NAMESPACED if each not in ("events", "leases"))

    def observe(self, change: Change) -> None:
        """Look at the quotas of the namespace in which something has changed."""
        namespace = change[1]["metadata"].get("namespace", "")
        for quota in self.store.list("resourcequotas", namespace):
            self.add((namespace, quota["metadata"]["name"]))

    def reconcile(self, key: Key) -> None:
        """Count, and write."""
        quota = self.store.get("resourcequotas", *key)
        if quota is None:
            return
        used = {name: amount.canonical for name, amount in sorted(total(self.store, quota).items())}
        status = {"hard": dict(quota["spec"].get("hard") or {}), "used": used}
        put: Callable[[Body], None] = lambda body: body.update(status=status)  # noqa: E731
        self.store.change("resourcequotas", *key, put)
