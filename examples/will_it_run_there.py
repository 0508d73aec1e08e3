"""Before anything is sent: does an older server know these fields, would a restricted namespace take it, what does it ask for?"""

from kpod import Container, Pod, Resources, Volume, rules

pod = Pod(
    "registry.example.com/train:5",
    sidecars=[Container("registry.example.com/metrics:1", resources=Resources(cpu="100m", memory="64Mi"))],
    resources=Resources(cpu=2, memory="4Gi"),
    volumes={"/data": Volume.host_path("/srv/data")},
    name="train",
)
body = pod.to_body()

print("needs Kubernetes", rules.needs(body).version)
for problem in rules.check_version(body, "1.28"):
    print(" ", problem)

print("in a namespace that enforces restricted:")
for problem in rules.pod_security(body, "restricted"):
    print(" ", problem)

found = rules.effective_resources(body)
print("the scheduler keeps free:", {name: str(amount) for name, amount in found.requests.items()}, "and its class is", rules.qos(body))
