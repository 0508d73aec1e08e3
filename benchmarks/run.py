"""`make bench`: speed and size beside the official client and lightkube, measured in one run, with the budgets of the project.

Each library lives in a process of its own for the whole run; the operations go round robin over the libraries, so that a busy machine slows
all of them alike. Figures are medians over the rounds. Absolute figures mean little on another machine: read the ratios.
"""

from __future__ import annotations

import argparse
import json
import platform
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, NamedTuple

LEFT = (0, 6, 7)  # columns of text
HERE = Path(__file__).parent
LIBRARIES = ("kpod", "kubernetes", "lightkube")
LONGEST = 75.0  # seconds after which no further round begins

IMPORTS = {
    "kpod": "import kpod",
    "kpod, in use": "import kpod\nfrom kpod.api.core_v1 import Pod\nkpod.to_yaml(Pod())",
    "kubernetes": "from kubernetes import client",
    "lightkube": "from lightkube import Client\nfrom lightkube.resources.core_v1 import Pod",
}
PROBE = """
import sys, time
def resident():
    try:
        with open("/proc/self/status") as status:
            return next(int(line.split()[1]) for line in status if line.startswith("VmRSS")) / 1024
    except OSError:  # no Linux
        import resource
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
before, start = resident(), time.perf_counter()
exec(sys.argv[1], {})
print((time.perf_counter() - start) * 1000, resident() - before)
"""


class Row(NamedTuple):
    """One line of the table.

    Attributes:
        what: what is measured, as people read it.
        operation: its name in the worker, or in `IMPORTS`.
        measure: `per second`, `seconds`, `megabytes`; `ms` and `MB` for imports.
        against: the operation that the other libraries do, where it is another.
        ratio: how many times better than the official client it must be, or None.
        limit: what it may cost at most, in the row's unit, or None.
    """

    what: str
    operation: str
    measure: str
    against: str | None = None
    ratio: float | None = None
    limit: float | None = None


ROWS = (
    Row("import", "kpod", "ms", limit=100),
    Row("import", "kpod", "MB", limit=10),
    Row("import, a Pod written as YAML", "kpod, in use", "ms"),
    Row("import, a Pod written as YAML", "kpod, in use", "MB"),
    Row("build a Pod", "build", "per second", ratio=60),
    Row("to body", "to body", "per second", ratio=11),
    Row("to YAML", "to YAML", "per second", ratio=50),
    Row("from dict", "from dict", "per second", ratio=5),
    Row("from YAML", "from YAML", "per second"),
    Row("1,000-Pod list, whole", "list", "seconds"),
    Row("1,000-Pod list, whole", "list", "megabytes"),
    Row("1,000-Pod list, a watcher's view", "list, a view", "seconds", against="list", ratio=30, limit=0.05),
    Row("1,000-Pod list, a watcher's view", "list, a view", "megabytes", against="list", ratio=6, limit=6),
    Row("strategic merge of three Pods", "merge", "ms each", limit=0.3),
)


class Worker:
    """A library in its process."""

    def __init__(self, library: str, process: subprocess.Popen[str]) -> None:
        self.library = library
        self._process = process
        ready = self._answer()
        self.version: str = ready["version"]
        self.operations: frozenset[str] = frozenset(ready["operations"])

    def measure(self, operation: str, measure: str) -> float:
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps([operation, measure]) + "\n")
        self._process.stdin.flush()
        return float(self._answer())

    def _answer(self) -> Any:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise SystemExit(f"the process of {self.library} ended with {self._process.wait()}")
        return json.loads(line)


@contextmanager
def worker(library: str) -> Iterator[Worker]:
    command = [sys.executable, str(HERE / "worker.py"), library]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        yield Worker(library, process)


Figures = dict[tuple[str, str, str], list[float]]  # (library, operation, measure) -> one figure for each round


def measure_import(statement: str) -> tuple[float, float]:
    done = subprocess.run([sys.executable, "-c", PROBE, statement], capture_output=True, text=True, check=True)
    milliseconds, megabytes = done.stdout.split()
    return float(milliseconds), float(megabytes)


def run_round(workers: list[Worker], figures: Figures, *, first: bool) -> None:
    for name, statement in IMPORTS.items():
        milliseconds, megabytes = measure_import(statement)
        figures.setdefault((name, "import", "ms"), []).append(milliseconds)
        figures.setdefault((name, "import", "MB"), []).append(megabytes)
    for row in ROWS:
        if row.measure in ("ms", "MB") or (row.measure == "megabytes" and not first):
            continue  # imports are done, and memory is the same in each round
        measure = "per second" if row.measure == "ms each" else row.measure
        for each in workers:
            key = (each.library, row.operation, measure)
            if row.operation in each.operations:
                figures.setdefault(key, []).append(each.measure(row.operation, measure))


