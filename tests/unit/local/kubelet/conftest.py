"""The machine, as far as it can isolate, and nodes on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from kpod.local.kubelet import isolation
from kpod.local.kubelet.isolation import Isolation
from tests.unit.local.kubelet.world import Body, World


@pytest.fixture(scope="session")
def machine() -> Isolation:
    found = isolation.probe()
    if not found.works:
        pytest.skip(f"this machine cannot isolate containers: {found.problem}")
    return found


@pytest.fixture
def make_world(tmp_path: Path, machine: Isolation) -> Iterator[Callable[..., World]]:
    worlds: list[World] = []

    def make(**options: Any) -> World:
        worlds.append(World(tmp_path / f"kubelet-{len(worlds)}", **options).start())
        return worlds[-1]

    yield make
    for world in worlds:
        world.stop()
        assert not list((world.root / "pods").glob("*")), "a Pod's folder was left behind"


@pytest.fixture
def world(make_world: Callable[..., World]) -> World:
    return make_world()


def main_state(pod: Body, index: int = 0) -> Body:
    state: Body = pod["status"]["containerStatuses"][index]["state"]
    return state


@pytest.fixture
def state() -> Callable[..., Body]:
    return main_state
