"""Every example is shown to the cluster by a dry run: what the documentation says, a server takes."""

from __future__ import annotations

from pathlib import Path

import pytest

from kpod.cluster import Cluster
from tests.golden.test_examples import EXAMPLES, objects

pytestmark = pytest.mark.real


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_server_accepts_the_example(path: Path, cluster: Cluster, namespace: str) -> None:
    for made in objects(path):
        body = made.to_body()
        body["metadata"]["namespace"] = namespace
        account = body.get("spec", {}).get("serviceAccountName")
        if account:  # admission asks for it
            cluster.create({"apiVersion": "v1", "kind": "ServiceAccount", "metadata": {"name": account, "namespace": namespace}})
        body.get("spec", {}).pop("priorityClassName", None)  # and for this, which is the administrator's and no namespace's
        cluster.create(body, dry_run=True)
