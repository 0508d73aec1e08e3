"""A ConfigMap from a file on this machine and one from values that stand here, each mounted as files."""

from pathlib import Path

from kpod import ConfigMap, Pod

HERE = Path(__file__).parent

settings = ConfigMap.from_files("report-settings", {"report.toml": HERE / "files" / "report.toml"})
flags = ConfigMap("report-flags", {"DRAFT": "yes", "LIMIT": "100"})

report = Pod(
    "registry.example.com/report:2",
    volumes={"/etc/report": settings},
    env_from=[flags],
    name="report",
)
