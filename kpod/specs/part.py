"""What the type checkers see of "the official client's models are accepted too".

Its generation 36 has no types, and that of 37 is not at hand where 36 is installed; so a model is whatever has the method that all of them
have, and nothing of kpod's.
"""

from __future__ import annotations

from typing import Any, Protocol


class Model(Protocol):
    """A model of the official client, as `V1Probe`."""

    def to_dict(self) -> Any:
        """Return its fields under Python's names; kpod does not call it."""
        ...
