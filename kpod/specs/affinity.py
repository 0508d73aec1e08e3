"""`Affinity`, `Spread`, `Toleration`: the parts of `Scheduling` that take ten lines of YAML each, in one.

Source: https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, ClassVar, Literal

import attrs

from kpod.specs import fields
from kpod.specs.frozen import FrozenDict, freeze, thaw

HOST = "kubernetes.io/hostname"
Values = str | Sequence[str] | None
Effect = Literal["NoSchedule", "PreferNoSchedule", "NoExecute"]


def _effect(value: Effect | None) -> Effect | None:
    words = ("NoSchedule", "PreferNoSchedule", "NoExecute")
    if value is not None and value not in words and not fields.is_template(value):
        fields.refuse("toleration.effect", f"{fields.shown(value)} is no effect", f"write one of {', '.join(words)}", "enum")
    return value


def _labels(value: Mapping[str, str]) -> FrozenDict[str, str]:
    return fields.label_map(value, "spread.labels")


@attrs.frozen
class Toleration:
    """A taint that a Pod puts up with: `Toleration("spot")`, `Toleration("dedicated", "etl", effect="NoSchedule")`.

    >>> Toleration("spot").to_body()
    {'key': 'spot', 'operator': 'Exists'}

    Sent besides what is written: `operator: Exists` where there is no value, as the server's default, `Equal`, matches an empty value only.

    Attributes:
        key: the taint's key. None: every taint.
        value: the taint's value. None: any.
        effect: `NoSchedule`, `PreferNoSchedule` or `NoExecute`. None: each of them.
        seconds: how long it stays on a node that gets such a `NoExecute` taint. None: for ever.
    """

    type_key: ClassVar[str] = "core_v1.Toleration"

    key: str | None = None
    value: str | None = None
    effect: Effect | None = attrs.field(default=None, converter=_effect, kw_only=True)
    seconds: int | None = attrs.field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        fields.optional_text(self.key, "toleration.key")
        fields.whole(self.seconds, "toleration.seconds")
        if self.value is not None and self.key is None:
            fields.refuse("toleration.key", "a value without a key matches nothing", "name the taint's key")
        if self.seconds is not None and self.effect != "NoExecute" and not fields.is_template(self.effect):
            fields.refuse("toleration.seconds", "only NoExecute has an end", 'write effect="NoExecute"')

    def to_body(self) -> dict[str, Any]:
        """Return the body of the toleration."""
        operator = "Exists" if self.value is None else "Equal"
        body = {"key": self.key, "operator": operator, "value": self.value, "effect": self.effect, "tolerationSeconds": self.seconds}
        return {key: value for key, value in body.items() if value is not None}


@attrs.frozen
class Spread:
    """Pods of some labels in even numbers over zones or nodes: `Spread("topology.kubernetes.io/zone", {"app": "etl"})`.

    Sent besides what is written: `maxSkew: 1` and `whenUnsatisfiable: ScheduleAnyway` (with `strict`: `DoNotSchedule`); both are required.

    Attributes:
        topology: the nodes' label whose values are the places.
        labels: which Pods are counted; its own labels should be among them.
        skew: how many Pods more than the emptiest place a place may have.
        strict: rather do not schedule than exceed it.
    """

    type_key: ClassVar[str] = "core_v1.TopologySpreadConstraint"

    topology: str
    labels: FrozenDict[str, str] = attrs.field(converter=_labels)
    skew: int = attrs.field(default=1, kw_only=True)
    strict: bool = attrs.field(default=False, kw_only=True)

    def __attrs_post_init__(self) -> None:
        fields.text(self.topology, "spread.topology")
        if fields.whole(self.skew, "spread.skew", 1) is None:
            fields.refuse("spread.skew", "None is no number", "write 1")
        fields.switch(self.strict, "spread.strict")

    def to_body(self) -> dict[str, Any]:
        """Return the body of the constraint."""
        return {
            "maxSkew": self.skew,
            "topologyKey": self.topology,
            "whenUnsatisfiable": "DoNotSchedule" if self.strict else "ScheduleAnyway",
            "labelSelector": {"matchLabels": dict(self.labels)},
        }


@attrs.frozen
class Affinity:
    """To which nodes and beside which Pods a Pod is drawn; several are joined by `+`, and all hold.

    >>> zones = Affinity.nodes({"topology.kubernetes.io/zone": ["a", "b"]}, without={"pool": "spot"})
    >>> alone = Affinity.apart({"app": "etl"}, prefer=50)
    >>> sorted((zones + alone).to_body())                         # Pod("etl:1", scheduling=Scheduling(affinity=zones + alone))
    ['nodeAffinity', 'podAntiAffinity']

    Sent besides what is written: `topologyKey: kubernetes.io/hostname` where `near` and `apart` are not told another.

    Attributes:
        terms: where each thing stands in the body, and the thing.
    """

    type_key: ClassVar[str] = "core_v1.Affinity"

    terms: tuple[tuple[str, str, FrozenDict[str, Any]], ...] = ()

    @classmethod
    def nodes(
        cls, has: Mapping[str, Values] | None = None, *, without: Mapping[str, Values] | None = None, prefer: int | None = None
    ) -> Affinity:
        """Nodes by their labels.

        Args:
            has: labels that the node must have, each with one value, one of several, or any (None).
            without: labels that it must not have, with these values, or at all (None).
            prefer: rather these nodes than others, by this weight from 1 to 100. None: only these.
        """
        found = [*_expressions(has, "In", "Exists", "has"), *_expressions(without, "NotIn", "DoesNotExist", "without")]
        if not found:
            fields.refuse("affinity.nodes", "no label is named", 'write Affinity.nodes({"label": "value"})')
        return cls._of("nodeAffinity", {"matchExpressions": found}, prefer, "preference")

    @classmethod
    def near(cls, labels: Mapping[str, str], *, topology: str = HOST, prefer: int | None = None) -> Affinity:
        """Only (or by a weight from 1 to 100, `prefer`) where a Pod with these labels runs: on its node, or in its `topology`."""
        return cls._of("podAffinity", _pods(labels, topology), prefer, "podAffinityTerm")

    @classmethod
    def apart(cls, labels: Mapping[str, str], *, topology: str = HOST, prefer: int | None = None) -> Affinity:
        """Only (or by a weight from 1 to 100, `prefer`) where no Pod with these labels runs."""
        return cls._of("podAntiAffinity", _pods(labels, topology), prefer, "podAffinityTerm")

    @classmethod
    def _of(cls, kind: str, term: dict[str, Any], prefer: int | None, wrapped: str) -> Affinity:
        if prefer is None:
            return cls(((kind, "required", freeze(term)),))
        weight = fields.whole(prefer, "affinity.prefer", 1)
        if isinstance(weight, int) and weight > 100:
            fields.refuse("affinity.prefer", f"{weight} is above 100", "weights go from 1 to 100")
        return cls(((kind, "preferred", freeze({"weight": weight, wrapped: term})),))

    def __add__(self, other: Affinity) -> Affinity:
        """Return both."""
        if not isinstance(other, Affinity):
            return NotImplemented
        return Affinity((*self.terms, *other.terms))

    def to_body(self) -> dict[str, Any]:
        """Return the body of `affinity`. What nodes must have stands in one term, as several terms would mean "or"."""
        body: dict[str, Any] = {}
        for kind, strength, term in self.terms:
            part = body.setdefault(kind, {})
            field = f"{strength}DuringSchedulingIgnoredDuringExecution"
            if kind == "nodeAffinity" and strength == "required":
                terms = part.setdefault(field, {"nodeSelectorTerms": [{"matchExpressions": []}]})["nodeSelectorTerms"]
                terms[0]["matchExpressions"] += thaw(term)["matchExpressions"]
            else:
                part.setdefault(field, []).append(thaw(term))
        return body


def _pods(labels: Mapping[str, str], topology: str) -> dict[str, Any]:
    found = fields.label_map(labels, "affinity.labels")
    if not found:
        fields.refuse("affinity.labels", "no label is named", 'write {"app": "etl"}')
    return {"labelSelector": {"matchLabels": dict(found)}, "topologyKey": fields.text(topology, "affinity.topology")}


def _expressions(labels: Mapping[str, Values] | None, some: str, any_: str, place: str) -> Iterable[dict[str, Any]]:
    for key, value in fields.mapping(labels or {}, f"affinity.{place}").items():
        if value is None:
            yield {"key": key, "operator": any_}
        else:
            values = [value] if isinstance(value, str) else list(fields.words(value, f"affinity.{place}[{key}]"))
            if not values:
                fields.refuse(f"affinity.{place}[{key}]", "there is no value", "write a value, or None for any")
            yield {"key": key, "operator": some, "values": values}
