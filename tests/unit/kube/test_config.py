"""Which cluster is meant: each way in which a configuration can be missing or broken is one clear error with what to do."""

from __future__ import annotations

import json
import subprocess
import sys
import traceback
from pathlib import Path
from typing import Any

import pytest

from kpod import kube
from kpod.cluster import Ref
from kpod.errors import ConfigError, UnreachableError
from kpod.kube import KubeCluster, config

GOOD: dict[str, Any] = {
    "clusters": [{"name": "c", "cluster": {"server": "http://127.0.0.1:1"}}],
    "users": [{"name": "u", "user": {"token": "canary-token"}}],
    "contexts": [
        {"name": "one", "context": {"cluster": "c", "user": "u", "namespace": "team"}},
        {"name": "two", "context": {"cluster": "c"}},
    ],
    "current-context": "one",
}


def one_error(text: str, *parts: str) -> None:
    assert all(part in text for part in parts), text
    assert "Traceback" not in text
    assert "canary" not in text


def test_a_kubeconfig_gives_the_context_and_its_namespace(tmp_path: Path) -> None:
    path = tmp_path / "config"
    path.write_text(json.dumps(GOOD))
    cluster = KubeCluster(path)
    assert (cluster.name, cluster.namespace) == ("one", "team")
    other = KubeCluster(path, context="two")
    assert (other.name, other.namespace) == ("two", None)
    assert KubeCluster(GOOD, namespace="mine").namespace == "mine"
    assert "canary" not in repr(KubeCluster(GOOD))


def test_a_kubeconfig_that_is_missing_is_named_with_the_way_out(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        KubeCluster(tmp_path / "none")
    one_error(str(caught.value), str(tmp_path / "none"), "does not exist", "kpod local up")


def test_a_kubeconfig_variable_that_points_nowhere_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("KUBECONFIG", str(tmp_path / "none"))
    with pytest.raises(ConfigError) as caught:
        kube.default()
    one_error(str(caught.value), "$KUBECONFIG", "does not exist")


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("clusters: [\n", "is broken, line"),
        ("clusters:\n\t- a\n", "line 2"),
        ("- a\n", "is broken"),
        ("", "no mapping"),
        ("clusters: 3\ncontexts: []\ncurrent-context: x\n", "clusters is no list"),
        ("contexts: [{name: x}]\ncurrent-context: x\n", "lacks its name or its context"),
        ("contexts: []\n", "no current-context"),
        ("contexts: []\ncurrent-context: gone\n", "no context 'gone'"),
        ("contexts: [{name: x, context: {cluster: c}}]\ncurrent-context: x\n", "no cluster with a server"),
    ],
)
def test_a_kubeconfig_that_is_broken_says_where(tmp_path: Path, text: str, part: str) -> None:
    path = tmp_path / "config"
    path.write_text(text)
    with pytest.raises(ConfigError) as caught:
        KubeCluster(path)
    one_error(str(caught.value), str(path), part)


def test_a_certificate_that_is_no_base64_is_told_without_its_text() -> None:
    broken = json.loads(json.dumps(GOOD))
    broken["clusters"][0]["cluster"] = {"server": "https://127.0.0.1:1", "certificate-authority-data": "canary!"}
    with pytest.raises(ConfigError) as caught:
        KubeCluster(broken).version()
    one_error(str(caught.value), "context one of a dict cannot be used")


def test_a_port_where_nobody_listens_is_unreachable_and_names_server_and_context() -> None:
    slept: list[float] = []
    with KubeCluster(GOOD, sleep=slept.append) as cluster, pytest.raises(UnreachableError) as caught:
        cluster.list("Pod", namespace="team")
    one_error(str(caught.value), "connection was refused", "http://127.0.0.1:1", "context one")
    assert len(slept) == 3
    assert len(str(caught.value).splitlines()) == 2


UNUSABLE = {
    "no version 6 address": ("https://[::bad", {}, "Invalid IPv6 URL"),
    "no scheme of the web": ("htp://127.0.0.1:1", {}, "Not supported URL scheme htp"),
    "no name": ("https://a..b", {}, "'a..b'"),
    "no port": ("https://127.0.0.1:99999", {}, "127.0.0.1:99999"),
    "a token of two lines": ("http://127.0.0.1:1", {"token": "hidden\nhidden"}, "characters that no HTTP header may have"),
    "a token that is no latin": ("http://127.0.0.1:1", {"token": "hidden\u20ac"}, "characters that no HTTP header may have"),
}


@pytest.mark.parametrize(("server", "user", "why"), UNUSABLE.values(), ids=UNUSABLE)
def test_an_address_or_a_credential_with_which_nothing_can_be_sent_is_no_answer_of_a_server(
    server: str, user: dict[str, str], why: str
) -> None:
    content = {
        "current-context": "mine",
        "contexts": [{"name": "mine", "context": {"cluster": "c", "user": "u", "namespace": "n"}}],
        "clusters": [{"name": "c", "cluster": {"server": server}}],
        "users": [{"name": "u", "user": user}],
    }
    with pytest.raises(ConfigError) as caught:
        KubeCluster(content).get(Ref("Pod", "p"))
    assert why in str(caught.value)
    assert "context mine of a dict" in str(caught.value)
    assert "hidden" not in "".join(traceback.format_exception(caught.value))


def test_no_cluster_at_all_names_everything_that_was_tried(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("KUBECONFIG", raising=False)
    with pytest.raises(ConfigError) as caught:
        kube.default()
    one_error(str(caught.value), "$KUBECONFIG: not set", "service account", str(tmp_path / ".kube/config"), "kpod local up", "--local")


def test_the_kubeconfig_at_home_is_taken_and_an_explicit_variable_before_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    home = tmp_path / ".kube" / "config"
    home.parent.mkdir()
    home.write_text(json.dumps(GOOD))
    other = tmp_path / "other"
    other.write_text(json.dumps({**GOOD, "current-context": "two"}))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("KUBECONFIG", raising=False)
    assert kube.default().name == "one"
    monkeypatch.setenv("KUBECONFIG", str(other))
    assert kube.default().name == "two"


def test_the_service_account_of_a_pod_gives_its_namespace(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "token").write_text("canary")
    (tmp_path / "namespace").write_text("team\n")
    monkeypatch.setattr(config, "SERVICE_ACCOUNT", tmp_path)
    monkeypatch.setenv("KUBERNETES_SERVICE_HOST", "127.0.0.1")
    monkeypatch.delenv("KUBECONFIG", raising=False)
    cluster = kube.default()
    assert (cluster.name, cluster.namespace) == ("in-cluster", "team")


def test_no_namespace_is_never_guessed() -> None:
    with KubeCluster(GOOD, context="two") as cluster, pytest.raises(ConfigError, match="no namespace is given"):
        cluster.create({"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "a"}})


def test_without_the_official_client_the_extra_is_named() -> None:
    script = (
        "import sys; sys.modules['kubernetes'] = None\n"
        "from kpod.kube import KubeCluster\n"
        "from kpod.errors import ConfigError\n"
        f"try: KubeCluster({GOOD!r}).version()\n"
        "except ConfigError as error: print(error)\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert "pip install 'kpod[kube]'" in done.stdout


def test_importing_the_room_does_not_import_the_official_client() -> None:
    script = "import kpod.kube, kpod.run, sys; print([name for name in ('kubernetes', 'msgspec', 'yaml') if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
