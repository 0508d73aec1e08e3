"""`Resources`: what a container asks for and may use. Nothing is sent that was not written.

Source: https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Literal

import attrs

from kpod.api.late import Late
from kpod.quantity import Quantity
from kpod.specs import fields
from kpod.specs.frozen import FrozenDict, thaw
from kpod.specs.part import Model

if TYPE_CHECKING:
    from typing import TypeAlias

    from kpod.api import core_v1
    from kpod.specs import dicts

    ResourcesLike: TypeAlias = "Resources | core_v1.ResourceRequirements | dicts.ResourceRequirements | Model"
else:
    core_v1, dicts = Late("kpod.api.core_v1"), Late("kpod.specs.dicts")
    ResourcesLike = Any

Amount = str | int | float | Quantity
_AIRFLOW = {"cpus": "", "ram": "Mi", "disk": "Mi", "gpus": ""}


def _cpu(value: Amount | None) -> str | None:
    return fields.quantity(value, "cpu")


def _memory(value: Amount | None) -> str | None:
    return fields.quantity(value, "memory")


def _cpu_limit(value: Amount | None) -> str | None:
    return fields.quantity(value, "cpu_limit")


def _memory_limit(value: Amount | Literal[False] | None) -> str | Literal[False] | None:
    return False if value is False else fields.quantity(value, "memory_limit")


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


def _base(value: core_v1.ResourceRequirements | dicts.ResourceRequirements | Model | None) -> FrozenDict[str, Any] | None:
    found: FrozenDict[str, Any] | None = fields.part(value, "resources", Resources.type_key)
    return found


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
        memory_limit: the bytes it may use, when that is not `memory`; False: no limit is sent.
        disk: `ephemeral-storage` requested, and the limit too: above it the Pod is evicted.
        gpu: how many NVIDIA GPUs: the limit `nvidia.com/gpu`; the server makes the request the same.
        extended: limits of any other resource, as `{"amd.com/gpu": 1}`.
        claims: devices by dynamic allocation: the name of a claim to the ResourceClaimTemplate that it is made from.
        base: a `core_v1.ResourceRequirements`, a dict or a `V1ResourceRequirements` below all this, amount by amount.
    """

    type_key: ClassVar[str] = "core_v1.ResourceRequirements"

    cpu: str | None = attrs.field(default=None, converter=_cpu)
    memory: str | None = attrs.field(default=None, converter=_memory)
    cpu_limit: str | None = attrs.field(default=None, converter=_cpu_limit, kw_only=True)
    memory_limit: str | Literal[False] | None = attrs.field(default=None, converter=_memory_limit, kw_only=True)
    disk: str | None = attrs.field(default=None, converter=_disk, kw_only=True)
    gpu: int | None = attrs.field(default=None, converter=_gpu, kw_only=True)
    extended: FrozenDict[str, str] = attrs.field(default=None, converter=_extended, kw_only=True)
    claims: FrozenDict[str, str] = attrs.field(default=None, converter=_claims, kw_only=True)
    base: FrozenDict[str, Any] | None = attrs.field(default=None, converter=_base, kw_only=True)

    def __attrs_post_init__(self) -> None:
        for name, request, limit in (("cpu", self.cpu, self.cpu_limit), ("memory", self.memory, self.memory_limit)):
            if request is None or not limit or fields.is_template(request) or fields.is_template(limit):
                continue
            if Quantity(request) > Quantity(limit):
                message = f"the request {request} is above the limit {limit}"
                fields.refuse(name, message, f"lower {name} or raise {name}_limit", "request-over-limit")
        if self.gpu is not None and "nvidia.com/gpu" in self.extended:
            fields.refuse("extended[nvidia.com/gpu]", "gpu= says that too", "keep one of them")

    @classmethod
    def from_airflow(cls, resources: Mapping[str, Any]) -> Resources:
        """Take what an Airflow task says as `resources`: `{"cpus": 2, "ram": 1024, "disk": 2048, "gpus": 1}`, `ram` and `disk` in MiB.

        The values may be numbers, or what Airflow serialises them to: `{"name": "RAM", "qty": 1024, "units_str": "MB"}`, whose megabytes
        are of 1024 by Airflow's own definition. `cpus` are requested; `ram` and `disk` are limits too; 0 GPUs are none. What is not given
        is not sent: Airflow's own defaults are for the caller to leave out.

        Raises:
            SpecError: another key, or a value that is no number.
        """
        found: dict[str, Any] = {}
        for key, value in fields.mapping(resources, "resources").items():
            if key not in _AIRFLOW:
                fields.refuse(f"resources[{key}]", "Airflow knows no such resource", f"it knows {', '.join(_AIRFLOW)}")
            amount = value.get("qty") if isinstance(value, Mapping) else value
            if amount is None:
                continue
            if isinstance(amount, bool) or not isinstance(amount, int | float):
                fields.refuse(f"resources[{key}]", f"{fields.shown(amount)} is no number", "write a number: of cores, of MiB, of GPUs")
            found[key] = f"{amount}{_AIRFLOW[key]}"
        gpus = found.get("gpus", "0")
        gpu = None if float(gpus) == 0 else fields.whole(int(gpus) if gpus.isdigit() else float(gpus), "resources[gpus]")
        return cls(cpu=found.get("cpus"), memory=found.get("ram"), disk=found.get("disk"), gpu=gpu)

    def to_body(self) -> dict[str, Any]:
        """Return the body of `resources`; empty where nothing was given."""
        requests = {"cpu": self.cpu, "memory": self.memory, "ephemeral-storage": self.disk}
        limits: dict[str, str | None] = {
            "cpu": self.cpu_limit,
            "memory": self.memory if self.memory_limit is None else self.memory_limit or None,
            "ephemeral-storage": self.disk,
            "nvidia.com/gpu": None if self.gpu is None else str(self.gpu),
            **self.extended,
        }
        body: dict[str, Any] = thaw(self.base) if self.base is not None else {}
        for field, amounts in (("requests", requests), ("limits", limits)):
            given = {name: amount for name, amount in amounts.items() if amount is not None}
            if given:
                body[field] = (body.get(field) or {}) | given
        if self.memory_limit is False:
            body["limits"] = {name: amount for name, amount in (body.get("limits") or {}).items() if name != "memory"}
            body = {field: amounts for field, amounts in body.items() if amounts}
        if self.claims:
            body["claims"] = [*(body.get("claims") or []), *({"name": name} for name in self.claims)]
        return body


def resources(value: ResourcesLike | None) -> Resources | None:
    """Take `Resources`, or what may be their base."""
    if value is None or isinstance(value, Resources):
        return value
    fix = 'write Resources(cpu="500m", memory="1Gi")'
    if not fields.is_part(value):
        fields.instance(value, "resources", Resources, fix)
    return Resources(base=fields.part(value, "resources", Resources.type_key, fix))
