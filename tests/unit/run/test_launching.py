"""One launch against a cluster that refuses, loses answers and is interrupted: nothing is left behind, nothing foreign is touched."""

from __future__ import annotations

import copy
import time
from collections.abc import Callable
from typing import Any

import pytest

import kpod
from kpod.cluster import Body, Listing, Ref
from kpod.errors import AlreadyExistsError, ConflictError, ForbiddenError, NotFoundError, OverloadedError, UnreachableError
from kpod.run import launch
from kpod.run.launching import _Launching
from kpod.run.marks import LAUNCH, Identity
from kpod.run.secrets import Belongings

SPEC = kpod.Pod("image", cmds=["true"], secrets=[kpod.Secret("token", {"TOKEN": "x"})])


class Store:
    """A cluster that keeps objects; `fail` may raise before or after a verb is done."""

    name, namespace = "store", "n"

    def __init__(self) -> None:
        self.objects: dict[tuple[str, str], Body] = {}
        self.made = 0
        self.before: Callable[[str, Any], object] = lambda verb, what: None
        self.after: Callable[[str, Any], object] = lambda verb, what: None

    def create(self, body: Body, **_: Any) -> Body:
        self.before("create", body)
        at = (body["kind"], body["metadata"]["name"])
        if at in self.objects:
            raise AlreadyExistsError(status=409, reason="AlreadyExists")
        self.made += 1
        made = copy.deepcopy(body)
        made["metadata"]["uid"] = f"uid-{self.made}"
        self.objects[at] = made
        self.after("create", body)
        return made

    def get(self, ref: Ref) -> Body:
        self.before("get", ref)
        if (ref.kind, ref.name) not in self.objects:
            raise NotFoundError(status=404)
        return self.objects[ref.kind, ref.name]

    def list(self, kind: str, **_: Any) -> Listing:
        return Listing([body for body in self.objects.values() if body["kind"] == kind], "1")

    def patch(self, ref: Ref, patch: Any, **_: Any) -> Body:
        self.before("patch", ref)
        found = self.get(ref)
        found["metadata"].update(patch["metadata"])
        return found

    def delete(self, ref: Ref, **_: Any) -> None:
        self.before("delete", ref)
        if self.get(ref)["metadata"]["uid"] != ref.uid:
            raise ConflictError(status=409, reason="Conflict")
        del self.objects[ref.kind, ref.name]

    def names(self) -> list[str]:
        return sorted(kind for kind, _ in self.objects)


def test_what_the_rules_warn_of_is_kept_by_the_run() -> None:
    body = {"apiVersion": "v1", "kind": "Pod", "metadata": {}, "spec": {"containers": [{"name": "main", "image": "x"}]}}
    body["spec"]["containers"][0]["resources"] = {"requests": {"memory": "400m"}}  # type: ignore[index]
    started = launch(body, cluster=Store())  # type: ignore[arg-type]
    assert [problem.level for problem in started.warnings] == ["warning"] * len(started.warnings) != []


def refuse_patches(verb: str, what: Any) -> None:
    if verb == "patch":
        raise ForbiddenError(status=403, message="may not patch secrets")


@pytest.mark.parametrize("key", [None, "k"])
def test_a_launch_that_cannot_give_its_secret_away_leaves_neither_secret_nor_pod(key: str | None) -> None:
    store = Store()
    store.before = refuse_patches
    with pytest.raises(ForbiddenError):
        launch(SPEC, key=key, cluster=store)
    assert store.names() == []


def test_a_second_launch_that_fails_takes_nothing_from_the_first() -> None:
    store = Store()
    first = launch(SPEC, key="k", cluster=store)
    secret = next(body for body in store.objects.values() if body["kind"] == "Secret")
    del secret["metadata"]["ownerReferences"]
    store.before = refuse_patches
    with pytest.raises(ForbiddenError):
        launch(SPEC, key="k", cluster=store)
    assert store.names() == ["Pod", "Secret"]
    assert store.get(first.ref)["metadata"]["uid"] == first.ref.uid


def test_an_interrupt_after_the_object_was_made_and_before_its_answer_leaves_nothing() -> None:
    store = Store()

    def interrupt(verb: str, body: Body) -> None:
        if body["kind"] == "Pod":
            raise KeyboardInterrupt

    store.after = interrupt
    with pytest.raises(KeyboardInterrupt):
        launch(SPEC, cluster=store)
    assert store.names() == []


def launching(store: Store, body: Body, key: str | None, sleep: Callable[[float], None], *, again: bool = False) -> _Launching:
    belongings = Belongings(store, "n", [], "a")
    return _Launching(store, body, Identity("a", key), belongings, again=again, sleep=sleep)


def pod(launch: str, **annotations: str) -> Body:
    return {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "a", "namespace": "n", "annotations": {LAUNCH: launch, **annotations}}}


def test_a_fresh_name_that_somebody_has_is_no_run_of_this_launch() -> None:
    store = Store()
    theirs = store.create(pod("theirs"))
    with pytest.raises(AlreadyExistsError, match="is there already"):
        launching(store, pod("ours"), None, lambda seconds: None).run()
    assert store.get(Ref.of(theirs)) == theirs


