"""What goes wrong between a client and a server (F1 to F9, F12, F17), injected over real HTTP: nothing lost or told twice, and counted.

What each test fails without is in `tools/take_out.py`; the other faults are in `test_faults_of_runs`.
"""

from __future__ import annotations

import logging
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import attrs
import pytest
import yaml

from kpod import run, testing
from kpod.cluster import Body, Ref
from kpod.errors import ApiError, OverloadedError, UnauthorizedError
from kpod.kube import KubeCluster
from kpod.testing import Cut, Fault, LoseReply, Refuse, Repeat, Silence, Split, Stale, WatchError
from kpod.watch import Watcher
from tests.conformance.conftest import IMAGE, until

Make = Callable[..., Body]


@pytest.fixture
def kube() -> Iterator[testing.Kube]:
    """An embedded cluster with faults and a record of requests."""
    with testing.cluster({IMAGE: "host"}) as connected:
        yield connected


def short(fault: Fault) -> str:
    """What is particular about a fault."""
    usual = {field.name: field.default for field in attrs.fields(type(fault))}
    said = {name: value for name, value in attrs.asdict(fault).items() if value != usual[name] and value != ()}
    return f"{type(fault).__name__}-" + "-".join(f"{value}" if name == "status" else f"{name}={value}" for name, value in said.items())


