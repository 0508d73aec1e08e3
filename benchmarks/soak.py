"""`make soak`: does every run's outcome come out right, and is nothing launched twice, when everything goes wrong for as long as it takes?

An embedded cluster with scripted Jobs of every kind of end; 5 % of all events are lost, every watch is cut after 2 s, there are 410s, 429s,
lost replies, random evictions. Two processes launch the Jobs and watch them; now and then one of them is killed and started again, and it
has nothing but what it wrote down. Each writes an outcome once it knows it, and deletes the Job then.

The Jobs carry the rule that fails them at a disruption: without it a Job does not say why its Pod is gone, and where the Pod's own last
words are lost the outcome is unknown.
"""

from __future__ import annotations

import argparse
import json
import logging
import os
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Any

import attrs
import psutil

import kpod
from kpod import testing
from kpod.cluster import Ref
from kpod.kube import KubeCluster
from kpod.testing import OOM, Cut, Disrupted, Drop, Evicted, Exit, LoseReply, Refuse, Rejected, Running, Step, Waiting, WatchError

WATCHERS = 2
ALIVE = 150  # Jobs of one process that have not ended
HANDS = 8
SAMPLES = 40  # of a life that is too short to tell whether its memory is flat

LIVES: tuple[tuple[str, int, list[Step], str], ...] = (
    ("ends well", 45, [Running(2), Exit(0)], "succeeded"),
    ("ends well at once", 5, [Exit(0)], "succeeded"),
    ("fails", 15, [Running(1), Exit(3)], "failed"),
    ("is killed for memory", 10, [Running(1), OOM()], "out_of_memory"),
    ("is evicted by its node", 8, [Running(1), Evicted()], "disrupted"),
    ("is evicted on request", 7, [Running(1), Disrupted()], "disrupted"),
    ("is rejected by its node", 3, [Rejected()], "never_started"),
    ("gets its image late", 7, [Waiting("ErrImagePull", 2), Running(1), Exit(0)], "succeeded"),
)


def life(number: int) -> tuple[str, str]:
    """Return the kind of a Job's life, and how it has to end."""
    at = random.Random(number).randrange(sum(share for _, share, _, _ in LIVES))
    for kind, share, _, end in LIVES:
        at -= share
        if at < 0:
            return kind, end
    raise AssertionError("the shares are summed up above")


def name_of(number: int) -> str:
    return f"{life(number)[0].replace(' ', '-')}-{number:05d}"


# --- one of the two processes that launch and watch


def watch(kubeconfig: str, first: int, last: int, notes: Path) -> None:
    """Launch the Jobs of a range that are not in the notes yet, and note how each ends."""
    logging.getLogger("kpod").setLevel(logging.ERROR)  # it says of each watch that broke that it did
    known = {json.loads(line)["name"] for line in notes.read_text().splitlines() if line.endswith("}")}
    left = [name for name in map(name_of, range(first, last)) if name not in known]
    room, lock, over = threading.Semaphore(ALIVE), threading.Lock(), threading.Event()
    waiting = set(left)
    from kpod.run import RunWatcher

    with KubeCluster(kubeconfig) as cluster, notes.open("a", buffering=1) as file, RunWatcher(cluster, cluster.namespace) as watcher:

        def ended(run: kpod.Run, found: Any) -> None:
            name = run.ref.name
            line = {"name": name, "found": found.category.value if isinstance(found, kpod.Outcome) else "error", "text": str(found)}
            with lock:
                file.write(json.dumps(line) + "\n")
            try:
                run.delete()
            except kpod.KpodError as error:
                print(f"{name}: {error}", file=sys.stderr)
            room.release()
            with lock:
                waiting.discard(name)
                if not waiting:
                    over.set()

        def launch(names: list[str]) -> None:
            for name in names:
                room.acquire()
                while True:
                    try:
                        run = kpod.Job(kpod.Pod("any", name=name), on_disruption="fail").launch(name=name, cluster=cluster)
                        break
                    except (kpod.UnreachableError, kpod.ApiError) as error:
                        print(f"{name}: {error}", file=sys.stderr)
                watcher.follow(run, lambda found, run=run: ended(run, found))

        for body in cluster.list("Job").items:
            if body["metadata"]["name"] in known:  # it was killed between the note and the deletion
                with suppress(kpod.NotFoundError):
                    cluster.delete(Ref.of(body))
        with ThreadPoolExecutor(HANDS) as pool:
            list(pool.map(launch, [left[hand::HANDS] for hand in range(HANDS)]))
        if left:
            over.wait()


