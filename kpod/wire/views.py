"""Decode answers of the API into the few fields that a watcher reads, and nothing else.

A thousand Pods as a server answers them are 7 MB of JSON, of which a watcher reads a tenth: identity, labels, owners, what `kpod.status`
decides from. msgspec skips the rest without making objects of it. The house's plain JSON is here too (`decode`, `encode`). A view is read,
never sent: what a view leaves out would be lost. Whoever needs more asks for bodies.

Every field may be absent, and is then None; the names are Kubernetes' in snake_case. `to_body()` gives the same fields as a small body.
"""

from __future__ import annotations

from typing import Any, ClassVar, Generic, TypeVar, cast, overload

import msgspec
from msgspec import Struct

from kpod.errors import SpecError
from kpod.wire.parts import EventSeries, EventSource, JobSpec, JobStatus, Metadata, ObjectReference, Part, PodSpec, PodStatus, share

Body = dict[str, Any]
T = TypeVar("T")
ViewT = TypeVar("ViewT", bound="View")


class View(Part):
    """A view of one object; `to_body()` gives its fields as a body, with `apiVersion` and `kind`."""

    api_version: ClassVar[str] = ""
    kind: ClassVar[str] = ""
    metadata: Metadata = msgspec.field(default_factory=Metadata)

    def to_body(self) -> Body:
        """The view's fields by their wire names; what is absent is not in it."""
        # by way of JSON: faster than msgspec.to_builtins, and lists are lists
        return {"apiVersion": self.api_version, "kind": self.kind, **_any.decode(_encoder.encode(self))}


class PodView(View):
    """What a watcher reads of a Pod."""

    api_version: ClassVar[str] = "v1"
    kind: ClassVar[str] = "Pod"
    spec: PodSpec | None = None
    status: PodStatus | None = None


class JobView(View):
    """What a watcher reads of a Job."""

    api_version: ClassVar[str] = "batch/v1"
    kind: ClassVar[str] = "Job"
    spec: JobSpec | None = None
    status: JobStatus | None = None

    def __post_init__(self) -> None:
        self.spec = share(b"spec", self.spec)


class EventView(View):
    """What is told of an event (of core/v1)."""

    api_version: ClassVar[str] = "v1"
    kind: ClassVar[str] = "Event"
    type: str | None = None
    reason: str | None = None
    message: str | None = None
    count: int | None = None
    first_timestamp: str | None = None
    last_timestamp: str | None = None
    event_time: str | None = None
    reporting_component: str | None = None
    source: EventSource | None = None
    series: EventSeries | None = None
    involved_object: ObjectReference | None = None


VIEWS: dict[tuple[str, str], type[View]] = {(view.api_version, view.kind): view for view in (PodView, JobView, EventView)}


def view_of(body: Body) -> View | Body:
    """Make the view of a body that is at hand; the body stays as it is where no view fits it."""
    view = VIEWS.get((body.get("apiVersion", ""), body.get("kind", "")))
    try:
        return body if view is None else msgspec.convert(body, view)
    except msgspec.ValidationError:
        return body


class _Version(Struct, rename="camel", gc=False):
    resource_version: str = ""


class _ListMeta(Struct, rename="camel", gc=False):
    resource_version: str = ""
    more: str = msgspec.field(default="", name="continue")


class _Listing(Struct, Generic[T], rename="camel", gc=False):
    metadata: _ListMeta = msgspec.field(default_factory=_ListMeta)
    items: list[T] | None = None
    api_version: str | None = None
    kind: str | None = None


class _Event(Struct, gc=False):
    type: str
    object: msgspec.Raw


class _Versioned(Struct, gc=False):
    metadata: _Version = msgspec.field(default_factory=_Version)


_encoder = msgspec.json.Encoder()
_any = msgspec.json.Decoder()
_event = msgspec.json.Decoder(_Event)
_versioned = msgspec.json.Decoder(_Versioned)


