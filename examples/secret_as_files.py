"""A Secret that is there, as files: all its keys in one folder, and one key of another as a file that only its owner may read."""

from kpod import Pod, Secret, Volume

load = Pod(
    "registry.example.com/load:3",
    volumes={
        "/etc/warehouse": Secret.existing("warehouse"),
        "/root/.ssh": Volume.secret("deploy-key", items={"ssh-privatekey": "id_ed25519"}, mode=0o400),
    },
    name="load",
)
