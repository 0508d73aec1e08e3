"""`kpod completion`: the script that lets a shell complete commands, options and file names.

The script asks kpod for each word, so it stays true when kpod changes. Nothing is installed: it is printed.
"""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

VARIABLE = "_KPOD_COMPLETE"


@click.command("completion", short_help="Print the completion script of a shell.")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def command(context: click.Context, shell: str) -> None:
    """Print the completion script of a shell.

    bash: eval "$(kpod completion bash)" in ~/.bashrc. zsh: the same in ~/.zshrc, after compinit. fish: kpod completion fish | source.
    """
    made = get_completion_class(shell)
    if made is None:  # pragma: no cover  click brings all three
        raise click.UsageError(f"click knows no completion for {shell}")
    click.echo(made(context.find_root().command, {}, "kpod", VARIABLE).source())
