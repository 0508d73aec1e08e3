"""Data that outlives the Pod: a folder of an NFS server, read-only, and a PersistentVolumeClaim that is there."""

from kpod import Pod, Volume

merge = Pod(
    "registry.example.com/merge:9",
    volumes={
        "/in": Volume.nfs("nfs.example.com", "/exports/orders", read_only=True),
        "/out": Volume.claim("warehouse-data", sub_path="orders"),
    },
    name="merge",
)
