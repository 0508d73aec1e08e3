"""The pages "coming from …" show the same Pod with kpod and with others: each side is run here, where its library is installed.

Each runs in a process of its own, as a reader would run it, and as its threads want it. `make coming-from` installs them all.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from kpod import Secret, merge
from kpod.cluster import Ref
from tests.conformance.conftest import ClusterUnderTest, exists
from tests.until import until

FOLDER = Path(__file__).parents[2] / "examples" / "coming_from"
NAMESPACE = "default"  # as the official client's side says
PUBLIC = "busybox:1.37"
PRINTED = "loading eu\n14\n3\n"
LOAD = "import json, runpy, sys; names = runpy.run_path(sys.argv[1], run_name='side'); "


class Side(NamedTuple):
    """One library's side.

    Attributes:
        file: of the folder.
        library: the module that it needs.
        body: what makes the body of what the file defines.
        besides: what it sends besides, by path.
    """

    file: str
    library: str
    body: str
    besides: dict[str, Any]


OF_THE_CLIENT = "from kubernetes import client; body = client.ApiClient().sanitize_for_serialization({})"
OF_ARGO = """
template = names["workflow"].to_dict()["spec"]["templates"][0]
spec = {key: template[key] for key in ("securityContext", "tolerations", "volumes")}
main = {**template["container"], "name": template["name"]}
spec = {**spec, "restartPolicy": "Never", "containers": [main]}
body = {"apiVersion": "v1", "kind": "Pod", "metadata": {**template["metadata"], "name": "etl"}, "spec": spec}
"""
SENT_BY_CDK8S = {
    "metadata.labels[cdk8s.io/metadata.addr]": "etl-pod-c8e9e0c4",
    "spec.automountServiceAccountToken": True,
    "spec.containers[main].securityContext.privileged": False,
    "spec.containers[main].securityContext.readOnlyRootFilesystem": False,
    "spec.containers[main].securityContext.runAsNonRoot": True,
    "spec.securityContext.fsGroupChangePolicy": "Always",
    "spec.setHostnameAsFQDN": False,
    "spec.shareProcessNamespace": False,
}
SENT_BY_AIRFLOW = {
    "metadata.labels.airflow_kpo_in_cluster": "False",
    "metadata.labels.airflow_version": "3.3.2",
}
OURS = Side("ours", "kpod", "body = names['etl'].to_body()", {})
CLIENT = Side("official_client", "kubernetes", OF_THE_CLIENT.format("names['pod']"), {})
LIGHTKUBE = Side("with_lightkube", "lightkube", "body = names['pod'].to_dict()", {})
KR8S = Side("with_kr8s", "kr8s", "body = names['BODY']", {})
HERA = Side("with_hera", "hera", OF_ARGO, {})
CDK8S = Side("with_cdk8s", "cdk8s_plus_37", "import yaml; body = yaml.safe_load(names['app'].synth_yaml())", SENT_BY_CDK8S)
OPERATOR = "airflow.providers.cncf.kubernetes"
AIRFLOW = Side("airflow_operator", OPERATOR, OF_THE_CLIENT.format("names['load'].build_pod_request_obj()"), SENT_BY_AIRFLOW)


def is_there(module: str) -> bool:
    try:
        return find_spec(module) is not None
    except ModuleNotFoundError:  # of a package above it
        return False


def sides(*chosen: Side) -> list[Any]:
    return [
        pytest.param(
            side, id=side.file, marks=pytest.mark.skipif(not is_there(side.library), reason=f"needs {side.library}: make coming-from")
        )
        for side in chosen
    ]


@pytest.fixture
def kubeconfig_in_use(cluster: ClusterUnderTest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The cluster under test is what every library finds by itself."""
    config = yaml.safe_load(cluster.kubeconfig.read_text())
    for context in config["contexts"]:
        context["context"]["namespace"] = NAMESPACE
    path = tmp_path / "config"
    path.write_text(yaml.safe_dump(config))
    monkeypatch.setenv("KUBECONFIG", str(path))
    monkeypatch.setenv("AIRFLOW_HOME", str(tmp_path))
    return path


@pytest.fixture
def warehouse(cluster: ClusterUnderTest) -> Iterator[None]:
    """The Secret that the Pod reads."""
    body = Secret("warehouse", {"PASSWORD": "not-a-real-one"}).to_body()
    body["metadata"]["namespace"] = NAMESPACE
    made = cluster.create(body)
    yield
    cluster.delete(Ref.of(made))


def run(*words: str) -> str:
    done = subprocess.run([sys.executable, *words], capture_output=True, text=True, timeout=100, env=dict(os.environ))
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.usefixtures("kubeconfig_in_use")
@pytest.mark.parametrize("side", sides(CLIENT, LIGHTKUBE, KR8S, HERA, CDK8S, AIRFLOW))
def test_both_sides_make_the_same_pod(side: Side) -> None:
    def body_of(each: Side) -> dict[str, Any]:
        out = run("-c", f"{LOAD}\n{each.body}\nprint(json.dumps(body))", str(FOLDER / f"{each.file}.py"))
        body: dict[str, Any] = json.loads(out.splitlines()[-1])
        return body

    differences = {each.path: each.found for each in merge.diff(body_of(OURS), body_of(side), type="core_v1.Pod")}
    assert differences == side.besides


@pytest.mark.usefixtures("kubeconfig_in_use", "warehouse")
@pytest.mark.parametrize("side", sides(OURS, CLIENT, LIGHTKUBE, KR8S))
def test_both_sides_run_it_alike(side: Side, cluster: ClusterUnderTest, image: str, tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text((FOLDER / f"{side.file}.py").read_text().replace(PUBLIC, image))
    assert run(str(program)) == PRINTED
    until(lambda: not exists(cluster, Ref("Pod", "etl", NAMESPACE)), "the Pod is gone")
