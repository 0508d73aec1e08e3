"""The API classes of scheduling.k8s.io/v1alpha3 that a Job can hold.

Written by tools/generate_api.py from the schemas of Kubernetes 1.25 to 1.37; do not edit.
"""

from __future__ import annotations

from typing import Any, ClassVar

import attrs

from kpod.api.object import NESTED, ApiObject, Misshapen, absent, copy_plain, leftovers, new

__all__ = [
    "TopologyConstraint",
    "WorkloadPodGroupAllDisruptionMode",
    "WorkloadPodGroupBasicSchedulingPolicy",
    "WorkloadPodGroupDisruptionMode",
    "WorkloadPodGroupGangSchedulingPolicy",
    "WorkloadPodGroupResourceClaim",
    "WorkloadPodGroupSchedulingConstraints",
    "WorkloadPodGroupSchedulingPolicy",
    "WorkloadPodGroupSingleDisruptionMode",
]


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class TopologyConstraint(ApiObject):
    """Kubernetes' `TopologyConstraint` (scheduling/v1alpha3).

    Required: key.
    Since: key 1.37.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#topologyconstraint-v1alpha3-scheduling
    """

    type_key: ClassVar[str] = "scheduling_v1alpha3.TopologyConstraint"

    key: str
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        key: str = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.key = key
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.key is not None:
            body["key"] = self.key
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> TopologyConstraint:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "key" in body and (value := body["key"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.key = value
            known += 1
        else:
            self.key = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class WorkloadPodGroupAllDisruptionMode(ApiObject):
    """Kubernetes' `WorkloadPodGroupAllDisruptionMode` (scheduling/v1alpha3).

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#workloadpodgroupalldisruptionmode-v1alpha3-scheduling
    """

    type_key: ClassVar[str] = "scheduling_v1alpha3.WorkloadPodGroupAllDisruptionMode"

    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> WorkloadPodGroupAllDisruptionMode:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class WorkloadPodGroupBasicSchedulingPolicy(ApiObject):
    """Kubernetes' `WorkloadPodGroupBasicSchedulingPolicy` (scheduling/v1alpha3).

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#workloadpodgroupbasicschedulingpolicy-v1alpha3-scheduling
    """

    type_key: ClassVar[str] = "scheduling_v1alpha3.WorkloadPodGroupBasicSchedulingPolicy"

    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> WorkloadPodGroupBasicSchedulingPolicy:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class WorkloadPodGroupDisruptionMode(ApiObject):
    """Kubernetes' `WorkloadPodGroupDisruptionMode` (scheduling/v1alpha3).

    Since: all 1.37, single 1.37.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#workloadpodgroupdisruptionmode-v1alpha3-scheduling
    """

    type_key: ClassVar[str] = "scheduling_v1alpha3.WorkloadPodGroupDisruptionMode"

    all: WorkloadPodGroupAllDisruptionMode
    single: WorkloadPodGroupSingleDisruptionMode
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        all: WorkloadPodGroupAllDisruptionMode = absent,
        single: WorkloadPodGroupSingleDisruptionMode = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.all = all
        self.single = single
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.all is not None:
            body["all"] = self.all._dump()
        if self.single is not None:
            body["single"] = self.single._dump()
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> WorkloadPodGroupDisruptionMode:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "all" in body and (value := body["all"]) is not None:
            self.all = WorkloadPodGroupAllDisruptionMode._load(value)
            known += 1
        else:
            self.all = absent
        if "single" in body and (value := body["single"]) is not None:
            self.single = WorkloadPodGroupSingleDisruptionMode._load(value)
            known += 1
        else:
            self.single = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class WorkloadPodGroupGangSchedulingPolicy(ApiObject):
    """Kubernetes' `WorkloadPodGroupGangSchedulingPolicy` (scheduling/v1alpha3).

    Since: min_count 1.37.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#workloadpodgroupgangschedulingpolicy-v1alpha3-scheduling
    """

    type_key: ClassVar[str] = "scheduling_v1alpha3.WorkloadPodGroupGangSchedulingPolicy"

    min_count: int
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        min_count: int = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.min_count = min_count
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.min_count is not None:
            body["minCount"] = self.min_count
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> WorkloadPodGroupGangSchedulingPolicy:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "minCount" in body and (value := body["minCount"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.min_count = value
            known += 1
        else:
            self.min_count = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class WorkloadPodGroupResourceClaim(ApiObject):
    """Kubernetes' `WorkloadPodGroupResourceClaim` (scheduling/v1alpha3).

    Required: name.
    Since: name 1.37, resource_claim_name 1.37, resource_claim_template_name 1.37.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#workloadpodgroupresourceclaim-v1alpha3-scheduling
    """

    type_key: ClassVar[str] = "scheduling_v1alpha3.WorkloadPodGroupResourceClaim"

    name: str
    resource_claim_name: str
    resource_claim_template_name: str
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        name: str = absent,
        resource_claim_name: str = absent,
        resource_claim_template_name: str = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.name = name
        self.resource_claim_name = resource_claim_name
        self.resource_claim_template_name = resource_claim_template_name
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.name is not None:
            body["name"] = self.name
        if self.resource_claim_name is not None:
            body["resourceClaimName"] = self.resource_claim_name
        if self.resource_claim_template_name is not None:
            body["resourceClaimTemplateName"] = self.resource_claim_template_name
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> WorkloadPodGroupResourceClaim:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "name" in body and (value := body["name"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.name = value
            known += 1
        else:
            self.name = absent
        if "resourceClaimName" in body and (value := body["resourceClaimName"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.resource_claim_name = value
            known += 1
        else:
            self.resource_claim_name = absent
        if "resourceClaimTemplateName" in body and (value := body["resourceClaimTemplateName"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.resource_claim_template_name = value
            known += 1
        else:
            self.resource_claim_template_name = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class WorkloadPodGroupSchedulingConstraints(ApiObject):
    """Kubernetes' `WorkloadPodGroupSchedulingConstraints` (scheduling/v1alpha3).

    Since: topology 1.37.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#workloadpodgroupschedulingconstraints-v1alpha3-scheduling
    """

    type_key: ClassVar[str] = "scheduling_v1alpha3.WorkloadPodGroupSchedulingConstraints"

    topology: list[TopologyConstraint]
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        topology: list[TopologyConstraint] = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.topology = topology
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.topology is not None:
            body["topology"] = [item._dump() for item in self.topology]
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> WorkloadPodGroupSchedulingConstraints:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "topology" in body and (value := body["topology"]) is not None:
            if not isinstance(value, list):
                raise Misshapen
            self.topology = [TopologyConstraint._load(item) for item in value]
            known += 1
        else:
            self.topology = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class WorkloadPodGroupSchedulingPolicy(ApiObject):
    """Kubernetes' `WorkloadPodGroupSchedulingPolicy` (scheduling/v1alpha3).

    Since: basic 1.37, gang 1.37.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#workloadpodgroupschedulingpolicy-v1alpha3-scheduling
    """

    type_key: ClassVar[str] = "scheduling_v1alpha3.WorkloadPodGroupSchedulingPolicy"

    basic: WorkloadPodGroupBasicSchedulingPolicy
    gang: WorkloadPodGroupGangSchedulingPolicy
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        basic: WorkloadPodGroupBasicSchedulingPolicy = absent,
        gang: WorkloadPodGroupGangSchedulingPolicy = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.basic = basic
        self.gang = gang
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.basic is not None:
            body["basic"] = self.basic._dump()
        if self.gang is not None:
            body["gang"] = self.gang._dump()
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> WorkloadPodGroupSchedulingPolicy:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "basic" in body and (value := body["basic"]) is not None:
            self.basic = WorkloadPodGroupBasicSchedulingPolicy._load(value)
            known += 1
        else:
            self.basic = absent
        if "gang" in body and (value := body["gang"]) is not None:
            self.gang = WorkloadPodGroupGangSchedulingPolicy._load(value)
            known += 1
        else:
            self.gang = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class WorkloadPodGroupSingleDisruptionMode(ApiObject):
    """Kubernetes' `WorkloadPodGroupSingleDisruptionMode` (scheduling/v1alpha3).

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#workloadpodgroupsingledisruptionmode-v1alpha3-scheduling
    """

    type_key: ClassVar[str] = "scheduling_v1alpha3.WorkloadPodGroupSingleDisruptionMode"

    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> WorkloadPodGroupSingleDisruptionMode:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self
