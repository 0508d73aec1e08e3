"""`kpod wait`: wait for the end of runs, and say how each ended. It changes nothing: a run that is not waited for any more goes on."""

from __future__ import annotations

import json
import time
from collections.abc import Sequence
from typing import Any

import click

from kpod.cli import clusters, console, exits, output, runs
from kpod.cli.durations import parse_duration
from kpod.errors import WaitTimeoutError


@click.command("wait", short_help="Wait for the end of runs.")
@click.argument("names", metavar="NAME|KEY...", nargs=-1, required=True)
@click.option("--timeout", type=parse_duration, metavar="DURATION", help="Wait no longer than this for all of them: 90s, 10m, 1h.")
@output.option("text", "json")
@clusters.options
def command(names: Sequence[str], timeout: float | None, output: str, where: clusters.Where) -> int:
    """Wait until runs have ended, found by their names or keys, and say how each one did.

    The exit code is 0 where all succeeded, 1 where one did not, 124 where the time passed first.
    """
    deadline = None if timeout is None else time.monotonic() + timeout
    code, told = exits.DONE, []
    try:
        with where.connect() as cluster:
            for run in [runs.find(name, cluster, namespace=where.namespace) for name in names]:
                outcome = None
                try:
                    outcome = run.wait(None if deadline is None else max(0.0, deadline - time.monotonic()))
                    code = code if outcome.ok else max(code, exits.FINDING)
                except WaitTimeoutError as error:
                    code = exits.TIMEOUT
                    outcome = error.outcome
                if output == "text" and outcome is not None:
                    console.end(run.ref.name, outcome)
                told.append(_told(run, outcome))
    except KeyboardInterrupt:
        return exits.INTERRUPTED
    if output == "json":
        click.echo(json.dumps(told, indent=2))
    return code


def _told(run: Any, outcome: Any) -> dict[str, Any]:
    return {"run": runs.address(run), "outcome": None if outcome is None else runs.plain(outcome)}
