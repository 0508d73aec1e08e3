"""The cookbook shows files of `examples/` and no copies of them, each with what it makes, and its list of recipes is whole."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.golden.test_examples import ALL, FOLDER, SCRIPTS

ROOT = FOLDER.parent
PAGES = sorted((ROOT / "docs" / "cookbook").glob("*.md"))
COMING_FROM = sorted((ROOT / "docs" / "coming-from").glob("*.md"))
SNIPPET = re.compile(r'^ *--8<-- "([^"]+)"$', re.MULTILINE)
FENCE = re.compile(r"^( *)```\w+\n(.*?)^\1```$", re.MULTILINE | re.DOTALL)
RECIPE = re.compile(r"^## (.+)$", re.MULTILINE)
SHOWN = [name for page in PAGES for name in SNIPPET.findall(page.read_text(encoding="utf-8"))]


def anchor(title: str) -> str:
    return re.sub(r"[^\w\- ]", "", title.lower()).strip().replace(" ", "-")


def test_there_are_more_recipes_than_promised() -> None:
    assert len([name for name in SHOWN if name.endswith(".py")]) >= 25


@pytest.mark.parametrize("page", [*PAGES, *COMING_FROM], ids=lambda page: page.stem)
def test_a_page_shows_files_and_copies_nothing(page: Path) -> None:
    blocks = [block.strip() for _, block in FENCE.findall(page.read_text(encoding="utf-8"))]
    assert [block for block in blocks if not SNIPPET.fullmatch(block)] == []


def test_what_is_shown_is_there() -> None:
    assert [name for name in SHOWN if not (ROOT / name).is_file()] == []


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.stem)
def test_each_example_is_shown_with_what_it_makes(path: Path) -> None:
    golden = path.with_suffix(".txt" if path in SCRIPTS else ".yaml")
    assert SHOWN.count(f"examples/{path.name}") == 1
    assert SHOWN.count(f"examples/{golden.name}") == 1


def test_each_side_that_is_run_is_shown() -> None:
    shown = {name for page in COMING_FROM for name in SNIPPET.findall(page.read_text(encoding="utf-8"))}
    assert shown == {f"examples/coming_from/{path.name}" for path in (FOLDER / "coming_from").glob("*.py")}


def test_the_list_of_recipes_is_whole() -> None:
    index = (ROOT / "docs" / "cookbook" / "index.md").read_text(encoding="utf-8")
    for page in PAGES:
        if page.stem in ("index", "testing"):
            continue
        for title in RECIPE.findall(page.read_text(encoding="utf-8")):
            assert f"- [{title}]({page.name}#{anchor(title)})" in index
