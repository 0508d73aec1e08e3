"""What a real API server says to the mistakes that the rules know: recorded as data, and written as a page.

    python tools/record_answers.py ask      asks the server of KPOD_TEST_KUBECONFIG; writes tests/data/server-answers.json and the page
    python tools/record_answers.py page     writes docs/checks.md from the recorded answers alone

Everything is a dry run but for two namespaces with Pod Security labels, which are deleted again. The page has no text of its own in it that
is not here; `tests/unit/rules/test_checks_page.py` fails where it is stale.
"""

from __future__ import annotations

import copy
import json
import os
import re
import secrets
import sys
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from kpod import rules  # noqa: E402
from kpod.cluster import Ref  # noqa: E402
from kpod.errors import ApiError  # noqa: E402
from kpod.kube import KubeCluster  # noqa: E402
from tests.unit.rules.cases import Mistake  # noqa: E402
from tests.unit.rules.every import EVERY  # noqa: E402
from tests.unit.rules.qos_bodies import BODIES as QOS  # noqa: E402
from tests.unit.rules.security_bodies import BODIES as SECURITY  # noqa: E402

ANSWERS = ROOT / "tests" / "data" / "server-answers.json"
PAGE = ROOT / "docs" / "checks.md"
LONGEST = 220


def ask() -> None:
    """Ask the server and record what it says."""
    with KubeCluster(os.environ["KPOD_TEST_KUBECONFIG"]) as cluster:
        version = cluster.version()
        asked = [mistake for mistake in EVERY if mistake.server != "cannot be sent"]
        with ThreadPoolExecutor(4) as pool:
            answers = list(pool.map(lambda mistake: answer(cluster, mistake.body), asked))
        recorded = {
            "version": version,
            "mistakes": {mistake.name: said for mistake, said in zip(asked, answers, strict=True)},
            "later": {mistake.name: later(cluster, mistake.body) for mistake in asked if mistake.server == "never starts"},
            "pod_security": pod_security(cluster),
            "qos": {name: quality(cluster, body) for name, body in QOS.items()},
        }
    ANSWERS.write_text(json.dumps(recorded, indent=1, ensure_ascii=False) + "\n")


def answer(cluster: KubeCluster, body: dict[str, Any], namespace: str = "default") -> str:
    """Return what the server says to a dry run of a body, or an empty text where it takes it."""
    try:
        cluster.create(copy.deepcopy(body), namespace=namespace, dry_run=True)
    except ApiError as error:
        causes = [f"{field}: {message}" if field else message for field, message in error.causes] or [error.message]
        return f"{error.status} {_stable(causes[0])}"
    return ""


def _stable(text: str) -> str:
    text = re.sub(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}", "…", text.splitlines()[0] if text else "")
    text = re.sub(r"kpod-answers-[0-9a-f]{8}", "…", text)
    text = re.sub(r"\{.*\}", "{…}", text)
    text = re.sub(r"(.)\1{30,}", r"\1\1\1…", text)
    text = re.sub(r" \(e\.g\. .*|, regex used .*", "", text)
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def pod_security(cluster: KubeCluster) -> dict[str, dict[str, str]]:
    """Return what namespaces that enforce baseline and restricted say."""
    found: dict[str, dict[str, str]] = {name: {} for name in SECURITY}
    for level in ("baseline", "restricted"):
        namespace = f"kpod-answers-{secrets.token_hex(4)}"
        labels = {"pod-security.kubernetes.io/enforce": level}
        body = {"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": namespace, "labels": labels}}
        made = cluster.create(body)
        try:
            wait_for_account(cluster, namespace)
            for name, pod in SECURITY.items():
                found[name][level] = answer(cluster, pod, namespace).partition(": ")[2]
        finally:
            cluster.delete(Ref.of(made))
    return found


def wait_for_account(cluster: KubeCluster, namespace: str) -> None:
    """Wait until the namespace has the account without which no Pod is admitted."""
    end = time.monotonic() + 60
    while time.monotonic() < end:
        try:
            cluster.get(Ref("ServiceAccount", "default", namespace))
        except ApiError:
            time.sleep(0.1)
        else:
            return


def later(cluster: KubeCluster, body: dict[str, Any]) -> str:
    """Make a Pod that the server takes, and return why it does not start."""
    namespace = f"kpod-answers-{secrets.token_hex(4)}"
    made = cluster.create({"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": namespace}})
    body = copy.deepcopy(body)
    for container in body["spec"]["containers"]:
        container.pop("resources", None)  # the node may be full
        if container["image"] == "etl:1":
            container.update(image="kpod.local/busybox:1", imagePullPolicy="IfNotPresent")
    try:
        wait_for_account(cluster, namespace)
        cluster.create(body, namespace=namespace)
        end = time.monotonic() + 60
        while time.monotonic() < end:
            said = trouble(cluster, namespace)
            if said:
                return _stable(said)
            time.sleep(0.5)
        return ""
    finally:
        cluster.delete(Ref.of(made))


