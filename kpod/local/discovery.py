"""What clients ask first: which kinds there are, which version the server has, whether it is ready, what its client may do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kpod.cluster import Body
from kpod.local.kinds import RESOURCES, REVIEWS, VERBS, Resource

AGGREGATED = "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList"
VERSION: Body = {
    "major": "1",
    "minor": "37",
    "emulationMajor": "1",
    "emulationMinor": "37",
    "minCompatibilityMajor": "1",
    "minCompatibilityMinor": "36",
    "gitVersion": "v1.37.0+kpod-local",
    "gitCommit": "",
    "gitTreeState": "clean",
    "buildDate": "1970-01-01T00:00:00Z",
    "goVersion": "none",
    "compiler": "none",
    "platform": "linux/amd64",
}


def wants_aggregated(accept: str) -> bool:
    """Whether a client prefers all groups in one answer."""
    return "as=APIGroupDiscoveryList" in accept and "v=v2" in accept.replace("v=v2beta1", "")


def groups() -> dict[str, list[Resource]]:
    """Return the kinds by group; every group has one version."""
    found: dict[str, list[Resource]] = {}
    for each in (*RESOURCES, *REVIEWS):
        found.setdefault(each.group, []).append(each)
    return found


def aggregated(*, core: bool) -> Body:
    """Return the aggregated discovery of the core group, or of the others."""
    chosen = {group: rows for group, rows in groups().items() if (group == "") is core}
    items = [_group(group, rows) for group, rows in chosen.items()]
    return {"kind": "APIGroupDiscoveryList", "apiVersion": "apidiscovery.k8s.io/v2", "metadata": {}, "items": items}


def _group(group: str, rows: Sequence[Resource]) -> Body:
    versions = [{"version": rows[0].version, "resources": [_aggregated(each) for each in rows], "freshness": "Current"}]
    return {"metadata": {"name": group} if group else {}, "versions": versions}


def _verbs(resource: Resource) -> list[str]:
    return ["create"] if resource in REVIEWS else list(VERBS)


def _aggregated(resource: Resource) -> Body:
    body: dict[str, Any] = {
        "resource": resource.plural,
        "responseKind": {"group": "", "version": "", "kind": resource.kind},
        "scope": "Namespaced" if resource.namespaced else "Cluster",
        "singularResource": resource.singular,
        "verbs": _verbs(resource),
    }
    if resource.short:
        body["shortNames"] = list(resource.short)
    if resource.categories:
        body["categories"] = list(resource.categories)
    if resource.subresources:
        body["subresources"] = [
            {"subresource": name, "responseKind": _kind(group_version, kind), "verbs": list(verbs)}
            for name, (group_version, kind, verbs) in resource.subresources.items()
        ]
    return body


def _kind(group_version: str, kind: str) -> Body:
    group, _, version = group_version.rpartition("/")
    return {"group": group, "version": version, "kind": kind}


def versions(address: str) -> Body:
    """Return the answer of `/api`."""
    return {
        "kind": "APIVersions",
        "versions": ["v1"],
        "serverAddressByClientCIDRs": [{"clientCIDR": "0.0.0.0/0", "serverAddress": address}],
    }


def group_list() -> Body:
    """Return the answer of `/apis`."""
    return {"kind": "APIGroupList", "apiVersion": "v1", "groups": [group(name) for name in groups() if name]}


def group(name: str) -> Body:
    """Return the answer of `/apis/GROUP`."""
    version = groups()[name][0].version
    shown = {"groupVersion": f"{name}/{version}", "version": version}
    return {"kind": "APIGroup", "apiVersion": "v1", "name": name, "versions": [shown], "preferredVersion": shown}


def resource_list(group_name: str) -> Body:
    """Return the answer of `/api/v1` or `/apis/GROUP/VERSION`."""
    rows = groups()[group_name]
    found: list[Body] = []
    for each in rows:
        row: Body = {
            "name": each.plural,
            "singularName": each.singular,
            "namespaced": each.namespaced,
            "kind": each.kind,
            "verbs": _verbs(each),
        }
        if each.short:
            row["shortNames"] = list(each.short)
        if each.categories:
            row["categories"] = list(each.categories)
        found.append(row)
        for name, (group_version, kind, verbs) in each.subresources.items():
            below: Body = {
                "name": f"{each.plural}/{name}",
                "singularName": "",
                "namespaced": each.namespaced,
                "kind": kind,
                "verbs": list(verbs),
            }
            if group_version:
                below["group"], _, below["version"] = group_version.rpartition("/")
            found.append(below)
    return {"kind": "APIResourceList", "apiVersion": "v1", "groupVersion": rows[0].api_version, "resources": found}


def review(kind: str, body: Body) -> Body:
    """Answer what the caller may do: everything, since its token is the only one."""
    spec = body.get("spec") or {}
    if kind == "SelfSubjectAccessReview":
        status: Body = {"allowed": True, "reason": "the embedded cluster has one user, who may do everything"}
    else:
        rules = [{"verbs": ["*"], "apiGroups": ["*"], "resources": ["*"]}]
        status = {"resourceRules": rules, "nonResourceRules": [{"verbs": ["*"], "nonResourceURLs": ["*"]}], "incomplete": False}
    return {"kind": kind, "apiVersion": "authorization.k8s.io/v1", "metadata": {}, "spec": spec, "status": status}
