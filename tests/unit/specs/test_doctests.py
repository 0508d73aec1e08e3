from __future__ import annotations

import doctest
import importlib
import pkgutil
from types import ModuleType

import pytest

import kpod.names
import kpod.quantity
import kpod.rules
import kpod.specs

MODULES = [kpod.names, kpod.quantity, kpod.rules] + [
    importlib.import_module(f"kpod.specs.{module.name}") for module in pkgutil.iter_modules(kpod.specs.__path__)
]


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)
def test_what_the_docstrings_show_is_what_happens(module: ModuleType) -> None:
    assert doctest.testmod(module).failed == 0
