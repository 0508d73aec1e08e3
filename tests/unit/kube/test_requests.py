"""The conversation with a server that refuses, hangs up, limits and warns: a real one on the loopback address, with a script."""

from __future__ import annotations

import json
import logging
import os
import signal
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from kpod import errors
from kpod.cluster import Ref
from kpod.kube import KubeCluster
from kpod.kube.answers import error_of

PODS = {"kind": "PodList", "apiVersion": "v1", "metadata": {"resourceVersion": "7"}, "items": []}
POD = {"kind": "Pod", "apiVersion": "v1", "metadata": {"name": "a", "namespace": "n", "uid": "u"}}


def status(code: int, reason: str, **details: Any) -> dict[str, Any]:
    return {"kind": "Status", "code": code, "reason": reason, "message": f"says {reason}", "details": details}


class Scripted:
    """A server that gives its answers in their order: `(code, body, headers)`, or None to hang up."""

    def __init__(self) -> None:
        self.answers: list[Any] = []
        self.asked: list[tuple[str, str, str | None, Any]] = []
        scripted = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def log_message(self, format: str, *args: Any) -> None:
                """Say nothing."""

            def _serve(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                scripted.asked.append((self.command, self.path, self.headers.get("Authorization"), json.loads(body) if body else None))
                answer = scripted.answers.pop(0)
                self.close_connection = True
                if answer is None:
                    return
                code, content, headers = answer
                data = content if isinstance(content, bytes) else json.dumps(content).encode()
                self.send_response(code)
                for key, value in headers:
                    self.send_header(key, value)
                self.send_header("Content-Length", str(len(data)))
                self.send_header("Connection", "close")
                self.end_headers()
                self.wfile.write(data)

            do_GET = do_POST = do_PATCH = do_DELETE = _serve  # noqa: N815

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)

    def answer(self, code: int, content: Any, *headers: tuple[str, str]) -> None:
        self.answers.append((code, content, headers))


@pytest.fixture
def server() -> Iterator[Scripted]:
    scripted = Scripted()
    thread = threading.Thread(target=scripted.server.serve_forever, args=(0.01,))
    thread.start()
    yield scripted
    scripted.server.shutdown()
    scripted.server.server_close()
    thread.join()


@pytest.fixture
def slept() -> list[float]:
    return []


@pytest.fixture
def cluster(server: Scripted, slept: list[float]) -> Iterator[KubeCluster]:
    kubeconfig = {
        "clusters": [{"name": "c", "cluster": {"server": f"http://127.0.0.1:{server.server.server_port}"}}],
        "users": [{"name": "u", "user": {"token": "canary-token"}}],
        "contexts": [{"name": "x", "context": {"cluster": "c", "user": "u", "namespace": "n"}}],
        "current-context": "x",
    }
    with KubeCluster(kubeconfig, sleep=slept.append) as connected:
        yield connected


@pytest.mark.parametrize(
    ("code", "reason", "kind"),
    [
        (400, "BadRequest", errors.InvalidError),
        (403, "Forbidden", errors.ForbiddenError),
        (404, "NotFound", errors.NotFoundError),
        (409, "AlreadyExists", errors.AlreadyExistsError),
        (409, "Conflict", errors.ConflictError),
        (410, "Expired", errors.ExpiredError),
        (413, "RequestEntityTooLarge", errors.InvalidError),
        (422, "Invalid", errors.InvalidError),
        (418, "Teapot", errors.ApiError),
    ],
)
def test_what_will_not_change_is_asked_once_and_has_its_class(
    server: Scripted, cluster: KubeCluster, slept: list[float], code: int, reason: str, kind: type[errors.ApiError]
) -> None:
    server.answer(code, status(code, reason))
    with pytest.raises(kind, match=f"says {reason}") as caught:
        cluster.get(Ref("Pod", "a", "n"))
    assert type(caught.value) is kind
    assert str(caught.value).startswith("get Pod n/a: ")
    assert (caught.value.status, caught.value.reason) == (code, reason)
    assert len(server.asked) == 1
    assert slept == []


@pytest.mark.parametrize("code", [429, 500, 502, 503, 504])
def test_a_read_is_tried_four_times_with_growing_pauses(server: Scripted, cluster: KubeCluster, slept: list[float], code: int) -> None:
    for _ in range(4):
        server.answer(code, status(code, "Busy"))
    with pytest.raises(errors.OverloadedError):
        cluster.list("Pod", namespace="n")
    assert len(server.asked) == 4
    assert len(slept) == 3
    assert 0.1 < slept[0] < slept[1] < slept[2] <= 5