def trouble(cluster: KubeCluster, namespace: str) -> str:
    """Return why the Pod of a namespace waits, or an empty text."""
    pod = cluster.get(Ref("Pod", "etl", namespace))
    for container in pod.get("status", {}).get("containerStatuses", []):
        waiting = container.get("state", {}).get("waiting", {})
        if waiting.get("reason") not in (None, "ContainerCreating", "PodInitializing"):
            return f"{waiting['reason']}: {waiting.get('message', '')}"
        if container.get("state", {}).get("running") or container.get("state", {}).get("terminated"):
            return "it started"
    for event in cluster.list("Event", namespace=namespace):
        if event.get("type") == "Warning":
            return f"{event['reason']}: {event['message']}"
    return ""


def quality(cluster: KubeCluster, body: dict[str, Any]) -> str:
    """Return the quality of service that the server gives to a Pod."""
    return str(cluster.create(copy.deepcopy(body), namespace="default", dry_run=True)["status"]["qosClass"])


def page() -> str:
    """Return the text of the page."""
    recorded = json.loads(ANSWERS.read_text())
    counted = Counter(mistake.server for mistake in EVERY)
    lines = [
        "# What the checks find",
        "",
        f"Every mistake that the tests know, with what kpod says and what a real API server ({recorded['version']}) answers to the same",
        "body in a dry run with strict field validation. Generated by `tools/record_answers.py`; a test keeps it fresh, and another",
        "compares it with a live server.",
        "",
        f"{len(EVERY)} mistakes: {counted['refuses']} that the server refuses, {counted['cannot be sent']} that have no address to be sent",
        f"to, {counted['never starts']} that it accepts though no container can ever start, and {counted['accepts']} that work,",
        "but hardly as meant: those are warnings. What kpod calls an error, the server refuses or the Pod cannot start.",
        "",
        "[What it does not find](#what-it-does-not-find) is at the end.",
        "",
    ]
    groups: dict[str, list[Mistake]] = {}
    for mistake in EVERY:
        groups.setdefault(mistake.body.get("kind", "") if mistake.server != "cannot be sent" else "Kinds", []).append(mistake)
    for group, mistakes in groups.items():
        lines += [f"## {group}", "", "| mistake | rule | kpod says | the server says |", "|---|---|---|---|"]
        lines += [_row(mistake, recorded) for mistake in mistakes]
        lines.append("")
    return "\n".join(lines) + "\n" + REST.replace("SECURITY", str(len(SECURITY))).replace("QOS", str(len(QOS)))


def _row(mistake: Mistake, recorded: dict[str, Any]) -> str:
    found = rules.check(mistake.body)
    ours = "<br>".join(f"{problem.path}: {problem.message}{'; ' + problem.fix if problem.fix else ''}" for problem in found)
    level = " (warning)" if found and found[0].level == "warning" else ""
    server = recorded["mistakes"].get(mistake.name, "") or "accepted"
    if mistake.name in recorded["later"]:
        server = f"accepted; then {recorded['later'][mistake.name]}"
    if mistake.server == "cannot be sent":
        server = "404: there is no such address"
    return f"| {mistake.name} | `{mistake.rule}`{level} | {_cell(ours)} | {_cell(server)} |"


def _cell(text: str) -> str:
    text = re.sub(r"(.)\1{30,}", r"\1\1\1…", text)
    text = text if len(text) <= 2 * LONGEST else f"{text[: 2 * LONGEST]}…"
    return (
        text.replace("|", "\\|")
        .replace("<br>", "\0")
        .replace("<", "&lt;")
        .replace("{{", "{ {")
        .replace("\0", "<br>")
        .replace("*", "\\*")
        .replace("][", "]\\[")
    )


REST = """## Which Kubernetes, which namespace, how much

```python
rules.needs(body).version                  # "1.34"; .reasons: which fields ask for it; .gone: what newer kubelets do not mount
rules.check_version(body, "1.30")          # problems, as kpod validate --kubernetes 1.30
rules.pod_security(body, "restricted")     # problems with the fields to change, as kpod validate --pod-security restricted
rules.effective_resources(body).requests   # what the scheduler looks for: init containers, sidecars, overhead, the Pod's own
rules.qos(body)                            # "Guaranteed", "Burstable" or "BestEffort"
```

A field's version is the first whose feature gate is on by default, as far as kpod knows it; an administrator may have changed that.
What Pod Security forbids and the quality of service were compared with the same server: SECURITY Pods at both levels
(and, by a test, a hundred drawn at random), and QOS Pods; all are equal.

## What it does not find

Bodies were changed at random, 8,000 at a time, and shown to both. What the server refused and kpod did not know was of these kinds; the
server's dry run (`kpod validate --server`) tells them.

- What only the cluster knows: a PriorityClass, a RuntimeClass, a ServiceAccount, a StorageClass or a namespace that is not there; quotas,
  LimitRanges and webhooks; a `priority` or a `preemptionPolicy` that is not what the PriorityClass says; the address families of its
  network.
- Services beyond the plain ones: `externalIPs`, `clusterIPs`, `ipFamilies`, `trafficDistribution`, `healthCheckNodePort`, `appProtocol`.
- Sources of claims (`dataSource`, `dataSourceRef`, `volumeAttributesClassName`) and selectors of claims.
- The insides of volumes that few use: iSCSI names, Fibre Channel targets, Azure disks, CSI's own Secrets.
- `metadata.generation`, and other fields that the server writes itself.
"""


if __name__ == "__main__":
    if sys.argv[1:] not in (["ask"], ["page"]):
        sys.exit(__doc__)
    if sys.argv[1] == "ask":
        ask()
    PAGE.write_text(page())
