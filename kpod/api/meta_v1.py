"""The API classes that all groups share.

Written by tools/generate_api.py from the schemas of Kubernetes 1.25 to 1.37; do not edit.
"""

from __future__ import annotations

from typing import Any, ClassVar

import attrs

from kpod.api.object import NESTED, ApiObject, Misshapen, absent, copy_plain, leftovers, new

__all__ = [
    "Condition",
    "LabelSelector",
    "LabelSelectorRequirement",
    "ManagedFieldsEntry",
    "ObjectMeta",
    "OwnerReference",
]


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class Condition(ApiObject):
    """Kubernetes' `Condition` (meta/v1).

    Required: last_transition_time, message, reason, type, status.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#condition-v1-meta
    """

    type_key: ClassVar[str] = "meta_v1.Condition"

    last_transition_time: str
    message: str
    observed_generation: int
    reason: str
    type: str
    status: str
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        last_transition_time: str = absent,
        message: str = absent,
        observed_generation: int = absent,
        reason: str = absent,
        type: str = absent,
        status: str = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.last_transition_time = last_transition_time
        self.message = message
        self.observed_generation = observed_generation
        self.reason = reason
        self.type = type
        self.status = status
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.last_transition_time is not None:
            body["lastTransitionTime"] = self.last_transition_time
        if self.message is not None:
            body["message"] = self.message
        if self.observed_generation is not None:
            body["observedGeneration"] = self.observed_generation
        if self.reason is not None:
            body["reason"] = self.reason
        if self.type is not None:
            body["type"] = self.type
        if self.status is not None:
            body["status"] = self.status
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> Condition:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "lastTransitionTime" in body and (value := body["lastTransitionTime"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.last_transition_time = value
            known += 1
        else:
            self.last_transition_time = absent
        if "message" in body and (value := body["message"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.message = value
            known += 1
        else:
            self.message = absent
        if "observedGeneration" in body and (value := body["observedGeneration"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.observed_generation = value
            known += 1
        else:
            self.observed_generation = absent
        if "reason" in body and (value := body["reason"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.reason = value
            known += 1
        else:
            self.reason = absent
        if "type" in body and (value := body["type"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.type = value
            known += 1
        else:
            self.type = absent
        if "status" in body and (value := body["status"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.status = value
            known += 1
        else:
            self.status = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class LabelSelector(ApiObject):
    """Kubernetes' `LabelSelector` (meta/v1).

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#labelselector-v1-meta
    """

    type_key: ClassVar[str] = "meta_v1.LabelSelector"

    match_expressions: list[LabelSelectorRequirement]
    match_labels: dict[str, str]
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        match_expressions: list[LabelSelectorRequirement] = absent,
        match_labels: dict[str, str] = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.match_expressions = match_expressions
        self.match_labels = match_labels
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.match_expressions is not None:
            body["matchExpressions"] = [item._dump() for item in self.match_expressions]
        if self.match_labels is not None:
            body["matchLabels"] = self.match_labels.copy()
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> LabelSelector:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "matchExpressions" in body and (value := body["matchExpressions"]) is not None:
            if not isinstance(value, list):
                raise Misshapen
            self.match_expressions = [LabelSelectorRequirement._load(item) for item in value]
            known += 1
        else:
            self.match_expressions = absent
        if "matchLabels" in body and (value := body["matchLabels"]) is not None:
            if not isinstance(value, dict):
                raise Misshapen
            self.match_labels = value.copy()
            known += 1
        else:
            self.match_labels = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class LabelSelectorRequirement(ApiObject):
    """Kubernetes' `LabelSelectorRequirement` (meta/v1).

    Required: key, operator.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#labelselectorrequirement-v1-meta
    """

    type_key: ClassVar[str] = "meta_v1.LabelSelectorRequirement"

    key: str
    operator: str
    values: list[str]
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        key: str = absent,
        operator: str = absent,
        values: list[str] = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.key = key
        self.operator = operator
        self.values = values
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.key is not None:
            body["key"] = self.key
        if self.operator is not None:
            body["operator"] = self.operator
        if self.values is not None:
            body["values"] = self.values.copy()
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> LabelSelectorRequirement:
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
        if "operator" in body and (value := body["operator"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.operator = value
            known += 1
        else:
            self.operator = absent
        if "values" in body and (value := body["values"]) is not None:
            if not isinstance(value, list):
                raise Misshapen
            self.values = value.copy()
            known += 1
        else:
            self.values = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class ManagedFieldsEntry(ApiObject):
    """Kubernetes' `ManagedFieldsEntry` (meta/v1).

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#managedfieldsentry-v1-meta
    """

    type_key: ClassVar[str] = "meta_v1.ManagedFieldsEntry"

    api_version: str
    fields_type: str
    fields_v1: Any
    manager: str
    operation: str
    subresource: str
    time: str
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        api_version: str = absent,
        fields_type: str = absent,
        fields_v1: Any = absent,
        manager: str = absent,
        operation: str = absent,
        subresource: str = absent,
        time: str = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.api_version = api_version
        self.fields_type = fields_type
        self.fields_v1 = fields_v1
        self.manager = manager
        self.operation = operation
        self.subresource = subresource
        self.time = time
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.api_version is not None:
            body["apiVersion"] = self.api_version
        if self.fields_type is not None:
            body["fieldsType"] = self.fields_type
        if self.fields_v1 is not None:
            body["fieldsV1"] = copy_plain(self.fields_v1)
        if self.manager is not None:
            body["manager"] = self.manager
        if self.operation is not None:
            body["operation"] = self.operation
        if self.subresource is not None:
            body["subresource"] = self.subresource
        if self.time is not None:
            body["time"] = self.time
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> ManagedFieldsEntry:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "apiVersion" in body and (value := body["apiVersion"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.api_version = value
            known += 1
        else:
            self.api_version = absent
        if "fieldsType" in body and (value := body["fieldsType"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.fields_type = value
            known += 1
        else:
            self.fields_type = absent
        if "fieldsV1" in body and (value := body["fieldsV1"]) is not None:
            self.fields_v1 = copy_plain(value)
            known += 1
        else:
            self.fields_v1 = absent
        if "manager" in body and (value := body["manager"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.manager = value
            known += 1
        else:
            self.manager = absent
        if "operation" in body and (value := body["operation"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.operation = value
            known += 1
        else:
            self.operation = absent
        if "subresource" in body and (value := body["subresource"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.subresource = value
            known += 1
        else:
            self.subresource = absent
        if "time" in body and (value := body["time"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.time = value
            known += 1
        else:
            self.time = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class ObjectMeta(ApiObject):
    """Kubernetes' `ObjectMeta` (meta/v1).

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#objectmeta-v1-meta
    """

    type_key: ClassVar[str] = "meta_v1.ObjectMeta"

    name: str
    annotations: dict[str, str]
    creation_timestamp: str
    deletion_grace_period_seconds: int
    deletion_timestamp: str
    finalizers: list[str]
    generate_name: str
    generation: int
    labels: dict[str, str]
    managed_fields: list[ManagedFieldsEntry]
    namespace: str
    owner_references: list[OwnerReference]
    resource_version: str
    self_link: str
    uid: str
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        name: str = absent,
        annotations: dict[str, str] = absent,
        creation_timestamp: str = absent,
        deletion_grace_period_seconds: int = absent,
        deletion_timestamp: str = absent,
        finalizers: list[str] = absent,
        generate_name: str = absent,
        generation: int = absent,
        labels: dict[str, str] = absent,
        managed_fields: list[ManagedFieldsEntry] = absent,
        namespace: str = absent,
        owner_references: list[OwnerReference] = absent,
        resource_version: str = absent,
        self_link: str = absent,
        uid: str = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.name = name
        self.annotations = annotations
        self.creation_timestamp = creation_timestamp
        self.deletion_grace_period_seconds = deletion_grace_period_seconds
        self.deletion_timestamp = deletion_timestamp
        self.finalizers = finalizers
        self.generate_name = generate_name
        self.generation = generation
        self.labels = labels
        self.managed_fields = managed_fields
        self.namespace = namespace
        self.owner_references = owner_references
        self.resource_version = resource_version
        self.self_link = self_link
        self.uid = uid
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.name is not None:
            body["name"] = self.name
        if self.annotations is not None:
            body["annotations"] = self.annotations.copy()
        if self.creation_timestamp is not None:
            body["creationTimestamp"] = self.creation_timestamp
        if self.deletion_grace_period_seconds is not None:
            body["deletionGracePeriodSeconds"] = self.deletion_grace_period_seconds
        if self.deletion_timestamp is not None:
            body["deletionTimestamp"] = self.deletion_timestamp
        if self.finalizers is not None:
            body["finalizers"] = self.finalizers.copy()
        if self.generate_name is not None:
            body["generateName"] = self.generate_name
        if self.generation is not None:
            body["generation"] = self.generation
        if self.labels is not None:
            body["labels"] = self.labels.copy()
        if self.managed_fields is not None:
            body["managedFields"] = [item._dump() for item in self.managed_fields]
        if self.namespace is not None:
            body["namespace"] = self.namespace
        if self.owner_references is not None:
            body["ownerReferences"] = [item._dump() for item in self.owner_references]
        if self.resource_version is not None:
            body["resourceVersion"] = self.resource_version
        if self.self_link is not None:
            body["selfLink"] = self.self_link
        if self.uid is not None:
            body["uid"] = self.uid
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> ObjectMeta:
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
        if "annotations" in body and (value := body["annotations"]) is not None:
            if not isinstance(value, dict):
                raise Misshapen
            self.annotations = value.copy()
            known += 1
        else:
            self.annotations = absent
        if "creationTimestamp" in body and (value := body["creationTimestamp"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.creation_timestamp = value
            known += 1
        else:
            self.creation_timestamp = absent
        if "deletionGracePeriodSeconds" in body and (value := body["deletionGracePeriodSeconds"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.deletion_grace_period_seconds = value
            known += 1
        else:
            self.deletion_grace_period_seconds = absent
        if "deletionTimestamp" in body and (value := body["deletionTimestamp"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.deletion_timestamp = value
            known += 1
        else:
            self.deletion_timestamp = absent
        if "finalizers" in body and (value := body["finalizers"]) is not None:
            if not isinstance(value, list):
                raise Misshapen
            self.finalizers = value.copy()
            known += 1
        else:
            self.finalizers = absent
        if "generateName" in body and (value := body["generateName"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.generate_name = value
            known += 1
        else:
            self.generate_name = absent
        if "generation" in body and (value := body["generation"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.generation = value
            known += 1
        else:
            self.generation = absent
        if "labels" in body and (value := body["labels"]) is not None:
            if not isinstance(value, dict):
                raise Misshapen
            self.labels = value.copy()
            known += 1
        else:
            self.labels = absent
        if "managedFields" in body and (value := body["managedFields"]) is not None:
            if not isinstance(value, list):
                raise Misshapen
            self.managed_fields = [ManagedFieldsEntry._load(item) for item in value]
            known += 1
        else:
            self.managed_fields = absent
        if "namespace" in body and (value := body["namespace"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.namespace = value
            known += 1
        else:
            self.namespace = absent
        if "ownerReferences" in body and (value := body["ownerReferences"]) is not None:
            if not isinstance(value, list):
                raise Misshapen
            self.owner_references = [OwnerReference._load(item) for item in value]
            known += 1
        else:
            self.owner_references = absent
        if "resourceVersion" in body and (value := body["resourceVersion"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.resource_version = value
            known += 1
        else:
            self.resource_version = absent
        if "selfLink" in body and (value := body["selfLink"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.self_link = value
            known += 1
        else:
            self.self_link = absent
        if "uid" in body and (value := body["uid"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.uid = value
            known += 1
        else:
            self.uid = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class OwnerReference(ApiObject):
    """Kubernetes' `OwnerReference` (meta/v1).

    Required: api_version, kind, name, uid.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#ownerreference-v1-meta
    """

    type_key: ClassVar[str] = "meta_v1.OwnerReference"

    api_version: str
    kind: str
    name: str
    block_owner_deletion: bool
    controller: bool
    uid: str
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        api_version: str = absent,
        kind: str = absent,
        name: str = absent,
        block_owner_deletion: bool = absent,
        controller: bool = absent,
        uid: str = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.api_version = api_version
        self.kind = kind
        self.name = name
        self.block_owner_deletion = block_owner_deletion
        self.controller = controller
        self.uid = uid
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.api_version is not None:
            body["apiVersion"] = self.api_version
        if self.kind is not None:
            body["kind"] = self.kind
        if self.name is not None:
            body["name"] = self.name
        if self.block_owner_deletion is not None:
            body["blockOwnerDeletion"] = self.block_owner_deletion
        if self.controller is not None:
            body["controller"] = self.controller
        if self.uid is not None:
            body["uid"] = self.uid
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> OwnerReference:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "apiVersion" in body and (value := body["apiVersion"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.api_version = value
            known += 1
        else:
            self.api_version = absent
        if "kind" in body and (value := body["kind"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.kind = value
            known += 1
        else:
            self.kind = absent
        if "name" in body and (value := body["name"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.name = value
            known += 1
        else:
            self.name = absent
        if "blockOwnerDeletion" in body and (value := body["blockOwnerDeletion"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.block_owner_deletion = value
            known += 1
        else:
            self.block_owner_deletion = absent
        if "controller" in body and (value := body["controller"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.controller = value
            known += 1
        else:
            self.controller = absent
        if "uid" in body and (value := body["uid"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.uid = value
            known += 1
        else:
            self.uid = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self
