"""The API classes of rbac.authorization.k8s.io/v1.

Written by tools/generate_api.py from the schemas of Kubernetes 1.25 to 1.37; do not edit.
"""

from __future__ import annotations

from typing import Any, ClassVar

import attrs

from kpod.api.object import NESTED, ApiObject, Misshapen, absent, copy_plain, leftovers, new
from kpod.api.meta_v1 import ObjectMeta

__all__ = [
    "PolicyRule",
    "Role",
    "RoleBinding",
    "RoleRef",
    "Subject",
]


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class PolicyRule(ApiObject):
    """Kubernetes' `PolicyRule` (rbac/v1).

    Required: verbs.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#policyrule-v1-rbac
    """

    type_key: ClassVar[str] = "rbac_v1.PolicyRule"

    api_groups: list[str]
    non_resource_urls: list[str]
    resource_names: list[str]
    resources: list[str]
    verbs: list[str]
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        api_groups: list[str] = absent,
        non_resource_urls: list[str] = absent,
        resource_names: list[str] = absent,
        resources: list[str] = absent,
        verbs: list[str] = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.api_groups = api_groups
        self.non_resource_urls = non_resource_urls
        self.resource_names = resource_names
        self.resources = resources
        self.verbs = verbs
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.api_groups is not None:
            body["apiGroups"] = self.api_groups.copy()
        if self.non_resource_urls is not None:
            body["nonResourceURLs"] = self.non_resource_urls.copy()
        if self.resource_names is not None:
            body["resourceNames"] = self.resource_names.copy()
        if self.resources is not None:
            body["resources"] = self.resources.copy()
        if self.verbs is not None:
            body["verbs"] = self.verbs.copy()
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> PolicyRule:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "apiGroups" in body and (value := body["apiGroups"]) is not None:
            if not isinstance(value, list):
                raise Misshapen
            self.api_groups = value.copy()
            known += 1
        else:
            self.api_groups = absent
        if "nonResourceURLs" in body and (value := body["nonResourceURLs"]) is not None:
            if not isinstance(value, list):
                raise Misshapen
            self.non_resource_urls = value.copy()
            known += 1
        else:
            self.non_resource_urls = absent
        if "resourceNames" in body and (value := body["resourceNames"]) is not None:
            if not isinstance(value, list):
                raise Misshapen
            self.resource_names = value.copy()
            known += 1
        else:
            self.resource_names = absent
        if "resources" in body and (value := body["resources"]) is not None:
            if not isinstance(value, list):
                raise Misshapen
            self.resources = value.copy()
            known += 1
        else:
            self.resources = absent
        if "verbs" in body and (value := body["verbs"]) is not None:
            if not isinstance(value, list):
                raise Misshapen
            self.verbs = value.copy()
            known += 1
        else:
            self.verbs = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class Role(ApiObject):
    """Kubernetes' `Role` (rbac/v1).

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#role-v1-rbac
    """

    type_key: ClassVar[str] = "rbac_v1.Role"
    api_version: ClassVar[str] = "rbac.authorization.k8s.io/v1"
    kind: ClassVar[str] = "Role"

    metadata: ObjectMeta
    rules: list[PolicyRule]
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        metadata: ObjectMeta = absent,
        rules: list[PolicyRule] = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.metadata = metadata
        self.rules = rules
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {"apiVersion": "rbac.authorization.k8s.io/v1", "kind": "Role"}
        if self.metadata is not None:
            body["metadata"] = self.metadata._dump()
        if self.rules is not None:
            body["rules"] = [item._dump() for item in self.rules]
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> Role:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "apiVersion" in body and (value := body["apiVersion"]) is not None:
            if value != "rbac.authorization.k8s.io/v1":
                raise Misshapen
            known += 1
        if "kind" in body and (value := body["kind"]) is not None:
            if value != "Role":
                raise Misshapen
            known += 1
        if "metadata" in body and (value := body["metadata"]) is not None:
            self.metadata = ObjectMeta._load(value)
            known += 1
        else:
            self.metadata = absent
        if "rules" in body and (value := body["rules"]) is not None:
            if not isinstance(value, list):
                raise Misshapen
            self.rules = [PolicyRule._load(item) for item in value]
            known += 1
        else:
            self.rules = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class RoleBinding(ApiObject):
    """Kubernetes' `RoleBinding` (rbac/v1).

    Required: role_ref.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#rolebinding-v1-rbac
    """

    type_key: ClassVar[str] = "rbac_v1.RoleBinding"
    api_version: ClassVar[str] = "rbac.authorization.k8s.io/v1"
    kind: ClassVar[str] = "RoleBinding"

    metadata: ObjectMeta
    role_ref: RoleRef
    subjects: list[Subject]
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        metadata: ObjectMeta = absent,
        role_ref: RoleRef = absent,
        subjects: list[Subject] = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.metadata = metadata
        self.role_ref = role_ref
        self.subjects = subjects
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {"apiVersion": "rbac.authorization.k8s.io/v1", "kind": "RoleBinding"}
        if self.metadata is not None:
            body["metadata"] = self.metadata._dump()
        if self.role_ref is not None:
            body["roleRef"] = self.role_ref._dump()
        if self.subjects is not None:
            body["subjects"] = [item._dump() for item in self.subjects]
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> RoleBinding:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "apiVersion" in body and (value := body["apiVersion"]) is not None:
            if value != "rbac.authorization.k8s.io/v1":
                raise Misshapen
            known += 1
        if "kind" in body and (value := body["kind"]) is not None:
            if value != "RoleBinding":
                raise Misshapen
            known += 1
        if "metadata" in body and (value := body["metadata"]) is not None:
            self.metadata = ObjectMeta._load(value)
            known += 1
        else:
            self.metadata = absent
        if "roleRef" in body and (value := body["roleRef"]) is not None:
            self.role_ref = RoleRef._load(value)
            known += 1
        else:
            self.role_ref = absent
        if "subjects" in body and (value := body["subjects"]) is not None:
            if not isinstance(value, list):
                raise Misshapen
            self.subjects = [Subject._load(item) for item in value]
            known += 1
        else:
            self.subjects = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class RoleRef(ApiObject):
    """Kubernetes' `RoleRef` (rbac/v1).

    Required: kind, name.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#roleref-v1-rbac
    """

    type_key: ClassVar[str] = "rbac_v1.RoleRef"

    kind: str
    name: str
    api_group: str
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        kind: str = absent,
        name: str = absent,
        api_group: str = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.kind = kind
        self.name = name
        self.api_group = api_group
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.kind is not None:
            body["kind"] = self.kind
        if self.name is not None:
            body["name"] = self.name
        if self.api_group is not None:
            body["apiGroup"] = self.api_group
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> RoleRef:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
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
        if "apiGroup" in body and (value := body["apiGroup"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.api_group = value
            known += 1
        else:
            self.api_group = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class Subject(ApiObject):
    """Kubernetes' `Subject` (rbac/v1).

    Required: kind, name.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#subject-v1-rbac
    """

    type_key: ClassVar[str] = "rbac_v1.Subject"

    kind: str
    name: str
    api_group: str
    namespace: str
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        kind: str = absent,
        name: str = absent,
        api_group: str = absent,
        namespace: str = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.kind = kind
        self.name = name
        self.api_group = api_group
        self.namespace = namespace
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.kind is not None:
            body["kind"] = self.kind
        if self.name is not None:
            body["name"] = self.name
        if self.api_group is not None:
            body["apiGroup"] = self.api_group
        if self.namespace is not None:
            body["namespace"] = self.namespace
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> Subject:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
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
        if "apiGroup" in body and (value := body["apiGroup"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.api_group = value
            known += 1
        else:
            self.api_group = absent
        if "namespace" in body and (value := body["namespace"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.namespace = value
            known += 1
        else:
            self.namespace = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self
