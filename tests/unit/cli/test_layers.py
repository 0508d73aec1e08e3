"""`kpod merge`, `kpod diff`, `kpod explain`, `kpod completion`, and `kpod render` of folders: on files, without a cluster."""

from __future__ import annotations

import io
import json
import os
import pty
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest
import yaml

from kpod.cli import main

Captured = pytest.CaptureFixture[str]
EXECUTABLE = Path(sys.executable).with_name("kpod")
BASE = """
    apiVersion: batch/v1
    kind: Job
    metadata: {name: load}
    spec:
      template:
        spec:
          restartPolicy: Never
          containers:
          - {name: main, image: "etl:1", resources: {limits: {cpu: "0.5"}}}
"""
OVER = """
    spec:
      backoffLimit: 0
      template: {spec: {containers: [{name: side, image: "s:1"}, {name: main, image: "etl:2"}]}}
"""
SECRET = """
    apiVersion: v1
    kind: Secret
    metadata: {name: s}
    stringData: {PASSWORD: canary-value}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, text in (("base.yaml", BASE), ("over.yaml", OVER), ("secret.yaml", SECRET)):
        write(tmp_path, name, text)
    return tmp_path


def write(folder: Path, name: str, text: str) -> str:
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text(dedent(text).lstrip())
    return name


def stdin(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(dedent(text).encode())))


@pytest.mark.usefixtures("folder")
def test_merge_prints_the_base_with_the_patch_over_it(capsys: Captured) -> None:
    assert main.main(["merge", "base.yaml", "over.yaml"]) == 0
    body = yaml.safe_load(capsys.readouterr().out)
    assert body["spec"]["backoffLimit"] == 0
    assert [each["image"] for each in body["spec"]["template"]["spec"]["containers"]] == ["etl:2", "s:1"]


@pytest.mark.usefixtures("folder")
def test_merge_answers_as_the_server_or_as_rfc_7386_when_asked(capsys: Captured) -> None:
    assert main.main(["merge", "base.yaml", "over.yaml", "--as-server", "--output", "json"]) == 0
    spec = json.loads(capsys.readouterr().out)["spec"]["template"]["spec"]
    assert [each["name"] for each in spec["containers"]] == ["side", "main"]
    assert main.main(["merge", "base.yaml", "over.yaml", "--json-merge", "--output", "json"]) == 0
    spec = json.loads(capsys.readouterr().out)["spec"]["template"]["spec"]
    assert spec["containers"][1] == {"name": "main", "image": "etl:2"}
    assert main.main(["merge", "base.yaml", "over.yaml", "--json-merge", "--as-server"]) == 2


def test_merge_finds_the_object_that_a_patch_is_for(folder: Path, capsys: Captured) -> None:
    write(folder, "all.yaml", dedent(BASE).lstrip() + "---\n" + dedent(SECRET).lstrip())
    assert main.main(["merge", "all.yaml", "over.yaml"]) == 2
    assert "over.yaml does not say which object it is for" in capsys.readouterr().err
    named = write(folder, "named.yaml", "kind: Job\nmetadata: {name: load, labels: {a: b}}\n")
    assert main.main(["merge", "all.yaml", named, "--output", "json"]) == 0
    assert [item["metadata"] for item in json.loads(capsys.readouterr().out)["items"]] == [
        {"name": "load", "labels": {"a": "b"}},
        {"name": "s"},
    ]
    other = write(folder, "other.yaml", "kind: Job\nmetadata: {name: other}\n")
    assert main.main(["merge", "all.yaml", other]) == 2
    assert "other.yaml is for Job other, and all.yaml has none; there is: Job load, Secret s" in capsys.readouterr().err


def test_merge_tells_a_patch_that_cannot_be(folder: Path, capsys: Captured) -> None:
    bad = write(folder, "bad.yaml", "spec: {template: {spec: {containers: [{image: x}]}}}\n")
    assert main.main(["merge", "base.yaml", bad]) == 1
    assert "spec.template.spec.containers[0]: this has no name" in capsys.readouterr().err


@pytest.mark.usefixtures("folder")
def test_diff_of_two_files_says_what_differs_and_ends_with_1(capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    assert main.main(["merge", "base.yaml", "over.yaml"]) == 0
    merged = capsys.readouterr().out
    stdin(monkeypatch, merged)
    assert main.main(["diff", "base.yaml", "-"]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "Job load  (-)",
        '~ spec.template.spec.containers[main].image: "etl:1" is wanted, "etl:2" is there',
        '+ spec.template.spec.containers[side]: {"name": "side", "image": "s:1"} is there, and was not asked for',
        "~ spec.backoffLimit: 6 is wanted, 0 is there",
    ]
    assert main.main(["diff", "base.yaml", "base.yaml"]) == 0
    assert capsys.readouterr().out == ""


def test_diff_pairs_the_objects_of_folders_by_kind_and_name(folder: Path, capsys: Captured) -> None:
    write(folder, "one/job.yaml", BASE)
    write(folder, "one/secret.yaml", SECRET)
    write(folder, "two/secret.yml", SECRET.replace("canary-value", "canary-other"))
    write(folder, "two/job.json", json.dumps({**yaml.safe_load(dedent(BASE)), "metadata": {"name": "other"}}))
    assert main.main(["diff", "one", "two"]) == 1
    out = capsys.readouterr().out
    assert out.splitlines() == [
        "Job load  (two)", "- the object is not there",
        "Secret s  (two)", '~ data.PASSWORD: "***" is wanted, "***" is there',
        "Job other  (two)", "+ the object is there, and was not asked for",
    ]  # fmt: skip
    assert main.main(["diff", "one", "two", "--name", "s", "--output", "yaml"]) == 1
    out = capsys.readouterr().out
    assert yaml.safe_load(out) == {
        "differences": 1,
        "objects": [
            {"kind": "Secret", "name": "s", "where": "two",
             "differences": [{"path": "data.PASSWORD", "wanted": "***", "found": "***"}]}
        ],
    }  # fmt: skip
    assert "canary" not in out


@pytest.mark.usefixtures("folder")
def test_diff_with_no_cluster_says_so_and_ends_with_2(capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KUBECONFIG", "/nowhere")
    assert main.main(["diff", "base.yaml"]) == 2
    assert "/nowhere" in capsys.readouterr().err


@pytest.mark.usefixtures("folder")
def test_explain_names_the_file_that_set_each_field(capsys: Captured) -> None:
    assert main.main(["explain", "base.yaml", "over.yaml"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("Job load\n")
    for line in (
        'over.yaml  spec.template.spec.containers[main].image                 "etl:2"',
        'base.yaml  spec.template.spec.containers[main].resources.limits.cpu  "0.5"',
        "over.yaml  spec.backoffLimit                                         0",
    ):
        assert line in out.splitlines()


def test_explain_names_the_base_the_spec_and_the_patch_of_a_spec(folder: Path, capsys: Captured) -> None:
    text = """
        from kpod import Job, Pod, Secret

        base = {"metadata": {"labels": {"team": "data"}}, "spec": {"containers": [{"name": "main", "args": ["a", "b"], "stdin": True}]}}
        db = Secret("s", {"P": "canary"})
        pod = Pod("etl:1", name="etl", args=["a", "c"], envs={"P": db["P"]}, base=base, patch={"spec": {"hostNetwork": True}})
    """
    assert main.main(["explain", write(folder, "etl.py", text), "--output", "json"]) == 0
    out = capsys.readouterr().out
    told = json.loads(out)["objects"][1]
    layers = {field["path"]: field["layer"] for field in told["fields"]}
    assert (told["kind"], told["name"]) == ("Pod", "pod")
    assert layers["spec.containers[main].stdin"] == layers["metadata.labels.team"] == "base"
    assert layers["spec.containers[main].image"] == layers["spec.containers[main].args[0]"] == layers["metadata.name"] == "spec"
    assert layers["spec.hostNetwork"] == "patch"
    assert "canary" not in out


def test_explain_masks_the_values_of_secrets(folder: Path, capsys: Captured) -> None:
    annotated = """
        metadata: {annotations: {kubectl.kubernetes.io/last-applied-configuration: "{canary-value}"}}
    """
    for form in ("text", "yaml", "json"):
        assert main.main(["explain", "secret.yaml", write(folder, "noted.yaml", annotated), "--output", form]) == 0
        out = capsys.readouterr().out
        assert "***" in out
        assert "canary" not in out


def test_explain_wants_one_object_for_a_layer(folder: Path, capsys: Captured) -> None:
    both = write(folder, "both.yaml", dedent(BASE).lstrip() + "---\n" + dedent(SECRET).lstrip())
    assert main.main(["explain", both, "over.yaml"]) == 2
    assert "both.yaml describes 2 objects, and a layer is one; say which by --name" in capsys.readouterr().err
    assert main.main(["explain", both, "over.yaml", "--name", "load"]) == 0


def test_explain_cuts_its_lines_at_the_edge_of_a_terminal(folder: Path) -> None:
    write(folder, "long.yaml", f"apiVersion: v1\nkind: ConfigMap\nmetadata: {{name: c}}\ndata: {{a: {'x' * 300}}}\n")
    reader, writer = pty.openpty()
    environment = {"PATH": os.environ["PATH"], "COLUMNS": "60", "TERM": "xterm"}
    done = subprocess.run([EXECUTABLE, "explain", "long.yaml"], stdout=writer, cwd=folder, env=environment, timeout=200, check=True)
    os.close(writer)
    shown = os.read(reader, 65536).decode()
    os.close(reader)
    assert done.returncode == 0
    assert "\x1b[36mlong.yaml\x1b[0m  " in shown
    assert "x…" in shown
    assert "x" * 300 not in shown
    piped = subprocess.run([EXECUTABLE, "explain", "long.yaml"], capture_output=True, text=True, cwd=folder, timeout=200, check=True).stdout
    assert "x" * 300 in piped
    assert "\x1b" not in piped


def test_render_reads_a_folder_and_writes_json(folder: Path, capsys: Captured) -> None:
    write(folder, "all/b.yaml", BASE)
    write(folder, "all/a.yml", SECRET)
    write(folder, "all/c.py", "raise SystemExit('a folder runs nothing')\n")
    assert main.main(["render", "all", "--output", "json"]) == 0
    listed = json.loads(capsys.readouterr().out)
    assert (listed["kind"], [item["kind"] for item in listed["items"]]) == ("List", ["Secret", "Job"])
    assert main.main(["render", "all/b.yaml", "all/a.yml", "--name", "load", "--output", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["kind"] == "Job"


def test_a_config_map_with_values_is_an_object_of_its_file_and_one_that_refers_is_not(folder: Path, capsys: Captured) -> None:
    text = """
        from kpod import ConfigMap

        settings = ConfigMap("settings", {"a": "b"})
        other = ConfigMap.existing("other")
    """
    assert main.main(["render", write(folder, "settings.py", text), "--output", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["data"] == {"a": "b"}


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_prints_the_script_of_a_shell(shell: str, capsys: Captured) -> None:
    assert main.main(["completion", shell]) == 0
    assert f"_KPOD_COMPLETE={shell}_complete" in capsys.readouterr().out


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash on this machine to complete in")
def test_a_real_bash_completes_commands_options_and_values() -> None:
    """What Tab does: bash calls the function that the script has registered for kpod, with the words so far."""

    def tab(*words: str) -> str:
        typed = " ".join(shlex.quote(word) for word in words)
        return f'COMP_WORDS=({typed}); COMP_CWORD={len(words) - 1}; COMPREPLY=(); "$complete" kpod; echo "${{COMPREPLY[*]}}"\n'

    script = 'eval "$(kpod completion bash)"\ncomplete=$(complete -p kpod | sed "s/.*-F \\([^ ]*\\).*/\\1/")\n'
    script += 'compopt() { echo "compopt $1 $2"; }\n'  # it works only while a person types
    files = ("render", "validate", "explain", "merge", "diff", "convert")
    script += "".join(tab("kpod", command, "a/et") for command in files)
    script += tab("kpod", "ex") + tab("kpod", "diff", "--out") + tab("kpod", "diff", "--output", "j") + tab("kpod", "completion", "")
    environment = {"PATH": f"{Path(EXECUTABLE).parent}:{os.environ['PATH']}"}
    words = ["bash", "--norc", "--noprofile", "-c", script]
    done = subprocess.run(words, capture_output=True, text=True, env=environment, timeout=200, check=False)
    lines = done.stdout.splitlines()
    assert lines[: 2 * len(files)] == ["compopt -o default", ""] * len(files), "file names are left to bash"
    assert lines[2 * len(files) :] == ["explain", "--output", "json", "bash zsh fish"], done.stderr


def test_explain_names_the_factory_of_a_site_as_a_layer_of_its_own(folder: Path, capsys: Captured) -> None:
    text = """
        from kpod import Job, Pod, PodRequest

        class Site(PodRequest):
            def build(self, spec):
                pod = super().build(spec.but(labels={**spec.labels, "team": "data"}))
                pod.spec.priority_class_name = "high"
                return pod

        base = {"spec": {"hostname": "a", "dnsPolicy": "Default"}}
        etl = Pod("etl:1", base=base, patch={"spec": {"hostname": "b"}}, kube_req_factory=Site())
    """
    assert main.main(["explain", write(folder, "site.py", text), "-o", "json"]) == 0
    [told] = json.loads(capsys.readouterr().out)["objects"]
    layers = {field["path"]: field["layer"] for field in told["fields"]}
    assert layers["metadata.labels.team"] == layers["spec.priorityClassName"] == "Site"
    assert (layers["spec.hostname"], layers["spec.dnsPolicy"], layers["spec.containers[main].image"]) == ("patch", "base", "spec")


def test_an_empty_folder_is_wrong_usage_for_every_command(folder: Path, capsys: Captured) -> None:
    (folder / "empty").mkdir()
    for command in ("render", "validate", "explain", "convert", "diff"):
        assert main.main([command, str(folder / "empty")]) == 2
        assert "there is no .yaml, .yml or .json file in this folder" in capsys.readouterr().err, command


def test_merge_says_in_which_line_a_patch_does_not_fit(folder: Path, capsys: Captured) -> None:
    write(folder, "wrong.yaml", "spec:\n  template:\n    spec: {containers: 3}\n")
    assert main.main(["merge", "base.yaml", "wrong.yaml"]) == 1
    assert capsys.readouterr().err == "wrong.yaml:3:24  error  spec.template.spec.containers: a list belongs here  [merge]\n"


@pytest.mark.parametrize("metadata", ["3", "[a]", "text"])
@pytest.mark.parametrize(
    "words", ["validate X", "render X", "explain X", "convert X", "diff X base.yaml", "merge X over.yaml", "merge base.yaml X"]
)
def test_metadata_that_is_no_map_is_no_traceback(folder: Path, words: str, metadata: str) -> None:
    write(folder, "odd.yaml", f"apiVersion: v1\nkind: Job\nmetadata: {metadata}\nspec: {{}}\n")
    assert main.main(words.replace("X", "odd.yaml").split()) in (0, 1, 2)
    assert main.main(["render", "odd.yaml", "--name", "x"]) == 2


def test_render_loses_no_object_that_is_called_like_another(folder: Path, capsys: Captured) -> None:
    head = "apiVersion: v1\nkind: ConfigMap\n"
    names = ["{name: a, namespace: one}", "{name: a, namespace: two}", "{generateName: b-}", "{generateName: b-}"]
    write(folder, "many.yaml", "---\n".join(f"{head}metadata: {name}\n" for name in names))
    assert main.main(["render", "many.yaml"]) == 0
    metadata = [each["metadata"] for each in yaml.safe_load_all(capsys.readouterr().out)]
    assert metadata == [yaml.safe_load(name) for name in names]
