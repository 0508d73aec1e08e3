"""`make launches`: what 500 launches cost on an API that takes 200 ms for each request, 16 in flight: time, and writes for each.

The embedded cluster runs in this process and waits those 200 ms before each request, so the least that is possible is 500 / 16 x 0.2 s.
"""

from __future__ import annotations

import argparse
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import kpod
from kpod import testing

BUDGET = 10.0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--jobs", type=int, default=500)
    parser.add_argument("--latency", type=float, default=0.2, help="seconds")
    parser.add_argument("--hands", type=int, default=16, help="launches in flight")
    asked = parser.parse_args()
    with testing.cluster() as kube:
        kube.script("*", testing.Waiting("ContainerCreating"))
        kube.version()
        kube.requests.clear()
        jobs = [kpod.Job(kpod.Pod("any")) for _ in range(asked.jobs)]  # with a name or a key a launch looks first whether it is there
        with kube.faults.add(testing.Latency(asked.latency)), ThreadPoolExecutor(asked.hands) as pool:
            began, cpu = time.monotonic(), time.process_time()
            runs = list(pool.map(lambda job: job.launch(cluster=kube), jobs))
            seconds, cpu = time.monotonic() - began, time.process_time() - cpu
        writes, reads = len(kube.requests.writes()), kube.requests.count() - len(kube.requests.writes())
        there = len(kube.list("Job", namespace="default").items)
    least = asked.jobs / asked.hands * asked.latency
    print(f"{len(runs)} launches, {asked.latency * 1000:g} ms for each request, {asked.hands} in flight")
    print(f"  seconds            {seconds:8.2f}   budget {BUDGET:g}, least possible {least:.2f}")
    print(f"  of CPU             {cpu:8.2f}   the server's included; on a machine that is busy the seconds above are its neighbours'")
    print(f"  writes for each    {writes / asked.jobs:8.2f}   budget 1")
    print(f"  reads for each     {reads / asked.jobs:8.2f}   budget 0")
    print(f"  Jobs there         {there:8d}")
    return 0 if seconds < BUDGET and writes == asked.jobs == there and not reads else 1


if __name__ == "__main__":
    sys.exit(main())
