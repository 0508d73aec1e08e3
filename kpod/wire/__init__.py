"""Data in and out: dicts, JSON and YAML on one side, API objects, specs and the official client's models on the other.

This is the only room that knows cattrs, PyYAML and msgspec, and importing it loads none of them: each is loaded by the submodule that needs
it, on first use. It checks no meaning (that is `kpod.rules`) and speaks to no cluster.
"""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING, Any

from kpod.wire import bodies
from kpod.wire.bodies import to_body
from kpod.wire.documents import Document, Positions

if TYPE_CHECKING:
    from kpod.api.object import ApiObject
    from kpod.errors import Problem

__all__ = ["Document", "Positions", "load", "load_all", "load_yaml", "read_yaml", "to_body", "to_json", "to_yaml"]


def to_yaml(*objects: Any) -> str:
    """Write objects as a manifest, divided by `---`.

    Args:
        objects: whatever `to_body` takes.

    Returns:
        YAML that readers of YAML 1.1 and 1.2 read as the same data; the same objects give the same text.

    Raises:
        SpecError: where something is nothing that JSON can say.
    """
    from kpod.wire import yaml_writer

    return yaml_writer.dump_all([to_body(each) for each in objects])


def to_json(x: Any) -> bytes:
    """Write an object as compact JSON, in UTF-8.

    Raises:
        SpecError: where something is nothing that JSON can say.
    """
    from kpod.wire import views

    return views.encode(to_body(x))


def read_yaml(text: str | bytes, source: str | None = None, *, refused: list[Problem] | None = None) -> list[Document]:
    """Read a manifest as Kubernetes reads it: bodies, the positions of their fields, and the traps that were found.

    Empty documents are skipped. No schema is checked: `load_yaml` does, and `kpod.rules.check` takes the positions.

    Args:
        text: YAML or JSON.
        source: the file's name, for the messages.
        refused: a list for the problems of the documents that cannot be read; the others are returned then. None, the default, raises.

    Raises:
        SpecError: with line and column, for broken YAML, tabs, aliases that explode, and documents that are no mapping.
    """
    from kpod.wire import yaml_reader

    return yaml_reader.read(text, source, refused=refused)


def load(body: dict[str, Any]) -> ApiObject | dict[str, Any]:
    """Make the API object of a body, by its `apiVersion` and `kind`. A kind that kpod has no class for stays the dict that it is.

    Raises:
        SpecError: with the path, where a value has the wrong shape; for a `List`, which is several objects (`load_all`).
    """
    return bodies.load(body)


def load_all(body: dict[str, Any]) -> list[ApiObject | dict[str, Any]]:
    """Make the API objects of a body: of each item where it is a `List`, `PodList` and so on.

    Python's garbage collector rests meanwhile: it would look through thousands of new objects again and again, and they are no garbage.
    """
    collects = gc.isenabled()
    gc.disable()
    try:
        return [bodies.load(each) for _, each in bodies.flatten(body)]
    finally:
        if collects:
            gc.enable()


def load_yaml(text: str | bytes, source: str | None = None) -> list[ApiObject | dict[str, Any]]:
    """Read a manifest and make its API objects. Lists are flattened, unknown kinds stay dicts, unknown fields are kept.

    Args:
        text: YAML or JSON.
        source: the file's name, for the messages.

    Raises:
        SpecError: every problem of every document, with line and column: broken YAML, keys that stand twice, values of the wrong shape.
    """
    return bodies.load_documents(read_yaml(text, source))
