"""The logs of all containers of a run, the init containers too: each line is text that knows its container and its time."""

from kpod import Container, Pod

both = Pod(
    "busybox:1.37",
    cmds=["sh", "-c", "sleep 1; echo work done"],
    init=[Container("busybox:1.37", ["sh", "-c", "echo fetched"], name="fetch")],
    sidecars=[Container("busybox:1.37", ["sh", "-c", "echo shipping; trap exit TERM; sleep 600 & wait"], name="shipper")],
    name="recipe-both",
)

with both.launch() as run:
    run.wait(timeout=300)
    for line in sorted(run.logs(follow=False, all_containers=True), key=lambda line: line.container):
        print(f"{line.container:8} {line}")
