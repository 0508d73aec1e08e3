"""What an administrator's objects say to new ones: quotas, limit ranges, priority classes and Pod Security, in the API server's words."""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from kubernetes.client import ApiClient, BatchV1Api, CoreV1Api, SchedulingV1Api
from kubernetes.client.exceptions import ApiException
from kubernetes.config import new_client_from_config

from kpod.cluster import Body
from tests.until import until, until_equal

pytestmark = pytest.mark.real

Make = Callable[..., Body]
RESTRICTED = (
    'violates PodSecurity "restricted:latest": allowPrivilegeEscalation != false (container "main" must set '
    'securityContext.allowPrivilegeEscalation=false), unrestricted capabilities (container "main" must set '
    'securityContext.capabilities.drop=["ALL"]), runAsNonRoot != true (pod or container "main" must set '
    'securityContext.runAsNonRoot=true), seccompProfile (pod or container "main" must set '
    'securityContext.seccompProfile.type to "RuntimeDefault" or "Localhost")'
)


@pytest.fixture
def client(kubeconfig: Path) -> Iterator[ApiClient]:
    made: ApiClient = new_client_from_config(str(kubeconfig))
    yield made
    made.close()


@pytest.fixture
def api(client: ApiClient) -> CoreV1Api:
    return CoreV1Api(client)


@pytest.fixture
def quota(api: CoreV1Api, namespace: str) -> Callable[..., Callable[[], dict[str, str]]]:
    """Makes a quota and waits until it holds; returns what tells how much of it is used."""

    def make(hard: dict[str, str], **spec: Any) -> Callable[[], dict[str, str]]:
        def used() -> dict[str, str]:
            found = api.read_namespaced_resource_quota("q", namespace).to_dict()["status"]
            return dict(found["used"] or {})

        api.create_namespaced_resource_quota(namespace, {"metadata": {"name": "q"}, "spec": {"hard": hard, **spec}})
        until(lambda: used().keys() == hard.keys(), "the quota has been counted")
        return used

    return make


TAKEN = "it is taken"


def answer(make: Callable[..., Any], namespace: str, body: Body) -> str:
    """What the server says of an object, which is not made: the code and the message with which it is refused, or `TAKEN`."""
    try:
        make(namespace, body, dry_run="All")
    except ApiException as error:
        said = json.loads(error.body)
        assert (said["code"], said["reason"]) in ((403, "Forbidden"), (422, "Invalid"))
        return f"{said['code']} {said['message']}"
    return TAKEN


@pytest.fixture
def verdict(api: CoreV1Api, namespace: str) -> Callable[[Body], str]:
    """What the server says of a Pod, which is not made: the sentence with which it is refused, or `TAKEN`."""
    return lambda body: answer(api.create_namespaced_pod, namespace, body).split(": ", 1)[-1]


@pytest.fixture
def said(verdict: Callable[[Body], str]) -> Callable[[Body, str], None]:
    """The server says this of a Pod, once its caches know what was written before."""
    return lambda body, sentence: until_equal(lambda: verdict(body), sentence)


def asking(body: Body, limits: dict[str, str] | None = None, requests: dict[str, str] | None = None) -> Body:
    body["spec"]["containers"][0]["resources"] = {"limits": limits or {}, "requests": requests or {}}
    return body


def test_a_quota_refuses_what_there_is_no_room_for_and_frees_it_at_the_end(
    api: CoreV1Api, namespace: str, quota: Callable[..., Callable[[], dict[str, str]]], said: Callable[[Body, str], None], pod: Make
) -> None:
    used = quota({"pods": "1", "requests.cpu": "1", "limits.memory": "1Gi"})
    said(pod("true", name="a"), "failed quota: q: must specify limits.memory for: main; requests.cpu for: main")
    said(
        asking(pod("true", name="a"), {"cpu": "2", "memory": "2Gi"}),
        "exceeded quota: q, requested: limits.memory=2Gi,requests.cpu=2, used: limits.memory=0,requests.cpu=0, "
        "limited: limits.memory=1Gi,requests.cpu=1",
    )
    small = {"cpu": "500m", "memory": "102400Ki"}
    api.create_namespaced_pod(namespace, asking(pod("sleep 600", name="a"), small))
    until(lambda: used() == {"pods": "1", "requests.cpu": "500m", "limits.memory": "100Mi"}, "the Pod is counted")
    said(
        asking(pod("true", name="b"), {**small, "cpu": "600m"}),
        "exceeded quota: q, requested: pods=1,requests.cpu=600m, used: pods=1,requests.cpu=500m, limited: pods=1,requests.cpu=1",
    )
    api.delete_namespaced_pod("a", namespace)
    until(lambda: used() == {"pods": "0", "requests.cpu": "0", "limits.memory": "0"}, "the Pod is gone and counted no more")
    said(asking(pod("true", name="b"), small), TAKEN)
    api.create_namespaced_pod(namespace, asking(pod("true", name="b"), small))
    until(lambda: used()["pods"] == "0", "a Pod that has ended takes no room")


