"""An extension for mkdocstrings: doctests that stand in a docstring's text are shown as code.

The parser of Google's style knows them under `Examples:` only; elsewhere Markdown takes `>>>` for quotations.
"""

from __future__ import annotations

import re
from typing import Any

import griffe

DOCTEST = re.compile(r"^>>> .*\n?(?:^(?!$).*\n?)*(?:\n(?=>>> )(?:^(?!$).*\n?)*)*", re.MULTILINE)


class Doctests(griffe.Extension):
    """Puts fences around doctests."""

    def on_instance(self, *, obj: griffe.Object, **kwargs: Any) -> None:
        """Change the docstring of each object as it is read."""
        if obj.docstring is not None and ">>> " in obj.docstring.value:
            obj.docstring.value = DOCTEST.sub(lambda found: f"```pycon\n{found[0].rstrip()}\n```\n", obj.docstring.value)
