"""What the rules say about each mistake, word for word, to be read as a whole. `KPOD_GOLDEN=write` writes it anew."""

from __future__ import annotations

import os
from pathlib import Path

from kpod import rules
from tests.unit.rules.cases import MISTAKES

GOLDEN = Path(__file__).with_name("messages.txt")


def test_the_messages_about_the_common_mistakes_are_these() -> None:
    text = "".join(f"{mistake.name}\n    {problem}\n" for mistake in MISTAKES for problem in rules.check(mistake.body))
    if os.environ.get("KPOD_GOLDEN") == "write":
        GOLDEN.write_text(text)
    assert text == GOLDEN.read_text()
