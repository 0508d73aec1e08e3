"""On spot nodes, which are tainted, and rather in one zone; and what happens when the node is taken away: again, for up to six hours."""

from datetime import timedelta

from kpod import Affinity, Job, Pod, Scheduling, Toleration

simulate = Job(
    Pod(
        "registry.example.com/simulate:8",
        node_selectors={"pool": "spot"},
        tolerations=[Toleration("spot", effect="NoSchedule")],
        scheduling=Scheduling(affinity=Affinity.nodes({"topology.kubernetes.io/zone": "eu-1a"}, prefer=80)),
        grace=25,
    ),
    name="simulate",
    on_disruption="retry",
    deadline=timedelta(hours=6),
)
