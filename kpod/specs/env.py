"""`Env`: where a variable's value comes from, when it is not plain text; and `EnvFrom`: all keys of something as variables.

Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#envvarsource-v1-core
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

import attrs

from kpod import names
from kpod.api.late import Late
from kpod.specs import fields
from kpod.specs.config_map import ConfigMap
from kpod.specs.frozen import FrozenDict, freeze, thaw
from kpod.specs.part import Model
from kpod.specs.secret import Secret

if TYPE_CHECKING:
    from typing import TypeAlias

    from kpod.api import core_v1
    from kpod.specs import dicts
else:
    core_v1, dicts = Late("kpod.api.core_v1"), Late("kpod.specs.dicts")

_USE = "use Env.field, Env.resource, secret[key] or config_map[key]"


def _source(value: Mapping[str, Any]) -> FrozenDict[str, Any]:
    if not isinstance(value, Mapping) or len(value) != 1:
        fields.refuse("", f"{fields.shown(value)} is no source of a variable", _USE)
    frozen: FrozenDict[str, Any] = freeze(dict(value))
    return frozen


@attrs.frozen(repr=False)
class Env:
    """The value of an environment variable that the cluster fills in.

    >>> envs = {"NODE": Env.field("spec.nodeName"), "MEMORY": Env.resource("limits.memory"), "PASSWORD": Secret.existing("db")["PASSWORD"]}

    Nothing is sent that was not written.

    Attributes:
        source: the body of `valueFrom`.
        of: the Secret or ConfigMap that it reads, where it reads one.
    """

    type_key: ClassVar[str] = "core_v1.EnvVarSource"

    source: FrozenDict[str, Any] = attrs.field(converter=_source)
    of: Secret | ConfigMap | None = attrs.field(default=None, kw_only=True)

    @classmethod
    def field(cls, path: str) -> Env:
        """Take a field of the Pod: `metadata.name`, `metadata.labels['app']`, `spec.nodeName`, `status.podIP`."""
        return cls({"fieldRef": {"fieldPath": fields.text(path, "field")}})

    @classmethod
    def resource(cls, path: str, *, container: str | None = None, divisor: str | int | None = None) -> Env:
        """Take a request or limit of a container, of the variable's own by default: `limits.memory`, in units of `divisor` (1)."""
        source: dict[str, Any] = {"resource": fields.text(path, "resource")}
        if container is not None:
            source["containerName"] = fields.name(container, "container", "container")
        if divisor is not None:
            source["divisor"] = fields.quantity(divisor, "divisor")
        return cls({"resourceFieldRef": source})

    @classmethod
    def secret(cls, name: str, key: str, *, optional: bool = False) -> Env:
        """Take one key of a Secret that is there, `Secret.existing(name)[key]`; `optional`: start without it where it is not."""
        return Secret.existing(name).key(key, optional=optional)

    @classmethod
    def config_map(cls, name: str, key: str, *, optional: bool = False) -> Env:
        """Take one key of a ConfigMap that is there, `ConfigMap.existing(name)[key]`; `optional`: start without it where it is not."""
        return ConfigMap.existing(name).key(key, optional=optional)

    def to_body(self) -> dict[str, Any]:
        """Return the body of `valueFrom`."""
        body: dict[str, Any] = thaw(self.source)
        return body

    def __repr__(self) -> str:
        kind, source = next(iter(self.source.items()))
        thing = {"secretKeyRef": "Secret", "configMapKeyRef": "ConfigMap"}.get(kind)
        if thing:
            return f"Env({thing} {source['name']}, key {source['key']})"
        return f"Env({kind}: {', '.join(f'{key}={value}' for key, value in source.items())})"


def _of(value: Secret | ConfigMap) -> Secret | ConfigMap:
    if not isinstance(value, Secret | ConfigMap):
        fields.refuse("env_from", f"{fields.shown(value)} is neither a Secret nor a ConfigMap", 'write Secret.existing("name")')
    return value


@attrs.frozen
class EnvFrom:
    """All keys of a Secret or a ConfigMap as variables: `env_from=[EnvFrom(db, prefix="DB_")]`. Nothing is sent that was not written.

    Attributes:
        of: the Secret or the ConfigMap.
        prefix: what stands before each key.
        optional: start without it when it is not there.
    """

    type_key: ClassVar[str] = "core_v1.EnvFromSource"

    of: Secret | ConfigMap = attrs.field(converter=_of)
    prefix: str | None = attrs.field(default=None, kw_only=True)
    optional: bool = attrs.field(default=False, kw_only=True)

    def __attrs_post_init__(self) -> None:
        fields.optional_text(self.prefix, "env_from.prefix")
        fields.flag(self.optional, "env_from.optional")

    def to_body(self) -> dict[str, Any]:
        """Return the body of one of `envFrom`."""
        reference = {"name": self.of.name, **({"optional": self.optional} if self.optional else {})}
        source = {"secretRef" if isinstance(self.of, Secret) else "configMapRef": reference}
        return ({"prefix": self.prefix} if self.prefix is not None else {}) | source


