"""The recipes that need a cluster are run on it: they print what stands beside them, and leave nothing behind."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from kpod.cluster import Cluster
from tests.conformance.conftest import ClusterUnderTest
from tests.golden.test_examples import ON_A_CLUSTER, is_golden
from tests.until import until

pytestmark = pytest.mark.real
PUBLIC = "busybox:1.37"
"""The image that the recipes name, which anybody can pull; here it is the cluster's own."""


@pytest.fixture
def own_namespace(cluster: ClusterUnderTest, namespace: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A namespace of this test's own, which "no cluster given" means in it."""
    config = yaml.safe_load(cluster.kubeconfig.read_text())
    for context in config["contexts"]:
        context["context"]["namespace"] = namespace
    kubeconfig = tmp_path / "config"
    kubeconfig.write_text(yaml.safe_dump(config))
    monkeypatch.setenv("KUBECONFIG", str(kubeconfig))
    return namespace


@pytest.mark.parametrize("path", ON_A_CLUSTER, ids=lambda path: path.stem)
def test_a_recipe_prints_what_stands_beside_it(
    path: Path, own_namespace: str, cluster: Cluster, image: str, capsys: pytest.CaptureFixture[str]
) -> None:
    source = path.read_text().replace(PUBLIC, image)
    exec(compile(source, str(path), "exec"), {"__name__": "recipe", "__file__": str(path)})
    assert is_golden(path.with_suffix(".txt"), capsys.readouterr().out)
    for kind in ("Pod", "Job", "Secret"):
        until(lambda kind=kind: not cluster.list(kind, namespace=own_namespace).items, f"no {kind} is left")
