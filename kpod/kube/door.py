"""The one door to the API server: a request of the official client's dynamic client, dicts in, bytes out.

`DynamicClient.request(…, serialize=False)` is the same in the official client 36 and 37, sends a dict as it is and makes no discovery call.
Here a request is tried again where that is safe, 401 is met once with fresh credentials, and every failure becomes one of `kpod.errors`.
A POST is repeated only after 429, which says that nothing was done; what a lost answer means is for `kpod.run` to find out.
"""

from __future__ import annotations

import logging
import os
import random
import threading
import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import attrs

from kpod import __version__
from kpod.cluster import Ref, ends_at
from kpod.errors import ApiError, ConfigError, NotFoundError, OverloadedError, UnauthorizedError, UnreachableError
from kpod.kube.answers import error_of
from kpod.kube.config import Source, import_client
from kpod.kube.streams import Stream
from kpod.kube.timed import keep_time

if TYPE_CHECKING:
    from kubernetes.client import ApiClient
    from kubernetes.dynamic import DynamicClient

log = logging.getLogger("kpod")

CONNECT_TIMEOUT = 5.0
READ_TIMEOUT = 30.0
TRIES = 4
FIRST_DELAY = 0.25
LONGEST_DELAY = 5.0
LONGEST_RETRY_AFTER = 30.0


@attrs.frozen
class Request:
    """One request.

    Attributes:
        method: `GET`, `POST`, `PATCH` or `DELETE`.
        path: below the server's address, quoted.
        query: the query's pairs.
        body: the JSON-able body, or None.
        content_type: of the body.
        verb: what a person calls it, for errors: `create`.
        ref: the object that it is about, for errors.
        repeatable: sending it twice does no harm, so it is sent again when no answer came.
        read_timeout: seconds of silence after which the connection counts as lost; None for no limit.
    """

    method: str
    path: str
    query: Sequence[tuple[str, str]] = ()
    body: Any = None
    content_type: str = "application/json"
    verb: str = ""
    ref: Ref | None = None
    repeatable: bool = False
    read_timeout: float | None = READ_TIMEOUT


class Door:
    """The connection to one server, shared by any number of threads.

    Args:
        source: where configuration and credentials come from; they are loaded on first use.
        sleep: waits between two tries.
    """

    def __init__(self, source: Source, *, sleep: Callable[[float], None] = time.sleep) -> None:
        self.source = source
        self._sleep = sleep
        self._lock = threading.Lock()
        self._dynamic: DynamicClient | None = None
        self._pid = os.getpid()

    def send(self, request: Request) -> bytes:
        """Send a request and return the answer's body. Raises ApiError, UnreachableError, ConfigError."""
        answer: bytes = self._try(request, lambda response: response.data)
        return answer

    def stream(self, request: Request) -> Stream:
        """Send a request and return the answer's body in pieces as they arrive. Raises ApiError, UnreachableError, ConfigError."""
        answer: Stream = self._try(request, lambda response: Stream(response, lambda error: self._known(error, request)))
        return answer

    def close(self) -> None:
        """Close the idle connections. The door may be used again."""
        with self._lock:
            dynamic, self._dynamic = self._dynamic, None
        if dynamic is not None:
            _close(dynamic)

    def _try(self, request: Request, finish: Callable[[Any], Any]) -> Any:
        tried, refreshed, lost = 0, False, False
        while True:
            dynamic = self._client()
            try:
                return self._once(dynamic, request, finish)
            except UnauthorizedError:
                if refreshed:
                    raise
                refreshed = True
                self._refresh(dynamic)
            except NotFoundError:
                if lost and request.method == "DELETE":
                    return b""  # the delete whose answer was lost had worked
                raise
            except (OverloadedError, UnreachableError) as error:
                tried, lost = tried + 1, True
                pause, left = _delay(error, tried), _left()
                if tried >= TRIES or not _may_repeat(error, request) or (left is not None and left <= pause):
                    raise
                self._sleep(pause)

    def _once(self, dynamic: DynamicClient, request: Request, finish: Callable[[Any], Any]) -> Any:
        connect_timeout, read_timeout = self._timeouts(request)
        try:
            response = dynamic.request(
                request.method,
                request.path,
                body=request.body,
                query_params=list(request.query),
                header_params={"Accept": "application/json, */*"},
                content_type=request.content_type,
                serialize=False,
                _request_timeout=(connect_timeout, read_timeout),
            )
            for warning in response.headers.getlist("Warning"):
                log.warning("%s: the server warns: %s", request.ref or request.verb, _warning_text(warning))
            return finish(response)
        except _expected_errors() as error:
            known = self._known(error, request)
            if known is None:
                raise
            # an answer is whole in our error; of a connection that was lost the cause is told
            raise known from (None if isinstance(known, ApiError) else error)
        except (AttributeError, ValueError) as error:
            refused = error.__context__  # client 36 decodes the text of a refusal, also where none came, or it is not UTF-8
            known = self._known(refused, request) if isinstance(refused, import_client().client.ApiException) else None
            if known is not None:
                raise known from None
            if isinstance(error, AttributeError):
                raise
            # nothing was sent; what it says may show a token
            raise ConfigError(
                f"{_what(request)}no request can be made with {self.source}: a credential has characters that no HTTP header may have"
            ) from None

    def _timeouts(self, request: Request) -> tuple[float, float | None]:
        """How long to connect and to bear silence. Raises UnreachableError where no time is left at all."""
        left = _left()
        if left is None:
            return CONNECT_TIMEOUT, request.read_timeout
        if left <= 0:
            raise UnreachableError(f"{_what(request)}there was no time left to ask\n{self._hint()}")
        return min(CONNECT_TIMEOUT, left), left if request.read_timeout is None else min(request.read_timeout, left)

    def _known(self, error: Any, request: Request) -> Exception | None:
        """Turn what the official client or its transport raises into one of ours; None for what is no answer and no lost connection."""
        from urllib3.exceptions import HTTPError

        client = import_client()
        if isinstance(error, client.client.ApiException) and error.status:
            return error_of(error.status, error.body, error.headers, verb=request.verb, ref=request.ref)
        if isinstance(error, client.config.ConfigException):
            return ConfigError(f"the credentials of {self.source} cannot be renewed: {error}")
        if isinstance(error, HTTPError) and isinstance(error, ValueError):
            return ConfigError(f"{_what(request)}the server's address in {self.source} cannot be used: {_short(error)}")
        if isinstance(error, ValueError | AttributeError):
            return None
        return UnreachableError(f"{_what(request)}{_describe(error)}\n{self._hint()}")

    def _hint(self) -> str:
        dynamic = self._dynamic
        host = getattr(getattr(dynamic, "configuration", None), "host", "")
        return f"the server is {host or 'unknown'} ({self.source}); is it up, and is this the cluster that you mean?"

    def _client(self) -> DynamicClient:
        if self._pid != os.getpid():  # a fork: its connections are its parent's, and its lock may be held by a thread that it has not
            self._lock, self._dynamic, self._pid = threading.Lock(), None, os.getpid()
        with self._lock:
            if self._dynamic is None:
                self._dynamic = _open(self.source)
            return self._dynamic

    def _refresh(self, refused: DynamicClient) -> None:
        """Load the credentials anew, unless another thread has done so meanwhile."""
        with self._lock:
            if self._dynamic is not refused:
                return
            self._dynamic = _open(self.source)
        _close(refused)


