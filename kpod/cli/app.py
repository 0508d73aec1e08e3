"""The table of commands, and what happens to their errors.

Each command is a module with a `command`, imported when it is asked for: `kpod render` loads neither a client nor an embedded cluster. An
error of kpod becomes its own text on stderr and an exit code; anything else is a bug of kpod, and shows its traceback.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module

import click

import kpod
from kpod.cli import exits
from kpod.errors import KpodError, SpecError

COMMANDS = {
    "run": "kpod.cli.run",
    "ps": "kpod.cli.ps",
    "logs": "kpod.cli.logs",
    "wait": "kpod.cli.wait",
    "events": "kpod.cli.events",
    "timeline": "kpod.cli.timeline",
    "rm": "kpod.cli.rm",
    "render": "kpod.cli.render",
    "validate": "kpod.cli.validate",
    "merge": "kpod.cli.merge",
    "diff": "kpod.cli.diff",
    "explain": "kpod.cli.explain",
    "completion": "kpod.cli.completion",
    "convert": "kpod.cli.convert",
    "local": "kpod.cli.local",
}


class Commands(click.Group):
    """A group whose commands are imported on their first use."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the command, or return None."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(COMMANDS[cmd_name]).command
        return command


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 120})
@click.version_option(kpod.__version__, prog_name="kpod")
@click.pass_context
def kpod_command(ctx: click.Context) -> None:
    """Describe Kubernetes work, run it, and know how it ended."""
    if os.environ.get("NO_COLOR"):
        ctx.color = False


def run(args: Sequence[str]) -> int:
    """Run one command and return its exit code."""
    is_run = list(args[:1]) == ["run"]
    try:
        code = kpod_command.main(list(args), prog_name="kpod", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return exits.TROUBLE if is_run else exits.USAGE
    except click.Abort:
        click.echo("kpod: interrupted", err=True)
        return exits.INTERRUPTED
    except KpodError as error:
        click.echo(str(error) if isinstance(error, SpecError) else f"kpod: {error}", err=True)
        return exits.of_error(error, run=is_run)
    sys.stdout.flush()
    return code if isinstance(code, int) else exits.DONE
