"""Every mistake of the rules' table is shown to a real API server by a dry run: a rule that cries wolf is a bug."""

from __future__ import annotations

import copy
import os
import secrets
from collections import Counter
from collections.abc import Iterator

import pytest

from kpod import rules
from kpod.cluster import Cluster, Ref
from kpod.errors import ForbiddenError, InvalidError
from kpod.rules import PodSecurity
from tests.unit.rules.cases import CRON_JOB, JOB, POD, SECRET, Body, Mistake
from tests.unit.rules.cases_objects import GOOD
from tests.unit.rules.every import EVERY
from tests.unit.rules.forgiven import FORGIVEN
from tests.unit.rules.qos_bodies import BODIES as QOS
from tests.unit.rules.security_bodies import BODIES as SECURITY
from tests.unit.rules.security_bodies import random_bodies
from tests.until import until

pytestmark = [
    pytest.mark.real,
    pytest.mark.skipif(not os.environ.get("KPOD_TEST_KUBECONFIG"), reason="only a real API server knows what a real API server refuses"),
]
ASKED = [mistake for mistake in EVERY if mistake.server != "cannot be sent"]


@pytest.mark.parametrize("body", [POD, JOB, CRON_JOB, SECRET, *GOOD], ids=lambda body: body["kind"])
def test_the_server_accepts_what_the_mistakes_are_made_from(body: Body, cluster: Cluster, namespace: str) -> None:
    cluster.create(copy.deepcopy(body), namespace=namespace, dry_run=True)


@pytest.mark.parametrize("body", FORGIVEN.values(), ids=[name.replace(" ", "-") for name in FORGIVEN])
def test_the_server_accepts_what_only_looks_like_a_mistake(body: Body, cluster: Cluster, namespace: str) -> None:
    cluster.create(copy.deepcopy(body), namespace=namespace, dry_run=True)


@pytest.mark.parametrize("mistake", ASKED, ids=lambda mistake: mistake.name.replace(" ", "-"))
def test_the_server_refuses_what_is_called_an_error_and_accepts_what_is_called_a_warning(
    mistake: Mistake, cluster: Cluster, namespace: str
) -> None:
    if mistake.server == "refuses":
        with pytest.raises((InvalidError, ForbiddenError)):
            cluster.create(copy.deepcopy(mistake.body), namespace=namespace, dry_run=True)
    else:
        cluster.create(copy.deepcopy(mistake.body), namespace=namespace, dry_run=True)


@pytest.fixture(scope="module", params=["baseline", "restricted"])
def guarded(request: pytest.FixtureRequest, cluster: Cluster) -> Iterator[tuple[str, PodSecurity]]:
    """A namespace that enforces a level of Pod Security, and the level."""
    labels = {"pod-security.kubernetes.io/enforce": request.param}
    name = f"kpod-test-{secrets.token_hex(4)}"
    made = cluster.create({"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": name, "labels": labels}})
    try:
        until(lambda: cluster.list("ServiceAccount", namespace=name).items, "the namespace has its account")
        yield name, request.param
    finally:
        cluster.delete(Ref.of(made))


@pytest.mark.parametrize("name", SECURITY, ids=lambda name: name.replace(" ", "-"))
def test_pod_security_forbids_what_the_server_forbids(name: str, guarded: tuple[str, PodSecurity], cluster: Cluster) -> None:
    namespace, level = guarded
    body = copy.deepcopy(SECURITY[name])
    if rules.pod_security(body, level):
        with pytest.raises(ForbiddenError, match="violates PodSecurity"):
            cluster.create(body, namespace=namespace, dry_run=True)
    else:
        cluster.create(body, namespace=namespace, dry_run=True)


def test_pod_security_forbids_what_the_server_forbids_of_random_pods(guarded: tuple[str, PodSecurity], cluster: Cluster) -> None:
    namespace, level = guarded
    verdicts: Counter[str] = Counter()
    wrong = []
    for body in random_bodies(100):
        try:
            cluster.create(copy.deepcopy(body), namespace=namespace, dry_run=True)
            theirs = "admitted"
        except ForbiddenError:
            theirs = "forbidden"
        except InvalidError:  # refused for another reason, before Pod Security was asked
            continue
        ours = "forbidden" if rules.pod_security(body, level) else "admitted"
        verdicts[theirs] += 1
        if ours != theirs:
            wrong.append((ours, theirs, body))
    assert not wrong, wrong[:3]
    assert verdicts.total() >= 60
    assert min(verdicts["admitted"], verdicts["forbidden"]) >= 5, "both answers were seen"


@pytest.mark.parametrize("name", QOS, ids=lambda name: name.replace(" ", "-"))
def test_the_quality_of_service_is_the_server_s(name: str, cluster: Cluster, namespace: str) -> None:
    made = cluster.create(copy.deepcopy(QOS[name]), namespace=namespace, dry_run=True)
    assert rules.qos(QOS[name]) == made["status"]["qosClass"]
