"""Wrong uses of the parts of a Pod: each ignored line is what mypy strict and pyright strict must refuse. Checked, never run."""

# pyright: strict, reportUnnecessaryTypeIgnoreComment=true

from __future__ import annotations

from kpod import (
    Affinity,
    ConfigMap,
    Container,
    Env,
    EnvFrom,
    Hook,
    Job,
    Lifecycle,
    Network,
    Pod,
    Probe,
    Resources,
    Scheduling,
    Secret,
    Security,
    Spread,
    Toleration,
    Volume,
)
from kpod.api import core_v1
from kpod.specs import dicts

db, settings = Secret.existing("db"), ConfigMap.existing("settings")

Pod("x", {"A": settings})  # type: ignore[dict-item]
Pod("x", {"A": {"fieldReff": {"fieldPath": "metadata.name"}}})  # type: ignore[dict-item]
Pod("x", [{"name": "A", "valeu": "1"}])  # type: ignore[list-item]
Pod("x", env_from=settings)  # type: ignore[arg-type]
Pod("x", env_from=["db"])  # type: ignore[list-item]
Pod("x", secrets=[settings])  # type: ignore[list-item]
EnvFrom("db")  # type: ignore[arg-type]
EnvFrom(db, "DB_")  # type: ignore[call-arg]
ConfigMap("s", {"A": 1})  # type: ignore[dict-item]
Secret.from_files("tls", [1])  # type: ignore[list-item]
Env.config_map("s")  # type: ignore[call-arg]
settings[1]  # type: ignore[index]
Pod("x", volumes={"/a": {"name": "a", "emptyDri": {}}})  # type: ignore[dict-item]
Pod("x", volumes={"/a": core_v1.VolumeMount()})  # type: ignore[dict-item]
Volume.nfs("nfs.example.com")  # type: ignore[call-arg]
Volume.projected("db")  # type: ignore[arg-type]
Volume.new_claim("1Gi", access="ReadWriteOnce", storage=1)  # type: ignore[call-arg]
Volume.fields({"a": 1})  # type: ignore[dict-item]
Pod("x", resources={"request": {"cpu": 1}})  # type: ignore[arg-type]
Pod("x", resources=core_v1.Probe())  # type: ignore[arg-type]
Pod("x", security={"runAsUser": "root"})  # type: ignore[arg-type]
Container("x", security={"fsGroup": 1000})  # type: ignore[arg-type]
Security(base=7, user="x")  # type: ignore[arg-type]
Resources.from_airflow(2)  # type: ignore[arg-type]
Toleration("a", effect="NoRun")  # type: ignore[arg-type]
Pod("x", tolerations=[{"key": "a", "operator": "exists"}])  # type: ignore[list-item]
Pod("x", tolerations=Toleration("a"))  # type: ignore[arg-type]
Pod("x", tolerations=["spot"])  # type: ignore[list-item]
Affinity.nodes({"zone": 1})  # type: ignore[dict-item]
Affinity.near("db")  # type: ignore[arg-type]
Affinity.near({"a": "b"}) + 1  # type: ignore[operator]
Scheduling(affinity=[Affinity.near({"a": "b"})])  # type: ignore[arg-type]
Scheduling(spread=[{"maxSkew": 1, "topologyKey": "zone"}])  # type: ignore[list-item]
Spread("zone")  # type: ignore[call-arg]
Network({"10.0.0.7": ["a"]})  # type: ignore[call-arg]
Network(hosts={"10.0.0.7": [1]})  # type: ignore[list-item]
Pod("x", network={"hostNetwork": True})  # type: ignore[arg-type]
Probe.http()  # type: ignore[call-arg]
Probe.grpc("http")  # type: ignore[arg-type]
Probe.tcp(80, 5)  # type: ignore[call-arg]
Probe.tcp(80, every="5s")  # type: ignore[arg-type]
Hook.sleep("5")  # type: ignore[arg-type]
Container("x", readiness={"httpGet": {"path": "/"}})  # type: ignore[arg-type]
Container("x", readiness=Hook.sleep(5))  # type: ignore[arg-type]
Container("x", lifecycle=Lifecycle(pre_stop=Probe.tcp(80)))  # type: ignore[arg-type]
Pod("x", init=["git:1"])  # type: ignore[list-item]
Pod("x", main={"name": "main", "imagePullPolicy": "always"})  # type: ignore[arg-type]
Job(Pod("x"), retries="3")  # type: ignore[arg-type]
Job(Pod("x")).launch("etl")  # type: ignore[call-arg]
spot: dicts.Toleration = {"kee": "spot"}  # type: ignore[typeddict-unknown-key]
