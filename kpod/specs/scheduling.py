"""`Scheduling`: where a Pod may run, and before whom. Nothing is sent that was not written.

Source: https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import attrs

from kpod.specs import fields
from kpod.specs.frozen import FrozenDict, thaw

if TYPE_CHECKING:
    from kpod.api.core_v1 import Affinity as ApiAffinity
    from kpod.api.core_v1 import Toleration as ApiToleration
    from kpod.api.core_v1 import TopologySpreadConstraint as ApiSpread


def node_selectors(value: Mapping[str, str] | None) -> FrozenDict[str, str]:
    """Take a node selector."""
    return fields.label_map(value, "node_selectors")


def tolerations(value: Sequence[ApiToleration | Mapping[str, Any]] | None) -> tuple[Any, ...]:
    """Take tolerations, as `core_v1.Toleration` or dicts."""
    return fields.parts(value, "tolerations")


def _spread(value: Sequence[ApiSpread | Mapping[str, Any]] | None) -> tuple[Any, ...]:
    return fields.parts(value, "scheduling.spread")


def _affinity(value: ApiAffinity | Mapping[str, Any] | None) -> Any:
    return fields.part(value, "scheduling.affinity")


def _priority(value: str | None) -> str | None:
    return fields.optional_name(value, "scheduling.priority", "PriorityClass")


@attrs.frozen(kw_only=True)
class Scheduling:
    """Where a Pod may run, and before whom.

    Attributes:
        node_selectors: labels that the node must have.
        tolerations: taints that it puts up with, as `core_v1.Toleration(key="gpu", operator="Exists")` or dicts.
        affinity: a `core_v1.Affinity` or a dict.
        spread: `core_v1.TopologySpreadConstraint`s or dicts.
        priority: the name of a PriorityClass.
        scheduler: the name of a scheduler that is not the default one.
        runtime: the name of a RuntimeClass.
        node: the node's name; the scheduler is not asked.
    """

    node_selectors: FrozenDict[str, str] = attrs.field(default=None, converter=node_selectors)
    tolerations: tuple[Any, ...] = attrs.field(default=None, converter=tolerations)
    affinity: Any = attrs.field(default=None, converter=_affinity)
    spread: tuple[Any, ...] = attrs.field(default=None, converter=_spread)
    priority: str | None = attrs.field(default=None, converter=_priority)
    scheduler: str | None = None
    runtime: str | None = None
    node: str | None = None

    def __attrs_post_init__(self) -> None:
        for name in ("scheduler", "runtime", "node"):
            fields.optional_text(getattr(self, name), f"scheduling.{name}")

    def to_body(self) -> dict[str, Any]:
        """Return its fields of a PodSpec."""
        body = {
            "nodeSelector": dict(self.node_selectors),
            "tolerations": thaw(self.tolerations),
            "affinity": thaw(self.affinity),
            "topologySpreadConstraints": thaw(self.spread),
            "priorityClassName": self.priority,
            "schedulerName": self.scheduler,
            "runtimeClassName": self.runtime,
            "nodeName": self.node,
        }
        return {key: value for key, value in body.items() if value}