def test_the_servers_own_pause_is_kept(server: Scripted, cluster: KubeCluster, slept: list[float]) -> None:
    server.answer(429, status(429, "TooManyRequests"), ("Retry-After", "3"))
    server.answer(500, status(500, "Busy", retryAfterSeconds=2))
    server.answer(200, PODS)
    assert cluster.list("Pod", namespace="n").resource_version == "7"
    assert 3 <= slept[0] < 4
    assert 2 <= slept[1] < 3


def test_a_create_is_repeated_after_429_only(server: Scripted, cluster: KubeCluster) -> None:
    server.answer(429, status(429, "TooManyRequests"))
    server.answer(201, POD)
    assert cluster.create(POD)["metadata"]["uid"] == "u"
    server.answer(500, status(500, "Busy"))
    with pytest.raises(errors.OverloadedError):
        cluster.create(POD)
    server.answers.append(None)
    with pytest.raises(errors.UnreachableError, match="the connection broke"):
        cluster.create(POD)
    assert len(server.asked) == 4
    assert "fieldValidation=Strict" in server.asked[0][1]


def test_a_read_whose_connection_broke_is_repeated(server: Scripted, cluster: KubeCluster) -> None:
    server.answers.append(None)
    server.answer(200, POD)
    assert cluster.get(Ref("Pod", "a", "n"))["metadata"]["uid"] == "u"


def test_a_delete_whose_answer_was_lost_has_worked_when_the_object_is_gone(server: Scripted, cluster: KubeCluster) -> None:
    server.answers.append(None)
    server.answer(404, status(404, "NotFound"))
    cluster.delete(Ref("Pod", "a", "n", uid="u"), grace=3)
    assert server.asked[0][3] == {
        "kind": "DeleteOptions",
        "apiVersion": "v1",
        "propagationPolicy": "Background",
        "preconditions": {"uid": "u"},
        "gracePeriodSeconds": 3,
    }
    server.answer(404, status(404, "NotFound"))
    with pytest.raises(errors.NotFoundError):
        cluster.delete(Ref("Pod", "a", "n"))


def test_401_is_met_once_with_fresh_credentials(server: Scripted, cluster: KubeCluster) -> None:
    server.answer(401, status(401, "Unauthorized"))
    server.answer(200, POD)
    cluster.get(Ref("Pod", "a", "n"))
    server.answer(401, status(401, "Unauthorized"))
    server.answer(401, status(401, "Unauthorized"))
    with pytest.raises(errors.UnauthorizedError, match="log in again") as caught:
        cluster.get(Ref("Pod", "a", "n"))
    assert "canary" not in str(caught.value)
    assert [asked[2] for asked in server.asked] == ["Bearer canary-token"] * 4


def test_the_servers_warnings_are_logged(server: Scripted, cluster: KubeCluster, caplog: pytest.LogCaptureFixture) -> None:
    server.answer(201, POD, ("Warning", '299 - "unknown field \\"spec.a\\""'), ("Warning", '299 - "deprecated"'))
    with caplog.at_level(logging.WARNING, logger="kpod"):
        cluster.create(POD)
    assert caplog.messages == ['Pod n/a: the server warns: unknown field "spec.a"', "Pod n/a: the server warns: deprecated"]


@pytest.mark.parametrize(("code", "kind"), [(410, errors.ExpiredError), (500, errors.OverloadedError), (403, errors.ForbiddenError)])
def test_an_error_inside_a_watch_is_raised_as_its_class(
    server: Scripted, cluster: KubeCluster, code: int, kind: type[errors.ApiError]
) -> None:
    lines = [{"type": "ADDED", "object": {**POD, "metadata": {**POD["metadata"], "resourceVersion": "8"}}}]
    lines += [{"type": "BOOKMARK", "object": {"kind": "Pod", "metadata": {"resourceVersion": "9"}}}]
    lines += [{"type": "ERROR", "object": status(code, "Reason")}]
    server.answer(200, b"".join(json.dumps(line).encode() + b"\n" for line in lines))
    seen = cluster.watch("Pod", since="7", namespace="n")
    assert [(event.type, event.resource_version) for event in (next(seen), next(seen))] == [("ADDED", "8"), ("BOOKMARK", "9")]
    with pytest.raises(kind):
        next(seen)
    with pytest.raises(StopIteration):
        next(seen)
    assert "allowWatchBookmarks=true" in server.asked[0][1]
    assert "resourceVersion=7" in server.asked[0][1]


def test_a_page_of_a_proxy_is_an_error_like_any_other() -> None:
    found = error_of(502, b"<html>\n<body>Bad   Gateway</body></html>", verb="get", ref=Ref("Pod", "a", "n"))
    assert isinstance(found, errors.OverloadedError)
    assert str(found) == "get Pod n/a: <html> <body>Bad Gateway</body></html> (502)"


