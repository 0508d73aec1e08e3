"""A short-lived token of the Pod's ServiceAccount, for a service that is not the API server (a vault, a cloud's identity service)."""

from kpod import Pod, Volume

backup = Pod(
    "registry.example.com/backup:2",
    service_account="backup",
    volumes={"/var/run/vault": Volume.token("token", audience="vault", seconds=900)},
    envs={"VAULT_TOKEN_FILE": "/var/run/vault/token"},
    name="backup",
)
