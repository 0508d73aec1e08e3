"""A folder that two containers share: one `Volume` with a name, mounted in both, at different paths. It lives as long as the Pod."""

from kpod import Container, Pod, Volume

spool = Volume.empty_dir(size="5Gi", name="spool")

export = Pod(
    "registry.example.com/export:2",
    args=["--to", "/out"],
    volumes={"/out": spool},
    sidecars=[Container("registry.example.com/upload:1", name="upload", volumes={"/spool": spool})],
    name="export",
)
