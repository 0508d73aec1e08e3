"""What begins anew in each process: imports, first calls, the command line. By CPU time, so that a busy machine does not count."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent

Measured = dict[tuple[str, str], float]  # (operation, measure) -> figure

PROBE = """
import sys, time
def resident():
    try:
        with open("/proc/self/status") as status:
            return next(int(line.split()[1]) for line in status if line.startswith("VmRSS")) / 1024
    except OSError:  # no Linux
        import resource
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
before, start = resident(), time.process_time()
exec(sys.argv[1], {})
print((time.process_time() - start) * 1000, resident() - before)
"""


def importing(python: str, statement: str) -> tuple[float, float]:
    """Milliseconds and megabytes of a statement in a bare interpreter."""
    done = subprocess.run([python, "-c", PROBE, statement], capture_output=True, text=True, check=True)
    milliseconds, megabytes = done.stdout.split()
    return float(milliseconds), float(megabytes)


def first_calls() -> Measured:
    """Milliseconds of the first call of each operation in a process that has loaded the modules for it."""
    done = subprocess.run([sys.executable, str(HERE / "worker.py"), "kpod", "--first"], capture_output=True, text=True, check=True)
    return {(f"first {operation}", "ms"): value for operation, value in json.loads(done.stdout).items()}


def commands(manifest: Path) -> Measured:
    """Milliseconds that commands take, the interpreter's own start among them."""
    asked = {"kpod --help": ["--help"], "kpod validate": ["validate", str(manifest)], "kpod render": ["render", str(manifest)]}
    found: Measured = {}
    for name, arguments in asked.items():
        before = _of_children()
        subprocess.run([sys.executable, "-m", "kpod.cli.main", *arguments], capture_output=True, check=True)
        found[name, "ms"] = (_of_children() - before) * 1000
    return found


def _of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