EnvValue = str | Env
"""What a variable is: text, or an `Env` (a `Secret`'s key is one)."""

if TYPE_CHECKING:
    EnvLike: TypeAlias = str | Env | core_v1.EnvVarSource | dicts.EnvVarSource | Model
    EnvsLike: TypeAlias = Mapping[str, EnvLike] | Sequence[core_v1.EnvVar | dicts.EnvVar | Model]
    EnvFromLike: TypeAlias = Secret | ConfigMap | EnvFrom | core_v1.EnvFromSource | dicts.EnvFromSource | Model
else:
    EnvLike = EnvsLike = EnvFromLike = Any


def envs(value: Any, path: str) -> FrozenDict[str, EnvValue]:
    """Take variables: names to text, `Env`, or a key of a `Secret`; or a list of `EnvVar`s, as manifests and the client have it."""
    if isinstance(value, list | tuple) and value and all(fields.is_part(item) for item in value):
        value = _of_list(value, path)
    found: dict[str, EnvValue] = {}
    for key, item in fields.mapping(value or {}, path, 'write {"NAME": "value"}').items():
        place = f"{path}[{key}]"
        wrong = None if fields.is_template(key) else names.wrong_env_name(key)
        if wrong:
            fields.refuse(place, wrong[0], wrong[1], "env-name")
        if isinstance(item, Secret | ConfigMap):
            kind = type(item).__name__
            fields.refuse(place, f"a whole {kind} stands here", f'name one of its keys, as {kind.lower()}["{key}"]')
        found[key] = item if isinstance(item, str | Env) else _converted(item, place)
    return FrozenDict(found)


def _of_list(value: Any, path: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for index, item in enumerate(value):
        body = fields.part(item, f"{path}[{index}]", "core_v1.EnvVar")
        name = fields.text(body.get("name"), f"{path}[{index}].name")
        if name in found:
            fields.refuse(f"{path}[{index}]", f'the variable "{name}" stands in the list twice', "keep one of them")
        found[name] = body["valueFrom"] if body.get("valueFrom") else body.get("value") or ""
    return found


def _converted(item: Any, place: str) -> Env:
    if not fields.is_part(item):
        fix = f'write "{str(item).lower() if isinstance(item, bool) else item}"' if isinstance(item, int | float) else "write text"
        fields.refuse(place, f"{fields.shown(item)} is no text, and a variable's value is", fix)
    return Env(fields.part(item, place, Env.type_key))


def env_from(value: Any, path: str) -> tuple[EnvFrom | FrozenDict[str, Any], ...]:
    """Take what gives all its keys as variables: Secrets, ConfigMaps, `EnvFrom`s, or bodies of `envFrom`."""
    if isinstance(value, Secret | ConfigMap | EnvFrom):
        fields.refuse(path, f"one {type(value).__name__} stands here instead of a list", "write [ … ]")
    found: list[EnvFrom | FrozenDict[str, Any]] = []
    for index, item in enumerate(fields.sequence(value or (), path)):
        if isinstance(item, str):  # it may be what a Secret hides: it is not shown
            fields.refuse(f"{path}[{index}]", "text stands here instead of a Secret or a ConfigMap", 'write ConfigMap.existing("name")')
        if isinstance(item, EnvFrom | Secret | ConfigMap):
            found.append(item if isinstance(item, EnvFrom) else EnvFrom(item))
        else:
            found.append(fields.part(item, f"{path}[{index}]", EnvFrom.type_key))
    return tuple(found)


def body(variables: Mapping[str, EnvValue]) -> list[dict[str, Any]]:
    """Return the body of `env`, in the order of the dict."""
    return [
        {"name": key, "value": value} if isinstance(value, str) else {"name": key, "valueFrom": value.to_body()}
        for key, value in variables.items()
    ]


def used(variables: Mapping[str, EnvValue], sources: Iterable[EnvFrom | FrozenDict[str, Any]]) -> Iterator[Secret | ConfigMap]:
    """Yield the Secrets and ConfigMaps that variables read."""
    yield from (source.of for source in sources if isinstance(source, EnvFrom))
    yield from (value.of for value in variables.values() if isinstance(value, Env) and value.of is not None)
