"""The controllers of the embedded cluster, each a loop over keys: what has changed is looked at again, from what is there now.

They work on the store, never through HTTP, in the server's loop. A reconciliation is synchronous and short, so it sees one consistent
state.
"""

from __future__ import annotations

import asyncio
from typing import ClassVar

from kpod.local.changes import Change
from kpod.local.store import Store

Key = tuple[str, str]
"""Namespace and name."""


class Controller:
    """A loop that reconciles keys.

    A subclass names the kinds that it listens to, turns a change into keys by `observe`, and brings one key to rest in `reconcile`.
    """

    plurals: ClassVar[tuple[str, ...]] = ()

    def __init__(self, store: Store) -> None:
        self.store = store
        self._dirty: dict[Key, None] = {}
        self._due: dict[Key, float] = {}

    def observe(self, change: Change) -> None:
        """Take a change, and `add` the keys that it touches."""
        raise NotImplementedError

    def reconcile(self, key: Key) -> None:
        """Bring one key to rest. May be called at any time, also for what is gone."""
        raise NotImplementedError

    def add(self, key: Key) -> None:
        """Look at a key as soon as possible."""
        self._dirty[key] = None

    def add_later(self, key: Key, seconds: float) -> None:
        """Look at a key after some time, or sooner where that was asked for."""
        due = asyncio.get_running_loop().time() + seconds
        self._due[key] = min(due, self._due.get(key, due))

    async def run(self) -> None:
        """Work until cancelled."""
        loop = asyncio.get_running_loop()
        subscription = self.store.subscribe(*self.plurals)
        try:
            while True:
                soonest = min(self._due.values(), default=None)
                if not self._dirty:
                    await subscription.wait(None if soonest is None else max(0.0, soonest - loop.time()))
                for change in subscription.pending():
                    self.observe(change)
                now = loop.time()
                for key in [key for key, due in self._due.items() if due <= now]:
                    del self._due[key]
                    self.add(key)
                work, self._dirty = self._dirty, {}
                for key in work:
                    self.reconcile(key)
                await asyncio.sleep(0)
        finally:
            subscription.close()
