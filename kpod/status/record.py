"""`Record`: the last body of everything that was seen of one run, whatever the order in which it arrived."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kpod.cluster import Body
from kpod.status.facts import PodFacts, body_of


class Record:
    """What has been seen of one run: its Job, its Pods (gone ones too) and its events.

    Feeding a body twice, or an older one after a newer one, changes nothing. A Pod that ended before it was told to go is remembered by the
    body that shows this: no later body does, since a deletion's time tells no order.

    Versions may go back: a store that was restored from a copy counts on from there, and newer bodies then look older. A list tells it
    (`relist`): it cannot be older than what was seen before it was asked for, unless the store went back.

    Args:
        main: the name of the main container.
    """

    def __init__(self, main: str = "main") -> None:
        self.job: Body | None = None
        self._main = main
        self._pods: dict[str, Body] = {}
        self._ends: dict[str, Body] = {}
        self._events: dict[str, Body] = {}
        self._version = 0

    @property
    def pods(self) -> list[Body]:
        """The Pods' last bodies, of those that ended by themselves the last one that shows it."""
        return list({**self._pods, **self._ends}.values())

    @property
    def events(self) -> list[Body]:
        """The events' last bodies."""
        return list(self._events.values())

    def see(self, thing: Any) -> bool:
        """Take a body in; says whether it was news."""
        body = body_of(thing)
        kind = body.get("kind")
        if kind != "Event":  # which large clusters keep in a store of their own, with versions of its own
            self._version = max(self._version, _version(body))
        if kind == "Job":
            if not _newer(body, self.job):
                return False
            self.job = body
            return True
        uid = _uid(body)
        if kind == "Event":
            return _put(self._events, uid, body)
        ended = self._ended_by_itself(body) and _put(self._ends, uid, body)
        return _put(self._pods, uid, body) or ended

    def _ended_by_itself(self, body: Body) -> bool:
        pod = PodFacts(body, self._main)
        return pod.deleted is None and pod.disruption is None and pod.ended()

    @property
    def version(self) -> int:
        """The greatest version that was seen of a Job or a Pod; to be taken before a list is asked for, for `relist`."""
        return self._version

    def relist(self, things: Iterable[Any], *, version: str, since: int) -> bool:
        """Take in what a list returned; says whether one of them was news.

        Where the list shows that versions went back, its bodies replace newer-looking ones. How a container ended stays known: a store
        that forgets it does not undo it.

        Args:
            things: the bodies of the list, all or those of this run.
            version: the version of the list.
            since: `Record.version` as it was before the list was asked for.
        """
        of_list = int(version) if version.isdigit() else 0
        went_back = 0 < of_list < since
        if went_back:
            self._version = of_list
        news = False
        for thing in things:
            body = body_of(thing)
            known = self._known(body)
            rewritten = known is not None and _version(body) < _version(known) and (went_back or _version(known) <= of_list)
            if rewritten:
                self._forget(body)
            news = self.see(body) or news
        return news

    def _known(self, body: Body) -> Body | None:
        if body.get("kind") == "Job":
            return self.job
        return (self._events if body.get("kind") == "Event" else self._pods).get(_uid(body))

    def _forget(self, body: Body) -> None:
        if body.get("kind") == "Job":
            self.job = None
        else:
            (self._events if body.get("kind") == "Event" else self._pods).pop(_uid(body))

    def see_all(self, things: Iterable[Any]) -> bool:
        """Take bodies in; says whether one of them was news."""
        return sum(self.see(thing) for thing in things) > 0


def _uid(body: Body) -> str:
    return str(body["metadata"].get("uid") or body["metadata"]["name"])


def _put(known: dict[str, Body], uid: str, body: Body) -> bool:
    if not _newer(body, known.get(uid)):
        return False
    known[uid] = body
    return True


def _newer(body: Body, known: Body | None) -> bool:
    return known is None or _version(body) > _version(known)


def _version(body: Body) -> int:
    version = str(body["metadata"].get("resourceVersion") or "0")
    return int(version) if version.isdigit() else 0
