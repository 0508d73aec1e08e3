"""Where the API server keeps a kind: the path of a collection, of an object, of a subresource."""

from __future__ import annotations

from urllib.parse import quote

from kpod.api import kinds
from kpod.api.kinds import Kind
from kpod.errors import ConfigError, SpecError

# kinds that kpod reads and makes, and has no class for
MORE = {
    kind.kind: kind
    for kind in (
        Kind("v1", "Node", "nodes", False, ""),
        Kind("v1", "ResourceQuota", "resourcequotas", True, ""),
        Kind("v1", "LimitRange", "limitranges", True, ""),
    )
}


def kind_of(name: str, api_version: str | None = None) -> Kind:
    """Find a kind by its name, and by its version where that is known. Raises SpecError."""
    kind = (kinds.find(api_version, name) if api_version else None) or kinds.KINDS.get(name) or MORE.get(name)
    if kind is None or (api_version and kind.api_version != api_version):
        known = ", ".join(sorted({*kinds.KINDS, *MORE}))
        what = f"{api_version} {name}" if api_version else name
        raise SpecError(f"kpod knows no kind {what!r}", path="kind", rule="kind", fix=f"it knows {known}")
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
