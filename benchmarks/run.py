"""`make bench`: speed and size beside the official client 36 and 37, lightkube and bare msgspec, measured in one run, with the budgets.

Each library lives in a process of its own for the whole run; the operations go round robin over the libraries, so that a busy machine slows
all of them alike. Times are CPU time. Figures are medians over the rounds. Absolute figures mean little on another machine: read the
ratios. The official client 37 lives in an environment of its own (`.venv-37`), since both cannot be in one.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import startup
import watching
from rows import ROWS, UNITS, Row, verdict
from sample import POD

HERE = Path(__file__).parent
LEAST = 3  # rounds, however long they take
LONGEST = 150.0  # seconds after which no further round begins
JOBS = 5000
PODS = 1000


class Library(NamedTuple):
    """Who takes part.

    Attributes:
        name: the head of its column.
        worker: what the worker calls it.
        python: the interpreter that it is installed for.
        statement: what its users import.
    """

    name: str
    worker: str
    python: str
    statement: str


NEXT = HERE.parent / ".venv-37" / "bin" / "python"
KPOD = Library("kpod", "kpod", sys.executable, "import kpod")
OTHERS = (
    Library("kubernetes 36", "kubernetes", sys.executable, "from kubernetes import client"),
    Library("kubernetes 37", "kubernetes", str(NEXT), "from kubernetes import client"),
    Library("lightkube", "lightkube", sys.executable, "from lightkube import Client\nfrom lightkube.resources.core_v1 import Pod"),
    Library("msgspec", "msgspec", sys.executable, ""),
)
OFFICIAL = OTHERS[0].name
COMPARED = tuple(each.name for each in OTHERS[:3])
WRITING = "import kpod\nfrom kpod.api.core_v1 import Pod\nkpod.to_yaml(Pod())"

Figures = dict[tuple[str, str, str], list[float]]  # (library, operation, measure) -> one figure for each round


class Worker:
    """A library in its process."""

    def __init__(self, library: Library, process: subprocess.Popen[str]) -> None:
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
            raise SystemExit(f"the process of {self.library.name} ended with {self._process.wait()}")
        return json.loads(line)


@contextmanager
def worker(library: Library, *options: str) -> Iterator[Worker]:
    command = [library.python, str(HERE / "worker.py"), library.worker, *options]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        yield Worker(library, process)


def run_round(workers: list[Worker], figures: Figures, manifest: Path, *, first: bool) -> None:
    """Measure everything once; `first` says that memory, which is the same in each round, is still to be measured."""
    note_startup(workers, figures, manifest)
    for operation, measure in operations(first=first):
        for each in workers:
            if operation in each.operations:
                figures.setdefault((each.library.name, operation, measure), []).append(each.measure(operation, measure))


def operations(*, first: bool) -> list[tuple[str, str]]:
    """What the workers are asked for, each once."""
    wanted: dict[tuple[str, str], None] = {}
    for row in ROWS:
        measure = measure_of(row)
        if measure in ("per second", "seconds") or (measure == "megabytes" and first):
            names = (row.operation, row.against, row.beside and row.beside[0])
            wanted |= {(name, measure): None for name in names if name}
    return list(wanted)


def note_startup(workers: list[Worker], figures: Figures, manifest: Path) -> None:
    def note(library: str, operation: str, measure: str, value: float) -> None:
        figures.setdefault((library, operation, measure), []).append(value)

    statements = [(each.library, "import", each.library.statement) for each in workers]
    for library, operation, statement in [*statements, (KPOD, "import and write", WRITING)]:
        if statement:
            milliseconds, megabytes = startup.importing(library.python, statement)
            note(library.name, operation, "ms", milliseconds)
            note(library.name, operation, "MB", megabytes)
    for (operation, measure), value in {**startup.first_calls(), **startup.commands(manifest)}.items():
        note(KPOD.name, operation, measure, value)


def measure_of(row: Row) -> str:
    return "per second" if row.measure == "ms each" else row.measure


def values_of(figures: Figures, row: Row, library: str) -> list[float]:
    operation = row.operation if library == KPOD.name else row.against or row.operation
    return figures.get((library, operation, measure_of(row)), [])


def figure(figures: Figures, row: Row, library: str) -> float | None:
    values = values_of(figures, row, library)
    if not values:
        return None
    median = statistics.median(values)
    return 1000 / median if row.measure == "ms each" else median


def better(row: Row, own: list[float], other: list[float]) -> float | None:
    """How many times better `own` is, faster or smaller: the median of the rounds' own ratios, since a round sees one machine."""
    pairs = list(zip(own, other, strict=False))
    if not pairs:
        return None
    return statistics.median(one / two if measure_of(row) == "per second" else two / one for one, two in pairs)


