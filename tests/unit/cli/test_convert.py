from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from kpod.cli import main

POD = "apiVersion: v1\nkind: Pod\nmetadata: {name: etl}\nspec:\n  restartPolicy: Never\n  containers: [{name: main, image: 'etl:1'}]\n"
SECRET = "---\napiVersion: v1\nkind: Secret\nmetadata: {name: db}\nstringData: {PASSWORD: s3cr3t}\n"


def kpod(*words: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    code = main.main(["convert", *words])
    done = capsys.readouterr()
    return code, done.out, done.err


def test_a_file_becomes_python(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "pod.yaml"
    file.write_text(POD)
    assert kpod(str(file), capsys=capsys) == (0, 'from kpod import Pod\n\netl = Pod("etl:1", name="etl")\n', "")


def test_stdin_becomes_python(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(POD.encode())))
    code, out, _ = kpod("-", capsys=capsys)
    assert (code, out) == (0, 'from kpod import Pod\n\netl = Pod("etl:1", name="etl")\n')


def test_the_values_of_secrets_are_printed_only_when_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "all.yaml"
    file.write_text(POD + SECRET)
    for to in ("python", "yaml"):
        code, out, err = kpod(str(file), "--to", to, capsys=capsys)
        assert (code, "s3cr3t" in out, "db" in err, "--show-secrets" in err) == (0, False, True, True)
        code, out, err = kpod(str(file), "--to", to, "--show-secrets", capsys=capsys)
        assert (code, "s3cr3t" in out, err) == (0, True, "")


def test_dockers_arguments_become_python_and_yaml(capsys: pytest.CaptureFixture[str]) -> None:
    words = ("--", "run", "--rm", "-e", "A=b", "etl:1", "load", "--day", "1")
    code, out, err = kpod("--docker", *words, capsys=capsys)
    assert (code, out) == (0, 'from kpod import Pod\n\netl = Pod("etl:1", args=["load", "--day", "1"], envs={"A": "b"})\n')
    assert err == "warning: --rm: ignored, as a Pod has no terminal, runs in the background, and is deleted by its run\n"
    code, out, _ = kpod("--docker", "--to", "yaml", *words, capsys=capsys)
    assert (code, "kind: Pod" in out) == (0, True)


@pytest.mark.parametrize(
    ("words", "code", "text"),
    [
        (["--docker", "--", "run", "-e", "A", "etl:1"], 1, "which is not read"),
        (["a.yaml", "b.yaml"], 2, "one FILE or KIND/NAME"),
        (["not-there.yaml"], 2, "not-there.yaml: No such file or directory"),
        (["pod/etl", "--kubeconfig", "/not/there"], 2, "/not/there"),
    ],
)
def test_wrong_usage_has_its_code_and_text(words: list[str], code: int, text: str, capsys: pytest.CaptureFixture[str]) -> None:
    found, out, err = kpod(*words, capsys=capsys)
    assert (found, out) == (code, "")
    assert text in err


def test_broken_files_are_told_with_line_and_column(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "pod.yaml"
    file.write_text("apiVersion: v1\nkind: Pod\nspec:\n  containers: {name: x}\n")
    code, _, err = kpod(str(file), capsys=capsys)
    assert (code, f"{file}:4:" in err) == (1, True)


def test_a_file_of_pythons_own_comes_back(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "jobs.py"
    file.write_text('from kpod import Job, Pod\n\npod = Pod("etl:1")\njob = Job(pod, retries=2, name="etl")\n')
    code, out, _ = kpod(str(file), capsys=capsys)
    assert (code, out) == (0, 'from kpod import Job, Pod\n\netl = Job(Pod("etl:1"), retries=2, name="etl")\n')
