"""Where it runs: two zones, no spot nodes, rather near the database, never two on one node, evenly over the zones."""

from kpod import Affinity, Pod, Scheduling, Spread, Toleration

ZONE = "topology.kubernetes.io/zone"
app = {"app": "serve"}

serve = Pod(
    "registry.example.com/serve:3",
    labels=app,
    tolerations=[Toleration("dedicated", "serving", effect="NoSchedule")],
    scheduling=Scheduling(
        affinity=(
            Affinity.nodes({ZONE: ["eu-1a", "eu-1b"]}, without={"pool": "spot"})
            + Affinity.near({"app": "db"}, topology=ZONE, prefer=50)
            + Affinity.apart(app)
        ),
        spread=[Spread(ZONE, app, strict=True)],
        priority="serving",
    ),
    name="serve",
)