# --- the cluster, its troubles, and the judge


@attrs.define
class Seen:
    """What the judge has seen of one process that watches."""

    process: subprocess.Popen[bytes] | None = None
    started: int = 0
    memory: list[float] = attrs.field(factory=list)

    @property
    def done(self) -> bool:
        return self.process is not None and self.process.poll() == 0


def start(kube: testing.Kube, index: int, jobs: int, folder: Path, seen: Seen) -> None:
    each = jobs // WATCHERS
    notes = folder / f"notes-{index}"
    notes.touch()
    command = [sys.executable, __file__, "--watch", str(kube.kubeconfig), str(index * each), str((index + 1) * each), str(notes)]
    with (folder / f"errors-{index}").open("ab") as errors:
        seen.process = subprocess.Popen(command, stderr=errors)
    seen.started += 1
    seen.memory = []


def trouble(kube: testing.Kube) -> list[testing.Injected]:
    add = kube.faults.add
    return [
        add(Drop(probability=0.05)),
        add(Cut(seconds=2.0, verb="watch", probability=0.5)),
        add(Cut(seconds=2.0, clean=True, verb="watch")),
        add(Refuse(410, verb="watch", probability=0.1)),
        add(WatchError(410, after=20, probability=0.1)),
        add(Refuse(429, retry_after=1, probability=0.01)),
        add(Refuse(503, verb=("get", "list"), probability=0.01)),
        add(LoseReply(verb=("create", "delete"), probability=0.03)),
    ]


def soak(jobs: int, seed: int, kills: int) -> int:
    dice, evicted, watchers = random.Random(seed), set(), [Seen() for _ in range(WATCHERS)]
    with tempfile.TemporaryDirectory(prefix="kpod-soak-") as name, testing.cluster(seed=seed) as kube:
        folder = Path(name)
        for kind, _, steps, _ in LIVES:
            kube.script(f"{kind.replace(' ', '-')}-[0-9]*", steps)
        faults = trouble(kube)
        began, killed = time.monotonic(), 0
        for index, seen in enumerate(watchers):
            start(kube, index, jobs, folder, seen)
        while not all(seen.done for seen in watchers):
            time.sleep(0.5)
            noted = [_lines(folder / f"notes-{index}") for index in range(WATCHERS)]
            for index, seen in enumerate(watchers):
                if seen.process is not None and seen.process.poll() not in (None, 0):
                    start(kube, index, jobs, folder, seen)  # it was killed, and is started again
                elif seen.process is not None and not seen.done:
                    seen.memory.append(_memory(seen.process.pid))
            evicted |= _evict(kube, dice)
            if killed < kills and sum(noted) > jobs * (killed + 1) / (kills + 2):
                victim = watchers[killed % WATCHERS].process
                if victim is not None:
                    victim.kill()
                    victim.wait()
                killed += 1
            _tell(time.monotonic() - began, sum(noted), jobs)
        return _judge(kube, jobs, folder, evicted, faults, watchers, killed, time.monotonic() - began)


def _evict(kube: testing.Kube, dice: random.Random) -> set[str]:
    """Evict the running Pods of a number, seldom; return the names of their Jobs."""
    return {pod.rpartition("-")[0] for pod in kube.disrupt(f"*-000{dice.randrange(100):02d}-?????")} | {
        pod.rpartition("-")[0] for pod in kube.disrupt(f"*-0{dice.randrange(20):02d}{dice.randrange(10)}?-?????")
    }


def _lines(path: Path) -> int:
    return path.read_bytes().count(b"\n")


