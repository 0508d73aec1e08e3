"""The API classes of events.k8s.io/v1.

Written by tools/generate_api.py from the schemas of Kubernetes 1.25 to 1.37; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

import attrs

from kpod.api.late import Late
from kpod.api.object import NESTED, ApiObject, Misshapen, absent, copy_plain, leftovers, new

if TYPE_CHECKING:
    from kpod.api import core_rare_v1, meta_v1
else:
    core_rare_v1 = Late("kpod.api.core_rare_v1")
    meta_v1 = Late("kpod.api.meta_v1")

__all__ = [
    "Event",
    "EventSeries",
]


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class Event(ApiObject):
    """Kubernetes' `Event` (events/v1).

    Required: event_time.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#event-v1-events
    """

    type_key: ClassVar[str] = "events_v1.Event"
    api_version: ClassVar[str] = "events.k8s.io/v1"
    kind: ClassVar[str] = "Event"

    metadata: meta_v1.ObjectMeta
    action: str
    deprecated_count: int
    deprecated_first_timestamp: str
    deprecated_last_timestamp: str
    deprecated_source: core_rare_v1.EventSource
    event_time: str
    note: str
    reason: str
    regarding: core_rare_v1.ObjectReference
    related: core_rare_v1.ObjectReference
    reporting_controller: str
    reporting_instance: str
    series: EventSeries
    type: str
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        metadata: meta_v1.ObjectMeta = absent,
        action: str = absent,
        deprecated_count: int = absent,
        deprecated_first_timestamp: str = absent,
        deprecated_last_timestamp: str = absent,
        deprecated_source: core_rare_v1.EventSource = absent,
        event_time: str = absent,
        note: str = absent,
        reason: str = absent,
        regarding: core_rare_v1.ObjectReference = absent,
        related: core_rare_v1.ObjectReference = absent,
        reporting_controller: str = absent,
        reporting_instance: str = absent,
        series: EventSeries = absent,
        type: str = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.metadata = metadata
        self.action = action
        self.deprecated_count = deprecated_count
        self.deprecated_first_timestamp = deprecated_first_timestamp
        self.deprecated_last_timestamp = deprecated_last_timestamp
        self.deprecated_source = deprecated_source
        self.event_time = event_time
        self.note = note
        self.reason = reason
        self.regarding = regarding
        self.related = related
        self.reporting_controller = reporting_controller
        self.reporting_instance = reporting_instance
        self.series = series
        self.type = type
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {"apiVersion": "events.k8s.io/v1", "kind": "Event"}
        if self.metadata is not None:
            body["metadata"] = self.metadata._dump()
        if self.action is not None:
            body["action"] = self.action
        if self.deprecated_count is not None:
            body["deprecatedCount"] = self.deprecated_count
        if self.deprecated_first_timestamp is not None:
            body["deprecatedFirstTimestamp"] = self.deprecated_first_timestamp
        if self.deprecated_last_timestamp is not None:
            body["deprecatedLastTimestamp"] = self.deprecated_last_timestamp
        if self.deprecated_source is not None:
            body["deprecatedSource"] = self.deprecated_source._dump()
        if self.event_time is not None:
            body["eventTime"] = self.event_time
        if self.note is not None:
            body["note"] = self.note
        if self.reason is not None:
            body["reason"] = self.reason
        if self.regarding is not None:
            body["regarding"] = self.regarding._dump()
        if self.related is not None:
            body["related"] = self.related._dump()
        if self.reporting_controller is not None:
            body["reportingController"] = self.reporting_controller
        if self.reporting_instance is not None:
            body["reportingInstance"] = self.reporting_instance
        if self.series is not None:
            body["series"] = self.series._dump()
        if self.type is not None:
            body["type"] = self.type
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> Event:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "apiVersion" in body and (value := body["apiVersion"]) is not None:
            if value != "events.k8s.io/v1":
                raise Misshapen
            known += 1
        if "kind" in body and (value := body["kind"]) is not None:
            if value != "Event":
                raise Misshapen
            known += 1
        if "metadata" in body and (value := body["metadata"]) is not None:
            from kpod.api.meta_v1 import ObjectMeta
            
            self.metadata = ObjectMeta._load(value)
            known += 1
        else:
            self.metadata = absent
        if "action" in body and (value := body["action"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.action = value
            known += 1
        else:
            self.action = absent
        if "deprecatedCount" in body and (value := body["deprecatedCount"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.deprecated_count = value
            known += 1
        else:
            self.deprecated_count = absent
        if "deprecatedFirstTimestamp" in body and (value := body["deprecatedFirstTimestamp"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.deprecated_first_timestamp = value
            known += 1
        else:
            self.deprecated_first_timestamp = absent
        if "deprecatedLastTimestamp" in body and (value := body["deprecatedLastTimestamp"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.deprecated_last_timestamp = value
            known += 1
        else:
            self.deprecated_last_timestamp = absent
        if "deprecatedSource" in body and (value := body["deprecatedSource"]) is not None:
            from kpod.api.core_rare_v1 import EventSource
            
            self.deprecated_source = EventSource._load(value)
            known += 1
        else:
            self.deprecated_source = absent
        if "eventTime" in body and (value := body["eventTime"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.event_time = value
            known += 1
        else:
            self.event_time = absent
        if "note" in body and (value := body["note"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.note = value
            known += 1
        else:
            self.note = absent
        if "reason" in body and (value := body["reason"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.reason = value
            known += 1
        else:
            self.reason = absent
        if "regarding" in body and (value := body["regarding"]) is not None:
            from kpod.api.core_rare_v1 import ObjectReference
            
            self.regarding = ObjectReference._load(value)
            known += 1
        else:
            self.regarding = absent
        if "related" in body and (value := body["related"]) is not None:
            from kpod.api.core_rare_v1 import ObjectReference
            
            self.related = ObjectReference._load(value)
            known += 1
        else:
            self.related = absent
        if "reportingController" in body and (value := body["reportingController"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.reporting_controller = value
            known += 1
        else:
            self.reporting_controller = absent
        if "reportingInstance" in body and (value := body["reportingInstance"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.reporting_instance = value
            known += 1
        else:
            self.reporting_instance = absent
        if "series" in body and (value := body["series"]) is not None:
            self.series = EventSeries._load(value)
            known += 1
        else:
            self.series = absent
        if "type" in body and (value := body["type"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.type = value
            known += 1
        else:
            self.type = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class EventSeries(ApiObject):
    """Kubernetes' `EventSeries` (events/v1).

    Required: count, last_observed_time.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#eventseries-v1-events
    """

    type_key: ClassVar[str] = "events_v1.EventSeries"

    count: int
    last_observed_time: str
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        count: int = absent,
        last_observed_time: str = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.count = count
        self.last_observed_time = last_observed_time
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.count is not None:
            body["count"] = self.count
        if self.last_observed_time is not None:
            body["lastObservedTime"] = self.last_observed_time
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> EventSeries:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "count" in body and (value := body["count"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.count = value
            known += 1
        else:
            self.count = absent
        if "lastObservedTime" in body and (value := body["lastObservedTime"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.last_observed_time = value
            known += 1
        else:
            self.last_observed_time = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self
