from __future__ import annotations

import inspect
import typing
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

import kpod
from kpod import (
    Affinity,
    ConfigMap,
    Container,
    Env,
    EnvFrom,
    Hook,
    Job,
    Lifecycle,
    Network,
    Pod,
    Probe,
    Resources,
    Scheduling,
    Secret,
    SpecError,
    Spread,
    Toleration,
    Volume,
)
from kpod.api.legacy import VOLUMES
from kpod.api.schema import TYPES


def spec_of(**values: Any) -> dict[str, Any]:
    spec: dict[str, Any] = Pod("etl:1", **values).to_body()["spec"]
    return spec


@pytest.mark.parametrize(
    ("part", "body"),
    [
        (Probe.http(8080), {"httpGet": {"port": 8080}}),
        (
            Probe.http("web", "/ok", https=True, headers={"Host": "x"}, timeout=timedelta(seconds=2), successes=2),
            {
                "httpGet": {"port": "web", "path": "/ok", "scheme": "HTTPS", "httpHeaders": [{"name": "Host", "value": "x"}]},
                "timeoutSeconds": 2,
                "successThreshold": 2,
            },
        ),
        (
            Probe.tcp(5432, delay=0, every=1.5, failures=30),
            {"tcpSocket": {"port": 5432}, "initialDelaySeconds": 0, "periodSeconds": 2, "failureThreshold": 30},
        ),
        (Probe.exec(["test", "-f", "/ready"]), {"exec": {"command": ["test", "-f", "/ready"]}}),
        (Probe.grpc(9000, "etl"), {"grpc": {"port": 9000, "service": "etl"}}),
        (Hook.http(80, "/drain"), {"httpGet": {"port": 80, "path": "/drain"}}),
        (Hook.sleep(timedelta(seconds=5)), {"sleep": {"seconds": 5}}),
        (
            Lifecycle(post_start=Hook.exec(["a"]), pre_stop=Hook.sleep(1), stop_signal="SIGUSR1"),
            {"postStart": {"exec": {"command": ["a"]}}, "preStop": {"sleep": {"seconds": 1}}, "stopSignal": "SIGUSR1"},
        ),
        (Toleration(), {"operator": "Exists"}),
        (Toleration("a", ""), {"key": "a", "operator": "Equal", "value": ""}),
        (
            Toleration("a", "b", effect="NoExecute", seconds=60),
            {"key": "a", "operator": "Equal", "value": "b", "effect": "NoExecute", "tolerationSeconds": 60},
        ),
        (EnvFrom(ConfigMap.existing("s"), optional=True), {"configMapRef": {"name": "s", "optional": True}}),
        (
            Network(hosts={"10.0.0.7": ["a", "b"]}, nameservers=["1.1.1.1"], searches=["x.org"], options={"ndots": "2", "edns0": None}),
            {
                "hostAliases": [{"ip": "10.0.0.7", "hostnames": ["a", "b"]}],
                "dnsConfig": {
                    "nameservers": ["1.1.1.1"],
                    "searches": ["x.org"],
                    "options": [{"name": "ndots", "value": "2"}, {"name": "edns0"}],
                },
            },
        ),
        (
            Network(host_network=True, dns_policy="ClusterFirstWithHostNet", hostname="a", subdomain="b"),
            {"dnsPolicy": "ClusterFirstWithHostNet", "hostNetwork": True, "hostname": "a", "subdomain": "b"},
        ),
        (Network(), {}),
    ],
)
def test_a_part_sends_what_was_written(part: Any, body: dict[str, Any]) -> None:
    assert part.to_body() == body


