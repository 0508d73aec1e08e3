"""Values that cannot be changed: `FrozenDict`, and `freeze` / `thaw` for JSON-able data.

Specs are shared (a Pod between Jobs, a dict between Pods), so none may change behind the others' backs; and Airflow copies and pickles
what a DAG holds, which `types.MappingProxyType` refuses.
"""

from __future__ import annotations

from typing import Any, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class FrozenDict(dict[K, V]):
    """A dict that refuses to change. JSON, YAML and `==` see a dict; `dict(x)` is a copy that can change."""

    @staticmethod
    def _refuse(*_: Any, **__: Any) -> Any:
        raise TypeError("specs are frozen; spec.but(…) makes a changed copy")

    __setitem__ = __delitem__ = __ior__ = clear = pop = popitem = setdefault = update = _refuse

    def __hash__(self) -> int:  # type: ignore[override]
        return hash(frozenset(self.items()))

    def __reduce__(self) -> tuple[Any, ...]:
        return (FrozenDict, (dict(self),))


def freeze(value: Any) -> Any:
    """Return JSON-able data as something that cannot change: dicts as `FrozenDict`, lists as tuples."""
    if isinstance(value, dict):
        return FrozenDict({key: freeze(item) for key, item in value.items()})
    if isinstance(value, list | tuple):
        return tuple(freeze(item) for item in value)
    return value


def thaw(value: Any) -> Any:
    """Return frozen data as fresh dicts and lists."""
    if isinstance(value, dict):
        return {key: thaw(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [thaw(item) for item in value]
    return value
