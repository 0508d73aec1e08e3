"""Recorded cases made anew on a living cluster: category, exit code, text, and how soon after the container's end the verdict came.

The same on the embedded cluster and on a real one. `KPOD_OUTCOMES_TABLE` names a file to which each case adds a line, from which
`tools/outcome_table.py` writes the table in the documentation.
"""

from __future__ import annotations

import json
import os
import re
import time
from collections.abc import Callable
from datetime import datetime, timezone
from typing import Any

import attrs
import pytest

from kpod import run
from kpod.cluster import Body, Ref
from kpod.kube import KubeCluster
from kpod.run import Run
from kpod.status import Outcome

Make = Callable[..., Body]
Until = Callable[..., Any]

DISRUPTION = {"action": "FailJob", "onPodConditions": [{"type": "DisruptionTarget", "status": "True"}]}


def on_codes(operator: str, *values: int) -> Body:
    return {"action": "FailJob", "onExitCodes": {"containerName": "main", "operator": operator, "values": list(values)}}


def rules(*found: Body) -> Body:
    return {"podFailurePolicy": {"rules": list(found)}}


@attrs.frozen
class Live:
    """One case to be made.

    Attributes:
        name: the recorded case that it makes anew.
        expected: category, reason (or several), exit code.
        text: what the first line of the text matches.
        script: what the container `main` runs.
        more: what the Job has besides.
        act: what is done to the run: `delete-pod`, `force-delete-pod`, `evict`, `delete-job`.
        patience: seconds that a start may hang.
        real_only: why the embedded cluster cannot make it.
        main: whether the verdict follows on the end of the container `main`, so that the time between them is measured.
        early: whether it may come before that, by the Job's word; then the exit code is told where it comes within two seconds.
    """

    name: str
    expected: tuple[str, str, int | None]
    text: str
    script: str = "sleep 1; exit 0"
    more: Body = attrs.Factory(dict)
    act: str = ""
    patience: float | None = None
    real_only: str = ""
    main: bool = True
    early: bool = False


SIDE = {"name": "side", "image": "kpod.local/busybox:1", "imagePullPolicy": "IfNotPresent"}
TRAP_0 = "trap 'exit 0' TERM; echo up; sleep 300 & wait"
TRAP_143 = "trap 'exit 143' TERM; echo up; sleep 300 & wait"
DEAF = "trap '' TERM; echo up; while :; do sleep 1; done"
POLITE = ["sh", "-c", "trap 'exit 0' TERM; while :; do sleep 0.2; done"]
MEMORY = {"resources": {"limits": {"memory": "32Mi"}}}
OOM_CHILD = "tail /dev/zero; exit $?"
SECRET = [{"name": "TOKEN", "valueFrom": {"secretKeyRef": {"name": "nosecret", "key": "token"}}}]
NO_MAP = {"volumes": [{"name": "v", "configMap": {"name": "nomap"}}]}
GONE = r"disrupted: somebody deleted Pod \S+ while it ran on \S+; container main then exited with "
EVICTED = r"disrupted: Pod \S+ was told to go \(EvictionByEvictionAPI\) on \S+; container main then exited with "
BY_MEMORY = r"failed: container main was killed for memory \(OOMKilled, limit 32Mi, exit code 137\)"
NO_PID_1 = "a process of the embedded cluster is killed by SIGTERM, the first of a real container's has no handler for it"


def sidecar(*command: str) -> Body:
    return {"initContainers": [{**SIDE, "restartPolicy": "Always", "command": list(command) or POLITE}]}


