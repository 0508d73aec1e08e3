"""The tables of the pages are complete: what the code has and a page should name, it names."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from airflow_integration.executor.settings import OPTIONS
from kpod.cli import app, exits
from kpod.errors import ConfigError
from kpod.kube.config import find
from kpod.status import Category

DOCS = Path(__file__).parents[2] / "docs"
ROOMS = sorted(path.stem for path in (DOCS.parent / "kpod").iterdir() if path.suffix == ".py" or (path / "__init__.py").exists())


def page(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def options(command: click.Command, name: str) -> list[str]:
    if isinstance(command, click.Group):
        context = click.Context(command)
        return [each for sub in command.list_commands(context) for each in options(command.get_command(context, sub) or command, sub)]
    return [option.opts[0] for option in command.params if isinstance(option, click.Option)]


@pytest.mark.parametrize("name", list(app.COMMANDS))
def test_the_page_of_the_command_line_names_every_option(name: str) -> None:
    command = app.kpod_command.get_command(click.Context(app.kpod_command), name)
    assert command is not None
    text = page("cli.md")
    assert f"## kpod {name}\n" in text
    assert [option for option in options(command, name) if option not in text] == []


@pytest.mark.parametrize("name", ["cli.md", "outcomes.md"])
def test_the_exit_codes_are_named(name: str) -> None:
    codes = (exits.TIMEOUT, exits.TROUBLE, exits.REJECTED, exits.INTERRUPTED, exits.TERMINATED)
    assert [code for code in codes if str(code) not in page(name)] == []


def test_every_category_has_a_row() -> None:
    assert [each.value for each in Category if f"| `{each.value}` |" not in page("outcomes.md")] == []


def test_every_setting_of_the_executor_has_its_row() -> None:
    text = page("airflow.md")
    rows = [f"| `{each.name}` | {f'`{each.default}`' if each.default else ''} | {each.description} |" for each in OPTIONS]
    assert [row for row in rows if row not in text] == []


def test_the_page_of_the_command_line_names_the_clusters_in_the_order_in_which_they_are_tried(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("KUBECONFIG", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    with pytest.raises(ConfigError) as error:
        find()
    words = {"$KUBECONFIG": "`$KUBECONFIG`", "the service account of a Pod": "itself runs in", ".kube/config": "`~/.kube/config`"}
    where = page("cli.md").partition("## Which cluster")[2].partition("\n## ")[0]
    tried, told = str(error.value), [where.index(word) for word in words.values()]
    assert [tried.index(word) for word in words] == sorted(tried.index(word) for word in words)
    assert told == sorted(told)


def test_the_picture_of_the_rooms_and_the_page_for_contributors_have_the_layers_of_the_contract() -> None:
    contract = (DOCS.parent / "pyproject.toml").read_text(encoding="utf-8").partition("layers = [")[2].partition("\n]")[0]
    layers = [re.findall(r"kpod\.(\w+)", line) for line in contract.strip().splitlines()]
    drawn: dict[str, list[str]] = {}
    for y, room in re.findall(r'<text x="[\d.]+" y="(\d+)">(\w+)</text>', page("img/rooms.svg")):
        drawn.setdefault(y, []).append(room)
    assert [row for row in drawn.values() if row != ["airflow_integration"]] == layers
    told = page("../CONTRIBUTING.md").partition("| room |")[2]
    assert [room for layer in layers for room in layer if f"`{room}`" not in told] == []


def test_every_dependency_has_its_reason_among_the_decisions() -> None:
    sections = re.split(r"\n(?=\[)", (DOCS.parent / "pyproject.toml").read_text(encoding="utf-8"))
    lists = [text for text in sections if text.startswith(("[project]", "[project.optional-dependencies]", "[dependency-groups]"))]
    lists[0] = lists[0].partition("\ndependencies = ")[2]
    text = re.sub(r"""include-group = "\w+"|#.*""", "", "".join(lists))
    names = set(re.findall(r'"([A-Za-z][\w.-]+)[^"]*"', text)) - {"kpod"}
    told = page("decisions/README.md").partition("## Dependencies")[2]
    assert len(names) >= 30
    assert sorted(name for name in names if f"`{name}`" not in told) == []


def test_no_page_installs_the_other_project_that_has_this_name_on_pypi() -> None:
    pages = [DOCS.parent / "README.md", *DOCS.rglob("*.md")]
    assert [path.name for path in pages if re.search(r"install '?kpod\[", path.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize("room", [room for room in ROOMS if room not in ("__init__", "quantity", "names")])
def test_every_room_has_a_page(room: str) -> None:
    assert (DOCS / "rooms" / f"{room}.md").exists()