def test_a_create_waits_as_long_as_the_server_asks_for() -> None:
    store = Store()
    slept: list[float] = []
    refusals = iter([OverloadedError(status=503, retry_after=7.0)])

    def refuse(verb: str, what: Any) -> None:
        if verb == "create" and (refusal := next(refusals, None)):
            raise refusal

    store.before = refuse
    launching(store, pod("ours"), None, slept.append).run()
    assert slept == [7.0]


def test_a_name_that_is_taken_and_cannot_be_found_is_not_asked_for_in_a_hot_loop() -> None:
    store = Store()
    slept: list[float] = []

    def taken(verb: str, what: Any) -> None:
        if verb == "create":
            raise AlreadyExistsError(status=409, reason="AlreadyExists")

    store.before = taken
    with pytest.raises(AlreadyExistsError):
        launching(store, pod("ours"), "k", slept.append).run()
    assert len(slept) == 4


def test_of_two_that_start_a_run_again_one_does_and_the_other_finds_it() -> None:
    store = Store()
    ended = store.create({**pod("old", **{"kpod/key": "k"}), "status": {"phase": "Succeeded"}})

    def another_was_faster(verb: str, ref: Any) -> None:
        if verb == "delete":
            store.before = lambda verb, what: None
            store.delete(ref)
            store.create(pod("another", **{"kpod/key": "k"}))

    store.before = another_was_faster
    found = launching(store, pod("ours", **{"kpod/key": "k"}), "k", lambda seconds: None, again=True).run()
    assert found["metadata"]["uid"] == "uid-2" != ended["metadata"]["uid"]


FULL = 'pods "a" is forbidden: exceeded quota: few, requested: pods=1, used: pods=3, limited: pods=3'


def test_a_pod_that_a_quota_refuses_waits_for_room_and_says_so_once(caplog: pytest.LogCaptureFixture) -> None:
    """For ten minutes, in at most 30 creates."""
    store, slept, creates = Store(), [], []

    def refuse(verb: str, what: Any) -> None:
        if verb == "create":
            creates.append(what)
            if sum(slept) < 600:
                raise ForbiddenError(status=403, reason="Forbidden", message=FULL)

    store.before = refuse
    launching(store, pod("mine"), None, slept.append).run()
    assert store.names() == ["Pod"]
    assert len(creates) <= 30
    assert [pause <= most for pause, most in zip(slept, [1, 2, 4, 8, 16, 32, 60, 60], strict=False)] == [True] * 8
    assert len([message for message in caplog.messages if FULL in message and "waits for room" in message]) == 1


def test_a_quota_that_has_no_room_in_time_is_the_error(caplog: pytest.LogCaptureFixture) -> None:
    store = Store()

    def refuse(verb: str, what: Any) -> None:
        if verb == "create":
            raise ForbiddenError(status=403, reason="Forbidden", message=FULL)

    store.before = refuse
    with pytest.raises(ForbiddenError, match="exceeded quota: few"):
        launch({**SPEC.to_body(), "metadata": {"name": "a"}}, cluster=store, timeout=0.5)
    assert store.names() == []


def test_a_quota_is_the_error_where_the_time_ends_in_a_later_try() -> None:
    store, creates = Store(), []

    def refuse(verb: str, what: Any) -> None:
        if verb == "create":
            creates.append(what)
            if len(creates) == 1:
                raise ForbiddenError(status=403, reason="Forbidden", message=FULL)
            time.sleep(1.1)
            raise UnreachableError("the time for this answer is over")

    store.before = refuse
    with pytest.raises(ForbiddenError, match="exceeded quota: few"):
        launch({**SPEC.to_body(), "metadata": {"name": "a"}}, cluster=store, timeout=1.1)
    assert len(creates) == 2
    assert store.names() == []


def test_a_server_that_is_away_for_a_moment_after_a_long_wait_for_room_is_asked_again() -> None:
    store, creates = Store(), []

    def refuse(verb: str, what: Any) -> None:
        if verb == "create":
            creates.append(what)
            if len(creates) <= 10:
                raise ForbiddenError(status=403, reason="Forbidden", message=FULL)
            if len(creates) == 11:
                raise UnreachableError("away")

    store.before = refuse
    launching(store, pod("mine"), None, lambda seconds: None).run()
    assert store.names() == ["Pod"]
    assert len(creates) == 12


@pytest.mark.parametrize(
    "message",
    ['pods is forbidden: User "u" cannot create resource "pods"', 'pods "a" is forbidden: failed quota: q: must specify limits.cpu'],
    ids=["RBAC", "a quota that needs limits"],
)
def test_what_no_waiting_heals_is_asked_for_once(message: str) -> None:
    store, creates = Store(), []

    def refuse(verb: str, what: Any) -> None:
        creates.append(verb)
        raise ForbiddenError(status=403, reason="Forbidden", message=message)

    store.before = refuse
    with pytest.raises(ForbiddenError):
        launching(store, pod("mine"), None, lambda _: None)._create()
    assert creates == ["create"]


def test_a_quota_that_somebody_else_counts_at_the_same_time_is_asked_again() -> None:
    store, creates = Store(), []

    def refuse(verb: str, what: Any) -> None:
        creates.append(verb)
        if len(creates) < 3:
            message = 'Operation cannot be fulfilled on resourcequotas "few": the object has been modified'
            raise ConflictError(status=409, reason="Conflict", message=message)

    store.before = refuse
    made, there = launching(store, pod("mine"), None, lambda _: None)._create()
    assert (made is not None, there, creates) == (True, None, ["create"] * 3)
