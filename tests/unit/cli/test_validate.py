"""`kpod validate` on files, folders and stdin: versions, Pod Security, what is left of a file that is half unreadable."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from kpod.cli import main

GOOD = """
apiVersion: v1
kind: Pod
metadata: {name: good}
spec:
  containers:
  - name: main
    image: etl:1
"""
BAD = """
apiVersion: v1
kind: Pod
metadata: {name: Bad}
spec:
  hostUsers: false
  containers:
  - name: main
    image: etl:1
"""


def run(*args: str) -> int:
    return main.main(["validate", *args])


def test_the_documents_beside_an_unreadable_one_are_checked_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "two.yaml"
    file.write_text(f"{BAD}---\n- a list\n---\n{BAD}")
    assert run(str(file)) == 1
    out = capsys.readouterr().out
    assert out.count("[name]") == 2
    assert f"{file}:11:1  error  this document is a list; a manifest is a mapping" in out


def test_what_stands_before_broken_yaml_is_checked_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "broken.yaml"
    file.write_text(f"{BAD}---\nkind: [\n")
    assert run(str(file)) == 1
    out = capsys.readouterr().out
    assert "[name]" in out
    assert "[yaml-syntax]" in out


def test_a_folder_is_read_to_its_depth(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "deep" / "er").mkdir(parents=True)
    (tmp_path / "good.yaml").write_text(GOOD)
    (tmp_path / "deep" / "broken.yml").write_text("a: [\n")
    (tmp_path / "deep" / "er" / "bad.json").write_text(json.dumps({"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "A"}}))
    (tmp_path / "deep" / "notes.txt").write_text("no manifest")
    assert run(str(tmp_path)) == 1
    out = capsys.readouterr().out
    assert [line.rsplit("[")[-1] for line in out.splitlines()] == ["yaml-syntax]", "name]"]


def test_a_folder_without_manifests_is_wrong_usage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(str(tmp_path)) == 2
    assert "there is no .yaml, .yml or .json file" in capsys.readouterr().err


def test_stdin_is_read(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(BAD.encode())))
    assert run("-") == 1
    assert capsys.readouterr().out.startswith("stdin:4:18  error  metadata.name: ")


def test_a_field_that_a_server_does_not_know_is_told_with_its_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "pod.yaml"
    file.write_text(BAD.replace("Bad", "bad"))
    assert run(str(file), "--kubernetes", "1.33") == 0
    assert run(str(file), "--kubernetes", "1.30") == 1
    out = capsys.readouterr().out
    assert out == (
        f"{file}:6:14  error  spec.hostUsers: hostUsers needs a server of 1.33 or newer, not 1.30; "
        "leave it out, or use a server of 1.33 or newer  [kubernetes-version]\n"
    )
    assert run(str(file), "--kubernetes", "latest") == 2


def test_what_a_namespace_forbids_is_told_with_its_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "pod.yaml"
    file.write_text(GOOD)
    assert run(str(file), "--pod-security", "baseline") == 0
    assert run(str(file), "--pod-security", "restricted", "--output", "json") == 1
    found = json.loads(capsys.readouterr().out)
    assert found["errors"] == 4
    assert {(problem["rule"], problem["line"]) for problem in found["problems"]} == {("pod-security", 7)}


def test_a_scalar_that_is_read_as_another_type_is_told_of_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "yes.yaml"
    file.write_text(f"{GOOD}    env:\n    - {{name: A, value: yes}}\n    - {{name: B, value: 0400}}\n    args: no\n    stdin: on\n")
    assert run(str(file), "--output", "json") == 1
    problems = json.loads(capsys.readouterr().out)["problems"]
    assert [(each["line"], each["level"], each["rule"], each["fix"]) for each in problems] == [
        (10, "error", "type", 'write "yes"'),
        (11, "error", "type", 'write "0400"'),
        (12, "error", "type", "write a list"),
        (13, "warning", "yaml-boolean", 'write true, or write "on" with its quotes if it is a text'),
    ]
    assert problems[0]["message"] == "the value true stands here instead of text (yes is read as the boolean true)"


def test_the_problems_of_a_file_come_in_the_order_of_its_lines(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "two.yaml"
    file.write_text(f"{GOOD}    env: [{{name: A, value: a}}, {{name: A, value: b}}]\n---{BAD}")
    assert run(str(file), "--pod-security", "baseline", "--kubernetes", "1.24") == 1
    lines = [int(line.split(":")[1]) for line in capsys.readouterr().out.splitlines()]
    assert len(set(lines)) > 2
    assert lines == sorted(lines)
