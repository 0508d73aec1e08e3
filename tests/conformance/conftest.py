"""One suite, every cluster: the embedded one, or that of KPOD_TEST_KUBECONFIG.

The environment variable names the kubeconfig of a cluster for tests, whose node has the image `kpod.local/busybox:1`.
"""

from __future__ import annotations

import base64
import json
import os
import secrets
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from kpod import local
from kpod.cluster import Body, Ref
from kpod.errors import NotFoundError
from kpod.kube import KubeCluster
from tests.conformance.shell import EXECUTABLE, KINDS, Done
from tests.kubectl import unpack_kubectl
from tests.until import until

IMAGE = "kpod.local/busybox:1"
REAL = "KPOD_TEST_KUBECONFIG"


@pytest.fixture(scope="session")
def kubeconfig(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The path of a kubeconfig for the cluster under test."""
    named = os.environ.get(REAL)
    if not named:
        with local.cluster({IMAGE: "host"}) as embedded:
            yield embedded.kubeconfig
        return
    # the official client writes embedded certificates into temporary files that live as long as the process
    folder = tmp_path_factory.mktemp("kubeconfig")
    content = yaml.safe_load(Path(named).read_text())
    for entry in [*(each["cluster"] for each in content["clusters"]), *(each["user"] for each in content["users"])]:
        for field in [field for field in entry if field.endswith("-data")]:
            file = folder / field
            file.write_bytes(base64.b64decode(entry.pop(field)))
            entry[field.removesuffix("-data")] = str(file)
    path = folder / "config"
    path.write_text(json.dumps(content))
    yield path


class ClusterUnderTest(KubeCluster):
    """A cluster, and the path of a kubeconfig for other clients."""

    def __init__(self, kubeconfig: Path) -> None:
        super().__init__(kubeconfig)
        self.kubeconfig = kubeconfig


@pytest.fixture(scope="session")
def cluster(kubeconfig: Path) -> Iterator[ClusterUnderTest]:
    """The cluster under test."""
    with ClusterUnderTest(kubeconfig) as connected:
        connected.version()
        yield connected


@pytest.fixture(scope="session")
def image() -> str:
    """An image that the cluster has, with `sh` and the usual tools."""
    return IMAGE


@pytest.fixture(scope="session")
def kubectl_binary(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The stock kubectl."""
    return unpack_kubectl(tmp_path_factory.mktemp("kubectl"))


@pytest.fixture
def namespace(cluster: KubeCluster) -> Iterator[str]:
    """A fresh namespace; deleted, with all that is in it, at the end."""
    name = f"kpod-test-{secrets.token_hex(4)}"
    made = cluster.create({"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": name}})
    try:
        until(lambda: exists(cluster, Ref("ServiceAccount", "default", name)), "the namespace has its account")
        yield name
    finally:
        cluster.delete(Ref.of(made))


@pytest.fixture
def pod(image: str) -> Callable[..., Body]:
    """Makes the body of a Pod that runs one line of shell."""

    def make(script: str, *, grace: int = 1, **more: Any) -> Body:
        spec, container = more.pop("spec", {}), more.pop("container", {})
        main = {"name": "main", "image": image, "imagePullPolicy": "IfNotPresent", "command": ["sh", "-c", script], **container}
        given = {"restartPolicy": "Never", "terminationGracePeriodSeconds": grace, "automountServiceAccountToken": False}
        return {"apiVersion": "v1", "kind": "Pod", "metadata": more, "spec": {**given, "containers": [main], **spec}}

    return make


@pytest.fixture
def job(pod: Callable[..., Body]) -> Callable[..., Body]:
    """Makes the body of a Job of one such Pod, without another try."""

    def make(script: str, *, backoff: int = 0, job: Body | None = None, **more: Any) -> Body:
        body = pod(script, **more)
        template = {"metadata": {}, "spec": body["spec"]}
        spec = {"backoffLimit": backoff, "template": template, **(job or {})}
        return {"apiVersion": "batch/v1", "kind": "Job", "metadata": body["metadata"], "spec": spec}

    return make


def exists(cluster: KubeCluster, ref: Ref) -> bool:
    try:
        cluster.get(ref)
    except NotFoundError:
        return False
    return True


@pytest.fixture(name="until")
def until_fixture() -> Callable[..., Any]:
    """Waits for a condition."""
    return until


@pytest.fixture
def environment(cluster: Any, namespace: str) -> dict[str, str]:
    keep = {name: os.environ[name] for name in ("PATH", "HOME", "TMPDIR") if name in os.environ}
    return {**keep, "KUBECONFIG": str(cluster.kubeconfig), "PYTHONWARNINGS": "error"}


@pytest.fixture
def kpod(environment: dict[str, str], namespace: str, tmp_path: Path) -> Callable[..., Done]:
    def call(*words: str, stdin: str = "", **changes: str | None) -> Done:
        variables = {name: value for name, value in {**environment, **changes}.items() if value is not None}
        done = subprocess.run([EXECUTABLE, *words], input=stdin, capture_output=True, text=True, timeout=100, env=variables, cwd=tmp_path)
        return Done(done.returncode, done.stdout, done.stderr)

    return call


@pytest.fixture
def run(kpod: Callable[..., Done], namespace: str, image: str) -> Callable[..., Done]:
    """`kpod run` of a shell script in the namespace of the test."""

    def call(script: str, *words: str, **changes: str | None) -> Done:
        return kpod("run", "--namespace", namespace, "--image", image, *words, "--", "sh", "-c", script, **changes)

    return call


@pytest.fixture
def objects(cluster: Any, namespace: str) -> Callable[[], list[str]]:
    """What is in the namespace, but for what every namespace has."""

    def look() -> list[str]:
        bodies = [(kind, body) for kind in KINDS for body in cluster.list(kind, namespace=namespace).items]
        names = [f"{kind}/{body['metadata']['name']}" for kind, body in bodies]
        return sorted(name for name in names if name != "ConfigMap/kube-root-ca.crt")

    return look


@pytest.fixture
def is_empty(objects: Callable[[], list[str]]) -> Callable[[], bool]:
    """Whether the namespace is empty, or gets so soon: deletes are in the background."""

    def look() -> bool:
        return bool(until(lambda: not objects(), "the namespace is empty"))

    return look
