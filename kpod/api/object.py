"""What all API classes have in common: dump and load, equality, repr, copies, pickles.

The generated classes bring straight-line `_dump` and `_load`, which are fast because they look at shapes only and give up at the first
surprise. What was wrong, and where, is then said by `kpod.api.shape`, which reads the whole again by the schema table.
"""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from kpod.errors import SpecError

T = TypeVar("T", bound="ApiObject")

if TYPE_CHECKING:
    from typing_extensions import Self

    def new(cls: type[T], /) -> T:
        """Make an object without running its constructor."""
        ...
else:
    new = object.__new__

absent: Any = None
"""What an attribute holds whose field is not in the body: None, without saying so in every annotation."""

NESTED = frozenset({dict, list, tuple, set})
MAX_REPR = 600
MAX_TEXT = 60
MAX_ITEMS = 6
LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration"
MASK = "***"
TOO_DEEP = "this contains itself, or is nested too deeply"


class Misshapen(Exception):
    """A value has another shape than the schema says; `kpod.api.shape` says which."""


class ApiObject:
    """One object of Kubernetes' schema, or a part of one. Mutable: people edit what they loaded.

    Attributes:
        extra: fields that the class does not know, and explicit nulls, by their wire names; dumped after the known fields. None where there
            are none. A key here wins over the attribute of the same field.
        type_key: the key of the class in `kpod.api.schema.TYPES`.
    """

    __slots__: ClassVar[tuple[str, ...]] = ()
    type_key: ClassVar[str] = ""
    if TYPE_CHECKING:
        extra: dict[str, Any] | None

    def to_body(self) -> dict[str, Any]:
        """Return the JSON-able dict that goes over the wire; it shares nothing with the object.

        Shape: wire names, the known fields in the schema's order, then `extra`. Absent fields are left out, empty ones are not.

        Raises:
            SpecError: a part is of the wrong class, as a dict where an API object belongs; something in `extra` contains itself.
        """
        try:
            return self._dump()
        except (AttributeError, TypeError) as error:
            from kpod.api.shape import object_error

            raise object_error(self) or error from None
        except RecursionError:
            raise SpecError(TOO_DEEP, rule="shape") from None

    @classmethod
    def from_body(cls, body: dict[str, Any]) -> Self:
        """Make the object of a body; it shares nothing with the body.

        Unknown fields and explicit nulls go to `extra`, at every depth. Scalars are taken as they are, whatever their type.

        Raises:
            SpecError: the body has another shape: a list where an object belongs, text where a list does, another kind; all places at once.
                Or it is nested so deeply that Python cannot follow.
        """
        try:
            return cls._load(body)
        except Misshapen:
            from kpod.api.shape import body_error

            raise body_error(cls.type_key, body) from None
        except RecursionError:
            raise SpecError(TOO_DEEP, rule="shape") from None

    def to_yaml(self) -> str:
        """Return the object as YAML text, by `kpod.wire.to_yaml`."""
        from importlib import import_module  # a room above this one

        text: str = import_module("kpod.wire").to_yaml(self)
        return text

    def _dump(self) -> dict[str, Any]:
        raise NotImplementedError(type(self).__name__)

    @classmethod
    def _load(cls, body: dict[str, Any]) -> Self:
        raise NotImplementedError(cls.__name__)

    def __eq__(self, other: object) -> bool:
        if other.__class__ is not self.__class__:
            return NotImplemented
        assert isinstance(other, ApiObject)
        return all(getattr(self, name) == getattr(other, name) for name in self.__slots__ if name != "extra") and (
            (self.extra or {}) == (other.extra or {})
        )

    def __repr__(self) -> str:
        text = _Repr(secret=self.type_key == "core_v1.Secret").object(self, 0)
        return text if len(text) <= MAX_REPR else text[: MAX_REPR - 1] + "…"

    def __reduce__(self) -> tuple[Any, ...]:
        return _load, (type(self), self._dump())

    def __copy__(self) -> Self:
        made = new(type(self))
        for name in self.__slots__:
            setattr(made, name, getattr(self, name))
        return made

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        made = new(type(self))
        memo[id(self)] = made
        for name in self.__slots__:
            value = getattr(self, name)
            setattr(made, name, value if value is None or value.__class__ is str else copy.deepcopy(value, memo))
        return made


def _load(cls: type[T], body: dict[str, Any]) -> T:
    return cls._load(body)


def is_set(obj: ApiObject, field: str) -> bool:
    """Tell whether a field is there: set, be it to something empty or false. `field` is the attribute's name.

    >>> from kpod.api.core_v1 import Container
    >>> container = Container(name="main", args=[])
    >>> is_set(container, "args"), is_set(container, "command")
    (True, False)

    Raises:
        AttributeError: the class has no such field.
    """
    return getattr(obj, field) is not None


def find_class(type_key: str) -> type[ApiObject]:
    """Return the class for a key of the schema table: `core_v1.Pod`.

    Raises:
        KeyError: there is none.
    """
    from importlib import import_module

    module, _, name = type_key.partition(".")
    try:
        found: type[ApiObject] = getattr(import_module(f"kpod.api.{module}"), name)
    except (ImportError, AttributeError):
        raise KeyError(type_key) from None
    return found


def copy_plain(value: Any) -> Any:
    """Return a copy of JSON-able data that shares no list or dict with it."""
    if isinstance(value, dict):
        return {key: copy_plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [copy_plain(item) for item in value]
    return value


def leftovers(cls: type[ApiObject], body: dict[str, Any]) -> dict[str, Any] | None:
    """Return what a class does not know of a body: unknown fields and explicit nulls."""
    from kpod.api.schema import TYPES

    known = TYPES[cls.type_key]
    rest = {key: value for key, value in body.items() if key not in known or (value is None and known[key].name in cls.__slots__)}
    return copy_plain(rest) or None


class _Repr:
    """Writes the short form of an object: only what is set, cut where it is long, without the values of Secrets."""

    def __init__(self, *, secret: bool) -> None:
        self.secret = secret

    def object(self, obj: ApiObject, depth: int) -> str:
        parts = []
        for name in obj.__slots__:
            value = getattr(obj, name)
            if value is not None:
                masked = self.secret and name in ("data", "string_data", "extra")
                parts.append(f"{name}={self.masked(value) if masked else self.value(value, depth)}")
        return f"{type(obj).__name__}({', '.join(parts)})"

    def masked(self, value: Any) -> str:
        return "{" + ", ".join(f"{key!r}: {MASK!r}" for key in value) + "}" if isinstance(value, dict) else repr(MASK)

    def value(self, value: Any, depth: int) -> str:
        if isinstance(value, ApiObject):
            return self.object(value, depth + 1) if depth < 4 else f"{type(value).__name__}(…)"
        if isinstance(value, dict):
            return "{" + ", ".join(self.items(f"{key!r}: {self.item(key, item, depth)}" for key, item in value.items())) + "}"
        if isinstance(value, (list, tuple)):
            return "[" + ", ".join(self.items(self.value(item, depth) for item in value)) + "]"
        text = repr(value)
        return text if len(text) <= MAX_TEXT else f"{text[: MAX_TEXT - 1]}…{text[0]}"

    def item(self, key: Any, value: Any, depth: int) -> str:
        return repr(MASK) if key == LAST_APPLIED else self.value(value, depth)

    def items(self, parts: Any) -> list[str]:
        found = list(parts)
        return found if len(found) <= MAX_ITEMS else [*found[:MAX_ITEMS], f"… {len(found) - MAX_ITEMS} more"]
