"""Several containers: one fetches before, one stands beside, and all share a folder."""

from kpod import Container, Env, Pod, Resources, Volume

work = Volume.empty_dir(size="2Gi", name="work")

train = Pod(
    "registry.example.com/train:5",
    cmds=["python", "-m", "train", "/work/data.csv"],
    envs={"POD": Env.field("metadata.name"), "MEMORY": Env.resource("limits.memory")},
    volumes={"/work": work},
    resources=Resources(cpu=2, memory="4Gi"),
    init=[Container("registry.example.com/fetch:1", ["fetch", "/in/data.csv"], volumes={"/in": work})],
    sidecars=[Container("registry.example.com/metrics:1", name="metrics", ports={"metrics": 9090}, resources=Resources(memory="64Mi"))],
    main=Container(pull_policy="IfNotPresent", working_dir="/work"),
    grace=120,
    name="train",
)
