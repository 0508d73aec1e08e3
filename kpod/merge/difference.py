"""Is what runs what I asked for? Two bodies, compared by what they mean to a server.

Quantities are compared by value, lists by their merge keys, and what a server adds by itself (`kpod.merge.server`) is no difference. It
asks no server, so it does not know what a site's webhooks, quotas and limit ranges add: that is told. Values of Secrets are never told.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from enum import Enum
from itertools import zip_longest
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from kpod.api import kinds, paths
from kpod.errors import SpecError
from kpod.merge import server
from kpod.merge.explain import MASK, SECRET_FIELDS
from kpod.merge.strategic import Body, Fields, fields_of
from kpod.quantity import Quantity

if TYPE_CHECKING:
    from kpod.api.schema import Field


class Absent(Enum):
    """The type of `ABSENT`."""

    ABSENT = "nothing"

    def __repr__(self) -> str:
        return "nothing"

    __str__ = __repr__


ABSENT: Final = Absent.ABSENT
"""Stands where one side has no value: JSON's null is one too."""


class Difference(NamedTuple):
    """One place where two bodies differ.

    Attributes:
        path: the place, as in problems: `spec.containers[main].image`.
        wanted: the value that was asked for, or `ABSENT`.
        found: the value that is there, or `ABSENT`. Values of Secrets are `***`.
    """

    path: str
    wanted: Any
    found: Any

    def __str__(self) -> str:
        return f"{self.path}: {self.wanted!r} is wanted, {self.found!r} is there"


def diff(wanted: Body, found: Body, *, type: str | None = None) -> list[Difference]:
    """Compare what was asked for with what is there.

    No difference is: an amount written otherwise (`0.5` and `500m`), the order of a list that has a merge key (but of init containers, and
    of variables that refer to others), a default of the server, an explicit null, an empty map or list in place of none, and what the
    server, its controllers and its admission add: `status`, most of `metadata`, a Job's selector and generated labels, the service
    account's volume, tolerations, the node. What somebody else has added is one: a label, a variable, a sidecar.

    Args:
        wanted: the body that was asked for.
        found: the body that is there, as a server answers or from another file.
        type: what they are, as a key of the schema table; None: what their `kind` says. A kind without a class is compared value by value.

    Returns:
        One for each value that differs, in the order of `wanted`; an item that only one list has is one difference, with the whole item.

    Raises:
        SpecError: there is no such type.

    >>> wanted = {"spec": {"containers": [{"name": "main", "resources": {"limits": {"cpu": "0.5"}}}]}}
    >>> found = {"spec": {"containers": [{"name": "main", "resources": {"limits": {"cpu": "500m"}}}], "dnsPolicy": "Default"}}
    >>> diff(wanted, found, type="core_v1.Pod")
    [Difference(path='spec.dnsPolicy', wanted='ClusterFirst', found='Default')]
    """
    key = type if type is not None else _type_of(wanted) or _type_of(found) or ""
    fields = fields_of(key) if key else {"metadata": fields_of("core_v1.Pod")["metadata"]}
    if not key or any(kind.type == key for kind in kinds.ALL):
        wanted, found = ({name: value for name, value in body.items() if name != "status"} for body in (wanted, found))
    differences = _object(key, fields, wanted, found, "")
    is_secret = key == "core_v1.Secret" or "Secret" in (wanted.get("kind"), found.get("kind"))
    hidden = SECRET_FIELDS if is_secret else (*_secrets_in(wanted), *_secrets_in(found))
    return [_masked(difference, hidden) for difference in differences]


def _type_of(body: Body) -> str | None:
    kind = kinds.find(str(body.get("apiVersion")), str(body.get("kind")))
    return kind.type if kind else None


def _secrets_in(value: Any, path: str = "") -> Iterator[str]:
    """Yield where the values of Secrets stand in a list of objects."""
    if isinstance(value, dict):
        if value.get("kind") == "Secret":
            yield from (paths.member(path, field) for field in SECRET_FIELDS)
        for key, item in value.items():
            yield from _secrets_in(item, paths.member(path, key))
    elif isinstance(value, list):
        for place, item in enumerate(value):
            yield from _secrets_in(item, f"{path}[{place}]")


def _masked(difference: Difference, hidden: tuple[str, ...]) -> Difference:
    path, *sides = difference
    is_hidden = path.startswith(hidden)
    return Difference(path, *(side if side is ABSENT else MASK if is_hidden else _veiled(side) for side in sides))


def _veiled(value: Any) -> Any:
    """Return a value that stands in a difference as a whole, without the values of a Secret in it."""
    if isinstance(value, list):
        return [_veiled(item) for item in value]
    if not isinstance(value, dict):
        return value
    is_secret = value.get("kind") == "Secret"
    return {key: MASK if is_secret and key in SECRET_FIELDS else _veiled(item) for key, item in value.items()}


def _object(owner: str, fields: Fields, wanted: Body, found: Body, path: str) -> Iterator[Difference]:
    """Compare two objects of one type; one that is absent is empty."""
    adjust = server.ADJUST.get(owner)
    if adjust is not None:
        wanted, found = adjust(wanted, found)
    for key in {**wanted, **found}:
        name = f"{owner}.{key}"
        if name in server.OWNED or (name in server.UNLESS_ASKED and wanted.get(key) is None):
            continue
        field = fields.get(key)
        one, other = _meant(name, field, wanted.get(key)), _meant(name, field, found.get(key))
        yield from _value(field, one, other, paths.member(path, key))


