"""One Pod as most people need it: arguments, variables, a Secret's key, a volume, resources, a user, a result."""

from kpod import Pod, Resources, Result, Secret, Security, Volume

db = Secret.existing("warehouse")

etl = Pod(
    "registry.example.com/etl:1",
    args=["load", "--day", "2026-11-22"],
    envs={"REGION": "eu", "PASSWORD": db["PASSWORD"]},
    volumes={"/data": Volume.claim("warehouse-data")},
    resources=Resources(cpu="500m", memory="1Gi"),
    security=Security.restricted(user=1000),
    result=Result(),
    name="etl",
)
