"""An image from a private registry: the Secret that holds the login is there, and is named. Pulled at every start."""

from kpod import Container, Pod

app = Pod(
    "registry.example.com/team/app:stable",
    image_pull_secrets=["registry-login"],
    main=Container(pull_policy="Always"),
    name="app",
)
