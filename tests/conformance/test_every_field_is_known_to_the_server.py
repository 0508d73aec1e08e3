"""The bodies that kpod writes say no word that a server does not know: every field of every kind is shown to the cluster by a dry run.

A 422 is an answer: the server has read the body, and refuses what it says, as a text where a name of a class of priority belongs or two
sources in one volume. So is a 403 of an admission plug-in. Anything else is a body that the server could not even read.
"""

from __future__ import annotations

import logging
from typing import Any

import pytest

from kpod.api import kinds
from kpod.api.object import find_class
from kpod.cluster import Cluster
from kpod.errors import ApiError
from tests.parity.full_bodies import Body, alone, every

pytestmark = pytest.mark.real
READ = (None, 403, 422)


def answer(cluster: Cluster, kind: kinds.Kind, body: Body) -> tuple[int | None, str]:
    """The status of the refusal and what it says; None if the server takes the body."""
    sent = find_class(kind.type).from_body(body).to_body()
    assert sent == body
    metadata: dict[str, Any] = {"name": "text", **sent.get("metadata", {})}
    for place in ("namespace", "resourceVersion"):  # the one has to be that of the request, the other is refused in what is new
        metadata.pop(place, None)
    try:
        cluster.create({**sent, "metadata": metadata}, namespace="default", dry_run=True)
    except ApiError as error:
        return error.status, error.message
    return None, ""


@pytest.mark.parametrize("kind", kinds.ALL, ids=lambda kind: f"{kind.api_version}-{kind.kind}")
def test_the_server_reads_every_field_of_a_kind_all_at_once_and_each_alone(
    kind: kinds.Kind, cluster: Cluster, caplog: pytest.LogCaptureFixture
) -> None:
    first = {name: other for other in reversed(kinds.ALL) for name, _ in alone(other)}  # a part that several kinds hold is shown once
    bodies = [("every field", every(kind)), *((name, body) for name, body in alone(kind) if first[name] == kind)]
    with caplog.at_level(logging.WARNING, logger="kpod"):
        answers = {name: answer(cluster, kind, body) for name, body in bodies}
    assert {name: said for name, said in answers.items() if said[0] not in READ} == {}
    assert [record.getMessage() for record in caplog.records if "unknown" in record.getMessage()] == []


def test_a_field_that_the_server_does_not_know_would_be_told(cluster: Cluster) -> None:
    pod = next(kind for kind in kinds.ALL if kind.kind == "Pod")
    body = {"apiVersion": "v1", "kind": "Pod", "spec": {"containers": [{"name": "a", "imagee": "b"}]}}
    status, message = answer(cluster, pod, body)
    assert status == 400
    assert 'unknown field "spec.containers[0].imagee"' in message
