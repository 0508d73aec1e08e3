"""The Pod of these pages, with lightkube 1.0."""

from lightkube import Client
from lightkube.models.core_v1 import (
    Capabilities,
    Container,
    EmptyDirVolumeSource,
    EnvVar,
    EnvVarSource,
    PodSecurityContext,
    PodSpec,
    ResourceRequirements,
    SeccompProfile,
    SecretKeySelector,
    SecretVolumeSource,
    SecurityContext,
    Toleration,
    Volume,
    VolumeMount,
)
from lightkube.models.meta_v1 import ObjectMeta
from lightkube.resources.core_v1 import Pod

pod = Pod(
    metadata=ObjectMeta(name="etl", labels={"team": "data"}),
    spec=PodSpec(
        restartPolicy="Never",
        containers=[
            Container(
                name="main",
                image="busybox:1.37",
                command=["sh", "-c", "echo loading $REGION; wc -c < /secrets/PASSWORD; exit 3"],
                env=[
                    EnvVar(name="REGION", value="eu"),
                    EnvVar(
                        name="PASSWORD",
                        valueFrom=EnvVarSource(secretKeyRef=SecretKeySelector(name="warehouse", key="PASSWORD")),
                    ),
                ],
                resources=ResourceRequirements(requests={"cpu": "500m", "memory": "256Mi"}, limits={"memory": "256Mi"}),
                securityContext=SecurityContext(allowPrivilegeEscalation=False, capabilities=Capabilities(drop=["ALL"])),
                volumeMounts=[
                    VolumeMount(name="warehouse", mountPath="/secrets"),
                    VolumeMount(name="scratch", mountPath="/scratch"),
                ],
            ),
        ],
        securityContext=PodSecurityContext(runAsUser=1000, runAsNonRoot=True, seccompProfile=SeccompProfile(type="RuntimeDefault")),
        tolerations=[Toleration(key="spot", operator="Exists", effect="NoSchedule")],
        volumes=[
            Volume(name="warehouse", secret=SecretVolumeSource(secretName="warehouse")),
            Volume(name="scratch", emptyDir=EmptyDirVolumeSource(sizeLimit="1Gi")),
        ],
    ),
)


def run() -> None:
    client = Client()
    client.create(pod)
    try:
        for _, found in client.watch(Pod, fields={"metadata.name": "etl"}):
            if found.status is not None and found.status.phase in ("Succeeded", "Failed"):
                break
        for line in client.log("etl"):
            print(line, end="")
        print(client.get(Pod, "etl").status.containerStatuses[0].state.terminated.exitCode)
    finally:
        client.delete(Pod, "etl")


if __name__ == "__main__":
    run()
