"""Every mistake of the rules' table is shown to a real API server by a dry run: a rule that cries wolf is a bug."""

from __future__ import annotations

import copy
import os

import pytest

from kpod.cluster import Cluster
from kpod.errors import ForbiddenError, InvalidError
from tests.unit.rules.cases import CRON_JOB, JOB, POD, SECRET, Body, Mistake
from tests.unit.rules.cases_objects import GOOD
from tests.unit.rules.every import EVERY
from tests.unit.rules.forgiven import FORGIVEN

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
