"""What the source looks like, where it says nothing of a value it should not, and what it is when no shorthand can say it."""

from __future__ import annotations

import base64
import builtins
import json
from pathlib import Path
from typing import Any

import pytest

import kpod
from kpod.convert import cleaned, to_source
from kpod.merge import diff

CANARY = "tr0ub4dor-and-3"
LIVE = sorted((Path(__file__).parents[2] / "data" / "manifests" / "live").glob("*.json"))
SECRET = f"""
apiVersion: v1
kind: Secret
metadata:
  name: warehouse
  annotations:
    kubectl.kubernetes.io/last-applied-configuration: '{{"stringData": {{"PASSWORD": "{CANARY}"}}}}'
type: Opaque
stringData: {{PASSWORD: {CANARY}}}
"""
READER = """
---
apiVersion: v1
kind: Pod
metadata: {name: reader}
spec:
  restartPolicy: Never
  containers:
    - name: main
      image: "etl:1"
      env: [{name: PASSWORD, valueFrom: {secretKeyRef: {name: warehouse, key: PASSWORD}}}]
"""


def names_of(text: str) -> dict[str, Any]:
    names: dict[str, Any] = {}
    exec(compile(text, "converted", "exec"), names)
    return {name: value for name, value in names.items() if name != "__builtins__"}


def pod(**spec: Any) -> dict[str, Any]:
    container = {"name": "main", "image": "etl:1"} | spec.pop("container", {})
    return {
        "apiVersion": "v1",
        "kind": "Pod",
        "metadata": {"name": "etl"},
        "spec": {"restartPolicy": "Never", "containers": [container], **spec},
    }


def test_an_indexed_job_reads_as_it_was_written() -> None:
    job = kpod.Job(kpod.Pod("etl:1"), name="render", completions=100, indexed=True)
    assert "indexed=True" in to_source(job)
    assert "patch" not in to_source(job)


def test_a_pod_of_kpods_own_reads_as_it_was_written() -> None:
    db = kpod.Secret.existing("warehouse")
    written = kpod.Pod("etl:1", args=["load"], envs={"PASSWORD": db["PASSWORD"]}, resources=kpod.Resources(memory="1Gi"), name="etl")
    text = to_source(written)
    assert text == (
        "from kpod import Pod, Resources, Secret\n\n"
        'etl = Pod(\n    "etl:1",\n    args=["load"],\n    envs={"PASSWORD": Secret.existing("warehouse")["PASSWORD"]},\n'
        '    resources=Resources(memory="1Gi"),\n    name="etl",\n)\n'
    )
    assert names_of(text)["etl"] == written


@pytest.mark.parametrize("suffix", ["", READER])
def test_the_value_of_a_secret_is_not_in_the_source(suffix: str) -> None:
    text = to_source(SECRET + suffix)
    assert CANARY not in text
    assert base64.b64encode(CANARY.encode()).decode() not in text
    assert '# The values of this Secret are not written here: it has to be there already.\nwarehouse = Secret.existing("warehouse")' in text
    assert names_of(text)["warehouse"] == kpod.Secret.existing("warehouse")


def test_a_pod_reads_the_secret_that_stands_in_the_same_file() -> None:
    assert 'envs={"PASSWORD": warehouse["PASSWORD"]}' in to_source(READER.removeprefix("\n---") + "---" + SECRET)


def test_the_value_of_a_secret_is_written_when_it_is_asked_for() -> None:
    made = names_of(to_source(SECRET, show_secrets=True))["warehouse"]
    assert kpod.to_body(made)["stringData"] == {"PASSWORD": CANARY}


def test_a_literal_secret_of_kpods_own_comes_back_as_one() -> None:
    secret = kpod.Secret("token", {"TOKEN": CANARY})
    assert names_of(to_source(secret, show_secrets=True))["token"] == secret
    assert CANARY not in to_source(secret)


