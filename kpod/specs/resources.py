"""`Resources`: what a container asks for and may use. Nothing is sent that was not written.

Source: https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from kpod.quantity import Quantity
from kpod.specs import fields
from kpod.specs.frozen import FrozenDict

Amount = str | int | float | Quantity


def _cpu(value: Amount | None) -> str | None:
    return fields.quantity(value, "cpu")


def _memory(value: Amount | None) -> str | None:
    return fields.quantity(value, "memory")


def _cpu_limit(value: Amount | None) -> str | None:
    return fields.quantity(value, "cpu_limit")


def _memory_limit(value: Amount | None) -> str | None:
    return fields.quantity(value, "memory_limit")


def _disk(value: Amount | None) -> str | None:
    return fields.quantity(value, "disk")


def _gpu(value: int | None) -> int | None:
    return fields.whole(value, "gpu")


def _extended(value: Mapping[str, Amount] | None) -> FrozenDict[str, str]:
    return fields.quantities(value, "extended")


def _claims(value: Mapping[str, str] | None) -> FrozenDict[str, str]:
    return FrozenDict(
        {
            fields.name(key, "claims", "label"): fields.name(item, f"claims[{key}]", "claim")
            for key, item in fields.texts(value, "claims").items()
        }
    )


@attrs.frozen
class Resources:
    """What a container asks for (requests: the scheduler keeps it free) and may use (limits).

    >>> Resources(cpu="500m", memory="1Gi").to_body()
    {'requests': {'cpu': '500m', 'memory': '1Gi'}, 'limits': {'memory': '1Gi'}}

    Amounts are text (`500m`, `1Gi`), numbers (cores, bytes) or a `Quantity`. Nothing has a default: what is not given is not sent, and then
    the namespace's LimitRange decides, if there is one.

    Attributes:
        cpu: the CPUs requested. Not a limit: a limit slows the container down even on an idle node.
        memory: the bytes requested, and the limit too: above it the container is killed.
        cpu_limit: the CPUs it may use.
        memory_limit: the bytes it may use, when that is not `memory`.
        disk: `ephemeral-storage` requested, and the limit too: above it the Pod is evicted.
        gpu: how many NVIDIA GPUs: the limit `nvidia.com/gpu`; the server makes the request the same.
        extended: limits of any other resource, as `{"amd.com/gpu": 1}`.
        claims: devices by dynamic allocation: the name of a claim to the ResourceClaimTemplate that it is made from.
    """

    cpu: str | None = attrs.field(default=None, converter=_cpu)
    memory: str | None = attrs.field(default=None, converter=_memory)
    cpu_limit: str | None = attrs.field(default=None, converter=_cpu_limit, kw_only=True)
    memory_limit: str | None = attrs.field(default=None, converter=_memory_limit, kw_only=True)
    disk: str | None = attrs.field(default=None, converter=_disk, kw_only=True)
    gpu: int | None = attrs.field(default=None, converter=_gpu, kw_only=True)
    extended: FrozenDict[str, str] = attrs.field(default=None, converter=_extended, kw_only=True)
    claims: FrozenDict[str, str] = attrs.field(default=None, converter=_claims, kw_only=True)

    def __attrs_post_init__(self) -> None:
        for name, request, limit in (("cpu", self.cpu, self.cpu_limit), ("memory", self.memory, self.memory_limit)):
            if request is None or limit is None or fields.is_template(request) or fields.is_template(limit):
                continue
            if Quantity(request) > Quantity(limit):
                message = f"the request {request} is above the limit {limit}"
                fields.refuse(name, message, f"lower {name} or raise {name}_limit", "request-over-limit")
        if self.gpu is not None and "nvidia.com/gpu" in self.extended:
            fields.refuse("extended[nvidia.com/gpu]", "gpu= says that too", "keep one of them")

    def to_body(self) -> dict[str, Any]:
        """Return the body of `resources`; empty where nothing was given."""
        requests = {"cpu": self.cpu, "memory": self.memory, "ephemeral-storage": self.disk}
        limits: dict[str, str | None] = {
            "cpu": self.cpu_limit,
            "memory": self.memory if self.memory_limit is None else self.memory_limit,
            "ephemeral-storage": self.disk,
            "nvidia.com/gpu": None if self.gpu is None else str(self.gpu),
            **self.extended,
        }
        body: dict[str, Any] = {}
        for field, amounts in (("requests", requests), ("limits", limits)):
            given = {name: amount for name, amount in amounts.items() if amount is not None}
            if given:
                body[field] = given
        if self.claims:
            body["claims"] = [{"name": name} for name in self.claims]
        return body
