"""What no parameter says: a template below, and a patch above, both by Kubernetes' strategic merge."""

from kpod import Pod

TEMPLATE = """
apiVersion: v1
kind: Pod
metadata:
  labels: {cost-centre: "4711"}
spec:
  restartPolicy: Never
  dnsConfig: {options: [{name: ndots, value: "2"}]}
  containers:
  - name: main
    image: registry.example.com/default:1
    env: [{name: REGION, value: eu}]
"""

count = Pod(
    "registry.example.com/count:1",
    envs={"DAY": "2026-11-22"},
    base=TEMPLATE,
    patch={"spec": {"hostAliases": [{"ip": "10.0.0.7", "hostnames": ["warehouse"]}], "enableServiceLinks": False}},
    name="count",
)
