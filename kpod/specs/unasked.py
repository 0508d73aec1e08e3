"""`Unasked`: a default that can be told from the same word written by a person, so that it gives way to what lies below it."""

from __future__ import annotations


class Unasked(str):
    """A text that nobody wrote."""

    __slots__ = ()
