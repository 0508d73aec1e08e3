"""`Container`: one container of a Pod; an init container, a sidecar, or the typed rest of the main one.

Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#container-v1-core
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

import attrs

from kpod import merge, names
from kpod.api.late import Late
from kpod.specs import env, fields
from kpod.specs.config_map import ConfigMap
from kpod.specs.declared import Declared
from kpod.specs.env import EnvFrom, EnvFromLike, EnvsLike, EnvValue
from kpod.specs.frozen import FrozenDict, thaw
from kpod.specs.part import Model
from kpod.specs.probe import Lifecycle as LifecycleSpec
from kpod.specs.probe import LifecycleLike, Probe, ProbeLike
from kpod.specs.resources import Resources, ResourcesLike, resources
from kpod.specs.secret import Secret
from kpod.specs.security import Security, SecurityLike, security
from kpod.specs.volumes import Volume, VolumeLike
from kpod.specs.volumes import volumes as mounts

if TYPE_CHECKING:
    from typing import TypeAlias

    from kpod.api import core_v1
    from kpod.specs import dicts

    ContainerLike: TypeAlias = "Container | core_v1.Container | dicts.Container | Model"
else:
    core_v1, dicts = Late("kpod.api.core_v1"), Late("kpod.specs.dicts")
    ContainerLike = Any

Ports = FrozenDict[str, int | str] | tuple[int | str, ...]
PROTOCOLS = ("TCP", "UDP", "SCTP")
PULL_POLICIES = ("Always", "IfNotPresent", "Never")


def _image(value: str | None) -> str | None:
    return fields.optional_text(value, "image")


def _cmds(value: Sequence[str] | None) -> tuple[str, ...]:
    return fields.words(value, "cmds")


def _args(value: Sequence[str] | None) -> tuple[str, ...]:
    return fields.words(value, "args")


def _resources(value: ResourcesLike | None) -> Resources | None:
    return resources(value)


def _security(value: SecurityLike | None) -> Security | None:
    return security(value)


def _env_from(value: Sequence[EnvFromLike] | None) -> tuple[EnvFrom | FrozenDict[str, Any], ...]:
    return env.env_from(value, "env_from")


def _envs(value: EnvsLike | None) -> FrozenDict[str, EnvValue]:
    return env.envs(value, "envs")


def _secrets(value: Sequence[Secret] | None) -> tuple[Secret, ...]:
    return fields.instances(value or (), "secrets", Secret, 'write Secret.existing("name")')


def _volumes(value: Mapping[str, VolumeLike] | None) -> FrozenDict[str, Volume]:
    return mounts(value, "volumes")


def _name(value: str | None) -> str | None:
    return fields.optional_name(value, "name", "container")


def _liveness(value: ProbeLike | None) -> Any:
    return fields.part(value, "liveness", Probe.type_key)


def _readiness(value: ProbeLike | None) -> Any:
    return fields.part(value, "readiness", Probe.type_key)


def _startup(value: ProbeLike | None) -> Any:
    return fields.part(value, "startup", Probe.type_key)


def _lifecycle(value: LifecycleLike | None) -> Any:
    return fields.part(value, "lifecycle", LifecycleSpec.type_key)


def _base(value: core_v1.Container | dicts.Container | Model | None) -> FrozenDict[str, Any] | None:
    found: FrozenDict[str, Any] | None = fields.part(value, "base", Container.type_key)
    return found


def _ports(value: Mapping[str, int | str] | Sequence[int | str] | None) -> Ports:
    ports: Ports = FrozenDict(value) if isinstance(value, Mapping) else fields.sequence(value or (), "ports")
    for name, port in _named(ports):
        if fields.is_template(port):
            continue
        number, protocol = _port(port)
        if not 1 <= number <= 65535 or protocol not in (None, *PROTOCOLS):
            fix = 'ports are numbers from 1 to 65535, or "53/UDP"'
            fields.refuse(f"ports[{name or port}]", f"{fields.shown(port)} is no port", fix, "port")
        wrong = names.wrong_port_name(name) if name is not None and not fields.is_template(name) else None
        if wrong:
            fields.refuse(f"ports[{name}]", *wrong, "name")
    return ports


def _port(port: Any) -> tuple[int, str | None]:
    """Split `"53/UDP"` into its number and its protocol; 0 where it is no port."""
    if isinstance(port, int) and not isinstance(port, bool):
        return port, None
    number, slash, protocol = port.partition("/") if isinstance(port, str) else ("", "", "")
    return (int(number), protocol) if slash and number.isascii() and number.isdecimal() else (0, None)


def _port_body(name: str | None, port: int | str) -> dict[str, Any]:
    number, protocol = (port, None) if fields.is_template(port) else _port(port)
    return {"containerPort": number} | ({"name": name} if name else {}) | ({"protocol": protocol} if protocol else {})


def _named(ports: Ports) -> list[tuple[str | None, int | str]]:
    return list(ports.items()) if isinstance(ports, FrozenDict) else [(None, port) for port in ports]


@attrs.frozen
class Container:
    """One container.

    Nothing has a default that is sent: what is not given is left to the image and the server.

    Attributes:
        image: the image. Only as `main=` of a Pod it may be left out, since the Pod names it.
        cmds: the command, in place of the image's entrypoint: Kubernetes' `command`.
        args: its arguments, in place of the image's.
        envs: variables: text, a key of a Secret (`db["PASSWORD"]`), or an `Env`.
        secrets: Secrets all of whose keys become variables.
        name: what it is called. None: `main`, or `init-1`, `sidecar-1`, … by its place.
        volumes: absolute paths to volumes, or to Secrets.
        resources: what it asks for and may use.
        security: as whom it runs; over what the Pod says for all.
        ports: numbers, or names to numbers; `"53/UDP"` where the protocol is to be sent. The server's default is TCP.
        pull_policy: `Always`, `IfNotPresent` or `Never`.
        working_dir: where it starts.
        liveness: when to restart it: a `Probe`, as `Probe.http(8080, "/healthz")`, an API object or a dict; so are the next two.
        readiness: when it is ready.
        startup: when it has started.
        lifecycle: what happens after its start and before its end: `Lifecycle(pre_stop=Hook.sleep(5))`, an API object or a dict.
        env_from: what else gives all its keys as variables: ConfigMaps, Secrets, or `EnvFrom(db, prefix="DB_")`.
        base: a dict, API object or `V1Container`, merged under all this by Kubernetes' strategic merge.
    """

    type_key: ClassVar[str] = "core_v1.Container"

    image: str | None = attrs.field(default=None, converter=_image)
    cmds: tuple[str, ...] = attrs.field(default=(), converter=_cmds)
    args: tuple[str, ...] = attrs.field(default=(), converter=_args)
    envs: FrozenDict[str, EnvValue] = attrs.field(default=None, converter=_envs)
    secrets: tuple[Secret, ...] = attrs.field(default=(), converter=_secrets)
    name: str | None = attrs.field(default=None, converter=_name, kw_only=True)
    volumes: FrozenDict[str, Volume] = attrs.field(default=None, converter=_volumes, kw_only=True)
    resources: Resources | None = attrs.field(default=None, converter=_resources, kw_only=True)
    security: Security | None = attrs.field(default=None, converter=_security, kw_only=True)
    ports: Ports = attrs.field(default=None, converter=_ports, kw_only=True)
    pull_policy: str | None = attrs.field(default=None, kw_only=True)
    working_dir: str | None = attrs.field(default=None, kw_only=True)
    liveness: Any = attrs.field(default=None, converter=_liveness, kw_only=True)
    readiness: Any = attrs.field(default=None, converter=_readiness, kw_only=True)
    startup: Any = attrs.field(default=None, converter=_startup, kw_only=True)
    lifecycle: Any = attrs.field(default=None, converter=_lifecycle, kw_only=True)
    env_from: tuple[EnvFrom | FrozenDict[str, Any], ...] = attrs.field(default=(), converter=_env_from, kw_only=True)
    base: FrozenDict[str, Any] | None = attrs.field(default=None, converter=_base, kw_only=True)

    def __attrs_post_init__(self) -> None:
        fields.optional_text(self.working_dir, "working_dir")
        policy = self.pull_policy
        if policy is not None and policy not in PULL_POLICIES and not fields.is_template(policy):
            fields.refuse("pull_policy", f"{fields.shown(policy)} is no pull policy", f"write one of {', '.join(PULL_POLICIES)}", "enum")

    def but(self, **changes: Any) -> Container:
        """Return a copy with other values."""
        return attrs.evolve(self, **changes)

    def to_body(self, declared: Declared, *, name: str, around: Security | None = None) -> dict[str, Any]:
        """Return the body of the container.

        Args:
            declared: the volumes of its Pod, which learn of its own.
            name: what it is called if it does not say.
            around: what the Pod says about security, for the part that only containers can say.
        """
        secured = around.container_body() if around is not None and self.security is None else {}
        body: dict[str, Any] = {
            "name": self.name or (self.base and self.base.get("name")) or name,
            "image": self.image,
            "command": list(self.cmds),
            "args": list(self.args),
            "env": env.body(self.envs),
            "envFrom": [{"secretRef": {"name": secret.name}} for secret in self.secrets] + [_body(each) for each in self.env_from],
            "workingDir": self.working_dir,
            "imagePullPolicy": self.pull_policy,
            "ports": [_port_body(name, port) for name, port in _named(self.ports)],
            "resources": self.resources.to_body() if self.resources else {},
            "securityContext": self.security.whole_body() if self.security else secured,
            "volumeMounts": declared.mounts(self.volumes.items()),
            "livenessProbe": thaw(self.liveness),
            "readinessProbe": thaw(self.readiness),
            "startupProbe": thaw(self.startup),
            "lifecycle": thaw(self.lifecycle),
        }
        given = {key: value for key, value in body.items() if value not in (None, [], {})}
        return given if self.base is None else merge.strategic(thaw(self.base), given, type=self.type_key)

    def used(self) -> Iterator[Secret | ConfigMap]:
        """Yield every Secret and ConfigMap that it reads."""
        yield from self.secrets
        yield from env.used(self.envs, self.env_from)
        for volume in self.volumes.values():
            yield from volume.shows


def _body(source: EnvFrom | FrozenDict[str, Any]) -> dict[str, Any]:
    body: dict[str, Any] = source.to_body() if isinstance(source, EnvFrom) else thaw(source)
    return body


def containers(value: Sequence[ContainerLike] | None, path: str) -> tuple[Container, ...]:
    """Take containers, or what may be the base of one."""
    if fields.is_part(value):
        fields.refuse(path, "one Container stands here instead of a list", "write [Container(…)]")
    fix = 'write Container("image:1", cmds=[…])'
    return tuple(container(item, f"{path}[{index}]", fix) for index, item in enumerate(fields.sequence(value or (), path)))


def container(value: Any, path: str, fix: str) -> Container:
    """Take a container, or what may be the base of one."""
    if isinstance(value, Container) or not fields.is_part(value):
        return fields.instance(value, path, Container, fix)
    return Container(base=fields.part(value, path, Container.type_key, fix))