def test_a_secret_without_a_name_is_refused_unless_its_values_are_shown() -> None:
    with pytest.raises(kpod.SpecError, match="has no name"):
        to_source({"apiVersion": "v1", "kind": "Secret", "metadata": {"generateName": "x-"}, "data": {}})


def test_what_stands_twice_gets_a_name() -> None:
    reads = {"env": [{"name": key, "valueFrom": {"secretKeyRef": {"name": "db", "key": key}}} for key in ("A", "B")]}
    text = to_source(pod(container=reads))
    assert 'db = Secret.existing("db")\n\netl = Pod(' in text
    assert 'envs={"A": db["A"], "B": db["B"]}' in text


def test_names_are_identifiers_and_hide_nothing() -> None:
    for name in ("class", "Pod", "2nd", "dedent", "core-v1", "a.b-c", "secret", "load-yaml"):
        body = pod() | {"metadata": {"name": name}}
        found = names_of(to_source([body, body]))
        made = [name for name, value in found.items() if isinstance(value, kpod.Pod)]
        assert len(made) == 2
        assert all(each.isidentifier() for each in made)
        assert not set(made) & (set(dir(builtins)) - {"license"})


def test_a_script_of_several_lines_is_a_block() -> None:
    text = to_source(pod(container={"command": ["sh", "-c", 'set -e\nif true; then\n  echo "hi"\nfi\n']}))
    assert 'dedent("""\\\n            set -e\n            if true; then\n              echo "hi"\n            fi\n            """),' in text


@pytest.mark.parametrize(
    "script",
    [
        "one\ntwo\n \nthree\n",
        "  a\n  b\n",
        "a\tb\n\tc\n\n",
        "a\r\nb\r\nc\n",
        "a\nb\nc \\",
        'a\nb\n"',
        'a\n\n"""',
        'a\nb\n""""',
        'a\nb\n\\"',
    ],
)
def test_a_script_that_no_block_says_exactly_stays_a_text(script: str) -> None:
    made = names_of(to_source(pod(container={"args": [script]})))["etl"]
    assert made.to_body()["spec"]["containers"][0]["args"] == [script]


def test_what_has_no_parameter_is_a_patch() -> None:
    assert 'patch={"spec": {"shareProcessNamespace": True}}' in to_source(pod(shareProcessNamespace=True))


def test_an_explicit_null_is_kept_by_the_api_object() -> None:
    body = pod(hostname=None)
    text = to_source(body)
    assert "core_v1.Pod(" in text
    assert kpod.to_body(names_of(text)["etl"]) == body


@pytest.mark.parametrize(
    ("spec", "written"),
    [
        ({}, ""),
        ({"restartPolicy": "OnFailure"}, ', restart="OnFailure"'),
        ({"restartPolicy": "Always"}, ', restart="Always"'),
        ({"container": {"ports": [{"containerPort": 53, "protocol": "UDP"}]}}, ', main=Container(ports=["53/UDP"])'),
        ({"container": {"resources": {"requests": {"memory": "1Gi"}}}}, 'resources=Resources(memory="1Gi", memory_limit=False)'),
    ],
)
def test_what_most_manifests_say_has_a_word_of_its_own(spec: dict[str, Any], written: str) -> None:
    text = to_source(pod(**spec))
    assert written in text
    assert "patch=" not in text
    assert kpod.to_body(names_of(text)["etl"]) == pod(**spec)


def test_what_is_left_to_the_server_is_none_and_stays_unsaid() -> None:
    body = pod()
    del body["spec"]["restartPolicy"]
    assert to_source(body) == 'from kpod import Pod\n\netl = Pod("etl:1", name="etl", restart=None)\n'
    job = {"apiVersion": "batch/v1", "kind": "Job", "metadata": {"name": "etl"}, "spec": {"template": {"spec": pod()["spec"]}}}
    text = to_source(job)
    assert text == 'from kpod import Job, Pod\n\netl = Job(Pod("etl:1"), retries=None, name="etl")\n'
    assert kpod.to_body(names_of(text)["etl"]) == job


