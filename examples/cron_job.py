"""Every night: a CronJob is an API object, and what stands in it is a `Job`."""

from kpod import Job, Pod
from kpod.api import batch_v1, meta_v1

nightly = batch_v1.CronJob(
    metadata=meta_v1.ObjectMeta(name="nightly-report"),
    spec=batch_v1.CronJobSpec(
        schedule="30 2 * * *",
        time_zone="Europe/Berlin",
        concurrency_policy="Forbid",
        job_template=batch_v1.JobTemplateSpec(
            spec=Job(Pod("registry.example.com/report:3", args=["--yesterday"]), retries=2).compile().spec,
        ),
    ),
)
