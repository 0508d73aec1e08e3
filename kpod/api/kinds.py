"""The kinds that have an API class: their address in the API, and the key of their type in the schema table.

Written by tools/generate_api.py from the schemas of Kubernetes 1.25 to 1.37; do not edit.
"""

from __future__ import annotations

from typing import NamedTuple


class Kind(NamedTuple):
    """One kind.

    Attributes:
        api_version: as in a body: `batch/v1`.
        kind: as in a body: `Job`.
        plural: as in the API's paths: `jobs`.
        namespaced: whether its objects live in a namespace.
        type: the key into `kpod.api.schema.TYPES`: `batch_v1.Job`.
    """

    api_version: str
    kind: str
    plural: str
    namespaced: bool
    type: str


ALL: tuple[Kind, ...] = (
    Kind("v1", "Pod", "pods", True, "core_v1.Pod"),
    Kind("batch/v1", "Job", "jobs", True, "batch_v1.Job"),
    Kind("batch/v1", "CronJob", "cronjobs", True, "batch_v1.CronJob"),
    Kind("v1", "Secret", "secrets", True, "core_v1.Secret"),
    Kind("v1", "ConfigMap", "configmaps", True, "core_v1.ConfigMap"),
    Kind("v1", "PersistentVolume", "persistentvolumes", False, "core_v1.PersistentVolume"),
    Kind("v1", "PersistentVolumeClaim", "persistentvolumeclaims", True, "core_v1.PersistentVolumeClaim"),
    Kind("v1", "Service", "services", True, "core_v1.Service"),
    Kind("v1", "ServiceAccount", "serviceaccounts", True, "core_v1.ServiceAccount"),
    Kind("v1", "Namespace", "namespaces", False, "core_v1.Namespace"),
    Kind("v1", "Event", "events", True, "core_v1.Event"),
    Kind("events.k8s.io/v1", "Event", "events", True, "events_v1.Event"),
    Kind("rbac.authorization.k8s.io/v1", "Role", "roles", True, "rbac_v1.Role"),
    Kind("rbac.authorization.k8s.io/v1", "RoleBinding", "rolebindings", True, "rbac_v1.RoleBinding"),
)

KINDS: dict[str, Kind] = {kind.kind: kind for kind in reversed(ALL)}
"""By the kind's name; `Event` is that of core/v1."""

_BY_ADDRESS = {(kind.api_version, kind.kind): kind for kind in ALL}


def find(api_version: str, kind: str) -> Kind | None:
    """Return the kind with this `apiVersion` and `kind`, None where kpod has no class for it."""
    return _BY_ADDRESS.get((api_version, kind))
