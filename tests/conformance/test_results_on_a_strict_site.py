"""Results where little is allowed: Pod Security `restricted`, a quota that needs requests and limits, and no right to exec.

The same runs on every cluster; but the embedded one has a single user, who may do everything.
"""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest
from kubernetes import client, config

from kpod import Container, ForbiddenError, Job, Pod, Resources, Result, ResultError, Security, run
from kpod.cluster import Body, Ref
from kpod.kube import KubeCluster
from tests.conformance.admission import refusal
from tests.until import until

REAL = os.environ.get("KPOD_TEST_KUBECONFIG")
HARD = {"requests.cpu": "4", "requests.memory": "4Gi", "limits.cpu": "8", "limits.memory": "4Gi"}
RULES = [
    {"apiGroups": [""], "resources": ["pods"], "verbs": ["create", "get", "list", "watch", "delete"]},
    {"apiGroups": [""], "resources": ["pods/log"], "verbs": ["get"]},
]
ALLOWED = ["create pods", "get pods", "list pods", "watch pods", "delete pods", "get pods --subresource=log"]
FORBIDDEN = ["patch pods", "get secrets", "list events", "create jobs"]
FORBIDDEN += [f"{verb} pods --subresource={door}" for verb in ("create", "get") for door in ("exec", "attach", "portforward")]
"""As kubectl asks: `pods/exec` would be a Pod that is called exec."""


@attrs.frozen
class Site:
    """A strict namespace, and the cluster as somebody with few rights there sees it."""

    cluster: KubeCluster
    kubeconfig: Path
    namespace: str


@pytest.fixture
def site(cluster: Any, namespace: str, image: str, tmp_path: Path) -> Iterator[Site]:
    cluster.patch(Ref("Namespace", namespace), {"metadata": {"labels": {"pod-security.kubernetes.io/enforce": "restricted"}}})
    with config.new_client_from_config(str(cluster.kubeconfig)) as api:
        core = client.CoreV1Api(api)  # kpod has no use for quotas and tokens
        core.create_namespaced_resource_quota(namespace, {"metadata": {"name": "strict"}, "spec": {"hard": HARD}})
        good = strict(image, "true", Result(format="text")).but(name="good")
        for missing, sentence in (("security", "violates PodSecurity"), ("resources", "failed quota")):
            bad = good.but(**{missing: None}).to_body()
            until(lambda bad=bad, sentence=sentence: sentence in refusal(cluster, namespace, bad), "the site is strict")
        if not REAL:
            yield Site(cluster, cluster.kubeconfig, namespace)
            return
        binding = {
            "apiVersion": "rbac.authorization.k8s.io/v1",
            "kind": "RoleBinding",
            "roleRef": {"apiGroup": "rbac.authorization.k8s.io", "kind": "Role", "name": "runner"},
            "subjects": [{"kind": "ServiceAccount", "name": "runner", "namespace": namespace}],
        }
        role = {"apiVersion": "rbac.authorization.k8s.io/v1", "kind": "Role", "rules": RULES}
        for body in ({"apiVersion": "v1", "kind": "ServiceAccount"}, role, binding):
            cluster.create({**body, "metadata": {"name": "runner", "namespace": namespace}})
        token = core.create_namespaced_service_account_token("runner", namespace, {"spec": {}}).status.token
    content = json.loads(cluster.kubeconfig.read_text())
    content["users"] = [{"name": user["name"], "user": {"token": token}} for user in content["users"]]
    path = tmp_path / "runner"
    path.write_text(json.dumps(content))
    with KubeCluster(path, namespace=namespace) as runner:
        until(lambda: not refusal(runner, namespace, good.to_body()), "the runner has its rights, and the quota has been counted")
        yield Site(runner, path, namespace)


def strict(image: str, script: str, result: Result, **more: Any) -> Pod:
    return Pod(
        image,
        cmds=["sh", "-c", script],
        result=result,
        grace=20,
        main=Container(pull_policy="IfNotPresent"),
        security=Security.restricted(user=1000),
        resources=Resources(cpu="50m", memory="64Mi", cpu_limit="500m"),
        **more,
    )


def launch(site: Site, pod: Pod) -> run.Run:
    body: Body = pod.to_body()
    for helper in body["spec"].get("initContainers", []):
        helper["imagePullPolicy"] = "IfNotPresent"
    return run.launch(body, namespace=site.namespace, cluster=site.cluster)


@pytest.mark.real
def test_the_account_may_not_exec(site: Site, kubectl_binary: Path) -> None:
    if not REAL:
        pytest.skip("the embedded cluster has a single user, who may do everything")

    def may(words: str) -> str:
        words_of_kubectl = [kubectl_binary, "--kubeconfig", site.kubeconfig, "-n", site.namespace, "auth", "can-i", *words.split()]
        return subprocess.run(words_of_kubectl, capture_output=True, text=True, check=False).stdout.strip()

    assert {words: may(words) for words in ALLOWED} == dict.fromkeys(ALLOWED, "yes")
    assert {words: may(words) for words in FORBIDDEN} == dict.fromkeys(FORBIDDEN, "no")


@pytest.mark.real
@pytest.mark.parametrize("change", [{"resources": None}, {"security": None}], ids=["no resources", "not restricted"])
def test_the_namespace_refuses_what_is_not_strict(site: Site, image: str, change: dict[str, Any]) -> None:
    with pytest.raises(ForbiddenError):
        launch(site, strict(image, "true", Result(format="text")).but(**change))


@pytest.mark.real
@pytest.mark.parametrize("large", [False, True], ids=["unframed", "framed"])
def test_text_of_every_size_comes_back_and_one_byte_more_is_cut(site: Site, image: str, large: bool) -> None:
    sizes = (0, 4096, 32_768, 70_000, 1 << 20) if large else (1, 2, 1024, 2048, 3072, 4092, 4095, 4096)
    text = "abcdefg\n" * (max(sizes) // 8 + 1)
    result = Result(format="text", large=large)
    runs = {size: launch(site, strict(image, f"yes abcdefg | head -c {size} > $KPOD_RESULT", result)) for size in sizes}
    for size in sizes:
        if large or size < 4096:
            assert runs[size].result(100) == text[:size]
        else:
            with pytest.raises(ResultError, match="the work succeeded") as caught:
                runs[size].result(100)
            assert caught.value.flaw == "cut"


@pytest.mark.real
@pytest.mark.parametrize("helper", [False, True], ids=["wrapper", "helper"])
def test_binary_data_comes_back_byte_for_byte(site: Site, image: str, helper: bool) -> None:
    table = "".join(f"\\{number:03o}" for number in range(256))
    script = f"i=0; while [ $i -lt 300 ]; do printf '{table}'; i=$((i+1)); done > $KPOD_RESULT"
    started = launch(site, strict(image, script, Result(format="bytes", large=True, helper=image if helper else None)))
    assert started.result(100) == bytes(range(256)) * 300


@pytest.mark.real
def test_a_job_hands_its_result_back_too(cluster: KubeCluster, site: Site, image: str) -> None:
    # by somebody who may make Jobs: the runner of this site may not
    pod = strict(image, "yes abcdefg | head -c 70000 > $KPOD_RESULT", Result(format="text", large=True))
    with run.launch(Job(pod, retries=0), namespace=site.namespace, cluster=cluster) as started:
        assert started.result(100) == ("abcdefg\n" * 70_000)[:70_000]
