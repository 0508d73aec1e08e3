"""What a namespace's own rules say to a new object: priority, limit ranges, Pod Security and quotas, in the order of the real plug-ins.

`admission` writes the defaults that every cluster has; here is what an administrator's objects add, refuse or warn of. Rules look at new
objects only: what was there before a rule is left alone, as on a real cluster. The controllers send their Pods through `pod`, so a quota
holds for a Job's Pods as well.
"""

from __future__ import annotations

from kpod.cluster import Body
from kpod.local import admission
from kpod.local.kinds import BY_STORED, Resource
from kpod.local.policies import limit_range, pod_security, priority, quota
from kpod.local.store import Store, suffix


def before_defaults(store: Store, resource: Resource, body: Body) -> None:
    """Write what has to be known before the defaults.

    Raises:
        StatusError: 403 for a priority class that is not there.
    """
    if resource.plural == "pods":
        priority.resolve(store, body)


def after_defaults(store: Store, resource: Resource, body: Body) -> None:
    """Write what the namespace adds where the defaults have left a gap."""
    if resource.plural == "pods" and limit_range.fill(store, body):
        body["status"]["qosClass"] = admission.quality(body["spec"])


def check(store: Store, resource: Resource, body: Body) -> None:
    """Refuse what the namespace's rules forbid.

    Raises:
        StatusError: 403, 422.
    """
    check_change(resource, body)
    if resource.plural == "priorityclasses":
        priority.check_class(body)
    limit_range.check(store, resource, body)
    pod_security.check(store, resource, body)
    quota.check(store, resource, body)


def check_change(resource: Resource, body: Body) -> None:
    """Refuse what no new and no changed object may say.

    Raises:
        StatusError: 422.
    """
    if resource.plural == "namespaces":
        pod_security.check_labels(body)


def warnings(store: Store, resource: Resource, body: Body) -> list[str]:
    """Return what a client is told though the object was taken."""
    return pod_security.warnings(store, resource, body)


def pod(store: Store, body: Body) -> None:
    """Name, default and check a Pod that a controller makes.

    Raises:
        StatusError: it is refused.
    """
    resource, metadata = BY_STORED["pods"], body["metadata"]
    metadata["name"] = f"{metadata['generateName'][:58]}{suffix()}"
    before_defaults(store, resource, body)
    admission.check_pod(store, body)
    admission.pod(body)
    after_defaults(store, resource, body)
    check(store, resource, body)
