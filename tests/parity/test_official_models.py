"""The official client's models are taken wherever an object is, in the generations 36 and 37 alike."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from kubernetes import client

from kpod import wire

UTC = timezone.utc


def test_a_pod_of_the_official_client_gives_its_body() -> None:
    pod = client.V1Pod(
        api_version="v1",
        kind="Pod",
        metadata=client.V1ObjectMeta(
            name="x", labels={"a": "b"}, managed_fields=[client.V1ManagedFieldsEntry(manager="m", fields_v1={"f:metadata": {}})]
        ),
        spec=client.V1PodSpec(
            host_network=False,
            containers=[
                client.V1Container(
                    name="main",
                    image="i",
                    args=[],
                    env=[client.V1EnvVar(name="A", value="1")],
                    liveness_probe=client.V1Probe(
                        http_get=client.V1HTTPGetAction(port=80, path="/"), tcp_socket=client.V1TCPSocketAction(port="http")
                    ),
                    resources=client.V1ResourceRequirements(limits={"cpu": "1"}),
                )
            ],
            volumes=[client.V1Volume(name="e", empty_dir=client.V1EmptyDirVolumeSource())],
        ),
    )
    body = {
        "apiVersion": "v1",
        "kind": "Pod",
        "metadata": {"name": "x", "labels": {"a": "b"}, "managedFields": [{"manager": "m", "fieldsV1": {"f:metadata": {}}}]},
        "spec": {
            "hostNetwork": False,
            "containers": [
                {
                    "name": "main",
                    "image": "i",
                    "args": [],
                    "env": [{"name": "A", "value": "1"}],
                    "livenessProbe": {"httpGet": {"port": 80, "path": "/"}, "tcpSocket": {"port": "http"}},
                    "resources": {"limits": {"cpu": "1"}},
                }
            ],
            "volumes": [{"name": "e", "emptyDir": {}}],
        },
    }
    assert wire.to_body(pod) == body
    assert wire.to_body(wire.load(wire.to_body(pod))) == body
    assert wire.read_yaml(wire.to_yaml(pod))[0].body == body


def test_times_of_the_official_client_are_written_in_utc_as_the_server_wants_them() -> None:
    event = client.CoreV1Event(
        metadata=client.V1ObjectMeta(name="e"),
        involved_object=client.V1ObjectReference(kind="Pod"),
        event_time=datetime(2026, 1, 1, tzinfo=UTC),
        first_timestamp=datetime(2026, 1, 1, 3, tzinfo=timezone(timedelta(hours=3))),
        last_timestamp=datetime(2026, 1, 1, 0, 0, 0, 5, tzinfo=UTC),
    )
    body = wire.to_body(event)
    assert body["eventTime"] == "2026-01-01T00:00:00.000000Z"
    assert body["firstTimestamp"] == "2026-01-01T00:00:00Z"
    assert body["lastTimestamp"] == "2026-01-01T00:00:00.000005Z"
