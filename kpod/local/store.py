"""The objects of the embedded cluster: one integer version for everything, a ring of past changes, and whoever listens.

One asyncio loop owns a store; every method is synchronous, so a write is atomic without a lock. A stored body is never changed in place:
writers copy, change and put back, and whoever got a body from here must not write into it. The store knows when an object may go (grace
periods and finalizers); it does not default, validate, or collect dependents: `admission` and `controllers` do.
"""

from __future__ import annotations

import random
import uuid
from collections import deque
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta, timezone
from functools import partial
from typing import Any

from kpod.cluster import Body
from kpod.local import statuses
from kpod.local.changes import Change, Subscription

RING = 10_000
"""How many past changes of one kind can be replayed to a watcher that comes back."""

EVENTS = 5_000
"""How many Event objects are kept; the oldest go first."""

_LETTERS = "bcdfghjklmnpqrstvwxz2456789"

Bodies = list[Body]


def copy(value: Any) -> Any:
    """Return a deep copy of JSON-able data."""
    if isinstance(value, dict):
        return {key: copy(each) for key, each in value.items()}
    if isinstance(value, list):
        return [copy(each) for each in value]
    return value


def suffix(length: int = 5) -> str:
    """Return random letters as `generateName` appends them."""
    return "".join(random.choice(_LETTERS) for _ in range(length))


def stamp(moment: datetime) -> str:
    """Return a moment as the API writes it, in whole seconds."""
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


