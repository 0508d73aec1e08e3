"""`Container`: one container of a Pod; an init container, a sidecar, or the typed rest of the main one.

Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#container-v1-core
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import attrs

from kpod import names
from kpod.specs import env, fields
from kpod.specs.env import EnvValue
from kpod.specs.frozen import FrozenDict, thaw
from kpod.specs.resources import Resources
from kpod.specs.secret import Secret
from kpod.specs.security import Security
from kpod.specs.volumes import Declared, Volume
from kpod.specs.volumes import volumes as mounts

if TYPE_CHECKING:
    from kpod.api.core_v1 import Lifecycle as ApiLifecycle
    from kpod.api.core_v1 import Probe as ApiProbe

Ports = FrozenDict[str, int] | tuple[int, ...]
PULL_POLICIES = ("Always", "IfNotPresent", "Never")


def _image(value: str | None) -> str | None:
    return fields.optional_text(value, "image")


def _cmds(value: Sequence[str] | None) -> tuple[str, ...]:
    return fields.words(value, "cmds")


def _args(value: Sequence[str] | None) -> tuple[str, ...]:
    return fields.words(value, "args")


def _envs(value: Mapping[str, EnvValue] | None) -> FrozenDict[str, EnvValue]:
    return env.envs(value, "envs")


def _secrets(value: Sequence[Secret] | None) -> tuple[Secret, ...]:
    return fields.instances(value or (), "secrets", Secret, 'write Secret.existing("name")')


def _volumes(value: Mapping[str, Volume | Secret] | None) -> FrozenDict[str, Volume]:
    return mounts(value, "volumes")


def _name(value: str | None) -> str | None:
    return fields.optional_name(value, "name", "container")


def _ports(value: Mapping[str, int] | Sequence[int] | None) -> Ports:
    ports: Ports = FrozenDict(value) if isinstance(value, Mapping) else fields.sequence(value or (), "ports")
    for name, port in _named(ports):
        if not isinstance(port, int) or isinstance(port, bool) or not 1 <= port <= 65535:
            fields.refuse(f"ports[{name or port}]", f"{fields.shown(port)} is no port", "ports are numbers from 1 to 65535", "port")
        wrong = names.wrong_port_name(name) if name is not None and not fields.is_template(name) else None
        if wrong:
            fields.refuse(f"ports[{name}]", *wrong, "name")
    return ports


def _named(ports: Ports) -> list[tuple[str | None, int]]:
    return list(ports.items()) if isinstance(ports, FrozenDict) else [(None, port) for port in ports]


def _probe(value: ApiProbe | Mapping[str, Any] | None) -> Any:
    return fields.part(value, "probe")


def _lifecycle(value: ApiLifecycle | Mapping[str, Any] | None) -> Any:
    return fields.part(value, "lifecycle")


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
        ports: numbers, or names to numbers.
        pull_policy: `Always`, `IfNotPresent` or `Never`.
        working_dir: where it starts.
        liveness: when to restart it: a `core_v1.Probe` or a dict; so are the next two.
        readiness: when it is ready.
        startup: when it has started.
        lifecycle: what happens after its start and before its end: a `core_v1.Lifecycle` or a dict.
    """

    image: str | None = attrs.field(default=None, converter=_image)
    cmds: tuple[str, ...] = attrs.field(default=(), converter=_cmds)
    args: tuple[str, ...] = attrs.field(default=(), converter=_args)
    envs: FrozenDict[str, EnvValue] = attrs.field(default=None, converter=_envs)
    secrets: tuple[Secret, ...] = attrs.field(default=(), converter=_secrets)
    name: str | None = attrs.field(default=None, converter=_name, kw_only=True)
    volumes: FrozenDict[str, Volume] = attrs.field(default=None, converter=_volumes, kw_only=True)
    resources: Resources | None = attrs.field(default=None, kw_only=True)
    security: Security | None = attrs.field(default=None, kw_only=True)
    ports: Ports = attrs.field(default=None, converter=_ports, kw_only=True)
    pull_policy: str | None = attrs.field(default=None, kw_only=True)
    working_dir: str | None = attrs.field(default=None, kw_only=True)
    liveness: Any = attrs.field(default=None, converter=_probe, kw_only=True)
    readiness: Any = attrs.field(default=None, converter=_probe, kw_only=True)
    startup: Any = attrs.field(default=None, converter=_probe, kw_only=True)
    lifecycle: Any = attrs.field(default=None, converter=_lifecycle, kw_only=True)

    def __attrs_post_init__(self) -> None:
        check_parts(self.resources, self.security)
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
            "name": self.name or name,
            "image": self.image,
            "command": list(self.cmds),
            "args": list(self.args),
            "env": env.body(self.envs),
            "envFrom": [{"secretRef": {"name": secret.name}} for secret in self.secrets],
            "workingDir": self.working_dir,
            "imagePullPolicy": self.pull_policy,
            "ports": [{"containerPort": port} | ({"name": name} if name else {}) for name, port in _named(self.ports)],
            "resources": self.resources.to_body() if self.resources else {},
            "securityContext": self.security.whole_body() if self.security else secured,
            "volumeMounts": declared.mounts(self.volumes.items()),
            "livenessProbe": thaw(self.liveness),
            "readinessProbe": thaw(self.readiness),
            "startupProbe": thaw(self.startup),
            "lifecycle": thaw(self.lifecycle),
        }
        return {key: value for key, value in body.items() if value not in (None, [], {})}

    def secrets_used(self) -> Iterator[Secret]:
        """Yield every Secret that it reads."""
        yield from self.secrets
        yield from (value.secret for value in self.envs.values() if not isinstance(value, str) and value.secret)
        yield from (volume.shows for volume in self.volumes.values() if volume.shows)


def check_parts(resources: object, security: object) -> None:
    """Refuse what is neither `Resources` nor `Security` in their places."""
    if resources is not None:
        fields.instance(resources, "resources", Resources, 'write Resources(cpu="500m", memory="1Gi")')
    if security is not None:
        fields.instance(security, "security", Security, "write Security(…) or Security.restricted()")
