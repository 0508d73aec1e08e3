from __future__ import annotations

import subprocess
import sys

import pytest

from kpod.cli import main

HEAVY = ("kubernetes", "aiohttp", "asyncio", "cattrs", "yaml", "msgspec", "rich", "airflow")


def python(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, text=True, timeout=200)


def test_importing_main_loads_nothing_heavy() -> None:
    done = python(f"import kpod.cli.main, sys; print([name for name in {HEAVY} + ('click',) if name in sys.modules])")
    assert done.stdout.strip() == "[]", done.stderr


def test_the_help_of_every_command_loads_nothing_heavy() -> None:
    done = python(f"import kpod.cli.main as m, sys; m.main(['--help']); print([name for name in {HEAVY} if name in sys.modules])")
    assert done.stdout.splitlines()[-1] == "[]", done.stdout + done.stderr


@pytest.mark.parametrize("package", ["click", "rich"])
def test_without_the_extra_there_is_one_sentence_that_names_it(package: str) -> None:
    code = f"import sys; sys.modules[{package!r}] = None; import kpod.cli.main as m; sys.exit(m.main(['--version']))"
    done = python(code)
    assert done.returncode == 2
    assert done.stderr == f"kpod: the command line needs the package {package}; install it by: pip install 'kpod[cli]'\n"


def test_the_version_is_the_package_s(capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("kpod, version 0.1.0")


@pytest.mark.parametrize(
    ("words", "code", "text"),
    [
        (["fly"], 2, "No such command 'fly'"),
        (["render"], 2, "Missing argument 'FILE...'"),
        (["render", "not-there.py"], 2, "not-there.py: No such file or directory"),
        (["validate", "--level", "quantity=loud", "x.yaml"], 2, "RULE=warning"),
        (["run"], 125, "say what to run"),
        (["run", "--image", "x", "--timeout", "soon", "--", "true"], 125, "1h30m"),
        (["run", "job.yaml", "--memory", "1Gi"], 125, "go with --image"),
        (["run", "--image", "x", "--local", "--context", "prod"], 125, "--local names the embedded cluster"),
        (["run", "--image", "x", "--env", "NOT_SET_ANYWHERE"], 125, "NOT_SET_ANYWHERE is not set here"),
        (["local", "up", "--image", "x"], 2, "NAME=FOLDER"),
        (["local", "up", "--image", "x=/not/there"], 2, "is no folder"),
        (["local", "up", "--images", "host", "--image", "x=host"], 2, "does not go with"),
    ],
)
def test_wrong_usage_is_one_clear_text(capsys: pytest.CaptureFixture[str], words: list[str], code: int, text: str) -> None:
    assert main.main(words) == code
    out, err = capsys.readouterr()
    assert not out
    assert text in err
    assert "Traceback" not in err
