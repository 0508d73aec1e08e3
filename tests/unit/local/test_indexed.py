"""Indexed Jobs on a store, with the test as the node: retries by index, and indexes that Pods hold."""

from __future__ import annotations

from typing import Any

import pytest

from kpod.local.controllers import indexes
from tests.unit.local.test_controllers import Stage, scene

INDEXED: dict[str, Any] = {"completionMode": "Indexed", "completions": 3, "parallelism": 3}


def pods_of(stage: Stage, index: int) -> list[dict[str, Any]]:
    return [pod for pod in stage.pods() if indexes.index_of(pod) == index]


def test_an_index_that_failed_is_tried_again_after_its_own_pause() -> None:
    async def play(stage: Stage) -> None:
        await stage.job(**INDEXED, backoffLimitPerIndex=1, backoffLimit=2147483647)
        await stage.end(pods_of(stage, 1)[0], 3)
        assert len(pods_of(stage, 1)) == 1
        await stage.store.clock.advance(11)
        await stage.settle()
        first, again = sorted(pods_of(stage, 1), key=indexes.failures)
        assert (indexes.failures(first), indexes.failures(again)) == (0, 1)
        assert [len(pods_of(stage, index)) for index in (0, 2)] == [1, 1]
        await stage.end(again, 3)
        await stage.end(pods_of(stage, 0)[0])
        assert stage.look()["status"]["failedIndexes"] == "1"
        assert stage.conditions() == []
        await stage.end(pods_of(stage, 2)[0])
        assert [each[2] for each in stage.conditions()] == ["FailedIndexes", "FailedIndexes"]

    scene(play)


def test_an_index_counts_once_and_a_deleted_pod_is_replaced_by_one_of_its_index() -> None:
    async def play(stage: Stage) -> None:
        await stage.job(**{**INDEXED, "parallelism": 1}, backoffLimit=6)
        (pod,) = stage.pods()
        assert indexes.index_of(pod) == 0
        await stage.run(pod)
        stage.store.delete("pods", "default", pod["metadata"]["name"])
        await stage.settle()
        await stage.end(pod, 143, last=True)
        await stage.store.clock.advance(11)
        await stage.settle()
        for index in range(3):
            await stage.end(pods_of(stage, index)[-1])
        status = stage.look()["status"]
        assert (status["completedIndexes"], status["succeeded"], status["failed"]) == ("0-2", 3, 1)

    scene(play)


@pytest.mark.parametrize(("text", "numbers"), [("", set()), ("0", {0}), ("0,1", {0, 1}), ("0-2,5,7,8", {0, 1, 2, 5, 7, 8})])
def test_lists_of_indexes_are_read_as_they_are_written(text: str, numbers: set[int]) -> None:
    assert indexes.parse(text) == numbers
    assert indexes.show(numbers) == text
