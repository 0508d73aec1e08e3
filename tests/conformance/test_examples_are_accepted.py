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
        for name in ("priorityClassName", "serviceAccountName"):  # admission asks for these; the example's own are not on a test cluster
            body.get("spec", {}).pop(name, None)
        cluster.create(body, dry_run=True)
