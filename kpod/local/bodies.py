"""From the bytes of a request to a body: JSON, YAML or protobuf; and what makes it an object of the path's kind.

Whatever the bytes are, the answer is a body or a `StatusError`: nothing that a client sends may end the server. No value of the body is put
into an error, only names of fields and types, since the body may be a Secret.
"""

from __future__ import annotations

import json
from typing import Any

from kpod import wire
from kpod.cluster import Body
from kpod.errors import KpodError
from kpod.local import admission, fields, protobuf, statuses
from kpod.local.kinds import Resource

JSON = "application/json"
YAML = "application/yaml"
PROTOBUF = "application/vnd.kubernetes.protobuf"
LIMIT = 3 * 1024 * 1024
"""The largest body, in bytes, as on a real server."""


def decode(data: bytes, content_type: str) -> Any:
    """Return the data of a request's body.

    Raises:
        StatusError: 400 where it cannot be read, 415 where its type is unknown.
    """
    kind = content_type.partition(";")[0].strip().lower()
    if kind in ("", JSON) or kind.endswith("+json"):
        return from_json(data)
    if kind == PROTOBUF:
        try:
            return protobuf.decode(data)
        except protobuf.ProtobufError as error:
            raise statuses.bad_request(f"the object provided is unrecognized: {error}") from None
    if kind in (YAML, "text/yaml", "application/x-yaml") or kind.endswith("+yaml"):
        return from_yaml(data)
    accepted = ", ".join((JSON, YAML, PROTOBUF))
    message = f"the body of the request was in an unknown format - accepted media types include: {accepted}"
    raise statuses.StatusError(415, message)


def from_json(data: bytes) -> Any:
    """Return JSON data; names that come twice are remembered for the strict check.

    Raises:
        StatusError: 400.
    """
    try:
        return json.loads(data, object_pairs_hook=_pairs, parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        where = f" at byte {error.pos}" if isinstance(error, json.JSONDecodeError) else ""
        raise statuses.bad_request(f"the object provided is unrecognized: couldn't get version/kind; json parse error{where}") from None


def _pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    result = dict(pairs)
    if len(result) == len(pairs):
        return result
    marked = fields.Duplicates(result)
    seen: set[str] = set()
    marked.names = tuple(name for name, _ in pairs if name in seen or seen.add(name))  # type: ignore[func-returns-value]
    return marked


def _no_constant(word: str) -> Any:
    raise ValueError(word)


def from_yaml(data: bytes) -> Any:
    """Return the data of one YAML document; JSON is YAML, and most clients send just that.

    Raises:
        StatusError: 400.
    """
    if data.lstrip().startswith(b"{"):
        return from_json(data)
    try:
        documents = wire.read_yaml(data.decode())
    except (UnicodeDecodeError, KpodError, RecursionError):
        raise statuses.bad_request("the object provided is unrecognized: error converting YAML to JSON") from None
    if len(documents) != 1:
        raise statuses.bad_request("the object provided is unrecognized: one YAML document is wanted")
    return documents[0].body


def typed(resource: Resource, body: Any, *, validation: str = "Warn") -> tuple[Body, list[str]]:
    """Make a decoded body an object of a kind: types checked, unknown fields dropped, `kind` and `apiVersion` filled in.

    Args:
        resource: the kind that the path names.
        body: the decoded body.
        validation: `Strict` refuses unknown and duplicate fields, `Warn` returns them, `Ignore` says nothing.

    Returns:
        The body, and the warnings.

    Raises:
        StatusError: 400.
    """
    if not isinstance(body, dict):
        word = f"the object provided is unrecognized (must be of type {resource.kind}): couldn't get version/kind; json parse error: "
        raise statuses.bad_request(word + "json: cannot unmarshal the value into an object")
    check_kind(resource, body)
    handled = f'{resource.kind} in version "{resource.version}" cannot be handled as a {resource.kind}: '
    try:
        clean, findings = fields.typed(body, resource.type)
    except fields.DecodeError as error:
        raise statuses.bad_request(handled + str(error)) from None
    except RecursionError:
        raise statuses.bad_request(handled + "exceeded max depth") from None
    if findings and validation == "Strict":
        raise statuses.bad_request(handled + "strict decoding error: " + ", ".join(findings))
    clean = {"kind": resource.kind, "apiVersion": resource.api_version, **_without(clean, "kind", "apiVersion")}
    if not isinstance(clean.get("metadata", {}), dict):
        raise statuses.bad_request(handled + "json: cannot unmarshal the value into Go struct field .metadata of type v1.ObjectMeta")
    clean["metadata"] = dict(clean.get("metadata") or {})
    if resource.kind == "Secret":
        admission.merge_string_data(clean)
    return clean, findings if validation == "Warn" else []


def check_kind(resource: Resource, body: Body) -> None:
    """Refuse a body of another kind.

    Raises:
        StatusError: 400.
    """
    kind, version = body.get("kind") or resource.kind, body.get("apiVersion") or resource.api_version
    if (kind, version) != (resource.kind, resource.api_version):
        short = str(version).rpartition("/")[2]
        raise statuses.bad_request(f'{kind} in version "{short}" cannot be handled as a {resource.kind}: unknown conversion')


def _without(body: Body, *names: str) -> Body:
    return {key: value for key, value in body.items() if key not in names}
