"""A disk of its own for the length of the Pod: a claim that is made with it and deleted with it."""

from kpod import Pod, Volume

sort = Pod(
    "registry.example.com/sort:1",
    volumes={"/scratch": Volume.new_claim("200Gi", storage_class="fast")},
    envs={"TMPDIR": "/scratch"},
    name="sort",
)
