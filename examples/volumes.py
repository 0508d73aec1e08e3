"""Where data comes from and goes to: one line for each kind of volume."""

from kpod import ConfigMap, Pod, Secret, Volume

merge = Pod(
    "registry.example.com/merge:9",
    volumes={
        "/data": Volume.claim("warehouse-data"),
        "/data/2026": Volume.claim("archive", sub_path="2026", read_only=True),
        "/scratch": Volume.new_claim("50Gi", storage_class="fast"),
        "/tmp/work": Volume.empty_dir(size="1Gi", memory=True),
        "/mnt/share": Volume.nfs("nfs.example.com", "/exports/share", read_only=True),
        "/models": Volume.csi("csi.example.com", {"bucket": "models"}),
        "/etc/merge": ConfigMap.existing("merge"),
        "/etc/warehouse": Secret.existing("warehouse"),
        "/etc/all": Volume.projected(
            Secret.existing("tls"),
            ConfigMap.existing("common"),
            Volume.fields({"labels": "metadata.labels"}),
            Volume.token("vault", audience="vault", seconds=900),
            mode=0o440,
        ),
    },
    name="merge",
)
