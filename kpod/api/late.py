"""Modules that are loaded when something of them is first asked for.

Annotations speak of API classes that the code beside them hardly ever needs: the specs' of all of them, the common API classes' of the rare
ones. Loading them for that would make `import kpod.specs.pod` twice as slow, and hiding them from the run time would break
`typing.get_type_hints`, which cattrs and other readers of annotations call.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any


class Late:
    """A module by its name: `core_v1 = Late("kpod.api.core_v1")`. It refuses nothing that the module has, and offers nothing more."""

    def __init__(self, module: str) -> None:
        self._module = module

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # what `copy`, `inspect` and doctest ask of everything is no reason to load a module
            raise AttributeError(name)
        return getattr(import_module(self._module), name)

    def __repr__(self) -> str:
        return f"Late({self._module!r})"
