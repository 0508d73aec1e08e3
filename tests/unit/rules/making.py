"""Short ways to write a mistake: a good body, and the fields that spoil it."""

from __future__ import annotations

import copy
from typing import Any

from tests.unit.rules.cases import CRON_JOB, JOB, POD, Body, Mistake, Server


class Table(list[Mistake]):
    """A list of mistakes that grows a row at a call. What is named is put over the good body's fields."""

    def add(self, good: Body, name: str, rule: str, path: str, /, *, server: Server = "refuses", **fields: Any) -> None:
        """Spoil the top level of a body."""
        body = copy.deepcopy(good)
        for field, value in fields.items():
            merged = field in ("spec", "metadata") and isinstance(value, dict)
            body[field] = {**body.get(field, {}), **value} if merged else value
        self.append(Mistake(name, body, rule, path, server))

    def pod(self, name: str, rule: str, path: str = "", /, *, server: Server = "refuses", **spec: Any) -> None:
        """Spoil a Pod's spec; the path is below `spec`."""
        self.add(POD, name, rule, _under("spec", path), server=server, spec=spec)

    def main(
        self, name: str, rule: str, path: str = "", /, *, server: Server = "refuses", around: Body | None = None, **fields: Any
    ) -> None:
        """Spoil a Pod's container; the path is below it; `around` spoils the Pod's spec."""
        container = {**copy.deepcopy(POD["spec"]["containers"][0]), **fields}
        spec = {**(around or {}), "containers": [container]}
        self.add(POD, name, rule, _under("spec.containers[main]", path), server=server, spec=spec)

    def volume(self, name: str, rule: str, path: str = "", /, *, server: Server = "refuses", **source: Any) -> None:
        """Spoil a Pod's volume; the path is below it."""
        self.pod(name, rule, _under("volumes[data]", path), server=server, volumes=[{"name": "data", **source}])

    def job(self, name: str, rule: str, path: str = "", /, *, server: Server = "refuses", **spec: Any) -> None:
        """Spoil a Job's spec; the path is below `spec`."""
        self.add(JOB, name, rule, _under("spec", path), server=server, spec=spec)

    def cron_job(self, name: str, rule: str, path: str = "", /, *, server: Server = "refuses", **spec: Any) -> None:
        """Spoil a CronJob's spec; the path is below `spec`."""
        self.add(CRON_JOB, name, rule, _under("spec", path), server=server, spec=spec)


def _under(place: str, path: str) -> str:
    return place if not path else f"{place}{'' if path.startswith('[') else '.'}{path}"
