"""A Job that waits in a queue of Kueue: made suspended, and let go by the queue. Its clocks stand until then."""

from kpod import Job, Pod, Resources

embed = Job(
    Pod("registry.example.com/embed:7", resources=Resources(cpu=8, memory="32Gi", gpu=1)),
    name="embed",
    labels={"kueue.x-k8s.io/queue-name": "team-search"},
    suspend=True,
)
