"""A Pod that others wrote, as the base of a spec: its own image and variables over the file's, container by container."""

from pathlib import Path

from kpod import Container, Pod, Resources

MANIFEST = Path(__file__).parent / "files" / "web.yaml"

web = Pod(
    "registry.example.com/web:4",
    envs={"REGION": "eu"},
    resources=Resources(memory="512Mi"),
    main=Container(pull_policy="IfNotPresent"),
    base=MANIFEST.read_text(),
    name="web-eu",
)
