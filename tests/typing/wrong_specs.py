"""Wrong uses of the specs: what mypy and pyright must refuse, each at the ignored line. Checked, never run.

A line that no longer is an error fails the check: mypy warns about unused ignores, pyright about unnecessary ones.
"""

# pyright: strict, reportUnnecessaryTypeIgnoreComment=true, reportPrivateUsage=false, reportUnusedExpression=false

from __future__ import annotations

from kpod import Container, Env, Job, JobRequest, Pod, PodRequest, Resources, Result, Secret, Security, Volume

db = Secret.existing("db")
pod = Pod("etl:1")

Pod(image=1)  # type: ignore[arg-type]
Pod("etl:1", ["A=1"])  # type: ignore[list-item]
Pod("etl:1", {"PORT": 80})  # type: ignore[dict-item]
Pod("etl:1", {"DB": db})  # type: ignore[dict-item]
Pod("etl:1", cmds=[1])  # type: ignore[list-item]
Pod("etl:1", secrets=["db"])  # type: ignore[list-item]
Pod("etl:1", secrets=db)  # type: ignore[arg-type]
Pod("etl:1", labels={"a": 1})  # type: ignore[dict-item]
Pod("etl:1", kube_req_factory=PodRequest)  # type: ignore[arg-type]
Pod("etl:1", kube_req_factory=JobRequest())  # type: ignore[arg-type]
Pod("etl:1", result=True)  # type: ignore[arg-type]
Pod("etl:1", resources={"cpu": 1})  # type: ignore[arg-type]
Pod("etl:1", security=1000)  # type: ignore[arg-type]
Pod("etl:1", volumes={"/data": "warehouse"})  # type: ignore[dict-item]
Pod("etl:1", init=Container("x"))  # type: ignore[arg-type]
Pod("etl:1", grace="30s")  # type: ignore[arg-type]
Pod("etl:1", imagee="etl:1")  # type: ignore[call-arg]
Pod("etl:1", {}, [], [], {}, {}, None, None, None, None, ["args"])  # type: ignore[call-arg]
Job("etl:1")  # type: ignore[arg-type]
Job(pod, 3)  # type: ignore[call-arg]
Job(pod, on_disruption="again")  # type: ignore[arg-type]
Job(pod, kube_req_factory=PodRequest())  # type: ignore[arg-type]
Resources(cpu=[1])  # type: ignore[arg-type]
Resources(gpu="1")  # type: ignore[arg-type]
Security(user="root")  # type: ignore[arg-type]
Secret("db", {"A": 1})  # type: ignore[dict-item]
Volume.claim(1)  # type: ignore[arg-type]
Env.field(1)  # type: ignore[arg-type]
Result(7)  # type: ignore[arg-type]

pod.image = "etl:2"  # type: ignore[misc]
pod.launch(patience=3)  # type: ignore[call-arg]
pod.launch("key")  # type: ignore[call-arg]
db[1]  # type: ignore[index]

Pod("etl:1", restart="Sometimes")  # type: ignore[arg-type]
Job(pod, retries="3")  # type: ignore[arg-type]
Container("etl:1", ports=[80.5])  # type: ignore[list-item]
Container("etl:1", ports={"web": None})  # type: ignore[dict-item]
Volume.secret("s", sub_path=1)  # type: ignore[arg-type]
Volume.token(read_only="yes")  # type: ignore[arg-type]
