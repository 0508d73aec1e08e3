"""Where the API server keeps a kind: the path of a collection, of an object, of a subresource."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import quote

from kpod.errors import ConfigError, SpecError


class Kind(NamedTuple):
    """What a path needs to know of a kind."""

    api_version: str
    kind: str
    plural: str
    namespaced: bool


KINDS = {
    kind: Kind(api_version, kind, plural, namespaced)
    for api_version, kind, plural, namespaced in (
        ("v1", "Pod", "pods", True),
        ("v1", "Secret", "secrets", True),
        ("v1", "ConfigMap", "configmaps", True),
        ("v1", "PersistentVolumeClaim", "persistentvolumeclaims", True),
        ("v1", "PersistentVolume", "persistentvolumes", False),
        ("v1", "Service", "services", True),
        ("v1", "ServiceAccount", "serviceaccounts", True),
        ("v1", "Event", "events", True),
        ("v1", "Namespace", "namespaces", False),
        ("v1", "Node", "nodes", False),
        ("v1", "ResourceQuota", "resourcequotas", True),
        ("batch/v1", "Job", "jobs", True),
        ("batch/v1", "CronJob", "cronjobs", True),
        ("rbac.authorization.k8s.io/v1", "Role", "roles", True),
        ("rbac.authorization.k8s.io/v1", "RoleBinding", "rolebindings", True),
    )
}


def kind_of(name: str) -> Kind:
    """Find a kind by its name. Raises SpecError."""
    kind = KINDS.get(name)
    if kind is None:
        raise SpecError(f"kpod knows no kind {name!r}", path="kind", rule="kind", fix=f"one of {', '.join(sorted(KINDS))}")
    return kind


def collection(kind: Kind, namespace: str | None) -> str:
    """The path of a kind's collection, of one namespace or, where none is given, of all."""
    root = f"/apis/{kind.api_version}" if "/" in kind.api_version else f"/api/{kind.api_version}"
    scope = f"/namespaces/{quote(namespace, safe='')}" if kind.namespaced and namespace else ""
    return f"{root}{scope}/{kind.plural}"


def of_object(kind: Kind, namespace: str | None, name: str, subresource: str = "") -> str:
    """The path of one object, or of a subresource of it."""
    if kind.namespaced and not namespace:
        raise no_namespace(f"{kind.kind} {name}")
    path = f"{collection(kind, namespace)}/{quote(name, safe='')}"
    return f"{path}/{subresource}" if subresource else path


def no_namespace(what: str) -> ConfigError:
    """Say that no namespace is given, and how to give one."""
    return ConfigError(
        f"{what}: no namespace is given, and the configuration names none; "
        "say `namespace=` (`--namespace`), or set one: `kubectl config set-context --current --namespace=NAME`"
    )
