"""`Env`: where a variable's value comes from, when it is not plain text.

Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#envvarsource-v1-core
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from kpod import names
from kpod.specs import fields
from kpod.specs.frozen import FrozenDict, freeze, thaw
from kpod.specs.secret import Secret


def _source(value: Mapping[str, Any]) -> FrozenDict[str, Any]:
    if not isinstance(value, Mapping) or len(value) != 1:
        fields.refuse("", f"{fields.shown(value)} is no source of a variable", "use Env.field, Env.resource, Env.config_map or secret[key]")
    frozen: FrozenDict[str, Any] = freeze(dict(value))
    return frozen


@attrs.frozen(repr=False)
class Env:
    """The value of an environment variable that the cluster fills in.

    >>> envs = {"NODE": Env.field("spec.nodeName"), "MEMORY": Env.resource("limits.memory"), "PASSWORD": Secret.existing("db")["PASSWORD"]}

    Attributes:
        source: the body of `valueFrom`.
        secret: the Secret that it reads, where it reads one.
    """

    source: FrozenDict[str, Any] = attrs.field(converter=_source)
    secret: Secret | None = attrs.field(default=None, kw_only=True)

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
    def config_map(cls, name: str, key: str, *, optional: bool = False) -> Env:
        """Take one key of a ConfigMap that is there."""
        source: dict[str, Any] = {"name": fields.name(name, "config_map", "ConfigMap"), "key": fields.text(key, "key")}
        return cls({"configMapKeyRef": source | ({"optional": True} if optional else {})})

    def __repr__(self) -> str:
        kind, source = next(iter(self.source.items()))
        if kind == "secretKeyRef":
            return f"Env(Secret {source['name']}, key {source['key']})"
        return f"Env({kind}: {', '.join(f'{key}={value}' for key, value in source.items())})"


EnvValue = str | Env
"""What a variable may be: text, or an `Env` (a `Secret`'s key is one)."""


def envs(value: Any, path: str) -> FrozenDict[str, EnvValue]:
    """Take variables: names to text, `Env`, or a key of a `Secret`."""
    for key, item in fields.mapping(value or {}, path, 'write {"NAME": "value"}').items():
        place = f"{path}[{key}]"
        wrong = None if fields.is_template(key) else names.wrong_env_name(key)
        if wrong:
            fields.refuse(place, wrong[0], wrong[1], "env-name")
        if isinstance(item, Secret):
            fields.refuse(place, "a whole Secret stands here", f'name one of its keys, as secret["{key}"]')
        if not isinstance(item, str | Env):
            fix = f'write "{str(item).lower() if isinstance(item, bool) else item}"' if isinstance(item, int | float) else "write text"
            fields.refuse(place, f"{fields.shown(item)} is no text, and a variable's value is", fix)
    return FrozenDict(value or {})


def body(variables: Mapping[str, EnvValue]) -> list[dict[str, Any]]:
    """Return the body of `env`, in the order of the dict."""
    return [
        {"name": key, "value": value} if isinstance(value, str) else {"name": key, "valueFrom": thaw(value.source)}
        for key, value in variables.items()
    ]