def config_map(name: str, data: str = "") -> Body:
    return {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": name, "namespace": "default"}, "data": {"text": data}}


class Mirror:
    """What a watcher tells, put together to the state that its listener believes in."""

    def __init__(self, kube: testing.Kube, *, timeout: float = 900.0) -> None:
        self.kube = kube
        self.state: dict[str, str] = {}
        self.told: list[tuple[str, str]] = []
        self.watcher = Watcher(kube, "ConfigMap", namespace="default", timeout=timeout)
        self.thread = threading.Thread(target=self._listen)

    def __enter__(self) -> Mirror:
        self.thread.start()
        assert self.watcher.synced.wait(60)
        return self

    def __exit__(self, *_: Any) -> None:
        self.watcher.close()
        self.thread.join(60)
        assert not self.thread.is_alive()

    def _listen(self) -> None:
        for type_, seen in self.watcher:
            name, data = seen["metadata"]["name"], seen["data"]["text"]
            assert (type_ == "ADDED") == (name not in self.state), f"{type_} {name}"
            self.told.append((type_, name))
            if type_ == "DELETED":
                del self.state[name]
            else:
                self.state[name] = data

    def agrees(self) -> bool:
        there = self.kube.list("ConfigMap", namespace="default")
        return self.state == {body["metadata"]["name"]: body["data"]["text"] for body in there}


def change_all(kube: testing.Kube) -> None:
    """Change, delete and make things, one after the other."""
    for number in range(6):
        kube.patch(Ref("ConfigMap", "a", "default"), {"data": {"text": f"ä€😀 {number}"}})
        ref = Ref.of(kube.create(config_map(f"new-{number}", "x" * 300)))
        if number % 2:
            kube.delete(ref)
        time.sleep(0.1)
    kube.delete(Ref("ConfigMap", "b", "default"))


@pytest.fixture
def three(kube: testing.Kube) -> testing.Kube:
    for name in "abc":
        kube.create(config_map(name))
    kube.requests.clear()
    return kube


@pytest.mark.parametrize(
    "fault",
    [
        WatchError(410, after=2, times=2),
        WatchError(410, times=2),
        WatchError(500, after=1, times=2),
        Refuse(410, verb="watch", times=2),
        Refuse(503, verb="watch", retry_after=1, times=2),
        Refuse(429, verb="list", times=2),
        Refuse(504, "Timeout", message="Too large resource version: 9, current: 8", retry_after=1, verb="list", times=2),
        Cut(seconds=0.2, clean=True, verb="watch", times=3),
        Cut(seconds=0.2, verb="watch", times=3),
        Cut(bytes=100, verb="watch", times=3),
        Cut(bytes=1111, verb="watch", times=3),
        Split(bytes=1, verb="watch"),
        Split(bytes=7, verb="watch"),
        Repeat(copies=2),
        Stale(),
        Silence(after=700, verb="watch", times=1),
    ],
    ids=short,
)
def test_whatever_happens_to_the_watch_its_listener_believes_what_is(three: testing.Kube, fault: Fault) -> None:
    struck = three.faults.add(fault)
    with Mirror(three, timeout=1.0 if isinstance(fault, Silence) else 900.0) as mirror:
        change_all(three)
        until(mirror.agrees, "the listener believes what is there")
    assert struck.hits > 0


def test_one_list_is_made_for_each_410_and_tells_only_differences(three: testing.Kube) -> None:
    three.faults.add(WatchError(410, after=1, times=1))
    with Mirror(three) as mirror:
        three.patch(Ref("ConfigMap", "a", "default"), {"data": {"text": "1"}})
        three.delete(Ref("ConfigMap", "b", "default"))
        three.create(config_map("d"))
        until(lambda: three.requests.count(verb="watch") == 2, "it watches again")
        three.create(config_map("e"))
        until(lambda: "e" in mirror.state, "it goes on")
        assert three.requests.count(verb="list") == 2
        assert sorted(mirror.told[3:]) == [("ADDED", "d"), ("ADDED", "e"), ("DELETED", "b"), ("MODIFIED", "a")]


def test_a_watch_that_is_closed_at_once_every_time_is_not_asked_for_in_a_hot_loop(three: testing.Kube) -> None:
    three.faults.add(Cut(seconds=0.01, clean=True, verb="watch"))
    with Mirror(three) as mirror:
        time.sleep(8)
        assert three.requests.count(verb="watch") <= 8
        three.create(config_map("d"))
        until(mirror.agrees, "nothing is lost")


def test_a_line_that_was_cut_is_no_event_and_no_trouble(three: testing.Kube, caplog: pytest.LogCaptureFixture) -> None:
    cut = three.faults.add(Cut(bytes=100, clean=True, verb="watch", times=3))
    with caplog.at_level(logging.INFO, logger="kpod"), Mirror(three) as mirror:
        for number in range(3):
            three.patch(Ref("ConfigMap", "a", "default"), {"data": {"text": str(number)}})
            until(lambda number=number: cut.hits > number, "the line was cut")
        until(mirror.agrees, "the listener believes what is there")
    assert caplog.messages == []


def test_a_stream_in_small_pieces_is_whole_and_asked_for_once(three: testing.Kube) -> None:
    three.faults.add(Split(bytes=3, verb="watch"))
    with Mirror(three) as mirror:
        three.patch(Ref("ConfigMap", "a", "default"), {"data": {"text": "ä€😀"}})
        three.delete(Ref("ConfigMap", "b", "default"))
        until(lambda: len(mirror.told) == 5, "both are told")
        assert mirror.state == {"a": "ä€😀", "c": ""}
        assert [seen.verb for seen in three.requests if seen.verb in ("list", "watch")] == ["list", "watch"]


def test_what_was_lost_in_a_gap_is_told_by_the_next_list_deletions_too(three: testing.Kube) -> None:
    lost = three.faults.add(testing.Drop())
    with Mirror(three, timeout=3) as mirror:
        three.patch(Ref("ConfigMap", "a", "default"), {"data": {"text": "1"}})
        three.delete(Ref("ConfigMap", "b", "default"))
        three.create(config_map("d"))
        until(mirror.agrees, "the listener believes what is there")
        assert lost.hits
        assert sorted(mirror.told[3:]) == [("ADDED", "d"), ("DELETED", "b"), ("MODIFIED", "a")]


def test_repeated_and_older_events_are_told_once(three: testing.Kube) -> None:
    three.faults.add(Repeat(copies=3))
    three.faults.add(Stale())
    with Mirror(three) as mirror:
        change_all(three)
        until(mirror.agrees, "the listener believes what is there")
        assert mirror.told.count(("MODIFIED", "a")) == 6
        assert mirror.told.count(("DELETED", "b")) == 1


def test_many_objects_come_in_pages_and_a_page_that_expired_is_made_good_by_one_whole_list(kube: testing.Kube) -> None:
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda number: kube.create(config_map(f"c-{number}")), range(1050)))
    kube.requests.clear()
    listing = kube.list("ConfigMap", namespace="default")
    assert len({body["metadata"]["name"] for body in listing}) == len(listing) == 1050
    assert [("continue" in seen.query, seen.query.get("limit")) for seen in kube.requests] == [(False, "1000"), (True, "1000")]
    kube.requests.clear()
    kube.faults.add(Refuse(410, verb="list", skip=1, times=1))
    assert len(kube.list("ConfigMap", namespace="default")) == 1050
    assert [seen.query.get("limit") for seen in kube.requests] == ["1000", "1000", None]