def test_affinities_add_up_and_what_a_node_must_have_is_one_term() -> None:
    found = (
        Affinity.nodes({"zone": ["a", "b"], "gpu": None}, without={"pool": "spot", "old": None})
        + Affinity.nodes({"disk": "ssd"})
        + Affinity.nodes({"cheap": "yes"}, prefer=10)
        + Affinity.near({"app": "db"}, topology="zone", prefer=50)
        + Affinity.apart({"app": "etl"})
    ).to_body()
    assert found == {
        "nodeAffinity": {
            "requiredDuringSchedulingIgnoredDuringExecution": {
                "nodeSelectorTerms": [
                    {
                        "matchExpressions": [
                            {"key": "zone", "operator": "In", "values": ["a", "b"]},
                            {"key": "gpu", "operator": "Exists"},
                            {"key": "pool", "operator": "NotIn", "values": ["spot"]},
                            {"key": "old", "operator": "DoesNotExist"},
                            {"key": "disk", "operator": "In", "values": ["ssd"]},
                        ]
                    }
                ]
            },
            "preferredDuringSchedulingIgnoredDuringExecution": [
                {"weight": 10, "preference": {"matchExpressions": [{"key": "cheap", "operator": "In", "values": ["yes"]}]}}
            ],
        },
        "podAffinity": {
            "preferredDuringSchedulingIgnoredDuringExecution": [
                {"weight": 50, "podAffinityTerm": {"labelSelector": {"matchLabels": {"app": "db"}}, "topologyKey": "zone"}}
            ]
        },
        "podAntiAffinity": {
            "requiredDuringSchedulingIgnoredDuringExecution": [
                {"labelSelector": {"matchLabels": {"app": "etl"}}, "topologyKey": "kubernetes.io/hostname"}
            ]
        },
    }


VOLUME_SOURCES: list[tuple[Volume, dict[str, Any]]] = [
    (Volume.nfs("nfs.example.com", "/x"), {"nfs": {"server": "nfs.example.com", "path": "/x"}}),
    (
        Volume.new_claim("10Gi", storage_class="fast", access=["ReadWriteOncePod"]),
        {
            "ephemeral": {
                "volumeClaimTemplate": {
                    "spec": {
                        "accessModes": ["ReadWriteOncePod"],
                        "resources": {"requests": {"storage": "10Gi"}},
                        "storageClassName": "fast",
                    }
                }
            }
        },
    ),
    (
        Volume.csi("secrets-store.csi.k8s.io", {"provider": "x"}, secret="login", read_only=True),
        {
            "csi": {
                "driver": "secrets-store.csi.k8s.io",
                "volumeAttributes": {"provider": "x"},
                "nodePublishSecretRef": {"name": "login"},
                "readOnly": True,
            }
        },
    ),
    (Volume.image("models:7"), {"image": {"reference": "models:7"}}),
    (
        Volume.fields({"labels": "metadata.labels"}),
        {"downwardAPI": {"items": [{"path": "labels", "fieldRef": {"fieldPath": "metadata.labels"}}]}},
    ),
    (
        Volume.token("vault", audience="vault", seconds=900),
        {"projected": {"sources": [{"serviceAccountToken": {"audience": "vault", "expirationSeconds": 900, "path": "vault"}}]}},
    ),
    (
        Volume.projected(
            Secret.existing("db"),
            Volume.secret("tls", items={"tls.crt": "cert"}, optional=True),
            ConfigMap.existing("s"),
            Volume.fields({"name": "metadata.name"}),
            Volume.token(),
            mode=0o440,
        ),
        {
            "projected": {
                "sources": [
                    {"secret": {"name": "db"}},
                    {"secret": {"name": "tls", "items": [{"key": "tls.crt", "path": "cert"}], "optional": True}},
                    {"configMap": {"name": "s"}},
                    {"downwardAPI": {"items": [{"path": "name", "fieldRef": {"fieldPath": "metadata.name"}}]}},
                    {"serviceAccountToken": {"path": "token"}},
                ],
                "defaultMode": 0o440,
            }
        },
    ),
    (Volume.cinder("573e", fs_type="ext4"), {"cinder": {"volumeID": "573e", "fsType": "ext4"}}),
    (Volume.aws_ebs("vol-1"), {"awsElasticBlockStore": {"volumeID": "vol-1"}}),
    (Volume.glusterfs("gluster", "vol"), {"glusterfs": {"endpoints": "gluster", "path": "vol"}}),
]


@pytest.mark.parametrize(("volume", "source"), VOLUME_SOURCES, ids=[next(iter(source)) for _, source in VOLUME_SOURCES])
def test_a_volume_is_declared_and_mounted_and_the_rules_take_it(volume: Volume, source: dict[str, Any]) -> None:
    pod = Pod("etl:1", volumes={"/mnt/data": volume})
    spec = pod.to_body()["spec"]
    assert spec["volumes"] == [{"name": "mnt-data", **source}]
    assert spec["containers"][0]["volumeMounts"] == [{"name": "mnt-data", "mountPath": "/mnt/data"}]
    assert pod.check(levels={"legacy-volume": "off"}) == []


