"""A canary in a Secret reaches the container, and nothing else: no argument list, log, event, repr or error of a whole run."""

from __future__ import annotations

import base64
import hashlib
import json
import logging
import pickle
import sys
import threading
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

import kpod
from kpod import Cluster, Job, Pod, RunFailedError, Secret, SpecError

CANARY = "canary-" + hashlib.sha256(b"kpod").hexdigest()[:20]
FORMS = (CANARY, base64.b64encode(CANARY.encode()).decode())
PROVE = 'printf %s "$PASSWORD" | sha256sum; sha256sum < /vault/PASSWORD; sleep 0.5; exit 3'


@contextmanager
def watched_argument_lists() -> Iterator[set[str]]:
    """Collect the argument list of every process of this machine that shows the canary, as `ps` would."""
    shown: set[str] = set()
    stop = threading.Event()

    def look() -> None:
        while not stop.is_set():
            for process in Path("/proc").glob("[0-9]*/cmdline"):
                try:
                    arguments = process.read_bytes().decode(errors="replace")
                except OSError:
                    continue
                if any(form in arguments for form in FORMS):
                    shown.add(arguments)
            stop.wait(0.01)

    thread = threading.Thread(target=look, name="ps")
    thread.start()
    try:
        yield shown
    finally:
        stop.set()
        thread.join()


def assert_silent(name: str, text: str) -> None:
    for form in FORMS:
        assert form not in text, f"the canary shows in {name}"


@pytest.mark.real
@pytest.mark.skipif(sys.platform != "linux", reason="reads the argument lists of processes from /proc")
@pytest.mark.parametrize("wrap", [lambda pod: pod, Job], ids=["pod", "job"])
def test_a_secret_value_shows_nowhere_in_a_whole_run(
    wrap: type[Job], cluster: Cluster, namespace: str, image: str, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    vault = Secret("vault", {"PASSWORD": CANARY})
    pod = Pod(
        image,
        envs={"PASSWORD": vault["PASSWORD"]},
        cmds=["sh", "-c", PROVE],
        secrets=[vault],
        volumes={"/vault": vault},
        name="keeper",
    )
    work = wrap(pod)
    with watched_argument_lists() as shown, work.launch(cluster=cluster, namespace=namespace) as run:
        outcome = run.wait(timeout=200)
        lines = list(run.logs(follow=False))
        with pytest.raises(RunFailedError) as failed:
            run.result()
        texts = {
            "the events": json.dumps(run.events()),
            "the object on the server": json.dumps(cluster.get(run.ref)),
            "its Pods": json.dumps(cluster.list("Pod", namespace=namespace).items),
            "the run's repr": repr(run),
            "the outcome": f"{outcome!r} {outcome}",
            "the exception": "".join(traceback.format_exception(failed.value)) + repr(failed.value),
        }
        [stored] = [body for body in cluster.list("Secret", namespace=namespace).items if body["metadata"]["name"].startswith("vault-")]

    digest = hashlib.sha256(CANARY.encode()).hexdigest()
    assert [line.split()[0] for line in lines] == [digest, digest], "the container sees the value in its environment and in its file"
    assert stored["data"]["PASSWORD"] == FORMS[1]
    assert not shown, "the canary shows in an argument list"
    texts |= {
        "the value's repr": f"{vault!r} {vault} {vault['PASSWORD']!r} {work!r}",
        "the YAML of the work": work.to_yaml(),
        "what was logged": caplog.text,
        "what was printed": "".join(capfd.readouterr()),
    }
    for name, text in texts.items():
        assert_silent(name, text)


def test_errors_about_a_secret_do_not_show_it() -> None:
    vault = Secret("vault", {"PASSWORD": CANARY})
    for wrong in (
        lambda: Secret("vault", {"PASS WORD": CANARY}),
        lambda: Secret("Not A Name", {"PASSWORD": CANARY}),
        lambda: Pod("x", envs={"A=B": vault["PASSWORD"]}),
        lambda: vault["MISSING"],
        lambda: Pod("x", secrets=[vault, CANARY]),  # type: ignore[list-item]
    ):
        with pytest.raises(SpecError) as error:
            wrong()
        assert_silent("an error", "".join(traceback.format_exception_only(error.value)))


def test_a_secret_survives_a_pickle_and_its_copy_is_as_silent() -> None:
    vault = Secret("vault", {"PASSWORD": CANARY})
    copy = pickle.loads(pickle.dumps(vault))
    assert copy == vault
    assert_silent("the repr of a copy", repr(copy))
    assert_silent("the repr of the API object", repr(copy.compile()))
    assert FORMS[1] in kpod.to_yaml(copy) or CANARY in kpod.to_yaml(copy), "asked for in so many words, it is printed"
