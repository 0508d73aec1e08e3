"""`Scheduling`: where a Pod may run, and before whom. Nothing is sent that was not written.

Source: https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import attrs

from kpod.api.late import Late
from kpod.specs import fields
from kpod.specs.affinity import Affinity, Spread, Toleration
from kpod.specs.frozen import FrozenDict, thaw
from kpod.specs.part import Model

if TYPE_CHECKING:
    from typing import TypeAlias

    from kpod.api import core_v1
    from kpod.specs import dicts

    TolerationLike: TypeAlias = Toleration | core_v1.Toleration | dicts.Toleration | Model
    SpreadLike: TypeAlias = Spread | core_v1.TopologySpreadConstraint | dicts.TopologySpreadConstraint | Model
    AffinityLike: TypeAlias = Affinity | core_v1.Affinity | dicts.Affinity | Model
else:
    core_v1, dicts = Late("kpod.api.core_v1"), Late("kpod.specs.dicts")
    TolerationLike = SpreadLike = AffinityLike = Any


def node_selectors(value: Mapping[str, str] | None) -> FrozenDict[str, str]:
    """Take a node selector."""
    return fields.label_map(value, "node_selectors")


def tolerations(value: Sequence[TolerationLike] | None) -> tuple[Any, ...]:
    """Take tolerations, as `Toleration`, API objects or dicts."""
    return fields.parts(value, "tolerations", Toleration.type_key)


def _spread(value: Sequence[SpreadLike] | None) -> tuple[Any, ...]:
    return fields.parts(value, "scheduling.spread", Spread.type_key)


def _affinity(value: AffinityLike | None) -> Any:
    return fields.part(value, "scheduling.affinity", Affinity.type_key)


def _priority(value: str | None) -> str | None:
    return fields.optional_name(value, "scheduling.priority", "PriorityClass")


@attrs.frozen(kw_only=True)
class Scheduling:
    """Where a Pod may run, and before whom.

    Attributes:
        node_selectors: labels that the node must have.
        tolerations: taints that it puts up with: `Toleration("gpu")`, API objects or dicts.
        affinity: to which nodes and beside which Pods: `Affinity.nodes({"pool": "batch"})`, an API object or a dict.
        spread: `Spread("topology.kubernetes.io/zone", {"app": "etl"})`, API objects or dicts.
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
