"""The generated files are what the generator writes from the schemas."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def generate(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(ROOT / "tools/generate_api.py"), *arguments], capture_output=True, text=True, timeout=200, check=False
    )


def test_the_generated_files_are_fresh() -> None:
    done = generate("--check")
    assert (done.returncode, done.stdout) == (0, ""), done.stdout + done.stderr


def test_check_names_the_files_that_are_changed_missing_or_left_over(tmp_path: Path) -> None:
    assert generate("--folder", str(tmp_path)).returncode == 0
    made = {path.name for path in tmp_path.iterdir()}
    assert made >= {"core_v1.py", "batch_v1.py", "kinds.py", "schema.py"}
    (tmp_path / "core_v1.py").write_text((tmp_path / "core_v1.py").read_text() + "# edited\n")
    (tmp_path / "kinds.py").unlink()
    (tmp_path / "apps_v1.py").write_text('"""Written by tools/generate_api.py\n"""\n')
    (tmp_path / "object.py").write_text('"""Written by hand."""\n')
    done = generate("--check", "--folder", str(tmp_path))
    assert done.returncode == 1
    assert [line.split(" ")[0].rsplit("/", 1)[1] for line in done.stdout.splitlines()] == ["core_v1.py", "kinds.py", "apps_v1.py"]
