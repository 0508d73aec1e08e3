"""`make scale`: 2,000 Jobs watched by kpod and, in the same run, by the official client's informer: verdicts, requests, memory, CPU.

Three processes watch the same namespace: kpod's `RunWatcher`; two `SharedInformer` of the official client, one of Pods and one of Jobs,
with handlers that judge as simply as can be; and an observer that reads raw JSON and keeps nothing but times. A fourth launches the Jobs.
The end of a Pod is the moment at which the first of the three saw it.

It runs on the cluster of KPOD_TEST_KUBECONFIG, in a namespace of its own, which it deletes; where that has nodes labelled `type=kwok`, on
those, so that only the control plane is measured. Without the variable it runs on an embedded cluster with scripted Pods, which says
something about the watchers and nothing about Kubernetes.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import logging
import os
import secrets
import statistics
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import version
from pathlib import Path
from typing import Any

import attrs

import kpod
from kpod import testing
from kpod.cluster import Ref
from kpod.kube import KubeCluster

REAL = "KPOD_TEST_KUBECONFIG"
LABEL = "app.kubernetes.io/managed-by=kpod"
JOB = "batch.kubernetes.io/job-name"
WATCHERS = ("kpod", "informer", "observer")
HANDS = 16
LONGEST = 900.0
FAKE = {"key": "kwok.x-k8s.io/node", "operator": "Exists"}


# --- one process that watches


class Notes:
    """What a watching process has found out, and what that cost it."""

    def __init__(self, jobs: int) -> None:
        self.jobs = jobs
        self.found: dict[str, tuple[float, str]] = {}
        self.conditions: dict[str, float] = {}
        self.requests: Counter[str] = Counter()
        self.over = threading.Event()
        self._lock = threading.Lock()
        counter = logging.Handler()
        counter.emit = self._count  # type: ignore[method-assign]
        logging.getLogger("urllib3.connectionpool").addHandler(counter)
        logging.getLogger("urllib3.connectionpool").setLevel(logging.DEBUG)
        logging.getLogger("urllib3.connectionpool").propagate = False

    def ready(self) -> None:
        """Say that the connection stands, and measure from here."""
        Path("/proc/self/clear_refs").write_text("5")  # the most memory so far is forgotten
        self._memory, self._cpu = _status("VmRSS"), time.process_time()
        print("ready", flush=True)

    def verdict(self, job: str, found: str) -> None:
        """Note the end of a Job's work, the first time that it is known."""
        with self._lock:
            self.found.setdefault(job, (time.time(), found))
            if len(self.found) == self.jobs and not self.over.is_set():
                self.cpu = time.process_time() - self._cpu
                self.over.set()

    def tell(self) -> None:
        """Print all of it as one line."""
        memory = {"held": _status("VmRSS") - self._memory, "peak": _status("VmHWM") - self._memory}
        cpu = self.cpu if self.over.is_set() else time.process_time() - self._cpu
        told = {"found": self.found, "conditions": self.conditions, "requests": self.requests, "cpu": cpu, **memory}
        print(json.dumps(told), flush=True)

    def _count(self, record: logging.LogRecord) -> None:
        if isinstance(record.args, tuple) and len(record.args) == 8:  # the line that urllib3 writes for each answer
            method, path = str(record.args[3]), str(record.args[4])
            words = path.partition("?")[0].strip("/").split("/")
            verb = "watch" if "watch=" in path else "list" if words[-1] in ("pods", "jobs", "events") else "get"
            self.requests[verb if method == "GET" else method.lower()] += 1


def by_kpod(kubeconfig: str, namespace: str, notes: Notes) -> None:
    """Follow each Job that stdin names, and note its end."""
    from kpod.run import RunWatcher

    def ended(run: kpod.Run, found: Any) -> None:
        notes.verdict(run.ref.name, found.category.value if isinstance(found, kpod.Outcome) else str(found))

    with KubeCluster(kubeconfig, namespace=namespace) as cluster, RunWatcher(cluster, namespace) as watcher:
        cluster.version()
        notes.requests.clear()
        notes.ready()
        for line in sys.stdin:
            name, uid = line.split()
            run = kpod.Run(cluster, Ref("Job", name, namespace, uid), marked=True)
            watcher.follow(run, lambda found, run=run: ended(run, found))
        notes.over.wait(LONGEST)
        notes.tell()


