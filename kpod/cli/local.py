"""`kpod local`: the embedded cluster that stays until it is told to go.

It starts and stops `python -m kpod.local` and tells where it listens. It never becomes the default of any other command: those want
`--local`.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Literal

import click

from kpod.cli import console, exits


@click.group("local", short_help="Start and stop the embedded cluster.")
def command() -> None:
    """Start and stop the embedded cluster: Kubernetes' API and processes of this machine, for development and tests."""


def _image(text: str) -> tuple[str, Literal["host"] | Path]:
    name, _, place = text.partition("=")
    if not name or not place:
        raise click.BadParameter(f"{text!r} is not NAME=FOLDER or NAME=host", param_hint="--image")
    if place == "host":
        return name, "host"
    folder = Path(place).expanduser()
    if not folder.is_dir():
        raise click.BadParameter(f"{place} is no folder", param_hint="--image")
    return name, folder.resolve()


@command.command("up", short_help="Start it in the background.")
@click.option("--images", type=click.Choice(["host"]), help="host: every image name means this machine's own files.")
@click.option(
    "--image",
    "mapped",
    multiple=True,
    metavar="NAME=FOLDER",
    help="What an image name means: a folder as root, a virtual environment, or host.",
)
@click.option("--host-path", "host_paths", multiple=True, metavar="FOLDER", help="A folder that hostPath volumes may use.")
@click.option("--port", type=int, default=0, help="By default one that is free.")
@click.option("--output", type=click.Choice(["text", "json"]), default="text", show_default=True)
def up(images: Literal["host"] | None, mapped: Sequence[str], host_paths: Sequence[str], port: int, output: str) -> int:
    """Start the embedded cluster in the background, or tell that it is up."""
    if images and mapped:
        raise click.UsageError("--images host maps every name; it does not go with --image")
    images_by_name = dict(_image(text) for text in mapped)
    from kpod.local import daemon

    state = daemon.up(images=images or images_by_name or None, host_paths=host_paths, port=port)
    _tell(state, output)
    return exits.DONE


@command.command("down", short_help="Stop it; its objects are forgotten.")
def down() -> int:
    """Stop the embedded cluster and every container in it."""
    from kpod.local import daemon

    console.note("the embedded cluster is down" if daemon.down() else "no embedded cluster was up")
    return exits.DONE


@command.command("status", short_help="Say whether it is up, and where.")
@click.option("--output", type=click.Choice(["text", "json"]), default="text", show_default=True)
def status(output: str) -> int:
    """Say whether the embedded cluster is up, and where. The exit code is 1 where it is not."""
    from kpod.local import daemon

    state = daemon.status()
    if state is None:
        click.echo(json.dumps({"up": False}) if output == "json" else "down; start it by: kpod local up")
        return exits.FINDING
    _tell(state, output)
    return exits.DONE


def _tell(state: Any, output: str) -> None:
    if output == "json":
        click.echo(json.dumps({"up": True, "pid": state.pid, "url": state.url, "kubeconfig": str(state.kubeconfig)}, indent=2))
    else:
        click.echo(f"up at {state.url} (pid {state.pid})")
        click.echo(f"export KUBECONFIG={state.kubeconfig}")
