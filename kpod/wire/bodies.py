"""Bodies of whatever describes a Kubernetes object, and API objects of bodies.

The official client's models are known by the tables that they carry (`attribute_map`), not by importing the client: the same code reads the
generations 36 and 37. Nothing is validated here but shapes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, timezone
from typing import TYPE_CHECKING, Any

from kpod.errors import Problem, SpecError

if TYPE_CHECKING:
    from kpod.api.object import ApiObject
    from kpod.wire.documents import Document

# Kubernetes' MicroTime wants six digits of a second, and the official client says `datetime` for both of its times.
_MICRO_TIMES = frozenset(("event_time", "last_observed_time", "acquire_time", "renew_time"))


def to_body(x: Any) -> dict[str, Any]:
    """Return the body of an object.

    Args:
        x: a dict (returned as it is, not copied), an API object, a spec or anything else with a `to_body()`, or a model of the
            official client (`V1Pod`, of the generations 36 and 37), whose body has `apiVersion` and `kind` only if they are set there.

    Returns:
        The JSON-able dict that goes over the wire; what is absent is not in it.

    Raises:
        SpecError: for anything else.
    """
    if isinstance(x, dict):
        return x
    own = getattr(x, "to_body", None)
    if own is not None and not isinstance(x, type):
        body: dict[str, Any] = own()
        return body
    if _is_model(x):
        return _of_model(x)
    if isinstance(x, Mapping):
        return dict(x)
    fix = (
        "read text with kpod.load_yaml"
        if isinstance(x, (str, bytes))
        else "give a dict, an API object, a spec or a model of the official client"
    )
    raise SpecError(f"{type(x).__name__} is nothing that describes an object", rule="body", fix=fix)


def _is_model(x: Any) -> bool:
    return not isinstance(x, type) and isinstance(getattr(x, "attribute_map", None), Mapping) and hasattr(x, "openapi_types")


def _of_model(model: Any) -> dict[str, Any]:
    body = {}
    for name, wire_name in model.attribute_map.items():
        value = getattr(model, name)
        if value is not None:
            body[wire_name] = _of_value(value, name)
    return body


def _of_value(value: Any, name: str) -> Any:
    if isinstance(value, (str, int, float)):
        return value
    if _is_model(value):
        return _of_model(value)
    if isinstance(value, (list, tuple)):
        return [_of_value(item, name) for item in value]
    if isinstance(value, Mapping):
        return {key: _of_value(item, name) for key, item in value.items()}
    if isinstance(value, datetime):
        return _time(value, micro=name in _MICRO_TIMES)
    if isinstance(value, date):
        return value.isoformat()
    return value


def _time(value: datetime, *, micro: bool) -> str:
    # A time without a zone is UTC: the server takes no other.
    value = value.replace(tzinfo=timezone.utc) if value.tzinfo is None else value.astimezone(timezone.utc)
    exact = "microseconds" if micro or value.microsecond else "seconds"
    return value.isoformat(timespec=exact).replace("+00:00", "Z")


def load(body: dict[str, Any]) -> ApiObject | dict[str, Any]:
    """The API object of one body; see `kpod.wire.load`."""
    if is_list(body):
        raise SpecError(f"{body['kind']} holds several objects", path="kind", rule="list", fix="use load_all, or load_yaml for text")
    cls = class_of(body)
    return body if cls is None else cls.from_body(body)


def class_of(body: dict[str, Any]) -> type[ApiObject] | None:
    """The API class of a body's `apiVersion` and `kind`; None where kpod has none, or where they are missing."""
    from kpod.api import kinds
    from kpod.api.object import find_class

    api_version, kind = body.get("apiVersion"), body.get("kind")
    if not isinstance(api_version, str) or not isinstance(kind, str):
        return None
    known = kinds.find(api_version, kind)
    return None if known is None else find_class(known.type)


def is_list(body: dict[str, Any]) -> bool:
    """Tell whether a body is a `List`, or the list of some kind as the API answers it."""
    kind = body.get("kind")
    return isinstance(kind, str) and kind.endswith("List") and isinstance(body.get("items"), list)


def flatten(body: dict[str, Any]) -> Iterator[tuple[tuple[str | int, ...], dict[str, Any]]]:
    """The objects of a body, each with its path in it: the items of a list, otherwise the body itself.

    The items of a `PodList` carry neither `apiVersion` nor `kind` when a server answers; they get the list's.
    """
    if not is_list(body):
        yield (), body
        return
    kind = body["kind"].removesuffix("List")
    common = {"apiVersion": body.get("apiVersion"), "kind": kind} if kind else {}
    for place, item in enumerate(body["items"]):
        if not isinstance(item, dict):
            raise SpecError("this item is no object", path=f"items[{place}]", rule="type", fix="each item of a list is a mapping")
        for path, each in flatten(common | item):
            yield ("items", place, *path), each


def load_documents(documents: Iterable[Document]) -> list[ApiObject | dict[str, Any]]:
    """The API objects of documents; every problem is raised at once, with line and column."""
    objects: list[ApiObject | dict[str, Any]] = []
    problems: list[Problem] = []
    for document in documents:
        problems += [problem for problem in document.problems if problem.level == "error"]
        try:
            parts = list(flatten(document.body))
        except SpecError as error:
            problems += [document.positions.locate(problem, document.source) for problem in error.problems]
            continue
        for path, body in parts:
            try:
                objects.append(load(body))
            except SpecError as error:
                positions = document.positions.below(path)
                problems += [positions.locate(problem, document.source) for problem in error.problems]
    if problems:
        raise SpecError(problems)
    return objects
