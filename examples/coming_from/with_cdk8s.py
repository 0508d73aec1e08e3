"""The Pod of these pages, with cdk8s and cdk8s-plus-37 2.0, which run a node of version 22. They make YAML; `kubectl apply` runs it."""

import cdk8s_plus_37 as kplus
from cdk8s import ApiObject, App, Chart, JsonPatch, Size

app = App()
chart = Chart(app, "etl", labels={"team": "data"})

warehouse = kplus.Secret.from_secret_name(chart, "warehouse", "warehouse")

pod = kplus.Pod(
    chart,
    "pod",
    metadata={"name": "etl"},
    restart_policy=kplus.RestartPolicy.NEVER,
    automount_service_account_token=True,
    security_context=kplus.PodSecurityContextProps(user=1000, ensure_non_root=True),
)
pod.scheduling.tolerate(kplus.Node.tainted(kplus.NodeTaintQuery.exists("spot", effect=kplus.TaintEffect.NO_SCHEDULE)))

main = pod.add_container(
    name="main",
    image="busybox:1.37",
    image_pull_policy=kplus.ImagePullPolicy.IF_NOT_PRESENT,
    command=["sh", "-c", "echo loading $REGION; wc -c < /secrets/PASSWORD; exit 3"],
    env_variables={
        "REGION": kplus.EnvValue.from_value("eu"),
        "PASSWORD": warehouse.env_value("PASSWORD"),
    },
    resources=kplus.ContainerResources(
        cpu=kplus.CpuResources(request=kplus.Cpu.millis(500)),
        memory=kplus.MemoryResources(request=Size.mebibytes(256), limit=Size.mebibytes(256)),
    ),
    security_context=kplus.ContainerSecurityContextProps(
        read_only_root_filesystem=False,
        capabilities={"drop": [kplus.Capability.ALL]},
    ),
)
main.mount("/secrets", kplus.Volume.from_secret(chart, "secrets", warehouse, name="warehouse"))
main.mount("/scratch", kplus.Volume.from_empty_dir(chart, "scratch", "scratch", size_limit=Size.gibibytes(1)))

# the profile of the whole Pod has no parameter
ApiObject.of(pod).add_json_patch(JsonPatch.add("/spec/securityContext/seccompProfile", {"type": "RuntimeDefault"}))

if __name__ == "__main__":
    print(app.synth_yaml())