def by_informer(kubeconfig: str, namespace: str, notes: Notes) -> None:
    """The same by the official client's informers."""
    from kubernetes import client, config
    from kubernetes.informer import SharedInformer

    def pod(body: Any) -> None:
        ends = [one.state.terminated for one in body.status.container_statuses or () if one.state and one.state.terminated]
        if ends:
            disrupted = any(one.type == "DisruptionTarget" for one in body.status.conditions or ())
            notes.verdict(body.metadata.labels[JOB], "disrupted" if disrupted else "failed" if ends[0].exit_code else "succeeded")

    def job(body: Any) -> None:
        for one in body.status.conditions or ():
            if one.type in ("Complete", "Failed") and one.status == "True":
                notes.verdict(body.metadata.name, "succeeded" if one.type == "Complete" else "failed")

    with config.new_client_from_config(kubeconfig) as api:
        client.CoreV1Api(api).list_namespaced_pod(namespace, limit=1)
        notes.requests.clear()
        informers = []
        for lists, handler in ((client.CoreV1Api(api).list_namespaced_pod, pod), (client.BatchV1Api(api).list_namespaced_job, job)):
            informers.append(SharedInformer(lists, namespace=namespace, label_selector=LABEL))
            for event in ("ADDED", "MODIFIED"):
                informers[-1].add_event_handler(event, handler)
            informers[-1].start()
        notes.ready()
        sys.stdin.read()
        notes.over.wait(LONGEST)
        notes.tell()


def by_observer(kubeconfig: str, namespace: str, notes: Notes) -> None:
    """Note when each Pod's end and each Job's condition comes over the wire; until the last condition."""
    from kubernetes import client, config

    def read(lists: Callable[..., Any], take: Callable[[Any], None]) -> None:
        since = json.loads(lists(namespace, _preload_content=False).data)["metadata"]["resourceVersion"]
        while True:  # the server ends a watch now and then
            answer = lists(namespace, watch=True, resource_version=since, label_selector=LABEL, _preload_content=False)
            rest = b""
            for piece in answer.stream(1 << 16):
                *lines, rest = (rest + piece).split(b"\n")
                for body in (json.loads(line)["object"] for line in lines):
                    since = body["metadata"]["resourceVersion"]
                    take(body)

    def pod(body: Any) -> None:
        if any("terminated" in one["state"] for one in body["status"].get("containerStatuses", ())):
            notes.verdict(body["metadata"]["labels"][JOB], "ended")

    def job(body: Any) -> None:
        if any(one["type"] in ("Complete", "Failed") and one["status"] == "True" for one in body["status"].get("conditions", ())):
            notes.conditions.setdefault(body["metadata"]["name"], time.time())
            if len(notes.conditions) == notes.jobs:
                conditions.set()

    conditions = threading.Event()
    with config.new_client_from_config(kubeconfig) as api:
        core, batch = client.CoreV1Api(api), client.BatchV1Api(api)
        for lists, take in ((core.list_namespaced_pod, pod), (batch.list_namespaced_job, job)):
            threading.Thread(target=read, args=(lists, take), daemon=True).start()
        notes.ready()
        sys.stdin.read()
        conditions.wait(LONGEST)
        notes.over.wait(LONGEST)
        notes.tell()


def _status(field: str) -> float:
    """A figure about this process from Linux, in MB."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith(f"{field}:"):
            return int(line.split()[1]) / 1024
    raise KeyError(field)


# --- the process that starts them, and launches


@attrs.frozen
class Place:
    """Where the Jobs run.

    Attributes:
        what: in words.
        pod: the Pod of each.
    """

    cluster: KubeCluster
    kubeconfig: str
    namespace: str
    what: str
    pod: kpod.Pod


@contextlib.contextmanager
def place(image: str) -> Iterator[Place]:
    """A namespace of its own on the cluster for tests, or an embedded cluster."""
    name = f"kpod-scale-{secrets.token_hex(3)}"
    named = os.environ.get(REAL)
    if not named:
        with testing.cluster() as kube:
            kube.script("*", [testing.Running(1), testing.Exit(0)])
            yield Place(kube, str(kube.kubeconfig), "default", "embedded, scripted Pods", kpod.Pod("any"))
        return
    with KubeCluster(named, namespace=name) as cluster:
        nodes = len(cluster.list("Node", labels="type=kwok").items)
        pod = kpod.Pod(image, cmds=["true"], main=kpod.Container(pull_policy="IfNotPresent"))
        if nodes:
            pod = pod.but(node_selectors={"type": "kwok"}, patch={"spec": {"tolerations": [FAKE]}})
        made = Ref.of(cluster.create({"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": name}}))
        try:
            time.sleep(2)  # until the namespace has its service account, else each Job meets a pause
            kind = f"{nodes} nodes played by kwok" if nodes else "real containers"
            yield Place(cluster, named, name, f"Kubernetes {cluster.version()}, {kind}", pod)
        finally:
            cluster.delete(made)
            _wait_until_gone(cluster, made)


def _wait_until_gone(cluster: KubeCluster, ref: Ref) -> None:
    while True:
        try:
            cluster.get(ref)
        except kpod.NotFoundError:
            return
        time.sleep(1)


def start(role: str, where: Place, jobs: int) -> subprocess.Popen[str]:
    """Start a process that watches, and wait until it is connected."""
    words = [sys.executable, __file__, "--watch", role, where.kubeconfig, where.namespace, "--jobs", str(jobs)]
    process = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    said = process.stdout.readline() if process.stdout else ""
    if said != "ready\n":
        raise SystemExit(f"the process {role} did not start")
    return process


def launch(where: Place, jobs: int, follower: subprocess.Popen[str]) -> float:
    """Launch all Jobs, tell kpod's process of each, and return how many seconds it took."""
    stdin, lock = follower.stdin, threading.Lock()

    def one(number: int) -> None:
        job = kpod.Job(where.pod.but(name=f"scale-{number:05d}"), retries=0)
        ref = job.launch(cluster=where.cluster, namespace=where.namespace).ref
        if stdin:
            with lock:
                stdin.write(f"{ref.name} {ref.uid}\n")
                stdin.flush()

    began = time.monotonic()
    with ThreadPoolExecutor(HANDS) as pool:
        list(pool.map(one, range(jobs)))
    return time.monotonic() - began


