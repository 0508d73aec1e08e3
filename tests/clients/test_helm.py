"""helm installs, tests, upgrades, rolls back and removes a release, and waits for its Jobs."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.clients.conftest import Kubectl

pytestmark = pytest.mark.real

CHART = Path(__file__).parent / "chart"
WAIT = ("--wait", "--wait-for-jobs", "--timeout", "90s")

Helm = Callable[..., str]


@pytest.fixture
def helm(helm_binary: Path, kubeconfig: Path, namespace: str, tmp_path: Path) -> Helm:
    """Runs helm in the test's namespace, and returns what it says; fails where the exit code is not `code`."""
    environment = {"KUBECONFIG": str(kubeconfig), "HOME": str(tmp_path), "PATH": os.environ["PATH"]}

    def run(*arguments: str, code: int = 0) -> str:
        words = [str(helm_binary), "--namespace", namespace, *arguments]
        done = subprocess.run(words, capture_output=True, text=True, env=environment, timeout=120, check=False)
        assert done.returncode == code, f"helm {' '.join(arguments)} ended with {done.returncode}:\n{done.stdout}{done.stderr}"
        return done.stdout + done.stderr

    return run


def test_a_release_lives_its_whole_life(helm: Helm, kubectl: Kubectl) -> None:
    def colour() -> str:
        return kubectl("get", "configmap", "r", "-o", "jsonpath={.data.colour}").stdout

    assert "STATUS: deployed" in helm("install", "r", str(CHART), *WAIT)
    assert kubectl("logs", "job/r-1").stdout == "it is blue\n"  # --wait-for-jobs has waited for its end
    assert kubectl("get", "secret", "r", "-o", "jsonpath={.data.password}").stdout == "Y2FuYXJ5"
    tested = helm("test", "r", "--logs", "--timeout", "90s")
    assert "Phase:          Succeeded" in tested
    assert "tested" in tested

    helm("upgrade", "r", str(CHART), "--set", "colour=red", *WAIT)
    assert (colour(), kubectl("logs", "job/r-2").stdout) == ("red", "it is red\n")
    assert "No resources found" in kubectl("get", "jobs", "--field-selector", "metadata.name=r-1").stderr
    assert "Phase:          Failed" in helm("test", "r", "--timeout", "90s", code=1)
    history = json.loads(helm("history", "r", "-o", "json"))
    assert [(each["revision"], each["status"]) for each in history] == [(1, "superseded"), (2, "deployed")]
    assert json.loads(helm("get", "values", "r", "-o", "json")) == {"colour": "red"}

    helm("rollback", "r", "1", *WAIT)
    assert colour() == "blue"
    [release] = json.loads(helm("list", "-o", "json"))
    assert (release["name"], str(release["revision"]), release["status"]) == ("r", "3", "deployed")

    assert 'release "r" uninstalled' in helm("uninstall", "r", "--wait", "--timeout", "90s")
    assert "No resources found" in kubectl("get", "jobs,secrets").stderr
    assert json.loads(helm("list", "-o", "json")) == []


def test_a_release_that_the_server_refuses_is_told_as_failed(helm: Helm) -> None:
    refused = helm("install", "r", str(CHART), "--set", "image=", "--timeout", "5s", "--wait", "--wait-for-jobs", code=1)
    assert "spec.template.spec.containers[0].image" in refused
    assert [each["status"] for each in json.loads(helm("history", "r", "-o", "json"))] == ["failed"]


def test_a_dry_run_against_the_server_leaves_nothing(helm: Helm, kubectl: Kubectl) -> None:
    assert "kind: Job" in helm("install", "r", str(CHART), "--dry-run=server")
    assert "No resources found" in kubectl("get", "jobs,secrets").stderr
