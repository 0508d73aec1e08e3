"""`make idle`: what 1,000 Jobs cost an API server that run for ten minutes while somebody waits for them, with 5,000 Pods of others beside.

An embedded cluster with scripted Jobs. A process of its own launches them and waits; once all run, every request is counted until the time
is over. Then the cluster's clock is moved, they all end, and the process deletes each as its end is told: that is counted too.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import psutil

import kpod
from kpod import testing
from kpod.kube import KubeCluster

HANDS = 16
LONG = 36_000.0
WRITES = 3
READS = 0.05
FOREIGN: dict[str, Any] = {"schedulingGates": [{"name": "never"}], "containers": [{"name": "main", "image": "any"}]}


def wait(kubeconfig: str, jobs: int) -> None:
    """Launch Jobs, say so, wait for their ends, and delete each."""
    from kpod.run import RunWatcher

    over, left, lock = threading.Event(), [jobs], threading.Lock()
    with KubeCluster(kubeconfig) as cluster, RunWatcher(cluster, cluster.namespace) as watcher, ThreadPoolExecutor(HANDS) as pool:

        def ended(run: kpod.Run, found: Any) -> None:
            if not (isinstance(found, kpod.Outcome) and found.ok):
                print(f"{run}: {found}", file=sys.stderr)
            run.delete()
            with lock:
                left[0] -= 1
                if not left[0]:
                    over.set()

        def launch(_: int) -> None:
            run = kpod.Job(kpod.Pod("any")).launch(cluster=cluster)
            watcher.follow(run, lambda found: ended(run, found))

        list(pool.map(launch, range(jobs)))
        print("launched", flush=True)
        over.wait()
    print("ended", flush=True)


def counted(kube: testing.Kube) -> Counter[str]:
    """The requests so far, by verb and kind."""
    return Counter(f"{seen.verb} {seen.kind}" for seen in kube.requests)


def idle(jobs: int, foreign: int, seconds: float) -> int:
    with testing.cluster() as kube, ThreadPoolExecutor(HANDS) as pool:
        kube.script("*", [testing.Running(LONG), testing.Exit(0)])
        others = [
            {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": f"foreign-{number}"}, "spec": FOREIGN} for number in range(foreign)
        ]
        list(pool.map(kube.create, others))
        kube.requests.clear()
        command = [sys.executable, __file__, "--wait", str(kube.kubeconfig), str(jobs)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
            try:
                _heard(process, "launched")
                launching = counted(kube)
                _settle(kube, jobs)  # which forgets the requests so far
                process_seen = psutil.Process(process.pid)
                cpu, began = sum(process_seen.cpu_times()[:2]), time.monotonic()
                time.sleep(seconds)
                idling = counted(kube)
                cpu, took = sum(process_seen.cpu_times()[:2]) - cpu, time.monotonic() - began
                memory = process_seen.memory_info().rss / 2**20
                before = counted(kube)
                kube.clock.advance(LONG)
                _heard(process, "ended")
                ending = counted(kube) - before
                process.wait()
            finally:
                process.kill()
        phases = {"launching": launching, "idle": idling, "ending": ending}
        return _judge(jobs, foreign, took, phases, f"{cpu:.1f} s of CPU, {memory:.0f} MB")


def _heard(process: subprocess.Popen[str], word: str) -> None:
    """Wait for the other process's next word."""
    line = process.stdout.readline() if process.stdout else ""
    if line.strip() != word:
        raise RuntimeError(f"the process that waits said {line!r} and not {word!r}; its exit code: {process.poll()}")


def _settle(kube: testing.Kube, jobs: int) -> None:
    """Wait until all Pods run, which is no part of being idle."""
    end = time.monotonic() + 300
    while time.monotonic() < end:
        pods = kube.list("Pod", namespace="default", labels="app.kubernetes.io/managed-by=kpod").items
        if sum(pod["status"].get("phase") == "Running" for pod in pods) == jobs:
            time.sleep(1)
            kube.requests.clear()
            return
        time.sleep(1)
    raise RuntimeError("the Jobs do not start")


def _judge(jobs: int, foreign: int, took: float, phases: dict[str, Counter[str]], cost: str) -> int:
    print(f"{jobs} Jobs running for {took:.0f} s beside {foreign} Pods of others; the process that waits: {cost}")
    for phase, requests in phases.items():
        print(f"  {phase:10} " + (", ".join(f"{number} {what}" for what, number in sorted(requests.items())) or "no request"))
    writes = phases["launching"]["create Job"] + phases["ending"]["delete Job"]
    lists = max(phases["idle"]["list Pod"], phases["idle"]["list Job"])
    reads = sum(number for what, number in phases["ending"].items() if what.split()[0] in ("get", "list"))
    renewals = 2 * (took / 45 + 1)
    watches = phases["idle"]["watch Pod"] + phases["idle"]["watch Job"]
    others = sum(phases["idle"].values()) - watches - phases["idle"]["list Pod"] - phases["idle"]["list Job"]
    print(f"  writes for each Job              {writes / jobs:8.2f}   budget {WRITES}")
    print(f"  LISTs per resource while idle    {lists:8d}   budget 1")
    print(f"  watches while idle               {watches:8d}   budget {renewals:.0f}: each is renewed every 45 s")
    print(f"  other requests while idle        {others:8d}   budget 0")
    print(f"  reads at the end for each Job    {reads / jobs:8.2f}   budget {READS}: where the watch breaks, there is another list")
    return 0 if writes <= WRITES * jobs and lists <= 1 and watches <= renewals and not others and reads <= max(4, READS * jobs) else 1


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--jobs", type=int, default=1000)
    parser.add_argument("--foreign", type=int, default=5000, help="Pods of others in the namespace")
    parser.add_argument("--seconds", type=float, default=600.0)
    parser.add_argument("--wait", nargs=2, metavar=("KUBECONFIG", "JOBS"), help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.wait:
        wait(asked.wait[0], int(asked.wait[1]))
        os._exit(0)  # what the watches still read is nobody's business any more
    sys.exit(idle(asked.jobs, asked.foreign, asked.seconds))
