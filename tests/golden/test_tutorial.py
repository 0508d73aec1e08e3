"""The tutorial is run: its Python and its shell, in order, and what they print is what the page shows.

`KPOD_REGENERATE=1 pytest tests/golden/test_tutorial.py` writes what came out into the page; read the difference before you keep it.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

PAGE = Path(__file__).parents[2] / "docs" / "tutorial.md"
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LOOSE = (
    (re.compile(r"127\.0\.0\.1:\d+"), "127.0.0.1:PORT"),
    (re.compile(r"\b\d+(\.\d+)? ?(s|ms|seconds)\b"), "TIME"),
    (re.compile(r"\bpid \d+"), "pid PID"),
    (re.compile(r"\b(hello|busybox)-[a-z0-9]{4,}\b"), r"\1-SUFFIX"),
    (re.compile(r"^greet  \w+ TIME\n", re.MULTILINE), ""),  # which stages are seen depends on how fast they pass
    (re.compile(r"^  event: .*\n", re.MULTILINE), ""),  # whether an event is there already, too
    (re.compile(r"[ \t]+$", re.MULTILINE), ""),
)


def loosened(text: str) -> str:
    """Return the text without what differs from run to run."""
    for pattern, word in LOOSE:
        text = pattern.sub(word, text)
    return text.strip()


def run_python(code: str, names: dict[str, Any]) -> str:
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(compile(code, str(PAGE), "exec"), names)
    return out.getvalue()


def run_console(block: str, folder: Path) -> str:
    """Run the lines that begin with `$ `, and return the block with what they print."""
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}", "NO_COLOR": "1"}
    shown = []
    for line in block.splitlines():
        if line.startswith("$ export "):
            name, _, value = line.removeprefix("$ export ").partition("=")
            os.environ[name] = os.path.expanduser(value)
            shown.append(line)
        elif line.startswith("$ "):
            done = subprocess.run(
                line[2:], shell=True, cwd=folder, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=200
            )
            shown.append(f"{line}\n{done.stdout}".rstrip("\n").replace(os.path.expanduser("~"), "~"))
    return "\n".join(shown) + "\n"


def run_page(page: str, folder: Path) -> str:
    """Run every block, and return the page with what came out in place of what it shows."""
    names: dict[str, Any] = {"__name__": "tutorial"}
    parts, end, printed = [], 0, ""
    for fence in FENCE.finditer(page):
        language, block = fence.groups()
        if language == "python":
            assert not printed, f"the page does not show what came out before this block:\n{printed}"
            printed = run_python(block, names)
        elif language == "text":
            block, printed = printed.rstrip("\n") + "\n", ""
        elif language == "yaml":
            (folder / "job.yaml").write_text(block)
        elif language == "console":
            block = run_console(block, folder)
        parts += [page[end : fence.start(2)], block]
        end = fence.end(2)
    assert not printed, f"the page does not show what came out at its end:\n{printed}"
    return "".join([*parts, page[end:]])


def test_the_tutorial_shows_what_comes_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KUBECONFIG", "")  # the page exports it
    page = PAGE.read_text(encoding="utf-8")
    try:
        came_out = run_page(page, tmp_path)
    finally:
        run_console("$ kpod local down", tmp_path)
    if os.environ.get("KPOD_REGENERATE"):
        PAGE.write_text(came_out, encoding="utf-8")
        pytest.fail("the page was written anew; look at it and run this again")
    assert loosened(came_out) == loosened(page)


def test_the_front_page_s_example_prints_what_it_says() -> None:
    page = PAGE.with_name("index.md").read_text(encoding="utf-8")
    blocks = [block for language, block in FENCE.findall(page) if language == "python"]
    promised = [line.partition("  # ")[2] for block in blocks for line in block.splitlines() if "print(" in line]
    assert [line for block in blocks for line in run_python(block, {}).splitlines()] == promised
