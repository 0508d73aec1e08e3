"""The work of these pages as an Argo Workflow, with hera 7.1. Argo's controller makes the Pod; kpod needs no controller."""

from hera.workflows import Container, EmptyDirVolume, Env, Resources, SecretEnv, SecretVolume, Workflow, WorkflowsService
from hera.workflows.models import Capabilities, PodSecurityContext, SeccompProfile, SecurityContext, Toleration

with Workflow(name="etl", namespace="default", entrypoint="main") as workflow:
    Container(
        name="main",
        labels={"team": "data"},
        image="busybox:1.37",
        command=["sh", "-c", "echo loading $REGION; wc -c < /secrets/PASSWORD; exit 3"],
        env=[
            Env(name="REGION", value="eu"),
            SecretEnv(name="PASSWORD", secret_name="warehouse", secret_key="PASSWORD"),
        ],
        volumes=[
            SecretVolume(name="warehouse", secret_name="warehouse", mount_path="/secrets"),
            EmptyDirVolume(name="scratch", mount_path="/scratch", size_limit="1Gi"),
        ],
        resources=Resources(cpu_request="500m", memory_request="256Mi", memory_limit="256Mi"),
        security_context=SecurityContext(allow_privilege_escalation=False, capabilities=Capabilities(drop=["ALL"])),
        pod_security_context=PodSecurityContext(
            run_as_user=1000,
            run_as_non_root=True,
            seccomp_profile=SeccompProfile(type="RuntimeDefault"),
        ),
        tolerations=[Toleration(key="spot", operator="Exists", effect="NoSchedule")],
    )


def run() -> None:
    workflow.workflows_service = WorkflowsService(host="https://argo.example.com", token="…")
    workflow.create(wait=True)


if __name__ == "__main__":
    run()