class Store:
    """The objects, by plural, namespace ("" for what has none) and name.

    Args:
        clock: returns the time in UTC; for tests.
        version: the version to begin with.
    """

    def __init__(self, *, clock: Callable[[], datetime] | None = None, version: int = 1) -> None:
        self._clock = clock or (lambda: datetime.now(timezone.utc))
        self._objects: dict[str, dict[str, dict[str, Body]]] = {}
        self._rings: dict[str, deque[tuple[int, Change]]] = {}
        self._dropped: dict[str, int] = {}
        self._subscribers: dict[str, list[Subscription]] = {}
        self._event_names: dict[tuple[str, ...], tuple[str, str]] = {}
        self._last_event = 0
        self.version = self.oldest = version

    def now(self) -> str:
        """Return the time as the API writes it."""
        return stamp(self._clock())

    def moment(self) -> datetime:
        """Return the time in UTC."""
        return self._clock()

    # reading

    def get(self, plural: str, namespace: str | None, name: str) -> Body | None:
        """Return the object, or None."""
        return self._objects.get(plural, {}).get(namespace or "", {}).get(name)

    def list(self, plural: str, namespace: str | None = None, labels: dict[str, str] | None = None) -> Bodies:
        """Return the objects in the order of namespace and name; of all namespaces where None is given."""
        spaces = self._objects.get(plural, {})
        chosen = sorted(spaces) if namespace is None else [namespace]
        bodies = [spaces[space][name] for space in chosen if space in spaces for name in sorted(spaces[space])]
        if labels:
            bodies = [body for body in bodies if labels.items() <= (body["metadata"].get("labels") or {}).items()]
        return bodies

    def plurals(self) -> Sequence[str]:
        """Return the plurals of which there are objects."""
        return [plural for plural, spaces in self._objects.items() if any(spaces.values())]

    def subscribe(self, *plurals: str, since: int | None = None, limit: int | None = None) -> Subscription:
        """Listen to the changes of some kinds.

        Args:
            plurals: the kinds.
            since: begin with what happened after this version; None begins with ADDED for everything that exists.
            limit: close the subscription when so many changes wait; None waits without bound (for readers in this process).

        Raises:
            StatusError: 410, when `since` is older than what can be replayed.
        """
        subscription = Subscription(partial(self._forget, plurals), limit)
        for change in self._past(plurals, since):
            subscription.put(change)
        for plural in plurals:
            self._subscribers.setdefault(plural, []).append(subscription)
        return subscription

    def _past(self, plurals: tuple[str, ...], since: int | None) -> Sequence[Change]:
        if since is None:
            return [("ADDED", body, None) for plural in plurals for body in self.list(plural)]
        oldest = max([self.oldest, *(self._dropped.get(plural, 0) for plural in plurals)])
        if since < oldest:
            raise statuses.expired(f"too old resource version: {since} ({oldest})")
        missed = [entry for plural in plurals for entry in self._rings.get(plural, ()) if entry[0] > since]
        return [change for _, change in sorted(missed, key=lambda entry: entry[0])]

    def _forget(self, plurals: tuple[str, ...], subscription: Subscription) -> None:
        """Stop sending to a subscription."""
        for plural in plurals:
            if subscription in self._subscribers.get(plural, ()):
                self._subscribers[plural].remove(subscription)

    def compact(self) -> None:
        """Forget the past: a watch from any version before now is answered with 410."""
        self._rings.clear()
        self.oldest = self.version

    # writing

    def create(self, plural: str, body: Body) -> Body:
        """Store a new object and return it with uid, creationTimestamp, resourceVersion and a name where `generateName` asks for one.

        Raises:
            StatusError: 409 AlreadyExists.
        """
        body = copy(body)
        metadata = body.setdefault("metadata", {})
        space = self._objects.setdefault(plural, {}).setdefault(metadata.get("namespace") or "", {})
        if not metadata.get("name"):
            metadata["name"] = metadata.get("generateName", "")[:58] + suffix()
        if metadata["name"] in space:
            raise statuses.already_exists(plural, metadata["name"], group_of(body))
        metadata.setdefault("uid", str(uuid.uuid4()))
        metadata["creationTimestamp"] = self.now()
        self._put(plural, space, body)
        self._tell("ADDED", plural, body, None)
        return body

    def change(self, plural: str, namespace: str | None, name: str, change: Callable[[Body], None]) -> Body | None:
        """Copy the object, let `change` write into the copy, and store that.

        Returns the object as it is now: the same one where nothing changed (then nothing is told either), the last body where the change
        took away its last finalizer, None where there is no such object.
        """
        space = self._objects.get(plural, {}).get(namespace or "", {})
        old = space.get(name)
        if old is None:
            return None
        new: Body = copy(old)
        change(new)
        if new == old:
            return old
        if _may_go(plural, new):
            return self._remove(plural, space, new, old)
        self._put(plural, space, new)
        self._tell("MODIFIED", plural, new, old)
        return new

    def delete(
        self,
        plural: str,
        namespace: str | None,
        name: str,
        *,
        grace: int | None = None,
        propagation: str = "Background",
        uid: str | None = None,
    ) -> Body | None:
        """Begin to delete an object, and remove it at once where nothing holds it.

        A running Pod gets its grace period and stays until the kubelet calls `remove`; a finalizer holds any object; a Namespace waits for
        its controller. Returns the object's last body, None where there is none (or not with that uid).
        """
        space = self._objects.get(plural, {}).get(namespace or "", {})
        old = space.get(name)
        if old is None or (uid is not None and old["metadata"]["uid"] != uid):
            return None
        new: Body = copy(old)
        self._mark(plural, new, grace, propagation)
        if new == old:
            return old
        if _may_go(plural, new):
            return self._remove(plural, space, new, old)
        self._put(plural, space, new)
        self._tell("MODIFIED", plural, new, old)
        return new

    def remove(self, plural: str, namespace: str | None, name: str, *, uid: str | None = None) -> Body | None:
        """End a deletion: no grace period is left. The object goes now, or as soon as its last finalizer does."""
        return self.delete(plural, namespace, name, grace=0, uid=uid) if plural != "namespaces" else self._remove_namespace(name)

    def _remove_namespace(self, name: str) -> Body | None:
        space = self._objects.get("namespaces", {}).get("", {})
        old = space.get(name)
        return self._remove("namespaces", space, copy(old), old) if old is not None else None

    def _mark(self, plural: str, body: Body, grace: int | None, propagation: str) -> None:
        metadata = body["metadata"]
        if plural == "pods":
            period = _grace(body, grace)
            if "deletionTimestamp" in metadata and metadata.get("deletionGracePeriodSeconds", 0) <= period:
                return
            metadata["deletionTimestamp"] = stamp(self._clock() + timedelta(seconds=period))
            metadata["deletionGracePeriodSeconds"] = period
        else:
            metadata.setdefault("deletionTimestamp", self.now())
            metadata.setdefault("deletionGracePeriodSeconds", 0)
        word = {"Orphan": "orphan", "Foreground": "foregroundDeletion"}.get(propagation)
        held = [each for each in metadata.get("finalizers") or [] if each not in ("orphan", "foregroundDeletion")]
        held += [word] if word else []
        metadata.pop("finalizers", None)
        if held:
            metadata["finalizers"] = held
        if plural == "namespaces":
            body.setdefault("status", {})["phase"] = "Terminating"

    def _put(self, plural: str, space: dict[str, Body], body: Body) -> None:
        self.version += 1
        body["metadata"]["resourceVersion"] = str(self.version)
        space[body["metadata"]["name"]] = body

    def _remove(self, plural: str, space: dict[str, Body], new: Body, old: Body) -> Body:
        self.version += 1
        new["metadata"]["resourceVersion"] = str(self.version)
        del space[new["metadata"]["name"]]
        self._tell("DELETED", plural, new, old)
        return new

    def _tell(self, type_: str, plural: str, new: Body, old: Body | None) -> None:
        change = (type_, new, old)
        ring = self._rings.setdefault(plural, deque())
        ring.append((self.version, change))
        if len(ring) > RING:
            self._dropped[plural] = ring.popleft()[0]
        for subscription in list(self._subscribers.get(plural, ())):
            subscription.put(change)

    # events

    def event(self, about: Body, type_: str, reason: str, message: str, source: str, *, field: str = "", host: str = "") -> None:
        """Write an Event about an object; the same one again only counts.

        Args:
            about: the object.
            type_: `Normal` or `Warning`.
            reason: one word: `Killing`.
            message: the sentence.
            source: the component: `kubelet`.
            field: the part of the object: `spec.containers{main}`.
            host: the node's name.
        """
        involved = _reference(about, field)
        namespace = involved.get("namespace") or "default"
        key = (involved.get("uid", ""), field, type_, reason, message, source)
        known = self._event_names.get(key)
        now = self.now()
        if known is not None and self.change("events", *known, lambda event: event.update(count=event["count"] + 1, lastTimestamp=now)):
            return
        body = {
            "kind": "Event",
            "apiVersion": "v1",
            "metadata": {"name": f"{involved['name']}.{self._event_stamp():016x}", "namespace": namespace},
            "involvedObject": involved,
            "reason": reason,
            "message": message[:1024],
            "source": {"component": source, **({"host": host} if host else {})},
            "firstTimestamp": now,
            "lastTimestamp": now,
            "count": 1,
            "type": type_,
            "eventTime": None,
            "reportingComponent": source,
            "reportingInstance": host,
        }
        created = self.create("events", body)
        self._event_names[key] = (namespace, created["metadata"]["name"])
        if len(self._event_names) > EVENTS:
            oldest = next(iter(self._event_names))
            self.remove("events", *self._event_names.pop(oldest))

    def _event_stamp(self) -> int:
        """Return the time in nanoseconds, later than the last one: events are listed by name, and so in the order they happened."""
        self._last_event = max(int(self._clock().timestamp() * 1e6) * 1000, self._last_event + 1)
        return self._last_event


