"""The examples of docs/convert.md are what comes out today. `KPOD_GOLDEN=write` writes what came out into the page."""

from __future__ import annotations

import os
import re
import shlex
import warnings
from pathlib import Path

from kpod.convert import ConvertWarning, from_docker, to_source

PAGE = Path(__file__).parents[2] / "docs" / "convert.md"
LINES = r"(?:(?!```)[^\n]*\n)*"
PAIR = re.compile(rf"```(yaml|sh)\n({LINES})```\n\n((?:(?![`#])[^\n]+\n+)*)```python\n({LINES})```")


def converted(language: str, text: str) -> str:
    if language == "yaml":
        return to_source(text)
    words = shlex.split(text.replace("\\\n", " "))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvertWarning)
        return to_source(from_docker(words))


def test_the_page_shows_what_comes_out() -> None:
    page = PAGE.read_text(encoding="utf-8")

    def anew(found: re.Match[str]) -> str:
        language, given, between, _ = found.groups()
        return f"```{language}\n{given}```\n\n{between}```python\n{converted(language, given)}```"

    written = PAIR.sub(anew, page)
    assert len(PAIR.findall(page)) >= 4
    if os.environ.get("KPOD_GOLDEN") == "write":
        PAGE.write_text(written, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == written
