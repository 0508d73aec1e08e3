"""Five retries, but none for exit code 2: wrong input does not get better. What no parameter says stands in the patch."""

from kpod import Job, Pod

load = Job(
    Pod("registry.example.com/load:3", args=["--strict"]),
    name="load",
    retries=5,
    patch={
        "spec": {
            "podFailurePolicy": {
                "rules": [{"action": "FailJob", "onExitCodes": {"containerName": "main", "operator": "In", "values": [2]}}],
            },
        },
    },
)