def test_all_causes_are_told() -> None:
    causes = [{"field": f"spec.f{number}", "message": "wrong"} for number in range(30)]
    found = error_of(422, json.dumps(status(422, "Invalid", causes=causes)))
    assert len(found.causes) == 30
    assert len(str(found).splitlines()) <= 20


def test_an_unknown_kind_is_named_with_those_that_are_known(cluster: KubeCluster) -> None:
    with pytest.raises(errors.SpecError, match="kpod knows no kind 'Pot'"):
        cluster.list("Pot")


def test_a_proxy_of_the_environment_is_not_asked_for_a_server_on_this_machine(
    server: Scripted, cluster: KubeCluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    server.answer(200, POD)
    assert cluster.get(Ref("Pod", "a", "n"))["metadata"]["uid"] == "u"


def test_the_process_global_configuration_stays_as_it_was(server: Scripted, cluster: KubeCluster) -> None:
    from kubernetes.client import Configuration

    before = Configuration.get_default_copy().host
    server.answer(200, POD)
    cluster.get(Ref("Pod", "a", "n"))
    assert Configuration.get_default_copy().host == before


def test_lines_are_whole_however_the_pieces_are_cut() -> None:
    from kpod.kube.streams import Lines

    text = "".join(f"zeile {number} ä€😀\n" for number in range(20)).encode()
    for size in range(1, 40):
        pieces: Any = iter([text[at : at + size] for at in range(0, len(text), size)])
        assert [line.decode() for line in Lines(pieces)] == [f"zeile {number} ä€😀" for number in range(20)]


def test_a_last_line_without_its_end_is_a_line() -> None:
    from kpod.kube.streams import Lines

    pieces: Any = iter([b"a\n\nb"])
    make: Callable[[Any], Any] = Lines
    assert list(make(pieces)) == [b"a", b"b"]


@pytest.mark.parametrize("page", [b"<html>please log in</html>", b'{"kind": "PodList", "items": [', b'"text"'])
def test_an_answer_that_is_none_of_a_kubernetes_api_is_said_to_be_so(server: Scripted, cluster: KubeCluster, page: bytes) -> None:
    asks: list[Callable[[], object]] = [
        lambda: cluster.list("Pod", namespace="n"),
        lambda: cluster.get(Ref("Pod", "a", "n")),
        lambda: next(cluster.watch("Pod", since="7", namespace="n")),
    ]
    for ask, content in zip(asks, (page, page, page + b"\n"), strict=True):
        server.answer(200, content)
        with pytest.raises(errors.UnreachableError, match="the answer is none of a Kubernetes API"):
            ask()


def test_a_watch_that_ends_in_the_middle_of_an_event_ends(server: Scripted, cluster: KubeCluster) -> None:
    event = json.dumps({"type": "ADDED", "object": {**POD, "metadata": {**POD["metadata"], "resourceVersion": "8"}}}).encode()
    server.answer(200, event + b"\n" + event[:40])
    assert [seen.resource_version for seen in cluster.watch("Pod", since="7", namespace="n")] == ["8"]


@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
def test_a_forked_child_does_not_wait_for_a_lock_that_nobody_holds_there(server: Scripted, cluster: KubeCluster) -> None:
    server.answer(200, POD)
    with cluster._door._lock:  # as a thread that is just opening the door
        child = os.fork()
        if child == 0:
            signal.alarm(20)
            try:
                os._exit(0 if cluster.get(Ref("Pod", "a", "n"))["metadata"]["uid"] == "u" else 1)
            finally:
                os._exit(2)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def test_a_secure_connection_that_fails_is_told_as_that(server: Scripted) -> None:
    kubeconfig = {
        "clusters": [{"name": "c", "cluster": {"server": f"https://127.0.0.1:{server.server.server_port}"}}],
        "users": [{"name": "u", "user": {"token": "canary-token"}}],
        "contexts": [{"name": "x", "context": {"cluster": "c", "user": "u", "namespace": "n"}}],
        "current-context": "x",
    }
    with KubeCluster(kubeconfig, sleep=lambda pause: None) as cluster, pytest.raises(errors.UnreachableError) as error:
        cluster.get(Ref("Pod", "a", "n"))
    assert "the secure connection failed: " in str(error.value)


def test_a_refusal_that_is_no_text_is_an_error_like_any_other(server: Scripted, cluster: KubeCluster) -> None:
    server.answer(403, b"<html>interdit: \xe9t\xe9</html>")
    with pytest.raises(errors.ForbiddenError, match="403"):
        cluster.get(Ref("Pod", "a", "n"))
