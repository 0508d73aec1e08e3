"""A hundred pieces of work, ten at a time: each Pod finds its number from 0 to 99 in the variable `JOB_COMPLETION_INDEX`."""

from kpod import Job, Pod, Resources

render = Job(
    Pod(
        "registry.example.com/render:4",
        cmds=["sh", "-c", 'render --frame "$JOB_COMPLETION_INDEX"'],
        resources=Resources(cpu=1, memory="2Gi"),
    ),
    name="render",
    completions=100,
    parallelism=10,
    indexed=True,
    retries=10,
)
