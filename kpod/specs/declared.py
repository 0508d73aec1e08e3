"""`Declared`: the volumes that a Pod declares because one of its containers mounts them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kpod import names
from kpod.specs import fields
from kpod.specs.frozen import FrozenDict, thaw
from kpod.specs.volumes import Volume


class Declared:
    """The volumes of one Pod while its body is built: gives each a name that is its own, and declares each once."""

    def __init__(self) -> None:
        self._volumes: dict[str, FrozenDict[str, Any]] = {}

    def mounts(self, mounted: Iterable[tuple[str, Volume]]) -> list[dict[str, Any]]:
        """Return the bodies of the mounts of one container, and keep what they declare."""
        bodies = []
        for path, volume in mounted:
            name = volume.name_at(path)
            if self._volumes.setdefault(name, volume.source) != volume.source:
                if volume.name is not None:
                    fields.refuse(f"volumes[{path}]", f'two different volumes are called "{name}"', "give each its own name")
                name = names.unique(name, f"{path} {volume.source}")
                self._volumes[name] = volume.source
            bodies.append(volume.mount_body(path, name))
        return bodies

    def to_body(self) -> list[dict[str, Any]]:
        """Return the body of the Pod's `volumes`."""
        return [{"name": name, **thaw(source)} for name, source in self._volumes.items()]
