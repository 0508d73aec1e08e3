from __future__ import annotations

import importlib.util
import typing
from pathlib import Path
from types import ModuleType

import pytest

from kpod.api.schema import TYPES
from kpod.specs import dicts

TOOL = Path(__file__).parents[3] / "tools" / "generate_dicts.py"


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("generate_dicts", TOOL)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_dicts_are_what_the_tool_writes_from_the_schema_table(tool: ModuleType) -> None:
    assert Path(dicts.__file__).read_text() == tool.text()


def test_every_field_that_a_person_can_write_in_a_pod_or_a_job_is_there(tool: ModuleType) -> None:
    keys = tool.reachable()
    assert len(keys) > 120
    for key in keys:
        cls = getattr(dicts, key.partition(".")[2])
        written = set(TYPES[key]) - {"managedFields"} - ({"status"} if "spec" in TYPES[key] else set())
        assert set(typing.get_type_hints(cls)) == written
        assert cls.__required_keys__ <= {wire for wire, field in TYPES[key].items() if field.required}