def measure(jobs: int, image: str) -> int:
    """Do all of it, print the table, and return 0 where kpod was right about every Job."""
    with place(image) as where:
        processes = {role: start(role, where, jobs) for role in WATCHERS}
        began = time.time()
        seconds = launch(where, jobs, processes["kpod"])
        told = {}
        for process in processes.values():
            if process.stdin:
                process.stdin.close()
        for role, process in processes.items():
            told[role] = json.loads(process.stdout.read()) if process.stdout else {}
            process.wait()
        print(f"{jobs} Jobs, {where.what}; kubernetes {version('kubernetes')}; launched in {seconds:.1f} s, {jobs / seconds:.0f} a second")
        return table(jobs, began, told)


def table(jobs: int, began: float, told: dict[str, Any]) -> int:
    """Print the table."""
    found = {role: told[role]["found"] for role in WATCHERS}
    ends = {job: min(one[job][0] for one in found.values() if job in one) for job in found["observer"]}
    conditions = told["observer"]["conditions"]
    right = {role: sum(1 for _, verdict in found[role].values() if verdict == "succeeded") for role in WATCHERS[:2]}
    late = {role: [at - ends[job] for job, (at, _) in found[role].items() if job in ends] for role in WATCHERS[:2]}
    early = {role: sum(1 for job, (at, _) in found[role].items() if at < conditions.get(job, at)) for role in WATCHERS[:2]}
    net = [at - ends[job] for job, at in conditions.items() if job in ends]
    rows: list[tuple[str, Callable[[str], str]]] = [
        ("Jobs reported, rightly", lambda role: f"{right[role]}"),
        ("… before the Job's own condition", lambda role: f"{early[role]}"),
        ("verdict after the Pod's end, median", lambda role: f"{statistics.median(late[role]):.2f} s"),
        ("… at most", lambda role: f"{max(late[role]):.2f} s"),
        ("last verdict after the first launch", lambda role: f"{max(at for at, _ in found[role].values()) - began:.1f} s"),
        ("LISTs, watches, GETs, writes", lambda role: _requests(told[role]["requests"])),
        ("CPU", lambda role: f"{told[role]['cpu']:.1f} s"),
        ("memory above that after connecting", lambda role: f"{told[role]['held']:.1f} MB"),
        ("… at most", lambda role: f"{told[role]['peak']:.1f} MB"),
    ]
    print(f"{'':38}{'kpod':>16}{'informer':>16}")
    for what, value in rows:
        print(f"{what:38}{value('kpod'):>16}{value('informer'):>16}")
    print(f"the Job's condition after the Pod's end: median {statistics.median(net):.1f} s, at most {max(net):.1f} s ({len(net)} Jobs)")
    return 0 if right["kpod"] == jobs and len(found["kpod"]) == jobs else 1


def _requests(counted: dict[str, int]) -> str:
    writes = sum(counted.get(verb, 0) for verb in ("post", "put", "patch", "delete"))
    return ", ".join(str(counted.get(verb, 0)) for verb in ("list", "watch", "get")) + f", {writes}"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--jobs", type=int, default=2000)
    parser.add_argument("--image", default="kpod.local/busybox:1", help="for real containers")
    parser.add_argument("--watch", nargs=3, metavar=("ROLE", "KUBECONFIG", "NAMESPACE"), help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.watch:
        role, *address = asked.watch
        {"kpod": by_kpod, "informer": by_informer, "observer": by_observer}[role](*address, Notes(asked.jobs))
        sys.stdout.flush()
        os._exit(0)  # what the watches still read is nobody's business any more
    sys.exit(measure(asked.jobs, asked.image))
