"""cattrs hooks, so that attrs classes of your own may hold API objects.

The API classes bring their own dump and load; the hooks call these and nothing else, so that a Pod inside a class of yours reads and writes
as it does alone. Nothing of kpod uses the converter.
"""

from __future__ import annotations

from typing import Any

import cattrs

from kpod.quantity import Quantity
from kpod.wire.bodies import to_body


def converter() -> cattrs.Converter:
    """Make a cattrs converter that knows API objects, `Quantity`, and everything with `to_body()` and `from_body()`.

    Returns:
        A converter of its own, on which further hooks may be registered. It unstructures an API object to its body, and structures a body,
        or an API object that is one already, to the class that the annotation names.

    >>> from kpod.api.core_v1 import Container
    >>> containers = converter().structure([{"name": "main", "imagePullPolicy": "Never"}], list[Container])
    >>> containers[0].image_pull_policy
    'Never'
    >>> converter().unstructure({"steps": containers})
    {'steps': [{'name': 'main', 'imagePullPolicy': 'Never'}]}
    """
    return register(cattrs.Converter())


def register(own: cattrs.Converter) -> cattrs.Converter:
    """Register the hooks on a converter of yours, and return it."""
    own.register_unstructure_hook_func(_has_to_body, to_body)
    own.register_structure_hook_func(_has_from_body, _from_body)
    own.register_unstructure_hook(Quantity, str)
    own.register_structure_hook(Quantity, lambda value, _: Quantity(value))
    return own


def _has_to_body(cls: Any) -> bool:
    return isinstance(cls, type) and callable(getattr(cls, "to_body", None))


def _has_from_body(cls: Any) -> bool:
    return isinstance(cls, type) and callable(getattr(cls, "from_body", None))


def _from_body(value: Any, cls: Any) -> Any:
    return value if isinstance(value, cls) else cls.from_body(value)