def _meant(name: str, field: Field | None, value: Any) -> Any:
    """Return what a field's value means to the server: its default where there is none, or none that counts."""
    if field is None:
        return value
    if value == "" and field.shape == "one":
        value = value if name in server.EMPTY_TEXT_COUNTS else None
    elif name in server.ZERO_IS_ABSENT:
        value = value or None
    if value is None:
        return field.default if field.default is not None else server.DEFAULTS.get(name)
    return value


def _value(field: Field | None, wanted: Any, found: Any, path: str) -> Iterator[Difference]:
    if _are(list, wanted, found):
        yield from _list(field, wanted or [], found or [], path)
    elif _are(dict, wanted, found) and not _is_one_sided(field, wanted, found):
        yield from _map(field, wanted or {}, found or {}, path)
    elif not _same(field, wanted, found):
        yield Difference(path, ABSENT if wanted is None else wanted, ABSENT if found is None else found)


def _are(shape: type, wanted: Any, found: Any) -> bool:
    """Whether both are of a shape, or one is and the other is absent."""
    return (isinstance(wanted, shape) and (found is None or isinstance(found, shape))) or (wanted is None and isinstance(found, shape))


def _is_one_sided(field: Field | None, wanted: Any, found: Any) -> bool:
    """Whether a value stands on one side only, and means something also where it is empty."""
    return (wanted is None) != (found is None) and field is not None and field.type in server.EMPTY_COUNTS


def _map(field: Field | None, wanted: Body, found: Body, path: str) -> Iterator[Difference]:
    if field is not None and field.shape == "one" and "." in field.type:
        yield from _object(field.type, fields_of(field.type), wanted, found, path)
        return
    item = field._replace(shape="one") if field is not None and field.shape == "map" else None
    for key in {**wanted, **found}:
        yield from _value(item, wanted.get(key), found.get(key), paths.member(path, key))


def _list(field: Field | None, wanted: list[Any], found: list[Any], path: str) -> Iterator[Difference]:
    keys = _keys(field)
    item = field._replace(shape="one") if field is not None else None
    if field is not None and keys and _has_keys(wanted, field, keys) and _has_keys(found, field, keys):
        yield from _keyed(field, keys, wanted, found, path)
    elif field is not None and "." not in field.type and (field.list_type == "set" or field.merge_strategy == "merge"):
        yield from (Difference(f"{path}[{each}]", each, ABSENT) for each in wanted if each not in found)
        yield from (Difference(f"{path}[{each}]", ABSENT, each) for each in found if each not in wanted)
    elif any(isinstance(each, dict) for each in wanted + found):
        for place, (one, other) in enumerate(zip_longest(wanted, found)):
            yield from _item(item, one, other, f"{path}[{place}]")
    elif len(wanted) != len(found) or not all(_same(item, one, other) for one, other in zip(wanted, found, strict=True)):
        yield Difference(path, wanted or ABSENT, found or ABSENT)


def _item(item: Field | None, wanted: Any, found: Any, path: str) -> Iterator[Difference]:
    if wanted is None and found is None:
        return
    if wanted is None or found is None:
        yield Difference(path, ABSENT if wanted is None else wanted, ABSENT if found is None else found)
    else:
        yield from _value(item, wanted, found, path)


def _keys(field: Field | None) -> tuple[str, ...]:
    if field is None or field.merge_key is None:
        return ()
    return field.list_keys or (field.merge_key,)


def _key(item: Any, field: Field, keys: tuple[str, ...]) -> tuple[Any, ...]:
    known = fields_of(field.type)
    return tuple(item[key] if item.get(key) is not None else known[key].default for key in keys)


def _has_keys(items: list[Any], field: Field, keys: tuple[str, ...]) -> bool:
    """Whether each item can be told from the others by its keys."""
    if not all(isinstance(item, dict) and item.get(keys[0]) is not None for item in items):
        return False
    names = [_key(item, field, keys) for item in items]
    return all(isinstance(part, (str, int)) for name in names for part in name) and len(set(names)) == len(names)


def _keyed(field: Field, keys: tuple[str, ...], wanted: list[Any], found: list[Any], path: str) -> Iterator[Difference]:
    one, other = ({_key(item, field, keys): item for item in items} for items in (wanted, found))
    every = list({**one, **other})
    first = Counter(key[0] for key in every)
    for key in every:
        name = "/".join(str(part) for part in (key if first[key[0]] > 1 else key[:1]))
        yield from _item(field._replace(shape="one"), one.get(key), other.get(key), f"{path}[{name}]")
    if _order_counts(field, wanted):
        before, after = [key[0] for key in one if key in other], [key[0] for key in other if key in one]
        if before != after:
            yield Difference(f"{path} (order)", before, after)


def _order_counts(field: Field, items: list[Any]) -> bool:
    """Whether the order of a list with keys says something: init containers run in it, and a variable can refer to those before it."""
    return field.wire == "initContainers" or (field.wire == "env" and any("$(" in str(item.get("value")) for item in items))


def _same(field: Field | None, wanted: Any, found: Any) -> bool:
    if field is not None and field.type == "quantity" and wanted is not None and found is not None:
        try:
            return Quantity(Quantity(wanted).canonical) == Quantity(Quantity(found).canonical)
        except SpecError:
            pass  # a template, or no amount: compared as it is written
    return bool(wanted == found) and isinstance(wanted, bool) == isinstance(found, bool)
