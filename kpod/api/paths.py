"""How a place in a body is written: `spec.containers[main].resources.limits.memory`, `metadata.annotations[example.com/a]`.

Names instead of list positions where the list has a merge key, since a person looks for the container and not for its place.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kpod.api.schema import Field

_PLAIN = re.compile(r"[A-Za-z0-9_-]+\Z")


def member(path: str, key: str) -> str:
    """Return the path of a field or of a key of a map: dotted where the key is plain, in brackets where it has dots or slashes."""
    if _PLAIN.match(key):
        return f"{path}.{key}" if path else key
    return f"{path}[{key}]"


def item(path: str, field: Field | None, place: int, value: Any) -> str:
    """Return the path of an item of a list, body or API object: by its merge key where it has one, by its place otherwise."""
    name = None
    if field is not None and field.merge_key is not None:
        if isinstance(value, dict):
            name = value.get(field.merge_key)
        elif hasattr(value, "type_key"):
            from kpod.api.schema import TYPES

            known = TYPES[value.type_key].get(field.merge_key)
            name = getattr(value, known.name) if known else None
    return f"{path}[{name if isinstance(name, (str, int)) else place}]"