CASES = [
    Live("a-exit0", ("succeeded", "Completed", 0), r"succeeded: container main exited with 0 on \S+ after [12] s"),
    Live(
        "a-exit0-termination-message",
        ("succeeded", "Completed", 0),
        "succeeded: container main exited with 0",
        "printf '{\"r\": 1}' > /dev/termination-log",
    ),
    Live("b-exit3", ("failed", "Error", 3), r"failed: container main exited with 3 on \S+ after [12] s", "sleep 1; exit 3"),
    Live("b-exit3-backoff1", ("failed", "Error", 3), "failed: container main exited with 3", "exit 3", {"backoff": 1}),
    Live(
        "b-exit3-both-rules",
        ("failed", "Error", 3),
        "failed: container main exited with 3",
        "exit 3",
        {"job": rules(DISRUPTION, on_codes("In", 3))},
    ),
    Live(
        "b-exit3-failjob-rule",
        ("failed", "Error", 3),
        "failed: container main exited with 3",
        "exit 3",
        {"backoff": 3, "job": rules(on_codes("In", 3))},
    ),
    Live(
        "b-exit3-fallback-to-logs",
        ("failed", "Error", 3),
        "failed: container main exited with 3",
        "echo Traceback: boom >&2; exit 3",
        {"container": {"terminationMessagePolicy": "FallbackToLogsOnError"}},
    ),
    Live(
        "b-sigsegv",
        ("failed", "Error", 139),
        r"failed: container main exited with 139 \(signal SIGSEGV\)",
        "sleep 300 & kill -SEGV $!; wait $!; exit $?",
    ),
    Live("c-oom", ("out_of_memory", "OOMKilled", 137), BY_MEMORY, "exec tail /dev/zero", {"container": MEMORY}),
    Live(
        "c-oom-rule-137",
        ("out_of_memory", "OOMKilled", 137),
        BY_MEMORY,
        "exec tail /dev/zero",
        {"container": MEMORY, "job": rules(DISRUPTION, on_codes("NotIn", 0))},
    ),
    Live(
        "c-oom-child",
        ("out_of_memory", "OOMKilled", 137),
        BY_MEMORY,
        OOM_CHILD,
        {"container": MEMORY},
    ),
    Live(
        "c-oom-child-exit0",
        ("succeeded", "OOMKilled", 0),
        "succeeded: container main exited with 0",
        "tail /dev/zero; exit 0",
        {"container": MEMORY},
    ),
    Live(
        "d-evict",
        ("disrupted", "EvictionByEvictionAPI", 137),
        EVICTED + "137",
        "echo up; exec sleep 300",
        {"job": rules(DISRUPTION)},
        "evict",
        real_only=NO_PID_1,
    ),
    Live(
        "d-evict-trap0", ("disrupted", "EvictionByEvictionAPI", 0), EVICTED + "0", TRAP_0, {"job": rules(DISRUPTION), "grace": 5}, "evict"
    ),
    Live("d-evict-trap143-nopolicy", ("disrupted", "EvictionByEvictionAPI", 143), EVICTED + "143", TRAP_143, {"grace": 5}, "evict"),
    Live("f-delete-forced", ("disrupted", "PodDeleted", 137), GONE + "137", DEAF, {"grace": 5}, "force-delete-pod"),
    Live("f-delete-trap0", ("disrupted", "PodDeleted", 0), GONE + "0", TRAP_0, {"grace": 5}, "delete-pod"),
    Live("f-delete-trap143", ("disrupted", "PodDeleted", 143), GONE + "143", TRAP_143, {"grace": 5}, "delete-pod"),
    Live(
        "f-delete-trap143-rule-notin-0",
        ("disrupted", "PodDeleted", 143),
        GONE + "143",
        TRAP_143,
        {"grace": 5, "job": rules(DISRUPTION, on_codes("NotIn", 0))},
        "delete-pod",
    ),
    Live("r-sigterm-ignored-deleted", ("disrupted", "PodDeleted", 137), GONE + "137", DEAF, {"grace": 2}, "delete-pod"),
    Live(
        "r-sigterm-ignored-deleted, replaced at once",
        ("disrupted", "PodDeleted", None),
        r"disrupted: somebody deleted Pod \S+ while it ran on \S+",
        DEAF,
        {"grace": 9, "job": {"podReplacementPolicy": "TerminatingOrFailed"}},
        "delete-pod",
        main=False,
    ),
    Live(
        "i-job-deadline",
        ("timed_out", "DeadlineExceeded", 143),
        "timed out: the Job's deadline of 3 s passed",
        TRAP_143,
        {"grace": 5, "job": {"activeDeadlineSeconds": 3}},
        early=True,
    ),
    Live(
        "r-sigterm-ignored-job-deadline",
        ("timed_out", "DeadlineExceeded", 137),
        "timed out: the Job's deadline of 3 s passed",
        DEAF,
        {"grace": 2, "job": {"activeDeadlineSeconds": 3}},
        early=True,
    ),
    Live(
        "i-pod-deadline",
        ("timed_out", "DeadlineExceeded", 143),
        "timed out: the Pod's deadline of 3 s passed",
        TRAP_143,
        {"grace": 5, "spec": {"activeDeadlineSeconds": 3}},
    ),
    Live(
        "j-image-never",
        ("never_started", "ErrImageNeverPull", None),
        "never started: container main: image .* is not on the node, and imagePullPolicy Never forbids to fetch it",
        more={"container": {"image": "kpod.local/none:1", "imagePullPolicy": "Never"}},
        main=False,
    ),
    Live(
        "j-image-unreachable",
        ("never_started", "ErrImagePull|ImagePullBackOff", None),
        "never started: container main: image .* cannot be had",
        more={"container": {"image": "registry.invalid/none:1"}},
        patience=3.0,
        main=False,
    ),
    Live(
        "k-invalid-image",
        ("never_started", "InvalidImageName", None),
        "never started: container main: image .* is no valid image name",
        more={"container": {"image": "UPPER/Case:1"}},
        main=False,
    ),
    Live(
        "l-missing-secret-key",
        ("never_started", "CreateContainerConfigError", None),
        "never started: container main cannot be made with this configuration",
        more={"container": {"env": SECRET}},
        patience=3.0,
        main=False,
    ),
    Live(
        "l-missing-configmap-volume",
        ("never_started", "FailedMount", None),
        r"never started: a volume of Pod \S+ cannot be mounted",
        more={"container": {"volumeMounts": [{"name": "v", "mountPath": "/v"}]}, "spec": NO_MAP},
        patience=3.0,
        main=False,
    ),
    Live(
        "m-unschedulable-cpu",
        ("never_started", "Unschedulable", None),
        r"never started: no node takes Pod \S+",
        more={"container": {"resources": {"requests": {"cpu": "1000"}}}},
        patience=3.0,
        main=False,
    ),
    Live(
        "m-unschedulable-selector",
        ("never_started", "Unschedulable", None),
        r"never started: no node takes Pod \S+",
        more={"spec": {"nodeSelector": {"no": "node"}}},
        patience=3.0,
        main=False,
    ),
    Live(
        "o-serviceaccount-missing",
        ("never_started", "FailedCreate", None),
        "never started: no Pod could be made for it",
        more={"spec": {"serviceAccountName": "nosa"}},
        patience=3.0,
        main=False,
    ),
    Live(
        "p-init-fails",
        ("failed", "Error", 4),
        "failed: init container init exited with 4",
        more={"spec": {"initContainers": [{**SIDE, "name": "init", "command": ["sh", "-c", "exit 4"]}]}},
    ),
    Live(
        "q-command-not-found",
        ("never_started", "StartError", 128),
        "never started: container main could not be started",
        more={"container": {"command": ["/no/such/binary"]}},
        main=False,
    ),
    Live("w-job-deleted", ("deleted", "Deleted", 143), r"deleted: Job \S+ was deleted while it ran", TRAP_143, {"grace": 5}, "delete-job"),
    Live(
        "x2-second-container-fails",
        ("succeeded", "Completed", 0),
        "succeeded: container main exited with 0",
        "sleep 2",
        {"spec": {"others": [{**SIDE, "command": ["sh", "-c", "exit 9"]}]}},
    ),
    Live(
        "x2-second-container-never-ends",
        ("succeeded", "Completed", 0),
        "succeeded: container main exited with 0",
        more={"spec": {"others": [{**SIDE, "command": ["sleep", "300"]}]}},
    ),
    Live("x2-sidecar-polite", ("succeeded", "Completed", 0), "succeeded: container main exited with 0", more={"spec": sidecar()}),
    Live(
        "x2-sidecar-ignores-term",
        ("succeeded", "Completed", 0),
        "succeeded: container main exited with 0",
        more={"spec": sidecar("sh", "-c", "trap '' TERM; while :; do sleep 1; done"), "grace": 5},
    ),
    Live("x2-sidecar-main-exit3", ("failed", "Error", 3), "failed: container main exited with 3", "sleep 1; exit 3", {"spec": sidecar()}),
]


