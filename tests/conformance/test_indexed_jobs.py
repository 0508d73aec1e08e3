"""Indexed Jobs: each index is done once, given up by itself, or enough of them are enough."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kpod.cluster import Body, Ref
from kpod.errors import InvalidError
from kpod.kube import KubeCluster
from tests.until import until

pytestmark = pytest.mark.real

Make = Callable[..., Body]

INDEXED = {"completionMode": "Indexed", "completions": 3, "parallelism": 3}
FAIL_INDEX = {"rules": [{"action": "FailIndex", "onExitCodes": {"operator": "In", "values": [42]}}]}
REACHED = ("CompletionsReached", "Reached expected number of succeeded pods")
FAILED = ("FailedIndexes", "Job has failed indexes")
TOO_MANY = ("MaxFailedIndexesExceeded", "Job has exceeded the specified maximal number of failed indexes")
ENOUGH = ("SuccessPolicy", "Matched rules at index 0")

CASES: dict[str, tuple[str, Body, Body, str, tuple[str, str]]] = {
    "all": ("true", {}, {"succeeded": 3, "completedIndexes": "0-2"}, "Complete", REACHED),
    "one-by-one": ("true", {"parallelism": 1, "completions": 2}, {"succeeded": 2, "completedIndexes": "0,1"}, "Complete", REACHED),
    "one-fails": (
        "[ $JOB_COMPLETION_INDEX != 1 ]",
        {"backoffLimitPerIndex": 0},
        {"succeeded": 2, "failed": 1, "completedIndexes": "0,2", "failedIndexes": "1"},
        "Failed",
        FAILED,
    ),
    "a-rule-gives-up": (
        "[ $JOB_COMPLETION_INDEX != 1 ] || exit 42",
        {"backoffLimitPerIndex": 5, "podFailurePolicy": FAIL_INDEX},
        {"succeeded": 2, "failed": 1, "completedIndexes": "0,2", "failedIndexes": "1"},
        "Failed",
        FAILED,
    ),
    "too-many": (
        "[ $JOB_COMPLETION_INDEX != 2 ] || sleep 600; exit 1",
        {"backoffLimitPerIndex": 0, "maxFailedIndexes": 1},
        {"failed": 3, "failedIndexes": "0,1"},
        "Failed",
        TOO_MANY,
    ),
    "an-index-is-enough": (
        "[ $JOB_COMPLETION_INDEX = 1 ] || sleep 600",
        {"successPolicy": {"rules": [{"succeededIndexes": "1"}]}},
        {"succeeded": 1, "completedIndexes": "1"},
        "Complete",
        ENOUGH,
    ),
    "two-are-enough": (
        "[ $JOB_COMPLETION_INDEX != 2 ] || sleep 600",
        {"successPolicy": {"rules": [{"succeededCount": 2}]}},
        {"succeeded": 2, "completedIndexes": "0,1"},
        "Complete",
        ENOUGH,
    ),
}


def condition(job: Body, type_: str) -> Body | None:
    found = (job.get("status") or {}).get("conditions") or []
    return next((each for each in found if each["type"] == type_ and each["status"] == "True"), None)


def ended(cluster: KubeCluster, ref: Ref, type_: str) -> Body:
    until(lambda: condition(cluster.get(ref), type_), f"{ref.name} is {type_}")
    return cluster.get(ref)


def test_the_status_tells_which_indexes_are_done_and_which_are_given_up(cluster: KubeCluster, namespace: str, job: Make) -> None:
    refs = {}
    for name, (script, spec, *_) in CASES.items():
        body = job(script, name=name, job={**INDEXED, **spec}, backoff=6)
        if "backoffLimitPerIndex" in spec:
            del body["spec"]["backoffLimit"]
        refs[name] = Ref.of(cluster.create(body, namespace=namespace))
    for name, (_, _, numbers, type_, why) in CASES.items():
        status = ended(cluster, refs[name], type_)["status"]
        found = {word: status[word] for word in ("succeeded", "failed", "completedIndexes", "failedIndexes") if status.get(word)}
        reasons = [(each["type"], each["reason"], each["message"]) for each in status["conditions"]]
        first = "SuccessCriteriaMet" if type_ == "Complete" else "FailureTarget"
        assert (name, found) == (name, numbers)
        assert (name, reasons) == (name, [(first, *why), (type_, *why)])


def test_a_pod_carries_its_index(cluster: KubeCluster, namespace: str, job: Make) -> None:
    body = job("echo $JOB_COMPLETION_INDEX of $(hostname)", name="many", job={**INDEXED, "completions": 2, "parallelism": 2})
    ref = Ref.of(cluster.create(body, namespace=namespace))
    until(lambda: condition(cluster.get(ref), "Complete"), "it is complete")
    pods = sorted(cluster.list("Pod", namespace=namespace).items, key=lambda each: each["metadata"]["name"])
    for index, each in enumerate(pods):
        metadata = each["metadata"]
        assert metadata["generateName"] == f"many-{index}-"
        assert metadata["labels"]["batch.kubernetes.io/job-completion-index"] == str(index)
        assert metadata["annotations"]["batch.kubernetes.io/job-completion-index"] == str(index)
        assert each["spec"]["hostname"] == f"many-{index}"
        assert b"".join(cluster.logs(Ref.of(each))) == f"{index} of many-{index}\n".encode()


@pytest.mark.parametrize(
    ("spec", "field", "message"),
    [
        ({"completionMode": "Indexed"}, "spec.completions", "Required value: when completion mode is Indexed"),
        ({"backoffLimitPerIndex": 1}, "spec.backoffLimitPerIndex", "Invalid value: 1: requires indexed completion mode"),
        ({**INDEXED, "maxFailedIndexes": 1}, "spec.backoffLimitPerIndex", "Required value: when maxFailedIndexes is specified"),
        (
            {**INDEXED, "podFailurePolicy": FAIL_INDEX},
            "spec.podFailurePolicy.rules[0].action",
            'Invalid value: "FailIndex": requires the backoffLimitPerIndex to be set',
        ),
        (
            {**INDEXED, "successPolicy": {"rules": [{"succeededIndexes": "a-b"}]}},
            "spec.successPolicy.rules[0].succeededIndexes",
            'Invalid value: "a-b": error parsing succeededIndexes',
        ),
    ],
)
def test_what_only_an_indexed_job_can_say_is_refused_elsewhere(
    cluster: KubeCluster, namespace: str, job: Make, spec: Body, field: str, message: str
) -> None:
    body = job("true", name="wrong", job={"parallelism": 2, **spec})
    with pytest.raises(InvalidError) as caught:
        cluster.create(body, namespace=namespace)
    causes = dict(caught.value.causes)
    assert field in causes
    assert causes[field].startswith(message)
