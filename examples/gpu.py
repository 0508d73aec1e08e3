"""A GPU, the nodes that have one, and a place in the queue."""

from kpod import Pod, Resources, Scheduling, Security
from kpod.api import core_v1

embed = Pod(
    "registry.example.com/embed:7",
    node_selectors={"accelerator": "l4"},
    tolerations=[core_v1.Toleration(key="nvidia.com/gpu", operator="Exists", effect="NoSchedule")],
    resources=Resources(cpu=4, memory="16Gi", gpu=1, disk="20Gi"),
    security=Security(user=1000, non_root=True, read_only_root=True, fs_group=2000),
    scheduling=Scheduling(priority="batch-low"),
    service_account="embedder",
    annotations={"example.com/owner": "search team, room 12"},
    name="embed",
)
