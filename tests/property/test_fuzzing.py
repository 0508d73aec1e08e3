"""One round of what `make fuzz` does for as long as one likes; the same inputs in each run."""

from __future__ import annotations

import pytest

from tests.property.fuzzing import TARGETS


@pytest.mark.parametrize("name", TARGETS)
def test_nothing_but_a_spec_error_comes_out(name: str) -> None:
    TARGETS[name].play(seed=1)
