"""The protobuf table has every field of the schema table: both are made from the same version of Kubernetes, by different generators.

`tools/generate_protobuf.py` needs the sources of two Go modules, so nothing here writes the table anew.
"""

from __future__ import annotations

from kpod.api import schema
from kpod.local import protobuf


def fields_of(message: str) -> set[str]:
    """Return the JSON names of a message's fields, those of the structs that Go inlines too."""
    names: set[str] = set()
    for name, kind, *_ in protobuf.table()[message].values():
        names |= {name} if name else fields_of(kind)
    return names


def test_every_field_of_the_schema_table_can_be_read_from_protobuf() -> None:
    missing, seen = [], 0
    for owner, fields in schema.TYPES.items():
        group, _, kind = owner.partition(".")
        message = f"{group.replace('_', '.')}.{kind}"
        known = fields_of(message) | {"apiVersion", "kind"}  # the envelope has these
        seen += len(fields)
        missing += [f"{message}.{field}" for field in fields if field not in known]
    assert missing == []
    assert seen > 900