def _open(source: Source) -> DynamicClient:
    api: ApiClient = source.open()
    api.user_agent = f"kpod/{__version__}"
    keep_time(api.rest_client.pool_manager)
    from kubernetes.dynamic import DynamicClient  # source.open() has seen that it is installed

    return DynamicClient(api, discoverer=_no_discovery)


def _no_discovery(*_: Any) -> None:
    """Stand in for the dynamic client's discoverer, which would ask the server for all its kinds."""


def _close(dynamic: DynamicClient) -> None:
    dynamic.client.rest_client.pool_manager.clear()


def _expected_errors() -> tuple[type[BaseException], ...]:
    from urllib3.exceptions import HTTPError

    client = import_client()
    return (client.client.ApiException, client.config.ConfigException, HTTPError, OSError)


def _left() -> float | None:
    """Seconds that the caller has left; None where nobody counts them."""
    end = ends_at()
    return None if end is None else end - time.monotonic()


def _what(request: Request) -> str:
    what = " ".join(str(part) for part in (request.verb, request.ref) if part)
    return f"{what}: " if what else ""


def _may_repeat(error: ApiError | UnreachableError, request: Request) -> bool:
    if isinstance(error, ApiError) and error.status == 429:
        return True  # refused before anything was done
    return request.repeatable


def _delay(error: ApiError | UnreachableError, tried: int) -> float:
    longest = min(LONGEST_DELAY, FIRST_DELAY * 2 ** (tried - 1))
    wait = random.uniform(longest / 2, longest)
    asked = error.retry_after if isinstance(error, ApiError) else None
    return wait if asked is None else min(LONGEST_RETRY_AFTER, asked) + wait / 4


def _describe(error: BaseException) -> str:
    """Say in words what happened to the connection."""
    chain: list[BaseException] = []
    current: BaseException | None = error
    while current is not None and current not in chain:
        chain.append(current)
        current = current.__cause__ or current.__context__
    for link in chain:
        name = type(link).__name__
        if isinstance(link, ConnectionRefusedError):
            return "the connection was refused"
        if name in ("SSLError", "SSLCertVerificationError"):
            return f"the secure connection failed: {_short(link)}"
        if name == "NameResolutionError":
            return "the server's name is not known"
        if name == "ConnectTimeoutError":
            return "no connection in time"
        if name == "ReadTimeoutError":
            return "the server did not answer in time, or went silent"
        if isinstance(link, ConnectionError) or name in ("ProtocolError", "IncompleteRead"):
            return f"the connection broke ({_short(link)})"
    return f"the request failed: {_short(error)}"


def _short(error: BaseException) -> str:
    text = " ".join(str(error).split()) or type(error).__name__
    return text if len(text) <= 200 else text[:197] + "..."


def _warning_text(header: str) -> str:
    """Take the text out of a Warning header, as `299 - "text"`."""
    _, quote, rest = header.partition('"')
    return rest.removesuffix('"').replace('\\"', '"') if quote else header
