"""One value in a Secret, and every way of showing what holds it: none shows the value, as text, as bytes or in base64.

A new way of showing things is a new row here. Not rows: `to_body`, `kpod.to_yaml` of the Secret itself, `--with-secrets` and
`--show-secrets`, which exist to show it.
"""

from __future__ import annotations

import base64
import contextlib
import copy
import io
import json
import logging
import pickle
import secrets
import subprocess
import sys
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from pprint import pformat
from typing import Any

import attrs
import pytest

import kpod
from kpod import Job, Pod, Secret, Volume
from kpod.cli import exits, main
from kpod.cluster import Ref
from kpod.convert import cleaned, to_source
from kpod.errors import KpodError
from kpod.kube import KubeCluster
from kpod.specs.env import EnvFrom

CANARY = "canary+5b0d~8f27e1"
FORMS = (CANARY, base64.b64encode(CANARY.encode()).decode(), CANARY.encode().hex())

ASSERTIONS = """
from kpod import EnvFrom, Job, Pod, Secret, Volume
from pathlib import Path
import pytest

CANARY = Path("value").read_text()
one, other = (Secret("vault", {"PASSWORD": value}) for value in (CANARY, "other"))
del CANARY

def pod(vault):
    volumes = {"/v": vault, "/p": Volume.projected(vault)}
    return Pod("etl:1", {"A": vault["PASSWORD"]}, secrets=[vault], volumes=volumes, env_from=[EnvFrom(vault)])

MAKE = [
    lambda vault: vault, lambda vault: vault.values, lambda vault: list(vault.values.values()), lambda vault: vault["PASSWORD"],
    lambda vault: vault.compile(), pod, lambda vault: Job(pod(vault)), lambda vault: pod(vault).objects(), lambda vault: {"v": vault},
    lambda vault: pod(vault).main_container(), lambda vault: Volume.secret(vault),
]

@pytest.mark.parametrize("make", MAKE)
def test_two_that_are_not_the_same(make):
    left, right = make(one), make(other)
    assert left == right

@pytest.mark.parametrize("make", MAKE)
def test_an_error_with_its_locals(make):
    left = make(one)
    raise RuntimeError(f"{left} {left!r}")
"""
SCRIPT = """
from pathlib import Path
from kpod import Job, Pod, Secret

vault = Secret("vault", {{"PASSWORD": Path({path!r}).read_text()}})
etl = Job(Pod("etl:1", secrets=[vault], base={{"spec": {{"dnsPolicy": "Default"}}}}, patch={{"spec": {{"hostname": "a b"}}}}), name="etl")
"""


@attrs.frozen
class Scene:
    """What the ways of showing look at."""

    vault: Secret
    work: Job
    run: kpod.Run
    logged: str
    cluster: KubeCluster
    namespace: str
    folder: Path

    def cli(self, *words: str) -> str:
        """What a command prints, on both streams."""
        out = io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
            code = main.main(list(words))
        assert code != exits.USAGE, out.getvalue()
        assert out.getvalue() or words[0] == "validate", "it prints something"
        return out.getvalue()

    def file(self, name: str) -> str:
        return str(self.folder / name)


