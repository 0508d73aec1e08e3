"""The benchmarks' own verdicts, shortened: outcomes while everything goes wrong, and what is asked of a server while nothing happens."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"


def table_of(name: str, *words: str) -> str:
    """Run a benchmark; fails where it is not content, with its table."""
    done = subprocess.run([sys.executable, str(BENCHMARKS / name), *words], capture_output=True, text=True, timeout=250, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_every_outcome_is_right_and_nothing_is_launched_twice_while_everything_goes_wrong() -> None:
    """`make soak` with 60 Jobs instead of 2,000."""
    table = table_of("soak.py", "--jobs", "60", "--kills", "1", "--seed", "5")
    assert "wrong outcomes                  0" in table
    assert "launched twice                  0" in table


def test_jobs_that_run_cost_no_request_and_their_ends_two_writes_each() -> None:
    """`make idle` for 20 s instead of ten minutes: longer than all that the watcher waits for, but for the renewal of its watches."""
    table = table_of("idle.py", "--jobs", "40", "--foreign", "200", "--seconds", "20")
    assert "idle       no request" in table
    assert "writes for each Job                  2.00" in table
