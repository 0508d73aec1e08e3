"""Affinities: a sum of `Affinity.nodes`, `near` and `apart`, where these say all of it."""

from __future__ import annotations

from typing import Any

from kpod.convert import source
from kpod.convert.patches import same
from kpod.convert.rows import Body
from kpod.convert.source import Call, Sum
from kpod.errors import SpecError
from kpod.specs.affinity import HOST

PODS = {"podAffinity": "Affinity.near", "podAntiAffinity": "Affinity.apart"}
REQUIRED, PREFERRED = (f"{word}DuringSchedulingIgnoredDuringExecution" for word in ("required", "preferred"))
HAS, WITHOUT = {"In", "Exists"}, {"NotIn", "DoesNotExist"}


def shorthand(body: Body) -> Call | Sum | None:
    """Return the expression that compiles to exactly this affinity, or None."""
    try:
        terms = _terms(body)
        found = terms[0] if len(terms) == 1 else Sum(tuple(terms))
        return found if terms and same(source.value(found).to_body(), body) else None
    except (SpecError, TypeError, KeyError, AttributeError):  # a part of another shape
        return None


def _terms(body: Body) -> list[Call]:
    found: list[Call] = []
    for kind, of in body.items():
        if kind == "nodeAffinity":
            required = of.get(REQUIRED)
            found += [_nodes(term, None) for term in (required["nodeSelectorTerms"] if required else [])]
            found += [_nodes(each["preference"], each["weight"]) for each in of.get(PREFERRED, [])]
        else:
            found += [_pods(PODS[kind], term, None) for term in of.get(REQUIRED, [])]
            found += [_pods(PODS[kind], each["podAffinityTerm"], each["weight"]) for each in of.get(PREFERRED, [])]
    return found


def _nodes(term: Body, weight: int | None) -> Call:
    has: Body = {}
    without: Body = {}
    for each in term["matchExpressions"]:
        into = has if each["operator"] in HAS else without
        values = each.get("values")
        into[each["key"]] = values[0] if values and len(values) == 1 else values
    args: tuple[Any, ...] = (has,) if has else ()
    return source.call("Affinity.nodes", *args, without=without or None, prefer=weight)


def _pods(name: str, term: Body, weight: int | None) -> Call:
    topology = term["topologyKey"]
    labels = term["labelSelector"]["matchLabels"]
    return source.call(name, labels, topology=None if topology == HOST else topology, prefer=weight)
