"""What a namespace with the Pod Security Standard "restricted" demands, and a read-only root with a place to write."""

from kpod import Pod, Security, Volume

convert = Pod(
    "registry.example.com/convert:1",
    security=Security.restricted(user=1000, fs_group=1000, read_only_root=True),
    volumes={"/tmp": Volume.empty_dir(size="100Mi")},
    name="convert",
)