def test_a_quota_counts_objects_of_a_kind(
    api: CoreV1Api, client: ApiClient, namespace: str, quota: Callable[..., Callable[[], dict[str, str]]], job: Make
) -> None:
    used = quota({"count/jobs.batch": "1", "secrets": "1"})
    batch = BatchV1Api(client)
    batch.create_namespaced_job(namespace, job("true", name="one"))
    amounts = ", ".join(f"{word}: count/jobs.batch=1" for word in ("requested", "used", "limited"))
    until_equal(
        lambda: answer(batch.create_namespaced_job, namespace, job("true", name="two")),
        f'403 jobs.batch "two" is forbidden: exceeded quota: q, {amounts}',
    )
    api.create_namespaced_secret(namespace, {"metadata": {"name": "one"}})
    until_equal(
        lambda: answer(api.create_namespaced_secret, namespace, {"metadata": {"name": "two"}}),
        '403 secrets "two" is forbidden: exceeded quota: q, requested: secrets=1, used: secrets=1, limited: secrets=1',
    )
    batch.delete_namespaced_job("one", namespace, propagation_policy="Background")
    until(lambda: used() == {"count/jobs.batch": "0", "secrets": "1"}, "the Job is counted no more")


def test_a_quota_with_a_scope_is_about_some_pods_only(
    api: CoreV1Api, namespace: str, quota: Callable[..., Callable[[], dict[str, str]]], said: Callable[[Body, str], None], pod: Make
) -> None:
    quota({"pods": "0"}, scopes=["BestEffort"])
    said(pod("true", name="a"), "exceeded quota: q, requested: pods=1, used: pods=0, limited: pods=0")
    api.create_namespaced_pod(namespace, asking(pod("true", name="a"), {"cpu": "1", "memory": "1Mi"}))


def test_a_quota_holds_for_the_pods_of_a_job_and_an_event_says_so(
    api: CoreV1Api,
    client: ApiClient,
    namespace: str,
    quota: Callable[..., Callable[[], dict[str, str]]],
    said: Callable[[Body, str], None],
    pod: Make,
    job: Make,
) -> None:
    quota({"pods": "0"})
    said(pod("true", name="a"), "exceeded quota: q, requested: pods=1, used: pods=0, limited: pods=0")
    BatchV1Api(client).create_namespaced_job(namespace, job("true", name="one"))

    def told() -> list[str]:
        events = api.list_namespaced_event(namespace, field_selector="involvedObject.name=one").items
        return [each.message for each in events if each.reason == "FailedCreate"]

    text = until(told, "the controller has tried")[0]
    assert text.startswith('Error creating: pods "one-')
    assert text.endswith('" is forbidden: exceeded quota: q, requested: pods=1, used: pods=0, limited: pods=0')


@pytest.fixture
def limit_range(api: CoreV1Api, namespace: str, pod: Make) -> None:
    container: dict[str, Any] = {"type": "Container", "default": {"cpu": "200m", "memory": "64Mi"}, "defaultRequest": {"cpu": "100m"}}
    container |= {"min": {"cpu": "50m"}, "max": {"cpu": "1", "memory": "128Mi"}, "maxLimitRequestRatio": {"cpu": "4"}}
    limits = [container, {"type": "Pod", "max": {"memory": "150Mi"}}]
    made = api.create_namespaced_limit_range(namespace, {"metadata": {"name": "range"}, "spec": {"limits": limits}})
    assert made.spec.limits[0].default_request == {"cpu": "100m", "memory": "64Mi"}

    def limits() -> Any:
        return api.create_namespaced_pod(namespace, pod("true", name="a"), dry_run="All").spec.containers[0].resources.limits

    until_equal(limits, container["default"])


@pytest.mark.usefixtures("limit_range")
def test_a_limit_range_gives_a_container_what_it_does_not_ask_for(api: CoreV1Api, namespace: str, pod: Make) -> None:
    made = api.create_namespaced_pod(namespace, pod("true", name="a"))
    given = made.spec.containers[0].resources
    assert (given.limits, given.requests) == ({"cpu": "200m", "memory": "64Mi"}, {"cpu": "100m", "memory": "64Mi"})
    assert made.metadata.annotations["kubernetes.io/limit-ranger"] == (
        "LimitRanger plugin set: cpu, memory request for container main; cpu, memory limit for container main"
    )
    assert made.status.qos_class == "Burstable"


