"""What `make bench` measures, and what it has to cost at most: one row for each line of the table."""

from __future__ import annotations

from typing import NamedTuple

UNITS = {"per second": "/s", "seconds": "s", "megabytes": "MB", "ms": "ms", "MB": "MB", "ms each": "ms"}


class Row(NamedTuple):
    """One line of the table.

    Attributes:
        what: what is measured, as people read it.
        operation: its name where it is measured.
        measure: `per second`, `seconds`, `megabytes`, `ms each` (of a rate): by a worker; `ms`, `MB`: by a process of its own.
        against: the operation that the other libraries do, where it is another.
        ratio: how many times better than the official client 36 it must be, or None.
        limit: what it may cost at most, in the row's unit, or None.
        beside: the operation of kpod's own process that it must keep up with, and how much of its rate it must reach.
    """

    what: str
    operation: str
    measure: str
    against: str | None = None
    ratio: float | None = None
    limit: float | None = None
    beside: tuple[str, float] | None = None


ROWS = (
    Row("import", "import", "ms", limit=100),
    Row("import", "import", "MB", limit=10),
    Row("import, a Pod written as YAML", "import and write", "ms"),
    Row("import, a Pod written as YAML", "import and write", "MB"),
    Row("build a Pod of API objects", "build", "per second", ratio=60),
    Row("build the same by a spec", "build a spec", "per second", against="build"),
    Row("build, compile a spec to a body", "compile", "per second", against="build and to body"),
    Row("to body", "to body", "per second", ratio=11),
    Row("to YAML", "to YAML", "per second", ratio=50),
    Row("from dict", "from dict", "per second", ratio=5),
    Row("from YAML", "from YAML", "per second", beside=("libyaml", 0.85)),
    Row("1,000-Pod list, whole", "list", "seconds", limit=0.45),
    Row("1,000-Pod list, whole", "list", "megabytes"),
    Row("1,000-Pod list, a watcher's view", "list, a view", "seconds", against="list", ratio=30, limit=0.05),
    Row("1,000-Pod list, a watcher's view", "list, a view", "megabytes", against="list", ratio=6, limit=6),
    Row("a watcher of 5,000 live Jobs", "watcher", "MB", limit=60),
    Row("strategic merge of three Pods", "merge", "ms each", limit=0.3),
    Row("all rules on a Pod", "check", "ms each"),
    Row("first build", "first build", "ms", limit=2),
    Row("first build by a spec, compiled", "first compile", "ms"),
    Row("first to body", "first to body", "ms", limit=2),
    Row("first to YAML", "first to YAML", "ms", limit=2),
    Row("first from dict", "first from dict", "ms", limit=2),
    Row("first from YAML", "first from YAML", "ms", limit=2),
    Row("first list, a watcher's view", "first list, a view", "ms", limit=2),
    Row("first merge", "first merge", "ms", limit=2),
    Row("first check by the rules", "first check", "ms", limit=2),
    Row("kpod --help", "kpod --help", "ms"),
    Row("kpod validate pod.yaml", "kpod validate", "ms"),
    Row("kpod render pod.yaml", "kpod render", "ms"),
)


def verdict(row: Row, own: float, ratio: float | None, beside: float | None) -> tuple[str, bool | None]:
    """The budget as text, and whether it is met; None where there is none.

    Args:
        row: what was measured.
        own: kpod's figure, in the row's unit.
        ratio: how many times better than the official client's it is.
        beside: how many times the rate of what it must keep up with it is.
    """
    wanted, met = [], []
    if row.limit is not None:
        wanted.append(f"at most {row.limit:g} {UNITS[row.measure]}")
        met.append(own <= row.limit)
    if row.ratio is not None:
        wanted.append(f"{row.ratio:g}x")
        met.append(ratio is not None and ratio >= row.ratio)
    if row.beside is not None:
        operation, share = row.beside
        wanted.append(f"{share:g}x {operation}" + (f" (is {beside:.3g}x)" if beside is not None else ""))
        met.append(beside is not None and beside >= share)
    return ", ".join(wanted), all(met) if met else None
