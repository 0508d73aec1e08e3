"""The login of a private registry as a Secret that comes with the run and goes with it."""

import json

from kpod import Pod, Secret

LOGIN = {"auths": {"registry.example.com": {"username": "puller", "password": "not-a-real-one"}}}
login = Secret("team-registry", {".dockerconfigjson": json.dumps(LOGIN)}, type="kubernetes.io/dockerconfigjson")

app = Pod("registry.example.com/team/app:stable", image_pull_secrets=[login], name="app")
