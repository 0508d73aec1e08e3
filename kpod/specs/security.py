"""`Security`: as whom the containers run, and what they may do. Nothing is sent that was not written.

Source: https://kubernetes.io/docs/concepts/security/pod-security-standards/
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import attrs

from kpod.api.late import Late
from kpod.specs import fields
from kpod.specs.frozen import FrozenDict, thaw
from kpod.specs.part import Model

if TYPE_CHECKING:
    from typing import TypeAlias

    from kpod.api import core_v1
    from kpod.specs import dicts

    PodSecurityLike: TypeAlias = "Security | core_v1.PodSecurityContext | dicts.PodSecurityContext | Model"
    SecurityLike: TypeAlias = "Security | core_v1.SecurityContext | dicts.SecurityContext | Model"
else:
    core_v1, dicts = Late("kpod.api.core_v1"), Late("kpod.specs.dicts")
    PodSecurityLike = SecurityLike = Any

_MOST = 2**31 - 1


def _user(value: int | None) -> int | None:
    return _id(value, "security.user")


def _group(value: int | None) -> int | None:
    return _id(value, "security.group")


def _fs_group(value: int | None) -> int | None:
    return _id(value, "security.fs_group")


def _id(value: int | None, path: str) -> int | None:
    number = fields.whole(value, path)
    if isinstance(number, int) and number > _MOST:
        fields.refuse(path, f"{number} is above {_MOST}")
    return number


def _base(value: Any) -> FrozenDict[str, Any] | None:
    found: FrozenDict[str, Any] | None = value if isinstance(value, FrozenDict) else fields.part(value, "security.base", _kind(value))
    return found


def _kind(value: Any) -> str:
    return "core_v1.PodSecurityContext" if type(value).__name__.endswith("PodSecurityContext") else "core_v1.SecurityContext"


def _drop(value: Sequence[str]) -> tuple[str, ...]:
    return fields.words(value, "security.drop")


def _add(value: Sequence[str]) -> tuple[str, ...]:
    return fields.words(value, "security.add")


@attrs.frozen(kw_only=True)
class Security:
    """As whom containers run, and what they may do. Given to a Pod it holds for all its containers.

    Attributes:
        user: the user id.
        group: the group id.
        fs_group: the group that owns the volumes; for a Pod only.
        non_root: refuse to start as user 0.
        read_only_root: mount the image read-only.
        privilege_escalation: whether a process may gain more rights than its parent.
        privileged: all rights on the node.
        drop: capabilities to drop, `ALL` for all.
        add: capabilities to add.
        seccomp: the profile, `RuntimeDefault` or `Unconfined`.
        base: the body of a Pod's or of a container's `securityContext`, wherever this is given, below all this.
    """

    user: int | None = attrs.field(default=None, converter=_user)
    group: int | None = attrs.field(default=None, converter=_group)
    fs_group: int | None = attrs.field(default=None, converter=_fs_group)
    non_root: bool | None = None
    read_only_root: bool | None = None
    privilege_escalation: bool | None = None
    privileged: bool | None = None
    drop: tuple[str, ...] = attrs.field(default=(), converter=_drop)
    add: tuple[str, ...] = attrs.field(default=(), converter=_add)
    seccomp: str | None = None
    base: FrozenDict[str, Any] | None = attrs.field(default=None, converter=_base)

    def __attrs_post_init__(self) -> None:
        for name in ("non_root", "read_only_root", "privilege_escalation", "privileged"):
            fields.flag(getattr(self, name), f"security.{name}")
        fields.optional_text(self.seccomp, "security.seccomp")
        if self.non_root is True and self.user == 0:
            fields.refuse("security.user", "non_root forbids user 0", "name another user")
        if self.privileged is True and self.privilege_escalation is False:
            fields.refuse("security.privileged", "it contradicts privilege_escalation=False", "keep one of them")

    @classmethod
    def restricted(
        cls, *, user: int | None = None, group: int | None = None, fs_group: int | None = None, read_only_root: bool | None = None
    ) -> Security:
        """What the Pod Security Standard "restricted" demands, and no more.

        Sends: `runAsNonRoot: true`, `seccompProfile: RuntimeDefault`, `allowPrivilegeEscalation: false`, `capabilities: drop ALL`. Without
        `user` the image must name a user that is not root.
        """
        return cls(
            user=user,
            group=group,
            fs_group=fs_group,
            read_only_root=read_only_root,
            non_root=True,
            privilege_escalation=False,
            drop=("ALL",),
            seccomp="RuntimeDefault",
        )

    def pod_body(self) -> dict[str, Any]:
        """Return the body of a Pod's `securityContext`: the user, the groups, the profile."""
        own = {"runAsUser": self.user, "runAsGroup": self.group, "fsGroup": self.fs_group, "runAsNonRoot": self.non_root}
        return self._below() | _given(own | self._profile())

    def container_body(self) -> dict[str, Any]:
        """Return what only a container's `securityContext` can say: rights and capabilities."""
        capabilities = {key: list(value) for key, value in (("drop", self.drop), ("add", self.add)) if value}
        return _given(
            {
                "privileged": self.privileged,
                "allowPrivilegeEscalation": self.privilege_escalation,
                "readOnlyRootFilesystem": self.read_only_root,
                "capabilities": capabilities or None,
            }
        )

    def whole_body(self) -> dict[str, Any]:
        """Return the body of a container's own `securityContext`: the user, the profile, rights and capabilities."""
        own = _given({"runAsUser": self.user, "runAsGroup": self.group, "runAsNonRoot": self.non_root} | self._profile())
        return self._below() | own | self.container_body()

    def _below(self) -> dict[str, Any]:
        return thaw(self.base) if self.base is not None else {}

    def _profile(self) -> dict[str, Any]:
        return {"seccompProfile": {"type": self.seccomp} if self.seccomp else None}


def pod_security(value: PodSecurityLike | None) -> Security | None:
    """Take `Security`, or a Pod's `securityContext`."""
    return _security(value, "core_v1.PodSecurityContext")


def security(value: SecurityLike | None) -> Security | None:
    """Take `Security`, or a container's `securityContext`."""
    return _security(value, "core_v1.SecurityContext")


def _security(value: Any, type_key: str) -> Security | None:
    if value is None or isinstance(value, Security):
        return value
    fix = "write Security(…) or Security.restricted()"
    if not fields.is_part(value):
        fields.instance(value, "security", Security, fix)
    return Security(base=fields.part(value, "security", type_key, fix))


def _given(body: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in body.items() if value is not None}
