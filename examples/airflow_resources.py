"""What an Airflow task asks for by `resources=`, in Airflow's units: cores, MiB, MiB, GPUs."""

from kpod import Pod, Resources

score = Pod(
    "registry.example.com/score:1",
    resources=Resources.from_airflow({"cpus": 2, "ram": 4096, "disk": 10240, "gpus": 1}),
    name="score",
)
