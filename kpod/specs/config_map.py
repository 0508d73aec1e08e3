"""`ConfigMap`: settings that kpod carries, in clear. What must not be seen is a `Secret`; both are used in the same ways.

Source: https://kubernetes.io/docs/concepts/configuration/configmap/
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import attrs

from kpod import wire
from kpod.api.late import Late
from kpod.specs import fields
from kpod.specs.files import Files, read_env_file, read_files
from kpod.specs.frozen import FrozenDict
from kpod.specs.secret import checked_key, encoded

if TYPE_CHECKING:
    from kpod.api import core_v1
    from kpod.specs import env
else:
    core_v1, env = Late("kpod.api.core_v1"), Late("kpod.specs.env")


def _name(value: str) -> str:
    return fields.name(value, "name", "ConfigMap")


def _values(value: Mapping[str, str | bytes] | None) -> FrozenDict[str, str | bytes] | None:
    if value is None:
        return None
    found: dict[str, str | bytes] = {}
    for key, item in fields.mapping(value, "values", 'write {"KEY": "value"}').items():
        checked_key(key)
        if not isinstance(item, str | bytes):
            fix = f'write "{item}"' if isinstance(item, int | float) else "write text or bytes; json.dumps() makes text"
            fields.refuse(f"values[{key}]", f"{fields.shown(item)} is neither text nor bytes", fix)
        found[key] = item
    return FrozenDict(found)


@attrs.frozen(repr=False)
class ConfigMap:
    """A ConfigMap: one that is made, or one that is there.

    >>> settings = ConfigMap.existing("settings")
    >>> settings["REGION"]                                        # as the value of a variable
    Env(ConfigMap settings, key REGION)
    >>> ConfigMap("settings", {"REGION": "eu"})
    ConfigMap('settings', {'REGION': 'eu'})

    It goes whole into a container's environment by `env_from=[settings]`, key by key by `envs={"REGION": settings["REGION"]}`, as files by
    `volumes={"/etc/app": settings}`. A literal one is made with the run, which owns
    it, and `kpod.to_yaml(*pod.objects())` writes it.

    Attributes:
        name: the ConfigMap's name.
        values: its keys and values; texts go to `data`, bytes to `binaryData`. None: the ConfigMap is there already.
    """

    name: str = attrs.field(converter=_name)
    values: FrozenDict[str, str | bytes] | None = attrs.field(converter=_values, default=None)

    @classmethod
    def existing(cls, name: str) -> ConfigMap:
        """Refer to a ConfigMap that is there, or will be when the Pod starts."""
        return cls(name)

    @classmethod
    def from_files(cls, name: str, files: Files) -> ConfigMap:
        """Read files now, each as one key: `["app.toml"]`, or `{"app.toml": "conf/prod.toml"}`. What is no UTF-8 goes to `binaryData`."""
        return cls(name, {key: _text(value) for key, value in read_files(files).items()})

    @classmethod
    def from_env_file(cls, name: str, path: str | os.PathLike[str]) -> ConfigMap:
        """Read `path`, a file of `NAME=value` lines, now, each as one key."""
        return cls(name, read_env_file(path))

    @property
    def is_literal(self) -> bool:
        """Whether kpod knows its values."""
        return self.values is not None

    def __getitem__(self, key: str) -> env.Env:
        """Return one key as the value of a variable. Raises `SpecError` for a key that a literal ConfigMap does not have."""
        return self.key(key)

    def key(self, key: str, *, optional: bool = False) -> env.Env:
        """Return one key as the value of a variable; `optional` starts the container without the variable where the key is not there."""
        key = fields.text(key, f"{self.name}[…]")
        if self.values is not None and key not in self.values:
            fields.refuse(f"{self.name}[{key}]", f'the ConfigMap has no key "{key}"', f"it has {', '.join(self.values)}")
        source: dict[str, Any] = {"name": self.name, "key": key, **({"optional": optional} if optional else {})}
        return env.Env({"configMapKeyRef": source}, of=self)

    def compile(self) -> core_v1.ConfigMap:
        """Return the API object of a literal ConfigMap."""
        made: core_v1.ConfigMap = core_v1.ConfigMap.from_body(self.to_body())
        return made

    def to_body(self) -> dict[str, Any]:
        """Return the body of a literal ConfigMap.

        Raises:
            SpecError: the ConfigMap only refers to one that is there.
        """
        if self.values is None:
            fix = 'ConfigMap("name", {…}) makes one'
            fields.refuse(self.name, "kpod does not know the values of a ConfigMap that it only refers to", fix)
        body: dict[str, Any] = {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": self.name}}
        texts = {key: value for key, value in self.values.items() if isinstance(value, str)}
        binary = {key: encoded(value) for key, value in self.values.items() if isinstance(value, bytes)}
        return body | ({"data": texts} if texts else {}) | ({"binaryData": binary} if binary else {})

    def to_yaml(self) -> str:
        """Return the ConfigMap as YAML text."""
        return wire.to_yaml(self)

    def __repr__(self) -> str:
        return f"ConfigMap.existing({self.name!r})" if self.values is None else f"ConfigMap({self.name!r}, {dict(self.values)!r})"


def _text(value: bytes) -> str | bytes:
    try:
        return value.decode()
    except UnicodeDecodeError:
        return value
