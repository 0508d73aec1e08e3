"""The wrappers that frame a result, run on this machine: the shell's in every shell that is here, and `kpod.result` itself."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import kpod.result
from kpod.specs.wrapper import IN_SHELL, SIDECAR
from kpod.status import results

SHELLS = [[shutil.which(name) or "", *more] for name, *more in (["sh"], ["dash"], ["bash"], ["busybox", "sh"]) if shutil.which(name)]
WRAPPERS = [*([*shell, "-c", IN_SHELL, "w"] for shell in SHELLS), [sys.executable, "-I", kpod.result.__file__, "--"]]


@pytest.fixture(params=WRAPPERS, ids=lambda words: Path(words[0]).name + words[1][:3])
def wrapper(request: pytest.FixtureRequest) -> list[str]:
    found: list[str] = request.param
    return found


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "result"
    path.touch()
    return path


def start(words: list[str], file: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(words, env={**os.environ, "KPOD_RESULT": str(file)}, stdout=subprocess.PIPE, text=True)


def value(file: Path, log: str) -> bytes:
    frame = results.read_frame(file.read_text())
    return frame.data if frame.data is not None else results.read_block(frame, log.splitlines())


@pytest.mark.parametrize("size", [0, 1, 1000, 1451, 1452, 1453, 1454, 1455, 1456, 3001, 70_000])
def test_a_wrapper_frames_what_its_command_wrote(wrapper: list[str], file: Path, size: int) -> None:
    data = bytes(number % 251 for number in range(size))
    (file.parent / "data").write_bytes(data)
    process = start([*wrapper, "sh", "-c", 'echo hello; cat "$1" > $KPOD_RESULT', "x", str(file.parent / "data")], file)
    log, _ = process.communicate(timeout=200)
    assert process.returncode == 0
    assert value(file, log) == data
    assert log.startswith("hello\n")
    assert len(file.read_text()) <= 2048


@pytest.mark.parametrize(("script", "code"), [("exit 0", 0), ("exit 3", 3), ("exit 127", 127), ("kill -9 $$", 137), ("exit 255", 255)])
def test_a_wrapper_keeps_the_exit_code_and_frames_only_success(wrapper: list[str], file: Path, script: str, code: int) -> None:
    process = start([*wrapper, "sh", "-c", f"echo 7 > $KPOD_RESULT; {script}"], file)
    process.communicate(timeout=200)
    assert process.returncode == code
    assert file.read_text().startswith("kpod-result/1 message 2 " if code == 0 else "7\n")


@pytest.mark.parametrize("code", [0, 7, 143])
def test_a_wrapper_passes_sigterm_on_and_waits_for_the_command(wrapper: list[str], file: Path, code: int) -> None:
    script = f"trap 'sleep 0.3; echo 8 > $KPOD_RESULT; exit {code}' TERM; echo ready; while :; do sleep 0.05; done"
    process = start([*wrapper, "sh", "-c", script], file)
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    process.send_signal(signal.SIGTERM)
    process.communicate(timeout=200)
    assert process.returncode == code
    assert ("message 2 " in file.read_text()) is (code == 0)


def test_a_wrapper_leaves_a_frame_that_its_command_made(wrapper: list[str], file: Path) -> None:
    words = [sys.executable, "-c", "import kpod.result; kpod.result.write(b'x' * 5000)"]
    process = start([*wrapper, *words], file)
    log, _ = process.communicate(timeout=200)
    assert value(file, log) == b"x" * 5000


@pytest.mark.parametrize("shell", SHELLS, ids=lambda words: Path(words[0]).name)
def test_a_missing_tool_is_named(shell: list[str], file: Path, tmp_path: Path) -> None:
    folder = tmp_path / "bin"
    folder.mkdir()
    for name in ("head", "tr", "sh", "cat", "sha256sum", "wc"):
        (folder / name).symlink_to(shutil.which(name) or "")
    script = IN_SHELL.replace("base64 sha256sum", "no-such-base64 sha256sum")  # busybox's shell has its tools inside
    process = subprocess.run([*shell, "-c", script, "w", "true"], env={"PATH": str(folder), "KPOD_RESULT": str(file)}, timeout=200)
    assert process.returncode == 0
    with pytest.raises(results.Flawed, match="the image has no no-such-base64") as caught:
        results.read_frame(file.read_text())
    assert caught.value.kind == results.MISSING


@pytest.mark.parametrize("shell", SHELLS, ids=lambda words: Path(words[0]).name)
@pytest.mark.parametrize("data", [None, b"", b"\x00\xff" * 2000])
def test_the_helper_frames_the_file_when_it_is_told_to_go(shell: list[str], tmp_path: Path, data: bytes | None) -> None:
    file, out = tmp_path / "result", tmp_path / "message"
    script = (
        SIDECAR.replace("/dev/termination-log", str(out))
        .replace("told=\n", "told=\necho ready\n", 1)
        .replace("echo ready\ntrap 'told=1' TERM", "trap 'told=1' TERM\necho ready")
    )
    process = start([*shell, "-c", script], file)
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    if data is not None:
        file.write_bytes(data)
    process.send_signal(signal.SIGTERM)
    log, _ = process.communicate(timeout=200)
    if data is None:
        with pytest.raises(results.Flawed) as caught:
            value(out, log)
        assert caught.value.kind == results.MISSING
    else:
        assert value(out, log) == data


def test_a_program_that_is_not_there_is_127(file: Path) -> None:
    process = start([sys.executable, "-m", "kpod.result", "--", "no-such-program"], file)
    process.communicate(timeout=200)
    assert process.returncode == 127


def test_kubernetes_finds_nothing_to_expand_in_the_scripts() -> None:
    for script in (IN_SHELL, SIDECAR):
        assert "$(" not in script
        assert "$$" not in script


def test_the_program_needs_the_standard_library_alone() -> None:
    code = "import runpy, sys; runpy.run_path(sys.argv[1]); print(sorted(n for n in sys.modules if n[:4] in ('kpod', 'attr')))"
    done = subprocess.run([sys.executable, "-I", "-c", code, kpod.result.__file__], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
