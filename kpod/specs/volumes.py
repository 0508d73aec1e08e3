"""`Volume`: something to mount. `volumes={"/data": Volume.claim("warehouse")}` declares it in the Pod and mounts it in the container.

Two mounts of an equal volume (same name, same source) share one declaration, also between the containers of a Pod.

Source: https://kubernetes.io/docs/concepts/storage/volumes/
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from kpod import names
from kpod.specs import fields
from kpod.specs.frozen import FrozenDict, freeze, thaw
from kpod.specs.secret import Secret


def _source(value: Mapping[str, Any]) -> FrozenDict[str, Any]:
    if not isinstance(value, Mapping) or len(value) != 1:
        fields.refuse("volume", f"{fields.shown(value)} is no source of a volume", "use Volume.claim, Volume.empty_dir, …")
    frozen: FrozenDict[str, Any] = freeze(dict(value))
    return frozen


def _name(value: str | None) -> str | None:
    return fields.optional_name(value, "volume.name", "volume")


@attrs.frozen(kw_only=True)
class Volume:
    """Something to mount, and how.

    Attributes:
        source: what it is, as the body of a volume says it: `{"emptyDir": {}}`.
        name: what it is called in the Pod. None: after what it refers to, or after the path where it is mounted.
        read_only: mount it read-only.
        sub_path: mount only this path of it.
        shows: the Secret that it shows as files, where it shows one.
    """

    source: FrozenDict[str, Any] = attrs.field(converter=_source)
    name: str | None = attrs.field(default=None, converter=_name)
    read_only: bool = False
    sub_path: str | None = None
    shows: Secret | None = None

    def __attrs_post_init__(self) -> None:
        fields.flag(self.read_only, "volume.read_only")
        path = fields.optional_text(self.sub_path, "volume.sub_path")
        if path and (path.startswith("/") or ".." in path.split("/")):
            fields.refuse("volume.sub_path", f'"{path}" leaves the volume', "write a path below its root")

    @classmethod
    def claim(cls, claim: str, *, name: str | None = None, read_only: bool = False, sub_path: str | None = None) -> Volume:
        """A PersistentVolumeClaim that is there."""
        source = {"persistentVolumeClaim": {"claimName": fields.name(claim, "claim", "PersistentVolumeClaim")}}
        return cls(source=source, name=name, read_only=read_only, sub_path=sub_path)

    @classmethod
    def empty_dir(
        cls, *, size: str | int | None = None, memory: bool = False, name: str | None = None, sub_path: str | None = None
    ) -> Volume:
        """A folder that lives as long as the Pod.

        Args:
            size: more bytes than this evict the Pod.
            memory: keep it in memory; what is in it counts against the containers' memory limits.
            name: mounted in several containers at different paths, a name makes it the same folder.
            sub_path: mount only this path of it.
        """
        source: dict[str, Any] = {"medium": "Memory"} if memory else {}
        if size is not None:
            source["sizeLimit"] = fields.quantity(size, "volume.size")
        return cls(source={"emptyDir": source}, name=name, sub_path=sub_path)

    @classmethod
    def host_path(cls, path: str, *, type: str | None = None, name: str | None = None, read_only: bool = False) -> Volume:
        """A path of the node. Many clusters refuse it, with reason. `type` is Kubernetes' (`Directory`, `FileOrCreate`, …)."""
        if not fields.text(path, "host_path").startswith("/"):
            fields.refuse("host_path", f'"{path}" is no absolute path', f"write /{path}")
        source = {"path": path} | ({"type": type} if type else {})
        return cls(source={"hostPath": source}, name=name, read_only=read_only)

    @classmethod
    def secret(
        cls,
        secret: Secret | str,
        *,
        items: Mapping[str, str] | None = None,
        mode: int | None = None,
        optional: bool = False,
        name: str | None = None,
    ) -> Volume:
        """A Secret's keys as files.

        Args:
            secret: the Secret, or the name of one that is there.
            items: only these keys, each as the given file.
            mode: the files' mode, as 0o400; the server's default is 0o644.
            optional: start without it when it is not there.
            name: what it is called in the Pod.
        """
        found = (
            Secret.existing(secret) if isinstance(secret, str) else fields.instance(secret, "secret", Secret, "write Secret.existing(…)")
        )
        source = {"secretName": found.name, **_files(items, mode, optional)}
        return cls(source={"secret": source}, name=name, shows=found)

    @classmethod
    def config_map(
        cls,
        config_map: str,
        *,
        items: Mapping[str, str] | None = None,
        mode: int | None = None,
        optional: bool = False,
        name: str | None = None,
    ) -> Volume:
        """A ConfigMap's keys as files; arguments as for `secret`."""
        source = {"name": fields.name(config_map, "config_map", "ConfigMap"), **_files(items, mode, optional)}
        return cls(source={"configMap": source}, name=name)

    def name_at(self, path: str) -> str:
        """Return what it is called in the Pod when it is mounted at a path."""
        if self.name is not None:
            return self.name
        kind, source = next(iter(self.source.items()))
        known = {"persistentVolumeClaim": "claimName", "secret": "secretName", "configMap": "name"}.get(kind, "")
        return names.slug(source[known] if known else path)

    def mount_body(self, path: str, name: str) -> dict[str, Any]:
        """Return the body of its mount."""
        body: dict[str, Any] = {"name": name, "mountPath": path}
        if self.read_only:
            body["readOnly"] = True
        if self.sub_path is not None:
            body["subPath"] = self.sub_path
        return body


def _files(items: Mapping[str, str] | None, mode: int | None, optional: bool) -> dict[str, Any]:
    body: dict[str, Any] = {}
    if items:
        body["items"] = [{"key": key, "path": path} for key, path in fields.texts(items, "items").items()]
    if mode is not None:
        if not isinstance(mode, int) or not 0 <= mode <= 0o777:
            fields.refuse("mode", f"{fields.shown(mode)} is no mode of a file", "write 0o400")
        body["defaultMode"] = mode
    if optional:
        body["optional"] = True
    return body


def volumes(value: Any, path: str) -> FrozenDict[str, Volume]:
    """Take mounts: absolute paths to volumes, or to Secrets, whose keys become files."""
    found = {}
    for place, item in fields.mapping(value or {}, path, 'write {"/path": Volume.claim("name")}').items():
        where = f"{path}[{place}]"
        if not place.startswith("/") and not fields.is_template(place):
            fields.refuse(where, f'"{place}" is no absolute path', f"write /{place}")
        if isinstance(item, str):
            fields.refuse(where, f"{fields.shown(item)} is no Volume", f'write Volume.claim("{item}") or Volume.host_path("{item}")')
        volume = Volume.secret(item) if isinstance(item, Secret) else item
        found[place] = fields.instance(volume, where, Volume, "write Volume.claim(…), Volume.empty_dir() or a Secret")
    return FrozenDict(found)


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
