"""A Job: two retries for failures, as many as it takes for evictions, an hour for everything, gone a day after its end."""

from datetime import timedelta

from kpod import Job, Pod, Resources

report = Job(
    Pod("registry.example.com/report:3", args=["--month", "2026-10"], resources=Resources(memory="512Mi")),
    name="report",
    retries=2,
    deadline=timedelta(hours=1),
    on_disruption="retry",
    keep=timedelta(days=1),
    labels={"team": "finance"},
)
