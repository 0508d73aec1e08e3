"""`kpod run` in a pseudo-terminal: the live line, keys that are pressed meanwhile, and that the docs show what is shown."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kpod import testing
from tests.conformance.shell import EXECUTABLE
from tools.record_run import NAME, on_a_terminal, words_of_run
from tools.terminal import CTRL_C, Terminal, screen

RECORDED = Path(__file__).parents[2] / "docs" / "img" / "run.txt"
ERASE = "\x1b[2K"


def command(namespace: str, image: str, script: str) -> list[str]:
    return [str(EXECUTABLE), "run", "--namespace", namespace, "--image", image, "--", "sh", "-c", script]


@pytest.mark.real
def test_progress_is_one_live_line_below_the_log(environment: dict[str, str], namespace: str, image: str) -> None:
    with Terminal(command(namespace, image, "echo one; sleep 2; echo two; exit 3"), environment) as terminal:
        pass
    assert terminal.code == 3
    assert "\x1b[31m\x1b[1mfailed\x1b[0m: container main" in terminal.shown
    assert ERASE in terminal.shown
    assert len(re.findall(r"created \d+\.\ds  scheduled \d+\.\ds.*?  running \d+\.\ds", terminal.shown)) > 3, terminal.shown
    one, two, stages, end = screen(terminal.shown).splitlines()[1:5]
    assert (one, two) == ("one", "two")
    assert re.fullmatch(r"\S+  created \d+\.\ds  scheduled \d+\.\ds  pulled \d+\.\ds  running \d+\.\ds", stages)
    assert "failed: container main exited with 3" in end


@pytest.mark.real
def test_what_the_docs_show_is_what_a_terminal_shows(environment: dict[str, str], namespace: str, image: str) -> None:
    shown = on_a_terminal(words_of_run(image, namespace), environment)
    _, recorded = RECORDED.read_text(encoding="utf-8").split("\n", 1)
    assert shape(shown, namespace) == shape(recorded, "data")


def shape(text: str, namespace: str) -> list[str]:
    """The lines without what differs from run to run, and from cluster to cluster."""
    text = text.replace(f"namespace {namespace}", "namespace NAMESPACE")
    text = re.sub(r"in context \S+,", "in context CONTEXT,", text)
    text = re.sub(r" on \S+ after \d+ s", " on NODE after N s", text)
    text = re.sub(r"\d+\.\ds", "Ns", text)
    return [line for line in text.splitlines() if line.startswith((NAME, "reading", "writing"))]


@pytest.mark.real
def test_ctrl_c_cancels_the_run_and_deletes_it(
    environment: dict[str, str], namespace: str, image: str, is_empty: Callable[[], bool]
) -> None:
    with Terminal(command(namespace, image, "trap exit TERM; echo started; sleep 300 & wait"), environment) as terminal:
        terminal.read("started")
        terminal.press(CTRL_C)
    assert terminal.code == 130
    assert "interrupted: cancelling and deleting it (Ctrl-C again: leave it as it is)" in screen(terminal.shown)
    assert "Traceback" not in terminal.shown
    assert is_empty()


def test_a_second_ctrl_c_leaves_at_once_and_says_how_to_delete_it_later() -> None:
    if os.environ.get("KPOD_TEST_KUBECONFIG"):
        pytest.skip("only the embedded cluster keeps a delete waiting")
    with testing.cluster() as kube:
        kube.script("*", testing.Running(600))
        kube.faults.add(testing.Latency(60, verb="delete"))
        environment: dict[str, Any] = {"PATH": os.environ["PATH"], "KUBECONFIG": str(kube.kubeconfig)}
        with Terminal(command("default", "any", "true"), environment) as terminal:
            terminal.read("running")
            terminal.press(CTRL_C)
            terminal.read("cancelling and deleting it")
            terminal.press(CTRL_C)
        assert terminal.code == 130
        assert re.search(r"left as it is; delete it by: kpod rm \S+ --namespace default", screen(terminal.shown))
        assert "Traceback" not in terminal.shown