def values_of(figures: Figures, row: Row, library: str) -> list[float]:
    if row.measure in ("ms", "MB"):
        return figures.get((row.operation if library == "kpod" else library, "import", row.measure), [])
    operation = row.operation if library == "kpod" else row.against or row.operation
    return figures.get((library, operation, "per second" if row.measure == "ms each" else row.measure), [])


def figure(figures: Figures, row: Row, library: str) -> float | None:
    values = values_of(figures, row, library)
    if not values:
        return None
    median = statistics.median(values)
    return 1000 / median if row.measure == "ms each" else median


def better(row: Row, figures: Figures, library: str) -> float | None:
    """How many times better kpod is, faster or smaller: the median of the rounds' own ratios, since a round sees one machine."""
    pairs = list(zip(values_of(figures, row, "kpod"), values_of(figures, row, library), strict=False))
    if not pairs:
        return None
    return statistics.median(own / other if row.measure == "per second" else other / own for own, other in pairs)


def budget(row: Row, own: float, ratio: float | None) -> tuple[str, bool | None]:
    """The budget as text, and whether it is met; None where there is none."""
    wanted, met = [], []
    if row.limit is not None:
        wanted.append(f"at most {row.limit:g} {UNITS[row.measure]}")
        met.append(own <= row.limit)
    if row.ratio is not None:
        wanted.append(f"{row.ratio:g}x")
        met.append(ratio is not None and ratio >= row.ratio)
    return ", ".join(wanted), all(met) if met else None


UNITS = {"per second": "/s", "seconds": "s", "megabytes": "MB", "ms": "ms", "MB": "MB", "ms each": "ms"}


def results(figures: Figures) -> list[dict[str, Any]]:
    lines = []
    for row in ROWS:
        own = figure(figures, row, "kpod")
        assert own is not None
        others = {library: figure(figures, row, library) for library in LIBRARIES[1:]}
        ratios = {library: better(row, figures, library) for library in others}
        wanted, met = budget(row, own, ratios["kubernetes"])
        lines.append(
            {"what": row.what, "unit": UNITS[row.measure], "kpod": own, **others, "ratios": ratios, "budget": wanted or None, "met": met}
        )
    return lines


def show(lines: list[dict[str, Any]], versions: dict[str, str], rounds: int, taken: float) -> None:
    heads = ["", "kpod", *(f"{name} {versions[name]}" for name in LIBRARIES[1:]), "to kubernetes", "to lightkube", "budget", ""]
    table = [heads] + [cells(line) for line in lines]
    widths = [max(len(row[column]) for row in table) for column in range(len(heads))]
    for row in table:
        padded = [
            cell.ljust(width) if column in LEFT else cell.rjust(width) for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        print("  ".join(padded).rstrip())
    print(f"\nmedians of {rounds} interleaved rounds in {taken:.0f} s, Python {platform.python_version()}")
    print("rates and seconds by CPU time, imports by the clock; over 1x kpod is faster, or smaller")


def cells(line: dict[str, Any]) -> list[str]:
    figures = [line["kpod"], *(line[name] for name in LIBRARIES[1:])]
    ratios = [readable(ratio) + "x" if ratio else "-" for ratio in line["ratios"].values()]
    verdict = {None: "", True: "met", False: "MISSED"}[line["met"]]
    shown = [f"{readable(value)} {line['unit']}" if value is not None else "-" for value in figures]
    return [line["what"], *shown, *ratios, line["budget"] or "", verdict]


def readable(value: float) -> str:
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    parser.add_argument("--rounds", type=int, default=5, help="rounds to take medians of (default: %(default)s)")
    options = parser.parse_args()
    begun = time.monotonic()
    figures: Figures = {}
    rounds = 0
    for statement in IMPORTS.values():
        measure_import(statement)  # fills the caches of files and bytecode
    with ExitStack() as stack:
        workers = [stack.enter_context(worker(library)) for library in LIBRARIES]
        for number in range(options.rounds):
            start = time.monotonic()
            run_round(workers, figures, first=number == 0)
            rounds = number + 1
            if 2 * time.monotonic() - start - begun > LONGEST:
                break
    versions = {each.library: each.version for each in workers}
    lines, taken = results(figures), time.monotonic() - begun
    if options.json:
        print(json.dumps({"versions": versions, "rounds": rounds, "seconds": taken, "results": lines}, indent=2))
    else:
        show(lines, versions, rounds, taken)


if __name__ == "__main__":
    main()