def made(case: Live, job: Make) -> Body:
    more = json.loads(json.dumps(case.more))
    others = more.get("spec", {}).pop("others", [])
    body = job(case.script, **more)
    body["spec"]["template"]["spec"]["containers"] += others
    body["spec"].setdefault("podReplacementPolicy", "Failed")  # as the recorded ones: a Pod counts when it has ended
    return body


def its_pod(cluster: KubeCluster, started: Run, until: Until) -> Body:
    """The run's Pod, once its container has said that it is up."""
    assert next(iter(started.logs())) == "up"
    labels = f"batch.kubernetes.io/controller-uid={started.ref.uid}"
    [pod] = until(lambda: cluster.list("Pod", namespace=started.ref.namespace, labels=labels).items, "there is a Pod")
    found: Body = pod
    return found


def act(case: Live, cluster: Any, started: Run, until: Until) -> None:
    """Do to the run what the case is about."""
    pod = its_pod(cluster, started, until)
    if case.act == "delete-job":
        cluster.delete(started.ref)
    elif case.act == "evict":
        from kubernetes import client, config

        with config.new_client_from_config(str(cluster.kubeconfig)) as api:
            name, namespace = pod["metadata"]["name"], started.ref.namespace
            eviction = client.V1Eviction(metadata=client.V1ObjectMeta(name=name))
            client.CoreV1Api(api).create_namespaced_pod_eviction(name, namespace, eviction)
    else:
        cluster.delete(Ref.of(pod), grace=0 if case.act.startswith("force") else None)


