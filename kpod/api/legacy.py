"""Which kinds of volumes the API still takes and no node of today mounts any more, or only by a driver of its own.

By hand, since no schema says it. The fields stand in every schema to this day, and a server takes them without a word; what was removed is
the code in the nodes. Here, below rules and specs, so that both read the same table.

Source: https://kubernetes.io/docs/concepts/storage/volumes/
"""

from __future__ import annotations

from typing import NamedTuple


class Legacy(NamedTuple):
    """What became of one kind of volume.

    Attributes:
        until: the last version whose nodes mount it by themselves.
        driver: the CSI driver that later versions hand it to, and that must be installed; None: later versions do not mount it.
        instead: what to write where it is not mounted.
    """

    until: str
    driver: str | None = None
    instead: str = "use a CSI driver"

    @property
    def gone_since(self) -> str:
        """The first version whose nodes do not mount it by themselves."""
        major, minor = self.until.split(".")
        return f"{major}.{int(minor) + 1}"


VOLUMES: dict[str, Legacy] = {
    "awsElasticBlockStore": Legacy("1.26", "ebs.csi.aws.com"),
    "azureDisk": Legacy("1.26", "disk.csi.azure.com"),
    "azureFile": Legacy("1.29", "file.csi.azure.com"),
    "cephfs": Legacy("1.30"),
    "cinder": Legacy("1.25", "cinder.csi.openstack.org"),
    "flocker": Legacy("1.24"),
    "gcePersistentDisk": Legacy("1.27", "pd.csi.storage.gke.io"),
    "gitRepo": Legacy("1.32", instead="clone it in an init container into an emptyDir"),
    "glusterfs": Legacy("1.25"),
    "quobyte": Legacy("1.24"),
    "rbd": Legacy("1.30"),
    "scaleIO": Legacy("1.21"),
    "storageos": Legacy("1.24"),
    "vsphereVolume": Legacy("1.29", "csi.vsphere.vmware.com"),
}
"""By the field of `core_v1.Volume`."""
