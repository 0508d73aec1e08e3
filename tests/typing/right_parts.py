"""Right uses of the parts of a Pod: each is what mypy strict and pyright strict must accept. Checked, never run."""

# pyright: strict

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

from typing_extensions import assert_type

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
    Template,
    Toleration,
    Volume,
)
from kpod.api import core_v1
from kpod.specs import dicts

db, settings = Secret.existing("db"), ConfigMap("settings", {"REGION": "eu", "logo": b"x"})

# Secrets, ConfigMaps and variables
assert_type(settings["REGION"], Env)
assert_type(Secret.from_env_file("db", Path("db.env")), Secret)
assert_type(ConfigMap.from_files("s", {"a": "b.toml"}), ConfigMap)
Secret.from_files("tls", ["tls.crt", Path("tls.key")])
Pod("x", {"A": "1", "B": db["B"], "C": settings["REGION"], "D": Env.resource("limits.memory", divisor="1Mi")})
Pod("x", {"A": {"fieldRef": {"fieldPath": "metadata.name"}}})
Pod("x", {"A": core_v1.EnvVarSource()})
Pod("x", [{"name": "A", "value": "1"}])
Pod("x", [core_v1.EnvVar(name="A", value="1")])
Pod("x", env_from=[db, settings, EnvFrom(db, prefix="DB_", optional=True), {"secretRef": {"name": "db"}}])

# volumes
Pod("x", volumes={"/a": db, "/b": settings, "/c": Volume.nfs("nfs.example.com", "/x"), "/d": Volume.new_claim("1Gi", storage_class="fast")})
Pod("x", volumes={"/a": Volume.projected(db, settings, Volume.token(audience="vault"), Volume.fields({"l": "metadata.labels"}))})
Pod("x", volumes={"/a": {"name": "a", "emptyDir": {"medium": "Memory"}}, "/b": core_v1.Volume(name="b")})
Pod("x", volumes={"/a": Volume.csi("d", {"a": "b"}, secret=db), "/b": Volume.cinder("id"), "/c": Volume.image("i:1")})

# resources and security
Pod("x", resources={"requests": {"cpu": 1, "memory": "1Gi"}})
Pod("x", resources=core_v1.ResourceRequirements(), security={"runAsUser": 1000, "seccompProfile": {"type": "RuntimeDefault"}})
assert_type(Resources.from_airflow({"cpus": 2}), Resources)
Container("x", security={"capabilities": {"drop": ["ALL"]}}, resources=Resources(base={"limits": {"hugepages-2Mi": "4Mi"}}))
Security(base={"procMount": "Default"})

# where and beside whom
Pod("x", tolerations=[Toleration("spot"), Toleration("a", "b", effect="NoSchedule"), {"key": "c", "operator": "Exists"}])
Scheduling(affinity=Affinity.nodes({"zone": ["a", "b"], "disk": "ssd", "gpu": None}) + Affinity.apart({"app": "etl"}, prefer=50))
Scheduling(spread=[Spread("zone", {"app": "etl"}, strict=True)], affinity={"nodeAffinity": {}})
Scheduling(
    spread=[{"maxSkew": 1, "topologyKey": "zone", "whenUnsatisfiable": "DoNotSchedule"}, core_v1.TopologySpreadConstraint()],
)
Pod("x", network=Network(hosts={"10.0.0.7": ["warehouse"]}, options={"ndots": "2", "edns0": None}, host_network=True))

# containers
Container("x", readiness=Probe.http("web", "/", every=timedelta(seconds=5)), liveness=Probe.exec(["true"]), startup=Probe.grpc(9000))
Container("x", readiness={"httpGet": {"port": "web"}, "periodSeconds": 5}, startup=core_v1.Probe())
Container("x", lifecycle=Lifecycle(pre_stop=Hook.sleep(5), post_start={"exec": {"command": ["a"]}}))
Container("x", lifecycle={"preStop": {"sleep": {"seconds": 5}}})
Pod("x", init=[{"name": "a", "image": "b"}, core_v1.Container(name="c"), Container("d")], main={"name": "main", "tty": True})
Container(base={"name": "a", "image": "b", "stdin": True})

# templates, where text belongs and where it does not
Pod("etl:{{ params.version }}", grace=Template("{{ params.grace }}"), security=Security(user=Template("{{ params.user }}")))
Job(Pod("x"), retries=Template("{{ params.retries }}"), suspend=Template("{{ params.suspend }}"))
Container("x", ports={"http": Template("{{ params.port }}")})

# a dict of one's own
spot: dicts.Toleration = {"key": "spot", "operator": "Exists"}
loaded: Any = {"requests": {"cpu": 1}}
Pod("x", tolerations=[spot], resources=loaded)
Job(Pod("x")).launch(name="etl", key="etl/1")
