"""Writes `kpod/specs/dicts.py`, a TypedDict for each type that a Pod or a Job can hold, from the schema table.

python tools/generate_dicts.py            writes
python tools/generate_dicts.py --check    compares, and exits with 1 if the file is not what would be written
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from kpod.api.schema import TYPES, Field

OUT = Path(__file__).resolve().parent.parent / "kpod" / "specs" / "dicts.py"
ROOTS = ("core_v1.Pod", "batch_v1.Job", "core_v1.PersistentVolumeClaim")
SCALARS = {
    "string": "str",
    "integer": "int",
    "number": "float",
    "boolean": "bool",
    "quantity": "str | int | float",
    "time": "str",
    "micro_time": "str",
    "int_or_string": "int | str",
    "bytes": "str",
    "any": "Any",
}
HEAD = '''"""The parts of bodies as TypedDicts, so that editors complete, and mypy and pyright check, what is written as a dict.

Written by tools/generate_dicts.py from the schema table; do not edit. Keys are Kubernetes' own names, as in YAML. At run time these are
plain dicts, and nothing is checked by them. A dict of which a checker knows no more than `dict[str, Any]` is annotated with one of these,
or with `Any`.
"""

from __future__ import annotations

import sys
from typing import Any, Literal, TypedDict

if sys.version_info >= (3, 11):
    from typing import Required
else:
    from typing_extensions import Required
'''


def reachable() -> list[str]:
    """Return the keys of the types that a person can write in a Pod or a Job."""
    found: set[str] = set()
    waiting = list(ROOTS)
    while waiting:
        key = waiting.pop()
        if key in found:
            continue
        found.add(key)
        waiting += [field.type for field in fields(key) if field.type in TYPES]
    return sorted(found, key=lambda key: key.partition(".")[2])


def fields(key: str) -> list[Field]:
    """Return the fields of a type, without what only a server writes."""
    known = TYPES[key]
    servers = {"managedFields"} | ({"status"} if "spec" in known else set())
    return [field for wire, field in known.items() if wire not in servers]


def annotation(field: Field) -> str:
    """Return the annotation of a field."""
    one = field.type.partition(".")[2] if field.type in TYPES else SCALARS[field.type]
    if field.enum and field.type == "string":
        words = ", ".join(f'"{word}"' for word in field.enum)
        one = f"Literal[{words}]"
    whole = {"one": one, "list": f"list[{one}]", "map": f"dict[str, {one}]"}[field.shape]
    return f"Required[{whole}]" if field.required else whole


def text() -> str:
    """Return the module."""
    keys = reachable()
    names = [key.partition(".")[2] for key in keys]
    assert len(set(names)) == len(names), "two types have the same name"
    parts = [HEAD]
    for key, name in zip(keys, names, strict=True):
        lines = [f"class {name}(TypedDict, total=False):", f'    """The body of `{key}`."""', ""]
        lines += [f"    {field.wire}: {annotation(field)}" for field in fields(key)]
        parts.append("\n".join(lines) + "\n")
    return "\n\n".join(parts)


def main() -> int:
    """Write or compare; return the exit code."""
    if "--check" not in sys.argv:
        OUT.write_text(text())
        return 0
    if OUT.read_text() == text():
        return 0
    print(f"{OUT} is not what tools/generate_dicts.py writes: python tools/generate_dicts.py")
    return 1


if __name__ == "__main__":
    sys.exit(main())
