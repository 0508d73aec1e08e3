"""Every request is recorded, with what it asked for and what it was answered."""

from __future__ import annotations

import pytest

from kpod.cluster import Body, Ref
from kpod.errors import NotFoundError
from kpod.testing import Kube, LoseReply, Refuse

SECRET: Body = {
    "apiVersion": "v1",
    "kind": "Secret",
    "metadata": {"name": "s", "namespace": "default"},
    "stringData": {"password": "hunter2"},
}


def test_requests_are_counted_by_verb_kind_name_and_status(kube: Kube) -> None:
    kube.create(SECRET)
    kube.list("Pod", namespace="default")
    kube.list("Secret")
    with pytest.raises(NotFoundError):
        kube.get(Ref("Pod", "missing", "default"))
    kube.delete(Ref("Secret", "s", "default"))
    assert kube.requests.count() == 5
    assert kube.requests.count(verb="list") == 2
    assert kube.requests.count(verb="list", kind="Pod") == 1
    assert kube.requests.count(verb="get", name="miss*", status=404) == 1
    assert [seen.verb for seen in kube.requests.writes()] == ["create", "delete"]
    assert [seen.namespace for seen in kube.requests] == ["default", "default", "", "default", "default"]


def test_what_was_sent_to_be_created_is_kept_and_not_shown(kube: Kube) -> None:
    kube.create(SECRET)
    assert kube.requests.created("Secret") == [SECRET]
    assert "hunter2" not in repr(kube.requests) + repr(kube.requests[0])


def test_a_refused_request_is_recorded_with_the_fault(kube: Kube) -> None:
    kube.faults.add(Refuse(429, retry_after=0, times=1))
    kube.create(SECRET)
    assert [(seen.status, seen.faults) for seen in kube.requests] == [(429, ("Refuse",)), (201, ())]
    assert len(kube.requests.created()) == 1


def test_a_lost_reply_is_recorded_as_what_it_would_have_been(kube: Kube) -> None:
    kube.create(SECRET)
    kube.faults.add(LoseReply(verb="delete", times=1))
    kube.delete(Ref("Secret", "s", "default"))
    assert [seen.status for seen in kube.requests.of(verb="delete")] == [200, 404]


def test_the_record_can_be_forgotten(kube: Kube) -> None:
    kube.list("Pod")
    kube.requests.clear()
    assert kube.requests.count() == len(kube.requests) == 0