def _list_decoder(view: Any) -> msgspec.json.Decoder[Any]:
    return msgspec.json.Decoder(_Listing[view])


# All are made while this module is imported, which one thread does: msgspec reads a class when its first decoder is made, and a second
# thread that needs the same class meanwhile crashes the process.
_one: dict[Any, msgspec.json.Decoder[Any]] = {view: msgspec.json.Decoder(view) for view in VIEWS.values()}
_lists: dict[Any, msgspec.json.Decoder[Any]] = {view: _list_decoder(view) for view in (dict, *VIEWS.values())}


def decode(data: bytes | str) -> Any:
    """Read JSON.

    Raises:
        ValueError: it is none, with the place.
    """
    return _read(_any, data)


def encode(data: Any) -> bytes:
    """Write JSON: compact, in UTF-8, keys in their order.

    Raises:
        SpecError: something in it is nothing that JSON can say.
    """
    try:
        return _encoder.encode(data)
    except (TypeError, ValueError, RecursionError) as error:  # an object, text that is no Unicode, data that contains itself
        raise SpecError(f"this cannot be written as JSON: {error}", rule="json") from None


@overload
def decode_list(data: bytes, view: type[ViewT]) -> tuple[list[ViewT], str]: ...
@overload
def decode_list(data: bytes, view: None = None) -> tuple[list[Body], str]: ...
def decode_list(data: bytes, view: type[Any] | None = None) -> tuple[list[Any], str]:
    """Read the answer to a list request.

    Args:
        data: the JSON of a `PodList`, `JobList`, ….
        view: `PodView`, `JobView`, `EventView`; None for whole bodies, which get the `apiVersion` and `kind` that a server leaves out
        there.

    Returns:
        The items, and the version to watch from.

    Raises:
        ValueError: it is no JSON, or not the list of such objects.
    """
    items, version, _ = decode_page(data, view)
    return items, version


def decode_page(data: bytes, view: type[Any] | None = None) -> tuple[list[Any], str, str]:
    """Read one page of an answer to a list request: as `decode_list`, and the token that asks for the next page, empty after the last."""
    listing = _read(_lists[view or dict], data)
    items = listing.items or []
    kind = (listing.kind or "").removesuffix("List")
    if view is None and kind:
        items = [{"apiVersion": listing.api_version, "kind": kind, **item} for item in items]
    return items, listing.metadata.resource_version, listing.metadata.more


@overload
def decode_event(line: bytes, view: type[ViewT]) -> tuple[str, ViewT | Body, str]: ...
@overload
def decode_event(line: bytes, view: None = None) -> tuple[str, Body, str]: ...
def decode_event(line: bytes, view: type[Any] | None = None) -> tuple[str, Any, str]:
    """Read one line of a watch.

    Args:
        line: the JSON of one event.
        view: what to make of the object; None for the body.

    Returns:
        The type, the object, and its version. The object of a `BOOKMARK` has nothing but the version; that of an `ERROR` is the body of a
        `Status`, and its version is empty.

    Raises:
        ValueError: it is no JSON, or no event of such an object.
    """
    event = _read(_event, line)
    if event.type == "ERROR":
        return "ERROR", _read(_any, event.object), ""
    if event.type == "BOOKMARK":
        version = _read(_versioned, event.object).metadata.resource_version
        bookmark = {"metadata": {"resourceVersion": version}} if view is None else view(metadata=Metadata(resource_version=version))
        return "BOOKMARK", bookmark, version
    if view is None:
        body = cast(Body, _read(_any, event.object))
        return event.type, body, body.get("metadata", {}).get("resourceVersion", "")
    seen = _read(_one[view], event.object)
    return event.type, seen, seen.metadata.resource_version or ""


def _read(decoder: msgspec.json.Decoder[T], data: Any) -> T:
    try:
        return decoder.decode(data)
    except msgspec.DecodeError as error:
        raise ValueError(f"the answer is not the JSON that was expected: {error}") from None
    except RecursionError:
        raise ValueError("the answer is nested too deeply to be read") from None
