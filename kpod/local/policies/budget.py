"""Disruption budgets: how many of some Pods the Eviction API leaves alone.

Healthy is a Pod that is ready and not being deleted. Percentages, and `maxUnavailable`, are of the Pods that are there: no controller that
knows how many there should be runs here. A Pod that has not started, or has ended, may always be evicted.
"""

from __future__ import annotations

from typing import Any, ClassVar

from kpod.cluster import Body
from kpod.local import statuses
from kpod.local.changes import Change
from kpod.local.controllers import Controller, Key
from kpod.local.controllers.counting import is_ready
from kpod.local.store import Store

_REFUSED = "Cannot evict pod as it would violate the pod's disruption budget."


def check(store: Store, pod: Body) -> None:
    """Refuse the eviction of a Pod that a budget protects.

    Raises:
        StatusError: 429 where the budget is used up, 500 where two budgets are about the same Pod.
    """
    if (pod.get("status") or {}).get("phase") != "Running" or "deletionTimestamp" in pod["metadata"]:
        return
    budgets = [each for each in store.list("poddisruptionbudgets", pod["metadata"]["namespace"]) if _chooses(each, pod)]
    if len(budgets) > 1:
        raise statuses.StatusError(500, "This pod has more than one PodDisruptionBudget, which the eviction subresource does not support.")
    for budget in budgets:
        state = count(store, budget)
        spare = state["currentHealthy"] >= state["desiredHealthy"] and not is_ready(pod)
        if state["disruptionsAllowed"] <= 0 and not spare:
            name, desired, current = budget["metadata"]["name"], state["desiredHealthy"], state["currentHealthy"]
            text = f"The disruption budget {name} needs {desired} healthy pods and has {current} currently"
            details = {"causes": [{"reason": "DisruptionBudget", "message": text}]}
            raise statuses.StatusError(429, _REFUSED, details=details)


def count(store: Store, budget: Body) -> dict[str, Any]:
    """Return the numbers of a budget's status."""
    pods = [each for each in store.list("pods", budget["metadata"]["namespace"]) if _chooses(budget, each)]
    pods = [each for each in pods if (each.get("status") or {}).get("phase") not in ("Succeeded", "Failed")]
    healthy = sum(1 for each in pods if is_ready(each) and "deletionTimestamp" not in each["metadata"])
    spec, expected = budget.get("spec") or {}, len(pods)
    if spec.get("maxUnavailable") is not None:
        desired = max(0, expected - _amount(spec["maxUnavailable"], expected))
    else:
        desired = _amount(spec.get("minAvailable", 1), expected)
    allowed = max(0, healthy - desired) if expected else 0
    return {"currentHealthy": healthy, "desiredHealthy": desired, "disruptionsAllowed": allowed, "expectedPods": expected}


def _amount(value: Any, whole: int) -> int:
    if isinstance(value, str) and value.endswith("%") and value[:-1].isdigit():
        return -(-whole * int(value[:-1]) // 100)
    return int(value) if isinstance(value, int) or (isinstance(value, str) and value.isdigit()) else 0


def _chooses(budget: Body, pod: Body) -> bool:
    selector = (budget.get("spec") or {}).get("selector")
    if selector is None:
        return False
    labels: dict[str, str] = pod["metadata"].get("labels") or {}
    if not (selector.get("matchLabels") or {}).items() <= labels.items():
        return False
    return all(_holds(each, labels) for each in selector.get("matchExpressions") or [])


def _holds(expression: Body, labels: dict[str, str]) -> bool:
    key, values, operator = expression.get("key", ""), expression.get("values") or [], expression.get("operator")
    if operator in ("In", "NotIn"):
        return (key in labels and labels[key] in values) is (operator == "In")
    return (key in labels) is (operator == "Exists")


class BudgetController(Controller):
    """Writes into the status of the budgets how many Pods may go."""

    plurals: ClassVar[tuple[str, ...]] = ("poddisruptionbudgets", "pods")

    def observe(self, change: Change) -> None:
        """Look at the budgets of the namespace in which something has changed."""
        namespace = change[1]["metadata"].get("namespace", "")
        for budget in self.store.list("poddisruptionbudgets", namespace):
            self.add((namespace, budget["metadata"]["name"]))

    def reconcile(self, key: Key) -> None:
        """Count, and write."""
        budget = self.store.get("poddisruptionbudgets", *key)
        if budget is None:
            return
        status = {**count(self.store, budget), "observedGeneration": budget["metadata"].get("generation", 1)}

        def put(body: Body) -> None:
            body["status"] = status

        self.store.change("poddisruptionbudgets", *key, put)
