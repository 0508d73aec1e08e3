"""Says which layer set each leaf of a merged body.

It merges as `strategic` does, with every scalar in a wrapper that knows its layer, so it cannot tell another story than the merge.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from kpod.api import paths
from kpod.merge.strategic import LAYERS, NO_FIELDS, Body, Fields, fields_by_kind, fields_of, inner

MASK = "***"
SECRET_FIELDS = ("data", "stringData")
LAST_APPLIED = "[kubectl.kubernetes.io/last-applied-configuration]"
"""The end of the path where `kubectl apply` keeps a copy of the whole object, a Secret's values too."""


def explain(layers: Sequence[tuple[str, Body]], *, type: str | None = None) -> list[tuple[str, Any, str]]:
    """Merge layers, lowest first, and say for each leaf of the result which layer set it last.

    Args:
        layers: `(name of the layer, its body)`.
        type: as for `strategic`.

    Returns:
        `(path, value, layer)` in the order of the result; items of lists go by their merge key: `spec.containers[main].image`. Empty maps
        and lists are leaves. The values of Secrets are masked.
    """
    if not layers:
        return []
    fields = fields_of(type) if type is not None else fields_by_kind(*(body for _, body in layers))
    secret = type == "core_v1.Secret" if type is not None else fields is fields_of("core_v1.Secret")
    merged: Body = {}
    leaves: list[tuple[str, Any, str]] = []
    for name, body in layers:
        emptied = {path: layer for path, _, layer in leaves}
        merged = LAYERS.map(merged, _tag(body, name), fields, "")
        # What a layer has emptied carries no layer of its own.
        leaves = [(path, value, layer or emptied.get(path, name)) for path, value, layer in _leaves(merged, fields, "", secret)]
    return leaves


class _Leaf:
    """A scalar and the layer that it comes from; merges like the scalar."""

    __slots__ = ("layer", "value")

    def __init__(self, value: Any, layer: str) -> None:
        self.value = value
        self.layer = layer

    def __eq__(self, other: object) -> bool:
        return bool(self.value == (other.value if isinstance(other, _Leaf) else other))

    def __hash__(self) -> int:
        return hash(self.value)

    def __str__(self) -> str:
        return str(self.value)


class _EmptyMap(dict[str, Any]):
    """An empty map and the layer that it comes from."""

    layer = ""


class _EmptyList(list[Any]):
    """An empty list and the layer that it comes from."""

    layer = ""


def _tag(value: Any, layer: str) -> Any:
    if isinstance(value, (dict, list)) and not value:
        empty = _EmptyMap() if isinstance(value, dict) else _EmptyList()
        empty.layer = layer
        return empty
    if isinstance(value, dict):
        return {key: item if key[:1] == "$" else _tag(item, layer) for key, item in value.items()}
    if isinstance(value, list):
        return [_tag(item, layer) for item in value]
    return value if value is None else _Leaf(value, layer)


def _leaves(value: Any, fields: Fields, path: str, secret: bool) -> Iterator[tuple[str, Any, str]]:
    for key, item in value.items():
        yield from _leaf(item, fields.get(key), paths.member(path, key), secret and not path and key in SECRET_FIELDS)


def _leaf(value: Any, field: Any, path: str, secret: bool) -> Iterator[tuple[str, Any, str]]:
    if isinstance(value, _Leaf):
        yield path, MASK if secret or path.endswith(LAST_APPLIED) else value.value, value.layer
    elif not value:
        yield path, [] if isinstance(value, list) else {} if isinstance(value, dict) else None, getattr(value, "layer", "")
    elif isinstance(value, dict):
        parts = inner(field) if field is None or field.shape != "map" else NO_FIELDS
        of_secret = value.get("kind") == "Secret"
        for key, item in value.items():
            yield from _leaf(item, parts.get(key), paths.member(path, key), secret or (of_secret and key in SECRET_FIELDS))
    elif isinstance(value, list):
        names = [paths.item(path, field, place, _untag(item)) for place, item in enumerate(value)]
        counts = Counter(names)
        for place, item in enumerate(value):
            name = names[place] if counts[names[place]] == 1 else f"{path}[{place}]"
            yield from _leaf(item, field, name, secret)


def _untag(value: Any) -> Any:
    return {key: item.value if isinstance(item, _Leaf) else item for key, item in value.items()} if isinstance(value, dict) else value
