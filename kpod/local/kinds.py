"""What the embedded cluster serves, as data: one row for each kind, with everything in which kinds differ for a server.

Columns of tables are in `tables`, defaults in `admission`. A kind that is not here does not exist on this cluster, and its path is answered
with 404, as on a cluster whose definitions were never installed.
"""

from __future__ import annotations

import attrs

VERBS = ("create", "delete", "deletecollection", "get", "list", "patch", "update", "watch")


@attrs.frozen
class Resource:
    """One row.

    Attributes:
        group: the API group, empty for the core group.
        version: its version.
        kind: the kind: `Pod`.
        plural: the word of the path: `pods`.
        namespaced: whether its objects live in a namespace.
        type: the key into `kpod.api.schema.TYPES`, None where that has no such type: then its bodies are stored unchecked.
        short: short names for kubectl.
        categories: `all`, where `kubectl get all` shows it.
        subresources: kind and verbs by name, beside the object itself.
        store: the plural under which the store keeps it, where two paths show the same objects.
    """

    group: str
    version: str
    kind: str
    plural: str
    namespaced: bool = True
    type: str | None = None
    short: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    subresources: dict[str, tuple[str, str, tuple[str, ...]]] = attrs.field(factory=dict)
    store: str = ""

    @property
    def api_version(self) -> str:
        """`v1`, or `batch/v1`."""
        return f"{self.group}/{self.version}" if self.group else self.version

    @property
    def singular(self) -> str:
        """The kind in small letters."""
        return self.kind.lower()

    @property
    def stored(self) -> str:
        """The plural under which the store keeps the objects."""
        return self.store or self.plural

    @property
    def has_status(self) -> bool:
        """Whether the status is written by a path of its own."""
        return "status" in self.subresources

    @property
    def root(self) -> str:
        """The path of the group's version."""
        return f"/apis/{self.group}/{self.version}" if self.group else f"/api/{self.version}"


def _status(kind: str) -> dict[str, tuple[str, str, tuple[str, ...]]]:
    return {"status": ("", kind, ("get", "patch", "update"))}


_POD = {
    "attach": ("", "PodAttachOptions", ("create", "get")),
    "eviction": ("policy/v1", "Eviction", ("create",)),
    "exec": ("", "PodExecOptions", ("create", "get")),
    "log": ("", "Pod", ("get",)),
    **_status("Pod"),
}
_RBAC = "rbac.authorization.k8s.io"

RESOURCES: tuple[Resource, ...] = (
    Resource("", "v1", "Namespace", "namespaces", False, "core_v1.Namespace", ("ns",), subresources=_status("Namespace")),
    Resource("", "v1", "Node", "nodes", False, None, ("no",), subresources=_status("Node")),
    Resource("", "v1", "Pod", "pods", True, "core_v1.Pod", ("po",), ("all",), _POD),
    Resource("", "v1", "Secret", "secrets", True, "core_v1.Secret"),
    Resource("", "v1", "ConfigMap", "configmaps", True, "core_v1.ConfigMap", ("cm",)),
    Resource("", "v1", "Event", "events", True, "core_v1.Event", ("ev",)),
    Resource(
        "", "v1", "PersistentVolume", "persistentvolumes", False, "core_v1.PersistentVolume", ("pv",), (), _status("PersistentVolume")
    ),
    Resource(
        "",
        "v1",
        "PersistentVolumeClaim",
        "persistentvolumeclaims",
        True,
        "core_v1.PersistentVolumeClaim",
        ("pvc",),
        (),
        _status("PersistentVolumeClaim"),
    ),
    Resource("", "v1", "Service", "services", True, "core_v1.Service", ("svc",), ("all",), _status("Service")),
    Resource("", "v1", "ResourceQuota", "resourcequotas", True, None, ("quota",), (), _status("ResourceQuota")),
    Resource("", "v1", "LimitRange", "limitranges", True, None, ("limits",)),
    Resource("", "v1", "ServiceAccount", "serviceaccounts", True, "core_v1.ServiceAccount", ("sa",)),
    Resource("batch", "v1", "CronJob", "cronjobs", True, "batch_v1.CronJob", ("cj",), ("all",), _status("CronJob")),
    Resource("batch", "v1", "Job", "jobs", True, "batch_v1.Job", (), ("all",), _status("Job")),
    Resource("coordination.k8s.io", "v1", "Lease", "leases"),
    Resource("events.k8s.io", "v1", "Event", "events", True, "events_v1.Event", ("ev",), store="events"),
    Resource(_RBAC, "v1", "Role", "roles", True, "rbac_v1.Role"),
    Resource(_RBAC, "v1", "RoleBinding", "rolebindings", True, "rbac_v1.RoleBinding"),
    Resource(
        "policy",
        "v1",
        "PodDisruptionBudget",
        "poddisruptionbudgets",
        True,
        None,
        ("pdb",),
        (),
        _status("PodDisruptionBudget"),
    ),
    Resource("scheduling.k8s.io", "v1", "PriorityClass", "priorityclasses", False, None, ("pc",)),
)

REVIEWS: tuple[Resource, ...] = (
    Resource("authorization.k8s.io", "v1", "SelfSubjectAccessReview", "selfsubjectaccessreviews", False),
    Resource("authorization.k8s.io", "v1", "SelfSubjectRulesReview", "selfsubjectrulesreviews", False),
)
"""Kinds that are only asked: a POST is answered, and nothing is stored."""

BY_PATH: dict[tuple[str, str, str], Resource] = {(each.group, each.version, each.plural): each for each in (*RESOURCES, *REVIEWS)}
STORED: tuple[str, ...] = tuple(dict.fromkeys(each.stored for each in RESOURCES))
NAMESPACED: tuple[str, ...] = tuple(dict.fromkeys(each.stored for each in RESOURCES if each.namespaced))
BY_STORED: dict[str, Resource] = {}
for _each in RESOURCES:
    BY_STORED.setdefault(_each.stored, _each)
KIND: dict[tuple[str, str], Resource] = {(each.api_version, each.kind): each for each in (*RESOURCES, *REVIEWS)}


def find(group: str, version: str, plural: str) -> Resource | None:
    """Return the row of a path, or None."""
    return BY_PATH.get((group, version, plural))