@pytest.mark.usefixtures("limit_range")
def test_a_limit_range_refuses_too_little_too_much_and_too_wide_a_margin(verdict: Callable[[Body], str], pod: Make) -> None:
    text = verdict(asking(pod("true", name="a"), {"cpu": "2", "memory": "256Mi"}, {"cpu": "10m"}))
    assert sorted(text.strip("[]").split(", maximum")[0].split(", but")) == [" request is 10m", "minimum cpu usage per Container is 50m"]
    for part in (
        "maximum cpu usage per Container is 1, but limit is 2",
        "maximum memory usage per Container is 128Mi, but limit is 256Mi",
        "cpu max limit to request ratio per Container is 4, but provided ratio is 200.000000",
        "maximum memory usage per Pod is 150Mi, but limit is 256Mi",
    ):
        assert part in text
    text = verdict(asking(pod("true", name="a"), {"cpu": "500m", "memory": "10Mi"}, {"cpu": "100m"}))
    assert text == "cpu max limit to request ratio per Container is 4, but provided ratio is 5.000000"
    text = verdict(asking(pod("true", name="a"), None, {"cpu": "2"}))
    assert text == 'spec.containers[0].resources.requests: Invalid value: "2": must be less than or equal to cpu limit of 200m'


def test_a_priority_class_gives_the_priority_and_nobody_else_does(
    api: CoreV1Api, client: ApiClient, namespace: str, verdict: Callable[[Body], str], said: Callable[[Body, str], None], pod: Make
) -> None:
    scheduling, name = SchedulingV1Api(client), f"kpod-test-{secrets.token_hex(4)}"
    scheduling.create_priority_class({"metadata": {"name": name}, "value": -7, "preemptionPolicy": "Never"})
    try:
        said(pod("true", name="a", spec={"priorityClassName": name}), TAKEN)
        spec = api.create_namespaced_pod(namespace, pod("true", name="a", spec={"priorityClassName": name})).spec
        assert (spec.priority, spec.preemption_policy) == (-7, "Never")
        plain = api.create_namespaced_pod(namespace, pod("true", name="b")).spec
        assert (plain.priority, plain.preemption_policy) == (0, "PreemptLowerPriority")
        critical = api.create_namespaced_pod(namespace, pod("true", name="c", spec={"priorityClassName": "system-node-critical"})).spec
        assert critical.priority == 2000001000
    finally:
        scheduling.delete_priority_class(name)
    said(pod("true", name="d", spec={"priorityClassName": name}), f"no PriorityClass with name {name} was found")
    assert verdict(pod("true", name="d", spec={"priority": 3})).startswith("the integer value of priority (3) must not be provided")
    with pytest.raises(ApiException, match="maximum allowed value of a user defined priority is 1000000000"):
        scheduling.create_priority_class({"metadata": {"name": name}, "value": 2000000000})


def test_pod_security_refuses_a_pod_by_the_namespaces_label(
    api: CoreV1Api, namespace: str, verdict: Callable[[Body], str], said: Callable[[Body, str], None], pod: Make
) -> None:
    label(api, namespace, enforce="restricted")
    said(pod("true", name="a"), RESTRICTED)
    two = pod("true", name="a")
    two["spec"]["containers"].append({**two["spec"]["containers"][0], "name": "other"})
    assert 'containers "main", "other" must set securityContext.allowPrivilegeEscalation=false' in verdict(two)
    good = pod("true", name="a")
    good["spec"]["securityContext"] = {"runAsNonRoot": True, "runAsUser": 1000, "seccompProfile": {"type": "RuntimeDefault"}}
    good["spec"]["containers"][0]["securityContext"] = {"allowPrivilegeEscalation": False, "capabilities": {"drop": ["ALL"]}}
    api.create_namespaced_pod(namespace, good)
    label(api, namespace, enforce="baseline")
    said(
        pod("true", name="b", spec={"hostNetwork": True, "hostPID": True}),
        'violates PodSecurity "baseline:latest": host namespaces (hostNetwork=true, hostPID=true)',
    )
    api.create_namespaced_pod(namespace, pod("true", name="b"))


def test_pod_security_takes_a_job_with_a_warning_and_refuses_its_pods(
    api: CoreV1Api, client: ApiClient, namespace: str, said: Callable[[Body, str], None], pod: Make, job: Make
) -> None:
    label(api, namespace, enforce="restricted")
    said(pod("true", name="a"), RESTRICTED)
    _, _, headers = BatchV1Api(client).create_namespaced_job_with_http_info(namespace, job("true", name="one"))
    assert RESTRICTED.replace("violates", "would violate") in headers["Warning"].replace('\\"', '"')

    def told() -> list[str]:
        events = api.list_namespaced_event(namespace, field_selector="involvedObject.name=one").items
        return [each.message for each in events if each.reason == "FailedCreate"]

    assert RESTRICTED in until(told, "the controller has tried")[0]


def test_a_namespace_label_that_is_no_level_is_refused(api: CoreV1Api, namespace: str) -> None:
    with pytest.raises(ApiException) as caught:
        label(api, namespace, enforce="restrictedd")
    assert caught.value.status == 422
    assert 'Invalid value: \\"restrictedd\\": must be one of privileged, baseline, restricted' in str(caught.value.body)


def label(api: CoreV1Api, namespace: str, **levels: str) -> None:
    labels = {f"pod-security.kubernetes.io/{mode}": level for mode, level in levels.items()}
    api.patch_namespace(namespace, {"metadata": {"labels": labels}})
