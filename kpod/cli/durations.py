"""Durations as a person writes them: `90`, `10m`, `1h30m`; and deadlines: `pulled=10m`."""

from __future__ import annotations

import re

import click

UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86400}
STAGES = ("created", "scheduled", "pulled", "started")
"""The stages of a start, as `kpod.Deadlines` calls them; for the whole of a run there is `--timeout`."""


def parse_duration(text: str) -> float:
    """Return the seconds that a text means: a number of them, or numbers with `s`, `m`, `h`, `d`.

    Raises:
        click.BadParameter: it is no duration; the text names the forms that work.

    >>> parse_duration("1h30m")
    5400.0
    """
    text = text.strip()
    if re.fullmatch(r"\d+(\.\d+)?", text):
        seconds = float(text)
    elif re.fullmatch(r"(\d+(\.\d+)?[smhd])+", text):
        seconds = sum(float(number) * UNITS[unit] for number, unit in re.findall(r"([\d.]+)([smhd])", text))
    else:
        raise click.BadParameter(f"{text!r} is no duration; write seconds, or 90s, 10m, 1h30m, 2d")
    if seconds <= 0:
        raise click.BadParameter("a duration is longer than nothing")
    return seconds


def parse_deadline(text: str) -> tuple[str, float]:
    """Return the stage and the seconds that a text gives it.

    Raises:
        click.BadParameter: it is none.

    >>> parse_deadline("pulled=10m")
    ('pulled', 600.0)
    """
    stage, _, duration = text.partition("=")
    if stage not in STAGES or not duration:
        raise click.BadParameter(f"{text!r} is no deadline; write {', '.join(STAGES[:-1])} or {STAGES[-1]}=DURATION, as pulled=10m")
    return stage, parse_duration(duration)