@pytest.fixture(scope="module")
def scene(cluster: KubeCluster, image: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scene]:
    """A run that read the value and failed, a second launch of its key with another spec, and files that hold the value."""
    folder = tmp_path_factory.mktemp("canary")
    vault = Secret("vault", {"PASSWORD": CANARY})
    (folder / "value").write_text(CANARY)
    (folder / "test_assertions.py").write_text(ASSERTIONS)
    (folder / "work.py").write_text(SCRIPT.format(path=str(folder / "value")))
    (folder / "secret.yaml").write_text(vault.to_yaml())
    (folder / "other.yaml").write_text(Secret("vault", {"PASSWORD": "other", "MORE": CANARY}).to_yaml())
    applied = json.dumps({"stringData": {"PASSWORD": CANARY}})
    wrong = {"metadata": {"name": "a b", "annotations": {"kubectl.kubernetes.io/last-applied-configuration": applied}}, "type": 1}
    (folder / "wrong.yaml").write_text(kpod.to_yaml({**vault.to_body(), "stringData": {"PASSWORD": CANARY, "N": 1, "": CANARY}, **wrong}))
    (folder / "half.yaml").write_text(f"kind: Secret\napiVersion: v1\ndata: {{PASSWORD: '{CANARY}', PASSWORD: '{CANARY}'}}\n")
    (folder / "broken.yaml").write_text(f"kind: Secret\nstringData:\n  PASSWORD: {CANARY}\n bad: [{CANARY}\n")
    work = Job(Pod(image, {"A": vault["PASSWORD"]}, ["sh", "-c", "exit 3"], secrets=[vault], volumes={"/v": vault}))
    namespace = f"kpod-test-{secrets.token_hex(4)}"
    made = cluster.create({"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": namespace}})
    logged = io.StringIO()
    handler = logging.StreamHandler(logged)
    root, level = logging.getLogger(), logging.getLogger().level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    try:
        with work.launch(key="k", namespace=namespace, cluster=cluster) as run:
            again = Job(Pod(image, {"A": "plain"}, ["sh", "-c", "exit 4"], secrets=[Secret("vault", {"PASSWORD": "x"})]), retries=1)
            again.launch(key="k", namespace=namespace, cluster=cluster)
            run.wait(60)
            assert "another spec" in logged.getvalue()
            yield Scene(vault, work, run, logged.getvalue(), cluster, namespace, folder)
    finally:
        root.removeHandler(handler)
        root.setLevel(level)
        cluster.delete(Ref.of(made))


def refused(make: Callable[[], Any]) -> str:
    """All that an error says, with its cause and its parts."""
    with pytest.raises(KpodError) as error:
        make()
    return "".join(traceback.format_exception(error.value)) + f"{error.value!r} {vars(error.value)!r}"


def refusals(scene: Scene) -> str:
    vault = scene.vault
    taken: dict[str, Any] = {"metadata": {"name": "vault", "namespace": scene.namespace}}
    wrong: list[Callable[[], Any]] = [
        lambda: Secret("vault", {"PASS WORD": CANARY}),
        lambda: Secret("Not A Name", {"PASSWORD": CANARY}),
        lambda: Secret("vault", {"PASSWORD": [CANARY]}),  # type: ignore[dict-item]
        lambda: Secret("vault", CANARY),  # type: ignore[arg-type]
        lambda: Secret("vault", [f"PASSWORD={CANARY}"]),  # type: ignore[arg-type]
        lambda: vault["MISSING"],
        lambda: Pod("x", envs={"A=B": vault["PASSWORD"]}),
        lambda: Pod("x", cmds=vault),  # type: ignore[arg-type]
        lambda: Pod("x", secrets=[vault], volumes={"no path": vault}),
        lambda: Pod("x", secrets=[vault, Secret("vault", {"B": CANARY})]).objects(),
        lambda: kpod.load_yaml((scene.folder / "broken.yaml").read_text()),
        lambda: kpod.load_yaml((scene.folder / "half.yaml").read_text()),
        lambda: kpod.rules.demand(kpod.wire.read_yaml((scene.folder / "wrong.yaml").read_text())[0].body),
        lambda: scene.cluster.create({**vault.to_body(), **taken, "immutable": CANARY}),
        lambda: scene.cluster.create({**vault.to_body(), **taken, "stringData": {"a b": CANARY}}),
        lambda: scene.work.but(labels={"a": "b c"}).launch(cluster=scene.cluster, namespace=scene.namespace),
        lambda: scene.run.result(),
    ]
    return "\n".join(refused(make) for make in wrong)


def shown_by_value(scene: Scene) -> str:
    vault, pod = scene.vault, scene.work.pod
    things: list[Any] = [vault, vault.values, list((vault.values or {}).values()), vault["PASSWORD"], vault.compile(), EnvFrom(vault)]
    things += [pod, scene.work, pod.objects(), scene.work.compile(), Volume.secret(vault), Volume.projected(vault), pod.main_container()]
    things += [copy.deepcopy(vault), pickle.loads(pickle.dumps(vault)), attrs.asdict(scene.run.wait(1), recurse=False), scene.run]
    return "\n".join(f"{each!r} {each} {each!s:>9} {pformat(each)} {[each]}" for each in things)


