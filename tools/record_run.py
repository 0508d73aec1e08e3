"""Record what the docs show of a run: `kpod run` as a terminal shows it, and its timeline as a picture.

    .venv/bin/python tools/record_run.py                         on an embedded cluster of its own
    .venv/bin/python tools/record_run.py --kubeconfig FILE --image NAME --namespace NAMESPACE

It runs the real executable in a pseudo-terminal and writes `docs/img/run.txt`, what is left on the screen when the run has
ended, without the colours, and `docs/img/timeline.svg` and `.txt`, a Job that is tried twice. What is written here is never edited by hand.
"""

from __future__ import annotations

import argparse
import os
import pty
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from kpod import local

IMAGES = Path(__file__).resolve().parents[1] / "docs" / "img"
EXECUTABLE = Path(sys.executable).with_name("kpod")
SCRIPT = "echo reading; sleep 2; echo writing; sleep 1; exit 3"
NAME = "etl-7f3a"
TRIED_TWICE = """
from kpod import Container, Job, Pod

pod = Pod({image!r}, cmds=["sh", "-c", "sleep 4; exit 3"], init=[Container({image!r}, cmds=["sleep", "2"])], name="load-5c1e")
job = Job(pod, retries=1)
"""


@contextmanager
def place(arguments: argparse.Namespace) -> Iterator[tuple[str, str, str]]:
    """The kubeconfig, the namespace and the image to run in."""
    if arguments.kubeconfig:
        yield arguments.kubeconfig, arguments.namespace, arguments.image
        return
    with local.cluster(images="host", namespace="data") as cluster:
        yield str(cluster.kubeconfig), "data", "python:3.12"


def on_a_terminal(words: list[str], environment: dict[str, str]) -> str:
    """Run a command in a pseudo-terminal and return all that it wrote."""
    ours, theirs = pty.openpty()
    shown = b""
    with subprocess.Popen(words, stdin=theirs, stdout=theirs, stderr=theirs, env=environment):
        os.close(theirs)
        try:
            while piece := os.read(ours, 65536):
                shown += piece
        except OSError:
            pass  # how Linux says that nobody holds the other end any more
    os.close(ours)
    return shown.decode()


def screen(text: str) -> str:
    """What is left on the screen: colours gone, and of each line what was written last."""
    text = re.sub(r"\x1b\[(\?25[hl]|[\d;]*m)", "", text).replace("\r\n", "\n")
    lines: list[str] = []
    for line in text.split("\n"):
        while "\x1b[1A" in line:  # the cursor went up: the live line before is written over
            _, _, line = line.partition("\x1b[1A")
            if lines:
                lines.pop()
        lines.append(re.split(r"\x1b\[2K", line)[-1].split("\r")[-1])
    return "\n".join(line.rstrip() for line in lines).strip("\n") + "\n"


def main() -> None:
    """Record both."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kubeconfig")
    parser.add_argument("--namespace", default="default")
    parser.add_argument("--image", default="busybox:1")
    arguments = parser.parse_args()
    with TemporaryDirectory() as temporary, place(arguments) as (kubeconfig, namespace, image):
        folder = Path(temporary)
        environment = {**os.environ, "KUBECONFIG": kubeconfig, "TERM": "xterm", "COLUMNS": "100"}
        words = ["run", "--image", image, "--name", NAME, "--namespace", namespace, "--", "sh", "-c", SCRIPT]
        shown = screen(on_a_terminal([str(EXECUTABLE), *words], environment))
        command = f'$ kpod {" ".join(words[:-1])} "{SCRIPT}"\n'
        (IMAGES / "run.txt").write_text(command + shown, encoding="utf-8")
        print(command + shown)
        (folder / "load.py").write_text(TRIED_TWICE.format(image=image), encoding="utf-8")
        subprocess.run([str(EXECUTABLE), "run", str(folder / "load.py"), "--namespace", namespace], env=environment, check=False)
        for form, file in (("svg", "timeline.svg"), ("text", "timeline.txt")):
            ask = [str(EXECUTABLE), "timeline", "load-5c1e", "--namespace", namespace, "--output", form]
            (IMAGES / file).write_text(subprocess.check_output(ask, env=environment, text=True), encoding="utf-8")
        print((IMAGES / "timeline.txt").read_text(encoding="utf-8"))
        subprocess.run([str(EXECUTABLE), "rm", NAME, "load-5c1e", "--namespace", namespace], env=environment, check=True)


if __name__ == "__main__":
    main()
