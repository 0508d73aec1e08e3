"""With the official client: its models are taken wherever a Pod or a part belongs, and its calls take a body of ours."""

from kubernetes import client

from kpod import Pod, Resources

theirs = client.V1Pod(
    metadata=client.V1ObjectMeta(name="load", labels={"team": "data"}),
    spec=client.V1PodSpec(containers=[client.V1Container(name="main", image="registry.example.com/load:3")]),
)

load = Pod("registry.example.com/load:4", resources=Resources(memory="1Gi"), base=theirs)
print(load.to_yaml())

body = load.to_body()  # what their calls take: client.CoreV1Api().create_namespaced_pod("data", body)
