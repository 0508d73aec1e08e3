"""extract -> summarize -> report: what a country's airports look like, computed in a Pod of its own.

`extract` reads the airports of some countries from the package airportsdata, `summarize` is a Pod that computes with them and hands a small
JSON back, `report` prints it. The image is the Airflow Variable `kpod_image`, so that the same file runs on every cluster.
"""

from __future__ import annotations

import pendulum
from airflow.sdk import DAG, task

from airflow_integration import PodOperator, worker
from kpod import Pod, Resources, Result

SUMMARIZE = """
import json, os, statistics

airports = json.loads(os.environ["AIRPORTS"])
summary = {}
for country in sorted({airport["country"] for airport in airports}):
    here = [airport for airport in airports if airport["country"] == country]
    print(f"{country}: {len(here)} airports", flush=True)
    by_height = sorted(here, key=lambda airport: airport["elevation"])
    summary[country] = {
        "airports": len(here),
        "lowest": f"{by_height[0]['name']}, {by_height[0]['elevation']} ft",
        "highest": f"{by_height[-1]['name']}, {by_height[-1]['elevation']} ft",
        "mean elevation": round(statistics.fmean(airport["elevation"] for airport in here)),
    }
with open(os.environ["KPOD_RESULT"], "w") as file:
    json.dump(summary, file)
"""

with DAG("airports", schedule=None, start_date=pendulum.datetime(2026, 1, 1), catchup=False, is_paused_upon_creation=False):

    @task
    def extract() -> list[dict[str, object]]:
        """Read the airports of three mountainous countries, those whose elevation is known."""
        import airportsdata

        known = [airport for airport in airportsdata.load("ICAO").values() if airport["elevation"]]
        chosen = [airport for airport in known if airport["country"] in ("BO", "CH", "NP")]
        print(f"{len(chosen)} airports")
        return [{"country": airport["country"], "name": airport["name"], "elevation": round(airport["elevation"])} for airport in chosen]

    summarize = PodOperator(
        task_id="summarize",
        pod=Pod(
            "{{ var.value.kpod_image }}",
            cmds=["python", "-c", SUMMARIZE],
            envs={"AIRPORTS": "{{ ti.xcom_pull(task_ids='extract') | tojson }}"},
            resources=Resources(cpu="100m", memory="128Mi"),
            result=Result(),
        ),
        executor_config=worker(memory="512Mi"),
    )

    @task
    def report(summary: dict[str, dict[str, object]]) -> None:
        """Print the summary as a table."""
        for country, facts in summary.items():
            print(country, *(f"{name}: {fact}" for name, fact in facts.items()), sep="\n  ")

    extract() >> summarize
    report(summarize.output)
