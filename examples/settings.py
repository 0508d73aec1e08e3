"""Settings: a ConfigMap that comes with the Pod, one that is there, and a Secret whose keys get a prefix."""

from kpod import ConfigMap, EnvFrom, Pod, Secret, Volume

settings = ConfigMap("report-settings", {"REGION": "eu", "report.toml": "[report]\npages = 12\n"})
common = ConfigMap.existing("common")
db = Secret.existing("warehouse")

report = Pod(
    "registry.example.com/report:2",
    envs={"REGION": settings["REGION"], "PROXY": common.key("PROXY", optional=True)},
    env_from=[common, EnvFrom(db, prefix="DB_")],
    volumes={"/etc/report": Volume.config_map(settings, items={"report.toml": "report.toml"})},
    name="report",
)