@pytest.mark.parametrize("kind", VOLUMES)
def test_the_rules_warn_of_a_legacy_volume_that_no_driver_takes_over(kind: str) -> None:
    body = Pod("etl:1", volumes={"/x": Volume(source={kind: {}})}).to_body()
    found = {problem.rule for problem in kpod.rules.check(body)}
    assert ("legacy-volume" in found) == (VOLUMES[kind].driver is None)


def test_a_volume_mounted_by_a_sidecar_and_an_init_container_is_declared_once() -> None:
    data = Volume.nfs("nfs.example.com", "/x", name="data")
    spec = spec_of(init=[Container("a", volumes={"/in": data})], sidecars=[Container("b", volumes={"/out": data})])
    assert spec["volumes"] == [{"name": "data", "nfs": {"server": "nfs.example.com", "path": "/x"}}]


def test_legacy_volumes_say_until_which_version_nodes_mount_them() -> None:
    assert VOLUMES["cinder"][:2] == ("1.25", "cinder.csi.openstack.org")
    assert VOLUMES["awsElasticBlockStore"][:2] == ("1.26", "ebs.csi.aws.com")
    assert (VOLUMES["glusterfs"][:2], VOLUMES["glusterfs"].gone_since) == (("1.25", None), "1.26")
    assert set(VOLUMES) <= set(TYPES["core_v1.Volume"])
    for make, kind in ((Volume.cinder, "cinder"), (Volume.aws_ebs, "awsElasticBlockStore"), (Volume.glusterfs, "glusterfs")):
        legacy = VOLUMES[kind]
        assert f"Kubernetes {legacy.until}" in str(make.__doc__)
        assert legacy.driver is None or legacy.driver in str(make.__doc__)


def test_a_config_map_is_used_as_a_secret_is() -> None:
    settings = ConfigMap("settings", {"REGION": "eu", "logo": b"\xff"})
    pod = Pod("etl:1", {"R": settings["REGION"]}, env_from=[settings], volumes={"/etc/app": settings})
    spec = pod.to_body()["spec"]
    assert spec["containers"][0]["env"] == [{"name": "R", "valueFrom": {"configMapKeyRef": {"name": "settings", "key": "REGION"}}}]
    assert spec["containers"][0]["envFrom"] == [{"configMapRef": {"name": "settings"}}]
    assert spec["volumes"] == [{"name": "settings", "configMap": {"name": "settings"}}]
    assert [each.to_body() for each in pod.objects()[1:]] == [
        {
            "apiVersion": "v1",
            "kind": "ConfigMap",
            "metadata": {"name": "settings"},
            "data": {"REGION": "eu"},
            "binaryData": {"logo": "/w=="},
        }
    ]
    assert kpod.load_yaml(kpod.to_yaml(*pod.objects())) == pod.objects()


def test_a_spec_launches_with_everything_that_launch_takes() -> None:
    taken, offered = (inspect.signature(function).parameters for function in (kpod.launch, Pod.launch))
    assert list(taken)[1:] == list(offered)[1:]


def test_a_secret_and_a_config_map_may_have_the_same_name() -> None:
    pod = Pod("x", env_from=[ConfigMap("etl", {"A": "1"}), Secret("etl", {"B": "2"})])
    assert [each.to_body()["kind"] for each in pod.objects()] == ["Pod", "ConfigMap", "Secret"]


def test_the_secrets_within_a_projected_volume_and_behind_a_prefix_come_with_the_pod() -> None:
    a, b, c = (Secret(name, {"K": "v"}) for name in ("a", "b", "c"))
    pod = Pod("x", volumes={"/p": Volume.projected(a, Volume.token()), "/c": Volume.csi("d", secret=c)}, env_from=[EnvFrom(b, prefix="B_")])
    assert sorted(each.to_body()["metadata"]["name"] for each in pod.objects()[1:]) == ["a", "b", "c"]


@pytest.mark.parametrize("kind", [Secret, ConfigMap])
def test_files_become_keys(kind: type[Secret] | type[ConfigMap], tmp_path: Path) -> None:
    (tmp_path / "app.toml").write_text("a = 1\n")
    (tmp_path / "logo").write_bytes(b"\xff")
    made = kind.from_files("x", [tmp_path / "app.toml", str(tmp_path / "logo")])
    named = kind.from_files("x", {"app.toml": tmp_path / "app.toml", "logo": tmp_path / "logo"})
    assert made == named
    assert made == kind("x", {"app.toml": "a = 1\n", "logo": b"\xff"})


