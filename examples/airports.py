"""Where do the airports of the world lie highest? A Pod reads 28,000 of them and hands back a short answer.

`make demo` runs it on the embedded cluster; `--kubeconfig FILE --image NAME` on any other, with an image that has Python and airportsdata.
It prints the Pod's YAML, the run's progress, the container's log, the outcome and the result.
"""

from __future__ import annotations

import argparse
import logging
import sys
from contextlib import AbstractContextManager
from pathlib import Path

import kpod
from kpod import Outcome, Pod, Resources, Result

WORK = """\
import json, os, statistics
from collections import defaultdict

import airportsdata

METRES = 0.3048
airports = airportsdata.load("ICAO").values()
print(f"{len(airports):,} airports, as of airportsdata {airportsdata.__version__}", flush=True)

heights = defaultdict(list)
for airport in airports:
    heights[airport["country"]].append(airport["elevation"] * METRES)
print(f"{len(heights)} countries and territories; ranking those with 30 airports or more", flush=True)

ranked = sorted(
    ({"country": country, "airports": len(values), "median_m": round(statistics.median(values))}
     for country, values in heights.items() if len(values) >= 30),
    key=lambda row: -row["median_m"],
)
highest = max(airports, key=lambda airport: airport["elevation"])
with open(os.environ["KPOD_RESULT"], "w") as file:
    json.dump({
        "highest": {"name": highest["name"], "country": highest["country"], "metres": round(highest["elevation"] * METRES)},
        "countries": ranked[:5],
    }, file)
print("done", flush=True)
"""


def airports(image: str = "airports:1") -> Pod:
    """Describe the Pod."""
    return Pod(
        image,
        cmds=["python", "-c", WORK],
        labels={"app": "airports"},
        resources=Resources(cpu="250m", memory="256Mi"),
        result=Result(),
    )


def cluster_of(arguments: argparse.Namespace) -> AbstractContextManager[kpod.Cluster]:
    """Take the cluster that was named, or start the embedded one, where the image is this very Python environment."""
    if arguments.kubeconfig:
        return kpod.KubeCluster(arguments.kubeconfig, namespace=arguments.namespace)
    return kpod.local.cluster(images={arguments.image: Path(sys.prefix)})


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kubeconfig", help="run on this cluster instead of the embedded one")
    parser.add_argument("--namespace", help="default: the context's")
    parser.add_argument("--image", default="airports:1", help="an image with Python and airportsdata")
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s", stream=sys.stdout)  # the first line names context and namespace

    pod = airports(arguments.image)
    print(pod.to_yaml())
    pod.check()
    with cluster_of(arguments) as cluster, pod.launch(cluster=cluster) as run:
        outcome: Outcome = run.wait(timeout=120, on_progress=lambda progress: print(f"{run.ref.name}  {progress}"))
        for line in run.logs(follow=False):
            print(f"{run.ref.name}  | {line}")
        print(f"{run.ref.name}  {outcome}")
        if not outcome.ok:
            return 1
        answer = run.result()

    highest = answer["highest"]
    print(
        f"\nThe highest airport is {highest['name']} ({highest['country']}), {highest['metres']:,} m. By median height, these lie highest:"
    )
    for row in answer["countries"]:
        print(f"  {row['country']}  {row['median_m']:>5,} m   {row['airports']:>3} airports")
    return 0


if __name__ == "__main__":
    sys.exit(main())
