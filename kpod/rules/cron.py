"""Rules about a CronJob's schedule and time zone, read as the CronJob controller reads them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache

from kpod.rules.scope import Found, Scope, text, whole

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAYS = ("sun", "mon", "tue", "wed", "thu", "fri", "sat")
_FIELDS: tuple[tuple[str, int, int, dict[str, int]], ...] = (
    ("minute", 0, 59, {}),
    ("hour", 0, 23, {}),
    ("day of the month", 1, 31, {}),
    ("month", 1, 12, {name: number for number, name in enumerate(_MONTHS, 1)}),
    ("day of the week", 0, 6, {name: number for number, name in enumerate(_DAYS)}),
)
_WORDS = ("@yearly", "@annually", "@monthly", "@weekly", "@daily", "@midnight", "@hourly")
_DURATION = re.compile(r"[-+]?(0|(\d+(\.\d*)?|\.\d+)(ns|us|µs|μs|ms|s|m|h))((\d+(\.\d*)?|\.\d+)(ns|us|µs|μs|ms|s|m|h))*", re.ASCII)
_TOO_SHORT = 10


def schedule(scope: Scope) -> Iterator[Found]:
    """A CronJob's schedule has five fields within their ranges, or is a word as `@daily`; its time zone stands in `timeZone`."""
    given = text(scope.value, "schedule")
    if given is None:
        return
    wrong = wrong_schedule(given)
    if wrong:
        yield scope.found("schedule", message=wrong[0], fix=wrong[1])


def wrong_schedule(given: str) -> tuple[str, str] | None:
    """Say what is wrong with a schedule, and what to write instead.

    >>> wrong_schedule("60 5 * * *")
    ('60 is no minute: it lies between 0 and 59', 'minute hour day month weekday, as 0 5 * * 1')
    """
    form = "minute hour day month weekday, as 0 5 * * 1"
    if given.startswith(("TZ=", "CRON_TZ=")):
        return "the schedule holds a time zone", "write it as timeZone: Europe/Berlin"
    if not given:
        return "the schedule is empty", form
    if given.startswith("@"):
        if given in _WORDS or (given.startswith("@every ") and _DURATION.fullmatch(given[7:])):
            return None
        near = get_close_matches(given, _WORDS, 1)
        return f'"{given}" is no schedule', f"did you mean {near[0]}?" if near else f"write one of {', '.join(_WORDS)}"
    parts = given.split()
    if len(parts) != 5:
        return f"a schedule has five fields, not {len(parts)}", form
    for part, (what, low, high, words) in zip(parts, _FIELDS, strict=True):
        for each in part.split(","):
            if each or not part.replace(",", ""):
                message = _wrong_range(each, what, low, high, words)
                if message:
                    return message, form
    return None


def _wrong_range(each: str, what: str, low: int, high: int, words: dict[str, int]) -> str:
    span, slash, step = each.partition("/")
    if slash and not _number(step):
        return f'"{each}" has no step: a whole number of 1 or more stands after /'
    if span.split("-")[0] in ("*", "?"):  # whatever follows is not read: `*-5` is `*`
        return ""
    ends = []
    for end in span.split("-"):
        number = words.get(end.lower(), _number(end))
        if number is None:
            return f'"{end or each}" is no {what}'
        if not low <= number <= high:
            return f"{end} is no {what}: it lies between {low} and {high}"
        ends.append(number)
    if len(ends) > 2:
        return f'"{span}" is no range'
    return f"{span} ends before it begins" if len(ends) == 2 and ends[1] < ends[0] else ""


def _number(text: str) -> int | None:
    """Read a whole number as the controller does, with a sign too; of a long one the beginning, which is out of every range."""
    digits = text.removeprefix("+")
    return int(digits.lstrip("0")[:9] or "0") if digits.isdecimal() and digits.isascii() else None


def time_zone(scope: Scope) -> Iterator[Found]:
    """The time zone is a name of the tz database."""
    given = text(scope.value, "timeZone")
    if given is None:
        return
    if given == "" or given.lower() == "local":
        yield scope.found(
            "timeZone", message=f'"{given}" is no time zone', fix="as Etc/UTC or Europe/Berlin; leave it out for the server's"
        )
        return
    known = _zones()
    if known and given not in known.values():
        near = get_close_matches(given.lower(), known, 1)
        fix = f"did you mean {known[near[0]]}?" if near else "as Etc/UTC or Europe/Berlin"
        yield scope.found("timeZone", message=f'there is no time zone "{given}"', fix=fix)


@cache
def _zones() -> dict[str, str]:
    """The names of the machine's tz database in lower case; empty where it has none, and then no name is judged."""
    import zoneinfo

    return {name.lower(): name for name in zoneinfo.available_timezones()}


def starting_deadline(scope: Scope) -> Iterator[Found]:
    """The controller looks every ten seconds: a shorter deadline lets starts slip."""
    seconds = whole(scope.value, "startingDeadlineSeconds")
    if seconds is not None and 0 <= seconds < _TOO_SHORT:
        message = f"the controller looks every {_TOO_SHORT} seconds, so starts may slip through"
        yield scope.found("startingDeadlineSeconds", message=message, fix=f"write {_TOO_SHORT} or more")
