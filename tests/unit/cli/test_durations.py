from __future__ import annotations

import click
import pytest

from kpod.cli.durations import parse_duration


@pytest.mark.parametrize(("text", "seconds"), [("90", 90), ("0.5", 0.5), ("90s", 90), ("10m", 600), ("1h30m", 5400), ("2d", 172800)])
def test_a_duration_is_seconds_or_numbers_with_units(text: str, seconds: float) -> None:
    assert parse_duration(text) == seconds


@pytest.mark.parametrize("text", ["", "ten", "10 m", "1w", "-5", "0", "m", "1h-2m"])
def test_what_is_no_duration_is_refused_with_the_forms_that_work(text: str) -> None:
    with pytest.raises(click.BadParameter, match=r"1h30m|longer than nothing"):
        parse_duration(text)
