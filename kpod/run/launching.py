"""`launch` and `attach`: one key, one run, in any process, whatever dies or gets lost in between.

Every request is asked: what if the process dies just before, just after, or the answer is lost? A name made from the key makes the create
idempotent; a random mark of the launch tells an answer that was lost from a run of somebody else. Nothing that kpod did not make is
deleted, and every delete carries the uid.
"""

from __future__ import annotations

import logging
import math
import os
import random
import secrets as random_secrets
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from typing import Any

from kpod import kube, rules, status, wire
from kpod.cluster import Body, Cluster, Ref, ends_at, within
from kpod.errors import (
    AlreadyExistsError,
    ApiError,
    ConfigError,
    ConflictError,
    KpodError,
    NotFoundError,
    OverloadedError,
    Problem,
    RunError,
    SpecError,
    UnreachableError,
)
from kpod.run import marks
from kpod.run.deadlines import seconds as to_seconds
from kpod.run.marks import Identity
from kpod.run.running import Run
from kpod.run.secrets import KINDS, Belongings, own

log = logging.getLogger("kpod")

DAY = 86400.0
TRIES = 5
GONE_TIMEOUT = 120.0
LONGEST_RETRY_AFTER = 30.0
LONGEST_WAIT_FOR_ROOM = 60.0
TIMEOUT = 300.0
TAKE_BACK = 5.0


def launch(
    x: Any,
    *,
    key: str | None = None,
    name: str | None = None,
    namespace: str | None = None,
    cluster: Cluster | None = None,
    again: bool = False,
    keep: timedelta | float | None = None,
    trust_exit_0: bool = False,
    levels: Mapping[str, rules.Level] | None = None,
    timeout: timedelta | float = TIMEOUT,
) -> Run:
    """Start a Pod or a Job, or find the run that the same key has started.

    With a key (an explicit name is one) the same call in any process finds the same run: one that is going, or one that has ended. Without
    a key each call starts a new run. Used as a context manager, the run is cancelled by an exception and deleted at the end; otherwise a
    Job stays for a day after its end, and a bare Pod until `result()` has read it or somebody deletes it.

    What is sent beside the body, all of it: the run's name; the label `app.kubernetes.io/managed-by: kpod` and, where there is a key, its
    hash as the label `kpod/key`, on a Job's Pods too; the annotations `kpod/spec` (a hash of what was asked for), `kpod/launch` (a random
    mark) and `kpod/key`; a Job's `ttlSecondsAfterFinished`. Literal Secrets and ConfigMaps are made first, under names of the run, with
    that label and the annotation `kpod/run`; the run's object owns them, and they go with it.

    Args:
        x: a spec, an API object, a body, or the official client's object; a Pod or a Job.
        key: what this run is, in any words: the run's name is made from it.
        name: the exact name of the object; it is the key where no other is given.
        namespace: where; default: the body's own, then the cluster's (the in-cluster one, or the kubeconfig context's). Never guessed.
        cluster: default: `kpod.kube.default()`.
        again: a run of this key that has ended is deleted and started anew. One that is going is left alone.
        keep: how long a Job stays after its end, seconds; sent as `ttlSecondsAfterFinished`; default: a day, unless the body says.
        trust_exit_0: exit code 0 means done, also after the Pod was told to go.
        levels: rules to lower or switch off, by id, as `kpod.rules.check` takes them.
        timeout: seconds, or a timedelta, for all that the launch asks of the server; not sent. It includes waiting for a run of the key
            to go away, and for room where a quota refuses the object (asked again after 1, 2, 4 … 60 s, and told once as a warning in the
            log; the Pod of a Job waits on the server instead, see `Deadlines.created`). Where it passes, at most 5 s more are used to take
            back what may have been made.

    Returns:
        the run. What the rules warn of is in its `warnings`.

    Raises:
        SpecError: it is no Pod and no Job, its name or key cannot be, or the rules find an error in it; every problem is told, and nothing
            was sent.
        ConfigError: no cluster, or no namespace.
        ApiError: the server refuses, or a quota has no room for as long as the timeout; nothing is left behind.
        AlreadyExistsError: an object of that name is there, and it is not the run of this key.
        UnreachableError: the server cannot be reached, or does not answer in time.
    """
    cluster = _cluster(cluster)
    body, parts = _bodies(x)
    namespace = _namespace(body, namespace, cluster)
    identity = marks.identify(body, key=key, name=name)
    body, parts = own(body, parts, identity.name)
    seconds = to_seconds(keep)
    if seconds is not None:
        (body.get("spec") or {}).pop("ttlSecondsAfterFinished", None)
    sent = marks.marked(body, identity, namespace=namespace, launch=random_secrets.token_hex(8), keep=DAY if seconds is None else seconds)
    warnings = _check([sent, *parts], levels)
    log.info("%s %s: context %s, namespace %s", body["kind"], identity.name, cluster.name, namespace)
    for problem in warnings:
        log.info("%s", problem)
    belongings = Belongings(cluster, namespace, parts, identity.name)
    body = _Launching(cluster, sent, identity, belongings, again=again, timeout=to_seconds(timeout)).run()
    return Run(
        cluster, Ref.of(body), key=identity.key, seen=body, trust_exit_0=trust_exit_0, marked=marks.is_marked(body), warnings=warnings
    )


