"""Writes `kpod/local/protobuf_fields.json`, the table by which the embedded cluster reads protobuf bodies.

    python tools/generate_protobuf.py API APIMACHINERY

API and APIMACHINERY are the sources of the Go modules `k8s.io/api` and `k8s.io/apimachinery` (Apache-2.0), of the version that the embedded
cluster imitates. Numbers and types come from their `generated.proto`, JSON names and inlined structs from the tags of the Go types.
Only kinds that kpod serves are read; a message of the table is `{number: [json name, type, shape]}`. The shape is `list`, `map`, `one`, or
`zero`: one that Go writes into the bytes even when it is zero, and leaves out of JSON then.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

TARGET = Path(__file__).parent.parent / "kpod" / "local" / "protobuf_fields.json"
GROUPS = (
    "core/v1",
    "batch/v1",
    "events/v1",
    "rbac/v1",
    "policy/v1",
    "coordination/v1",
    "authorization/v1",
    "scheduling/v1",
    "scheduling/v1alpha3",
)
_CORE = (
    "Namespace",
    "Node",
    "Pod",
    "Secret",
    "ConfigMap",
    "Event",
    "PersistentVolume",
    "PersistentVolumeClaim",
    "Service",
    "ServiceAccount",
    "ResourceQuota",
    "LimitRange",
)
ROOTS = (
    *(f"core.v1.{kind}" for kind in _CORE),
    *("batch.v1.Job", "batch.v1.CronJob", "events.v1.Event", "rbac.v1.Role", "rbac.v1.RoleBinding", "coordination.v1.Lease"),
    *("scheduling.v1.PriorityClass", "policy.v1.PodDisruptionBudget"),
    *("policy.v1.Eviction", "authorization.v1.SelfSubjectAccessReview", "authorization.v1.SelfSubjectRulesReview", "meta.v1.DeleteOptions"),
)
SCALARS = ("string", "bool", "int32", "int64", "uint32", "uint64", "bytes", "double", "float")
MESSAGE = re.compile(r"^message (\w+) \{(.*?)^\}", re.M | re.S)
FIELD = re.compile(r"^  (optional|repeated|map<string, ?([\w.]+)>) ?([\w.]*?) ?(\w+) = (\d+);", re.M)
STRUCT = re.compile(r"^type (\w+) struct \{(.*?)^\}", re.M | re.S)
TAG = re.compile(r'(\S+) +`json:"([^",]*)(,[^"]*)?" protobuf:"\w+,(\d+)')

Table = dict[str, dict[str, list[str]]]


def qualified(type_: str, home: str) -> str:
    """Return the table's name of a type: scalars as they are, messages with their package's last two words."""
    if type_ in SCALARS:
        return type_
    if "." not in type_:
        return f"{home}.{type_}"
    *parts, name = type_.lstrip(".").split(".")
    return f"{parts[-2]}.{parts[-1]}.{name}" if parts[-1].startswith("v") else f"{parts[-1]}.{name}"


def tags(folder: Path) -> dict[tuple[str, str], tuple[str, bool]]:
    """Return the JSON name (empty for an inlined struct), and whether JSON leaves out a zero, by struct and number."""
    found = {}
    for source in folder.glob("*.go"):
        for struct, body in STRUCT.findall(source.read_text()):
            for type_, name, options, number in TAG.findall(body):
                found[struct, number] = (name, "omitempty" in options and not type_.startswith("*"))
    return found


def read(folder: Path, home: str) -> Table:
    """Return the messages of one package."""
    known = tags(folder)
    table: Table = {}
    for message, body in MESSAGE.findall((folder / "generated.proto").read_text()):
        fields = table.setdefault(f"{home}.{message}", {})
        for word, of_map, type_, name, number in FIELD.findall(body):
            json_name, zero = known.get((message, number), (name, False))
            type_ = qualified(of_map or type_, home)
            shape = "map" if of_map else "list" if word == "repeated" else "zero" if zero and type_ in SCALARS else "one"
            fields[number] = [json_name, type_, shape]
    return table


def reachable(table: Table) -> Table:
    """Leave out messages that no object of a kind in `ROOTS` holds."""
    todo, seen = list(ROOTS), set()
    while todo:
        name = todo.pop()
        if name in seen or name not in table:
            continue
        seen.add(name)
        todo += [each[1] for each in table[name].values()]
    return {name: table[name] for name in sorted(seen)}


def main() -> None:
    """Read both modules and write the table."""
    api, machinery = Path(sys.argv[1]), Path(sys.argv[2])
    table: Table = {}
    for group in GROUPS:
        table |= read(api / group, group.replace("/", "."))
    table |= read(machinery / "pkg/apis/meta/v1", "meta.v1")
    table = reachable(table)
    lines = [f"{json.dumps(name)}: {json.dumps(fields, separators=(',', ':'))}" for name, fields in table.items()]
    TARGET.write_text("{\n" + ",\n".join(lines) + "\n}\n")
    print(f"{TARGET.name}: {len(table)} messages")


if __name__ == "__main__":
    main()
