"""`Probe`, `Hook` and `Lifecycle`: what the node asks a container while it runs, and what it does after its start and before its end.

Source: https://kubernetes.io/docs/concepts/workloads/pods/probes/ and
https://kubernetes.io/docs/concepts/containers/container-lifecycle-hooks/
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, Any, ClassVar

import attrs

from kpod.api.late import Late
from kpod.specs import fields
from kpod.specs.frozen import FrozenDict, freeze, thaw
from kpod.specs.part import Model

if TYPE_CHECKING:
    from typing import TypeAlias

    from kpod.api import core_v1
    from kpod.specs import dicts

    ProbeLike: TypeAlias = "Probe | core_v1.Probe | dicts.Probe | Model"
    LifecycleLike: TypeAlias = "Lifecycle | core_v1.Lifecycle | dicts.Lifecycle | Model"
    HookLike: TypeAlias = "Hook | core_v1.LifecycleHandler | dicts.LifecycleHandler | Model"
else:
    core_v1, dicts = Late("kpod.api.core_v1"), Late("kpod.specs.dicts")
    ProbeLike = LifecycleLike = HookLike = Any

Seconds = timedelta | float
_HOW = "use Probe.http, Probe.tcp, Probe.exec or Probe.grpc"


def _handler(value: Mapping[str, Any]) -> FrozenDict[str, Any]:
    if not isinstance(value, Mapping) or len(value) != 1:
        fields.refuse("", f"{fields.shown(value)} does nothing", _HOW)
    frozen: FrozenDict[str, Any] = freeze(dict(value))
    return frozen


def _delay(value: Seconds | None) -> int | None:
    return fields.seconds(value, "probe.delay")


def _every(value: Seconds | None) -> int | None:
    return fields.seconds(value, "probe.every", 1)


def _timeout(value: Seconds | None) -> int | None:
    return fields.seconds(value, "probe.timeout", 1)


def _failures(value: int | None) -> int | None:
    return fields.whole(value, "probe.failures", 1)


def _successes(value: int | None) -> int | None:
    return fields.whole(value, "probe.successes", 1)


def _port(value: int | str, place: str) -> int | str:
    if isinstance(value, bool) or not isinstance(value, int | str):
        fields.refuse(place, f"{fields.shown(value)} is no port", "write a number, or the name of one of the container's ports")
    if isinstance(value, int) and not 1 <= value <= 65535:
        fields.refuse(place, f"{value} is no port", "ports are numbers from 1 to 65535", "port")
    if isinstance(value, str) and value.isdigit():
        fields.refuse(place, f"{fields.shown(value)} is text, and would be the name of a port", f"write {value}")
    return value


def _numeric(port: Any) -> None:
    if isinstance(port, str) and not fields.is_template(port):
        fields.refuse("probe.grpc", f"{fields.shown(port)} is no number", "write the port's number")


def _http(port: int | str, path: str | None, https: bool, headers: Mapping[str, str] | None, place: str) -> dict[str, Any]:
    get: dict[str, Any] = {"port": _port(port, place)}
    if path is not None:
        get["path"] = fields.text(path, f"{place}.path")
    if https:
        get["scheme"] = "HTTPS"
    if headers:
        get["httpHeaders"] = [{"name": name, "value": value} for name, value in fields.texts(headers, f"{place}.headers").items()]
    return {"httpGet": get}


@attrs.frozen(kw_only=True)
class Probe:
    """A question to a container: `Container(readiness=Probe.http(8080, "/healthz"))`. Nothing is sent that was not written.

    >>> Probe.tcp(5432, every=5, failures=12).to_body()
    {'tcpSocket': {'port': 5432}, 'periodSeconds': 5, 'failureThreshold': 12}

    Attributes:
        how: what is asked, as the body says it: `{"tcpSocket": {"port": 5432}}`.
        delay: seconds from the container's start to the first question; the server's default is 0.
        every: seconds between two questions; the server's default is 10.
        timeout: seconds in which the answer must come; the server's default is 1.
        failures: bad answers in a row that count; the server's default is 3.
        successes: good answers in a row that count; the server's default is 1, and only readiness takes another.
    """

    type_key: ClassVar[str] = "core_v1.Probe"

    how: FrozenDict[str, Any] = attrs.field(converter=_handler)
    delay: int | None = attrs.field(default=None, converter=_delay)
    every: int | None = attrs.field(default=None, converter=_every)
    timeout: int | None = attrs.field(default=None, converter=_timeout)
    failures: int | None = attrs.field(default=None, converter=_failures)
    successes: int | None = attrs.field(default=None, converter=_successes)

    @classmethod
    def http(
        cls,
        port: int | str,
        path: str | None = None,
        *,
        https: bool = False,
        headers: Mapping[str, str] | None = None,
        delay: Seconds | None = None,
        every: Seconds | None = None,
        timeout: Seconds | None = None,
        failures: int | None = None,
        successes: int | None = None,
    ) -> Probe:
        """Ask by HTTP: any answer from 200 to 399 is good.

        Args:
            port: a number, or the name of one of the container's ports.
            path: what is asked for; the server's default is `/`.
            https: ask by HTTPS; the certificate is not checked.
            headers: sent with it.
            delay: this and the others as of `Probe`.
        """
        how = _http(port, path, https, headers, "probe.http")
        return cls(how=how, delay=delay, every=every, timeout=timeout, failures=failures, successes=successes)

    @classmethod
    def tcp(
        cls,
        port: int | str,
        *,
        delay: Seconds | None = None,
        every: Seconds | None = None,
        timeout: Seconds | None = None,
        failures: int | None = None,
        successes: int | None = None,
    ) -> Probe:
        """Open a connection: that it opens is good."""
        how = {"tcpSocket": {"port": _port(port, "probe.tcp")}}
        return cls(how=how, delay=delay, every=every, timeout=timeout, failures=failures, successes=successes)

    @classmethod
    def exec(
        cls,
        cmds: Sequence[str],
        *,
        delay: Seconds | None = None,
        every: Seconds | None = None,
        timeout: Seconds | None = None,
        failures: int | None = None,
        successes: int | None = None,
    ) -> Probe:
        """Run a command in the container: exit code 0 is good."""
        how = {"exec": {"command": list(fields.words(cmds, "probe.exec"))}}
        return cls(how=how, delay=delay, every=every, timeout=timeout, failures=failures, successes=successes)

    @classmethod
    def grpc(
        cls,
        port: int,
        service: str | None = None,
        *,
        delay: Seconds | None = None,
        every: Seconds | None = None,
        timeout: Seconds | None = None,
        failures: int | None = None,
        successes: int | None = None,
    ) -> Probe:
        """Ask by gRPC's health protocol.

        Args:
            port: a number, as gRPC's probe takes no name.
            service: the name that is asked about; the server's default is the whole of it.
            delay: this and the others as of `Probe`.
        """
        _numeric(port)
        how = {"grpc": {"port": _port(port, "probe.grpc")} | ({"service": service} if service is not None else {})}
        return cls(how=how, delay=delay, every=every, timeout=timeout, failures=failures, successes=successes)

    def to_body(self) -> dict[str, Any]:
        """Return the body of the probe."""
        times = {
            "initialDelaySeconds": self.delay,
            "periodSeconds": self.every,
            "timeoutSeconds": self.timeout,
            "failureThreshold": self.failures,
            "successThreshold": self.successes,
        }
        return {**thaw(self.how), **{key: value for key, value in times.items() if value is not None}}


@attrs.frozen
class Hook:
    """Something done in a container after its start or before its end. Nothing is sent that was not written.

    Attributes:
        how: what is done, as the body says it: `{"sleep": {"seconds": 5}}`.
    """

    type_key: ClassVar[str] = "core_v1.LifecycleHandler"

    how: FrozenDict[str, Any] = attrs.field(converter=_handler)

    @classmethod
    def exec(cls, cmds: Sequence[str]) -> Hook:
        """Run a command in the container."""
        return cls({"exec": {"command": list(fields.words(cmds, "hook.exec"))}})

    @classmethod
    def http(cls, port: int | str, path: str | None = None, *, https: bool = False, headers: Mapping[str, str] | None = None) -> Hook:
        """Send a GET request to the container; `path`, `https` and `headers` are as of `Probe.http`."""
        return cls(_http(port, path, https, headers, "hook.http"))

    @classmethod
    def sleep(cls, delay: Seconds) -> Hook:
        """Wait, as before an end, so that a load balancer learns of it (needs Kubernetes 1.30, where it is on by default)."""
        return cls({"sleep": {"seconds": fields.seconds(delay, "hook.sleep")}})

    def to_body(self) -> dict[str, Any]:
        """Return the body of the hook."""
        body: dict[str, Any] = thaw(self.how)
        return body


def _post_start(value: HookLike | None) -> Any:
    return fields.part(value, "lifecycle.post_start", Hook.type_key)


def _pre_stop(value: HookLike | None) -> Any:
    return fields.part(value, "lifecycle.pre_stop", Hook.type_key)


@attrs.frozen(kw_only=True)
class Lifecycle:
    """What happens after a container's start and before its end: `Lifecycle(pre_stop=Hook.sleep(5))`. Nothing else is sent.

    Attributes:
        post_start: a `Hook` right after the start; until it has ended the container is not running, and its failure kills it.
        pre_stop: a `Hook` before SIGTERM, within the grace time.
        stop_signal: another signal than the image's, as `SIGUSR1` (needs Kubernetes 1.33, where it is switched on).
    """

    type_key: ClassVar[str] = "core_v1.Lifecycle"

    post_start: Any = attrs.field(default=None, converter=_post_start)
    pre_stop: Any = attrs.field(default=None, converter=_pre_stop)
    stop_signal: str | None = None

    def __attrs_post_init__(self) -> None:
        fields.optional_text(self.stop_signal, "lifecycle.stop_signal")

    def to_body(self) -> dict[str, Any]:
        """Return the body of the lifecycle."""
        body = {"postStart": thaw(self.post_start), "preStop": thaw(self.pre_stop), "stopSignal": self.stop_signal}
        return {key: value for key, value in body.items() if value is not None}