def _cluster(cluster: Cluster | None) -> Cluster:
    """The cluster that is meant. Raises ConfigError for what is none, as a context's name."""
    if cluster is None:
        return kube.default()
    if isinstance(cluster, str | os.PathLike | Mapping):
        how = "KubeCluster(context=…) takes a context's name, KubeCluster(path) a kubeconfig's, kpod.local.cluster() starts one"
        raise ConfigError(f"cluster={cluster!r} is a {type(cluster).__name__}, no cluster; {how}")
    return cluster


def _check(bodies: Sequence[Body], levels: Mapping[str, rules.Level] | None) -> tuple[Problem, ...]:
    """Return what the rules warn of. Raises SpecError where they find an error."""
    problems = [problem for body in bodies for problem in rules.check(body, levels=levels)]
    if any(problem.level == "error" for problem in problems):
        raise SpecError(problems)
    return tuple(problems)


def attach(ref_or_key: Ref | str, *, namespace: str | None = None, cluster: Cluster | None = None, trust_exit_0: bool = False) -> Run:
    """Find a run that was started before, by its address or by its key. Nothing is started.

    Args:
        ref_or_key: the address of a Pod or a Job, kpod's or not, or the key of a run.
        namespace: where to look for a key; default: the cluster's.
        cluster: default: `kpod.kube.default()`.
        trust_exit_0: exit code 0 means done, also after the Pod was told to go.

    Raises:
        NotFoundError: there is none.
        ConfigError: no cluster, or no namespace.
    """
    cluster = _cluster(cluster)
    if isinstance(ref_or_key, Ref):
        body = cluster.get(ref_or_key)
        if ref_or_key.uid and body["metadata"]["uid"] != ref_or_key.uid:
            raise NotFoundError(
                status=404, reason="NotFound", message=f"{ref_or_key} is gone; another of its name is there", ref=ref_or_key
            )
    else:
        body = _by_key(marks.check_key(ref_or_key), namespace or cluster.namespace, cluster)
    return Run(cluster, Ref.of(body), key=marks.annotation(body, marks.KEY), trust_exit_0=trust_exit_0, marked=marks.is_marked(body))


def _by_key(key: str, namespace: str | None, cluster: Cluster) -> Body:
    if namespace is None:
        raise _no_namespace(f"the run with the key {key!r}")
    for kind in ("Job", "Pod"):
        found = cluster.list(kind, namespace=namespace, labels=f"{marks.KEY}={marks.key_label(key)}").items
        mine = [body for body in found if marks.annotation(body, marks.KEY) == key]
        if mine:
            newest: Body = max(mine, key=lambda body: body["metadata"].get("creationTimestamp") or "")
            return newest
    message = f"no run with the key {key!r} in namespace {namespace} of {cluster.name}"
    raise NotFoundError(status=404, reason="NotFound", message=message)