@pytest.mark.parametrize("kind", [Secret, ConfigMap])
def test_an_env_file_is_taken_literally_line_by_line(kind: type[Secret] | type[ConfigMap], tmp_path: Path) -> None:
    (tmp_path / "x.env").write_bytes(b'\xef\xbb\xbf# a remark\n\nA=1\nB="quoted" \n  C=a=b\nD=\n')
    assert kind.from_env_file("x", tmp_path / "x.env") == kind("x", {"A": "1", "B": '"quoted" ', "C": "a=b", "D": ""})


@pytest.mark.parametrize(
    ("text", "message"),
    [(b"A=1\ncanary\n", "no NAME=value"), (b"=canary", "no NAME=value"), (b"A=1\nA=canary", "twice"), (b"\xff", "UTF-8")],
)
def test_a_wrong_env_file_is_refused_by_line_and_shows_nothing(text: bytes, message: str, tmp_path: Path) -> None:
    (tmp_path / "x.env").write_bytes(text)
    with pytest.raises(SpecError, match=message) as caught:
        Secret.from_env_file("x", tmp_path / "x.env")
    assert "canary" not in str(caught.value)


def test_files_that_are_not_there_or_clash_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    for path in (tmp_path / "k", tmp_path / "a" / "k"):
        path.write_text("x")
    with pytest.raises(SpecError, match="cannot be read"):
        Secret.from_files("x", [tmp_path / "none"])
    with pytest.raises(SpecError, match='two files have the key "k"'):
        Secret.from_files("x", [tmp_path / "k", tmp_path / "a" / "k"])
    with pytest.raises(SpecError, match="one path stands here"):
        Secret.from_files("x", "k")


@pytest.mark.parametrize(
    ("airflow", "resources"),
    [
        ({}, Resources()),
        ({"cpus": 2, "ram": 1024, "disk": 2048, "gpus": 1}, Resources(cpu="2", memory="1024Mi", disk="2048Mi", gpu=1)),
        ({"cpus": 0.5, "ram": None, "gpus": 0}, Resources(cpu="0.5")),
        ({"ram": {"name": "RAM", "qty": 512, "units_str": "MB"}, "gpus": {"name": "GPU", "qty": 0}}, Resources(memory="512Mi")),
    ],
)
def test_resources_come_from_what_an_airflow_task_says(airflow: dict[str, Any], resources: Resources) -> None:
    assert Resources.from_airflow(airflow) == resources


