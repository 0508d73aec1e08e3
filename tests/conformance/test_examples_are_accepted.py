"""Every example is shown to the cluster by a dry run: what the documentation says, a server takes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from kubernetes import client, config
from kubernetes.client.exceptions import ApiException

from kpod.cluster import Cluster
from tests.conformance.admission import refusal
from tests.golden.test_examples import EXAMPLES, objects
from tests.until import until

pytestmark = pytest.mark.real


@pytest.fixture
def priority_class(kubeconfig: Path) -> Iterator[Callable[[str], None]]:
    """Makes a PriorityClass, which is the administrator's and no namespace's, and deletes it at the end; one that is there stays."""
    made: list[str] = []
    with config.new_client_from_config(str(kubeconfig)) as api:
        scheduling = client.SchedulingV1Api(api)

        def make(name: str) -> None:
            try:
                scheduling.create_priority_class(client.V1PriorityClass(metadata=client.V1ObjectMeta(name=name), value=1))
            except ApiException as error:
                if error.status != 409:
                    raise
            else:
                made.append(name)

        yield make
        for name in made:
            scheduling.delete_priority_class(name)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_server_accepts_the_example(path: Path, cluster: Cluster, namespace: str, priority_class: Callable[[str], None]) -> None:
    for made in objects(path):
        body = made.to_body()
        body["metadata"]["namespace"] = namespace
        spec = body.get("spec", {})
        if account := spec.get("serviceAccountName"):  # admission asks for it
            cluster.create({"apiVersion": "v1", "kind": "ServiceAccount", "metadata": {"name": account, "namespace": namespace}})
        if priority := spec.get("priorityClassName"):  # and for this
            priority_class(priority)
            until(lambda body=body: "no PriorityClass" not in refusal(cluster, namespace, body), "admission knows the class")
        cluster.create(body, dry_run=True)