WAITS: list[Fault] = [
    WatchError(410, after=1),
    Refuse(410, verb="watch"),
    Refuse(503, verb="watch"),
    Refuse(500, verb="list", kind="Pod", times=6),
    Refuse(502, page="<html>bad gateway</html>", verb="get", times=6),
    Silence(verb="watch"),
    Cut(seconds=0.05, clean=True, verb="watch"),
    Cut(bytes=777, verb="watch"),
    Split(bytes=3, verb="watch"),
    Repeat(),
    Stale(),
    testing.Drop(),
]


@pytest.mark.parametrize("fault", WAITS, ids=short)
@pytest.mark.parametrize("together", [False, True], ids=["wait", "wait_all"])
def test_an_end_is_told_rightly_whatever_happens_to_the_requests_that_wait_for_it(
    kube: testing.Kube, job: Make, pod: Make, fault: Fault, together: bool
) -> None:
    runs = [run.launch(body, namespace="default", cluster=kube) for body in (job("sleep 2; exit 3"), pod("sleep 1; exit 4"))]
    if together and isinstance(fault, testing.Drop | Silence):
        kube.faults.add(Cut(seconds=3, verb="watch"))  # what is lost in a healthy stream is found by the next list, whenever that is
    kube.faults.add(fault)
    kube.requests.clear()
    found = run.wait_all(runs, timeout=120) if together else [each.wait(120) for each in runs]
    assert [outcome.exit_code for outcome in found] == [3, 4]
    assert len(kube.requests) < 80


@pytest.mark.parametrize(("status", "retry_after"), [(429, 1), (429, None), (500, None), (502, None), (503, 1), (504, None)])
def test_a_launch_bears_refusals_that_pass_and_makes_one_run(kube: testing.Kube, job: Make, status: int, retry_after: int | None) -> None:
    kube.faults.add(Refuse(status, retry_after=retry_after, verb="create", kind="Job", times=2))
    began = time.monotonic()
    started = run.launch(job("true"), namespace="default", cluster=kube)
    assert time.monotonic() - began >= 2 * (retry_after or 0)
    assert kube.requests.count(verb="create", kind="Job") == 3
    assert started.wait(60).ok
    assert len(kube.list("Job", namespace="default")) == 1


@pytest.mark.parametrize(("status", "creates"), [(429, 20), (500, 5), (503, 5)])
def test_a_launch_gives_up_on_a_server_that_does_not_heal_and_leaves_nothing(
    kube: testing.Kube, job: Make, status: int, creates: int
) -> None:
    kube.faults.add(Refuse(status, verb="create", kind="Job"))
    with pytest.raises(OverloadedError):
        run.launch(job("true"), namespace="default", cluster=kube)
    assert kube.requests.count(verb="create", kind="Job") <= creates
    assert len(kube.list("Job", namespace="default")) == 0


