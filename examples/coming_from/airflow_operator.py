"""The Pod of these pages as an Airflow task, with Airflow's own KubernetesPodOperator (provider 10.25)."""

from airflow.providers.cncf.kubernetes.operators.pod import KubernetesPodOperator
from airflow.providers.cncf.kubernetes.secret import Secret
from airflow.sdk import DAG
from kubernetes.client import models as k8s

with DAG("etl"):
    load = KubernetesPodOperator(
        task_id="load",
        name="etl",
        random_name_suffix=False,
        namespace="default",
        image="busybox:1.37",
        base_container_name="main",
        cmds=["sh", "-c", "echo loading $REGION; wc -c < /secrets/PASSWORD; exit 3"],
        env_vars={"REGION": "eu"},
        secrets=[Secret("env", "PASSWORD", "warehouse", "PASSWORD")],
        labels={"team": "data"},
        container_resources=k8s.V1ResourceRequirements(
            requests={"cpu": "500m", "memory": "256Mi"},
            limits={"memory": "256Mi"},
        ),
        security_context=k8s.V1PodSecurityContext(
            run_as_user=1000,
            run_as_non_root=True,
            seccomp_profile=k8s.V1SeccompProfile(type="RuntimeDefault"),
        ),
        container_security_context=k8s.V1SecurityContext(
            allow_privilege_escalation=False,
            capabilities=k8s.V1Capabilities(drop=["ALL"]),
        ),
        tolerations=[k8s.V1Toleration(key="spot", operator="Exists", effect="NoSchedule")],
        volumes=[
            k8s.V1Volume(name="warehouse", secret=k8s.V1SecretVolumeSource(secret_name="warehouse")),
            k8s.V1Volume(name="scratch", empty_dir=k8s.V1EmptyDirVolumeSource(size_limit="1Gi")),
        ],
        volume_mounts=[
            k8s.V1VolumeMount(name="warehouse", mount_path="/secrets"),
            k8s.V1VolumeMount(name="scratch", mount_path="/scratch"),
        ],
        on_finish_action="delete_pod",
    )
