"""What a container wants to know about its own Pod: its name, its node, its memory limit, its labels."""

from kpod import Env, Pod, Resources, Volume

crawl = Pod(
    "registry.example.com/crawl:4",
    labels={"shard": "eu"},
    envs={
        "POD_NAME": Env.field("metadata.name"),
        "NODE_NAME": Env.field("spec.nodeName"),
        "MEMORY_MIB": Env.resource("limits.memory", divisor="1Mi"),
    },
    volumes={"/etc/podinfo": Volume.fields({"labels": "metadata.labels"})},
    resources=Resources(memory="512Mi"),
    name="crawl",
)
