"""A service beside the work: asked whether it has started and whether it is ready, and given five seconds before it ends."""

from kpod import Container, Hook, Lifecycle, Pod, Probe, Resources

cache = Container(
    "registry.example.com/cache:3",
    name="cache",
    ports={"http": 8080, "grpc": 9000},
    startup=Probe.tcp("http", every=2, failures=30),
    readiness=Probe.http("http", "/healthz"),
    liveness=Probe.grpc(9000, every=30, timeout=3),
    lifecycle=Lifecycle(pre_stop=Hook.sleep(5)),
    resources=Resources(memory="128Mi"),
)

crawl = Pod(
    "registry.example.com/crawl:4",
    sidecars=[cache],
    main=Container(liveness=Probe.exec(["test", "-e", "/tmp/alive"], delay=60)),
    name="crawl",
)
