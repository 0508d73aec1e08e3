"""Rules about what every object has (owners, finalizers, annotations), and about roles and their bindings."""

from __future__ import annotations

from collections.abc import Iterator

from kpod import names
from kpod.rules.scope import Found, Scope, entries, mapping, text, words

_MOST_ANNOTATIONS = 256 * 1024
_FINALIZERS = ("orphan", "foregroundDeletion", "kubernetes")
_RBAC = "rbac.authorization.k8s.io"
_GROUPS = {"ServiceAccount": ("",), "User": ("", _RBAC), "Group": ("", _RBAC)}


def annotation_size(scope: Scope) -> Iterator[Found]:
    """All annotations of an object hold at most 256 KiB."""
    pairs = mapping(scope.value, "annotations").items()
    size = sum(
        len(key.encode(errors="replace")) + len(value.encode(errors="replace"))
        for key, value in pairs
        if isinstance(value, str) and isinstance(key, str)
    )
    if size > _MOST_ANNOTATIONS:
        message = f"they hold {size} bytes, annotations at most {_MOST_ANNOTATIONS}"
        yield scope.found("annotations", message=message, fix="put it into a ConfigMap or a volume")


def owner(scope: Scope) -> Iterator[Found]:
    """An owner is named with its uid; one owner at most controls."""
    if scope.path != ("metadata",):
        return
    controllers = 0
    for index, entry in entries(scope.value, "ownerReferences"):
        for field in ("apiVersion", "kind", "name", "uid"):
            if entry.get(field) == "":
                yield scope.found("ownerReferences", index, field, message=f"the owner has no {field}", fix="read it from the owner")
        controllers += entry.get("controller") is True
        if entry.get("controller") is True and controllers == 2:
            message = "two owners control the object"
            yield scope.found("ownerReferences", index, "controller", message=message, fix="leave controller out of one")


def finalizer(scope: Scope) -> Iterator[Found]:
    """A finalizer's name has a domain."""
    if scope.path != ("metadata",):
        return
    for index, name in words(scope.value, "finalizers"):
        if name not in _FINALIZERS and ("/" not in name or names.wrong_qualified(name)):
            yield scope.found("finalizers", index, message=f'"{name}" is no finalizer', fix="as example.com/cleanup")


def role(scope: Scope) -> Iterator[Found]:
    """A role's rule names groups, resources and verbs."""
    if scope.kind not in ("Role", "ClusterRole"):
        return
    for index, rule in entries(scope.value, "rules"):
        if rule.get("nonResourceURLs"):
            if scope.kind == "Role":
                message = "a role of a namespace is not about paths"
                yield scope.found("rules", index, "nonResourceURLs", message=message, fix="write a ClusterRole")
            continue
        for field, fix in (("verbs", "as [get, list]"), ("apiGroups", 'as [""] for Pods, [batch] for Jobs'), ("resources", "as [pods]")):
            if rule.get(field) == [] or (rule.get(field) is None and field != "verbs"):
                yield scope.found("rules", index, field, message=f"the rule has no {field}", fix=fix)


def role_binding(scope: Scope) -> Iterator[Found]:
    """A binding names a role, and those it is given to."""
    if scope.kind not in ("RoleBinding", "ClusterRoleBinding"):
        return
    given = mapping(scope.value, "roleRef")
    group = text(given, "apiGroup")
    if given.get("name") == "":
        yield scope.found("roleRef", "name", message="it names no role", fix="write the role's name")
    if group and group != _RBAC:
        yield scope.found("roleRef", "apiGroup", message=f'roles are not in the group "{group}"', fix=f"write {_RBAC}")
    for index, subject in entries(scope.value, "subjects"):
        kind, group = text(subject, "kind"), text(subject, "apiGroup")
        if group is not None and kind in _GROUPS and group not in _GROUPS[kind]:
            fix = f"write {_RBAC}, or leave it out" if kind != "ServiceAccount" else "leave it out"
            yield scope.found("subjects", index, "apiGroup", message=f'a {kind} is not in the group "{group}"', fix=fix)
        account = text(subject, "name") if kind == "ServiceAccount" else None
        if account:
            yield from scope.wrong(names.wrong_name(account, "ServiceAccount"), "subjects", index, "name")
        if subject.get("name") == "":
            yield scope.found("subjects", index, "name", message="it names nobody", fix="write the name")
