"""Importing the room loads none of the libraries that it wraps."""

from __future__ import annotations

import subprocess
import sys


def test_importing_wire_loads_neither_cattrs_nor_yaml_nor_msgspec() -> None:
    code = "import sys, kpod.wire; print([name for name in ('cattrs', 'yaml', 'msgspec', 'kubernetes', 'asyncio') if name in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_writing_yaml_loads_none_of_them_either() -> None:
    code = "import sys, kpod.wire; kpod.wire.to_yaml({'a': 1}); print('yaml' in sys.modules or 'msgspec' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"
