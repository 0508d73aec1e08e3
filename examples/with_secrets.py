"""Secrets: one that is there and one that kpod makes; key by key, whole, and as files."""

from kpod import Pod, Secret, Volume

warehouse = Secret.existing("warehouse")
token = Secret("upload-token", {"TOKEN": "not-a-real-one"})

upload = Pod(
    "registry.example.com/upload:2",
    envs={"PASSWORD": warehouse["PASSWORD"], "PROXY_PASSWORD": warehouse.key("PROXY_PASSWORD", optional=True)},
    secrets=[token],
    volumes={"/etc/warehouse": warehouse, "/etc/tls": Volume.secret("upload-tls", items={"tls.crt": "cert.pem"}, mode=0o400)},
    image_pull_secrets=["registry"],
    name="upload",
)
