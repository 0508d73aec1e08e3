"""`kpod render` and `kpod validate`, on files, without a cluster: the texts are the golden ones."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from textwrap import dedent

import pytest

from kpod.cli import main


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(folder: Path, name: str, text: str) -> str:
    (folder / name).write_text(dedent(text).lstrip())
    return name


ETL = """
    from kpod import Job, Pod, Resources, Secret

    print("this is no YAML")
    db = Secret("db", {"PASSWORD": "canary-value"})
    etl = Pod("etl:1", name="etl", args=["load"], envs={"REGION": "eu", "PASSWORD": db["PASSWORD"]}, resources=Resources(memory="1Gi"))
    job = Job(etl, retries=2)
    alone = Pod("report:1", name="report")
    if __name__ == "__main__":
        raise SystemExit("never")
"""


def test_render_prints_what_stands_alone_and_leaves_secrets_out(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["render", write(folder, "etl.py", ETL)]) == 0
    out, err = capsys.readouterr()
    assert [line for line in out.splitlines() if line.startswith("kind:")] == ["kind: Job", "kind: Pod"]
    assert "canary-value" not in out + err
    assert "this is no YAML" in err
    assert "left out, for their values would be in clear: Secret db (--with-secrets prints them)" in err


def test_render_prints_one_by_its_variable_or_its_name(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = write(folder, "etl.py", ETL)
    assert main.main(["render", file, "--name", "alone"]) == 0
    by_variable = capsys.readouterr().out
    assert main.main(["render", file, "--name", "report"]) == 0
    assert capsys.readouterr().out == by_variable
    assert by_variable.startswith("apiVersion: v1\nkind: Pod\n")


def test_render_prints_secrets_when_asked(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["render", write(folder, "etl.py", ETL), "--with-secrets"]) == 0
    out = capsys.readouterr().out
    assert out.count("kind: Secret") == 1


def test_render_names_what_there_is(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["render", write(folder, "etl.py", ETL), "--name", "elt"]) == 2
    assert "nothing named 'elt'; there is: db, etl, job, alone" in capsys.readouterr().err


def test_render_reads_stdin(folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    text = "kind: Pod\napiVersion: v1\nmetadata: {name: p}\nspec: {containers: [{name: main, image: x}]}\n"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    assert main.main(["render", "-"]) == 0
    assert "  - name: main\n" in capsys.readouterr().out.replace("- image", "  - image")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("from kpod import Pod\nx = Pod(img='a')\n", "bad.py:2  error  TypeError:"),
        ("x = (\n", "bad.py:1:5  error  SyntaxError: '(' was never closed  [python]"),
        ("def f():\n    return 1 / 0\n\n\nf()\n", "bad.py:2  error  ZeroDivisionError: division by zero  [python]"),
        ("import nothing_of_that_name\n", "bad.py:1  error  ModuleNotFoundError: No module named 'nothing_of_that_name'  [python]"),
        ("raise SystemExit(0)\n", 'bad.py:1  error  the file ends the process; put it under: if __name__ == "__main__"  [python]'),
        ("from kpod import Resources\n\nr = Resources(memory='1Gb')\n", "bad.py:3  error  "),
    ],
)
def test_what_a_python_file_raises_is_a_problem_with_its_line(
    folder: Path, capsys: pytest.CaptureFixture[str], text: str, said: str
) -> None:
    assert main.main(["render", write(folder, "bad.py", text)]) == 1
    out, err = capsys.readouterr()
    assert not out
    assert err.startswith(said), err
    assert "Traceback" not in err


JOB = """
    apiVersion: batch/v1
    kind: Job
    metadata:
      name: load
      labels:
        team: data science
    spec:
      template:
        spec:
          restartPolicy: Never
          containers:
          - name: main
            image: etl:1
            imagePulPolicy: Never
            resources:
              limits:
                memory: 1Gb
"""


def test_validate_tells_every_problem_with_line_and_column(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["validate", write(folder, "job.yaml", JOB)]) == 1
    out, err = capsys.readouterr()
    assert not err
    heads = sorted(line.split("  ")[0] for line in out.splitlines())
    assert [head.rsplit(":", 1)[0] for head in heads] == ["job.yaml:14", "job.yaml:17", "job.yaml:6"]
    for word in ("data science", "imagePullPolicy", "1Gi", "[quantity]", "[label]", "[unknown-field]"):
        assert word in out


def test_validate_says_the_same_in_json(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["validate", write(folder, "job.yaml", JOB), "--output", "json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert (told["errors"], told["warnings"], told["files"]) == (3, 0, ["job.yaml"])
    assert {problem["line"] for problem in told["problems"]} == {6, 14, 17}


def test_validate_lets_rules_be_lowered(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = [
        "validate",
        write(folder, "job.yaml", JOB),
        "--level",
        "label=warning",
        "--level",
        "unknown-field=warning",
        "--level",
        "quantity=off",
    ]
    assert main.main(words) == 0
    assert [line.split("  ")[1] for line in capsys.readouterr().out.splitlines()] == ["warning", "warning"]


def test_validate_names_the_rule_that_was_meant(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["validate", "x.yaml", "--level", "quantty=off"]) == 2
    assert "did you mean quantity?" in capsys.readouterr().err


def test_validate_names_the_line_of_a_python_file_s_variable(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = write(folder, "pods.py", "import kpod\n\nbad = kpod.api.core_v1.Pod(metadata=kpod.api.meta_v1.ObjectMeta(name='Bad Name'))\n")
    assert main.main(["validate", file]) == 1
    assert capsys.readouterr().out.startswith("pods.py:3  error  ")


def test_validate_says_nothing_of_good_files(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["validate", write(folder, "etl.py", ETL)]) == 0
    assert capsys.readouterr().out == ""


def test_validate_tells_the_tab(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "tab.yaml").write_text("apiVersion: v1\nkind: Pod\nmetadata:\n\tname: p\n")
    assert main.main(["validate", "tab.yaml"]) == 1
    out = capsys.readouterr().out
    assert out.startswith("tab.yaml:4:1  error  ")
    assert "tab" in out


def test_validate_tells_what_is_no_text(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "zip.yaml").write_bytes(b"a: b\n\xff\xfe")
    assert main.main(["validate", "zip.yaml"]) == 1
    assert capsys.readouterr().out == "zip.yaml:2  error  the file is not UTF-8 text  [encoding]\n"


def test_render_says_that_a_file_without_objects_has_none(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["render", write(folder, "nothing.py", "x = 1")]) == 2
    assert "nothing.py describes no object\n" in capsys.readouterr().err


def test_run_says_which_of_several_is_meant(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = write(folder, "etl.py", ETL)
    assert main.main(["run", file]) == 125
    assert "describes 2 runs; say which by --name: job (Job), alone (Pod)" in capsys.readouterr().err
