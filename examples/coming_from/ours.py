"""The Pod of these pages, with kpod."""

from kpod import Pod, Resources, Secret, Security, Toleration, Volume

warehouse = Secret.existing("warehouse")

etl = Pod(
    "busybox:1.37",
    cmds=["sh", "-c", "echo loading $REGION; wc -c < /secrets/PASSWORD; exit 3"],
    envs={"REGION": "eu", "PASSWORD": warehouse["PASSWORD"]},
    volumes={"/secrets": warehouse, "/scratch": Volume.empty_dir(size="1Gi")},
    resources=Resources(cpu="500m", memory="256Mi"),
    security=Security.restricted(user=1000),
    tolerations=[Toleration("spot", effect="NoSchedule")],
    labels={"team": "data"},
    name="etl",
)


def run() -> None:
    etl.check()
    with etl.launch() as run:
        for line in run.logs():
            print(line)
        outcome = run.wait(timeout=600)
    print(outcome.exit_code)


if __name__ == "__main__":
    run()