def _bodies(x: Any) -> tuple[Body, list[Body]]:
    """The object to start, and the literal Secrets and ConfigMaps that it needs."""
    body = wire.to_body(x)
    kind = body.get("kind")
    if kind not in marks.KINDS:
        raise SpecError(f"only a Pod or a Job can be launched, not {kind or 'something without a kind'}", path="kind", rule="kind")
    others = [wire.to_body(each) for each in x.objects()] if hasattr(x, "objects") else []
    return body, [other for other in others if other.get("kind") in KINDS]


def _namespace(body: Body, namespace: str | None, cluster: Cluster) -> str:
    own_namespace = (body.get("metadata") or {}).get("namespace")
    if namespace and own_namespace and namespace != own_namespace:
        what = f"the {body['kind']} says namespace {own_namespace!r}, the launch {namespace!r}"
        raise SpecError(what, path="metadata.namespace", rule="namespace", fix="say it once")
    found = namespace or own_namespace or cluster.namespace
    if not found:
        raise _no_namespace(f"{body['kind']} cannot be launched")
    return str(found)


def _no_namespace(what: str) -> ConfigError:
    return ConfigError(f"{what}: no namespace is given, and the cluster's configuration names none; say `namespace=` (`--namespace`)")


class _Launching:
    """One call of `launch`, from the first request to the run's object."""

    def __init__(
        self,
        cluster: Cluster,
        body: Body,
        identity: Identity,
        belongings: Belongings,
        *,
        again: bool,
        timeout: float | None = TIMEOUT,
        sleep: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._cluster = cluster
        self._body = body
        self._identity = identity
        self._belongings = belongings
        self._again = again
        self._timeout = timeout
        self._sleep = sleep
        self._clock = clock
        self._ref = Ref(body["kind"], body["metadata"]["name"], body["metadata"]["namespace"])
        self._may_be_there = False

    def run(self) -> Body:
        """Make the object, or find it. Raises ApiError, UnreachableError; then this launch has left nothing that it could reach."""
        try:
            with within(self._timeout):
                return self._find_or_make()
        except BaseException:
            with within(TAKE_BACK):
                self._take_back()
                self._belongings.discard()
            raise

    def _find_or_make(self) -> Body:
        there = self._there() if self._identity.key is not None else None
        while True:
            if there is not None:
                found = self._settle(there)
                if found is not None:
                    self._belongings.see_to(Ref.of(found), ended=self._has_ended(found))
                    return found
            self._belongings.make()
            made, there = self._create()
            if made is not None:
                self._belongings.give_to(Ref.of(made))
                return made

    def _take_back(self) -> None:
        """Delete what this launch has made, or may have made: nobody will get its run."""
        if not self._may_be_there:
            return
        try:
            there = self._there()
            if there is not None and self._is_ours(there):
                self._cluster.delete(Ref.of(there))
        except NotFoundError:
            pass
        except KpodError as error:
            log.warning("%s may be left behind: %s", self._ref, error)

    def _is_ours(self, there: Body) -> bool:
        """Whether this call of `launch` has made the object."""
        return marks.annotation(there, marks.LAUNCH) == marks.annotation(self._body, marks.LAUNCH)

    def _create(self) -> tuple[Body | None, Body | None]:
        """POST until there is an answer: the object that was made, or the one that stands in its place."""
        tries, waits, full = 0, 0, None  # full: what a quota said last
        while True:
            tries += 1
            try:
                self._may_be_there = True
                return self._cluster.create(self._body), None
            except AlreadyExistsError as error:
                there = self._there()
                if there is None:  # it was just leaving
                    if tries >= TRIES:
                        raise
                    self._pause(tries, error)
                    continue
            except ConflictError as error:  # two creates met in a quota's book-keeping: this one was not made
                if tries >= TRIES:
                    raise
                self._pause(tries, error)
                continue
            except (OverloadedError, UnreachableError) as error:
                # it may have been made: look, then try again
                there = self._look_after(error, tries)
                if there is None:
                    self._pause(tries, full or error)
                    continue
            except ApiError as error:
                self._may_be_there = False  # it was refused
                if error.status != 403 or "exceeded quota" not in error.message:  # the only 403 that heals, and no field tells it
                    raise
                tries, waits, full = 0, waits + 1, error
                self._wait_for_room(waits, error)
                continue
            self._may_be_there = self._is_ours(there)
            return (there, None) if self._may_be_there else (None, there)

    def _pause(self, attempt: int, error: KpodError) -> None:
        """Wait before another try. Raises the error where there is no time for one."""
        asked = error.retry_after if isinstance(error, ApiError) else None
        pause = max(random.uniform(0.5, 1.0) * min(8.0, 0.5 * 2.0**attempt), min(LONGEST_RETRY_AFTER, asked or 0.0))
        if pause >= _left():
            raise error
        self._sleep(pause)

    def _wait_for_room(self, times: int, error: ApiError) -> None:
        """Wait as a Job's controller does whose Pod a quota refuses. Raises the error where there is no time for another try."""
        if times == 1:
            log.warning("%s waits for room in a quota: %s", self._ref, error.message)
        pause = random.uniform(0.8, 1.0) * min(LONGEST_WAIT_FOR_ROOM, 2.0 ** (times - 1))
        if pause >= _left():
            raise error
        self._sleep(pause)

    def _look_after(self, error: OverloadedError | UnreachableError, attempt: int) -> Body | None:
        try:
            there = self._there()
        except (OverloadedError, UnreachableError):
            there = None
        if there is None and attempt >= TRIES:
            self._may_be_there = False  # there is no more to find out
            raise error
        return there

    def _there(self) -> Body | None:
        try:
            return self._cluster.get(self._ref)
        except NotFoundError:
            return None

    def _settle(self, there: Body) -> Body | None:
        """What an object that has the name means: the run, or None once its place is free."""
        key = marks.annotation(there, marks.KEY)
        if key is None or key != self._identity.key:
            whose = f"it belongs to the run with the key {key!r}" if key is not None else "it is no run of kpod, or one without a key"
            message = f"{self._ref} is there already, and {whose}; take another name, or delete it"
            raise AlreadyExistsError(status=409, reason="AlreadyExists", message=message, ref=Ref.of(there), verb="launch")
        if there["metadata"].get("deletionTimestamp"):
            self._wait_gone(Ref.of(there))
            return None
        if self._again and self._has_ended(there):
            try:
                self._cluster.delete(Ref.of(there))
            except (NotFoundError, ConflictError):
                return None  # gone, or another process has started it anew: the create will tell
            self._wait_gone(Ref.of(there))
            return None
        self._tell_differences(there)
        return there

    def _has_ended(self, there: Body) -> bool:
        if there["kind"] == "Pod":
            return status.outcome(None, [there]) is not None
        labels = f"batch.kubernetes.io/controller-uid={there['metadata']['uid']}"
        pods = self._cluster.list("Pod", namespace=self._ref.namespace, labels=labels).items
        return status.outcome(there, pods) is not None

    def _wait_gone(self, ref: Ref) -> None:
        patience = min(GONE_TIMEOUT, _left())
        deadline, delay = self._clock() + patience, 0.1
        while True:
            there = self._there()
            if there is None or there["metadata"]["uid"] != ref.uid:
                return
            if self._clock() >= deadline:
                raise RunError(
                    f"{ref} is being deleted, and still there after {patience:.0f} s: what holds it? (finalizers, a lost node)", ref=ref
                )
            self._sleep(min(delay, deadline - self._clock()))
            delay = min(2.0, delay * 1.5)

    def _tell_differences(self, there: Body) -> None:
        if marks.annotation(there, marks.SPEC) == marks.annotation(self._body, marks.SPEC):
            return
        parts = marks.differences(self._body, there)
        more = f" and {len(parts) - marks.MAX_DIFFERENCES} more" if len(parts) > marks.MAX_DIFFERENCES else ""
        told = "; ".join(parts[: marks.MAX_DIFFERENCES]) or "in what is not shown"
        log.warning(
            "%s runs with the key %r but was started from another spec, and goes on with that: %s%s",
            self._ref,
            self._identity.key,
            told,
            more,
        )


def _left() -> float:
    """Seconds that this launch has left."""
    end = ends_at()
    return math.inf if end is None else end - time.monotonic()
