"""The Pod of these pages, with kr8s 0.20."""

from kr8s.objects import Pod

BODY = {
    "apiVersion": "v1",
    "kind": "Pod",
    "metadata": {"name": "etl", "labels": {"team": "data"}},
    "spec": {
        "restartPolicy": "Never",
        "containers": [
            {
                "name": "main",
                "image": "busybox:1.37",
                "command": ["sh", "-c", "echo loading $REGION; wc -c < /secrets/PASSWORD; exit 3"],
                "env": [
                    {"name": "REGION", "value": "eu"},
                    {"name": "PASSWORD", "valueFrom": {"secretKeyRef": {"name": "warehouse", "key": "PASSWORD"}}},
                ],
                "resources": {"requests": {"cpu": "500m", "memory": "256Mi"}, "limits": {"memory": "256Mi"}},
                "securityContext": {"allowPrivilegeEscalation": False, "capabilities": {"drop": ["ALL"]}},
                "volumeMounts": [
                    {"name": "warehouse", "mountPath": "/secrets"},
                    {"name": "scratch", "mountPath": "/scratch"},
                ],
            },
        ],
        "securityContext": {"runAsUser": 1000, "runAsNonRoot": True, "seccompProfile": {"type": "RuntimeDefault"}},
        "tolerations": [{"key": "spot", "operator": "Exists", "effect": "NoSchedule"}],
        "volumes": [
            {"name": "warehouse", "secret": {"secretName": "warehouse"}},
            {"name": "scratch", "emptyDir": {"sizeLimit": "1Gi"}},
        ],
    },
}


def run() -> None:
    pod = Pod(BODY)
    pod.create()
    try:
        pod.wait(["jsonpath='{.status.phase}'=Succeeded", "jsonpath='{.status.phase}'=Failed"], timeout=600)
        for line in pod.logs():
            print(line)
        print(pod.status.containerStatuses[0].state.terminated.exitCode)
    finally:
        pod.delete()


if __name__ == "__main__":
    run()
