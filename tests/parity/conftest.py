"""Each kind that has an API class, and the bodies and schemas that the tests ask for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kpod.api import kinds
from tests.parity.full_bodies import Body, as_old_as, definition_name, every, read_definitions


@pytest.fixture(params=kinds.ALL, ids=lambda kind: f"{kind.api_version}-{kind.kind}")
def kind(request: pytest.FixtureRequest) -> kinds.Kind:
    """Each kind that has an API class."""
    return request.param  # type: ignore[no-any-return]


@pytest.fixture
def full_body(kind: kinds.Kind) -> Body:
    """A body of that kind with every field of the newest schema."""
    return every(kind)


@pytest.fixture(scope="session")
def definitions() -> Callable[..., dict[str, Any]]:
    """Reads the definitions of a version: `definitions("1.30", strict=True)`."""
    return lambda version, strict=False: read_definitions(version, strict)


@pytest.fixture
def body_as_old_as(kind: kinds.Kind, full_body: Body) -> Callable[[str], Body]:
    """Makes the full body of a kind as a version knows it."""
    return lambda version: as_old_as(version, full_body, kind.type)


@pytest.fixture
def definition(kind: kinds.Kind) -> str:
    """The name of the kind's definition."""
    return definition_name(kind)