@pytest.mark.parametrize(
    ("make", "path", "message"),
    [
        (lambda: Probe.http("80"), "probe.http", "write 80"),
        (lambda: Probe.tcp(70000), "probe.tcp", "ports are numbers from 1 to 65535"),
        (lambda: Probe.grpc("http"), "probe.grpc", "write the port's number"),  # type: ignore[arg-type]
        (lambda: Probe.exec("test -f /x"), "probe.exec", 'write ["test", "-f", "/x"]'),
        (lambda: Probe.tcp(80, every=0), "probe.every", "less than 1"),
        (lambda: Probe.tcp(80, failures=0), "probe.failures", "less than 1"),
        (lambda: Hook.sleep(-1), "hook.sleep", "less than 0"),
        (lambda: Hook({}), "", "does nothing"),
        (lambda: Toleration(None, "b"), "toleration.key", "name the taint's key"),
        (lambda: Toleration("a", effect="NoRun"), "toleration.effect", "write one of NoSchedule"),  # type: ignore[arg-type]
        (lambda: Toleration("a", seconds=5), "toleration.seconds", 'write effect="NoExecute"'),
        (lambda: Spread("zone", {"a": "b"}, skew=0), "spread.skew", "less than 1"),
        (lambda: Affinity.nodes(), "affinity.nodes", "no label is named"),
        (lambda: Affinity.nodes({"a": []}), "affinity.has[a]", "None for any"),
        (lambda: Affinity.near({}), "affinity.labels", "no label is named"),
        (lambda: Affinity.near({"a": "b"}, prefer=101), "affinity.prefer", "above 100"),
        (lambda: Network(dns_policy="Clusterfirst"), "network.dns_policy", "write one of ClusterFirst"),
        (lambda: Network(dns_policy="None"), "network.nameservers", "name one"),
        (lambda: Network(hosts={"10.0.0.7": "a"}), "network.hosts[10.0.0.7]", 'write ["a"]'),
        (lambda: Network(hostname="A.b"), "network.hostname", "did you mean a-b?"),
        (lambda: ConfigMap("s", {"a b": "x"}), "values[a b]", "is no key"),
        (lambda: ConfigMap("s", {"a": 1}), "values[a]", 'write "1"'),  # type: ignore[dict-item]
        (lambda: ConfigMap("s", {"a": "x"})["b"], "s[b]", "it has a"),
        (lambda: ConfigMap.existing("s").to_body(), "s", "kpod does not know the values"),
        (lambda: EnvFrom("db"), "env_from", "neither a Secret nor a ConfigMap"),  # type: ignore[arg-type]
        (lambda: Pod("x", env_from=["db"]), "env_from[0]", 'write ConfigMap.existing("name")'),  # type: ignore[list-item]
        (lambda: Pod("x", env_from=ConfigMap.existing("s")), "env_from", "write [ … ]"),  # type: ignore[arg-type]
        (lambda: Pod("x", {"A": ConfigMap.existing("s")}), "envs[A]", 'configmap["A"]'),  # type: ignore[dict-item]
        (lambda: Pod("x", network={"hostNetwork": True}), "network", "write Network(…)"),  # type: ignore[arg-type]
        (lambda: Volume.nfs("x", "data"), "nfs.path", "write /data"),
        (lambda: Volume.new_claim("1Gb"), "volume.size", "did you mean 1Gi"),
        (lambda: Volume.token(seconds=60), "token.seconds", "less than 600"),
        (lambda: Volume.projected(Volume.empty_dir()), "projected[0]", "cannot be projected"),
        (lambda: Volume.projected(Volume.secret("a", mode=0o400)), "projected[0]", "Volume.projected(…, mode=…)"),
        (lambda: Resources.from_airflow({"ram": "1Gi"}), "resources[ram]", "is no number"),
        (lambda: Resources.from_airflow({"memory": 1}), "resources[memory]", "it knows cpus, ram, disk, gpus"),
        (lambda: Resources.from_airflow({"gpus": 0.5}), "resources[gpus]", "no whole number"),
        (lambda: Env.secret("My db", "x"), "name", "did you mean my-db?"),
    ],
)
def test_a_part_refuses_what_cannot_work_where_it_is_written(make: Callable[[], object], path: str, message: str) -> None:
    with pytest.raises(SpecError) as caught:
        make()
    (problem,) = caught.value.problems
    assert problem.path == path
    assert message in f"{problem.message}; {problem.fix}"


SPECS = [value for name in kpod.__all__ if isinstance(value := getattr(kpod, name), type) and value.__module__.startswith("kpod.specs")]


@pytest.mark.parametrize("cls", SPECS, ids=lambda cls: cls.__name__)
def test_the_type_hints_of_every_spec_can_be_read(cls: type) -> None:
    assert typing.get_type_hints(cls) is not None
    for name, method in vars(cls).items():
        function = getattr(method, "__func__", method)
        if callable(function) and name != "__attrs_attrs__" and hasattr(function, "__annotations__") and name != "__eq__":
            typing.get_type_hints(function)


def test_a_pod_with_every_new_part_reads_back_and_has_no_problem() -> None:
    pod = Pod(
        "etl:1",
        env_from=[EnvFrom(Secret.existing("db"), prefix="DB_")],
        tolerations=[Toleration("spot")],
        scheduling=Scheduling(affinity=Affinity.nodes({"pool": "batch"}), spread=[Spread("zone", {"app": "etl"})]),
        network=Network(hosts={"10.0.0.7": ["warehouse"]}),
        main=Container(
            ports={"web": 80}, startup=Probe.tcp(80), readiness=Probe.http("web", "/"), lifecycle=Lifecycle(pre_stop=Hook.sleep(5))
        ),
        volumes={f"/mnt/{number}": volume for number, (volume, _) in enumerate(VOLUME_SOURCES)},
        name="etl",
    )
    assert kpod.load_yaml(Job(pod).to_yaml()) == [Job(pod).compile()]
    assert Job(pod).check(levels={"legacy-volume": "off"}) == []
