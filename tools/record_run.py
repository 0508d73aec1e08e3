"""Record what the docs show of a run: `kpod run` as a terminal shows it, and its timeline as a picture.

    .venv/bin/python tools/record_run.py                         on an embedded cluster of its own
    .venv/bin/python tools/record_run.py --kubeconfig FILE --image NAME --namespace NAMESPACE

It runs the real executable in a pseudo-terminal and writes `docs/img/run.txt`, what is left on the screen when the run has
ended, without the colours, and `docs/img/timeline.json`, `.svg` and `.txt`, a Job that is tried twice. What is written here is
never edited by hand. `--draw` draws the recorded timeline again, without a cluster.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from kpod import local
from kpod.run.timeline import Timeline

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from tools.terminal import Terminal, screen

IMAGES = Path(__file__).resolve().parents[1] / "docs" / "img"
WIDTH = 100
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
    """Run a command in a pseudo-terminal and return what is left on the screen."""
    with Terminal([str(EXECUTABLE), *words], environment) as terminal:
        pass
    return screen(terminal.shown)


def words_of_run(image: str, namespace: str) -> list[str]:
    """The command that is recorded."""
    return ["run", "--image", image, "--name", NAME, "--namespace", namespace, "--", "sh", "-c", SCRIPT]


def draw(timeline: Timeline) -> None:
    """Write the pictures of a timeline."""
    (IMAGES / "timeline.svg").write_text(timeline.to_svg(), encoding="utf-8")
    (IMAGES / "timeline.txt").write_text(timeline.to_text(width=WIDTH) + "\n", encoding="utf-8")


def main() -> None:
    """Record both."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kubeconfig")
    parser.add_argument("--namespace", default="default")
    parser.add_argument("--image", default="busybox:1")
    parser.add_argument("--draw", action="store_true")
    arguments = parser.parse_args()
    if arguments.draw:
        draw(Timeline.from_data(json.loads((IMAGES / "timeline.json").read_text(encoding="utf-8"))))
        return
    with TemporaryDirectory() as temporary, place(arguments) as (kubeconfig, namespace, image):
        folder = Path(temporary)
        environment = {**os.environ, "KUBECONFIG": kubeconfig, "TERM": "xterm", "COLUMNS": "100"}
        words = words_of_run(image, namespace)
        shown = on_a_terminal(words, environment)
        command = f'$ kpod {" ".join(words[:-1])} "{SCRIPT}"\n'
        (IMAGES / "run.txt").write_text(command + shown, encoding="utf-8")
        print(command + shown)
        (folder / "load.py").write_text(TRIED_TWICE.format(image=image), encoding="utf-8")
        subprocess.run([str(EXECUTABLE), "run", str(folder / "load.py"), "--namespace", namespace], env=environment, check=False)
        ask = [str(EXECUTABLE), "timeline", "load-5c1e", "--namespace", namespace, "--output", "json"]
        recorded = subprocess.check_output(ask, env=environment, text=True)
        (IMAGES / "timeline.json").write_text(recorded, encoding="utf-8")
        draw(Timeline.from_data(json.loads(recorded)))
        print((IMAGES / "timeline.txt").read_text(encoding="utf-8"))
        subprocess.run([str(EXECUTABLE), "rm", NAME, "load-5c1e", "--namespace", namespace], env=environment, check=True)


if __name__ == "__main__":
    main()
