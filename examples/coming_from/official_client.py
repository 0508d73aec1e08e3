"""The Pod of these pages, with the official client (36 and 37)."""

from kubernetes import client, config, watch

NAMESPACE = "default"

pod = client.V1Pod(
    api_version="v1",
    kind="Pod",
    metadata=client.V1ObjectMeta(name="etl", labels={"team": "data"}),
    spec=client.V1PodSpec(
        restart_policy="Never",
        containers=[
            client.V1Container(
                name="main",
                image="busybox:1.37",
                command=["sh", "-c", "echo loading $REGION; wc -c < /secrets/PASSWORD; exit 3"],
                env=[
                    client.V1EnvVar(name="REGION", value="eu"),
                    client.V1EnvVar(
                        name="PASSWORD",
                        value_from=client.V1EnvVarSource(
                            secret_key_ref=client.V1SecretKeySelector(name="warehouse", key="PASSWORD"),
                        ),
                    ),
                ],
                resources=client.V1ResourceRequirements(
                    requests={"cpu": "500m", "memory": "256Mi"},
                    limits={"memory": "256Mi"},
                ),
                security_context=client.V1SecurityContext(
                    allow_privilege_escalation=False,
                    capabilities=client.V1Capabilities(drop=["ALL"]),
                ),
                volume_mounts=[
                    client.V1VolumeMount(name="warehouse", mount_path="/secrets"),
                    client.V1VolumeMount(name="scratch", mount_path="/scratch"),
                ],
            ),
        ],
        security_context=client.V1PodSecurityContext(
            run_as_user=1000,
            run_as_non_root=True,
            seccomp_profile=client.V1SeccompProfile(type="RuntimeDefault"),
        ),
        tolerations=[client.V1Toleration(key="spot", operator="Exists", effect="NoSchedule")],
        volumes=[
            client.V1Volume(name="warehouse", secret=client.V1SecretVolumeSource(secret_name="warehouse")),
            client.V1Volume(name="scratch", empty_dir=client.V1EmptyDirVolumeSource(size_limit="1Gi")),
        ],
    ),
)


def run() -> None:
    api = client.CoreV1Api()
    api.create_namespaced_pod(NAMESPACE, pod)
    try:
        watcher = watch.Watch()
        for event in watcher.stream(api.list_namespaced_pod, NAMESPACE, field_selector="metadata.name=etl", timeout_seconds=600):
            if event["object"].status.phase in ("Succeeded", "Failed"):
                watcher.stop()
        log = api.read_namespaced_pod_log("etl", NAMESPACE, _preload_content=False)  # without it 36.0.3 returns "b'loading…'"
        print(log.data.decode(), end="")
        status = api.read_namespaced_pod_status("etl", NAMESPACE).status
        print(status.container_statuses[0].state.terminated.exit_code)
    finally:
        api.delete_namespaced_pod("etl", NAMESPACE)


if __name__ == "__main__":
    config.load_kube_config()
    run()
