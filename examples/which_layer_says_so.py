"""Three layers of one Pod, merged as Kubernetes merges; and which of them each field comes from. On a command line: `kpod explain`."""

from kpod import merge

team = {"spec": {"priorityClassName": "batch", "containers": [{"name": "main", "env": [{"name": "TZ", "value": "UTC"}]}]}}
mine = {"spec": {"containers": [{"name": "main", "image": "registry.example.com/load:3", "env": [{"name": "DAY", "value": "1"}]}]}}
today = {"spec": {"priorityClassName": None, "containers": [{"name": "main", "env": [{"name": "TZ", "value": "CET"}]}]}}

for path, value, layer in merge.explain([("team", team), ("mine", mine), ("today", today)], type="core_v1.Pod"):
    print(f"{layer:6} {path} = {value}")
