"""The controllers of the embedded cluster, each a loop over keys: what has changed is looked at again, from what is there now.

They work on the store, never through HTTP, in the server's loop. A reconciliation is synchronous and short, so it sees one consistent
state.
"""

from __future__ import annotations

import asyncio
from typing import ClassVar

from kpod.local.changes import Change, Subscription
from kpod.local.clock import Timer
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
        self._due: dict[Key, Timer] = {}
        self._subscription: Subscription | None = None

    def observe(self, change: Change) -> None:
        """Take a change, and `add` the keys that it touches."""
        raise NotImplementedError

    def reconcile(self, key: Key) -> None:
        """Bring one key to rest. May be called at any time, also for what is gone."""
        raise NotImplementedError

    def add(self, key: Key) -> None:
        """Look at a key as soon as possible."""
        self._dirty[key] = None

    def add_later(self, key: Key, seconds: float, *, eager: bool = False) -> None:
        """Look at a key after some time, or sooner where that was asked for; `eager` as in `Clock.call_later`."""
        clock, known = self.store.clock, self._due.get(key)
        if known is not None and not known.cancelled:
            if known.due <= clock.steady() + seconds:
                return
            known.cancel()
        self._due[key] = clock.call_later(seconds, lambda: self._wake(key), eager=eager)

    def _wake(self, key: Key) -> None:
        self._due.pop(key, None)
        self.add(key)
        if self._subscription is not None:
            self._subscription.wake()

    async def run(self) -> None:
        """Work until cancelled."""
        subscription = self._subscription = self.store.subscribe(*self.plurals)
        try:
            while True:
                if not self._dirty:
                    await subscription.wait()
                for change in subscription.pending():
                    self.observe(change)
                work, self._dirty = self._dirty, {}
                for key in work:
                    self.reconcile(key)
                await asyncio.sleep(0)
        finally:
            for timer in self._due.values():
                timer.cancel()
            subscription.close()
