"""A run's literal Secrets and ConfigMaps: there before its Pod, gone with it; the values of Secrets shown nowhere."""

from __future__ import annotations

import logging
from collections.abc import Callable

import pytest

from kpod import ConfigMap, Job, Pod, Secret
from kpod.cluster import Body, Ref
from kpod.errors import ApiError, NotFoundError
from kpod.kube import KubeCluster

CANARY = "canary-7d1e0b"


@pytest.fixture(params=["pod", "job"])
def spec(request: pytest.FixtureRequest, image: str) -> Pod | Job:
    """A Pod, then a Job, that reads a literal Secret from its environment."""
    words = ["sh", "-c", 'test "$TOKEN" = ' + CANARY[:6] + '"-7d1e0b" && echo same']
    pod = Pod(image, cmds=words, secrets=[Secret("token", {"TOKEN": CANARY})])
    return pod if request.param == "pod" else Job(pod)


def secrets_of(cluster: KubeCluster, namespace: str) -> list[str]:
    return [item["metadata"]["name"] for item in cluster.list("Secret", namespace=namespace).items]


@pytest.mark.real
def test_the_secret_is_there_when_the_pod_starts_and_gone_with_the_run(
    cluster: KubeCluster, namespace: str, spec: Pod | Job, until: Callable[..., object], caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG), spec.launch(namespace=namespace, cluster=cluster) as started:
        outcome = started.wait(60)
        assert outcome.ok, str(outcome)
        assert outcome.times.created is not None
        assert outcome.times.finished is not None
        assert (outcome.times.finished - outcome.times.created).total_seconds() < 10, "it did not wait for its Secret"
        assert list(started.logs()) == ["same"]
        [name] = secrets_of(cluster, namespace)
        assert name.startswith("token-")
        [owner] = cluster.get(Ref("Secret", name, namespace))["metadata"]["ownerReferences"]
        assert owner["uid"] == started.ref.uid
        assert "blockOwnerDeletion" not in owner
        shown = [str(outcome), repr(outcome), repr(started), repr(spec), str(started.events()), str(cluster.get(started.ref)), caplog.text]
    assert not [text for text in shown if CANARY in text]
    until(lambda: not secrets_of(cluster, namespace), "the Secret is gone")


@pytest.mark.real
def test_a_run_that_cannot_be_made_leaves_no_secret(cluster: KubeCluster, namespace: str, spec: Pod | Job) -> None:
    body = spec.to_body()
    body["metadata"]["labels"] = {"app": "no label"}

    class Refused:
        def to_body(self) -> dict[str, object]:
            return body

        def objects(self) -> list[object]:
            return list(spec.objects())

    from kpod import run

    with pytest.raises(ApiError) as caught:
        run.launch(Refused(), namespace=namespace, cluster=cluster, levels={"label": "off"})
    assert CANARY not in str(caught.value)
    assert secrets_of(cluster, namespace) == []


@pytest.mark.real
def test_a_namespace_that_is_not_there_is_one_clear_error_and_leaves_nothing(cluster: KubeCluster, spec: Pod | Job) -> None:
    with pytest.raises(NotFoundError, match='namespaces "nowhere-at-all" not found') as caught:
        spec.launch(namespace="nowhere-at-all", cluster=cluster)
    assert len(str(caught.value).splitlines()) == 1


def test_two_runs_of_one_spec_have_secrets_of_their_own(cluster: KubeCluster, namespace: str, spec: Pod | Job) -> None:
    with spec.launch(namespace=namespace, cluster=cluster) as one, spec.launch(namespace=namespace, cluster=cluster) as two:
        assert len(secrets_of(cluster, namespace)) == 2
        assert one.wait(60).ok
        assert two.wait(60).ok


def test_a_secret_that_a_killed_launch_left_is_replaced_or_given_to_its_run(
    cluster: KubeCluster, namespace: str, spec: Pod | Job, until: Callable[..., object]
) -> None:
    with spec.launch(key="k", namespace=namespace, cluster=cluster) as first:
        [name] = secrets_of(cluster, namespace)
        cluster.patch(Ref("Secret", name, namespace), {"metadata": {"ownerReferences": None}})
        spec.launch(key="k", namespace=namespace, cluster=cluster)
        [owner] = cluster.get(Ref("Secret", name, namespace))["metadata"]["ownerReferences"]
        assert owner["uid"] == first.ref.uid
        cluster.patch(Ref("Secret", name, namespace), {"metadata": {"ownerReferences": None}})
    until(lambda: not cluster.list("Pod", namespace=namespace).items, "the first run is gone")
    cluster.patch(Ref("Secret", name, namespace), {"data": {"TOKEN": "c3RhbGU="}})
    with spec.launch(key="k", namespace=namespace, cluster=cluster) as second:
        assert second.wait(60).ok
    until(lambda: not secrets_of(cluster, namespace), "the Secret is gone")


@pytest.mark.real
@pytest.mark.parametrize("kind", ["pod", "job"])
def test_the_config_maps_of_a_run_are_made_with_it_and_go_with_it(
    cluster: KubeCluster, namespace: str, image: str, kind: str, until: Callable[..., object]
) -> None:
    settings = ConfigMap("settings", {"REGION": "eu", "app.conf": "a = 1\n"})
    pod = Pod(image, {"R": settings["REGION"]}, ["sh", "-c", 'echo "$R" && cat /etc/app/app.conf'], volumes={"/etc/app": settings})
    spec = pod if kind == "pod" else Job(pod)
    with spec.launch(key="k", namespace=namespace, cluster=cluster) as started:
        outcome = started.wait(60)
        assert outcome.ok, str(outcome)
        assert outcome.times.created is not None
        assert outcome.times.finished is not None
        assert (outcome.times.finished - outcome.times.created).total_seconds() < 10, "it did not wait for its ConfigMap"
        assert list(started.logs()) == ["eu", "a = 1"]
        again = spec.launch(key="k", namespace=namespace, cluster=cluster)
        assert again.ref == started.ref
        [made] = config_maps_of(cluster, namespace)
        assert made["metadata"]["name"].startswith("settings-")
        assert made["metadata"]["labels"] == {"app.kubernetes.io/managed-by": "kpod"}
        assert [owner["uid"] for owner in made["metadata"]["ownerReferences"]] == [started.ref.uid]
    until(lambda: not config_maps_of(cluster, namespace), "the ConfigMap is gone")


def config_maps_of(cluster: KubeCluster, namespace: str) -> list[Body]:
    """The ConfigMaps of a namespace but those that the cluster puts into each."""
    return [item for item in cluster.list("ConfigMap", namespace=namespace).items if item["metadata"]["name"] != "kube-root-ca.crt"]