def test_wrong_shapes_are_refused_with_their_places() -> None:
    with pytest.raises(kpod.SpecError) as caught:
        to_source("apiVersion: v1\nkind: Pod\nspec:\n  containers: {name: x}\n")
    assert [(problem.path, problem.line) for problem in caught.value.problems] == [("spec.containers", 4)]


def test_text_specs_objects_and_lists_are_taken() -> None:
    spec = kpod.Pod("etl:1", name="etl")
    expected = 'from kpod import Pod\n\netl = Pod("etl:1", name="etl")\n'
    for given in (
        spec,
        spec.compile(),
        spec.to_body(),
        spec.to_yaml(),
        [spec],
        {"kind": "List", "apiVersion": "v1", "items": [spec.to_body()]},
    ):
        assert to_source(given) == expected


@pytest.mark.parametrize("path", LIVE, ids=lambda path: path.stem)
def test_a_live_object_reads_as_it_was_asked_for(path: Path) -> None:
    live = json.loads(path.read_text())
    text = to_source(live)
    made = kpod.to_body(list(names_of(text).values())[-1])
    assert diff(made, live) == []
    for word in ("uid", "kube-api-access", "defaultMode", "terminationMessage", "not-ready", "creation", "status", "managedFields"):
        assert word not in text


def test_the_marks_of_a_run_are_left_out() -> None:
    body = pod()
    body["metadata"] |= {"uid": "6f1c", "annotations": {"kpod/spec": "x", "kpod/launch": "y", "kpod/key": "k", "team": "data"}}
    body["metadata"]["labels"] = {"kpod/key": "abc", "app.kubernetes.io/managed-by": "kpod"}
    assert cleaned(body)[0]["metadata"] == {"name": "etl", "annotations": {"team": "data"}}
    body["metadata"]["labels"] = {"app.kubernetes.io/managed-by": "Helm"}
    assert cleaned(body)[0]["metadata"]["labels"] == {"app.kubernetes.io/managed-by": "Helm"}


def test_what_is_given_is_not_changed() -> None:
    body = pod(container={"resources": {"requests": {"cpu": 2}}})
    before = json.dumps(body)
    to_source(body)
    assert json.dumps(body) == before


MANIFESTS = Path(__file__).parents[2] / "data" / "manifests"
READS = {
    "result": ("KPOD_RESULT", "patch="),
    "init_before_a_sidecar": ("$setElementOrder", "sidecars="),
    "volume_csi": ("volumeMounts",),
    "volume_secret": ("volumeMounts",),
    "volume_host_path": ("volumeMounts", "source="),
    "volume_claim": ("volumeMounts", "source="),
    "probes_every_handler": ("httpGet", "readinessProbe"),
    "tolerations_every_form": ('"tolerations":',),
    "topology_spread": ("topologySpreadConstraints",),
    "lifecycle": ("core_v1",),
    "env_from_everything": ("envFrom",),
    "security_everything_else": ("securityContext",),
    "resources_every_form": ('"resources":',),
    "several_documents": ("patch=",),
}
"""What a part that has a shorthand, or a typed part, does not need in the source."""


@pytest.mark.parametrize("name", READS)
def test_a_part_is_said_where_it_belongs_and_not_by_a_patch(name: str) -> None:
    text = to_source((MANIFESTS / f"{name}.yaml").read_text())
    assert [word for word in READS[name] if word in text] == []


def test_a_live_pod_says_how_it_restarts() -> None:
    live = json.loads((MANIFESTS / "live" / "pod_plain.json").read_text())
    assert 'restart="Always"' in to_source(live)


def test_true_and_one_are_not_the_same() -> None:
    spread = {"maxSkew": True, "topologyKey": "zone", "whenUnsatisfiable": "DoNotSchedule", "labelSelector": {"matchLabels": {"a": "b"}}}
    made = names_of(to_source(pod(topologySpreadConstraints=[spread])))["etl"].to_body()["spec"]
    assert made["topologySpreadConstraints"][0]["maxSkew"] is True
