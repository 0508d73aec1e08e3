"""How many of the bodies that an API server refuses others refuse when they load them: the figures of docs/coming-from/index.md."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from kpod import rules
from tests.unit.rules.every import EVERY

PAGE = Path(__file__).parents[2] / "docs" / "coming-from" / "index.md"
REFUSED = [mistake.body for mistake in EVERY if mistake.server == "refuses"]


def told(library: str) -> int:
    """Return the figure in the page's row."""
    row = re.search(rf"^\| {re.escape(library)}[^|]*\| (\d+) \|$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    assert row, f"the page has no row for {library}"
    return int(row[1])


def refused(load: Callable[[dict[str, Any]], object], *errors: type[Exception]) -> int:
    count = 0
    for body in REFUSED:
        try:
            load(copy.deepcopy(body))
        except errors:
            count += 1
    return count


def test_kpod_names_each_of_them() -> None:
    assert sum(any(problem.level == "error" for problem in rules.check(body)) for body in REFUSED) == len(REFUSED) == told("kpod")


def test_the_official_client_refuses_few_of_them() -> None:
    from kubernetes import client

    generation = int(version("kubernetes").partition(".")[0])

    def load(body: dict[str, Any]) -> object:
        name = "CoreV1Event" if body.get("kind") == "Event" else f"V1{body.get('kind')}"
        if generation > 36:
            return getattr(client, name).from_dict(body)
        return client.ApiClient().deserialize(SimpleNamespace(data=json.dumps(body)), name)

    assert refused(load, ValueError, client.ApiException) == told(f"the official client {generation}")


def test_lightkube_refuses_few_of_them() -> None:
    try:
        version("lightkube")
    except PackageNotFoundError:
        pytest.skip("lightkube is not in this environment")
    import msgspec
    from lightkube import codecs

    assert refused(codecs.from_dict, msgspec.ValidationError) == told("lightkube")