def differences(scene: Scene) -> str:
    one, other = scene.vault.to_body(), Secret("vault", {"PASSWORD": "x", "MORE": CANARY}).to_body()
    lists = [{"apiVersion": "v1", "kind": "List", "items": [each]} for each in (one, other)]
    found = [kpod.merge.diff(*pair) for pair in ((one, other), (other, one), tuple(lists), ({}, one), (one, {}))]
    typed = kpod.merge.diff({"data": one["data"]}, {"data": other["data"]}, type="core_v1.Secret")
    return f"{found} {[str(each) for each in found[0]]} {typed}"


def explained(scene: Scene) -> str:
    one = {**scene.vault.to_body(), "stringData": {"PASSWORD": CANARY}}
    lists = [{"apiVersion": "v1", "kind": "List", "items": [one]}]
    typed = kpod.merge.explain([("a", {"data": one["data"]})], type="core_v1.Secret")
    return f"{kpod.merge.explain([('base', one), ('patch', one)])} {kpod.merge.explain([('base', each) for each in lists])} {typed}"


def checked(scene: Scene) -> str:
    bodies = [kpod.wire.read_yaml((scene.folder / name).read_text()) for name in ("secret.yaml", "wrong.yaml", "half.yaml")]
    found = [problem for documents in bodies for each in documents for problem in (*each.problems, *kpod.rules.check(each.body))]
    assert len(found) >= 4
    return f"{found} {[str(problem) for problem in found]} {scene.run.warnings}"


WAYS: dict[str, Callable[[Scene], str]] = {
    "repr, str, format, pprint": shown_by_value,
    "errors": refusals,
    "merge.diff": differences,
    "merge.explain": explained,
    "rules.check and a run's warnings": checked,
    "the YAML and the body of the work": lambda scene: scene.work.to_yaml() + json.dumps(scene.work.to_body()),
    "convert": lambda scene: to_source([scene.vault, scene.work]) + repr(cleaned(scene.work)) + to_source(scene.vault.to_yaml()),
    "logs of a launch and of its second one, at level debug": lambda scene: scene.logged,
    "the timeline": lambda scene: f"{scene.run.timeline()!r} {scene.run.timeline()}",
    "the outcome, status, events and the object": lambda scene: (
        f"{scene.run.wait(1)!r} {scene.run.wait(1)} {scene.run.status()!r} {scene.run.events()} {scene.cluster.get(scene.run.ref)}"
    ),
    "kpod render of Python": lambda scene: scene.cli("render", scene.file("work.py")),
    "kpod explain": lambda scene: scene.cli("explain", scene.file("work.py")) + scene.cli("explain", scene.file("secret.yaml")),
    "kpod explain of two files": lambda scene: scene.cli("explain", scene.file("secret.yaml"), scene.file("other.yaml"), "-o", "json"),
    "kpod diff": lambda scene: scene.cli("diff", scene.file("secret.yaml"), scene.file("other.yaml")),
    "kpod diff as JSON": lambda scene: scene.cli("diff", scene.file("secret.yaml"), scene.file("other.yaml"), "-o", "json"),
    "kpod validate": lambda scene: "".join(
        scene.cli("validate", scene.file(name), "-o", form)
        for name in ("work.py", "secret.yaml", "wrong.yaml", "half.yaml", "broken.yaml")
        for form in ("text", "json")
    ),
    "kpod convert": lambda scene: "".join(
        scene.cli("convert", scene.file(name)) for name in ("secret.yaml", "wrong.yaml", "half.yaml", "broken.yaml")
    ),
    "kpod run that is refused": lambda scene: scene.cli("run", scene.file("work.py")),
}


@pytest.mark.real
@pytest.mark.parametrize("way", WAYS)
def test_no_way_of_showing_shows_the_value(way: str, scene: Scene) -> None:
    text = WAYS[way](scene)
    assert text.strip()
    assert [form for form in FORMS if form in text] == []


@pytest.mark.parametrize("options", [["-q"], ["-vv", "--showlocals", "--tb=long"]], ids=["short", "long"])
def test_pytest_shows_the_value_in_no_failed_assertion(options: list[str], tmp_path: Path) -> None:
    (tmp_path / "value").write_text(CANARY)
    (tmp_path / "test_assertions.py").write_text(ASSERTIONS)
    words = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *options, "test_assertions.py"]
    done = subprocess.run(words, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert "22 failed" in done.stdout, done.stdout[-2000:] + done.stderr[-2000:]
    assert [form for form in FORMS if form in done.stdout + done.stderr] == []