@pytest.mark.real
@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_a_recorded_case_made_live_has_its_verdict(cluster: Any, namespace: str, job: Make, until: Until, case: Live) -> None:
    if case.real_only and not os.environ.get("KPOD_TEST_KUBECONFIG"):
        pytest.skip(case.real_only)
    with run.launch(made(case, job), namespace=namespace, cluster=cluster, levels={"image": "off"}) as started:
        if case.act:
            act(case, cluster, started, until)
        outcome = started.wait(90, start_timeout=case.patience)
        late = seconds_since_the_end(outcome)
    until(lambda: not cluster.list("Pod", namespace=namespace).items, "its Pods are gone")
    category, reason, exit_code = case.expected
    codes = (exit_code, None) if case.early else (exit_code,)
    assert outcome.category.value == category, str(outcome)
    assert outcome.exit_code in codes, str(outcome)
    assert re.fullmatch(reason, outcome.reason), str(outcome)
    assert re.match(case.text, str(outcome)), str(outcome)
    assert "None" not in str(outcome)
    if case.main and outcome.times.finished:
        assert late is not None
        assert late < 45, "it waited for something else than the container's end"
    keep(case, outcome, late)


def seconds_since_the_end(outcome: Outcome) -> float | None:
    """Seconds from the end of the container to now; the end is told in whole seconds, so up to one of them is too much."""
    ended = outcome.times.finished
    return (datetime.now(timezone.utc) - ended).total_seconds() if ended else None


def keep(case: Live, outcome: Outcome, late: float | None) -> None:
    """Add a line to the file for the table."""
    path = os.environ.get("KPOD_OUTCOMES_TABLE")
    if not path:
        return
    line = {
        "case": case.name,
        "cluster": "real" if os.environ.get("KPOD_TEST_KUBECONFIG") else "embedded",
        "category": outcome.category.value,
        "reason": outcome.reason,
        "exit_code": outcome.exit_code,
        "text": str(outcome).splitlines()[0],
        "late": round(late, 1) if late is not None and case.main else None,
        "at": time.strftime("%Y-%m-%d"),
    }
    with open(path, "a", encoding="utf-8") as file:
        file.write(json.dumps(line) + "\n")
