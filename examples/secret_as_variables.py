"""A Secret that is there, as variables: one key under a name of your own, and all keys of another one."""

from kpod import Pod, Secret

warehouse = Secret.existing("warehouse")

load = Pod(
    "registry.example.com/load:3",
    envs={"PGPASSWORD": warehouse["password"], "PGSSLKEY": warehouse.key("ssl-key", optional=True)},
    secrets=[Secret.existing("object-store")],
    name="load",
)
