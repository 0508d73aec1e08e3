"""mypy strict and pyright strict, one run each: they accept every right use, and find every wrong one and nothing else.

Each file is checked without its `# type: ignore`s; the lines that had one are the lines that both must refuse.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
IGNORE = re.compile(r"\s*# (type|pyright): ignore\[[^]]*\]")
FILES = sorted(path.name for path in HERE.glob("*.py") if not path.name.startswith("test_"))
Lines = dict[str, set[int]]

pytestmark = pytest.mark.slow  # each checker reads all of kpod


def wrong_lines(name: str) -> set[int]:
    """The lines of a file that both checkers must refuse."""
    return {number for number, line in enumerate((HERE / name).read_text().splitlines(), 1) if IGNORE.search(line)}


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files without their ignores."""
    folder = tmp_path_factory.mktemp("typing")
    for name in FILES:
        (folder / name).write_text("\n".join(IGNORE.sub("", line) for line in (HERE / name).read_text().splitlines()) + "\n")
    return folder


def run(*command: str) -> str:
    done = subprocess.run([sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode in (0, 1), done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def mypy(bare: Path) -> Lines:
    lines: Lines = {name: set() for name in FILES}
    for line in run("mypy", "--output", "json", "--cache-dir", str(ROOT / ".mypy_cache"), str(bare)).splitlines():
        found = json.loads(line)
        if found["severity"] == "error":
            lines[Path(found["file"]).name].add(found["line"])
    return lines


@pytest.fixture(scope="module")
def pyright(bare: Path) -> Lines:
    settings = {"include": [str(bare)], "pythonVersion": "3.10", "typeCheckingMode": "strict", "reportPrivateUsage": False}
    quiet = {"reportUnusedExpression": False, "reportUnnecessaryTypeIgnoreComment": False}
    (bare / "pyrightconfig.json").write_text(json.dumps({**settings, **quiet}))
    answer = json.loads(run("pyright", "--project", str(bare), "--pythonpath", sys.executable, "--outputjson"))
    lines: Lines = {name: set() for name in FILES}
    for found in answer["generalDiagnostics"]:
        if found["severity"] == "error":
            lines[Path(found["file"]).name].add(found["range"]["start"]["line"] + 1)
    return lines


@pytest.mark.parametrize("name", FILES)
def test_mypy_finds_each_wrong_use_and_no_other(mypy: Lines, name: str) -> None:
    assert mypy[name] == wrong_lines(name)


@pytest.mark.parametrize("name", FILES)
def test_pyright_finds_each_wrong_use_and_no_other(pyright: Lines, name: str) -> None:
    assert pyright[name] == wrong_lines(name)


def test_there_are_thirty_of_each() -> None:
    assert sum(len(wrong_lines(name)) for name in FILES) >= 80
    uses = re.compile(r"^(assert_type\(|[A-Z]\w*[(.]|\w+(: [\w.]+)? = (?!Any))", re.MULTILINE)
    assert sum(len(uses.findall((HERE / name).read_text())) for name in FILES if name.startswith("right")) >= 30