def group_of(body: Body) -> str:
    """Return the API group of a body; empty for the core group."""
    group, _, version = str(body.get("apiVersion", "")).partition("/")
    return group if version else ""


def _reference(about: Body, field: str) -> dict[str, Any]:
    metadata = about["metadata"]
    words = {
        "kind": about.get("kind"),
        "namespace": metadata.get("namespace"),
        "name": metadata["name"],
        "uid": metadata.get("uid"),
        "apiVersion": about.get("apiVersion"),
        "resourceVersion": metadata.get("resourceVersion"),
        "fieldPath": field,
    }
    return {word: value for word, value in words.items() if value}


def _grace(pod: Body, grace: int | None) -> int:
    """Return the seconds that a Pod gets: none where nothing of it runs."""
    spec = pod.get("spec") or {}
    if (pod.get("status") or {}).get("phase") in ("Succeeded", "Failed") or not spec.get("nodeName"):
        return 0
    seconds = spec.get("terminationGracePeriodSeconds", 30) if grace is None else grace
    return min(max(int(seconds), 0), 2**31)


def _may_go(plural: str, body: Body) -> bool:
    metadata = body["metadata"]
    if "deletionTimestamp" not in metadata or metadata.get("finalizers") or metadata.get("deletionGracePeriodSeconds"):
        return False
    return plural != "namespaces"
