"""What an eviction, a preemption or a drained node does to a Job: three policies, each sent only because it is asked for."""

from datetime import timedelta

from kpod import Job, Pod

pod = Pod("registry.example.com/settle:1")

once = Job(pod, name="settle-once", on_disruption="fail")  # never twice: whoever reads the end decides
again = Job(pod, name="settle-again", on_disruption="retry", deadline=timedelta(hours=2))  # again, without using up retries
counted = Job(pod, name="settle-counted", retries=3)  # Kubernetes' own way: a disruption is a failure like any other
