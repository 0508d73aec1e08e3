"""Dicts as in YAML, with completion and checks in the editor: `kpod.specs.dicts` has a typed dict for each type of the API."""

from kpod import Container, Pod
from kpod.specs import dicts

probe: dicts.Probe = {"httpGet": {"path": "/healthz", "port": 8080}, "periodSeconds": 5}

serve = Pod(
    "registry.example.com/serve:3",
    main=Container(readiness=probe, ports=[8080]),
    tolerations=[{"key": "spot", "operator": "Exists", "effect": "NoSchedule"}],
    name="serve",
)