@pytest.mark.parametrize("status", [400, 403, 422])
def test_a_launch_that_is_refused_for_good_asks_once(kube: testing.Kube, job: Make, status: int) -> None:
    kube.faults.add(Refuse(status, message="not like this", verb="create", causes=[("spec.x", "must be y")]))
    with pytest.raises(ApiError) as caught:
        run.launch(job("true"), namespace="default", cluster=kube)
    assert (caught.value.status, caught.value.causes) == (status, (("spec.x", "must be y"),))
    assert kube.requests.count(verb="create") == 1


@pytest.mark.parametrize("verb", ["create", "patch", "delete"])
def test_a_write_whose_answer_is_lost_is_done_once(kube: testing.Kube, pod: Make, verb: str) -> None:
    kube.faults.add(LoseReply(verb=verb, times=1))
    if verb == "create":
        started = run.launch(pod("true"), namespace="default", cluster=kube)
        assert started.wait(60).ok
        assert len(kube.list("Pod", namespace="default")) == 1
        assert kube.requests.count(verb="create", kind="Pod") == 1
    else:
        ref = Ref.of(kube.create(config_map("a")))
        if verb == "patch":
            assert kube.patch(ref, {"data": {"text": "1"}})["data"] == {"text": "1"}
        else:
            kube.delete(ref)
        assert kube.requests.count(verb=verb) == 2


def by_file(kube: testing.Kube, folder: Path) -> Body:
    """A kubeconfig whose user has a token file, as a service account has."""
    content: Body = yaml.safe_load(kube.kubeconfig.read_text())
    content["users"][0]["user"] = {"tokenFile": str(folder / "token")}
    return content


def by_plug_in(kube: testing.Kube, folder: Path) -> Body:
    """A kubeconfig whose user has a plug-in, as managed clusters have."""
    content: Body = yaml.safe_load(kube.kubeconfig.read_text())
    script = folder / "plug_in.py"
    answer = {"apiVersion": "client.authentication.k8s.io/v1", "kind": "ExecCredential", "status": {"token": "?"}}
    script.write_text(
        f"import json, pathlib\nanswer = {answer!r}\nanswer['status']['token'] = pathlib.Path({str(folder / 'token')!r}).read_text()\n"
        f"pathlib.Path({str(folder / 'asked')!r}).open('a').write('x')\nprint(json.dumps(answer))\n"
    )
    plug_in = {"apiVersion": answer["apiVersion"], "command": sys.executable, "args": [str(script)], "interactiveMode": "Never"}
    content["users"][0]["user"] = {"exec": plug_in}
    return content


def by_kubeconfig(kube: testing.Kube, folder: Path) -> Path:
    """The kubeconfig file itself, which holds the token."""
    return kube.kubeconfig


@pytest.mark.parametrize("source", [by_file, by_plug_in, by_kubeconfig], ids=lambda source: source.__name__)
def test_a_token_that_was_replaced_is_refused_once_and_then_read_anew(
    kube: testing.Kube, tmp_path: Path, source: Callable[[testing.Kube, Path], Any]
) -> None:
    def write_token() -> None:
        (tmp_path / "token").write_text(yaml.safe_load(kube.kubeconfig.read_text())["users"][0]["user"]["token"])

    write_token()
    with KubeCluster(source(kube, tmp_path)) as cluster:
        for round_ in range(3):
            kube.requests.clear()
            with ThreadPoolExecutor(4) as pool:
                assert [len(found) for found in pool.map(lambda _: cluster.list("Pod", namespace="default"), range(4))] == [0] * 4
            assert [seen.status for seen in kube.requests] == [200] * 4  # who is refused at the gate is in no record
            if source is by_plug_in:
                assert len((tmp_path / "asked").read_text()) == round_ + 1
            kube.rotate_token()
            write_token()
        cluster.list("Pod", namespace="default")
        kube.faults.add(Refuse(401))
        kube.requests.clear()
        with pytest.raises(UnauthorizedError):
            cluster.list("Pod", namespace="default")
        assert len(kube.requests) == 2