def _memory(process: int) -> float:
    try:
        return float(psutil.Process(process).memory_info().rss) / 2**20
    except psutil.NoSuchProcess:
        return 0.0


def _tell(seconds: float, noted: int, jobs: int) -> None:
    if sys.stderr.isatty():
        print(f"\r{seconds:5.0f} s  {noted} of {jobs}", end="", file=sys.stderr)


def _judge(
    kube: testing.Kube,
    jobs: int,
    folder: Path,
    evicted: set[str],
    faults: list[testing.Injected],
    watchers: list[Seen],
    killed: int,
    seconds: float,
) -> int:
    found: dict[str, list[str]] = {}
    texts: dict[str, str] = {}
    for index in range(WATCHERS):
        for line in (folder / f"notes-{index}").read_text().splitlines():
            note = json.loads(line)
            found.setdefault(note["name"], []).append(note["found"])
            texts[note["name"]] = note["text"]
    wrong = []
    table: dict[str, Counter[str]] = {kind: Counter() for kind, _, _, _ in LIVES} | {"is evicted at random": Counter()}
    for number in range(jobs):
        name, (kind, end) = name_of(number), life(number)
        kind, end = ("is evicted at random", "disrupted") if name in evicted else (kind, end)
        outcomes = found.get(name, ["nothing"])
        table[kind].update(outcomes)
        if set(outcomes) != {end}:
            wrong.append((name, kind, end, outcomes))
    left = len(kube.list("Job", namespace="default").items)
    made = Counter(body["metadata"]["name"] for body in kube.requests.created("Job"))
    twice = [name for name, times in made.items() if times > 1]
    writes = len(kube.requests.writes())
    print(f"\n{jobs} Jobs in {seconds:.0f} s; {killed} kills of {WATCHERS} processes; seed {kube.faults.seed}")
    for kind, counted in table.items():
        print(f"  {kind:26} {sum(counted.values()):6}   " + ", ".join(f"{word} {number}" for word, number in sorted(counted.items())))
    print(f"  wrong outcomes             {len(wrong):6}")
    for name, *_ in wrong:
        print(f"    {name}: {texts.get(name)}")
    print(f"  launched twice             {len(twice):6}   " + str(twice[:3] or ""))
    print(f"  never launched             {jobs - len(made):6}")
    print(f"  left on the cluster        {left:6}")
    print(f"  writes for each            {writes / jobs:6.2f}   of them refused or without an answer {_lost(kube) / jobs:.2f}")
    print(f"  LISTs, watches, GETs       {', '.join(str(kube.requests.count(verb=verb)) for verb in ('list', 'watch', 'get')):>6}")
    for injected in faults:
        print(f"  {type(injected.fault).__name__:12} hits        {injected.hits:6}")
    flat = True
    for index, seen in enumerate(watchers):
        half = seen.memory[len(seen.memory) // 2 :] or [0.0]
        early = max(seen.memory[: max(1, len(seen.memory) // 2)] or [0.0])
        flat = flat and (len(seen.memory) < SAMPLES or max(half) <= 1.25 * early)
        text = f"MB at most in the first half of its last life, {max(half):.0f} in the second; {seen.started} starts"
        print(f"  memory of process {index}        {early:6.0f}   {text}")
    errors = [line for index in range(WATCHERS) for line in (folder / f"errors-{index}").read_text().splitlines()]
    print(f"  lines of errors            {len(errors):6}   " + "\n".join(["", *errors[:10]]))
    return 0 if not wrong and not twice and len(made) == jobs and not left and flat else 1


def _lost(kube: testing.Kube) -> int:
    return sum(1 for seen in kube.requests.writes() if seen.faults)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--jobs", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--kills", type=int, default=4)
    parser.add_argument("--watch", nargs=4, metavar=("KUBECONFIG", "FIRST", "LAST", "NOTES"), help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.watch:
        watch(asked.watch[0], int(asked.watch[1]), int(asked.watch[2]), Path(asked.watch[3]))
        os._exit(0)  # what the watches still read is nobody's business any more
    sys.exit(soak(asked.jobs, asked.seed, asked.kills))
