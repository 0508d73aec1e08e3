"""Small pure parts: durations, the Status column, selectors."""

from __future__ import annotations

from typing import Any

import pytest

from kpod.local import selectors, tables


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [
        (5, "5s"),
        (119, "119s"),
        (185, "3m5s"),
        (700, "11m"),
        (7300, "121m"),
        (12_000, "3h20m"),
        (100_000, "27h"),
        (300_000, "3d11h"),
        (-5, "<invalid>"),
    ],
)
def test_a_duration_is_shown_in_short_words(seconds: float, shown: str) -> None:
    assert tables.duration(seconds) == shown


@pytest.mark.parametrize(
    ("status", "word"),
    [
        ({"phase": "Pending"}, "Pending"),
        ({"phase": "Failed", "reason": "Evicted"}, "Evicted"),
        ({"phase": "Pending", "containerStatuses": [{"name": "main", "state": {"waiting": {"reason": "ErrImagePull"}}}]}, "ErrImagePull"),
        ({"phase": "Succeeded", "containerStatuses": [{"name": "main", "state": {"terminated": {"reason": "Completed"}}}]}, "Completed"),
        ({"phase": "Failed", "containerStatuses": [{"name": "main", "state": {"terminated": {"exitCode": 3}}}]}, "ExitCode:3"),
        ({"phase": "Pending", "initContainerStatuses": [{"name": "init", "state": {"running": {}}}]}, "Init:0/1"),
    ],
)
def test_the_status_of_a_pod_is_its_most_telling_reason(status: dict[str, Any], word: str) -> None:
    body = {"metadata": {"name": "p"}, "spec": {"initContainers": [{"name": "init"}]}, "status": status}
    assert tables.pod_reason(body, status.get("initContainerStatuses", []), status.get("containerStatuses", [])) == word


def test_a_selector_object_asks_the_same_as_its_text() -> None:
    asks = selectors.of_selector({"matchLabels": {"a": "1"}, "matchExpressions": [{"key": "b", "operator": "NotIn", "values": ["2", "3"]}]})
    assert asks({"metadata": {"labels": {"a": "1"}}})
    assert not asks({"metadata": {"labels": {"a": "1", "b": "3"}}})