def results(figures: Figures) -> list[dict[str, Any]]:
    """The table's lines; every row of `ROWS` is there."""
    lines = []
    for row in ROWS:
        values = values_of(figures, row, KPOD.name)
        own = figure(figures, row, KPOD.name)
        assert own is not None, f"{row.what} was not measured"
        others = {each.name: figure(figures, row, each.name) for each in OTHERS}
        ratios = {name: better(row, values, values_of(figures, row, name)) for name in COMPARED}
        beside = better(row, values, figures.get((KPOD.name, row.beside[0], measure_of(row)), [])) if row.beside else None
        wanted, met = verdict(row, own, ratios[OFFICIAL], beside)
        lines.append(
            {"what": row.what, "unit": UNITS[row.measure], "kpod": own, **others, "ratios": ratios, "budget": wanted or None, "met": met}
        )
    return lines


def show(lines: list[dict[str, Any]], versions: dict[str, str]) -> None:
    heads = ["", "kpod", *(each.name for each in OTHERS), *(f"to {name}" for name in COMPARED), "budget", ""]
    shown = [heads, ["", *(versions.get(each.name, "-") for each in (KPOD, *OTHERS)), *("" for _ in COMPARED), "", ""]]
    table = shown + [cells(line) for line in lines]
    widths = [max(len(row[column]) for row in table) for column in range(len(heads))]
    words = (0, len(heads) - 2, len(heads) - 1)
    for row in table:
        padded = [
            cell.ljust(width) if column in words else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        print("  ".join(padded).rstrip())


def cells(line: dict[str, Any]) -> list[str]:
    figures = [line["kpod"], *(line[each.name] for each in OTHERS)]
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
    parser.add_argument("--quick", action="store_true", help="only try that everything can be measured: the figures mean nothing")
    options = parser.parse_args()
    begun, figures, rounds = time.monotonic(), Figures(), 0
    small = ("--pods", "20", "--slice", "0.002") if options.quick else ("--pods", str(PODS))
    taking_part = [KPOD, *(each for each in OTHERS if Path(each.python).exists())]
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        if not options.quick:  # all have bytecode after the first start, in whatever environment they are
            os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
            os.environ["PYTHONPYCACHEPREFIX"] = str(folder / "bytecode")
        manifest = folder / "pod.yaml"
        manifest.write_text(json.dumps(POD))  # JSON is YAML
        workers = [stack.enter_context(worker(each, *small)) for each in taking_part]
        if not options.quick:
            note_startup(workers, {}, manifest)  # fills the caches of files and bytecode
        for number in range(1 if options.quick else options.rounds):
            start = time.monotonic()
            run_round(workers, figures, manifest, first=number == 0)
            rounds = number + 1
            if rounds >= LEAST and 2 * time.monotonic() - start - begun > LONGEST:
                break
    figures[KPOD.name, "watcher", "MB"] = [watching.measure(50 if options.quick else JOBS)["peak"]]
    versions = {each.library.name: each.version for each in workers}
    lines, taken = results(figures), time.monotonic() - begun
    if options.quick:  # nothing is judged
        lines = [line | {"met": None} for line in lines]
    if options.json:
        print(json.dumps({"versions": versions, "rounds": rounds, "seconds": taken, "results": lines}, indent=2))
        return
    show(lines, versions)
    print(f"\nmedians of {rounds} interleaved round{'s' * (rounds != 1)} in {taken:.0f} s, Python {platform.python_version()}")
    print("by CPU time; over 1x kpod is faster, or smaller; what a budget means, and why one is missed: docs/benchmarks.md")
    if options.quick:
        print("quick: with short lists and few calls these figures mean nothing")


if __name__ == "__main__":
    main()
