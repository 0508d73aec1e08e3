"""A proxy beside the work: started first, asked whether it is up before the work starts, and it never holds the Pod open."""

from kpod import Container, Pod, Probe, Resources, Security

proxy = Container(
    "registry.example.com/sql-proxy:2",
    args=["--port", "5432", "project:eu:orders"],
    name="sql-proxy",
    ports={"postgres": 5432},
    startup=Probe.tcp("postgres", every=1, failures=30),
    resources=Resources(cpu="50m", memory="64Mi"),
    security=Security.restricted(user=65532),
)

report = Pod(
    "registry.example.com/report:3",
    envs={"DATABASE_URL": "postgresql://report@127.0.0.1:5432/orders"},
    sidecars=[proxy],
    name="report",
)
