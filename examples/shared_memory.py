"""More than the runtime's 64 MiB of /dev/shm, which data loaders of several processes need. It counts against the memory limit."""

from kpod import Pod, Resources, Volume

train = Pod(
    "registry.example.com/train:5",
    volumes={"/dev/shm": Volume.empty_dir(memory=True, size="2Gi")},
    resources=Resources(cpu=4, memory="16Gi"),
    name="train",
)
