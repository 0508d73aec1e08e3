"""`Secret`: values that kpod carries and never shows.

`Secret.existing(name)` only refers to what is on the cluster. A literal `Secret(name, {…})` is created with the run that needs it and is
owned by it. Its values are in no `repr`, no error and no hash of a run's key.

Source: https://kubernetes.io/docs/concepts/configuration/secret/
"""

from __future__ import annotations

import base64
import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import attrs

from kpod import names, wire
from kpod.api.late import Late
from kpod.specs import fields
from kpod.specs.files import Files, read_env_file, read_files
from kpod.specs.frozen import FrozenDict

if TYPE_CHECKING:
    from kpod.api import core_v1
    from kpod.specs import env
else:
    core_v1, env = Late("kpod.api.core_v1"), Late("kpod.specs.env")


class Hidden(bytes):
    """A value that shows itself nowhere; `decode()` reads it. Each hides itself, since pytest writes those of two dicts that differ."""

    def __repr__(self) -> str:
        return "***"

    __str__ = __repr__


class _Values(FrozenDict[str, Hidden]):
    """Values that show only their keys."""

    def __repr__(self) -> str:
        return "{" + ", ".join(f"{key}: ***" for key in self) + "}"

    __str__ = __repr__

    def __reduce__(self) -> tuple[Any, ...]:
        return (_Values, (dict(self),))


def _name(value: str) -> str:
    return fields.name(value, "name", "Secret")


def _values(value: Mapping[str, str | bytes] | None) -> _Values | None:
    if value is None:
        return None
    found = {}
    if not isinstance(value, Mapping):
        fields.refuse("values", f"a value of type {type(value).__name__} stands here instead of a dict", 'write {"KEY": "value"}')
    for key, item in fields.mapping(value, "values").items():
        checked_key(key)
        if not isinstance(item, str | bytes):
            fields.refuse(
                f"values[{key}]", f"a value of type {type(item).__name__} stands here", "write text or bytes; json.dumps() makes text"
            )
        found[key] = Hidden(item.encode() if isinstance(item, str) else item)
    return _Values(found)


def checked_key(key: str) -> None:
    """Refuse what cannot be a key of a Secret or a ConfigMap."""
    wrong = None if fields.is_template(key) else names.wrong_key(key)
    if wrong:
        fields.refuse(f"values[{key}]", wrong[0], wrong[1], "key")


def encoded(value: bytes) -> str:
    """Return bytes as the API stores them."""
    return base64.b64encode(value).decode("ascii")


@attrs.frozen(repr=False)
class Secret:
    """A Secret: one that kpod makes, or one that is there.

    >>> db = Secret.existing("warehouse")
    >>> db["PASSWORD"]                                            # as the value of a variable
    Env(Secret warehouse, key PASSWORD)
    >>> Secret("token", {"TOKEN": "s3cr3t"})
    Secret('token', TOKEN=***)

    It goes whole into a container's environment by `secrets=[db]`, key by key by `envs={"PASSWORD": db["PASSWORD"]}`, as files by
    `volumes={"/etc/db": db}`.

    Attributes:
        name: the Secret's name.
        values: its keys and values; texts are stored as UTF-8. None: the Secret is there already, and kpod never sees its values.
        type: what is sent as its type; None sends none, and the server takes `Opaque`.
    """

    name: str = attrs.field(converter=_name)
    values: _Values | None = attrs.field(converter=_values, default=None)
    type: str | None = attrs.field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if self.values is None and self.type is not None:
            fields.refuse("type", "a Secret that is there already has its type", "leave the type out")

    @classmethod
    def existing(cls, name: str) -> Secret:
        """Refer to a Secret that is there, or will be when the Pod starts."""
        return cls(name)

    @classmethod
    def from_files(cls, name: str, files: Files, *, type: str | None = None) -> Secret:
        """Read files now, each as one key: `["tls.crt", "tls.key"]`, or `{"tls.crt": "certs/site.pem"}`."""
        return cls(name, read_files(files), type=type)

    @classmethod
    def from_env_file(cls, name: str, path: str | os.PathLike[str]) -> Secret:
        """Read `path`, a file of `NAME=value` lines, now, each as one key. Values are taken literally, quotes too, as kubectl does."""
        return cls(name, read_env_file(path))

    @property
    def is_literal(self) -> bool:
        """Whether kpod makes it."""
        return self.values is not None

    def __getitem__(self, key: str) -> env.Env:
        """Return one key as the value of a variable. Raises `SpecError` for a key that a literal Secret does not have."""
        return self.key(key)

    def key(self, key: str, *, optional: bool = False) -> env.Env:
        """Return one key as the value of a variable; `optional` starts the container without the variable where the key is not there."""
        key = fields.text(key, f"{self.name}[…]")
        if self.values is not None and key not in self.values:
            fields.refuse(f"{self.name}[{key}]", f'the Secret has no key "{key}"', f"it has {', '.join(self.values)}")
        source: dict[str, Any] = {"name": self.name, "key": key, **({"optional": optional} if optional else {})}
        return env.Env({"secretKeyRef": source}, of=self)

    def compile(self) -> core_v1.Secret:
        """Return the API object of a literal Secret."""
        made: core_v1.Secret = core_v1.Secret.from_body(self.to_body())
        return made

    def to_body(self) -> dict[str, Any]:
        """Return the body of a literal Secret, values in base64 under `data`, as the API stores them.

        Raises:
            SpecError: the Secret only refers to one that is there.
        """
        if self.values is None:
            fields.refuse(self.name, "kpod does not know the values of a Secret that it only refers to", 'Secret("name", {…}) makes one')
        body: dict[str, Any] = {"apiVersion": "v1", "kind": "Secret", "metadata": {"name": self.name}}
        if self.type is not None:
            body["type"] = self.type
        body["data"] = {key: encoded(value) for key, value in self.values.items()}
        return body

    def to_yaml(self) -> str:
        """Return the Secret as YAML text, values in clear (base64 hides nothing). Whoever prints it says so."""
        return wire.to_yaml(self)

    def __repr__(self) -> str:
        if self.values is None:
            return f"Secret.existing({self.name!r})"
        return f"Secret({', '.join([repr(self.name), *(f'{key}=***' for key in self.values)])})"
