"""Patches that delete from a list, add to it and order it at once, and the order that a real API server (1.37) gives.

The server deletes in place and then reads the old order from what it has changed, so what is new takes the room that became free.
"""

from __future__ import annotations

from typing import Any, NamedTuple

Body = dict[str, Any]


def _cron_job(container: Body) -> Body:
    pod = {"containers": [{"name": "main", **container}]}
    return {"spec": {"jobTemplate": {"spec": {"template": {"spec": pod}}}}}


class Order(NamedTuple):
    """One patch of the variables A, B, C and D, each name one letter.

    Attributes:
        deleted: what it deletes.
        set: what it sets; X and Y are new.
        order: its `$setElementOrder`.
        wanted: the order in the server's answer.
    """

    deleted: str
    set: str
    order: str
    wanted: str

    def patch(self) -> Body:
        """Return the patch."""
        env = [{"name": name, "$patch": "delete"} for name in self.deleted] + [{"name": name, "value": "new"} for name in self.set]
        return _cron_job({"env": env, "$setElementOrder/env": [{"name": name} for name in self.order]})

    @staticmethod
    def of(body: Body) -> str:
        """Return the order of the variables of a CronJob."""
        pod = body["spec"]["jobTemplate"]["spec"]["template"]["spec"]
        return "".join(item["name"] for item in pod["containers"][0]["env"])


CRON_JOB: Body = {"apiVersion": "batch/v1", "kind": "CronJob", "metadata": {"name": "ordered"}}
CRON_JOB |= _cron_job({"image": "etl:1", "env": [{"name": name, "value": "old"} for name in "ABCD"]})
CRON_JOB["spec"]["schedule"] = "0 0 * * *"
CRON_JOB["spec"]["jobTemplate"]["spec"]["template"]["spec"]["restartPolicy"] = "Never"

ORDERS = [
    Order("", "X", "DX", "ABCDX"),
    Order("", "X", "XD", "XABCD"),
    Order("B", "", "DA", "CDA"),
    Order("B", "X", "XD", "ACXD"),
    Order("A", "X", "X", "BCDX"),
    Order("BA", "X", "X", "CDX"),
    Order("BD", "Y", "AY", "ACY"),
    Order("A", "XY", "XY", "BCDXY"),
    Order("DC", "AX", "AX", "ABX"),
    Order("B", "XDY", "XDY", "ACXDY"),
    Order("D", "YC", "YCB", "AYCB"),
]
