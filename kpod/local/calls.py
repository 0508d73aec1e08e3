"""One request, taken apart: the kind and the object that its path names, its options, and the form in which it wants its answer.

Nothing is done here; `verbs` does it. Booleans are read like Go reads them (`True` from Python clients is true), since a server that takes
only `true` silently answers a watch with a list.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from kpod.cluster import Body
from kpod.local import kinds, selectors, statuses
from kpod.local.kinds import Resource

_TRUE = ("1", "t", "T", "true", "TRUE", "True")
_FALSE = ("0", "f", "F", "false", "FALSE", "False", "")


@attrs.frozen
class Answer:
    """What a verb answers.

    Attributes:
        body: the object, or a `Status`.
        code: the HTTP status code.
        warnings: one `Warning` header each.
        plain: send the body as it is, whatever form was asked for.
    """

    body: Body
    code: int = 200
    warnings: tuple[str, ...] = ()
    plain: bool = False


@attrs.frozen
class Call:
    """A request to a path of a kind.

    Attributes:
        resource: the kind.
        namespace: the path's namespace, None where it names none.
        name: the path's object, empty for the collection.
        subresource: `status`, `log`, `exec`, `attach`, `eviction`, or empty.
        query: the query's parameters.
        content_type: of the body.
        data: the body's bytes.
        form: `Table`, `PartialObjectMetadata` or empty, from the Accept header.
        agent: who calls: the default of `fieldManager`.
    """

    resource: Resource
    namespace: str | None
    name: str
    subresource: str
    query: Mapping[str, str] = attrs.field(factory=dict)
    content_type: str = ""
    data: bytes = b""
    form: str = ""
    agent: str = ""

    def flag(self, name: str) -> bool:
        """Return a boolean parameter, False where it is not there.

        Raises:
            StatusError: 400 for a word that Go does not read as one.
        """
        text = self.query.get(name, "")
        if text in _TRUE:
            return True
        if text in _FALSE:
            return False
        raise statuses.bad_request(f'strconv.ParseBool: parsing "{text}": invalid syntax')

    def integer(self, name: str) -> int | None:
        """Return a parameter that is a number, None where it is not there.

        Raises:
            StatusError: 400 for what is no number.
        """
        text = self.query.get(name, "")
        if not text:
            return None
        if not text.lstrip("-").isdigit() or len(text) > 18:
            raise statuses.bad_request(f'strconv.ParseInt: parsing "{text}": invalid syntax')
        return int(text)

    @property
    def dry_run(self) -> bool:
        """Whether nothing may be stored."""
        return self.query.get("dryRun") == "All"

    @property
    def validation(self) -> str:
        """How unknown fields are treated: `Strict`, `Warn` or `Ignore`."""
        word = self.query.get("fieldValidation") or "Warn"
        if word not in ("Strict", "Warn", "Ignore"):
            raise statuses.bad_request(f'fieldValidation: Unsupported value: "{word}": supported values: "", "Ignore", "Strict", "Warn"')
        return word

    def question(self) -> selectors.Question:
        """Return the question whether an object is one of those that the selectors and the path choose."""
        labels = selectors.labels(self.query.get("labelSelector", ""))
        fields = selectors.fields(self.query.get("fieldSelector", ""))
        namespace, name = self.namespace, self.name

        def chosen(body: Body) -> bool:
            metadata: dict[str, Any] = body["metadata"]
            if namespace is not None and metadata.get("namespace") != namespace:
                return False
            return (not name or metadata["name"] == name) and labels(body) and fields(body)

        return chosen


def parse_path(path: str) -> tuple[Resource, str | None, str, str]:
    """Return the kind, namespace, name and subresource of a path.

    Raises:
        StatusError: 404 for a path that means nothing here.
    """
    parts = [part for part in path.split("/") if part]
    if parts[:1] == ["api"] and len(parts) > 2:
        group, version, rest = "", parts[1], parts[2:]
    elif parts[:1] == ["apis"] and len(parts) > 3:
        group, version, rest = parts[1], parts[2], parts[3:]
    else:
        raise statuses.no_such_path()
    namespace = None
    if rest[0] == "namespaces" and len(rest) > 2 and not (len(rest) == 3 and rest[2] in ("status", "finalize")):
        namespace, rest = rest[1], rest[2:]
    resource = kinds.find(group, version, rest[0])
    if resource is None or len(rest) > 3 or (namespace is not None and not resource.namespaced):
        raise statuses.no_such_path()
    subresource = rest[2] if len(rest) > 2 else ""
    if subresource and subresource not in resource.subresources:
        raise statuses.no_such_path()
    return resource, namespace, rest[1] if len(rest) > 1 else "", subresource


def parse_form(accept: str) -> str:
    """Return the first form of an Accept header that this server has: `Table`, `PartialObjectMetadata`, or "" for the object itself."""
    for item in accept.split(","):
        kind, *options = [part.strip() for part in item.split(";")]
        words: dict[str, str] = {}
        for option in options:
            word, _, value = option.partition("=")
            words[word] = value
        if kind not in ("application/json", "*/*", "application/*", ""):
            continue
        form = words.get("as", "")
        if not form:
            return ""
        if form == "Table" and words.get("v", "v1") == "v1":
            return "Table"
        if form in ("PartialObjectMetadata", "PartialObjectMetadataList") and words.get("v", "v1") == "v1":
            return "PartialObjectMetadata"
    return ""
